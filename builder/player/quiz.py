"""The quiz of a notebook: `Quiz("labour-migration.yml")` and `quiz.item("lm-7f3a2c")`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from builder.model import Item
from builder.player.grade import counts
from builder.player.payload import script_json
from builder.player.plain import plain_item
from builder.player.render import render_item, render_score
from builder.store import load_bank


class Shown:
    """Something that a notebook shows: as HTML, or as plain text where HTML is not shown."""

    def __init__(self, html: str, plain: str) -> None:
        """Take both forms."""
        self.html = html
        self.plain = plain

    def bundle(self) -> dict[str, str]:
        """Return the forms by their MIME type."""
        return {"text/html": self.html, "text/plain": self.plain}

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return self.bundle()

    def __repr__(self) -> str:
        """Return the plain text."""
        return self.plain


class Quiz:
    """The published items of one bank, numbered in the order in which they are first shown."""

    def __init__(self, bank: str | Path, pass_mark: int | None = None) -> None:
        """Load the item bank, a file beside the notebook; in a notebook, show the player.

        Args:
            bank: path of the item bank.
            pass_mark: per cent of the points that are needed, shown with the score.

        Raises:
            Refused: the bank cannot be read; says where and why.
        """
        found = load_bank(Path(bank))
        self.name = found.module
        self.pass_mark = pass_mark
        self._items: dict[str, Item] = {item.id: item for item in found.published()}
        self._numbers: dict[str, int] = {}
        _show(player())

    def item(self, item_id: str) -> Shown:
        """Return the item of that id.

        Raises:
            LookupError: the bank has no such item, or it is not published.
        """
        if item_id not in self._items:
            raise LookupError(
                f"no published item {item_id!r} in the bank of {self.name}; "
                "run `coursewright build` to bring the notebook up to date"
            )
        number = self._numbers.setdefault(item_id, len(self._numbers) + 1)
        return shown_item(self._items[item_id], number, self.name)

    def score(self) -> Shown:
        """Return the score panel; it fills as items are answered."""
        return shown_score(self.name, list(self._items.values()), self.pass_mark)


def shown_item(item: Item, number: int, quiz: str, answers: str = "") -> Shown:
    """Return an item as a notebook shows it."""
    html = render_item(item, number=number, quiz=quiz, answers=answers)
    return Shown(html, plain_item(item, number))


def shown_score(quiz: str, items: list[Item], pass_mark: int | None) -> Shown:
    """Return the score panel as a notebook shows it."""
    counted = sum(map(counts, items))
    plain = f"Score: ____ of {counted}"
    if pass_mark is not None:
        plain += f" (pass mark {pass_mark} %)"
    return Shown(render_score(quiz, items, pass_mark), plain)


def player() -> Shown:
    """Return script and style as one piece of HTML for JupyterLab.

    The style goes to the head of the page: JupyterLab takes outputs that are out of sight out of
    the page, and their style with them.
    """
    folder = files("builder.player")
    style = script_json((folder / "player.css").read_text(encoding="utf-8"))
    script = (folder / "player.js").read_text(encoding="utf-8")
    loader = (
        "(() => {"
        'const id = "coursewright-style";'
        "const old = document.getElementById(id);"
        'const style = old || document.createElement("style");'
        f"style.id = id; style.textContent = {style};"
        "if (!old) document.head.append(style);"
        "})();"
    )
    return Shown(f"<script>{loader}\n{script}</script>", "The quiz is ready. Answer below.")


def _show(shown: Shown) -> None:
    """Display something where there is a notebook to display it in."""
    try:
        from IPython import get_ipython
        from IPython.display import display
    except ImportError:
        return
    if get_ipython() is not None:
        display(shown)  # type: ignore[no-untyped-call]
