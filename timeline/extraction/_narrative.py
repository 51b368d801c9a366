"""Dates that go on: what is told after a dated action happened then too, until another date is named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates import DateExpression
from timeline.extraction._clause import PAST
from timeline.extraction._event import Event
from timeline.extraction._widening import open_end, widen
from timeline.temporal import DAY

_FINE = frozenset(("second", "minute", "hour", "daypart", "day", "weekend"))
_HOURS = frozenset(("second", "minute", "hour"))
_PLACE = ("place", "country", "lat", "lon", "place_start", "place_end")
_LEAD, _OPENING, _FIRST = 15, 5, 2
_AHEAD = 3
_FARTHEST = 12
_FAR = 1200  # characters: farther on, a text mostly tells of other days
_SHARED = 2
_NAMED = 2
_UNSURE = frozenset(("planned", "denied", "possible"))
_AFTERWARDS = frozenset(("ACCUSE", "COERCE"))
_TIME = ("start", "end", "precision", "extent", "edtf", "timex", "time_text", "time_start", "time_end")


@dataclass(frozen=True, slots=True)
class Told:
    """A row with its paragraph, and whether its verb is earlier than what is told (*aveva rubato*).

    `deed` marks what the lexicon knows as something done; `title` what stands in the title; `family` names
    the words that tell the same kind of event; `aside` marks what is said by the way, in a relative clause,
    `state` how things are by now (*no suspects have been identified*); `comment` what hangs on a verb in the
    present (*he lives in the house that was robbed*); `finding` what is found out about a deed, later on;
    `thing` what is done by none that is somebody (*the bullet killed him*).
    """

    event: Event
    block: int
    anterior: bool = False
    deed: bool = False
    title: bool = False
    family: str | None = None
    aside: bool = False
    state: bool = False
    comment: bool = False
    finding: bool = False
    thing: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A time at which the story stands: the expression, its paragraph, its sentence in the document.

    `backward` marks one that a sentence gives to what was told before it, `reach` sentences back; `leaning`
    one that is reckoned from what was told before it (*poche ore dopo*), `wide` one of more than two days, or
    told by the way (*il furto avvenuto lunedì*), which dates what was done, not what the police did about it;
    `aside` one of a relative clause, which stands back where the story has another.
    """

    expression: DateExpression
    block: int
    sentence: int
    anterior: bool = False
    backward: bool = False
    reach: int = 0
    reported_by: str | None = None
    leaning: bool = False
    wide: bool = False
    aside: bool = False

    @property
    def start(self) -> int:
        """The document offset of the expression."""
        return self.expression.start_char


def carry_on(rows: Sequence[Told], scenes: Sequence[Scene] = (), dated: frozenset[int] = frozenset()) -> None:
    """Give the past actions of a paragraph the time at which the story stands, where they have none.

    A time named to the day or finer goes on to what is told after it, within one paragraph and one speaker's
    words; a sentence that says when it was (*È successo ieri*) goes back to what is told before it; a report
    that opens with what happened and tells it again takes the time told there. `time_basis` of what takes a
    time over is *context*. Sentences in `dated` name a time too coarse to go on, and take none over.
    """
    leaning = {s.start for s in scenes if s.leaning}
    last: dict[tuple[bool, bool], Told] = {}  # by whether the story is told in the present, or goes back
    for told in rows:
        last = {k: t for k, t in last.items() if t.block == told.block}
        now = told.event.tense == "present", told.anterior
        before = last.get(now)
        if _is_dated(told):
            if told.anterior and told.event.time_start not in leaning:
                last = {}  # the story goes on from there
            if not told.aside or (_leads(told) and (before is None or before.aside)):
                last[now] = told
        elif _is_coarse(told):
            last.pop(now, None)
        elif before is not None and told.event.sentence not in dated and _takes(told, before):
            take_time(before.event, told.event)
            _widen(
                told, before.event.sentence, again=told.family is not None and told.family == before.family
            )
    _carry_back(rows, scenes)
    _carry_from_scenes(rows, scenes, dated)
    _carry_up(rows)


