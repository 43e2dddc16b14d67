"""Settings of all tests: under CI, hypothesis tries the same examples every time."""

import os

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("steady")
