"""Schema, sorting and position of the event table."""

from dataclasses import fields

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import events as package
from timeline._errors import TableError
from timeline.events import COLUMNS, between, chain_lengths, frame_of, of, table, validate
from timeline.extraction._event import Event
from timeline.temporal import Moment


def day(number, **values):
    start = Moment.of(2022, 1, number)
    return Event(
        values.pop("event_id", f"e{number}"), "action", start=start, end=Moment(start + 86_400), **values
    )


def test_columns_are_the_fields_of_an_event_in_order():
    assert [field.name for field in fields(Event)] == list(COLUMNS)


def test_all_is_complete():
    assert all(hasattr(package, name) for name in package.__all__)


def test_types_hold_with_and_without_rows():
    for rows in ([], [day(7)], [day(7, actor="Kassym", count_best=26.0, lat=43.2), day(8)]):
        frame = table(rows)
        validate(frame)
        assert [str(dtype) for dtype in frame.dtypes] == list(COLUMNS.values())


def test_rows_are_sorted_and_undated_come_last():
    open_start = Event("by", "action", end=Moment.of(2022, 1, 8))
    undated = Event("undated", "action")
    month = Event("month", "action", start=Moment.of(2022, 1), end=Moment.of(2022, 2))
    frame = table([undated, day(9), open_start, day(7), month, day(8)])
    assert frame["event_id"].tolist() == ["month", "e7", "by", "e8", "e9", "undated"]


def test_same_time_is_sorted_by_document_and_place():
    rows = [
        day(7, event_id="c", document="b", trigger_start=5),
        day(7, event_id="b", document="a", trigger_start=50),
        day(7, event_id="a", document="a", trigger_start=9),
    ]
    assert table(rows)["event_id"].tolist() == ["a", "b", "c"]


def test_position_does_not_guess():
    month = Event("month", "action", start=Moment.of(2022, 1), end=Moment.of(2022, 2))
    frame = table([day(5), day(7), month, day(9)])
    assert dict(zip(frame["event_id"], frame["position"], strict=True)) == {
        "month": 0,
        "e5": 0,
        "e7": 1,
        "e9": 2,
    }


def test_years_outside_the_nanosecond_range_are_kept():
    frame = table([Event("ides", "action", start=Moment.of(-43, 3, 15), end=Moment.of(-43, 3, 16))])
    assert frame["start"].to_numpy()[0] == np.datetime64("-0043-03-15", "us")


def test_moments_that_do_not_fit_are_open_and_lone_surrogates_replaced():
    frame = table(
        [Event("far", "action", start=Moment.of(9_000_000), actor="a\ud800b", attribution=["\udfff"])]
    )
    assert frame["start"].isna().all()
    assert frame["actor"][0] == "a\ufffdb"
    assert frame["attribution"][0] == ["\ufffd"]


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("kind", "rumour", "row 0, column kind: is none of action, statement: 'rumour'"),
        ("text", None, "row 0, column text: value is missing"),
        ("end", pd.Timestamp("2022-01-01"), "row 0, column end: is not after start: '2022-01-01 00:00:00'"),
        ("event_id", "e8", "row 1, column event_id: is there twice: 'e8'"),
        ("factuality", "sure", "row 0, column factuality: is none of"),
    ],
)
def test_validate_names_row_column_and_value(column, value, message):
    frame = table([day(7), day(8)])
    frame.loc[0, column] = value
    with pytest.raises(TableError, match=message[:30]) as error:
        validate(frame)
    assert str(error.value).startswith(message)


def test_validate_names_missing_and_mistyped_columns():
    frame = table([day(7)])
    with pytest.raises(TableError, match="column is missing: 'actor'"):
        validate(frame.drop(columns="actor"))
    with pytest.raises(TableError, match="column position is not Int64: 'float64'"):
        validate(frame.astype({"position": "float64"}))


def longest_chains(intervals):
    ranks = {}
    for start, end in sorted(set(intervals)):
        earlier = [ranks[other] + 1 for other in ranks if other[1] <= start]
        ranks[start, end] = max(earlier, default=0)
    return [ranks[i] for i in intervals]


INTERVALS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1])), max_size=30
)


@given(INTERVALS)
def test_chain_lengths_are_those_of_the_slow_way(intervals):
    start, end = (np.array([i[side] for i in intervals], dtype=np.int64) for side in (0, 1))
    assert chain_lengths(start, end).tolist() == longest_chains(intervals)


def test_between_takes_windows_that_may_lie_there():
    frame = frame_of([(1, {"start": "2022-01-05"}), (2, {"start": "2022-01"}), (3, {})], file="mine")
    assert len(between(frame, "2022-01-05", "2022-01-08")) == 2
    assert between(frame, "2022-01-05", "2022-01-08", surely=True)["edtf"].tolist() == ["2022-01-05"]


def test_of_needs_every_word():
    frame = frame_of([(1, {"actor": "Álvaro Pérez"}), (2, {"recipient": "Ana Perez"}), (3, {})], file="mine")
    assert len(of(frame, "perez")) == 2
    assert of(frame, "alvaro perez")["actor"].tolist() == ["Álvaro Pérez"]
    assert len(of(frame, "")) == 0