def _carry_from_scenes(rows: Sequence[Told], scenes: Sequence[Scene], dated: frozenset[int]) -> None:
    """Give open rows the scene told last in their paragraph, or, before any, the first one after."""
    by_block: dict[int, list[Scene]] = defaultdict(list)
    for scene in scenes:
        by_block[scene.block].append(scene)
    coarse = [t.event.trigger_start for t in rows if _is_coarse(t) and not t.anterior]
    narrated = (t.event for t in rows if t.event.reported_by is None and t.deed and not t.title)
    lemmas = frozenset(e.lemma for e in narrated if e.time_basis != "publication")
    sayings = (t.event for t in rows if t.event.kind == "statement")
    announced = {e.event_id for e in sayings if e.time_basis == "expression"}
    for told in rows:
        if not _is_open(told) or not _is_done(told) or told.event.sentence in dated:
            continue
        around = by_block.get(told.block, [])
        at = bisect_left(around, told.event.trigger_start, key=_start)
        near_by = around[max(at - _FARTHEST, 0) : at + _FARTHEST]
        here = _voiced(near_by, told, lemmas)
        earlier = [s for s in here if s.start < told.event.trigger_start and _suits(s, told)]
        before = [s for s in earlier if told.anterior or not (s.anterior and s.leaning)]
        told_first = [s for s in before if not s.aside] or before
        last = told_first[-1] if told_first else None
        if earlier and told.state:
            continue
        if not earlier and told.event.reported_by not in announced:
            last = _behind(here, told)  # not *83 people died, he said on Sunday. On Saturday he had met them*
        far = last is not None and abs(told.event.trigger_start - last.start) > _FAR
        if last is not None and not last.backward and _lies_between(coarse, last, told):
            continue
        if last is not None and not far and (last.anterior == told.anterior or told.anterior):
            _take(last, told.event)
            _widen(told, last.sentence, again=last.backward and last.sentence > told.event.sentence)


def _widen(told: Told, sentence: int, *, again: bool) -> None:
    """Leave an hour to the sentence that tells it, and to what tells the same deed `again`.

    What is found out about a deed comes some time after it.
    """
    if told.event.sentence == sentence or again:
        return
    if told.finding and told.event.sentence > sentence:
        open_end(told.event)
        return
    first = told.event.sentence < sentence
    widen(told.event, earlier=told.anterior or first, later=not told.anterior)


def _behind(around: Sequence[Scene], told: Told) -> Scene | None:
    """Give the scene told next, where it is near and dates what was told before it."""
    after = next((s for s in around if s.start >= told.event.trigger_start), None)
    if after is None or after.leaning or not _suits(after, told) or not _is_before(told):
        return None
    ahead = after.sentence - told.event.sentence
    opens = told.event.sentence <= _FIRST and not told.anterior
    again = told.family is not None and told.anterior == after.anterior
    tells_it = not told.state and (again or after.backward)
    return after if ahead <= max(_AHEAD, after.reach) and (not ahead or opens or tells_it) else None


def _is_before(told: Told) -> bool:
    """Tell what may be dated by what is told behind it: a charge comes after the deed."""
    return told.event.event_type != "ACCUSE"


