"""EDTF (ISO 8601-2) out of a `When`."""

from __future__ import annotations

from timeline.temporal._interval import Extent, Interval
from timeline.temporal._moment import DAY, Moment
from timeline.temporal._when import When


def format_edtf(when: When) -> str:
    """Give the EDTF string of `when`; the empty string where nothing is known.

    Examples
    --------
    >>> from timeline.temporal import Precision
    >>> yesterday = Interval(Moment.of(2021, 12, 31), Moment.of(2022, 1, 31))
    >>> format_edtf(When(yesterday, Precision.DAY))
    '[2021-12-31..2022-01-30]'
    """
    interval = when.interval
    if interval.start is None and interval.end is None:
        return ""
    if when.extent is Extent.THROUGHOUT:
        return _pair(interval, "/")
    exact = _single(interval)
    return exact if exact is not None else f"[{_pair(interval, '..')}]"


def _pair(interval: Interval, mark: str) -> str:
    fine = any(m is not None and m % DAY for m in (interval.start, interval.end))
    start = "" if interval.start is None else _point(interval.start, fine=fine)
    last = None if interval.end is None else Moment(interval.end - (1 if fine else DAY))
    return start + mark + ("" if last is None else _point(last, fine=fine))


def _point(moment: Moment, *, fine: bool) -> str:
    return moment.iso() if fine else moment.date_iso()


def _single(interval: Interval) -> str | None:
    if interval.start is None or interval.end is None:
        return None
    year, month, day = interval.start.civil()
    stamp = interval.start.date_iso()
    if interval.start % DAY or interval.end % DAY:
        return interval.start.iso() if interval.end - interval.start == 1 else None
    if interval.end - interval.start == DAY:
        return stamp
    if day == 1 and interval.end == Moment.of(year + month // 12, month % 12 + 1):
        return stamp[:-3]
    if (month, day) == (1, 1) and interval.end == Moment.of(year + 1):
        return stamp[:-6]
    return None
