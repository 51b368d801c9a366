"""The day that an event is filed under, and the days that matter."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from timeline.events._links import DAY, Numbers
from timeline.events._times import OPEN, to_seconds

_NONE: Any = None
_READ = ("expression", "context", "inference")


def days_of(events: pd.DataFrame) -> pd.Series[str]:
    """Give the day, month or year that a chronicle would file each event under; missing where none fits.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> news = {"tense": "past", "published": "2022-01-08"}
    >>> rows = [{"start": "2022-01-05T14:30"}, {"start": "2022-01"}, news]
    >>> days_of(frame_of(enumerate(rows), file="t")).tolist()
    ['2022-01', '2022-01-05', '2022-01-08']

    A date that was read or inferred is taken as it is where it is one day, month or year. What is told
    without a date as done or going on is filed under the day of its publication, as news is; plans, and
    windows that are no unit of the calendar, under none.
    """
    start, end = (to_seconds(events[name].to_numpy()) for name in ("start", "end"))
    read = events["time_basis"].isin(_READ).to_numpy()
    closed = (start != OPEN) & (end != OPEN)
    one_day = read & closed & (start // DAY == (end - 1) // DAY)
    days = np.where(one_day, _stamps(start), _NONE)
    edtf = events["edtf"].fillna("").to_numpy(object)
    unit = np.array([len(text) in (4, 7) and text[-1].isdigit() for text in edtf], dtype=bool)
    days = np.where(read & unit & ~one_day, edtf, days)
    told = _published_day(events)
    open_plan = ((events["factuality"] == "planned") | (events["tense"] == "future")).to_numpy()
    days = np.where(~read & ~open_plan, told, days)
    return pd.Series(pd.array(days, dtype="str"), index=events.index, name="day")


def _published_day(events: pd.DataFrame) -> Numbers:
    start, end = (to_seconds(events[name].to_numpy()) for name in ("published_start", "published_end"))
    known = (start != OPEN) & (end != OPEN) & (start // DAY == (end - 1) // DAY)
    days: Numbers = np.where(known, _stamps(start), _NONE)
    return days


def _stamps(seconds: Numbers) -> Numbers:
    safe = np.where(seconds == OPEN, 0, seconds)
    stamps: Numbers = np.datetime_as_string(safe.astype("datetime64[s]"), unit="D").astype(object)
    return stamps


def key_dates(events: pd.DataFrame, n: int = 10) -> pd.DataFrame:
    """Give the `n` days that matter most, the most important first.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> told = {"start": "2022-01-05", "importance": 0.9, "summary": "Fall"}
    >>> rows = [{**told, "document": d, "published": f"2022-01-0{d}"} for d in "6789"]
    >>> key_dates(frame_of(enumerate(rows), file="t"), 1)[["day", "documents", "summary"]].values.tolist()
    [['2022-01-05', 4, 'Fall']]

    A day matters by how many documents were published on it, and by how many of later days come back to it:
    the score is log(1 + documents of the day) + log(1 + later documents that date an event on it). Columns:
    `day`, `score`, `documents` (that date an event on it), `events` and `event_id`, `summary` (of its most
    important event). Figures: `tests/benchmarks/merge_dates.py`.
    """
    days = days_of(events)
    read = events["time_basis"].isin(_READ) & days.str.len().eq(10)
    told = pd.Series(_published_day(events), index=events.index)
    issued = events["document"].groupby(told).nunique()
    dated = events[read].assign(day=days[read], told=told[read])
    later = dated[dated["told"].isna() | (dated["told"] > dated["day"])]
    weight = later.groupby("day")["document"].nunique()
    index = issued.index.union(weight.index)
    score = (
        pd.Series(0.0, index=index)
        + np.log1p(issued.reindex(index, fill_value=0))
        + np.log1p(weight.reindex(index, fill_value=0))
    )
    best = score.sort_index().sort_values(ascending=False, kind="stable").head(n)
    return _described(events.assign(day=days), best)


def _described(events: pd.DataFrame, best: pd.Series[float]) -> pd.DataFrame:
    of_day = events[events["day"].isin(best.index)].sort_values("importance", ascending=False, kind="stable")
    first = of_day.drop_duplicates("day").set_index("day")
    groups = of_day.groupby("day")
    return pd.DataFrame(
        {
            "day": best.index.to_numpy(object),
            "score": best.to_numpy(),
            "documents": groups["document"].nunique().reindex(best.index, fill_value=0).to_numpy(),
            "events": groups.size().reindex(best.index, fill_value=0).to_numpy(),
            "event_id": first["event_id"].reindex(best.index).to_numpy(),
            "summary": first["summary"].reindex(best.index).to_numpy(),
        }
    )
