"""Module drafts: `modules/<slug>.yml` to `CourseModule` and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from builder.model.module import (
    Activity,
    CourseModule,
    KeyConcept,
    LearningObjective,
    SummarySentence,
)
from builder.store.document import load_document, refuse, save_document
from builder.store.ordering import ordered
from builder.store.spot import Spot
from builder.store.validate import (
    blank_problems,
    clean,
    duplicate_problems,
    indexes,
    valid_elements,
    validate,
)

_LISTS: dict[str, TypeAdapter[Any]] = {
    "objectives": TypeAdapter(LearningObjective),
    "key_concepts": TypeAdapter(KeyConcept),
    "summary": TypeAdapter(SummarySentence),
    "activities": TypeAdapter(Activity),
}


def load_module(path: Path, root: Path | None = None) -> CourseModule:
    """Read the module draft at `path`; messages name it relative to `root`, the course root.

    Raises:
        Refused: every problem of the file.
    """
    return load_document(path, root, "the module", _module)


def module_from_data(data: Any, file: str = "module") -> CourseModule:
    """Return the module draft that plain `data` describes; `file` names it in messages.

    Raises:
        Refused: every problem of the data.
    """
    return _module(Spot(clean(data), file, "the module"))


def module_to_data(module: CourseModule) -> dict[str, Any]:
    """Return plain data for YAML; what has its default value is left out."""
    data: dict[str, Any] = ordered(module)
    return data


def save_module(path: Path, module: CourseModule, root: Path | None = None) -> bool:
    """Write the module draft to `path` unless nothing has changed; comments of the file stay.

    Returns:
        Whether the file was written.
    """
    return save_document(path, root, "module", module)


def _module(spot: Spot) -> CourseModule:
    module, problems = validate(CourseModule, spot)
    for field, adapter in _LISTS.items():
        elements = spot.data.get(field) if isinstance(spot.data, dict) else None
        valid = enumerate(getattr(module, field)) if module else valid_elements(adapter, elements)
        for index, element in valid:
            problems.extend(blank_problems(element, spot, (field, index)))
        problems.extend(duplicate_problems(((field, index) for index in indexes(elements)), spot))
    return refuse(module, problems)
