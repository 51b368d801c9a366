"""TIMEX3 values (ISO-TimeML) out of spans and back."""

from __future__ import annotations

import re

from timeline.temporal._calendar import add, iso_week, unit_span, week_start, weekday
from timeline.temporal._interval import Interval, Precision
from timeline.temporal._moment import DAY, Moment, civil_from_days
from timeline.temporal._repeating import PARTS_OF_DAY, SEASONS

_LETTERS = {"quarter": "Q", "half": "H", "bimester": "B", "trimester": "T"}
_SIZES = {"quarter": 3, "half": 6, "bimester": 2, "trimester": 4}
_UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML", "weekend": "WE", "night": "TNI",
}  # fmt: skip
PRECISIONS = {
    "second": Precision.SECOND, "minute": Precision.MINUTE, "hour": Precision.HOUR, "day": Precision.DAY,
    "week": Precision.WEEK, "weekend": Precision.WEEKEND, "month": Precision.MONTH,
    "bimester": Precision.QUARTER, "quarter": Precision.QUARTER, "trimester": Precision.QUARTER,
    "half": Precision.QUARTER, "season": Precision.SEASON, "year": Precision.YEAR,
    "decade": Precision.DECADE, "century": Precision.CENTURY, "millennium": Precision.CENTURY,
    "daypart": Precision.DAYPART, "days": Precision.WEEK,
}  # fmt: skip
"""The precision that each granule has; the parts of the year finer than it count as quarters."""


def precision_of(granule: str) -> Precision:
    """Give the precision of a granule such as `day`, `season:SU`, `daypart:EV`."""
    return PRECISIONS.get(granule.partition(":")[0], Precision.UNKNOWN)


def format_timex(granule: str, start: int) -> str:
    """Give the TIMEX3 value of the `granule` that begins at `start`.

    Examples
    --------
    >>> format_timex("quarter", Moment.of(1994, 4))
    '1994-Q2'
    >>> format_timex("daypart:EV", Moment.of(2022, 1, 7, 18))
    '2022-01-07TEV'
    """
    name, _, code = granule.partition(":")
    if name == "days":
        last = start + (int(code) - 1) * DAY
        return f"{format_timex('day', start)}/{format_timex('day', last)}"
    if name in ("week", "weekend"):
        return _week(start) + ("-WE" if name == "weekend" else "")
    year, month, day = civil_from_days(start // DAY)
    if name in ("century", "millennium"):
        return _year(year)[:-2] if name == "century" else _year(year)[:-3]
    if name == "decade":
        return _year(year)[:-1]
    if name == "season":
        return f"{_year(year)}-{code}"
    if name in _LETTERS:
        return f"{_year(year)}-{_LETTERS[name]}{(month - 1) // _SIZES[name] + 1}"
    if name == "year":
        return _year(year)
    if name == "month":
        return f"{_year(year)}-{month:02d}"
    stamp = f"{_year(year)}-{month:02d}-{day:02d}"
    return stamp + _of_day(name, code, start)


def _of_day(name: str, code: str, start: int) -> str:
    if name == "daypart":
        return "T" + code
    hour, minute, second = Moment(start).clock()
    if name in ("hour", "minute"):
        return f"T{hour:02d}:{minute:02d}"
    return f"T{hour:02d}:{minute:02d}:{second:02d}" if name == "second" else ""


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _week(start: int) -> str:
    year, week = iso_week(start)
    return f"{_year(year)}-W{week:02d}"


def format_period(amounts: tuple[tuple[float | None, str], ...]) -> str:
    """Give the TIMEX3 value of a duration; an amount None is not known (`X`).

    Examples
    --------
    >>> format_period(((1, "year"), (6, "month")))
    'P1Y6M'
    >>> format_period(((None, "hour"),))
    'PTXH'
    """
    date, clock = "", ""
    for amount, unit in amounts:
        n, code = _amount(amount, unit)
        if code.startswith("T") and code != "TNI":
            clock += n + code[1:]
        else:
            date += n + code
    return "P" + date + ("T" + clock if clock else "")


def _amount(amount: float | None, unit: str) -> tuple[str, str]:
    unit, factor = {"half": ("month", 6), "bimester": ("month", 2), "trimester": ("month", 4)}.get(
        unit, (unit, 1)
    )
    if unit == "daypart":
        unit = "day"
    n = "X" if amount is None else f"{round(amount * factor, 4):g}"
    return n, _UNIT_CODES.get(unit, "D")


_POINT = re.compile(
    r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?(?:Z|[+-]\d\d)?|T(MO|MI|AF|EV|NI|DT))?)?"
    r"|-W(\d\d)(-WE|-[1-7])?|-([QHBT])(\d)|-(SP|SU|FA|WI))?\Z"
)