def _voiced(around: Sequence[Scene], told: Told, lemmas: frozenset[str | None]) -> list[Scene]:
    """Give the scenes of the same voice, or the narrator's for a deed that somebody tells in his own words.

    `lemmas` holds the verbs by which the narrator tells deeds, which are told again in those words.

    *Ieri notte i ladri hanno colpito. «Mi hanno rubato tutto», dice il titolare*; not where the narrator has
    told of several days.
    """
    own = [s for s in around if s.reported_by == told.event.reported_by]
    if own or (told.family is None and told.event.lemma not in lemmas):
        return own
    narrated = [s for s in around if s.reported_by is None and not (s.aside or s.wide or s.leaning)]
    starts = [s.expression.when.interval.start for s in narrated]
    days = {None if start is None else start // DAY for start in starts}
    return narrated if len(days) == 1 and None not in days else []


def _lies_between(offsets: Sequence[int], scene: Scene, told: Told) -> bool:
    return bisect_left(offsets, scene.start) < bisect_left(offsets, told.event.trigger_start)


def _start(scene: Scene) -> int:
    return scene.start


def _is_done(told: Told) -> bool:
    """A deed that the lexicon knows, or one that was done to something."""
    return told.deed or (told.event.object is not None and told.event.polarity == "positive")


def _suits(scene: Scene, told: Told) -> bool:
    """What is charged, and whoever is arrested, comes after a deed that is dated *a month ago*.

    What is dated by the way is the deed itself, and what tells it again.
    """
    if scene.aside and told.family is None:
        return False
    if told.event.polarity == "negative" and str(scene.expression.when.precision) in _HOURS:
        return False  # what was not done has no hour
    return not scene.wide or (told.deed and told.event.event_type not in _AFTERWARDS)


def _take(scene: Scene, event: Event) -> None:
    when, found = scene.expression.when, scene.expression
    event.start, event.end = when.interval.start, when.interval.end
    event.precision, event.extent, event.edtf = str(when.precision), str(when.extent), when.edtf or None
    event.timex, event.time_text = found.value, found.text
    event.time_start, event.time_end = found.start_char, found.end_char
    event.time_basis = "context"


def _carry_up(rows: Sequence[Told]) -> None:
    """Give what the title tells the time and place with which the text tells it again."""
    body = [t for t in rows if not t.title][:_LEAD]
    for told in rows:
        again = next((t.event for t in body if told.title and _is_same(t, told.event)), None)
        if again is None:
            continue
        if told.event.time_basis == "publication" and again.time_basis != "publication":
            take_time(again, told.event)
        if told.event.place is None:
            take_place(again, told.event)


def _is_same(told: Told, title: Event) -> bool:
    """The same verb, the same type and actor, or a dated sentence with a third of the title's words."""
    event = told.event
    if event.tense == "future" or event.factuality in _UNSURE or not _is_day(event):
        return False
    if event.kind == title.kind and event.lemma == title.lemma:
        return True
    if event.event_type is not None and event.event_type == title.event_type and event.actor == title.actor:
        return True
    words = _long_words(title.text)
    if told.aside or event.sentence > title.sentence + _OPENING:
        return False
    return len(_long_words(event.text) & words) >= max(_SHARED, len(words) / 3)


def _is_day(event: Event) -> bool:
    """Tell a time of a day or less, its own or that of its scene."""
    own = event.time_basis != "publication" and event.timex != "PRESENT_REF"
    return own and event.precision in _FINE and event.extent == "within"


def _long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w{4,}", text.lower()) if not word.isdigit()}


def _carry_back(rows: Sequence[Told], scenes: Sequence[Scene]) -> None:
    """Give what is told before *È successo ieri* the time told there."""
    by_time: dict[int | None, list[Told]] = defaultdict(list)
    by_block: dict[int, list[Told]] = defaultdict(list)
    for told in rows:
        by_time[told.event.time_start].append(told)
        by_block[told.block].append(told)
    for scene in scenes:
        if not scene.backward:
            continue
        saying = (t.event for t in by_time.get(scene.start, ()) if _tells(t, scene))
        where = next((e for e in saying if e.place is not None), None)
        for told in by_block.get(scene.block, ()):
            event = told.event
            near = 0 < scene.sentence - event.sentence <= scene.reach
            if not near or event.trigger_start >= scene.start:
                continue
            if _is_open(told) and _suits(scene, told) and (scene.reach < _NAMED or _is_before(told)):
                _take(scene, event)
            if where is not None and event.place is None and told.family is not None:
                take_place(where, event)


def _tells(told: Told, scene: Scene) -> bool:
    """Tell the row of the sentence that says when and where it was."""
    return told.event.time_start == scene.start and told.event.time_basis == "expression"


def _is_dated(told: Told) -> bool:
    event = told.event
    if event.timex == "PRESENT_REF":
        return False
    placed = event.start is not None or event.precision in _HOURS
    fine = event.precision in _FINE and event.extent == "within" and placed
    told_past = event.tense == PAST or _is_historic(event)
    return fine and event.kind == "action" and told_past and event.time_basis == "expression"


def _is_historic(event: Event) -> bool:
    """The present of a story that lies before publication: *sabato sera un ladro entra in una villa*."""
    known = event.tense == "present" and event.end is not None and event.published_start is not None
    return bool(known and event.end and event.published_start and event.end <= event.published_start)


def _is_open(told: Told) -> bool:
    event = told.event
    past = event.kind == "action" and event.tense == PAST and event.time_basis == "publication"
    return past and not told.comment


def _leads(told: Told) -> bool:
    """Tell a deed told by the way from which the story goes on: in its opening, or a deed of its own."""
    return told.event.sentence <= _FIRST or (told.deed and told.event.event_type not in _AFTERWARDS)


def _is_coarse(told: Told) -> bool:
    """Tell what was done in another month or year, with which the story goes elsewhere."""
    event = told.event
    named = event.time_basis == "expression" and event.start is not None and event.precision not in _FINE
    return named and event.kind == "action" and event.tense == PAST and not told.aside


def _takes(told: Told, last: Told) -> bool:
    if told.event.trigger_start - last.event.trigger_start > _FAR:
        return False
    if last.aside and told.event.event_type in _AFTERWARDS:
        return False  # *a man arrested on Friday has been charged*
    same_voice = told.event.reported_by == last.event.reported_by
    open_step = _is_going_on(told.event) or (_is_open(told) and not told.state)
    hour = last.event.precision in _HOURS and told.event.polarity == "negative"
    return open_step and same_voice and told.anterior == last.anterior and not hour


def _is_going_on(event: Event) -> bool:
    """Tell a deed in the present without a time, which a story in the present may go on to."""
    done = event.kind == "action" and event.factuality in ("asserted", "reported")
    return (
        done
        and event.tense == "present"
        and event.event_type is not None
        and event.time_basis == "publication"
    )


def take_place(source: Event, target: Event) -> None:
    """Give `target` the place of `source`."""
    for name in _PLACE:
        setattr(target, name, getattr(source, name))


def take_time(source: Event, target: Event) -> None:
    """Give `target` the time of `source`, as told elsewhere."""
    for name in _TIME:
        setattr(target, name, getattr(source, name))
    target.time_basis = "context"
