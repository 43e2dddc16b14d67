"""What every reviewed element shares: level, status and source."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """Base of all values that are kept in YAML: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def to_data(self) -> dict[str, Any]:
        """Plain data for YAML; what has its default value is left out."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Bloom(StrEnum):
    """Levels of the revised taxonomy (Anderson and Krathwohl, 2001), lowest first."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"
    CREATE = "create"

    @property
    def rank(self) -> int:
        """Position from the lowest level, 0, to the highest, 5."""
        return list(Bloom).index(self)


class ReviewStatus(StrEnum):
    """What a person has decided about a drafted element."""

    DRAFT = "draft"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


class SourceRef(Model):
    """The sentence that supports a statement, and where it stands."""

    extract: str = Field(description="Slug of the extract")
    section: str = Field("", description="Title of the section")
    page: str = Field("", description="Page or label of the source document")
    quote: str = Field(description="The supporting sentence, exactly as the extract has it")


class Reviewed(Model):
    """An element that people review."""

    status: ReviewStatus = ReviewStatus.DRAFT
    drafter: str = Field("rules", description="rules, person, or the name of another drafter")
    drafted: str = Field(
        "", description="Fingerprint of the words as drafted: by it, the program notices an edit"
    )
    stale: bool = Field(False, description="The source no longer says so")
    comment: str = Field("", description="A reviewer's note; never published")
