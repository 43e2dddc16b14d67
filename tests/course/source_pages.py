"""The source documents of the course, cut into pages that can be asked what they say.

The documents are transcriptions with lost apostrophes, doubled fragments and glued
footnote digits, so every comparison goes through the same folding of both sides.
"""

from __future__ import annotations

import os
import re
import unicodedata
from functools import cached_property
from pathlib import Path

from source_numbers import Number, numbers

REPORT = "002_"  # the only document with printed pages; `[p. N]` means a page of it
SOURCE_OF_LABEL = {
    "workshop": "004_",
    "address": "001_",
    "round-table-3": "003_",
    "norway": "000_",
}
LAST_PAGE = 149  # what follows in the report's file are teasers of unrelated documents
DATE_OF_LABEL = {"address": "2008"}  # dated by the README only, not by its own text
NAVIGATION_ENDS = "- 2030 Agenda\n"  # site furniture before it says nothing about migration
# The parts of the report open on these pages, which alone carry their dates.
PART_OPENINGS = (13, 37, 42, 50, 54, 58, 67, 77, 83, 88, 90, 99, 104, 109, 115)
# Pairs a page and an extract may use for the same thing; one of them on the page is enough.
EQUIVALENT = (
    "philippines filipino filipina filipinos filipinas philippine", "switzerland swiss",
    "netherlands dutch", "france french", "spain spanish spaniards", "denmark danish",
    "sweden swedish", "ireland irish", "greece greek", "turkey turkish", "poland polish",
    "thailand thai", "finland finnish", "norway norwegian", "america american us usa",
    "britain british uk", "asia asian asians", "germany german", "afghanistan afghan",
    "europe european eu",
)
ALIASES = [("United Nations", "UN"), ("United States", "US"), ("United States", "USA"),
           ("United States of America", "USA"), ("United Kingdom", "UK"),
           ("European Union", "EU")]
SPELLING = [("z", "s"), ("our", "or"), ("programme", "program"), ("centre", "center"),
            ("defence", "defense"), ("ageing", "aging"), ("ll", "l")]
DEMONYM = re.compile(r"(aian|ians?|eans?|ans?|ese|ish|is?|ia|ns?|[aeouy])$")


