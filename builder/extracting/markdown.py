"""An extract as its file: front matter, headings, passages with page anchors.

Whatever the source holds stays text: marks of Markdown and brackets are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from builder.extracting.sections import ExtractDraft, Passage, SectionDraft
from builder.importing.raw import BlockKind

_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_LINE_START = re.compile(r"(?:(#{1,6})(?=\s|$)|([-+=>~|:])|(\d{1,9})([.)])(?=\s|$))")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ue000\ue001\u2028\u2029]")
_CELL = re.compile(r"(?<!\\)\|")


def extract_file(draft: ExtractDraft, source: str) -> str:
    """Return the text of the file of an extract from the document `source`."""
    blocks = [_front_matter(draft, source)]
    for section in draft.sections:
        blocks.append(f"{'#' * (2 + max(section.level, 0))} {escaped(section.title)}")
        blocks += list(_passages(section))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Return `text` on one line, so that Markdown shows it as it is."""
    line = " ".join(_HIDDEN.sub(" ", text).split())
    line = _SPECIAL.sub(lambda match: f"\\{match[0]}", line)
    if start := _LINE_START.match(line):
        at = start.end(3) if start[3] else 0
        line = f"{line[:at]}\\{line[at:]}"
    return line


def _front_matter(draft: ExtractDraft, source: str) -> str:
    meta = draft.meta
    fields: dict[str, str | int] = {"title": draft.title, "kind": meta.kind}
    if meta.held:
        fields["held"] = meta.held
    fields["source"] = source
    if meta.as_of:
        fields["as_of"] = meta.as_of
    if pages := page_ranges(draft.pages()):
        fields["pages"] = pages
    lines = [f"{key}: {_scalar(value)}" for key, value in fields.items()]
    return "\n".join(["---", *lines, "---"])


def _scalar(value: str | int) -> str:
    """Return a scalar of YAML on one line; what is no plain word is quoted."""
    if isinstance(value, int) or re.fullmatch(r"[A-Za-z][\w ]*|[\d-]+(?:, [\d-]+)*", value):
        return str(value)
    text = " ".join(_HIDDEN.sub(" ", value).split())
    dumped = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**6)
    return str(dumped).strip()


def page_ranges(labels: Sequence[str]) -> str:
    """Return "19-21, 37" for labels that are numbers; others cannot be declared."""
    numbers = sorted({int(label) for label in labels if label.isdecimal()})
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)


def _anchor(labels: Sequence[str]) -> str:
    numbers = [label for label in labels if label.isdecimal()]
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    return f"[p. {first}]" if first == last else f"[pp. {first}–{last}]"


def _passages(section: SectionDraft) -> Iterator[str]:
    for passage in section.passages:
        if passage.kind is BlockKind.ITEM:
            yield "\n".join(_members(passage))
        elif passage.kind is BlockKind.TABLE:
            yield "\n".join(_rows(passage))
        else:
            yield " ".join(_anchored(passage))


def _anchored(passage: Passage) -> Iterator[str]:
    """Yield sentences and anchors; an anchor closes what comes from the same page."""
    last = ""
    for number, (text, labels) in enumerate(passage.sentences):
        anchor = _anchor(labels)
        if last and anchor != last:
            yield last
        yield escaped(text) if number == 0 else escaped_inside(text)
        last = anchor
    if last:
        yield last


def escaped_inside(text: str) -> str:
    """Return `text` escaped for a place within a line, where `#` or `-` are nothing special."""
    return _SPECIAL.sub(lambda m: f"\\{m[0]}", " ".join(_HIDDEN.sub(" ", text).split()))


def _members(passage: Passage) -> Iterator[str]:
    """Yield the lines of a list; an anchor stands where the page changes, and at the end."""
    for number, (text, labels) in enumerate(passage.sentences, 1):
        mark = f"{number}." if passage.ordered else "-"
        following = passage.sentences[number][1] if number < len(passage.sentences) else None
        anchor = _anchor(labels) if labels != following else ""
        yield f"{mark} {escaped(text)} {anchor}".rstrip()


def _rows(passage: Passage) -> Iterator[str]:
    """Yield the lines of a table, the first row as its head."""
    rows = [[cell.strip() for cell in row.split(" | ")] for row, _ in passage.sentences]
    width = max(map(len, rows))
    for number, row in enumerate(rows):
        cells = [_CELL.sub(r"\\|", escaped_inside(cell)) for cell in [*row, *[""] * width][:width]]
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * width}"
