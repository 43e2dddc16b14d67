"""Drafting rules, one file each: ``draft(craft: Craft) -> Iterator[Candidate]``.

A rule licenses items from one kind of teaching point. It overgenerates; `checks` drop what is
unsound and `select` keeps the best. To add one: a file here, a line in `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.drafting.craft import Candidate, Craft
from builder.drafting.rules import (
    case_match,
    cause_choice,
    cause_match,
    cause_open,
    change_choice,
    claim_choice,
    claim_match,
    comparison_true_false,
    condition_choice,
    condition_open,
    contrast_categorise,
    contrast_choice,
    contrast_open,
    contrast_true_false,
    definition_choice,
    definition_match,
    definition_open,
    effect_choice,
    effect_open,
    event_order,
    figure_number,
    list_categorise,
    list_multiple,
    list_open,
    list_order,
    recommendation_categorise,
    recommendation_choice,
    recommendation_match,
    recommendation_open,
    recommendation_recall,
    requirement_choice,
    term_choice,
    term_text,
)

Rule = Callable[[Craft], Iterator[Candidate]]

RULES: dict[str, Rule] = {
    "term-choice": term_choice.draft,
    "term-text": term_text.draft,
    "definition-choice": definition_choice.draft,
    "definition-match": definition_match.draft,
    "definition-open": definition_open.draft,
    "contrast-choice": contrast_choice.draft,
    "contrast-categorise": contrast_categorise.draft,
    "contrast-true-false": contrast_true_false.draft,
    "contrast-open": contrast_open.draft,
    "list-multiple": list_multiple.draft,
    "list-open": list_open.draft,
    "list-order": list_order.draft,
    "list-categorise": list_categorise.draft,
    "effect-choice": effect_choice.draft,
    "effect-open": effect_open.draft,
    "cause-choice": cause_choice.draft,
    "cause-match": cause_match.draft,
    "cause-open": cause_open.draft,
    "recommendation-choice": recommendation_choice.draft,
    "recommendation-categorise": recommendation_categorise.draft,
    "recommendation-match": recommendation_match.draft,
    "recommendation-open": recommendation_open.draft,
    "recommendation-recall": recommendation_recall.draft,
    "requirement-choice": requirement_choice.draft,
    "condition-choice": condition_choice.draft,
    "condition-open": condition_open.draft,
    "comparison-true-false": comparison_true_false.draft,
    "change-choice": change_choice.draft,
    "claim-choice": claim_choice.draft,
    "claim-match": claim_match.draft,
    "case-match": case_match.draft,
    "event-order": event_order.draft,
    "figure-number": figure_number.draft,
}
