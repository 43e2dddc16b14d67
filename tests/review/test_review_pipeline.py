"""Review and draft together, from the files of a course, with the real drafter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder import pipeline
from builder.pipeline import draft_course
from builder.review.decide import decide
from builder.review.desk import Desk
from builder.store import load_bank

EXTRACTS = Path(__file__).parents[2] / "course" / "extracts"
TEXT = (EXTRACTS / "labour-migration.md").read_text("utf-8")


def quiet(_: str) -> None:
    """Say nothing."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "course" / "extracts"
    folder.mkdir(parents=True)
    (folder / "labour-migration.md").write_text(TEXT)
    course(tmp_path, "labour-migration", "labour-migration")
    draft_course(tmp_path, progress=quiet)
    return tmp_path


def course(root: Path, slug: str, extract: str) -> None:
    (root / "course" / "course.yml").write_text(
        "id: c\ntitle: C\nparts:\n  - title: P\n    modules:\n"
        f"      - id: {slug}\n        extract: extracts/{extract}.md\n"
    )


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.glob("[mq]*/*.yml")
    }


def test_a_second_draft_changes_nothing(root: Path) -> None:
    before = files(root)
    assert len(load_bank(root / "quizzes" / "labour-migration.yml").items) >= 4
    draft_course(root, progress=quiet)
    assert files(root) == before


def test_decisions_and_edits_survive_and_files_settle(root: Path) -> None:
    path = root / "quizzes" / "labour-migration.yml"
    first, second, third, *_ = load_bank(path).items
    desk = Desk(root)
    entries = {e.id: e for e in desk.entries() if e.section == "items"}
    decide(desk, [entries[first.id]], "accept")
    desk = Desk(root)
    decide(desk, desk.find([second.id]), "reject", "no")
    text = path.read_text()
    at = text.index(f"id: {third.id}")
    path.write_text(
        text[:at]
        + re.sub("    stem: >-\n +", "    # note\n    stem: >-\n      Mine: ", text[at:], count=1)
    )
    draft_course(root, progress=quiet)
    items = {item.id: item for item in load_bank(path).items}
    assert items[first.id] == first.model_copy(update={"status": "accepted"})
    assert items[second.id].status == "rejected"
    assert items[third.id].status == "edited"
    assert items[third.id].stem.startswith("Mine")
    assert "    # note\n" in path.read_text()
    before = files(root)
    draft_course(root, progress=quiet)
    assert files(root) == before


def test_a_renamed_module_and_extract_keep_their_history(root: Path) -> None:
    path = root / "quizzes" / "labour-migration.yml"
    first = load_bank(path).items[0]
    desk = Desk(root)
    decide(desk, desk.find([first.id]), "accept")
    path.write_text(path.read_text().replace("items:", "# about the bank\nitems:"))
    folder = root / "course" / "extracts"
    (folder / "labour-migration.md").rename(folder / "work-abroad.md")
    course(root, "work-abroad", "work-abroad")
    draft_course(root, progress=quiet)
    assert not path.exists()
    bank = load_bank(root / "quizzes" / "work-abroad.yml")
    assert bank.module == "work-abroad"
    kept = next(item for item in bank.items if item.id == first.id)
    assert (kept.status, kept.source.extract) == ("accepted", "work-abroad")
    assert "# about the bank" in (root / "quizzes" / "work-abroad.yml").read_text()
    before = files(root)
    draft_course(root, progress=quiet)
    assert files(root) == before


def test_another_module_is_no_renamed_one(root: Path) -> None:
    before = files(root)
    folder = root / "course" / "extracts"
    other = TEXT.split("\n## ")[0] + "\n## Other\n\nFees rise because nobody competes. [p. 37]\n"
    (folder / "other.md").write_text(other)
    course(root, "other", "other")
    draft_course(root, progress=quiet)
    assert {name: data for name, data in files(root).items() if "labour" in name} == before


def test_only_the_modules_that_were_asked_for_are_saved(root: Path) -> None:
    path = root / "quizzes" / "labour-migration.yml"
    path.write_text(path.read_text().replace("items:\n", "items:   # mine\n"))
    before = files(root)
    draft_course(root, ["other"], progress=quiet)
    assert files(root) == before


def test_what_a_person_saves_during_a_draft_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root / "quizzes" / "labour-migration.yml"
    real, calls = pipeline.draft, []

    def meanwhile(*arguments: object, **named: object) -> object:
        if not calls:
            calls.append(1)
            path.write_text(path.read_text().replace("stem: ", "stem: Mine, ", 1))
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "draft", meanwhile)
    said: list[str] = []
    draft_course(root, progress=said.append)
    assert any("merging again" in line for line in said)
    assert any(item.status == "edited" for item in load_bank(path).items)
