"""One pass over the text: every sentence is tagged once and shown to every finder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from builder.analysis.attribution import statement
from builder.analysis.context import PassageContext, People
from builder.analysis.language import Tagged, tag
from builder.analysis.people import remember
from builder.analysis.points import FINDERS
from builder.model import Extract, Passage, Section, TeachingPoint

Kind = TypeVar("Kind", bound=TeachingPoint)


@dataclass(frozen=True)
class Analysis:
    """An extract with its tagged sentences and teaching points, in reading order."""

    extract: Extract
    sentences: tuple[Tagged, ...]
    points: tuple[TeachingPoint, ...]
    people: People

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Teaching points of one kind."""
        return tuple(point for point in self.points if isinstance(point, kind))

    @cached_property
    def lower_text(self) -> str:
        """All sentences and members, lower case, to look words up in."""
        return " ".join(
            sentence.text.lower()
            for passage in self.extract.passages()
            for sentence in (*passage.sentences, *passage.members)
        )


def analyse(extract: Extract) -> Analysis:
    """Find the teaching points of an extract; time linear in its length."""
    people = People()
    common = _common(extract)
    sentences: list[Tagged] = []
    points: list[TeachingPoint] = []
    for section in extract.sections:
        for tagged, context in _walk(extract, section, people, common):
            sentences.append(tagged)
            for find in FINDERS.values():
                points.extend(find(tagged, context))
    return Analysis(extract, tuple(sentences), tuple(points), people)


def _context(
    tagged: Tagged,
    extract: Extract,
    passage: Passage,
    people: People,
    previous: Tagged | None,
    last: bool,
) -> PassageContext:
    """What finders may know of a sentence; persons are remembered before they are looked up."""
    context = PassageContext(extract, passage, people, previous, last)
    remember(tagged, context)
    context.said = statement(tagged, context)
    return context


def _is_sentence(text: str) -> bool:
    """A member of a list that is a sentence of its own."""
    return text.rstrip().endswith(".") and text[:1].isupper() and len(text.split()) > 5


def _common(extract: Extract) -> frozenset[str]:
    """Words that the text has in lower case somewhere."""
    return frozenset(
        word.strip(".,;:()“”")
        for passage in extract.passages()
        for s in (*passage.sentences, *passage.members)
        for word in s.text.split()
        if word.islower()
    )


def _walk(
    extract: Extract, section: Section, people: People, common: frozenset[str]
) -> Iterator[tuple[Tagged, PassageContext]]:
    """Sentences of a section with the passage around them."""
    for passage in section.passages:
        previous: Tagged | None = None
        for index, sentence in enumerate(passage.sentences):
            tagged = tag(sentence, common)
            last = index == len(passage.sentences) - 1
            yield tagged, _context(tagged, extract, passage, people, previous, last)
            previous = tagged
        for member in passage.members:
            if _is_sentence(member.text):
                tagged = tag(member, common)
                yield tagged, _context(tagged, extract, passage, people, None, False)
