"""The operator algebra: what each operator gives, and that all of them keep the order of their anchors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal import DAY, Moment
from timeline.temporal._choices import Last, Near, Next, Sometime
from timeline.temporal._feasts import Feast
from timeline.temporal._operators import (
    Date,
    Env,
    In,
    Now,
    Nth,
    Operator,
    Run,
    Shift,
    Span,
    This,
    YearOfCentury,
    Years,
)
from timeline.temporal._repeating import (
    Both,
    Clock,
    Easter,
    Month,
    MonthDay,
    NthWeekday,
    PartOfDay,
    Season,
    Weekday,
    Weekend,
    YearDay,
    YearPart,
)
from timeline.temporal._windows import After, Before, Between, By, Part, Since, Tied, Until

ANCHOR = Moment.of(2022, 1, 8)  # a Saturday
DAYS = st.integers(Moment.of(1600) // DAY, Moment.of(2400) // DAY)
REPEATING = [
    Month(2), Weekday(5), Weekend(), MonthDay(31), YearDay(2, 29), Easter(1), NthWeekday(11, 4, 4),
    NthWeekday(5, 1, -1), Season("WI"), YearPart("quarter", 3), PartOfDay("NI"),
    Both(MonthDay(13), Weekday(5)),
]  # fmt: skip
SIDES = ("past", "future", "was", "will", "lean", "near")
STEPS = [((n, unit),) for n in (1, 3) for unit in ("day", "week", "month", "year")]
TREES: list[Operator] = [
    *(Near(what, side=side) for what in REPEATING for side in SIDES),
    *(Last(what) for what in REPEATING),
    *(Next(what) for what in REPEATING),
    *(Sometime(PartOfDay(p), side) for p in ("MO", "EV", "NI") for side in ("was", "will", "near")),
    *(Shift(Now(), step, sign) for step in STEPS for sign in (1, -1)),
    *(This(unit) for unit in ("day", "week", "month", "quarter", "half", "year", "decade", "century")),
    In(Weekday(3), This("week")), Nth(-1, "month", This("year")), Nth(2, "week", This("year")),
    Run(((3, "month"),), This("year")), YearOfCentury(85), Part(This("month"), "START"),
    Tied(((4, "year"),), lasting=True), Tied(((None, "day"),), sign=1), Tied(((2, "week"),), sign=1),
    Between(This("day"), Near(Weekday(4), side="will")), Since(This("month")), Until(This("year")),
    By(Near(Month(2), side="will")), Before(This("week")), After(This("day")),
]  # fmt: skip


def day(*parts: int) -> Span:
    start = Moment.of(*parts)
    return start, start + DAY


@given(DAYS, DAYS, st.sampled_from(TREES))
def test_a_later_anchor_never_gives_an_earlier_time(a: int, b: int, tree: Operator) -> None:
    early, late = (tree.at(Env(d * DAY, (d * DAY, d * DAY + DAY))) for d in sorted((a, b)))
    if early is None or late is None:
        return
    for first, second in zip(early, late, strict=True):
        assert first is None or second is None or first <= second


@given(st.sampled_from(TREES))
def test_an_unknown_anchor_gives_no_bounds(tree: Operator) -> None:
    assert tree.at(Env(None)) == (None, None)


@given(DAYS, st.sampled_from(TREES))
def test_trees_print_on_one_line(a: int, tree: Operator) -> None:
    assert "\n" not in str(tree)
    assert str(tree).startswith(type(tree).__name__)


@pytest.mark.parametrize(
    ("tree", "start", "end"),
    [
        (Shift(Now(), ((1, "day"),), -1), "2022-01-07", "2022-01-08"),
        (Shift(Now(), ((2, "year"),), -1), "2020-01-01", "2021-01-01"),
        (Last(Weekday(6)), "2022-01-01", "2022-01-02"),
        (Next(Weekday(6)), "2022-01-15", "2022-01-16"),
        (Near(Weekday(6), side="was"), "2022-01-08", "2022-01-09"),
        (Near(YearDay(12, 25), side="was"), "2021-12-25", "2021-12-26"),
        (Near(YearDay(1, 20), side="was"), "2022-01-20", "2022-01-21"),  # its own month: its own year
        (Near(YearDay(1, 20), side="past"), "2021-01-20", "2021-01-21"),
        (Near(Easter(), side="will"), "2022-04-17", "2022-04-18"),
        (Near(NthWeekday(11, 4, 4), side="was"), "2021-11-25", "2021-11-26"),
        (In(Weekday(1), This("month"), -1), "2022-01-31", "2022-02-01"),
        (Nth(1, "week", Date(2015)), "2014-12-29", "2015-01-05"),
        (Nth(-1, "day", Date(2020, 2)), "2020-02-29", "2020-03-01"),
        (Years(1900, "century"), "1900-01-01", "2000-01-01"),
        (Years(-400, "century"), "-0399-01-01", "-0299-01-01"),
        (YearOfCentury(85), "1985-01-01", "1986-01-01"),
        (YearOfCentury(30), "2030-01-01", "2031-01-01"),
        (Part(Date(2022, 1), "END"), "2022-01-21", "2022-02-01"),
        (Part(Date(2022), "START"), "2022-01-01", "2022-05-01"),
        (Part(Date(2022), "START", 2), "2022-01-01", "2022-07-01"),
        (Part(Date(2022, 2), "MID"), "2022-02-11", "2022-02-21"),
        (Shift(Now(), ((2, "week"),), -1), "2021-12-22", "2021-12-29"),
        (Next(Weekday(5), n=3), "2022-01-28", "2022-01-29"),
        (Last(Weekday(4), n=2), "2021-12-30", "2021-12-31"),
        (Near(Feast("eid al-fitr"), side="future"), "2022-05-02", "2022-05-03"),
        (Near(Feast("passover", -1, 9), side="future"), "2022-04-15", "2022-04-24"),
        (Tied(((4, "year"),), lasting=True), "2018-01-08", "2022-01-09"),
    ],
)
def test_what_operators_give(tree: Operator, start: str, end: str) -> None:
    span = tree.at(Env(ANCHOR, day(2022, 1, 8)))
    assert span == (Moment.fromiso(start), Moment.fromiso(end))


def test_a_night_that_was_ends_by_the_anchor() -> None:
    env = Env(ANCHOR, day(2022, 1, 8))
    assert Sometime(PartOfDay("NI"), "was").at(env) == (Moment.of(2022, 1, 7, 20), Moment.of(2022, 1, 8, 6))
    assert Sometime(PartOfDay("NI"), "will").at(env) == (Moment.of(2022, 1, 8, 20), Moment.of(2022, 1, 9, 6))


def test_an_hour_of_a_day() -> None:
    tree = In(Clock(24, 0), Date(2022, 1, 7))
    assert tree.at(Env(None)) == (Moment.of(2022, 1, 8), Moment.of(2022, 1, 8, 0, 1))


def test_what_the_calendar_lacks_is_no_time() -> None:
    assert Date(2022, 2, 30).at(Env(ANCHOR)) is None
    assert In(MonthDay(31), Date(2022, 2)).at(Env(ANCHOR)) is None
