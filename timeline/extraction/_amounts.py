"""Amounts as a text tells them: a value, with its bounds, around a number word."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.extraction._numbers import figure, number_word, plain_value
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._words import Word, Words
    from timeline.languages._names import CountWords

_HYPHENS = frozenset("-–—")
_SPAN = re.compile(r"([\d.,']+)[-–]([\d.,']+)")
_WIDEST = 4
_YEAR = 4
_FEW = 2
_MISREAD = frozenset(("NOUN", "ADJ"))
_COUNTING = frozenset(("NUM", "PROPN"))


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in tokens `first` to `last` (inclusive): best guess and bounds, None where open."""

    best: float | None
    low: float | None
    high: float | None
    first: int
    last: int


def _parts(token: Word) -> bool:
    """Tell what may stand between the two numbers of a score."""
    return token.pos_ == "ADP" or token.text in _HYPHENS


def _is_bare(doc: Words, i: int) -> bool:
    """Tell a short number that counts nothing, neither a year nor *12* of *12 towns*."""
    counts = i + 1 < len(doc) and doc[i + 1].pos_ in ("NOUN", "ADJ", "PROPN", "SYM", "NUM")
    return doc[i].pos_ == "NUM" and not counts and len(doc[i].text) < _YEAR


@functools.cache
def _plain_forms(code: str) -> dict[str, bool]:
    """Give the forms of a language looked at so far: whether they are no word for many."""
    return {}


