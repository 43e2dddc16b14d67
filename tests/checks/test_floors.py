"""Floors of a module and of a course, and findings about the whole."""

from __future__ import annotations

from typing import Any

import pytest

from builder.checks.course import check_course
from builder.checks.floors import check_course_floors, check_floors, shortfalls
from builder.model import (
    Bloom,
    Choice,
    Course,
    CourseModule,
    Extract,
    Item,
    ItemBank,
    LearningObjective,
    Locator,
    ModuleEntry,
    Number,
    Open,
    Option,
    Order,
    Part,
    Passage,
    ReviewedCourse,
    ReviewedModule,
    Section,
    Sentence,
    Severity,
    SourceRef,
    TrueFalse,
)

QUOTE = " ".join(f"word{n}" for n in range(1100)) + "."
WHERE = Locator("grain", "One", "3", 0, 0)
SOURCE = SourceRef(extract="grain", section="One", page="3", quote=QUOTE)


def extract(text: str = QUOTE) -> Extract:
    return Extract("grain", "Grain", (Section("One", (Passage((Sentence(text, WHERE),)),)),))


def item(number: int, kind: str, objective: str, **fields: Any) -> Item:
    base: dict[str, Any] = {
        "id": f"g-{number}",
        "objective": objective,
        "bloom": Bloom.ANALYSE,
        "stem": "Why do farmers dry grain?",
        "source": SOURCE,
        "rationale": f"“{QUOTE}”",
        "teaching_point": "cause",
    } | fields
    options = (Option(text="Damp sacks", key=True), Option(text="Warm nights"))
    kinds: dict[str, Any] = {
        "choice": lambda: Choice(options=options, **base),
        "true_false": lambda: TrueFalse(answer=True, **base),
        "order": lambda: Order(sequence=("Spread", "Turn"), **base),
        "open": lambda: Open(model_answer="Damp breeds mould.", **base),
        "number": lambda: Number(answer=3, **base),
    }
    made: Item = kinds[kind]()
    return made


TYPES = ["choice", "true_false", "order", "open"]
ITEMS = tuple(item(n, TYPES[n % 4], f"g-o{n % 4 + 1}") for n in range(8))
LEVELS = [Bloom.ANALYSE, Bloom.UNDERSTAND, Bloom.ANALYSE, Bloom.APPLY]
OBJECTIVES = tuple(
    LearningObjective(id=f"g-o{n + 1}", statement="Explain why.", bloom=LEVELS[n]) for n in range(4)
)


def module(objectives: tuple[LearningObjective, ...] = OBJECTIVES, **fields: Any) -> CourseModule:
    return CourseModule(module="grain", objectives=objectives, **fields)


def bank(items: tuple[Item, ...] = ITEMS) -> ItemBank:
    return ItemBank(module="grain", items=items)


def reviewed(
    a_module: CourseModule | None = None, a_bank: ItemBank | None = None, text: str = QUOTE
) -> ReviewedModule:
    entry = ModuleEntry(id="grain", extract="extracts/grain.md")
    return ReviewedModule(entry, extract(text), a_module or module(), a_bank or bank())


def course(*modules: ReviewedModule) -> ReviewedCourse:
    part = Part(title="All", modules=tuple(m.entry for m in modules))
    return ReviewedCourse(Course(id="c", title="C", parts=(part,)), modules)


def changed(items: tuple[Item, ...], **fields: Any) -> tuple[Item, ...]:
    return tuple(i.model_copy(update=fields) for i in items)


BAD: dict[str, tuple[CourseModule, ItemBank]] = {
    "floor-items": (
        module(OBJECTIVES[:3]),
        bank(tuple(item(n, TYPES[n % 4], f"g-o{n % 3 + 1}") for n in range(6))),
    ),
    "floor-types": (module(), bank(tuple(item(n, "open", f"g-o{n % 4 + 1}") for n in range(8)))),
    "floor-objectives": (module(OBJECTIVES[:2]), bank()),
    "floor-bloom": (
        module(tuple(o.model_copy(update={"bloom": Bloom.APPLY}) for o in OBJECTIVES)),
        bank(),
    ),
    "floor-objective-items": (module(), bank((*ITEMS[:7], item(9, "open", "g-o1")))),
    "floor-recall": (
        module(),
        bank(
            tuple(
                item(
                    n,
                    ["choice", "true_false", "number", "open"][n % 4],
                    f"g-o{n % 4 + 1}",
                    bloom=Bloom.REMEMBER,
                    teaching_point="definition",
                )
                for n in range(8)
            )
        ),
    ),
    "floor-figures": (module(), bank((*ITEMS[:5], *changed(ITEMS[5:], teaching_point="figure")))),
}


def test_a_good_module_gives_no_finding() -> None:
    assert list(shortfalls(extract(), module(), bank())) == []


@pytest.mark.parametrize("code", BAD)
def test_each_floor_has_a_module_that_falls_short_of_it_alone(code: str) -> None:
    found = list(shortfalls(extract(), *BAD[code]))
    assert {name for name, _ in found} == {code}
    assert all(any(c.isdigit() for c in m) or code == "floor-bloom" for _, m in found)


def test_all_floors_have_their_example() -> None:
    worst = module(tuple(o.model_copy(update={"bloom": Bloom.APPLY}) for o in OBJECTIVES[:1]))
    recall = {"bloom": Bloom.REMEMBER, "teaching_point": "figure"}
    found = shortfalls(extract(), worst, bank(changed((ITEMS[3],), **recall)))
    assert {code for code, _ in found} == set(BAD)


def test_a_short_extract_need_not_reach_the_floors() -> None:
    assert list(shortfalls(extract("Grain is dry."), module(()), bank(()))) == []


def test_rejected_and_stale_items_do_not_count() -> None:
    for fields in ({"status": "rejected"}, {"stale": True}):
        items = changed(ITEMS[:1], **fields) + ITEMS[1:]
        assert "floor-items" in {c for c, _ in shortfalls(extract(), module(), bank(items))}


def test_findings_name_the_file_and_what_to_do() -> None:
    note = "“One”: no teaching point of it gave an item."
    found = list(check_floors(reviewed(module((), not_assessed=(note,)))))
    assert {f.where.file for f in found} == {"quizzes/grain.yml", "modules/grain.yml"}
    assert {f.severity for f in found} == {Severity.WARNING, Severity.NOTE}
    assert all(f.advice for f in found if f.severity == Severity.WARNING)


def test_a_course_has_six_types() -> None:
    assert [f.code for f in check_course_floors(course(reviewed()))] == ["floor-course-types"]


# Findings about the whole


def test_codes_and_severities_of_a_course() -> None:
    lost = SourceRef(extract="grain", quote="Grain sleeps.")
    items = (
        *ITEMS,
        item(10, "open", "g-o9"),
        item(11, "open", "g-o1", stale=True),
        item(12, "open", "g-o1", source=lost, rationale="“Grain sleeps.”"),
        item(13, "open", "nowhere", status="rejected"),
    )
    found = {f.code: f for f in check_course(course(reviewed(None, bank(items))))}
    assert set(found) == {"item-objective", "item-stale", "item-source", "floor-course-types"}
    assert found["item-objective"].severity == Severity.ERROR
    assert found["item-source"].severity == Severity.ERROR
    assert found["item-stale"].severity == Severity.WARNING
    assert "g-10" in found["item-objective"].message
    assert all(f.advice for f in found.values())
