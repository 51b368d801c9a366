"""Property tests run the same examples each time and without a deadline: machines differ in speed."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
