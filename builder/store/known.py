"""What a model knows at a place: its fields and its types, for advice in messages."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from builder.model.review import Model
from builder.store.spot import Loc


def model_at(model: Any, loc: Loc) -> Any:
    """Return the annotation that stands at `loc` in `model`: a model class, a union, a type."""
    for part in loc:
        if is_model(model):
            info = model.model_fields.get(str(part))
            model = _bare(info.annotation) if info else None
        elif get_origin(model) in (tuple, dict):
            model = _bare(get_args(model)[0 if get_origin(model) is tuple else 1])
        elif types := discriminated(model):
            model = types.get(str(part))
    return model


def discriminated(annotation: Any) -> dict[str, Any]:
    """Return the members of a union of models by their `type`, or nothing."""
    if get_origin(annotation) not in (Union, UnionType):
        return {}
    members = (member for member in get_args(annotation) if is_model(member))
    return {m.model_fields["type"].default: m for m in members if "type" in m.model_fields}


def _bare(annotation: Any) -> Any:
    """Return an annotation without `Annotated` and without `| None`."""
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not type(None)]
        if len(members) == 1:
            return members[0]
    return annotation


def is_model(annotation: Any) -> TypeGuard[type[Model]]:
    """Say whether an annotation is a model class."""
    return isinstance(annotation, type) and issubclass(annotation, Model)
