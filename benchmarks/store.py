"""Measure reading and writing of large files: `make bench`."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from builder.model import ItemBank
from builder.readers.markdown import extract_from_text
from builder.store import bank_from_data, load_bank, save_bank

ROOT = Path(__file__).parents[1]


def measure(what: str, work: Callable[[], Any]) -> Any:
    """Print how long `work` takes, and return what it returns."""
    start = time.perf_counter()
    result = work()
    print(f"{time.perf_counter() - start:7.2f} s  {what}")
    return result


def long_extract(megabytes: int) -> str:
    """Return an extract of about that size."""
    path = next(iter(sorted((ROOT / "course" / "extracts").glob("*.md"))))
    head, body = path.read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
    return f"---\n{head}\n---\n{body * (megabytes * 1_000_000 // len(body.encode()))}"


def large_bank(items: int) -> ItemBank:
    """Return a bank with that many choice items."""
    source = {"extract": "e", "page": "38", "quote": "Smuggling violates a border. " * 4}
    options = [{"text": f"Option {n} of the item", "rationale": "The source. " * 6} for n in "abcd"]
    options[0]["key"] = "true"
    item = {"type": "choice", "stem": "Which is right? " * 6, "options": options, "source": source}
    return bank_from_data({"module": "m", "items": [item | {"id": str(n)} for n in range(items)]})


def main() -> None:
    """Run all measurements."""
    for size in (1, 5):
        text = long_extract(size)
        measure(
            f"read an extract of {size} MB", lambda text=text: extract_from_text(text, "e", "e")
        )
    with tempfile.TemporaryDirectory() as folder:
        for count in (500, 5_000):
            path, bank = Path(folder) / f"{count}.yml", large_bank(count)
            measure(f"write a bank of {count} items", lambda p=path, b=bank: save_bank(p, b))
            size = path.stat().st_size / 1e6
            measure(f"load a bank of {count} items ({size:.1f} MB)", lambda p=path: load_bank(p))


if __name__ == "__main__":
    main()
