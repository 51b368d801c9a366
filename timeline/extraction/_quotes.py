"""Quotations in a block: from mark to mark, over sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._words import Words

_MARKS = re.compile(
    r"[«»“”„\"]|''|``|(?<!\w)‘(?=\w)|(?<=[\w.,!?…])’(?![\w’])|(?<![\w'])'(?=\w)|(?<=[\w.,!?…])'(?![\w'])"
)
CLOSERS = {
    "«": "»",
    "“": '”“"',
    "„": "“”",
    '"': '"”',
    "''": "''",
    "``": "''",
    "‘": "’",
    "'": "'",
    "»": "«",
    "”": "”",
}
_ENDS = frozenset(".,!?…")
_OPENERS = frozenset(CLOSERS)
_BEHIND = frozenset(".,;:!?)")
_SINGLE, _SHORTEST_SINGLE, _PHRASE = "‘'", 12, 60


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation by word number: the opening mark, the closing mark or else the last word."""

    first: int
    last: int
    closed: bool
    start: int
    end: int

    @property
    def inner(self) -> tuple[int, int]:
        """The characters between the marks, as offsets into the block's text."""
        return self.start, self.end


def quotes(doc: Words) -> list[Quote]:
    """Find the quotations of a block, outermost ones only, in order."""
    text, starts = doc.text, doc.starts
    found: list[Quote] = []
    opened: re.Match[str] | None = None
    for mark in _MARKS.finditer(text):
        if opened is None:
            if mark.group() in _OPENERS and _may_open(text, mark):
                opened = mark
        elif opened.group() == "'" != mark.group() and mark.group() in _OPENERS and _may_open(text, mark):
            opened = mark  # *in the '90s he said: "No"*
        elif mark.group() in CLOSERS[opened.group()] and _may_close(text, mark, opened):
            if opened.group() not in _SINGLE or mark.start() - opened.end() > _SHORTEST_SINGLE:
                found.append(_quote(starts, opened, mark, len(text)))
            opened = None
    if opened is not None and opened.group() not in _SINGLE:
        found.append(_quote(starts, opened, None, len(text)))
    return found


def _may_open(text: str, mark: re.Match[str]) -> bool:
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()]
    if mark.group() in ("»", "”"):
        return (
            mark.group() == "»" and bool(after) and not after.isspace() and (not before or before.isspace())
        )
    if mark.group() == '"' and before and not before.isspace() and (not after or after.isspace()):
        return False  # the end of what an earlier paragraph begins
    return not before or not before.isalnum() or mark.group() in "«“"


def _reopens(text: str, mark: re.Match[str]) -> bool:
    """*"We won. "We will win again," she said*: the mark with which a paragraph goes on."""
    before = text[: mark.start()].rstrip()[-1:]
    return (
        text[mark.start() - 1].isspace() and before in _ENDS and text[mark.end() : mark.end() + 1].isupper()
    )


def _may_close(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    if mark.group() not in (opened.group(), "'"):
        return True
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if mark.group() == "'":
        near = mark.start() - opened.end() <= _PHRASE and (before not in "sS" or after in _BEHIND)
        return opened.group() == "'" and (before in _ENDS or near)  # not *the workers' strike*
    return not (before.isspace() and after.isalnum() and mark.group() != '"')


def _quote(starts: list[int], opened: re.Match[str], closed: re.Match[str] | None, length: int) -> Quote:
    first = max(bisect_right(starts, opened.start()) - 1, 0)
    end = length if closed is None else closed.start()
    last = len(starts) - 1 if closed is None else max(bisect_left(starts, closed.end()) - 1, first)
    return Quote(first, last, closed is not None, opened.end(), end)
