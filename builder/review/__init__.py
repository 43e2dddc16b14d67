"""What people decided about drafts, and how a new draft respects it."""

from builder.review.merge import merge_bank, merge_module

__all__ = ["merge_bank", "merge_module"]
