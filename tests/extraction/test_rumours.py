"""What nobody vouches for: rumours, what is learned from unnamed sources, asides of hearsay."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract


def rows(language: str, text: str) -> list[Event]:
    """Give the rows of a text."""
    [(_, events)] = extract([Document("a", text, language=language)])
    return events


def deed(language: str, text: str, trigger: str) -> Event:
    """Give the only action, which has that trigger."""
    [found] = [e for e in rows(language, text) if e.kind == "action"]
    assert found.trigger == trigger
    return found


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "Corre voce che il generale è fuggito a Tripoli.", "è fuggito"),
        ("it", "Circolano voci secondo cui il generale è morto.", "è morto"),
        ("it", "Si vocifera che il generale è fuggito.", "è fuggito"),
        ("es", "Se rumorea que el general huyó.", "huyó"),
        ("es", "Corre el rumor de que el general huyó.", "huyó"),
        ("fr", "Le bruit court que le général a fui.", "a fui"),
        ("fr", "On dit que le général a fui.", "a fui"),
        ("pt", "Diz-se que o general fugiu.", "fugiu"),
        ("pt", "Consta que o general fugiu.", "fugiu"),
        ("pt", "Corre o rumor de que o ministro fugiu.", "fugiu"),
        ("en", "Word spread that the bank had collapsed.", "had collapsed"),
        ("en", "Rumours circulated that the general had fled to Lima.", "had fled"),
        ("en", "Rumours that the general had fled circulated on Telegram.", "had fled"),
        ("en", "Rumour has it that the minister resigned.", "resigned"),
        ("en", "It is rumoured that the general fled to Lima.", "fled"),
    ],
)
def test_a_rumour_is_a_statement_of_nobody_and_its_frame_no_deed(language, text, trigger):
    found = deed(language, text, trigger)
    [rumour] = [e for e in rows(language, text) if e.kind == "statement"]
    assert rumour.actor is None
    assert (found.factuality, found.reported_by, found.attribution) == ("reported", rumour.event_id, [])


@pytest.mark.parametrize(
    ("language", "text", "trigger", "source"),
    [
        ("it", "Il boss è fuggito, si apprende da fonti della procura.", "è fuggito", "procura"),
        ("fr", "Le général a fui, a-t-on appris de source diplomatique.", "a fui", "source diplomatique"),
        ("fr", "De source policière, le général a fui.", "a fui", "source policière"),
        ("it", "Secondo indiscrezioni, la banca ha comprato la rivale.", "ha comprato", "indiscrezioni"),
        ("pt", "De acordo com rumores, o banco comprou o rival.", "comprou", "rumores"),
    ],
)
def test_where_it_is_known_from_vouches(language, text, trigger, source):
    found = deed(language, text, trigger)
    assert (found.factuality, found.attribution) == ("reported", [source])


@pytest.mark.parametrize(
    ("language", "text", "trigger", "actor"),
    [
        ("it", "A quanto pare il boss è fuggito in Spagna.", "è fuggito", "boss"),
        ("it", "Il boss, a quanto risulta, ha incontrato Marco Rossi.", "ha incontrato", "boss"),
        ("es", "Según parece, el general huyó.", "huyó", "general"),
        ("pt", "Segundo consta, o general fugiu.", "fugiu", "general"),
        ("fr", "Selon toute vraisemblance, le général a fui.", "a fui", "général"),
        ("en", "The army, it is claimed, shot three farmers.", "shot", "army"),
    ],
)
def test_an_aside_of_hearsay_leaves_the_clause_its_subject(language, text, trigger, actor):
    [found] = rows(language, text)
    assert (found.kind, found.trigger, found.actor) == ("action", trigger, actor)
    assert found.factuality == "reported"
