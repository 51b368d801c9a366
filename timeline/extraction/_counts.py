"""How many: the count that belongs to a noun, a participle or a predicate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction import _phrases as phrases
from timeline.extraction._amounts import Amount, Amounts
from timeline.extraction._mentions import GROUP, ORGANIZATION
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._block import Block
    from timeline.extraction._words import Word, Words
    from timeline.languages._names import Names

_ARGUMENTS = ("nsubj:pass", "obj", "nsubj", "obl:agent", "obl", "conj", "nmod", "acl")
_YEARS = range(1900, 2100)
_DAYS = 32
_REACH = 3
_WIDEST = 7
_WHOLES = frozenset((ORGANIZATION, GROUP))
_APART = frozenset(("conj", "appos", "obl"))


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what, as in UCDP GED: best guess and bounds, None where the text gives none.

    `unit` is killed, injured, arrested, missing, displaced, infected or troops where the words say so, an
    ISO 4217 code for money, else the noun as written. `start` and `end` are document offsets.
    """

    best: float | None
    low: float | None
    high: float | None
    unit: str | None
    start: int
    end: int


class Counts:
    """The counts of one document; built once, asked by the token of a noun or verb.

    What overlaps one of `dates` (document offsets of time expressions) is no count.
    """

    def __init__(
        self, blocks: Sequence[Block], names: Names, *, dates: Iterable[tuple[int, int]] = ()
    ) -> None:
        self._blocks, self._names, self._words = blocks, names, names.counts
        self._amounts = Amounts(names.counts, names.code)
        self._block_of = {id(block.doc): number for number, block in enumerate(blocks)}
        self._dates = sorted(dates)
        self._numbered = [{block.of_token[i] for i in self._amounts.places(block.doc)} for block in blocks]

    def of(self, token: Word, *, alone: bool = False) -> Count | None:
        """Give the count of a noun, or of what a verb or participle is said of; None where there is none.

        With `alone` only of the noun itself, not of what it measures: the *toll* of 164 dead.
        """
        number = self._block_of[id(token.doc)]
        block = self._blocks[number]
        if block.of_token[token.i] not in self._numbered[number]:
            return None
        for noun in (token, *self._members(token)) if alone else self._counted(token):
            if phrases.is_pair(noun, self._names):
                continue
            if (amount := self._amount_of(noun)) and self._amounts.is_score(noun.doc, amount):
                return None
            if amount := self._amount_of(noun):
                unit = self._unit(token, noun, amount)
                start, end = block.span_of(token.doc[amount.first], token.doc[amount.last])
                if self._in_date(start, end):
                    continue
                return Count(amount.best, amount.low, amount.high, unit, start, end)
        return None

    def _members(self, token: Word) -> list[Word]:
        """*Un equipo de 65 rescatistas*: the people of whom a body or group consists."""
        if phrases.kind_of(token, self._names) not in _WHOLES:
            return []
        members = (c for c in token.children if c.dep_ == "nmod" and c.i > token.i)
        return [c for c in members if phrases.is_plural(c) and self._is_of(c)]

    def _is_of(self, token: Word) -> bool:
        case = next((c for c in token.children if c.dep_ == "case"), None)
        return case is not None and fold(case.text) in self._words.of

    def _in_date(self, start: int, end: int) -> bool:
        at = bisect_left(self._dates, (end, 0))
        return at > 0 and self._dates[at - 1][1] > start

    def _counted(self, token: Word) -> Iterator[Word]:
        """The nouns whose count may be the event's: itself, what it modifies, what it is said of."""
        if token.pos_ not in ("VERB", "AUX"):
            yield token
            yield from (c for c in token.children if c.dep_.startswith("nsubj"))
        if token.dep_ in ("acl", "amod") and token.head.pos_ in ("NOUN", "PROPN", "NUM"):
            if _agree(token, token.head):
                yield token.head
            return
        by_label = sorted(token.children, key=lambda c: (_order(c.dep_), c.i))
        yield from (c for c in by_label if self._may_count(c, token))
        yield from (c for a in token.children if a.dep_ == "advmod" for c in a.children if _is_counted(c))
        if (bare := self._bare_before(token)) is not None:
            yield bare

    def _bare_before(self, verb: Word) -> Word | None:
        """A number that stands for those counted, before its verb group: *353 sono rimasti feriti*."""
        i = verb.i - 1
        while i > 0 and verb.doc[i].pos_ in ("AUX", "ADV") and verb.doc[i].head.i == verb.i:
            i -= 1
        word = verb.doc[i] if i >= 0 and i < verb.i else None
        told = word is not None and word.pos_ == "NUM" and any(c.pos_ == "AUX" for c in verb.children)
        return word if told else None

    def _may_count(self, child: Word, event: Word) -> bool:
        if event.pos_ not in ("VERB", "AUX"):
            lone = fold(event.text) not in self._words.units
            return child.dep_ == "nmod" and lone and self._is_unit(child)
        if child.dep_ in ("obl", "nmod", "nummod"):
            return child.pos_ == "NUM" or self._is_unit(child) or self._is_ranged(child)
        return child.dep_ in _ARGUMENTS[:3] or (child.dep_ == "conj" and child.pos_ == "NOUN")

    def _is_ranged(self, child: Word) -> bool:
        """Its preposition belongs to the number: arrested *between 30 and 40 people*."""
        first = fold(child.doc[child.left_edge.i].text)
        return first in self._words.between and any(c.pos_ == "NUM" for c in child.children)

    def _is_unit(self, token: Word) -> bool:
        return fold(token.text) in self._words.units or fold(token.text) in self._words.currencies

    def _amount_of(self, noun: Word) -> Amount | None:
        """The amount that counts a noun: before it, its head (*centinaia di*), or said of it (*sono 40*)."""
        if fold(noun.text) in self._words.time:
            return None
        for place in self._number_slots(noun):
            amount = self._amounts.read(noun.doc, place)
            if amount and not self._is_date(noun, amount):
                return amount
        return None

    def _number_slots(self, noun: Word) -> Iterator[int]:
        """Where its number may stand: a child, itself, its head (*centinaia di*, *sono* 40), before it."""
        is_number = self._amounts.is_number
        for child in sorted(noun.children, key=lambda c: c.i):
            if child.i > noun.i and any(c.dep_ == "cc" for c in child.children):
                continue  # morti e 353 ... belongs to what follows
            if is_number(child) and child.dep_ not in _APART and abs(child.i - noun.i) <= _WIDEST:
                yield child.i
        if is_number(noun):
            yield noun.i
        if noun.head.i != noun.i and noun.dep_ in ("nmod", "nsubj", "obl", "dep") and is_number(noun.head):
            yield noun.head.i
        if (near := self._just_before(noun)) is not None:
            yield near

    def _just_before(self, noun: Word) -> int | None:
        """A number right before the noun that the parse hung elsewhere: *4400 le persone*."""
        if not phrases.is_plural(noun):
            return None
        i = noun.i - 1
        while i >= 0 and noun.i - i <= _REACH and self._may_part(noun.doc[i]):
            i -= 1
        return i if i >= 0 and self._amounts.is_number(noun.doc[i]) else None

    def _may_part(self, token: Word) -> bool:
        return token.pos_ in ("DET", "ADJ") or fold(token.text) in self._words.of

    def _is_date(self, noun: Word, amount: Amount) -> bool:
        """A year, a day of a month, an age or a clock time is no count, nor is *one of* or an article."""
        doc, after = noun.doc, amount.last + 1
        if amount.best == 1 and self._is_article(doc, amount):
            return True
        following = [fold(t.text) for t in doc[after : after + 2]]
        if following and (following[0] in self._words.time or " ".join(following) in self._words.time):
            return True
        value = amount.best
        of_month = following[:1] and following[0] in self._words.of and following[-1] in self._words.time
        if of_month and value is not None and value < _DAYS:
            return True  # *el 3 de abril*
        lone = amount.first == amount.last and noun.i < amount.first
        if value is not None and value in _YEARS and value == int(value) and (lone or noun.i == amount.first):
            return doc[amount.first].text.isdigit()
        before = fold(doc[amount.first - 1].text) if amount.first else ""
        return before in self._words.time

    def _is_article(self, doc: Words, amount: Amount) -> bool:
        word, after = doc[amount.first], amount.last + 1
        told = after < len(doc) and fold(doc[after].text) in self._words.of
        return told or word.pos_ != "NUM" or fold(word.text) in self._words.articles

    # What is counted

    def _unit(self, event: Word, noun: Word, amount: Amount) -> str | None:
        if code := self._money(noun.doc, amount):
            return code
        for token in (event, noun, *self._told_of(event, noun)):
            unit = self._words.units.get(fold(token.text)) or self._words.units.get(fold(token.lemma_))
            if unit:
                return unit
        word = fold(noun.text)  # *des milliers d'habitants*
        whole = word in self._words.plurals or word in self._words.collectives
        if not phrases.is_elliptic(noun) and not whole:
            return str(noun.text).lower()
        meant = next((t for t in noun.children if t.pos_ == "NOUN" and t.i > noun.i), None)
        meant = meant or phrases.counted_before(noun)
        return None if meant is None else self._words.units.get(fold(meant.text), meant.text.lower())

    def _told_of(self, event: Word, noun: Word) -> list[Word]:
        """What says what became of them: *arrestate* persone, *tra le vittime* si contano 18 agenti."""
        among = [c for c in event.children if c.dep_ == "obl" and any(self._is_among(k) for k in c.children)]
        subject = [c for c in event.children if c.dep_.startswith("nsubj") and c.pos_ == "NOUN"]
        inside = [k for c in subject for k in c.children if k.dep_ in ("nmod", "compound")]
        became = [c for c in event.children if c.dep_ == "xcomp" or _is_state(c)]
        return [
            *became,
            *among,
            *subject,
            *inside,
            *(c for c in noun.children if c.dep_ in ("acl", "amod", "nmod")),
        ]

    def _is_among(self, token: Word) -> bool:
        return token.dep_ == "case" and fold(token.text) in self._words.among

    def _money(self, doc: Words, amount: Amount) -> str | None:
        """The currency after the amount, its *di* passed, or the sign before it."""
        after = doc[amount.last + 1 : amount.last + 3]
        for token in (*after, *doc[max(0, amount.first - 1) : amount.last]):
            if code := self._words.currencies.get(fold(token.text)):
                return code
        return None


def _agree(participle: Word, noun: Word) -> bool:
    """Whether a participle may be said of a noun, as far as their numbers tell."""
    numbers = participle.morph.get("Number", []), noun.morph.get("Number", [])
    return not all(numbers) or numbers[0] == numbers[1] or noun.pos_ == "NUM"


def _is_state(child: Word) -> bool:
    """*Resultaron heridas*: what became of somebody, whatever the parser takes it for."""
    return child.i > child.head.i and child.pos_ == "ADJ" and "Part" in child.morph.get("VerbForm", [])


def _is_counted(token: Word) -> bool:
    """*Up to 30 hostages were freed*: a noun hung on the words before its number."""
    return token.pos_ == "NOUN" and any(c.pos_ == "NUM" for c in token.children)


def _order(label: str) -> int:
    return _ARGUMENTS.index(label) if label in _ARGUMENTS else len(_ARGUMENTS)
