"""Pieces of MyST Markdown that several pages share.

Everything that comes from a source passes `escape` on its way into Markdown, and `html.escape`
on its way into HTML. The HTML written here is only containers and small print, so that a page
still reads well where Markdown is shown without this theme.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from builder.writers.markdown import escape
from builder.writers.phrases import pages

_BLANK_LINES = re.compile(r"\n\s*\n")


def line(text: str) -> str:
    """Return `text` as inert Markdown on a single line."""
    return escape(" ".join(text.split()))


def small(text: str, kind: str) -> str:
    """Return `text` as small print of the class `cw-<kind>`, or "" for no text."""
    return f'<small class="cw-{kind}">{line(text)}</small>' if text else ""


def page_mark(page: str) -> str:
    """Return the reference to a page of the source, with a space before it that does not break."""
    return f"\u00a0{small(pages(page), 'page')}" if page else ""


def box(kind: str, *blocks: str) -> str:
    """Return Markdown blocks inside a container of the class `cw-<kind>`."""
    inner = "\n\n".join(block for block in blocks if block)
    return f'<div class="cw-{kind}">\n\n{inner}\n\n</div>'


def bullets(lines: Iterable[str]) -> str:
    """Return a list; the lines are Markdown."""
    return "\n".join(f"- {text}" for text in lines)


def numbered(lines: Iterable[str]) -> str:
    """Return a numbered list; the lines are Markdown."""
    return "\n".join(f"{number}. {text}" for number, text in enumerate(lines, 1))


def html_block(markup: str) -> str:
    """Return markup of ours as one block: a blank line would end it and wake up Markdown."""
    return _BLANK_LINES.sub("\n", markup.strip())


def notice(source: str) -> str:
    """Return the comment that tells people where to change what they read."""
    text = html.escape(source).replace("--", "&#45;&#45;")
    return f"<!-- Made by `coursewright build` from {text}. Changes made here are lost. -->"


def document(*blocks: str) -> str:
    """Return a Markdown file of these blocks; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block) + "\n"
