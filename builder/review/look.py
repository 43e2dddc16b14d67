"""An element beside its source: the passage, what has changed in it, and what checks object to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from builder.analysis.words import normalised
from builder.checks import Knowledge, flaws
from builder.model import Extract, Passage, SourceRef
from builder.readers import read
from builder.review.desk import Desk, Entry
from builder.review.ground import Ground, differences
from builder.review.identity import noticed, sources_of
from builder.store.keep import model_of
from builder.store.ordering import ordered


class Sources:
    """The extracts of a course, each read once."""

    def __init__(self, desk: Desk) -> None:
        self._paths = {e.id: desk.root / "course" / e.extract for e in desk.course.modules()}
        self._root = desk.root
        self.extract = cache(self._extract)
        self.ground = cache(lambda module: Ground(self.extract(module)))
        self.knowledge = cache(lambda module: Knowledge(self.extract(module)))

    def _extract(self, module: str) -> Extract:
        return read(self._paths[module], self._root)


def codes_of(desk: Desk, entries: Iterable[Entry]) -> dict[tuple[str, str], list[str]]:
    """(module, id) of each item to the codes of what is wrong with it."""
    sources = Sources(desk)
    found: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        found[entry.module, entry.id] = [code for code, _ in objections(entry, sources)]
    return found


def objections(entry: Entry, sources: Sources) -> list[tuple[str, str]]:
    """(code, message) of what checks object to in an item; other elements have none."""
    objected = []
    if entry.stale:
        objected.append(("item-stale", "the extract no longer has its sentence"))
    if entry.section == "items":
        objected.extend(flaws(model_of(entry.block), sources.knowledge(entry.module)))
    return objected


def beside(entry: Entry, sources: Sources) -> dict[str, Any]:
    """Everything to show about an element, as plain data."""
    model = noticed(model_of(entry.block))
    ground = sources.ground(entry.module)
    return {
        "module": entry.module,
        "kind": entry.kind,
        "element": ordered(model),
        "passages": [_evidence(ref, ground) for ref in sources_of(model)],
        "findings": [
            {"code": code, "message": message} for code, message in objections(entry, sources)
        ],
    }


def _evidence(ref: SourceRef, ground: Ground) -> dict[str, Any]:
    """A quotation with the passage it stands in, or with what stands in its place."""
    found = ground.passage(ref.quote)
    nearest = "" if found else ground.nearest(ref.quote)
    where = found or (ground.passage(nearest) if nearest else None)
    section, passage = where or ("", Passage(()))
    return {
        "section": section or ref.section,
        "page": ref.page,
        "quote": ref.quote,
        "found": found is not None,
        "nearest": nearest,
        "changes": differences(ref.quote, nearest) if nearest else "",
        "sentences": [s.text for s in (*passage.sentences, *passage.members)],
    }


def print_beside(data: dict[str, Any]) -> None:
    """The same for people: the element, then each passage with its sentence marked by ">"."""
    print(f"{data['element']['id']}  {data['kind']}  in {data['module']}")
    for line in _lines(data["element"], ("id", "type", "source", "further_sources")):
        print(f"  {line}")
    for evidence in data["passages"]:
        page = f", page {evidence['page']}" if evidence["page"] else ""
        print(f"\nSource: {evidence['section']}{page}")
        _print_passage(evidence)
    for finding in data["findings"]:
        print(f"\nFinding: {finding['message']} [{finding['code']}]")


def _print_passage(evidence: dict[str, Any]) -> None:
    quoted = normalised(evidence["quote"])
    for sentence in evidence["sentences"]:
        marked = normalised(sentence) in quoted or sentence == evidence["nearest"]
        print(f"{'>' if marked else ' '} {sentence}")
    if not evidence["found"]:
        print(f"- {evidence['quote']}")
        if evidence["nearest"]:
            print(f"~ {evidence['changes']}")
        print("The extract no longer has this sentence.")


def _lines(value: Any, without: tuple[str, ...] = ()) -> list[str]:
    """Plain data as indented lines."""
    lines: list[str] = []
    for key, inner in value.items():
        if key in without:
            continue
        if isinstance(inner, dict):
            lines.extend([f"{key}:", *(f"  {line}" for line in _lines(inner))])
        elif isinstance(inner, list):
            lines.append(f"{key}:")
            for element in inner:
                if isinstance(element, dict):
                    first, *rest = _lines(element)
                    lines.extend([f"  - {first}", *(f"    {line}" for line in rest)])
                else:
                    lines.append(f"  - {element}")
        else:
            text = str(inner).lower() if isinstance(inner, bool) else str(inner)
            lines.append(f"{key}: {text}")
    return lines
