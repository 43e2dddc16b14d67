"""Control items: written by hand, each as it should be and with defects planted one at a time.

They show how much the graders' answers are worth: a grader who accepts planted defects is
careless, one who rejects clean controls asks too much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from builder.model import Extract, Item
from builder.readers import read
from evaluation.entry import CLEAN, Entry, rank

HERE = Path(__file__).parent
_ITEM: TypeAdapter[Item] = TypeAdapter(Item)

DEFECTS: dict[str, tuple[str, ...]] = {
    "wrong-key": ("wrong_key", "q2", "q3"),
    "double-key": ("double_key", "q3"),
    "longest-key": ("q5",),
    "dangling-stem": ("q1",),
    "lost-hedge": ("q2", "q10", "wrong_key"),
    "lost-owner": ("q2", "q10"),
    "wrong-source": ("q2", "q9"),
    "absurd-distractor": ("q4",),
}
"""Each defect with the answers that name it; a "no" to one of them, or a wrong or double key."""


@dataclass(frozen=True, slots=True)
class Control:
    """An item with its text, and what to change in it to plant each of its defects."""

    data: dict[str, Any]
    extract: Extract
    objective: str
    defects: dict[str, dict[str, Any]]

    def entry(self, kind: str) -> Entry:
        """Return the item with the defect `kind`, or without any for "clean"."""
        change = {} if kind == CLEAN else self.defects[kind]
        item = _ITEM.validate_python({**self.data, **change})
        return Entry(item, self.extract, self.objective, kind)

    def stands(self, kind: str) -> bool:
        """Whether the text still has all sentences that the item cites."""
        sentences = {
            sentence.text
            for passage in self.extract.passages()
            for sentence in (*passage.sentences, *passage.members)
        }
        return all(ref.quote in sentences for ref in self.entry(kind).item.sources())


def load_controls(
    path: Path = HERE / "controls.yml", texts: Path = HERE / "texts"
) -> list[Control]:
    """Return the control items of a file; their extracts are read from `texts`."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    slugs = dict.fromkeys(row["item"]["source"]["extract"] for row in rows)
    extracts = {slug: read(texts / f"{slug}.md", texts) for slug in slugs}
    return [
        Control(
            row["item"],
            extracts[row["item"]["source"]["extract"]],
            row["objective"],
            row.get("defects", {}),
        )
        for row in rows
    ]


def choose_controls(
    controls: Sequence[Control], size: int, seed: str, asked: Collection[str] = ()
) -> list[Entry]:
    """Return up to `size` controls, every other one with a defect, all defects in turn.

    Left out are those whose text was changed under them, and those that rest on a sentence of
    `asked`, on which a drafted item rests too: two items on one would give each other away.
    """
    free = [
        control
        for control in controls
        if control.stands(CLEAN) and control.data["source"]["quote"] not in asked
    ]
    free.sort(key=lambda control: rank(f"{seed}\0control", control.data["id"]))
    planted: Counter[str] = Counter()
    chosen: list[Entry] = []
    for index, control in enumerate(free[:size]):
        kind = CLEAN
        defects = [name for name in control.defects if control.stands(name)]
        if index % 2 == 0 and defects:
            kind = min(defects, key=lambda name: (planted[name], rank(seed, name)))
            planted[kind] += 1
        chosen.append(control.entry(kind))
    return chosen
