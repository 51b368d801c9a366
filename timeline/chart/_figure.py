"""The figure: a plain plotly Figure with the look of the page, for notebooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from timeline.chart._columns import FACTUALITIES, KINDS, Columns, columns
from timeline.chart._layout import (
    ARROW,
    MARK,
    Lane,
    Placed,
    assign,
    focus,
    foremost,
    middle,
    pack,
    text_width,
)
from timeline.chart._text import cap, one_line, plain
from timeline.chart._when import iso_text, when_text
from timeline.chart._wording import choose, number, wording

COLOURS = {"statement": "#0072b2", "action": "#d55e00"}
SYMBOLS = {"statement": "circle", "action": "diamond"}
PAPER, BAND, GRID, INK = "#ffffff", "#f4f5f6", "#e3e6e9", "#1a1d21"
ROW = 23
PLAIN = 3000
_LABEL = 52
_FONT = '-apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif'
_UNDER = 0.4
_DAY = 86_400
_LEAST_BAR, _LEAST_WHISKER = 3.0, 22.0  # pixels, as in the page
_HOVER = (
    "<b>%{customdata[0]}</b><br>%{customdata[1]}<br>"
    "<span style='color:#5b636d'>%{customdata[2]}</span><extra></extra>"
)


@dataclass(slots=True)
class _Scene:
    """What is drawn, and the scale it was laid out for."""

    data: Columns
    words: Mapping[str, Any]
    summaries: list[str]
    labels: list[str]
    items: list[Placed]
    lanes: list[Lane]
    low: int
    high: int
    width: float
    told: list[int]

    def pixel(self, seconds: float) -> float:
        return (seconds - self.low) / (self.high - self.low) * self.width

    def moment(self, pixel: float) -> str:
        return iso_text(round(self.low + pixel / self.width * (self.high - self.low)))


def plot(
    df: pd.DataFrame,
    *,
    title: str | None = None,
    language: str | None = None,
    lanes: str = "actor",
    most: int | None = 60,
    width: int = 1100,
    widget: bool = False,
    on_select: Callable[[pd.Series[Any]], None] | None = None,
) -> Any:
    """Draw the event table: statements and actions along time, a lane an actor.

    Examples
    --------
    >>> import pandas as pd
    >>> day = pd.Timestamp("2022-01-07")
    >>> df = pd.DataFrame({"event_id": ["a"], "kind": ["action"], "start": [day],
    ...                    "end": [day + pd.Timedelta(days=1)], "summary": ["Order to fire"]})
    >>> plot(df).layout.title.text
    'Timeline'

    Shows the `most` most important events (None: all) and says how many there are; beyond those a shade
    behind the lanes shows where the others are. `width` in pixels is what rows and labels are laid out for.
    `widget` gives a `FigureWidget` beside a pane with the evidence of the event clicked on, and calls
    `on_select` with its row.

    Raises
    ------
    TableError
        Where `df` is no event table.
    MissingExtraError
        Where `widget` is asked for and the `notebook` extra is not installed.
    """
    data = columns(df)
    words = wording(choose(language, data.table["language"] if "language" in data.table.columns else ()))
    scene = _scene(data, words, lanes, most, width)
    figure = go.Figure(_traces(scene))
    _dress(figure, scene, title, width)
    if len(data) > PLAIN:
        _shade(figure, scene, lanes)
    if widget:
        from timeline.chart._widget import as_widget

        return as_widget(figure, df, words, on_select)
    return figure


def _scene(data: Columns, words: Mapping[str, Any], dimension: str, most: int | None, width: int) -> _Scene:
    shown = foremost(data, most)
    dated = [i for i in shown.tolist() if data.dated[i]]
    low, high = _range(data, dated)
    summaries = _summaries(data)
    told = np.bincount(data.leader, minlength=len(data)).tolist()
    scene = _Scene(data, words, summaries, list(summaries), [], [], low, high, width - 210.0, told)
    names, lane_of = assign(data, dimension, words["others"], words["unnamed"], shown)
    top = 0
    if dimension == "actor":
        _leave_out_actors(scene, lane_of < len(names) - 2)
    for lane, name in enumerate([*names, words["undated"]]):
        undated = lane == len(names)
        own = [
            i
            for i in shown.tolist()
            if (not data.dated[i] if undated else data.dated[i] and lane_of[i] == lane)
        ]
        items = _flow(scene, own) if undated else [_placed(scene, i) for i in own]
        if not items:
            continue
        rows = max(i.row for i in items) + 1 if undated else pack(items, scene.width)
        for item in items:
            item.row += top
        scene.items += items
        scene.lanes.append(Lane(name, top, rows))
        top += rows
    return scene


def _leave_out_actors(scene: _Scene, named: NDArray[np.bool_]) -> None:
    """In an actor's own lane the label need not begin with the actor."""
    for i in np.flatnonzero(named & scene.data.dated).tolist():
        actor = one_line(scene.data.dimensions["actor"].values[scene.data.dimensions["actor"].codes[i]], 300)
        scene.labels[i] = scene.labels[i].removeprefix(f"{actor}: ")


