"""Whatever people, sources and drafts do in whatever order: nothing that a person did is lost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analysis.words import normalised
from builder.model import CourseModule, ItemBank, Open, ReviewStatus
from builder.review.identity import LISTS, fingerprint, settled
from builder.review.merge import merge
from builder.store import bank_from_data, bank_to_data, module_from_data, module_to_data
from review_kit import SENTENCES, World

REVIEW = ("status", "stale", "drafted")


def content(element: Any) -> dict[str, Any]:
    """Everything that a person can have written; the name of the extract is the program's."""
    data = element.model_dump(exclude=set(REVIEW))
    for ref in (data.get("source"), *data.get("further_sources", ())):
        if ref:
            ref["extract"] = ""
    return data


@dataclass
class History:
    world: World = field(default_factory=World)
    module: CourseModule | None = None
    bank: ItemBank | None = None
    human: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    """(list, id) to what a person accepted, edited or wrote there."""
    refused: dict[tuple[str, str], Any] = field(default_factory=dict)

    def draft(self) -> None:
        self.module, self.bank = merge(
            self.module, self.bank, *self.world.draft(), self.world.text()
        )
        self.check()
        again = merge(self.module, self.bank, *self.world.draft(), self.world.text())
        assert again == (self.module, self.bank), "a draft of the same changes nothing"

    def elements(self) -> list[tuple[str, Any]]:
        if self.module is None or self.bank is None:
            return []
        found = [("items", item) for item in self.bank.items]
        return found + [(name, e) for name in LISTS for e in getattr(self.module, name)]

    def put(self, name: str, element: Any, new: Any) -> None:
        owner: Any = self.bank if name == "items" else self.module
        changed = tuple(new if e.id == element.id else e for e in getattr(owner, name))
        owner = owner.model_copy(update={name: changed})
        if name == "items":
            self.bank = owner
        else:
            self.module = owner

    def check(self) -> None:
        elements = self.elements()
        by_id = {(name, e.id): e for name, e in elements}
        assert len(by_id) == len(elements), "ids are unique"
        for key, expected in self.human.items():
            assert key in by_id, f"{key} is lost"
            found = by_id[key]
            assert content(found) == expected
            assert settled(found)
            if found.drafter != "person":
                quotes = [found.source.quote] if found.source else []
                if key[0] != "objectives":
                    assert found.stale == (not set(quotes) <= set(self.world.sentences))
        for key, element in self.refused.items():
            assert by_id[key] == element, "what is rejected stays as it is"
            for name, other in elements:
                if name == key[0] and other.id != element.id and not settled(other):
                    assert not again(name, element, other, self.world)
        for _, element in elements:
            if element.status == ReviewStatus.DRAFT and element.drafter == "rules":
                assert element.drafted == fingerprint(element)
                assert not element.stale or element.comment
        objectives = {o.id for o in self.module.objectives} if self.module else set()
        for item in self.bank.items if self.bank else ():
            assert item.objective in objectives or settled(item)
        self.check_complete()

    def check_complete(self) -> None:
        """Nothing is left out of the draft but what a person decided about."""
        module, bank = self.world.draft()
        found = {(i.type, i.source.quote) for i in self.bank.items} if self.bank else set()
        rejected = [(name, e) for (name, _), e in self.refused.items()]
        refused = {e.id.partition("-")[2] for name, e in rejected if name == "objectives"}
        for item in bank.items:
            if item.objective.partition("-")[2] not in refused:
                assert (item.type, item.source.quote) in found or any(
                    name == "items" and again(name, e, item, self.world) for name, e in rejected
                )
        assert self.module is not None
        quotes = {s.source.quote for s in self.module.summary}
        for sentence in module.summary:
            assert sentence.source.quote in quotes or any(
                name == "summary" and again(name, e, sentence, self.world) for name, e in rejected
            )
        for own in module.objectives:
            if own.drafter == "person":
                assert any(
                    o.statement == own.statement
                    or o.drafted == fingerprint(own.model_copy(update={"id": o.id}))
                    for o in self.module.objectives
                )


def again(name: str, rejected: Any, other: Any, world: World) -> bool:
    """Another draft of what was rejected, also if its sentence was amended since."""
    if name == "key_concepts":
        return bool(normalised(rejected.term) == normalised(other.term))
    if name == "objectives":
        return bool(rejected.id == other.id)
    before, now = rejected.source.quote, other.source.quote
    same = before == now or (
        before not in world.sentences and before.replace(" again", "") == now.replace(" again", "")
    )
    return same and getattr(rejected, "type", "") == getattr(other, "type", "")


