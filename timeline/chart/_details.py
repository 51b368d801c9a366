"""What the side panel and the table say of an event: all columns that are not drawn, as short lists."""

from __future__ import annotations

import hashlib
import math
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.chart._columns import rows_of
from timeline.chart._text import cap

LIMITS = {"summary": 300, "text": 5_000, "quote": 5_000, "content": 5_000, "context": 6_000}
LIMIT = 1_000
_NAMING = ("cluster", "superseded_by", "reported_by")
_APART = (
    "summary",
    "text",
    "context",
    "kind",
    "start",
    "end",
    "extent",
    "factuality",
    "importance",
    "actor",
    "place",
    "language",
    "source",
    "document",
)  # said by the numbers, the names or the texts
_SPANS = ("trigger", "actor", "recipient", "object", "time", "place", "content")


def rows_named(table: pd.DataFrame) -> dict[str, NDArray[np.int64]]:
    """Give, for the columns that name other events, the rows of those: -2 where nowhere, -1 where none."""
    return {name: rows_of(table, name) for name in _NAMING}


def details(part: pd.DataFrame, rows: dict[str, NDArray[np.int64]], first: int) -> dict[str, list[Any]]:
    """Give the other columns of some events, `first` the row of the first, as lists.

    Left out are columns without a value, and what the page can tell from the rest (`restore` in data.js).
    """
    found = {}
    for name in map(str, part.columns):
        values = [] if name in _APART else _values(part[name])
        if any(v is not None and v != [] for v in values):
            found[name] = values
    _drop_types(found, part)
    _drop_ids(found, part)
    _drop_triggers(found, part)
    _shorten_offsets(found)
    for name in _NAMING:
        if name in found:
            found[name] = _steps(found[name], rows[name], first)
    return {name: values for name, values in found.items() if any(v is not None for v in values)}


def strings(part: pd.DataFrame, name: str) -> list[str]:
    """Give a text column, each text cut at its limit; what is no text is empty."""
    if name not in part.columns:
        return [""] * len(part)
    limit = LIMITS.get(name, LIMIT)
    whole = name == "context"  # cut later, around its sentence
    return [(v if whole else v[:limit]) if isinstance(v, str) else "" for v in part[name].astype(object)]


def _values(column: pd.Series[Any]) -> list[Any]:
    """Give JSON values; columns without a value for most rows are quick."""
    given = column.astype(object)
    values: list[Any] = [None] * len(given)
    there = column.notna().to_numpy()
    for k, value in zip(np.flatnonzero(there).tolist(), given[there], strict=True):
        values[k] = _plain(value)
    return values


def _drop_types(found: dict[str, list[Any]], part: pd.DataFrame) -> None:
    """Leave out what the code of the type and the kind say already."""
    nothing = [None] * len(part)
    types, acts = found.get("event_type", nothing), found.get("speech_act", nothing)
    kinds = part["kind"].to_list()
    for name, other, own in (("event_type", acts, "action"), ("speech_act", types, "statement")):
        if name not in found:
            continue
        paired = zip(found[name], other, kinds, strict=True)
        found[name] = [None if second is None and kind == own else value for value, second, kind in paired]


def _drop_ids(found: dict[str, list[Any]], part: pd.DataFrame) -> None:
    """Leave out ids made of document, trigger offsets and trigger, and an event's own id in its relations."""
    names = ("document", "trigger_start", "trigger_end", "trigger")
    ids = found.get("event_id", [None] * len(part))
    if "relations" in found:
        pairs = zip(found["relations"], ids, strict=True)
        found["relations"] = [_relations(given, own) for given, own in pairs]
    if set(names) - {"document"} <= found.keys() and "document" in part.columns:
        rows = zip(_values(part["document"]), *(found[name] for name in names[1:]), strict=True)
        found["event_id"] = [None if key == _made(*row) else key for key, row in zip(ids, rows, strict=True)]


def _relations(given: Any, own: str) -> Any:
    """An event's relations, without the event's own id."""
    if not isinstance(given, list):
        return given
    return [r | {"from": None} if isinstance(r, dict) and r.get("from") == own else r for r in given]


def _made(document: Any, start: Any, end: Any, trigger: Any) -> str | None:
    """The id that the page can make; None where a part of it is missing or cut."""
    if (
        not isinstance(document, str)
        or not isinstance(trigger, str)
        or max(map(len, (document, trigger))) > 500
    ):
        return None
    try:
        key = f"{document}\0{start}\0{end}\0{trigger}".encode()
    except UnicodeEncodeError:
        return None
    return hashlib.sha256(key).hexdigest()[:16]


def _steps(ids: list[Any], rows: NDArray[np.int64], first: int) -> list[Any]:
    """Write the ids of events in the table as steps from the row that names them."""
    own = rows[first : first + len(ids)].tolist()
    return [row - first - k if row >= 0 else key for k, (key, row) in enumerate(zip(ids, own, strict=True))]


def _drop_triggers(found: dict[str, list[Any]], part: pd.DataFrame) -> None:
    """Leave out the trigger where its offsets give it."""
    if not {"trigger", "trigger_start", "trigger_end", "start_char"} <= found.keys():
        return
    names = ("trigger", "trigger_start", "trigger_end", "start_char")
    rows = zip(*(found[name] for name in names), strings(part, "text"), strict=True)
    found["trigger"] = [
        None if None not in (a, b, first) and text[a - first : b - first] == trigger else trigger
        for trigger, a, b, first, text in rows
    ]


def _shorten_offsets(found: dict[str, list[Any]]) -> None:
    """Write ends as lengths and starts from the start of the sentence: small numbers pack well."""
    base = found.get("start_char")
    for name in _SPANS:
        starts, ends = found.get(f"{name}_start"), found.get(f"{name}_end")
        if starts is None or ends is None or base is None:
            continue
        found[f"{name}_end"] = [_less(e, s) for e, s in zip(ends, starts, strict=True)]
        found[f"{name}_start"] = [_less(s, b) for s, b in zip(starts, base, strict=True)]


def _less(value: int | None, base: int | None) -> int | None:
    return value if value is None or base is None else value - base


def _plain(value: Any) -> Any:
    """Give a JSON value: times as ISO strings, NaN and NaT as null, long strings cut."""
    if value is None:
        return None
    if isinstance(value, str):
        return cap(value, LIMITS["text"])
    if isinstance(value, (list, tuple, np.ndarray)):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return (int(value) if value.is_integer() else value) if math.isfinite(value) else None
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="seconds")
    return value if isinstance(value, (bool, int)) else str(value)
