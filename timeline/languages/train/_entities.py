"""Named entities, one token a line, as raw text with spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline._errors import InputError
from timeline.languages.train._spacing import spaces_after

KINDS = frozenset({"PER", "ORG", "LOC"})


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence and the spans `(start, end, kind)` of its entities."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def read_entities(path: Path) -> Iterator[Named]:
    """Read lines of ``token<TAB>label`` or ``number<TAB>token<TAB>label``, labels plain or IOB.

    A blank line ends a sentence. The text is put together again with ordinary spacing. Kinds other than PER,
    ORG and LOC are no entities.

    Raises
    ------
    InputError
        A line has neither two nor three columns.
    """
    rows: list[tuple[str, str]] = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                rows.append(_row(line.rstrip("\n"), path, number))
            elif rows:
                yield _named(rows)
                rows = []
    if rows:
        yield _named(rows)


def _row(line: str, path: Path, number: int) -> tuple[str, str]:
    columns = line.split("\t")
    if not 2 <= len(columns) <= 3:
        raise InputError("not a token and its label", file=str(path), line=number, value=line)
    return columns[-2], columns[-1]


def _named(rows: list[tuple[str, str]]) -> Named:
    text, offsets = _joined([token for token, _ in rows])
    spans: list[tuple[int, int, str]] = []
    before = "O"
    for (start, end), (_, label) in zip(offsets, rows, strict=True):
        kind = label.split("-")[-1]
        if kind in KINDS:
            if kind == before and not label.startswith("B-"):
                spans[-1] = (spans[-1][0], end, kind)
            else:
                spans.append((start, end, kind))
        before = kind
    return Named(text, tuple(spans))


def _joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    text, offsets = "", []
    for token, space in zip(tokens, spaces_after(tokens), strict=True):
        offsets.append((len(text), len(text) + len(token)))
        text += token + " " * space
    return text.rstrip(), offsets
