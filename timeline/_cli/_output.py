"""Where results go: a file that is written whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from timeline._errors import InputError


def check_target(path: str | None) -> None:
    """Make sure, before any work, that `path` can be written; missing folders are made.

    Raises
    ------
    InputError
        Where it cannot.
    """
    if path is None or path == "-":
        return
    target = Path(path)
    try:
        if target.is_dir():
            raise InputError("a folder, not a file", file=path)
        target.parent.mkdir(parents=True, exist_ok=True)
        writable = os.access(target if _special(target) else target.parent, os.W_OK)
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be written ({reason})", file=path) from None
    if not writable:
        raise InputError("cannot be written", file=path)


@contextmanager
def replacing(path: str | Path) -> Iterator[Path]:
    """Give a path to write to, which takes the place of `path` when all went well.

    Examples
    --------
    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp(), "out.txt")
    >>> with replacing(target) as draft:
    ...     _ = draft.write_text("done")
    >>> target.read_text()
    'done'
    """
    target = Path(path)
    if _special(target):
        yield target
        return
    target = target.resolve()
    draft = target.with_name(f".{os.getpid()}.{target.name}"[-200:])
    try:
        yield draft
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def text_output(path: str | None) -> Iterator[IO[str]]:
    """Open `path` for UTF-8 text, whole or not at all; standard output where there is none."""
    if path is None or path == "-":
        yield sys.stdout
        sys.stdout.flush()
        return
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="") as out:
        yield out


@contextmanager
def binary_output(path: str | None) -> Iterator[IO[Any]]:
    """Open `path` for bytes as `text_output` does for text."""
    if path is None or path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with replacing(path) as draft, draft.open("wb") as out:
        yield out


def _special(path: Path) -> bool:
    """Tell whether something is there that cannot be replaced, such as a pipe or /dev/null."""
    return path.exists() and not path.is_file()
