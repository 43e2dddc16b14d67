"""What every writer promises, checked for each one that is registered."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from builder.model import ReviewedCourse
from builder.writers import WRITERS, write_all, writer
from small_course import HOSTILE, course

_LINK = re.compile(r'(?:href|src)="([^"#]+)"')


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(params=list(WRITERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[False, True], ids=["clean", "hostile"])
def reviewed(request: pytest.FixtureRequest) -> ReviewedCourse:
    return course(hostile=request.param)


def test_returns_what_it_wrote_and_stays_within_its_folder(
    name: str, reviewed: ReviewedCourse, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    paths = writer(name)(reviewed, out)
    assert paths, "a writer answers for at least one file"
    assert sorted(paths) == sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert all(path.resolve().is_relative_to(out.resolve()) for path in paths)


def test_same_course_same_bytes(name: str, reviewed: ReviewedCourse, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        writer(name)(reviewed, tmp_path / folder)
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")


def test_second_run_touches_nothing(name: str, reviewed: ReviewedCourse, tmp_path: Path) -> None:
    first = writer(name)(reviewed, tmp_path)
    for path in first:
        os.utime(path, (1, 1))
    assert writer(name)(reviewed, tmp_path) == first
    assert {path.stat().st_mtime for path in first} == {1.0}


def test_replaces_what_somebody_changed(name: str, tmp_path: Path) -> None:
    """Except for the configuration, which belongs to people once it is there."""
    path = writer(name)(course(), tmp_path)[0]
    made = path.read_bytes()
    path.write_text("changed", "utf-8")
    writer(name)(course(), tmp_path)
    assert path.read_bytes() == (b"changed" if name == "config" else made)


def test_text_files_are_utf8_with_bare_line_feeds(
    name: str, reviewed: ReviewedCourse, tmp_path: Path
) -> None:
    for path in writer(name)(reviewed, tmp_path):
        if path.suffix in (".md", ".yml", ".ipynb"):
            text = path.read_bytes().decode("utf-8")
            assert text.endswith("\n") and "\r" not in text, path


def test_nothing_rejected_stale_or_commented_is_published(name: str, tmp_path: Path) -> None:
    text = b"".join(path.read_bytes() for path in writer(name)(course(), tmp_path))
    for hidden in (b"rejected", b"Stale concept"):
        assert hidden not in text


def test_no_address_of_the_network_but_as_text(name: str, tmp_path: Path) -> None:
    for path in writer(name)(course(hostile=False), tmp_path):
        if path.suffix == ".md":
            assert "://" not in path.read_text("utf-8")


def links(path: Path) -> list[str]:
    """Return the addresses that a page leads to, in Markdown and in HTML."""
    found: list[str] = []
    for token in MarkdownIt("commonmark", {"html": True}).parse(path.read_text("utf-8")):
        for part in (token, *(token.children or ())):
            found += _LINK.findall(part.content) if part.type.startswith("html") else []
            found += [str(part.attrGet("href"))] if part.type == "link_open" else []
    return found


def test_every_link_leads_to_a_file(reviewed: ReviewedCourse, tmp_path: Path) -> None:
    pages = [path for path in write_all(reviewed, tmp_path) if path.suffix == ".md"]
    assert any(links(page) for page in pages)
    for page in pages:
        for link in links(page):
            target = page.parent / link
            found = [target.with_suffix(suffix) for suffix in (".md", ".ipynb")]
            assert any(file.is_file() for file in found), f"{page.name}: {link}"


def test_pages_have_no_live_markup_of_the_source(tmp_path: Path) -> None:
    """Only our own containers are HTML, and only our own links are links."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for path in write_all(course(), tmp_path):
        if path.suffix != ".md":
            continue
        for token in parser.parse(path.read_text("utf-8")):
            assert token.type not in ("fence", "code_block", "hr"), path
            for part in (token, *(token.children or ())):
                if part.type in ("html_block", "html_inline"):
                    assert not re.search(
                        r"<(?!form|/)[^>]*\son\w+=|<img|<h1|<script>", part.content
                    )
                if part.type == "link_open":
                    assert re.fullmatch(
                        r"(\.\./)?(modules|quizzes|course|appendix)/[\w-]+\.(md|ipynb)",
                        str(part.attrGet("href")),
                    ), path
                assert part.type not in ("image", "code_inline", "em_open", "s_open")


def test_the_hostile_text_is_all_there(tmp_path: Path) -> None:
    """Escaped, not dropped: each text shows as it stands."""
    writer("pages")(course(), tmp_path)
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    shown = set()
    for token in parser.parse((tmp_path / "modules" / "hostile-text.md").read_text("utf-8")):
        parts = [part.content for part in token.children or () if part.type in _TEXT]
        shown.add("".join(parts).strip())
    for text in HOSTILE:
        assert any(text in line for line in shown), text


_TEXT = ("text", "text_special")
