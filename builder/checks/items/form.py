"""All options have the same grammatical form."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.language import tag_text
from builder.checks.knowledge import Knowledge, options_of
from builder.model import Choice, Item, Multiple

_CLASS = {
    "VB": "verb", "VBP": "verb", "VBZ": "predicate", "VBD": "predicate", "MD": "predicate",
    "TO": "infinitive", "VBG": "gerund", "CD": "number",
}  # fmt: skip


def form(text: str) -> str:
    """Coarse form of an option by how it begins."""
    first = text.split()[0].lower() if text.split() else ""
    if first in ("that", "because", "to", "how", "whether", "why", "when", "it", "they"):
        return first
    lowered = text[:1].lower() + text[1:]
    tokens = tag_text(lowered)
    return _CLASS.get(tokens[0].tag, "nominal") if tokens else ""


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """A key, or one option, of another form than all the others."""
    if not isinstance(item, Choice | Multiple):
        return
    forms = [form(text) for text in options_of(item)]
    loose = {"verb": "nominal", "gerund": "nominal"}  # the tagger confuses these in short options
    if len(set(forms)) > 1 and len({loose.get(f, f) for f in forms}) > 1:
        yield f"the options mix forms: {', '.join(dict.fromkeys(forms))}"
