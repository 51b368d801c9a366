"""Who does what an infinitive, a gerund or a noun tells that has no subject of its own."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def row(text: str, trigger: str, language: str) -> Event:
    """Give the row of a trigger."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    return next(e for e in events if trigger in e.trigger)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "actor"),
    [
        # whom it is asked or allowed, with a preposition
        ("it", "La sindaca ha chiesto al governo di aprire subito il ponte.", "aprire", "governo"),
        ("it", "Il colonnello ha ordinato ai soldati di sparare.", "sparare", "soldati"),
        ("it", "La direttrice ha permesso ai dipendenti di lasciare la sala.", "lasciare", "dipendenti"),
        ("it", "La sindaca ha promesso al governo di aprire subito il ponte.", "aprire", "sindaca"),
        ("en", "Ms Holm called on the ministers to close the plant.", "close", "ministers"),
        ("en", "The court called for Arvo to close the plant.", "close", "Arvo"),
        ("it", "Il generale ha impartito ai soldati l'ordine di sparare.", "sparare", "soldati"),
        ("it", "I ladri sono andati al Duomo con l'intento di rubare i vasi.", "rubare", "ladri"),
        ("es", "El juez ordenó a los soldados abandonar la plaza.", "abandonar", "soldados"),
        ("fr", "Le juge a ordonné aux soldats de quitter la place.", "quitter", "soldats"),
        ("pt", "A direção permitiu aos trabalhadores sair da sala.", "sair", "trabalhadores"),
        ("fr", "Le ministre a critiqué Dupont pour avoir quitté le parti.", "avoir quitté", "Dupont"),
        # for what somebody is blamed, and who is quoted
        ("en", "The minister criticized Israel for expelling three envoys.", "expelling", "Israel"),
        ("it", "Il ministro ha criticato Bianchi per aver lasciato il partito.", "aver lasciato", "Bianchi"),
        ("en", "The Herald quoted an officer as saying that the bridge was shut.", "saying", "officer"),
        # whose plan it is
        ("en", "Ms Holm spoke about her decision to close the plant.", "close", "Holm"),
        ("it", "Il deputato ha annunciato l'intenzione di lasciare il partito.", "lasciare", "deputato"),
        # a noun that the tagger made of a verb
        ("en", "Norden Insurance, based in Lund, plans to use the money.", "use", "Norden Insurance"),
        # who takes part in a meeting
        ("en", "During a conference call with donors on Monday, Ms Holm said she had lost.", "call", "Holm"),
    ],
)
def test_who_is_meant(language: str, text: str, trigger: str, actor: str) -> None:
    assert row(text, trigger, language).actor == actor


def test_whose_plan_is_attacked_is_another() -> None:
    assert row("Ms Holm attacked his decision to leave the party.", "leave", "en").actor is None


def test_who_gave_an_order_does_not_do_it() -> None:
    assert row("Il generale ha dato l'ordine di sparare.", "sparare", "it").actor is None


def test_a_way_to_tell_says_nothing() -> None:
    text = "It was an opportunity to criticise the trade deal."
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "en")])
    assert all(e.actor is None for e in events)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "whom"),
    [
        ("en", "Orlov's murder in 1995 shocked the town.", "murder", "Orlov"),
        ("it", "La liberazione degli ostaggi è avvenuta venerdì.", "liberazione", "ostaggi"),
    ],
)
def test_nouns_of_what_is_done_to_somebody(language: str, text: str, trigger: str, whom: str) -> None:
    event = row(text, trigger, language)
    assert event.actor is None
    assert whom in (event.recipient, event.object)
