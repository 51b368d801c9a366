"""Times of table cells: numbers, `datetime64[us]` and ISO text, in any year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from timeline._errors import DateError
from timeline.temporal import Moment, Precision

OPEN = np.iinfo(np.int64).min  # numpy's NaT as a number
_MICRO = 1_000_000
_LIMIT = 9_223_372_036_854  # seconds that datetime64[us] can hold

_STAMP = re.compile(
    r"""([+-]?\d{4,6})
    (?:-(\d\d)
      (?:-(\d\d)
        (?:[T\ ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?\Z""",
    re.ASCII | re.VERBOSE,
)
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def to_datetimes(moments: Sequence[int | None]) -> np.ndarray[Any, Any]:
    """Give `datetime64[us]` for moments; None, and what 64 bits cannot hold, becomes open (NaT)."""
    seconds = [OPEN if m is None or not -_LIMIT < m < _LIMIT else m * _MICRO for m in moments]
    return np.array(seconds, dtype=np.int64).view("datetime64[us]")


def to_seconds(values: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Give whole seconds since 1970 for `datetime64` values; NaT stays `OPEN`."""
    micros = values.astype("datetime64[us]").view(np.int64)
    return np.where(micros == OPEN, OPEN, micros // _MICRO)


def to_iso(values: np.ndarray[Any, Any]) -> list[str | None]:
    """Write `datetime64` values as `YYYY-MM-DDTHH:MM:SS`, NaT as None."""
    texts = np.datetime_as_string(values.astype("datetime64[us]"), unit="s").tolist()
    return [None if t == "NaT" else _padded(t) if t[0] == "-" else t for t in texts]


def _padded(stamp: str) -> str:
    year, rest = stamp[1:].split("-", 1)  # numpy writes 44 BC as -043
    return f"-{year:0>4}-{rest}"


def from_iso(text: str) -> tuple[Moment, Moment, Precision, str | None]:
    """Read a date typed in a table: its bounds, its precision, its zone.

    Examples
    --------
    >>> from_iso("2022-01")[:2]
    (Moment('2022-01-01T00:00:00'), Moment('2022-02-01T00:00:00'))

    Raises
    ------
    DateError
        Where it is no date.
    """
    found = _STAMP.match(text.strip())
    if not found:
        raise DateError("not a date", value=text)
    *parts, zone = found.groups()
    year, month, day, hour, minute, second = (None if p is None else int(p) for p in parts)
    if year is None or not _possible(year, month, day, hour, minute, second):
        raise DateError("not a date", value=text)
    start = Moment.of(year, month or 1, day or 1, hour or 0, minute or 0, second or 0)
    if month is None:
        return start, Moment.of(year + 1), Precision.YEAR, zone
    if day is None:
        return start, Moment.of(year + month // 12, month % 12 + 1), Precision.MONTH, zone
    if hour is None:
        return start, Moment(start + 86_400), Precision.DAY, zone
    if second is None:
        return start, Moment(start + 60), Precision.MINUTE, zone
    return start, Moment(start + 1), Precision.SECOND, zone


def _possible(
    year: int, month: int | None, day: int | None, hour: int | None, minute: int | None, second: int | None
) -> bool:
    if month is not None and not 1 <= month <= 12:
        return False
    if month is not None and day is not None:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        if not 1 <= day <= _MONTH_DAYS[month - 1] or (month == 2 and day == 29 and not leap):
            return False
    return (hour or 0) <= 23 and (minute or 0) <= 59 and (second or 0) <= 59
