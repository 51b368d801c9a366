"""The pandas accessor: `events.timeline.between(...)`, `.of(...)`, `.plot()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from timeline.events import COLUMNS

if TYPE_CHECKING:
    import plotly.graph_objects as go


@pd.api.extensions.register_dataframe_accessor("timeline")
class TimelineAccessor:
    """What an event table can be asked, as `events.timeline`.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> events = frame_of([(1, {"start": "2022-01-05"}), (2, {"start": "2022-02-01"})], file="mine")
    >>> len(events.timeline.between("2022-01-05", "2022-01-08"))
    1

    Raises
    ------
    AttributeError
        Where the frame is no event table.
    """

    def __init__(self, events: pd.DataFrame) -> None:
        missing = next((name for name in COLUMNS if name not in events.columns), None)
        if missing is not None:
            raise AttributeError(f"not an event table: column {missing!r} is missing")
        self._events = events

    def between(self, first: str, last: str, *, surely: bool = False) -> pd.DataFrame:
        """Give the events that may have been from `first` to `last` (`surely`: that must have been)."""
        from timeline.events import between

        return between(self._events, first, last, surely=surely)

    def of(self, name: str) -> pd.DataFrame:
        """Give the events in which somebody of this name acts, speaks or is acted upon."""
        from timeline.events import of

        return of(self._events, name)

    def plot(self, **options: Any) -> go.Figure:
        """Give the chart of these events; options as in `timeline.plot`."""
        from timeline.chart import plot

        figure: go.Figure = plot(self._events, **options)
        return figure
