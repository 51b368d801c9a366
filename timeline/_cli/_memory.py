"""How often the interpreter looks for unused objects while a command runs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW = 20_000
"""New objects after which it looks. What parsing and rules make goes when it is no longer referred to; at the
usual 700 a twentieth of the time goes into looking, and memory grows no less."""


@contextmanager
def collected_rarely() -> Iterator[None]:
    """Let the interpreter look for unused objects more rarely than it does, until the block is left."""
    before = gc.get_threshold()
    gc.set_threshold(max(_NEW, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
