"""Change of topic: where the vocabulary of a text changes, and what a stretch is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import sqrt

_WORD = re.compile(r"[^\W\d_]{3,}")
_PHRASE = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[.,;:!?()“”\"]")
_STOP = frozenset(
    "the and for are was were that this with from which who whom has have had not but can could may "
    "might must should would will shall its their they them these those there than then also such "
    "into onto over under between among within without through during about after before while when "
    "where what how why our your his her she been being both each every any all some many most more "
    "other another one two three first second very well only own same per via upon towards toward "
    "however therefore thus indeed addition order including regard case number important need needs "
    "say said says thank wish hope hopes look like make made way ways part further great new here".split()
)
_SIDE = 4
"""Blocks on either side that are compared."""


def topic_cuts(texts: Sequence[str], size: int) -> list[int]:
    """Return the indexes of texts at which a new stretch of about `size` words should begin."""
    counts = [_counts(text) for text in texts]
    lengths = [len(text.split()) for text in texts]
    total = sum(lengths)
    pieces = round(total / size)
    cuts: list[int] = []
    if pieces < 2:
        return cuts
    for piece in range(1, pieces):
        target = total * piece / pieces
        near = _near(lengths, target, size * 0.35)
        near = [at for at in near if not cuts or at > cuts[-1]]
        if near:
            cuts.append(min(near, key=lambda at: (_likeness(counts, at), at)))
    return cuts


def _near(lengths: Sequence[int], target: float, slack: float) -> list[int]:
    """Return the seams between texts that lie near the word number `target`."""
    seams: list[tuple[int, int]] = []
    done = 0
    for index, length in enumerate(lengths[:-1], 1):
        done += length
        seams.append((index, done))
    near = [index for index, at in seams if abs(at - target) <= slack]
    if not near and seams:
        near = [min(seams, key=lambda seam: (abs(seam[1] - target), seam))[0]]
    return near


def _likeness(counts: Sequence[Counter[str]], at: int) -> float:
    """Return how much the texts before and after a seam have in common, from 0 to 1."""
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for count in counts[max(0, at - _SIDE) : at]:
        left.update(count)
    for count in counts[at : at + _SIDE]:
        right.update(count)
    dot = sum(value * right[word] for word, value in left.items())
    norm = sqrt(sum(v * v for v in left.values()) * sum(v * v for v in right.values()))
    return dot / norm if norm else 0.0


def _counts(text: str) -> Counter[str]:
    return Counter(
        word for word in map(str.lower, _WORD.findall(text)) if word not in _STOP
    )


def key_phrase(text: str, rest: str = "", taken: Sequence[str] = ()) -> str:
    """Return what `text` is about in two to four words of its own, "" if nothing recurs.

    Words that are just as frequent in `rest` count little; titles in `taken` are not given again.
    """
    here, there = _phrases(text), _phrases(rest)
    used = {title.lower() for title in taken}
    best, most = "", 0.0
    for phrase, count in sorted(here.items()):
        words = phrase.split()
        if count < 2 or phrase in used:
            continue
        score = count * (1 + 0.4 * (len(words) - 2)) / (1 + 0.5 * there[phrase])
        if score > most:
            best, most = phrase, score
    return _as_written(best, text)


def _phrases(text: str) -> Counter[str]:
    """Return runs of two to four words that neither begin nor end with a small word."""
    counts: Counter[str] = Counter()
    tokens = [token.lower() for token in _PHRASE.findall(text)]
    for at, token in enumerate(tokens):
        if not _content(token):
            continue
        for size in (2, 3, 4):
            run = tokens[at : at + size]
            if len(run) == size and _content(run[-1]) and all(t[0].isalnum() for t in run):
                counts[" ".join(run)] += 1
    return counts


def _content(token: str) -> bool:
    return len(token) > 3 and token.isalpha() and token not in _STOP and not token.endswith("ly")


def _as_written(phrase: str, text: str) -> str:
    match = re.search(rf"\b{re.escape(phrase)}\b".replace(r"\ ", r"\s+"), text, re.I)
    found = " ".join(match[0].split()) if match else phrase
    return found[:1].upper() + found[1:]
