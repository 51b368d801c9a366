"""Positions kept while events are added are those of ranking the whole."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events._links import OPEN_HIGH, OPEN_LOW
from timeline.events._rank import rank
from timeline.events._ranking import Ranking

WINDOW = st.tuples(
    st.integers(0, 12), st.integers(0, 4), st.sampled_from(["", "", "", "low", "high"]), st.booleans()
)
STEP = st.tuples(
    st.lists(WINDOW, max_size=4),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12), st.integers(0, 4)), max_size=3),
)


def bounds_of(windows):
    low = [OPEN_LOW if side == "low" else start for start, _, side, _ in windows]
    high = [OPEN_HIGH if side == "high" else start + width for start, width, side, _ in windows]
    counted = [c for *_, c in windows]
    return np.array(low, dtype=np.int64), np.array(high, dtype=np.int64), np.array(counted, dtype=bool)


def leads(pairs, start, goal):
    waiting, seen = [start], {start}
    while waiting:
        at = waiting.pop()
        new = {head for tail, head in pairs if tail == at} - seen
        seen |= new
        waiting += new
    return goal in seen


def meets(first, last, pairs):
    return all(first[a] <= first[b] and last[a] <= last[b] for a, b in pairs)


def added(first, last, old, wanted):
    """Give the pairs that bounds meet and that close no circle."""
    pairs = list(old)
    for a, b in ((a % len(first), b % len(first)) for a, b in wanted):
        if meets(first, last, [(a, b)]) and not leads(pairs, b, a):
            pairs.append((a, b))
    return pairs[len(old) :]


def tightened(first, last, pairs, wishes):
    """Tighten bounds where the pairs allow it; give the variables that changed."""
    changed = set()
    for node, start, width in ((n % len(first), s, w) for n, s, w in wishes):
        old = first[node], last[node]
        first[node], last[node] = max(first[node], start), min(last[node], start + width)
        if first[node] > last[node] or not meets(first, last, pairs):
            first[node], last[node] = old
        elif (first[node], last[node]) != old:
            changed.add(node)
    return changed


@settings(deadline=None, max_examples=500)
@given(st.lists(WINDOW, min_size=1, max_size=8), st.lists(STEP, max_size=4))
def test_positions_that_are_kept_are_those_of_the_whole(windows, steps):
    first, last, counted = bounds_of(windows)
    pairs, none = [], np.zeros(0, dtype=np.int64)
    ranking = Ranking(first, last, counted, none, none)
    for more, wanted, wishes in steps:
        first, last = first.copy(), last.copy()
        changed = tightened(first, last, pairs, wishes)
        joined = zip((first, last, counted), bounds_of(more), strict=True)
        first, last, counted = (np.concatenate(both) for both in joined)
        new = added(first, last, pairs, wanted)
        pairs += new
        ranking.update(first, last, counted, changed, new)
        earlier, later = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        assert ranking.positions.tolist() == rank(first, last, counted, earlier, later).tolist()
