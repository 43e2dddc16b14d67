"""`escape` against the parser of the book and the one that others build on: MyST, CommonMark."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from myst_parser.parsers.docutils_ import Parser

from builder.writers.markdown import escape

EXTENSIONS = (
    "amsmath attrs_inline attrs_block colon_fence deflist dollarmath fieldlist html_admonition "
    "html_image linkify strikethrough substitution tasklist"
).split()
CONTEXTS = {
    "paragraph": "{}\n",
    "second line": "Before\n{}\n\nAfter\n",
    "heading": "## {}\n\nText\n",
    "list": "- {}\n- other\n",
    "bold": "**x** {} **y**\n",
    "cell": "| a | b |\n| --- | --- |\n| {} | c |\n",
    "definition": "{}\n: what it means\n",
    "nested": "1. first\n\n   {}\n",
}

SPECIAL = st.sampled_from(
    "{ } ` ``` < > $ $$ * _ [ ] ( ) )= # | ~ ::: : % %% - + = --- +++ 1. 1) 0123456789. \\ \\( \\) "
    "\\begin{a} & &amp; &#60; ! @ ^ \" ' // http:// https://www.un.org www.un.org a@b.org {{ }} "
    "{include} {math} {eval-rst} [^1] [x](y) ![x](y) <script> <!-- --> term word 12 \u00a0 \t \n "
    "\n\n (c) ... \0 \x1b \u2028 \u200b é ŋ 漢".split(" ")
)  # fmt: skip
HOSTILE = st.one_of(
    st.text(max_size=40),
    st.lists(st.one_of(SPECIAL, st.just(" ")), max_size=12).map("".join),
)


def shown(text: str) -> str:
    """What a reader should see of `text`."""
    kept = "".join(c for c in text if c.isspace() or not _is_control(c))
    return re.sub(r"[^\S\u00a0\u2007\u202f]+", " ", kept).strip()


def _is_control(character: str) -> bool:
    return ord(character) < 32 or 127 <= ord(character) < 160 or 0xD800 <= ord(character) < 0xE000


def tree(markdown: str) -> nodes.document:
    """Parse as the book does, with every extension of MyST that makes markup."""
    errors = io.StringIO()
    document: nodes.document = publish_doctree(
        markdown,
        parser=Parser(),
        settings_overrides={
            "myst_enable_extensions": EXTENSIONS,
            "warning_stream": errors,
            "doctitle_xform": False,
        },
    )
    assert not errors.getvalue(), errors.getvalue()
    return document


@pytest.mark.parametrize("context", CONTEXTS)
@given(text=HOSTILE)
@example("{{ x }}")
@example("\\(x\\) \\begin{equation}")
@example("US$ 5 to US$ 10")
@example("(name)=")
@example(": :field: x")
@example("http://example.org/a_b and www.example.org, a@b.org")
@example("123. x")
@settings(max_examples=60, deadline=None)
def test_text_is_shown_as_it_is(context: str, text: str) -> None:
    expected = shown(text)
    assume(expected)
    frame = f"# Page\n\n{CONTEXTS[context]}"
    found = tree(frame.replace("{}", escape(text)))
    model = tree(frame.replace("{}", "Placeholder"))
    assert kinds(found) == kinds(model)
    assert found.astext() == model.astext().replace("Placeholder", expected)


def kinds(document: nodes.document) -> list[str]:
    """The elements of a document in order, without its pieces of text."""
    return [n.tagname for n in document.findall() if not isinstance(n, nodes.Text)]


@pytest.mark.parametrize("preset", ["commonmark", "gfm-like"])
@given(text=HOSTILE)
@settings(max_examples=200, deadline=None)
def test_other_parsers_agree(preset: str, text: str) -> None:
    expected = shown(text)
    assume(expected)
    tokens = MarkdownIt(preset).parse(escape(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text"}
    assert "".join(child.content for child in children) == expected


@given(text=HOSTILE)
def test_it_is_one_line_without_ends(text: str) -> None:
    result = escape(text)
    assert len(result.splitlines()) <= 1 and result == result.strip(" ")


CASES = Path(__file__).parent / "cases" / "markdown.md"


@pytest.mark.parametrize(
    "case", [block for block in CASES.read_text("utf-8").split("\n\n") if block.startswith("in:")]
)
def test_cases(case: str) -> None:
    given_text, expected = (line.split(": ", 1)[1] for line in case.strip().splitlines())
    assert escape(given_text) == expected
