"""Lanes and rows for the figure; the page does the same in its own modules, for its own width."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.chart._columns import Columns

MOST_LANES = 12
MARK = 8.0
ARROW = 18.0
_GAP = 10.0
_NARROW = set("iljtfrI.,:;'’!|()[] ")
_WIDE = set("mwMWQOGD—…%@")


@dataclass(frozen=True, slots=True)
class Lane:
    """One band of the chart: the rows `top` to `top + rows - 1`."""

    name: str
    top: int
    rows: int


@dataclass(slots=True)
class Placed:
    """One event on the chart; lengths in pixels from the left edge of the plot."""

    event: int
    x: float
    low: float
    high: float
    label: float
    left: bool = False
    row: int = 0


def text_width(text: str, size: float = 12.0) -> float:
    """Estimate how wide a sans-serif label is, in pixels.

    Examples
    --------
    >>> text_width("will") < text_width("wmwm")
    True
    """
    units = sum(0.3 if c in _NARROW else 0.86 if c in _WIDE else 0.62 if c.isupper() else 0.56 for c in text)
    return units * size


def middle(data: Columns, i: int) -> int:
    """Where an event's mark stands: the known bound, the start of what lasted, the middle of a window."""
    if not data.has_start[i]:
        return int(data.end[i])
    if not data.has_end[i] or data.throughout[i]:
        return int(data.start[i])
    return int((data.start[i] + data.end[i]) // 2)


def focus(times: list[int]) -> tuple[int, int]:
    """Give the stretch without the few times that lie so far away that they would squeeze all others.

    Examples
    --------
    >>> focus([-4_000_000, *range(0, 1_000_000, 50_000)])
    (0, 950000)
    """
    at = sorted(times)
    if len(at) < 12:
        return at[0], at[-1]
    most = -(-len(at) * 85 // 100)
    first = min(range(len(at) - most + 1), key=lambda k: at[k + most - 1] - at[k])
    low, high = at[first], at[first + most - 1]
    gap = max((high - low) * 35 // 100, 86_400)
    for t in at:
        high = t if high < t <= high + gap else high
    for t in reversed(at):
        low = t if low - gap <= t < low else low
    return (low, high) if at[-1] - at[0] > 2 * (high - low) else (at[0], at[-1])


def foremost(data: Columns, most: int | None) -> NDArray[np.int64]:
    """Give the most important events, one for each cluster, in the order of time."""
    leaders = np.flatnonzero(data.leader == np.arange(len(data)))
    if most is None or len(leaders) <= most:
        return leaders
    order = np.argsort(-data.importance[leaders], kind="stable")
    return np.sort(leaders[order[:most]])


def assign(
    data: Columns, dimension: str, others: str, unnamed: str, shown: NDArray[np.int64]
) -> tuple[list[str], NDArray[np.int64]]:
    """Give the names of the lanes and the lane of every event: the weightiest, the others, the unnamed."""
    coded = data.dimensions[dimension]
    weight = np.bincount(coded.codes[shown], data.importance[shown] + 1, minlength=len(coded.values))
    weight[0] = 0
    order = [c for c in np.argsort(-weight, kind="stable") if weight[c] > 0]
    named = order if len(order) <= MOST_LANES + 1 else order[:MOST_LANES]
    lane = np.full(len(coded.values), len(named), dtype=np.int64)
    lane[named] = np.arange(len(named))
    lane[0] = len(named) + 1
    return [*(coded.values[c] for c in named), others, unnamed], lane[coded.codes]


def pack(items: list[Placed], width: float) -> int:
    """Give each item the first row in which its stretch is free; returns the number of rows.

    Examples
    --------
    >>> items = [Placed(0, 10, 2, 18, 90), Placed(1, 50, 42, 58, 90), Placed(2, 200, 192, 208, 90)]
    >>> pack(items, 400), [item.row for item in items]
    (2, [0, 1, 0])
    """
    for item in items:
        item.left = item.x + item.label > width and item.x - item.label >= 0
        side = item.x - item.label if item.left else item.x + item.label
        item.low, item.high = min(item.low, side), max(item.high, side)
    ends: list[float] = []
    for item in sorted(items, key=lambda i: (i.low, i.event)):
        free = next((row for row, end in enumerate(ends) if end + _GAP <= item.low), len(ends))
        if free == len(ends):
            ends.append(0.0)
        ends[free] = item.high
        item.row = free
    return len(ends)
