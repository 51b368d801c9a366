"""Amounts in a run of tokens: figures, number words, collectives, bounds."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.languages.places import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.languages._names import CountWords

_FIGURE = re.compile(r"\d[\d.,' ’\u00a0\u202f]*")
_GLUED = re.compile(r"(\d+(?:[.,]\d+)?)([^\W\d_]+)")
MANY = 9
LONGEST_SPELLED = 5


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in tokens `first` to `last` (inclusive): best guess and bounds, None where open."""

    best: float | None
    low: float | None
    high: float | None
    first: int
    last: int


def figure(text: str, words: CountWords) -> float | None:
    """Give the value of a figure as a language writes it, or None.

    Examples
    --------
    >>> from timeline.languages._names import names
    >>> figure("4.400", names("it").counts), figure("2,5", names("it").counts)
    (4400.0, 2.5)
    """
    text = re.sub(r"[\s’]", lambda m: "'" if m[0] == "’" else "", text.strip())
    whole, _, part = text.partition(words.decimal)
    groups = re.split(f"[{re.escape(words.thousands)}]", whole)
    if len(groups) > 1 and any(len(g) != 3 for g in groups[1:]):
        return None
    digits = "".join(groups)
    if (
        not digits.isdigit()
        or not digits.isascii()
        or (part and not part.isdigit())
        or text.endswith(words.decimal)
    ):
        return None
    return float(f"{digits}.{part or 0}")


def plain_value(texts: Sequence[str], code: str, words: CountWords) -> tuple[float, int] | None:
    """Give the value at the start of `texts` and how many tokens it takes, or None."""
    value, used = _first(texts, code, words)
    if value is None:
        return None
    while used < len(texts):
        factor = words.factors.get(fold(texts[used]))
        if factor is None:
            break
        value, used = value * factor, used + 1
    return value, used


def _first(texts: Sequence[str], code: str, words: CountWords) -> tuple[float | None, int]:
    word = fold(texts[0])
    if (value := figure(texts[0], words)) is not None:
        return _grouped(value, texts)
    if (value := words.numbers.get(word)) is not None and value > MANY:
        return value, 1
    if glued := _GLUED.fullmatch(texts[0]):
        number, factor = figure(glued[1], words), words.factors.get(fold(glued[2]))
        return (number * factor, 1) if number is not None and factor else (None, 0)
    spelled = _spelled(texts, code)
    if spelled is not None:
        return spelled
    return (value, 1) if value is not None else (None, 0)


def _grouped(value: float, texts: Sequence[str]) -> tuple[float, int]:
    """Figures parted by blanks: 120 000."""
    used = 1
    while used < len(texts) and len(texts[used]) == 3 and texts[used].isdigit() and len(texts[0]) <= 3:
        value, used = value * 1000 + int(texts[used]), used + 1
    return value, used


def _spelled(texts: Sequence[str], code: str) -> tuple[float, int] | None:
    """Numbers in words, by text2num: the longest run that is one."""
    for used in range(min(len(texts), LONGEST_SPELLED), 0, -1):
        value = _number_word(" ".join(texts[:used]).casefold(), code)
        if value is not None:
            return value, used
    return None


@functools.lru_cache(maxsize=20_000)
def _number_word(text: str, code: str) -> float | None:
    from text_to_num import text2num

    if not text.replace(" ", "").replace("-", "").isalpha():
        return None
    try:
        return float(text2num(text, code))
    except ValueError:
        return None


def texts_from(doc: Doc, first: int, limit: int = 8) -> list[str]:
    """Give the texts of up to `limit` tokens from `first`."""
    return [t.text for t in doc[first : first + limit]]
