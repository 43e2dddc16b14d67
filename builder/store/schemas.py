"""JSON Schemas of the files people write, made from the models for editors to use.

They are published with the package in `builder/schemas/`. A course elsewhere gets a copy in
`.coursewright/schemas/` of its root when a file of it is first saved, so that the relative path in
the first line of every YAML file leads to one, offline.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from builder.model.course import Course
from builder.model.item import ItemBank
from builder.model.module import CourseModule
from builder.model.review import Model
from builder.store.files import write_if_changed

SCHEMAS: dict[str, type[Model]] = {"course": Course, "module": CourseModule, "bank": ItemBank}
"""Kind of file to its model."""

_OWN = Path("builder/schemas")
_ELSEWHERE = Path(".coursewright/schemas")


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into `folder`; return those that have changed."""
    paths = {kind: folder / f"{kind}.schema.json" for kind in SCHEMAS}
    return [path for kind, path in paths.items() if write_if_changed(path, schema_bytes(kind))]


@cache
def schema_bytes(kind: str) -> bytes:
    """Return the schema of a `kind` of file as it is published."""
    schema = SCHEMAS[kind].model_json_schema()
    for definition in (schema, *schema.get("$defs", {}).values()):
        _relax(definition)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return (json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n").encode()


def schema_line(kind: str, path: Path, root: Path) -> str:
    """Return the first line of the file at `path`; see to it that the schema is there."""
    folder = root / _OWN
    if not (folder / f"{kind}.schema.json").is_file():
        folder = root / _ELSEWHERE
        write_schemas(folder)
    target = os.path.relpath(folder / f"{kind}.schema.json", path.parent)
    return f"# yaml-language-server: $schema={Path(target).as_posix()}\n"


def _relax(definition: dict[str, Any]) -> None:
    """Make the schema of a model as lenient and as strict as the reader of the files is.

    A text may be written as a number (`page: 38`), and an item has to say its type.
    """
    properties: dict[str, dict[str, Any]] = definition.get("properties", {})
    for field in properties.values():
        _relax_text(field)
    if "const" in properties.get("type", {}):
        definition["required"] = ["type", *definition.get("required", [])]


def _relax_text(field: dict[str, Any]) -> None:
    """Let free text be a number, in lists and groups as well."""
    if field.get("type") == "string" and not field.keys() & {"enum", "const", "pattern"}:
        field["type"] = ["string", "number"]
    for inner in (field.get("items"), field.get("additionalProperties")):
        if isinstance(inner, dict):
            _relax_text(inner)
