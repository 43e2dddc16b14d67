"""The kit for graders: the sheet, the table to fill in, and what they must not see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.analysis.find import analyse
from builder.drafting.draft import draft
from builder.errors import Refused, problem
from builder.model import Extract
from builder.readers.markdown import read_extract
from builder.store.files import write_if_changed
from evaluation.answers import template
from evaluation.controls import choose_controls, load_controls
from evaluation.entry import Entry
from evaluation.sample import sample, shuffled
from evaluation.sheet import sheet


@dataclass(frozen=True, slots=True)
class Kit:
    """All entries in the order of the sheet, and how they were drawn."""

    entries: tuple[Entry, ...]
    drafted: dict[str, int]
    """Text to number of items that were drafted from it."""
    seed: str


def draw(texts: Sequence[Path], items: int, controls: int, seed: str) -> Kit:
    """Draft the extracts in memory and draw items and controls.

    The draw depends on the words of the texts, on `seed` and on what is drafted.

    Raises:
        Refused: an extract cannot be read, or two have one name.
    """
    extracts = _read(texts)
    digest = hashlib.sha256(b"\0".join(sorted(path.read_bytes() for path in texts))).hexdigest()
    shuffle = f"{seed}\0{digest}"
    drafted = {extract.slug: draft_entries(extract) for extract in extracts}
    chosen = sample([e for entries in drafted.values() for e in entries], items, shuffle)
    asked = {ref.quote for entry in chosen for ref in entry.item.sources()}
    mixed = [*chosen, *choose_controls(load_controls(), controls, shuffle, asked)]
    return Kit(
        tuple(shuffled(mixed, shuffle)),
        {slug: len(entries) for slug, entries in drafted.items()},
        seed,
    )


def _read(texts: Sequence[Path]) -> list[Extract]:
    extracts = [read_extract(path, Path()) for path in texts]
    slugs = [extract.slug for extract in extracts]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise Refused(
            problem("text-twice", f"{slug}.md", 0, "two texts have this name.", "Rename one.")
            for slug in twice
        )
    return sorted(extracts, key=lambda extract: extract.slug)


def draft_entries(extract: Extract) -> list[Entry]:
    """Draft a module of the extract; return its items with their objectives."""
    drafted = draft(analyse(extract), extract.slug)
    statements = {objective.id: objective.statement for objective in drafted.module.objectives}
    return [
        Entry(item, extract, statements.get(item.objective, ""))
        for item in drafted.bank.published()
    ]


def write_kit(kit: Kit, out: Path) -> list[Path]:
    """Write `sheet.md`, `answers.csv` and `secret.json` into `out`; return their paths.

    Raises:
        Refused: `out` holds another kit, or answers; nothing was written.
    """
    files = {
        "sheet.md": sheet(kit.entries),
        "answers.csv": template(len(kit.entries)),
        "secret.json": json.dumps(secret(kit), ensure_ascii=False, indent=1) + "\n",
    }
    advice = "Choose another folder, or delete what it holds."
    other = [
        problem("kit-exists", (out / name).as_posix(), 0, "here is another kit.", advice)
        for name, text in files.items()
        if (out / name).exists() and (out / name).read_bytes() != text.encode()
    ]
    if other:
        raise Refused(other)
    for name, text in files.items():
        write_if_changed(out / name, text.encode())
    return [out / name for name in files]


def secret(kit: Kit) -> dict[str, Any]:
    """Return what the report needs to know about each number of the sheet."""
    return {
        "seed": kit.seed,
        "drafted": kit.drafted,
        "entries": [
            {
                "number": number,
                "text": entry.extract.slug,
                "item": entry.item.id,
                "rule": entry.item.rule,
                "type": entry.item.type,
                "control": entry.control,
            }
            for number, entry in enumerate(kit.entries, 1)
        ],
    }
