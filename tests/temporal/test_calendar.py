"""Calendar arithmetic, against `datetime` and `dateutil`."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal import DAY, Moment
from timeline.temporal._calendar import UNITS, add, floor, iso_week, unit_span, week_start, weekday

DATES = st.datetimes(dt.datetime(1, 1, 1), dt.datetime(9000, 1, 1)).map(lambda d: d.replace(microsecond=0))


@given(DATES)
def test_weeks_are_iso_weeks(date: dt.datetime) -> None:
    moment = Moment.from_datetime(date)
    assert (*iso_week(moment), weekday(moment)) == tuple(date.isocalendar())
    assert week_start(*iso_week(moment)) == floor("week", moment)


@given(DATES, st.integers(-500, 500), st.sampled_from(["month", "year"]))
def test_months_and_years_step_as_in_dateutil(date: dt.datetime, n: int, unit: str) -> None:
    delta = relativedelta(months=n) if unit == "month" else relativedelta(years=n)
    try:
        expected = date + delta
    except ValueError:
        return
    assert add(unit, n, Moment.from_datetime(date)) == Moment.from_datetime(expected)


@given(DATES, st.sampled_from(UNITS))
def test_each_moment_lies_in_its_unit(date: dt.datetime, unit: str) -> None:
    moment = Moment.from_datetime(date)
    start, end = unit_span(unit, moment)
    assert start < end
    if unit != "weekend":
        assert start <= moment < end
        assert floor(unit, start) == start


@given(DATES, DATES, st.sampled_from(UNITS), st.integers(-9, 9))
def test_stepping_keeps_the_order(a: dt.datetime, b: dt.datetime, unit: str, n: int) -> None:
    first, second = sorted(map(Moment.from_datetime, (a, b)))
    assert add(unit, n, first) <= add(unit, n, second)


def test_no_step_leaves_the_calendar() -> None:
    with pytest.raises(OverflowError):
        add("year", 10**9, Moment(0))
    with pytest.raises(OverflowError):
        add("day", 10**12, Moment(0))


def test_a_day_has_its_seconds() -> None:
    assert add("day", 1, 0) == DAY
