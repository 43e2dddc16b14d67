"""A segment arranged as an extract: sections of passages, each sentence with its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from builder.cleaning.contents_list import words_of
from builder.extracting.meta import Meta, meta_of
from builder.extracting.outline import Placed, Segment, tidy
from builder.extracting.topics import key_phrase, topic_cuts
from builder.importing.raw import BlockKind, RawBlock
from builder.readers.sentences import split_sentences

_ENDED = re.compile(r"[.!?:][\"'”’)\]]*$")
_LONG_PASSAGE = 190
_PASSAGE = 110
_LONG_SECTION = 700
"""Words of a text without headings beyond which it is divided by topic."""
_SECTION = 380
_LEANING = re.compile(
    r"(?:This|These|That|Those|Such|It|They|He|She|His|Her|Its|Their|However|Therefore|Thus|Also|"
    r"Furthermore|Moreover|Nevertheless|Still|Yet|Here|Instead|Rather|Further|Hence|Likewise|"
    r"Similarly|Second|Secondly|Third|Thirdly|Finally|Fourth|The (?:former|latter|first|second))\b"
)


@dataclass(slots=True)
class Passage:
    """A paragraph, list or table on its way into an extract."""

    kind: BlockKind
    sentences: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Sentences, members or rows, each with the labels of its pages."""
    ordered: bool = False

    def words(self) -> int:
        """Number of blank-separated words."""
        return sum(len(text.split()) for text, _ in self.sentences)


@dataclass(slots=True)
class SectionDraft:
    """A section on its way into an extract."""

    title: str
    level: int
    passages: list[Passage] = field(default_factory=list)
    made_title: bool = False


@dataclass(slots=True)
class ExtractDraft:
    """An extract on its way to its file."""

    title: str
    meta: Meta
    sections: list[SectionDraft]
    group: str = ""
    made_title: bool = False
    series: int = 0
    broken: list[str] = field(default_factory=list)
    """Pages on which a passage was cut, since the paragraphs of the source were lost."""

    def words(self) -> int:
        """Number of blank-separated words."""
        return sum(p.words() for section in self.sections for p in section.passages)

    def pages(self) -> list[str]:
        """Labels of the pages drawn on, in order."""
        found = {
            label: None
            for section in self.sections
            for passage in section.passages
            for _, labels in passage.sentences
            for label in labels
        }
        return list(found)


def arrange(segment: Segment, heads: Sequence[str] = ()) -> ExtractDraft:
    """Return the segment as an extract; `heads` is what is known of the document's head."""
    blocks = list(segment.blocks)
    own: list[str] = []
    while blocks and blocks[0][1].kind is BlockKind.HEADING and _is_head(blocks[0][1], segment):
        own.append(blocks.pop(0)[1].text)
    body = " ".join(block.text for _, block in blocks)
    sections = _sections(segment.title, blocks)
    if len(sections) == 1:
        sections = list(_by_topic(sections[0]))
    draft = ExtractDraft(
        segment.title, meta_of([*own, *heads], body), sections, segment.group, segment.made_title,
        segment.series,
    )  # fmt: skip
    for section in sections:
        section.passages = [part for p in section.passages for part in _cut(p, draft)]
    return draft


def _is_head(block: RawBlock, segment: Segment) -> bool:
    """Say whether a heading is the title block or the title of the segment itself."""
    title_block = block.bold and block.level == 1 and len(block.text.split()) > 12
    return title_block or words_of(tidy(block.text)) == words_of(segment.title)


def _sections(title: str, blocks: list[Placed]) -> list[SectionDraft]:
    """Return the sections; a heading with nothing below it is joined to the next."""
    top = min((b.level for _, b in blocks if b.kind is BlockKind.HEADING), default=0)
    sections = [SectionDraft(title, 0)]
    for kind, group in groupby(blocks, key=lambda placed: placed[1].kind is BlockKind.HEADING):
        placed = list(group)
        if not kind:
            sections[-1].passages += _passages(placed)
            continue
        for _, block in placed:
            text = tidy(block.text)
            if re.search(r"[^\W\d_]{2}", text):
                sections.append(SectionDraft(text, min(block.level - top, 2)))
    return [section for section in sections if section.passages]


