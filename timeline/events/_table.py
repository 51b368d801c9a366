"""Events to the event table: typed columns, sorted, ranked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any

import numpy as np
import pandas as pd

from timeline.events._schema import COLUMNS, LIST, REAL, REQUIRED, TEXT, TIME, WHOLE
from timeline.events._settle import settle
from timeline.events._times import to_datetimes
from timeline.extraction._event import Event

_CHUNK = 50_000
_SURROGATE = re.compile("[\\ud800-\\udfff]")
_FIELDS = attrgetter(*COLUMNS)


def table(events: Iterable[Event]) -> pd.DataFrame:
    """Give the event table: one row an event, reports of one event clustered, sorted in time, ranked.

    Examples
    --------
    >>> from timeline.temporal import Moment
    >>> late = Event("b", "action", start=Moment.of(2022, 1, 8), end=Moment.of(2022, 1, 9))
    >>> early = Event("a", "action", start=Moment.of(2022, 1, 7), end=Moment.of(2022, 1, 8))
    >>> table([late, early])[["event_id", "position"]].values.tolist()
    [['a', 0], ['b', 1]]

    Text that cannot be written as UTF-8 (lone surrogates) is replaced by U+FFFD, so offsets still hold; an
    empty text in a column that may be missing is missing.
    """
    parts = [_frame(columns) for columns in _chunks(events)] or [empty()]
    frame = pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0]
    return settle(frame)


def empty() -> pd.DataFrame:
    """Give an event table without rows."""
    return pd.DataFrame({name: column(name, []) for name in COLUMNS})


def _chunks(events: Iterable[Event]) -> Iterator[Sequence[Sequence[Any]]]:
    source = iter(events)
    while rows := [_FIELDS(event) for event in islice(source, _CHUNK)]:
        yield list(zip(*rows, strict=True))


def _frame(columns: Sequence[Sequence[Any]]) -> pd.DataFrame:
    return pd.DataFrame({name: column(name, values) for name, values in zip(COLUMNS, columns, strict=True)})


def column(name: str, values: Sequence[Any]) -> Any:
    """Give the values of one column in the column's own type."""
    dtype = COLUMNS[name]
    if dtype == TIME:
        return to_datetimes(values)
    if dtype == REAL:
        return np.array([np.nan if v is None else v for v in values], dtype=np.float64)
    if dtype == WHOLE:
        return _whole(values)
    return _text(values, name not in REQUIRED) if dtype == TEXT else lists(values)


def _whole(values: Sequence[int | None]) -> Any:
    missing = np.array([v is None for v in values], dtype=bool)
    return pd.arrays.IntegerArray(np.array([v or 0 for v in values], dtype=np.int64), missing)


def _text(values: Sequence[str | None], optional: bool) -> Any:
    cells = [v or None for v in values] if optional else values
    try:
        return pd.array(cells, dtype=TEXT)
    except UnicodeEncodeError:
        return pd.array([v and _writable(v) for v in cells], dtype=TEXT)


def _writable(text: str) -> str:
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def lists(values: Iterable[Any]) -> Any:
    """Give a column of lists."""
    items = list(values)
    cells = np.empty(len(items), dtype=object)
    for i, item in enumerate(items):
        cells[i] = [_clean(part) for part in item]
    return pd.Series(cells, dtype=LIST)


def _clean(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _clean(value) for key, value in part.items()}
    return _writable(part) if isinstance(part, str) else part
