"""From what was found in the trees to rows of the event table."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction import _certainty as certainty
from timeline.extraction._captions import caption
from timeline.extraction._carried import carry_doers
from timeline.extraction._charged import charges, take_over
from timeline.extraction._clause import FUTURE, PAST, PRESENT
from timeline.extraction._culprits import Culprits
from timeline.extraction._event import Event
from timeline.extraction._firsts import name_speakers
from timeline.extraction._labels import importance
from timeline.extraction._lexicon import ACTS_OF_MIND
from timeline.extraction._narrative import Told, carry_on
from timeline.extraction._nobody import is_of_no_party, of_somebody
from timeline.extraction._officers import Officers
from timeline.extraction._parties import Parties
from timeline.extraction._parts import Doing
from timeline.extraction._presumed import is_narrator, told_by
from timeline.extraction._retold import retell
from timeline.extraction._sayings import Saying
from timeline.extraction._scenes import coarse, is_aside, is_comment, is_mentioned, is_state, scenes
from timeline.extraction._tenses import is_declined
from timeline.extraction._times import look_ahead
from timeline.extraction._titles import actor_of
from timeline.extraction._together import together
from timeline.extraction._vantage import look_from
from timeline.temporal import When

if TYPE_CHECKING:
    from timeline.extraction._actors import Actor
    from timeline.extraction._story import Story
    from timeline.extraction._tree import Tree


_ASKED = frozenset(("ask", "demand", "promise", "propose"))

_CONTENTS = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A statement or action with the number of its block."""

    number: int
    told: Saying | Doing


