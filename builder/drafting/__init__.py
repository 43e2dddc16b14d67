"""From teaching points to a draft: overgenerate, check, select, then name the objectives."""

from builder.drafting.draft import Draft, draft

__all__ = ["Draft", "draft"]
