"""All rules over one document: statements, actions, their actors, places, counts, times and certainty."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.dates import DateExpression, find
from timeline.extraction._actors import Actors
from timeline.extraction._adjoining import joined
from timeline.extraction._afterwards import afterwards
from timeline.extraction._block import Block
from timeline.extraction._counts import Counts
from timeline.extraction._datelines import cut_off
from timeline.extraction._doings import Doer
from timeline.extraction._event import Event
from timeline.extraction._lexicon import load
from timeline.extraction._mending import mend
from timeline.extraction._mentions import Mentions
from timeline.extraction._namings import Namings
from timeline.extraction._parts import Doing
from timeline.extraction._places import Places
from timeline.extraction._quotes import quotes
from timeline.extraction._reader import Reader
from timeline.extraction._relations import relate
from timeline.extraction._rows import Found, Rows
from timeline.extraction._rumours import Rumours
from timeline.extraction._sayings import NOMINAL, Saying
from timeline.extraction._sources import Sources
from timeline.extraction._tenses import Tenses
from timeline.extraction._times import Times
from timeline.extraction._tree import Tree
from timeline.languages._names import names
from timeline.languages.places import gazetteer

if TYPE_CHECKING:
    from timeline.documents import Document


_CLAUSES = frozenset(("ROOT", "conj", "ccomp", "parataxis", "advcl", "xcomp", "csubj", "dep"))


class Story:
    """One document, read by all rules."""

    def __init__(self, document: Document, found: list[Block]) -> None:
        code = document.language or ""
        self.document, self.blocks = document, found
        self.lexicon = load(code)
        for block in found:
            mend(block.doc, self.lexicon)
        words, places = names(code), gazetteer(code)
        self.mentions = Mentions(found, words, places)
        drops = self.lexicon.drops_subjects
        self.actors = Actors(found, words, places, mentions=self.mentions, drops_subjects=drops)
        self.places = Places(found, words, places, mentions=self.mentions)
        self.counts = Counts(found, words)
        self.trees = [Tree(block, self.lexicon) for block in found]
        for tree in self.trees:
            tree.time_nouns = words.counts.time
        for number, name in self.mentions.datelines.items():
            cut_off(self.trees[number], name.first, name.last)
        dates = afterwards(self.trees, self._dates(code), words, lambda end: self._dates(code, end))
        self.dates = joined(self.trees, dates)
        self._mark_times()
        self.times = Times(self.trees, self.dates, document.published)

    def events(self) -> list[Event]:
        """Give the events of the document in the order of their triggers."""
        told: list[Found] = []
        for number, tree in enumerate(self.trees):
            if not tree.block.heading or number == 0:
                told += self._of_block(number, tree)
        events = Rows(self).events(told)
        relate(events, self.trees, self.dates, self.document.language or "")
        return events

    def _dates(self, code: str, end: int | None = None) -> Sequence[DateExpression]:
        document = self.document
        return find(
            document.text[:end],
            language=code,
            published=document.published,
            start=document.body_start,
            tense=Tenses(self.trees).at,
        )

    def _mark_times(self) -> None:
        starts = [tree.block.offset for tree in self.trees]
        for date in self.dates:
            number = bisect_right(starts, date.start_char) - 1
            if number < 0 or date.start_char >= self.trees[number].block.end:
                continue
            tree, offset = self.trees[number], starts[number]
            first = max(bisect_right(tree.starts, date.start_char - offset) - 1, 0)
            last = max(bisect_left(tree.starts, date.end_char - offset) - 1, first)
            tree.mark_time(first, last)

    def _of_block(self, number: int, tree: Tree) -> list[Found]:
        marks = quotes(tree.doc)
        tree.quoted = frozenset(k for q in marks for k in range(q.first, q.last + 1))
        named = functools.cache(lambda i: self.is_somebody(number, i))
        place = self.mentions.datelines.get(number)
        here = range(place.first, place.last + 1) if place is not None else range(0)
        sources = [s for s in Sources(tree, marks, named=named).find() if s.speaker not in here]
        rumours = Rumours(tree)
        heard = rumours.find()
        told = [s for s in [*sources, *Namings(tree).find()] if s.head not in rumours.words]
        reader = Reader(tree, marks, named=named)
        read = reader.find([*told, *heard])
        sayings = [s for s in read if not self._is_assault(number, s)]
        for saying in sayings:
            self.times.move(number, saying.head, self._content_verb(saying), _clause(saying))
        doer = Doer(
            tree,
            spoken=_told_by(sayings) | rumours.words | reader.idle,
            vouching=frozenset(s.speaker for s in sayings if s.frame == "source" and s.speaker is not None),
            dated=lambda i: self.times.is_dated(number, i),
            counted=functools.cache(lambda i: self.counts.of(tree.doc[i]) is not None),
            named=named,
        )
        for saying in sayings:
            saying.status = doer.meant(saying.head) if saying.silent is None else ""
        found: list[Saying | Doing] = [*sayings, *doer.find()]
        return [Found(number, one) for one in found]

    def _is_assault(self, number: int, saying: Saying) -> bool:
        """*Rebels attacked the village* is no criticism; of a person by a person, or of a plan, it may be."""
        tree, i = saying.tree, saying.head
        if (
            saying.frame != "object"
            or saying.quotes
            or tree.lexicon.verb_types.get(tree.lemmas[i]) != "ASSAULT"
        ):
            return False
        things = tree.kids_of(i, "obj", "nsubj:pass")
        if any(tree.lemmas[k] in tree.lexicon.act_nouns for k in things):
            return False
        ends = [k for k in (saying.speaker, *things) if k is not None]
        kinds = {self.actors.entity_kind(tree.doc[k]) for k in ends if tree.pos[k] != "PRON"}
        return not kinds <= {"person"}

    def is_somebody(self, number: int, i: int) -> bool:
        """Tell a name, or a noun of people and bodies."""
        if self.mentions.at(number, i) is not None:
            return True
        return self.actors.entity_kind(self.trees[number].doc[i]) not in (None, "other", "place")

    @staticmethod
    def _content_verb(saying: Saying) -> int:
        """The main verb of what is said."""
        tree = saying.tree
        if saying.root is not None and tree.pos[saying.root] in ("VERB", "AUX"):
            return saying.root
        words = [k for a, b in saying.spans for k in range(a, b + 1)]
        inside = [k for k in words if tree.pos[k] == "VERB" and tree.deps[k] in _CLAUSES]
        return next(
            (k for k in inside if tree.form(k) == "Fin" or tree.kids_of(k, "aux")), next(iter(inside), -1)
        )


def _told_by(sayings: Sequence[Saying]) -> frozenset[int]:
    """The verbs of statements, those of what was not said too."""
    return frozenset(k for s in sayings for k in (s.head, s.silent) if k is not None)


def _clause(saying: Saying) -> tuple[int, int]:
    """The words whose times are those of the saying: all before it, where what is said comes after.

    *Sabato i banditi gli hanno ordinato di tacere*; not *sabato, ha detto il ministro, i soldati ...*. Those
    behind a noun that is what is said, too: *confesó los pagos en marzo*, *endorsed her in March*.
    """
    tree, (first, last) = saying.tree, saying.zone
    begin, end = tree.bounds(saying.head)
    nominal = saying.root is None or tree.pos[saying.root] in NOMINAL
    if saying.frame in ("object", "about") and nominal and not saying.quotes:
        return begin, end
    told = min((a for a, _ in saying.spans), default=begin)
    marked = first > begin and tree.forms[first - 1] == "," and last + 1 < end and tree.forms[last + 1] == ","
    if told < saying.head or (marked and not saying.quotes):
        return first, last
    return begin, max(last, told - 1)


__all__ = ["Doing", "Story"]
