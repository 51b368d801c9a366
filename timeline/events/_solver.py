"""The Simple Temporal Problem: earliest and latest time of every variable, and what contradicts what.

Every constraint says that one variable is not before a monotone function of another, so the solutions form a
lattice and the bounds are least and greatest fixed points, found by relaxing all links at once (Bellman and
Ford). Where the functions only add, this is the Simple Temporal Problem of Dechter, Meiri and Pearl (1991).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from timeline.events._links import DAY, Links, Numbers, Relations, links_of

_PATIENCE = 32


@dataclass(frozen=True, slots=True)
class Conflict:
    """Relations that cannot all hold, with the bounded variables that they contradict.

    `relations` number the relations, `aside` is the one that was set aside; `earliest` and `latest` are the
    variables whose own bounds take part, None where the relations contradict each other by themselves.
    """

    relations: tuple[int, ...]
    aside: int
    earliest: int | None = None
    latest: int | None = None


@dataclass(frozen=True, slots=True)
class Solution:
    """Tightest bounds (first and last possible second) of all variables, links that hold, conflicts."""

    low: Numbers
    high: Numbers
    links: Links
    conflicts: tuple[Conflict, ...]


def solve(low: Numbers, high: Numbers, relations: Relations, *, day: int = DAY) -> Solution:
    """Give the bounds that variables and relations entail together.

    Examples
    --------
    >>> low, high = np.array([0, 0]), np.array([30 * DAY - 1, 2 * DAY - 1])
    >>> zero, one = np.array([0]), np.array([1])
    >>> solution = solve(low, high, Relations(one, zero, one + 0.0, one + 0.0, zero, one))
    >>> solution.low.tolist(), solution.high.tolist()
    ([86400, 0], [259199, 172799])

    Bounds are inclusive whole seconds, `OPEN_LOW` and `OPEN_HIGH` where there is none. Of relations that
    contradict each other or the bounds, the least certain one (of equals, the last) is set aside.
    """
    links = links_of(relations)
    held = np.ones(len(links), dtype=bool)
    conflicts = [*_settle(_Circles(len(low)), links, held, relations)]
    conflicts += _settle(_Gains(len(low), day), links, held, relations)
    conflicts += _settle(_Clashes(low, high, day), links, held, relations)
    kept = links.where(held)
    lows = _Relaxed(kept, low, day).values
    highs = -1 - _Relaxed(kept.mirrored(), -1 - high, day).values
    return Solution(lows, highs, kept, tuple(conflicts))


def potentials(size: int, links: Links, *, day: int = DAY) -> Numbers:
    """Give values that meet all links, which must not contradict each other."""
    return _Relaxed(links, np.zeros(size, dtype=np.int64), day).values


def _settle(
    finder: _Circles | _Gains | _Clashes, links: Links, held: Numbers, relations: Relations
) -> Iterator[Conflict]:
    """Set the least certain relation of every contradiction aside until none is left."""
    component = _components(finder.size, links)
    open_ = np.ones(len(links), dtype=bool)
    while open_.any():
        current = np.flatnonzero(open_ & held)
        found = list(finder.find(links.where(current), component))
        touched = set()
        for conflict in found:
            aside = min(conflict.relations, key=lambda r: (relations.certainty[r], -r))
            held[links.relation == aside] = False
            touched.add(int(component[relations.source[aside]]))
            yield Conflict(conflict.relations, aside, conflict.earliest, conflict.latest)
        open_ = np.isin(component[links.tail], list(touched))


def _components(size: int, links: Links) -> Numbers:
    graph = coo_array((np.ones(len(links), dtype=bool), (links.tail, links.head)), shape=(size, size))
    labels: Numbers = connected_components(graph, directed=False)[1]
    return labels


class _Circles:
    """Finds ordered links that go round in a circle.

    Without bounds, there is a solution just where there are none and where no circle gains a day (`_Gains`):
    any days that meet the links between days will do, and inside a day the order without circles.
    """

    def __init__(self, size: int) -> None:
        self.size = size

    def find(self, links: Links, component: Numbers) -> Iterator[Conflict]:
        """Give a circle for every strongly connected part that has one."""
        chosen = np.flatnonzero(links.ordered)
        tail, head = links.tail[chosen], links.head[chosen]
        graph = coo_array((np.ones(len(chosen), dtype=bool), (tail, head)), shape=(self.size, self.size))
        part = connected_components(graph, directed=True, connection="strong")[1]
        inside = part[tail] == part[head]
        following = dict(zip(tail[inside].tolist(), chosen[inside].tolist(), strict=True))
        for start in np.unique(tail[inside][np.unique(part[tail[inside]], return_index=True)[1]]).tolist():
            path, at = list[int](), start
            places = dict[int, int]()
            while at not in places:
                places[at] = len(path)
                path.append(following[at])
                at = int(links.head[following[at]])
            loop = path[places[at] :]
            yield Conflict(tuple(sorted(set(links.relation[loop].tolist()))), -1)


class _Gains:
    """Finds links that go round in a circle and gain a day or more (Bellman and Ford over whole days)."""

    def __init__(self, size: int, day: int) -> None:
        self.size, self._day = size, day

    def find(self, links: Links, component: Numbers) -> Iterator[Conflict]:
        """Give a circle for every connected part that has one."""
        steps = np.where(links.ordered, 0, links.step)
        days = replace(links, step=steps, ordered=np.ones_like(links.ordered))
        for loop in _Relaxed(days, np.zeros(self.size, dtype=np.int64), self._day, component).loops:
            yield Conflict(tuple(sorted(set(links.relation[loop].tolist()))), -1)


class _Clashes:
    """Finds variables whose earliest time lies after their latest."""

    def __init__(self, low: Numbers, high: Numbers, day: int) -> None:
        self.size, self._low, self._high, self._day = len(low), low, high, day

    def find(self, links: Links, component: Numbers) -> Iterator[Conflict]:
        lows = _Relaxed(links, self._low, self._day)
        highs = _Relaxed(links.mirrored(), -1 - self._high, self._day)
        clashing = np.flatnonzero(lows.values > -1 - highs.values)
        first = np.unique(component[clashing], return_index=True)[1]
        for variable in clashing[first].tolist():
            before, after = lows.trace(variable), highs.trace(variable)
            if lows.values[variable] > self._high[variable]:
                after = [], variable
            elif -1 - highs.values[variable] < self._low[variable]:
                before = [], variable
            relations = tuple(sorted(set(links.relation[before[0] + after[0]].tolist())))
            if relations:
                yield Conflict(relations, -1, before[1], after[1])


class _Relaxed:
    """The least values that start from given ones and meet all links."""

    def __init__(self, links: Links, values: Numbers, day: int, component: Numbers | None = None) -> None:
        order = np.argsort(links.tail, kind="stable")
        self._links, self._number, self._day = links.where(order), order, day
        self._first = np.searchsorted(self._links.tail, np.arange(len(values) + 1))
        self.values = values.copy()
        self._by = np.full(len(values), -1, dtype=np.int64)  # the link that gave each variable its value
        self._raise = np.full(len(values), -1, dtype=np.int64)  # the number of that step in the log
        self._log: list[tuple[Numbers, Numbers]] = []  # a round: links, the steps that their tails came from
        self._logged = 0
        self._component = component
        self.loops: list[list[int]] = []
        self._run(np.unique(links.tail))

    def _run(self, active: Numbers) -> None:
        rounds, limit = 0, 8 * len(self.values) + 1_000
        while active.size and rounds < limit:
            active = self._round(active)
            rounds += 1
            if self._component is not None and rounds % _PATIENCE == 0:
                active = self._without_loops(active, self._component)

    def _without_loops(self, active: Numbers, component: Numbers) -> Numbers:
        """Take down the loops that only grow, and leave their parts alone from now on."""
        growing = [loop for loop in self._circles(active) if self._grows(loop)]
        self.loops += [[int(self._number[link]) for link in loop] for loop in growing]
        parts = {int(component[self._links.tail[loop[0]]]) for loop in growing}
        return active[~np.isin(component[active], list(parts))] if parts else active

    def _round(self, active: Numbers) -> Numbers:
        chosen = self._leaving(active)
        demanded = self._links.reach(self.values, chosen, self._day)
        heads = self._links.head[chosen]
        later = demanded > self.values[heads]
        chosen, demanded, heads = chosen[later], demanded[later], heads[later]
        order = np.lexsort((-chosen, demanded, heads))
        last = np.ones(len(order), dtype=bool)
        last[:-1] = heads[order][1:] != heads[order][:-1]
        top = order[last]
        self._log.append((chosen[top], self._raise[self._links.tail[chosen[top]]]))
        self.values[heads[top]], self._by[heads[top]] = demanded[top], chosen[top]
        self._raise[heads[top]] = self._logged + np.arange(len(top))
        self._logged += len(top)
        return heads[top]

    def _leaving(self, active: Numbers) -> Numbers:
        first, counts = self._first[active], self._first[active + 1] - self._first[active]
        offsets = np.repeat(first - np.cumsum(counts) + counts, counts)
        return offsets + np.arange(counts.sum())

    def _circles(self, active: Numbers) -> Iterator[list[int]]:
        seen = set[int]()
        for start in active.tolist():
            path, at = dict[int, int](), int(start)
            while at not in path and at not in seen and self._by[at] >= 0:
                path[at] = int(self._by[at])
                at = int(self._links.tail[path[at]])
            if at in path:
                nodes = list(path)
                yield [path[node] for node in nodes[nodes.index(at) :]][::-1]
            seen.update(path)

    def _grows(self, loop: list[int]) -> bool:
        """Tell whether going round again and again always comes back later."""
        value = int(self.values[self._links.tail[loop[0]]])
        turns = [value := self._around(loop, value) for _ in range(4)]
        return turns[3] > turns[2] > turns[1]

    def _around(self, loop: list[int], value: int) -> int:
        for link in loop:
            step = int(self._links.step[link])
            value = value + step if self._links.ordered[link] else (value // self._day + step) * self._day
        return value

    def _steps(self) -> tuple[Numbers, Numbers]:
        if len(self._log) != 1:
            none = np.zeros(0, dtype=np.int64)
            columns = zip((none, none), *self._log, strict=True)
            links, parents = (np.concatenate(column) for column in columns)
            self._log = [(links, parents)]
        return self._log[0]

    def trace(self, variable: int) -> tuple[list[int], int]:
        """Give the links that gave a variable its value, and the variable they start from."""
        links, parents = self._steps()
        chain, at, step = [], variable, int(self._raise[variable])
        while step >= 0:
            link, step = int(links[step]), int(parents[step])
            chain.append(int(self._number[link]))
            at = int(self._links.tail[link])
        return chain, at
