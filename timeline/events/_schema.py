"""The schema of the event table: which columns, of which type, with which values."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pandas as pd

from timeline._errors import TableError
from timeline.temporal import Extent, Precision

TEXT: Final = "str"
WHOLE: Final = "Int64"
REAL: Final = "float64"
TIME: Final = "datetime64[us]"
LIST: Final = "object"

_OFFSETS = ("trigger", "actor", "recipient", "object", "time", "place", "content")

COLUMNS: Final[dict[str, str]] = {
    "event_id": TEXT,
    "kind": TEXT,
    "event_type": TEXT,
    "speech_act": TEXT,
    "start": TIME,
    "end": TIME,
    "zone": TEXT,
    "precision": TEXT,
    "extent": TEXT,
    "edtf": TEXT,
    "timex": TEXT,
    "time_text": TEXT,
    "time_basis": TEXT,
    "tense": TEXT,
    "position": WHOLE,
    "actor": TEXT,
    "actor_role": TEXT,
    "recipient": TEXT,
    "object": TEXT,
    "place": TEXT,
    "country": TEXT,
    "lat": REAL,
    "lon": REAL,
    "count_best": REAL,
    "count_low": REAL,
    "count_high": REAL,
    "count_unit": TEXT,
    "trigger": TEXT,
    "lemma": TEXT,
    "summary": TEXT,
    "importance": REAL,
    "content": TEXT,
    "quote": TEXT,
    "attribution": LIST,
    "reported_by": TEXT,
    "factuality": TEXT,
    "polarity": TEXT,
    "document": TEXT,
    "source": TEXT,
    "language": TEXT,
    "sentence": WHOLE,
    "text": TEXT,
    "context": TEXT,
    "published": TEXT,
    "published_start": TIME,
    "published_end": TIME,
    "published_basis": TEXT,
    "start_char": WHOLE,
    "end_char": WHOLE,
    **{f"{name}_{side}": WHOLE for name in _OFFSETS for side in ("start", "end")},
    "relations": LIST,
    "cluster": TEXT,
    "sources": WHOLE,
    "superseded_by": TEXT,
    "corrected": LIST,
}

REQUIRED: Final[dict[str, Any]] = {
    "event_id": None,
    "kind": "action",
    "precision": "unknown",
    "extent": "within",
    "trigger": "",
    "summary": "",
    "importance": 0.0,
    "factuality": "asserted",
    "polarity": "positive",
    "document": "",
    "sentence": 0,
    "text": "",
    "context": "",
    "published_basis": "unknown",
    "start_char": 0,
    "end_char": 0,
    "trigger_start": 0,
    "trigger_end": 0,
}
"""Columns that are never missing, with what stands there when nothing is known."""

VALUES: Final[dict[str, frozenset[str]]] = {
    "kind": frozenset({"statement", "action"}),
    "precision": frozenset(str(p) for p in Precision),
    "extent": frozenset(str(e) for e in Extent),
    "tense": frozenset({"past", "present", "future"}),
    "time_basis": frozenset({"expression", "context", "publication", "inference"}),
    "factuality": frozenset({"denied", "planned", "possible", "reported", "asserted"}),
    "polarity": frozenset({"positive", "negative"}),
    "published_basis": frozenset({"stated", "inferred", "unknown"}),
}

RELATION_KEYS: Final = ("from", "to", "min_days", "max_days", "text")
BOUNDS: Final = (("start", "end"), ("published_start", "published_end"))


def columns_of(kind: str) -> tuple[str, ...]:
    """Give the names of the columns of one type."""
    return tuple(name for name, dtype in COLUMNS.items() if dtype == kind)


def validate(events: pd.DataFrame) -> None:
    """Check that a frame is an event table.

    Examples
    --------
    >>> import pandas as pd
    >>> from timeline.events import table
    >>> validate(table([]))
    >>> validate(pd.DataFrame({"start": []}))
    Traceback (most recent call last):
    ...
    timeline._errors.TableError: column is missing: 'event_id'

    Raises
    ------
    TableError
        Names the row, the column and the value: a column missing or of another type, a required value
        missing, a word that is none of the column's own, an end before its start, an `event_id` twice.
    """
    _check_types(events)
    for name in REQUIRED:
        _reject(events, name, events[name].isna().to_numpy(), "value is missing")
    for name, allowed in VALUES.items():
        known = events[name].isna() | events[name].isin(allowed)
        _reject(events, name, ~known.to_numpy(), f"is none of {', '.join(sorted(allowed))}")
    for start, end in BOUNDS:
        _reject(events, end, (events[end] <= events[start]).to_numpy(), f"is not after {start}")
    _reject(events, "event_id", events["event_id"].duplicated().to_numpy(), "is there twice")
    for name in columns_of(LIST):
        lists = np.fromiter((isinstance(v, list) for v in events[name]), bool, len(events))
        _reject(events, name, ~lists, "is not a list")


def _check_types(events: pd.DataFrame) -> None:
    for name, dtype in COLUMNS.items():
        if name not in events.columns:
            raise TableError("column is missing", value=name)
        if str(events[name].dtype) != dtype:
            raise TableError(f"column {name} is not {dtype}", value=str(events[name].dtype))


def _reject(events: pd.DataFrame, name: str, bad: np.ndarray[Any, Any], what: str) -> None:
    if not bad.any():
        return
    row = int(np.flatnonzero(bad)[0])
    value = events[name].iloc[row]
    shown = None if not isinstance(value, list) and pd.isna(value) else value
    shown = str(shown) if isinstance(shown, pd.Timestamp) else shown
    raise TableError(f"row {row}, column {name}: {what}", value=shown)
