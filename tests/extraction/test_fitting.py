"""A type is given only where who does it, and what it is done to, fit it."""

import pytest

from timeline.documents import Document, parse_stated
from timeline.extraction import extract


def type_of(text, word, language):
    [(_, events)] = extract([Document("a", text, parse_stated("2024-05-07"), language)])
    return next(e.event_type for e in events if word in e.trigger)


@pytest.mark.parametrize(
    ("language", "text", "word", "kind"),
    [
        ("it", "Il governo ha chiuso la frontiera.", "chiuso", "SANCTION"),
        ("it", "La donna ha chiuso la finestra.", "chiuso", None),
        ("it", "Gli agenti hanno sorpreso due ladri.", "sorpreso", "COERCE"),
        ("it", "Un tecnico ha prelevato il denaro dalla cassa.", "prelevato", None),
        ("it", "I ribelli hanno lanciato una granata.", "lanciato", "ASSAULT"),
        ("it", "La società ha lanciato un nuovo prodotto.", "lanciato", None),
        ("it", "I ladri gli hanno sfilato il portafoglio.", "sfilato", None),
        ("it", "Gli operai hanno sfilato in centro.", "sfilato", "PROTEST"),
        ("en", "The government closed the border on Monday.", "closed", "SANCTION"),
        ("en", "Shares closed at 46 dollars on Monday.", "closed", None),
        ("en", "The senate passed the bill on Monday.", "passed", "AGREE"),
        ("es", "El gobierno cerró la frontera.", "cerró", "SANCTION"),
        ("fr", "Le gouvernement a fermé la frontière.", "fermé", "SANCTION"),
        ("fr", "La gardienne a fermé la fenêtre.", "fermé", None),
        ("pt", "O governo fechou a fronteira.", "fechou", "SANCTION"),
        ("pt", "A mulher fechou a janela ontem.", "fechou", None),
    ],
)
def test_the_type_fits_what_stands_with_the_verb(language, text, word, kind):
    assert type_of(text, word, language) == kind


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("it", "Il giudice ha respinto il ricorso.", "respinto"),
        ("es", "El juez rechazó el recurso de la defensa.", "rechazó"),
        ("fr", "Le juge a rejeté le recours de la défense.", "rejeté"),
        ("pt", "O juiz rejeitou o recurso da defesa.", "rejeitou"),
    ],
)
def test_to_reject_a_thing_is_a_deed(language, text, word):
    [(_, events)] = extract([Document("a", text, language=language)])
    assert [(e.kind, e.event_type) for e in events if word in e.trigger] == [("action", "REJECT")]


def test_to_reject_a_charge_is_a_denial():
    [(_, events)] = extract([Document("a", "Il sindaco ha respinto le accuse.", language="it")])
    assert [(e.kind, e.speech_act) for e in events if "respinto" in e.trigger] == [("statement", "deny")]
