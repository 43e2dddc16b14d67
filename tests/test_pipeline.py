"""A tiny course through the pipeline and the command line, from extract to reviewed files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from builder.cli import COMMANDS, main
from builder.errors import Refused
from builder.model import ItemBank, ReviewStatus
from builder.pipeline import Layout, draft_course, known_modules, load_reviewed
from builder.store import load_bank, save_bank

COURSE = """\
id: fields
title: Fields
parts:
  - title: All
    modules:
      - id: grain
        extract: extracts/grain.md
      - id: costs
        extract: extracts/costs.md
"""
GRAIN = """\
---
title: Grain
kind: workshop
held: 2006-03-15
pages: 1-90
---
## Storage

Farmers sell grain at harvest because school fees are due in that month. [p. 14]

Traders pay low prices because most villages lie far from a market. [p. 15]

Insects spread in open stores because warm air speeds up the hatch of eggs. [p. 16]

## Measures

Farmers should dry wheat on a clean sheet. [p. 20]

Banks should open branches in remote villages. [p. 21]

Governments should license the owners of silos. [p. 22]
"""
COSTS = """\
---
title: Costs
kind: report
pages: 1-90
---
## Terms

A fixed cost is an expense that stays the same at every harvest. [p. 3]

A variable cost is an expense that rises with the amount of seed. [p. 4]

A sunk cost is an outlay that no later decision brings back. [p. 5]

A levy is a payment that a port takes from every ship. [p. 6]

A bond is a paper that pays its holder the same sum each year. [p. 7]

A futures price is a sum that buyer and seller fix months ahead. [p. 8]

A subsidy is a grant that lowers what a grower has to spend. [p. 9]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    extracts = tmp_path / "course" / "extracts"
    extracts.mkdir(parents=True)
    (tmp_path / "course" / "course.yml").write_text(COURSE, "utf-8")
    (extracts / "grain.md").write_text(GRAIN, "utf-8")
    (extracts / "costs.md").write_text(COSTS, "utf-8")
    return tmp_path


def quiet(line: str) -> None:
    """Say nothing."""


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("modules", "quizzes")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "course" / "extracts" / f"{name}.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def bank(root: Path, name: str = "grain") -> ItemBank:
    return load_bank(Layout(root).bank(name))


def decide(root: Path, status: ReviewStatus) -> str:
    """Give the first item of the bank a status; its id."""
    old = bank(root)
    item = old.items[0].model_copy(update={"status": status})
    save_bank(Layout(root).bank("grain"), old.model_copy(update={"items": (item, *old.items[1:])}))
    return item.id


# Drafting


def test_drafting_writes_a_module_and_a_bank_each(root: Path) -> None:
    said: list[str] = []
    reviewed = draft_course(root, progress=said.append)
    assert set(files(root)) == {
        "modules/costs.yml", "modules/grain.yml", "quizzes/costs.yml", "quizzes/grain.yml"
    }  # fmt: skip
    assert [module.id for module in reviewed.modules] == ["grain", "costs"]
    assert all(module.bank.items for module in reviewed.modules)
    assert any("grain" in line for line in said)


def test_drafting_again_changes_nothing(root: Path) -> None:
    draft_course(root, progress=quiet)
    before = files(root)
    times = {name: (root / name).stat().st_mtime_ns for name in before}
    draft_course(root, progress=quiet)
    assert files(root) == before
    assert {name: (root / name).stat().st_mtime_ns for name in before} == times


def test_what_was_drafted_is_what_is_loaded(root: Path) -> None:
    assert draft_course(root, progress=quiet) == load_reviewed(root)


def test_two_folders_give_the_same_bytes(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "course").mkdir()
    for path in (root / "course").rglob("*.*"):
        copy = other / path.relative_to(root)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    draft_course(root, progress=quiet)
    draft_course(other, progress=quiet)
    assert files(root) == files(other)


def test_an_edit_of_one_extract_changes_its_files_only(root: Path) -> None:
    draft_course(root, progress=quiet)
    before = files(root)
    edit(root, "costs", "a port takes", "a city takes")
    draft_course(root, progress=quiet)
    changed = {name for name, data in files(root).items() if before.get(name) != data}
    assert "quizzes/costs.yml" in changed
    assert changed <= {"modules/costs.yml", "quizzes/costs.yml"}


def test_only_the_named_module_is_drafted(root: Path) -> None:
    draft_course(root, ["costs"], progress=quiet)
    assert set(files(root)) == {"modules/costs.yml", "quizzes/costs.yml"}