WORDS = {"items": "stem", "objectives": "statement", "key_concepts": "definition",
         "summary": "text", "activities": "prompt"}  # fmt: skip


def _decide(history: History, which: int, how: str, words: str) -> None:
    """A person does something with one element."""
    elements = history.elements()
    if not elements:
        return
    name, element = elements[which % len(elements)]
    key = (name, element.id)
    changes: dict[str, Any] = {}
    if how == "accept":
        changes = {"status": ReviewStatus.ACCEPTED}
    elif how == "reject":
        changes = {"status": ReviewStatus.REJECTED, "comment": words}
    elif how == "comment":
        changes = {"comment": words}
    elif how == "edit":
        changes = {WORDS[name]: words, "status": ReviewStatus.EDITED}
    elif how == "edit silently":
        changes = {WORDS[name]: words}
    new = element.model_copy(update=changes)
    history.put(name, element, new)
    history.human.pop(key, None)
    history.refused.pop(key, None)
    if new.status == ReviewStatus.REJECTED:
        history.refused[key] = new
    elif settled(new) or fingerprint(new) != new.drafted:
        history.human[key] = content(new)


def _write(history: History, which: int, words: str) -> None:
    """A person writes an item of their own, about a sentence or about none of these."""
    if history.bank is None:
        return
    name = f"own-{len(history.bank.items)}-{which}"
    if any(item.id == name for item in history.bank.items):
        return
    quote = SENTENCES[which % len(SENTENCES)]
    own = Open(
        id=name, stem=words, model_answer="m", source=history.world.ref(quote), drafter="person"
    )
    items = history.bank.items
    place = which % (len(items) + 1)
    history.bank = history.bank.model_copy(update={"items": (*items[:place], own, *items[place:])})
    history.human["items", own.id] = content(own)


def _change(history: History, which: int, how: str) -> None:
    """The source or its name changes."""
    world, sentences = history.world, list(history.world.sentences)
    place = which % len(sentences) if sentences else 0
    unused = [s for s in SENTENCES if s not in sentences]
    if how == "remove" and len(sentences) > 1:
        del sentences[place]
    elif how == "add" and unused:
        sentences.insert(place, unused[which % len(unused)])
    elif how == "amend":
        sentences[place] = sentences[place].replace(".", " again.")
    elif how == "reorder":
        sentences = sentences[place:] + sentences[:place]
    history.world = {
        "version": replace(world, version=which),
        "rename module": replace(world, slug=("work-migration", "labour-migration")[which % 2]),
        "rename extract": replace(world, extract=("work", "labour-migration")[which % 2]),
        "own": replace(
            world, own=(("Weigh fees.",), (), ("Plan clinics.", "Weigh fees."))[which % 3]
        ),
    }.get(how, world.with_sentences(sentences))


def _store(history: History) -> None:
    """Through the files and back."""
    if history.bank is not None and history.module is not None:
        bank = bank_from_data(bank_to_data(history.bank))
        module = module_from_data(module_to_data(history.module))
        assert (bank, module) == (history.bank, history.module)


NUMBER = st.integers(0, 40)
WORD = st.sampled_from(["Why?", "yes: no # maybe", "“Quoted” words.", "Version 1"])
DECISIONS = st.sampled_from(["accept", "reject", "comment", "edit", "edit silently"])
CHANGES = st.sampled_from(
    ["remove", "add", "amend", "reorder", "version", "rename module", "rename extract", "own"]
)
STEPS = st.one_of(
    st.tuples(st.just("decide"), NUMBER, DECISIONS, WORD),
    st.tuples(st.just("change"), NUMBER, CHANGES),
    st.tuples(st.just("write"), NUMBER, WORD),
    st.tuples(st.just("draft")),
    st.tuples(st.just("store")),
)


@settings(max_examples=600)
@given(st.lists(STEPS, max_size=10))
def test_histories(steps: list[tuple[Any, ...]]) -> None:
    history = History()
    history.draft()
    for kind, *rest in steps:
        if kind == "decide":
            _decide(history, *rest)
        elif kind == "change":
            _change(history, *rest)
        elif kind == "write":
            _write(history, *rest)
        elif kind == "store":
            _store(history)
        else:
            history.draft()
    history.draft()
    _store(history)
