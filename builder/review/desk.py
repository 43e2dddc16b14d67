"""The reviewed files of a course on a desk: look elements up, change some, save all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.errors import Refused, problem
from builder.model import ModuleEntry
from builder.store import load_course, write_if_changed
from builder.store.block import Block
from builder.store.blocks import Piece, blocks_of, join
from builder.store.keep import said
from builder.store.pieces import read_pieces

KINDS = {
    "objectives": "objective",
    "key_concepts": "concept",
    "summary": "sentence",
    "activities": "activity",
}
"""List to what its elements are called; items are called by their type."""
WORDS = {
    "items": "stem",
    "objectives": "statement",
    "key_concepts": "definition",
    "summary": "text",
    "activities": "prompt",
}
"""List to the key that says what an element is about."""


@dataclass(frozen=True)
class Entry:
    """One element on the desk."""

    module: str
    path: Path
    place: int
    block: Block

    @property
    def id(self) -> str:
        """Its id; unique in its list."""
        return self.block.id

    @property
    def section(self) -> str:
        """Name of its list."""
        return self.block.section

    @property
    def kind(self) -> str:
        """Type of an item, or objective, concept, sentence, activity."""
        return KINDS.get(self.section) or self.field("type")

    @property
    def status(self) -> str:
        """What a person decided, as it is written."""
        return self.field("status") or "draft"

    @property
    def stale(self) -> bool:
        """The source no longer says so."""
        return self.field("stale") == "true"

    @property
    def objective(self) -> str:
        """The objective it serves; an objective serves itself."""
        return self.id if self.section == "objectives" else self.field("objective")

    @property
    def words(self) -> str:
        """What it is about, in one line."""
        words = self.field(WORDS[self.section])
        if self.section == "key_concepts":
            words = f"{self.field('term')}: {words}"
        return " ".join(words.split())

    def field(self, name: str) -> str:
        """A scalar key as text, or ""."""
        return str(self.block.fields.get(name, ""))


class Desk:
    """Files of some or all modules of a course; nothing is written before `save`."""

    def __init__(self, root: Path, modules: Sequence[str] = ()) -> None:
        """Read the files of `modules` (default: all).

        Raises:
            Refused: a file cannot be read, or the course has no such module.
        """
        self.root = root
        self.course = load_course(root / "course" / "course.yml", root)
        self._pieces: dict[Path, list[Piece]] = {}
        self._bytes: dict[Path, bytes] = {}
        self._modules: dict[Path, str] = {}
        self._touched: dict[Path, set[int]] = {}
        for entry in self._entries(modules):
            for folder in ("modules", "quizzes"):
                path = root / folder / f"{entry.id}.yml"
                if path.is_file():
                    self._bytes[path] = path.read_bytes()
                    self._pieces[path] = read_pieces(path, root)
                    self._modules[path] = entry.id

    def _entries(self, modules: Sequence[str]) -> list[ModuleEntry]:
        known = {entry.id: entry for entry in self.course.modules()}
        unknown = [name for name in modules if name not in known]
        if unknown:
            advice = f"Its modules are {', '.join(sorted(known))}."
            raise Refused(
                problem("module-unknown", "course/course.yml", 0,
                        f'the course has no module "{name}".', advice)
                for name in unknown
            )  # fmt: skip
        return [entry for name, entry in known.items() if not modules or name in modules]

    def entries(self) -> list[Entry]:
        """All elements in the order of the course and of the files."""
        return [
            Entry(self._modules[path], path, place, block)
            for path, pieces in self._pieces.items()
            for place, block in blocks_of(pieces)
        ]

    def find(self, names: Iterable[str]) -> list[Entry]:
        """The elements of these names, `ID` or `MODULE/ID`, in the order of the names.

        Raises:
            Refused: one finding for each name that is unknown or means several.
        """
        index: dict[str, list[Entry]] = {}
        for entry in self.entries():
            for name in (entry.id, f"{entry.module}/{entry.id}"):
                index.setdefault(name, []).append(entry)
        found, problems = [], []
        for name in dict.fromkeys(names):
            entries = index.get(name, [])
            if len(entries) == 1:
                found.append(entries[0])
            elif entries:
                full = ", ".join(dict.fromkeys(f"{e.module}/{e.id}" for e in entries))
                what = f'"{name}" is the id of {len(entries)} elements.'
                problems.append(problem("id-ambiguous", "quizzes", 0, what, f"Write {full}."))
            else:
                advice = "List ids with `coursewright review`."
                problems.append(
                    problem("id-unknown", "quizzes", 0, f'nothing has the id "{name}".', advice)
                )
        if problems:
            raise Refused(problems)
        return found

    def put(self, entry: Entry, block: Block) -> None:
        """Put a changed block in the place of an entry."""
        if block.text != entry.block.text:
            self._pieces[entry.path][entry.place] = block
            self._touched.setdefault(entry.path, set()).add(entry.place)

    def text(self, path: Path) -> str:
        """The text of a file as it would be saved."""
        return join(self._pieces[path])

    def save(self) -> int:
        """Write what was changed; return how many elements were.

        Raises:
            Refused: a file was changed meanwhile, or a block could not be read again.
        """
        for path, places in self._touched.items():
            if not path.is_file() or path.read_bytes() != self._bytes[path]:
                what = "the file was saved by somebody else meanwhile; nothing was changed."
                raise Refused([problem("file-changed", self.name(path), 0, what, "Do it again.")])
            for place in places:
                self._verify(path, place)
        for path in self._touched:
            write_if_changed(path, self.text(path).encode())
        count = sum(len(places) for places in self._touched.values())
        self._touched.clear()
        return count

    def name(self, path: Path) -> str:
        """A file as messages name it."""
        return path.relative_to(self.root).as_posix()

    def _verify(self, path: Path, place: int) -> None:
        piece = self._pieces[path][place]
        try:
            if isinstance(piece, Block) and not said(piece).get("id"):
                raise ValueError
        except ValueError as error:
            what = "an element would not be readable any more; nothing was changed."
            advice = "Run `coursewright check`, and correct what it reports."
            raise Refused([problem("value-invalid", self.name(path), 0, what, advice)]) from error


def as_data(entry: Entry) -> dict[str, Any]:
    """The element in full, as plain data."""
    return said(entry.block)
