"""Check that an extract says only what its cited source pages say, in its own words.

    python tests/course/check_sources.py course/extracts/*.md

The script prints `file:line: message` for each problem and exits with 1 when there is one.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from extract_text import (
    ANCHOR,
    QUOTATION,
    Extract,
    Problem,
    Segment,
    long_forms,
    mask_quotations,
)
from source_numbers import numbers
from source_pages import ALIASES, Scope, Sources, fold, load_sources, lower_case, sources_dir

WORDS = (900, 1800)
SECTIONS = 3
QUOTATION_WORDS = 25
RUN = 9  # so many words in a row are a copy
MONTHS = ("January February March April May June July August September October November "
          "December").split()
DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(MONTHS)})\b"
                 rf"|\b({'|'.join(MONTHS)})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)")
TITLES = "Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Ambassador|H\\.E|HE"
_FEMALE = frozenset({"ms", "mrs", "miss"})
GENDERED = {"mr": {"mr"}, "ms": _FEMALE, "mrs": _FEMALE, "miss": _FEMALE}
CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
PERSON = re.compile(rf"\b(?P<title>{TITLES})\b\.?\s+(?:(?:{TITLES})\b\.?\s+)*"
                    rf"(?:[A-Z]\.\s*)*(?P<name>{CAPITAL}(?:\s+(?:[A-Z]\.\s*"
                    rf"|(?:de|da|van|von|del|el|la|bin)\s+)*{CAPITAL})*)")
# A full stop after "Mr", "H.E" or an initial ends no sentence.
SENTENCE_START = re.compile(r"(?:^|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\b[A-Z])"
                            r"(?<!\bSt)[.!?:]['’”\")\]]?\s+|^\s*(?:[-*+]|\d+[.)])\s+|^#+\s+)"
                            r"\s*[“\"'(‘]?", re.M)
MEASURE = re.compile(r"[\s-]+(?:years?|months?|weeks?|days?|hours?|times|thirds|quarters|fifths)\b")
# Words that a capital does not make a name of.
NO_NAMES = set("state states government governments mr ms mrs dr prof professor miss he usd "
               "a an and at by de del for from in la le of on or the to with".split())


class Checker:
    """Holds one extract against the sources."""

    def __init__(self, extract: Extract) -> None:
        self.extract, self.sources, self.report = extract, extract.sources, extract.report
        self.proper = extract.sources.proper - lower_case(extract.text)
        self.forms = ALIASES + long_forms(extract.text[extract.body:])

    def check(self) -> list[Problem]:
        self.size()
        self.front_matter()
        for section in self.extract.sections():
            for segment in self.extract.segments(section):
                self.segment(segment)
            for offset, text in section:
                self.copied_runs(offset, text)
        return sorted(set(self.extract.problems), key=lambda p: (p.line, p.message))

    def size(self) -> None:
        texts = [text for _, text in self.extract.blocks()]
        headings = sum(text.startswith("## ") for text in texts)
        if headings < SECTIONS:
            self.report(self.extract.body, f"{headings} sections, at least {SECTIONS} needed")
        prose = " ".join(ANCHOR.sub(" ", t) for t in texts if not t.startswith("#"))
        count = len(re.findall(r"\w[\w'’.,-]*", prose))
        if not WORDS[0] <= count <= WORDS[1]:
            self.report(self.extract.body, f"body of {count} words, not {WORDS[0]} to {WORDS[1]}")

    def front_matter(self) -> None:
        """Title and date against the declared pages and the openings of their parts."""
        extract, sources = self.extract, self.sources
        pages = sorted({*extract.declared, *map(sources.opening, extract.declared)})
        texts = [sources.pages.get(p, "") for p in pages]
        texts += [sources.document(label) or "" for label in extract.labels]
        scope = sources.scope("the declared pages", texts)
        title = str(extract.front.get("title", ""))
        self.segment(Segment(max(extract.text.find(title), 0), title, scope))
        at = extract.text.find("\nheld:") + 1
        for year in re.findall(r"\b(?:19|20)\d\d\b", extract.held):
            if (float(year), "") not in scope.readings:
                self.report(at, f"held: {year} is not on the declared pages")
        for month, day in re.findall(r"-(\d\d)(?:-(\d\d))?\b", extract.held):
            name = MONTHS[int(month) - 1]
            if not (scope.near(str(int(day)), name, 4) if day else scope.has_word(name)):
                self.report(at, f"held: {day.lstrip('0')} {name} is not on the declared pages")

    def segment(self, segment: Segment) -> None:
        offset, text, scope = segment
        for m in QUOTATION.finditer(text):
            self.quotation(offset + m.start(), m[1] or m[2] or "", scope)
        text = mask_quotations(text)
        self.numbers(offset, text, scope)
        self.persons(offset, text, scope)
        self.names(offset, text, scope)

    def quotation(self, offset: int, words: str, scope: Scope) -> None:
        count = len(words.split())
        if count > QUOTATION_WORDS:
            self.report(offset, f"quotation of {count} words, at most {QUOTATION_WORDS}")
        for part in re.split(r"…|\.\.\.|\[[^\]]*\]", words):
            if fold(part) and not scope.has_quotation(part):
                self.report(offset, f"quotation “{part.strip()}” is not on {scope.name}")

    def numbers(self, offset: int, text: str, scope: Scope) -> None:
        text = re.sub(r"^\s*\d+[.)](?=\s)", lambda m: " " * len(m[0]), text, flags=re.M)
        for n in numbers(text):
            ratio = re.search(r"\b(one in|out of) $", text[:n.start])
            counts = n.raw.lower() not in ("a", "an", "one")
            if n.plain_word and not (counts and (MEASURE.match(text, n.end) or ratio)):
                continue  # "three forces" only announces a list
            if not scope.has_number(n):
                self.report(offset + n.start, f"number “{n.raw}” is not on {scope.name}")
        for m in DAY.finditer(text):
            if not scope.near(m[1] or m[4], m[2] or m[3], 4):
                self.report(offset + m.start(), f"date “{m[0]}” is not on {scope.name}")

    def persons(self, offset: int, text: str, scope: Scope) -> None:
        """Title and first name must be those that the page gives to the surname."""
        for m in PERSON.finditer(text):
            names = re.sub(r"['’]s?$", "", m["name"]).split()
            if not scope.has_word(names[-1]):
                continue  # reported as a name
            if scope.has_word(names[0]) and not scope.near(names[0], names[-1], 4):
                self.report(offset + m.start(),
                            f"“{names[0]}” and “{names[-1]}” are apart on {scope.name}")
            given = scope.before(names[-1], 4) & GENDERED.keys()
            if given and not given & GENDERED.get(m["title"].lower(), given):
                self.report(offset + m.start(),
                            f"“{m[0]}” is “{given.pop()}” on {scope.name}")

    def names(self, offset: int, text: str, scope: Scope) -> None:
        """Report the capitalised words that the cited pages lack, neighbours together."""
        starts = {m.end() for m in SENTENCE_START.finditer(text)}
        surnames = {i for m in PERSON.finditer(text) for i in range(*m.span("name"))}
        text = self.mask_forms(text, scope)
        missing: list[tuple[int, int]] = []
        for m in re.finditer(r"(?<![\w'’])[^\W\d_](?:[\w'’]*\w)?", text):
            word = re.sub(r"['’]s?$", "", m[0])
            if not word[0].isupper() or len(word) < 2 or fold(word) in NO_NAMES:
                continue
            acronym = word.rstrip("s").isupper()
            if m.start() in starts and not acronym and fold(word) not in self.proper:
                continue  # any word may have a capital here
            exact = m.start() in surnames or (acronym and len(word) > 3)
            if scope.has_word(word) or (not exact and scope.has_name(word)):
                continue
            if missing and text[missing[-1][1]:m.start()] in (" ", "-"):
                missing[-1] = (missing[-1][0], m.end())
            else:
                missing.append((m.start(), m.end()))
        for start, end in missing:
            self.report(offset + start, f"name “{text[start:end]}” is not on {scope.name}")

    def mask_forms(self, text: str, scope: Scope) -> str:
        """Blank a long form where the page has its acronym, and the other way round."""
        for form, acronym in self.forms:
            words = [w for w in fold(form).split() if w not in NO_NAMES]
            pattern = r"\b" + r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", form))) + r"\b"
            if fold(acronym) in scope.words:
                text = re.sub(pattern, lambda m: "x" * len(m[0]), text, flags=re.I)
            if all(scope.has_word(w) for w in words):
                text = re.sub(rf"\b{acronym}s?\b", lambda m: "x" * len(m[0]), text)
        return text

    def copied_runs(self, offset: int, text: str) -> None:
        """Outside quotations no nine words in a row may be those of a source."""
        masked = ANCHOR.sub(lambda m: "¶" * len(m[0]), mask_quotations(text, "¶"))
        for stretch in re.finditer(r"[^¶]+", masked):
            tokens = [(token, m) for m in re.finditer(r"\S+", stretch[0])
                      for token in fold(m[0]).split()]
            known = {i for i in range(len(tokens) - RUN + 1)
                     if tuple(t for t, _ in tokens[i:i + RUN]) in self.sources.nine_grams}
            for first in sorted(i for i in known if i - 1 not in known):
                last = next(i for i in range(first, len(tokens)) if i + 1 not in known) + RUN - 1
                start, end = tokens[first][1].start(), tokens[last][1].end()
                self.report(offset + stretch.start() + start,
                            f"{last - first + 1} words in a row of a source: "
                            f"“{' '.join(stretch[0][start:end].split())}”")


def check_extract(path: Path, sources: Sources | None = None) -> list[Problem]:
    """The problems of one extract, in the order of its lines."""
    sources = sources or load_sources()
    if sources is None:
        raise FileNotFoundError(f"no source documents in {sources_dir()}")
    return Checker(Extract(Path(path), sources)).check()


def main(paths: list[str]) -> int:
    sources = load_sources()
    if sources is None:
        print(f"no source documents in {sources_dir()}", file=sys.stderr)
        return 2
    problems = [p for path in paths for p in check_extract(Path(path), sources)]
    for p in problems:
        print(f"{p.path}:{p.line}: {p.message}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
