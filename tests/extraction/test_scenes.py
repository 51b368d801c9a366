"""What was taken, when and where: constructions of short reports."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import DAY, Interval, Moment, Precision, When

PUBLISHED = Moment.of(2022, 1, 12)
STATED = When(Interval(PUBLISHED, Moment(PUBLISHED + DAY)), Precision.DAY)


def told(text: str, language: str = "it", published: When = STATED) -> list[Event]:
    """Give the rows of a text published on Wednesday 12 January 2022."""
    [(_, events)] = extract([Document("a", text, published, language)])
    return events


def row(text: str, trigger: str, language: str = "it") -> Event:
    """Give the row whose trigger begins so."""
    return next(e for e in told(text, language) if e.trigger.startswith(trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "thing"),
    [
        ("Due uomini hanno avvicinato una signora, strappandole la borsetta.", "strappandole", "la borsetta"),
        ("Hanno sfondato la porta, impossessandosi di vari scatoloni.", "impossessandosi", "vari scatoloni"),
        ("Il giovane aveva sottratto senza pagare due maglie.", "aveva sottratto", "due maglie"),
        ("I ladri sono fuggiti con la cassa del bar.", "sono fuggiti", "la cassa del bar"),
        ("I ladri le avevano portato via calzature per mille euro.", "avevano portato", "calzature"),
        ("Ha allungato il braccio ed ha afferrato un cellulare.", "ha afferrato", "un cellulare"),
    ],
)
def test_what_was_taken(text, trigger, thing):
    assert (row(text, trigger).object or "").startswith(thing)


def test_nobody_is_carried_off_with_who_flees():
    assert row("Il presidente è fuggito con Marco Bianchi.", "è fuggito").object is None


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        (
            "CARPI La notte del 3 gennaio ignoti hanno forzato la porta.",
            "hanno forzato",
            "notte del 3 gennaio",
        ),
        ("MIRANDOLA Ad inizio gennaio era riuscito a entrare in due case.", "era riuscito", "inizio gennaio"),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(text, trigger, time):
    rows = told(text)
    assert [e.trigger for e in rows if e.trigger.isupper()] == []
    assert time in (next(e for e in rows if e.trigger.startswith(trigger)).time_text or "")
