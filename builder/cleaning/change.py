"""What a cleaning rule did, and how repairs are put into a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from types import ModuleType

from builder.cleaning.words import Words
from builder.importing.raw import RawDocument, RawPage

_CONTEXT = 28


class ChangeKind(StrEnum):
    """Removal of a text, repair of a text, or a notice about a text that stays as it is."""

    REMOVED = "removed"
    REPAIRED = "repaired"
    NOTICED = "noticed"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a rule did."""

    rule: str
    kind: ChangeKind
    page: str
    before: str
    after: str = ""
    context: str = ""
    """The words around it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` by `new`; with `new` None, only notice it."""

    start: int
    end: int
    new: str | None


def apply_edits(
    document: RawDocument, module: ModuleType, words: Words
) -> tuple[RawDocument, list[Change]]:
    """Return the document with the edits of a rule, and the changes."""
    changes: list[Change] = []
    pages: list[RawPage] = []
    for page in document.pages:
        blocks = []
        for block in page.blocks:
            edits = list(module.edits(block.text, words))
            changes.extend(_changes(module, page.label, block.text, edits))
            blocks.append(block.with_text(edited(block.text, edits)) if edits else block)
        pages.append(replace(page, blocks=tuple(blocks)))
    return document.with_pages(tuple(pages)), changes


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with `edits`, which are in order and do not overlap."""
    parts = []
    end = 0
    for edit in edits:
        if edit.new is not None:
            parts += [text[end : edit.start], edit.new]
            end = edit.end
    return "".join([*parts, text[end:]])


def _changes(
    module: ModuleType, page: str, text: str, edits: Iterable[Edit]
) -> Iterable[Change]:
    if getattr(module, "SILENT", False):
        return
    for edit in edits:
        kind = ChangeKind.NOTICED if edit.new is None else ChangeKind.REPAIRED
        around = text[max(0, edit.start - _CONTEXT) : edit.end + _CONTEXT]
        yield Change(
            module.NAME, kind, page, text[edit.start : edit.end], edit.new or "",
            " ".join(around.split()),
        )  # fmt: skip
