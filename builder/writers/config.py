"""Writer of `_config.yml`: made once for a course that has none, and people's from then on."""

from __future__ import annotations

from pathlib import Path

import yaml

from builder.model import ReviewedCourse
from builder.writers.files import put

PATH = Path("_config.yml")

_CONFIG = """\
# Jupyter Book reads this file. Coursewright wrote it once; it is yours to change.
title: {title}
author: {author}
copyright: ""

# The pages of the course are those that _toc.yml lists, and nothing else in this folder.
only_build_toc_files: true
exclude_patterns: [_build, ".*", venv, builder, tests, docs, evaluation, course/extracts]

# Quiz notebooks hold what they show; nothing is run while the site is built.
execute:
  execute_notebooks: "off"

parse:
  myst_enable_extensions: [colon_fence, deflist, tasklist]

latex:
  use_jupyterbook_latex: false

sphinx:
  config:
    language: {language}
    # This list leaves out the extensions of Jupyter Book that fetch scripts from the network.
    extensions: [myst_nb, jupyter_book, sphinx_external_toc, sphinx_book_theme, builder.sphinx_ext]
    myst_heading_anchors: 3
    smartquotes: false  # the words of the sources stand as they are
    html_copy_source: false
    html_show_sourcelink: false
    html_use_index: false
    html_context:
      default_mode: auto
    html_theme_options:
      search_bar_text: Search the course
      toc_title: On this page
      show_toc_level: 2
      use_download_button: false
      use_fullscreen_button: false
"""


def write(course: ReviewedCourse, out: Path) -> list[Path]:
    """Write the configuration below `out`, unless there is one."""
    path = out / PATH
    return [path if path.exists() else put(path, config(course))]


def config(course: ReviewedCourse) -> str:
    """Return the configuration that a new course begins with."""
    about = course.course
    return _CONFIG.format(
        title=_scalar(about.title),
        author=_scalar(about.institution),
        language=_scalar(about.language),
    )


def _scalar(text: str) -> str:
    """Return `text` as YAML on one line, in quotes."""
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**6).strip()
