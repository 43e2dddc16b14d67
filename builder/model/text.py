"""Source text, from the extract down to the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a sentence stands: the address that everything published carries."""

    extract: str
    """Slug of the extract."""
    section: str
    """Title of the section."""
    page: str
    """Page or label of the source document, as it is shown ("38", "38–39", "address"); or ""."""
    paragraph: int
    """Index of the passage within the extract, from 0."""
    sentence: int
    """Index of the sentence within the passage, from 0."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one member of a list, exactly as the extract has it."""

    text: str
    locator: Locator


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, with the list that it introduces if there is one."""

    sentences: tuple[Sentence, ...]
    members: tuple[Sentence, ...] = ()
    """Members of the list that follows, bullets and numbers removed."""
    ordered: bool = False
    """The list is numbered."""
    verbatim: tuple[str, ...] = ()
    """Rows of a table or lines of a block that are shown but not analysed."""
    line: int = 0
    """Line of the file on which it begins, from 1."""
    source: str = ""
    """Label of the source document, where an extract draws on several."""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading."""

    title: str
    passages: tuple[Passage, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Sentences of running text, without list members."""
        for passage in self.passages:
            yield from passage.sentences


@dataclass(frozen=True, slots=True)
class Extract:
    """A thematic extract: the text of one course module."""

    slug: str
    title: str
    sections: tuple[Section, ...]
    kind: str = "report"
    """What the source is: workshop, seminar, briefing, report, speech …"""
    held: str = ""
    """ISO date, month or year of the meeting, or ""."""
    source: str = ""
    """Citation of the source document."""
    sources: dict[str, str] = field(default_factory=dict)
    """Label to citation, where the extract draws on several documents."""
    as_of: int | None = None
    """Year of figures that have no date of their own."""
    pages: str = ""
    """Pages drawn on, as declared ("19-21, 37-41")."""
    names: dict[str, str] = field(default_factory=dict)
    """Label or pages ("19-21") to how items name that part ("the 2008 summary report")."""
    language: str = "en"

    def passages(self) -> Iterator[Passage]:
        """All passages in reading order."""
        for section in self.sections:
            yield from section.passages

    def sentences(self) -> Iterator[Sentence]:
        """Sentences of running text in reading order, without list members."""
        for passage in self.passages():
            yield from passage.sentences

    def words(self) -> int:
        """Number of blank-separated words, list members included."""
        return sum(
            len(sentence.text.split())
            for passage in self.passages()
            for sentence in (*passage.sentences, *passage.members)
        )
