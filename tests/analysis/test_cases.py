"""What the analysis finds, against its cases: `cases/<kind>.md`.

A case is a quotation, as an extract would have it, and below it what is to be found there, one
field a line; a field that is named again begins the next finding. Fields that are not named are
not compared, but there may be no finding more. What stands under “Nothing” is to be left alone.
Under “Known to fail” stands what should be so and is not yet; “- nothing” where nothing should
be found. `cases/README.md` tells it to those who write cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest

from builder.analysis import Analysis, analyse
from builder.analysis.attribution import statement
from builder.analysis.context import PassageContext
from builder.analysis.grammar import finite_verb, is_clause, plural_phrase, subject_end
from builder.analysis.lists import is_open, members
from builder.analysis.points import FINDERS
from builder.analysis.standing import dangling_text
from builder.readers.markdown import extract_from_text

FOLDER = Path(__file__).parent / "cases"
LEAST = 8
"""Cases of each sort that every kind of teaching point has."""
HEAD = "---\ntitle: Cases\nas_of: 2006\n---\n"
_HEADING = re.compile(r"^## (?P<title>.+)$")
_FIELD = re.compile(r"^- (?P<name>[^:]+): ?(?P<value>.*)$")

Findings = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Case:
    file: str
    line: int
    heading: str
    quotation: str
    expected: tuple[tuple[tuple[str, str], ...], ...]

    @property
    def known_to_fail(self) -> bool:
        return self.heading == "known to fail"

    def __str__(self) -> str:
        words = re.sub(r"\W+", " ", self.quotation).split()
        return f"{self.file}:{self.line} {' '.join(words[:6])}"


def read_cases(path: Path) -> Iterator[Case]:
    """Cases of one file, in order."""
    heading, quoted, start = "", [], 0
    fields: list[tuple[str, str]] = []
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), "## end"], 1):
        title = _HEADING.match(line)
        if (title or line.startswith(">")) and quoted and (title or number > start + len(quoted)):
            yield Case(path.stem, start, heading, "\n".join(quoted), tuple(_grouped(fields)))
            quoted, fields = [], []
        if title:
            heading = title["title"].lower()
        elif line.startswith(">"):
            start = start if quoted else number
            quoted.append(line[1:].removeprefix(" "))
        elif field := _FIELD.match(line):
            fields.append((field["name"], field["value"]))


def _grouped(fields: list[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], ...]]:
    """The fields of each finding; a field that is named again begins the next one."""
    group: list[tuple[str, str]] = []
    for name, value in fields:
        if name in dict(group):
            yield tuple(group)
            group = []
        group.append((name, value))
    if group:
        yield tuple(group)


def written(value: object) -> str:
    """A field as cases write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " | ".join(value)
    if isinstance(value, dict):
        return str(value["text"])  # a sentence
    return f"{value:g}" if isinstance(value, float) else str(value)


def _points(analysis: Analysis, kind: str) -> Findings:
    found = [point for point in analysis.points if point.kind == kind]
    return [{name: written(value) for name, value in asdict(p).items()} for p in found]


def _contexts(analysis: Analysis) -> Iterator[tuple[Any, PassageContext]]:
    passage = next(analysis.extract.passages())
    for tagged in analysis.sentences:
        yield tagged, PassageContext(analysis.extract, passage, analysis.people, None, False)


def _standing(analysis: Analysis) -> Findings:
    words = [dangling_text(s.text) for s in analysis.extract.sentences()]
    return [{"word": word} for word in words if word]


def _attribution(analysis: Analysis) -> Findings:
    """Statements of sentences that are attributed; what is not understood says nothing."""
    found: Findings = []
    for tagged, context in _contexts(analysis):
        said = statement(tagged, context)
        if said.owner or said.end <= said.start:
            found.append({"owner": said.owner, "says": tagged.span(said.start, said.end)})
    return found


def _people(analysis: Analysis) -> Findings:
    known = analysis.people.introductions
    return [{"name": name, "introduction": text} for name, text in known.items()]


def _lists(analysis: Analysis) -> Findings:
    """Members of the list after a colon; the announcement begins with its count."""
    text = next(analysis.extract.sentences()).text
    count, _, rest = text.partition(": ")
    found = () if is_open(rest) else members(rest, int(count.split()[0]))
    return [{"members": written(found)}] if found else []


def _language(analysis: Analysis) -> Findings:
    """Tags of the words that are named; a word that occurs twice is named as it is last."""
    return [{token.text: token.tag for token in analysis.sentences[0].tokens}]


def _grammar(analysis: Analysis) -> Findings:
    tagged = analysis.sentences[0]
    tokens = tagged.tokens[: tagged.end()]
    end, verb = subject_end(tokens), finite_verb(tokens)
    number = plural_phrase(tokens)
    subject = tagged.span(0, end) if end > 0 else ""
    if not subject and not is_clause(tokens):
        return []
    plural = {True: "yes", False: "no", None: "unclear"}[number]
    return [
        {
            "subject": subject,
            "verb": tokens[verb].text if verb >= 0 else "",
            "plural": plural,
            "clause": written(is_clause(tokens)),
        }
    ]


VIEWS: dict[str, Callable[[Analysis], Findings]] = {
    "standing": _standing,
    "attribution": _attribution,
    "people": _people,
    "lists": _lists,
    "language": _language,
    "grammar": _grammar,
}
"""What is compared of the files that are not about a kind of teaching point."""


FILES = sorted(path for path in FOLDER.glob("*.md") if path.stem != "README")
CASES = [case for path in FILES for case in read_cases(path)]
_FAILS = pytest.mark.xfail(strict=True, reason="known to fail")


def found_in(case: Case) -> Findings:
    analysis = analyse(extract_from_text(f"{HEAD}## Case\n\n{case.quotation}\n", "case", case.file))
    view = VIEWS.get(case.file)
    return view(analysis) if view else _points(analysis, case.file)


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, id=str(c), marks=[_FAILS] if c.known_to_fail else []) for c in CASES],
)
def test_case(case: Case) -> None:
    found = found_in(case)
    expected = [dict(fields) for fields in case.expected]
    named = [{name: f.get(name, "(no such field)") for name in e}
             for f, e in zip(found, expected, strict=False)]  # fmt: skip
    assert (named, found[len(expected) :]) == (expected, []), f"cases/{case.file}.md:{case.line}"


def test_every_kind_of_teaching_point_has_its_cases() -> None:
    assert set(FINDERS) | set(VIEWS) == {path.stem for path in FILES}


@pytest.mark.parametrize("kind", FINDERS)
def test_there_are_enough_cases(kind: str) -> None:
    mine = [case for case in CASES if case.file == kind]
    assert sum(bool(case.expected) for case in mine) >= LEAST
    assert sum(not case.expected for case in mine) >= LEAST


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_stands_under_the_heading_that_fits(case: Case) -> None:
    assert case.heading in ("found", "nothing", "known to fail")
    if not case.known_to_fail:
        assert bool(case.expected) == (case.heading == "found")
