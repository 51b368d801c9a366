"""Finds the days of publication that a text leaves possible: *oggi, venerdì 7 gennaio*."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.temporal import DAY, Interval, Moment
from timeline.temporal._calendar import floor
from timeline.temporal._operators import Env, Operator, Span
from timeline.temporal._windows import Same

_MOST = 800  # days looked at: two years and a little
_AROUND = 40 * DAY


def pinned(published: Interval, trees: Iterable[Operator]) -> Interval:
    """Give the part of `published` that what the text says twice leaves possible.

    Nothing changes where the text says nothing, where it contradicts `published`, or where that is known to
    the day already.
    """
    for tree in trees:
        if isinstance(tree, Same):
            published = _narrowed(published, tree)
    return published


def _narrowed(published: Interval, tree: Same) -> Interval:
    window = _window(published, tree)
    if window is None or window[1] - window[0] <= DAY:
        return published
    days = range(window[0], window[1], DAY)
    left = [day for day in days if len(days) <= _MOST and _agree(tree, day)]
    if not left:
        return published
    found = Interval(Moment(left[0]), Moment(left[-1] + DAY))
    return found & published or published


def _window(published: Interval, tree: Same) -> tuple[int, int] | None:
    start, end = published.start, published.end
    if start is not None and end is not None:
        return floor("day", start), floor("day", end - 1) + DAY
    stated = tree.base.at(Env(None))
    if stated is None or stated[0] is None or stated[1] is None:
        return None
    return floor("day", stated[0]) - _AROUND, floor("day", stated[1]) + _AROUND


def _agree(tree: Same, day: int) -> bool:
    env = Env(day, (day, day + DAY))
    return _overlap(tree.relative.at(env), tree.base.at(env))


def _overlap(a: Span | None, b: Span | None) -> bool:
    if a is None or b is None or a[0] is None or b[0] is None or a[1] is None or b[1] is None:
        return False
    return a[0] < b[1] and b[0] < a[1]
