"""The interface's own words, one data file a language."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from babel.numbers import format_decimal

from timeline._errors import LanguageError

_FALLBACK = "en"


@cache
def wordings() -> tuple[str, ...]:
    """Give the codes of the languages the interface speaks.

    Examples
    --------
    >>> wordings()
    ('en', 'it')
    """
    folder = files("timeline.chart") / "assets" / "wording"
    return tuple(sorted(f.name.removesuffix(".json") for f in folder.iterdir() if f.name.endswith(".json")))


@cache
def wording(language: str) -> Mapping[str, Any]:
    """Give the interface's words in `language`.

    Examples
    --------
    >>> wording("it")["statement"]
    'dichiarazione'

    Raises
    ------
    LanguageError
        Where no file of words is there for `language`.
    """
    if language not in wordings():
        raise LanguageError(f"no interface wording for {language!r}; there is: {', '.join(wordings())}")
    file = files("timeline.chart") / "assets" / "wording" / f"{language}.json"
    words: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return words


def choose(language: str | None, seen: Iterable[object]) -> str:
    """Give the interface language: the one asked for, else the commonest of `seen` that has a wording.

    Examples
    --------
    >>> choose(None, ["it", "it", "xx"]), choose(None, [])
    ('it', 'en')
    """
    if language is not None:
        wording(language)
        return language
    counts = Counter(s for s in seen if isinstance(s, str) and s in wordings())
    return min(counts, key=lambda c: (-counts[c], c)) if counts else _FALLBACK


def number(value: int, words: Mapping[str, Any]) -> str:
    """Write a whole number as the interface's language groups its digits.

    Examples
    --------
    >>> number(12345, wording("en")), number(12345, wording("it"))
    ('12,345', '12.345')
    """
    return str(format_decimal(value, locale=str(words["locale"]).replace("-", "_")))
