"""What is looked at from a day in the past: what was said, promised or decided then.

*In 1999 he said that the bank had been sold*: by 1999, not by publication; *the state is falling apart, he
said in 2012*: then; *on Monday they decided to leave*: from Monday on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.extraction._clause import FUTURE, PAST, PRESENT, group
from timeline.temporal import DAY, Basis, Interval, When

if TYPE_CHECKING:
    from timeline.extraction._event import Event
    from timeline.extraction._rows import Found

_HIGHEST = 4
_PLANS = frozenset(("xcomp", "advcl", "acl", "ccomp", "conj"))
_NEWS = 30
_CAUSES = frozenset(("advcl", "acl", "obl", "xcomp"))


def look_from(rows: Sequence[tuple[Event, Found]]) -> None:
    """Reckon rows without a time from the time of the statement, or of the past verb, that they hang on."""
    by_id = {event.event_id: event for event, _ in rows}
    by_word = {(found.number, found.told.head): event for event, found in rows}
    for event, found in rows:
        if (done := _answered(event, found, by_word)) is not None:
            _set_before(event, done)
        elif event.time_basis == "publication":
            over = _planner(event, found, by_word) or _voice(event, by_id)
            if over is not None:
                _reckon(event, over)


def _answered(event: Event, found: Found, by_word: dict[tuple[int, int], Event]) -> Event | None:
    """The dated past verb over what was done before it: *fined on Monday for having hidden losses*."""
    tree, j = found.told.tree, found.told.head
    over = by_word.get((found.number, tree.heads[j]))
    if over is None or over.speech_act or over.event_type == "COERCE" or event.time_basis == "expression":
        return None  # *arrested on Monday for having stolen a car* may be of that day
    if tree.deps[j] not in _CAUSES or over.tense != PAST or not _is_known(over):
        return None
    perfect = tree.lexicon.words("auxiliaries", "perfect")
    grounds = tree.lexicon.words("clause", "charges")
    helpers = tree.kids_of(j, "aux", "aux:tense")
    bare = (tree.form(k) in ("Inf", "Ger") and tree.lemmas[k] in perfect for k in helpers)
    marked = any(tree.forms[k] in grounds for k in tree.kids_of(j, "mark", "case"))
    same = event.time_basis == "publication" or event.time_start == over.time_start
    going_on = not helpers and (tree.form(j) == "Ger" or tree.feats[j].get("Tense") == "Pres")
    return over if marked and same and (going_on or any(bare)) else None


def _set_before(event: Event, over: Event) -> None:
    """Leave open in front what came before `over`."""
    when = When(Interval(None, over.end), basis=Basis.CONTEXT)
    event.start, event.end, event.timex = None, over.end, None
    event.precision, event.extent, event.edtf = str(when.precision), str(when.extent), when.edtf or None
    event.time_text, event.time_start, event.time_end = over.time_text, over.time_start, over.time_end
    event.time_basis = "context"


def _planner(event: Event, found: Found, by_word: dict[tuple[int, int], Event]) -> Event | None:
    """The dated past verb over an infinitive that was to come: *hanno deciso di partire*."""
    tree, j = found.told.tree, found.told.head
    if event.tense != FUTURE or tree.form(j) != "Inf" or found.told.group.finite:
        return None
    for _ in range(_HIGHEST):
        up = tree.heads[j]
        if up == j or not (tree.deps[j] in _PLANS or (tree.deps[j] == "obj" and tree.pos[j] == "NOUN")):
            return None
        j = up
        if group(tree, j).tense in (PRESENT, FUTURE):
            return None
        over = by_word.get((found.number, j))
        if over is not None and over.event_id != event.event_id and _is_known(over):
            return over
    return None


def _voice(event: Event, by_id: dict[str, Event]) -> Event | None:
    """The nearest statement with a day, in whose words `event` is told."""
    over = by_id.get(event.reported_by or "")
    for _ in range(_HIGHEST):
        if over is None or _is_known(over):
            return over
        over = by_id.get(over.reported_by or "")
    return None


def _is_known(over: Event) -> bool:
    """Tell a time in the past, with both its ends."""
    if over.time_basis == "publication" or over.extent != "within" or over.timex == "PRESENT_REF":
        return False
    if over.start is None or over.end is None:
        return False
    return over.published_end is None or over.end <= over.published_end


def _reckon(event: Event, over: Event) -> None:
    """Set the bounds of `event` by the time of `over`, open where those by publication are."""
    past = event.tense == PAST and event.factuality != "planned"
    if past and not _is_long_ago(over):
        return
    goes_on = event.end is None and (event.start is not None or event.tense == FUTURE)
    window = Interval(None if past else over.start, None if goes_on and not past else over.end)
    event.start, event.end = window.start, window.end
    if past or goes_on:
        when = When(window, basis=Basis.CONTEXT)
        event.precision, event.extent, event.edtf = str(when.precision), str(when.extent), when.edtf or None
    else:
        event.precision, event.extent, event.edtf = over.precision, over.extent, over.edtf
        event.timex = over.timex
        event.time_text, event.time_start, event.time_end = over.time_text, over.time_start, over.time_end
    event.time_basis = "context"


def _is_long_ago(over: Event) -> bool:
    """Tell a statement that was no news when it was told again."""
    ends, told = over.end, over.published_start
    return told is None or ends is None or told - ends > _NEWS * DAY


__all__ = ["look_from"]
