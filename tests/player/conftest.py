"""Fixtures of the tests of the quiz player."""

import pytest

from browser import chromium, opened, profile, tab

__all__ = ["chromium", "opened", "profile", "tab"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes many seconds, such as a real JupyterLab")
