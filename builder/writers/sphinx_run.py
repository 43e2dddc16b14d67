"""One run of Sphinx over a book, as Jupyter Book configures it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder.errors import Refused, problem
from builder.model import Finding
from builder.writers.book_warnings import findings_from
from builder.writers.quick_imports import without_slow_grammar

CONFIG = "_config.yml"
TOC = "_toc.yml"
_APPENDED = ("templates_path", "html_static_path")
"""Settings that extensions append to. The default is one list for all runs of a process, which
would look like a new configuration in the second run."""
_ADVICE = "Correct what it names; with --verbose, all that Jupyter Book says is shown."


@dataclass(slots=True)
class Run:
    """What Sphinx did; files are named relative to the root, pages as Sphinx names them."""

    read: set[str] = field(default_factory=set)
    """Pages that were read."""
    written: set[str] = field(default_factory=set)
    """Pages that were written."""
    files: set[str] = field(default_factory=set)
    """Files that the site was made from, or would have been if they were there."""
    targets: set[str] = field(default_factory=set)
    """The site's pages as files, relative to the site."""
    sources: dict[str, str] = field(default_factory=dict)
    """File to the page that is made from it."""
    findings: tuple[Finding, ...] = ()
    reading: str = ""
    """File that is being read."""


def run_sphinx(root: Path, site: Path, everything: bool, verbose: bool) -> Run:
    """Run Sphinx on the book at `root`.

    Args:
        root: folder with `_config.yml` and `_toc.yml`.
        site: folder of the site; what Sphinx remembers is kept beside it.
        everything: write all pages again, changed or not.
        verbose: show what Sphinx reports, on standard error.

    Raises:
        Refused: Sphinx cannot work with the files.
    """
    run = Run()
    warnings = io.StringIO()
    try:
        _run(root, site, everything, sys.stderr if verbose else None, warnings, run)
    except Exception as error:
        # Whatever a library makes of people's files, they are told in one line.
        raise Refused([_failure(error, run)]) from error
    finally:
        if verbose:
            sys.stderr.write(warnings.getvalue())
    run.findings = findings_from(warnings.getvalue(), root)
    return run


def _run(
    root: Path, site: Path, everything: bool, shown: Any, warnings: io.StringIO, run: Run
) -> None:
    with without_slow_grammar():
        import myst_nb.sphinx_ext  # noqa: F401  imports the same grammar
        from jupyter_book.config import get_final_config
        from sphinx.application import Sphinx
        from sphinx.util.docutils import docutils_namespace, patch_docutils

    with patch_docutils(), docutils_namespace(), _path_kept():
        config, _ = get_final_config(
            user_yaml=root / CONFIG,
            cli_config={"external_toc_path": TOC, "latex_individualpages": False},
            sourcedir=root,
            raise_on_invalid=True,
        )
        for name in _APPENDED:
            config.setdefault(name, [])
        app = Sphinx(
            srcdir=root,
            confdir=None,
            outdir=site,
            doctreedir=site.parent / ".doctrees",
            buildername="html",
            confoverrides=config,
            status=shown,
            warning=warnings,
        )
        _watch(app, root, run)
        app.build(force_all=everything)
        _remember(app, root, run)


def _watch(app: Any, root: Path, run: Run) -> None:
    """Note which pages are read and written."""

    def note_read(app: Any, name: str, source: list[str]) -> None:
        run.read.add(name)
        run.reading = _relative(Path(app.env.doc2path(name)), root)

    def note_written(app: Any, name: str, template: str, context: Any, doctree: Any) -> None:
        run.reading = ""
        if doctree is not None:
            run.written.add(name)

    app.connect("source-read", note_read)
    app.connect("html-page-context", note_written)


def _remember(app: Any, root: Path, run: Run) -> None:
    """Note all files that the site was made from, and its pages."""
    env, config = app.env, app.config
    found = {name: _relative(Path(env.doc2path(name)), root) for name in sorted(env.found_docs)}
    run.sources = {path: name for name, path in found.items()}
    run.targets = {f"{name}.html" for name in found}
    listed = {f"{name}{suffix}" for name in config.external_site_map for suffix in _suffixes(name)}
    depended = {name for names in env.dependencies.values() for name in names}
    assets = {name for name in (config.html_logo, config.html_favicon) if name}
    paths = [root / name for name in (CONFIG, TOC, *listed, *depended, *env.images, *env.dlfiles)]
    paths += [root / name for name in assets]
    paths += [path for path in (root / "_static").rglob("*") if path.is_file()]
    run.files = {*found.values(), *(_relative(path, root) for path in paths)}


def _suffixes(name: str) -> tuple[str, ...]:
    return ("",) if name.endswith((".md", ".ipynb")) else (".md", ".ipynb")


def _relative(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _failure(error: Exception, run: Run) -> Finding:
    """Return what stopped Sphinx, at the file that it was about."""
    text = " ".join(str(error).split()) or type(error).__name__
    file = run.reading or (TOC if "[etoc]" in text else CONFIG)
    shown = text if len(text) <= 300 else f"{text[:299]}…"
    return problem("book-failed", file, 0, f"Jupyter Book stopped: {shown.rstrip('.')}.", _ADVICE)


@contextmanager
def _path_kept() -> Iterator[None]:
    """Keep `sys.path` as it is: Jupyter Book adds folders to it."""
    before = list(sys.path)
    try:
        yield
    finally:
        sys.path[:] = before
