"""A reviewed file from disk as blocks of text, whatever its layout."""

from __future__ import annotations

from pathlib import Path

from builder.store.bank import load_bank
from builder.store.blocks import Piece, blocks_of, is_plain, split
from builder.store.comments import read_comments
from builder.store.emit import emit
from builder.store.files import display_path, read_text, root_of
from builder.store.module import load_module
from builder.store.nodes import without_collection
from builder.store.ordering import ordered


def read_pieces(path: Path, root: Path | None = None) -> list[Piece]:
    """Read the bank or module at `path` as blocks and the text between them.

    Raises:
        Refused: every problem of the file, if it cannot be cut into sound blocks.
    """
    text = read_text(path, display_path(path, root or root_of(path)))
    with without_collection():
        pieces = split(text) if is_plain(text) else None
        if pieces is not None and _sound(pieces):
            return pieces
    load = load_bank if path.parent.name == "quizzes" else load_module
    return split(emit(ordered(load(path, root)), read_comments(text)))


def _sound(pieces: list[Piece]) -> bool:
    """Each block can be read by itself and has an id."""
    try:
        return all(block.id for _, block in blocks_of(pieces))
    except ValueError:
        return False