def fold(text: str) -> str:
    """Lower case without accents, apostrophes and spelling variants, words parted by spaces."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("`", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower().replace("'", "")
    text = " ".join(re.findall(r"[a-z]+|\d+", text.replace("ø", "o").replace("ł", "l")))
    for british, other in SPELLING:
        text = text.replace(british, other)
    return re.sub(r"(?<=[a-z]) s\b", "s", text)


class Scope:
    """The pages that one anchor cites, read as one text."""

    def __init__(self, name: str, text: str, years: frozenset[str] = frozenset()) -> None:
        self.name = name
        self.years = years  # granted though the pages lack them: when the event took place
        self.text = text
        self.tokens = fold(text).split()

    @cached_property
    def words(self) -> set[str]:
        """Words, with neighbours joined as well: `SERI ERIES` holds "series"."""
        words = {*self.tokens, *(t.removesuffix("s") for t in self.tokens)}
        for a, b in zip(self.tokens, self.tokens[1:], strict=False):
            words.add(a + b)
            words.update(a + b[k:] for k in range(2, min(len(a), len(b))) if a.endswith(b[:k]))
        return words

    @cached_property
    def stems(self) -> set[str]:
        """Capitalised words without the ending that parts "Mexico" from "Mexican"."""
        names = re.findall(r"\b[^\W\d_]\w{2,}", self.text)
        return {DEMONYM.sub("", fold(n)) for n in names if n[0].isupper()}

    @cached_property
    def readings(self) -> set[tuple[float, str]]:
        text = re.sub(r"(\d), (\d+) ?(per ?cent|%)", r"\1, \2 \3 \1.\2 \3", self.text)
        text = re.sub(r"\b((?:19|20)\d\d)(\d{1,2})\b", r"\1 \2 \1\2", text)
        return {r for n in numbers(text) for r in n.readings}

    def has_word(self, word: str) -> bool:
        """Whether one word is here, in singular or plural, glued to others or not."""
        if fold(word).replace(" ", "") in self.words:
            return True
        for part in fold(word).split():
            forms = {part, part.removesuffix("s"), part.removesuffix("es"), part + "s",
                     part + "es", re.sub("ies$", "y", part), re.sub("y$", "ies", part)}
            glued = len(part) >= 5 and any(
                t.startswith(part) or t.endswith(part) for t in self.words)
            if not (forms & self.words or glued):
                return False
        return True

    def has_name(self, word: str) -> bool:
        """As has_word, but "Mexican" also stands for "Mexico"."""
        folded = fold(word).replace(" ", "")
        same = next((group for group in map(fold, EQUIVALENT) if folded in group.split()), "")
        stem = DEMONYM.sub("", folded)
        return (self.has_word(word) or any(w in self.words for w in same.split())
                or (len(stem) >= 3 and stem in self.stems))

    def has_number(self, number: Number) -> bool:
        if number.raw in self.years:
            return True
        percent = re.search(r"%|per\s?cent", self.text) is not None
        return any(r in self.readings or (r[1] and percent and (r[0], "") in self.readings)
                   for r in number.readings)

    def near(self, first: str, second: str, distance: int) -> bool:
        """Whether two words stand at most so many words apart, in either order."""
        a, b = fold(first).split()[-1], fold(second).split()[-1]
        at = [i for i, t in enumerate(self.tokens) if t == a]
        return any(b in self.tokens[max(0, i - distance):i + distance + 1] for i in at)

    def before(self, word: str, distance: int) -> set[str]:
        """The words that stand at most so many words before this one."""
        last = fold(word).split()[-1]
        return {t for i, w in enumerate(self.tokens) if w == last
                for t in self.tokens[max(0, i - distance):i]}

    def has_quotation(self, words: str) -> bool:
        """Whether the words stand here, up to three stray fragments in between."""
        wanted = fold(words).split()
        if "".join(wanted) in "".join(self.tokens):
            return True
        return any(self._follows(i, wanted) for i, t in enumerate(self.tokens)
                   if wanted and t == wanted[0])

    def _follows(self, start: int, wanted: list[str]) -> bool:
        i = start
        for token in self.tokens[start:start + len(wanted) + 3]:
            i, wanted = i + 1, wanted[1:] if wanted and token == wanted[0] else wanted
        return not wanted


class Sources:
    """All source documents: pages by number, whole documents by label."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files
        self.pages = split_pages(next((t for n, t in files.items() if n.startswith(REPORT)), ""))
        self._scopes: dict[tuple[str, ...], Scope] = {}

    def document(self, label: str) -> str | None:
        """The whole document behind a label, without the navigation of its site."""
        prefix = SOURCE_OF_LABEL.get(label, "none")
        text = next((t for n, t in self.files.items() if n.startswith(prefix)), None)
        return text and f"{DATE_OF_LABEL.get(label, '')}\n{text.split(NAVIGATION_ENDS)[-1]}"

    def opening(self, page: int) -> int:
        """The page on which the part of the report with this page opens."""
        return max((o for o in PART_OPENINGS if o <= page), default=page)

    def heading_years(self, page: int) -> set[str]:
        """Years in the title of the part: its talks may be dated by it on any page."""
        title = self.pages.get(self.opening(page), "")[:300]
        return set(re.findall(r"\b20\d\d\b", title))

    def scope(self, name: str, texts: list[str], years: frozenset[str] = frozenset()) -> Scope:
        key = (name, *texts, *sorted(years))
        if key not in self._scopes:
            self._scopes[key] = Scope(name, "\n".join(texts), years)
        return self._scopes[key]

    @cached_property
    def nine_grams(self) -> set[tuple[str, ...]]:
        texts = [*self.files.values(), "\n".join(self.pages.values())]
        streams = [fold(text).split() for text in texts]
        return {tuple(s[i:i + 9]) for s in streams for i in range(len(s) - 8)}

    @cached_property
    def proper(self) -> set[str]:
        """Words that the sources write with a capital in mid-sentence and never without."""
        text = "\n".join([*self.pages.values(), *(self.document(x) or "" for x in SOURCE_OF_LABEL)])
        capital = {fold(w) for w in re.findall(r"[a-z,] ([A-Z][^\W\d_]{2,})", text)}
        return capital - lower_case("\n".join(self.files.values()))


def lower_case(text: str) -> set[str]:
    return {fold(word) for word in re.findall(r"\b[a-z][^\W\d_]*", text)}


def split_pages(text: str) -> dict[int, str]:
    """Printed pages by number, without the numbers; nothing after the last page counts."""
    pages: dict[int, str] = {}
    for block in re.split(r"\n\s*\n", text):
        m = re.match(r"\s*(\d+)\b(.*?)\s*$", block, re.S)
        if m and int(m[1]) == len(pages) + 1 and len(pages) < LAST_PAGE:
            pages[int(m[1])] = re.sub(rf"\b{m[1]}$", "", m[2])
    return pages


def sources_dir() -> Path:
    default = Path(__file__).resolve().parents[2].parent / "shared" / "sources"
    return Path(os.environ.get("COURSEWRIGHT_SOURCES", default))


def load_sources(folder: Path | None = None) -> Sources | None:
    """The source documents, or None where they are not at hand."""
    folder = folder or sources_dir()
    files = {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.glob("00*_*.txt"))}
    return Sources(files) if files else None
