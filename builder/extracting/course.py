"""Proposal of a course: slugs, parts, order and minutes for the extracts that were found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from builder.extracting.sections import ExtractDraft
from builder.model.course import Course, ModuleEntry, Part

_LONGEST_SLUG = 48
_WORDS_A_MINUTE = 70
"""Reading, and answering what was read, at the pace of a second language."""
_LEAST_MINUTES, _MOST_MINUTES = 15, 90


@dataclass(frozen=True, slots=True)
class Imported:
    """A document with the extracts that were made of it."""

    name: str
    title: str
    extracts: tuple[ExtractDraft, ...]


def slug_of(title: str, taken: set[str]) -> str:
    """Return a slug for `title` that is not in `taken`, and add it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    slug = ""
    for word in words:
        if len(slug) + 1 + len(word) > _LONGEST_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word
    slug = (slug or "-".join(words)[:_LONGEST_SLUG].strip("-") or "module").removesuffix("-")
    number, found = 2, slug
    while found in taken:
        found = f"{slug}-{number}"
        number += 1
    taken.add(found)
    return found


def propose(documents: Sequence[Imported], title: str) -> tuple[Course, list[str]]:
    """Return the course, and the slugs of all extracts in order."""
    taken: set[str] = set()
    slugs: list[str] = []
    parts: list[Part] = []
    alone = all(len(document.extracts) == 1 for document in documents)
    single: list[ModuleEntry] = []
    for document in documents:
        groups = groupby(document.extracts, key=lambda draft: (draft.group or document.title, draft.series))
        for (group, _), drafts in groups:
            found = list(drafts)
            entries = []
            for draft in found:
                slugs.append(slug_of(draft.title, taken))
                entries.append(_entry(slugs[-1], draft))
            if alone:
                single += entries
            else:
                parts.append(Part(title=_part_title(group, found), modules=tuple(entries)))
    if single:
        parts = [Part(title=title, modules=tuple(single))]
    minutes = sum(entry.minutes for part in parts for entry in part.modules)
    course = Course(
        id=slug_of(title, set()),
        title=title,
        hours=max(0.5, round(minutes / 30) / 2),
        parts=tuple(_named_apart(parts)),
    )
    return course, slugs


def _entry(slug: str, draft: ExtractDraft) -> ModuleEntry:
    minutes = 5 * round(draft.words() / _WORDS_A_MINUTE / 5)
    minutes = min(_MOST_MINUTES, max(_LEAST_MINUTES, minutes))
    return ModuleEntry(id=slug, extract=f"extracts/{slug}.md", minutes=minutes)


def _part_title(group: str, drafts: Sequence[ExtractDraft]) -> str:
    """Return the title of a part; the year of its meetings tells parts of one name apart."""
    years = sorted({draft.meta.held[:4] for draft in drafts if draft.meta.held})
    if not years or len(drafts) < 2:
        return group
    return f"{group} ({years[0]}–{years[-1]})" if len(years) > 1 else f"{group} ({years[0]})"


def _named_apart(parts: Sequence[Part]) -> list[Part]:
    """Return the parts with a number where two have the same title."""
    seen: dict[str, int] = {}
    named = []
    for part in parts:
        seen[part.title] = count = seen.get(part.title, 0) + 1
        title = part.title if count == 1 else f"{part.title} ({count})"
        named.append(Part(title=title, modules=part.modules))
    return named
