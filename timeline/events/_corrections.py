"""Corrections: numbers that a later statement denies or takes back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, cast

import numpy as np
import pandas as pd

from timeline.events._features import Words, names, numbers, stems
from timeline.events._links import DAY
from timeline.events._times import OPEN, to_seconds

_ACTS: Final = frozenset({"deny", "retract", "correct"})
_REACH = 30 * DAY
_FEW = 20  # numbers below this one are told of many things
_FIRST: Final = re.compile(r"(?:^|[.!?:;»”\"]\s+)[\W_]*\w+")
Place = tuple[str, int | None]
_COLUMNS = ("document", "count_unit", "country", "actor", "object", "context", "text")


@dataclass(frozen=True, slots=True)
class _Report:
    """What a report of a number and its correction have to share."""

    row: int
    told: int
    document: str
    unit: str | None
    country: str | None
    actor: Words
    topic: Words
    vouchers: tuple[Words, ...]


def supersede(events: pd.DataFrame) -> pd.DataFrame:
    """Mark reports of a number that a later statement denies or takes back as `superseded_by` it.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> told = {"count_best": 164, "count_unit": "killed", "published": "2022-01-09", "document": "a"}
    >>> taken = {"kind": "statement", "speech_act": "deny", "object": "the figure of 164 dead in Almaty"}
    >>> rows = [{**told, "text": "164 dead in Almaty"}, {**taken, "published": "2022-01-10", "document": "b"}]
    >>> supersede(frame_of(enumerate(rows), file="t"))["superseded_by"].fillna("").tolist()
    ['t#1', '']

    Both have to give the same number above 2, of the same thing where both say of what, within 30 days, in
    texts that share a country or a name (two, and what is counted, for numbers under 20). A denial by
    somebody else than the one who vouched for the number corrects nothing: it is a rival statement.
    """
    acts = events["speech_act"].isin(_ACTS).to_numpy()
    counts = events["count_best"].to_numpy(np.float64)
    if not acts.any() or not (counts > 2).any():
        return events
    told = to_seconds(events["published_start"].to_numpy())
    counted = _by_number(events, counts, told, ~acts)
    marks = events["superseded_by"].to_numpy(object).copy()
    takers = np.flatnonzero(acts & (told != OPEN)).tolist()
    sentences = _sentences(events, takers)
    for by in takers:
        for report in _corrected(events, by, int(told[by]), counts, counted, sentences):
            if not isinstance(marks[report.row], str):
                marks[report.row] = events["event_id"].iat[by]
    return events.assign(superseded_by=pd.array(marks, dtype="str"))


def _by_number(
    events: pd.DataFrame, counts: np.ndarray, told: np.ndarray, free: np.ndarray
) -> dict[float, list[tuple[int, int]]]:
    found: dict[float, list[tuple[int, int]]] = defaultdict(list)
    for row in np.flatnonzero(free & (counts > 2) & (told != OPEN)).tolist():
        found[float(counts[row])].append((row, int(told[row])))
    return found


def _corrected(
    events: pd.DataFrame,
    by: int,
    told: int,
    counts: np.ndarray,
    counted: Mapping[float, list[tuple[int, int]]],
    sentences: Mapping[Place, list[int]],
) -> Iterator[_Report]:
    """Give the earlier reports of a number that a statement takes back."""
    own = _report(events, by, told)
    for number, unit in _numbers(events, by, counts, sentences).items():
        for row, earlier in counted.get(number, ()):
            if 0 < told - earlier <= _REACH:
                report = _report(events, row, earlier)
                if _of_one(own, report, unit, number) and _may_correct(own, report):
                    yield report


def _numbers(
    events: pd.DataFrame, by: int, counts: np.ndarray, told: Mapping[Place, list[int]]
) -> dict[float, str | None]:
    """Give the numbers above 2 that a statement is about, each with what is counted where that is known."""
    rows = [row for row in told.get(_place(events, by), [by]) if counts[row] > 2]
    units = {float(counts[row]): _text(events, "count_unit", row) for row in rows}
    about = _text(events, "object", by)
    given = {float(n) for n in numbers(about)} if about else set(units)
    return {number: units.get(number) for number in sorted(given) if number > 2}


def _sentences(events: pd.DataFrame, wanted: Iterable[int]) -> dict[Place, list[int]]:
    """Give the rows of the sentences in which some rows stand."""
    places = {_place(events, row) for row in wanted}
    found: dict[Place, list[int]] = defaultdict(list)
    pairs = zip(events["document"].tolist(), events["sentence"].tolist(), strict=True)
    for row, place in enumerate(pairs):
        if place in places:
            found[place].append(row)
    return found


def _place(events: pd.DataFrame, row: int) -> Place:
    return cast("Place", (events["document"].iat[row], events["sentence"].iat[row]))


def _report(events: pd.DataFrame, row: int, told: int) -> _Report:
    document, unit, country, actor, thing, context, text = [_text(events, n, row) for n in _COLUMNS]
    vouchers = events["attribution"].iat[row]
    given: list[object] = [*vouchers] if isinstance(vouchers, (list, tuple, np.ndarray)) else []
    topic = names(" ".join(filter(None, (_FIRST.sub(" ", context or text or ""), thing, actor))))
    whom = tuple(stems(str(name)) for name in given)
    return _Report(row, told, document or "", unit, country, stems(actor or ""), topic, whom)


def _text(events: pd.DataFrame, name: str, row: int) -> str | None:
    value = events[name].iat[row]
    return value if isinstance(value, str) else None


def _of_one(own: _Report, report: _Report, unit: str | None, number: float) -> bool:
    """Tell whether the two count the same thing, as far as they say."""
    if report.document == own.document or (None not in (unit, report.unit) and unit != report.unit):
        return False
    if None not in (own.country, report.country) and own.country != report.country:
        return False
    if number < _FEW and None in (unit, report.unit):
        return False
    shared = len(own.topic & report.topic) + (own.country is not None and own.country == report.country)
    return shared >= (2 if number < _FEW else 1)


def _may_correct(own: _Report, report: _Report) -> bool:
    """Tell whether nobody else than the speaker vouches for the report."""
    return not report.vouchers or any(own.actor & voucher for voucher in report.vouchers)