def _passages(placed: list[Placed]) -> list[Passage]:
    """Return the passages; text that a page breaks is joined, notes come last."""
    notes = [(label, block) for label, block in placed if block.kind is BlockKind.NOTE]
    found: list[Passage] = []
    pending: list[tuple[str, str]] = []

    def close() -> None:
        if pending:
            found.append(Passage(BlockKind.TEXT, list(_paged_sentences(pending))))
            pending.clear()

    for label, block in placed:
        if block.kind is BlockKind.TEXT:
            same_page = bool(pending) and pending[-1][0] == label
            if pending and (same_page or _ENDED.search(pending[-1][1])):
                close()
            pending.append((label, block.text))
        elif block.kind is BlockKind.ITEM:
            close()
            last = found[-1] if found else None
            if last is None or last.kind is not BlockKind.ITEM or last.ordered != block.ordered:
                found.append(last := Passage(BlockKind.ITEM, ordered=block.ordered))
            last.sentences.append((block.text, _labels(label)))
        elif block.kind is BlockKind.TABLE:
            close()
            rows = [(row, _labels(label)) for row in block.text.split("\n") if row.strip()]
            found.append(Passage(BlockKind.TABLE, rows))
    close()
    for label, block in notes:
        if _ENDED.search(block.text) and not block.text.endswith(":"):
            found.append(Passage(BlockKind.TEXT, list(_paged_sentences([(label, block.text)]))))
    return [passage for passage in found if passage.sentences]


def _labels(label: str) -> tuple[str, ...]:
    return (label,) if label else ()


def _paged_sentences(pieces: list[tuple[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the sentences of text that runs over pages, each with its pages."""
    text = ""
    starts: list[tuple[int, str]] = []
    for label, piece in pieces:
        if text and not re.search(r"\w-$", text):
            text += " "
        starts.append((len(text), label))
        text += " ".join(piece.split())
    for offset, sentence in split_sentences(text):
        end = offset + len(sentence)
        labels = [
            label
            for (start, label), after in zip(
                starts, [s for s, _ in starts[1:]] + [len(text)], strict=True
            )
            if label and start < end and after > offset
        ]
        yield sentence, tuple(dict.fromkeys(labels))


def _cut(passage: Passage, draft: ExtractDraft) -> Iterator[Passage]:
    """Yield a passage, or pieces of it if it is a page long, cut where a sentence can begin one."""
    if passage.kind is not BlockKind.TEXT or passage.words() <= _LONG_PASSAGE:
        yield passage
        return
    draft.broken += [label for _, labels in passage.sentences for label in labels]
    piece = Passage(BlockKind.TEXT)
    left = passage.words()
    for sentence in passage.sentences:
        full = piece.words() >= _PASSAGE and left > _PASSAGE // 3
        if full and not _LEANING.match(sentence[0]):
            yield piece
            piece = Passage(BlockKind.TEXT)
        piece.sentences.append(sentence)
        left -= len(sentence[0].split())
    yield piece


def _by_topic(section: SectionDraft) -> Iterator[SectionDraft]:
    """Yield a section without headings in parts by topic, each with a title in its own words."""
    words = [passage.words() for passage in section.passages]
    if sum(words) <= _LONG_SECTION:
        yield section
        return
    texts = [" ".join(text for text, _ in p.sentences) for p in section.passages]
    cuts = topic_cuts(texts, _SECTION)
    taken: list[str] = []
    for start, end in pairwise([0, *cuts, len(texts)]):
        rest = " ".join([*texts[:start], *texts[end:]])
        title = key_phrase(" ".join(texts[start:end]), rest, taken)
        taken.append(title or section.title)
        yield SectionDraft(title or section.title, 0, section.passages[start:end], bool(title))
