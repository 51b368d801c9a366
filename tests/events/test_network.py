"""Adding to a solved problem gives what solving the whole gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events._links import OPEN_HIGH, OPEN_LOW, Relations
from timeline.events._network import Network, no_relations

DAY = 50
WINDOW = st.tuples(st.integers(0, 9), st.integers(1, 4), st.sampled_from(["", "", "low", "high", "lowhigh"]))
SIDES = [(0, None), (None, 0), (1, None), (0, 0), (1, 1), (-1, 1), (0, 2), (None, -1), (2, 2)]


def relations_of(rows):
    if not rows:
        return no_relations()
    source, target, low, high = zip(*rows, strict=True)
    sides = [np.array([np.nan if v is None else v for v in side], dtype=float) for side in (low, high)]
    none = np.zeros(len(rows), dtype=np.int64)
    return Relations(np.array(source), np.array(target), *sides, none, none.astype(float))


@st.composite
def documents(draw):
    """Give documents: bounds of some variables, and relations of these to each other and to older ones."""
    size, out = 0, []
    for _ in range(draw(st.integers(2, 4))):
        count = draw(st.integers(1, 5))
        windows = draw(st.lists(WINDOW, min_size=count, max_size=count))
        low = [OPEN_LOW if "low" in o else d * DAY for d, _, o in windows]
        high = [OPEN_HIGH if "high" in o else (d + w) * DAY - 1 for d, w, o in windows]
        size += count
        row = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1), st.sampled_from(SIDES))
        rows = draw(st.lists(row.map(lambda r: (*r[:2], *r[2])), max_size=5))
        counted = np.array(draw(st.lists(st.booleans(), min_size=count, max_size=count)), dtype=bool)
        out.append((np.array(low, dtype=np.int64), np.array(high, dtype=np.int64), rows, counted))
    return out


@settings(deadline=None, max_examples=300)
@given(documents())
def test_adding_is_the_same_as_solving_the_whole(found):
    low, high, rows, counted = found[0]
    network = Network(low, high, relations_of(rows), counted, day=DAY)
    for more in found[1:]:
        assert len(network.position) == len(network.low)  # kept from here on, not ranked anew
        network.add(more[0], more[1], relations_of(more[2]), more[3])
    whole = Network(
        np.concatenate([f[0] for f in found]),
        np.concatenate([f[1] for f in found]),
        relations_of([row for f in found for row in f[2]]),
        np.concatenate([f[3] for f in found]),
        day=DAY,
    )
    if whole.conflicts:  # of equally certain relations, the order in which they came may decide
        assert (network.low <= network.high).all()
        return
    assert network.low.tolist() == whole.low.tolist()
    assert network.high.tolist() == whole.high.tolist()
    assert network.position.tolist() == whole.position.tolist()


@pytest.mark.parametrize("size", [3, 600])
def test_a_new_link_moves_a_whole_chain(size):
    low, high = np.full(size, OPEN_LOW), np.full(size, OPEN_HIGH)
    chain = [(i, i + 1, 1, None) for i in range(size - 1)]
    network = Network(low, high, relations_of(chain), day=DAY)
    network.add(np.array([0]), np.array([DAY - 1]), relations_of([(size, 0, 1, None)]))
    assert (network.low // DAY).tolist() == [*range(1, size + 1), 0]
    assert network.position.tolist() == [*range(1, size + 1), 0]