def test_a_rejected_item_does_not_return(root: Path) -> None:
    draft_course(root, progress=quiet)
    gone = decide(root, ReviewStatus.REJECTED)
    for _ in range(2):
        draft_course(root, progress=quiet)
        assert gone not in {item.id for item in bank(root).published()}
        assert [i.status for i in bank(root).items if i.id == gone] == ["rejected"]


def test_an_accepted_item_stays(root: Path) -> None:
    draft_course(root, progress=quiet)
    kept = decide(root, ReviewStatus.ACCEPTED)
    before = next(item for item in bank(root).items if item.id == kept)
    edit(root, "grain", "Banks should open", "Shops should open")
    draft_course(root, progress=quiet)
    assert next(item for item in bank(root).items if item.id == kept) == before


def test_an_accepted_item_is_stale_once_its_sentence_is_gone(root: Path) -> None:
    draft_course(root, progress=quiet)
    kept = decide(root, ReviewStatus.ACCEPTED)
    quote = bank(root).items[0].source.quote
    edit(root, "grain", quote, "Grain is dry.")
    draft_course(root, progress=quiet)
    item = next(item for item in bank(root).items if item.id == kept)
    assert item.stale
    edit(root, "grain", "Grain is dry.", quote)
    draft_course(root, progress=quiet)
    assert not next(item for item in bank(root).items if item.id == kept).stale


def test_an_untouched_draft_goes_with_its_sentence(root: Path) -> None:
    draft_course(root, progress=quiet)
    quote = bank(root).items[0].source.quote
    edit(root, "grain", quote, "Grain is dry.")
    draft_course(root, progress=quiet)
    assert quote not in {r.quote for item in bank(root).items for r in item.sources()}


def test_one_bad_extract_and_nothing_is_written(root: Path) -> None:
    edit(root, "costs", "title: Costs\n", "")
    with pytest.raises(Refused, match=re.escape("course/extracts/costs.md")):
        draft_course(root, progress=quiet)
    assert files(root) == {}


def test_all_bad_extracts_are_named_in_one_run(root: Path) -> None:
    edit(root, "costs", "title: Costs\n", "")
    edit(root, "grain", "title: Grain\n", "")
    with pytest.raises(Refused) as refused:
        draft_course(root, progress=quiet)
    assert {finding.where.file for finding in refused.value.findings} == {
        "course/extracts/costs.md", "course/extracts/grain.md"
    }  # fmt: skip


def test_known_modules(root: Path) -> None:
    known_modules(root, [])
    known_modules(root, ["grain", "costs"])
    with pytest.raises(Refused) as refused:
        known_modules(root, ["grian", "grain", "coast"])
    assert [f.code for f in refused.value.findings] == ["module-unknown"] * 2


# The command line


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


def test_draft_says_what_it_did_on_stderr(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "draft") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "grain" in err
    assert "costs" in err


def test_unknown_module(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "draft", "grian") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("course/course.yml: ")
    assert "grian" in err
    assert "costs, grain" in err
    assert files(root) == {}


def test_missing_course(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("draft", "check"):
        assert run(tmp_path, command) == 1
        err = capsys.readouterr().err
        assert err.startswith("course/course.yml: ")
        assert "Traceback" not in err


def test_check_before_draft(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "check") == 1
    err = capsys.readouterr().err
    assert "modules/grain.yml" in err
    assert "coursewright draft" in err


def test_check_reports_to_stdout(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "draft") == 0
    capsys.readouterr()
    assert run(root, "check") == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "0 errors" in out
    assert run(root, "check", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert all({"code", "severity", "where", "message"} <= set(row) for row in rows)


def test_check_fails_on_an_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(root, "draft")
    old = bank(root)
    lost = old.items[0].source.model_copy(update={"quote": "Grain sleeps at night."})
    item = old.items[0].model_copy(
        update={"source": lost, "drafter": "person", "objective": "nowhere"}
    )
    save_bank(Layout(root).bank("grain"), old.model_copy(update={"items": (item, *old.items[1:])}))
    capsys.readouterr()
    assert run(root, "check") == 1
    assert "[item-source]" in capsys.readouterr().out


def test_yields_as_text_and_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "check", "--yield") == 0
    assert "grain: " in capsys.readouterr().out
    assert run(root, "check", "--yield", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["module"] for row in rows] == ["grain", "costs"]
    assert files(root) == {}


@pytest.mark.parametrize(
    "arguments", [[], ["bake"], ["draft", "--fast"], ["check", "--format", "xml"]]
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "usage: coursewright" in capsys.readouterr().err


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help(command: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main([*([command] if command else []), "--help"])
    assert exit_.value.code == 0
    assert "usage: coursewright" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["--version"])
    assert exit_.value.code == 0
    assert re.fullmatch(r"coursewright \d+\.\d+\S*\n", capsys.readouterr().out)
