"""From an extract to its teaching points."""

from builder.analysis.find import Analysis, analyse

__all__ = ["Analysis", "analyse"]
