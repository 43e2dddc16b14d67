"""How often the words of a document occur: rules ask it what is a word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from builder.importing.raw import RawDocument

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MIDDLE = re.compile(r"(?<=[^\W\d_],\s)[A-Z][^\W\d_]*|(?<=[^\W\d_]\s)[A-Z][^\W\d_]*")


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
        before = ""
        for match in _WORD.finditer(text):
            word = match[0].lower()
            words.folded[word] += 1
            if match[0] == word:
                words.lower[word] += 1
            if before.endswith(word):
                words.suffix[word] += 1
            before = word
        words.middle.update(match[0].lower() for match in _MIDDLE.finditer(text))
        return words

    def known(self, word: str) -> bool:
        """Say whether `word` also stands where it does not repeat the word before it."""
        word = word.lower()
        return self.folded[word] > self.suffix[word]
