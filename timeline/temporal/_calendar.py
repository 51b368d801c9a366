"""Calendar arithmetic on whole seconds: cut to a unit, step by units."""

from __future__ import annotations

from timeline.temporal._moment import DAY, civil_from_days, days_from_civil

_FIXED = {"second": 1, "minute": 60, "hour": 3600, "day": DAY, "week": 7 * DAY, "weekend": 7 * DAY}
_MONTHS = {
    "month": 1,
    "bimester": 2,
    "quarter": 3,
    "season": 3,
    "trimester": 4,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12_000,
}
_MONDAY = -3 * DAY  # 1969-12-29
_LIMIT = 40_000 * 366 * DAY  # moments beyond 40,000 years from now are not stepped to

UNITS = (*_FIXED, *_MONTHS)


def floor(unit: str, t: int) -> int:
    """Give the start of the `unit` that holds the moment `t`; weeks begin on Monday.

    Examples
    --------
    >>> from timeline.temporal import Moment
    >>> Moment(floor("quarter", Moment.of(2022, 5, 17)))
    Moment('2022-04-01T00:00:00')

    A weekend begins on Saturday; a season is the meteorological one (it begins in March, June, September,
    December).
    """
    if unit in _FIXED:
        return _floor_fixed(unit, t)
    year, month, _ = civil_from_days(t // DAY)
    size = _MONTHS[unit]
    shift = 1 if unit == "season" else 0
    months = year * 12 + month - 1 + shift
    return _of_months(months - months % size - shift)


def _floor_fixed(unit: str, t: int) -> int:
    if unit in ("week", "weekend"):
        monday = t - (t - _MONDAY) % (7 * DAY)
        return monday + 5 * DAY if unit == "weekend" else monday
    return t - t % _FIXED[unit]


def add(unit: str, n: int, t: int) -> int:
    """Step `n` units from the moment `t`; a day that a month lacks becomes its last one.

    Examples
    --------
    >>> from timeline.temporal import Moment
    >>> Moment(add("month", -1, Moment.of(2022, 3, 31)))
    Moment('2022-02-28T00:00:00')

    Raises
    ------
    OverflowError
        Where the step leaves the years that this calendar covers.
    """
    result = t + n * _FIXED[unit] if unit in _FIXED else _add_months(n * _MONTHS[unit], t)
    if not -_LIMIT < result < _LIMIT:
        raise OverflowError("date out of range")
    return result


def _add_months(n: int, t: int) -> int:
    if abs(n) > 12 * 40_000:
        raise OverflowError("date out of range")
    year, month, day = civil_from_days(t // DAY)
    months = year * 12 + month - 1 + n
    year, month = months // 12, months % 12 + 1
    return days_from_civil(year, month, min(day, month_length(year, month))) * DAY + t % DAY


def _of_months(months: int) -> int:
    return days_from_civil(months // 12, months % 12 + 1, 1) * DAY


def month_length(year: int, month: int) -> int:
    """Count the days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def unit_span(unit: str, t: int) -> tuple[int, int]:
    """Give the start and end of the `unit` that holds `t`."""
    start = floor(unit, t)
    return start, start + 2 * DAY if unit == "weekend" else add(unit, 1, start)


def weekday(t: int) -> int:
    """Give the ISO weekday (Monday is 1) of a moment."""
    return (t // DAY + 3) % 7 + 1


def iso_week(t: int) -> tuple[int, int]:
    """Give (ISO year, ISO week) of a moment."""
    thursday = t // DAY + 4 - weekday(t)
    year = civil_from_days(thursday)[0]
    return year, (thursday - days_from_civil(year, 1, 1)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """Give the Monday that begins an ISO week."""
    return floor("week", days_from_civil(year, 1, 4) * DAY) + (week - 1) * 7 * DAY
