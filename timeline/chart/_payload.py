"""The event table packed for the page: gzipped blocks that the page inflates when it needs them."""

from __future__ import annotations

import base64
import gzip
import json
import math
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.chart._columns import DIMENSIONS, Columns
from timeline.chart._text import cap

CHUNK = 2048
LIMITS = {"summary": 300, "text": 5_000, "quote": 5_000, "content": 5_000, "context": 6_000}
_LIMIT = 1_000
_SEPARATORS = {0x1D: "␝", 0x1E: "␞", 0x1F: "␟"}
_APART = ("summary", "text", "context", "kind", "factuality", "importance", "language", "source", "document")


def blocks(data: Columns) -> Iterator[tuple[str, str]]:
    """Give the page's data as (name, base64 of gzip) pairs; the same table gives the same bytes."""
    yield "numbers", _pack(_numbers(data))
    yield "names", _pack_json({name: _capped(data.dimensions[name].values) for name in DIMENSIONS})
    for k, first in enumerate(range(0, len(data), CHUNK)):
        part = data.table.iloc[first : first + CHUNK]
        yield f"t{k}", _pack(_texts(part).encode("utf-8", "replace"))
        yield f"d{k}", _pack_json(_details(part))


def _pack(raw: bytes) -> str:
    return base64.b64encode(gzip.compress(raw, 9 if len(raw) < 1 << 20 else 6, mtime=0)).decode("ascii")


def _pack_json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _pack(text.encode("utf-8", "replace"))


def _capped(values: list[str]) -> list[str]:
    return [cap(v, _LIMIT) for v in values]


def _numbers(data: Columns) -> bytes:
    """Write the numeric columns one after the other, integers as byte planes, low byte first."""
    first = np.where(data.has_start, data.start, data.end)
    first = np.where(data.dated, first, first[data.dated][-1] if data.dated.any() else 0)
    base = int(first[0]) if len(first) else 0
    both = data.has_start & data.has_end
    flags = (
        data.has_start
        + 2 * data.has_end
        + 4 * data.throughout
        + 8 * data.superseded
        + 16 * data.by_hand
        + 32 * data.kind
    )
    planes = [np.array([base], dtype="<i8").tobytes()]
    planes.append(_planes(np.diff(first, prepend=base), 6))
    planes.append(_planes(np.where(both, np.maximum(data.end - data.start, 0), 0), 6))
    planes.append(_planes(flags, 1) + _planes(data.factuality, 1))
    planes.append(_planes(np.round(data.importance * 65_535).astype(np.int64), 2))
    planes.append(_planes(np.arange(len(data)) - data.leader, 4))
    planes.extend(_planes(data.dimensions[name].codes, 3) for name in DIMENSIONS)
    return b"".join(planes)


def _planes(values: NDArray[np.int64], width: int) -> bytes:
    raw = np.ascontiguousarray(values, dtype="<i8").view(np.uint8).reshape(-1, 8)
    return np.ascontiguousarray(raw[:, :width].T).tobytes()


def _texts(part: pd.DataFrame) -> str:
    """Write one record an event: `summary US paragraph US offset US length of the sentence`, RS between them.

    A paragraph stands in the record of the first event that needs it; later ones give GS and that record's
    number in its place, and the offset and length (in code points) of their own sentence.
    """
    seen: dict[str, int] = {}
    records = []
    columns = (_strings(part, name) for name in ("summary", "text", "context"))
    for k, (summary, text, context) in enumerate(zip(*columns, strict=True)):
        whole, at = paragraph(context, text)
        first = seen.setdefault(whole, k)
        shown = _clean(whole) if first == k else f"\x1d{first}"
        records.append(f"{_clean(summary)}\x1f{shown}\x1f{at}\x1f{len(text)}")
    return "\x1e".join(records)


def paragraph(context: str, text: str) -> tuple[str, int]:
    """Give a paragraph that holds `text` and where; a very long one is cut around it."""
    at = context.find(text)
    if at < 0:
        return text, 0
    limit = LIMITS["context"]
    if len(context) <= limit:
        return context, at
    first = max(0, at - limit // 4)
    head, tail = "…" if first else "", "…" if first + limit < len(context) else ""
    return head + context[first : first + limit] + tail, at - first + len(head)


def _clean(text: str) -> str:
    """Keep the separators out of a text."""
    return text.translate(_SEPARATORS)


def _strings(part: pd.DataFrame, name: str) -> list[str]:
    if name not in part.columns:
        return [""] * len(part)
    limit = LIMITS.get(name, _LIMIT)
    whole = name == "context"  # cut later, around its sentence
    return [(v if whole else v[:limit]) if isinstance(v, str) else "" for v in part[name].astype(object)]


def _details(part: pd.DataFrame) -> dict[str, list[Any]]:
    """Give the other columns of some events as lists; columns without a value are left out."""
    details = {}
    for name in map(str, part.columns):
        values = [] if name in _APART else [_plain(v) for v in part[name].astype(object)]
        if any(v is not None and v != [] for v in values):
            details[name] = values
    return details


def _plain(value: Any) -> Any:
    """Give a JSON value: times as ISO strings, NaN and NaT as null, long strings cut."""
    if isinstance(value, str):
        return cap(value, LIMITS.get("text", _LIMIT))
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
