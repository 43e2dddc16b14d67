"""Whatever a model can hold is written and read back the same."""

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from builder.model import Course, CourseModule, ItemBank
from builder.store.emit import emit
from builder.store.nodes import compose, to_data
from builder.store.ordering import ordered
from builder.store.validate import clean

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
PROSE = st.lists(
    st.sampled_from(
        ["States", "should:", "#", "“act”", '"now"', "it's", "  ", "é", "\n", "-", "[p.", "a" * 99]
    ),
    max_size=40,
).map(" ".join)
TEXT = (
    ANY
    | PROSE
    | st.sampled_from(["", "null", "No", "1.5", "1e3", "2006-03-15", "12:30", "~", "=", "<<"])
).map(str.strip)
FILLED = TEXT.filter(bool)
SLUG = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
SCALARS = st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT

SOURCE = st.fixed_dictionaries(
    {"extract": FILLED, "quote": FILLED}, optional={"page": TEXT, "section": TEXT}
)
OPTION = st.fixed_dictionaries({"text": FILLED}, optional={"key": st.booleans(), "rationale": TEXT})
TYPES: dict[str, dict[str, Any]] = {
    "choice": {"options": st.lists(OPTION, max_size=3)},
    "multiple": {"options": st.lists(OPTION, max_size=3)},
    "true_false": {"answer": st.booleans()},
    "match": {
        "pairs": st.lists(st.fixed_dictionaries({"left": TEXT, "right": TEXT})),
        "spare": st.lists(TEXT),
    },
    "order": {"sequence": st.lists(TEXT, max_size=4)},
    "categorise": {"categories": st.dictionaries(TEXT, st.lists(TEXT, max_size=3), max_size=3)},
    "number": {"answer": st.floats(allow_nan=False, allow_infinity=False), "unit": TEXT},
    "text": {"accepted": st.lists(TEXT, max_size=3)},
    "open": {"model_answer": TEXT},
}
REVIEW = {"comment": TEXT, "stale": st.booleans(), "status": st.sampled_from(["draft", "edited"])}
ITEM = st.sampled_from(list(TYPES)).flatmap(
    lambda kind: st.fixed_dictionaries(
        {"id": FILLED, "type": st.just(kind), "stem": FILLED, "source": SOURCE, **TYPES[kind]},
        optional={**REVIEW, "rationale": TEXT, "further_sources": st.lists(SOURCE, max_size=2)},
    )
)
BANK = st.fixed_dictionaries({"module": SLUG, "items": st.lists(ITEM, max_size=3)})
CONCEPT = st.fixed_dictionaries(
    {"id": FILLED, "term": FILLED, "definition": FILLED, "source": SOURCE}, optional=REVIEW
)
MODULE = st.fixed_dictionaries(
    {"module": SLUG, "key_concepts": st.lists(CONCEPT, max_size=3), "not_assessed": st.lists(TEXT)}
)
ENTRY = st.fixed_dictionaries(
    {"id": SLUG, "extract": TEXT}, optional={"objectives": st.lists(TEXT, max_size=3)}
)
PART = st.fixed_dictionaries({"title": TEXT, "modules": st.lists(ENTRY, min_size=1, max_size=3)})
COURSE = st.fixed_dictionaries(
    {
        "id": SLUG,
        "title": TEXT,
        "hours": st.floats(0, 1e6),
        "parts": st.lists(PART, min_size=1, max_size=2),
    }
)


def read(text: str) -> Any:
    node, problems = compose(text, "x")
    assert problems == []
    return clean(to_data(node))


def check(model: type[Any], data: Any) -> None:
    value = model.model_validate(data)
    text = emit(ordered(value))
    assert model.model_validate(read(text)) == value
    assert emit(ordered(value)) == text
    assert max(map(len, text.split("\n"))) < 3_000


@given(BANK)
@settings(max_examples=150)
def test_bank(data: Any) -> None:
    check(ItemBank, data)


@given(MODULE)
@settings(max_examples=80)
def test_module(data: Any) -> None:
    check(CourseModule, data)


@given(COURSE)
@settings(max_examples=80)
def test_course(data: Any) -> None:
    try:
        Course.model_validate(data)
    except ValidationError:
        return
    check(Course, data)


@given(st.dictionaries(FILLED, SCALARS | st.lists(TEXT, max_size=3), min_size=1, max_size=5))
@settings(max_examples=400)
def test_other_readers_of_yaml_see_the_same_values(data: dict[str, Any]) -> None:
    """What is text stays text for a reader that guesses types, and so do numbers and booleans."""
    text = emit(data)
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        seen = yaml.load(text, Loader=loader)
        assert list(seen) == list(data)
        for key, value in data.items():
            if not isinstance(value, float):
                assert seen[key] == value and type(seen[key]) is type(value)
            else:
                assert float(seen[key]) == value


def test_long_keys() -> None:
    data = {"a" * 1_500: {"b: " * 400 + "c": ["d"]}}
    assert read(emit(data)) == data


def test_long_text_is_folded_within_the_width() -> None:
    text = emit({"stem": "word: " * 60 + "end", "list": ["many words " * 30 + "end"]})
    assert max(map(len, text.split("\n"))) <= 96
    assert text.startswith("stem: >-\n  word: word:")
