"""Good files are in the form that is written: saving what was loaded changes no byte."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import builder.store as store
from builder.model import Bloom, Choice, ItemBank, Number, ReviewStatus

GOOD = Path(__file__).parent / "good"
KINDS: dict[str, tuple[Callable[..., Any], Callable[..., bool]]] = {
    "course/course.yml": (store.load_course, store.save_course),
    "modules/labour-migration.yml": (store.load_module, store.save_module),
    "quizzes/labour-migration.yml": (store.load_bank, store.save_bank),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "course-root"))


@pytest.mark.parametrize("name", KINDS)
def test_saving_what_was_loaded_changes_nothing(name: str, root: Path) -> None:
    load, save = KINDS[name]
    assert not save(root / name, load(root / name))
    assert (root / name).read_bytes() == (GOOD / name).read_bytes()


@pytest.mark.parametrize("name", KINDS)
def test_first_line_leads_to_the_schema(name: str, root: Path) -> None:
    load, save = KINDS[name]
    value = load(root / name)
    (root / name).unlink()
    assert save(root / name, value)
    _, target = (root / name).read_text("utf-8").splitlines()[0].split("$schema=")
    assert ((root / name).parent / target).resolve().is_file()
    assert load(root / name) == value


def test_a_course_that_holds_the_package_uses_its_schemas(root: Path) -> None:
    store.write_schemas(root / "builder" / "schemas")
    path = root / "quizzes" / "labour-migration.yml"
    store.save_bank(path, store.load_bank(path))
    assert "$schema=../builder/schemas/bank.schema.json\n" in path.read_text("utf-8")
    assert not (root / ".coursewright").exists()


def test_scalars_are_what_the_model_says_they_are(root: Path) -> None:
    bank = store.load_bank(root / "quizzes" / "labour-migration.yml")
    first, *_, number, text, _ = bank.items
    assert isinstance(first, Choice) and isinstance(number, Number)
    assert first.bloom is Bloom.ANALYSE and first.status is ReviewStatus.ACCEPTED
    assert first.options[0].key is True and first.options[1].text == "yes"
    assert number.answer == 167.5 and number.tolerance == 2.0
    assert text.accepted == ("remittance", "No", "1990")


def test_plain_scalars_need_no_quotes(tmp_path: Path) -> None:
    path = tmp_path / "bank.yml"
    path.write_text(
        "module: 2006-03-15\nitems:\n"
        "  - {id: 7, type: text, stem: No, accepted: [yes, 1.50, 0x1F], rationale: ,\n"
        "     source: {extract: on, page: 38, quote: null and void}}\n"
    )
    bank = store.load_bank(path)
    (item,) = bank.items
    assert (bank.module, item.id, item.stem, item.rationale) == ("2006-03-15", "7", "No", "")
    assert item.accepted == ("yes", "1.50", "0x1F")
    assert (item.source.extract, item.source.page) == ("on", "38")


def test_data_may_hold_python_values() -> None:
    data = {
        "module": "m",
        "items": [
            {
                "id": "a",
                "type": "true_false",
                "stem": "S",
                "answer": True,
                "source": {"extract": "e", "page": 38, "quote": "q"},
            }
        ],
    }
    bank = store.bank_from_data(data)
    assert bank.items[0].source.page == "38"
    assert store.bank_to_data(bank)["items"][0]["type"] == "true_false"
    assert store.bank_from_data(store.bank_to_data(bank)) == bank


def test_defaults_are_left_out() -> None:
    bank = store.bank_from_data({"module": "m"})
    assert store.bank_to_data(bank) == {"module": "m"}
    assert bank == ItemBank(module="m")
