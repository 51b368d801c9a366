"""People called by common nouns: whom *l'uomo*, *il giovane* or *i due* mean."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from spacy.symbols import ADJ, NOUN, NUM

from timeline.extraction import _phrases as phrases
from timeline.extraction._mentions import OTHER
from timeline.languages.places import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.extraction._block import Block
    from timeline.languages._names import Names

_LOOK_BACK = 6
_NOUNS = frozenset((NOUN, NUM, ADJ))
_PARTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl:agent", "ROOT", "appos", "conj"))
_SENTENCES_AHEAD, _NEAR = 3, 2
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
        self._taken = taken

    @functools.cached_property
    def _new(self) -> list[Person]:
        """Whoever is brought in, in order."""
        return [
            self._person(number, block.doc[i])
            for number, block in enumerate(self._blocks)
            for i, part in enumerate(block.doc.to_array("POS").tolist())
            if part in _NOUNS and self._brings_in(number, block.doc[i])
        ]

    @functools.cached_property
    def _spots(self) -> list[tuple[int, int]]:
        return [(p.block, p.head) for p in self._new]

    def _brings_in(self, number: int, token: Token) -> bool:
        if phrases.kind_of(token, self._names) == OTHER or self._taken(number, token.i):
            return False
        return self._is_new(token)

    def meant(self, number: int, token: Token) -> Person | None:
        """Give whom a noun that says little (*l'uomo*, *i due*) means: the last brought in that agree."""
        word = fold(token.text)
        pair = phrases.is_pair(token, self._names)
        if not pair and not self._says_little(token, word):
            return None
        asked = self._person(number, token)
        count = 2 if pair else asked.count
        for person in islice(self._before(number, token.i), _LOOK_BACK):
            if self._agree(person, asked, count, plural=pair or asked.plural):
                return person
        return None

    def recent(self, number: int, verb: Token, *, plural: bool) -> Person | None:
        """Give those brought in last before a verb, in its paragraph and not long ago."""
        block = self._blocks[number]
        for person in islice(self._before(number, verb.i), _LOOK_BACK):
            far = person.block != number or block.of_token[verb.i] - block.of_token[person.head] > _NEAR
            if far:
                return None
            if person.plural == plural and self._takes_part(person):
                return person
        return None

    def _takes_part(self, person: Person) -> bool:
        """Subject or object, not a word of another phrase: *nella casa di un uomo*."""
        head = self._blocks[person.block].doc[person.head]
        return head.dep_ in _PARTS and fold(head.text) not in self._names.collective

    def ahead(self, number: int, verb: Token, *, plural: bool) -> Person | None:
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
                return person
        return None

    def _before(self, number: int, i: int) -> Iterator[Person]:
        at = bisect_left(self._spots, (number, i))
        return (self._new[k] for k in range(at - 1, -1, -1) if number - self._new[k].block <= 2)

    def _agree(self, person: Person, asked: Person, count: int | None, *, plural: bool) -> bool:
        if count is not None:
            return person.count == count
        if person.plural != plural:
            return False
        return plural or person.gender is None or asked.gender is None or person.gender == asked.gender

    def _says_little(self, token: Token, word: str) -> bool:
        names = self._names
        aged = bool(names.age_endings) and word.endswith(names.age_endings) and word[0].isdigit()
        little = word in names.anaphoric or aged or (token.pos_ == "NOUN" and word in names.demonyms)
        numbered = token.pos_ == "NUM" and any(c.pos_ == "DET" for c in token.children)
        return (little or numbered) and not any(c.dep_ in _OWN for c in token.children)

    def _is_new(self, token: Token) -> bool:
        """Without a definite article or possessive: *un uomo*, *due ladri*, *ignoti*."""
        return not phrases.is_definite(token, self._names) and not any(
            c.morph.get("Poss", []) for c in token.children
        )

    def _person(self, number: int, token: Token) -> Person:
        count, word = phrases.number_of(token, self._names), fold(token.text)
        if count is None and (word in self._names.pairs or word in self._names.couples):
            count = 2
        if count is None and token.pos_ == "NUM":
            count = int(self._names.counts.numbers.get(word, 0)) or None
        together = [c for c in token.children if c.dep_ == "conj" and self._is_someone(c)]
        if together and count is None:
            count = 1 + len(together)
        plural = phrases.is_plural(token) or (count or 1) > 1
        gender = next(iter(token.morph.get("Gender", [])), None)
        return Person(number, token.i, plural, count if (count or 0) > 1 else None, gender)

    def _is_someone(self, token: Token) -> bool:
        return token.pos_ == "PROPN" or phrases.kind_of(token, self._names) != OTHER
