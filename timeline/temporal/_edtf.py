"""EDTF (ISO 8601-2) out of a `When`, and back."""

from __future__ import annotations

import re

from timeline._errors import DateError
from timeline.temporal._calendar import add, month_length
from timeline.temporal._interval import Extent, Interval, Precision, hull
from timeline.temporal._moment import DAY, Moment
from timeline.temporal._when import When

_PARTS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""Parts of the year by their ISO 8601-2 code: first month and how many months; seasons are meteorological."""

_MONTH_CODES = {
    Precision.SEASON: {span: code for code, span in _PARTS.items() if code <= 24},
    Precision.QUARTER: {span: code for code, span in _PARTS.items() if code >= 33},
}


def format_edtf(when: When) -> str:
    """Give the EDTF string of `when`; the empty string where nothing is known.

    Examples
    --------
    >>> from timeline.temporal import Precision
    >>> yesterday = Interval(Moment.of(2021, 12, 31), Moment.of(2022, 1, 31))
    >>> format_edtf(When(yesterday, Precision.DAY))
    '[2021-12-31..2022-01-30]'
    >>> format_edtf(When(Interval(Moment.of(2020), Moment.of(2030)), Precision.DECADE))
    '202X'

    Times of day, which EDTF knows only as single moments, are put at the ends of a set in the same way.
    """
    interval = when.interval
    if interval.start is None and interval.end is None:
        return ""
    if when.extent is Extent.THROUGHOUT:
        return _pair(interval, "/")
    exact = _single(interval, when.precision)
    return exact if exact is not None else f"[{_pair(interval, '..')}]"


def _pair(interval: Interval, mark: str) -> str:
    fine = any(m is not None and m % DAY for m in (interval.start, interval.end))
    start = "" if interval.start is None else _point(interval.start, fine=fine)
    last = None if interval.end is None else Moment(interval.end - (1 if fine else DAY))
    return start + mark + ("" if last is None else _point(last, fine=fine))


def _point(moment: Moment, *, fine: bool) -> str:
    return moment.iso() if fine else moment.date_iso()


def _single(interval: Interval, precision: Precision) -> str | None:
    if interval.start is None or interval.end is None:
        return None
    year, month, day = interval.start.civil()
    stamp = interval.start.date_iso()
    if interval.start % DAY or interval.end % DAY:
        return interval.start.iso() if interval.end - interval.start == 1 else None
    if interval.end - interval.start == DAY:
        return stamp
    if day != 1:
        return None
    if interval.end == add("month", 1, interval.start):
        return stamp[:-3]
    if month == 1 and interval.end == add("year", 1, interval.start):
        return stamp[:-6]
    return _coarse(interval, precision, year, month)


def _coarse(interval: Interval, precision: Precision, year: int, month: int) -> str | None:
    start, end = interval.start, interval.end
    assert start is not None
    for (first, months), code in _MONTH_CODES.get(precision, {}).items():
        if month == first and end == add("month", months, start):
            return f"{start.date_iso()[:-6]}-{code}"
    if month == 1 and 0 <= year <= 9999:
        for size, unit, mask in ((10, Precision.DECADE, "X"), (100, Precision.CENTURY, "XX")):
            if precision is unit and year % size == 0 and end == add("year", size, start):
                return start.date_iso()[: 4 - len(mask)] + mask
    return None


_NUMBER = r"(?:[+-]?\d{4,6}|Y[+-]?\d+(?:E\d)?)"
_DATE = re.compile(
    rf"(?P<year>{_NUMBER}|[+-]?[\dX]{{4}})(?:S\d+)?"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|[\dX]X|X\d))?)?"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?\Z"
)


def parse_edtf(text: str) -> When:
    """Read an EDTF string (ISO 8601-2): levels 0 and 1, sets, unspecified digits, parts of the year.

    Examples
    --------
    >>> parse_edtf("[2021-12-31..2022-01-30]").interval.end
    Moment('2022-01-31T00:00:00')
    >>> parse_edtf("2022-01-02/2022-01-10").extent
    <Extent.THROUGHOUT: 'throughout'>
    >>> parse_edtf("").interval
    Interval(start=None, end=None)

    An open and an unknown end of an interval (`2022/..`, `2022/`) read alike. The marks of doubt (`?`, `~`,
    `%`) are accepted and dropped.

    Raises
    ------
    DateError
        Where the text is no such date, or names a day that the calendar does not have.
    """
    stripped = text.strip()
    if not stripped:
        return When(Interval(None, None))
    try:
        return _parse(stripped)
    except (ValueError, OverflowError) as error:
        raise DateError("not an EDTF date", value=text) from error


def _parse(text: str) -> When:
    if len(text) > 2000:
        raise ValueError("too long")
    if text[0] in "[{":
        if text[-1] != {"[": "]", "{": "}"}[text[0]]:
            raise ValueError("unmatched bracket")
        extent = Extent.WITHIN if text[0] == "[" else Extent.THROUGHOUT
        return _joined([_range(part, "..") for part in text[1:-1].split(",")], extent)
    if "/" in text:
        return _joined([_range(text, "/")], Extent.THROUGHOUT)
    return _date(text)


def _joined(parts: list[When], extent: Extent) -> When:
    return When(hull(p.interval for p in parts), parts[0].precision, extent)


def _range(text: str, mark: str) -> When:
    first, found, last = text.strip().partition(mark)
    if not found:
        return _date(first)
    if mark in last or not (first or last):
        raise ValueError("not a range")
    ends = [None if part in ("", "..") else _date(part) for part in (first, last)]
    known = [when for when in ends if when is not None]
    if not known:
        raise ValueError("a range without ends")
    start = None if ends[0] is None else ends[0].interval.start
    end = None if ends[1] is None else ends[1].interval.end
    if start is not None and end is not None and start >= end:
        raise ValueError("ends before it starts")
    return When(Interval(start, end), known[0].precision)


def _date(text: str) -> When:
    match = _DATE.match(re.sub(r"[?~%]", "", text.strip()))
    if match is None:
        raise ValueError("not a date")
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        return _unspecified(year, month, day)
    number = _year_number(year)
    if match["hour"] is not None:
        return _timed(number, match)
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError("a day of no month")
        return _whole(Moment.of(number), "year", 1, Precision.YEAR)
    return _in_year(number, int(month), day)


def _year_number(text: str) -> int:
    digits, _, zeros = text.removeprefix("Y").partition("E")
    number = int(digits) * int("1" + "0" * int(zeros or 0))
    if abs(number) > 39_000:
        raise ValueError("year out of range")
    return number


def _whole(start: Moment, unit: str, n: int, precision: Precision) -> When:
    return When(Interval(start, Moment(add(unit, n, start))), precision)


def _in_year(year: int, month: int, day: str | None) -> When:
    if month in _PARTS and day is None:
        first, months = _PARTS[month]
        precision = Precision.SEASON if month <= 32 else Precision.QUARTER
        return _whole(Moment.of(year, first), "month", months, precision)
    if not 1 <= month <= 12:
        raise ValueError("no such month")
    if day is None or "X" in day:
        return _whole(Moment.of(year, month), "month", 1, Precision.MONTH if day is None else Precision.DAY)
    if not 1 <= int(day) <= month_length(year, month):
        raise ValueError("no such day")
    return _whole(Moment.of(year, month, int(day)), "day", 1, Precision.DAY)


def _timed(year: int, match: re.Match[str]) -> When:
    if match["month"] is None or match["day"] is None:
        raise ValueError("a time without a day")
    day = _in_year(year, int(match["month"]), match["day"]).interval.start
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if day is None or hour > 24 or minute > 59 or second > 59:
        raise ValueError("no such time")
    start = Moment(day + hour * 3600 + minute * 60 + second)
    fine = match["second"] is not None
    end = Moment(start + (1 if fine else 60))
    precision = Precision.SECOND if fine else Precision.MINUTE
    return When(Interval(start, end), precision, zone=match["zone"])


def _unspecified(year: str, month: str | None, day: str | None) -> When:
    digits = year.lstrip("+-")
    if year.startswith("-") or not re.fullmatch(r"\d*X+", digits) or (month or day or "XX") != "XX":
        if digits == "XXXX":
            return When(Interval(None, None), Precision.DAY if day else Precision.MONTH)
        raise ValueError("not supported")
    unknown = digits.count("X")
    if unknown == 4:
        return When(Interval(None, None), Precision.YEAR)
    precision = {1: Precision.DECADE, 2: Precision.CENTURY}.get(unknown, Precision.UNKNOWN)
    return _whole(Moment.of(int(digits.replace("X", "0"))), "year", 10**unknown, precision)
