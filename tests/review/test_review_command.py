"""`coursewright review` as people and pipes use it."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builder.cli import main
from builder.review.lock import locked
from builder.store import load_bank, load_module
from review_kit import SENTENCES, World, write_course

SLUG = "labour-migration"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path)


def run(root: Path, *words: str) -> int:
    try:
        return main(["--root", str(root), "review", *words])
    except SystemExit as ended:
        return int(ended.code or 0)


def ids(root: Path) -> list[str]:
    return [item.id for item in load_bank(root / "quizzes" / f"{SLUG}.yml").items]


def status(root: Path) -> dict[str, str]:
    items = load_bank(root / "quizzes" / f"{SLUG}.yml").items
    return {item.id: str(item.status) for item in items}


def listed(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> list[list[str]]:
    assert run(root, *words) == 0
    return [line.split("\t") for line in capsys.readouterr().out.splitlines()]


def test_list_and_filter(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, root)
    assert len(rows) == 8 + 2 + 2 + 3
    assert {row[3] for row in rows} == {SLUG}
    first = ids(root)[0]
    assert run(root, "accept", first) == 0
    assert [r[0] for r in listed(capsys, root, "--status", "accepted")] == [first]
    assert len(listed(capsys, root, "--type", "true_false")) == 4
    assert len(listed(capsys, root, "--type", "concept", "--type", "sentence")) == 5
    assert len(listed(capsys, root, "--objective", "lm-o1", "--type", "item")) == 4
    assert listed(capsys, root, "--stale") == []
    assert listed(capsys, root, SLUG, "--status", "rejected") == []
    found = listed(capsys, root, "--finding", "any")
    assert 0 < len(found) <= 8
    assert found == listed(capsys, root, "--finding", "any", "--type", "item")
    assert listed(capsys, root, "--finding", "no-such-code") == []


def test_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "--format", "json", "--type", "item") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in rows] == ids(root)
    assert run(root, "show", rows[0]["id"], "--format", "json") == 0
    (shown,) = json.loads(capsys.readouterr().out)
    assert shown["passages"][0]["sentences"] == [SENTENCES[0]]
    assert shown["passages"][0]["found"] is True


def test_show_beside_the_passage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extract = root / "course" / "extracts" / f"{SLUG}.md"
    assert run(root, "show", ids(root)[0]) == 0
    assert f"> {SENTENCES[0]}" in capsys.readouterr().out
    extract.write_text(extract.read_text().replace("rural districts", "many rural districts"))
    assert run(root, "show", ids(root)[0]) == 0
    out = capsys.readouterr().out
    assert "{+many+}" in out and "no longer has this sentence" in out


def test_reject_needs_a_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = ids(root)[0]
    assert run(root, "reject", name) == 2
    assert run(root, "reject", name, "--reason", "two: keys # here") == 0
    item = load_bank(root / "quizzes" / f"{SLUG}.yml").items[0]
    assert (item.status, item.comment) == ("rejected", "two: keys # here")
    assert run(root, "reopen", name) == 0
    assert status(root)[name] == "draft"


def test_module_elements_and_whole_modules(root: Path) -> None:
    assert run(root, "accept", "lm-o1") == 0
    module = load_module(root / "modules" / f"{SLUG}.yml")
    assert [str(o.status) for o in module.objectives] == ["accepted", "draft"]
    run(root, "reject", ids(root)[0], "--reason", "no")
    assert run(root, "accept", "--module", SLUG) == 0
    assert set(list(status(root).values())[1:]) == {"accepted"}
    assert status(root)[ids(root)[0]] == "rejected", "what was decided stays"
    assert run(root, "accept") == 2


def test_ids_from_a_pipe(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ids(root)[:2]
    text = "".join(f"{name}\tdraft\tchoice\n" for name in names)
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert run(root, "accept", "-") == 0
    assert [n for n, s in status(root).items() if s == "accepted"] == names


def test_unknown_and_ambiguous_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_course(tmp_path, World(), World(slug="local-markets", extract="local-markets"))
    name = ids(root)[0]
    assert run(root, "accept", name, "nonsense") == 1
    err = capsys.readouterr().err
    assert 'nothing has the id "nonsense"' in err
    assert f"{SLUG}/{name}" in err and f"local-markets/{name}" in err
    assert set(status(root).values()) == {"draft"}, "all or nothing"
    assert run(root, "accept", f"{SLUG}/{name}") == 0
    assert status(root)[name] == "accepted"
    assert run(root, "no-such-module") == 1


def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """An editor that changes `text` as the code says."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\ntext = file.read_text()\n"
        f"{code}\nfile.write_text(text)\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")


