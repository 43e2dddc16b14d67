"""Segmentation: which stretches of a document become extracts, by its own structure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from builder.cleaning.contents_list import ContentsPage, Entry, contents_pages, page_text, words_of
from builder.extracting.topics import topic_cuts
from builder.importing.raw import BlockKind, RawBlock, RawDocument

Placed = tuple[str, RawBlock]
"""A block with the label of its page."""

_ASIDE = re.compile(
    r"(?i)(?:about (?:the )?(?:\w+\s?){1,4}$|acknowledge?ments?|annex(?:es)?\b|appendix|appendices|"
    r"(?:table of )?contents|references$|bibliography|index$|abbreviations|acronyms|"
    r"list of (?:abbreviations|acronyms|tables|figures|participants)|copyright|disclaimer|imprint)"
)
_NUMERAL = re.compile(
    r"^(?:[IVXL]{1,6}\.|\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}(?:\.\d{1,2})+|[A-Z]\.)\s+(?=\S)"
)
_SENTENCE = re.compile(r"\S+\s+\S+\s+[^.!?]*[a-z\d)”\"'’%][.!?][”\"')\]]*(?:\s+[A-Z“\"(]|\s*$)")
LONGEST = 5200
"""Words of an extract beyond which it is divided."""
LEAST = 220
"""Words below which a stretch is no extract of its own."""
_TOPIC = 1800
"""Words of an extract that is cut by topic."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document: the matter of one extract."""

    title: str
    blocks: tuple[Placed, ...]
    group: str = ""
    """Heading of the group in which it stands."""
    made_title: bool = False
    """The title is not in the document."""
    series: int = 0
    """Tells groups of the same heading apart."""

    def words(self) -> int:
        """Number of blank-separated words."""
        return sum(len(block.text.split()) for _, block in self.blocks)


@dataclass(frozen=True, slots=True)
class Outline:
    """The segments of a document, and what was set aside."""

    title: str
    segments: tuple[Segment, ...]
    aside: tuple[tuple[str, str, str], ...]
    """(reason, page, text) of what is no matter of the course."""


def outline(document: RawDocument) -> Outline:
    """Cut `document` into segments."""
    lists = contents_pages(document) if document.paged else []
    aside: list[tuple[str, str, str]] = []
    entries = next((found.entries for found in lists if found.entries), ())
    placed = _placed(document, lists, aside)
    title, placed = _title(document, placed, aside, bool(entries))
    segments = _by_contents(entries, placed, title, aside) if entries else []
    if not segments:
        segments = [Segment(title, tuple(placed))]
    found: list[Segment] = []
    for segment in segments:
        found += list(_divided(segment))
    return Outline(title, tuple(s for s in found if _has_text(s)), tuple(aside))


def _placed(
    document: RawDocument, lists: Sequence[ContentsPage], aside: list[tuple[str, str, str]]
) -> list[Placed]:
    """Return the blocks without contents lists and pages that hold no sentence."""
    skipped = {page.index for page in lists}
    placed: list[Placed] = []
    for index, page in enumerate(document.pages):
        if index in skipped:
            aside.append(("contents list", page.label, page_text(page)))
        elif (
            document.paged and document.format == "text" and not _SENTENCE.search(page_text(page))
            and not any(block.kind is BlockKind.ITEM for block in page.blocks)
        ):  # fmt: skip
            if text := page_text(page):
                aside.append(("title page", page.label, text))
        else:
            placed += [(page.label, block) for block in page.blocks]
    return placed


