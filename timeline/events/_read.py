"""The event table in: CSV, Parquet, JSON Lines, whole or typed by hand."""

from __future__ import annotations

import csv
import io
import json
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from timeline._errors import InputError, TableError, TimelineWarning
from timeline.events._complete import complete
from timeline.events._schema import COLUMNS, REAL, WHOLE
from timeline.events._settle import settle
from timeline.events._table import column, empty
from timeline.events._write import FORMATS, GUARDED

Errors = Callable[[InputError], None]
Cells = Mapping[str, Any]
_CHUNK = 50_000


def read_table(
    source: str | Path, *, format: str | None = None, errors: Errors | None = None, name: str | None = None
) -> pd.DataFrame:
    """Read an event table from CSV, Parquet or JSON Lines.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp(), "mine.csv")
    >>> _ = path.write_text("start,summary\\n2022-01-07,The order is given\\n")
    >>> read_table(path)[["event_id", "edtf", "summary"]].values.tolist()
    [['mine.csv#2', '2022-01-07', 'The order is given']]

    What `write` has written comes back equal. A table with only some of the columns is completed, sorted and
    ranked. A row that cannot be read is told to `errors` (without it: a `TimelineWarning`) in one line with
    file, line, column and value; the other rows are read. `name` is what the file is called in messages.

    Raises
    ------
    TableError
        Where the file as a whole is no table.
    """
    path = Path(source)
    shown = name or str(source)
    format = format or FORMATS.get(path.suffix.lower())
    readers = {"csv": _csv_rows, "jsonl": _jsonl_rows, "parquet": _parquet_rows}
    if format not in readers:
        raise TableError("no table format by this name (csv, parquet, jsonl)", file=shown, value=path.suffix)
    tell = errors or _warn
    rows = readers[format](path, shown, tell)
    return frame_of(rows, file=shown, errors=tell)


def frame_of(rows: Iterable[tuple[int, Cells]], *, file: str, errors: Errors | None = None) -> pd.DataFrame:
    """Give the event table for (line, cells) pairs; bad rows are told to `errors`."""
    tell, seen, parts = errors or _warn, set[str](), []
    batch: list[dict[str, Any]] = []
    ranks = True
    for line, cells in rows:
        try:
            row = complete(cells, file=file, line=line)
            if row["event_id"] in seen:
                raise TableError(
                    "column event_id: is there twice", file=file, line=line, value=row["event_id"]
                )
        except TableError as error:
            tell(error)
            continue
        seen.add(row["event_id"])
        ranks &= row["position"] is not None
        batch.append(row)
        if len(batch) == _CHUNK:
            parts.append(_frame(batch))
            batch = []
    parts = [*parts, _frame(batch)] if batch else parts
    events = pd.concat(parts, ignore_index=True) if parts else empty()
    return events if ranks else settle(events)


def _frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame({name: column(name, [row[name] for row in rows]) for name in COLUMNS})


def _warn(error: InputError) -> None:
    warnings.warn(str(error), TimelineWarning, stacklevel=2)


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError("not UTF-8", file=shown, value=f"byte {error.start}") from None


def _csv_rows(path: Path, shown: str, tell: Errors) -> Iterator[tuple[int, Cells]]:
    limit = csv.field_size_limit(sys.maxsize)
    try:
        yield from _parsed_csv(io.StringIO(_text(path, shown), newline=""), shown, tell)
    except csv.Error as error:
        raise TableError(f"not CSV ({error})", file=shown) from None
    finally:
        csv.field_size_limit(limit)


def _parsed_csv(text: io.StringIO, shown: str, tell: Errors) -> Iterator[tuple[int, Cells]]:
    reader = csv.reader(text, strict=False)
    header = [h.strip() for h in next(reader, [])]
    _check_header(header, shown)
    line = reader.line_num + 1
    for cells in reader:
        if cells and len(cells) > len(header):
            tell(
                TableError(
                    f"more cells than columns ({len(header)})", file=shown, line=line, value=len(cells)
                )
            )
        elif cells:
            yield line, {n: _unguarded(n, c) for n, c in zip(header, cells, strict=False) if n in COLUMNS}
        line = reader.line_num + 1


def _check_header(header: list[str], shown: str) -> None:
    known = [name for name in header if name in COLUMNS]
    if not known:
        raise TableError("no column of an event table in line 1", file=shown, value=",".join(header))
    twice = next((name for name in known if known.count(name) > 1), None)
    if twice:
        raise TableError("column is there twice", file=shown, line=1, value=twice)
    others = [name for name in header if name not in COLUMNS]
    if others:
        left_out = f"{shown}: columns that an event table does not have are left out: {', '.join(others)}"
        warnings.warn(left_out, TimelineWarning, stacklevel=2)


def _unguarded(name: str, cell: str) -> str:
    if COLUMNS[name] in (WHOLE, REAL):
        return cell
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(GUARDED) else cell


def _jsonl_rows(path: Path, shown: str, tell: Errors) -> Iterator[tuple[int, Cells]]:
    with path.open("rb") as lines:
        for line, raw in enumerate(lines, 1):
            if raw.strip():
                cells = _json_object(raw, shown, line, tell)
                if cells is not None:
                    yield line, {n: v for n, v in cells.items() if n in COLUMNS}


def _json_object(raw: bytes, shown: str, line: int, tell: Errors) -> Cells | None:
    try:
        cells = json.loads(raw.decode("utf-8-sig" if line == 1 else "utf-8"))
    except (ValueError, RecursionError):
        cells = None
    if isinstance(cells, dict):
        return cells
    tell(TableError("not a JSON object", file=shown, line=line, value=raw[:60].decode("utf-8", "replace")))
    return None


def _parquet_rows(path: Path, shown: str, tell: Errors) -> Iterator[tuple[int, Cells]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        _check_header(file.schema_arrow.names, shown)
        names = [n for n in file.schema_arrow.names if n in COLUMNS]
        line = 0
        for batch in file.iter_batches(columns=names):
            for cells in _batch_rows(batch):
                line += 1
                yield line, cells
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, FileNotFoundError):
            raise
        raise TableError("not Parquet", file=shown) from None


def _batch_rows(batch: Any) -> Iterator[Cells]:
    from timeline.events._times import to_iso

    columns = []
    for values in batch.columns:
        stamps = str(values.type).startswith("timestamp")
        columns.append(to_iso(values.to_numpy(zero_copy_only=False)) if stamps else values.to_pylist())
    for cells in zip(*columns, strict=True):
        yield dict(zip(batch.schema.names, cells, strict=True))
