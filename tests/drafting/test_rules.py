"""What each rule drafts, against its cases: `cases/*.md`; `cases/README.md` tells how to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.analysis import analyse
from builder.analysis.words import normalised
from builder.checks import Knowledge, flaws
from builder.checks.knowledge import options_of
from builder.drafting.craft import Candidate, Craft
from builder.drafting.rules import RULES
from builder.model import (
    Categorise,
    Choice,
    Item,
    Match,
    Multiple,
    Number,
    Open,
    Order,
    Text,
    TrueFalse,
)
from builder.readers.markdown import extract_from_text

FOLDER = Path(__file__).parent / "cases"
HEAD = "---\ntitle: Rural supply\nkind: workshop\nheld: 2006-03-15\npages: 1-90\n---\n"
COMPUTED = {"change-choice", "figure-choice"}
"""Rules whose lures are reckoned and not taken from the text."""
_FIELD = re.compile(r"^- (?P<name>[^:]+): ?(?P<value>.*)$")
_LEAD = re.compile(r"^(they|it|that|because) ", re.IGNORECASE)

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    file: str
    line: int
    heading: str
    quotation: str
    items: tuple[Fields, ...]
    nothing: tuple[str, ...]

    @property
    def known_to_fail(self) -> bool:
        return self.heading.lower() == "known to fail"

    def rules(self) -> list[str]:
        return list(dict.fromkeys([*(fields["rule"] for fields in self.items), *self.nothing]))

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.heading}"


def read_cases(path: Path) -> Iterator[Case]:
    """Cases of one file, in order."""
    heading, start = "", 0
    quoted: list[str] = []
    items: list[Fields] = []
    nothing: list[str] = []
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), "## end"], 1):
        new = line.startswith("## ") or (line.startswith(">") and number > start + len(quoted))
        if new and quoted:
            yield Case(path.stem, start, heading, "\n".join(quoted), tuple(items), tuple(nothing))
            quoted, items, nothing = [], [], []
        if line.startswith("## "):
            heading = line[3:]
        elif line.startswith(">"):
            start = start if quoted else number
            quoted.append(line[1:].removeprefix(" "))
        elif field := _FIELD.match(line):
            if field["name"] == "nothing from":
                nothing += field["value"].split(", ")
            elif field["name"] == "rule":
                items.append({"rule": field["value"]})
            else:
                items[-1][field["name"]] = field["value"]


CASES = [
    case
    for path in sorted(FOLDER.glob("*.md"))
    if path.stem != "README"
    for case in read_cases(path)
]
_FAILS = pytest.mark.xfail(strict=True, reason="known to fail")


def craft(case: Case) -> Craft:
    return Craft(analyse(extract_from_text(HEAD + case.quotation + "\n", "grain", case.file)), "gt")


def view(candidate: Candidate) -> Fields:
    """An item as cases write it."""
    item = candidate.item
    fields = {
        "rule": item.rule,
        "group": candidate.group,
        "names": " | ".join(candidate.names),
        "type": item.type,
        "bloom": item.bloom.value,
        "page": item.source.page,
    }
    match item:
        case Choice():
            fields["key"] = next(option.text for option in item.options if option.key)
        case Multiple():
            fields["keys"] = " | ".join(option.text for option in item.options if option.key)
        case TrueFalse():
            fields["answer"] = "yes" if item.answer else "no"
        case Match():
            fields["pairs"] = " | ".join(f"{pair.left} = {pair.right}" for pair in item.pairs)
            fields["spare"] = " | ".join(item.spare)
        case Order():
            fields["sequence"] = " | ".join(item.sequence)
        case Categorise():
            fields["categories"] = " | ".join(
                f"{name}: {'; '.join(texts)}" for name, texts in item.categories.items()
            )
        case Number():
            fields |= {"answer": f"{item.answer:g}", "unit": item.unit}
            fields["tolerance"] = f"{item.tolerance:g}"
        case Text():
            fields["key"] = " | ".join(item.accepted)
        case Open():
            fields["key"] = item.model_answer
    return fields


def lures(item: Item) -> list[str]:
    return (
        [o.text for o in item.options if not o.key] if isinstance(item, Choice | Multiple) else []
    )


def check_fields(item: Item, shown: Fields, expected: Fields) -> None:
    """The fields that the case names, and no others."""
    loose = {"stem has", "key has", "lures among"}
    assert {n: shown.get(n) for n in expected if n not in loose} == {
        n: v for n, v in expected.items() if n not in loose
    }
    for part in expected.get("stem has", "").split(" | "):
        assert part.lower() in item.stem.lower()
    for part in expected.get("key has", "").split(" | "):
        assert part.lower() in shown.get("key", "").lower()
    if "lures among" in expected:
        assert len(lures(item)) >= 2
        assert set(lures(item)) <= set(expected["lures among"].split(" | "))


def check_always(item: Item, the: Craft) -> None:
    """What holds of every item that a rule drafts from a text that licenses it."""
    extract = the.analysis.extract
    pages = {s.text: s.locator.page for p in extract.passages() for s in (*p.sentences, *p.members)}
    for reference in item.sources():
        assert pages[reference.quote] == reference.page != ""
    assert item.source.quote in item.rationale
    assert f"p. {item.source.page}" in item.rationale
    text = normalised(" ".join(pages))
    for lure in lures(item):
        if item.rule not in COMPUTED:
            assert normalised(_LEAD.sub("", lure)) in text
    options = [normalised(option) for option in options_of(item)]
    assert len(options) == len(set(options))
    for option in item.options if isinstance(item, Choice | Multiple) else ():
        assert option.rationale


def sound(candidate: Candidate, knowledge: Knowledge) -> bool:
    """Rules make too much on purpose; what a check objects to is never published."""
    return next(flaws(candidate.item, knowledge), None) is None


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, id=str(c), marks=[_FAILS] if c.known_to_fail else []) for c in CASES],
)
def test_case(case: Case) -> None:
    the = craft(case)
    knowledge = Knowledge(the.analysis.extract)
    drafted = [c for rule in case.rules() for c in RULES[rule](the) if sound(c, knowledge)]
    where = f"cases/{case.file}.md:{case.line}"
    assert [c.item.rule for c in drafted] == [fields["rule"] for fields in case.items], where
    for candidate, expected in zip(drafted, case.items, strict=True):
        check_fields(candidate.item, view(candidate), expected)
        check_always(candidate.item, the)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_case_and_one_that_yields_nothing(rule: str) -> None:
    assert any(fields["rule"] == rule for case in CASES for fields in case.items)
    assert any(rule in case.nothing for case in CASES if not case.known_to_fail)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_ids_depend_on_the_words_and_not_on_the_place(case: Case) -> None:
    first = [c.item.id for rule in case.rules() for c in RULES[rule](craft(case))]
    moved = Case(case.file, case.line, "", f"## Preface\n\nWelcome. [p. 1]\n\n{case.quotation}",
                 case.items, case.nothing)  # fmt: skip
    second = [c.item.id for rule in case.rules() for c in RULES[rule](craft(moved))]
    assert first == second
    assert len(set(first)) == len(first) or case.file == "contrast"
