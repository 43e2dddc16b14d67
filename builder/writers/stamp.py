"""What a site was made from, so that nothing is done when nothing has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from builder import __version__
from builder.model import Finding, Place, Severity
from builder.sphinx_ext import assets_digest
from builder.writers.files import put

_PACKAGES = ("jupyter-book", "sphinx", "myst-nb", "sphinx-book-theme", "pydata-sphinx-theme")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The state of a site that was built to its end."""

    tools: str
    """Digest of what builds: versions and our own assets."""
    files: dict[str, str]
    """File relative to the root, to the digest of its content."""
    targets: tuple[str, ...]
    """Pages that the site has to have."""
    findings: tuple[Finding, ...]

    def holds(self, root: Path, site: Path) -> bool:
        """Say whether a site built from `root` now would be the same."""
        return (
            self.tools == tools_digest()
            and all((site / name).is_file() for name in self.targets)
            and all(_digest(root / name) == digest for name, digest in self.files.items())
            and set(self.files) >= set(_own_static(root))
        )


def stamp_of(
    root: Path, files: Iterable[str], targets: Iterable[str], findings: tuple[Finding, ...]
) -> Stamp:
    """Return the stamp of a site that has just been built from `files`."""
    digests = {name: _digest(root / name) for name in sorted(files)}
    return Stamp(tools_digest(), digests, tuple(sorted(targets)), findings)


def read_stamp(path: Path) -> Stamp | None:
    """Return the stamp at `path`, or None if there is none that can be read."""
    try:
        data = json.loads(path.read_text("utf-8"))
        findings = tuple(_finding(entry) for entry in data["findings"])
        return Stamp(data["tools"], dict(data["files"]), tuple(data["targets"]), findings)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Write the stamp to `path`."""
    data = {
        "tools": stamp.tools,
        "files": stamp.files,
        "targets": stamp.targets,
        "findings": [
            [f.code, f.severity, f.where.file, f.where.line, f.message, f.advice]
            for f in stamp.findings
        ],
    }
    put(path, json.dumps(data, indent=1) + "\n")


def tools_digest() -> str:
    """Return a digest of all that builds the site: versions of packages, and our assets."""
    versions = [f"{name} {_version(name)}" for name in _PACKAGES]
    text = "\n".join([f"coursewright {__version__}", *versions, assets_digest()])
    return hashlib.sha256(text.encode()).hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _own_static(root: Path) -> list[str]:
    folder = root / "_static"
    return [p.relative_to(root).as_posix() for p in folder.rglob("*") if p.is_file()]


def _digest(path: Path) -> str:
    """Return the digest of a file's content, "" if there is no such file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _finding(entry: list[Any]) -> Finding:
    code, severity, file, line, message, advice = entry
    return Finding(code, Severity(severity), Place(file, int(line)), message, advice)
