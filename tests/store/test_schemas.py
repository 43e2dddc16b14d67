"""The published schemas are those of the models, and agree with what the store reads."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import builder
from builder.store import write_schemas
from builder.store.schemas import SCHEMAS

PUBLISHED = Path(builder.__file__).parent / "schemas"
HERE = Path(__file__).parent
FILES = {
    "course": "course/course.yml",
    "module": "modules/labour-migration.yml",
    "bank": "quizzes/labour-migration.yml",
}


def test_published_schemas_are_up_to_date(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    new = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    old = {path.name: path.read_bytes() for path in PUBLISHED.iterdir()}
    assert new == old, "run: make schemas"
    assert len(new) == len(SCHEMAS)


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    assert len(write_schemas(tmp_path)) == len(SCHEMAS)
    assert write_schemas(tmp_path) == []


def validator(kind: str) -> Any:
    schema = json.loads((PUBLISHED / f"{kind}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_good_files_are_valid(kind: str) -> None:
    validator(kind).validate(yaml.safe_load((HERE / "good" / FILES[kind]).read_text("utf-8")))


@pytest.mark.parametrize(
    "item",
    [
        {"id": "a", "stem": "S", "source": {"extract": "e", "quote": "q"}, "answer": True},
        {"id": "a", "type": "text", "stem": "S", "source": {"extract": "e"}, "accepted": []},
        {"id": "a", "type": "opn", "stem": "S", "source": {"extract": "e", "quote": "q"}},
    ],
    ids=["no type", "no quote", "unknown type"],
)
def test_bad_items_are_invalid(item: dict[str, Any]) -> None:
    assert not validator("bank").is_valid({"module": "m", "items": [item]})


def test_a_page_may_be_a_number() -> None:
    item = {"id": "a", "type": "text", "stem": "S", "accepted": [1990]}
    item["source"] = {"extract": "e", "quote": "q", "page": 38}
    assert validator("bank").is_valid({"module": "m", "items": [item]})
