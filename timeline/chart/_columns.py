"""The event table as plain arrays, in the order in which the chart shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline._errors import TableError
from timeline.events import full_names

KINDS = ("statement", "action")
FACTUALITIES = ("asserted", "reported", "possible", "planned", "denied")
DIMENSIONS = ("actor", "place", "source", "type", "language", "document")
NEEDED = ("event_id", "kind", "start", "end")


@dataclass(frozen=True, slots=True)
class Coded:
    """A text column as codes into its own sorted values; code 0 is missing."""

    codes: NDArray[np.int64]
    values: list[str]


@dataclass(frozen=True, slots=True)
class Columns:
    """What the chart needs of every event; times in whole seconds of wall time since 1970.

    `table` is in the order of the chart, `rows` says where each of its rows stood in the table given. `later`
    is the row of the correction, -2 where that is not in the table, -1 where there is none.
    """

    table: pd.DataFrame
    rows: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    has_start: NDArray[np.bool_]
    has_end: NDArray[np.bool_]
    kind: NDArray[np.int64]
    factuality: NDArray[np.int64]
    throughout: NDArray[np.bool_]
    later: NDArray[np.int64]
    by_hand: NDArray[np.bool_]
    importance: NDArray[np.float64]
    leader: NDArray[np.int64]
    dimensions: dict[str, Coded]

    def __len__(self) -> int:
        return len(self.start)

    @property
    def superseded(self) -> NDArray[np.bool_]:
        """Which events a later report corrects."""
        corrected: NDArray[np.bool_] = self.later != -1
        return corrected

    @property
    def dated(self) -> NDArray[np.bool_]:
        """Which events have at least one bound."""
        return self.has_start | self.has_end


def columns(df: pd.DataFrame) -> Columns:
    """Read the event table into arrays, ordered by start (where open, by end), undated last.

    Raises
    ------
    TableError
        Where a column without which nothing can be drawn is not there.
    """
    for name in NEEDED:
        if name not in df.columns:
            raise TableError("not an event table, a column is missing", value=name)
    start, has_start = _seconds(df["start"])
    end, has_end = _seconds(df["end"])
    order = _order(start, end, has_start, has_end)
    table = df.iloc[order].reset_index(drop=True)
    importance = _importance(table)
    return Columns(
        table=table,
        rows=order,
        start=start[order],
        end=end[order],
        has_start=has_start[order],
        has_end=has_end[order],
        kind=_coded_as(table, "kind", KINDS),
        factuality=_coded_as(table, "factuality", FACTUALITIES),
        throughout=_texts(table, "extent") == "throughout",
        later=rows_of(table, "superseded_by"),
        by_hand=np.array([_length(v) > 0 for v in _column(table, "corrected")], dtype=bool),
        importance=importance,
        leader=_leaders(_texts(table, "cluster"), importance),
        dimensions={name: _coded(_dimension(table, name)) for name in DIMENSIONS},
    )


def _seconds(values: pd.Series[Any]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    stamps = pd.to_datetime(values) if values.dtype == object else values
    if getattr(stamps.dt, "tz", None) is not None:
        stamps = stamps.dt.tz_localize(None)
    there = stamps.notna().to_numpy()
    seconds = stamps.to_numpy(dtype="datetime64[s]").astype(np.int64)
    return np.where(there, seconds, 0), there


def _order(
    start: NDArray[np.int64], end: NDArray[np.int64], has_start: NDArray[np.bool_], has_end: NDArray[np.bool_]
) -> NDArray[np.int64]:
    first = np.where(has_start, start, end)
    last = np.where(has_end, end, np.iinfo(np.int64).max)
    return np.lexsort((last, first, ~(has_start | has_end)))


def rows_of(table: pd.DataFrame, name: str) -> NDArray[np.int64]:
    """Give, for the ids in a column, the rows where they stand: -2 where nowhere, -1 where there is no id."""
    ids = _texts(table, name)
    wanted = set(ids[ids != ""])
    places = (
        {key: row for row, key in enumerate(_texts(table, "event_id")) if key in wanted} if wanted else {}
    )
    return np.array([places.get(key, -2) if key else -1 for key in ids], dtype=np.int64)


def _column(table: pd.DataFrame, name: str) -> Sequence[Any]:
    if name not in table.columns:
        return [None] * len(table)
    return table[name].astype(object).to_list()


def _texts(table: pd.DataFrame, name: str) -> NDArray[np.object_]:
    return np.array([v if isinstance(v, str) else "" for v in _column(table, name)], dtype=object)


def _length(value: object) -> int:
    return len(value) if isinstance(value, (list, tuple, np.ndarray)) else 0


def _importance(table: pd.DataFrame) -> NDArray[np.float64]:
    if "importance" not in table.columns:
        return np.zeros(len(table))
    values = pd.to_numeric(table["importance"], errors="coerce").to_numpy(dtype=float, na_value=0.0)
    clipped: NDArray[np.float64] = np.clip(np.nan_to_num(values), 0.0, 1.0)
    return clipped


def _coded_as(table: pd.DataFrame, name: str, known: tuple[str, ...]) -> NDArray[np.int64]:
    codes = {value: code for code, value in enumerate(known)}
    return np.array([codes.get(v, 0) for v in _texts(table, name)], dtype=np.int64)


def _dimension(table: pd.DataFrame, name: str) -> NDArray[np.object_]:
    if name == "type":
        types, acts = _texts(table, "event_type"), _texts(table, "speech_act")
        return np.where(types != "", types, acts)
    values = _texts(table, name)
    if name == "actor":
        full = full_names(values)
        return np.array([full.get(value, value) for value in values], dtype=object)
    return np.where(values != "", values, _texts(table, "document")) if name == "source" else values


def _coded(values: NDArray[np.object_]) -> Coded:
    codes, unique = pd.factorize(values, sort=True)
    names = [str(v) for v in unique]
    if names and names[0] == "":
        return Coded(codes.astype(np.int64), names)
    return Coded(codes.astype(np.int64) + 1, ["", *names])


def _leaders(clusters: NDArray[np.object_], importance: NDArray[np.float64]) -> NDArray[np.int64]:
    """For each event, the event that stands for its cluster on the chart: the most important one."""
    leader = np.arange(len(clusters))
    named = np.flatnonzero(clusters != "")
    best: dict[str, int] = {}
    for i in named[np.argsort(-importance[named], kind="stable")]:
        best.setdefault(clusters[i], int(i))
    for i in named:
        leader[i] = best[clusters[i]]
    return leader
