"""Sentences end where they end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.readers.sentences import split_sentences

CASES = [
    ["Ms. Julia Nielson of the World Bank spoke.", "Mr Roe left."],
    ["The U.S. Government agreed.", "It cited Convention No. 97 of the ILO."],
    ["The U.S. Congress met.", "He lives in the U.S.", "The next day he left."],
    ["Some measures, e.g. The Hague process, i.e. Dialogue, took time.", "Others did not."],
    ["It rose by 3.5 per cent.", "See p. 37 for details."],
    ["H.E. Mr. Ban Ki-moon spoke.", "Dr. A. B. Smith said no.", "Then he left."],
    ["See Art. 5 of vol. 2 and para. 7.", "It is on pp. 3–4."],
    ["“We need it.”", "He said so.", "What is it?", "Nobody knows!"],
    ["He asked “Why?” and left.", "(It was so.)", "The Global Forum (GFMD).", "Next."],
    ["The figure was 1.5.", "In St. Petersburg it was 2.", "He came at 5 p.m."],
    ["Ms. Newland (Washington, D.C.) argued that diasporas matter.", "Prof. Roe agreed."],
    ["Three forces drive migration: globalisation, demography and conflict."],
    ["A sentence without an end"],
]


@pytest.mark.parametrize("sentences", CASES, ids=lambda sentences: sentences[0][:30])
def test_sentences(sentences: list[str]) -> None:
    assert [text for _, text in split_sentences(" ".join(sentences))] == sentences


@given(st.text(alphabet="aB .!?“”()[]1\u00e9\U0001f600-:", max_size=200))
def test_nothing_is_lost_and_offsets_hold(text: str) -> None:
    text = " ".join(text.split())
    sentences = split_sentences(text)
    assert all(text.startswith(sentence, start) for start, sentence in sentences)
    assert "".join(s for _, s in sentences).replace(" ", "") == text.replace(" ", "")


def test_unknown_language_is_read_all_the_same() -> None:
    assert [t for _, t in split_sentences("One is. Two is.", "xx")] == ["One is.", "Two is."]
