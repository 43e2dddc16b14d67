"""Writer of the home page `index.md`: what the course is, how it works, and all its modules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.model import ReviewedCourse, ReviewedModule
from builder.writers import marks
from builder.writers.files import put
from builder.writers.phrases import count, hours, published

PATH = Path("index.md")
WELCOME = Path("course", "intro.md")

_READ = (
    "Read",
    "Each module opens with its learning objectives and key messages. The reading follows, with "
    "the page of the source at the end of each passage.",
)
_ITEMS = (
    (
        "Check yourself",
        "A short item after a section shows at once whether the point has come across.",
    ),
    (
        "Take the quiz",
        "Every answer is explained, with the sentence of the source that it rests on. Nothing "
        "that you answer leaves your computer.",
    ),
)
_DISCUSS = ("Discuss", "Each module closes with matters to think over alone or in a group.")


def write(course: ReviewedCourse, out: Path) -> list[Path]:
    """Write the home page below `out`; it leads to the welcome page that people wrote, if any."""
    return [put(out / PATH, home(course, (out / WELCOME).is_file()))]


def home(course: ReviewedCourse, has_welcome: bool) -> str:
    """Return the Markdown of the home page."""
    blocks = [
        marks.notice("course.yml and the modules"),
        f"# {marks.line(course.course.title)}",
        marks.box("hero", *_hero(course, has_welcome)),
        "## How it works",
        marks.box("steps", marks.numbered(_steps(course))),
    ]
    for part, modules in course.parts():
        blocks.append(f"## {marks.line(part.title)}")
        blocks.append(marks.box("cards", marks.bullets(_card(module) for module in modules)))
    return marks.document(*blocks)


def _hero(course: ReviewedCourse, has_welcome: bool) -> Iterator[str]:
    about = course.course
    if about.audience:
        yield f"For: {marks.line(about.audience)}"
    items = sum(len(module.bank.published()) for module in course.modules)
    facts = [
        count(len(course.modules), "module"),
        f"about {hours(about.hours)}" if about.hours else "",
        count(items, "quiz item") if items else "",
        f"pass mark {about.pass_mark} %" if items else "",
        marks.line(about.institution),
    ]
    yield marks.box("facts", " · ".join(fact for fact in facts if fact))
    first = f"modules/{course.modules[0].id}.md" if course.modules else ""
    links = [f"[Start here]({WELCOME.as_posix()})"] if has_welcome else []
    links += [f"[Go to the first module]({first})"] if first else []
    if links:
        yield marks.box("action", " ".join(links))


def _steps(course: ReviewedCourse) -> Iterator[str]:
    """Yield how to work with the course, as far as it has what it takes."""
    steps = [_READ]
    if any(module.bank.published() for module in course.modules):
        steps += _ITEMS
    if any(published(module.module.activities) for module in course.modules):
        steps.append(_DISCUSS)
    for title, text in steps:
        yield f"**{title}**\\\n   {text}"


def _card(reviewed: ReviewedModule) -> str:
    """Return the lines of a card: the title, then what awaits the learner."""
    objectives = len(published(reviewed.module.objectives))
    items = len(reviewed.bank.published())
    facts = [
        f"{reviewed.entry.minutes} min",
        count(objectives, "objective") if objectives else "",
        count(items, "item") if items else "",
    ]
    link = f"[{marks.line(reviewed.title)}](modules/{reviewed.id}.md)"
    return f"{link} {marks.small(' · '.join(fact for fact in facts if fact), 'kind')}"
