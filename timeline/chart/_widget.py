"""The figure as a live widget: what is clicked on shows its evidence beside it."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from timeline._errors import MissingExtraError
from timeline.chart._payload import paragraph
from timeline.chart._text import one_line, visible


def as_widget(
    figure: go.Figure,
    df: pd.DataFrame,
    words: Mapping[str, Any],
    on_select: Callable[[pd.Series[Any]], None] | None = None,
) -> Any:
    """Give a box of a `FigureWidget` and a pane; a click shows the event's sentence in its paragraph.

    Raises
    ------
    MissingExtraError
        Where ipywidgets or anywidget is not installed.
    """
    try:
        import ipywidgets

        live = go.FigureWidget(figure)
    except ImportError as error:
        raise MissingExtraError(
            "a widget needs the notebook extra: pip install 'cronaca[notebook]'"
        ) from error
    pane = ipywidgets.HTML(evidence(None, words), layout=ipywidgets.Layout(width="320px"))

    def clicked(trace: Any, points: Any, _state: object) -> None:
        for k in points.point_inds[:1]:
            row = df.iloc[int(trace.customdata[k][3])]
            pane.value = evidence(row, words)
            if on_select is not None:
                on_select(row)

    for trace in live.data:
        if trace.customdata is not None:
            trace.on_click(clicked)
    return ipywidgets.HBox([live, pane])


def evidence(row: pd.Series[Any] | None, words: Mapping[str, Any]) -> str:
    """Give the pane's HTML for one event: its summary, who, source, and its sentence set off in context."""
    if row is None:
        return f"<p>{html.escape(words['select_hint'])}</p>"
    given = {name: v for name, v in row.items() if isinstance(v, str)}
    context, at = paragraph(given.get("context", ""), given.get("text", ""))
    until = at + len(given.get("text", ""))
    before, sentence, after = (_shown(part) for part in (context[:at], context[at:until], context[until:]))
    facts = [
        (words["who"], "actor"),
        (words["where"], "place"),
        (words["source"], "source"),
        (words["published"], "published"),
    ]
    lines = [f"<b>{html.escape(label)}</b> {_shown(given[name])}" for label, name in facts if given.get(name)]
    title = html.escape(one_line(given.get("summary", ""), 200))
    quoted = f"<blockquote>{before}<mark>{sentence}</mark>{after}</blockquote>"
    return f"<h3>{title}</h3><p>{'<br>'.join(lines)}</p>{quoted}"


def _shown(text: str) -> str:
    return html.escape(visible(text))
