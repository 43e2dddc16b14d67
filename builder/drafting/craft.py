"""What every drafting rule needs: the analysis at hand, references, ids, phrases."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from builder.analysis import Analysis
from builder.analysis.people import is_meeting
from builder.analysis.words import capitalised, normalised
from builder.drafting.phrasing import about_phrase, is_meeting_kind, meeting_phrase, part_name
from builder.model import Enumeration, Item, ItemBase, Sentence, SourceRef, TeachingPoint

AnyItem = TypeVar("AnyItem", bound=ItemBase)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A drafted item before checks and selection."""

    item: Item
    points: tuple[TeachingPoint, ...]
    """Teaching points that it rests on."""
    group: str
    """Kind of objective that it serves: a key of `objectives.GROUPS`."""
    names: tuple[str, ...]
    """What the objective calls the content of this item."""
    value: float = 1.0
    """Worth among candidates of its group; higher is better."""


@dataclass(frozen=True)
class Craft:
    """The module that is being drafted."""

    analysis: Analysis
    prefix: str
    """Initials of the module, for ids."""

    @cached_property
    def meeting(self) -> str:
        """How stems name the source ("the 2006 workshop on labour migration")."""
        return meeting_phrase(self.analysis.extract)

    @cached_property
    def at_meeting(self) -> str:
        """“At the 2006 workshop …” or “in the 2013 report …”, in lower case."""
        met = is_meeting_kind(self.analysis.extract)
        return f"{'at' if met else 'in'} {self.meeting}"

    @cached_property
    def about(self) -> str:
        """What the module is about, as a phrase of an objective ("on labour migration")."""
        return about_phrase(self.analysis.extract)

    def said_in(self, point: TeachingPoint) -> str:
        """The meeting or text that a point comes from, as a stem names it."""
        return part_name(self.analysis.extract, point.sentence) or self.meeting

    def said_at(self, point: TeachingPoint) -> str:
        """“At the 2006 workshop …” or “in the 2008 summary report”, in lower case."""
        return self.at_meeting if self.native(point) else f"in {self.said_in(point)}"

    def native(self, point: TeachingPoint) -> bool:
        """It comes from the main source of the extract, not from a part with a name of its own."""
        return not part_name(self.analysis.extract, point.sentence)

    def owner(self, point: TeachingPoint) -> str:
        """Who says it: the owner where the source names one, else the source itself."""
        if not point.owner or is_meeting(point.owner):
            return self.said_in(point)
        return inner_owner(point.owner)

    def reference(self, sentence: Sentence) -> SourceRef:
        """The reference to a sentence that is published with an item."""
        where = sentence.locator
        return SourceRef(
            extract=where.extract, section=where.section, page=where.page, quote=sentence.text
        )

    def references(self, points: tuple[TeachingPoint, ...]) -> tuple[SourceRef, ...]:
        """References to all sentences of the points, each once, in order."""
        sentences: dict[str, Sentence] = {}
        for point in points:
            for sentence in (point.sentence, point.also):
                if sentence is not None:
                    sentences.setdefault(sentence.text, sentence)
        return tuple(self.reference(sentence) for sentence in sentences.values())

    def item(
        self, kind: type[AnyItem], rule: str, points: tuple[TeachingPoint, ...], **fields: Any
    ) -> AnyItem:
        """An item of `kind` with id, source, further sources and teaching point filled in."""
        first, *further = self.references(points)
        return kind(
            id=item_id(self.prefix, rule, points),
            source=first,
            further_sources=tuple(further),
            teaching_point=points[0].kind,
            rule=rule,
            **fields,
        )


def item_id(prefix: str, rule: str, points: tuple[TeachingPoint, ...]) -> str:
    """An id that depends on the rule and the words of its sources, not on their position."""
    words = "\n".join(normalised(point.sentence.text) + "|" + point.kind for point in points)
    digest = hashlib.sha256(f"{rule}\n{words}".encode()).hexdigest()
    return f"{prefix}-{digest[:6]}"


def prefix_of(slug: str) -> str:
    """Initials of a slug: "labour-migration" to "lm"; "ageing" to "ag"."""
    words = [word for word in slug.split("-") if word not in ("and", "of", "in", "the", "to", "on")]
    return "".join(word[0] for word in words)[:4] if len(words) > 1 else slug[:2]


def inner_owner(owner: str) -> str:
    """An owner inside a sentence: "The ILO" to "the ILO"."""
    return re.sub(r"^(The|A|An)\b", lambda m: m.group().lower(), owner)


def closed(owner: str) -> str:
    """An owner before a verb: an apposition is closed with a comma."""
    return f"{owner}," if re.match(r"[A-Z][^“]*, ", owner) else owner


def page_note(reference: SourceRef) -> str:
    """“p. 38”, “pp. 38–39”, or the label of an unpaged source; “” where there is none."""
    page = reference.page
    if not page:
        return ""
    if re.match(r"\d", page):
        return f"pp. {page}" if re.search(r"[–-]", page) else f"p. {page}"
    return page


def cited(reference: SourceRef) -> str:
    """The quotation with its page: "“…” (p. 38)"."""
    note = page_note(reference)
    return f"“{reference.quote}”" + (f" ({note})" if note else "")


def cited_list(craft: Craft, point: Enumeration) -> str:
    """The announcement of a list with its members, as the text has them one below the other."""
    reference = craft.reference(point.sentence)
    if not reference.quote.rstrip().endswith(":"):
        return cited(reference)
    note = page_note(reference)
    listed = "; ".join(point.members)
    return f"“{reference.quote}” {listed}" + (f" ({note})" if note else "")


def sentence_case(text: str) -> str:
    """Capital first letter and a full stop."""
    text = capitalised(text.strip())
    return text if text.endswith((".", "?", "!")) else text + "."
