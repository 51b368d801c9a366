"""The words by which a language calls people, bodies, places and amounts: `names.toml`, compiled."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from timeline.languages._data import _load
from timeline.languages._fold import fold

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class CountWords:
    """How a language writes numbers and what it counts."""

    thousands: str
    decimal: str
    numbers: Mapping[str, float]
    factors: Mapping[str, float]
    collectives: Mapping[str, float]
    plurals: Mapping[str, float]
    half: Mapping[str, float]
    about: Words
    nearly: Words
    least: Words
    more: Words
    most: Words
    between: Words
    among: Words
    either: Words
    articles: Words
    several: Words
    conjunctions: Words
    of: Words
    time: Words
    currencies: Mapping[str, str]
    units: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """The names data of one language; every word is folded (see `places.fold`), phrases with blanks."""

    code: str
    roles: Words
    people: Words
    anaphoric: Words
    couples: Words
    titles: Words
    former: Words
    age_endings: tuple[str, ...]
    offenders: Words
    apart: Words
    officers: Words
    victims: Words
    offences: Words
    policing: Words
    bodies: Words
    institutions: Words
    acronyms: Words
    portfolios: Words
    utterances: Words
    metonyms: Mapping[str, str]
    government: str
    particles: Words
    links: Words
    conjunction: str
    conjunctions: Words
    collective: Words
    subject_control: Words
    dative: Words
    common: Words
    prepositions: Words
    belonging: Words
    origin: Words
    ways: Words
    spots: Words
    place_heads: Words
    streets: Words
    sites: Words
    home: tuple[str, ...]
    countries: Mapping[str, str]
    regions: Mapping[str, str]
    demonyms: Mapping[str, str]
    adjectives: Mapping[str, str]
    relative: Words
    personal: Words
    first_person: Words
    masculine: Words
    feminine: Words
    thing: Words
    titles_masculine: Words
    titles_feminine: Words
    article_marks_thing: bool
    impersonal: Words
    pairs: Words
    demonstrative: Words
    be: Words
    presenting: Words
    counts: CountWords


@functools.cache
def names(code: str) -> Names:
    """Give the names data of language `code`: its `names.toml`, word lists expanded.

    Examples
    --------
    >>> names("it").demonyms["kazaka"]
    'KZ'

    Raises
    ------
    LanguageError
        There is no such file for this language.
    """
    data = _load(code, "names.toml", "names data")
    persons, bodies, places = data["persons"], data["bodies"], data["places"]
    small, pronouns = data["names"], data["pronouns"]
    demonyms, casts = places["demonyms"], data.get("casts", {})
    return Names(
        code=code,
        roles=_words(persons["roles"]),
        people=_words(persons["people"]),
        anaphoric=_words(persons.get("anaphoric", "")),
        couples=_words(persons.get("couples", "")),
        titles=_words(persons["titles"]),
        former=_words(persons["former"]),
        age_endings=tuple(persons.get("age_nouns", "").split()),
        offenders=_words(casts.get("offenders", "")),
        apart=_words(casts.get("apart", "")),
        officers=_words(casts.get("officers", "")),
        victims=_words(casts.get("victims", "")),
        offences=_words(casts.get("offences", "")),
        policing=_words(casts.get("policing", "")),
        bodies=_words(bodies["nouns"]),
        portfolios=_words(bodies["portfolios"]),
        institutions=_words(bodies["institutions"]),
        acronyms=_words(bodies.get("acronyms", "")),
        utterances=_words(bodies["utterances"]),
        metonyms=_turned(bodies["metonyms"]),
        government=bodies["government"],
        particles=_words(small["particles"]),
        links=_words(small["links"]),
        conjunction=small["conjunction"],
        conjunctions=_words(small["conjunctions"]),
        collective=_words(persons["collective"]),
        subject_control=_words(data["verbs"]["subject_control"]),
        dative=_words(data["verbs"]["dative"]),
        common=_words(small["common"]),
        prepositions=_words(places["prepositions"]),
        belonging=_words(places["belonging"]),
        origin=_words(places["origin"]),
        ways=_words(places["ways"]),
        spots=_words(places.get("spots", "")),
        sites=_words(places["sites"]),
        streets=_words(places["streets"]),
        place_heads=_words(places["heads"]),
        home=tuple(places["home"].split()),
        countries=_turned(places["countries"]),
        regions=_turned(places["regions"]),
        demonyms=_turned(demonyms),
        adjectives=MappingProxyType(
            {k: next(_spread(v.split()[0])) for k, v in demonyms.items() if v.split()}
        ),
        relative=_words(pronouns["relative"]),
        personal=_words(pronouns["personal"]),
        first_person=_words(pronouns["first"]),
        impersonal=_words(pronouns["impersonal"]),
        masculine=_words(pronouns["masculine"]),
        feminine=_words(pronouns["feminine"]),
        thing=_words(pronouns["thing"]),
        titles_masculine=_words(pronouns["titles_masculine"]),
        titles_feminine=_words(pronouns["titles_feminine"]),
        article_marks_thing=small["article_marks_thing"],
        pairs=_words(pronouns["pairs"]),
        demonstrative=_words(pronouns["demonstrative"]),
        be=_words(casts.get("be", "")),
        presenting=_words(casts.get("presenting", "")),
        counts=_counts(data["counts"]),
    )


def _counts(data: Mapping[str, Any]) -> CountWords:
    return CountWords(
        thousands=data["thousands"].replace(" ", ""),
        decimal=data["decimal"],
        numbers=_valued(data["numbers"]),
        factors=_valued(data["factors"]),
        collectives=_valued(data["collectives"]),
        plurals=_valued(data["plurals"]),
        half=_valued(data["half"]),
        about=_words(data["about"]),
        nearly=_words(data["nearly"]),
        least=_words(data["least"]),
        more=_words(data["more"]),
        most=_words(data["most"]),
        several=_words(data["several"]),
        articles=_words(data["articles"]),
        either=_words(data["either"]),
        among=_words(data["among"]),
        between=_words(data["between"]),
        conjunctions=_words(data["and"]),
        of=_words(data["of"]),
        time=_words(data["time"]),
        currencies=MappingProxyType(dict(_pairs(data["currencies"]))),
        units=_turned(data["units"]),
    )


def _words(text: str) -> Words:
    return frozenset(fold(word) for entry in text.split() for word in _spread(entry))


def _turned(table: Mapping[str, str]) -> Mapping[str, str]:
    """Turn key -> words into word -> key."""
    return MappingProxyType({word: key for key, text in table.items() for word in sorted(_words(text))})


def _valued(text: str) -> Mapping[str, float]:
    return MappingProxyType({word: float(value) for word, value in _pairs(text)})


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for entry in text.split():
        words, _, value = entry.rpartition("=")
        yield from ((fold(word), value) for word in _spread(words))


def _spread(entry: str) -> Iterator[str]:
    """Give the words of an entry: `kazak|o|a` is kazako, kazaka; `_` stands for a blank."""
    stem, *endings = entry.replace("_", " ").split("|")
    return iter([stem + ending for ending in endings] or [stem])
