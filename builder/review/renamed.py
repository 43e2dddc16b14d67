"""Files of a module that has another name now: found by the sentences they rest on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from builder.model import Extract, ModuleEntry
from builder.review.ground import Ground
from builder.review.identity import LISTS, sources_of
from builder.store import load_bank, load_module

_ENOUGH = 0.5
"""Share of sentences that the extract has to have still."""


def former_names(root: Path, modules: Iterable[tuple[ModuleEntry, Extract]]) -> dict[str, str]:
    """Slug of each module without files to the slug of the files that it had under another name.

    Files belong to a module that is not in the course any more, and at least half of the
    sentences they quote are in the extract.

    Raises:
        Refused: such a file cannot be read.
    """
    entries = list(modules)
    present = {entry.id for entry, _ in entries}
    left = {slug: None for slug in _slugs(root) if slug not in present}
    newcomers = [(e, x) for e, x in entries if left and not _files(root, e.id)]
    quotes = {slug: _quotes(root, slug) for slug in left} if newcomers else {}
    found: dict[str, str] = {}
    for entry, extract in newcomers:
        ground = Ground(extract)
        shares = [
            (sum(map(ground.has, said)) / len(said), slug) for slug, said in quotes.items() if said
        ]
        share, slug = max(shares, default=(0.0, ""), key=lambda pair: (pair[0], pair[1]))
        if share >= _ENOUGH:
            found[entry.id] = slug
            del quotes[slug]
    return found


def take_over(root: Path, old: str, new: str) -> None:
    """Give the files of a module their new name; comments in them come along."""
    for path in _files(root, old):
        target = path.with_name(f"{new}.yml")
        if not target.exists():
            os.replace(path, target)


def _files(root: Path, slug: str) -> list[Path]:
    paths = [root / folder / f"{slug}.yml" for folder in ("modules", "quizzes")]
    return [path for path in paths if path.is_file()]


def _slugs(root: Path) -> list[str]:
    found = {
        path.stem for folder in ("modules", "quizzes") for path in root.glob(f"{folder}/*.yml")
    }
    return sorted(found)


def _quotes(root: Path, slug: str) -> set[str]:
    """Everything that the files of a module quote."""
    elements: list[object] = []
    for path in _files(root, slug):
        if path.parent.name == "quizzes":
            elements.extend(load_bank(path, root).items)
        else:
            module = load_module(path, root)
            elements.extend(e for name in LISTS for e in getattr(module, name))
    return {ref.quote for element in elements for ref in sources_of(element)}
