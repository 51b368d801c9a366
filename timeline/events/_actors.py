"""Names that mean the same actor across documents: short and long forms, other spellings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import JaroWinkler

from timeline.languages.places import fold

_SAME = 0.93
_LONG = 5
_BEGINNING = 2
_PARTICLE = 3
_EXCHANGED = str.maketrans("jywvcq", "iiffkk")
_DOUBLE = re.compile(r"(.)\1+")


def full_names(names: Iterable[str]) -> Mapping[str, str]:
    """Give for every name the fullest form that it is known by in the same table.

    Examples
    --------
    >>> found = full_names(["Kassym-Jomart Tokayev", "Tokayef", "Tokayev", "il presidente", "Almaty"])
    >>> found["Tokayef"], found["Tokayev"], found["Almaty"]
    ('Kassym-Jomart Tokayev', 'Kassym-Jomart Tokayev', 'Almaty')

    A name of one word stands for the longer name that ends in it, up to a letter or two of spelling (Jaro and
    Winkler) or letters that transliterations exchange, where there is only one such name: with two, nobody is
    guessed. Of several spellings the most frequent one is taken. It is made anew for every table, so a later
    document may still give a short name its owner.
    """
    told = Counter(name for name in names if _is_name(name))
    known = sorted(told)
    owners: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in known:
        words = _words(name)
        if len(words) > 1 and _is_full(name):
            owners[words[-1][:_BEGINNING]][words[-1]].add(name)
    return {name: _owner(name, owners, told) for name in known}


def _is_name(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split())


def _is_full(name: str) -> bool:
    """Tell a name from a description that holds one: capitals, but for particles (*von der*)."""
    words = name.split()
    return words[0][:1].isupper() and all(w[:1].isupper() or len(w) <= _PARTICLE for w in words)


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", fold(name))


def _owner(name: str, owners: Mapping[str, Mapping[str, set[str]]], told: Mapping[str, int]) -> str:
    words = _words(name)
    if not words or not _is_full(name):
        return name
    found = set[str]()
    for last, full in owners.get(words[-1][:_BEGINNING], {}).items():
        if alike(words[-1], last):
            found |= {other for other in full if _contains(_words(other), words)}
    longest = max(map(len, map(_words, found)), default=0)
    fullest = (other for other in found if len(_words(other)) == longest)
    best = sorted(fullest, key=lambda other: (-told[other], other))
    one_person = best and all(_contains(_words(best[0]), _words(other)) for other in found)
    return best[0] if one_person and longest >= len(words) else name


def _contains(words: list[str], others: list[str]) -> bool:
    """Tell whether every word of the second name is one of the first, however it is spelled."""
    return all(any(alike(word, other) for word in words) for other in others)


def alike(a: str, b: str) -> bool:
    """Tell whether two folded words are one name, equal or spelled a little differently.

    Examples
    --------
    >>> alike("kassym", "kasim"), alike("jomart", "yomart"), alike("mario", "maria")
    (True, True, False)
    """
    if a == b or min(len(a), len(b)) < _LONG:
        return a == b
    return JaroWinkler.similarity(a, b) >= _SAME or _sound(a) == _sound(b)


def _sound(word: str) -> str:
    """Write letters that transliterations exchange in one way, and double ones once."""
    return _DOUBLE.sub(r"\1", word.translate(_EXCHANGED))