def parse_timex(value: str) -> tuple[Interval, Precision] | None:
    """Give the bounds and precision of a TIMEX3 value, None where it names no single stretch of time.

    Examples
    --------
    >>> parse_timex("2022-W01-WE")[0].start.iso()
    '2022-01-08T00:00:00'
    >>> parse_timex("XXXX-XX-XX") is None
    True

    Weeks are ISO weeks; seasons are meteorological and northern; a zone is passed over.
    """
    found = _coarse(value) or _point(value)
    if found is None:
        return None
    granule, start, end = found
    return Interval(Moment(start), Moment(end)), precision_of(granule)


_Found = tuple[str, int, int]


def _coarse(value: str) -> _Found | None:
    match = re.fullmatch(r"(-?)(\d{3}|\d{2})X{0,2}", value)
    if not match or len(value.lstrip("-")) not in (2, 3, 4):
        return None
    digits = match[2]
    if len(digits) == 3 and value.endswith("XX"):
        return None
    size = 10 if len(digits) == 3 else 100
    year = int(digits) * size * (-1 if match[1] else 1)
    granule = "decade" if size == 10 else "century"
    if match[1]:
        return granule, Moment.of(year - size + 1), Moment.of(year + 1)
    return granule, Moment.of(year), Moment.of(year + size)


def _point(value: str) -> _Found | None:
    match = _POINT.match(value)
    if match is None:
        return None
    year = int(match[1])
    if match[8]:
        return _in_week(year, int(match[8]), match[9])
    if match[10]:
        unit = next(u for u, letter in _LETTERS.items() if letter == match[10])
        start = add(unit, int(match[11]) - 1, Moment.of(year)) if match[11] != "0" else None
        if start is None or int(match[11]) * _SIZES[unit] > 12:
            return None
        return unit, start, add(unit, 1, start)
    if match[12]:
        start = Moment.of(year, SEASONS[match[12]])
        return "season", start, add("month", 3, start)
    return _in_calendar(year, match)


def _in_week(year: int, week: int, tail: str | None) -> _Found | None:
    start = week_start(year, week)
    if iso_week(start) != (year, week):
        return None
    if tail == "-WE":
        return "weekend", start + 5 * DAY, start + 7 * DAY
    if tail:
        day = start + (int(tail[1]) - 1) * DAY
        return "day", day, day + DAY
    return "week", start, start + 7 * DAY


def _in_calendar(year: int, match: re.Match[str]) -> _Found | None:
    if match[2] is None:
        return "year", Moment.of(year), Moment.of(year + 1)
    month = int(match[2])
    if not 1 <= month <= 12:
        return None
    if match[3] is None:
        start, end = unit_span("month", Moment.of(year, month))
        return "month", start, end
    start = Moment.of(year, month, int(match[3]))
    if civil_from_days(start // DAY) != (year, month, int(match[3])):
        return None
    return _in_day(start, match)


def _in_day(day: int, match: re.Match[str]) -> _Found | None:
    if match[7]:
        first, last = PARTS_OF_DAY[match[7]]
        return "daypart", day + first * 3600, day + last * 3600
    if match[4] is None:
        return "day", day, day + DAY
    parts = [int(p) for p in match.group(4, 5, 6) if p is not None]
    if parts[0] > 24 or any(p > 59 for p in parts[1:]):
        return None
    start = day + sum(p * s for p, s in zip(parts, (3600, 60, 1), strict=False))
    unit = ("hour", "minute", "second")[len(parts) - 1]
    return unit, start, start + (3600, 60, 1)[len(parts) - 1]


def merge_timex(values: list[str]) -> str:
    """Give the one TIMEX3 value that all of `values` share, `X` where they differ and in what is coarser.

    Examples
    --------
    >>> merge_timex(["2021-12-31", "2022-01-15", "2022-01-30"])
    'XXXX-XX-XX'
    >>> merge_timex(["2021-01-07", "2022-01-07"])
    'XXXX-01-07'
    """
    first = values[0]
    if all(v == first for v in values):
        return first
    if "/" in first:
        return "XXXX-XX-XX"
    clock = first.partition("T")[2]
    parts = [day.split("-") for day in (v.partition("T")[0] for v in values)]
    clocks = {v.partition("T")[2] for v in values}
    if len({len(p) for p in parts}) > 1:
        return "XXXX"
    differs = [len(set(column)) > 1 for column in zip(*parts, strict=True)]
    until = max((i for i, d in enumerate(differs) if d), default=-1)
    merged = [_blank(p) if i <= until else p for i, p in enumerate(parts[0])]
    tail = "" if not clock else "T" + (clock if len(clocks) == 1 else "XX")
    return "-".join(merged) + tail


def _blank(part: str) -> str:
    if part[:1].isalpha() and part != "WE" and part not in SEASONS:
        return part[0] + "X" * (len(part) - 1)
    return "X" * len(part)


__all__ = ["format_period", "format_timex", "merge_timex", "parse_timex", "precision_of", "weekday"]
