"""Plain data to a model, with every problem in words that an author understands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from builder.model.finding import Finding
from builder.model.review import Model
from builder.store.known import discriminated, is_model, model_at
from builder.store.ordering import ordered_fields
from builder.store.spot import Loc, Spot

M = TypeVar("M", bound=Model)


def clean(data: Any, key: str = "") -> Any:
    """Return `data` as the model reads it: scalars as text, keys without a value left out.

    An empty value says the same as a missing key; a category may be empty, though.
    """
    if isinstance(data, dict):
        keep = key == "categories"
        return {
            str(name): [] if value is None else clean(value, str(name))
            for name, value in data.items()
            if keep or value is not None
        }
    if isinstance(data, (list, tuple)):
        return [clean(element) for element in data]
    if isinstance(data, bool):
        return str(data).lower()
    return data if data is None or isinstance(data, str) else str(data)


def validate(model: type[M], spot: Spot) -> tuple[M | None, list[Finding]]:
    """Return the model of `spot.data`, or None and every problem that pydantic sees."""
    try:
        return model.model_validate(spot.data), []
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if _counts(detail)]
        return None, [_finding(detail, model, spot) for detail in details]


def valid_elements(adapter: TypeAdapter[Any], data: Any) -> Iterator[tuple[int, Any]]:
    """Yield the elements of a list that are valid by themselves, each with its index."""
    for index, element in enumerate(data if isinstance(data, list) else ()):
        try:
            yield index, adapter.validate_python(element)
        except ValidationError:
            continue


def blank_fields(value: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the places of required text that is empty."""
    if isinstance(value, Model):
        for name in _required(type(value)):
            if getattr(value, name) == "":
                yield (*loc, name)
        for name, inner in value:
            if isinstance(inner, (tuple, Model)):
                yield from blank_fields(inner, (*loc, name))
    elif isinstance(value, tuple):
        for index, element in enumerate(value):
            if element == "":
                yield (*loc, index)
            elif isinstance(element, Model):
                yield from blank_fields(element, (*loc, index))


@cache
def _required(model: type[Model]) -> tuple[str, ...]:
    """Return the names of fields without a default."""
    return tuple(name for name, info in model.model_fields.items() if info.is_required())


def blank_problems(value: Any, spot: Spot, loc: tuple[str | int, ...] = ()) -> Iterator[Finding]:
    """Yield a problem for each required text in `value`, at `loc`, that is empty."""
    for place in blank_fields(value, loc):
        field = place[-1]
        what = f"{spot.words(place[:-1])} has an empty {field}."
        if isinstance(field, int):
            what = f"{spot.words(place)} is empty."
        yield spot.problem(place, "value-empty", what, "Write the text, or delete the element.")


def duplicate_problems(places: Iterable[Loc], spot: Spot) -> Iterator[Finding]:
    """Yield a problem for each element at `places` whose id has been seen before."""
    seen: dict[str, int] = {}
    for loc in places:
        element = spot.at(loc)
        name = element.get("id") if isinstance(element, dict) else None
        if not isinstance(name, str):
            continue
        if name in seen:
            first = f" (first on line {seen[name]})" if seen[name] else ""
            what = f"{spot.words(loc)} has an id that is taken{first}."
            yield spot.problem((*loc, "id"), "id-duplicate", what, "Give one of the two a new id.")
        else:
            seen[name] = spot.line((*loc, "id"))


def indexes(elements: Any) -> range:
    """Return the indexes of a list, none for anything else."""
    return range(len(elements)) if isinstance(elements, (list, tuple)) else range(0)


def nearest(word: Any, known: list[str], label: str) -> str:
    """Return "Did you mean …? Known `label`: …" for a word that is not known."""
    near = get_close_matches(str(word), known, 1)
    hint = f'Did you mean "{near[0]}"? ' if near else ""
    return f"{hint}Known {label}: {', '.join(known)}."


