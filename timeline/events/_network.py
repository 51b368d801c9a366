"""A solved problem that more documents can be added to, at the cost of what they touch."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import fields

import numpy as np

from timeline.events._links import DAY, OPEN_LOW, Links, Numbers, Relations, links_of
from timeline.events._rank import LARGE, known_pairs
from timeline.events._ranking import Ranking
from timeline.events._solver import Conflict, Solution, potentials, solve

_PATIENCE = 20_000


class Network:
    """Time variables with relations: bounds and positions, kept solved while more are added.

    Examples
    --------
    >>> zero, one = np.array([0]), np.array([1.0])
    >>> network = Network(np.array([0]), np.array([DAY - 1]), no_relations())
    >>> after = Relations(zero, zero + 1, one, one, zero, one)
    >>> network.add(np.array([OPEN_LOW]), np.array([-1 - OPEN_LOW]), after)
    >>> network.low.tolist(), network.high.tolist(), network.position.tolist()
    ([0, 86400], [86399, 172799], [0, 1])

    `low` and `high` are inclusive seconds, `position` counts variables that are `counted`. New variables are
    numbered on from the old ones. Adding only ever tightens, so a worklist from the new relations does (as in
    incremental shortest paths); a contradiction leads to a new solution of the whole. Positions are kept by a
    `Ranking` from the first time on that they are asked for.
    Figures: `tests/benchmarks/order.py`.
    """

    def __init__(
        self,
        low: Numbers,
        high: Numbers,
        relations: Relations,
        counted: Numbers | None = None,
        *,
        day: int = DAY,
    ) -> None:
        self._given = low.copy(), high.copy()
        self._relations, self._day = relations, day
        self._ranking: Ranking | None = None
        self._moved, self._met = set[int](), set[int]()  # since positions were asked for last
        self._counted = np.ones(len(low), dtype=bool) if counted is None else counted
        self._solve()

    @property
    def position(self) -> Numbers:
        """The positions of all variables."""
        if self._ranking is None:
            pairs = known_pairs(len(self.low), self._forward.links())
            self._ranking = Ranking(self.low, self.high, self._counted, *pairs)
        elif self._moved or self._met:
            self._ranking.update(self.low, self.high, self._counted, self._moved, self._new_pairs())
        self._moved, self._met = set[int](), set[int]()
        return self._ranking.positions

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The contradictions found when the whole was solved last."""
        return self._solution.conflicts

    def add(self, low: Numbers, high: Numbers, relations: Relations, counted: Numbers | None = None) -> None:
        """Add variables and relations; relations may name old variables and new ones."""
        new = np.ones(len(low), dtype=bool) if counted is None else counted
        self._given = np.concatenate([self._given[0], low]), np.concatenate([self._given[1], high])
        self._counted = np.concatenate([self._counted, new])
        self._relations = _joined(self._relations, relations)
        self._moved |= set(range(len(self.low), len(self.low) + len(low)))
        self._grow(low, high)
        if not self._tighten(links_of(relations)):
            self._solve()

    # ------------------------------------------------------------ the whole

    def _solve(self) -> None:
        low, high = self._given
        self._solution: Solution = solve(low, high, self._relations, day=self._day)
        self.low, self.high = self._solution.low, self._solution.high
        links = self._solution.links
        self._potential = potentials(len(low), links, day=self._day)
        self._forward, self._backward = _Fan(links), _Fan(links.mirrored())
        self._ranking = None

    def _grow(self, low: Numbers, high: Numbers) -> None:
        self.low, self.high = np.concatenate([self.low, low]), np.concatenate([self.high, high])
        none = np.zeros(len(low), dtype=np.int64)
        self._potential = np.concatenate([self._potential, none])

    # ------------------------------------------------------------ bounds

    def _tighten(self, links: Links) -> bool:
        """Push what new links demand through the network; tell whether that ends without contradiction."""
        self._forward.add(links)
        self._backward.add(links.mirrored())
        ends = np.unique(links.tail).tolist(), np.unique(links.head).tolist()
        self._met |= {*ends[0], *ends[1]}
        mirrored = -1 - self.high
        steady = self._push(self._potential, self._forward, ends[0])
        later = self._push(self.low, self._forward, ends[0])
        earlier = self._push(mirrored, self._backward, ends[1])
        if steady is None or later is None or earlier is None:
            return False
        self.high = -1 - mirrored
        self._moved |= later | earlier
        touched = sorted(later | earlier)
        return not bool((self.low[touched] > self.high[touched]).any())

    def _push(self, values: Numbers, fan: _Fan, starts: Iterable[int]) -> set[int] | None:
        queue, waiting, changed, steps = deque(starts), set(starts), set[int](), 0
        while queue:
            node = queue.popleft()
            waiting.discard(node)
            value = int(values[node])
            if value == OPEN_LOW:
                continue
            for head, step, ordered in fan.of(node):
                demanded = value + step if ordered else (value // self._day + step) * self._day
                if demanded > values[head]:
                    values[head] = demanded
                    changed.add(head)
                    steps += 1
                    if head not in waiting:
                        waiting.add(head)
                        queue.append(head)
            if steps > _PATIENCE:
                return None
        return changed

    # ------------------------------------------------------------ order

    def _new_pairs(self) -> Iterator[tuple[int, int]]:
        """Give the pairs in order that follow in the parts that new links have met."""
        seen = set[int]()
        for start in sorted(self._met):
            if start not in seen:
                nodes = self._part(start)
                seen |= nodes
                yield from self._pairs_of(sorted(nodes))

    def _part(self, start: int) -> set[int]:
        """Give the variables that links connect to one, as far as these are not too many."""
        nodes, waiting = {start}, [start]
        while waiting and len(nodes) <= LARGE:
            node = waiting.pop()
            for fan in (self._forward, self._backward):
                new = {head for head, _, _ in fan.of(node)} - nodes
                nodes |= new
                waiting += sorted(new)
        return nodes

    def _pairs_of(self, nodes: list[int]) -> Iterator[tuple[int, int]]:
        at = {node: number for number, node in enumerate(nodes)}
        found = [
            (at[tail], at[head], step, ordered)
            for tail in nodes
            for head, step, ordered in self._forward.of(tail)
            if head in at
        ]
        tail, head, step, ordered = (np.array(column, dtype=np.int64) for column in zip(*found, strict=True))
        links = Links(tail, head, step, ordered.astype(bool), np.zeros_like(tail))
        pairs = zip(*(ends.tolist() for ends in known_pairs(len(nodes), links)), strict=True)
        yield from ((nodes[a], nodes[b]) for a, b in pairs)


class _Fan:
    """The links that leave each variable: those of the whole in arrays, later ones in lists."""

    def __init__(self, links: Links) -> None:
        order = np.argsort(links.tail, kind="stable")
        self._links = links.where(order)
        self._extra: dict[int, list[tuple[int, int, bool]]] = {}

    def add(self, links: Links) -> None:
        """Add links."""
        columns = links.tail.tolist(), links.head.tolist(), links.step.tolist(), links.ordered.tolist()
        for tail, head, step, ordered in zip(*columns, strict=True):
            self._extra.setdefault(tail, []).append((head, step, ordered))

    def links(self) -> Links:
        """Give all links, those added among them."""
        rows = [(tail, *link, 0) for tail, found in self._extra.items() for link in found]
        if not rows:
            return self._links
        more = [np.array(column) for column in zip(*rows, strict=True)]
        names = [field.name for field in fields(Links)]
        both = zip((getattr(self._links, name) for name in names), more, strict=True)
        tail, head, step, ordered, relation = (np.concatenate(pair) for pair in both)
        return Links(tail, head, step, ordered, relation)

    def of(self, node: int) -> Iterator[tuple[int, int, bool]]:
        """Give head, step and kind of every link that leaves a variable."""
        a, b = np.searchsorted(self._links.tail, (node, node + 1))
        for at in range(a, b):
            yield int(self._links.head[at]), int(self._links.step[at]), bool(self._links.ordered[at])
        yield from self._extra.get(node, ())


def no_relations() -> Relations:
    """Give relations without any."""
    none = np.zeros(0, dtype=np.int64)
    return Relations(none, none, none.astype(float), none.astype(float), none, none.astype(float))


def _joined(old: Relations, new: Relations) -> Relations:
    names = [field.name for field in fields(Relations)]
    return Relations(*(np.concatenate([getattr(old, name), getattr(new, name)]) for name in names))
