"""The order of the rows of an event table."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from timeline.events._times import OPEN, to_seconds


def ordered(events: pd.DataFrame) -> pd.DataFrame:
    """Sort by start (where open: by end), then end, document, place in it; the undated come last."""
    start, end = (_late_if_open(events[name]) for name in ("start", "end"))
    start = np.where(start == np.iinfo(np.int64).max, end, start)
    document = pd.factorize(events["document"], sort=True)[0]
    place = [events[n].fillna(0).to_numpy(np.int64) for n in ("trigger_start", "start_char")]
    identity = pd.factorize(events["event_id"], sort=True)[0]
    order = np.lexsort((identity, *reversed(place), document, end, start))
    return events.iloc[order].reset_index(drop=True)


def _late_if_open(times: pd.Series[Any]) -> np.ndarray[Any, Any]:
    seconds = to_seconds(times.to_numpy())
    return np.where(seconds == OPEN, np.iinfo(np.int64).max, seconds)