def _counts(detail: ErrorDetails) -> bool:
    """Say whether an error is one: pydantic calls a list short that has an invalid element."""
    return detail["type"] != "too_short" or not detail["input"]


def _finding(detail: ErrorDetails, model: type[Model], spot: Spot) -> Finding:
    """Return what pydantic says, in our words."""
    loc = detail["loc"]
    kind = detail["type"]
    field = str(loc[-1]) if loc else ""
    by_key = bool(loc) and isinstance(loc[-1], str)
    owner = spot.words(loc[:-1] if by_key else loc)
    subject = f"{owner}: {field}" if by_key else owner
    if kind in _STRUCTURAL:
        code, what, advice = _STRUCTURAL[kind](owner, field, detail, model)
        return spot.problem(loc, code, what, advice)
    what, advice = _expectation(kind, detail, model, loc)
    value = _shown(detail["input"])
    return spot.problem(loc, "value-invalid", f"{subject} is {value}; it has to be {what}.", advice)


def _missing(owner: str, field: str, detail: ErrorDetails, model: type[Model]) -> _Said:
    info = _fields(model, detail["loc"][:-1]).get(field)
    about = f" {info.description}." if info and info.description else ""
    return "key-missing", f"{owner} has no {field}.", f"Add {field}: …{about}"


def _unknown(owner: str, field: str, detail: ErrorDetails, model: type[Model]) -> _Said:
    known = list(_fields(model, detail["loc"][:-1]))
    return "key-unknown", f'{owner} has the unknown key "{field}".', nearest(field, known, "keys")


def _bad_type(owner: str, field: str, detail: ErrorDetails, model: type[Model]) -> _Said:
    known = discriminated(model_at(model, detail["loc"]))
    given = detail["input"].get("type") if isinstance(detail["input"], dict) else None
    if given is None:
        return "type-missing", f"{owner} has no type.", f"Known types: {', '.join(known)}."
    what = f'{owner} has the unknown type "{given}".'
    return "type-unknown", what, nearest(given, list(known), "types")


_Said = tuple[str, str, str]
_STRUCTURAL: dict[str, Callable[[str, str, ErrorDetails, type[Model]], _Said]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "union_tag_invalid": _bad_type,
    "union_tag_not_found": _bad_type,
}

_EXPECTED = {
    "string": ("text", "Write one text, in quotes if it has a colon or a hash."),
    "bool": ("true or false", ""),
    "int": ("a whole number", ""),
    "float": ("a number", "Write digits only, with a point for decimals; a unit goes into unit."),
    "tuple": ("a list", "Begin each element on its own line with a hyphen."),
    "dict": ("a group of names, each with its list", "Write name: and its list below it."),
    "model": ("a group of keys", "Write lines such as key: value, indented alike."),
}


def _expectation(
    kind: str, detail: ErrorDetails, model: type[Model], loc: tuple[str | int, ...]
) -> tuple[str, str]:
    """Return what the value has to be, and advice."""
    context = detail.get("ctx", {})
    if kind in ("enum", "literal_error"):
        known = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return "one of the known words", nearest(detail["input"], known, "words")
    if kind == "string_pattern_mismatch":
        return "a slug", "Use a-z, 0-9 and single hyphens, such as labour-migration."
    if kind == "too_short":
        return f"at least {context['min_length']} element long", "Add what is missing."
    if kind in ("greater_than_equal", "less_than_equal"):
        end = "least" if kind.startswith("greater") else "most"
        return f"at {end} {next(iter(context.values())):g}", ""
    return _EXPECTED.get(kind.split("_")[0], (detail["msg"].lower(), ""))


def _fields(model: type[Model], loc: Loc) -> dict[str, Any]:
    """Return the fields of the model at `loc`."""
    found = model_at(model, loc)
    return dict(ordered_fields(found)) if is_model(found) else {}


def _shown(value: Any) -> str:
    """Return a value as a message quotes it."""
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    text = str(value)
    return f'"{text[:57]}…"' if len(text) > 60 else f'"{text}"'
