"""The front matter of an extract: the YAML block that says what it is and where it is from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from yaml.nodes import MappingNode, Node, ScalarNode

from builder.errors import problem
from builder.model.finding import Finding
from builder.readers.anchors import parse_pages
from builder.store.nodes import compose, line_of, to_data

KEYS = ("title", "kind", "held", "source", "sources", "as_of", "pages", "names", "language")
_HELD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_YEAR = re.compile(r"[1-9]\d{3}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LABEL = re.compile(r"[^\s\[\],]([^\[\],]*[^\s\[\],])?")


@dataclass(slots=True)
class FrontMatter:
    """What the front matter says; the fields are those of `Extract`."""

    title: str = ""
    kind: str = "report"
    held: str = ""
    source: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    as_of: int | None = None
    pages: str = ""
    names: dict[str, str] = field(default_factory=dict)
    language: str = "en"
    ranges: tuple[tuple[int, int], ...] = ()
    """`pages` as (first, last) ranges."""
    end: int = 0
    """Number of lines that the block takes, its fences included."""
    readable: bool = False
    """Labels and pages are known, so that anchors can be held against them."""


def read_front_matter(lines: list[str], file: str) -> tuple[FrontMatter, list[Finding]]:
    """Read the block that `lines` begin with.

    Returns:
        What it says, with defaults for what is missing or wrong, and every problem in it.
    """
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not lines or lines[0].rstrip() != "---" or not end:
        what = (
            "the front matter has no end."
            if lines and lines[0].rstrip() == "---"
            else ("there is no front matter.")
        )
        advice = "Begin with a line ---, then title: and what else is known, then a line ---."
        return FrontMatter(), [problem("front-matter", file, 1, what, advice)]
    root, problems = compose("\n".join(lines[1:end]), file, first_line=2)
    front = FrontMatter(end=end + 1)
    if isinstance(root, MappingNode) and not problems:
        front.readable = True
        _Fields(front, file, problems).fill(root)
    elif not problems:
        advice = "Write lines such as title: Labour migration."
        problems.append(problem("front-matter", file, 1, "the front matter names nothing.", advice))
    return front, problems


@dataclass(slots=True)
class _Fields:
    """Fills a `FrontMatter` from a node and notes what is wrong."""

    front: FrontMatter
    file: str
    problems: list[Finding]

    def fill(self, root: MappingNode) -> None:
        """Set every field that `root` gives."""
        for key, value in root.value:
            name = key.value
            if name not in KEYS:
                near = get_close_matches(name, KEYS, 1)
                hint = f'Did you mean "{near[0]}"? ' if near else ""
                advice = f"{hint}Known keys: {', '.join(KEYS)}."
                self._refuse("front-matter-key", key, f'the key "{name}" is unknown.', advice)
            elif name == "sources":
                self._sources(value)
            elif name == "names":
                self._names(value)
            elif not isinstance(value, ScalarNode):
                what = f"{name} has to be one line of text."
                self._refuse("front-matter-value", value, what, "Put text with a colon in quotes.")
            elif text := " ".join((to_data(value) or "").split()):
                self._set(name, text, value)
        if not self.front.title and not any(p.code == "front-matter-value" for p in self.problems):
            self.problems.append(
                problem(
                    "front-matter-title",
                    self.file,
                    1,
                    "the extract has no title.",
                    "Give it one in the front matter: title: Labour migration.",
                )
            )

    def _set(self, name: str, text: str, node: Node) -> None:
        """Set the scalar field `name`, or say what is wrong with `text`."""
        expected = _EXPECTED.get(name)
        if expected and not expected[0].fullmatch(text):
            self._refuse("front-matter-value", node, f'{name} is "{text}".', expected[1])
        elif name == "as_of":
            self.front.as_of = int(text)
        elif name == "pages":
            self._pages(text, node)
        else:
            setattr(self.front, name, text)

    def _pages(self, text: str, node: Node) -> None:
        try:
            self.front.ranges = parse_pages(text)
        except ValueError as error:
            what = f'pages has "{error}", which is no page and no range of pages.'
            self._refuse("front-matter-value", node, what, "Write pages: 37-41, 52.")
        self.front.pages = text

    def _sources(self, node: Node) -> None:
        """Set the labels of source documents."""
        data = to_data(node)
        if data is None:
            return
        if not isinstance(data, dict) or not all(
            isinstance(citation, str) and citation.strip() for citation in data.values()
        ):
            what = "sources has to give a label and a citation on each line."
            advice = 'Write address-2008: "IOM, opening address (2008)", indented below sources:.'
            self._refuse("front-matter-value", node, what, advice)
            self.front.readable = False
            return
        for label in data:
            if not _LABEL.fullmatch(label):
                what = f'the label "{label}" cannot stand in a page anchor.'
                advice = "Use letters, digits and hyphens, such as address-2008."
                self._refuse("front-matter-value", node, what, advice)
        self.front.sources = {label: " ".join(text.split()) for label, text in data.items()}

    def _names(self, node: Node) -> None:
        """Set how parts of the text are named: by label or by pages."""
        data = to_data(node)
        if not isinstance(data, dict) or not all(isinstance(v, str) for v in data.values()):
            what = "names has to give a label or pages, and a name, on each line."
            advice = "Write 19-21: the 2008 summary report, indented below names:."
            self._refuse("front-matter-value", node, what, advice)
            return
        self.front.names = {str(part): " ".join(name.split()) for part, name in data.items()}

    def _refuse(self, code: str, node: Node, message: str, advice: str) -> None:
        self.problems.append(problem(code, self.file, line_of(node, 2), message, advice))


_EXPECTED = {
    "held": (_HELD, "Write a date, a month or a year: 2006-03-15, 2006-03 or 2006."),
    "as_of": (_YEAR, "Write a year, such as 2006."),
    "language": (_LANGUAGE, "Write a language code, such as en."),
}
