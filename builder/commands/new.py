"""`coursewright new DIR [--from FILE…]`: a new course from raw documents, or an example."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to make")
    parser.add_argument(
        "--from",
        dest="documents",
        nargs="+",
        default=[],
        metavar="FILE",
        help="documents, folders or patterns: PDF, DOCX, HTML, Markdown, text, VTT, SRT",
    )
    parser.add_argument("--title", default="", help="title of the course")


def run(options: argparse.Namespace) -> int:
    """Make the course folder, and say what to look at next.

    Returns:
        0, since everything else is an error.

    Raises:
        Refused: the folder is taken, or a document that was named cannot be read.
    """
    from builder.extracting.make import make_course, make_example

    if options.documents:
        make_course(options.folder, options.documents, options.title, _say)
    else:
        make_example(options.folder, _say)
    return 0


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
