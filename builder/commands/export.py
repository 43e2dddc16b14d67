"""`coursewright export TARGET [MODULE…]`: print packs and other packages, into `_build/TARGET/`."""

from __future__ import annotations

import argparse
import sys

from builder.model import Severity
from builder.writers.exports import TARGETS


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give the command its targets, each with its options."""
    parser.add_argument("--list", action="store_true", help="name the targets")
    targets = parser.add_subparsers(dest="target", metavar="TARGET")
    for name, target in TARGETS.items():
        sub = targets.add_parser(name, help=target.summary, description=target.summary)
        sub.add_argument("modules", nargs="*", metavar="MODULE", help="default: all modules")
        for flag, details in target.options:
            sub.add_argument(flag, **details)


def run(options: argparse.Namespace) -> int:
    """Export, and print what was made below which folder.

    Returns:
        0 done, 1 an error among the findings, 2 neither a target nor `--list` was given.

    Raises:
        Refused: the course cannot be read, or has no such module.
    """
    if options.list:
        width = max(map(len, TARGETS))
        print("\n".join(f"{name:<{width}}  {t.summary}" for name, t in TARGETS.items()))
        return 0
    if not options.target:
        names = ", ".join(TARGETS)
        print(f"coursewright export: name what to export ({names}).", file=sys.stderr)
        return 2
    return _export(options)


def _export(options: argparse.Namespace) -> int:
    from builder.pipeline import known_modules, load_reviewed
    from builder.writers.exports import Request

    target = TARGETS[options.target]
    known_modules(options.root, options.modules)
    course = load_reviewed(options.root)
    out = options.root / "_build" / options.target
    names = [flag.lstrip("-").replace("-", "_") for flag, _ in target.options]
    request = Request(
        only=tuple(options.modules),
        root=options.root,
        options={name: getattr(options, name) for name in names},
        progress=_say,
    )
    paths = target.load()(course, out, request)
    for finding in request.findings:
        print(finding, file=sys.stderr)
    _say(f"{len(paths)} files are in {out}")
    return int(any(finding.severity == Severity.ERROR for finding in request.findings))


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
