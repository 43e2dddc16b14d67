"""The site: Jupyter Book builds `_build/html/` from the pages that `_toc.yml` lists.

Jupyter Book 1.x is a configuration of Sphinx. It is taken from there, and Sphinx is run in this
process, so that its warnings come back as findings and not as chatter. What has not changed is
not built again: Sphinx remembers the pages it has read, and when nothing at all has changed, it
is not even started.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from builder.errors import Refused, problem
from builder.model import Finding
from builder.writers.sphinx_run import CONFIG, TOC, Run, run_sphinx
from builder.writers.stamp import Stamp, read_stamp, stamp_of, write_stamp


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What came of a build."""

    site: Path
    """Folder of the site."""
    findings: tuple[Finding, ...] = ()
    """What Jupyter Book has to say about the pages, those not built again included."""
    pages: tuple[str, ...] = ()
    """Names of the pages that were written anew ("modules/labour-migration"), sorted."""


def build_book(root: Path, verbose: bool = False) -> BuildResult:
    """Build the site of the course at `root` into `_build/html/`.

    Args:
        root: folder with `_config.yml` and `_toc.yml`; neither is changed.
        verbose: show what Jupyter Book reports on the way, on standard error.

    Raises:
        Refused: there is no configuration or no table of contents, or they cannot be used.
    """
    root = root.resolve()
    _require(root)
    site = root / "_build" / "html"
    memory = root / "_build" / "site.json"
    before = read_stamp(memory)
    if before is not None and before.holds(root, site):
        return BuildResult(site, before.findings)
    # The stamp is away while a site is being made. If there is none, the last build was cut
    # short, and the site may hold pages of two builds.
    memory.unlink(missing_ok=True)
    if before is None and site.exists():
        shutil.rmtree(site)
    run = run_sphinx(root, site, before is None, verbose)
    _remove_former_pages(site, before, run)
    findings = _merged(before, run)
    write_stamp(memory, stamp_of(root, run.files, run.targets, findings))
    return BuildResult(site, findings, tuple(sorted(run.written)))


def _require(root: Path) -> None:
    advice = "Run `coursewright build`, which writes it."
    missing = [
        problem("book-missing", name, 0, "Jupyter Book needs this file, and it is missing.", advice)
        for name in (CONFIG, TOC)
        if not (root / name).is_file()
    ]
    if missing:
        raise Refused(missing)


def _remove_former_pages(site: Path, before: Stamp | None, run: Run) -> None:
    """Remove pages that the course no longer has."""
    for name in before.targets if before else ():
        if name not in run.targets:
            (site / name).unlink(missing_ok=True)


def _merged(before: Stamp | None, run: Run) -> tuple[Finding, ...]:
    """Return the findings of this run, and those of earlier runs about pages left alone."""
    left_alone = {file for file, page in run.sources.items() if page not in run.read | run.written}
    kept = [f for f in (before.findings if before else ()) if f.where.file in left_alone]
    found = {*kept, *run.findings}
    return tuple(sorted(found, key=lambda finding: (finding.where, finding.code, finding.message)))
