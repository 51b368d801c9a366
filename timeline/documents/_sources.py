"""Paths, folders, globs and standard input to single inputs with their ids."""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from timeline._errors import InputError, TimelineWarning, printable

TEXTS = frozenset({".txt", ".text", ".md", ".markdown"})
LINES = frozenset({".jsonl", ".ndjson"})
TABLES = frozenset({".csv", ".parquet"})

Report = Callable[[InputError | TimelineWarning], None]


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `id` for its documents, `path` as given, `shown` for messages."""

    id: str
    path: str
    shown: str

    @property
    def suffix(self) -> str:
        """The suffix in lower case, with its dot."""
        return Path(self.path).suffix.lower()

    def open(self) -> BinaryIO:
        """Open for reading bytes; standard input for `-`."""
        return sys.stdin.buffer if self.path == "-" else Path(self.path).open("rb")


def find_sources(paths: tuple[str | os.PathLike[str], ...], report: Report) -> list[Source]:
    """List the inputs below `paths`, each once, in the order given, folders sorted.

    Problems (nothing there, a folder that cannot be listed, a format that is not read) go to `report`.
    """
    found: dict[str, Source] = {}
    for given in paths:
        for source in _expand(os.fspath(given), report):
            key = source.path if source.path == "-" else str(Path(source.path).absolute())
            found.setdefault(os.path.normpath(key), source)
    shared = Counter(source.id for source in found.values())
    return [s if shared[s.id] == 1 else replace(s, id=s.shown) for s in found.values()]


def plain_name(name: str) -> str:
    """Give a file name as text that can be encoded: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace").replace(os.sep, "/")


def _expand(given: str, report: Report) -> Iterator[Source]:
    if given == "-":
        yield Source("-", "-", "-")
        return
    try:
        is_folder, exists = Path(given).is_dir(), os.path.lexists(given)
    except (OSError, ValueError) as error:
        report(InputError(reason(error), file=given))
        return
    if is_folder:
        yield from _folder(given, report)
    elif exists:
        yield _single(given)
    else:
        yield from _matches(given, report)


def _single(path: str) -> Source:
    return Source(plain_name(Path(path).name), path, plain_name(path))


def _matches(pattern: str, report: Report) -> Iterator[Source]:
    if not glob.has_magic(pattern):
        report(InputError("no such file or folder", file=pattern))
        return
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    if not matches:
        report(InputError("no file matches", file=pattern))
    for path in matches:
        if not Path(path).is_dir():
            yield _single(path)


def _folder(folder: str, report: Report) -> Iterator[Source]:
    names: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=lambda e: report(_unlisted(e))):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        names += (os.path.join(parent, f) for f in files if not f.startswith("."))  # noqa: PTH118
    for path in sorted(names, key=lambda p: Path(p).parts):
        source = Source(plain_name(os.path.relpath(path, folder)), path, plain_name(path))
        if not Path(path).is_file():
            report(TimelineWarning(f"{printable(source.shown)}: skipped: not a regular file"))
        elif source.suffix in TEXTS | LINES | TABLES:
            yield source
        else:
            known = " ".join(sorted(TEXTS | LINES | TABLES))
            report(TimelineWarning(f"{printable(source.shown)}: skipped: not one of {known}"))


def _unlisted(error: OSError) -> InputError:
    return InputError(reason(error), file=str(error.filename))


def reason(error: OSError | ValueError) -> str:
    """Give what went wrong, without the path and the number of the error."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
