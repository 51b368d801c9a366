"""JSON Lines: one document, or one event row, a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, BinaryIO

from timeline._errors import EncodingError, InputError
from timeline.documents._decode import decode, marked_encoding
from timeline.documents._sources import Report, Source

LIMIT = 10_000_000
"""Bytes of one document; above it a document is refused with one line."""

_PATIENCE = 20


@dataclass(slots=True)
class Record:
    """One JSON object of an input: its 1-based line and its members."""

    line: int
    members: dict[str, Any]


@dataclass(slots=True)
class _Reader:
    source: Source
    report: Report
    failed: list[InputError] = field(default_factory=list)
    good: bool = False

    def fail(self, message: str, line: int, value: object = None) -> None:
        error = InputError(message, file=self.source.shown, line=line, value=value)
        self.failed.append(error)
        self.report(error)

    @property
    def hopeless(self) -> bool:
        return not self.good and len(self.failed) >= _PATIENCE


def starts_records(first: bytes) -> bool:
    """Tell whether a first line is a JSON object."""
    try:
        text, _ = decode(first)
        return text.lstrip().startswith("{") and isinstance(json.loads(text, strict=False), dict)
    except (EncodingError, ValueError, RecursionError):
        return False


def read_records(source: Source, first: bytes, stream: BinaryIO, report: Report) -> Iterator[Record]:
    """Give the JSON objects of `stream`, whose first line, `first`, was read already.

    Lines are decoded one by one; a line that is no JSON object goes to `report`. An input of which the
    first lines are all bad is given up.
    """
    reader = _Reader(source, report)
    for number, line in enumerate(_text_lines(first, stream, reader), 1):
        if not line.strip():
            continue
        members = _members(line, number, reader)
        if members is not None:
            reader.good = True
            yield Record(number, members)
        elif reader.hopeless:
            reader.fail("no JSON Lines: the rest was not read", number)
            return


def _members(line: str, number: int, reader: _Reader) -> dict[str, Any] | None:
    try:
        value = json.loads(line, strict=False)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or too large a number"
        reader.fail(f"no JSON ({why})", number, line.strip())
        return None
    if not isinstance(value, dict):
        reader.fail("no JSON object", number, line.strip())
        return None
    return value


def _text_lines(first: bytes, stream: BinaryIO, reader: _Reader) -> Iterator[str]:
    """Give the lines as text, a line that cannot be read as an empty one, so that numbers hold."""
    encoding, skip = marked_encoding(first) or ("utf-8", 0)
    if encoding.startswith(("utf-16", "utf-32")):
        text, _ = decode(first + stream.read())
        yield from text.split("\n")
        return
    for number, line in enumerate(chain([first[skip:]], _byte_lines(stream)), 1):
        yield _text_line(line, number, reader)


def _byte_lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LIMIT + 1):
        yield line
        while not line.endswith(b"\n") and len(line) > LIMIT:
            line = stream.readline(LIMIT + 1)


def _text_line(line: bytes, number: int, reader: _Reader) -> str:
    if len(line) > LIMIT:
        reader.fail(f"a line of more than {LIMIT // 1_000_000} MB", number)
        return ""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text, damaged = decode(line)
    except EncodingError as error:
        reader.fail(error.message, number)
        return ""
    if damaged is not None:
        reader.fail("no valid UTF-8; bad bytes replaced by U+FFFD", number)
    return text
