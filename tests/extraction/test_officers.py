"""Passives: who arrested where nobody says it, doers behind *by*, participles by which something is so."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def rows(text: str, language: str) -> list[Event]:
    """Give the rows of a text."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    return events


def actor(text: str, trigger: str, language: str) -> str | None:
    """Give who does what a trigger tells."""
    return next(e.actor for e in rows(text, language) if trigger in e.trigger)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "doer"),
    [
        (
            "it",
            "I carabinieri sono arrivati subito. L'uomo è stato arrestato per furto.",
            "arrestato",
            "carabinieri",
        ),
        (
            "it",
            "Gli agenti hanno visto un furgone. La refurtiva è stata sequestrata ieri.",
            "sequestrata",
            "agenti",
        ),
        (
            "en",
            "A man was arrested on Monday after a fire. Police said he confessed.",
            "was arrested",
            "Police",
        ),
        ("es", "La policía llegó enseguida. El hombre fue detenido el lunes.", "fue detenido", "policía"),
        ("fr", "La police est arrivée. L'homme a été arrêté lundi.", "arrêté", "police"),
        ("pt", "A polícia chegou logo. O homem foi detido na segunda-feira.", "detido", "polícia"),
        # another deed than theirs, and a file of the police
        ("it", "I carabinieri sono arrivati subito. L'uomo è stato ferito ieri.", "ferito", None),
        ("it", "L'uomo, con precedenti di polizia, è stato arrestato ieri.", "arrestato", None),
    ],
)
def test_who_arrests(language, text, trigger, doer):
    assert actor(text, trigger, language) == doer


@pytest.mark.parametrize(
    ("language", "text", "trigger", "doer"),
    [
        ("en", "The raids were plotted by Danish banker Jens Falk.", "plotted", "Jens Falk"),
        ("it", "Il convoglio è stato preso di mira dalla scorta.", "preso di mira", "scorta"),
        ("en", "The crates were shipped to Oslo by mistake on Monday.", "were shipped", None),
        ("it", "I due delegati sono stati scelti ieri da un elenco di nomi.", "scelti", None),
    ],
)
def test_doers_behind_by(language, text, trigger, doer):
    assert actor(text, trigger, language) == doer


@pytest.mark.parametrize(
    "text",
    [
        "The ships were stationed off the coast.",
        "Prices were little changed on Monday.",
        "The plan was flawed.",
    ],
)
def test_participles_by_which_something_is_so(text):
    assert not rows(text, "en")


def test_a_thing_does_no_deed_twice():
    text = "A bullet killed Ann Lee on Monday. Lee was killed at home."
    assert actor(text, "was killed", "en") is None
