"""Teaching points: typed, source-anchored statements that can be taught and assessed.

Each holds contiguous spans of one sentence (or of one list), never a rewording: what a rule
drafts from it can be found again in the source by looking.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from builder.model.text import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachingPoint:
    """What all kinds share."""

    kind: ClassVar[str] = ""
    sentence: Sentence
    """The sentence it comes from."""
    also: Sentence | None = None
    """A second sentence, where the point needs two."""
    owner: str = ""
    """Whose statement it is, where the source says so ("according to the ILO")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(TeachingPoint):
    """“X is a G that …”: `term` X without article, `body` the genus and difference."""

    kind: ClassVar[str] = "definition"
    term: str
    body: str
    plural: bool = False
    """The term is plural."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast(TeachingPoint):
    """“X …, whereas Y …”: two subjects, each with a predicate of the same form."""

    kind: ClassVar[str] = "contrast"
    left: str
    left_says: str
    right: str
    right_says: str
    plural: bool = False
    """Number of the left subject."""
    agree: bool = True
    """Both subjects have the same number, so that their predicates can be exchanged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration(TeachingPoint):
    """A closed list: "Three forces drive migration: a, b and c."""

    kind: ClassVar[str] = "enumeration"
    head: str
    """Head noun phrase without the count ("forces")."""
    question: str
    """What the members answer, ready for a stem ("Which three forces drive migration?")."""
    topic: str
    """The same as a noun phrase ("the three forces that drive migration")."""
    members: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause(TeachingPoint):
    """“Effect because cause”, “Cause leads to effect”."""

    kind: ClassVar[str] = "cause"
    cause: str
    effect: str
    clausal: bool
    """Both sides are clauses (because); otherwise both are noun phrases (leads to)."""
    cue: str
    """The word or phrase that licenses it."""
    hedge: str = ""
    """Modal of the source ("can", "may"), or ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(TeachingPoint):
    """“Governments should …”: who (`agent`), what (`measure`, a bare verb phrase), what for."""

    kind: ClassVar[str] = "recommendation"
    agent: str
    measure: str
    purpose: str = ""
    """What for ("protect workers"), where the source says so; `measure` ends before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(TeachingPoint):
    """“Ms N, function, argued that …”: never taught as fact.

    `owner` is as introduced, with function ("Ms Julia Nielson, Senior Trade Specialist at …").
    """

    kind: ClassVar[str] = "claim"
    name: str
    """Short form ("Ms Nielson", "the ILO")."""
    verb: str
    content: str
    """The clause after "that", without a full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(TeachingPoint):
    """A number with unit, what is counted and when."""

    kind: ClassVar[str] = "figure"
    value: float
    written: str
    """The number as the sentence has it ("167 billion")."""
    unit: str
    year: int | None
    approximate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(TeachingPoint):
    """Something that happened at a date that the sentence names."""

    kind: ClassVar[str] = "event"
    year: int
    what: str
    """The sentence without its date, still a full sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym(TeachingPoint):
    """“Long form (LF)”."""

    kind: ClassVar[str] = "acronym"
    short: str
    long: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example(TeachingPoint):
    """A case: where or who, and what was done there."""

    kind: ClassVar[str] = "example"
    case: str
    """Country, city, project or organisation."""
    what: str
    """The sentence without the case, still a full clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(TeachingPoint):
    """“Grain must be dried …”: what should be so with a thing, without saying who sees to it."""

    kind: ClassVar[str] = "requirement"
    subject: str
    predicate: str
    """From the modal on ("should be dried before storage")."""
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(TeachingPoint):
    """“If X, Y”: two clauses, of which the second holds where the first does."""

    kind: ClassVar[str] = "condition"
    cue: str
    """"if", "when", "unless" …"""
    condition: str
    consequence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(TeachingPoint):
    """“X is cheaper than Y”: which cannot hold the other way round."""

    kind: ClassVar[str] = "comparison"
    left: str
    right: str
    middle: str
    """From the verb to "than" ("is cheaper than")."""
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(TeachingPoint):
    """“X rose from A to B”: a quantity at two times."""

    kind: ClassVar[str] = "change"
    what: str
    verb: str
    """The verb of the sentence ("rose")."""
    opposite: str
    """A verb of the other direction ("fell")."""
    start: str
    """First value with its time as the sentence has it ("23 in 2018")."""
    end: str
    plural: bool
