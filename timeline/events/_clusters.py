"""Which reports tell of the same event, across documents and languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from timeline.events._agreement import Agreement, agreement, apart
from timeline.events._features import Features, Weights, features_of
from timeline.events._links import OPEN_HIGH, OPEN_LOW, Numbers
from timeline.events._times import OPEN, to_seconds

_NEIGHBOURS = 16
_LARGEST = 40


def cluster(events: pd.DataFrame) -> pd.DataFrame:
    """Fill in `cluster` and `sources`, and tie the dates of reports that agree to each other.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> row = {"lemma": "arrest", "actor": "Police", "recipient": "Karim Massimov", "start": "2022-01-06"}
    >>> rows = [{**row, "document": "a"}, {**row, "document": "b"}, {**row, "lemma": "free", "document": "c"}]
    >>> frame_of(enumerate(rows), file="t")[["cluster", "sources"]].values.tolist()
    [['t#0', 2], ['t#0', 2], ['t#2', 1]]

    Two reports are one event where their times may be the same, nothing rules it out (another name, number,
    place or the opposite) and enough agrees: the deed, and who, whom, how many, where or the wording.
    Clusters that the table has already are kept together. A cluster is called by its first report. Where at
    least two columns beside time and deed agree, a relation of 0 days ties the two dates.
    """
    features = features_of(events)
    groups = _Groups(features)
    given = events["cluster"].tolist()
    groups.join_given([None if not isinstance(c, str) else c for c in given])
    ties = []
    for found, a, b in sorted(_agreeing(features), key=lambda f: (-f[0].points, f[1], f[2])):
        if groups.join(a, b) and found.dates:
            ties.append((a, b))
    return _filled(events, groups, ties)


def _agreeing(features: list[Features]) -> Iterator[tuple[Agreement, int, int]]:
    weights = Weights(features)
    for a, b in _candidates(features):
        found = agreement(features[a], features[b], weights)
        if found.same:
            yield found, a, b


def _candidates(features: list[Features]) -> list[tuple[int, int]]:
    """Give the pairs that share a key and may be one, each event with its next neighbours in time only."""
    numbers: dict[tuple[str, ...], int] = {}
    found = [(numbers.setdefault(key, len(numbers)), f.row) for f in features for key in _keys(f)]
    key, row = np.array(found or [(0, 0)], dtype=np.int64).T
    moment = np.array([_moment(f) for f in features] or [0], dtype=np.int64)
    order = np.lexsort((row, moment[row], key))
    key, row = key[order], row[order]
    possible = _Possible(features)
    pairs = [np.zeros(0, dtype=np.int64)]
    for step in range(1, min(_NEIGHBOURS, len(row) - 1) + 1):
        same = key[step:] == key[:-step]
        pairs.append(possible.of(row[:-step][same], row[step:][same]))
    codes = np.unique(np.concatenate(pairs))
    return list(zip((codes // len(features)).tolist(), (codes % len(features)).tolist(), strict=True))


class _Possible:
    """Keeps of many pairs those that time, polarity and numbers do not rule out."""

    def __init__(self, features: list[Features]) -> None:
        self._size = len(features)
        self._first, self._last = (np.array([getattr(f, n) for f in features]) for n in ("first", "last"))
        self._negative = np.array([f.negative for f in features], dtype=bool)
        self._count = np.array([np.nan if f.count is None else f.count for f in features])

    def of(self, a: Numbers, b: Numbers) -> Numbers:
        """Give a number for every pair that is left: the lesser row times the size, plus the greater."""
        apart = (self._first[a] >= self._last[b]) | (self._first[b] >= self._last[a])
        apart |= self._negative[a] != self._negative[b]
        one, other = self._count[a], self._count[b]
        apart |= np.abs(one - other) > 0.1 * np.maximum(np.abs(one), np.abs(other))
        a, b = a[~apart], b[~apart]
        codes: Numbers = np.unique(np.minimum(a, b) * self._size + np.maximum(a, b))
        return codes


def _keys(f: Features) -> Iterator[tuple[str, ...]]:
    deeds = [d for d in (f.event_type, f.act if f.kind == "statement" else None, f.lemma) if d]
    for deed in deeds:
        for name in sorted(f.actor | f.other)[:8]:
            yield deed, name[:4]
        for stem in sorted(f.other_stems)[:8]:
            yield deed, "", stem
        if f.place:
            yield deed, "place", f.place
    if f.count is not None and f.count > 2:
        yield "count", f"{f.count:.1e}"
    if f.kind == "statement":
        yield from (("told", name[:4], number) for name in sorted(f.actor) for number in sorted(f.numbers))


def _moment(f: Features) -> int:
    if f.until == OPEN_HIGH:
        return f.since if f.since != OPEN_LOW else 0
    return f.until


class _Groups:
    """Groups of rows that tell of one event; two groups join only where nothing in them is apart."""

    def __init__(self, features: list[Features]) -> None:
        self._features = features
        self._group = list(range(len(features)))
        self._members = {row: [row] for row in range(len(features))}

    def join_given(self, given: list[str | None]) -> None:
        """Keep together what the table has together."""
        first: dict[str, int] = {}
        for row, name in enumerate(given):
            if name is not None:
                self._unite(first.setdefault(name, row), row)

    def join(self, a: int, b: int) -> bool:
        """Join the groups of two rows where nothing speaks against it; tell whether they are one now."""
        mine, other = self._members[self._group[a]], self._members[self._group[b]]
        if mine is other:
            return True
        if len(mine) + len(other) > _LARGEST:
            return False
        if any(apart(self._features[x], self._features[y]) for x in mine for y in other):
            return False
        self._unite(a, b)
        return True

    def _unite(self, a: int, b: int) -> None:
        keep, gone = sorted((self._group[a], self._group[b]))
        if keep == gone:
            return
        rows = self._members.pop(gone)
        self._members[keep] += rows
        for row in rows:
            self._group[row] = keep

    def groups(self) -> list[list[int]]:
        """Give the groups."""
        return [sorted(rows) for rows in self._members.values()]


def _filled(events: pd.DataFrame, groups: _Groups, ties: list[tuple[int, int]]) -> pd.DataFrame:
    identity = events["event_id"].tolist()
    told = (to_seconds(events["published_start"].to_numpy()) - OPEN - 1).tolist()  # the undated come last
    named = events["source"].fillna(events["document"]).tolist()
    names, sources = [""] * len(events), [0] * len(events)
    for rows in groups.groups():
        first = min(
            rows, key=lambda row: (pd.isna(told[row]), told[row] if not pd.isna(told[row]) else 0, row)
        )
        count = len({named[row] for row in rows})
        for row in rows:
            names[row], sources[row] = identity[first], count
    return events.assign(
        cluster=pd.array(names, dtype="str"),
        sources=pd.array(sources, dtype="Int64"),
        relations=_tied(events, ties),
    )


def _tied(events: pd.DataFrame, ties: list[tuple[int, int]]) -> pd.Series[Any]:
    relations = [list(items) for items in events["relations"]]
    identity, trigger, extent = (events[name].tolist() for name in ("event_id", "trigger", "extent"))
    for a, b in ties:
        if extent[a] == extent[b] == "within":
            pair = {identity[a], identity[b]}
            if all({r["from"], r["to"]} != pair for r in relations[a] + relations[b]):
                ends = {"from": identity[a], "to": identity[b]}
                relations[a].append({**ends, "min_days": 0, "max_days": 0, "text": trigger[b]})
    return pd.Series(relations, index=events.index, dtype=object)
