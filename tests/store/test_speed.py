"""A bank of 5,000 items is a matter of seconds, and an error in it is found by line."""

import time
from pathlib import Path

import pytest

from builder.errors import Refused
from builder.store import load_bank, save_bank

ITEM = """
  - id: lm-{number}
    type: choice
    stem: Which of the statements about smuggling does the summary report of the series make?
    options:
      - text: Smuggling concerns illegal entry into a country.
        key: true
        rationale: The source says so.
      - text: Smuggling centres on the exploitation of an individual.
        rationale: That is what the source says of trafficking.
    source:
      extract: irregular-migration
      quote: Whereas smuggling concerns illegal entry, trafficking centres on exploitation.
"""


def test_five_thousand_items(tmp_path: Path) -> None:
    path = tmp_path / "bank.yml"
    path.write_text("module: m\nitems:" + "".join(ITEM.format(number=n) for n in range(5_000)))
    start = time.process_time()
    bank = load_bank(path)
    loaded = time.process_time()
    save_bank(path, bank)
    saved = time.process_time()
    assert len(bank.items) == 5_000
    assert loaded - start < 10
    assert saved - loaded < 10

    text = path.read_text().replace("lm-4999", "lm-4998")
    path.write_text(text)
    line = text[: text.rindex("lm-4998")].count("\n") + 1
    with pytest.raises(Refused, match=rf"bank\.yml:{line}: item lm-4998 has an id that is taken"):
        load_bank(path)
