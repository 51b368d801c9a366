from __future__ import annotations

from itertools import pairwise
from types import ModuleType

import pandas as pd
import plotly.graph_objects as go
import pytest

from timeline.chart import plot
from timeline.chart._layout import Placed, pack


def marks(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers+text"]


def test_every_event_has_one_mark(made_up: ModuleType) -> None:
    df = made_up.table(40)
    drawn = sorted(int(row[3]) for trace in marks(plot(df)) for row in trace.customdata)
    alone = df["cluster"].isna().sum() + df["cluster"].nunique()
    assert len(drawn) == len(set(drawn)) == alone


def test_most_important_first_and_the_rest_counted(made_up: ModuleType) -> None:
    df = made_up.table(300)
    figure = plot(df, most=50, language="en")
    drawn = [int(row[3]) for trace in marks(figure) for row in trace.customdata]
    assert len(drawn) == 50
    assert figure.layout.title.subtitle.text.startswith("50 of ")


def test_kinds_differ_by_shape_and_hollow_means_not_asserted(made_up: ModuleType) -> None:
    df = made_up.table(60)
    for trace in marks(plot(df, most=None)):
        rows = df.iloc[[int(row[3]) for row in trace.customdata]]
        assert set(rows["kind"]) == {"statement" if trace.marker.symbol == "circle" else "action"}
        assert (trace.marker.color == "#ffffff") == (rows["factuality"] != "asserted").all()


def test_undated_events_are_on_no_date(made_up: ModuleType) -> None:
    df = made_up.table(80)
    for trace in marks(plot(df, most=None)):
        rows = df.iloc[[int(row[3]) for row in trace.customdata]]
        undated = rows["start"].isna() & rows["end"].isna()
        assert undated.all() == (trace.xaxis == "x2") and undated.nunique() == 1


def test_no_axis_where_nothing_is_dated(made_up: ModuleType) -> None:
    never = made_up.table(6).assign(start=pd.NaT, end=pd.NaT)
    assert plot(never).layout.xaxis.visible is False
    assert plot(made_up.table(6)).layout.xaxis.visible is True


def test_labels_of_a_row_do_not_meet() -> None:
    items = [Placed(i, 13.0 * i, 13.0 * i - 8, 13.0 * i + 8, 120) for i in range(60)]
    pack(items, 800)
    by_row: dict[int, list[tuple[float, float]]] = {}
    for item in items:
        by_row.setdefault(item.row, []).append((item.low, item.high))
    for spans in by_row.values():
        spans.sort()
        assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_years_outside_of_nanoseconds() -> None:
    start = pd.Series(pd.array(["0044-03-15", "1600-01-01"], dtype="datetime64[us]"))
    df = pd.DataFrame(
        {"event_id": ["a", "b"], "kind": "action", "start": start, "end": start + pd.Timedelta(days=1)}
    )
    x = [value for trace in marks(plot(df)) for value in trace.x]
    assert x == ["0044-03-15 12:00", "1600-01-01 12:00"]


def test_text_is_never_markup(made_up: ModuleType) -> None:
    df = made_up.table(5).assign(summary="<b onmouseover=alert(1)>x</b>", actor="<i>y</i>")
    text = plot(df).to_json()
    assert "<b onmouseover" not in text and "<i>y" not in text


@pytest.mark.parametrize("lanes", ["actor", "place", "source", "type", "language"])
def test_lanes(made_up: ModuleType, lanes: str) -> None:
    figure = plot(made_up.table(40), lanes=lanes)
    assert 1 <= len(figure.layout.yaxis.ticktext) <= 16


def test_empty_table_gives_an_empty_figure(made_up: ModuleType) -> None:
    assert len(plot(made_up.table(3).iloc[:0]).data) == 0


def test_crowd_is_shaded(made_up: ModuleType) -> None:
    figure = plot(made_up.table(5000))
    assert figure.data[0].type == "heatmap"
    assert sum(len(trace.x) for trace in marks(figure)) == 60


def test_labels_leave_out_the_actor_of_their_lane(made_up: ModuleType) -> None:
    df = made_up.table(60)
    rows = {}
    for trace in marks(plot(df, most=None)):
        rows |= {int(row[3]): text.strip() for row, text in zip(trace.customdata, trace.text, strict=True)}
    dated = df["start"].notna() | df["end"].notna()
    told = [
        (df.loc[k, "summary"], text)
        for k, text in rows.items()
        if dated[k] and df.loc[k, "actor"] == "Courts"
    ]
    assert told and all(text == summary.removeprefix("Courts: ") for summary, text in told)


def test_marks_tell_how_many_reports_there_are(made_up: ModuleType) -> None:
    df = made_up.table(20).assign(cluster=None)
    df.loc[[3, 5, 8], "cluster"] = "c"
    numbers = [
        t for trace in plot(df).data if trace.mode == "text" for t in trace.text if t.strip().isdigit()
    ]
    assert numbers == ["3"]


def test_widget_shows_the_sentence(made_up: ModuleType) -> None:
    pytest.importorskip("ipywidgets")
    chosen = []
    df = made_up.table(10)
    box = plot(df, widget=True, on_select=chosen.append, language="en")
    live, pane = box.children
    trace = next(t for t in live.data if t.customdata is not None)
    from plotly.callbacks import Points

    trace._dispatch_on_click(Points(point_inds=[0], trace_index=0), None)
    row = df.iloc[int(trace.customdata[0][3])]
    assert f"<mark>{row['text']}</mark>" in pane.value
    assert chosen[0]["event_id"] == row["event_id"]
