"""The Sphinx extension of the site: what `_config.yml` cannot say.

It gives the pages their style and the quiz player, keeps the site free of anything that is
fetched from elsewhere or never used, and has all pages written anew when what surrounds them,
the titles and order in the sidebar, changes. It is listed in `_config.yml`, so that
`coursewright build` and `jupyter-book build` make the same site.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from markupsafe import escape as markup_escape
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from builder import __version__

_HERE = Path(__file__).parent
PLAYER = (_HERE / "player" / "player.js", _HERE / "player" / "player.css")
STATIC = (_HERE / "theme", *PLAYER)
"""Files, and folders of files, that go to `_static`; they win over those of the theme."""

_BUILD_INFO = ".buildinfo"
_UNUSED = (
    "**/*.map",
    "**/*.po",
    "**/*.mo",
    "vendor",
    "locales",
    "images",
    "*-macros.html",
    "mystnb.*",
)
"""What the theme brings to `_static` and no page asks for: 6 MB of source maps and icon fonts."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    # Jupyter Book sets this for an extension that the course does without.
    app.add_config_value("comments_config", {}, "")
    app.add_css_file("coursewright.css", priority=900)
    app.add_css_file("player.css", priority=950)
    app.add_js_file("player.js", loading_method="defer")
    app.add_js_file("coursewright.js", priority=300)
    app.connect("config-inited", add_static_files)
    app.connect("builder-inited", fetch_build_info)
    app.connect("env-updated", pages_with_new_frame)
    # After the theme, which fills in the titles.
    app.connect("html-page-context", escape_titles, priority=900)
    app.connect("html-page-context", drop_notebook_style, priority=900)
    app.connect("build-finished", remove_unused_files)
    app.connect("build-finished", put_away_build_info)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def add_static_files(app: Sphinx, config: Config) -> None:
    """Have our files copied to `_static`; use our icon where the course has none."""
    config.html_favicon = config.html_favicon or str(_HERE / "theme" / "favicon.svg")
    config.html_static_path = [*config.html_static_path, *map(str, STATIC)]


def fetch_build_info(app: Sphinx) -> None:
    """Give Sphinx back the file by which it knows that the configuration has not changed."""
    kept = Path(app.doctreedir) / _BUILD_INFO
    if kept.is_file() and Path(app.outdir).is_dir():
        shutil.copyfile(kept, Path(app.outdir) / _BUILD_INFO)


def put_away_build_info(app: Sphinx, exception: Exception | None) -> None:
    """Keep that file outside the site: it differs from one machine to the next."""
    made = Path(app.outdir) / _BUILD_INFO
    if made.is_file():
        shutil.move(made, Path(app.doctreedir) / _BUILD_INFO)


def pages_with_new_frame(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return all pages if what each of them shows of the others has changed, else none.

    Sphinx writes again only what has changed itself, and so would leave the old titles in the
    sidebars of all other pages.
    """
    frame = _frame(env)
    before = getattr(env, "coursewright_frame", frame)
    env.coursewright_frame = frame  # type: ignore[attr-defined]
    return sorted(env.found_docs) if frame != before else []


def escape_titles(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Escape the titles that templates of the theme put into the page as they are."""
    for name in ("pagetitle", "root_title", "docstitle"):
        if isinstance(context.get(name), str):
            context[name] = markup_escape(context[name])


def drop_notebook_style(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Leave out the style sheet of the notebook reader: ours says how a quiz looks.

    It also is in place only after the pages of a first build, which would differ from a second.
    """
    sheets = context.get("css_files", [])
    context["css_files"] = [s for s in sheets if "mystnb." not in str(getattr(s, "filename", s))]


def _frame(env: BuildEnvironment) -> str:
    """Return a digest of titles, order and assets."""
    titles = {name: title.astext() for name, title in sorted(env.titles.items())}
    site_map = getattr(env, "external_site_map", None)
    order = site_map.as_json() if site_map is not None else None
    text = json.dumps([titles, order, assets_digest()], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def assets_digest() -> str:
    """Return a digest of our files in `_static`, and of this extension."""
    digest = hashlib.sha256()
    for entry in (*STATIC, Path(__file__)):
        for path in sorted(entry.rglob("*")) if entry.is_dir() else [entry]:
            if path.is_file():
                digest.update(path.relative_to(_HERE).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def remove_unused_files(app: Sphinx, exception: Exception | None) -> None:
    """Remove from `_static` what no page asks for."""
    if exception is None:
        static = Path(app.outdir) / "_static"
        for pattern in _UNUSED:
            for path in sorted(static.glob(pattern)):
                _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
