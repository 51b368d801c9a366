"""What is known of the order of two events."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from timeline._errors import TableError
from timeline.events._links import OPEN_LOW, Numbers
from timeline.events._problem import problem_of
from timeline.events._rank import known_pairs
from timeline.events._schema import COLUMNS
from timeline.events._solver import Solution, solve


def before(
    first: pd.Series[Any] | str, second: pd.Series[Any] | str, events: pd.DataFrame | None = None
) -> bool | None:
    """Tell whether one event is known to come before another: True yes, False no, None unknown.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> rows = [(1, {"start": "2022-01-05"}), (2, {"start": "2022-01-07"}), (3, {"start": "2022-01"})]
    >>> events = frame_of(rows, file="t")
    >>> [before(*pair, events) for pair in (("t#1", "t#2"), ("t#2", "t#1"), ("t#1", "t#3"))]
    [True, False, None]

    Events are rows of an event table, or `event_id`s together with the table. With the table, all its
    relations count; with two rows alone, their bounds and the relations that they carry.

    Raises
    ------
    TableError
        Where an `event_id` is not in the table.
    """
    table = _both(first, second) if events is None else events
    a, b = (_row(table, event) for event in (first, second))
    if a == b:
        return False
    if _entailed(table, a, b):
        return True
    return False if _entailed(table, b, a) else None


def _both(first: pd.Series[Any] | str, second: pd.Series[Any] | str) -> pd.DataFrame:
    rows = [event for event in (first, second) if isinstance(event, pd.Series)]
    if len(rows) < 2:
        raise TableError("no table to look this event up in", value=str(first if rows else second))
    return pd.DataFrame(rows).drop_duplicates("event_id").reset_index(drop=True).astype(COLUMNS)


def _row(events: pd.DataFrame, event: pd.Series[Any] | str) -> int:
    name = event if isinstance(event, str) else event["event_id"]
    found = np.flatnonzero((events["event_id"] == name).to_numpy())
    if not len(found):
        raise TableError("no event by this event_id in the table", value=str(name))
    return int(found[0])


def _entailed(events: pd.DataFrame, a: int, b: int) -> bool:
    """Tell whether a comes before b in every order: bounds, or no solution in which it does not."""
    end, start = events["end"].iloc[a], events["start"].iloc[b]
    if not pd.isna(end) and not pd.isna(start) and end <= start:
        return True
    problem = problem_of(events)
    at = [np.flatnonzero(problem.rows == row) for row in (a, b)]
    if not all(len(found) for found in at):
        return False
    ends = int(at[0][0]), int(at[1][0])
    solution = solve(problem.low, problem.high, problem.relations)
    return _known(solution, problem.lasting, *ends)


def _known(solution: Solution, lasting: Numbers, a: int, b: int) -> bool:
    if solution.high[a] + lasting[a] < solution.low[b] and solution.low[b] > OPEN_LOW:
        return True
    earlier, later = known_pairs(len(lasting), solution.links)
    return _leads(earlier, later, a, b)


def _leads(earlier: Numbers, later: Numbers, a: int, b: int) -> bool:
    reached = np.array([a])
    seen = {a}
    while reached.size:
        heads = np.setdiff1d(np.unique(later[np.isin(earlier, reached)]), list(seen))
        if b in heads:
            return True
        seen.update(heads.tolist())
        reached = heads
    return False
