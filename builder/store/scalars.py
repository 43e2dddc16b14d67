"""Scalars as YAML: the plainest form that reads back as the same text.

The forms are chosen here and not by a YAML library, so that the bytes do not depend on which
version of it, or which of its two emitters, is installed.
"""

from __future__ import annotations

import json
import re

WIDTH = 96

_PLAIN = re.compile(r"[^\W_]|\.{1,2}/|[“‘(„«€$£§…/<]")
_UNLIKE_TEXT = re.compile(
    r"[-+]?[.\d][-+.:,_\dA-FoxXeEZTt ]*|<<.*"
    r"|~|null|true|false|yes|no|on|off|y|n|nan|inf",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(r":(?: |$)| #|[ \t]$")
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_FOLD_AT = re.compile(r"(?<=[^\s]) (?=[^\s])")


def scalar(value: str | int | float | bool | None, indent: int, used: int) -> list[str]:
    """Return `value` as YAML: what goes on the line of its key, then lines of their own.

    Args:
        value: text, number or boolean.
        indent: spaces before the lines of their own.
        used: columns that the line of the key takes already.
    """
    if isinstance(value, bool):
        return [str(value).lower()]
    if value is None or not isinstance(value, str):
        return ["null" if value is None else repr(value)]
    if "\n" in value:
        return _literal(value, indent)
    if len(value) + used > WIDTH and _foldable(value):
        return [">-", *_folded(value, indent)]
    return [quoted_if_needed(value)]


def quoted_if_needed(text: str) -> str:
    """Return one line of text, plain if that is safe."""
    if _is_plain(text):
        return text
    if ('"' in text or "\\" in text) and "\t" not in text and not _special(text):
        return "'" + text.replace("'", "''") + "'"
    return _UNPRINTABLE.sub(_escape, json.dumps(text, ensure_ascii=False))


def _is_plain(text: str) -> bool:
    return bool(
        _PLAIN.match(text)
        and not _UNLIKE_TEXT.fullmatch(text)
        and not _STRUCTURE.search(text)
        and "\t" not in text
        and not _special(text)
    )


def _special(text: str) -> bool:
    """Say whether `text` has characters that only an escape can write."""
    return "\n" in text or bool(_UNPRINTABLE.search(text))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _foldable(text: str) -> bool:
    return not (
        not text or text[0].isspace() or text[-1].isspace() or "\t" in text or _special(text)
    )


def _folded(text: str, indent: int) -> list[str]:
    """Return `text` in lines; breaks stand for single spaces only."""
    lines: list[str] = []
    for word in _FOLD_AT.split(text):
        if lines and indent + len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [" " * indent + line for line in lines]


def _literal(text: str, indent: int) -> list[str]:
    """Return text of several lines as a literal block, or escaped if a block cannot say it."""
    lines = text.removesuffix("\n").split("\n")
    safe = lines[0] and lines[-1] and not any(line[:1].isspace() for line in lines)
    if not safe or _UNPRINTABLE.search(text):
        return [_UNPRINTABLE.sub(_escape, json.dumps(text, ensure_ascii=False))]
    head = "|" if text.endswith("\n") else "|-"
    return [head, *(" " * indent + line if line else "" for line in lines)]
