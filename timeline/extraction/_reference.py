"""Whom a pronoun or a missing subject stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from timeline.extraction import _phrases as phrases
from timeline.extraction._mentions import FEMININE, MASCULINE, OTHER, PERSON, PLACE, Mentions
from timeline.languages.places import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.extraction._actors import Actor
    from timeline.extraction._block import Block
    from timeline.languages._names import Names

LOOK_BACK = 4

Spot = tuple[int, int]


class Reference:
    """Find the actor meant by a pronoun or left out: the last subject that agrees.

    Number, person and gender must agree, and the level of quotation be the same. Centering, simplified:
    a subject is taken up by the next subject (Grosz, Joshi and Weinstein 1995).
    """

    def __init__(
        self, blocks: Sequence[Block], names: Names, mentions: Mentions, of: Callable[[Token], Actor | None]
    ) -> None:
        self._blocks, self._names, self._mentions, self._of = blocks, names, mentions, of
        self.quoted = [phrases.quoted(block.doc) for block in blocks]
        self._subjects = [phrases.subjects(block.doc, names) for block in blocks]
        self._persons = _persons(blocks, mentions)
        self._genders = {m.text: m.gender for m in mentions.all if m.gender}

    def antecedent(self, number: int, token: Token) -> Actor | None:
        """Give the actor that a pronoun, or the subject left out of a verb, stands for."""
        word = fold(token.text)
        gender = self._gender(word)
        own, plural = phrases.clause_of(token), phrases.is_plural(token)
        for block, i in self._candidates(number, token.i, persons=gender is not None):
            subject = self._blocks[block].doc[i]
            if phrases.is_plural(subject) != plural or (
                block == number and phrases.clause_of(subject) == own
            ):
                continue
            actor = self._of(subject)
            if actor and self._may_be(actor, subject, word, gender):
                self._genders.setdefault(actor.name, gender) if gender else None
                return actor
        return None

    def _may_be(self, actor: Actor, subject: Token, word: str, gender: str | None) -> bool:
        if actor.kind == PLACE or (actor.kind == OTHER and subject.pos_ != "PROPN"):
            return False
        if word in self._names.thing:
            return actor.kind != PERSON
        if gender is None:
            return True
        known = self._genders.get(actor.name) or next(iter(subject.morph.get("Gender", [])), None)
        return actor.kind in (PERSON, OTHER) and known in (None, gender)

    def _gender(self, word: str) -> str | None:
        if word in self._names.masculine:
            return MASCULINE
        return FEMININE if word in self._names.feminine else None

    def _candidates(self, number: int, token: int, *, persons: bool) -> Iterator[Spot]:
        """Subjects before a token, nearest first: of its paragraph, then of the one before; then names."""
        level = self.quoted[number][token]
        here = list(islice(self._at_level(number, token, level=level), LOOK_BACK))
        yield from ((number, i) for i in here)
        if persons:
            named = self._persons[number]
            at = bisect_left(named, token)
            yield from ((number, i) for i in reversed(named[max(0, at - LOOK_BACK) : at]))
        before = self._paragraph_before(number)
        if before is not None and len(here) < LOOK_BACK and not level:
            end = len(self._blocks[before].doc)
            there = islice(self._at_level(before, end, level=False), LOOK_BACK - len(here))
            yield from ((before, i) for i in there)

    def _at_level(self, number: int, token: int, *, level: bool) -> Iterator[int]:
        """Subjects of a block before a token, nearest first, inside or outside of quotations."""
        subjects, quoted = self._subjects[number], self.quoted[number]
        at = bisect_left(subjects, token)
        return (subjects[k] for k in range(at - 1, -1, -1) if quoted[subjects[k]] == level)

    def _paragraph_before(self, number: int) -> int | None:
        return next((n for n in range(number - 1, -1, -1) if not self._blocks[n].heading), None)


def _persons(blocks: Sequence[Block], mentions: Mentions) -> list[list[int]]:
    """The last tokens of the names of persons, by block; of guessed ones only those named again."""
    seen = Counter(m.words[-1:] for m in mentions.all)
    found: list[list[int]] = [[] for _ in blocks]
    for mention in mentions.all:
        if mention.kind == PERSON and (mention.certain or seen[mention.words[-1:]] > 1):
            found[mention.block].append(mention.last)
    return found
