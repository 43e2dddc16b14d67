"""One document, from its file to the drafts of its extracts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.cleaning import Change, clean
from builder.cleaning.change import ChangeKind
from builder.errors import Refused, problem
from builder.extracting.course import Imported
from builder.extracting.outline import outline
from builder.extracting.people import speakers
from builder.extracting.sections import ExtractDraft, arrange
from builder.extracting.topics import key_phrase
from builder.importing import RawDocument, read_raw
from builder.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Account:
    """What was understood of a document, and what became of the rest."""

    imported: Imported
    format: str
    pages: int
    words: int
    changes: tuple[Change, ...]
    aside: tuple[tuple[str, str, str], ...]
    """(reason, page, text) of what is no matter of the course."""
    people: tuple[tuple[str, str], ...]


def import_file(path: Path) -> Account | tuple[Finding, ...]:
    """Return the account of the document at `path`, or why it is refused."""
    try:
        return import_document(read_raw(path))
    except Refused as refused:
        return refused.findings


def import_document(document: RawDocument) -> Account:
    """Clean a document, and cut and arrange it as extracts.

    Raises:
        Refused: nothing is left that a course could be made of.
    """
    cleaned = clean(document)
    found = outline(cleaned.document)
    heads = [text for reason, _, text in found.aside if reason == "title matter"]
    heads += [c.before for c in cleaned.changes if c.rule == "captions"]
    if len(found.segments) > 1:
        heads = []
    extracts = tuple(arrange(segment, heads) for segment in found.segments)
    extracts = tuple(draft for draft in extracts if draft.words())
    if not extracts:
        what = "no text is left once menus, headings and title pages are taken out."
        advice = "Give a document with sentences; one that was scanned needs OCR first."
        raise Refused([problem("import-no-text", document.name, 0, what, advice)])
    text = "\n".join(block.text for _, block in cleaned.document.blocks())
    title = found.title
    if not title or title == document.name:
        title = key_phrase(text) or Path(document.name).stem
    for draft in extracts:
        if not draft.title or draft.title == document.name:
            _retitle(draft, title)
    return Account(
        Imported(document.name, title, extracts),
        document.format,
        len([page for page in document.pages if page.label not in ("", "outside")]),
        document.words(),
        cleaned.changes,
        found.aside,
        tuple(speakers(text)),
    )


def _retitle(draft: ExtractDraft, title: str) -> None:
    """Give a draft without a title that of its document, which was made from its words."""
    for section in draft.sections:
        if not section.title or section.title == draft.title:
            section.title = title
            section.made_title = True
    draft.title = title
    draft.made_title = True


def removed_text(account: Account) -> str:
    """Return all that was left out of a document, by reason."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for change in account.changes:
        if change.kind is ChangeKind.REMOVED:
            groups.setdefault(change.rule, []).append((change.page, change.before))
    for reason, page, text in account.aside:
        groups.setdefault(reason, []).append((page, text))
    lines: list[str] = []
    for reason, entries in groups.items():
        lines.append(f"== {reason}\n")
        for page, text in entries:
            where = f"[p. {page}] " if page and page != "outside" else ""
            lines.append(f"{where}{text}\n")
    return "\n".join(lines)
