"""Transcripts: VTT, SRT, and text with time codes or speaker labels."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from builder.importing.decode import decode
from builder.importing.raw import RawBlock, RawDocument, RawPage

_TIMING = re.compile(r"^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s*-->.*$")
_CODE = re.compile(r"^\s*[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?[\])]?\s*[-–]?\s*")
_SKIPPED = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION|Kind:|Language:|X-TIMESTAMP)\b.*$|^\d+$")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]+)>")
_TAG = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")
_SPEAKER = re.compile(
    r"^(?:>>\s*|-\s*)?(?P<name>(?:[A-Z][\w.’'-]*)(?:\s+[A-Z(][\w.’')-]*){0,5}|[A-Z][A-Z .’'-]{2,40})"
    r"(?:\s*[\[(][^\])]{1,40}[\])])?\s*:\s+(?=\S)"
)
_NOISE = re.compile(r"[\[(](?:music|applause|laughter|inaudible|crosstalk|silence|pause)[\])]", re.I)
_PARAGRAPH = 120


def read(data: bytes, name: str) -> RawDocument:
    """Read a transcript; see `read_bytes` in the package for what it raises."""
    text = decode(data, name)
    blocks = tuple(RawBlock(turn) for turn in _turns(text))
    return RawDocument(name, "transcript", (RawPage(blocks),))


def _turns(text: str) -> Iterator[str]:
    """Yield what each speaker says, in paragraphs, the name before the first."""
    speaker, said = "", ""
    for name, line in _lines(text):
        if name and name != speaker:
            yield from _paragraphs(speaker, said)
            speaker, said = name, ""
        said = f"{said} {line}".strip()
    yield from _paragraphs(speaker, said)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line with the speaker that it names, or ""; rolling captions once."""
    last: list[str] = []
    in_block = False
    for raw in text.split("\n"):
        in_block = bool(re.match(r"(?:STYLE|NOTE|REGION)\b", raw)) or (in_block and bool(raw.strip()))
        if in_block or _TIMING.match(raw) or _SKIPPED.match(raw.strip()):
            continue
        voice = _VOICE.search(raw)
        line = html.unescape(_TAG.sub("", raw)).strip()
        line = _NOISE.sub("", _CODE.sub("", line)).strip()
        if not line or line in last[-2:]:
            continue
        last.append(line)
        label = _SPEAKER.match(line)
        name = voice[1].strip() if voice else label["name"].strip() if label else ""
        spoken = line[label.end() :] if label and not voice else line
        yield (name.title() if name.isupper() else name), spoken.lstrip("> ")


def _paragraphs(speaker: str, said: str) -> Iterator[str]:
    """Yield a turn in paragraphs of some sentences."""
    label = f"{speaker}: " if speaker else ""
    part: list[str] = []
    for sentence in re.split(r"(?<=[.!?])\s+", said):
        part.append(sentence)
        if len(" ".join(part).split()) >= _PARAGRAPH:
            yield label + " ".join(part)
            label, part = "", []
    if text := " ".join(part).strip():
        yield label + text
