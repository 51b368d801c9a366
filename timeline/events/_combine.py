"""Several event tables to one."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from timeline.events._settle import settle
from timeline.events._table import empty


def combine(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Give one event table for several, clustered and ordered anew; of rows with one `event_id` the first.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> typed = frame_of([(1, {"event_id": "a", "start": "2022-01-08"})], file="typed")
    >>> other = frame_of([(1, {"event_id": "b", "start": "2022-01-07"})], file="other")
    >>> combine([typed, other, typed])["event_id"].tolist()
    ['b', 'a']
    """
    filled = [table for table in tables if len(table)]
    if not filled:
        return empty()
    joined = pd.concat(filled, ignore_index=True) if len(filled) > 1 else filled[0]
    return settle(joined.drop_duplicates("event_id", ignore_index=True))
