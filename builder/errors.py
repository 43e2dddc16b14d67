"""The one exception of Coursewright: input that is refused, with every reason at once."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.finding import Finding, Place, Severity


class Refused(Exception):
    """Input that cannot be worked with.

    Attributes:
        findings: all problems that the run met, in the order of files and lines.
    """

    findings: tuple[Finding, ...]

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Take the findings; there has to be at least one."""
        self.findings = tuple(findings)
        if not self.findings:
            raise ValueError("a refusal needs a reason")
        super().__init__("\n".join(map(str, self.findings)))


def problem(code: str, file: str, line: int, message: str, advice: str = "") -> Finding:
    """Return an error at `file`:`line` (0 = the whole file)."""
    return Finding(code, Severity.ERROR, Place(file, line), message, advice)
