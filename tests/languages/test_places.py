"""The gazetteer: what names stand for, quickly, and with its sources named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages import places
from timeline.languages._names import names
from timeline.languages.places import fold, gazetteer

CODES = [p.parent.name for p in sorted(Path(places.__file__).parents[1].glob("*/names.toml"))]


@pytest.mark.parametrize(
    ("code", "name", "kind", "country"),
    [
        ("it", "Kazakistan", "country", "KZ"),
        ("it", "Olanda", "country", "NL"),
        ("it", "Stati Uniti", "country", "US"),
        ("it", "Usa", "country", "US"),
        ("en", "U.S.", "country", "US"),
        ("en", "Ivory Coast", "country", "CI"),
        ("it", "Nur-Sultan", "city", "KZ"),
        ("it", "Pechino", "city", "CN"),
        ("en", "Beijing", "city", "CN"),
        ("it", "L’Aquila", "city", "IT"),
        ("it", "Lombardia", "region", "IT"),
        ("it", "Europa", "region", None),
    ],
)
def test_a_name_has_its_kind_and_country(code: str, name: str, kind: str, country: str | None) -> None:
    found = gazetteer(code).find(name)
    assert found is not None
    assert (found.kind, found.country) == (kind, country)


def test_cities_have_positions() -> None:
    found = gazetteer("it").city("Torino")
    assert found is not None
    assert found.lat == pytest.approx(45.07, abs=0.05)
    assert found.lon == pytest.approx(7.69, abs=0.05)


def test_a_country_told_in_the_text_decides_between_cities_of_one_name() -> None:
    found = gazetteer("it").city("Valencia", told={"VE"})
    assert found is not None and found.country == "VE"
    assert gazetteer("it").city("Valencia", told={"ES"}).country == "ES"  # type: ignore[union-attr]


def test_capitals_are_marked() -> None:
    assert gazetteer("it").city("Berlino").capital  # type: ignore[union-attr]
    assert not gazetteer("it").city("Milano").capital  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["", " ", "x", "Qwertyzania", "\x00", "🙂", "a" * 5000, "\tRoma\n\t"])
def test_what_is_no_name_is_not_found(name: str) -> None:
    found = gazetteer("en").find(name)
    assert found is None or fold(name) == "roma"


@given(st.text(max_size=30))
def test_any_text_may_be_asked(name: str) -> None:
    found = gazetteer("it").find(name)
    assert found is None or found.kind in ("country", "region", "city")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize("code", CODES)
def test_names_data_is_complete_and_its_codes_are_known(code: str) -> None:
    from babel import Locale

    words, known = names(code), set(Locale("en").territories) | {"XX"}
    for table in (words.countries, words.regions, words.demonyms, words.metonyms):
        assert set(table.values()) <= known
    assert set(words.metonyms.values()) <= set(words.adjectives) | {"VA"}
    assert words.roles and words.people and words.bodies and words.counts.units
    assert "{adjective}" in words.government


def test_a_person_is_not_also_a_body() -> None:
    for code in CODES:
        words = names(code)
        assert not words.roles & words.bodies, code


def test_the_table_is_read_only_when_a_city_is_asked_for() -> None:
    code = (
        "from timeline.languages.places import gazetteer, _gazetteer as g;"
        "gazetteer('it').demonym('russo');"
        "print(g._table.cache_info().currsize)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "0"


def test_the_source_is_named_beside_the_table() -> None:
    notice = (Path(places.__file__).parent / "LICENSE").read_text(encoding="utf8")
    assert "GeoNames" in notice and "4.0" in notice
