"""Drafting rules, one file each: ``draft(craft: Craft) -> Iterator[Candidate]``.

A rule licenses items from one kind of teaching point. It overgenerates; `checks` drop what is
unsound and `select` keeps the best. To add one: a file here, a line in `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.drafting.craft import Candidate, Craft
from builder.drafting.rules import (
    acronym_text,
    case_match,
    case_open,
    cause_choice,
    cause_match,
    cause_open,
    claim_choice,
    claim_match,
    claim_open,
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
    figure_choice,
    figure_number,
    list_categorise,
    list_multiple,
    list_open,
    list_order,
    opposite_true_false,
    recommendation_categorise,
    recommendation_choice,
    recommendation_match,
    recommendation_multiple,
    recommendation_open,
    recommendation_recall,
    recommendation_who,
    term_choice,
)

Rule = Callable[[Craft], Iterator[Candidate]]

RULES: dict[str, Rule] = {
    "term-choice": term_choice.draft,
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
    "cause-choice": cause_choice.draft,
    "effect-choice": effect_choice.draft,
    "effect-open": effect_open.draft,
    "cause-match": cause_match.draft,
    "cause-open": cause_open.draft,
    "recommendation-choice": recommendation_choice.draft,
    "recommendation-who": recommendation_who.draft,
    "recommendation-categorise": recommendation_categorise.draft,
    "recommendation-match": recommendation_match.draft,
    "recommendation-multiple": recommendation_multiple.draft,
    "recommendation-open": recommendation_open.draft,
    "recommendation-recall": recommendation_recall.draft,
    "claim-choice": claim_choice.draft,
    "claim-match": claim_match.draft,
    "claim-open": claim_open.draft,
    "case-match": case_match.draft,
    "case-open": case_open.draft,
    "event-order": event_order.draft,
    "opposite-true-false": opposite_true_false.draft,
    "figure-number": figure_number.draft,
    "figure-choice": figure_choice.draft,
    "acronym-text": acronym_text.draft,
}
