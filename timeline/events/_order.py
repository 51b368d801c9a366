"""Order: bounds tightened by relations, positions, what is known of two events, what contradicts what."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.events._links import OPEN_HIGH, OPEN_LOW, Numbers
from timeline.events._position import bounds, chain_lengths
from timeline.events._problem import Problem, problem_of
from timeline.events._rank import known_pairs, rank
from timeline.events._solver import Solution, solve
from timeline.events._sort import ordered
from timeline.events._times import to_datetimes
from timeline.temporal import Interval, Moment, Precision, When

_MINUTE = 60


def order(events: pd.DataFrame) -> pd.DataFrame:
    """Tighten all bounds by the relations, sort, and fill in `position`.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> yesterday = {"from": "a", "to": "published", "min_days": 1, "max_days": 1, "text": "ieri"}
    >>> told = {"event_id": "a", "document": "d", "published": "2022-01", "relations": [yesterday]}
    >>> same = {"from": "b", "to": "a", "min_days": 0, "max_days": 0, "text": None}
    >>> dated = {"event_id": "b", "start": "2022-01-07", "relations": [same]}
    >>> events = order(frame_of([(1, told), (2, dated)], file="mine"))
    >>> events.loc[0, ["edtf", "published", "published_start", "published_basis"]].tolist()
    ['2022-01-07', '2022-01', Timestamp('2022-01-08 00:00:00'), 'inferred']

    An event whose bounds move has `time_basis` inference; where a publication's bounds move, `published`
    keeps what was stated and `published_basis` is inferred. Relations that contradict the others are set
    aside (see `conflicts`).
    """
    problem = problem_of(events)
    if not len(problem.relations):
        return ordered(events.assign(position=pd.array(chain_lengths(*bounds(events)), dtype="Int64")))
    solution = solve(problem.low, problem.high, problem.relations)
    positions = _positions(events, problem, solution)
    tightened = _publications(_events(events, problem, solution), problem, solution)
    return ordered(tightened.assign(position=pd.array(positions, dtype="Int64")))


def _positions(events: pd.DataFrame, problem: Problem, solution: Solution) -> Numbers:
    """Rank rows and publications together; only rows count."""
    start, end = bounds(events)
    first = np.concatenate([start, np.zeros(len(problem.documents), dtype=np.int64)])
    last = np.concatenate([end - 1, np.zeros(len(problem.documents), dtype=np.int64)])
    nodes = np.concatenate([problem.rows, len(events) + np.arange(len(problem.documents))])
    first[nodes] = solution.low
    last[nodes] = solution.high + np.where(solution.high == OPEN_HIGH, 0, problem.lasting)
    first[first < OPEN_LOW], last[last > OPEN_HIGH] = OPEN_LOW, OPEN_HIGH
    earlier, later = known_pairs(len(nodes), solution.links)
    counted = np.arange(len(first)) < len(events)
    return rank(first, last, counted, nodes[earlier], nodes[later])[: len(events)]


def _rounded(low: Numbers, high: Numbers, old: tuple[Numbers, Numbers]) -> tuple[Numbers, Numbers]:
    """Take back the single seconds by which order moves bounds, never beyond the old bounds."""
    floor = np.where(low == OPEN_LOW, OPEN_LOW, low // _MINUTE * _MINUTE)
    ceiling = np.where(high == OPEN_HIGH, OPEN_HIGH, -(-(high + 1) // _MINUTE) * _MINUTE - 1)
    return np.maximum(floor, old[0]), np.minimum(ceiling, old[1])


def _events(events: pd.DataFrame, problem: Problem, solution: Solution) -> pd.DataFrame:
    count = len(problem.rows)
    old = problem.low[:count], problem.high[:count]
    low, high = _rounded(solution.low[:count], solution.high[:count], old)
    moved = ((low != old[0]) | (high != old[1])) & (problem.lasting[:count] == 0)
    if not moved.any():
        return events
    rows = problem.rows[moved]
    events = events.copy()
    _put(events, rows, ("start", "end"), low[moved], high[moved])
    _retell(events, rows, low[moved].tolist(), high[moved].tolist())
    return events


def _put(events: pd.DataFrame, rows: Numbers, names: tuple[str, str], low: Numbers, high: Numbers) -> None:
    sides = ([None if v == OPEN_LOW else v for v in low.tolist()], [_after(v) for v in high.tolist()])
    for name, values in zip(names, sides, strict=True):
        column = events[name].to_numpy().copy()
        column[rows] = to_datetimes(values)
        events[name] = column


def _after(last: int) -> Moment | None:
    return None if last == OPEN_HIGH else Moment(last + 1)


def _retell(events: pd.DataFrame, rows: Numbers, low: list[int], high: list[int]) -> None:
    """Write the texts of dates that were tightened."""
    precisions = events["precision"].iloc[rows].tolist()
    edtf = [_edtf(*values) for values in zip(low, high, precisions, strict=True)]
    _write(events, "edtf", rows, edtf)
    _write(events, "time_basis", rows, ["inference"] * len(rows))
    days = [
        at for at, text in enumerate(edtf) if precisions[at] == Precision.DAY and text and len(text) == 10
    ]
    _write(events, "timex", rows[days], [edtf[at] for at in days])


def _edtf(low: int, high: int, precision: str) -> str | None:
    start = None if low == OPEN_LOW else Moment(low)
    return When(Interval(start, _after(high)), Precision(precision)).edtf or None


def _write(events: pd.DataFrame, name: str, rows: Numbers, values: list[str | None]) -> None:
    column = events[name].to_numpy(object)
    column[rows] = values
    events[name] = pd.array(column, dtype="str")


def _publications(events: pd.DataFrame, problem: Problem, solution: Solution) -> pd.DataFrame:
    count = len(problem.rows)
    old = problem.low[count:], problem.high[count:]
    low, high = _rounded(solution.low[count:], solution.high[count:], old)
    moved = (low != old[0]) | (high != old[1])
    if not moved.any():
        return events
    events = events.copy()
    at = np.full(int(problem.document_of.max()) + 1, -1, dtype=np.int64)
    at[problem.documents[moved]] = np.arange(int(moved.sum()))
    new = at[problem.document_of]
    rows = np.flatnonzero(new >= 0)
    _put(events, rows, ("published_start", "published_end"), low[moved][new[rows]], high[moved][new[rows]])
    events["published_basis"] = events["published_basis"].where(new < 0, "inferred")
    return events
