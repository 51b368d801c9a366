"""Offenders of one story: the words that tell most of them, wherever they stand."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def row(text: str, trigger: str, language: str = "it") -> Event:
    """Give the row of a trigger."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    return next(e for e in events if trigger in e.trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # called by little here, by age and origin there
        (
            "Il ladro ha rubato una bici. La polizia ha arrestato un 40enne albanese.",
            "ha rubato",
            "40enne albanese",
        ),
        # two who are denounced together
        (
            "I malviventi hanno rubato un furgone. I carabinieri hanno denunciato un 20enne russo e un "
            "30enne greco.",
            "hanno rubato",
            "20enne russo e un 30enne greco",
        ),
        # what stands beside a bare noun
        (
            "I vigili hanno fermato una persona, un ragazzo rumeno. La persona aveva rubato un casco.",
            "aveva rubato",
            "ragazzo rumeno",
        ),
        # nobody told: the only offenders of the story
        ("È stato rubato un trattore. La telecamera ha ripreso i ladri.", "È stato rubato", "ladri"),
        # several told apart are nobody's name for the others
        (
            "I ladri hanno rubato un camion. Il complice, un 22enne greco, è stato arrestato.",
            "hanno rubato",
            "ladri",
        ),
        (
            "Il ladro ha rubato una moto. La polizia ha denunciato un 22enne greco. A Lodi è stato arrestato "
            "un 50enne russo.",
            "ha rubato",
            "ladro",
        ),
    ],
)
def test_the_most_telling_words_for_offenders(text, trigger, actor):
    found = row(text, trigger).actor
    assert found is not None
    assert found.removeprefix("I ").removeprefix("Il ") == actor


def test_who_is_accused_is_said_to_have_done_it():
    found = row("Il ladro ha rubato una bici. La polizia ha denunciato un 40enne albanese.", "ha rubato")
    assert found.factuality == "reported"
    assert found.attribution == ["polizia"]
    assert found.actor_start == found.context.index("40enne")


@pytest.mark.parametrize(
    ("text", "trigger", "language", "actor"),
    [
        (
            "El ladrón robó una moto. La policía detuvo a un joven rumano.",
            "robó",
            "es",
            "joven rumano",
        ),
        (
            "The thief stole a car. Police arrested a 30-year-old Romanian man.",
            "stole",
            "en",
            "30-year-old Romanian man",
        ),
    ],
)
def test_in_other_languages(text, trigger, language, actor):
    assert row(text, trigger, language).actor == actor


def test_who_is_charged_with_something_else_is_no_thief():
    text = "Il ladro ha rubato una bici. Ugo Neri è stato arrestato con l'accusa di aver pagato tangenti."
    assert row(text, "ha rubato").actor == "ladro"


def test_somebody_called_by_origin_and_age_alone():
    text = "Albanese 40enne fermato dalla polizia e denunciato. Aveva rubato un casco."
    assert row(text, "Aveva rubato").actor == "Albanese 40enne"
