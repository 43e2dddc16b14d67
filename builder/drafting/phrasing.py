"""Phrases of stems and objectives, made from words of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.analysis.language import tag_text
from builder.model import Extract, Sentence

_BASE_FORMS = {
    "argued": "argue", "argues": "argue", "stressed": "stress", "stresses": "stress",
    "noted": "note", "notes": "note", "said": "say", "says": "say", "stated": "state",
    "states": "state", "warned": "warn", "warns": "warn", "suggested": "suggest",
    "suggests": "suggest", "explained": "explain", "explains": "explain",
    "observed": "observe", "observes": "observe", "pointed out": "point out",
    "concluded": "conclude", "concludes": "conclude", "cautioned": "caution",
    "added": "add", "adds": "add", "believed": "believe", "believes": "believe",
    "reported": "report", "reports": "report", "maintained": "maintain",
    "recalled": "recall", "affirmed": "affirm", "claimed": "claim", "claims": "claim",
    "emphasised": "emphasise", "emphasized": "emphasize", "underlined": "underline",
    "highlighted": "highlight", "insisted": "insist", "asserted": "assert",
    "remarked": "remark", "contended": "contend", "proposed": "propose", "held": "hold",
}  # fmt: skip
_MEETINGS = frozenset(
    "workshop seminar briefing meeting conference dialogue consultation roundtable symposium"
    " forum session hearing debate".split()
)


def base_form(verb: str) -> str:
    """Base form of a reporting verb ("stressed" to "stress"), or "say" for one not listed."""
    return _BASE_FORMS.get(verb.lower(), "say")


def topic_phrase(extract: Extract) -> str:
    """The title without its subtitle, as it stands inside a sentence."""
    title = re.split(r"\s*[:–—]\s", extract.title)[0].strip().rstrip(".?!")
    if words_in(title) > 6 and "," in title:
        title = title.split(",")[0]
    tokens = tag_text(title)
    first = title.split()[0] if title else ""
    if tokens and first[1:].lower() == first[1:] and not _is_name(first, extract):
        title = title[0].lower() + title[1:]
    return title


def _title_case(title: str) -> bool:
    """Most of the long words have a capital: “Antimicrobial Resistance in the Region”."""
    long = [word for word in title.split() if len(word) > 3 and not word[:3].isupper()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.6 * len(long)


def about_phrase(extract: Extract) -> str:
    """“on labour migration”, or where the title is long, “in the 2023 workshop “…””."""
    topic = topic_phrase(extract)
    plain = words_in(topic) <= 6 and not _title_case(topic)
    return f"on {topic}" if plain else f"in {meeting_phrase(extract)}"


def _is_name(word: str, extract: Extract) -> bool:
    """The text always writes the word with a capital, even inside sentences."""
    inside = [
        found
        for sentence in extract.sentences()
        for found in sentence.text.split()[1:]
        if found.strip(".,;:()“”").lower() == word.lower()
    ]
    return bool(inside) and all(found[0].isupper() for found in inside)


def meeting_phrase(extract: Extract) -> str:
    """How a stem names the source: "the 2006 workshop on labour migration"."""
    year = extract.held[:4] or (str(extract.as_of) if extract.as_of else "")
    kind = extract.kind.strip().lower() or "text"
    topic = topic_phrase(extract)
    tokens = tag_text(topic)
    noun_like = bool(tokens) and tokens[0].tag[:2] in ("NN", "JJ", "VB", "CD", "DT")
    verb = bool(tokens) and (tokens[0].tag in ("VB", "VBP", "VBZ", "MD") or "?" in extract.title)
    plain = noun_like and not verb and len(topic.split()) <= 8 and not _title_case(topic)
    about = f"on {topic}" if plain else f"“{topic[:1].upper()}{topic[1:]}”"
    named = not plain and topic.lower().startswith(kind)
    head = " ".join(part for part in (year, "" if named else kind) if part)
    return f"the {head} {about}"


def part_name(extract: Extract, sentence: Sentence) -> str:
    """The name that the front matter gives to the part a sentence stands in, or ""."""
    page = sentence.locator.page
    label = page.split(",")[0].strip()
    if page in extract.names or label in extract.names:
        return extract.names.get(page) or extract.names[label]
    number = re.match(r"\d+", page)
    for part, name in extract.names.items():
        bounds = [int(bound) for bound in re.findall(r"\d+", part)]
        if number and bounds and bounds[0] <= int(number.group()) <= bounds[-1]:
            return name
    return ""


def is_meeting_kind(extract: Extract) -> bool:
    """People met and spoke, rather than somebody wrote."""
    return extract.kind.strip().lower() in _MEETINGS


def joined(parts: Sequence[str], word: str = "and") -> str:
    """“a”, “a and b”, “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def words_in(text: str) -> int:
    """Number of blank-separated words."""
    return len(text.split())