def _title(
    document: RawDocument,
    placed: list[Placed],
    aside: list[tuple[str, str, str]],
    listed: bool,
) -> tuple[str, list[Placed]]:
    """Return the title of the document, and the blocks without its title matter."""
    if listed or document.format == "pdf" and document.title:
        first = next((page_text(page) for page in document.pages if page_text(page)), "")
        return tidy(document.title or _capitals(first) or document.name), placed
    front: list[Placed] = []
    for label, block in placed:
        if block.kind in (BlockKind.ITEM, BlockKind.NOTE) or _SENTENCE.search(block.text):
            break
        front.append((label, block))
    after = placed[len(front) :]
    headings = [b for _, b in front if b.kind is BlockKind.HEADING]
    best = _best_title([block for _, block in front])
    if headings and not best:
        best = headings[0].text
    if len(headings) > 1 and headings[-1] is front[-1][1] and headings[-1].text != best:
        front, after = front[:-1], [front[-1], *after]  # heading of the first section
    if not after:
        return tidy(document.title or best or document.name), placed
    aside += [("title matter", label, b.text) for label, b in front if b.text != best]
    return tidy(document.title or best), after


def _best_title(blocks: Sequence[RawBlock]) -> str:
    """Return the block that looks most like the title of a document, or ""."""
    texts = [" ".join(block.text.split()) for block in blocks]
    folded = [text.lower() for text in texts]
    best, most = "", 0
    for block, text in zip(blocks, texts, strict=True):
        words = text.split()
        if re.search(r"[#@|•]|https?:|\.\w{2,3}$|,$|:$", text) or not 1 < len(words) <= 20:
            continue
        score = 2 * (folded.count(text.lower()) > 1) + (block.kind is BlockKind.HEADING)
        score += (block.level == 1) + (len(words) > 2) - bool(re.search(r"\d{4}|^photo", text, re.I))
        if score > most or (text.lower() == best.lower() and _capital_count(text) < _capital_count(best)):
            best, most = text, score
    return best


def _capital_count(text: str) -> int:
    return sum(letter.isupper() for letter in text)


def _capitals(text: str) -> str:
    """Return the words in capitals that `text` begins with, as a title."""
    words: list[str] = []
    for word in text.split():
        if not (word.isupper() or (words and word in "&-–:")):
            break
        words.append(word)
    return " ".join(words) if len(words) > 1 else ""


def _by_contents(
    entries: Sequence[Entry],
    placed: list[Placed],
    title: str,
    aside: list[tuple[str, str, str]],
) -> list[Segment]:
    """Return a segment for each entry of the contents list that has text."""
    starts = _entry_starts(entries, placed, aside)
    if len(starts) < 2:
        return []
    before = placed[: starts[0][0]]
    aside += [("before the first title", label, block.text) for label, block in before]
    segments: list[Segment] = []
    ends = [start for start, _ in starts[1:]] + [len(placed)]
    for (start, entry), end in zip(starts, ends, strict=True):
        blocks = placed[start:end]
        if _ASIDE.match(entry.title):
            aside += [(f"set aside: {entry.title}", label, block.text) for label, block in blocks]
        elif blocks:
            segments.append(Segment(tidy(entry.title), tuple(blocks), tidy(entry.group), series=entry.series))
    return segments


def _entry_starts(
    entries: Sequence[Entry], placed: list[Placed], aside: list[tuple[str, str, str]]
) -> list[tuple[int, Entry]]:
    """Return at which block each entry begins; entries that cannot be found are left out."""
    starts: list[tuple[int, Entry]] = []
    last = 0
    titles = [(reason, page, text) for reason, page, text in aside if reason == "title page"]
    for entry in entries:
        page = entry.page or _page_of_title(entry.title, titles, placed, last)
        at = next((i for i, (label, _) in enumerate(placed) if _at_least(label, page)), None)
        if not page or at is None or (starts and at < starts[-1][0]):
            continue
        at = _heading_on_page(placed, at, entry.title)
        if starts and starts[-1][0] == at:
            starts.pop()
        starts.append((at, entry))
        last = page
    return starts


