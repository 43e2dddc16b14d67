"""Cleaning: rules that take debris out of a raw document and mend its text.

One rule, one file, one line in `RULES`. A rule has a `NAME`, a `SUMMARY` for the report, and
either `edits(text, words)`, which yields repairs of the text of one block, or
`revise(document, words)`, which returns the document without what does not belong to it. `words`
is empty unless the rule says `ASKS_WORDS = True`, for counting takes time. `FORMATS` names the
formats that need the rule, if not all do.
Nothing is changed silently: each repair and removal is a `Change`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from builder.cleaning.change import Change, apply_edits
from builder.cleaning.words import Words
from builder.importing.raw import RawDocument

__all__ = ["RULES", "Change", "Cleaned", "Words", "clean", "rule"]

RULES: tuple[str, ...] = (
    "characters",
    "outside_pages",
    "navigation",
    "running_heads",
    "captions",
    "salutations",
    "ligatures",
    "letter_spacing",
    "hyphenation",
    "line_breaks",
    "glued_headings",
    "ordinals",
    "doubled_fragments",
    "lost_apostrophes",
    "spaced_hyphens",
    "lost_hyphens",
    "decimal_blanks",
    "footnotes",
    "lost_words",
    "run_in_headings",
)
"""Names of the rules in the order in which they are applied; later ones rely on earlier ones."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned document, with the account of what was done to it."""

    document: RawDocument
    changes: tuple[Change, ...]


def rule(name: str) -> ModuleType:
    """Return the module of the rule `name`."""
    return import_module(f"builder.cleaning.{name}")


def clean(document: RawDocument, rules: tuple[str, ...] = RULES) -> Cleaned:
    """Apply `rules` one after the other."""
    changes: list[Change] = []
    for name in rules:
        module = rule(name)
        if document.format not in getattr(module, "FORMATS", (document.format,)):
            continue
        words = Words.of(document) if getattr(module, "ASKS_WORDS", False) else Words()
        if hasattr(module, "edits"):
            document, done = apply_edits(document, module, words)
        else:
            document, done = module.revise(document, words)
        changes.extend(done)
    return Cleaned(document, tuple(changes))