class Amounts:
    """Read amounts in one language."""

    def __init__(self, words: CountWords, code: str) -> None:
        self._words, self._code = words, code
        self._wholes = frozenset((*words.collectives, *words.plurals))
        self._spelled = frozenset(word for word, value in words.numbers.items() if value > _FEW)
        self._plain = _plain_forms(code)

    def places(self, doc: Words) -> list[int]:
        """Give the tokens at which an amount may be read, most tokens passed over by their form alone."""
        found = []
        for i, (form, part) in enumerate(zip(doc.forms, doc.pos, strict=True)):
            if form not in self._plain:
                self._plain[form] = fold(form) not in self._wholes | self._spelled
            if (part in _COUNTING or not self._plain[form]) and self.is_number(doc[i]):
                found.append(i)
        return found

    def is_number(self, token: Word) -> bool:
        """Tell whether an amount may be read at `token`: a figure, a number word, *centinaia*."""
        word = token.lower_
        if not word.isascii():
            word = fold(word)
        if token.pos_ != "NUM":
            spelled = token.pos_ in _MISREAD and word in self._spelled and len(word) >= _YEAR
            return spelled or word in self._wholes or (token.pos_ == "PROPN" and self._opens(token, word))
        return word[:1].isdigit() or len(word) > 4 or word in self._words.numbers or word in self._wholes

    def _opens(self, token: Word, word: str) -> bool:
        """A number word whose capital at the start of a sentence makes the tagger take it for a name."""
        opening = token.is_sent_start and len(word) > 4
        return bool(opening) and number_word(word, self._code) is not None

    def read(self, doc: Words, i: int) -> Amount | None:
        """Give the amount that token `i` is part of, or None."""
        start = self._start(doc, i)
        amount = self._value(doc, start) or (self._value(doc, i) if start != i else None)
        if amount is None:
            return None
        return self._bounded(doc, self._ranged(doc, amount))

    def _start(self, doc: Words, i: int) -> int:
        """Go back over the words of one number: *twenty-three*, *50* mila, *half a* million."""
        while i > 0:
            before = doc[i - 1]
            if before.pos_ == "NUM" and before.text[0].isalnum():
                i -= 1
            elif i > 1 and before.text in _HYPHENS and not before.whitespace_ and doc[i - 2].is_alpha:
                if doc[i - 2].pos_ != "NUM":
                    break
                i -= 2
            elif i > 1 and fold(before.text) in self._words.of and self._is_plural(doc[i - 2]):
                i -= 2
            elif self._is_factor(doc[i]) and self._halves(doc, i):
                i -= self._halves(doc, i)
            else:
                break
        return i

    def _halves(self, doc: Words, i: int) -> int:
        """Give how many tokens before a factor say half of it: *half a*, *mezzo*."""
        for width in (1, 2):
            if i >= width and fold(doc[i - width].text) in self._words.half:
                between = doc[i - width + 1 : i]
                if all(fold(t.text) in self._words.numbers for t in between):
                    return width
        return 0

    def _is_plural(self, token: Word) -> bool:
        return fold(token.text) in self._words.plurals

    def _is_factor(self, token: Word) -> bool:
        return fold(token.text) in self._words.factors

    def _value(self, doc: Words, i: int) -> Amount | None:
        word = fold(doc[i].text)
        words = self._words
        if word in words.plurals and word not in words.factors:
            return self._many(doc, i, words.plurals[word])
        if word in words.factors and i and fold(doc[i - 1].text) in words.several:
            return replace(self._many(doc, i, words.factors[word]), first=i - 1)
        if span := _SPAN.fullmatch(doc[i].text):
            low, high = figure(span[1], words), figure(span[2], words)
            return Amount(None, low, high, i, i) if low and high and low < high else None
        if halved := self._halved(doc, i, word):
            return halved
        found = plain_value(doc, i, self._code, words)
        if found is not None:
            value, used = found
            return self._and_half(doc, Amount(value, value, value, i, i + used - 1))
        if word in words.collectives:
            return Amount(words.collectives[word], None, None, i, i)
        return None

    def _halved(self, doc: Words, i: int, word: str) -> Amount | None:
        """*half a million*, *mezzo milione*."""
        part = self._words.half.get(word)
        for at in (i + 1, i + 2):
            if part and at < len(doc) and self._is_factor(doc[at]) and self._halves(doc, at) == at - i:
                value = part * self._words.factors[fold(doc[at].text)]
                return Amount(value, None, None, i, at)
        return None

    def _and_half(self, doc: Words, amount: Amount) -> Amount:
        """*un milione e mezzo*."""
        rest = [fold(t.text) for t in doc[amount.last + 1 : amount.last + 3]]
        factor = self._words.factors.get(fold(doc[amount.last].text))
        part = self._words.half.get(rest[-1], 0) if len(rest) == 2 else 0
        if not (factor and part and amount.best and rest[0] in self._words.conjunctions):
            return amount
        value = amount.best + part * factor
        return Amount(value, value, value, amount.first, amount.last + 2)

    def _many(self, doc: Words, i: int, factor: float) -> Amount:
        """*decine*: from twice ten to just under ten times ten; *decine di migliaia* times that."""
        last, after = i, i + 1
        if after + 1 < len(doc) and fold(doc[after].text) in self._words.of:
            times = self._words.plurals.get(fold(doc[after + 1].text))
            if times:
                factor, last = factor * times, after + 1
        return Amount(None, 2 * factor, 10 * factor - 1, i, last)

    # Ranges

    def _ranged(self, doc: Words, amount: Amount) -> Amount:
        """*tra 30 e 40*, *between $2 billion and $3 billion*, *30-40*."""
        if amount.best is None:
            return amount
        return self._with_upper(doc, amount) or self._with_lower(doc, amount) or amount

    def _with_upper(self, doc: Words, low: Amount) -> Amount | None:
        at = self._passed(doc, low.last + 1, 1)
        if at + 1 >= len(doc) or not self._joins(doc, at, low):
            return None
        start = self._passed(doc, at + 1, 1)
        high = self._value(doc, start) if start < len(doc) else None
        return self._range(doc, low, high)

    def _with_lower(self, doc: Words, high: Amount) -> Amount | None:
        at = self._passed(doc, high.first - 1, -1)
        if at < 1:
            return None
        end = self._passed(doc, at - 1, -1)
        for start in range(end, max(-1, end - _WIDEST), -1):
            low = self._value(doc, start)
            if low and low.last == end and self._joins(doc, at, low):
                return self._range(doc, low, high)
        return None

    def _joins(self, doc: Words, at: int, low: Amount) -> bool:
        """A hyphen, or *e* with a *tra* before the first number."""
        if doc[at].text in _HYPHENS or fold(doc[at].text) in self._words.either:
            return True
        before = self._passed(doc, low.first - 1, -1)
        told = before >= 0 and fold(doc[before].text) in self._words.between
        return told and fold(doc[at].text) in self._words.conjunctions

    def _range(self, doc: Words, low: Amount, high: Amount | None) -> Amount | None:
        if high is None or low.best is None or high.best is None or low.best >= high.best:
            return None
        factor = self._words.factors.get(fold(doc[high.last].text), 1)
        scaled = low.best * factor if factor > 1 and low.best < high.best / factor else low.best
        before = self._passed(doc, low.first - 1, -1)
        told = before >= 0 and fold(doc[before].text) in self._words.between
        return Amount(None, scaled, high.best, before if told else low.first, high.last)

    def _passed(self, doc: Words, i: int, step: int) -> int:
        """Pass articles and signs of money."""
        while 0 <= i < len(doc) and (doc[i].pos_ == "DET" or fold(doc[i].text) in self._words.currencies):
            i += step
        return i

    def is_score(self, doc: Words, amount: Amount) -> bool:
        """*245 to 12*, *3 a 1*: two numbers of which the second is smaller are votes or goals, no count."""
        return self._falls(doc, amount.last + 2, amount.first, amount.best) or (
            amount.first > 1 and self._falls(doc, amount.first, amount.first - 2, None)
        )

    def _falls(self, doc: Words, later: int, earlier: int, best: float | None) -> bool:
        if not 0 <= earlier < later < len(doc) or not _parts(doc[later - 1]) or not _is_bare(doc, later):
            return False
        first = best if best is not None else self._best(doc, earlier)
        second = self._best(doc, later)
        return first is not None and second is not None and first > second

    def _best(self, doc: Words, i: int) -> float | None:
        found = self._value(doc, i) if doc[i].pos_ == "NUM" else None
        return found.best if found else None

    # Bounds

    def _bounded(self, doc: Words, amount: Amount) -> Amount:
        """*almeno 40*, *fino a 40*, *circa 40*."""
        if amount.best is None:
            return amount
        end = self._passed(doc, amount.first - 1, -1) + 1
        for first in range(max(0, end - 3), end):
            phrase = " ".join(fold(t.text) for t in doc[first:end])
            if bounded := self._with_words(amount, phrase, first):
                return bounded
        return amount

    def _with_words(self, amount: Amount, phrase: str, first: int) -> Amount | None:
        words, n = self._words, amount.best
        if phrase in words.least or phrase in words.more:
            return replace(amount, low=n, high=None, first=first)
        if phrase in words.nearly or phrase in words.most:
            return replace(amount, low=None, high=n, first=first)
        if phrase in words.about:
            return replace(amount, low=None, high=None, first=first)
        return None
