"""Dates that a document states about itself."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import DateError
from timeline.documents import parse_stated
from timeline.documents._stated import match_stated
from timeline.temporal import Moment, Precision

CASES = [
    ("2022", "2022-01-01T00:00:00", "2023-01-01T00:00:00", "year", None),
    ("2022-12", "2022-12-01T00:00:00", "2023-01-01T00:00:00", "month", None),
    ("2024-02-29", "2024-02-29T00:00:00", "2024-03-01T00:00:00", "day", None),
    ("20220108", "2022-01-08T00:00:00", "2022-01-09T00:00:00", "day", None),
    ("2022/01/08", "2022-01-08T00:00:00", "2022-01-09T00:00:00", "day", None),
    ("2022-01-08T14", "2022-01-08T14:00:00", "2022-01-08T15:00:00", "hour", None),
    ("2022-01-08 14:30", "2022-01-08T14:30:00", "2022-01-08T14:31:00", "minute", None),
    ("2022-01-08T14:30:05.123Z", "2022-01-08T14:30:05", "2022-01-08T14:30:06", "second", "Z"),
    ("2022-01-08T14:30:05+06:00", "2022-01-08T14:30:05", "2022-01-08T14:30:06", "second", "+06:00"),
    ("2022-01-08 14:30 Asia/Almaty", "2022-01-08T14:30:00", "2022-01-08T14:31:00", "minute", "Asia/Almaty"),
    ("20220108T143005Z", "2022-01-08T14:30:05", "2022-01-08T14:30:06", "second", "Z"),
    ("2022-01-08T23:59:59", "2022-01-08T23:59:59", "2022-01-09T00:00:00", "second", None),
    ("-0043-03-15", "-0043-03-15T00:00:00", "-0043-03-16T00:00:00", "day", None),
    ("2022-01-08/2022-01-10", "2022-01-08T00:00:00", "2022-01-11T00:00:00", "day", None),
    ("199X", "1990-01-01T00:00:00", "2000-01-01T00:00:00", "decade", None),
    ("0001", "0001-01-01T00:00:00", "0002-01-01T00:00:00", "year", None),
]
BAD = [
    "2022-13",
    "2022-00",
    "2022-02-30",
    "2023-02-29",
    "2022-01-08T24:01",
    "2022-01-08T10:60",
    "2022-01-08T10:00+99:00",
    "2022-01-08 10:00 Mars/Olympus",
    "2022-01T10:00",
    "2022/23",
    "08/01/2022",
    "8 gennaio 2022",
    "22-01-08",
    "../..",
    "",
    "٢٠٢٢",
    "2022-01-08\n2022-01-09",
]


@pytest.mark.parametrize(("text", "start", "end", "precision", "zone"), CASES)
def test_a_date_of_each_precision(text, start, end, precision, zone):
    when = parse_stated(text)
    assert (when.interval.start.iso(), when.interval.end.iso()) == (start, end)
    assert (when.precision, when.zone, when.text) == (Precision(precision), zone, text)


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_date_is_refused_with_its_value(text):
    with pytest.raises(DateError) as caught:
        parse_stated(text, file="a.txt", line=3)
    assert str(caught.value).startswith("a.txt:3: not a date: ")
    assert "\n" not in str(caught.value)


@given(st.datetimes(min_value=dt.datetime(1, 1, 1), max_value=dt.datetime(9998, 12, 31)), st.booleans())
def test_any_moment_is_read_as_its_second(moment, compact):
    text = moment.strftime("%Y%m%dT%H%M%S").zfill(15) if compact else moment.isoformat(timespec="seconds")
    interval = parse_stated(text).interval
    assert interval.start == Moment.from_datetime(moment)
    assert interval.end - interval.start == 1


@given(st.text(max_size=30))
def test_any_other_text_is_refused_and_nothing_else(text):
    try:
        when = parse_stated(text)
    except DateError:
        return
    start, end = when.interval.start, when.interval.end
    assert start is None or end is None or start < end
    assert (start, end) != (None, None)


@given(st.text(alphabet="0123456789-/.:TZ +,;x", max_size=30))
def test_a_match_ends_where_a_date_ends(text):
    end, value = match_stated(text, 0)
    assert 0 <= end <= len(text)
    if value is not None:
        assert text[:end] == value
        parse_stated(value)
