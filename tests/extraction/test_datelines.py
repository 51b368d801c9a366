"""Datelines: the place is kept, and no sentence begins with them."""

from __future__ import annotations

import pytest

from timeline import LanguageError
from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.extraction._datelines import opening
from timeline.temporal import UNKNOWN_WHEN


def rows(text: str, language: str) -> list[Event]:
    try:
        [(_, events)] = extract([Document("x", text, UNKNOWN_WHEN, language)])
    except LanguageError:
        pytest.skip(f"no pipeline for {language} is installed")
    return events


@pytest.mark.parametrize(
    ("language", "text", "place", "speaker", "content"),
    [
        (
            "es",
            "SAN JOSÉ (Agencia Sur).- Doce personas murieron el domingo, informó la Policía.",
            "SAN JOSÉ",
            "Policía",
            "Doce personas murieron el domingo",
        ),
        (
            "fr",
            "BAMAKO, 6 mai (Agence Nord) - Onze soldats ont été tués dimanche, a indiqué l'armée.",
            "BAMAKO",
            "armée",
            "Onze soldats ont été tués dimanche",
        ),
        (
            "it",
            "(ADN) - ROMA, 06 MAG - La polizia ha arrestato due uomini, ha detto il questore Ugo Neri.",
            "ROMA",
            "Ugo Neri",
            "La polizia ha arrestato due uomini",
        ),
        (
            "en",
            "KYIV, May 3 (Northwire) - Russia shelled the port on Monday, the mayor said.",
            "KYIV",
            "mayor",
            "Russia shelled the port on Monday",
        ),
        (
            "pt",
            "LISBOA (Lusitana) - A polícia deteve dois homens, disse o ministro.",
            "LISBOA",
            "ministro",
            "A polícia deteve dois homens",
        ),
    ],
)
def test_nobody_says_the_dateline(language, text, place, speaker, content):
    statement = next(e for e in rows(text, language) if e.kind == "statement")
    deed = next(e for e in rows(text, language) if e.kind == "action")
    assert (statement.actor, statement.content, deed.place) == (speaker, content, place)
    assert text[deed.place_start : deed.place_end] == place


def test_a_second_dateline_takes_the_place_of_the_first():
    text = (
        "KYIV, May 3 (Northwire) - The army withdrew on Monday.\n\n"
        "LONDON, May 4 (Northwire) - The minister resigned on Saturday."
    )
    assert [e.place for e in rows(text, "en")] == ["KYIV", "LONDON"]


@pytest.mark.parametrize(
    "text",
    [
        "NATO - the alliance of the West - said no.",
        "Two men - both of them drivers - were arrested.",
        "Mr Smith (left) - a baker - died.",
        "",
    ],
)
def test_a_dash_alone_makes_no_dateline(text):
    assert opening(text) == 0
