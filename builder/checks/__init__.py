"""Checks of items: one rule, one file, one code; findings are data."""

from builder.checks.items import ITEM_RULES, Knowledge, flaws

__all__ = ["ITEM_RULES", "Knowledge", "flaws"]
