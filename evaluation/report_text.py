"""The report as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

ABOUT = {
    "q1": "stem understandable on its own",
    "q2": "passage fully supports the key",
    "q3": "no other option defensible",
    "q4": "every distractor plausible",
    "q5": "no surface cue",
    "q6": "a point worth teaching",
    "q7": "does what its objective says",
    "q8": "fluent, free of errors",
    "q9": "rationale right, says why",
    "q10": "usable unedited",
    "wrong_key": "wrong key",
    "double_key": "second right answer",
}
"""The ten questions and the two flaws in a few words."""


def report_text(data: Mapping[str, Any]) -> str:
    """Return the report, as `report` gives it, as text; intervals are of 95 per cent."""
    blocks = [
        "\n".join(_verdicts(data)),
        "\n".join(_questions(data)),
        *("\n".join(_groups(name, data[f"by_{name}"])) for name in ("rule", "type", "text")),
        "\n".join(_rejected(data["rejected"])),
    ]
    return "\n\n".join(block for block in blocks if block)


def share_text(share: Mapping[str, Any]) -> str:
    """Return a share as text.

    >>> share_text({"count": 8, "of": 10, "share": 0.8, "low": 0.49, "high": 0.943})
    ' 80 %  (8 of 10; 49–94 %)'
    """
    if not share["of"]:
        return "  –    (none)"
    low, high = (f"{share[limit]:.0%}".rstrip("%") for limit in ("low", "high"))
    percent = f"{share['share']:.0%}".rstrip("%")
    return f"{percent:>3} %  ({share['count']} of {share['of']}; {low}–{high} %)"


def _people(data: Mapping[str, Any]) -> dict[str, Any]:
    """Graders by name, and all together if there are several."""
    together = {"all of them": data["all"]} if len(data["graders"]) > 1 else {}
    return {**data["graders"], **together}


def _verdicts(data: Mapping[str, Any]) -> Iterator[str]:
    for name, found in _people(data).items():
        controls = found["controls"]
        missed = ", ".join(f"{m['number']} {m['defect']}" for m in controls["missed_items"])
        yield f"Grader: {name}"
        yield f"  items accepted            {share_text(found['accepted'])}"
        yield f"  planted defects missed    {share_text(controls['missed'])}  {missed}".rstrip()
        yield f"  planted defects named     {share_text(controls['named'])}"
        yield f"  clean controls rejected   {share_text(controls['false_alarms'])}"
    for pair in data["agreement"]:
        kappa = "not defined" if pair["kappa"] is None else f"{pair['kappa']:.2f}"
        yield f"Agreement of {' and '.join(pair['graders'])}"
        yield f"  same verdict on items     {share_text(pair['same'])}  Cohen's kappa {kappa}"


def _questions(data: Mapping[str, Any]) -> Iterator[str]:
    for name, found in _people(data).items():
        yield f"Items with yes: {name}"
        for key, share in found["questions"].items():
            yield f"  {key:<11}{ABOUT[key]:<32}{share_text(share)}"
        yield f"Items with a flaw of the key: {name}"
        for key, share in found["flaws"].items():
            yield f"  {key:<11}{ABOUT[key]:<32}{share_text(share)}"


def _groups(name: str, groups: Mapping[str, Any]) -> Iterator[str]:
    yield f"Items accepted by all, by {name}"
    width = max((len(group) for group in groups), default=0)
    for group, share in groups.items():
        yield f"  {group:<{width}}  {share_text(share)}"


def _rejected(rows: list[dict[str, Any]]) -> Iterator[str]:
    if rows:
        yield "Rejected items"
    for row in rows:
        where = f"{row['number']:>3} {row['text']}/{row['item']} {row['rule']}"
        why = ": ".join(part for part in (" ".join(row["objections"]), row["comment"]) if part)
        yield f"  {where} ({row['grader']}) {why}"
