"""Position in the order of time, from bounds and relations together."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from timeline.events._links import Links, Numbers

LARGE = 512
_NEVER = np.iinfo(np.int32).min // 2


def known_pairs(size: int, links: Links) -> tuple[Numbers, Numbers]:
    """Give pairs (earlier, later) from which all pairs follow that the links alone put in order.

    Examples
    --------
    >>> fields = [0, 2, 2, 1], [2, 0, 1, 2], [2, -2, -1, 1], [False] * 4, [0] * 4
    >>> links = Links(*map(np.array, fields))
    >>> [values.tolist() for values in known_pairs(3, links)]
    [[0, 0, 1], [1, 2, 2]]

    One variable is known to come before another where ordered links lead to it, or where the longest way in
    days is at least one. In parts of more than 512 variables only links that put two in order are seen.
    """
    direct = links.ordered | (links.step >= 1)
    tails, heads = [links.tail[direct]], [links.head[direct]]
    for nodes, part in _parts(size, links):
        days = _longest_ways(len(nodes), part)
        before = days >= 1
        reduced = before & ~((before.astype(np.float32) @ before.astype(np.float32)) > 0)
        tail, head = np.nonzero(reduced)
        tails.append(nodes[tail])
        heads.append(nodes[head])
    pairs = np.unique(np.stack([np.concatenate(tails), np.concatenate(heads)]), axis=1)
    return pairs[0], pairs[1]


def _parts(size: int, links: Links) -> Iterator[tuple[Numbers, Links]]:
    """Give the connected parts in which ways of several links may tell more than each link, renumbered."""
    graph = coo_array((np.ones(len(links), dtype=bool), (links.tail, links.head)), shape=(size, size))
    label = connected_components(graph, directed=False)[1]
    counts = np.bincount(label, minlength=1)
    loose = ~links.ordered & (links.step <= 0)  # the same day or backwards
    later = ~links.ordered & (links.step >= 1)
    back = np.intersect1d(label[links.tail[loose]], label[links.tail[later]])
    wanted = back[counts[back] <= LARGE]
    node_order = np.argsort(label, kind="stable")
    node_first = np.searchsorted(label[node_order], wanted)
    link_label = label[links.tail]
    link_order = np.argsort(link_label, kind="stable")
    link_first = np.searchsorted(link_label[link_order], wanted)
    link_last = np.searchsorted(link_label[link_order], wanted, side="right")
    for part, a, b, c in zip(wanted.tolist(), node_first.tolist(), link_first, link_last, strict=True):
        nodes = node_order[a : a + counts[part]]
        chosen = links.where(link_order[b:c])
        local = [np.searchsorted(nodes, ends) for ends in (chosen.tail, chosen.head)]
        yield nodes, Links(local[0], local[1], chosen.step, chosen.ordered, chosen.relation)


def _longest_ways(size: int, links: Links) -> Numbers:
    """Give the longest way in days between all pairs (Floyd and Warshall)."""
    days = np.full((size, size), _NEVER, dtype=np.int64)
    np.maximum.at(days, (links.tail, links.head), np.where(links.ordered, 0, links.step))
    for middle in range(size):
        np.maximum(days, days[:, middle, None] + days[None, middle, :], out=days)
    return days


def rank(first: Numbers, last: Numbers, counted: Numbers, earlier: Numbers, later: Numbers) -> Numbers:
    """Give for every variable the longest chain of counted variables known to come before it.

    Examples
    --------
    >>> first, last = np.array([0, 0, 20]), np.array([9, 9, 29])
    >>> rank(first, last, np.array([True] * 3), np.array([0]), np.array([1])).tolist()
    [0, 1, 2]

    `first` and `last` are inclusive bounds that meet the pairs (earlier, later). Before is: last < first, or
    the pairs say so. One sweep in time, O(n log n) plus the pairs.
    """
    by_last = np.argsort(last, kind="stable")
    lasts, ends = last[by_last].tolist(), by_last.tolist()
    order = np.lexsort((levels(len(first), earlier, later), last, first)).tolist()
    parents = _parents(earlier, later)
    ranks, weights, starts = [0] * len(ends), counted.astype(int).tolist(), first.tolist()
    reached, at, stop = 0, 0, len(ends)
    for node in order:
        start = starts[node]
        while at < stop and lasts[at] < start:
            done = ends[at]
            reached = max(reached, ranks[done] + weights[done])
            at += 1
        best = reached
        for parent in parents.get(node, ()):
            best = max(best, ranks[parent] + weights[parent])
        ranks[node] = best
    return np.array(ranks, dtype=np.int64)


def _parents(earlier: Numbers, later: Numbers) -> dict[int, list[int]]:
    parents: dict[int, list[int]] = {}
    for tail, head in zip(earlier.tolist(), later.tolist(), strict=True):
        parents.setdefault(head, []).append(tail)
    return parents


def levels(size: int, earlier: Numbers, later: Numbers) -> Numbers:
    """Give every variable's depth in the graph of pairs (which has no circles)."""
    depths = np.zeros(size, dtype=np.int64)
    active = np.ones(len(earlier), dtype=bool)
    while active.any():
        tails, heads = earlier[active], later[active]
        before = depths[heads]
        np.maximum.at(depths, heads, depths[tails] + 1)
        changed = np.zeros(size, dtype=bool)
        changed[heads[depths[heads] > before]] = True
        active = changed[earlier]
    return depths
