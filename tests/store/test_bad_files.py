"""Every bad file gives exactly the messages in the text file beside it, all in one run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.errors import Refused
from builder.model import Severity
from builder.store import load_bank, load_course, load_module

BAD = Path(__file__).parent / "bad"
LOAD: dict[str, Callable[[Path], Any]] = {
    "course": load_course,
    "modules": load_module,
    "quizzes": load_bank,
}
FILES = sorted(BAD.glob("*/*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_bad_file_is_refused_with_its_messages(path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        LOAD[path.parent.name](path)
    assert str(refusal.value) == path.with_suffix(".txt").read_text("utf-8").rstrip("\n")
    assert {finding.severity for finding in refusal.value.findings} == {Severity.ERROR}


def test_every_message_has_a_file() -> None:
    assert {p.with_suffix("") for p in BAD.glob("*/*.txt")} == {p.with_suffix("") for p in FILES}


@pytest.mark.parametrize("folder", LOAD)
def test_missing_file(folder: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=rf"^{folder}/gone\.yml: there is no such file\. Create it"):
        LOAD[folder](tmp_path / folder / "gone.yml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        load_bank(tmp_path)


def test_a_link_out_of_the_course_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("secret")
    course = tmp_path / "root" / "course" / "course.yml"
    course.parent.mkdir(parents=True)
    (course.parent / "a.md").symlink_to(outside)
    course.write_text(
        "id: m\ntitle: T\nparts:\n  - title: P\n    modules:\n      - {id: a, extract: a.md}\n"
    )
    with pytest.raises(Refused, match=r"course\.yml:6: module a has the path .* outside"):
        load_course(course)


def test_messages_name_the_file_from_the_root(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "bank.yml"
    path.parent.mkdir()
    path.write_text("[]")
    with pytest.raises(Refused, match=r"^deep/bank\.yml:1: "):
        load_bank(path, tmp_path)
