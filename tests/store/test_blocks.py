"""Looking at lines and reading YAML say the same about every block, however it is laid out."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.store.block import Block, from_mapping
from builder.store.blocks import blocks_of, join, split
from builder.store.emit import emit
from builder.store.pieces import read_pieces

ODD = """\
# head
module: m

items:
  - id: "a"   # beside
    type: 'text'
    stem: >-
      folded # text
      of two lines
    accepted: [a, "b: c"]
    comment: ~

  # about b
  # and more
  - {id: b, type: text, stem: "it's",
     status: draft, accepted: [x]}
  - id: c
    stem: plain
      that goes on
    # within
    type: text
    rationale: "quoted
  - id: no block
      still quoted"

  -
    id: d
    stem: |
      literal
        # no comment

      end
    status:   accepted   # why: because
  - stem: first: no
    id: e
  # after e
other: value
# end
"""


def _blocks(text: str) -> list[Block]:
    return [block for _, block in blocks_of(split(text))]


def _scalars(block: Block) -> dict[str, Any]:
    return {key: value for key, value in block.data.items() if isinstance(value, str)}


def test_joined_it_is_the_same_text() -> None:
    assert join(split(ODD)) == ODD


@pytest.mark.parametrize("name", ["a", "b", "d"])
def test_unusual_layouts(name: str) -> None:
    block = next(b for b in _blocks(ODD.replace("\n    rationale: \"quoted\n  - id: no block\n"
                 "      still quoted\"", "")) if b.id == name)  # fmt: skip
    assert block.fields == _scalars(block)
    changed = block.with_keys(status="rejected", comment="a: b # c")
    assert _scalars(changed) == _scalars(block) | {"status": "rejected", "comment": "a: b # c"}
    assert from_mapping("items", block.mapping(), 2).data == block.data


def test_comments_go_with_their_block() -> None:
    text = next(piece.text for _, piece in blocks_of(split(ODD)) if "{id: b" in piece.text)
    assert text.startswith("  # about b\n  # and more\n")


def test_what_cannot_be_cut_is_read_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "quizzes" / "m.yml"
    path.parent.mkdir()
    source = "source: {extract: e, quote: q}"
    path.write_text(
        f"items: [{{id: a, type: open, stem: s, model_answer: m, {source}}}]\nmodule: m\n"
    )
    assert [block.id for _, block in blocks_of(read_pieces(path))] == ["a"]
    path.write_text(
        f"module: m\nitems:\n  - id: a\n    type: open\n    {source}\n    model_answer: m\n"
        f'    stem: "two\n  - id: no block\n      lines"\n'
    )
    assert [block.id for _, block in blocks_of(read_pieces(path))] == ["a"]


TEXT = st.lists(
    st.sampled_from(
        ["States", ":", "a: b", "#", " # c", '"', "'", "\n", "  ", "- x", "key:", "null", "~", "é",
         "12", "[p.", "{", "|", ">-", "%", "&a", "*b", "word " * 30, "\\"]
    ),
    min_size=1, max_size=6,
).map(" ".join).map(str.strip).filter(bool)  # fmt: skip
ELEMENT = st.fixed_dictionaries(
    {"id": st.from_regex(r"[a-z]{1,3}-[0-9]{1,3}", fullmatch=True), "stem": TEXT},
    optional={
        "comment": TEXT,
        "rationale": TEXT,
        "status": st.sampled_from(["draft", "accepted"]),
        "options": st.lists(st.fixed_dictionaries({"text": TEXT}), min_size=1, max_size=3),
        "categories": st.dictionaries(TEXT, st.lists(TEXT, max_size=2), min_size=1, max_size=2),
    },
)


@settings(max_examples=300)
@given(st.lists(ELEMENT, min_size=1, max_size=4, unique_by=lambda e: e["id"]), TEXT)
def test_blocks_say_what_yaml_says(elements: list[dict[str, Any]], words: str) -> None:
    text = emit({"module": "m", "items": elements})
    pieces = split(text)
    assert join(pieces) == text
    blocks = [block for _, block in blocks_of(pieces)]
    assert [block.data for block in blocks] == elements
    for block, element in zip(blocks, elements, strict=True):
        assert block.fields == _scalars(block)
        changed = block.with_keys(comment=words, status=None, stale=True)
        expected = {k: v for k, v in element.items() if k != "status"}
        assert changed.data == expected | {"comment": words, "stale": "true"}
        assert from_mapping("items", block.mapping(), block.indent).data == block.data
