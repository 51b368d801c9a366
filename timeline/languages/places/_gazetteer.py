"""Countries, regions and cities by name."""

from __future__ import annotations

import functools
import lzma
from array import array
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload

import numpy as np

from timeline.languages._fold import fold
from timeline.languages._names import Names, names

TABLE = Path(__file__).with_name("cities.xz")
NO_COUNTRY = "XX"
HOME_ADVANTAGE, TOLD_ADVANTAGE = 5, 1_000
FALLBACK = "en"
_REACH = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: `kind` is country, region or city; `country` its ISO 3166-1 alpha-2 code.

    `population` counts thousands of people, 0 where the table has none; `capital` tells a seat of government.
    """

    kind: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    capital: bool = False


class Gazetteer:
    """Find what a place name of one language stands for.

    Examples
    --------
    >>> found = gazetteer("it").find("Almaty")
    >>> found.kind, found.country, round(found.lat)
    ('city', 'KZ', 43)

    Country names come from CLDR and the language's own `names.toml`, cities from GeoNames (CC BY 4.0).
    """

    def __init__(self, words: Names) -> None:
        self._words = words
        self._countries = _countries(words)
        self._cities = functools.lru_cache(maxsize=20_000)(_cities)
        self._alone = functools.lru_cache(maxsize=20_000)(self._find)

    def find(self, name: str, told: Collection[str] = ()) -> Entry | None:
        """Give the country, region or city called `name`, or None.

        Among cities of one name the largest wins, those of countries `told` in the text or at home in the
        language before others.
        """
        return self._find(name, told) if told else self._alone(name)

    def _find(self, name: str, told: Collection[str] = ()) -> Entry | None:
        return self.country(name) or self.region(name) or self.city(name, told)

    def country(self, name: str) -> Entry | None:
        """Give the country called `name`, its position the mean of its cities, or None."""
        code = self._countries.get(fold(name))
        return None if code is None else _country(code)

    def region(self, name: str) -> Entry | None:
        """Give the region or part of the world called `name`, or None."""
        code = self._words.regions.get(fold(name))
        return None if code is None else Entry("region", None if code == NO_COUNTRY else code)

    def city(self, name: str, told: Collection[str] = ()) -> Entry | None:
        """Give the most likely city called `name`, or None."""
        found = self._cities(fold(name))
        if len(found) < 2:
            return found[0] if found else None
        return max(found, key=lambda e: e.population * self._weight(e.country, told))

    def begins(self, name: str) -> bool:
        """Tell whether some city's name begins with the words of `name`: *Castelfranco* Emilia."""
        lines, key = _table()[0], f"{fold(name)} ".encode()
        at = bisect_left(lines, key)
        return len(key) > 4 and at < len(lines) and lines[at].startswith(key)

    def demonym(self, word: str) -> str | None:
        """Give the ISO code of the country whose adjective is `word`, or None."""
        code = self._words.demonyms.get(fold(word))
        return None if code == NO_COUNTRY else code

    def _weight(self, country: str | None, told: Collection[str]) -> int:
        home = HOME_ADVANTAGE if country in self._words.home else 1
        return home * (TOLD_ADVANTAGE if country in told else 1)


@functools.cache
def gazetteer(code: str) -> Gazetteer:
    """Give the gazetteer of language `code`; the table is read at the first look-up of a city."""
    return Gazetteer(names(code))


def _countries(words: Names) -> Mapping[str, str]:
    from babel import Locale

    table: dict[str, str] = {}
    for language in (FALLBACK, words.code):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("ZZ", "EU", "EZ", "UN", "QO"):
                table[fold(name)] = code
    table.update(words.countries)
    return table


class _Lines(Sequence[bytes]):
    """The lines of a text, cut out as they are asked for: a list of them takes four times the memory."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        stops = np.flatnonzero(np.frombuffer(text, dtype="u1") == ord("\n"))
        self._starts = array("q", [0, *(stops + 1).tolist(), len(text) + 1])

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        if at < 0:
            at += len(self)
        return self._text[self._starts[at] : self._starts[at + 1] - 1]


@functools.cache
def _table() -> tuple[_Lines, _Lines]:
    names_part, _, cities_part = lzma.decompress(TABLE.read_bytes()).partition(b"\n\n")
    return _Lines(names_part), _Lines(cities_part)


def _cities(name: str) -> tuple[Entry, ...]:
    lines, cities = _table()
    key = name.encode() + b"\t"
    at = bisect_left(lines, key)
    if len(name) < 2 or at == len(lines) or not lines[at].startswith(key):
        return ()
    return tuple(_entry(cities[int(number)]) for number in lines[at][len(key) :].split())


def _entry(row: bytes) -> Entry:
    code, lat, lon, people = row.decode().split()
    capital = people.endswith("*")
    return Entry("city", code, float(lat), float(lon), int(people.rstrip("*")), capital)


@functools.cache
def _cities_of() -> Mapping[bytes, list[bytes]]:
    """Give the first rows, those of the largest cities, of each country."""
    table: dict[bytes, list[bytes]] = {}
    for row in _table()[1]:
        rows = table.setdefault(row[:2], [])
        if row[2:3] == b" " and len(rows) < _REACH:
            rows.append(row)
    return table


@functools.cache
def _country(code: str) -> Entry:
    """The mean position of the country's largest cities."""
    found = [_entry(row) for row in _cities_of().get(code.encode(), ())]
    if not found:
        return Entry("country", code)
    lat = sum(e.lat or 0 for e in found) / len(found)
    lon = sum(e.lon or 0 for e in found) / len(found)
    return Entry("country", code, round(lat, 2), round(lon, 2), sum(e.population for e in found))
