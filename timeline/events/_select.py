"""Parts of the event table: a stretch of time, one actor."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from timeline.events._actors import alike, full_names
from timeline.events._position import bounds
from timeline.events._times import from_iso
from timeline.languages.places import fold


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

    Letter case and accents do not count, and a spelling may differ by a letter (*Tokayef*); every word of
    `name` has to be a word of the actor, the recipient or the object, or of the full name that these are
    known by in the table. The rows keep their order in time.
    """
    wanted = _words(name)
    hit = np.zeros(len(events), dtype=bool)
    columns = [pd.factorize(events[column]) for column in ("actor", "recipient", "object")]
    full = full_names(str(n) for _, names in columns[:2] for n in names)
    for codes, names in columns:
        told = [str(n) for n in names]
        matches = [_matches(wanted, n) or _matches(wanted, full.get(n, "")) for n in told]
        hit |= np.array([*matches, False], dtype=bool)[codes]
    return events[hit]


def _matches(wanted: frozenset[str], name: str) -> bool:
    words = _words(name) if name else frozenset()
    return bool(wanted) and all(w in words or any(alike(w, other) for other in words) for w in wanted)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(name)))