def _page_of_title(
    title: str, titles: Sequence[tuple[str, str, str]], placed: list[Placed], after: int
) -> int:
    """Return the page of an entry without one: that of the title page that names it."""
    words = words_of(title)[:2]
    pages = [(label, text) for _, label, text in titles]
    pages += [(label, block.text) for label, block in placed]
    for label, text in pages:
        if label.isdecimal() and int(label) > after and words_of(text)[: len(words)] == words:
            return int(label)
    return 0


def _at_least(label: str, page: int) -> bool:
    return label.isdecimal() and int(label) >= page


def _heading_on_page(placed: list[Placed], at: int, title: str) -> int:
    """Return where on the page the heading `title` stands, `at` if it does not."""
    wanted = words_of(title)
    page = placed[at][0]
    if placed[at][1].kind is BlockKind.HEADING:
        return at
    for index in range(at, len(placed)):
        label, block = placed[index]
        if label != page:
            break
        if block.kind is BlockKind.HEADING and words_of(tidy(block.text)) == wanted:
            return index
    return at


def _divided(segment: Segment) -> Iterator[Segment]:
    """Yield the segment, or its parts if it is too long for one module."""
    if segment.words() <= LONGEST:
        yield segment
        return
    levels = sorted({b.level for _, b in segment.blocks if b.kind is BlockKind.HEADING})
    for level in levels:
        cuts = [
            index
            for index, (_, block) in enumerate(segment.blocks)
            if block.kind is BlockKind.HEADING and block.level == level
        ]
        if len(cuts) >= 2:
            yield from _cut(segment, cuts)
            return
    yield from _cut_by_topic(segment)


def _cut(segment: Segment, cuts: list[int]) -> Iterator[Segment]:
    """Yield the stretches between headings; very short ones go with the one before."""
    group = segment.title or segment.group
    parts: list[Segment] = []
    if cuts[0] > 0:
        parts.append(Segment(segment.title, segment.blocks[: cuts[0]], group))
    for start, end in pairwise([*cuts, len(segment.blocks)]):
        title = segment.blocks[start][1].text
        part = Segment(tidy(title), segment.blocks[start + 1 : end], group)
        if _ASIDE.match(part.title) and part.words() < LEAST:
            continue
        if parts and part.words() < LEAST and not _NUMERAL.match(title):
            blocks = (*parts[-1].blocks, *segment.blocks[start:end])
            parts[-1] = replace(parts[-1], blocks=blocks)
        else:
            parts.append(part)
    if len(parts) > 1 and parts[0].words() < LEAST and parts[0].title == segment.title:
        first = parts.pop(0)
        parts[0] = replace(parts[0], blocks=(*first.blocks, *parts[0].blocks))
    for part in parts:
        yield from _divided(part) if part.words() < segment.words() else (part,)


def _cut_by_topic(segment: Segment) -> Iterator[Segment]:
    """Yield stretches of about `_TOPIC` words, cut where the topic changes."""
    texts = [block.text for _, block in segment.blocks]
    cuts = topic_cuts(texts, _TOPIC)
    if not cuts:
        yield segment
        return
    for number, (start, end) in enumerate(pairwise([0, *cuts, len(texts)]), 1):
        title = f"{segment.title}, part {number}"
        yield Segment(title, segment.blocks[start:end], segment.title, made_title=True)


def _has_text(segment: Segment) -> bool:
    return any(
        block.kind is not BlockKind.HEADING and re.search(r"[^\W\d_]{3}", block.text)
        for _, block in segment.blocks
    )


def tidy(title: str) -> str:
    """Return a title without number, with a capital, and not all in capitals."""
    text = " ".join(_NUMERAL.sub("", title.strip()).split()).strip(" .,;:–-")
    text = re.sub(r"\s+:", ":", text)
    if text.isupper() and len(text) > 5:
        words = [
            word if index and word in _SMALL else word.capitalize()
            for index, word in enumerate(text.lower().split())
        ]
        text = " ".join(words)
    return text[:1].upper() + text[1:] if text else ""


_SMALL = frozenset("a an and as at by for from in of on or the to with".split())
