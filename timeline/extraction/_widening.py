"""The time of one deed as the bounds of another, told on: after it, on its day or in its night."""

from __future__ import annotations

from timeline.extraction._event import Event
from timeline.temporal import DAY, Extent, Interval, Moment, Precision, When

_HOURS = frozenset(("second", "minute", "hour"))
_FINER = _HOURS | {"daypart"}
_HOUR = DAY // 24
_EVENING, _MORNING = 20 * _HOUR, 6 * _HOUR


def widen(event: Event, *, earlier: bool, later: bool) -> None:
    """Widen the hour that `event` takes from another deed to the rest of the day or night.

    `later` tells a deed that may have come behind the hour, `earlier` one that may have come before it. The
    words of the time stay.
    """
    if event.precision not in _HOURS or event.start is None or event.end is None:
        return
    start, end = event.start, event.end
    bounds = Interval(Moment(_dawn(start)) if earlier else start, _close(end, event) if later else end)
    event.start, event.end, event.precision = bounds.start, bounds.end, str(Precision.DAYPART)
    event.edtf = When(bounds, Precision.DAYPART, Extent(event.extent)).edtf or None
    event.timex = (
        start.date_iso() if bounds.end is not None and start // DAY == (bounds.end - 1) // DAY else None
    )


def open_end(event: Event) -> None:
    """Let what comes after a deed, some day, lie between its time and publication."""
    bounds = Interval(event.start, event.published_end)
    if event.start is None or (bounds.end is not None and event.end is not None and bounds.end < event.end):
        return
    event.end, event.timex = bounds.end, None
    event.precision = str(Precision.DAY if event.precision in _FINER else Precision(event.precision))
    event.edtf = When(bounds, Precision(event.precision), Extent(event.extent)).edtf or None


def _dawn(hour: int) -> int:
    """The start of the day of an hour, or of the evening before an early one."""
    day = hour - hour % DAY
    return day - DAY + _EVENING if hour - day < _MORNING else day


def _close(end: Moment, event: Event) -> Moment:
    """The end of the day of an hour, or of the night of a late one, not behind publication."""
    day = (end - 1) - (end - 1) % DAY
    close = day + DAY + (_MORNING if end - 1 - day >= _EVENING else 0)
    return Moment(max(end, min(close, event.published_end or close)))


__all__ = ["open_end", "widen"]
