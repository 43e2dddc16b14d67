"""Good extracts read as the outline in the text file beside them says.

An outline has a line for each heading (##), sentence, list member (-, or 1. where the list is
numbered) and verbatim row (>), each with passage and index, page and text.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.model import Extract
from builder.readers import read

GOOD = Path(__file__).parent / "good"


def outline(extract: Extract) -> Iterator[str]:
    yield f"{extract.title} | {extract.kind} | {extract.held} | {extract.as_of} | {extract.pages}"
    yield f"{extract.source} | {extract.sources} | {extract.language}"
    for section in extract.sections:
        yield f"## {section.title}"
        for passage in section.passages:
            yield f"line {passage.line} {passage.source}".rstrip()
            for sentence in passage.sentences:
                at = sentence.locator
                yield f"  {at.paragraph}.{at.sentence} [{at.page}] {sentence.text}"
            for member in passage.members:
                at = member.locator
                mark = "1." if passage.ordered else "-"
                yield f"  {at.paragraph}.{at.sentence} [{at.page}] {mark} {member.text}"
            for row in passage.verbatim:
                yield f"  > {row}"


@pytest.mark.parametrize("path", sorted(GOOD.glob("*.md")), ids=lambda path: path.stem)
def test_good_extract_reads_as_outlined(path: Path) -> None:
    extract = read(path, GOOD)
    expected = path.with_suffix(".txt").read_text("utf-8").rstrip("\n")
    assert "\n".join(outline(extract)) == expected


@pytest.mark.parametrize("path", sorted(GOOD.glob("*.md")), ids=lambda path: path.stem)
def test_locators_name_their_place(path: Path) -> None:
    extract = read(path, GOOD)
    assert extract.slug == path.stem
    places = set()
    for section in extract.sections:
        for passage in section.passages:
            for sentence in (*passage.sentences, *passage.members):
                assert sentence.locator.extract == path.stem
                assert sentence.locator.section == section.title
                places.add((sentence.locator.paragraph, sentence.locator.sentence))
    count = sum(len(p.sentences) + len(p.members) for p in extract.passages())
    assert len(places) == count > 0
