"""Two people review one file, each in a copy of their own, and git joins their work."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.review.decide import decide
from builder.review.desk import Desk
from builder.store import load_bank
from review_kit import World, write_course

DEED = st.tuples(st.integers(0, 7), st.sampled_from(["accept", "reject", "edit"]))


def _do(root: Path, deeds: list[tuple[int, str]]) -> None:
    for place, deed in deeds:
        desk = Desk(root)
        entry = [e for e in desk.entries() if e.section == "items"][place]
        if deed == "edit":
            desk.put(entry, entry.block.with_keys(stem=f"Edited {place}?", status="edited"))
            desk.save()
        else:
            decide(desk, [entry], deed, "because" if deed == "reject" else "")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DEED, max_size=4), st.lists(DEED, max_size=4))
def test_two_people(tmp_path_factory: Any, mine: Any, yours: Any) -> None:
    taken = {place for place, _ in mine}
    yours = [(place, deed) for place, deed in yours if place not in taken]
    folders = [write_course(tmp_path_factory.mktemp(n)) for n in ("base", "mine", "yours")]
    _do(folders[1], mine)
    _do(folders[2], yours)
    paths = [folder / "quizzes" / "labour-migration.yml" for folder in folders]
    base, one, other = (load_bank(path) for path in paths)
    order = [str(paths[1]), str(paths[0]), str(paths[2])]
    done = subprocess.run(["git", "merge-file", *order], check=False)
    assert done.returncode == 0, paths[1].read_text()
    merged = load_bank(paths[1])
    expected = [
        m if m != b else y for b, m, y in zip(base.items, one.items, other.items, strict=True)
    ]
    assert list(merged.items) == expected


def test_a_decision_is_one_line(tmp_path: Path) -> None:
    root = write_course(tmp_path, World())
    path = root / "quizzes" / "labour-migration.yml"
    before = path.read_text().splitlines()
    _do(root, [(2, "accept")])
    after = path.read_text().splitlines()
    assert [line for line in after if line not in before] == ["    status: accepted"]
    assert len(after) == len(before) + 1