class Rows(Parties):
    """Builds the rows of one document."""

    def __init__(self, story: Story) -> None:
        super().__init__(story)
        self._seen: set[tuple[int, int]] = set()
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._sources: dict[str, list[str]] = {}
        self._speakers: dict[int, Actor] = {}
        self._kinds: dict[str, str] = {}
        self._told_in: dict[int, list[tuple[int, int]]] = {}

    def events(self, told: list[Found]) -> list[Event]:
        """Give the rows in the order of their triggers, one a trigger, statements first."""
        rows: list[tuple[Event, Found]] = []
        for found in told:
            event = self._event(found)
            if event is not None:
                rows.append((event, found))
        rows.sort(key=lambda r: (r[0].trigger_start, r[0].trigger_end))
        self._inherit(rows)
        name_speakers(rows)
        told_again = [self._told(event, found) for event, found in rows]
        carry_on(told_again, scenes(self.story, self._voices(rows)), coarse(self.story))
        unknown = self.story.lexicon.words("objects", "unknown")
        said = [found.told for _, found in rows]
        retell(told_again, unknown)
        take_over(told_again, charges(self.story), unknown)
        Culprits(self.story).name(told_again, unknown, said)
        Officers(self.story).name(told_again, said)
        carry_doers(rows, self._kinds, self.story.actors.of)
        rows = of_somebody(rows)
        look_from(rows)
        for event, found in rows:
            self._label(event, found)
            if isinstance(found.told, Saying) and found.told.is_deed:
                self._do(event, found.told)
        return [event for event, _ in rows]

    def _told(self, event: Event, found: Found) -> Told:
        told, lexicon = found.told, self.story.lexicon
        lemmas = {event.lemma, told.tree.lemmas[told.head]}
        deed = event.event_type is not None or any(m in lexicon.verb_types for m in lemmas if m)
        family = self._family(told) if event.kind == "action" else None
        return Told(
            event,
            found.number,
            told.group.anterior,
            deed or family is not None,
            told.tree.block.heading,
            family,
            is_aside(told.tree, told.head) or is_mentioned(self.story, found.number, told.head),
            is_state(told.tree, told.head),
            is_comment(told.tree, told.head),
            event.event_type == "ACCUSE" or _is_finding(told),
            isinstance(told, Doing) and told.actor is not None and not self._is_one(found.number, told.actor),
        )

    def _is_one(self, number: int, word: int) -> bool:
        tree = self.story.trees[number]
        pronoun = tree.pos[word] in ("PRON", "DET", "NUM")
        known = self.story.actors.casts.by_word(tree.doc[word]) is not None
        return pronoun or known or self.story.is_somebody(number, word)

    def _family(self, told: Saying | Doing) -> str | None:
        """The kind of event that its word tells, verb or noun."""
        tree, lexicon = told.tree, self.story.lexicon
        word = told.head if not isinstance(told, Doing) or told.noun is None else told.noun
        return next((name for name, words in lexicon.families.items() if tree.is_in(word, words)), None)

    @staticmethod
    def _voices(rows: list[tuple[Event, Found]]) -> dict[int, str | None]:
        """Tell in whose words the time expressions of the rows stand."""
        return {e.time_start: e.reported_by for e, _ in rows if e.time_start is not None}

    # ------------------------------------------------------------ one row

    def _event(self, found: Found) -> Event | None:
        told, block = found.told, self.story.blocks[found.number]
        first, last = told.trigger
        start, end = told.tree.span(first, last)
        if (start, end) in self._seen:
            return None
        self._seen.add((start, end))
        trigger = self.document.text[start:end]
        event = Event(self._id(start, end, trigger), "statement" if isinstance(told, Saying) else "action")
        event.trigger, event.trigger_start, event.trigger_end = trigger, start, end
        self._evidence(event, found.number, block.sentence_of(told.tree.doc[told.head]))
        if isinstance(told, Saying):
            self._statement(event, found.number, told)
            alone = event.actor_start is None and not found.told.group.passive
            if event.speech_act in ACTS_OF_MIND and (alone or _is_nobody(told)):
                return None
        else:
            self._action(event, found.number, told)
        return None if event.actor is None and is_of_no_party(told) else event

    def _id(self, start: int, end: int, trigger: str) -> str:
        key = f"{self.document.id}\0{start}\0{end}\0{trigger}"
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def _evidence(self, event: Event, number: int, sentence: int) -> None:
        document, block = self.document, self.story.blocks[number]
        event.document, event.source, event.language = document.id, document.source, document.language
        event.sentence = block.first_sentence + sentence
        event.start_char, event.end_char = block.sentence_span(sentence)
        event.text = document.text[event.start_char : event.end_char]
        event.context = document.text[block.offset : block.end]
        stated = document.published
        event.published = stated.edtf or None
        event.published_start, event.published_end = stated.interval.start, stated.interval.end
        event.published_basis = "stated" if event.published else "unknown"
        event.zone = stated.zone

    def _statement(self, event: Event, number: int, told: Saying) -> None:
        tree, lexicon = told.tree, self.story.lexicon
        event.lemma, event.speech_act = tree.lemmas[told.head], told.act
        event.event_type = lexicon.act_types.get(told.act) or lexicon.stances.get(event.lemma)
        self._actor(event, told, told.speaker)
        self._recipient(event, tree, told.addressee, only_party=True)
        self._content(event, told)
        planned = "planned" in certainty.own_certainty(tree, told.group, told.status)
        event.tense = told.group.tense or (FUTURE if planned else self._tense_above(tree, told.head))
        if is_declined(tree, told.head, told.group):
            event.tense = PAST
        self._time(event, number, [told.head], planned=planned)
        self._sources[event.event_id] = self._cited(tree, told)

    def _do(self, event: Event, told: Saying) -> None:
        """Make an action of what is done by words: *condemned the attack*."""
        event.kind, event.speech_act = "action", None
        event.content, event.content_start, event.content_end = None, None, None
        if event.recipient is None:
            self._recipient(event, told.tree, told.root, only_thing=told.act in _ASKED)
        elif event.object is None and told.root != told.addressee:
            self._recipient(event, told.tree, told.root, only_thing=True)

    def _action(self, event: Event, number: int, told: Doing) -> None:
        tree = told.tree
        event.event_type, event.lemma = told.event_type, told.lemma
        if told.act:
            event.kind, event.speech_act = "statement", told.act
            event.event_type = self.story.lexicon.act_types.get(told.act)
        self._actor(event, told, told.actor)
        self._recipient(event, tree, told.patient, only_thing=self._is_given(told))
        if event.recipient is None and not self._is_goal(event, told):
            self._recipient(event, tree, told.dative, only_party=True)
        if event.recipient is None and told.undergone is not None:
            self._undergone(event, tree, told.undergone)
        if told.content is not None:
            start, end = tree.span(*told.content)
            event.content, event.content_start, event.content_end = self.document.text[start:end], start, end
        self._count(event, tree, told)
        self._place(event, tree, told)
        status = certainty.own_certainty(tree, told.group, told.status)
        planned = bool(status & {"planned"})
        event.tense = told.group.tense or (FUTURE if planned else self._tense_above(tree, told.head))
        if certainty.is_ahead(tree, told.group):
            event.tense = FUTURE
        heads = [told.head] if told.noun is None else [told.head, told.noun]
        self._time(event, number, heads, planned=planned)

    def _tense_above(self, tree: Tree, i: int) -> str | None:
        from timeline.extraction._clause import group

        seen = set()
        while i not in seen:
            seen.add(i)
            i = tree.heads[i]
            if tree.pos[i] in ("VERB", "AUX") and (tense := group(tree, i).tense):
                return tense
        return PRESENT

    # ------------------------------------------------------------ who and what

    def _actor(self, event: Event, told: Saying | Doing, word: int | None) -> None:
        actor: Actor | None = None
        tree, understood = told.tree, told.understood
        if word is not None and (
            not any(map(str.isalnum, tree.forms[word]))
            or self._is_time(tree)(word)
            or self._is_dateline(tree, word)
        ):
            word, understood = None, told.head  # *poche ore dopo ha proclamato*
        if word is not None:
            actor = actor_of(self.story.actors, tree, word)
            spoken = isinstance(told, Saying)
            if spoken and tree.pos[word] == "PRON":
                actor = self._goes_on(tree, word, actor)
            all_of_them = None if spoken else together(self.story.actors, tree, word)
            actor = all_of_them or actor
            if actor is None and not spoken and self._is_no_subject(tree, word):
                actor = self.story.actors.left_out(tree.doc[told.head])
            event.actor_start, event.actor_end = (
                self._phrase(tree, word) if spoken else self._told_at(tree, word, actor)
            )
            if all_of_them is not None:
                event.actor_start, event.actor_end = all_of_them.start, all_of_them.end
            event.actor = actor.name if actor else self._text_of(tree, word)
        elif understood is not None:
            actor = self.story.actors.left_out(tree.doc[understood])
            if isinstance(told, Saying) and told.group.finite:
                actor = self._last_speaker(told, actor, event.trigger_end)
            if actor is not None:
                event.actor, event.actor_start, event.actor_end = actor.name, actor.start, actor.end
        event.actor_role = actor.role if actor else None
        if actor is not None:
            self._kinds[actor.name] = actor.kind
        if isinstance(told, Saying) and actor is not None:
            self._speakers[tree.block.index] = actor

    def _is_no_subject(self, tree: Tree, word: int) -> bool:
        """*Era successo che aveva rubato*: a *that* behind a verb, taken for a relative pronoun.

        Or one that opens a sentence: *È arrivata una pattuglia. Che ha fermato due ladri*.
        """
        opens = word == tree.bounds(word)[0] and tree.lexicon.drops_subjects
        behind = opens or (word > 0 and tree.pos[word - 1] in ("VERB", "AUX", "ADV", "ADJ", "NOUN"))
        that = tree.forms[word] in tree.lexicon.words("clause", "that")
        return behind and that and self.story.actors.stands_for(tree.doc[word]) is None

    def _last_speaker(self, told: Saying, actor: Actor | None, end: int) -> Actor | None:
        """*«Non ha senso», ha detto*: whoever spoke last in the paragraph, if nobody else is understood."""
        last = self._speakers.get(told.tree.block.index)
        if last is not None and not self._may_go_on(told, last):
            last = None
        if actor is None or actor.start > end or self._is_told_of(told.tree.block.index, actor.start):
            return last
        one = told.tree.feats[told.head].get("Number") != "Plur"
        return last if last is not None and told.quotes and one else actor

    @staticmethod
    def _may_go_on(told: Saying, last: Actor) -> bool:
        """Of the number of the verb, as far as the kind of whoever spoke tells: *ladri ... ha detto*."""
        number = told.tree.feats[told.head].get("Number")
        if told.group.person == "1" or not told.tree.lexicon.drops_subjects:
            return True
        return last.kind != ("person" if number == "Plur" and told.group.form == "Fin" else "group")

    def _goes_on(self, tree: Tree, word: int, actor: Actor | None) -> Actor | None:
        """*Holt said Lee had left. «We won», she said*: whoever spoke before, not whom she spoke of."""
        last, actors = self._speakers.get(tree.block.index), self.story.actors
        if actor is None and last is not None and actors.may_be(tree.doc[word], last):
            return last  # *The tenor said no. "I won't," he added*
        if actor is None or last is None or last.kind != "person":
            return actor
        suits = actors.suits(tree.doc[word], last)
        better = suits or (suits is None and not actors.suits(tree.doc[word], actor))
        return last if better and self._is_told_of(tree.block.index, actor.start) else actor

    def _is_told_of(self, number: int, start: int) -> bool:
        """*Said that Panama was ready. Added ...*: who is told of in a statement before does not go on."""
        return any(a <= start < b for a, b in self._told_in.get(number, [])[-_CONTENTS:])

    def _is_dateline(self, tree: Tree, word: int) -> bool:
        """*MODENA Ha rubato un'auto*: the place a report begins with does nothing."""
        mention = self.story.mentions.datelines.get(tree.block.index)
        return mention is not None and mention.first <= word <= mention.last

    def _content(self, event: Event, told: Saying) -> None:
        tree, text = told.tree, self.document.text
        spans = [tree.span(a, b) for a, b in told.spans]
        event.content_start, event.content_end = spans[0][0], spans[-1][1]
        event.content = " ".join(text[a:b] for a, b in spans)
        inside = [q for q in told.quotes if q.end - q.start > 1]
        block = tree.block
        parts: list[str] = []
        for quote in inside:
            a, b = block.offset + quote.start, block.offset + quote.end
            parts += [text[max(a, s) : min(b, e)].strip(" ,–—-") for s, e in spans if s < b and a < e]
        event.quote = " ".join(p for p in parts if p) or None
        self._spans[event.event_id] = spans
        self._told_in.setdefault(block.index, []).extend(spans)

    def _cited(self, tree: Tree, told: Saying) -> list[str]:
        """Whom the speaker cites: *citando dati ufficiali*."""
        words = set(tree.lexicon.words("sources", "citing"))
        for k in tree.kids[told.head]:
            if tree.lemmas[k] in words and (objects := tree.kids_of(k, "obj")):
                start, end = self._phrase(tree, objects[0])
                return [self.document.text[start:end]]
        return []

    # ------------------------------------------------------------ where, how many, when

    def _place(self, event: Event, tree: Tree, told: Doing) -> None:
        place = self.story.places.of(tree.doc[told.head])
        if place is None:
            return
        event.place, event.country, event.lat, event.lon = place.name, place.country, place.lat, place.lon
        event.place_start, event.place_end = place.start, place.end

    def _count(self, event: Event, tree: Tree, told: Doing) -> None:
        for word in (told.head, told.noun, told.patient):
            if word is None:
                continue
            count = self.story.counts.of(tree.doc[word], alone=word == told.patient)
            if count is not None:
                event.count_best, event.count_low, event.count_high = count.best, count.low, count.high
                event.count_unit = count.unit
                return

    def _time(self, event: Event, number: int, heads: list[int], *, planned: bool) -> None:
        timed = self.story.times.of(number, heads, event.tense, planned=planned)
        when: When = timed.when
        event.start, event.end = when.interval.start, when.interval.end
        event.precision, event.extent = str(when.precision), str(when.extent)
        event.edtf, event.time_basis = when.edtf or None, str(timed.basis)
        event.zone = when.zone or event.zone
        if timed.expression is not None:
            event.timex, event.time_text = timed.expression.value, timed.expression.text
            event.time_start, event.time_end = timed.expression.start_char, timed.expression.end_char

    # ------------------------------------------------------------ who vouches, how sure

    def _inherit(self, rows: list[tuple[Event, Found]]) -> None:
        """Give every event inside what somebody says its sources, the nearest first."""
        holders = self._holders(event for event, _ in rows)
        words = {event.event_id: found.told for event, found in rows}
        for event, found in rows:
            event.polarity = "negative" if _is_negated(found.told) else "positive"
        for event, found in rows:
            told = found.told
            sure = certainty.own_certainty(told.tree, told.group, told.status)
            if isinstance(told, Doing):
                sure |= certainty.of_words(told.tree, told.head, told.noun)
            clause = certainty.clause_of(told.tree, told.group)
            if clause is not None:
                sure |= certainty.own_certainty(told.tree, clause)
            if _is_to_come(event) and "possible" not in sure:
                sure.add("planned")
            over, known = told_by(event, holders[event.event_id], words)
            for saying in over:
                if saying.polarity == "negative":
                    after = saying.trigger_end <= event.trigger_start and saying.sentence == event.sentence
                    doubt = after and not self._is_granted(saying) and saying.event_id not in known
                    sure |= {"possible"} if doubt else set()
                    continue
                if is_narrator(words[saying.event_id]) or self._is_noticed(saying):
                    continue
                for name in (saying.actor, *self._sources.get(saying.event_id, ())):
                    if name and name not in event.attribution:
                        event.attribution.append(name)
                said = self._said(saying)
                sure |= said & {"reported"} if saying.event_id in known else said
                if "denied" in sure and certainty.is_never(told.tree, told.group):
                    event.polarity = "positive"
            event.reported_by = over[0].event_id if over else None
            event.factuality = certainty.first_of(sure)
            if event.factuality == "possible":
                look_ahead(event)

    def _holders(self, events: Iterable[Event]) -> dict[str, list[Event]]:
        """Give for every event the statements that have it in their content, shortest first."""
        told = list(events)
        spans = [(a, b, e) for e in told for a, b in self._spans.get(e.event_id, ())]
        waiting, begun = sorted(spans, key=lambda s: -s[0]), []
        holders = {}
        for event in told:
            while waiting and waiting[-1][0] <= event.trigger_start:
                begun.append(waiting.pop())
            begun = [s for s in begun if s[1] > event.trigger_start]
            over = {e.event_id: e for _, b, e in begun if event.trigger_end <= b and e is not event}
            holders[event.event_id] = sorted(over.values(), key=self._length)
        return holders

    def _length(self, saying: Event) -> tuple[int, int]:
        return sum(b - a for a, b in self._spans[saying.event_id]), saying.trigger_start

    def _said(self, saying: Event) -> set[str]:
        """What a statement makes of the events inside it: hearsay, also where nobody is named for it.

        *It is known that* is no hearsay if nobody is named.
        """
        status, known = self.story.lexicon.statuses.get(saying.speech_act or ""), self._is_known(saying)
        if status == "possible" and known:
            status = None
        found = {status} if status in ("denied", "possible", "reported") else set()
        return found | ({"reported"} if saying.actor or not known else set())

    def _is_granted(self, saying: Event) -> bool:
        """*Didn't deny it*, *didn't know that*: no mere possibility, as what is not ruled out is."""
        denied = self.story.lexicon.statuses.get(saying.speech_act or "") == "denied"
        open_to_it = saying.lemma in self.story.lexicon.words("truth", "excluding")
        return (denied and not open_to_it) or self._is_known(saying)

    def _is_noticed(self, saying: Event) -> bool:
        """*Si è accorto che avevano rubato il furgone*: what is noticed is a fact."""
        return saying.speech_act in ACTS_OF_MIND and self._is_known(saying)

    def _is_known(self, saying: Event) -> bool:
        """*Si è accorto che*, *didn't know that* take it for a fact; *si apprende che* is hearsay."""
        told = saying.speech_act in ACTS_OF_MIND or saying.actor is not None
        return told and saying.lemma in self.story.lexicon.words("truth", "factive")

    # ------------------------------------------------------------ for the chart

    def _label(self, event: Event, found: Found) -> None:
        event.summary = caption(self.story, event, found.told, negated=_is_negated(found.told))
        weight = self.story.lexicon.weights.get(event.event_type or "", 0.0)
        named = event.actor is not None and event.actor[:1].isupper()
        depth = event.trigger_start / max(len(self.document.text), 1)
        event.importance = importance(event, weight, named=named, depth=depth)

    @staticmethod
    def _is_time(tree: Tree) -> Callable[[int], bool]:
        return tree.timed.__contains__


def _is_to_come(event: Event) -> bool:
    """Tell an event whose own day lies after publication: *il ministro riceve domani i sindacati*."""
    if event.time_basis != "expression" or event.start is None or event.published_end is None:
        return False
    return event.start >= event.published_end


def _is_negated(told: Saying | Doing) -> bool:
    """Tell a negated clause, or a noun in one: *non si registrano feriti*."""
    clause = certainty.clause_of(told.tree, told.group)
    return told.group.negated or (clause is not None and clause.negated)


def _is_finding(told: Saying | Doing) -> bool:
    """Tell what is found out about a deed: *sono riusciti a identificarlo*."""
    words, (first, last) = told.tree.lexicon.words("states", "findings"), told.trigger
    return any(told.tree.lemmas[k] in words for k in {told.head, *range(first, last + 1)})


def _is_nobody(told: Saying) -> bool:
    """*Nessuno sa spiegarselo*, *as you know*: what nobody, or anybody, thinks."""
    i, tree = told.speaker, told.tree
    if i is None or tree.pos[i] != "PRON" or told.group.passive:
        return False
    return tree.forms[i] in tree.lexicon.words("negation", "words") or tree.feats[i].get("Person") == "2"
