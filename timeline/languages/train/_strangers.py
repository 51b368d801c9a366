"""Names that no treebank has, and adjectives of far countries, in the place of those that it has."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.languages.train._entities import Named
from timeline.languages.train._treebank import Word

_ONSETS = "b br ch d dr f g gh gr h j k kh kr l m n p q r s sh st t tr ts v w y z zh".split()  # noqa: SIM905
_VOWELS = "a a a e e i i o o u u ai au ei ya yu ö ü".split()  # noqa: SIM905
_CODAS = ["", "", "", "n", "r", "l", "s", "m", "k", "t", "v", "sh", "ng"]
_ENDS = "a o e i ev ov in an en bayev sky son man yan dze enko uly abad kent pur stan burg ton vik".split()  # noqa: SIM905

COINED = 0.3
"""Share of the words that get another stem, in a sentence where some do."""
_KEPT, _SHORTEST = 4, 2


@dataclass(frozen=True, slots=True)
class Strangers:
    """Substitutes: `cities` by name; `demonyms`, adjectives of countries in each of their forms.

    In the share `coined` of the sentences nouns, verbs and adjectives get stems that no language has; their
    endings stay.
    """

    cities: Sequence[str] = ()
    demonyms: Mapping[str, Sequence[str]] | None = None
    sentences: float = 0.35
    words: float = 0.6
    coined: float = 0.0

    def renamed(self, words: tuple[Word, ...], rng: random.Random) -> tuple[Word, ...]:
        """Give `words` with some names and adjectives of countries changed, in a share of the sentences."""
        if self.coined and rng.random() < self.coined:
            words = tuple(coin(word, rng) if rng.random() < COINED else word for word in words)
        if rng.random() >= self.sentences:
            return words
        return tuple(self._other(word, rng) if rng.random() < self.words else word for word in words)

    def _other(self, word: Word, rng: random.Random) -> Word:
        known = word.form.lower() in (self.demonyms or {})
        if word.upos == "PROPN" and not known and word.form.istitle() and word.form.isalpha():
            form = self.name(rng)
            return replace(word, form=form, lemma=form)
        if word.upos not in ("ADJ", "NOUN", "PROPN"):
            return word
        form = rng.choice((self.demonyms or {}).get(word.form.lower()) or (word.form.lower(),))
        if form == word.form.lower():
            return word
        cut = len(_ending(form))
        lemma = form[:-cut] + word.lemma[-cut:]
        return replace(word, form=_like(word.form, form), lemma=_like(word.lemma, lemma))

    def rename(self, named: Named, rng: random.Random) -> Named:
        """Give `named` with other persons and places, each as many words long as before."""
        text, spans, done = "", [], 0
        for start, end, kind in named.spans:
            text += named.text[done:start]
            words = named.text[start:end]
            if kind in ("PER", "LOC") and rng.random() < self.words:
                words = " ".join(self._stranger(word, kind, rng) for word in words.split(" "))
            spans.append((len(text), len(text) + len(words), kind))
            text, done = text + words, end
        return Named(text + named.text[done:], tuple(spans))

    def _stranger(self, word: str, kind: str, rng: random.Random) -> str:
        if not (word.istitle() and word.isalpha()):
            return word
        if kind == "LOC" and self.cities and rng.random() < 0.7:
            return rng.choice(self.cities)
        return self.name(rng)

    def name(self, rng: random.Random) -> str:
        """Give a name: a city, or one that is made up."""
        if self.cities and rng.random() < 0.3:
            return rng.choice(self.cities)
        return invented(rng)


def coin(word: Word, rng: random.Random) -> Word:
    """Give a noun, verb or adjective in small letters with another stem; any other word as it is.

    The stem is what form and lemma begin with, but for the last letters of the form.
    """
    form, lemma = word.form, word.lemma
    if word.upos not in ("NOUN", "VERB", "ADJ") or not (form.isalpha() and form.islower()):
        return word
    shared = next((i for i, pair in enumerate(zip(form, lemma, strict=False)) if len(set(pair)) > 1), None)
    stem = min(len(form) - _KEPT, len(form) if shared is None else shared, len(lemma))
    if stem < _SHORTEST:
        return word
    new = "".join(rng.choice(_ONSETS) + rng.choice("aeiou") for _ in range(rng.randint(1, 2)))
    return replace(word, form=new + form[stem:], lemma=new + lemma[stem:])


def invented(rng: random.Random) -> str:
    """Give a name that nobody has.

    Examples
    --------
    >>> invented(random.Random(1)), invented(random.Random(2))
    ('Qari', 'Chalov')
    """
    syllables = [rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.randint(1, 2))]
    return ("".join(syllables) + rng.choice(_CODAS) + rng.choice(_ENDS)).capitalize()


def strangers(code: str, coined: float = 0.0) -> Strangers:
    """Give the substitutes for language `code`: cities of the gazetteer, adjectives of its `names.toml`."""
    from timeline.languages._data import FOLDER
    from timeline.languages._names import names
    from timeline.languages.places._gazetteer import _table

    if not (FOLDER / code / "names.toml").is_file():
        return Strangers(coined=coined)
    cities = [line.split(b"\t")[0].decode().title() for line in _table()[0]]
    alone = [city for city in cities if city.isalpha() and len(city) > 3]
    return Strangers(alone, _by_ending(sorted(names(code).demonyms)), coined=coined)


def _by_ending(forms: Sequence[str]) -> Mapping[str, Sequence[str]]:
    alike: dict[str, list[str]] = defaultdict(list)
    for form in filter(str.isalpha, forms):
        alike[_ending(form)].append(form)
    return {form: alike[_ending(form)] for form in filter(str.isalpha, forms)}


def _ending(form: str) -> str:
    """Give the letters by which an adjective agrees: the last, before an *s* two."""
    return form[-2:] if form.endswith("s") else form[-1:]


def _like(old: str, new: str) -> str:
    return new.capitalize() if old[:1].isupper() else new
