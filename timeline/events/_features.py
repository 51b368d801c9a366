"""What of an event can be compared across documents and languages."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.events._links import DAY, OPEN_HIGH, OPEN_LOW, Numbers
from timeline.events._times import OPEN, to_seconds
from timeline.languages.places import fold

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_STEM = 5
_NEAR = 110
_LOOK_BACK = 4 * DAY
_TIGHT = 2 * DAY
_COLUMNS = (
    *("kind", "event_type", "speech_act", "lemma", "language", "document", "actor", "recipient", "object"),
    *("content", "text", "place", "country", "count_unit", "polarity", "factuality"),
)
Words = frozenset[str]
NOTHING: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Features:
    """One event, made comparable: names and stems without case and accents, numbers, a window of time.

    `first` and `last` bound the time; `since` and `until` do so more closely, taking what is told without a
    date to be news of some days; `tight` tells a window of two days at most.
    """

    row: int
    kind: str
    event_type: str | None
    act: str | None
    lemma: str | None
    language: str | None
    document: str
    actor: Words
    actor_stems: Words
    other: Words
    other_stems: Words
    recipient_stems: Words
    thing_stems: Words
    wording: Words
    numbers: Words
    said: Words
    place: str | None
    country: str | None
    count: float | None
    unit: str | None
    negative: bool
    planned: bool
    first: int
    last: int
    since: int
    until: int
    tight: bool


def features_of(events: pd.DataFrame) -> list[Features]:
    """Give the features of every row of an event table."""
    columns = [_cells(events[name]) for name in _COLUMNS]
    counts = events["count_best"].to_numpy(np.float64).tolist()
    windows = zip(*(side.tolist() for side in _windows(events)), strict=True)
    at = (events["trigger_start"] - events["start_char"]).fillna(0).tolist()
    rows = zip(*columns, counts, at, windows, strict=True)
    return [_features(number, *row) for number, row in enumerate(rows)]


def _cells(column: pd.Series[str]) -> list[str | None]:
    return [None if gone else str(v) for v, gone in zip(column.tolist(), column.isna().tolist(), strict=True)]


def _features(
    row: int,
    kind: str | None,
    event_type: str | None,
    act: str | None,
    lemma: str | None,
    language: str | None,
    document: str | None,
    actor: str | None,
    recipient: str | None,
    thing: str | None,
    content: str | None,
    text: str | None,
    place: str | None,
    country: str | None,
    unit: str | None,
    polarity: str | None,
    factuality: str | None,
    count: float,
    at: int,
    window: tuple[int, ...],
) -> Features:
    other = _joined(recipient, thing)
    first, last, since, until = window
    near = (text or "")[max(at - _NEAR, 0) : at + _NEAR]
    told_of = content if content and kind == "statement" else near
    told = numbers(_joined(recipient, thing, content))
    return Features(
        row, kind or "", event_type, act, lemma, language, document or "",
        names(actor or ""), stems(actor or ""), names(other), stems(other),
        stems(recipient or ""), stems(thing or ""),
        stems(told_of), told, names(content or "") | told,
        fold(place) if place else None, country,
        None if math.isnan(count) else count, unit, polarity == "negative", factuality == "planned",
        first, last, since, until, until - since <= _TIGHT,
    )  # fmt: skip


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _windows(events: pd.DataFrame) -> tuple[Numbers, ...]:
    """Give first and last moment of every event, then those that news of some days would have."""
    start, end, told, told_end = (
        to_seconds(events[name].to_numpy()) for name in ("start", "end", "published_start", "published_end")
    )
    undated = (events["time_basis"].fillna("publication") == "publication").to_numpy()
    first, last = np.where(start == OPEN, OPEN_LOW, start), np.where(end == OPEN, OPEN_HIGH, end)
    since = np.where((start == OPEN) & undated & (told != OPEN), told - _LOOK_BACK, first)
    until = np.where((end == OPEN) & undated & (told_end != OPEN), told_end + _LOOK_BACK, last)
    return first, last, since, until


@functools.lru_cache(maxsize=100_000)
def names(text: str) -> Words:
    """Give the words of a phrase that are written as names, in dictionary form.

    Examples
    --------
    >>> sorted(names("il presidente Kassym-Jomart Tokáyev"))
    ['jomart', 'kassym', 'tokayev']
    """
    words = _WORD.findall(text)
    return frozenset(fold(w) for w in words if w != w.lower() and (len(w) > 2 or w.isupper()))


@functools.lru_cache(maxsize=100_000)
def stems(text: str) -> Words:
    """Give the beginnings of the longer words of a phrase, and its numbers."""
    words = (fold(w) for w in _WORD.findall(text))
    return frozenset(w[:_STEM] for w in words if len(w) > 3 or w.isdigit())


@functools.lru_cache(maxsize=100_000)
def numbers(text: str) -> Words:
    """Give the numbers of a phrase that are written in digits, marks of thousands left out."""
    found = (w.replace(".", "").replace(",", "") for w in _WORD.findall(text) if w[0].isdigit())
    return frozenset(w for w in found if w.isdecimal() and w.isascii())


class Weights:
    """How much a shared word tells: the rarer in the table, the more."""

    def __init__(self, features: list[Features]) -> None:
        seen = Counter(word for f in features for word in f.wording)
        top = math.log(len(features) + 1.0)
        self._weight = {word: 1 - math.log(count) / (top + 1e-9) for word, count in seen.items()}

    def shared(self, a: Words, b: Words) -> float:
        """Give the weight of what two sets share over the weight of the lesser one, 0..1."""
        lesser = min(self._sum(a), self._sum(b))
        return self._sum(a & b) / lesser if lesser > 0 else 0.0

    def _sum(self, words: Words) -> float:
        return sum(self._weight.get(word, 1.0) for word in words)
