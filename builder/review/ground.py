"""What the extract says now: whether it still has a quotation, and what stands in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from builder.analysis.words import content_stems, normalised
from builder.model import Extract, Passage

_ALIKE = 0.5
"""Share of words in common from which another sentence counts as the same one, changed."""


@dataclass(frozen=True)
class Ground:
    """An extract, ready to be asked."""

    extract: Extract

    @cached_property
    def _places(self) -> dict[str, tuple[str, Passage]]:
        """Each sentence, list member and run of sentences, words only, with where it stands."""
        found: dict[str, tuple[str, Passage]] = {}
        for section in self.extract.sections:
            for passage in section.passages:
                for words in _runs(passage):
                    found.setdefault(words, (section.title, passage))
        return found

    def has(self, quote: str) -> bool:
        """The extract has these sentences, whole and in a row."""
        return normalised(quote) in self._places

    def supports(self, quotes: Iterable[str]) -> bool:
        """The extract has all of them."""
        return all(self.has(quote) for quote in quotes)

    def passage(self, quote: str) -> tuple[str, Passage] | None:
        """Title of the section and the passage of a quotation, or None."""
        return self._places.get(normalised(quote))

    def nearest(self, quote: str) -> str:
        """The sentence that is most like one that is gone, or ""."""
        words = content_stems(quote)
        best, found = _ALIKE, ""
        for passage in self.extract.passages():
            for sentence in (*passage.sentences, *passage.members):
                value = _overlap(words, content_stems(sentence.text))
                if value > best:
                    best, found = value, sentence.text
        return found


def alike(one: str, other: str) -> bool:
    """Two sentences with most of their words in common: one of them, changed."""
    return _overlap(content_stems(one), content_stems(other)) > _ALIKE


def differences(old: str, new: str) -> str:
    """The new text with what went in [-…-] and what came in {+…+}, by words."""
    before, after = old.split(), new.split()
    parts: list[str] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.extend(after[k:m])
            continue
        parts.extend([f"[-{' '.join(before[i:j])}-]"] if j > i else [])
        parts.extend([f"{{+{' '.join(after[k:m])}+}}"] if m > k else [])
    return " ".join(parts)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _runs(passage: Passage) -> Iterable[str]:
    """Single sentences and members first, then up to four sentences in a row."""
    texts = [normalised(sentence.text) for sentence in passage.sentences]
    yield from texts
    yield from (normalised(member.text) for member in passage.members)
    for start in range(len(texts)):
        for end in range(start + 2, min(start + 5, len(texts) + 1)):
            yield " ".join(texts[start:end])
