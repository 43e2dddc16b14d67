"""Items, in the words of IMS QTI and Haladyna: stem, options, key, distractors, rationale."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from builder.model.review import Bloom, Model, Reviewed, SourceRef


class Option(Model):
    """One answer of a choice or multiple item."""

    text: str
    key: bool = False
    rationale: str = Field("", description="Why it is right or wrong; shown once it is chosen")


class Pair(Model):
    """One correct association of a match item."""

    left: str
    right: str


class ItemBase(Reviewed):
    """What all items share."""

    id: str = Field(description="From teaching point and type: survives reordering")
    objective: str = Field("", description="Id of the learning objective")
    bloom: Bloom = Bloom.REMEMBER
    stem: str
    rationale: str = Field("", description="Why the key is right, with the quotation")
    source: SourceRef
    further_sources: tuple[SourceRef, ...] = Field(
        (), description="Other sentences that the item rests on, in the order of its parts"
    )
    teaching_point: str = Field("", description="Kind of teaching point it was drafted from")
    rule: str = Field("", description="Drafting rule that made it")

    def sources(self) -> tuple[SourceRef, ...]:
        """All sentences that the item rests on."""
        return (self.source, *self.further_sources)


class Choice(ItemBase):
    """One key among distractors."""

    type: Literal["choice"] = "choice"
    options: tuple[Option, ...]


class Multiple(ItemBase):
    """Select all that apply; scored per option (Couch 2018)."""

    type: Literal["multiple"] = "multiple"
    options: tuple[Option, ...]


class TrueFalse(ItemBase):
    """A statement that is true or false."""

    type: Literal["true_false"] = "true_false"
    answer: bool


class Match(ItemBase):
    """Associate each left side with its right side; spare right sides are distractors."""

    type: Literal["match"] = "match"
    pairs: tuple[Pair, ...]
    spare: tuple[str, ...] = ()


class Order(ItemBase):
    """Bring elements into sequence; kept in the right order."""

    type: Literal["order"] = "order"
    sequence: tuple[str, ...]


class Categorise(ItemBase):
    """Sort statements under categories."""

    type: Literal["categorise"] = "categorise"
    categories: dict[str, tuple[str, ...]]


class Number(ItemBase):
    """Enter a number; right within `tolerance` of `answer`."""

    type: Literal["number"] = "number"
    answer: float
    unit: str = ""
    tolerance: float = 0.0


class Text(ItemBase):
    """Enter a word or phrase; compared without case, punctuation and accents."""

    type: Literal["text"] = "text"
    accepted: tuple[str, ...]


class Open(ItemBase):
    """A short written answer, compared by the learner or a trainer with a model answer."""

    type: Literal["open"] = "open"
    model_answer: str


Item = Annotated[
    Choice | Multiple | TrueFalse | Match | Order | Categorise | Number | Text | Open,
    Field(discriminator="type"),
]


class ItemBank(Model):
    """All items of one course module."""

    module: str
    items: tuple[Item, ...] = ()

    def published(self) -> tuple[Item, ...]:
        """Items that may reach a learner: not rejected, not stale."""
        return tuple(i for i in self.items if i.status != "rejected" and not i.stale)
