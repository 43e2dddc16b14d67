"""The course: its parts and modules, as `course/course.yml` lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from builder.model.item import ItemBank
from builder.model.module import CourseModule
from builder.model.review import Model
from builder.model.text import Extract


class ModuleEntry(Model):
    """One module of the course."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Slug: a-z, 0-9 and hyphens")
    extract: str = Field(description="Path of the extract, relative to course.yml")
    minutes: int = Field(60, ge=5, le=1200)
    objectives: tuple[str, ...] = Field((), description="The author's own objectives")


class Part(Model):
    """A group of modules."""

    title: str
    modules: tuple[ModuleEntry, ...] = Field(min_length=1)


class Course(Model):
    """A course."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    language: str = "en"
    audience: str = ""
    hours: float = Field(0, ge=0)
    pass_mark: int = Field(70, ge=1, le=100)
    institution: str = ""
    parts: tuple[Part, ...] = Field(min_length=1)

    def modules(self) -> Iterator[ModuleEntry]:
        """All modules in course order."""
        for part in self.parts:
            yield from part.modules


@dataclass(frozen=True, slots=True)
class ReviewedModule:
    """All that is known about one module when it is published."""

    entry: ModuleEntry
    extract: Extract
    module: CourseModule
    bank: ItemBank

    @property
    def id(self) -> str:
        """The slug, which names its page and its quiz."""
        return self.entry.id

    @property
    def title(self) -> str:
        """The title of the extract."""
        return self.extract.title


@dataclass(frozen=True, slots=True)
class ReviewedCourse:
    """What writers publish: the course, and its modules in course order."""

    course: Course
    modules: tuple[ReviewedModule, ...]

    def of(self, part: Part) -> tuple[ReviewedModule, ...]:
        """The modules of `part`, in course order."""
        ids = {entry.id for entry in part.modules}
        return tuple(module for module in self.modules if module.entry.id in ids)

    def parts(self) -> Iterator[tuple[Part, tuple[ReviewedModule, ...]]]:
        """Each part with its modules; parts without modules are left out."""
        for part in self.course.parts:
            if modules := self.of(part):
                yield part, modules
