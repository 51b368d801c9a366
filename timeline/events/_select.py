"""Parts of the event table: a stretch of time, one actor."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import pandas as pd

from timeline.events._position import bounds
from timeline.events._times import from_iso


def between(events: pd.DataFrame, first: str, last: str, *, surely: bool = False) -> pd.DataFrame:
    """Give the events that may have been from `first` to `last`, both included.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> rows = [(1, {"start": "2022-01-05"}), (2, {"start": "2022-01"}), (3, {"start": "2022-02-01"})]
    >>> events = frame_of(rows, file="mine")
    >>> between(events, "2022-01-05", "2022-01-08")["edtf"].tolist()
    ['2022-01', '2022-01-05']

    Dates are typed to any precision (`2022`, `2022-01`, `2022-01-05T14:30`). With `surely`, only events whose
    bounds lie wholly inside. An event without any date is never in it.

    Raises
    ------
    DateError
        Where `first` or `last` is no date.
    """
    left, right = from_iso(first)[0], from_iso(last)[1]
    start, end = bounds(events)
    if surely:
        return events[(start >= left) & (end <= right)]
    dated = (events["start"].notna() | events["end"].notna()).to_numpy()
    return events[(start < right) & (end > left) & dated]


def of(events: pd.DataFrame, name: str) -> pd.DataFrame:
    """Give the events in which somebody or something of this name acts, speaks or is acted upon.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> rows = [(1, {"actor": "Qasym-Jomart Toqaev"}), (2, {"actor": "Aidos Ukibay"})]
    >>> events = frame_of(rows, file="mine")
    >>> of(events, "ukibay")["actor"].tolist()
    ['Aidos Ukibay']

    Letter case and accents do not count; every word of `name` has to be a word of the actor, the recipient or
    the object.
    """
    wanted = _words(name)
    hit = np.zeros(len(events), dtype=bool)
    for column in ("actor", "recipient", "object"):
        codes, names = pd.factorize(events[column])
        matches = np.array([bool(wanted) and wanted <= _words(str(n)) for n in names] + [False], dtype=bool)
        hit |= matches[codes]
    return events[hit]


def _words(name: str) -> frozenset[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return frozenset(re.findall(r"\w+", bare))
