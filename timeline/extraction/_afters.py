"""Clauses that tell what happened before the deed beside them: *fled on Friday after rebels shot two men*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.extraction._event import Event
from timeline.extraction._tree import Tree
from timeline.temporal import Extent, Interval, When

_DEEPEST = 8
_MARKS = frozenset(("mark", "case"))


def bound(found: Mapping[tuple[int, int], Event], trees: Sequence[Tree]) -> None:
    """Give what stands in an *after* clause the end of the time of the deed beside it, and no day of its own.

    `found` holds the events by block and head word. A time that the clause itself names stays.
    """
    for (number, word), event in found.items():
        if event.time_basis == "expression" or event.tense == "future":
            continue
        above = _over(trees[number], word)
        later = None if above is None else _event_over(found, trees[number], number, above)
        if later is None or later is event or _is_told_inside(event, trees[number], word):
            continue
        told = later.time_basis != "publication" and later.end is not None and later.extent == "within"
        if told or (event.time_start is not None and event.time_start == later.time_start):
            _end_at(event, later)


def _over(tree: Tree, word: int) -> int | None:
    """The word that the *after* clause around `word` hangs on."""
    for _ in range(_DEEPEST):
        up = tree.heads[word]
        if up == word:
            return None
        if _is_after(tree, word):
            return up
        word = up
    return None


def _is_told_inside(event: Event, tree: Tree, word: int) -> bool:
    """*After he sent a letter on Friday clearing her, she rose*: the clause names the day itself."""
    if event.time_start is None or event.time_basis != "context":
        return False
    top = word
    for _ in range(_DEEPEST):
        if _is_after(tree, top) or tree.heads[top] == top:
            break
        top = tree.heads[top]
    first = top - 1 if top else 0
    marks = [k for k in tree.kids_of(top, "mark", "case", "advmod") if k < top]
    first = min([first, *marks])
    told = event.time_start - tree.block.offset
    return tree.starts[first] <= told < tree.starts[word]


def _is_after(tree: Tree, word: int) -> bool:
    words = tree.lexicon.words("clause", "after")
    clause = tree.deps[word] == "advcl"
    if tree.forms[tree.heads[word]] in words and tree.heads[word] < word:
        return True  # *después* of *después de que*, taken for the head
    return any(
        k < word and tree.forms[k] in words and (tree.deps[k] in _MARKS or clause)
        for k in tree.kids_of(word, "mark", "case", "advmod")
    )


def _event_over(found: Mapping[tuple[int, int], Event], tree: Tree, number: int, word: int) -> Event | None:
    for _ in range(_DEEPEST):
        if (number, word) in found:
            return found[number, word]
        if tree.heads[word] == word:
            return None
        word = tree.heads[word]
    return None


def _end_at(event: Event, later: Event) -> None:
    end = Interval(None, later.end)
    event.start, event.end = end.start, end.end
    event.edtf = When(end, extent=Extent.WITHIN).edtf or None
    event.precision, event.extent, event.timex = later.precision, later.extent, None
    event.time_text, event.time_start, event.time_end = later.time_text, later.time_start, later.time_end
    event.time_basis = "context"


__all__ = ["bound"]
