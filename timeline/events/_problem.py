"""An event table as a problem for the solver: which variables, which relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from timeline.events._links import OPEN_HIGH, OPEN_LOW, Numbers, Relations
from timeline.events._times import OPEN, to_seconds

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Problem:
    """The time variables of an event table and the relations between them.

    Variables are first the rows that take part in a relation (`rows`), then the publications of documents
    (`documents`: the code of each, `document_of`: the code of every row). `low` and `high` are inclusive
    seconds, `lasting` how many seconds more a variable lasts. `owner` is the row in whose `relations` a
    relation stands, `place` where in that list.
    """

    rows: Numbers
    documents: Numbers
    document_of: Numbers
    low: Numbers
    high: Numbers
    lasting: Numbers
    relations: Relations
    owner: Numbers
    place: Numbers


def problem_of(events: pd.DataFrame) -> Problem:
    """Read the problem that bounds and relations of a table pose; none to rows not there."""
    found = list(_told(events))
    owner, place = (np.array([f[side] for f in found], dtype=np.int64) for side in (0, 1))
    items = [f[2] for f in found]
    codes = pd.factorize(events["document"])[0] if items else np.zeros(len(events), dtype=np.int64)
    source, target = (_nodes(events, [item[side] for item in items], codes, owner) for side in ("from", "to"))
    known = np.flatnonzero((source >= 0) & (target >= 0))
    nodes = np.unique(np.concatenate([source[known], target[known]]))
    rows, documents = nodes[nodes < len(events)], nodes[nodes >= len(events)] - len(events)
    low, high, lasting = _bounds(events, rows, documents, codes)
    ends = [np.searchsorted(nodes, side[known]) for side in (source, target)]
    relations = _relations([items[k] for k in known.tolist()], ends[0], ends[1], lasting, len(rows))
    return Problem(rows, documents, codes, low, high, lasting, relations, owner[known], place[known])


def _told(events: pd.DataFrame) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Give the relations as they stand in the documents, whatever the order of the rows."""
    rows = np.flatnonzero(events["relations"].map(len).to_numpy(dtype=np.int64))
    keys = events[["document", "start_char", "event_id"]].iloc[rows].reset_index(drop=True)
    told = events["relations"]
    for row in rows[keys.sort_values(list(keys.columns), kind="stable").index].tolist():
        for at, item in enumerate(told.iloc[row]):
            yield row, at, item


def _nodes(events: pd.DataFrame, names: list[str], codes: Numbers, owner: Numbers) -> Numbers:
    """Number the ends of relations: a row, or the number of rows plus a document; -1 where not there."""
    identity = events["event_id"]
    rows = np.flatnonzero(identity.isin(set(names)).to_numpy())
    row_of = dict(zip(identity.iloc[rows].tolist(), rows.tolist(), strict=True))
    at = np.array([row_of.get(name, -1) for name in names], dtype=np.int64)
    publication = np.array([name == PUBLISHED for name in names], dtype=bool)
    return np.where(publication, len(events) + codes[owner], at) if names else at


def _bounds(
    events: pd.DataFrame, rows: Numbers, documents: Numbers, codes: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    first = np.unique(codes, return_index=True)[1] if len(documents) else np.zeros(0, dtype=np.int64)
    low, high = _inclusive(events, rows, "start", "end")
    published = _inclusive(events, first[documents], "published_start", "published_end")
    closed = (low != OPEN_LOW) & (high != OPEN_HIGH)
    throughout = closed & (events["extent"].iloc[rows] == "throughout").to_numpy()
    lasting = np.where(throughout, high - low, 0)
    pad = np.zeros(len(documents), dtype=np.int64)
    return (
        np.concatenate([low, published[0]]),
        np.concatenate([high - lasting, published[1]]),
        np.concatenate([lasting, pad]),
    )


def _inclusive(events: pd.DataFrame, rows: Numbers, start: str, end: str) -> tuple[Numbers, Numbers]:
    low, high = (to_seconds(events[name].to_numpy()[rows]) for name in (start, end))
    return np.where(low == OPEN, OPEN_LOW, low), np.where(high == OPEN, OPEN_HIGH, high - 1)


def _relations(
    items: list[dict[str, Any]], source: Numbers, target: Numbers, lasting: Numbers, events: int
) -> Relations:
    low, high = (
        np.array([np.nan if i[side] is None else i[side] for i in items], dtype=np.float64)
        for side in ("min_days", "max_days")
    )
    certainty = _certainty(items, low, high, (source < events) & (target < events))
    return Relations(source, target, low, high, lasting[source], certainty)


def _certainty(items: list[dict[str, Any]], low: Numbers, high: Numbers, between: Numbers) -> Numbers:
    """Rank relations: counted days, then order, each with words first; that reports tell the same is last."""
    counted = (low == high).astype(float)
    worded = np.array([bool(item["text"]) for item in items], dtype=float)
    merged = between & (low == 0) & (high == 0)
    return np.where(merged, -1.0, 2 * counted + worded)
