"""The event table in and out of files."""

import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline._errors import InputError, TableError, TimelineWarning
from timeline.events import read_table, records, table, validate, write
from timeline.extraction._event import Event
from timeline.temporal import Moment

FORMATS = ("csv", "parquet", "jsonl")
NAMES = st.none() | st.text(min_size=1, max_size=8)
MOMENTS = st.integers(-200_000_000_000, 400_000_000_000).map(Moment)
RELATION = st.fixed_dictionaries(
    {
        "from": st.text(max_size=3),
        "to": st.just("published"),
        "min_days": st.none() | st.integers(-9, 9),
        "max_days": st.none() | st.integers(-9, 9),
        "text": st.none() | st.text(max_size=5),
    }
)


@st.composite
def rows(draw):
    number = draw(st.integers(0, 5))
    return [
        Event(
            f"{draw(st.text(max_size=4))}{i}",
            draw(st.sampled_from(["action", "statement"])),
            start=draw(st.none() | MOMENTS),
            actor=draw(NAMES),
            edtf=draw(NAMES),
            lat=draw(st.none() | st.floats(-90, 90)),
            count_best=draw(st.none() | st.integers(0, 10**9).map(float)),
            attribution=draw(st.lists(st.text(max_size=5), max_size=2)),
            text=draw(st.text(max_size=12)),
            actor_start=draw(st.none() | st.integers(0, 2**40)),
            relations=draw(st.lists(RELATION, max_size=2)),
            sources=draw(st.none() | st.integers(1, 5)),
        )
        for i in range(number)
    ]


@pytest.mark.parametrize("format", FORMATS)
@settings(deadline=None, max_examples=60)
@given(events=rows())
def test_what_is_written_reads_back_equal(tmp_path_factory, format, events):
    path = tmp_path_factory.mktemp("table") / f"t.{format}"
    frame = table(events)
    write(frame, path)
    again = read_table(path)
    validate(again)
    pd.testing.assert_frame_equal(again, frame)


@pytest.mark.parametrize("format", FORMATS)
def test_odd_texts_and_years_survive(tmp_path, format):
    texts = [
        "=1+1",
        "+1",
        "-1",
        "@a",
        "\ta",
        "\ra",
        "'a",
        "''=",
        "a\r\nb\nc",
        '"q",',
        "\ufeffx",
        "\x00",
        " ",
        "null",
    ]
    events = [
        Event(str(i), "action", summary=t, actor=t, text=t, start=Moment.of(year), quote=t)
        for i, (t, year) in enumerate(
            zip(texts, [-3000, -43, 0, 1, 999, 9999, 10_000, 99_999] * 2, strict=False)
        )
    ]
    frame = table(events)
    path = tmp_path / f"odd.{format}"
    write(frame, path)
    pd.testing.assert_frame_equal(read_table(path), frame)


def test_no_text_cell_of_a_csv_is_a_formula(tmp_path):
    import csv

    path = tmp_path / "f.csv"
    write(table([Event("=a", "action", summary="@x", actor="-x", start=Moment.of(-43), lat=-1.5)]), path)
    with path.open(newline="", encoding="utf-8") as lines:
        cells = [cell for line in csv.reader(lines) for cell in line]
    assert [c for c in cells if c.startswith(("=", "+", "-", "@", "\t", "\r"))] == ["-1.5"]


def test_json_has_times_to_the_second_lists_and_nulls():
    event = Event("a", "action", start=Moment.of(-43, 3, 15), count_best=164.0, attribution=["Khabar 24"])
    record = json.loads(json.dumps(next(records(table([event])))))
    assert record["start"] == "-0043-03-15T00:00:00"
    assert record["count_best"] == 164
    assert record["attribution"] == ["Khabar 24"]
    assert record["end"] is None
    assert record["actor"] is None


def test_a_table_typed_by_hand_is_completed(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("\ufeffstart,summary\n2022-01-07,The order\n2022-01,Unrest\n,No date\n", encoding="utf-8")
    frame = read_table(path)
    validate(frame)
    assert frame["summary"].tolist() == ["Unrest", "The order", "No date"]
    assert frame["edtf"].fillna("").tolist() == ["2022-01", "2022-01-07", ""]
    assert frame["event_id"].tolist() == ["mine.csv#3", "mine.csv#2", "mine.csv#4"]
    assert frame["document"].unique().tolist() == ["mine.csv"]


def test_bad_rows_are_named_and_the_rest_read(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text(
        'event_id,start,kind,lat\na,2022-01-07,action,\nb,2022-13,action,\nc,"2022-01-08",deed,\n'
        "d,2022-01-09,action,north\na,2022-01-09,action,\ne,2022-01-09,action,1,2\nf,2022-01-09,,\n"
    )
    told = []
    frame = read_table(path, errors=told.append, name="bad.csv")
    assert frame["event_id"].tolist() == ["a", "f"]
    assert [str(error) for error in told] == [
        "bad.csv:3: column start: not a date: '2022-13'",
        "bad.csv:4: column kind: is none of action, statement: 'deed'",
        "bad.csv:5: column lat: not a number: 'north'",
        "bad.csv:6: column event_id: is there twice: 'a'",
        "bad.csv:7: more cells than columns (4): 5",
    ]


def test_a_table_of_edtf_dates_is_read_and_other_columns_are_named(tmp_path):
    path, errors = tmp_path / "mine.csv", []
    path.write_text("edtf,summary,note\n[2022-01-03..2022-01-05],Some day,a\nrubbish,No day,b\n", "utf-8")
    with pytest.warns(TimelineWarning, match="left out: note"):
        frame = read_table(path, errors=errors.append)
    assert frame[["start", "end"]].astype(str).values.tolist() == [["2022-01-03", "2022-01-06"]]
    assert [str(error) for error in errors] == [f"{path}:3: column edtf: not an EDTF date: 'rubbish'"]


def test_bad_json_lines_are_named(tmp_path):
    path = tmp_path / "bad.jsonl"
    deep = b"[" * 100_000
    path.write_bytes(
        b'{"event_id": "a", "start": "2022-01-07"}\n{"event_id"\n[1]\n\xff\n' + deep + b'\n{"actor": []}\n'
    )
    told = []
    frame = read_table(path, errors=told.append, name="bad.jsonl")
    assert frame["event_id"].tolist() == ["a"]
    assert [error.line for error in told] == [2, 3, 4, 5, 6]


def test_without_errors_bad_rows_are_warned_of(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("start\n2022-02-30\n")
    with pytest.warns(TimelineWarning, match="column start: not a date: '2022-02-30'"):
        assert read_table(path).empty


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", b"x,y\n1,2\n"), ("a.csv", b"\xff\xfe"), ("a.parquet", b"PAR")]
)
def test_a_file_that_is_no_table_is_one_error(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(TableError, match=r"a\."):
        read_table(path)


def test_unknown_formats_are_named(tmp_path):
    with pytest.raises(InputError, match=r"no table format by this name \(csv, parquet, jsonl\): '.xls'"):
        write(table([]), tmp_path / "a.xls")


def test_the_accessor_selects_and_names_what_is_no_table():
    import timeline._accessor  # noqa: F401

    frame = table([Event("a", "action", actor="Tokayev", start=Moment.of(2022), end=Moment.of(2023))])
    assert len(frame.timeline.of("tokayev").timeline.between("2022-05", "2022-06")) == 1
    with pytest.raises(AttributeError, match="not an event table: column 'event_id' is missing"):
        _ = pd.DataFrame({"a": [1]}).timeline
