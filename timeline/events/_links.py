"""Relations as links between time variables: arrays instead of dictionaries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

Numbers = np.ndarray[Any, Any]
DAY = 86_400
OPEN_LOW = -(2**62)
OPEN_HIGH = -1 - OPEN_LOW


@dataclass(frozen=True, slots=True)
class Relations:
    """Relations between variables, one array a field: `source` and `target` number the variables.

    `low` and `high` bound the days from source to target, NaN where open. An open-sided relation of 0 days
    orders the two (the source first); one with both sides bounds calendar days only. `gap` is how many
    seconds the source lasts, `certainty` how much the relation is trusted.
    """

    source: Numbers
    target: Numbers
    low: Numbers
    high: Numbers
    gap: Numbers
    certainty: Numbers

    def __len__(self) -> int:
        return len(self.source)


@dataclass(frozen=True, slots=True)
class Links:
    """Directed links `head >= f(tail)`, the pieces that relations are made of.

    Of a link with `ordered`, f adds `step` seconds; of the others it goes to the start of the day and adds
    `step` days. `relation` is the number of the relation that the link belongs to.
    """

    tail: Numbers
    head: Numbers
    step: Numbers
    ordered: Numbers
    relation: Numbers

    def __len__(self) -> int:
        return len(self.tail)

    def mirrored(self) -> Links:
        """Give the links between the variables counted backwards (-1 - x): lows become highs."""
        return replace(self, tail=self.head, head=self.tail)

    def where(self, keep: Numbers) -> Links:
        """Give a selection of the links."""
        return Links(*(getattr(self, name)[keep] for name in self.__slots__))

    def reach(self, values: Numbers, chosen: Numbers, day: int) -> Numbers:
        """Give what the chosen links demand of their heads, given the values of their tails."""
        tails, steps = values[self.tail[chosen]], self.step[chosen]
        demanded = np.where(self.ordered[chosen], tails + steps, (tails // day + steps) * day)
        return np.where(tails == OPEN_LOW, OPEN_LOW, demanded)


def links_of(relations: Relations) -> Links:
    """Split relations into links.

    Examples
    --------
    >>> one, zero = np.array([1.0]), np.array([0])
    >>> links = links_of(Relations(zero, zero + 1, one, one, zero, zero))
    >>> links.tail.tolist(), links.head.tolist(), links.step.tolist()
    ([0, 1], [1, 0], [1, -1])
    """
    low, high = relations.low, relations.high
    has_low, has_high = ~np.isnan(low), ~np.isnan(high)
    forward = _one_way(relations, has_low, has_low & ~has_high & (low == 0), low, relations.gap, swap=False)
    none = np.zeros(len(relations), dtype=np.int64)
    backward = _one_way(relations, has_high, has_high & ~has_low & (high == 0), -high, none, swap=True)
    return Links(*(np.concatenate([getattr(forward, n), getattr(backward, n)]) for n in Links.__slots__))


def _one_way(
    relations: Relations, there: Numbers, ordered: Numbers, days: Numbers, gap: Numbers, *, swap: bool
) -> Links:
    number = np.flatnonzero(there)
    tail, head = relations.source[number], relations.target[number]
    if swap:
        tail, head = head, tail
    steps = np.where(ordered[number], gap[number] + 1, days[number]).astype(np.int64)
    return Links(tail, head, steps, ordered[number], number)