def test_edit(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = ids(root)[1]
    path = root / "quizzes" / f"{SLUG}.yml"
    before = path.read_text()
    note = "assert '#|   Border' in text\n"
    change = "text = text.replace('stem: \"Version 1:', '# mine\\nstem: \"Version “2”:')"
    editor(tmp_path, monkeypatch, note + change)
    assert run(root, "edit", name) == 0
    item = load_bank(path).items[1]
    assert (item.status, item.stem) == ("edited", "Version “2”: what about Border?")
    assert '    # mine\n    stem: "Version “2”:' in path.read_text()
    cut = before.index(f"id: {ids(root)[2]}")
    assert path.read_text().endswith(before[cut:])


def test_an_edit_that_changes_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (root / "quizzes" / f"{SLUG}.yml").read_bytes()
    editor(tmp_path, monkeypatch, "")
    assert run(root, "edit", ids(root)[1]) == 0
    assert (root / "quizzes" / f"{SLUG}.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("text = text.replace('key: true', 'key: maybe')", "true or false"),
        ("text = text.replace('    key: true\\n', '')", "no key"),
        ("text = text.replace('id: ', 'id: x')", "by it, decisions are kept"),
        ("text = 'stem: [\\n'", "not valid YAML"),
        ("text = text.replace('stem:', 'steam:')", "steam"),
        ("text = '- a\\n- b\\n'", "not the element any more"),
    ],
)
def test_an_invalid_edit_is_kept_beside(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], code: str, message: str,
) -> None:  # fmt: skip
    before = (root / "quizzes" / f"{SLUG}.yml").read_bytes()
    editor(tmp_path, monkeypatch, code)
    assert run(root, "edit", ids(root)[0]) == 1
    assert message in capsys.readouterr().err
    assert (root / "quizzes" / f"{SLUG}.yml").read_bytes() == before
    assert len(list((root / "_build" / "review").iterdir())) == 1


def test_an_edit_that_meets_another_is_kept_beside(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "quizzes" / f"{SLUG}.yml"
    editor(tmp_path, monkeypatch, f"text = text.replace('Version 1', 'Mine')\n"
           f"other = pathlib.Path({str(path)!r})\n"
           "other.write_text(other.read_text().replace('Version 1', 'Theirs'))")  # fmt: skip
    assert run(root, "edit", ids(root)[0]) == 1
    assert "changed by somebody else" in capsys.readouterr().err
    assert "Theirs" in path.read_text() and "Mine" not in path.read_text()
    (kept,) = (root / "_build" / "review").iterdir()
    assert "Mine" in kept.read_text()


def test_no_editor(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-at-all")
    assert run(root, "edit", ids(root)[0]) == 1


HOLD = """
import sys, time
from pathlib import Path
from builder.review.lock import locked
with locked(Path(sys.argv[1]), "coursewright draft"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_another_process_is_waited_for_or_named(root: Path) -> None:
    from builder.errors import Refused

    other = subprocess.Popen([sys.executable, "-c", HOLD, str(root)], stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None and other.stdout.readline() == b"held\n"
        told = pytest.raises(Refused, match=rf"coursewright draft, process {other.pid}")
        with told, locked(root, "test", wait=0.1):
            pass
    finally:
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert other.stdout is not None
        other.stdout.close()
    with locked(root, "test", wait=5.0), locked(root, "within"):
        pass


SAVE = """
import os, sys
from pathlib import Path
import builder.store.files as files
real = os.replace
def die(*_):
    os.kill(os.getpid(), 9)
files.os.replace = die
from builder.cli import main
main(["--root", sys.argv[1], "review", "accept", "--module", "labour-migration"])
"""


def test_a_kill_in_the_middle_of_a_save(root: Path) -> None:
    before = {p: p.read_bytes() for p in root.glob("[mq]*/*.yml")}
    done = subprocess.run([sys.executable, "-c", SAVE, str(root)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert {p: p.read_bytes() for p in root.glob("[mq]*/*.yml")} == before
    assert run(root, "accept", "--module", SLUG) == 0
    assert set(status(root).values()) == {"accepted"}


def test_a_full_disk(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "quizzes" / f"{SLUG}.yml"
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(os, "replace", full)
    assert run(root, "accept", ids(root)[0]) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_two_reviewers_at_once(root: Path) -> None:
    names = ids(root)[:4]
    command = [sys.executable, "-m", "builder", "--root", str(root), "review", "accept"]
    started = [subprocess.Popen([*command, name], stderr=subprocess.DEVNULL) for name in names]
    assert [process.wait(60) for process in started] == [0] * len(names)
    assert [n for n, s in status(root).items() if s == "accepted"] == names


def test_five_thousand_items(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Listed, filtered and saved in about a second; the bound leaves room for slow machines."""
    root = write_course(tmp_path)
    path = root / "quizzes" / f"{SLUG}.yml"
    head, *blocks = path.read_text().split("\n  - id: ")
    block = blocks[0].split("\n", 1)[1].strip("\n")
    path.write_text(head + "".join(f"\n  - id: n-{n}\n{block}\n" for n in range(5_000)))
    start = time.process_time()
    assert run(root, "--type", "choice", "--status", "draft") == 0
    listed_at = time.process_time()
    assert run(root, "accept", "n-4999") == 0
    saved_at = time.process_time()
    assert capsys.readouterr().out.count("\n") == 5_000
    assert path.read_text().count("status: accepted") == 1
    assert listed_at - start < 4
    assert saved_at - listed_at < 4
