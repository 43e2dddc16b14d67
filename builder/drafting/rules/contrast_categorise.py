"""Contrast: sort statements under the two notions that they describe."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from builder.analysis.words import capitalised
from builder.drafting import sides
from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Bloom, Categorise, Contrast


def draft(craft: Craft) -> Iterator[Candidate]:
    """One item for each pair of notions that the text contrasts in at least two ways."""
    points = sorted((p for p in sides.fit(craft) if p.agree), key=_pair)
    for _, found in groupby(points, key=_pair):
        chosen = tuple(found)
        if len(chosen) < 2 or len({p.plural for p in chosen}) > 1:
            continue
        first = chosen[0]
        left: list[str] = []
        right: list[str] = []
        for point in chosen[:3]:
            same = sides.name(point.left).lower() == sides.name(first.left).lower()
            left.append(capitalised(point.left_says if same else point.right_says))
            right.append(capitalised(point.right_says if same else point.left_says))
        names = (sides.name(first.left), sides.name(first.right))
        item = craft.item(
            Categorise,
            "contrast-categorise",
            chosen[:3],
            stem=f"Sort each statement under what it describes, according to "
            f"{craft.owner(first)}: {first.left} or {first.right}.",
            categories={
                capitalised(names[0]): tuple(left),
                capitalised(names[1]): tuple(right),
            },
            rationale="The text sets the two apart: "
            + " ".join(cited(craft.reference(p.sentence)) for p in chosen[:3]),
            bloom=Bloom.UNDERSTAND,
        )
        yield Candidate(item, chosen[:3], "contrasts", names, 1.8)


def _pair(point: Contrast) -> tuple[str, ...]:
    return tuple(sorted((sides.name(point.left).lower(), sides.name(point.right).lower())))
