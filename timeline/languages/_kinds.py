"""What gazetteer, names data and dictionary know of a written word, as a feature of the entity recogniser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.languages._data import FOLDER
from timeline.languages._fold import fold
from timeline.languages._names import names

FEATURE = "LANG"
"""The lexical attribute that carries it: spaCy has no free one, and a pack has one language."""
_LARGE, _MIDDLE = 500, 50
_CAPITALISED = 10


def kinds(code: str) -> Callable[[str], int]:
    """Give what tells the kind of a word in language `code`.

    0: nothing known. 1 to 6, in lower case: an office, a title, an institution, a body, an adjective of a
    country, people. From 10 on, capitalised: 10 + 2 x (1 country, 2 region, 3 office or title, 4 body,
    5 adjective of a country, 6 to 8 city from large to small, 9 first word of a city's name), and 1 more
    where the dictionary has the word in lower case.

    Examples
    --------
    >>> of = kinds("it")
    >>> [of(word) for word in ("casa", "Casa", "ministro", "Francia", "Almaty")]
    [0, 29, 1, 12, 22]
    """
    from simplemma.strategies import DictionaryLookupStrategy

    from timeline.languages.places import gazetteer

    words, dictionary = names(code), DictionaryLookupStrategy()
    lists = (words.roles, words.titles, words.institutions, words.bodies, words.demonyms, words.people)

    def kind(form: str) -> int:
        if not form[:1].isalpha():
            return 0
        if form.islower():
            folded = fold(form)
            return next((number for number, some in enumerate(lists, 1) if folded in some), 0)
        known = dictionary.get_lemma(form.lower(), code) is not None
        return _CAPITALISED + 2 * _capitalised(form, words, gazetteer(code)) + known

    return kind


def _capitalised(form: str, words: Any, places: Any) -> int:
    place = places.country(form) or places.region(form)
    if place is not None:
        return 1 if place.kind == "country" else 2
    folded = fold(form)
    if folded in words.roles or folded in words.titles:
        return 3
    if folded in words.bodies or folded in words.institutions:
        return 4
    if folded in words.demonyms:
        return 5
    city = places.city(form)
    if city is None:
        return 9 if places.begins(form) else 0
    return 6 if city.population >= _LARGE else 7 if city.population >= _MIDDLE else 8


def add_kinds(nlp: Any) -> Any:
    """Let the vocabulary of the spaCy pipeline `nlp` tell the kinds of words, and give `nlp` back."""
    from spacy.attrs import LANG

    if (FOLDER / nlp.lang / "names.toml").is_file():
        nlp.vocab.lex_attr_getters[LANG] = kinds(nlp.lang)
    return nlp
