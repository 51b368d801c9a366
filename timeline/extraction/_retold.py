"""Events told more than once: a report names an event in its title, its opening and its body.

What one telling leaves out (who, when, where) stands in another. Two rows of a document tell one event where
their words are of one family (*furto*, *rubare*), they name the same thing or person, and nothing in them
speaks against it.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from timeline.extraction._event import Event
from timeline.extraction._narrative import Told, take_place, take_time

_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAD = 1
_NEXT, _FEW = 100, 5
_COARSE = frozenset(("year", "decade", "century", "unknown"))
_ACTOR = ("actor", "actor_role", "actor_start", "actor_end")


def retell(rows: Sequence[Told], unknown: frozenset[str]) -> None:
    """Fill what a row leaves out from the rows of the document that tell the same event, nearest first.

    `unknown` holds the words for those who are not known (*ignoti*), which give way to a name.
    """
    told = [t for t in rows if t.family is not None and t.event.polarity == "positive"]
    by_family: dict[str | None, list[Told]] = defaultdict(list)
    place: list[int] = []
    for one in told:
        place.append(len(by_family[one.family]))
        by_family[one.family].append(one)
    for one, at in zip(told, place, strict=True):
        same = sorted(
            _tellings(one, _near(by_family[one.family], at)),
            key=lambda t: abs(t.event.trigger_start - one.event.trigger_start),
        )
        _fill(one.event, same, unknown)
        _date(one, same)


def _near(family: Sequence[Told], at: int) -> Iterator[Told]:
    """Give the rows of a family around number `at`, and before them those that open the text."""
    first = max(0, at - _NEXT)
    yield from (t for t in family[: min(first, _NEXT)] if t.event.sentence <= _LEAD)
    yield from family[first : at + _NEXT + 1]


def _tellings(one: Told, told: Iterable[Told]) -> Iterator[Told]:
    for other in told:
        if other is not one and _is_same(one, other):
            yield other


def _is_same(one: Told, other: Told) -> bool:
    a, b = one.event, other.event
    if "planned" in (a.factuality, b.factuality) or not _may_be_one_time(a, b):
        return False
    if a.recipient and b.recipient and a.recipient != b.recipient:
        return False
    if a.actor and b.actor and a.actor != b.actor and a.actor[0].isupper() and b.actor[0].isupper():
        return False
    mine, theirs = _words(a.object, a.recipient), _words(b.object, b.recipient)
    return bool(mine & theirs) or not mine or not theirs or min(a.sentence, b.sentence) <= _LEAD


def _may_be_one_time(a: Event, b: Event) -> bool:
    """Two dates of their own that cannot be one tell two events."""
    if "expression" not in (a.time_basis, b.time_basis) or a.time_start is None or b.time_start is None:
        return True
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    return a.start < b.end and b.start < a.end


@functools.lru_cache(maxsize=4096)
def _words(thing: str | None, whom: str | None) -> frozenset[str]:
    told = f"{thing or ''} {whom or ''}"
    return frozenset(w.lower() for w in _WORD.findall(told))


def _fill(event: Event, told: Sequence[Told], unknown: frozenset[str]) -> None:
    others = [t.event for t in told]
    known = [t for t in told if (t.event.actor or "").lower() not in {"", *unknown}]
    nobody = event.actor is None or event.actor.lower() in unknown
    if nobody and len({t.event.actor for t in known}) == 1 and _may_do(known[0], event):
        for name in _ACTOR:
            setattr(event, name, getattr(known[0].event, name))
        _vouch(event, known[0].event)
    placed = next((e for e in others if e.place is not None), None)
    if placed is not None and event.place is None:
        take_place(placed, event)


def _may_do(told: Told, event: Event) -> bool:
    """A thing does not do to something what it did once; nobody does it to themselves."""
    if told.thing and (event.recipient is not None or event.object is not None):
        return False
    return not _words(told.event.actor, None) & _words(event.recipient, None)


def _vouch(event: Event, other: Event) -> None:
    """Let those vouch for a doer who told of one; that *ladri* stole says no more than the theft."""
    name = other.actor or ""
    if " " not in name and not name[:1].isupper():
        return
    event.attribution += [source for source in other.attribution if source not in event.attribution]
    if event.factuality == "asserted":
        event.factuality = other.factuality


def _date(one: Told, others: Sequence[Told]) -> None:
    """Take the time of another telling over; what had been before (*era già stato derubato*) is another."""
    event = one.event
    if event.kind != "action" or event.time_basis != "publication":
        return
    if event.factuality == "possible" or (one.comment and event.sentence > _LEAD):
        return
    told = (t for t in others if t.event.tense == "past" and (one.anterior or not t.anterior))
    dated = next((t.event for t in told if _is_dated_here(t.event) or _is_near(t, one)), None)
    if dated is not None and (dated.precision in _COARSE or dated.extent != "within"):
        return
    if dated is not None:
        take_time(dated, event)


def _is_near(told: Told, one: Told) -> bool:
    apart = abs(told.event.sentence - one.event.sentence)
    return told.event.time_basis == "context" and told.block == one.block and apart <= _FEW


def _is_dated_here(event: Event) -> bool:
    """Tell a time that stands in the sentence itself, not one taken over from another."""
    if event.time_basis != "context" or event.time_start is None:
        return event.time_basis == "expression"
    return event.start_char <= event.time_start < event.end_char
