"""Dates that a document states about itself: `2022`, `2022-01`, `2022-01-08T14:30:05+06:00`."""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import replace

from timeline._errors import DateError
from timeline.temporal import DAY, Basis, Extent, Interval, Moment, Precision, When, parse_edtf

_DATE = r"(?P<year>[+-]?\d{4})(?:(?P<mark>[-/.])(?P<month>\d\d)(?:(?P=mark)(?P<day>\d\d))?)?"
_COMPACT = r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
_CLOCK = r"(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?"
_COMPACT_CLOCK = r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?"
_ZONE = r"(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+\-0-9]*)+)"

_FORMS = (
    re.compile(rf"{_DATE}(?:(?:[Tt]|[ ]+){_CLOCK}(?:[ ]?{_ZONE})?)?", re.ASCII),
    re.compile(rf"{_COMPACT}(?:[Tt]{_COMPACT_CLOCK}(?:[ ]?{_ZONE})?)?", re.ASCII),
)
_DAY_FORM = re.compile(_DATE, re.ASCII)
_ENDED = re.compile(r"[,;:.]?(?=\s|\Z)")
_ATTEMPT = re.compile(r"[+-]?[0-9]{4,}[-/.:T0-9+Z]*(?<![,;:.])(?=[,;:.]?(?:\s|\Z))")
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def parse_stated(text: str, *, file: str | None = None, line: int | None = None) -> When:
    """Give the time that `text` states, to the precision it states.

    Examples
    --------
    >>> parse_stated("2022-01").interval
    Interval(start=Moment('2022-01-01T00:00:00'), end=Moment('2022-02-01T00:00:00'))
    >>> parse_stated("2022-01-08 14:30 +06:00").zone
    '+06:00'

    ISO 8601-1 dates to the year, month or day, with a clock time to the hour, minute or second, `T` or
    blanks between them, a zone (`Z`, an offset, `Asia/Almaty`) or none; also EDTF (`2022-01-08/2022-01-10`:
    some time in these days). Bounds are wall time of the zone; fractions of a second are dropped. `file` and
    `line` go into the error.

    Raises
    ------
    DateError
        Where the text is no such date, or names one that the calendar does not have.
    """
    stripped = text.strip()
    match = next((m for form in _FORMS if (m := form.fullmatch(stripped))), None)
    when = _when(match, stripped) if match else _of_edtf(stripped)
    if when is None:
        raise DateError("not a date", file=file, line=line, value=text)
    return when


def match_stated(text: str, start: int) -> tuple[int, str | None]:
    """Give the end of the longest stated date at `start`, and the date; `start` itself where there is none.

    Examples
    --------
    >>> match_stated("date 2022-01 Ieri", 5)
    (12, '2022-01')
    >>> match_stated("date 2022-13 Ieri", 5)
    (12, None)

    The date is None where something stands there that begins like a date and is none.
    """
    ends = {m.end() for form in (*_FORMS, _DAY_FORM) if (m := form.match(text, start))}
    for end in sorted(ends, reverse=True):
        if _ENDED.match(text, end) and _valid(text[start:end]):
            return end, text[start:end]
    attempt = _ATTEMPT.match(text, start)
    return (attempt.end(), None) if attempt else (start, None)


def _valid(text: str) -> bool:
    try:
        parse_stated(text)
    except DateError:
        return False
    return True


def _when(match: re.Match[str], text: str) -> When | None:
    parts = {k: int(v) for k, v in match.groupdict().items() if v and k not in ("zone", "mark")}
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    if match.groupdict().get("mark") in ("/", ".") and day is None:
        return None  # 2022/23 is a season, 2022.01 a number
    if not _in_calendar(year, month, day) or not _on_clock(parts) or ("hour" in parts and day is None):
        return None
    zone = match["zone"]
    if zone and not _known_zone(zone):
        return None
    interval, precision = _bounds(parts)
    return When(interval, precision, text=text, basis=Basis.PUBLICATION, zone=zone)


def _of_edtf(text: str) -> When | None:
    try:
        when = parse_edtf(text if text.isascii() else "")
    except DateError:
        return None
    if when.interval == Interval(None, None):
        return None
    return replace(when, text=text, extent=Extent.WITHIN, basis=Basis.PUBLICATION)


def _in_calendar(year: int, month: int | None, day: int | None) -> bool:
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    days = 29 if month == 2 and isleap(year) else _MONTH_DAYS[month - 1]
    return day is None or 1 <= day <= days


def _on_clock(parts: dict[str, int]) -> bool:
    return parts.get("hour", 0) < 24 and parts.get("minute", 0) < 60 and parts.get("second", 0) < 60


def _known_zone(zone: str) -> bool:
    if "/" in zone:
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(zone)
        except (OSError, ValueError, KeyError):
            return False
        return True
    digits = zone.lstrip("+-").replace(":", "")
    return not digits.isdigit() or (int(digits[:2]) <= 15 and int(digits[2:] or 0) < 60)


def _bounds(parts: dict[str, int]) -> tuple[Interval, Precision]:
    """Give the stated granule: the widths of month and year follow the calendar, those below are fixed."""
    year, month = parts["year"], parts.get("month", 1)
    start = Moment.of(year, month, *(parts.get(k, d) for k, d in _REST))
    for name, width in _WIDTHS:
        if name in parts:
            return Interval(start, Moment(start + width)), Precision(name)
    if "month" in parts:
        return Interval(start, Moment.of(year + month // 12, month % 12 + 1)), Precision.MONTH
    return Interval(start, Moment.of(year + 1)), Precision.YEAR


_REST = (("day", 1), ("hour", 0), ("minute", 0), ("second", 0))
_WIDTHS = (("second", 1), ("minute", 60), ("hour", 3600), ("day", DAY))
