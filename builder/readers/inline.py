"""Running text of Markdown reduced to its text: no emphasis, links, code marks or escapes."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKED = re.compile(r"[\\`*_&<]|\]\(")
_MAX_MARKS = 2_000
"""A paragraph with more marks than this is no prose; it stays as written, in linear time."""

_PROTECT = str.maketrans("[]", "\ue000\ue001")
_RESTORE = str.maketrans("\ue000\ue001", "[]")

_markdown = MarkdownIt("commonmark", {"html": False}).disable(
    ["reference", "fragments_join", "text_join"], ignoreInvalid=True
)


def plain_text(content: str) -> str:
    """Return the text of a paragraph; line breaks stay, HTML is text like any other.

    Brackets of code and escaped brackets are private-use characters until `restore` is called,
    so that nobody takes them for a page anchor.
    """
    if not _MARKED.search(content) or sum(map(content.count, "*_`[<&\\")) > _MAX_MARKS:
        return content
    tokens = _markdown.parseInline(content)
    return "".join(_text(token) for token in tokens[0].children or ())


def restore(text: str) -> str:
    """Put back the brackets that `plain_text` has protected."""
    return text.translate(_RESTORE)


def _text(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type in ("code_inline", "text_special"):
        return token.content.translate(_PROTECT)
    if token.type == "image":
        return "".join(_text(child) for child in token.children or ())
    return token.content
