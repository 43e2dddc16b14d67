"""Quizzes to test the player with: a bank of all nine item types, and pages that show items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from builder.model import (
    Categorise,
    Choice,
    Item,
    ItemBank,
    Match,
    Multiple,
    Number,
    Open,
    Option,
    Order,
    Pair,
    SourceRef,
    Text,
    TrueFalse,
)
from builder.player.order import (
    presented_lefts,
    presented_options,
    presented_rights,
    presented_sequence,
    presented_statements,
)
from builder.player.render import render_item, render_score
from builder.store import load_bank

BANK = Path(__file__).parent / "labour-migration.yml"
PLAYER = Path(__file__).parents[2] / "builder" / "player"


def bank() -> ItemBank:
    """Return the bank of all nine types; one more item of it is rejected."""
    return load_bank(BANK, Path(__file__).parent)


def items() -> dict[str, Item]:
    """Return one item of each type."""
    return {item.type: item for item in bank().published()}


def page(shown: Iterable[Item], theme: str = "", script: bool = True, pass_mark: int = 70) -> str:
    """Return a page with a whole quiz, as a site of one page would show it."""
    listed = list(shown)
    body = "\n".join(
        render_item(item, number=number, quiz="labour-migration", answers="answers.html")
        for number, item in enumerate(listed, 1)
    )
    score = render_score("labour-migration", listed, pass_mark)
    style = (PLAYER / "player.css").read_text("utf-8")
    code = (PLAYER / "player.js").read_text("utf-8") if script else ""
    return (
        f'<!doctype html><html lang="en"{f" data-theme={theme}" if theme else ""}>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>Quiz</title><link rel="icon" href="data:,"><style>{style}</style>'
        "<style>body { font: 16px/1.5 sans-serif; margin: 0 auto; max-width: 44rem;"
        " padding: 0 12px } html[data-theme=dark] { background: #14191e; color: #dde3e8 }"
        f"</style><body><h1>Quiz</h1>{body}{score}<script>{code}</script>"
    )


def with_text(text: str) -> list[Item]:
    """One item of each type, made of one text."""
    common = {
        "id": f"x {text}",
        "stem": text,
        "rationale": text,
        "source": SourceRef(extract=text, section=text, page=text, quote=text),
    }
    options = (Option(text=text, key=True, rationale=text), Option(text="other"))
    return [
        Choice(**common, options=options),
        Multiple(**common, options=options),
        TrueFalse(**common, answer=True),
        Match(**common, pairs=(Pair(left=text, right=text), Pair(left="a", right="b"))),
        Order(**common, sequence=(text, "other")),
        Categorise(**common, categories={text: (text,), "other": ("another",)}),
        Number(**common, answer=1, unit=text),
        Text(**common, accepted=(text,)),
        Open(**common, model_answer=text),
    ]


def key(item: Item) -> Any:
    """Return the right answer, as `grade` takes it."""
    match item:
        case Choice():
            return next(option.text for option in item.options if option.key)
        case Multiple():
            return [option.text for option in item.options if option.key]
        case TrueFalse():
            return item.answer
        case Match():
            return {pair.left: pair.right for pair in item.pairs}
        case Order():
            return list(item.sequence)
        case Categorise():
            return {text: name for name, texts in item.categories.items() for text in texts}
        case Number():
            return f"{item.answer:,}"
        case Text():
            return item.accepted[0]
        case Open():
            return 1.0


def positions(item: Item, answer: Any) -> Any:
    """Return an answer in positions of the presented item, as the script takes it."""
    match item:
        case Choice():
            texts = [option.text for option in presented_options(item)]
            return [texts.index(answer)] if answer in texts else []
        case Multiple():
            texts = [option.text for option in presented_options(item)]
            return [texts.index(text) for text in answer]
        case TrueFalse():
            return [] if answer is None else [0 if answer else 1]
        case Match():
            return _chosen(presented_lefts(item), presented_rights(item), answer)
        case Categorise():
            return _chosen(presented_statements(item), tuple(item.categories), answer)
        case Order():
            return [presented_sequence(item).index(text) for text in answer]
        case _:
            return answer


def _chosen(
    rows: tuple[str, ...], texts: tuple[str, ...], answer: Mapping[str, str]
) -> list[int | None]:
    return [texts.index(answer[row]) if row in answer else None for row in rows]
