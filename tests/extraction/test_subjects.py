"""Whose deed it is when the parser's subject cannot be: number, gender, clauses, relative pronouns."""

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
        # of verbs joined, the subject told last
        (
            "La donna si volta un attimo ed ecco che un ragazzo apre la porta e ruba lo zaino.",
            "ruba",
            "ragazzo",
        ),
        # a noun of another number is no subject
        (
            "Due giovani sono entrati nel deposito. Forzando un lucchetto hanno rubato gli attrezzi.",
            "hanno rubato",
            "Due giovani",
        ),
        # the noun that agrees, further left
        (
            "La polizia cerca un gruppo di stranieri, che aveva rubato due camion.",
            "aveva rubato",
            "gruppo di stranieri",
        ),
        # a clause before a colon
        (
            "A farne le spese è stato il bar Aurora: i vicini hanno visto un uomo che ha rotto il vetro ed è "
            "fuggito.",
            "fuggito",
            "uomo",
        ),
    ],
)
def test_a_subject_that_agrees(text, trigger, actor):
    assert row(text, trigger).actor == actor
