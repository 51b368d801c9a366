"""TIMEX3 values, printed, read and merged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal import Moment, Precision, format_timex, parse_timex
from timeline.temporal._calendar import unit_span
from timeline.temporal._timex import format_period, merge_timex

UNITS = ["second", "minute", "day", "week", "weekend", "month", "bimester", "quarter", "trimester", "half",
         "year", "decade", "century"]  # fmt: skip
MOMENTS = st.integers(Moment.of(1000), Moment.of(9900)).map(Moment)


@given(MOMENTS, st.sampled_from(UNITS))
def test_what_is_printed_reads_back_the_same(moment: Moment, unit: str) -> None:
    start, end = unit_span(unit, moment)
    found = parse_timex(format_timex(unit, start))
    assert found is not None
    assert (found[0].start, found[0].end) == (start, end)


@pytest.mark.parametrize("code", ["MO", "MI", "AF", "EV", "NI", "DT"])
def test_parts_of_the_day(code: str) -> None:
    value = format_timex(f"daypart:{code}", Moment.of(2022, 1, 7, 12))
    found = parse_timex(value)
    assert value == f"2022-01-07T{code}"
    assert found is not None
    assert found[1] is Precision.DAYPART


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2022-W01-WE", "2022-01-08", "2022-01-10"),
        ("2020-W53", "2020-12-28", "2021-01-04"),
        ("2022-W01-3", "2022-01-05", "2022-01-06"),
        ("199", "1990-01-01", "2000-01-01"),
        ("19", "1900-01-01", "2000-01-01"),
        ("-03", "-0399-01-01", "-0299-01-01"),
        ("2022-SU", "2022-06-01", "2022-09-01"),
        ("2022-H2", "2022-07-01", "2023-01-01"),
        ("2022-01-07T15:30", "2022-01-07T15:30", "2022-01-07T15:31"),
    ],
)
def test_reading(value: str, start: str, end: str) -> None:
    found = parse_timex(value)
    assert found is not None
    assert (found[0].start, found[0].end) == (Moment.fromiso(start), Moment.fromiso(end))


@pytest.mark.parametrize(
    "value",
    ["XXXX-XX-XX", "P3D", "PRESENT_REF", "2022-13", "2022-02-30", "2022-W54", "2022-Q5", "", "20220107"],
)
def test_what_names_no_single_time(value: str) -> None:
    assert parse_timex(value) is None


@given(st.text(max_size=20))
def test_any_text_is_read_without_an_error(value: str) -> None:
    parse_timex(value)


@pytest.mark.parametrize(
    ("amounts", "value"),
    [
        (((3, "day"),), "P3D"),
        (((1, "year"), (6, "month")), "P1Y6M"),
        (((2, "hour"), (30, "minute")), "PT2H30M"),
        (((None, "week"),), "PXW"),
        (((2, "half"),), "P12M"),
    ],
)
def test_lengths_of_time(amounts: tuple[tuple[float | None, str], ...], value: str) -> None:
    assert format_period(amounts) == value


@pytest.mark.parametrize(
    ("values", "merged"),
    [
        (["2022-01-07", "2022-01-07"], "2022-01-07"),
        (["2021-12-31", "2022-01-30"], "XXXX-XX-XX"),
        (["2021-01-07", "2022-01-07"], "XXXX-01-07"),
        (["2022-W01-WE", "2022-W02-WE"], "XXXX-WXX-WE"),
        (["2022-01-07TEV", "2022-01-08TEV"], "XXXX-XX-XXTEV"),
        (["2022-Q1", "2022-Q2"], "XXXX-QX"),
    ],
)
def test_what_differs_becomes_x(values: list[str], merged: str) -> None:
    assert merge_timex(values) == merged
