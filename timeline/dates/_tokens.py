"""Cuts a text into the pieces that date patterns are made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

_NUMBER = r"\d{4}-\d\d-\d\d(?!\d)|\d{1,9}(?:[.,:/]\d{1,9}){0,3}(?!\d)|\d+"
_WORD = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
_OTHER = r"[^\w\s]|_"
JOINED = re.compile(rf"{_NUMBER}|{_WORD}['’]?|{_OTHER}")
PARTED = re.compile(rf"{_NUMBER}|['’]s(?!\w)|{_WORD}|{_OTHER}")
"""Numbers, words (`JOINED`: with an apostrophe after them) and marks."""


def pattern_of(tokens: Mapping[str, Any]) -> re.Pattern[str]:
    """Give the pattern of a language's tokens, as its date data describes them.

    Examples
    --------
    >>> pattern_of({"compounds": [{"first": ["montag"], "last": ["abend"]}]}).findall("Montagabend um 8")
    ['Montag', 'abend', 'um', '8']
    """
    pattern = JOINED if tokens.get("apostrophe") == "joined" else PARTED
    cuts = "".join(_cut(c["first"], c["last"]) for c in tokens.get("compounds", ()))
    return re.compile(cuts + pattern.pattern) if cuts else pattern


def _cut(first: Iterable[str], last: Iterable[str]) -> str:
    heads = "|".join(map(re.escape, sorted(first, key=len, reverse=True)))
    tails = "|".join(map(re.escape, sorted(last, key=len, reverse=True)))
    return rf"(?<![^\W\d_])(?i:{heads})(?=(?i:{tails})(?![^\W\d_]))|"


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Give a word in lower case without accents, its apostrophe straight.

    Examples
    --------
    >>> fold("Mercoledì"), fold("DELL’")
    ('mercoledi', "dell'")
    """
    if word.isascii():
        return word.lower()
    return strip_accents(word).lower()


def strip_accents(word: str) -> str:
    """Give a word without accents, its apostrophe straight, its case kept."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word.replace("’", "'").replace("ß", "ss"))
    return "".join(c for c in parts if not unicodedata.combining(c))
