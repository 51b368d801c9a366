"""The order solver against one that tries everything."""

from itertools import product

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.events._links import OPEN_HIGH, OPEN_LOW, Relations, links_of
from timeline.events._solver import solve

DAY = 3
SPAN = 12  # moments tried: four days of three seconds

SIDES = [(0, None), (None, 0), (1, None), (0, 0), (1, 1), (-1, 1), (0, 2), (None, -1), (2, 2)]


def relations_of(rows):
    columns = list(zip(*rows, strict=True)) if rows else [(), (), (), ()]
    source, target = (np.array(c, dtype=np.int64) for c in columns[:2])
    low, high = (np.array([np.nan if v is None else v for v in c], dtype=float) for c in columns[2:])
    none = np.zeros(len(rows), dtype=np.int64)
    return Relations(source, target, low, high, none, none.astype(float))


def holds(row, times):
    source, target, low, high = row
    a, b = times[source], times[target]
    if high is None and low == 0:
        return a < b
    if low is None and high == 0:
        return b < a
    days = b // DAY - a // DAY
    return (low is None or low <= days) and (high is None or days <= high)


def brute(bounds, rows):
    """Give every assignment that meets bounds and relations."""
    spaces = [range(low, high + 1) for low, high in bounds]
    return [times for times in product(*spaces) if all(holds(row, times) for row in rows)]


@st.composite
def problems(draw):
    size = draw(st.integers(1, 4))
    pairs = st.tuples(st.integers(0, SPAN - 1), st.integers(0, SPAN - 1)).map(sorted)
    bounds = draw(st.lists(pairs, min_size=size, max_size=size))
    sides = st.sampled_from(
        [(0, None), (None, 0), (1, None), (0, 0), (1, 1), (-1, 1), (0, 2), (None, -1), (2, 2)]
    )
    row = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1), sides).map(lambda r: (*r[:2], *r[2]))
    return bounds, draw(st.lists(row, max_size=5))


@settings(deadline=None, max_examples=400)
@given(problems())
def test_bounds_and_conflicts_are_those_of_trying_everything(problem):
    bounds, rows = problem
    low, high = (np.array(side, dtype=np.int64) for side in zip(*bounds, strict=True))
    solution = solve(low, high, relations_of(rows), day=DAY)
    assert bool(solution.conflicts) == (not brute(bounds, rows))
    aside = {conflict.aside for conflict in solution.conflicts}
    assert all(conflict.aside in conflict.relations for conflict in solution.conflicts)
    times = brute(bounds, [row for number, row in enumerate(rows) if number not in aside])
    assert times, "what is kept can all be true"
    assert solution.low.tolist() == [min(t[i] for t in times) for i in range(len(bounds))]
    assert solution.high.tolist() == [max(t[i] for t in times) for i in range(len(bounds))]


@settings(deadline=None, max_examples=200)
@example(([[0, 0], [0, 0]], [(0, 1, 0, 0), (1, 0, None, 0)]))
@given(problems())
def test_every_conflict_is_one(problem):
    bounds, rows = problem
    low, high = (np.array(side, dtype=np.int64) for side in zip(*bounds, strict=True))
    for conflict in solve(low, high, relations_of(rows), day=DAY).conflicts:
        free = [(0, SPAN - 1)] * len(bounds)
        for variable, side in ((conflict.earliest, 0), (conflict.latest, 1)):
            if variable is not None:
                pair = list(free[variable])
                pair[side] = bounds[variable][side]
                free[variable] = tuple(pair)
        assert not brute(free, [rows[number] for number in conflict.relations])


def test_open_bounds_stay_open_and_circles_of_open_variables_are_found():
    low, high = np.full(3, OPEN_LOW), np.full(3, OPEN_HIGH)
    solution = solve(low, high, relations_of([(0, 1, 0, None), (1, 2, 0, None), (2, 0, 0, None)]))
    assert [conflict.relations for conflict in solution.conflicts] == [(0, 1, 2)]
    assert solution.low.tolist() == low.tolist()
    assert solution.high.tolist() == high.tolist()


def test_the_least_certain_relation_is_set_aside():
    relations = relations_of([(0, 1, 1, 1), (0, 1, 2, 2)])
    relations.certainty[:] = [1.0, 3.0]
    low, high = np.array([0, OPEN_LOW]), np.array([DAY - 1, OPEN_HIGH])
    solution = solve(low, high, relations, day=DAY)
    assert [conflict.aside for conflict in solution.conflicts] == [0]
    assert solution.low[1] // DAY == 2


def test_a_long_chain_is_pushed_through():
    size = 2_000
    rows = [(i, i + 1, 1, 1) for i in range(size - 1)]
    low, high = np.full(size, OPEN_LOW), np.full(size, OPEN_HIGH)
    low[0], high[0] = 0, DAY - 1
    solution = solve(low, high, relations_of(rows), day=DAY)
    assert (solution.low // DAY).tolist() == list(range(size))
    assert (solution.high // DAY).tolist() == list(range(size))


def test_links_of_relations_with_one_side_of_zero_are_ordered():
    links = links_of(relations_of([(0, 1, 0, None), (0, 1, None, 0), (0, 1, 0, 0), (0, 1, 2, None)]))
    assert links.ordered.tolist() == [True, False, False, True, False]


def test_every_part_is_searched_whatever_is_found_in_others():
    short, gain = [(0, 1, 0, None), (1, 0, 0, None)], [(2, 3, 1, None), (3, 2, 1, None)]
    long = [(i, i + 1, 0, None) for i in range(4, 200)] + [(200, 4, 1, None)]
    size = 201
    solution = solve(np.full(size, OPEN_LOW), np.full(size, OPEN_HIGH), relations_of(short + gain + long))
    assert sorted(len(conflict.relations) for conflict in solution.conflicts) == [2, 2, 197]
