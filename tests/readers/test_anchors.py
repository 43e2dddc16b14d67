"""Page anchors are taken out, and what is no anchor stays."""

import pytest

from builder.readers.anchors import Anchor, AnchorReader, parse_pages

LABELS = {"dialogue": "A", "address-2008": "B"}

CASES = {
    "Text. [p. 37]": ("Text.", ["37"]),
    "Text [p. 37].": ("Text.", ["37"]),
    "Text [pp. 37-38], more": ("Text, more", ["37–38"]),
    "Text [pp. 37–38] more": ("Text more", ["37–38"]),
    "Text [p.37]more": ("Text more", ["37"]),
    "One [p. 1]\ntwo\n[p.\n2] three": ("One two three", ["1", "2"]),
    "[p. 1] Text": ("Text", ["1"]),
    "[pp. 28, 54]": ("", ["28, 54"]),
    "[pp. 28, 54–55]": ("", ["28, 54–55"]),
    "A [dialogue] b [address-2008, p. 3].": ("A b.", ["dialogue", "address-2008, p. 3"]),
    "[dialogue, pp. 3-4] [dialogue, para. 4]": ("", ["dialogue, pp. 3–4", "dialogue, para. 4"]),
    "[sic] [1] [] [a, b] [[p. 3]]": ("[sic] [1] [] [a, b] []", ["3"]),
}


@pytest.mark.parametrize("text", CASES)
def test_split(text: str) -> None:
    reader = AnchorReader("x.md", LABELS)
    clean, found = reader.split(text, 1)
    assert (clean, [anchor.page for _, anchor in found]) == CASES[text]
    assert reader.problems == []


def test_offsets_are_where_the_anchor_stood() -> None:
    clean, found = AnchorReader("x.md").split("One. [p. 1] Two. [p. 2]", 1)
    assert clean == "One. Two."
    assert found == [(4, Anchor("1")), (9, Anchor("2"))]


def test_problem_names_the_line_within_the_paragraph() -> None:
    reader = AnchorReader("x.md", {}, ((1, 5),), "1-5")
    reader.split("One\ntwo [p. 3]\nthree [p. 6]\n[p. 7]", 10)
    assert [str(finding.where) for finding in reader.problems] == ["x.md:12", "x.md:13"]


def test_pages() -> None:
    assert parse_pages("19-21, 37 , 40–41") == ((19, 21), (37, 37), (40, 41))


@pytest.mark.parametrize("text", ["", "a", "3-", "5-3", "1,,2", "1;2"])
def test_bad_pages(text: str) -> None:
    with pytest.raises(ValueError):
        parse_pages(text)
