"""How long drafting takes, beside the bare tagger and beside Jupyter Book. Ratios, not tests.

Run: ``python benchmarks/drafting.py`` in the course's root.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from textblob.en import tag as bare_tag

from builder.analysis import analyse
from builder.drafting import draft
from builder.pipeline import Layout, draft_course, read_extracts
from builder.store import load_course
from builder.writers import write_all
from builder.writers.book import build_book


def seconds(work: Callable[[], object], repeat: int = 3) -> float:
    """The best of several runs."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main(root: Path) -> None:
    """Print the ratios for the course in `root`; the course itself is not touched."""
    layout = Layout(root)
    extracts = [text for _, text in read_extracts(layout, load_course(layout.course))]
    words = sum(text.words() for text in extracts)
    sentences = [sentence.text for text in extracts for sentence in text.sentences()]
    tagging = seconds(lambda: [bare_tag(sentence) for sentence in sentences])
    drafting = seconds(lambda: [draft(analyse(text), text.slug) for text in extracts], repeat=1)
    print(f"words                  {words:10,}")
    print(f"bare tagger            {words / tagging:10,.0f} words/s")
    print(f"analysis and drafting  {words / drafting:10,.0f} words/s (first run, caches empty)")
    print(f"drafting : tagger      {drafting / tagging:10.1f}")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "course"
        ours = ("_build", "builder", "tests", "*.egg-info", "evaluation")
        skip = shutil.ignore_patterns(".*", *ours)
        shutil.copytree(root, copy, ignore=skip)
        ours = seconds(
            lambda: write_all(draft_course(copy, progress=lambda _: None), copy), repeat=1
        )
        book = seconds(lambda: build_book(copy), repeat=1)
        again = seconds(lambda: build_book(copy), repeat=1)
    print(f"everything of ours     {ours:10.2f} s")
    print(f"Jupyter Book, clean    {book:10.2f} s")
    print(f"Jupyter Book, again    {again:10.2f} s")
    print(f"ours : Jupyter Book    {ours / book:10.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
