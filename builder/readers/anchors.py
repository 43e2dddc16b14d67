"""Page anchors: `[p. 37]`, `[pp. 37–38]`, `[label]`, `[label, p. 3]`, `[label, para. 4]`.

An anchor closes the text that it covers. `split_anchors` takes them out of a paragraph and says
where they stood; other text in brackets stays text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from builder.errors import problem
from builder.model.finding import Finding

_BRACKET = re.compile(r"\[([^\[\]]{1,120})\]")
_PAGES = r"\d{1,6}(?:\s*[-–]\s*\d{1,6})?"
_ANCHOR = re.compile(
    rf"(?:(?P<label>.+?),\s*)?(?P<unit>pp?|paras?)(?:\.\s*|\s)(?P<pages>{_PAGES}(?:\s*,\s*{_PAGES})*)",
    re.IGNORECASE,
)
_LOOKS_LIKE_PAGE = re.compile(
    r"(?:(?P<label>.+?),\s*)?(?:pp?\.|(?:pp?\.?|pages?|paras?\.?)\s*\d)", re.IGNORECASE
)
_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")

_UNITS = {"p": ("p.", "pp."), "para": ("para.", "paras.")}
_CLOSING = ".,;:!?)]}”’»\"'"
_FORM = "Write [p. 37], [pp. 37–38], or [label, p. 3] with a label from `sources`."


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the text before it comes from: `page` as it is shown, `label` of the document."""

    page: str
    label: str = ""


@dataclass(slots=True)
class AnchorReader:
    """What is known about anchors in one extract, and the problems found with them.

    Attributes:
        file: name of the extract in messages.
        labels: the documents that the extract draws on.
        pages: declared pages as (first, last) ranges; empty if none are declared.
        declared: the declaration as it stands in the file.
        bare: anchors without a label are clear, because there is one source document.
    """

    file: str
    labels: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[tuple[int, int], ...] = ()
    declared: str = ""
    bare: bool = True
    problems: list[Finding] = field(default_factory=list)

    def split(self, text: str, line: int) -> tuple[str, list[tuple[int, Anchor]]]:
        """Take the anchors out of `text`, which begins on `line` of the file.

        Returns:
            The text with white space folded, and each anchor with its offset in that text.
        """
        clean = _Folded()
        found: list[tuple[int, Anchor]] = []
        end = seen = 0
        for match in _BRACKET.finditer(text):
            line += text.count("\n", seen, match.start())
            seen = match.start()
            anchor = self._parse(match[1], line)
            if anchor is not None:
                clean.add(text[end : match.start()])
                found.append((clean.length, anchor))
                end = match.end()
        clean.add(text[end:])
        return str(clean), found

    def _parse(self, inner: str, line: int) -> Anchor | None:
        """Return the anchor that `inner` spells, or None if it is ordinary text."""
        inner = " ".join(inner.split())
        if inner in self.labels:
            return Anchor(inner, inner)
        if match := _ANCHOR.fullmatch(inner):
            return self._place(inner, match["label"] or "", match, line)
        if match := _LOOKS_LIKE_PAGE.match(inner):
            self._refuse(line, "page-anchor", f"[{inner}] is not a page anchor.", _FORM)
        elif near := get_close_matches(inner, self.labels, 1, 0.8):
            self._unknown(inner, inner, near, line)
        return None

    def _place(self, inner: str, label: str, match: re.Match[str], line: int) -> Anchor | None:
        """Return the anchor for the pages or paragraphs of `match`, once they are checked."""
        one, many = _UNITS["para" if match["unit"].lower().startswith("para") else "p"]
        try:
            ranges = parse_pages(match["pages"])
        except ValueError:
            self._refuse(line, "page-anchor", f"[{inner}] runs backwards.", _FORM)
            return None
        if label and label not in self.labels:
            self._unknown(inner, label, get_close_matches(label, self.labels, 1, 0.6), line)
        elif not label and one == "para.":
            self._refuse(line, "page-anchor", f"[{inner}] is not a page anchor.", _FORM)
        elif not label and not self.bare:
            known = ", ".join(self.labels)
            self._refuse(
                line,
                "page-anchor",
                f"[{inner}] does not say of which source document.",
                f"Write [label, {inner}] with one of the labels {known}, or give `source`.",
            )
        elif not label and not self._declared(ranges):
            self._refuse(
                line,
                "page-undeclared",
                f"[{inner}] is outside the declared pages {self.declared}.",
                "Correct the anchor, or add the page to `pages`.",
            )
        else:
            pages = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in ranges)
            unit = one if pages.isdecimal() else many
            return Anchor(f"{label}, {unit} {pages}" if label else pages, label)
        return None

    def _declared(self, ranges: tuple[tuple[int, int], ...]) -> bool:
        """Say whether the ends of all `ranges` are declared pages."""
        return not self.pages or all(
            any(low <= page <= high for low, high in self.pages) for ends in ranges for page in ends
        )

    def _unknown(self, inner: str, label: str, near: list[str], line: int) -> None:
        known = ", ".join(self.labels) or "none are declared"
        hint = f'Did you mean "{near[0]}"? ' if near else ""
        self._refuse(
            line,
            "label-unknown",
            f'[{inner}] names the unknown source document "{label}".',
            f"{hint}Labels are the keys of `sources` ({known}).",
        )

    def _refuse(self, line: int, code: str, message: str, advice: str) -> None:
        self.problems.append(problem(code, self.file, line, message, advice))


def parse_pages(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of a `pages` declaration such as "19-21, 37".

    Raises:
        ValueError: it is not a list of pages and ranges.
    """
    ranges = []
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip())
        if match is None or (match[2] and int(match[2]) < int(match[1])):
            raise ValueError(part.strip())
        ranges.append((int(match[1]), int(match[2] or match[1])))
    return tuple(ranges)


@dataclass(slots=True)
class _Folded:
    """Text with white space folded, put together from the pieces between anchors."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, piece: str) -> None:
        """Append `piece`, after a space unless it goes on with closing punctuation."""
        folded = " ".join(piece.split())
        if not folded:
            return
        if self.parts and (piece[0].isspace() or piece[0] not in _CLOSING):
            folded = f" {folded}"
        self.parts.append(folded)
        self.length += len(folded)

    def __str__(self) -> str:
        return "".join(self.parts)
