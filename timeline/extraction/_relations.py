"""Relations in time between events of one document, and to its publication, with the words that gave them.

What a language says is data, `languages/<code>/relations.toml`:

`[adverbs]`     `after`, `before`, `meanwhile`: adverbs that put an event against the one told before it
                (*poi*, *earlier*, *nel frattempo*)
`[links]`       `after`, `before`, `next_day`, `day_before`: words in front of a clause or noun that put the
                governing event against the one they introduce (*dopo che*, *before*, *all'indomani di*)
`[pluperfect]`  `auxiliaries`, `tense`: the auxiliary, and its UD tense, of the past before the past
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from timeline.extraction._afters import bound
from timeline.extraction._event import Event
from timeline.languages import relation_data
from timeline.temporal import DAY, Moment, Operator
from timeline.temporal._operators import Env, Told

if TYPE_CHECKING:
    from timeline.dates import DateExpression
    from timeline.extraction._tree import Tree

PUBLISHED = "published"
_PAST, _FUTURE, _PRESENT = "past", "future", "present"
_LONGEST = 4
_NEAR = 2
_OPENERS = ("advmod", "obl", "mark", "case", "cc", "fixed", "discourse", "nmod")
_SUBORDINATE = ("advcl", "obl", "nmod", "acl", "conj", "xcomp")
_SAMPLE = range(0, 420, 3)


def relate(
    events: Sequence[Event], trees: Sequence[Tree], dates: Sequence[DateExpression], language: str
) -> None:
    """Fill in the `relations` of the events of one document, given in the order of the text."""
    worded = _Worded(events, trees, relation_data(language))
    bound(worded.places, trees)
    _publication(events, {(d.start_char, d.end_char): d for d in dates})
    _contents(events)
    worded.relate()


def _add(owner: Event, source: str, target: str, low: int | None, high: int | None, text: str | None) -> None:
    owner.relations.append({"from": source, "to": target, "min_days": low, "max_days": high, "text": text})


# ---------------------------------------------------------------- publication


def _publication(events: Sequence[Event], dates: dict[tuple[int, int], DateExpression]) -> None:
    """Tie events to a publication that is not known to the day: *ieri* is the day before it."""
    for event in events:
        first, end = event.published_start, event.published_end
        if first is not None and end is not None and end - first <= DAY:
            continue
        if event.time_basis == "publication":
            _undated(event)
        elif event.time_start is not None and event.time_end is not None:
            expression = dates.get((event.time_start, event.time_end))
            if expression is not None and expression.tree is not None and event.extent == "within":
                _deictic(event, expression)


def _undated(event: Event) -> None:
    """No date of its own: the past is not after publication, what is to come not before it."""
    words = event.trigger
    if event.factuality == "planned" or event.tense == _FUTURE:
        _add(event, PUBLISHED, event.event_id, 0, None, words)
    elif event.tense == _PAST:
        _add(event, event.event_id, PUBLISHED, 0, None, words)
    elif event.start is not None and event.end is not None:
        _add(event, event.event_id, PUBLISHED, 0, 0, words)


def _deictic(event: Event, expression: DateExpression) -> None:
    """A date that moves with the day of publication is so many days from it."""
    if expression.tree is None:
        return
    found = _spans(expression.tree, event.published_start, event.published_end)
    if not found or len({span[1:] for span in found}) == 1:
        if event.tense == _PAST and event.factuality == "asserted":
            _add(event, event.event_id, PUBLISHED, 0, None, event.trigger)
        return
    low = min(day - last for day, _, last in found)
    high = max(day - start for day, start, _ in found)
    ended = event.start is None and event.time_basis == "context"  # it was before that day
    _add(event, event.event_id, PUBLISHED, low, None if ended else high, expression.text)


def _days(first: Moment | None, end: Moment | None) -> Iterator[int]:
    """Give the days on which the document may have been published, or some where nothing is known."""
    if first is None or end is None:
        start = (first if first is not None else end if end is not None else Moment.of(2001)) // DAY
        yield from (start + k for k in _SAMPLE)
        return
    last = (end - 1) // DAY
    step = max(1, (last - first // DAY) // 140)
    yield from range(first // DAY, last + 1, step)


@lru_cache(maxsize=1024)
def _spans(tree: Operator, first: Moment | None, end: Moment | None) -> tuple[tuple[int, int, int], ...]:
    """Give each day of publication with the first and the last day that words mean when told on it."""
    if _is_told(tree):
        return ()
    found = ((day, tree.at(Env(day * DAY + DAY // 2))) for day in _days(first, end))
    return tuple(
        (day, int(span[0]) // DAY, int(span[1] - 1) // DAY)
        for day, span in found
        if span is not None and span[0] is not None and span[1] is not None
    )


def _is_told(tree: Operator) -> bool:
    """Tell words that are reckoned from a time told before them."""
    return isinstance(tree, Told) or any(map(_is_told, tree.children()))


# ---------------------------------------------------------------- statements


def _contents(events: Sequence[Event]) -> None:
    """What a statement tells in the past was before the statement."""
    by_id = {event.event_id: event for event in events}
    for event in events:
        statement = by_id.get(event.reported_by or "")
        if statement is not None and _is_reckoned(event):
            _ordered(event, statement, event, event.trigger)
        if statement is None or event.tense != _PAST or statement.tense == _FUTURE:
            continue
        if event.factuality == "planned" or event.extent == "throughout":
            continue
        _ordered(event, event, statement, statement.trigger)


def _is_reckoned(event: Event) -> bool:
    """Tell what is to come from the day of its statement on: *ieri ha dato l'ordine di sparare*."""
    planned = event.factuality == "planned" and event.tense == _FUTURE
    return planned and event.time_basis == "context" and event.end is None and event.time_text is None


