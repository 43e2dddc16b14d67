"""What a finder may know beside the sentence it reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.analysis.language import Tagged
from builder.model import Extract, Passage


@dataclass(slots=True)
class People:
    """Persons of the extract as introduced so far: surname to full introduction."""

    introductions: dict[str, str] = field(default_factory=dict)

    def introduce(self, name: str, introduction: str) -> None:
        """Remember the longest introduction of a name."""
        known = self.introductions.get(name, "")
        if len(introduction) > len(known):
            self.introductions[name] = introduction

    def introduction(self, name: str) -> str:
        """The full introduction of a name, or the name itself."""
        return self.introductions.get(name, name)


@dataclass(frozen=True, slots=True)
class Statement:
    """The part of a sentence that is said, as token positions, and its owner.

    `end <= start` where there is an attribution that is not understood: nothing may be used.
    """

    start: int
    end: int
    owner: str = ""
    verb: int = -1
    """Index of the reporting verb, where there is one."""


@dataclass(slots=True)
class PassageContext:
    """The passage around a sentence."""

    extract: Extract
    passage: Passage
    people: People
    previous: Tagged | None
    """The sentence before, within the passage."""
    last: bool
    """The sentence is the last of its passage, so a list that follows is its own."""
    said: Statement = field(default_factory=lambda: Statement(0, 0))
    """The sentence without its attribution, and its owner."""
