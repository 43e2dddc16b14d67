"""What people decided about drafts, and how a new draft respects it."""

from builder.review.align import reprefixed
from builder.review.identity import fingerprint, noticed_bank, noticed_module, settled
from builder.review.merge import merge

__all__ = ["fingerprint", "merge", "noticed_bank", "noticed_module", "reprefixed", "settled"]
