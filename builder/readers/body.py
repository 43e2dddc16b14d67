"""The body of an extract: blocks in, sections out, each sentence with its `Locator`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from builder.errors import problem
from builder.model.finding import Finding
from builder.model.text import Locator, Passage, Section, Sentence
from builder.readers.anchors import Anchor, AnchorReader
from builder.readers.blocks import Block, Heading, List, Paragraph, Verbatim
from builder.readers.front_matter import FrontMatter
from builder.readers.inline import plain_text, restore
from builder.readers.sentences import split_sentences


@dataclass(slots=True)
class _Span:
    """A sentence or list member on the way; `anchor` is found once the section is known."""

    text: str
    start: int
    anchor: Anchor | None = None


@dataclass(slots=True)
class _Unit:
    """A stretch of running text: its spans, and its anchors with their offsets."""

    line: int
    spans: list[_Span]
    anchors: list[tuple[int, Anchor]]


@dataclass(slots=True)
class _Passage:
    line: int
    sentences: list[_Span] = field(default_factory=list)
    members: list[_Span] = field(default_factory=list)
    ordered: bool = False
    verbatim: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Section:
    title: str
    passages: list[_Passage] = field(default_factory=list)
    units: list[_Unit] = field(default_factory=list)


@dataclass(slots=True)
class BodyReader:
    """Takes blocks one by one and makes sections of them."""

    slug: str
    front: FrontMatter
    file: str
    anchors: AnchorReader
    problems: list[Finding] = field(default_factory=list)
    sections: list[_Section] = field(default_factory=list)
    headings: int = 0
    lead: tuple[_Passage, int] | None = None
    """The passage just read, and the line on which a list has to begin to belong to it
    (0: wherever it begins, since the passage ends with a colon)."""

    def add(self, block: Block) -> None:
        """Read one block."""
        lead, self.lead = self.lead, None
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        else:
            passage = self._passage_for(block.line, lead)
            if isinstance(block, List):
                self._list(block, passage)
            else:
                self._verbatim(block, passage)

    def finish(self) -> tuple[Section, ...]:
        """Return the sections; say so if there is nothing to make them of."""
        if not any(section.passages for section in self.sections):
            advice = "Write ## headings, and text below them."
            self._refuse("extract-empty", self.front.end + 1, "the extract has no text.", advice)
        elif not self.headings:
            self._refuse(
                "extract-headings",
                self.front.end + 1,
                "the extract has no headings.",
                "Divide the text with ## headings; each makes a section.",
            )
        number = 0
        sections = []
        for section in self.sections:
            _assign_anchors(section.units)
            passages = []
            for passage in section.passages:
                if passage.sentences or passage.members or passage.verbatim:
                    passages.append(self._finished(passage, section.title, number))
                    number += 1
            sections.append(Section(section.title, tuple(passages)))
        return tuple(sections)

    def _finished(self, passage: _Passage, title: str, number: int) -> Passage:
        """Return the passage with the index `number`; members are counted after sentences."""
        spans = [*passage.sentences, *passage.members]
        sentences = [
            Sentence(
                span.text,
                Locator(self.slug, title, span.anchor.page if span.anchor else "", number, index),
            )
            for index, span in enumerate(spans)
        ]
        count = len(passage.sentences)
        labels = (span.anchor.label for span in spans if span.anchor and span.anchor.label)
        return Passage(
            sentences=tuple(sentences[:count]),
            members=tuple(sentences[count:]),
            ordered=passage.ordered,
            verbatim=tuple(passage.verbatim),
            line=passage.line,
            source=next(labels, ""),
        )

    def _heading(self, block: Heading) -> None:
        text, _ = self.anchors.split(plain_text(block.content), block.line)
        title = restore(text)
        self.headings += block.level > 1 or title != self.front.title
        if not title:
            self._refuse("extract-headings", block.line, "the heading is empty.", "Give it a text.")
        elif block.level > 1 or title != self.front.title:
            self.sections.append(_Section(title))

    def _paragraph(self, block: Paragraph) -> None:
        text, unit = self._unit(block.content, block.line)
        for start, sentence in split_sentences(text, self.front.language):
            unit.spans.append(_Span(sentence, start))
        if unit.spans:
            passage = _Passage(block.line, sentences=unit.spans)
            self._section().passages.append(passage)
            self.lead = passage, 0 if text.endswith(":") else block.end

    def _list(self, block: List, passage: _Passage) -> None:
        passage.ordered = block.ordered
        for item in block.items:
            member: _Span | None = None
            for content, line in item.paragraphs:
                text, unit = self._unit(content, line)
                if text and member:
                    member.text = f"{member.text} {text}"
                elif text:
                    member = _Span(text, 0)
                    unit.spans.append(member)
                    passage.members.append(member)

    def _verbatim(self, block: Verbatim, passage: _Passage) -> None:
        for content, line in block.rows:
            row = self._unit(content, line)[0] if block.table else content
            passage.verbatim.append(row)

    def _passage_for(self, line: int, lead: tuple[_Passage, int] | None) -> _Passage:
        """Return the passage that a list or table belongs to, a new one without a lead."""
        if lead and lead[1] in (0, line):
            return lead[0]
        passage = _Passage(line)
        self._section().passages.append(passage)
        return passage

    def _unit(self, content: str, line: int) -> tuple[str, _Unit]:
        """Return the folded text of `content`, and its unit, as yet without spans."""
        text, anchors = self.anchors.split(plain_text(content), line)
        unit = _Unit(line, [], anchors)
        self._section().units.append(unit)
        return restore(text), unit

    def _section(self) -> _Section:
        """Return the section being read; text before the first heading gets the title's."""
        if not self.sections:
            self.sections.append(_Section(self.front.title))
        return self.sections[-1]

    def _refuse(self, code: str, line: int, message: str, advice: str) -> None:
        self.problems.append(problem(code, self.file, line, message, advice))


def _assign_anchors(units: Iterable[_Unit]) -> None:
    """Give each span of one section the next anchor after its beginning, else the last one."""
    waiting: list[_Span] = []
    last: Anchor | None = None
    for unit in sorted(units, key=lambda unit: unit.line):
        spans = iter(unit.spans)
        span = next(spans, None)
        for offset, last in unit.anchors:
            while span and span.start < offset:
                waiting.append(span)
                span = next(spans, None)
            for closed in waiting:
                closed.anchor = last
            waiting.clear()
        if span:
            waiting.extend((span, *spans))
    for closed in waiting:
        closed.anchor = last
