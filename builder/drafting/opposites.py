"""Licensed opposites: words that can take each other's place and turn a statement round."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PAIRS = """
higher/lower larger/smaller stronger/weaker faster/slower
older/younger wider/narrower
increase/decrease increases/decreases increased/decreased increasing/decreasing
rise/fall rises/falls rising/falling grow/shrink grows/shrinks growing/shrinking
strengthen/weaken strengthens/weakens strengthened/weakened strengthening/weakening
encourage/discourage encourages/discourages encouraged/discouraged
accelerate/slow accelerates/slows
temporary/permanent legal/illegal regular/irregular formal/informal internal/external
short-term/long-term rural/urban positive/negative direct/indirect
voluntary/forced domestic/foreign sending/receiving skilled/unskilled high-skilled/low-skilled
origin/destination arrival/departure before/after majority/minority
advantages/disadvantages benefits/costs
maximum/minimum upper/lower inside/outside upstream/downstream surplus/shortage
centralised/decentralised mandatory/optional
above/below north/south northern/southern eastern/western
"""
OPPOSITES: dict[str, str] = {}
for _pair in _PAIRS.split():
    _a, _b = _pair.split("/")
    OPPOSITES.setdefault(_a, _b)
    OPPOSITES.setdefault(_b, _a)

_WORD = re.compile(r"\b[A-Za-z]+(?:-[a-z]+)?\b")


def swaps(text: str) -> Iterator[tuple[str, str, str]]:
    """Each (text with one word turned round, that word, its opposite)."""
    for match in _WORD.finditer(text):
        word = match.group()
        other = OPPOSITES.get(word.lower())
        if other is None or (word[0].isupper() and match.start()):
            continue
        if word in ("before", "after") and re.match(r"\s+\d", text[match.end() :]):
            continue
        replacement = other.capitalize() if word[0].isupper() else other
        turned = text[: match.start()] + replacement + text[match.end() :]
        yield _article(turned, match.start()), word, other


def _article(text: str, at: int) -> str:
    """Mend "a"/"an" before position `at`."""
    before = re.search(r"\b([Aa])n? $", text[:at])
    if not before:
        return text
    article = before.group(1) + ("n" if text[at].lower() in "aeio" else "")
    return text[: before.start()] + article + " " + text[at:]
