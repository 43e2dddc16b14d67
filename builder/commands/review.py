"""`coursewright review`: look elements up, decide about them, take them to a sheet and back."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.review.listing import Filter

ACTIONS = ("list", "show", "accept", "reject", "reopen", "comment", "edit")
STATUSES = ("draft", "accepted", "edited", "rejected")
TYPES = (
    *("item", "choice", "multiple", "true_false", "match", "order", "categorise"),
    *("number", "text", "open", "objective", "concept", "sentence", "activity"),
)
EXAMPLES = """\
examples:
  coursewright review labour-migration            list everything in a module
  coursewright review --status draft --type item  items that nobody has looked at
  coursewright review show lm-7f3a2c              an item beside its passage
  coursewright review accept lm-7f3a2c lm-o4
  coursewright review accept --module labour-migration --type item
  coursewright review reject lm-7f3a2c --reason "two keys"
  coursewright review edit lm-7f3a2c              in $EDITOR
  coursewright review --finding item-length | coursewright review reject - --reason "telling"
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what `coursewright review` understands."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = EXAMPLES
    parser.add_argument(
        "words",
        nargs="*",
        metavar="[ACTION] NAME",
        help=f"{', '.join(ACTIONS)}; then modules to list, or ids (- reads them from stdin)",
    )
    parser.add_argument("--module", action="append", default=[], help="only in this module")
    parser.add_argument("--status", action="append", default=[], choices=STATUSES)
    parser.add_argument("--type", action="append", default=[], choices=TYPES, dest="types")
    parser.add_argument("--objective", default="", metavar="ID", help="only what serves it")
    parser.add_argument("--finding", default="", metavar="CODE", help="a code of check, or any")
    parser.add_argument("--stale", action="store_true", help="only what the source says no more")
    parser.add_argument("--reason", default="", help="why; kept as the comment of the element")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--export", type=Path, metavar="FILE.xlsx", help="write a review sheet")
    parser.add_argument(
        "--import", type=Path, metavar="FILE.xlsx", dest="sheet", help="read one back"
    )


def run(options: argparse.Namespace) -> int:
    """Do what the options say; return the exit status."""
    words = list(options.words)
    action = words.pop(0) if words and words[0] in ACTIONS else "list"
    if options.export or options.sheet:
        return _sheet(options, words)
    return _DO[action](options, words)


def _list(options: argparse.Namespace, words: list[str]) -> int:
    from builder.review.desk import Desk
    from builder.review.listing import print_entries, wanted

    desk = Desk(options.root, [*options.module, *words])
    print_entries(desk, wanted(desk, _filter(options)), options.format)
    return 0


def _show(options: argparse.Namespace, words: list[str]) -> int:
    from builder.review.desk import Desk
    from builder.review.look import Sources, beside, print_beside

    desk = Desk(options.root, options.module)
    sources = Sources(desk)
    found = [beside(entry, sources) for entry in desk.find(_ids(words))]
    if options.format == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for number, data in enumerate(found):
        if number:
            print("\n" + "-" * 72)
        print_beside(data)
    return 0


def _decide(options: argparse.Namespace, words: list[str]) -> int:
    from builder.review.decide import decide
    from builder.review.desk import Desk
    from builder.review.listing import names, wanted
    from builder.review.lock import locked

    action = options.words[0]
    if action == "reject" and not options.reason:
        raise _wrong('a rejection needs a reason: --reason "two options are right"')
    if action == "comment" and not options.reason:
        raise _wrong('say what: --reason "ask the ministry"')
    if not words and not options.module:
        raise _wrong("name ids, or a module with --module")
    chosen = _filter(options)
    ids = _ids(words) if words else []
    with locked(options.root, f"coursewright review {action}"):
        desk = Desk(options.root, options.module)
        entries = desk.find(ids) if words else wanted(desk, chosen)
        if not words and not options.status:
            entries = [entry for entry in entries if entry.status == "draft"]
        changed = decide(desk, entries, action, options.reason)
    if options.format == "json":
        called = names(entries, desk.entries())
        print(json.dumps({"action": action, "names": called, "changed": changed}))
    else:
        print(f"{action}: {changed} of {len(entries)} changed", file=sys.stderr)
    for entry in entries:
        if action == "accept" and entry.stale:
            print(f"{entry.id} is stale and stays out of the course until its source is put right",
                  file=sys.stderr)  # fmt: skip
    return 0


def _edit(options: argparse.Namespace, words: list[str]) -> int:
    from builder.review.edit import edit

    ids = _ids(words)
    if not ids:
        raise _wrong("name the id of an element")
    for name in ids:
        print(edit(options.root, name), file=sys.stderr)
    return 0


def _sheet(options: argparse.Namespace, words: list[str]) -> int:
    if options.export:
        from builder.review.desk import Desk
        from builder.review.listing import summary, wanted
        from builder.review.sheet_out import export

        desk = Desk(options.root, [*options.module, *words])
        entries = wanted(desk, _filter(options))
        export(desk, entries, options.export)
        print(f"{options.export}: {summary(entries)}", file=sys.stderr)
        return 0
    from builder.review.sheet_in import bring_in

    report = bring_in(options.root, options.sheet)
    for finding in report.problems:
        print(finding, file=sys.stderr)
    print(report.summary(), file=sys.stderr)
    return int(bool(report.problems))


def _filter(options: argparse.Namespace) -> Filter:
    from builder.review.listing import Filter

    return Filter(
        tuple(options.status),
        tuple(options.types),
        options.objective,
        options.stale,
        options.finding,
    )


def _ids(words: list[str]) -> list[str]:
    """The ids named, or for - those in the first column of standard input."""
    if words != ["-"]:
        return words
    return [line.split()[0] for line in sys.stdin if line.strip()]


def _wrong(message: str) -> SystemExit:
    print(f"coursewright review: {message}", file=sys.stderr)
    return SystemExit(2)


_DO: dict[str, Callable[[argparse.Namespace, list[str]], int]] = {
    "list": _list,
    "show": _show,
    "accept": _decide,
    "reject": _decide,
    "reopen": _decide,
    "comment": _decide,
    "edit": _edit,
}
