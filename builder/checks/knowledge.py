"""What checks know about the source of a module, and the parts of an item by their role."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from builder.analysis.words import normalised
from builder.model import (
    Categorise,
    Choice,
    Extract,
    Item,
    Match,
    Multiple,
    Open,
    Order,
    Text,
)


@dataclass(frozen=True)
class Knowledge:
    """The extract, with its sentences ready to be looked up."""

    extract: Extract

    @cached_property
    def sentences(self) -> frozenset[str]:
        """Every sentence and list member, words only."""
        return frozenset(
            normalised(sentence.text)
            for passage in self.extract.passages()
            for sentence in (*passage.sentences, *passage.members)
        )


def options_of(item: Item) -> tuple[str, ...]:
    """Everything a learner chooses among or sorts."""
    match item:
        case Choice() | Multiple():
            return tuple(option.text for option in item.options)
        case Match():
            return (*(pair.right for pair in item.pairs), *item.spare)
        case Order():
            return item.sequence
        case Categorise():
            return tuple(text for texts in item.categories.values() for text in texts)
        case _:
            return ()


def keys_of(item: Item) -> tuple[str, ...]:
    """The texts that are right."""
    match item:
        case Choice() | Multiple():
            return tuple(option.text for option in item.options if option.key)
        case Match():
            return tuple(pair.right for pair in item.pairs)
        case Text():
            return item.accepted
        case Open():
            return (item.model_answer,)
        case _:
            return options_of(item)


def all_text(item: Item) -> str:
    """Everything that a learner reads before answering, and the key."""
    lefts = tuple(pair.left for pair in item.pairs) if isinstance(item, Match) else ()
    names = tuple(item.categories) if isinstance(item, Categorise) else ()
    return " ".join((item.stem, *lefts, *names, *options_of(item), *keys_of(item)))