def _range(data: Columns, shown: list[int]) -> tuple[int, int]:
    if not shown:
        return 0, _DAY
    low, high = focus([middle(data, i) for i in shown])
    for i in shown:
        if data.throughout[i] and data.has_end[i] and low <= middle(data, i) <= high:
            high = max(high, min(int(data.end[i]), middle(data, i) + 30 * _DAY))
    pad = max((high - low) // 40, 3600)
    return low - pad, high + pad


def _summaries(data: Columns) -> list[str]:
    names = [n for n in ("summary", "trigger", "text") if n in data.table.columns]
    rows = data.table[names].astype(object).to_numpy() if names else np.empty((len(data), 0), dtype=object)
    return [one_line(next((v for v in row if isinstance(v, str) and v), ""), 300) for row in rows]


def _placed(scene: _Scene, i: int) -> Placed:
    data = scene.data
    x = scene.pixel(middle(data, i))
    low, high = x - MARK, x + MARK
    if data.has_start[i] and data.has_end[i]:
        if _lined(scene, i):
            low, high = min(low, scene.pixel(data.start[i])), max(high, scene.pixel(data.end[i]))
    elif data.has_start[i]:
        high += ARROW
    else:
        low -= ARROW
    return Placed(i, x, low, high, text_width(cap(scene.labels[i], _LABEL)) + MARK + 26)


def _lined(scene: _Scene, i: int) -> bool:
    """Whether an event is drawn with its window or its stretch: where that is wide enough to be seen."""
    data = scene.data
    if not (data.has_start[i] and data.has_end[i]):
        return False
    wide = scene.pixel(int(data.end[i])) - scene.pixel(int(data.start[i]))
    least = _LEAST_BAR if data.throughout[i] else _LEAST_WHISKER
    return bool(wide >= least and (data.throughout[i] or data.end[i] - data.start[i] > _DAY))


def _flow(scene: _Scene, own: list[int]) -> list[Placed]:
    """Lay undated events out like words, in their order: they have no place in time."""
    items: list[Placed] = []
    x, row = MARK + 4, 0
    for i in own:
        label = text_width(cap(scene.labels[i], _LABEL)) + MARK + 26
        if x + label > scene.width and x > MARK + 4:
            x, row = MARK + 4, row + 1
        items.append(Placed(i, x, x - MARK, x + label, label, row=row))
        x += label
    return items


def _traces(scene: _Scene) -> list[go.Scatter]:
    traces = []
    for code, kind in enumerate(KINDS):
        own = [item for item in scene.items if scene.data.kind[item.event] == code]
        traces += _lines(scene, own, kind)
    for code, kind in enumerate(KINDS):
        for hollow in (False, True):
            own = [
                item
                for item in scene.items
                if scene.data.kind[item.event] == code and (scene.data.factuality[item.event] > 0) == hollow
            ]
            traces += _marks(scene, own, kind, hollow)
    return traces


def _lines(scene: _Scene, items: list[Placed], kind: str) -> list[go.Scatter]:
    bars: list[tuple[str | None, float | None]] = []
    whiskers: list[tuple[str | None, float | None]] = []
    data = scene.data
    for item in items:
        i, y = item.event, item.row + _UNDER
        if not data.dated[i] or not _lined(scene, i):
            continue
        a, b = iso_text(int(data.start[i])), iso_text(int(data.end[i]))
        if data.throughout[i]:
            bars += [(a, y), (b, y), (None, None)]
        else:
            whiskers += [(a, y - 0.14), (a, y + 0.14), (None, None), (a, y), (b, y), (None, None)]
            whiskers += [(b, y - 0.14), (b, y + 0.14), (None, None)]
    return [
        _line(points, kind, size, opacity)
        for points, size, opacity in ((bars, 4, 0.45), (whiskers, 1.2, 0.6))
        if points
    ]


def _line(
    points: list[tuple[str | None, float | None]], kind: str, size: float, opacity: float
) -> go.Scatter:
    return go.Scatter(
        x=[p[0] for p in points],
        y=[p[1] for p in points],
        mode="lines",
        opacity=opacity,
        hoverinfo="skip",
        line={"color": COLOURS[kind], "width": size},
        showlegend=False,
        legendgroup=kind,
    )


def _marks(scene: _Scene, items: list[Placed], kind: str, hollow: bool) -> list[go.Scatter]:
    """The marks of one kind, dated and undated apart, with their labels and the arrows to open sides."""
    traces = []
    for dated in (True, False):
        own = [item for item in items if bool(scene.data.dated[item.event]) == dated]
        for left in (False, True):
            traces += _group(scene, [item for item in own if item.left == left], kind, hollow, dated, left)
    seen = False
    traces += _arrows(scene, items, kind, hollow)
    traces += _badges(scene, items, kind, hollow)
    for trace in traces:
        trace.showlegend = not seen
        seen = True
    return traces


def _group(
    scene: _Scene, items: list[Placed], kind: str, hollow: bool, dated: bool, left: bool
) -> list[go.Scatter]:
    if not items:
        return []
    words, colour = scene.words, COLOURS[kind]
    faded = [0.45 if scene.data.superseded[item.event] else 1.0 for item in items]
    return [
        go.Scatter(
            x=_across(scene, items, dated),
            y=[item.row for item in items],
            xaxis="x" if dated else "x2",
            mode="markers+text",
            name=words[kind] + (f", {words['not_asserted']}" if hollow else ""),
            legendgroup=kind + str(hollow),
            text=[_label(scene, item, left) for item in items],
            textposition="middle left" if left else "middle right",
            textfont={"size": 12, "color": INK},
            marker={
                "symbol": SYMBOLS[kind],
                "size": [15.0 if scene.told[item.event] > 1 else 11.5 for item in items],
                "color": PAPER if hollow else colour,
                "line": {"color": colour, "width": 2},
                "opacity": faded,
            },
            customdata=[_hover(scene, item.event) for item in items],
            hovertemplate=_HOVER,
            cliponaxis=False,
        )
    ]


def _arrows(scene: _Scene, items: list[Placed], kind: str, hollow: bool) -> list[go.Scatter]:
    """An arrow to the side on which nothing is known."""
    traces = []
    for known, arrow, side in ((scene.data.has_start, "→", "right"), (scene.data.has_end, "←", "left")):
        other = scene.data.has_end if known is scene.data.has_start else scene.data.has_start
        own = [item for item in items if known[item.event] and not other[item.event]]
        if own:
            traces.append(
                go.Scatter(
                    x=_across(scene, own, True),
                    y=[item.row - 0.05 for item in own],
                    mode="text",
                    hoverinfo="skip",
                    text=[f" {arrow} "] * len(own),
                    textposition=f"middle {side}",
                    legendgroup=kind + str(hollow),
                    textfont={"size": 19, "color": COLOURS[kind]},
                )
            )
    return traces


def _badges(scene: _Scene, items: list[Placed], kind: str, hollow: bool) -> list[go.Scatter]:
    """How many reports tell of an event, in its mark."""
    own = [item for item in items if scene.told[item.event] > 1]
    return [
        go.Scatter(
            x=_across(scene, part, dated),
            y=[item.row for item in part],
            xaxis="x" if dated else "x2",
            mode="text",
            hoverinfo="skip",
            text=[str(min(99, scene.told[item.event])) for item in part],
            textposition="middle center",
            legendgroup=kind + str(hollow),
            textfont={"size": 9, "weight": 700, "color": COLOURS[kind] if hollow else PAPER},
        )
        for dated in (True, False)
        if (part := [item for item in own if bool(scene.data.dated[item.event]) == dated])
    ]


def _across(scene: _Scene, items: list[Placed], dated: bool) -> list[Any]:
    if dated:
        return [iso_text(middle(scene.data, item.event)) for item in items]
    return [round(item.x / scene.width, 4) for item in items]


def _label(scene: _Scene, item: Placed, left: bool) -> str:
    """A label with room to its mark, and to the arrow where one stands between."""
    i = item.event
    shown = plain(scene.labels[i], _LABEL)
    open_right = bool(scene.data.has_start[i] and not scene.data.has_end[i])
    open_left = bool(scene.data.has_end[i] and not scene.data.has_start[i])
    room = "\u2003\u2002" if (open_left if left else open_right) else ""
    return f"{shown}{room} " if left else f" {room}{shown}"


def _hover(scene: _Scene, i: int) -> list[str]:
    data, words = scene.data, scene.words
    start = int(data.start[i]) if data.has_start[i] else None
    end = int(data.end[i]) if data.has_end[i] else None
    told = scene.told[i]
    who = [_name(data, name, i) for name in ("actor", "source")]
    sure = words[FACTUALITIES[data.factuality[i]]] if data.factuality[i] else ""
    sources = words["n_sources"].format(n=told) if told > 1 else ""
    parts = [p for p in (*who, sure, sources) if p]
    when = when_text(start, end, bool(data.throughout[i]), words)
    return [plain(scene.summaries[i], 160), plain(when), plain(" · ".join(parts)), str(data.rows[i])]


def _name(data: Columns, dimension: str, i: int) -> str:
    coded = data.dimensions[dimension]
    return cap(coded.values[coded.codes[i]], 60)


def _dress(figure: go.Figure, scene: _Scene, title: str | None, width: int) -> None:
    rows = sum(lane.rows for lane in scene.lanes) or 1
    total = len(foremost(scene.data, None))
    shown, of = (number(n, scene.words) for n in (len(scene.items), total))
    count = scene.words["shown_some"].format(n=shown, m=of)
    if len(scene.items) == total:
        count = scene.words["shown_all"].format(n=of)
    figure.update_layout(
        title={
            "text": plain(title or scene.words["title"]),
            "subtitle": {"text": plain(count)},
            "x": 0,
            "xref": "container",
            "pad": {"l": 14, "t": 16},
            "y": 1,
            "yref": "container",
            "yanchor": "top",
        },
        width=width,
        height=rows * ROW + 170,
        margin={"l": 180, "r": 30, "t": 112, "b": 50},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        hovermode="closest",
        dragmode="pan",
        font={"color": INK, "size": 12, "family": _FONT},
        legend={
            "orientation": "h",
            "y": 0,
            "yanchor": "top",
            "yref": "paper",
            "x": 0,
            "itemsizing": "constant",
        },
        xaxis={
            "range": [iso_text(scene.low), iso_text(scene.high)],
            "type": "date",
            "side": "top",
            "gridcolor": GRID,
            "visible": bool(scene.data.dated.any()),
            **_ticks(scene),
        },
        xaxis2={"range": [0, 1], "overlaying": "x", "visible": False, "fixedrange": True},
        yaxis={
            "range": [rows - 0.4, -0.6],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "",
            "ticklabelstandoff": 10,
            "tickvals": [lane.top + (lane.rows - 1) / 2 for lane in scene.lanes],
            "ticktext": [plain(lane.name, 26) for lane in scene.lanes],
        },
        shapes=[
            {
                "type": "rect",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": lane.top - 0.5,
                "y1": lane.top + lane.rows - 0.5,
                "fillcolor": BAND,
                "line": {"width": 0},
                "layer": "below",
            }
            for lane in scene.lanes[::2]
        ],
    )


def _ticks(scene: _Scene) -> dict[str, Any]:
    """Numbers for months where plotly would write English names in a chart that is not English."""
    english = scene.words["locale"].startswith("en")
    day, month = ("%-d %b", "%b") if english else ("%d/%m", "%m")
    finest = day.replace(" ", "\u00a0")
    stops = [
        (None, _DAY * 1000 - 1, f"%H:%M\n{finest} %Y"),
        (_DAY * 1000, "M1", f"{finest}\n%Y"),
        ("M1", "M12", f"{month}\n%Y"),
        ("M12", None, "%Y"),
    ]
    return {"tickformatstops": [{"dtickrange": [low, high], "value": value} for low, high, value in stops]}


def _shade(figure: go.Figure, scene: _Scene, dimension: str) -> None:
    """Show where the events are that have no mark: a shade behind the lanes."""
    shown = np.array([item.event for item in scene.items], dtype=np.int64)
    names, lane_of = assign(scene.data, dimension, scene.words["others"], scene.words["unnamed"], shown)
    data, bins = scene.data, 90
    at = np.where(data.has_start, data.start, data.end)
    both = data.has_start & data.has_end & ~data.throughout
    at = np.where(both, (data.start + data.end) // 2, at)
    edges = np.linspace(scene.low, scene.high, bins + 1)
    lanes = [lane for lane in scene.lanes if lane.name in names]
    if not lanes:
        return
    rows = [np.histogram(at[data.dated & (lane_of == names.index(lane.name))], edges)[0] for lane in lanes]
    heights = [lane.top - 0.5 for lane in lanes] + [lanes[-1].top + lanes[-1].rows - 0.5]
    figure.add_heatmap(
        z=np.sqrt(rows),
        x=[iso_text(round(e)) for e in edges],
        y=heights,
        showscale=False,
        hoverinfo="skip",
        zmin=0,
        colorscale=[[0, "rgba(91,99,109,0)"], [1, "rgba(91,99,109,0.28)"]],
    )
    figure.data = (figure.data[-1], *figure.data[:-1])
