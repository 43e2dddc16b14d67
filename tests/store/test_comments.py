"""Comments that people wrote survive a new draft."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from yaml.nodes import MappingNode, Node, SequenceNode

from builder.model import Bloom, ItemBank, ReviewStatus
from builder.store import load_bank, save_bank
from builder.store.comments import read_comments
from builder.store.nodes import compose

BANK = """\
# about the bank
module: m   # the module
items:

  # about one
  - type: text
    stem: "a # in quotes"  # about the stem
    id: one
    status: draft  # to be looked at
    # about the source
    source: {extract: e,   # where from
             quote: q}
    accepted: [a]
    rationale: >-
      folded # no comment
      # no comment either
  # about two
  - {id: two, type: text, stem: it's a#b, accepted: [b], source: {extract: e, quote: q}}
# at the end
"""


SAVED = """\
# about the bank
module: m  # the module

items:
  # about one
  # to be looked at
  - id: one
    type: text
    bloom: apply
    stem: "a # in quotes"  # about the stem
    accepted:
      - a
    rationale: "folded # no comment # no comment either"
    # about the source
    source:
      extract: e  # where from
      quote: q

  # about two
  - id: two
    type: text
    bloom: apply
    stem: it's a#b
    accepted:
      - b
    source:
      extract: e
      quote: q

# at the end
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "quizzes" / "m.yml"
    path.parent.mkdir()
    path.write_text(BANK)
    return path


def test_comments_stay_where_they_belong(path: Path) -> None:
    items = tuple(i.model_copy(update={"bloom": Bloom.APPLY}) for i in load_bank(path).items)
    save_bank(path, ItemBank(module="m", items=items))
    assert path.read_text().split("\n", 1)[1] == SAVED


def test_what_says_the_same_keeps_its_layout(path: Path) -> None:
    one, two = load_bank(path).items
    save_bank(path, ItemBank(module="m", items=(one, two.model_copy(update={"stem": "New?"}))))
    before = BANK[BANK.index("  # about one") : BANK.index("  # about two")]
    assert before in path.read_text()
    assert "stem: New?\n" in path.read_text()


def test_a_decision_changes_its_own_line_only(path: Path) -> None:
    one, two = load_bank(path).items
    accepted = one.model_copy(update={"status": ReviewStatus.ACCEPTED, "comment": "a: b # c"})
    save_bank(path, ItemBank(module="m", items=(accepted, two)))
    assert load_bank(path).items == (accepted, two)
    plain = BANK.replace(
        "source: {extract: e,   # where from\n             quote: q}",
        "source:\n      extract: e\n      quote: q",
    ).replace("[a]", "\n      - a")
    path.write_text(plain)
    save_bank(path, ItemBank(module="m", items=(accepted, two)))
    expected = plain.replace("status: draft  #", "status: accepted  #").replace(
        "# no comment either\n", '# no comment either\n    comment: "a: b # c"\n'
    )
    lines = [line for line in path.read_text().splitlines()[3:] if line]
    assert lines == [line for line in expected.splitlines()[2:] if line]


def test_saving_again_changes_nothing(path: Path) -> None:
    save_bank(path, load_bank(path))
    assert not save_bank(path, load_bank(path))


def test_comments_move_with_their_item_and_outlive_it(path: Path) -> None:
    bank = load_bank(path)
    save_bank(path, ItemBank(module="m", items=bank.items[::-1]))
    text = path.read_text()
    assert text.index("# about two") < text.index("id: two") < text.index("# about one")
    assert text.index("# about one") < text.index("id: one") < text.index("# at the end")
    save_bank(path, ItemBank(module="m", items=bank.items[1:]))
    text = path.read_text()
    for comment in ("# about one", "# about the source", "# where from", "# at the end"):
        assert text.count(comment) == 1
    assert load_bank(path).items == bank.items[1:]


@pytest.mark.parametrize(
    "text", ["", "a: 1\n", "a: b#c\n", "# yaml-language-server: x\na: 1", "[#"]
)
def test_no_comments(text: str) -> None:
    assert read_comments(text) is None


def key_lines(node: Node | None) -> Iterator[int]:
    """Yield the lines on which keys and list elements begin, from 0."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield key.start_mark.line
            yield from key_lines(value)
    elif isinstance(node, SequenceNode):
        for value in node.value:
            yield value.start_mark.line
            yield from key_lines(value)


def test_no_comment_is_lost_wherever_it_stands(path: Path) -> None:
    good = Path(__file__).parent / "good" / "quizzes" / "labour-migration.yml"
    lines = good.read_text("utf-8").splitlines()
    bank = load_bank(good)
    root, _ = compose("\n".join(lines), "good")
    places = sorted(set(key_lines(root)))
    for number in reversed(places):
        if " #" not in lines[number] and not lines[number].endswith(('"', "'")):
            lines[number] += f" # beside {number}."
        lines.insert(number, f"   # before {number}.")
    path.write_text("\n".join(lines), "utf-8")
    assert load_bank(path) == bank
    save_bank(path, bank)
    saved = path.read_text("utf-8")
    lost = [n for n in places if saved.count(f"# before {n}.") != 1]
    lost += [
        n
        for n in places
        if "\n".join(lines).count(f"# beside {n}.") != saved.count(f"# beside {n}.")
    ]
    assert lost == []
    assert load_bank(path) == bank
    assert not save_bank(path, bank)
