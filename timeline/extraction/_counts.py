"""How many: the count that belongs to a noun, a participle or a predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.extraction._numbers import Amount, plain_value, texts_from
from timeline.languages.places import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from timeline.extraction._block import Block
    from timeline.languages._names import Names

_ARGUMENTS = ("nsubj:pass", "obj", "nsubj", "obl:agent", "obl", "conj", "nmod", "acl")
_YEARS = range(1900, 2100)
_HYPHENS = frozenset("-–—")
_REACH = 3


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
    """The counts of one document; built once, asked by the token of a noun or verb."""

    def __init__(self, blocks: Sequence[Block], names: Names) -> None:
        self._blocks, self._names, self._words = blocks, names, names.counts
        self._block_of = {id(block.doc): number for number, block in enumerate(blocks)}

    def of(self, token: Token) -> Count | None:
        """Give the count of a noun, or of what a verb or participle is said of; None where there is none."""
        block = self._blocks[self._block_of[id(token.doc)]]
        for noun in self._counted(token):
            if amount := self._amount_of(noun):
                unit = self._unit(token, noun, amount)
                start, end = block.span_of(token.doc[amount.first], token.doc[amount.last])
                return Count(amount.best, amount.low, amount.high, unit, start, end)
        return None

    def _counted(self, token: Token) -> Iterator[Token]:
        """The nouns whose count may be the event's: itself, what it modifies, what it is said of."""
        if token.pos_ not in ("VERB", "AUX"):
            yield token
        if token.dep_ in ("acl", "amod") and token.head.pos_ in ("NOUN", "PROPN", "NUM"):
            yield token.head
            return
        by_label = sorted(token.children, key=lambda c: (_order(c.dep_), c.i))
        yield from (c for c in by_label if self._may_count(c, token))

    def _may_count(self, child: Token, event: Token) -> bool:
        if event.pos_ not in ("VERB", "AUX"):
            lone = fold(event.text) not in self._words.units
            return child.dep_ == "nmod" and lone and self._is_unit(child)
        if child.dep_ in ("obl", "nmod"):
            return child.pos_ == "NUM" or self._is_unit(child)
        return child.dep_ in _ARGUMENTS[:3] or (child.dep_ == "conj" and child.pos_ == "NOUN")

    def _is_unit(self, token: Token) -> bool:
        return fold(token.text) in self._words.units or fold(token.text) in self._words.currencies

    def _amount_of(self, noun: Token) -> Amount | None:
        """The amount that counts a noun: before it, its head (*centinaia di*), or said of it (*sono 40*)."""
        if fold(noun.text) in self._words.time:
            return None
        for place in self._number_slots(noun):
            amount = self._read(noun.doc, place)
            if amount and not self._is_date(noun, amount):
                return amount
        return None

    def _number_slots(self, noun: Token) -> Iterator[int]:
        for child in sorted(noun.children, key=lambda c: c.i):
            if (
                self._is_number(child)
                and child.dep_ not in ("conj", "appos", "obl")
                and abs(child.i - noun.i) < 8
            ):
                yield child.i
        if self._is_number(noun):
            yield noun.i
        if (
            self._is_number(noun.head)
            and noun.head.i != noun.i
            and noun.dep_ in ("nmod", "nsubj", "obl", "dep")
        ):
            yield noun.head.i
        if (near := self._just_before(noun)) is not None:
            yield near

    def _just_before(self, noun: Token) -> int | None:
        """A number right before the noun that the parse hung elsewhere: *4400 le persone*."""
        i = noun.i - 1
        while (
            i >= 0
            and noun.i - i <= _REACH
            and (noun.doc[i].pos_ in ("DET", "ADJ") or self._is_of(noun.doc[i]))
        ):
            i -= 1
        return i if i >= 0 and self._is_number(noun.doc[i]) else None

    def _is_of(self, token: Token) -> bool:
        return fold(token.text) in self._words.of

    def _is_number(self, token: Token) -> bool:
        word = fold(token.text)
        words = self._words
        if word in words.collectives or word in words.plurals:
            return True
        return token.pos_ == "NUM" and (token.text[0].isdigit() or word in words.numbers or len(word) > 4)

    def _is_date(self, noun: Token, amount: Amount) -> bool:
        """A year, a day of a month, an age or a clock time is no count."""
        doc, after = noun.doc, amount.last + 1
        if after < len(doc) and fold(doc[after].text) in self._words.time:
            return True
        lone = amount.first == amount.last and noun.i < amount.first
        value = amount.best
        if value is not None and value in _YEARS and value == int(value) and (lone or noun.i == amount.first):
            return doc[amount.first].text.isdigit()
        before = fold(doc[amount.first - 1].text) if amount.first else ""
        return before in self._words.time

    # Reading an amount around a number token

    def _read(self, doc: Doc, i: int) -> Amount | None:
        start = i
        while start > 0 and doc[start - 1].pos_ == "NUM" and doc[start - 1].text[0].isalnum():
            start -= 1
        amount = self._value_at(doc, start) or (self._value_at(doc, i) if start != i else None)
        if amount is None:
            return None
        return self._bounded(doc, self._ranged(doc, amount))

    def _value_at(self, doc: Doc, i: int) -> Amount | None:
        texts = texts_from(doc, i)
        if not texts or not texts[0].strip():
            return None
        if (factor := self._words.plurals.get(fold(texts[0]))) is not None and fold(
            texts[0]
        ) not in self._words.factors:
            return self._many(doc, i, factor)
        found = plain_value(texts, self._names.code, self._words)
        if found is not None:
            value, used = found
            return self._half(doc, Amount(value, value, value, i, i + used - 1))
        if (value_ := self._words.collectives.get(fold(texts[0]))) is not None:
            return Amount(value_, None, None, i, i)
        return None

    def _half(self, doc: Doc, amount: Amount) -> Amount:
        """*un milione e mezzo*."""
        rest = [fold(t.text) for t in doc[amount.last + 1 : amount.last + 3]]
        factor = self._words.factors.get(fold(doc[amount.last].text))
        part = self._words.half.get(rest[-1], 0) if len(rest) == 2 else 0
        if not (factor and part and amount.best and rest[0] in self._words.conjunctions):
            return amount
        value = amount.best + part * factor
        return Amount(value, value, value, amount.first, amount.last + 2)

    def _many(self, doc: Doc, i: int, factor: float) -> Amount:
        """*decine*: from twice ten to just under the next word for many; *decine di migliaia* times that."""
        last, after = i, i + 1
        if after + 1 < len(doc) and self._is_of(doc[after]):
            times = self._words.plurals.get(fold(doc[after + 1].text))
            if times:
                factor, last = factor * times, after + 1
        return Amount(None, 2 * factor, 10 * factor - 1, i, last)

    def _ranged(self, doc: Doc, amount: Amount) -> Amount:
        """*tra 30 e 40*, *30-40*."""
        after, before = amount.last + 1, amount.first - 1
        if amount.best is None or after + 1 >= len(doc):
            return self._range_before(doc, amount)
        joint = doc[after]
        told = before >= 0 and fold(doc[before].text) in self._words.between
        if (told and fold(joint.text) in self._words.conjunctions) or joint.text in _HYPHENS:
            other = self._value_at(doc, after + 1)
            if other and other.best is not None and other.best > amount.best:
                low = self._scaled(doc, amount.best, other)
                return Amount(None, low, other.best, before if told else amount.first, other.last)
        return self._range_before(doc, amount)

    def _range_before(self, doc: Doc, amount: Amount) -> Amount:
        """The same, seen from its second number."""
        joint = amount.first - 1
        if joint < 1 or amount.best is None:
            return amount
        word, told = fold(doc[joint].text), joint >= 2 and fold(doc[joint - 2].text) in self._words.between
        if not (doc[joint].text in _HYPHENS or (told and word in self._words.conjunctions)):
            return amount
        other = self._value_at(doc, joint - 1)
        if other is None or other.best is None or other.best >= amount.best:
            return amount
        low = self._scaled(doc, other.best, amount)
        return Amount(None, low, amount.best, joint - 2 if told else joint - 1, amount.last)

    def _scaled(self, doc: Doc, low: float, high: Amount) -> float:
        """*tra 2 e 3 milioni*: the factor belongs to both."""
        factor = self._words.factors.get(fold(doc[high.last].text), 1)
        return low * factor if high.best is not None and factor > 1 and low < high.best / factor else low

    def _bounded(self, doc: Doc, amount: Amount) -> Amount:
        """*almeno 40*, *fino a 40*, *circa 40*."""
        if amount.best is None:
            return amount
        for width in (3, 2, 1):
            first = amount.first - width
            phrase = " ".join(fold(t.text) for t in doc[max(0, first) : amount.first])
            if first < 0 or not phrase:
                continue
            if bounded := self._with_words(amount, phrase, first):
                return bounded
        return amount

    def _with_words(self, amount: Amount, phrase: str, first: int) -> Amount | None:
        words, n = self._words, amount.best
        if phrase in words.least or phrase in words.more:
            return replace(amount, low=n, high=None, first=first)
        if phrase in words.nearly:
            return replace(amount, low=None, high=n, first=first)
        if phrase in words.most:
            return replace(amount, low=None, high=n, first=first)
        if phrase in words.about:
            return replace(amount, low=None, high=None, first=first)
        return None

    # What is counted

    def _unit(self, event: Token, noun: Token, amount: Amount) -> str | None:
        if code := self._money(noun.doc, amount):
            return code
        for token in (event, noun, *self._participles(noun), *noun.children):
            unit = self._words.units.get(fold(token.text)) or self._words.units.get(fold(token.lemma_))
            if unit and (token in (event, noun) or token.dep_ in ("acl", "amod", "nmod")):
                return unit
        if noun.pos_ == "NUM" or self._is_number(noun):
            return next((t.text.lower() for t in noun.children if t.pos_ == "NOUN" and t.i > noun.i), None)
        return str(noun.text).lower()

    @staticmethod
    def _participles(noun: Token) -> list[Token]:
        return [c for c in noun.children if c.dep_ in ("acl", "amod")]

    def _money(self, doc: Doc, amount: Amount) -> str | None:
        around = doc[max(0, amount.first - 1) : amount.first], doc[amount.last + 1 : amount.last + 3]
        for token in (*around[1], *around[0]):
            if code := self._words.currencies.get(fold(token.text)):
                return code
            if not self._is_of(token):
                continue
        return None


def _order(label: str) -> int:
    return _ARGUMENTS.index(label) if label in _ARGUMENTS else len(_ARGUMENTS)
