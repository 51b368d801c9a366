"""When an event was, in words: no finer and no coarser than its bounds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from babel.dates import format_date

from timeline.temporal import DAY, Moment


def when_text(start: int | None, end: int | None, throughout: bool, words: Mapping[str, Any]) -> str:
    """Say when something was, from its half-open bounds in seconds of wall time.

    Examples
    --------
    >>> from timeline.chart._wording import wording
    >>> day = int(Moment.of(2022, 1, 7))
    >>> when_text(day, day + DAY, False, wording("en")), when_text(None, day + DAY, False, wording("en"))
    ('7 January 2022', 'by 7 January 2022')
    """
    text = _said(start, end, throughout, words)
    for pattern, shorter in words["contractions"]:
        text = re.sub(pattern, shorter, text)
    return text


def _said(start: int | None, end: int | None, throughout: bool, words: Mapping[str, Any]) -> str:
    if start is None and end is None:
        return str(words["undated"])
    if start is None and end is not None:
        return str(words["by"].format(b=_bound(_last(end), words)))
    if start is not None and end is None:
        return str(words["since"].format(a=_bound(start, words)))
    assert start is not None and end is not None
    return _both(start, end, throughout, words)


def iso_text(seconds: int) -> str:
    """Give a moment as plotly reads it, no finer than it needs to be.

    Examples
    --------
    >>> iso_text(0), iso_text(3600)
    ('1970-01-01', '1970-01-01 01:00')
    """
    moment = Moment(seconds)
    if seconds % DAY == 0:
        return moment.date_iso()
    return moment.iso().replace("T", " ").removesuffix(":00")


def _both(start: int, end: int, throughout: bool, words: Mapping[str, Any]) -> str:
    named = _whole(start, end, words)
    if named:
        return named
    if 60 < end - start <= 3600 and start % 3600 == 0:
        return str(words["about"].format(a=_clocked(start, words)))
    if end - start <= 60:
        return _clocked(start, words)
    if start // DAY == (end - 1) // DAY:
        until = _clock(end) if end % DAY else "24:00"
        return str(words["hours"].format(day=_shown(start, "d MMMM y", words), a=_clock(start), b=until))
    template = words["span"] if throughout else words["between"]
    return str(template.format(a=_bound(start, words), b=_bound(_last(end), words)))


def _last(end: int) -> int:
    """The last whole day that a half-open end still covers."""
    return end - DAY if end % DAY == 0 else end


def _bound(seconds: int, words: Mapping[str, Any]) -> str:
    return _shown(seconds, "d MMMM y", words) if seconds % DAY == 0 else _clocked(seconds, words)


def _clocked(seconds: int, words: Mapping[str, Any]) -> str:
    return str(words["at"].format(day=_shown(seconds, "d MMMM y", words), time=_clock(seconds)))


def _clock(seconds: int) -> str:
    hour, minute, second = Moment(seconds).clock()
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second else "")


def _whole(start: int, end: int, words: Mapping[str, Any]) -> str | None:
    """The name of a day, month or year, where the bounds are exactly that."""
    if start % DAY or end % DAY:
        return None
    if end - start == DAY:
        return _shown(start, "d MMMM y", words)
    first, last = Moment(start).civil(), Moment(end).civil()
    if first[2] != 1 or last[2] != 1:
        return None
    months = (last[0] - first[0]) * 12 + last[1] - first[1]
    if months == 1:
        return _shown(start, "MMMM y", words)
    return str(first[0]) if months == 12 and first[1] == 1 else None


def _shown(seconds: int, pattern: str, words: Mapping[str, Any]) -> str:
    year, month, day = Moment(seconds).civil()
    if not 1 <= year <= 9999:
        return Moment(seconds).date_iso()
    return format_date(dt.date(year, month, day), pattern, locale=str(words["locale"]).replace("-", "_"))
