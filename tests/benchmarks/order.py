"""Solving and ranking a million events, beside sorting the same table.

python tests/benchmarks/order.py [EVENTS [RELATIONS]]
"""

import resource
import sys
import time

import numpy as np
import pandas as pd

from timeline.events import chain_lengths
from timeline.events._links import OPEN_HIGH, OPEN_LOW, Relations
from timeline.events._network import Network
from timeline.events._rank import known_pairs, rank
from timeline.events._solver import solve

DAY = 86_400


def made(events, relations, seed=0):
    """Make up bounds (days, weeks, months, open sides) and relations, most within documents of 25 events."""
    rng = np.random.default_rng(seed)
    day = np.sort(rng.integers(0, 20_000, events // 25 + 1)).repeat(25)[:events] + rng.integers(-3, 4, events)
    width = rng.choice([1, 1, 1, 7, 30], events)
    low, high = day * DAY, (day + width) * DAY - 1
    kind = rng.random(events)
    low, high = np.where(kind < 0.2, OPEN_LOW, low), np.where(kind > 0.9, OPEN_HIGH, high)
    source = rng.integers(0, events, relations)
    near = source // 25 * 25 + rng.integers(0, 25, relations)
    far = np.minimum(source + rng.integers(1, 100, relations), events - 1)
    target = np.minimum(np.where(rng.random(relations) < 0.9, near, far), events - 1)
    source, target = np.minimum(source, target), np.maximum(source, target)
    counted = rng.random(relations) < 0.5
    days = day[target] - day[source] + rng.integers(-1, 2, relations).astype(float)
    least = np.where(counted, days, 0.0)
    most = np.where(counted, days + rng.integers(0, 3, relations), np.nan)
    none = np.zeros(relations, dtype=np.int64)
    return low, high, Relations(source, target, least, most, none, rng.random(relations))


def timed(name, work):
    start = time.process_time()
    result = work()
    print(f"{name:32}{time.process_time() - start:8.3f} CPU-s")
    return result


def document(network, rng):
    """Make up a document of 25 events, with relations inside, to older events and to its publication."""
    size, events = len(network.low), 25
    day = int(rng.integers(0, 20_000))
    low, high = np.full(events, day * DAY), np.full(events, (day + 1) * DAY - 1)
    source = size + np.arange(0, 20, 2)
    target = np.where(np.arange(10) < 8, source + 1, rng.integers(0, size, 10))
    least = np.where(np.arange(10) < 8, 0.0, -30_000.0)
    none = np.zeros(10, dtype=np.int64)
    return low, high, Relations(source, target, least, np.full(10, np.nan), none, none.astype(float))


def main():
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    relations = int(sys.argv[2]) if len(sys.argv) > 2 else events // 5
    low, high, links = made(events, relations)
    frame = pd.DataFrame({"start": low, "end": high})
    timed("sort_values", lambda: frame.sort_values(["start", "end"]))
    timed("position from bounds alone", lambda: chain_lengths(low, high + 1))
    solution = timed("solve", lambda: solve(low, high, links))
    pairs = timed("pairs in order", lambda: known_pairs(events, solution.links))
    counted = np.ones(events, dtype=bool)
    ranks = timed("rank", lambda: rank(solution.low, solution.high, counted, *pairs))
    network = timed("network", lambda: Network(low, high, links))
    assert timed("its positions", lambda: network.position).tolist() == ranks.tolist()
    rng = np.random.default_rng(1)
    for _ in range(10):
        each = document(network, rng)
        timed("add a document", lambda each=each: network.add(*each))
        timed("  and its positions", lambda: network.position)
    pairs = known_pairs(len(network.low), network._forward.links())
    whole = rank(network.low, network.high, np.ones(len(network.low), dtype=bool), *pairs)
    assert network.position.tolist() == whole.tolist()
    moved = int(((solution.low != low) | (solution.high != high)).sum())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{events:,} events, {len(links):,} relations, {moved:,} tightened, highest position {ranks.max():,}"
    )
    print(f"{len(solution.conflicts):,} relations set aside, peak memory {peak:.2f} GiB")


if __name__ == "__main__":
    main()
