"""Quotation marks in a line: in pairs, closed where the line is cut, around what was said as it stands."""

from __future__ import annotations

import re
from collections.abc import Container

from timeline.extraction._labels import LONGEST, shortened
from timeline.extraction._quotes import CLOSERS

_MARK = re.compile(r"[«»“”\"]|''|``|‘|’(?!\w)")
_ENDING = re.compile(r"[,;:](?=[»”\"’']+…?$)")
_OPENING = frozenset(("«", "“", "``"))
_LEAST = 8


def paired(text: str, small: Container[str] = ()) -> str:
    """Leave off marks without their other half; close a quotation that is cut.

    Examples
    --------
    >>> paired("Rossi: «il ponte è stato…")
    'Rossi: «il ponte è stato…»'
    """
    if _MARK.search(text) is None:
        return text
    left, lone = _unpaired(text)
    if lone:
        for start, end in reversed(lone):
            text = text[:start] + text[end:]
        text = " ".join(text.split())
        left, _ = _unpaired(text)
    if left is None:
        return " ".join(_ENDING.sub("", text).split())
    start, mark = left
    rest = text[start + len(mark) :]
    if not text.endswith("…") or len(rest) < _LEAST:
        gone = text[:start] + rest if not text.endswith("…") else text[:start].rstrip(" ,;:") + "…"
        return " ".join(_ENDING.sub("", gone).split())
    return _ended(text, _closing(mark), small)


def _unpaired(text: str) -> tuple[tuple[int, str] | None, list[tuple[int, int]]]:
    """Give the last mark that is left open, and closing marks without an opening one."""
    opened: tuple[int, str] | None = None
    lone: list[tuple[int, int]] = []
    for found in _MARK.finditer(text):
        mark, start = found.group(), found.start()
        if opened is not None and _closes(mark, opened[1]):
            opened = None
        elif opened is None and _may_open(text, start, mark):
            opened = start, mark
        elif opened is None and mark != "’":
            lone.append(found.span())  # *the workers’ strike*
    return opened, lone


def _closes(mark: str, opening: str) -> bool:
    closers = CLOSERS[opening]
    return mark == closers or (len(mark) == 1 and closers != "''" and mark in closers)


def _closing(mark: str) -> str:
    closers = CLOSERS[mark]
    return mark if closers == mark else closers if mark == "``" else closers[0]


def _may_open(text: str, start: int, mark: str) -> bool:
    """A mark right before a word, not right behind one; some open and never close."""
    if mark in _OPENING:
        return True
    after, before = text[start + len(mark) :][:1], text[start - 1 : start] if start else " "
    return mark in CLOSERS and mark not in "»”" and after.strip() != "" and not before.isalnum()


def _ended(text: str, mark: str, small: Container[str]) -> str:
    """Close a quotation behind the ellipsis, within the length of a line."""
    kept = text if len(text) + len(mark) <= LONGEST else shortened(text, LONGEST - len(mark), small)
    return kept + mark


def quoted(text: str, mark: str) -> str:
    """Set the marks of the text around words that were said as they stand, unless they have them.

    Examples
    --------
    >>> quoted("non lo so", "«")
    '«non lo so»'
    """
    closing = _closing(mark)
    return text if mark in text or closing in text else f"{mark}{text}{closing}"
