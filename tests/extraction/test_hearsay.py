"""What a conditional means: hearsay, what was to come, a wish, a guess."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract


def row(language: str, text: str, trigger: str) -> Event | None:
    """Give the row whose trigger holds the words, or None."""
    [(_, events)] = extract([Document("a", text, language=language)])
    return next((e for e in events if trigger in e.trigger), None)


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "Una donna sarebbe rimasta uccisa nello scontro di ieri.", "sarebbe rimasta"),
        ("it", "I due passeggeri non sarebbero gravi.", "sarebbero"),
        ("it", "Alla base della lite ci sarebbe un debito di gioco.", "sarebbe"),
        ("it", "A chiamare i soccorsi sarebbe stato un passante.", "sarebbe stato"),
        ("it", "Secondo i periti, la causa del rogo sarebbe stata una scintilla.", "sarebbe stata"),
        ("it", "Il danno ammonterebbe a 3mila euro.", "ammonterebbe"),
        ("it", "È stato fermato un giovane che avrebbe forzato la porta del bar.", "avrebbe forzato"),
        (
            "it",
            "La questura ha accertato che il direttore avrebbe falsificato le firme.",
            "avrebbe falsificato",
        ),
        ("it", "Sarebbero cinque le vittime del crollo.", "Sarebbero"),
        ("it", "A scatenare la lite sarebbero «vecchie rivalità».", "sarebbero"),
        ("it", "Il traffico con la Spagna sarebbe stato in mano al clan.", "sarebbe stato"),
        ("it", "Stando all'accusa, l'uomo avrebbe anche cosparso la casa di benzina.", "cosparso"),
        ("it", "Un'altra intrusione sarebbe avvenuta alle 3 di notte.", "sarebbe avvenuta"),
        ("it", "Il furto non sarebbe recente, anche se nessuno lo aveva notato.", "sarebbe"),
        ("fr", "Deux soldats auraient été tués dans la nuit.", "auraient"),
        ("pt", "O ministro teria matado o irmão em 2019.", "teria"),
        ("es", "El piloto habría muerto en el acto.", "habría muerto"),
    ],
)
def test_the_conditional_of_a_report_is_hearsay(language, text, trigger):
    found = row(language, text, trigger)
    assert found is not None
    assert found.factuality == "reported"


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "Il parroco sapeva che il coro sarebbe arrivato tardi.", "sarebbe arrivato"),
        ("it", "Hanno comprato il legno che sarebbe servito per il tetto.", "sarebbe servito"),
        ("it", "Nessuno avrebbe immaginato una vittoria così.", "avrebbe immaginato"),
        ("it", "Un dilettante non avrebbe mai scalato quella parete.", "avrebbe"),
        ("it", "«Il ponte avrebbe retto altri dieci anni».", "avrebbe retto"),
        ("it", "Poco dopo sarebbe arrivata la pioggia.", "arrivata"),
        ("it", "Il custode era ignaro di ciò che sarebbe accaduto.", "accaduto"),
        ("it", "Se avesse piovuto, il fiume avrebbe invaso la piazza.", "avrebbe invaso"),
    ],
)
def test_what_was_to_come_or_would_have_been_is_no_hearsay(language, text, trigger):
    found = row(language, text, trigger)
    assert found is None or found.factuality in ("possible", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Per finire i lavori servirebbe un altro mese.",
        "Sarebbe meglio chiudere la strada.",
        "Gli abitanti vorrebbero una piazza più verde.",
        "«Sarebbe un bel regalo per il paese».",
    ],
)
def test_needs_and_wishes_are_no_hearsay(text):
    [(_, events)] = extract([Document("a", text, language="it")])
    assert "reported" not in {e.factuality for e in events}


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "Il sindaco ha promesso che la scuola sarebbe stata riaperta.", "sarebbe stata"),
        ("es", "El alcalde dijo que dimitiría en marzo.", "dimitiría"),
        ("pt", "O prefeito disse que renunciaria em março.", "renunciaria"),
        ("es", "El gobierno va a cerrar la frontera.", "cerrar"),
        ("fr", "Le président devrait rencontrer le ministre demain.", "rencontrer"),
    ],
)
def test_what_was_to_come_is_planned(language, text, trigger):
    found = row(language, text, trigger)
    assert found is not None
    assert (found.factuality, found.tense) == ("planned", "future")


def test_a_modal_verb_is_no_row_beside_its_infinitive():
    [(_, events)] = extract([Document("a", "Le maire devrait fermer la route.", language="fr")])
    assert [e.trigger for e in events] == ["fermer"]


def test_a_nominal_event_told_by_hearsay_is_told_once():
    [(_, events)] = extract([Document("a", "Sarebbero cinque le vittime del crollo.", language="it")])
    assert [(e.factuality, e.count_best) for e in events] == [("reported", 5)]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "factuality"),
    [
        ("en", "As reported by the Herald, the general fled the capital.", "fled", "reported"),
        ("en", "The general fled the capital, as claimed by the rebels.", "fled", "reported"),
        ("en", "The general is suspected of looting the bank.", "looting", "reported"),
        ("en", "The claim that the general fled the capital is false.", "fled", "denied"),
        ("en", "The general fled the capital, per two officials.", "fled", "reported"),
        ("en", "There were reports that the firm had paid the ransom.", "had paid", "reported"),
        ("en", "The firm is understood to have paid the ransom.", "have paid", "reported"),
        ("it", "Come riferito dal Corriere, il generale ha lasciato la capitale.", "ha lasciato", "reported"),
        ("it", "A quanto si apprende il generale si è dimesso.", "si è dimesso", "reported"),
        ("it", "Da indiscrezioni il generale ha lasciato la capitale.", "ha lasciato", "reported"),
        ("it", "Il generale nega di aver lasciato la capitale.", "aver lasciato", "denied"),
        ("it", "Si presume che i due abbiano rubato l'auto.", "abbiano rubato", "possible"),
        ("it", "L'ipotesi è che i due abbiano rubato l'auto.", "abbiano rubato", "possible"),
        ("it", "Dopo la lite l'uomo sarebbe andato in una sala giochi.", "sarebbe andato", "reported"),
        ("it", 'Il parroco avrebbe "gonfiato" le fatture.', 'avrebbe "gonfiato', "reported"),
        ("it", "Spiace che il sindaco sia morto.", "sia morto", "asserted"),
        ("es", "El general presuntamente saqueó el banco.", "saqueó", "reported"),
        ("es", "El general es sospechoso de haber saqueado el banco.", "haber saqueado", "reported"),
        ("es", "El ministro dejó el cargo el lunes.", "dejó", "asserted"),
        ("fr", "Comme rapporté par Le Monde, le général a fui la capitale.", "a fui", "reported"),
        ("fr", "Les deux hommes, a indiqué la police, ont volé la voiture.", "ont volé", "reported"),
        ("pt", "Como noticiado pelo Público, o general fugiu da capital.", "fugiu", "reported"),
        ("pt", "O general terá deixado a capital.", "terá deixado", "reported"),
    ],
)
def test_nobody_vouches_for_it(language, text, trigger, factuality):
    [(_, events)] = extract([Document("a", text, language=language)])
    assert [e.factuality for e in events if e.trigger == trigger] == [factuality]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "polarity", "factuality"),
    [
        ("en", "The army almost attacked the town.", "attacked", "negative", "asserted"),
        ("it", "L'esercito ha quasi attaccato la città.", "ha quasi attaccato", "negative", "asserted"),
        ("es", "El ejército casi atacó la ciudad.", "atacó", "negative", "asserted"),
        ("fr", "L'armée a failli attaquer la ville.", "a failli attaquer", "negative", "asserted"),
        ("en", "It is unlikely that the army attacked the town.", "attacked", "positive", "possible"),
        ("en", "The strike was due to begin on Monday.", "was due to begin", "positive", "planned"),
        ("fr", "L'armée nie avoir attaqué la ville.", "avoir attaqué", "positive", "denied"),
        ("fr", "Si l'armée attaque la ville, des milliers fuiront.", "attaque", "positive", "possible"),
        ("it", "L'esercito minaccia di attaccare la città.", "attaccare", "positive", "planned"),
    ],
)
def test_what_did_not_come_about(language, text, trigger, polarity, factuality):
    [(_, events)] = extract([Document("a", text, language=language)])
    found = next(e for e in events if e.trigger == trigger)
    assert (found.polarity, found.factuality) == (polarity, factuality)
