"""Tables typed by hand: what a row leaves out is filled in from what it says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from timeline._errors import DateError, TableError
from timeline.events._schema import COLUMNS, LIST, REAL, RELATION_KEYS, REQUIRED, TIME, VALUES, WHOLE
from timeline.events._times import from_iso
from timeline.temporal import Extent, Interval, Precision, When, parse_edtf

Row = dict[str, Any]
_BOUNDS = (("start", "end"), ("published_start", "published_end"))


def complete(cells: Mapping[str, Any], *, file: str, line: int) -> Row:
    """Read the cells of one row into the values of all columns of the event table.

    Examples
    --------
    >>> row = complete({"start": "2022-01", "summary": "Unrest"}, file="mine.csv", line=2)
    >>> row["event_id"], str(row["end"]), row["precision"], row["edtf"]
    ('mine.csv#2', '2022-02-01T00:00:00', 'month', '2022-01')

    Where the table has no column `precision`, an end that is left out follows from how finely the start is
    typed; in a whole table, a missing end is an open one.

    Raises
    ------
    TableError
        Names file, line, column and value of the first cell that cannot be read.
    """
    row: Row = {}
    for name in COLUMNS:
        try:
            row[name] = _value(name, cells.get(name))
        except (ValueError, TypeError, OverflowError) as error:
            what = error.message if isinstance(error, DateError) else str(error)
            raise TableError(f"column {name}: {what}", file=file, line=line, value=cells[name]) from None
    _read_edtf(row, cells, file, line)
    _times(row, cells)
    _defaults(row, cells, file, line)
    for start, end in _BOUNDS:
        if row[start] is not None and row[end] is not None and row[end] <= row[start]:
            raise TableError(f"column {end}: is not after {start}", file=file, line=line, value=cells[end])
    return row


def _value(name: str, cell: Any) -> Any:
    dtype = COLUMNS[name]
    if dtype == LIST:
        return _list(name, cell)
    if cell is None or cell == "":
        return None
    if dtype == TIME:
        return from_iso(_string(cell))[0]
    if dtype == REAL:
        return _real(cell)
    if dtype == WHOLE:
        return _whole(cell)
    return _word(name, _string(cell))


def _string(cell: Any) -> str:
    if not isinstance(cell, str | int | float) or isinstance(cell, bool):
        raise ValueError("not a text")
    return str(cell)


def _word(name: str, text: str) -> str:
    if name in VALUES and text not in VALUES[name]:
        raise ValueError(f"is none of {', '.join(sorted(VALUES[name]))}")
    return text


def _real(cell: Any) -> float:
    try:
        number = float(cell)
    except (ValueError, TypeError):
        raise ValueError("not a number") from None
    if number - number != 0:
        raise ValueError("not a number")
    return number


def _whole(cell: Any) -> int:
    number = _real(cell)
    if not number.is_integer() or abs(number) >= 2**63:
        raise ValueError("not a whole number")
    return int(cell) if isinstance(cell, int) else int(number)


def _list(name: str, cell: Any) -> list[Any]:
    import json

    if isinstance(cell, str) and cell:
        cell = json.loads(cell) if cell.lstrip().startswith("[") else [cell]
    if cell is None or cell == "":
        return []
    if not isinstance(cell, list):
        raise ValueError("not a list")
    return [_relation(item) for item in cell] if name == "relations" else [_string(item) for item in cell]


def _relation(item: Any) -> Row:
    if not isinstance(item, dict) or not all(isinstance(item.get(k), str) for k in ("from", "to")):
        raise ValueError("not a relation")
    days = {k: None if item.get(k) is None else _whole(item[k]) for k in ("min_days", "max_days")}
    full = {**item, **days}
    return {key: full.get(key) for key in RELATION_KEYS}


def _read_edtf(row: Row, cells: Mapping[str, Any], file: str, line: int) -> None:
    """Take the bounds from the EDTF where the table has no column for them."""
    if row["edtf"] is None or "start" in cells or "end" in cells:
        return
    try:
        when = parse_edtf(row["edtf"])
    except ValueError as error:
        what = error.message if isinstance(error, DateError) else str(error)
        raise TableError(f"column edtf: {what}", file=file, line=line, value=row["edtf"]) from None
    row["start"], row["end"] = when.interval.start, when.interval.end
    row["precision"] = row["precision"] or str(when.precision)
    row["extent"] = row["extent"] or str(when.extent)
    row["time_basis"] = row["time_basis"] or "expression"


def _times(row: Row, cells: Mapping[str, Any]) -> None:
    for start, end in _BOUNDS:
        stated = cells.get(start)
        if row[start] is not None and row[end] is None and not (end in cells and "precision" in cells):
            _, row[end], precision, zone = from_iso(_string(stated))
            if start == "start":
                row["precision"] = row["precision"] or str(precision)
                row["zone"] = row["zone"] or zone
    if row["published"] and "published_start" not in cells:
        _published(row)
    if (row["start"] is not None or row["end"] is not None) and "edtf" not in cells:
        row["edtf"] = _edtf(row)
        row["time_basis"] = row["time_basis"] or "expression"


def _published(row: Row) -> None:
    try:
        row["published_start"], row["published_end"], _, _ = from_iso(row["published"])
    except DateError:
        return
    row["published_basis"] = row["published_basis"] or "stated"


def _edtf(row: Row) -> str | None:
    if row["start"] is not None and row["end"] is not None and row["end"] <= row["start"]:
        return None
    interval = Interval(row["start"], row["end"])
    return When(interval, Precision(row["precision"] or "unknown"), Extent(row["extent"] or "within")).edtf


def _defaults(row: Row, cells: Mapping[str, Any], file: str, line: int) -> None:
    name = PurePath(file).name
    row["event_id"] = row["event_id"] or f"{name}#{line}"
    words = row["text"] or row["summary"] or row["trigger"] or ""
    derived = {
        "document": name,
        "text": words,
        "summary": words[:80],
        "context": words,
        "end_char": len(words),
    }
    for column, value in derived.items():
        if column not in cells:
            row[column] = value
    for column, default in REQUIRED.items():
        row[column] = default if row[column] is None else row[column]
