"""Markdown of any dialect: front matter, directives and HTML are taken off, the text stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.importing.decode import decode
from builder.importing.raw import BlockKind, RawBlock, RawDocument, RawPage
from builder.readers.blocks import Heading, List, Paragraph, Verbatim, read_blocks
from builder.readers.inline import plain_text, restore

_FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_TITLE = re.compile(r"(?m)^title:\s*[\"']?(.+?)[\"']?\s*$")
_COMMENT = re.compile(r"<!--.*?-->|^%.*$", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(
    r"(?m)^\s*(?::{3,}.*|`{3,}\{(?:note|tip|warning|important|admonition|hint|seealso)\}.*|"
    r"!!!\s.*|\?\?\?\+?\s.*|:[\w-]+:(?:\s.*)?|\{%.*?%\}|\[\[_?TOC_?\]\]|\[toc\])$",
    re.IGNORECASE,
)
_ALERT = re.compile(r"(?m)^(\s*>\s*)\[!\w+\][+-]?\s*")
_SETEXT = re.compile(r"(?m)^(\S.*)\n(=|-){3,}[ \t]*$")
_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]{0,300})?/?>")
_ROLE = re.compile(r"\{[\w:.-]+\}(?=`)|(?<=\S)\{[#.][^{}\n]*\}")
_NOTE = re.compile(r"\[\^[\w-]+\](?!:)")
_NOTE_TEXT = re.compile(r"\[\^[\w-]+\]:\s*")


def read(data: bytes, name: str) -> RawDocument:
    """Read Markdown; see `read_bytes` in the package for what it raises."""
    text = decode(data, name)
    front = _FRONT.match(text)
    title = _TITLE.search(front[0]) if front else None
    text = _COMMENT.sub("", text[front.end() :] if front else text)
    for pattern in (_FENCE, _ROLE):
        text = pattern.sub("", text)
    text = _ALERT.sub(r"\1", text)
    text = _SETEXT.sub(lambda m: f"{'#' if m[2] == '=' else '##'} {m[1]}", text)
    blocks = tuple(_blocks(text))
    first = next((b.text for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), "")
    return RawDocument(name, "markdown", (RawPage(blocks),), title[1] if title else first)


def _blocks(text: str) -> Iterator[RawBlock]:
    for block in read_blocks(text):
        if isinstance(block, Heading):
            yield RawBlock(_plain(block.content), BlockKind.HEADING, block.level)
        elif isinstance(block, Paragraph):
            note = _NOTE_TEXT.match(block.content)
            kind = BlockKind.NOTE if note else BlockKind.TEXT
            yield RawBlock(_plain(block.content[note.end() if note else 0 :]), kind)
        elif isinstance(block, List):
            for item in block.items:
                content = " ".join(_plain(text) for text, _ in item.paragraphs)
                if content.strip():
                    yield RawBlock(content, BlockKind.ITEM, 0, block.ordered)
        elif isinstance(block, Verbatim) and block.table:
            yield RawBlock("\n".join(_plain(row) for row, _ in block.rows), BlockKind.TABLE)


def _plain(content: str) -> str:
    return restore(plain_text(_TAG.sub("", _NOTE.sub("", content)))).strip()
