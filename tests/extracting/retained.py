"""How much of a text an import keeps: sentences held against ranges that a person marked.

The references in `reference/` hold offsets into files that are not part of the project.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.extracting.document import import_document
from builder.extracting.sections import ExtractDraft
from builder.importing import read_raw
from builder.readers.sentences import split_sentences

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
REFERENCE = Path(__file__).parent / "reference"
_ENOUGH = 0.9
"""Share of the word triples of a sentence that have to be found again: repairs are allowed."""


@dataclass(frozen=True)
class Measure:
    recall: float
    precision: float
    headings: float
    sentences: int
    lost: tuple[str, ...]
    added: tuple[str, ...]
    missed: tuple[str, ...]


def available(name: str) -> bool:
    reference = load(name)
    path = SOURCES / reference["file"]
    return (
        path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == reference["sha256"]
    )


def load(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((REFERENCE / f"{name}.json").read_text("utf-8"))
    return found


def drafts(name: str) -> tuple[ExtractDraft, ...]:
    return import_document(read_raw(SOURCES / load(name)["file"])).imported.extracts


def measure(name: str) -> Measure:
    reference = load(name)
    text = (SOURCES / reference["file"]).read_text("utf-8")
    pages = reference.get("pages", {})
    extracts = drafts(name)
    wanted = list(_wanted(text, reference))
    kept = list(_kept(extracts, set(pages)))
    titles = [_squashed(t) for d in extracts for t in (d.title, *(s.title for s in d.sections))]
    ranges = [r for page in pages.values() for r in page["headings"]] or reference.get(
        "headings", []
    )
    headings = [text[a:b] for a, b in ranges if not text[a:b].endswith(",")]
    missed = [h for h in headings if not any(_same(_squashed(h), t) for t in titles)]
    there, here = _triples([s for d in extracts for s in _sentences(d)]), _triples(wanted)
    lost = [s for s in wanted if not _found(s, there)]
    added = [s for s in kept if not _found(s, here)]
    return Measure(
        1 - len(lost) / len(wanted),
        1 - len(added) / len(kept),
        1 - len(missed) / len(headings) if headings else 1.0,
        len(wanted),
        tuple(lost),
        tuple(added),
        tuple(missed),
    )


def _wanted(text: str, reference: dict[str, Any]) -> Iterator[str]:
    """Sentences of the marked ranges, without headings; sentences cut by an unmarked page not."""
    pages = reference.get("pages")
    if not pages:
        for start, end in reference["text"]:
            for piece in _pieces(text, start, end, reference.get("headings", [])):
                for part in re.split(r"\n\s*\n|\n(?=- )|(?<=[.?!])\n", piece):
                    yield from _words_only(part)
        return
    joined = ""
    last = 0
    for label, page in pages.items():
        pieces = list(_pieces(text, *page["range"], [*page["headings"], *page["aside"]]))
        for index, piece in enumerate(pieces):
            if index or int(label) != last + 1:
                yield from _whole_sentences(joined)
                joined = ""
            joined += f" {piece}"
        last = int(label)
    yield from _whole_sentences(joined)


def _whole_sentences(text: str) -> Iterator[str]:
    found = [s for _, s in split_sentences(" ".join(text.split()))]
    if found and found[0][:1].islower():
        found = found[1:]
    if found and not re.search(r"[.?!][\"”)]*$", found[-1]):
        found = found[:-1]
    for sentence in found:
        yield from _words_only(sentence)


def _words_only(part: str) -> Iterator[str]:
    for _, sentence in split_sentences(" ".join(part.split())):
        if len(re.findall(r"[^\W\d_]{2,}", sentence)) >= 3:
            yield sentence


def _pieces(text: str, start: int, end: int, gaps: Iterable[list[int]]) -> Iterator[str]:
    for a, b in sorted(gaps):
        if start <= a < end:
            yield text[start:a]
            start = b
    yield text[start:end]


def _kept(extracts: Iterable[ExtractDraft], pages: set[str]) -> Iterator[str]:
    for draft in extracts:
        for section in draft.sections:
            for passage in section.passages:
                for sentence, labels in passage.sentences:
                    if (not pages or (labels and set(labels) <= pages)) and len(
                        re.findall(r"[^\W\d_]{2,}", sentence)
                    ) >= 3:
                        yield sentence


def _sentences(draft: ExtractDraft) -> Iterator[str]:
    for section in draft.sections:
        for passage in section.passages:
            yield " ".join(sentence for sentence, _ in passage.sentences)


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", re.sub(r"[’']|(?<=\w)-(?=\w)", "", text.lower()))


def _triples(texts: Iterable[str]) -> set[tuple[str, ...]]:
    tokens = [token for text in texts for token in _tokens(text)]
    return set(zip(tokens, tokens[1:], tokens[2:], strict=False))


def _found(sentence: str, triples: set[tuple[str, ...]]) -> bool:
    tokens = _tokens(sentence)
    own = list(zip(tokens, tokens[1:], tokens[2:], strict=False))
    return not own or sum(t in triples for t in own) >= _ENOUGH * len(own)


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]|^(?:[ivx]+|\d+)\.\s", "", text.lower())


def _same(heading: str, title: str) -> bool:
    """Repairs of a doubled piece are allowed; a longer or shorter title is another."""
    return heading.replace("empowermentment", "empowerment").replace(
        "consequenceses", "consequences"
    ) == title
