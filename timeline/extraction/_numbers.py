"""The value of figures and number words."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._words import Words
    from timeline.languages._names import CountWords

_GLUED = re.compile(r"(\d+(?:[.,]\d+)?)([^\W\d_]+)")
_GAPS = re.compile(r"[\s\u00a0\u202f\u2009]+")
LONGEST_SPELLED = 5


def figure(text: str, words: CountWords) -> float | None:
    """Give the value of a figure as a language writes it, or None.

    Examples
    --------
    >>> from timeline.languages._names import names
    >>> figure("4.400", names("it").counts), figure("2,5", names("it").counts)
    (4400.0, 2.5)
    """
    if text.isalpha():
        return None
    text = _GAPS.sub("", text).replace("’", "'")
    whole, point, part = text.partition(words.decimal)
    groups = re.split(f"[{re.escape(words.thousands)}]", whole)
    if any(len(g) != 3 for g in groups[1:]) or len(groups[0]) > (3 if len(groups) > 1 else 15):
        return None
    digits = "".join(groups)
    if not (digits.isascii() and digits.isdigit()) or (point and not part.isdigit()):
        return None
    return float(f"{digits}.{part or 0}")


def plain_value(doc: Words, i: int, code: str, words: CountWords) -> tuple[float, int] | None:
    """Give the value of the number that starts at token `i` and how many tokens it takes, or None."""
    found = _first(doc, i, code, words)
    if found is None:
        return None
    value, used = found
    while i + used < len(doc):
        factor = words.factors.get(fold(doc[i + used].text))
        if factor is None:
            break
        value, used = value * factor, used + 1
    return value, used


def _first(doc: Words, i: int, code: str, words: CountWords) -> tuple[float, int] | None:
    text = doc[i].text
    if (value := figure(text, words)) is not None:
        return _grouped(doc, i, value)
    if glued := _GLUED.fullmatch(text):
        number, factor = figure(glued[1], words), words.factors.get(fold(glued[2]))
        return (number * factor, 1) if number is not None and factor else None
    for used in range(min(LONGEST_SPELLED, len(doc) - i), 0, -1):
        spelled = number_word(doc[i : i + used].text.casefold(), code)
        if spelled is not None:
            return spelled, used
    known = words.numbers.get(fold(text))
    return None if known is None else (known, 1)


def _grouped(doc: Words, i: int, value: float) -> tuple[float, int]:
    """Figures parted by blanks: 120 000."""
    used = 1
    while i + used < len(doc) and len(doc[i]) <= 3 and len(doc[i + used]) == 3 and doc[i + used].is_digit:
        value, used = value * 1000 + int(doc[i + used].text), used + 1
    return value, used


@functools.lru_cache(maxsize=20_000)
def number_word(text: str, code: str) -> float | None:
    """Give the value of a number in words, by text2num, or None.

    Examples
    --------
    >>> number_word("trentacinque", "it"), number_word("altro", "it")
    (35.0, None)
    """
    from text_to_num import text2num

    if not text.replace(" ", "").replace("-", "").isalpha():
        return None
    try:
        return float(text2num(text, code))
    except ValueError:
        return None
