"""Text that teaches nothing gives no item, and no text of any kind gives an exception."""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.analysis import analyse
from builder.drafting import draft
from builder.drafting.draft import Draft
from builder.errors import Refused
from builder.readers.markdown import extract_from_text

FRONT = "---\ntitle: Notes\n---\n## One\n\n"
WORDS = """
the a an this they it of for in to by and or because whereas while if unless than that which who is
are was were means should must may not no few according said argued recommended farmers banks Ghana
Ms Roe ILO (ILO) grain price prices loan loans risk risks rose fell from lead leads three two four
several such including example 1998 2005 12 3.5 1,250 40 million per cent % USD “ ” : ; , . ? – ( )
""".split()


def drafted(text: str) -> Draft:
    return draft(analyse(extract_from_text(FRONT + text + "\n", "notes", "notes.md")), "notes")


def draft_anything(text: str) -> None:
    """Draft from the text, unless the reader refuses it with a reason."""
    try:
        made = drafted(text)
    except Refused as refused:
        assert refused.findings
        return
    for item in made.bank.items:
        assert item.stem.strip()
        assert any(reference.quote in item.rationale for reference in item.sources())


@settings(max_examples=40)
@given(st.text(max_size=300))
@example("The plots hold crops: rye and oats.")
@example("\u0130stanbul \u0130 \ufb01ne \u00df. \u1e9e is \u0130.")
@example("“” () [] {} “a” means “”.")
def test_random_text(text: str) -> None:
    draft_anything(text)


@settings(max_examples=80)
@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=40))
def test_random_words_of_the_kind_that_rules_look_for(words: list[str]) -> None:
    text = " ".join(words)
    draft_anything(text[:1].upper() + text[1:] + ".")


@settings(max_examples=40)
@given(st.text(alphabet=string.ascii_letters + " .,", min_size=20, max_size=300))
def test_random_letters_give_no_item(text: str) -> None:
    draft_anything(text)


def test_a_raised_digit_before_a_colon() -> None:
    draft_anything("The output of CO ² rose: coal, oil and gas.")


GARBAGE = {
    "letters": "Xq zrt plomb vek. Frn jul mak oppt dre. Hup lin wex, tor ban gul mip.",
    "numbers": "1 234 5,678 9.10 11/12 13-14 15% 16: 17; 18 (19) 20.",
    "table": "| year | tonnes |\n|---|---|\n| 1998 | 1,200 |\n| 2005 | 3,400 |\n| 2010 | 990 |",
    "code": "```python\nif price > 3:\n    stop('no')\nfor x in range(10): print(x)\n```",
    "inline code": "x = y if z else None; return {k: v for k, v in d.items() if v is not None}",
    "poem": "O rose of rain and rust,\\\nwho sang the sparrow home?\\\nThe dust, the dust,\\\n"
    "and over it the foam.",
    "German": "Eine Anleihe ist ein Papier, das seinem Inhaber Zinsen bringt. Die Bauern verkaufen "
    "das Korn, weil sie Geld brauchen. Drei Dinge zählen: Wasser, Licht und Wärme.",
    "French": "Une obligation est un titre qui rapporte des intérêts. Les paysans vendent le grain "
    "parce que la récolte est bonne. Il faut trois choses : eau, lumière et chaleur.",
    "Spanish": "Los agricultores venden el grano porque necesitan dinero. Tres cosas cuentan: "
    "agua, luz y calor. El Gobierno debe licenciar a los agentes.",
    "Arabic": "يبيع المزارعون الحبوب لأنهم يحتاجون إلى المال.",
    "Chinese": "农民卖粮食,因为他们需要钱。三件事很重要:水、光和热。",
    "headings": "ANNEX 3\n\nTABLE OF CONTENTS\n\nPage 12 of 40\n\nwww.example.org",
    "names": "Ms Ana Roe, Mr Tor Lind, Dr Lin Wei, Prof. Mary Hall, Ghana, Kenya, Bolivia.",
    "talk": "Well, you know, it was fine. They did it. We liked that! Did you? So did I.",
    "lorem": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor. Ut "
    "enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip.",
}


@pytest.mark.parametrize("text", GARBAGE.values(), ids=list(GARBAGE))
def test_garbage_gives_no_item(text: str) -> None:
    made = drafted(text)
    assert [item.stem for item in made.bank.items] == []
    assert made.module.key_concepts == ()
    assert made.module.activities == ()


@pytest.mark.parametrize("text", ["word " * 3000, "(" * 2000, "“" * 500, "a (b " * 500])
def test_long_text_without_a_break(text: str) -> None:
    draft_anything(text)


def test_time_is_linear_in_the_length_of_a_list() -> None:
    def seconds(size: int) -> float:
        text = "grain, " * size + "and rye."
        extract = extract_from_text(f"{FRONT}{text}\n", "notes", "notes.md")
        start = time.perf_counter()
        analyse(extract)
        return time.perf_counter() - start

    seconds(20)
    assert seconds(800) < 16 * seconds(200)