def _ordered(owner: Event, first: Event, second: Event, text: str) -> None:
    """Put one event before another, unless their dates already say the opposite or the same."""
    if first is second or _after(first, second) or _after(second, first) or _negated(first, second):
        return
    pair = (first.event_id, second.event_id)
    if all((r["from"], r["to"]) != pair for r in owner.relations):
        _add(owner, *pair, 0, None, text)


def _negated(*events: Event) -> bool:
    """What did not happen has no place in time."""
    return any(event.polarity == "negative" or event.factuality == "denied" for event in events)


def _after(first: Event, second: Event) -> bool:
    return first.start is not None and second.end is not None and second.end <= first.start


# ---------------------------------------------------------------- words


class _Worded:
    """Reads the words that put events in order, over all blocks of one document."""

    def __init__(self, events: Sequence[Event], trees: Sequence[Tree], words: Any) -> None:
        self._words = {
            (section, name): {
                tuple(w.replace("'", "' ").split()): w for w in words.get(section, {}).get(name, ())
            }
            for section in ("adverbs", "links")
            for name in ("after", "before", "meanwhile", "next_day", "day_before")
        }
        self._pluperfect = words.get("pluperfect", {})
        self._trees, self._events = trees, events
        self._at = self._located()
        self.places = {place: event for event, place in zip(events, self._at, strict=True) if place}

    def _located(self) -> list[tuple[int, int] | None]:
        """Give the block and the head word of every event."""
        starts = [tree.block.offset for tree in self._trees]
        offsets = [tree.starts for tree in self._trees]
        found: list[tuple[int, int] | None] = []
        for event in self._events:
            number = bisect_right(starts, event.trigger_start) - 1
            found.append(None if number < 0 else self._head(number, event, offsets[number]))
        return found

    def _head(self, number: int, event: Event, offsets: list[int]) -> tuple[int, int] | None:
        tree = self._trees[number]
        first = max(bisect_right(offsets, event.trigger_start - tree.block.offset) - 1, 0)
        last = bisect_right(offsets, event.trigger_end - 1 - tree.block.offset) - 1
        words = range(first, min(last, tree.size - 1) + 1)
        head = next((k for k in words if tree.heads[k] not in words or tree.heads[k] == k), None)
        return None if head is None else (number, head)

    def relate(self) -> None:
        """Add all relations that words give."""
        for index, (event, place) in enumerate(zip(self._events, self._at, strict=True)):
            if place is None:
                continue
            told = self._told_before(index)
            if told is not None:
                self._adverb(event, place, told)
            self._clause(event, place)
            self._earlier(event, place, index)

    def _told_before(self, index: int) -> Event | None:
        """Give the event that the text told last on the same level: of one speaker, in one block."""
        event, place = self._events[index], self._at[index]
        for before in reversed(range(index)):
            other, where = self._events[before], self._at[before]
            if place is None or where is None or where[0] != place[0]:
                return None
            inside = event.event_id == other.reported_by or other.event_id == event.reported_by
            if not inside and other.reported_by == event.reported_by:
                return other
        return None

    # ------------------------------------------------------------ adverbs

    def _adverb(self, event: Event, place: tuple[int, int], told: Event) -> None:
        """*ha poi criticato*, *poco prima*, *intanto*."""
        tree, head = self._trees[place[0]], place[1]
        for k in tree.kids[head]:
            if tree.deps[k].split(":")[0] not in _OPENERS or self._has_object(tree, k):
                continue
            if tree.deps[k] == "case" or (tree.deps[k] == "mark" and tree.deps[head] != "ROOT"):
                continue  # *dopo l'ordine*, *dopo che*: it governs this event, and puts another one after it
            first, last = tree.edge(k)
            if self._is_date(event, tree, first, last):
                continue
            self._by_adverb(event, told, tree, first, last)

    def _by_adverb(self, event: Event, told: Event, tree: Tree, first: int, last: int) -> None:
        for name in ("after", "before", "meanwhile"):
            text = self._phrase("adverbs", name, tree, first, last)
            if text is None:
                continue
            if name == "after":
                _ordered(event, told, event, text)
            elif name == "before":
                _ordered(event, event, told, text)
            elif not (_after(told, event) or _after(event, told)):
                # told side by side, which says nothing of the day: kept as evidence, without bounds
                _add(event, told.event_id, event.event_id, None, None, text)
            return

    @staticmethod
    def _has_object(tree: Tree, k: int) -> bool:
        """Tell *dopo la riunione* from *dopo*: a noun that follows is what the word governs."""
        return any(j > k and tree.pos[j] in ("NOUN", "PROPN", "VERB", "NUM") for j in tree.kids[k])

    def _is_date(self, event: Event, tree: Tree, first: int, last: int) -> bool:
        if event.time_start is None or event.time_end is None:
            return False
        start, end = tree.span(first, last)
        return start < event.time_end and event.time_start < end

    def _phrase(self, section: str, name: str, tree: Tree, first: int, last: int) -> str | None:
        """Give the words of a list that fill the range from `first` to `last`, outer marks left off."""
        while first < last and tree.is_punct(first):
            first += 1
        while last > first and tree.is_punct(last):
            last -= 1
        known = self._words[section, name]
        for forms in (tree.forms, tree.lemmas):
            words = tuple(forms[first : last + 1])
            if len(words) <= _LONGEST and words in known:
                return tree.text(first, last)
        return None

    # ------------------------------------------------------------ clauses and nouns

    def _clause(self, event: Event, place: tuple[int, int]) -> None:
        """*dopo che la folla aveva assaltato il municipio*, *prima dell'ordine*, *after the attack*."""
        tree, head = self._trees[place[0]], place[1]
        if tree.deps[head].split(":")[0] not in _SUBORDINATE:
            return
        governor = self._governor(place)
        if governor is None or governor is event:
            return
        first = min(
            [head, *(k for k in tree.kids[head] if tree.deps[k] in ("mark", "case", "advmod", "fixed"))]
        )
        for start in range(max(first - 2, tree.bounds(head)[0]), first + 1):
            for end in range(min(start + _LONGEST, head) - 1, start - 1, -1):
                if end >= first and self._by_link(event, governor, tree, start, end):
                    return

    def _by_link(self, event: Event, governor: Event, tree: Tree, first: int, last: int) -> bool:
        for name in ("after", "before", "next_day", "day_before"):
            text = self._phrase("links", name, tree, first, last)
            if text is None:
                continue
            if name == "after":
                _ordered(governor, event, governor, text)
            elif name == "before":
                _ordered(governor, governor, event, text)
            else:
                days = 1 if name == "next_day" else -1
                _add(governor, event.event_id, governor.event_id, days, days, text)
            return True
        return False

    def _governor(self, place: tuple[int, int]) -> Event | None:
        """Give the event that the word of this one hangs on."""
        tree, at = self._trees[place[0]], place[1]
        for _ in range(_NEAR + 1):
            up = tree.heads[at]
            if up == at:
                return None
            at = up
            if (place[0], at) in self.places:
                return self.places[place[0], at]
        return None

    # ------------------------------------------------------------ the past before the past

    def _earlier(self, event: Event, place: tuple[int, int], index: int) -> None:
        """*Massimov era stato fermato*: before the past event that the text is at."""
        text = self._pluperfect_of(place)
        if text is None:
            return
        for before in reversed(range(index)):
            other, where = self._events[before], self._at[before]
            if where is None or where[0] != place[0]:
                break
            if (
                other.tense == _PAST
                and other.reported_by == event.reported_by
                and not self._pluperfect_of(where)
            ):
                if other.event_id != event.reported_by and other.sentence >= event.sentence - 1:
                    _ordered(event, event, other, text)
                break

    def _pluperfect_of(self, place: tuple[int, int]) -> str | None:
        tree, head = self._trees[place[0]], place[1]
        words, tense = self._pluperfect.get("auxiliaries", ()), self._pluperfect.get("tense")
        if tree.form(head) != "Part" and tree.feats[head].get("Tense") != "Pqp":
            return None
        if tree.feats[head].get("Tense") == "Pqp":
            return tree.text(head, head)
        helpers = [k for k in tree.kids[head] if tree.deps[k] in ("aux", "aux:pass") and k < head]
        finite = next((k for k in helpers if tree.lemmas[k] in words and tree.form(k) == "Fin"), None)
        if finite is None or tree.feats[finite].get("Tense") != tense:
            return None
        passive = any(tree.deps[k] == "aux:pass" for k in helpers)
        compound = len(helpers) > 1 or not passive
        return tree.text(finite, head) if compound else None
