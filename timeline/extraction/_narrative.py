"""Dates that go on: what is told after a dated action happened then too, until another date is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.extraction._clause import PAST
from timeline.extraction._event import Event

_FINE = frozenset(("second", "minute", "hour", "daypart", "day", "weekend"))
_PLACE = ("place", "country", "lat", "lon", "place_start", "place_end")
_LEAD = 15
_SHARED = 2
_TIME = ("start", "end", "precision", "extent", "edtf", "timex", "time_text", "time_start", "time_end")


@dataclass(frozen=True, slots=True)
class Told:
    """A row with its paragraph, and whether its verb is earlier than what is told (*aveva rubato*).

    `happening` marks a verb that says of the sentence before when it was: *È successo ieri*; `title` what
    stands in the title.
    """

    event: Event
    block: int
    anterior: bool = False
    happening: bool = False
    title: bool = False


def carry_on(rows: Sequence[Told]) -> None:
    """Give the past actions of a paragraph the date of the action told last, where they have none.

    Dates named to the day or finer go on, within one paragraph and one speaker's words; `time_basis` of what
    takes them over is *context*.
    """
    last: Told | None = None
    for told in rows:
        if last is not None and last.block != told.block:
            last = None
        if _is_dated(told):
            last = told
        elif last is not None and _takes(told, last):
            _copy(last.event, told.event)
    _carry_back(rows)
    _carry_up(rows)


def _carry_up(rows: Sequence[Told]) -> None:
    """Give what the title tells the time and place with which the text tells it again."""
    body = [t.event for t in rows if not t.title][:_LEAD]
    for told in rows:
        again = next((e for e in body if told.title and _is_same(e, told.event)), None)
        if again is None:
            continue
        if told.event.time_basis == "publication" and again.time_basis != "publication":
            _copy(again, told.event)
        if told.event.place is None:
            for name in _PLACE:
                setattr(told.event, name, getattr(again, name))


def _is_same(event: Event, title: Event) -> bool:
    """The same verb, the same type and actor, or a dated sentence that shares two long words."""
    if (
        event.tense == "future"
        or event.factuality in ("planned", "denied")
        or event.time_basis == "publication"
    ):
        return False
    if event.kind == title.kind and event.lemma == title.lemma:
        return True
    if event.event_type is not None and event.event_type == title.event_type and event.actor == title.actor:
        return True
    return len(_long_words(event.text) & _long_words(title.text)) >= _SHARED


def _long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w{4,}", text.lower()) if not word.isdigit()}


def _carry_back(rows: Sequence[Told]) -> None:
    for number, told in enumerate(rows):
        if told.happening and _is_dated(told):
            for other in _before(rows, number):
                if _is_open(other):
                    _copy(told.event, other.event)


def _before(rows: Sequence[Told], number: int) -> Iterable[Told]:
    """The rows of the sentence before."""
    told = rows[number]
    return [r for r in rows[:number] if r.block == told.block and r.event.sentence == told.event.sentence - 1]


def _is_dated(told: Told) -> bool:
    event = told.event
    fine = event.precision in _FINE and event.extent == "within" and event.start is not None
    return fine and event.kind == "action" and event.tense == PAST and event.time_basis == "expression"


def _is_open(told: Told) -> bool:
    event = told.event
    return event.kind == "action" and event.tense == PAST and event.time_basis == "publication"


def _takes(told: Told, last: Told) -> bool:
    same_voice = told.event.reported_by == last.event.reported_by
    return _is_open(told) and same_voice and told.anterior == last.anterior


def _copy(source: Event, target: Event) -> None:
    for name in _TIME:
        setattr(target, name, getattr(source, name))
    target.time_basis = "context"
