"""The site: what is built, what is built again, what is reported."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.errors import Refused
from builder.writers import write_all
from builder.writers.book import BuildResult, build_book
from small_course import course

PAGE = Path("modules", "remittances.md")
QUIZ = Path("quizzes", "remittances.ipynb")


@dataclass
class Built:
    """A course that has been built once."""

    root: Path
    result: BuildResult
    seconds: float


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("book")
    (root / "course").mkdir()
    (root / "course" / "intro.md").write_text("# Welcome\n\nGo [on](../index.md).\n", "utf-8")
    write_all(course(hostile=False), root)
    start = time.perf_counter()
    result = build_book(root)
    return Built(root, result, time.perf_counter() - start)


@pytest.fixture
def book(built: Built, tmp_path: Path) -> Iterator[Path]:
    """Return the built course for changes; it is put back, times of files included.

    It stays where it is, because Sphinx begins afresh in another folder.
    """
    shutil.copytree(built.root, tmp_path / "before")
    yield built.root
    shutil.rmtree(built.root)
    shutil.copytree(tmp_path / "before", built.root)


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text("utf-8")
    after = change(before)
    assert after != before, "the edit has to change something"
    path.write_text(after, "utf-8")


def site(root: Path) -> dict[str, bytes]:
    folder = root / "_build" / "html"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def times(root: Path) -> dict[str, int]:
    return {p.as_posix(): p.stat().st_mtime_ns for p in sorted(root.rglob("*.html"))}


def test_first_build_makes_every_page(built: Built) -> None:
    assert built.result.findings == ()
    assert set(built.result.pages) == {
        "index",
        "course/intro",
        "modules/remittances",
        "quizzes/remittances",
        "appendix/glossary",
        "appendix/acronyms",
        "appendix/answers",
    }
    for page in built.result.pages:
        assert (built.result.site / f"{page}.html").is_file()


def test_site_has_nothing_that_no_page_asks_for(built: Built) -> None:
    names = set(site(built.root))
    assert not {
        name for name in names if name.endswith((".map", ".woff2", ".ttf", ".ipynb", ".md"))
    }
    assert sum(map(len, site(built.root).values())) < 2_000_000


def test_second_build_takes_a_fraction_and_touches_nothing(built: Built) -> None:
    before = times(built.root)
    start = time.perf_counter()
    again = build_book(built.root)
    assert time.perf_counter() - start < built.seconds / 5
    assert again.pages == ()
    assert times(built.root) == before


@pytest.mark.parametrize(
    ("path", "concerned"),
    [
        (PAGE, {"index", "modules/remittances"}),
        (QUIZ, {"index", "modules/remittances", "quizzes/remittances"}),
        (Path("appendix", "glossary.md"), {"index", "appendix/glossary"}),
    ],
)
def test_a_change_rebuilds_only_the_pages_concerned(
    book: Path, path: Path, concerned: set[str]
) -> None:
    before = times(book)
    edit(book / path, lambda text: text.replace("a transfer of money", "a flow of money"))
    result = build_book(book)
    name = path.with_suffix("").as_posix()
    assert name in result.pages and set(result.pages) <= concerned
    assert b"a flow of money" in site(book)[f"{name}.html"]
    pages = {p for p, changed in times(book).items() if before[p] != changed}
    unconcerned = {
        p for p in pages if not p.endswith((*(f"{c}.html" for c in concerned), "search.html"))
    }
    assert not unconcerned


def test_a_new_title_reaches_every_page(book: Path) -> None:
    edit(book / PAGE, lambda text: text.replace("# Remittances", "# Money sent home", 1))
    build_book(book)
    for name, page in site(book).items():
        if name.endswith(".html") and not name.startswith("_static"):
            assert b"Money sent home" in page, name


def test_built_on_or_built_afresh_is_the_same(book: Path, tmp_path: Path) -> None:
    edit(book / PAGE, lambda text: text.replace("# Remittances", "# Money sent home", 1))
    edit(book / "appendix" / "glossary.md", lambda text: text + "\nOne more line.\n")
    build_book(book)
    fresh = Path(shutil.copytree(book, tmp_path / "fresh", ignore=shutil.ignore_patterns("_build")))
    build_book(fresh)
    assert differing(site(book), site(fresh)) == set()


def test_two_clean_builds_are_the_same_bytes(built: Built, tmp_path: Path) -> None:
    twin = tmp_path / "elsewhere"
    shutil.copytree(built.root, twin, ignore=shutil.ignore_patterns("_build"))
    build_book(twin)
    assert differing(site(built.root), site(twin)) == set()


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    return {name for name in one | other if one.get(name) != other.get(name)}


def test_a_page_that_is_gone_leaves_the_site(book: Path) -> None:
    edit(book / "_toc.yml", lambda text: text.replace("  - file: appendix/acronyms\n", ""))
    build_book(book)
    assert "appendix/acronyms.html" not in site(book)
    assert b"acronyms.html" not in site(book)["index.html"]


def test_files_that_the_toc_does_not_list_are_left_out(book: Path) -> None:
    for name in ("README.md", "tests/case.md", "docs/guide.md", "course/extracts/x.md"):
        (book / name).parent.mkdir(parents=True, exist_ok=True)
        (book / name).write_text("# Not a page\n\n[broken](nowhere.md)\n", "utf-8")
    edit(book / PAGE, lambda text: text + "\nMore.\n")
    result = build_book(book)
    assert result.findings == ()
    assert not any(b"Not a page" in content for content in site(book).values())


def test_after_a_build_that_was_cut_short_everything_is_built(book: Path) -> None:
    (book / "_build" / "site.json").unlink()
    (book / "_build" / "html" / "index.html").write_text("half a pa", "utf-8")
    assert len(build_book(book).pages) == 7
    assert b"half a pa" not in site(book)["index.html"]


def test_a_missing_page_is_built_again(book: Path) -> None:
    (book / "_build" / "html" / "modules" / "remittances.html").unlink()
    assert "modules/remittances" in build_book(book).pages


def test_warnings_are_findings_until_they_are_mended(book: Path) -> None:
    intro = book / "course" / "intro.md"
    edit(intro, lambda text: text + "\nSee [there](nowhere.md).\n")
    found = build_book(book).findings
    assert [(f.code, str(f.where)) for f in found] == [("book-warning", "course/intro.md:5")]
    assert "nowhere.md" in found[0].message
    edit(book / PAGE, lambda text: text + "\nMore.\n")
    assert build_book(book).findings == found, "a page left alone keeps its findings"
    edit(intro, lambda text: text.replace("nowhere.md", "../index.md"))
    assert build_book(book).findings == ()


def test_nothing_is_shown_unless_asked_for(book: Path, capfd: pytest.CaptureFixture[str]) -> None:
    edit(book / PAGE, lambda text: text + "\nMore.\n")
    build_book(book)
    assert capfd.readouterr() == ("", "")
    edit(book / PAGE, lambda text: text + "\nAnd more.\n")
    build_book(book, verbose=True)
    shown = capfd.readouterr()
    assert shown.out == "" and "build succeeded" in shown.err


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("_toc.yml", "root: [", "_toc.yml"),
        ("_toc.yml", "format: jb-book\nparts: []\n", "root"),
        ("_config.yml", "title: [", "_config.yml"),
        ("_config.yml", "execute: sometimes\n", "_config.yml"),
        ("quizzes/remittances.ipynb", "{", "quizzes/remittances.ipynb"),
        ("quizzes/remittances.ipynb", '{"cells": 1}', "quizzes/remittances.ipynb"),
    ],
)
def test_files_that_cannot_be_used_are_refused(
    book: Path, name: str, content: str, says: str
) -> None:
    (book / name).write_text(content, "utf-8")
    with pytest.raises(Refused) as refused:
        build_book(book)
    assert [finding.where.file for finding in refused.value.findings] == [name]
    assert says in str(refused.value)


def test_without_its_files_there_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        build_book(tmp_path)
    files = [finding.where.file for finding in refused.value.findings]
    assert files == ["_config.yml", "_toc.yml"]
