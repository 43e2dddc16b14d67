"""`coursewright export`: what it lists, makes and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli import main
from builder.writers.exports import TARGETS

COURSE = """\
id: storage
title: Storage
parts:
  - title: Grain
    modules:
      - id: grain
        extract: extracts/grain.md
"""
GRAIN = """\
---
title: Grain
source: "A handbook"
pages: 3
---
## Terms

Drying is a process that takes water out of grain. A silo is a tower that keeps grain dry.
Insects breed quickly because damp grain is warm. [p. 3]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    extracts = tmp_path / "course" / "extracts"
    extracts.mkdir(parents=True)
    (tmp_path / "course" / "course.yml").write_text(COURSE, "utf-8")
    (extracts / "grain.md").write_text(GRAIN, "utf-8")
    return tmp_path


def test_list_names_every_target(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_can_be_loaded(name: str) -> None:
    assert callable(TARGETS[name].load())


def test_export_makes_the_files(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "draft"]) == 0
    command = ["--root", str(root), "export", "handouts"]
    assert main(command) == 0
    out = root / "_build" / "handouts"
    assert (out / "participants" / "01-grain.pdf").read_bytes().startswith(b"%PDF-")
    assert (out / "participants" / "booklet.pdf").is_file()
    assert "Set participants/01-grain.pdf" in capsys.readouterr().err
    assert main([*command, "grain", "--paper", "letter", "--mono"]) == 0
    assert (out / "participants" / "01-grain.letter.mono.pdf").is_file()


def test_a_course_that_was_never_drafted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "export", "handouts"]) == 1
    assert "coursewright draft" in capsys.readouterr().err
    assert not (root / "_build" / "handouts").exists()


def test_an_unknown_module(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "export", "handouts", "grane"]) == 1
    assert 'no module "grane"' in capsys.readouterr().err


def test_no_target(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export"]) == 2
    assert "handouts" in capsys.readouterr().err
