"""What stands on the pages: module, home, glossary, acronyms, contents, configuration."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from pytest_check import check

from builder.model import Bloom, Extract, KeyConcept, Passage, Section, SourceRef
from builder.writers.acronyms import acronyms, collect
from builder.writers.config import write as write_config
from builder.writers.glossary import glossary, initial, sort_key
from builder.writers.home import home
from builder.writers.pages import check_items, module_page
from builder.writers.toc import toc
from builder.writers.toc import write as write_toc
from small_course import course, sentence


@pytest.fixture
def page() -> str:
    reviewed = course(hostile=False)
    return module_page(reviewed.modules[0], reviewed.course.parts[0])


def test_module_page_says_what_a_learner_needs(page: str) -> None:
    for text in (
        "# Remittances",
        "Key issues (2006) · about 45 minutes · 9 quiz items · Workshop, 15 March 2006",
        "Source: UNITAR, Migration and Development Series (2006–2008), pp. 12–15\n\n</div>",
        '- define remittance <small class="cw-bloom">understand</small>',
        "- explain why fees fall",
        "## Key messages",
        "### What families do with the money",
        "### Costs and channels",
        "Remittance\n: a transfer of money that a migrant makes to a family",
        "1. What would lower the fees in your country?",
        "discussion, 10 minutes",
        "[Take the quiz](../quizzes/remittances.ipynb)",
        "The section on history: too few statements stand on their own.",
        "- UNITAR, Migration and Development Series (2006–2008), pp. 12–15",
    ):
        with check:
            assert text in page


def test_module_page_has_its_parts_in_order(page: str) -> None:
    headings = [line[3:] for line in page.splitlines() if line.startswith("## ")]
    assert headings == [
        "Learning objectives",
        "Key messages",
        "Reading",
        "Key concepts",
        "Discussion",
        "Ready?",
        "Sources",
    ]


def test_module_page_has_the_reading_word_for_word(page: str) -> None:
    for passage in course().modules[0].extract.passages():
        for unit in (*passage.sentences, *passage.members):
            assert unit.text in page


def test_each_section_is_checked_by_an_item_that_marks_itself() -> None:
    chosen = check_items(course().modules[0])
    assert {title: item.id for title, item in chosen.items()} == {
        "What families do with the money": "re-choice",
        "Costs and channels": "re-multiple",
    }


def test_an_item_waits_for_the_last_section_that_it_rests_on() -> None:
    reviewed = course().modules[0]
    uses, costs = (section.title for section in reviewed.extract.sections)
    both = reviewed.bank.items[2]
    far = both.source.model_copy(update={"section": costs})
    wide = both.model_copy(update={"further_sources": (far,)})
    assert both.source.section == uses and both.type != "open"
    alone = replace(reviewed, bank=reviewed.bank.model_copy(update={"items": (wide,)}))
    assert {title: item.id for title, item in check_items(alone).items()} == {costs: wide.id}
    narrow = both.model_copy(update={"id": "narrow", "source": far})
    pair = replace(reviewed, bank=reviewed.bank.model_copy(update={"items": (wide, narrow)}))
    assert check_items(pair)[costs].id == "narrow"


def test_module_without_items_has_no_quiz() -> None:
    reviewed = course(hostile=False)
    bare = replace(
        reviewed.modules[0], bank=reviewed.modules[0].bank.model_copy(update={"items": ()})
    )
    made = module_page(bare, reviewed.course.parts[0])
    assert "quizzes/" not in made and "no quiz yet" in made and "cw-check" not in made
    contents = toc(replace(reviewed, modules=(bare,)), [])
    assert "quizzes/" not in str(contents)


def test_home_lists_the_modules_by_part() -> None:
    made = home(course(hostile=False), has_welcome=True)
    for text in (
        "# A small course",
        "For: UN staff and government officials new to migration policy",
        "1 module · about 1.5 hours · 9 quiz items · pass mark 70 %",
        "[Start here](course/intro.md)",
        "## Key issues (2006)",
        '- [Remittances](modules/remittances.md) <small class="cw-kind">45 min · 2 objectives',
    ):
        with check:
            assert text in made
    assert "course/intro.md" not in home(course(hostile=False), has_welcome=False)


def test_contents_put_people_first_then_parts_then_appendices(tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()
    for name in ("zebra", "about", "intro"):
        (tmp_path / "course" / f"{name}.md").write_text("# x\n", "utf-8")
    (path,) = write_toc(course(), tmp_path)
    contents = yaml.safe_load(path.read_text("utf-8"))
    assert [part["caption"] for part in contents["parts"]] == [
        "The course",
        "Key issues (2006)",
        "Part <script>alert('cw-live')</script> & more",
        "Appendices",
    ]
    chapters = contents["parts"][0]["chapters"]
    assert [c["file"] for c in chapters] == ["course/intro", "course/about", "course/zebra"]
    assert contents["parts"][1]["chapters"] == [
        {
            "file": "modules/remittances",
            "sections": [{"file": "quizzes/remittances", "title": "Quiz"}],
        }
    ]


def test_glossary_is_sorted_without_accents_and_case() -> None:
    reviewed = course(hostile=False)
    made = glossary(reviewed)
    assert made.index("## E\n\nÉmigré\n") < made.index("## R\n\nRemittance\n")
    assert "[Remittances](../modules/remittances.md)" in made
    assert sorted(["zeal", "Émigré", "eMu", "éclair"], key=sort_key) == [
        "éclair",
        "Émigré",
        "eMu",
        "zeal",
    ]
    assert [initial(term) for term in ("Émigré", "3D job", "“quote”")] == ["E", "0–9", "Q"]


def test_acronyms_are_found_in_sentences_and_in_lists() -> None:
    section = Section(
        "S",
        (
            Passage(
                (sentence("The International Labour Organization (ILO) spoke.", "S", "1"),),
                members=(sentence("the World Bank (WB)", "S", "1"), sentence("a (b) c", "S", "1")),
            ),
        ),
    )
    found = acronyms(Extract(slug="e", title="E", sections=(section,)))
    assert [(a.short, a.long) for a in found] == [
        ("ILO", "International Labour Organization"),
        ("WB", "World Bank"),
    ]


def test_an_acronym_of_two_modules_is_listed_once_with_the_first() -> None:
    reviewed = course(hostile=False)
    twin = replace(
        reviewed.modules[0], entry=reviewed.modules[0].entry.model_copy(update={"id": "b"})
    )
    rows = collect(replace(reviewed, modules=(reviewed.modules[0], twin)))
    assert [(short, long, module.id) for short, long, module in rows] == [
        ("GF", "Global Forum", "remittances")
    ]


def test_configuration_is_made_once_and_survives_any_title(tmp_path: Path) -> None:
    title = 'Ways: "out" # and {in}\n- on'
    reviewed = course(hostile=False)
    about = reviewed.course.model_copy(update={"title": title, "institution": "a: b"})
    (path,) = write_config(replace(reviewed, course=about), tmp_path)
    made = yaml.safe_load(path.read_text("utf-8"))
    assert (made["title"], made["author"]) == (title, "a: b")
    assert made["execute"]["execute_notebooks"] == "off"
    path.write_text("title: Mine\n", "utf-8")
    write_config(reviewed, tmp_path)
    assert path.read_text("utf-8") == "title: Mine\n"


def test_documents_of_several_are_named() -> None:
    reviewed = course(hostile=False)
    extract = replace(reviewed.modules[0].extract, source="", sources={"norway": "Norway (2013)"})
    made = module_page(replace(reviewed.modules[0], extract=extract), reviewed.course.parts[0])
    assert "- norway: Norway (2013)" in made and "Source: 1 document" in made


def test_objectives_keep_the_case_of_names() -> None:
    reviewed = course(hostile=False)
    module = reviewed.modules[0].module
    named = module.objectives[0].model_copy(
        update={"statement": "Compare GATS with the ILO.", "bloom": Bloom.ANALYSE}
    )
    changed = module.model_copy(update={"objectives": (named,)})
    made = module_page(replace(reviewed.modules[0], module=changed), reviewed.course.parts[0])
    assert "- compare GATS with the ILO <small" in made


def test_concepts_of_equal_name_are_told_apart_by_module() -> None:
    reviewed = course(hostile=False)
    concept = KeyConcept(
        id="x",
        term="remittance",
        definition="another view",
        source=SourceRef(extract="e", page="3", quote="q"),
    )
    module = reviewed.modules[0].module.model_copy(update={"key_concepts": (concept,)})
    twin = replace(
        reviewed.modules[0],
        entry=reviewed.modules[0].entry.model_copy(update={"id": "b"}),
        module=module,
    )
    made = glossary(replace(reviewed, modules=(*reviewed.modules, twin)))
    assert made.count("## R\n") == 1
    assert "(../modules/b.md)" in made and "(../modules/remittances.md)" in made
