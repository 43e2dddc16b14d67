"""Importing libraries without what takes long and nobody needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_GRAMMAR = "rfc3987_syntax"


@contextmanager
def without_slow_grammar() -> Iterator[None]:
    """Import `jsonschema` without `rfc3987_syntax`, which takes two seconds to compile a grammar.

    The notebook format and Jupyter Book import `jsonschema`, which imports the grammar if it can,
    to check addresses in other alphabets; nobody asks it to.
    """
    if _GRAMMAR in sys.modules:
        yield
        return
    sys.modules[_GRAMMAR] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[_GRAMMAR]
