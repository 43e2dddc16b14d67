"""The command line: `python -m evaluation draw|report`, from the root of the repository."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from builder.errors import Refused


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 done, 1 refused input, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        options.command(options)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


def _draw(options: argparse.Namespace) -> None:
    from evaluation.kit import draw, write_kit

    kit = draw(options.texts, options.items, options.controls, options.seed)
    write_kit(kit, options.out)
    controls = sum(bool(entry.control) for entry in kit.entries)
    print(
        f"{options.out}: {len(kit.entries) - controls} of {sum(kit.drafted.values())} drafted "
        f"items and {controls} controls. Keep secret.json from the graders.",
        file=sys.stderr,
    )


def _report(options: argparse.Namespace) -> None:
    import json

    from evaluation.report import load, report
    from evaluation.report_text import report_text

    found = report(*load(options.kit, options.grades))
    text = json.dumps(found, ensure_ascii=False, indent=1)
    print(text if options.format == "json" else report_text(found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add = commands.add_parser("draw", help="draft items and write a kit for graders")
    add.add_argument("--texts", type=Path, nargs="+", required=True, metavar="FILE")
    add.add_argument("--out", type=Path, required=True, metavar="DIR")
    add.add_argument("--items", type=_count, default=40, help="drafted items (default: 40)")
    add.add_argument("--controls", type=_count, default=12, help="controls (default: 12)")
    add.add_argument("--seed", default="", help="another text gives another draw")
    add.set_defaults(command=_draw)
    add = commands.add_parser("report", help="report what graders found")
    add.add_argument("kit", type=Path, metavar="DIR", help="where `draw` wrote the kit")
    add.add_argument("grades", type=Path, nargs="+", metavar="GRADES.csv")
    add.add_argument("--format", choices=("text", "json"), default="text")
    add.set_defaults(command=_report)
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


if __name__ == "__main__":
    sys.exit(main())
