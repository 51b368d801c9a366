"""Cuts a text into the pieces that date patterns are made of."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NUMBER = r"\d{4}-\d\d-\d\d(?!\d)|\d{1,9}(?:[.,:/]\d{1,9}){0,3}(?!\d)|\d+"
_WORD = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
_OTHER = r"[^\w\s]|_"
JOINED = re.compile(rf"{_NUMBER}|{_WORD}['’]?|{_OTHER}")
PARTED = re.compile(rf"{_NUMBER}|['’]s(?!\w)|{_WORD}|{_OTHER}")
"""Numbers, words (`JOINED`: with an apostrophe after them) and marks."""


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
