"""Positions that are kept while events are added: the longest chain known to come before each event.

What a moment is worth is the longest chain that has ended before it. The moments at which that grows are
found by hopping: the next one is the least end of all events that start after the last one, or that of an
event which pairs place further on than its start does. Only events that stand in pairs are looked at one by
one. What is added may make all later chains longer by a few: the moments stay, and are not looked at again.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

import numpy as np

from timeline.events._links import OPEN_HIGH, OPEN_LOW, Numbers
from timeline.events._rank import levels

_MANY = 20_000
Key = tuple[int, int, int, int]


class Ranking:
    """Positions of variables with inclusive bounds and pairs (earlier, later) that these bounds meet.

    Examples
    --------
    >>> first, last = np.array([0, 0, 20]), np.array([9, 9, 29])
    >>> ranking = Ranking(first, last, np.array([True] * 3), np.array([0]), np.array([1]))
    >>> ranking.positions.tolist()
    [0, 1, 2]

    A position counts the `counted` variables of the longest chain. Before is: last < first, or the pairs say
    so. O(n log n) for the whole, and what changes for what is added (`tests/benchmarks/order.py`).
    """

    def __init__(
        self, first: Numbers, last: Numbers, counted: Numbers, earlier: Numbers, later: Numbers
    ) -> None:
        self._first, self._last, self._counted = first.copy(), last.copy(), counted.copy()
        self._before: dict[int, list[int]] = {}
        self._after: dict[int, list[int]] = {}
        for tail, head in zip(earlier.tolist(), later.tolist(), strict=True):
            self._before.setdefault(head, []).append(tail)
            self._after.setdefault(tail, []).append(head)
        paired = np.unique(np.concatenate([earlier, later]))
        self._level = dict(
            zip(paired.tolist(), levels(len(first), earlier, later)[paired].tolist(), strict=True)
        )
        self._lift: dict[int, int] = {}  # how far pairs place a variable further on than its start does
        self._lifted: list[tuple[int, int]] = []  # the same variables as (start, number)
        self._lifted_at: dict[int, int] = {}
        self._key = self._keys(paired.astype(np.int64))
        self._queue = sorted(self._key.values())
        self._stand = _Ends(self._first[counted], self._last[counted])
        self._ends: list[int] = []
        self._heap: list[tuple[int, int]] = []
        self._run(_Past(OPEN_LOW, OPEN_HIGH, [], {}))
        self.positions = np.zeros(len(first), dtype=np.int64)
        self._place(OPEN_LOW, OPEN_HIGH, [])

    def update(
        self,
        first: Numbers,
        last: Numbers,
        counted: Numbers,
        changed: Iterable[int],
        pairs: Iterable[tuple[int, int]],
    ) -> None:
        """Take over tightened bounds of the `changed` variables, new variables at the end, and new pairs."""
        old = len(self._first)
        touched = {*changed, *range(old, len(first))} | self._link(pairs)
        lifted = max((_closed(int(self._last[n])) for n in touched if n in self._lift), default=OPEN_LOW)
        ranks = {n: self._unsettle(n) for n in sorted(touched) if n < old}
        self._take(first, last, counted, touched)
        past = _Past(OPEN_HIGH, lifted, self._ends.copy(), ranks, frozenset(touched))
        self._ripple(touched, past)
        stop, shift = self._run(past)
        if shift:
            self.positions[first[:old] >= stop] += shift
        self._place(past.since, stop, sorted(past.settled))

    # ------------------------------------------------------------ what is known

    def _link(self, pairs: Iterable[tuple[int, int]]) -> set[int]:
        """Add pairs; give the later variables of those that are new."""
        heads = set[int]()
        for tail, head in pairs:
            before = self._before.setdefault(head, [])
            if tail not in before:
                before.append(tail)
                self._after.setdefault(tail, []).append(head)
                self._raise(tail, head)
                heads |= {tail, head}
        return heads

    def _raise(self, tail: int, head: int) -> None:
        """Keep levels such that every variable lies above those known to come before it."""
        stack = [(self._level.setdefault(tail, 0), head)]
        while stack:
            below, node = stack.pop()
            if self._level.get(node, -1) <= below:
                self._level[node] = below + 1
                if node in self._key:
                    self._requeue(node)
                stack += [(below + 1, more) for more in self._after.get(node, ())]

    def _take(self, first: Numbers, last: Numbers, counted: Numbers, touched: set[int]) -> None:
        self._first, self._last, self._counted = first.copy(), last.copy(), counted.copy()
        for node in sorted(touched):
            if node in self._level:
                self._requeue(node)
        self._stand.add((int(first[n]), int(last[n])) for n in touched if counted[n])
        if self._stand.extra > _MANY:
            self._stand = _Ends(first[counted], last[counted])

    def _unsettle(self, node: int) -> int:
        """Give the rank of a variable and take back what lifted it."""
        lift = self._lift.pop(node, 0)
        if lift:
            del self._lifted[bisect_left(self._lifted, (self._lifted_at.pop(node), node))]
        return bisect_left(self._ends, int(self._first[node])) + lift

    def _requeue(self, node: int) -> None:
        old = self._key.get(node)
        if old is not None:
            del self._queue[bisect_left(self._queue, old)]
        self._key[node] = (int(self._first[node]), int(self._last[node]), self._level[node], node)
        insort(self._queue, self._key[node])

    def _keys(self, nodes: Numbers) -> dict[int, Key]:
        depths = [self._level[node] for node in nodes.tolist()]
        fields = self._first[nodes].tolist(), self._last[nodes].tolist(), depths, nodes.tolist()
        return {key[3]: key for key in zip(*fields, strict=True)}

    # ------------------------------------------------------------ the sweep

    def _ripple(self, touched: set[int], past: _Past) -> None:
        """Rank what has changed and what hangs on it, up to the first moment that may change by it."""
        waiting = [(int(self._first[n]), int(self._last[n]), self._level.get(n, 0), n) for n in touched]
        past.until = max(past.until, *(key[0] for key in waiting), OPEN_LOW)
        heapify(waiting)
        while waiting and waiting[0][0] <= past.since:
            first, last, _, node = heappop(waiting)
            if node in past.settled:
                continue
            later = self._settle(node, first, last, past)
            past.settled.add(node)
            if later or node in touched:
                past.since = min(past.since, last)
            if later:
                for head in self._after.get(node, ()):
                    heappush(waiting, self._key[head])

    def _run(self, past: _Past) -> tuple[int, int]:
        """Rank again from a moment on; give the moment from which all is as it was, and how much later."""
        ends = self._ends
        del ends[bisect_left(ends, past.since) :]
        self._heap = self._pending(past.since)
        for key in self._queue[bisect_left(self._queue, (past.since,)) :]:
            first, last, _, node = key
            self._advance(first)
            if first > past.until and ends and ends[-1] >= past.until:
                shift = past.shift(first, ends)
                if shift is not None and self._alone(first, shift, past):
                    ends += past.ends[len(ends) - shift :]
                    return first, shift
            self._settle(node, first, last, past)
        self._advance(OPEN_HIGH)
        return OPEN_HIGH, 0

    def _alone(self, first: int, shift: int, past: _Past) -> bool:
        """Tell whether nothing that moved by another measure can be felt from a moment on."""
        if any(first <= far for later, far in past.reach.items() if later != shift):
            return False
        return shift == 0 or first > self._felt(past)

    def _felt(self, past: _Past) -> int:
        """Give how far the variables before the first change can be felt."""
        if past.felt is None:
            ends = (_closed(end) for end, _ in self._pending(past.since))
            past.felt = max((*self._held(past), *ends), default=OPEN_LOW)
        return past.felt

    def _held(self, past: _Past) -> Iterator[int]:
        """Give where variables start that are where they are only by others before the first change."""
        after = bisect_left(past.ends, past.since) + max(self._lift.values(), default=0) + 1
        stop = past.ends[after] if after < len(past.ends) else OPEN_HIGH
        for first, node in self._between(past.since, stop + 1):
            before = self._before[node]
            if any(self._key[p][0] < past.since for p in before):
                rank = bisect_left(past.ends, first) + self._lift[node]
                later = (p for p in before if self._key[p][0] >= past.since)
                if all(self._after_it(p, past.ends) < rank for p in later):
                    yield first

    def _pending(self, since: int) -> list[tuple[int, int]]:
        """Give the lifted variables before a moment that can be felt after it, as (end, rank after them)."""
        count = bisect_left(self._ends, since)
        start = count - max(self._lift.values(), default=0) - 1
        nodes = (node for _, node in self._between(self._ends[start] if start >= 0 else OPEN_LOW, since))
        found = ((self._key[n][1], self._after_it(n, self._ends)) for n in nodes)
        heap = [(end, rank) for end, rank in found if since <= end < OPEN_HIGH and rank > count]
        heapify(heap)
        return heap

    def _between(self, since: int, stop: int) -> list[tuple[int, int]]:
        """Give the lifted variables that start between two moments, as (start, number)."""
        return self._lifted[bisect_left(self._lifted, (since,)) : bisect_left(self._lifted, (stop,))]

    def _after_it(self, node: int, ends: list[int]) -> int:
        """Give the rank of what comes after a variable."""
        free = bisect_left(ends, self._key[node][0])
        return free + self._lift.get(node, 0) + int(self._counted[node])

    def _advance(self, limit: int) -> None:
        """Find the moments before a limit at which longer chains have ended."""
        ends, heap = self._ends, self._heap
        while True:
            end = self._stand.next(ends[-1] if ends else OPEN_LOW - 1)
            while heap and heap[0][1] <= len(ends):
                heappop(heap)
            if heap:
                end = min(end, heap[0][0])
            if end >= limit:
                return
            ends.append(end)

    def _settle(self, node: int, first: int, last: int, past: _Past) -> int:
        """Rank a variable; give how much later that is than before."""
        free = bisect_left(self._ends, first)
        before = self._before.get(node, ())
        rank = max((self._after_it(parent, self._ends) for parent in before), default=free)
        lift = max(rank - free, 0)
        old = self._lift.pop(node, 0)
        later = free + lift - past.ranks.setdefault(node, bisect_left(past.ends, first) + old)
        if old:
            del self._lifted[bisect_left(self._lifted, (self._lifted_at.pop(node), node))]
        if lift:
            self._lift[node], self._lifted_at[node] = lift, first
            insort(self._lifted, (first, node))
            if last < OPEN_HIGH:
                heappush(self._heap, (last, rank + int(self._counted[node])))
        far = _closed(last) if old or lift else OPEN_LOW
        if node in past.touched:
            past.until = max(past.until, far)
        heads = (self._key[head][0] for head in self._after.get(node, ()))
        past.reach[later] = max(far, past.reach.get(later, OPEN_LOW), *heads)
        return later

    # ------------------------------------------------------------ positions

    def _place(self, since: int, stop: int, settled: list[int]) -> None:
        """Write the positions of all variables that start between two moments, and of some others."""
        more = len(self._first) - len(self.positions)
        self.positions = np.concatenate([self.positions, np.zeros(more, dtype=np.int64)])
        ends = np.array(self._ends, dtype=np.int64)
        between = np.flatnonzero((self._first >= since) & (self._first < stop))
        for nodes in (between, np.array(settled, dtype=np.int64)):
            self.positions[nodes] = np.searchsorted(ends, self._first[nodes], side="left")
        keys = self._queue[bisect_left(self._queue, (since,)) : bisect_left(self._queue, (stop,))]
        lifted = [node for node in {*settled, *(key[3] for key in keys)} if node in self._lift]
        self.positions[lifted] += np.array([self._lift[n] for n in lifted], dtype=np.int64)


@dataclass(slots=True)
class _Past:
    """What was known before a change, and what the change has touched so far.

    `since` is the first moment that may change, `until` how far the `touched` variables reach; `ends` are
    the old moments, `ranks` the old ranks of variables that changed or were ranked again; `reach` tells how
    far variables can be felt, by how much later they are now.
    """

    since: int
    until: int
    ends: list[int]
    ranks: dict[int, int]
    touched: frozenset[int] = frozenset()
    felt: int | None = None
    settled: set[int] = field(default_factory=set)
    reach: dict[int, int] = field(default_factory=dict)

    def shift(self, first: int, ends: list[int]) -> int | None:
        """Tell how many more moments there are now before one, None where it does not go on as it did."""
        old, new = bisect_left(self.ends, first), len(ends)
        if old and new:
            return new - old if ends[-1] == self.ends[old - 1] else None
        return 0 if old == new else None


class _Ends:
    """Finds the least end of all variables that start after a moment."""

    def __init__(self, first: Numbers, last: Numbers) -> None:
        order = np.argsort(first, kind="stable")
        self._starts = array("q", first[order].astype(np.int64).tobytes())
        least = np.minimum.accumulate(last[order][::-1])[::-1]
        self._least = array("q", least.astype(np.int64).tobytes())
        self._more: list[tuple[int, int]] = []
        self._more_least: list[int] = []

    @property
    def extra(self) -> int:
        """How many were added."""
        return len(self._more)

    def add(self, found: Iterable[tuple[int, int]]) -> None:
        """Add (start, end) pairs; tightened ones may be added once more, the wider ones do no harm."""
        self._more = sorted({*self._more, *found})
        ends = np.array([end for _, end in self._more][::-1] or [OPEN_HIGH], dtype=np.int64)
        self._more_least = np.minimum.accumulate(ends)[::-1].tolist()

    def next(self, after: int) -> int:
        """Give the least end of what starts after a moment, `OPEN_HIGH` where there is none."""
        at = bisect_right(self._starts, after)
        end = self._least[at] if at < len(self._least) else OPEN_HIGH
        if self._more:
            at = bisect_right(self._more, (after, OPEN_HIGH))
            end = min(end, self._more_least[at]) if at < len(self._more) else end
        return end


def _closed(moment: int) -> int:
    return moment if moment < OPEN_HIGH else OPEN_LOW
