"""What a check reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is: an error stops publication, a warning wants a look, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where it is: file relative to the course root, and line from 1 (0 = the whole file)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation: where, what is wrong, what to do."""

    code: str
    severity: Severity
    where: Place
    message: str
    advice: str = ""

    def __str__(self) -> str:
        text = f"{self.where}: {self.message}"
        return f"{text} {self.advice}" if self.advice else text
