"""A small world to review: an extract, and a drafter that says of it what a test wants."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from builder.model import (
    Bloom,
    Choice,
    CourseModule,
    Extract,
    Item,
    ItemBank,
    KeyConcept,
    LearningObjective,
    Locator,
    Option,
    Passage,
    Section,
    Sentence,
    SourceRef,
    SummarySentence,
    TrueFalse,
)
from builder.review.merge import merge
from builder.store import save_bank, save_module

SENTENCES = (
    "Remittances finance schooling in rural districts.",
    "Border agencies register asylum claims within days.",
    "Nurses emigrate because hospitals offer poor wages.",
    "Diaspora associations build clinics near harbours.",
    "Droughts displace herders towards crowded cities.",
    "Recruiters charge excessive fees before departure.",
    "Censuses underestimate seasonal farm labourers.",
    "Consulates issue passports during evacuations.",
)


@dataclass(frozen=True)
class World:
    """What a draft is made from."""

    slug: str = "labour-migration"
    extract: str = "labour-migration"
    sentences: tuple[str, ...] = SENTENCES[:4]
    version: int = 1
    """Another version words its drafts in another way."""
    rules: tuple[str, ...] = ("choice", "true_false")
    own: tuple[str, ...] = ()
    """Objectives of the author."""

    @property
    def prefix(self) -> str:
        return "".join(word[0] for word in self.slug.split("-"))

    def text(self) -> Extract:
        """The extract as the reader would give it."""
        sentences = [
            Sentence(text, Locator(self.extract, "Section", str(30 + number), number, 0))
            for number, text in enumerate(self.sentences)
        ]
        passages = tuple(Passage((sentence,)) for sentence in sentences)
        return Extract(self.extract, "Labour migration", (Section("Section", passages),))

    def with_sentences(self, sentences: Sequence[str]) -> World:
        return replace(self, sentences=tuple(sentences))

    def draft(self) -> tuple[CourseModule, ItemBank]:
        """A draft that knows nothing about any review."""
        items = tuple(self._item(r, s) for r in self.rules for s in self.sentences)
        authors = tuple(
            LearningObjective(
                id=f"{self.prefix}-a{n}", statement=o, bloom=Bloom.APPLY, drafter="person"
            )
            for n, o in enumerate(self.own, 1)
        )
        module = CourseModule(
            module=self.slug,
            objectives=(*authors, *(self._objective(r) for r in self.rules)),
            key_concepts=tuple(self._concept(s) for s in self.sentences[:2]),
            summary=tuple(
                SummarySentence(id=f"{self.prefix}-s{n}", text=s, source=self.ref(s))
                for n, s in enumerate(self.sentences[:3], 1)
            ),
        )
        return module, ItemBank(module=self.slug, items=items)

    def ref(self, sentence: str) -> SourceRef:
        page = str(30 + self.sentences.index(sentence)) if sentence in self.sentences else "1"
        return SourceRef(extract=self.extract, section="Section", page=page, quote=sentence)

    def _objective(self, rule: str) -> LearningObjective:
        return LearningObjective(
            id=f"{self.prefix}-o{1 + ('choice', 'true_false').index(rule)}",
            statement=f"Explain {len(self.sentences)} things by {rule}, version {self.version}.",
            bloom=Bloom.UNDERSTAND,
            source=self.ref(self.sentences[0]) if self.sentences else None,
        )

    def _concept(self, sentence: str) -> KeyConcept:
        return KeyConcept(
            id=f"{self.prefix}-k-{digest('concept', sentence)}",
            term=sentence.split()[0],
            definition=f"what version {self.version} says",
            source=self.ref(sentence),
        )

    def _item(self, rule: str, sentence: str) -> Item:
        common = {
            "id": f"{self.prefix}-{digest(f'{rule} {self.version % 3}', sentence)}",
            "objective": self._objective(rule).id,
            "stem": f"Version {self.version}: what about {sentence.split()[0]}?",
            "source": self.ref(sentence),
            "teaching_point": "cause",
            "rule": rule,
        }
        if rule == "true_false":
            return TrueFalse(answer=True, **common)
        options = (Option(text=sentence, key=True), Option(text="Something else: # odd"))
        return Choice(options=options, **common)


def digest(rule: str, sentence: str) -> str:
    return hashlib.sha256(f"{rule} {sentence.lower()}".encode()).hexdigest()[:6]


def write_course(root: Path, *worlds: World) -> Path:
    """A course on disk with the drafts of these worlds, nothing decided yet."""
    worlds = worlds or (World(),)
    entries = "".join(
        f"      - id: {w.slug}\n        extract: extracts/{w.extract}.md\n" for w in worlds
    )
    (root / "course" / "extracts").mkdir(parents=True, exist_ok=True)
    (root / "course" / "course.yml").write_text(
        f"id: c\ntitle: Course\nparts:\n  - title: Part\n    modules:\n{entries}"
    )
    for world in worlds:
        body = "\n\n".join(f"{text} [p. {n}]" for n, text in enumerate(world.sentences, 30))
        (root / "course" / "extracts" / f"{world.extract}.md").write_text(
            "---\ntitle: Labour migration\nkind: workshop\nheld: 2006-03-15\nsource: A series\n"
            f"as_of: 2006\npages: 30-60\n---\n## Section\n\n{body}\n"
        )
        module, bank = merge(None, None, *world.draft(), world.text())
        save_module(root / "modules" / f"{world.slug}.yml", module)
        save_bank(root / "quizzes" / f"{world.slug}.yml", bank)
    return root
