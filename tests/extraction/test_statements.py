"""Statements and actions in Spanish, French and Portuguese; requests, denials and retractions everywhere."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.languages import info

HAVE = {pack.code for pack in info()}


def events_of(language: str, text: str) -> list[Event]:
    """Extract from one text, or skip where the language has no pack."""
    if language not in HAVE:
        pytest.skip(f"no language pack for {language!r} here")
    [(_, events)] = extract([Document("d.txt", text, language=language)])
    return events


def one(events: list[Event], word: str) -> Event:
    """Give the event whose trigger holds a word."""
    found = [e for e in events if word in e.trigger]
    assert len(found) == 1, [(e.kind, e.trigger) for e in events]
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "cue", "act", "actor", "content"),
    [
        ("es", "La ministra dijo el martes que el puente se cerraría.", "dijo", "say", "ministra", "que el"),
        ("es", "«Vamos a abrir la plaza», anunció Pedro Gómez.", "anunció", "announce", "Gómez", "«Vamos"),
        ("es", "Según la policía, el tren descarriló ayer.", "Según", "say", "policía", "el tren"),
        ("es", "El portavoz negó que hubiera heridos.", "negó", "deny", "portavoz", "que hubiera"),
        ("fr", "Le maire a déclaré que la route était fermée.", "déclaré", "say", "maire", "que la route"),
        ("fr", "« La route est fermée », a expliqué Anne Morel.", "expliqué", "say", "Morel", "« La route"),
        ("fr", "Selon la police, le suspect a été arrêté hier.", "Selon", "say", "police", "le suspect"),
        ("fr", "Le ministère a démenti le bilan de 40 morts.", "démenti", "deny", "ministère", "le bilan"),
        ("pt", "O ministro disse que a ponte vai fechar.", "disse", "say", "ministro", "que a ponte"),
        ("pt", "«A situação está calma», afirmou Rui Alves.", "afirmou", "say", "Alves", "«A situação"),
        ("pt", "Segundo a polícia, o suspeito foi detido ontem.", "Segundo", "say", "polícia", "o suspeito"),
        ("pt", "O ministério rejeitou as acusações.", "rejeitou", "deny", "ministério", "as acusações"),
    ],
)
def test_statements(language: str, text: str, cue: str, act: str, actor: str, content: str) -> None:
    event = one(events_of(language, text), cue)
    assert (event.kind, event.speech_act) == ("statement", act)
    assert event.actor is not None and actor in event.actor
    assert event.content is not None and event.content.startswith(content)


@pytest.mark.parametrize(
    ("language", "text", "cue", "kind"),
    [
        ("es", "El sospechoso fue detenido por la policía en Sevilla.", "detenido", "COERCE"),
        ("fr", "Le suspect a été arrêté par la police à Lyon.", "arrêté", "COERCE"),
        ("pt", "O suspeito foi detido pela polícia no Porto.", "detido", "COERCE"),
    ],
)
def test_passives_turn_round_who_did_it(language: str, text: str, cue: str, kind: str) -> None:
    event = one(events_of(language, text), cue)
    assert event.kind == "action" and event.event_type == kind
    assert event.actor is not None and "pol" in event.actor.lower()
    assert "susp" in (event.recipient or event.object or "") or "sosp" in (
        event.recipient or event.object or ""
    )


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("es", "Tres soldados habrían muerto en un bombardeo.", "muerto"),
        ("fr", "Trois soldats auraient été tués dans un bombardement.", "tués"),
        ("pt", "Três soldados teriam sido mortos num ataque.", "mortos"),
        ("it", "Secondo una prima stima il bottino supererebbe i cinquantamila euro.", "supererebbe"),
    ],
)
def test_the_reporting_conditional_is_hearsay(language: str, text: str, cue: str) -> None:
    assert one(events_of(language, text), cue).factuality == "reported"


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("it", "Il ministero ha detto che la cifra di 40 morti era un errore.", "ha detto"),
        ("en", "The ministry said the figure of 40 dead was an error.", "said"),
        ("en", "The agency withdrew the report.", "withdrew"),
    ],
)
def test_what_is_taken_back_is_a_retraction(language: str, text: str, cue: str) -> None:
    event = one(events_of(language, text), cue)
    assert (event.kind, event.speech_act) == ("statement", "retract")


def test_troops_are_withdrawn_not_taken_back() -> None:
    event = one(events_of("en", "The general withdrew the troops."), "withdrew")
    assert (event.kind, event.event_type) == ("action", "RETREAT")


def test_verbs_of_several_meanings_need_words() -> None:
    events = events_of(
        "en", "The company continued talks and added a factory. Sales fell, reflecting high costs."
    )
    assert not [e for e in events if e.kind == "statement"]


def test_the_one_spoken_to_is_not_the_speaker() -> None:
    event = one(events_of("pt", "«Tudo acabou», disse a Luís Prata o ministro Rui Alves."), "disse")
    assert event.actor == "Rui Alves" and event.recipient == "Luís Prata"
