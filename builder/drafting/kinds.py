"""What kind of thing a list lists, by its head noun: lures come from lists of the same kind."""

from __future__ import annotations

from builder.analysis.words import stem
from builder.checks.items.form import form
from builder.model import Enumeration

_KINDS = {
    "measure": "measure recommendation proposal step action priority goal objective lesson task aim"
    " reform solution tool instrument strategy intervention response safeguard requirement"
    " principle rule guideline commitment initiative practice option remedy control precaution"
    " target pillar activity service programme project method technique approach mechanism",
    "effect": "effect consequence impact risk problem challenge obstacle concern threat danger"
    " benefit advantage disadvantage cost harm gain loss barrier difficulty drawback weakness"
    " failure shortcoming gap outcome result finding symptom error misconception",
    "cause": "factor cause reason driver force source origin root determinant condition trigger"
    " motive incentive pressure",
    "part": "element component part item area aspect dimension level kind type category class form"
    " field sector subject topic theme feature characteristic quality criterion indicator function"
    " role phase stage matter point need right duty term group channel model question",
}
_BY_STEM = {stem(noun): kind for kind, nouns in _KINDS.items() for noun in nouns.split()}


def kind_of_list(point: Enumeration) -> str:
    """“measure”, “effect”, “cause”, “part”, or the stem of the head noun itself."""
    words = point.head.split(" of ")[0].split()
    head = stem(words[-1].lower()) if words else ""
    return _BY_STEM.get(head, head)


def forms(point: Enumeration) -> frozenset[str]:
    """Grammatical forms of the members."""
    return frozenset(form(member) for member in point.members)


def akin(first: Enumeration, second: Enumeration) -> bool:
    """Members of one list could be taken for members of the other."""
    return forms(first) == forms(second) and kind_of_list(first) == kind_of_list(second)
