"""An element in a person's editor: its block as it stands, checked when it is saved."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from builder.errors import Refused, problem
from builder.model import Finding
from builder.review.desk import Desk, Entry
from builder.review.lock import locked
from builder.review.look import Sources, beside
from builder.store import bank_from_data, module_from_data
from builder.store.block import Block, from_mapping
from builder.store.keep import model_of, said
from builder.store.nodes import compose, to_data

_HELP = "#| Change what you like, save and close. Lines that begin with #| are dropped."
_TRIES = 20
Editor = Callable[[Path], None]


def edit(root: Path, name: str, editor: Editor | None = None) -> str:
    """Let a person edit one element; return what became of it in a sentence.

    Nobody else is kept waiting meanwhile: if the element was changed by somebody else in the
    meantime, nothing is overwritten, and the edited text is kept in a file.

    Raises:
        Refused: there is no such element or no editor, the edit is invalid and was given up, or
            it met another edit. In the last two cases the message names the file with the text.
    """
    desk = Desk(root)
    entry = desk.find([name])[0]
    was = entry.block
    text = was.mapping()
    head = _header(entry, Sources(desk))
    edited = _edited(root, entry, head, text, editor or _own_editor)
    if edited.strip() == text.strip():
        return f"{entry.id} is as it was."
    block = _with_status(entry, from_mapping(entry.section, edited, was.indent))
    with locked(root, f"coursewright review edit {entry.id}"):
        now = Desk(root)
        current = now.find([f"{entry.module}/{entry.id}"])[0]
        if current.block.text != was.text:
            kept = _keep(root, entry, edited)
            what = f"{entry.id} was changed by somebody else meanwhile; that was not overwritten."
            advice = f"Your text is in {kept}. Edit {entry.id} again and take over what you need."
            raise Refused([problem("edit-conflict", now.name(entry.path), 0, what, advice)])
        now.put(current, block)
        now.save()
    return f"{entry.id} is {block.fields.get('status', 'draft')}."


def problems_of(entry: Entry, text: str) -> list[Finding]:
    """What is wrong with an edited mapping; nothing if it can be saved."""
    file = f"{entry.id}.yml"
    node, problems = compose(text, file)
    if problems:
        return problems
    data = to_data(node)
    if not isinstance(data, dict):
        what = "this is not the element any more."
        return [problem("value-invalid", file, 0, what, "Keep its keys: each line `key: value`.")]
    if data.get("id") != entry.id:
        what = f"the id was {entry.id}; by it, decisions are kept."
        return [problem("id-changed", file, 0, what, "Write the old id again.")]
    build = bank_from_data if entry.section == "items" else module_from_data
    try:
        build({"module": entry.module, entry.section: [data]}, file)
        from_mapping(entry.section, text, entry.block.indent).data  # noqa: B018
    except Refused as refused:
        return list(refused.findings)
    except (ValueError, StopIteration):
        what = "this cannot be put back into the file."
        return [problem("yaml-syntax", file, 0, what, "Indent as the other lines are.")]
    return []


def _edited(root: Path, entry: Entry, head: str, text: str, editor: Editor) -> str:
    """The text after editing, once it is valid; a person who changes nothing more gives up."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{entry.id}.yml"
        notes, before = head, text
        for attempt in range(_TRIES):
            path.write_text(f"{notes}{before}", "utf-8")
            editor(path)
            after = _without_notes(path.read_text("utf-8", "replace"))
            if after.strip() == text.strip() or not after.strip():
                return text
            problems = problems_of(entry, after)
            if not problems:
                return after
            if after == before or attempt == _TRIES - 1:
                kept = _keep(root, entry, after)
                file = f"quizzes/{entry.module}.yml"
                what = f"the edit of {entry.id} was not saved; your text is in {kept}."
                raise Refused([*problems, problem("edit-invalid", file, 0, what)])
            notes = "".join(f"#| {line}\n" for p in problems for line in str(p).split("\n")) + head
            before = after
    return text


def _with_status(entry: Entry, block: Block) -> Block:
    """An edit is an acceptance, unless a person says otherwise or has written the element."""
    same = said(entry.block) | {"comment": "", "status": ""}
    now = said(block) | {"comment": "", "status": ""}
    chosen = block.fields.get("status", "draft") != entry.status
    if same == now or chosen or entry.field("drafter") == "person":
        return block
    assert model_of(block).id == entry.id
    return block.with_keys(status="edited")


def _header(entry: Entry, sources: Sources) -> str:
    """The passage, as lines that are dropped again."""
    lines = [_HELP]
    for evidence in beside(entry, sources)["passages"]:
        lines.append(f"#| Source: {evidence['section']}, page {evidence['page'] or '–'}")
        lines.extend(f"#|   {sentence}" for sentence in evidence["sentences"])
        if not evidence["found"]:
            lines.append(f"#| The extract no longer has: {evidence['quote']}")
            lines.append(f"#| Its nearest sentence now: {evidence['nearest'] or '(none)'}")
    return "".join(" ".join(line.split("\n")) + "\n" for line in lines)


def _without_notes(text: str) -> str:
    kept = [line for line in text.splitlines() if not line.startswith("#|")]
    return "\n".join(kept).strip("\n") + "\n"


def _keep(root: Path, entry: Entry, text: str) -> str:
    """Keep a text that could not be saved; return where."""
    folder = root / "_build" / "review"
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"{entry.id}-{number}.yml").exists():
        number += 1
    path.write_text(text, "utf-8")
    return path.relative_to(root).as_posix()


def _own_editor(path: Path) -> None:
    """Run $VISUAL or $EDITOR, and wait for it."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        done = subprocess.run([*shlex.split(command), str(path)], check=False)
    except (OSError, ValueError) as error:
        what = f"the editor “{command}” cannot be started."
        advice = "Set the variable EDITOR to one that is installed, such as nano."
        raise Refused([problem("editor-missing", "EDITOR", 0, what, advice)]) from error
    if done.returncode:
        what = f"the editor “{command}” ended with status {done.returncode}; nothing was changed."
        raise Refused([problem("editor-failed", "EDITOR", 0, what)])
