"""Every bad extract gives exactly the messages in the text file beside it."""

from pathlib import Path

import pytest

from builder.errors import Refused
from builder.readers import read

BAD = Path(__file__).parent / "bad"


@pytest.mark.parametrize("path", sorted(BAD.glob("*.md")), ids=lambda path: path.stem)
def test_bad_extract_is_refused_with_its_messages(path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        read(path, BAD)
    assert str(refusal.value) == path.with_suffix(".txt").read_text("utf-8").rstrip("\n")


def test_every_message_has_a_file() -> None:
    assert {p.stem for p in BAD.glob("*.txt")} == {p.stem for p in BAD.glob("*.md")}


def test_missing_extract(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path / "extracts" / "gone.md", tmp_path)
    assert str(refusal.value) == (
        "extracts/gone.md: there is no such extract. "
        "Add the file, or correct the path in course.yml."
    )


def test_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path / "a.doc", tmp_path)
    assert str(refusal.value) == (
        'a.doc: an extract cannot be read from a ".doc" file. Known formats: .md.'
    )
