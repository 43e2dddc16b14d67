"""What all three kinds of file have in common: load, refuse, save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from builder.errors import Refused, problem
from builder.model.finding import Finding
from builder.model.review import Model
from builder.store.comments import read_comments
from builder.store.emit import emit
from builder.store.files import display_path, read_text, root_of, write_if_changed
from builder.store.keep import keep_blocks
from builder.store.nodes import compose, to_data, without_collection
from builder.store.ordering import ordered
from builder.store.schemas import schema_line
from builder.store.spot import Spot
from builder.store.validate import clean

M = TypeVar("M", bound=Model)

_READABLE = ("yaml-duplicate", "yaml-tag")
"""Problems of the YAML that leave data to be looked at for more of them."""


def load_document(path: Path, root: Path | None, name: str, build: Callable[[Spot], M]) -> M:
    """Read the YAML file at `path` and `build` the model from it.

    Args:
        path: the file.
        root: the course root that messages name files from; by default it follows from `path`.
        name: what the whole file is called in messages ("the item bank").
        build: makes the model of a `Spot`, or refuses it.

    Raises:
        Refused: every problem of the file, by line.
    """
    file = display_path(path, root or root_of(path))
    text = read_text(path, file)
    with without_collection():
        node, problems = compose(text, file)
        if node is None and not problems:
            advice = "Write it anew, or restore it."
            problems = [problem("file-empty", file, 0, "the file is empty.", advice)]
        try:
            if node is not None and all(p.code in _READABLE for p in problems):
                model = build(Spot(clean(to_data(node)), file, name, node))
        except Refused as refused:
            problems.extend(refused.findings)
    if problems:
        raise Refused(sorted(problems, key=lambda finding: finding.where))
    return model


def refuse(model: M | None, problems: list[Finding]) -> M:
    """Return `model`, or raise `Refused` if there are `problems`."""
    if problems or model is None:
        raise Refused(problems)
    return model


def save_document(path: Path, root: Path | None, kind: str, model: Model) -> bool:
    """Write `model` to `path`; say whether it changed.

    The comments that the file has now stay, and so does every line of an element that says the
    same as before.
    """
    root = root or root_of(path)
    old = path.read_text("utf-8-sig") if path.is_file() else ""
    text = schema_line(kind, path, root) + emit(ordered(model), read_comments(old))
    return write_if_changed(path, keep_blocks(old, text).encode())
