"""The reading of a module: the prose of its extract, exactly, with page references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.model import Extract, Passage, Section, Sentence
from builder.writers import marks

_COLUMN = " | "


def reading(extract: Extract, checks: Mapping[str, str]) -> Iterator[str]:
    """Yield the Markdown blocks of the reading, section by section.

    Args:
        extract: the text.
        checks: title of a section to the block that follows it.
    """
    seen: set[str] = set()
    for section in extract.sections:
        yield from _section(section, f"### {marks.line(section.title)}")
        if section.title in checks and section.title not in seen:
            seen.add(section.title)
            yield checks[section.title]


def _section(section: Section, heading: str) -> Iterator[str]:
    yield heading
    for passage in section.passages:
        yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[str]:
    """Yield paragraph, list and table of a passage, as far as it has them."""
    units = (*passage.sentences, *passage.members)
    following = (*units[1:], None)
    # A passage may be a table and nothing else.
    texts = [_unit(unit, after) for unit, after in zip(units, following, strict=False)]
    count = len(passage.sentences)
    if count:
        yield " ".join(texts[:count])
    if passage.members:
        list_of = marks.numbered if passage.ordered else marks.bullets
        yield list_of(texts[count:])
    if passage.verbatim:
        yield _verbatim(passage.verbatim)


def _unit(unit: Sentence, after: Sentence | None) -> str:
    """Return a sentence, with its page where the next one has another or there is none."""
    page = unit.locator.page
    closes = after is None or after.locator.page != page
    return marks.line(unit.text) + (marks.page_mark(page) if closes else "")


def _verbatim(rows: tuple[str, ...]) -> str:
    """Return rows as a table if they are one, else as lines that keep their breaks."""
    cells = [row.split(_COLUMN) for row in rows]
    width = len(cells[0])
    if width > 1 and len(cells) > 1 and all(len(row) == width for row in cells):
        head, *body = ([marks.line(cell) for cell in row] for row in cells)
        table = [head, ["---"] * width, *body]
        return marks.box("figure", "\n".join(f"| {' | '.join(row)} |" for row in table))
    lines = [marks.line(row) for row in rows if row.strip()]
    return marks.box("figure", "\\\n".join(lines)) if lines else ""
