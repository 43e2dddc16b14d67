"""The course model: frozen, typed values without input or output.

Text (`Extract` > `Section` > `Passage` > `Sentence`, each with a `Locator`) goes in;
`TeachingPoint` is what the analysis finds in it; `CourseModule` and `ItemBank` are what people
review; `Course` is how they hang together; `Finding` is what a check reports.
"""

from builder.model.course import Course, ModuleEntry, Part, ReviewedCourse, ReviewedModule
from builder.model.finding import Finding, Place, Severity
from builder.model.item import (
    Categorise,
    Choice,
    Item,
    ItemBank,
    ItemBase,
    Match,
    Multiple,
    Number,
    Open,
    Option,
    Order,
    Pair,
    Text,
    TrueFalse,
)
from builder.model.module import (
    Activity,
    CourseModule,
    KeyConcept,
    LearningObjective,
    SummarySentence,
)
from builder.model.point import (
    Acronym,
    Cause,
    Change,
    Claim,
    Comparison,
    Condition,
    Contrast,
    Definition,
    Enumeration,
    Event,
    Example,
    Figure,
    Recommendation,
    Requirement,
    TeachingPoint,
)
from builder.model.review import Bloom, ReviewStatus, SourceRef
from builder.model.text import Extract, Locator, Passage, Section, Sentence

__all__ = [
    "Acronym",
    "Activity",
    "Bloom",
    "Categorise",
    "Cause",
    "Change",
    "Choice",
    "Claim",
    "Comparison",
    "Condition",
    "Contrast",
    "Course",
    "CourseModule",
    "Definition",
    "Enumeration",
    "Event",
    "Example",
    "Extract",
    "Figure",
    "Finding",
    "Item",
    "ItemBank",
    "ItemBase",
    "KeyConcept",
    "LearningObjective",
    "Locator",
    "Match",
    "ModuleEntry",
    "Multiple",
    "Number",
    "Open",
    "Option",
    "Order",
    "Pair",
    "Part",
    "Passage",
    "Place",
    "Recommendation",
    "Requirement",
    "ReviewStatus",
    "ReviewedCourse",
    "ReviewedModule",
    "Section",
    "Sentence",
    "Severity",
    "SourceRef",
    "SummarySentence",
    "TeachingPoint",
    "Text",
    "TrueFalse",
]
