"""In which order merged elements stand: a decision never moves a block."""

from __future__ import annotations

from collections.abc import Sequence

from builder.review.identity import Element, identifier


def in_old_order(
    old: Sequence[Element], kept: Sequence[Element], fresh: Sequence[Element]
) -> list[Element]:
    """Everything that was there, in its old order; each new one after the one it was drafted after.

    So two people's work on one file touches different lines, and git can join it.
    """
    remaining = {identifier(e): e for e in (*kept, *fresh)}
    known = [identifier(e) for e in old if identifier(e) in remaining]
    places = set(known)
    followers: dict[str, list[Element]] = {}
    anchor = ""
    for element in fresh:
        if identifier(element) in places:
            anchor = identifier(element)
        else:
            followers.setdefault(anchor, []).append(element)
    result = list(followers.get("", ()))
    for name in known:
        result.append(remaining[name])
        result.extend(followers.get(name, ()))
    return result
