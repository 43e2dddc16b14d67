"""Every extract says what its sources say; and the checker notices when one does not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from check_sources import check_extract, main
from source_numbers import numbers
from source_pages import Scope, Sources, load_sources, sources_dir, split_pages

EXTRACTS = sorted((Path(__file__).parents[2] / "course" / "extracts").glob("*.md"))

REPORT = """Transcription

1 1

2 REPORT KEY EY PORT ISSUES SERI ERIES ES: HARBOUR WORK ORK3 5 March 2006, Ruritania Mr. Tor Lind, \
Head of the Harbour Workers Union (HWU), said that about 1.5 million people, or 20 to 30 percent \
of dock workers in Ruritania, earn the country s lowest wage and take highrisk jobs at night. 2

3 Ms. Ana Roe of the Port Institute recalled that the Ruritanian parliament adopted the Docks \
Act in 1994. Cranes are the backbone of every honest harbour and nobody should ever forget that, \
she said. Seven years later Borduria followed. 3

More information

4 Syldavia is a teaser of another document. 4
"""
ADDRESS = "- 2030 Agenda\nThe Syldavian minister welcomed 40 delegates from Borduria."
SOURCES = Sources({"002_report.txt": REPORT, "001_address.txt": ADDRESS})
PADDING = "Ships come and go while people wait on the shore for work. " * 28
GOOD = """\
Mr Tor Lind of the Harbour Workers Union spoke on 5 March 2006. In Ruritania, 1.5 million people
do such work. Lind put the share of badly paid dockers at 20 to 30 per cent. [p. 2]"""


def examine(tmp_path: Path, passage: str, front: str = "", pages: str = "2-3") -> list[str]:
    """The messages on an extract that has this passage and is sound otherwise."""
    text = (f"---\ntitle: Harbour work\nheld: 2006-03-05\npages: {pages}\n{front}---\n"
            f"## One\n\n{PADDING}[p. 2]\n\n## Two\n\n{PADDING}[p. 3]\n\n## Three\n\n"
            f"{PADDING}[p. 2]\n\n{passage}\n")
    path = tmp_path / "extract.md"
    path.write_text(text, encoding="utf-8")
    return [problem.message for problem in check_extract(path, SOURCES)]


@pytest.fixture(scope="session")
def real_sources() -> Sources:
    sources = load_sources()
    if sources is None:
        pytest.skip(f"no source documents in {sources_dir()}; set COURSEWRIGHT_SOURCES")
    return sources


@pytest.mark.parametrize("path", EXTRACTS, ids=lambda path: path.stem)
def test_extract_is_faithful_to_its_sources(path: Path, real_sources: Sources) -> None:
    found = check_extract(path, real_sources)
    assert not [f"{p.path.name}:{p.line}: {p.message}" for p in found]


@pytest.mark.parametrize("passage", [
    GOOD,
    "The series of 2006 dealt with high-risk jobs, such as the country's night work. [p. 2]",
    "Between 20 per cent and 30 per cent earn little. About 1,500,000 people do. [p. 2]",
    "Parliament adopted the Docks Act of Ruritania in 1994. [p. 3]",
    "Three groups wait: dockers, sailors and clerks. [p. 2]",
    "Ana Roe called cranes “the backbone of every honest harbour”. [p. 3]",
    "After 7 years, Borduria did the same. [p. 3]",
    "Two workers matter:\n\n- Tor Lind\n- HWU [p. 2]",
    "Mr Lind spoke for dockers. [p. 2] Ms Roe spoke of Borduria. [p. 3]",
    "Mr Lind and Ms Roe disagreed on the Docks Act. [pp. 2–3]",
    "The dockers inherit the next anchor, as Ms Roe said.\n\nThe law is of 1994. [p. 3]",
    "In Ruritania, the Harbour Workers Union (HWU) is heard. [p. 2]\n\nThe HWU waits. [p. 2]",
])
def test_faithful_passage_has_no_problem(tmp_path: Path, passage: str) -> None:
    assert examine(tmp_path, passage) == []


@pytest.mark.parametrize(("passage", "message"), [
    ("About 1.5 billion people work there. [p. 2]", "number “1.5 billion”"),
    ("About 35 per cent of dockers earn little. [p. 2]", "number “35 per cent”"),
    ("In 1995, parliament adopted the act. [p. 3]", "number “1995”"),
    ("About forty-two dockers earn little. [p. 2]", "number “forty-two”"),
    ("After eight years, Borduria did the same. [p. 3]", "number “eight”"),
    ("The meeting was on 6 March 2006. [p. 2]", "date “6 March”"),
    ("Ms Eva Dahl spoke. [p. 2]", "name “Eva Dahl”"),
    ("Mr Ana Roe spoke. [p. 3]", "“Mr Ana Roe” is “ms”"),
    ("Mr Tor Roe spoke. [pp. 2–3]", "“Tor” and “Roe” are apart"),
    ("Dockers follow the Sailors Union. [p. 2]", "name “Sailors”"),
    ("The law of Syldavia is strict. [p. 2]", "name “Syldavia”"),
    ("Dockers trust the IOM. [p. 2]", "name “IOM”"),
    ("Ruritania has a Docks Act. [p. 2]", "name “Act”"),
    ("Borduria came later. [p. 2] Ms Roe spoke. [p. 3]", "name “Borduria” is not on [p. 2]"),
    ("Cranes are the backbone of every honest harbour and nobody waits. [p. 3]",
     "10 words in a row of a source"),
    ("The union said “dockers are the backbone of every harbour”. [p. 3]", "quotation “dockers"),
    ("“" + "night " * 26 + "” it was. [p. 2]", "quotation of 26 words"),
    ("Nobody cites a page here.", "passage without an anchor"),
    ("Ships wait. [p. 2] And nobody cites a page here.", "passage without an anchor"),
    ("Ships wait. [p. 1]", "page 1 is not among the declared pages"),
    ("Ships wait. [address]", "[address] is neither a page nor a declared source"),
])
def test_planted_defect_is_caught(tmp_path: Path, passage: str, message: str) -> None:
    found = examine(tmp_path, passage)
    assert any(message in problem for problem in found), found


def test_right_fact_on_the_wrong_page_is_caught(tmp_path: Path) -> None:
    assert examine(tmp_path, GOOD) == []
    assert any("1.5 million" in m for m in examine(tmp_path, GOOD.replace("[p. 2]", "[p. 3]")))


def test_label_cites_the_whole_document(tmp_path: Path) -> None:
    front = "sources:\n  address: An address\n"
    assert examine(tmp_path, "The minister met 40 delegates of Borduria. [address]", front) == []
    found = examine(tmp_path, "The minister met 41 delegates of Borduria. [address]", front)
    assert found == ["number “41” is not on [address]"]


def test_heading_and_front_matter_are_checked(tmp_path: Path) -> None:
    assert any("name “Syldavia”" in m for m in examine(tmp_path, "## Law in Syldavia\n\nX. [p. 2]"))
    path = tmp_path / "extract.md"
    examine(tmp_path, GOOD)
    path.write_text(path.read_text(encoding="utf-8").replace("03-05", "04-05"), encoding="utf-8")
    assert [p.line for p in check_extract(path, SOURCES)] == [3]


def test_size_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "short.md"
    path.write_text("---\ntitle: Harbour\npages: 2\n---\n## One\n\nShips. [p. 2]\n",
                    encoding="utf-8")
    assert [p.message for p in check_extract(path, SOURCES)] == [
        "1 sections, at least 3 needed", "body of 1 words, not 900 to 1800"]


def test_pages_end_with_the_report() -> None:
    pages = split_pages("\n\n".join(f"{n} text of {n} {n}" for n in range(1, 153)))
    assert list(pages) == list(range(1, 150))
    assert pages[7].split() == ["text", "of", "7"]


@pytest.mark.parametrize("word", ["series", "harbour", "work", "countries", "high-risk"])
def test_noise_hides_no_word(word: str) -> None:
    noisy = "SERI ERIES ES: HARB ARBOUR WORK ORK3 the country s highrisk"
    assert Scope("p. 2", noisy).has_word(word)


@pytest.mark.parametrize(("text", "reading"), [
    ("1.4 billion", (1.4e9, "")), ("three hundred thousand", (3e5, "")), ("5,000 USD", (5e3, "")),
    ("seventy-five per cent", (75, "%")), ("20–30%", (20, "%")), ("$5 bio", (5e9, "")),
    ("between 100 and 150 million", (1e8, "")), ("the 1990s", (1990, "")), ("19,81", (19.81, "")),
])
def test_numbers_are_compared_by_value(text: str, reading: tuple[float, str]) -> None:
    assert reading in numbers(text)[0].readings


def test_command_line_needs_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                    capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COURSEWRIGHT_SOURCES", str(tmp_path))
    assert main([]) == 2
    (tmp_path / "002_report.txt").write_text(REPORT, encoding="utf-8")
    examine(tmp_path, "About 1.5 billion people work there. [p. 2]")
    assert main([str(tmp_path / "extract.md")]) == 1
    assert "extract.md:18: number “1.5 billion” is not on [p. 2]" in capsys.readouterr().out
