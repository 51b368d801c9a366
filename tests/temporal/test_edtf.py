"""EDTF strings, printed and read, with the PyPI package `edtf` as a second opinion."""

from __future__ import annotations

import pytest
from edtf import parse_edtf as other_parser
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from timeline._errors import DateError
from timeline.temporal import DAY, Extent, Interval, Moment, Precision, When, format_edtf, parse_edtf

DAYS = st.integers(min_value=-719_162, max_value=2_932_896)  # years 1 to 9999
SECONDS = DAYS.flatmap(lambda d: st.integers(0, DAY - 1).map(lambda s: Moment(d * DAY + s)))
WHOLE = DAYS.map(lambda d: Moment(d * DAY))


def intervals(moments: st.SearchStrategy[Moment]) -> st.SearchStrategy[Interval]:
    pairs = st.tuples(moments, moments).map(sorted).filter(lambda p: p[0] < p[1])
    both = pairs.map(lambda p: Interval(*p))
    return st.one_of(both, moments.map(lambda m: Interval(m, None)), moments.map(lambda m: Interval(None, m)))


@given(intervals(st.one_of(WHOLE, SECONDS)), st.sampled_from(Extent), st.sampled_from(Precision))
def test_what_is_printed_reads_back_the_same(
    interval: Interval, extent: Extent, precision: Precision
) -> None:
    when = When(interval, precision, extent)
    back = parse_edtf(format_edtf(when))
    assert back.interval == interval
    assert back.extent is extent


@given(intervals(WHOLE), st.sampled_from(Extent), st.sampled_from(Precision))
def test_whole_days_are_valid_edtf(interval: Interval, extent: Extent, precision: Precision) -> None:
    assert other_parser(format_edtf(When(interval, precision, extent)))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1985", "1985-01-01", "1986-01-01"),
        ("1985-04", "1985-04-01", "1985-05-01"),
        ("1985-04-12", "1985-04-12", "1985-04-13"),
        ("2004-01-01T10:10:10Z", "2004-01-01T10:10:10", "2004-01-01T10:10:11"),
        ("2001-21", "2001-03-01", "2001-06-01"),
        ("2003-24", "2003-12-01", "2004-03-01"),
        ("2001-34", "2001-04-01", "2001-07-01"),
        ("2001-40", "2001-01-01", "2001-07-01"),
        ("201X", "2010-01-01", "2020-01-01"),
        ("20XX", "2000-01-01", "2100-01-01"),
        ("2004-XX", "2004-01-01", "2005-01-01"),
        ("1985-04-XX", "1985-04-01", "1985-05-01"),
        ("1964/2008", "1964-01-01", "2009-01-01"),
        ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-09"),
        ("[1667,1668,1670..1672]", "1667-01-01", "1673-01-01"),
        ("1984?", "1984-01-01", "1985-01-01"),
        ("2004-06-11%", "2004-06-11", "2004-06-12"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-16"),
        ("Y17000", "17000-01-01", "17001-01-01"),
    ],
)
def test_levels_of_the_standard(text: str, start: str, end: str) -> None:
    assert parse_edtf(text).interval == Interval(Moment.fromiso(start), Moment.fromiso(end))


@pytest.mark.parametrize(
    "text",
    ["nonsense", "2022-13", "2022-02-30", "2022-00", "[2022", "2022..", "2022/2023/2024", "[]", "/", "..",
     "2022-01-07T25:00:00", "2023/2022", "Y99999999999999999999", "2022-1-7", "X" * 5000, "T10:00"],
)  # fmt: skip
def test_what_is_no_date_is_an_error_that_names_it(text: str) -> None:
    with pytest.raises(DateError, match="not an EDTF date"):
        parse_edtf(text)


@given(st.text(alphabet="0123456789-/.X[]{},?~%TZYES+: ", max_size=30))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        when = parse_edtf(text)
    except DateError:
        return
    assert isinstance(when, When)


@pytest.mark.parametrize("text", ["1985", "1985-04", "1985-04-12", "201X", "2001-21", "1964/2008"])
def test_both_parsers_agree(text: str) -> None:
    other = other_parser(text)
    ours = parse_edtf(text).interval
    assert ours.start is not None
    lower = other.lower_strict()
    assert ours.start.civil() == tuple(lower[:3])


def test_unknown_ends() -> None:
    assert parse_edtf("2022-01-07/..") == parse_edtf("2022-01-07/")
    assert format_edtf(When(Interval(None, None))) == ""
    with pytest.raises(EDTFParseException):
        other_parser("")


@pytest.mark.parametrize(
    ("start", "end", "precision", "text"),
    [
        ("1990-01-01", "2000-01-01", Precision.DECADE, "199X"),
        ("1900-01-01", "2000-01-01", Precision.CENTURY, "19XX"),
        ("2022-06-01", "2022-09-01", Precision.SEASON, "2022-22"),
        ("2022-01-01", "2022-04-01", Precision.QUARTER, "2022-33"),
        ("2022-07-01", "2023-01-01", Precision.QUARTER, "2022-41"),
        ("2022-01-01", "2022-04-01", Precision.DAY, "[2022-01-01..2022-03-31]"),
        ("2021-12-31", "2022-01-31", Precision.DAY, "[2021-12-31..2022-01-30]"),
    ],
)
def test_coarse_times_have_their_own_forms(start: str, end: str, precision: Precision, text: str) -> None:
    when = When(Interval(Moment.fromiso(start), Moment.fromiso(end)), precision)
    assert when.edtf == text
