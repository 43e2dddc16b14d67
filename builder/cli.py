"""The command line: parse, call the pipeline, print findings, return an exit status.

Messages go to stderr, results to stdout. Exit status 0 done, 1 findings or a refused input,
2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from builder import __version__
from builder.errors import Refused
from builder.model import Severity

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `coursewright` with these arguments (default: those of the process)."""
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options)
    except Refused as refused:
        for finding in refused.findings:
            print(finding, file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1
    except OSError as error:
        where = error.filename or "a file"
        print(f"{where}: {error.strerror or error}. No file was half-written.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted; every file is as it was or complete.", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coursewright", description="Turns thematic extracts into training courses."
    )
    parser.add_argument("--version", action="version", version=f"coursewright {__version__}")
    parser.add_argument(
        "--root", type=Path, default=Path("."), help="the course's root (default: here)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (function, summary, add) in COMMANDS.items():
        sub = commands.add_parser(name, help=summary, description=summary)
        add(sub)
        sub.set_defaults(command=function)
    return parser


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _draft(options: argparse.Namespace) -> int:
    from builder.pipeline import draft_course, known_modules

    known_modules(options.root, options.modules)
    draft_course(options.root, options.modules, _say)
    return 0


def _build(options: argparse.Namespace) -> int:
    from builder.pipeline import build, known_modules

    known_modules(options.root, options.modules)
    findings = build(options.root, options.modules, _say)
    for finding in findings:
        print(finding, file=sys.stderr)
    _say(f"The course is in {options.root / '_build' / 'html' / 'index.html'}")
    return int(any(finding.severity == Severity.ERROR for finding in findings))


def _check(options: argparse.Namespace) -> int:
    from builder.reports import course_findings, print_findings, print_yield

    if options.yields:
        print_yield(options.root, options.format)
        return 0
    findings = course_findings(options.root)
    print_findings(findings, options.format)
    return int(any(finding.severity == Severity.ERROR for finding in findings))


def _export(options: argparse.Namespace) -> int:
    from builder.commands.export import run

    return run(options)


def _export_options(parser: argparse.ArgumentParser) -> None:
    from builder.commands.export import add_options

    add_options(parser)


def _modules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="default: all modules")


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--yield",
        dest="yields",
        action="store_true",
        help="what became of the candidates of each drafting rule",
    )


def _review(options: argparse.Namespace) -> int:
    from builder.commands.review import run

    return run(options)


def _review_options(parser: argparse.ArgumentParser) -> None:
    from builder.commands.review import add_options

    add_options(parser)


COMMANDS: dict[str, tuple[Command, str, Callable[[argparse.ArgumentParser], None]]] = {
    "draft": (_draft, "draft modules and item banks, keeping what people did", _modules),
    "build": (_build, "draft, write pages and notebooks, build the site", _modules),
    "export": (_export, "make handouts and other packages from the course", _export_options),
    "check": (_check, "report every finding about the course", _check_options),
    "review": (_review, "list, show, accept, reject and edit what was drafted", _review_options),
}

if __name__ == "__main__":
    sys.exit(main())
