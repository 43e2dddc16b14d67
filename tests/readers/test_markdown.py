"""The extract reader, where a file of its own would say less."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.errors import Refused
from builder.model import Extract
from builder.readers.markdown import extract_from_text, read_extract

HEAD = "---\ntitle: T\n---\n## H\n\n"


def read(body: str) -> Extract:
    return extract_from_text(HEAD + body, "t", "t.md")


def texts(body: str) -> list[str]:
    return [sentence.text for sentence in read(body).sentences()]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("*a* **b** _c_ ***d***", "a b c d"),
        ("[a](x) ![b](y) <http://z.org>", "a b http://z.org"),
        ("`a*b*` and ``c`d``", "a*b* and c`d"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("\\*a\\* &amp; b &lt;i&gt;", "*a* & b <i>"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("{ref}`x` {{y}} $z$ :::{note}", "{ref}x {{y}} $z$ :::{note}"),
        ("a  \nb\\\nc\td\u00a0e", "a b c d e"),
        ("a\x00b\x07c\x7f\ufeff d\x0ce", "abc d e"),
        ("a\n---\n\nb", "a"),
        ("[x][y] and [y]: z", "[x][y] and [y]: z"),
    ],
)
def test_text_is_the_text_without_marks(body: str, text: str) -> None:
    assert texts(body)[0] == text


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + "One.\n\nTwo.").replace("\n", "\r\n").encode())
    passages = list(read_extract(path, tmp_path).passages())
    assert [(p.line, p.sentences[0].text) for p in passages] == [(6, "One."), (8, "Two.")]


@pytest.mark.parametrize(
    ("body", "members"),
    [
        ("Lead:\n- a\n- b", ("a", "b")),
        ("Lead:\n\n- a\n\n- b", ("a", "b")),
        ("Lead.\n1. a\n2. b", ("a", "b")),
        ("Lead: [p. 3]\n\n1) a\n2) b", ("a", "b")),
        ("Lead:\n\n* a\n  goes on\n\n  and on\n* b", ("a goes on and on", "b")),
        ("Lead:\n\n- a:\n  - nested\n- b", ("a:", "b")),
        ("Lead.\n\n- a\n- b", ()),
    ],
)
def test_list_belongs_to_its_lead(body: str, members: tuple[str, ...]) -> None:
    passage = next(read(body).passages())
    assert passage.sentences[0].text in ("Lead:", "Lead.")
    assert tuple(member.text for member in passage.members) == members


def test_nested_list_is_a_passage_and_takes_the_anchor_of_its_list() -> None:
    body = "Lead:\n\n- a:\n  - x\n  - y\n- b [p. 3]\n\nNext. [p. 4]"
    _, nested, _ = read(body).passages()
    assert [(m.text, m.locator.page) for m in nested.members] == [("x", "3"), ("y", "3")]


def test_anchor_does_not_reach_over_a_heading() -> None:
    pages = [s.locator.page for s in read("One.\n\n## I\n\nTwo. [p. 5]\n\nThree.").sentences()]
    assert pages == ["", "5", "5"]


def test_title_heading_is_ignored_and_others_make_sections() -> None:
    extract = extract_from_text("---\ntitle: T\n---\n# T\n\n# U\n\nA.\n\n### V\n\nB.", "t", "t.md")
    assert [section.title for section in extract.sections] == ["U", "V"]


def test_broken_front_matter_does_not_blame_the_anchors() -> None:
    with pytest.raises(Refused) as refusal:
        extract_from_text("---\ntitle: a: b\n---\n## H\n\nA. [label, p. 3] [p. 4]", "t", "t.md")
    assert [finding.code for finding in refusal.value.findings] == ["yaml-syntax"]


def test_error_of_encoding_does_not_hide_others(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"---\ntitel: T\n---\n## H\n\nCaf\xe9.\n")
    with pytest.raises(Refused) as refusal:
        read_extract(path, tmp_path)
    codes = {finding.code for finding in refusal.value.findings}
    assert codes == {"front-matter-title", "front-matter-key", "extract-encoding"}


@given(st.text(alphabet="ab .:\n#-*`|>[]()p1234<&\\_~\t{}'\"!", max_size=300))
@settings(max_examples=300)
def test_any_body_is_read_or_refused(body: str) -> None:
    try:
        extract = read(body)
    except Refused:
        return
    for sentence in extract.sentences():
        assert sentence.text == " ".join(sentence.text.split()) != ""


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(Refused):
        extract_from_text(text, "t", "t.md")


@pytest.mark.parametrize("unit", ["Real prose, with a point. ", "[", "![", "`a``b", "*a ", "i.e. "])
def test_long_paragraphs_take_linear_time(unit: str) -> None:
    start = time.process_time()
    read("Begin " + unit * (600_000 // len(unit)))
    assert time.process_time() - start < 20


def test_a_megabyte_of_prose_is_read_in_seconds() -> None:
    body = "Mr. Roe of the U.S. spoke of 3.5 per cent. States should *act*. [p. 3]\n\n" * 14_000
    start = time.process_time()
    assert sum(1 for _ in read(body).sentences()) == 28_000
    assert time.process_time() - start < 20
