"""The event table out: CSV, Parquet, JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
import pandas as pd

from timeline._errors import InputError
from timeline.events._schema import COLUMNS, LIST, REAL, TIME, WHOLE
from timeline.events._times import to_iso

GUARDED: Final = ("=", "+", "-", "@", "\t", "\r", "'")
FORMATS: Final = {
    ".csv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_CHUNK = 20_000


def write(events: pd.DataFrame, target: str | Path | IO[Any], format: str | None = None) -> None:
    """Write the event table so that it reads back equal.

    Examples
    --------
    >>> import io
    >>> from timeline.events import table
    >>> out = io.StringIO()
    >>> write(table([]), out, "csv")
    >>> out.getvalue()[:14]
    'event_id,kind,'

    `target` is a path or an open file (text for csv and jsonl, binary for parquet); `format` is csv, parquet
    or jsonl, by default what the path ends in. CSV follows RFC 4180; a text cell that a spreadsheet would
    take for a formula gets a leading `'`, which `read_table` removes.

    Raises
    ------
    InputError
        Where the format is not one of these.
    """
    writer = _writer(format or _format_of(target))
    if not isinstance(target, str | Path):
        writer(events, target)
    elif writer is _write_parquet:
        with Path(target).open("wb") as binary:
            writer(events, binary)
    else:
        with Path(target).open("w", encoding="utf-8", newline="") as text:
            writer(events, text)


def _format_of(target: object) -> str:
    suffix = Path(str(target)).suffix.lower() if isinstance(target, str | Path) else ""
    if suffix not in FORMATS:
        raise InputError("no table format by this name (csv, parquet, jsonl)", value=suffix)
    return FORMATS[suffix]


def _writer(format: str) -> Callable[[pd.DataFrame, IO[Any]], None]:
    writers: dict[str, Callable[[pd.DataFrame, IO[Any]], None]]
    writers = {"csv": _write_csv, "parquet": _write_parquet, "jsonl": _write_jsonl}
    if format not in writers:
        raise InputError("no table format by this name (csv, parquet, jsonl)", value=format)
    return writers[format]


def records(events: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Give the rows as they stand in JSON: times as text, lists as lists, missing as None."""
    for at in range(0, len(events), _CHUNK):
        part = events.iloc[at : at + _CHUNK]
        cells = [_plain(part[name], dtype) for name, dtype in COLUMNS.items()]
        for row in zip(*cells, strict=True):
            yield dict(zip(COLUMNS, row, strict=True))


def _plain(values: pd.Series[Any], dtype: str) -> list[Any]:
    if dtype == TIME:
        return list(to_iso(values.to_numpy()))
    if dtype == LIST:
        return list(values)
    if dtype == REAL:
        return [_number(v) for v in values.tolist()]
    missing = values.isna().to_numpy()
    cells = values.fillna(0).to_numpy(np.int64).tolist() if dtype == WHOLE else values.tolist()
    return [None if gone else cell for cell, gone in zip(cells, missing, strict=True)]


def _number(value: float) -> float | int | None:
    if not np.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _write_jsonl(events: pd.DataFrame, out: IO[str]) -> None:
    for record in records(events):
        out.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")


def _write_csv(events: pd.DataFrame, out: IO[str]) -> None:
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    numeric = [dtype in (WHOLE, REAL) for dtype in COLUMNS.values()]
    for record in records(events):
        writer.writerow([v if n else _cell(v) for v, n in zip(record.values(), numeric, strict=True)])


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "'" + value if isinstance(value, str) and value.startswith(GUARDED) else value


def arrow_schema() -> Any:
    """Give the Arrow schema of the event table."""
    import pyarrow as pa

    days = {"min_days": pa.int64(), "max_days": pa.int64()}
    relation = pa.struct({"from": pa.string(), "to": pa.string(), **days, "text": pa.string()}.items())
    types = {"str": pa.string(), WHOLE: pa.int64(), REAL: pa.float64(), TIME: pa.timestamp("us")}
    fields = {name: types.get(dtype, pa.list_(pa.string())) for name, dtype in COLUMNS.items()}
    return pa.schema({**fields, "relations": pa.list_(relation)})


def _write_parquet(events: pd.DataFrame, out: IO[bytes]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    frame = events[list(COLUMNS)]
    table = pa.Table.from_pandas(frame, schema=arrow_schema(), preserve_index=False)
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    out.write(buffer.getvalue())
