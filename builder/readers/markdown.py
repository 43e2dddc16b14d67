"""The extract reader: front matter, then Markdown with page anchors, to an `Extract`.

The way of a file: `front_matter` > `blocks` > `inline` (marks off) > `anchors` (pages out) >
`sentences` > `body`, which puts the parts together and gives each sentence its `Locator`.
"""

from __future__ import annotations

import re
from pathlib import Path

from builder.errors import Refused, problem
from builder.model.finding import Finding
from builder.model.text import Extract
from builder.readers.anchors import AnchorReader
from builder.readers.blocks import read_blocks
from builder.readers.body import BodyReader
from builder.readers.front_matter import read_front_matter
from builder.store.files import display_path

_BREAKS = re.compile(r"\r\n?")
_SPACES = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ue000\ue001]")


def read_extract(path: Path, root: Path) -> Extract:
    """Read the extract at `path`; its slug is the name of the file.

    Raises:
        Refused: every problem of the file, which is named relative to `root`.
    """
    file = display_path(path, root)
    try:
        data = path.read_bytes()
    except OSError as error:
        what = (
            "there is no such extract."
            if isinstance(error, FileNotFoundError)
            else (f"the extract cannot be read ({error.strerror}).")
        )
        advice = "Add the file, or correct the path in course.yml."
        raise Refused([problem("extract-missing", file, 0, what, advice)]) from error
    problems: list[Finding] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"the byte at offset {error.start} (0x{data[error.start]:02x}) is not UTF-8."
        advice = "Save the file with the encoding UTF-8."
        problems.append(problem("extract-encoding", file, line, what, advice))
        text = data.decode("utf-8", errors="replace")
    return _read(text, path.stem, file, problems)


def extract_from_text(text: str, slug: str, file: str) -> Extract:
    """Return the extract that `text` spells; `file` names it in messages.

    Raises:
        Refused: every problem of the text.
    """
    return _read(text, slug, file, [])


def _read(text: str, slug: str, file: str, problems: list[Finding]) -> Extract:
    """Read `text`, or refuse it with `problems` and whatever else is wrong."""
    text = _DROPPED.sub("", _SPACES.sub(" ", _BREAKS.sub("\n", text)))
    if not text.strip():
        advice = "Write front matter, ## headings and text."
        raise Refused([*problems, problem("extract-empty", file, 0, "the file is empty.", advice)])
    lines = text.split("\n")
    front, found = read_front_matter(lines, file)
    anchors = AnchorReader(
        file, front.sources, front.ranges, front.pages, not front.sources or bool(front.source)
    )
    reader = BodyReader(slug, front, file, anchors)
    for block in read_blocks("\n".join(lines[front.end :]), front.end + 1):
        reader.add(block)
    sections = reader.finish()
    problems = [*problems, *found, *reader.problems]
    if front.readable:
        problems.extend(anchors.problems)
    if problems:
        raise Refused(sorted(problems, key=lambda finding: finding.where.line))
    return Extract(
        slug=slug,
        title=front.title,
        sections=sections,
        kind=front.kind,
        held=front.held,
        source=front.source,
        sources=front.sources,
        as_of=front.as_of,
        pages=front.pages,
        names=front.names,
        language=front.language,
    )
