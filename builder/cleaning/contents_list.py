"""The contents list of a document: titles with pages, and titles without."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from builder.importing.raw import RawDocument, RawPage

_HEAD = re.compile(r"(?i)(?:^|\s)(?:table of )?contents?\s*:?\s+(?=\S)")
_LEADERS = re.compile(r"(?:\s?\.){3,}|…+|_{3,}")
_ENTRY = re.compile(r"(.+?)\s+(\d{1,4})(?=\s|$)", re.DOTALL)
_SENTENCE = re.compile(r"[a-z]{2}[.!?]\s+[A-Z]")
_WORD = re.compile(r"[^\W_]+")
_NEAR = 160
_GROUP = 3
"""A heading of a group has at least so many words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list."""

    title: str
    page: int
    """0 if the list does not give it."""
    group: str = ""
    """The heading in the list under which it stands."""
    series: int = 0
    """How many headings of groups stand before it, for they may have the same words."""


@dataclass(frozen=True, slots=True)
class ContentsPage:
    """A page that is a contents list."""

    index: int
    """Of the page in the document."""
    text: str
    entries: tuple[Entry, ...]
    """Titles with pages; none if the list gives no pages."""


def contents_pages(document: RawDocument) -> list[ContentsPage]:
    """Return the contents lists of `document`, in order."""
    found: list[ContentsPage] = []
    for index, page in enumerate(document.pages):
        text = page_text(page)
        head = _HEAD.search(text[:_NEAR])
        if head and not _SENTENCE.search(text):
            listed = _LEADERS.sub(" ", text[head.end() :])
            found.append(ContentsPage(index, listed, _entries(listed)))
    return found


def page_text(page: RawPage) -> str:
    """Return the text of all blocks of a page on one line."""
    return " ".join(" ".join(block.text.split()) for block in page.blocks)


def words_of(text: str) -> list[str]:
    """Return the words of `text` in lower case, without punctuation."""
    return [match[0].lower() for match in _WORD.finditer(text)]


def _entries(text: str) -> tuple[Entry, ...]:
    """Return titles with rising page numbers; what follows the last is an entry without one."""
    found: list[tuple[str, int]] = []
    end = last = 0
    for match in _ENTRY.finditer(text):
        page = int(match[2])
        if page >= last:
            found.append((text[end : match.end(1)].strip(" .,;"), page))
            end, last = match.end(), page
    if len(found) < 3:
        return ()
    if rest := text[end:].strip():
        found.append((rest, 0))
    return tuple(_grouped(found))


def _grouped(found: list[tuple[str, int]]) -> list[Entry]:
    """Take the headings of groups out of the titles: words with which several titles begin."""
    phrases: Counter[tuple[str, ...]] = Counter()
    for title, _ in found:
        words = words_of(title)
        for size in range(_GROUP, len(words)):
            phrases.update({tuple(words[at : at + size]) for at in range(len(words) - size + 1)})
    often = [phrase for phrase, count in phrases.items() if count >= 2]
    best = max(often, key=lambda phrase: (phrases[phrase] * len(phrase), phrase), default=())
    entries: list[Entry] = []
    group = ""
    series = 0
    for title, page in found:
        span = _span(title, best) if best else None
        if span:
            if before := title[: span[0]].strip(" .,;:"):
                entries.append(Entry(before, 0))
            series += 1
            group, title = title[span[0] : span[1]].strip(), title[span[1] :].strip(" .,;:")
        entries.append(Entry(title, page, group if page else "", series))
    return [entry for entry in entries if entry.title]


def _span(title: str, phrase: tuple[str, ...]) -> tuple[int, int] | None:
    """Return where the last occurrence of `phrase` stands in `title`."""
    tokens = list(_WORD.finditer(title))
    words = [token[0].lower() for token in tokens]
    for at in range(len(words) - len(phrase), -1, -1):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return tokens[at].start(), tokens[at + len(phrase) - 1].end()
    return None
