"""People called by common nouns: whom *l'uomo*, *il giovane* or *i due* mean."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from timeline.extraction import _phrases as phrases
from timeline.extraction._casts import OFFENDER, OFFICER, Casts
from timeline.extraction._mentions import FEMININE, GROUP, MASCULINE, OTHER, PERSON
from timeline.extraction._phrases import SUBJECT
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._block import Block
    from timeline.extraction._words import Word
    from timeline.languages._names import Names

_LOOK_BACK = 6
_NOUNS = frozenset(("NOUN", "NUM", "ADJ"))
_PARTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl:agent", "ROOT", "appos", "conj"))
_SENTENCES_AHEAD = 3
_FIGURE = re.compile(r"\d+")
_PEOPLE = frozenset((PERSON, GROUP))
_OWN = frozenset(("nmod", "amod", "acl", "acl:relcl", "appos", "conj"))


@dataclass(frozen=True, slots=True)
class Person:
    """One or more people where a text brings them in: block, head token, how many, gender if known."""

    block: int
    head: int
    plural: bool
    count: int | None
    gender: str | None


class People:
    """The people of one document that have no name, in the order in which they are brought in.

    `taken` tells for block and token whether they belong to a proper name.
    """

    def __init__(self, blocks: Sequence[Block], names: Names, taken: Callable[[int, int], bool]) -> None:
        self._blocks, self._names = blocks, names
        self._taken, self._casts = taken, Casts(names)

    @functools.cached_property
    def _new(self) -> list[Person]:
        """Whoever is brought in, in order."""
        return [
            self._person(number, block.doc[i])
            for number, block in enumerate(self._blocks)
            for i, part in enumerate(block.doc.pos)
            if part in _NOUNS and self._brings_in(number, block.doc[i])
        ]

    @functools.cached_property
    def _spots(self) -> list[tuple[int, int]]:
        return [(p.block, p.head) for p in self._new]

    def _brings_in(self, number: int, token: Word) -> bool:
        if phrases.kind_of(token, self._names) not in _PEOPLE or self._taken(number, token.i):
            return False
        if self._casts.is_taken(token):
            return False
        person = phrases.kind_of(token.head, self._names) in _PEOPLE
        if token.dep_ == "amod" and (person or (token.pos_ == "ADJ" and token.head.pos_ == "NOUN")):
            return False  # *un tunisino ventottenne*, *un ladro straniero*
        return self._is_new(token)

    def meant(self, number: int, token: Word) -> Person | None:
        """Give whom a noun that says little (*l'uomo*, *i due*) means: the last brought in that agree."""
        word = fold(token.text)
        pair = phrases.is_pair(token, self._names)
        if not pair and not self._says_little(token, word):
            return self._only(number, token, word)
        asked = self._person(number, token)
        age = self._age(token, word) if phrases.is_aged(token, word, self._names) else None
        count = 2 if pair else asked.count
        for person in islice(self._before(number, token.i), _LOOK_BACK):
            head = self._head(person)
            if age is not None and age != self._age(head, fold(head.text)):
                continue
            if self._is_foreign(token, head):
                continue
            if self._agree(person, asked, count, plural=pair or asked.plural):
                return person
        return None

    def _is_foreign(self, token: Word, head: Word) -> bool:
        """*Il tunisino* is no *uomo di nazionalità indiana*."""
        of, near = self._names.demonyms, (head, *head.subtree)
        asked = of.get(fold(token.text))
        told = {of[word] for t in near if (word := fold(t.text)) in of}
        return asked is not None and bool(told) and asked not in told

    def _age(self, token: Word, word: str) -> str | None:
        """The figure of *un 33enne*, *un uomo di 33 anni*, in whatever is told with the noun."""
        if phrases.is_aged(token, word, self._names):
            return phrases.age_of(word, self._names)
        times = (c for c in token.subtree if fold(c.text) in self._names.counts.time)
        figures = (f for c in times if c.i for f in _FIGURE.findall(c.nbor(-1).text))
        aged = (age for c in token.children if (age := phrases.age_of(fold(c.text), self._names)))
        return next(aged, None) or next(figures, None)

    def _only(self, number: int, token: Word, word: str) -> Person | None:
        """*Il ladro*, *i malviventi*: the only ones told of before that agree and that the text describes."""
        owned = any(c.dep_ in _OWN or c.morph.get("Poss", []) for c in token.children)
        if word not in self._names.offenders or owned:  # not *il suo ladro*
            return None
        asked = self._person(number, token)
        fitting = [p for p in self._before(number, token.i) if self._is_like(p, asked)]
        only = fitting[0] if len({(p.block, p.head) for p in fitting}) == 1 else None
        return only if only is not None and self._is_described(only) else None

    def _is_like(self, person: Person, asked: Person) -> bool:
        part = self._casts.of_noun(self._head(person))
        if part is None and not self._takes_part(person):
            return False  # *una donna in attesa con il figlio*
        return part in (None, OFFENDER) and self._agree(person, asked, asked.count, plural=asked.plural)

    def _is_described(self, person: Person) -> bool:
        """Counted, aged, or told of with more than a noun: *due giovani*, *un uomo con il cappuccio*."""
        head = self._head(person)
        aged = phrases.is_aged(head, fold(head.text), self._names)
        return aged or person.count is not None or any(c.dep_ in _OWN for c in head.children)

    def _takes_part(self, person: Person) -> bool:
        """Subject or object, not a word of another phrase: *nella casa di un uomo*."""
        head = self._head(person)
        return head.dep_ in _PARTS and fold(head.text) not in self._names.collective

    def ahead(self, number: int, verb: Word, *, plural: bool) -> Person | None:
        """Give those brought in right after a report opens without naming them: *Hanno rubato ...*."""
        block = self._blocks[number]
        at = bisect_left(self._spots, (number, verb.i))
        if at and self._new[at - 1].block == number:
            return None
        for person in self._new[at:]:
            if person.block != number:
                return None
            further = block.of_token[person.head] - block.of_token[verb.i]
            if further > _SENTENCES_AHEAD:
                return None
            if person.plural == plural and further > 0 and self._takes_part(person):
                return person if self._may_do(person, verb) else None
        return None

    def _may_do(self, person: Person, verb: Word) -> bool:
        """No mere *cittadini* for what offenders do: these are told with a number, an age, what they did."""
        part = self._casts.of_noun(self._head(person))
        if self._casts.of_subject(verb) != OFFENDER:
            return True
        return part == OFFENDER or (part is None and self._is_described(person))

    def culprits(self, number: int, verb: Word, *, plural: bool) -> Person | None:
        """Give the offenders of whom a report speaks right after it opens without them: *i ladri*."""
        block = self._blocks[number]
        for token in block.doc[verb.i + 1 :]:
            if block.of_token[token.i] - block.of_token[verb.i] > _SENTENCES_AHEAD:
                return None
            if token.dep_ in SUBJECT and fold(token.text) in self._names.offenders:
                person = self._person(number, token)
                if person.plural == plural:
                    return person
        return None

    def _before(self, number: int, i: int) -> Iterator[Person]:
        at = bisect_left(self._spots, (number, i))
        first = bisect_left(self._spots, (number - 2, -1))
        return (self._new[k] for k in range(at - 1, first - 1, -1))

    def _agree(self, person: Person, asked: Person, count: int | None, *, plural: bool) -> bool:
        if count is not None:
            apart = asked.gender == FEMININE and person.gender == MASCULINE
            return person.count == count and not apart
        if person.plural != plural or self._is_apart(person, asked):
            return False
        return plural or person.gender is None or asked.gender is None or person.gender == asked.gender

    def _is_apart(self, person: Person, asked: Person) -> bool:
        """*L'uomo* is neither the police nor a crowd."""
        head, word = self._head(person), fold(self._head(asked).text)
        if self._casts.of_noun(head) == OFFICER:
            return True
        return fold(head.text) in self._names.collective and word not in self._names.collective

    def _head(self, person: Person) -> Word:
        return self._blocks[person.block].doc[person.head]

    def _says_little(self, token: Word, word: str) -> bool:
        names = self._names
        aged = phrases.is_aged(token, word, names)
        little = word in names.anaphoric or aged or (token.pos_ == "NOUN" and word in names.demonyms)
        numbered = token.pos_ == "NUM" and any(c.pos_ == "DET" for c in token.children)
        return (little or numbered) and not any(c.dep_ in _OWN and not _is_aside(c) for c in token.children)

    def _is_new(self, token: Word) -> bool:
        """Without a definite article or possessive: *un uomo*, *due ladri*, *ignoti*.

        One person without any article behind a preposition is none: *resistenza a pubblico ufficiale*.
        """
        told = phrases.is_plural(token) or phrases.is_aged(token, fold(token.text), self._names)
        bare = not told and not any(c.pos_ in ("DET", "NUM") for c in token.children)
        if bare and any(c.dep_ == "case" for c in token.children):
            return False
        return not phrases.is_definite(token, self._names) and not any(
            c.morph.get("Poss", []) for c in token.children
        )

    def _person(self, number: int, token: Word) -> Person:
        word = fold(token.text)
        aged = phrases.is_aged(token, word, self._names)
        count = None if aged else phrases.number_of(token, self._names)
        if count is None and (word in self._names.pairs or word in self._names.couples):
            count = 2
        if count is None and token.pos_ == "NUM":
            count = int(self._names.counts.numbers.get(word, 0)) or None
        together = self.joined(token)
        if together and count is None:
            count = 1 + len(together)
        plural = phrases.is_plural(token) or (count or 1) > 1
        article = (c for c in token.children if c.i < token.i and c.pos_ in ("DET", "ADP"))
        marked = next((g for c in article for g in c.morph.get("Gender", [])), None)
        own = None if aged or token.pos_ == "NUM" else next(iter(token.morph.get("Gender", [])), None)
        gender = (marked or own) if own is None or word in self._names.anaphoric else own
        return Person(number, token.i, plural, count if (count or 0) > 1 else None, gender)

    def joined(self, token: Word) -> list[Word]:
        """Those told with somebody: *un marocchino di diciotto anni e un italiano di venti*."""
        told = [c for c in token.children if c.dep_ == "conj" and self._is_someone(c)]
        return told if any(c.dep_ == "cc" for other in told for c in other.children) else []

    def _is_someone(self, token: Word) -> bool:
        return token.pos_ == "PROPN" or phrases.kind_of(token, self._names) != OTHER


def _is_aside(token: Word) -> bool:
    """*L'uomo, vestito di bianco, ...*: what stands after a comma tells more, not which one."""
    first: int = token.left_edge.i
    return first > token.head.i + 1 and token.doc[first - 1].text == ","
