"""Position: the length of the longest chain of events known to come before an event."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from timeline.events._times import OPEN, to_seconds

Numbers = np.ndarray[Any, Any]
NEVER = np.iinfo(np.int64).max


def bounds(events: pd.DataFrame) -> tuple[Numbers, Numbers]:
    """Give start and end of every row in seconds, open sides as the least and the greatest number."""
    start, end = (to_seconds(events[name].to_numpy()) for name in ("start", "end"))
    end = np.where(end == OPEN, NEVER, end)
    return start, np.maximum(end, np.where(start == OPEN, OPEN, start + 1))


def chain_lengths(start: Numbers, end: Numbers) -> Numbers:
    """Give for every interval the most intervals that lie one after the other before it.

    Examples
    --------
    >>> chain_lengths(np.array([0, 1, 5, 6]), np.array([5, 4, 6, 7]))
    array([0, 0, 1, 2])

    One interval lies before another where its end is not after the other's start. The longest chain that
    ends by a moment is the greedy one (always the interval that ends first), so a chain is walked once and
    every position is a binary search in it: O(n log n).
    """
    if not len(start):
        return np.zeros(0, dtype=np.int64)
    order = np.argsort(start, kind="stable")
    starts = start[order]
    first_end = np.minimum.accumulate(end[order][::-1])[::-1]  # the least end from here on
    return np.searchsorted(_greedy_ends(starts, first_end), start, side="right")


def _greedy_ends(starts: Numbers, first_end: Numbers) -> Numbers:
    following = np.searchsorted(starts, first_end, side="left").tolist()
    ends, picked, at = first_end.tolist(), [], 0
    while at < len(ends) and ends[at] != NEVER:
        picked.append(ends[at])
        at = following[at]
    return np.array(picked, dtype=np.int64)
