"""Stretches of time and how finely they are named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from timeline.temporal._moment import Moment


class Precision(StrEnum):
    """The granularity that the words name, which is not the width of the bounds."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    UNKNOWN = "unknown"


class Extent(StrEnum):
    """`WITHIN`: once, some time in the interval. `THROUGHOUT`: it lasted all of it."""

    WITHIN = "within"
    THROUGHOUT = "throughout"


class Basis(StrEnum):
    """Where a date comes from."""

    EXPRESSION = "expression"
    CONTEXT = "context"
    PUBLICATION = "publication"
    INFERENCE = "inference"


@dataclass(frozen=True, slots=True)
class Interval:
    """A half-open stretch of time; either side may be open (`None`).

    Examples
    --------
    >>> january = Interval(Moment.of(2022, 1), Moment.of(2022, 2))
    >>> Interval(Moment.of(2022, 1, 7), None) & january
    Interval(start=Moment('2022-01-07T00:00:00'), end=Moment('2022-02-01T00:00:00'))

    Raises
    ------
    ValueError
        Where the end lies before the start.
    """

    start: Moment | None
    end: Moment | None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"interval ends before it starts: {self.start} > {self.end}")

    def __and__(self, other: Interval) -> Interval | None:
        """Give what both share, or None where they share nothing."""
        start = max((m for m in (self.start, other.start) if m is not None), default=None)
        end = min((m for m in (self.end, other.end) if m is not None), default=None)
        if start is not None and end is not None and start >= end:
            return None
        return Interval(start, end)

    def __contains__(self, moment: int) -> bool:
        return (self.start is None or self.start <= moment) and (self.end is None or moment < self.end)

    def covers(self, other: Interval) -> bool:
        """Tell whether `other` lies wholly inside."""
        left = self.start is None or (other.start is not None and self.start <= other.start)
        right = self.end is None or (other.end is not None and other.end <= self.end)
        return left and right


def hull(intervals: Iterable[Interval]) -> Interval:
    """Give the smallest interval that covers all of `intervals`.

    Examples
    --------
    >>> hull([Interval(Moment(0), Moment(1)), Interval(Moment(5), None)]).end is None
    True

    Raises
    ------
    ValueError
        Where there is no interval.
    """
    all_ = list(intervals)
    if not all_:
        raise ValueError("hull of no interval")
    starts, ends = [i.start for i in all_], [i.end for i in all_]
    start = None if None in starts else min(s for s in starts if s is not None)
    end = None if None in ends else max(e for e in ends if e is not None)
    return Interval(start, end)
