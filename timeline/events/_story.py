"""One row an event: reports merged, rival values kept, corrections, what was known when."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pandas as pd

from timeline.events._schema import COLUMNS, LIST
from timeline.events._times import OPEN, from_iso, to_seconds

RIVALS: Final = ("actor", "recipient", "object", "place", "count_best", "edtf", "factuality")
_BASIS = {"expression": 3, "context": 2, "inference": 1}


def merge(events: pd.DataFrame) -> pd.DataFrame:
    """Give one row a cluster: the best-supported value of every column, and beside it who says otherwise.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> row = {"lemma": "kill", "recipient": "Ann Lee", "start": "2022-01-06", "actor": "Bob Ray"}
    >>> rows = [{**row, "document": "a"}, {**row, "document": "b", "place": "Rome"}]
    >>> merged = merge(frame_of(enumerate(rows), file="t"))
    >>> merged[["event_id", "place", "sources", "reports"]].values.tolist()
    [['t#0', 'Rome', 2, ['t#0', 't#1']]]

    A value is supported by the number of documents that give it; of equals, the one of the report that is
    best dated, then the first told. A report that was superseded supports nothing. Three columns are added:
    `reports` (the `event_id`s, the first told first), `first_reported_by` (its document), and `rivals`, a
    list of `{"column", "value", "document", "published"}` for every other value.
    """
    reports = _told_order(events)
    groups = reports.groupby(reports["cluster"].fillna(reports["event_id"]), sort=False).indices
    places = sorted(groups.values(), key=lambda rows: int(np.min(rows)))
    rows = [_merged(reports.iloc[rows]) for rows in places]
    names = [*COLUMNS, "reports", "first_reported_by", "rivals"]
    frame = pd.DataFrame(rows, columns=names).astype({n: d for n, d in COLUMNS.items() if d != LIST})
    order = frame["event_id"].map({name: at for at, name in enumerate(events["event_id"])})
    return frame.iloc[np.argsort(order.to_numpy(), kind="stable")].reset_index(drop=True)


def _told_order(events: pd.DataFrame) -> pd.DataFrame:
    told = to_seconds(events["published_start"].to_numpy())
    late = np.where(told == OPEN, np.iinfo(np.int64).max, told)
    return events.iloc[np.argsort(late, kind="stable")]


def _merged(reports: pd.DataFrame) -> dict[str, Any]:
    standing = reports[reports["superseded_by"].isna()]
    standing = standing if len(standing) else reports
    best = _best(standing)
    row = dict(best)
    for name in RIVALS:
        if name not in ("edtf", "factuality"):
            row[name] = _supported(standing, name, best)
    row["importance"] = reports["importance"].max()
    row["reports"] = reports["event_id"].tolist()
    row["first_reported_by"] = reports["document"].iloc[0]
    row["rivals"] = [rival for name in RIVALS for rival in _rivals(reports, name, row[name])]
    row["attribution"] = list(dict.fromkeys(who for names in reports["attribution"] for who in names))
    return row


def _best(reports: pd.DataFrame) -> pd.Series[Any]:
    """Give the report with the best date: read from words and narrow, then important, then first told."""
    basis = reports["time_basis"].map(_BASIS).fillna(0).to_numpy(float)
    start, end = (to_seconds(reports[name].to_numpy()) for name in ("start", "end"))
    width = np.where((start == OPEN) | (end == OPEN), np.inf, end - start.astype(float))
    order = np.lexsort((-reports["importance"].to_numpy(), width, -basis))
    return reports.iloc[int(order[0])]


def _supported(reports: pd.DataFrame, name: str, best: pd.Series[Any]) -> Any:
    given = reports[reports[name].notna()]
    if given.empty:
        return best[name]
    support = given.groupby(name, sort=False)["document"].nunique()
    most = support[support == support.max()].index
    return best[name] if best[name] in most else most[0]


def _rivals(reports: pd.DataFrame, name: str, kept: Any) -> list[dict[str, Any]]:
    others = reports[reports[name].notna() & (reports[name] != kept)]
    told = others.drop_duplicates([name, "document"])
    return [
        {
            "column": name,
            "value": row[name],
            "document": row["document"],
            "published": row["published"] if isinstance(row["published"], str) else None,
        }
        for _, row in told.iterrows()
    ]


def as_known_at(events: pd.DataFrame, day: str) -> pd.DataFrame:
    """Give the story as it stood at the end of a day: what was told by then, corrected by then.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> rows = [{"start": "2022-01-07", "published": p} for p in ("2022-01-08", "2022-01-10")]
    >>> as_known_at(frame_of(enumerate(rows), file="t"), "2022-01-09")["event_id"].tolist()
    ['t#0']

    A document of unknown day counts from the last day on which it may have been published; one without any
    date is left out. Corrections that came later are undone, clusters and sources counted anew; bounds that
    later reports have tightened stay.

    Raises
    ------
    DateError
        Where `day` is no date.
    """
    limit = from_iso(day)[1]
    told = to_seconds(events["published_end"].to_numpy())
    known = events[(told != OPEN) & (told <= limit)].reset_index(drop=True)
    later = ~known["superseded_by"].isin(known["event_id"])
    undone = known.assign(superseded_by=known["superseded_by"].mask(later))
    named = undone["source"].fillna(undone["document"])
    groups = undone["cluster"].fillna(undone["event_id"])
    sources = named.groupby(groups).transform("nunique")
    first = undone["event_id"].groupby(groups).transform("first")
    counted: pd.DataFrame = undone.assign(sources=sources.astype("Int64"), cluster=first.astype("str"))
    return counted
