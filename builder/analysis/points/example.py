"""Examples and cases: "In Mexico, …", "Ghana, for example, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import is_clause
from builder.analysis.language import Tagged, tag_text
from builder.analysis.standing import dangling
from builder.analysis.words import MONTHS, capitalised
from builder.model import Example

_PLACE = r"(?P<case>(?:the )?[A-Z][\w'’-]+(?: (?:and|of|the) [A-Z][\w'’-]+| [A-Z][\w'’-]+)*)"
_IN = re.compile(rf"^(?:For example, in|For instance, in|In) {_PLACE}, (?P<what>.+)$")
_APPOSED = re.compile(rf"^{_PLACE}, (?:for example|for instance), (?P<what>.+)$")
_NOT_A_PLACE = frozenset(
    "addition contrast general particular response summary session part chapter section article"
    " annex table figure parallel turn short practice theory recent education".split()
)


def find(text: Tagged, context: PassageContext) -> Iterator[Example]:
    """The case that the sentence tells, with its place or owner in front."""
    match = _IN.match(text.text)
    apposed = _APPOSED.match(text.text)
    if not match and not apposed:
        return
    found = match or apposed
    assert found is not None
    case, what = found["case"], found["what"].rstrip(".")
    first = case.split()[0].lower()
    if apposed and not text.tokens[0].tag.startswith("NNP"):
        return
    if first in _NOT_A_PLACE or first in MONTHS or re.search(r"\d", case):
        return
    clause = what if match else f"{case} {what}"
    tokens = tag_text(clause)
    if not is_clause(tokens) or dangling(tokens) or not 5 <= len(tokens) <= 32:
        return
    yield Example(sentence=text.sentence, case=case, what=capitalised(what))
