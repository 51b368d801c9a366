"""The data files of a language, read once."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from timeline._errors import LanguageError, printable

FOLDER = Path(__file__).parent
PACK = "pipeline.pack"
_CODE = re.compile(r"[a-z]{2,3}")
_PARTS = ("dates.toml", "lexicon.toml", PACK)


@functools.cache
def available() -> tuple[str, ...]:
    """Give the codes of the languages that have any data here, sorted.

    Examples
    --------
    >>> "it" in available()
    True
    """
    folders = (p for p in FOLDER.iterdir() if _CODE.fullmatch(p.name))
    return tuple(sorted(p.name for p in folders if any((p / part).is_file() for part in _PARTS)))


@functools.cache
def lexicon(code: str) -> Mapping[str, Any]:
    """Give the words of language `code` that extraction reads: its `lexicon.toml`.

    Raises
    ------
    LanguageError
        There is no lexicon for this language.
    """
    return _load(code, "lexicon.toml", "lexicon")


@functools.cache
def date_data(code: str) -> Mapping[str, Any]:
    """Give the words and constructions of time of language `code`: its `dates.toml`.

    Raises
    ------
    LanguageError
        There is no date data for this language.
    """
    return _load(code, "dates.toml", "date data")


@functools.cache
def relation_data(code: str) -> Mapping[str, Any]:
    """Give the words by which language `code` tells the order of events: its `relations.toml`, or nothing."""
    return _load(code, "relations.toml", "relation data") if code in having("relations.toml") else {}


def having(part: str) -> tuple[str, ...]:
    """Give the codes of the languages whose folder holds the file `part`."""
    return tuple(code for code in available() if (FOLDER / code / part).is_file())


def _load(code: str, name: str, what: str) -> Mapping[str, Any]:
    path = FOLDER / code / name
    if not _CODE.fullmatch(code) or not path.is_file():
        there = ", ".join(having(name)) or "none"
        raise LanguageError(f"no {what} for language '{printable(code, limit=20)}' (there is: {there})")
    with path.open("rb") as file:
        return MappingProxyType(tomllib.load(file))
