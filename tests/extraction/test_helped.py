"""Verbs that a tagger took for another form though their auxiliary tells them; what hangs beside them."""

from __future__ import annotations

import pytest

from timeline.documents import Document, parse_stated
from timeline.extraction import Event, extract


def rows(language: str, text: str, published: str = "2024-05-16") -> dict[str, Event]:
    """Give the rows of a text by their triggers."""
    document = Document("a", text, language=language, published=parse_stated(published))
    [(_, events)] = extract([document])
    return {event.trigger: event for event in events}


@pytest.mark.parametrize(
    ("language", "text", "trigger", "taken"),
    [
        ("es", "El contable Bruno Lara fue absuelto.", "fue absuelto", "Bruno Lara"),
        ("pt", "Quatro agentes foram suspensos, mas nenhum se demitiu.", "foram suspensos", "Quatro agentes"),
    ],
)
def test_a_participle_behind_be_is_a_deed(language, text, trigger, taken):
    assert rows(language, text)[trigger].recipient == taken


def test_at_least_is_no_preposition_of_its_noun():
    text = "Hubo disturbios en dos barrios. Según la policía, al menos 30 jóvenes fueron detenidos."
    found = rows("es", text)["fueron detenidos"]
    assert (found.count_best, found.recipient) == (30, "30 jóvenes")


def test_a_verb_with_its_own_auxiliary_is_not_joined_to_an_infinitive():
    text = (
        "La maire, Odile Castan, a reproché à l'État de ne pas avoir réparé le pont et a réclamé une enquête."
    )
    found = rows("fr", text)["a réclamé"]
    assert (found.actor, found.factuality) == ("Odile Castan", "asserted")


@pytest.mark.parametrize("verb", ["destruíram", "foram resgatadas"])
def test_a_form_of_two_past_tenses_is_past(verb):
    text = "As ondas destruíram um cais. Segundo o porto, três pessoas foram resgatadas."
    assert rows("pt", text)[verb].tense == "past"


@pytest.mark.parametrize(
    ("language", "text", "accused", "deed"),
    [
        ("es", "La cofradía acusa a los guardias de haber robado dos barcas.", "guardias", "haber robado"),
        ("pt", "A cooperativa acusa a câmara de ter ignorado os avisos.", "câmara", "ter ignorado"),
    ],
)
def test_what_somebody_is_accused_of_is_told_by_the_accuser(language, text, accused, deed):
    found = rows(language, text)
    assert (found["acusa"].speech_act, found["acusa"].recipient) == ("accuse", accused)
    assert found[deed].attribution == [found["acusa"].actor]


def test_nothing_does_nothing_for_the_first_person():
    assert rows("es", "«No firmé nada», aseguró Lara.")["firmé"].actor == "Lara"


def test_a_name_behind_how_it_was_said_is_the_speaker():
    assert rows("es", "«Queremos paz», declaró entre aplausos Bruno Lara.")["declaró"].actor == "Bruno Lara"


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "È previsto che le due delegazioni si riuniscano venerdì.", "si riuniscano"),
        ("es", "Está previsto que las dos delegaciones se reúnan el viernes.", "reúnan"),
        ("pt", "Está previsto que as duas delegações se reúnam na sexta-feira.", "se reúnam"),
    ],
)
def test_the_day_of_what_is_set_down_lies_ahead(language, text, trigger):
    assert rows(language, text)[trigger].edtf == "2024-05-17"
