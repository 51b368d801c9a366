"""Order of event tables: tightened bounds, positions, what is known before what, conflicts."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline._errors import TableError
from timeline.events import before, conflicts, frame_of, order, read_table, validate, write
from timeline.events._links import Relations
from timeline.events._rank import known_pairs, rank
from timeline.events._solver import solve

DAY, SPAN = 8, 24
SIDES = [(0, None), (None, 0), (1, None), (0, 0), (1, 1), (-1, 1), (0, 2), (None, -1), (2, 2), (-1, 0)]


def link(source, target, low=None, high=None, text="words"):
    return {"from": source, "to": target, "min_days": low, "max_days": high, "text": text}


def told(*rows):
    return frame_of([(number, row) for number, row in enumerate(rows, 1)], file="t")


def grid(bounds, rows):
    """Give every solution, one array a variable."""
    times = [
        values.ravel() for values in np.meshgrid(*(np.arange(a, b + 1) for a, b in bounds), indexing="ij")
    ]
    good = np.ones(len(times[0]), dtype=bool)
    for source, target, low, high in rows:
        a, b = times[source], times[target]
        days = b // DAY - a // DAY
        if high is None and low == 0:
            good &= a < b
        elif low is None and high == 0:
            good &= b < a
        else:
            good &= (low is None or low <= days) & (high is None or days <= high)
    return [values[good] for values in times]


@st.composite
def problems(draw):
    size = draw(st.integers(2, 4))
    days = st.tuples(st.integers(0, 2), st.integers(0, 2)).map(sorted)
    bounds = [(a * DAY, b * DAY + DAY - 1) for a, b in draw(st.lists(days, min_size=size, max_size=size))]
    end = st.integers(0, size - 1)
    row = st.tuples(end, end, st.sampled_from(SIDES)).map(lambda r: (*r[:2], *r[2]))
    return bounds, draw(st.lists(row, max_size=5))


@settings(deadline=None, max_examples=150)
@given(problems())
@example(([(0, 23), (0, 15), (0, 23)], [(0, 1, None, -1), (0, 2, 0, 0)]))
def test_positions_are_the_longest_chains_of_all_that_is_entailed(problem):
    bounds, rows = problem
    columns = list(zip(*rows, strict=True)) if rows else [()] * 4
    none = np.zeros(len(rows), dtype=np.int64)
    source, target = (np.array(c, dtype=np.int64) for c in columns[:2])
    sides = [np.array([np.nan if v is None else v for v in c], dtype=float) for c in columns[2:]]
    low, high = (np.array(side) for side in zip(*bounds, strict=True))
    solution = solve(low, high, Relations(source, target, *sides, none, none * 1.0), day=DAY)
    aside = {conflict.aside for conflict in solution.conflicts}
    times = grid(bounds, [row for number, row in enumerate(rows) if number not in aside])
    size = len(bounds)
    entailed = {(a, b) for a in range(size) for b in range(size) if (times[a] < times[b]).all()}
    longest = [0] * size
    for _ in range(size):
        longest = [max((longest[a] + 1 for a, c in entailed if c == b), default=0) for b in range(size)]
    pairs = known_pairs(size, solution.links)
    assert rank(solution.low, solution.high, np.ones(size, dtype=bool), *pairs).tolist() == longest


IERI = link("a", "published", 1, 1, "ieri")
SAME = link("b", "a", 0, 0, None)


def test_a_dated_report_gives_the_day_of_publication_of_another():
    frame = order(
        told(
            {
                "event_id": "a",
                "document": "d",
                "published": "2022-01",
                "relations": [IERI],
                "precision": "day",
            },
            {
                "event_id": "c",
                "document": "d",
                "published": "2022-01",
                "relations": [link("c", "published", 2, 2)],
            },
            {"event_id": "b", "start": "2022-01-07", "relations": [SAME]},
        )
    )
    validate(frame)
    rows = frame.set_index("event_id")
    assert rows.loc["a", ["edtf", "timex", "time_basis"]].tolist() == [
        "2022-01-07",
        "2022-01-07",
        "inference",
    ]
    assert rows.loc["c", "edtf"] == "2022-01-06"
    assert rows.loc[["a", "c"], "published"].tolist() == ["2022-01", "2022-01"]
    assert rows.loc[["a", "c"], "published_basis"].tolist() == ["inferred", "inferred"]
    assert set(rows.loc[["a", "c"], "published_start"]) == {pd.Timestamp("2022-01-08")}
    assert set(rows.loc[["a", "c"], "published_end"]) == {pd.Timestamp("2022-01-09")}
    assert rows["position"].to_dict() == {"c": 0, "a": 1, "b": 1}


def test_order_of_an_ordered_table_changes_nothing():
    once = order(
        told(
            {"event_id": "a", "document": "d", "published": "2022-01", "relations": [IERI]},
            {"event_id": "b", "start": "2022-01-07", "relations": [SAME]},
        )
    )
    pd.testing.assert_frame_equal(order(once), once)


def test_words_of_order_rank_events_without_dates():
    frame = told(
        {"event_id": "a", "relations": [link("a", "b", 0)]},
        {"event_id": "b", "relations": [link("b", "c", 0)]},
        {"event_id": "c"},
        {"event_id": "d"},
    )
    assert order(frame).set_index("event_id")["position"].to_dict() == {"a": 0, "b": 1, "c": 2, "d": 0}
    assert before("a", "c", frame) is True
    assert before("c", "a", frame) is False
    assert before("a", "d", frame) is None


def test_events_dated_against_an_unknown_day_are_in_order():
    frame = told(
        {"event_id": "a", "document": "d", "relations": [link("a", "published", 2, 2)]},
        {"event_id": "b", "document": "d", "relations": [link("b", "published", 1, 1)]},
    )
    assert order(frame).set_index("event_id")["position"].to_dict() == {"a": 0, "b": 1}
    assert before("a", "b", frame) is True


def test_order_moves_bounds_without_odd_seconds():
    frame = order(
        told({"event_id": "a", "start": "2022-01-05", "relations": [link("a", "b", 0)]}, {"event_id": "b"})
    )
    assert frame.set_index("event_id").loc["b", "start"] == pd.Timestamp("2022-01-05")
    assert frame.set_index("event_id").loc["b", "edtf"] == "[2022-01-05..]"


def test_something_after_a_lasting_event_starts_when_it_is_over():
    siege = {"event_id": "a", "start": "2022-01-05", "end": "2022-01-09", "extent": "throughout"}
    frame = order(told({**siege, "relations": [link("a", "b", 0)]}, {"event_id": "b"}))
    rows = frame.set_index("event_id")
    assert rows.loc["b", "start"] == pd.Timestamp("2022-01-09")
    assert rows.loc["a", "end"] == pd.Timestamp("2022-01-09")


def test_before_takes_rows():
    frame = told({"start": "2022-01-05"}, {"start": "2022-01-07"}, {"relations": [link("t#3", "t#1", 0)]})
    rows = frame.set_index("event_id", drop=False)
    assert before(rows.loc["t#1"], rows.loc["t#2"]) is True
    assert before(rows.loc["t#3"], rows.loc["t#1"]) is True
    assert before(rows.loc["t#3"], rows.loc["t#3"]) is False
    with pytest.raises(TableError, match="no event by this event_id in the table: 'x'"):
        before("x", "t#1", frame)
    with pytest.raises(TableError, match="no table to look this event up in: 'x'"):
        before("x", rows.loc["t#1"])


def test_conflicts_show_both_texts():
    after = link("b", "a", 0, None, "after")
    frame = told(
        {"event_id": "a", "start": "2022-01-05", "text": "Shots.", "relations": [after]},
        {"event_id": "b", "start": "2022-01-07", "text": "The order."},
    )
    told_of = conflicts(frame).fillna("").values.tolist()
    assert told_of == [["a", "t", "after", "Shots.", "b", "t", "", "The order."]]
    assert conflicts(order(frame)).equals(conflicts(frame))
    assert order(frame)["edtf"].tolist() == ["2022-01-05", "2022-01-07"]
    assert conflicts(told({"start": "2022-01-05"})).empty


def linked(starts, chain):
    rows = [{"event_id": f"e{i}", "relations": []} for i in range(len(starts))]
    for row, day in zip(rows, starts, strict=True):
        row.update({} if day is None else {"start": f"2022-01-{day:02}"})
    for source, target, (low, high) in chain:
        rows[source]["relations"].append(link(f"e{source}", f"e{target}", low, high))
    return told(*rows)


CHAIN = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(SIDES)), max_size=8)
STARTS = st.lists(st.none() | st.integers(1, 28), min_size=8, max_size=8)


@settings(deadline=None, max_examples=40)
@given(STARTS, CHAIN)
def test_relations_survive_files_and_solve_to_the_same(tmp_path_factory, starts, chain):
    rows = [
        {"event_id": f"e{i}", **({} if d is None else {"start": f"2022-01-{d:02}"})}
        for i, d in enumerate(starts)
    ]
    for source, target, (low, high) in chain:
        rows[source].setdefault("relations", []).append(link(f"e{source}", f"e{target}", low, high))
    frame = order(told(*rows))
    validate(frame)
    folder = tmp_path_factory.mktemp("order")
    for name in ("t.csv", "t.parquet", "t.jsonl"):
        write(frame, folder / name)
        again = read_table(folder / name)
        pd.testing.assert_frame_equal(again, frame)
        pd.testing.assert_frame_equal(order(again), order(frame))


@settings(deadline=None, max_examples=60)
@given(STARTS, CHAIN)
@example([None] * 5 + [1, None, None], [(2, 3, (0, None)), (3, 2, (0, None)), (5, 3, (0, None))])
def test_position_never_contradicts_what_is_known(starts, chain):
    rows = [
        {"event_id": f"e{i}", **({} if d is None else {"start": f"2022-01-{d:02}"})}
        for i, d in enumerate(starts)
    ]
    for source, target, (low, high) in chain:
        rows[source].setdefault("relations", []).append(link(f"e{source}", f"e{target}", low, high))
    frame = order(told(*rows))
    position = dict(zip(frame["event_id"], frame["position"], strict=True))
    for a, b in pairwise(f"e{i}" for i in range(8)):
        known = before(a, b, frame)
        assert known is not True or position[a] < position[b]
        assert known is not False or position[b] < position[a]
