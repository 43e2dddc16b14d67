"""How often the words of a document occur: rules ask it what is a word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from builder.importing.raw import RawDocument

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MIDDLE = re.compile(r"[^\W\d_],?\s([A-Z][^\W\d_]*)")


@dataclass(frozen=True, slots=True)
class Words:
    """Counts of the words of a document."""

    folded: Counter[str] = field(default_factory=Counter)
    """Every word, hyphenated ones whole, in lower case."""
    lower: Counter[str] = field(default_factory=Counter)
    """Words that are written in lower case."""
    middle: Counter[str] = field(default_factory=Counter)
    """Words with a capital after another word, in lower case."""
    suffix: Counter[str] = field(default_factory=Counter)
    """Words that repeat the end of the word before them."""

    @classmethod
    def of(cls, document: RawDocument) -> Words:
        """Count the words of `document`."""
        return cls.of_text("\n\n".join(block.text for _, block in document.blocks()))

    @classmethod
    def of_text(cls, text: str) -> Words:
        """Count the words of `text`."""
        words = cls()
        found = _WORD.findall(text)
        folded = [word.lower() for word in found]
        words.folded.update(folded)
        words.lower.update(word for word, low in zip(found, folded, strict=True) if word == low)
        words.suffix.update(
            low for before, low in zip(folded, folded[1:], strict=False) if before.endswith(low)
        )
        words.middle.update(map(str.lower, _MIDDLE.findall(text)))
        return words

    def known(self, word: str) -> bool:
        """Say whether `word` also stands where it does not repeat the word before it."""
        word = word.lower()
        return self.folded[word] > self.suffix[word]
