"""The draft of one course module: objectives, key concepts, summary, activities."""

from __future__ import annotations

from pydantic import Field

from builder.model.review import Bloom, Model, Reviewed, SourceRef


class LearningObjective(Reviewed):
    """Action verb + content + Bloom level."""

    id: str
    statement: str = Field(description='Begins with the verb: "Distinguish smuggling from …"')
    bloom: Bloom
    concepts: tuple[str, ...] = Field((), description="Terms that it is about")
    section: str = ""
    source: SourceRef | None = None


class KeyConcept(Reviewed):
    """A term with its definition and evidence."""

    id: str
    term: str
    definition: str = Field(description='Completes "<term>: …", lower case, without full stop')
    source: SourceRef


class SummarySentence(Reviewed):
    """One sentence of the summary that stands on its own."""

    id: str
    text: str
    source: SourceRef


class Activity(Reviewed):
    """Something to discuss or to do, alone or in a group."""

    id: str
    kind: str = Field(description="discussion or case")
    prompt: str
    minutes: int = 10
    objective: str = ""
    source: SourceRef


class CourseModule(Model):
    """What people review about a module, beside its item bank."""

    module: str
    objectives: tuple[LearningObjective, ...] = ()
    key_concepts: tuple[KeyConcept, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    activities: tuple[Activity, ...] = ()
    not_assessed: tuple[str, ...] = Field(
        (), description="Sections or objectives that no published item covers, each with the reason"
    )
