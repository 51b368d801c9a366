"""What a statement takes for a fact, what goes on beside it, and where it ends."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract


def row(language: str, text: str, trigger: str) -> Event:
    """Give the row whose trigger ends with the words."""
    [(_, events)] = extract([Document("a", text, language=language)])
    return next(e for e in events if e.trigger.endswith(trigger))


@pytest.mark.parametrize(
    ("language", "text", "trigger", "factuality"),
    [
        ("it", "Il sindacato contesta l'accordo raggiunto lunedì.", "raggiunto", "asserted"),
        (
            "it",
            "Gli operai temono che il gruppo violi gli accordi raggiunti un mese fa.",
            "raggiunti",
            "asserted",
        ),
        ("fr", "Le maire a démenti le bilan, diffusé la veille par une radio.", "diffusé", "asserted"),
        ("en", "The bank denied the report published on Monday.", "published", "asserted"),
        ("en", "He seemed to allude to letters that reached the court.", "reached", "asserted"),
        ("it", "La barista gliel'ha negata scatenando una rissa.", "scatenando", "asserted"),
        ("it", "Il governo smentisce e promette di punire i colpevoli.", "promette", "asserted"),
        (
            "it",
            "Il ladro è stato denunciato e per lui è stato avviato un procedimento.",
            "avviato",
            "asserted",
        ),
        ("it", "Sono stati segnalati due furti: la donna ha sporto denuncia.", "denuncia", "asserted"),
        ("it", "Per lui, dopo la sentenza, è caduta la misura.", "caduta", "asserted"),
        ("it", "Hanno rubato due vini («scadenti», ammettono le vittime).", "rubato", "asserted"),
        ("it", "Il ministro, come avevamo raccontato ieri, ha lasciato Roma.", "lasciato", "asserted"),
        ("en", "The team lost two games as its drought goes on for a year.", "lost", "asserted"),
        ("en", "While exiles marched in Miami, the council urged its people to stay.", "marched", "asserted"),
        (
            "it",
            "Se a maggio i ladri hanno rotto il vetro, stavolta hanno sfondato la porta.",
            "rotto",
            "asserted",
        ),
        ("it", "Va detto che altri clienti hanno pagato.", "pagato", "asserted"),
        ("it", "Un uomo si è accorto che ignoti avevano rubato il furgone.", "rubato", "asserted"),
        ("it", "Un canale aveva scritto 164, poi il dato è stato ritirato.", "ritirato", "asserted"),
        ("it", "Il furto è proseguito al parco, i ladri hanno rubato due bici.", "rubato", "asserted"),
        ("it", "Non ho potuto che lasciare la casa.", "lasciare", "asserted"),
        ("it", "Se il ladro ha rotto il vetro, pagherà.", "rotto", "possible"),
        ("it", "MODENA: Due uomini hanno rubato un furgone.", "rubato", "asserted"),
        ("it", "È una casa, per adesso unica in Italia, dove sono morti due uomini.", "morti", "asserted"),
        ("en", "The court did not say how the judges had voted.", "voted", "asserted"),
        ("en", "The court did not say whether the judges had voted.", "voted", "possible"),
        ("it", "La polizia non ha spiegato come i due sono fuggiti dal carcere.", "fuggiti", "asserted"),
        ("en", "Reporters asked why the police had shot the boy.", "shot", "reported"),
        ("it", "Il giudice lo ha liberato, come ritiene la procura.", "liberato", "reported"),
        ("en", "Investors bought shares on Monday, as analysts had predicted.", "bought", "reported"),
        ("it", "Erano venti persone che il 25 aprile si accorsero del guasto.", "accorsero", "asserted"),
        ("es", "Si se confirma que la presa soltó agua, habrá multas.", "soltó", "possible"),
    ],
)
def test_the_text_itself_tells_it(language, text, trigger, factuality):
    assert row(language, text, trigger).factuality == factuality


@pytest.mark.parametrize(
    ("language", "text", "trigger", "factuality"),
    [
        ("it", "La società deve pagare entro venerdì.", "pagare", "planned"),
        ("it", "I ladri devono avere forzato la porta.", "forzato", "possible"),
        ("en", "The company must pay the fine by Friday.", "fine", "planned"),
        ("en", "The thief must have left the house.", "left", "possible"),
        ("en", "The mayor should leave the town.", "leave", "possible"),
        ("en", "It remains to be seen whether the mayor will leave the town.", "leave", "possible"),
    ],
)
def test_what_has_to_be_done_is_to_come(language, text, trigger, factuality):
    assert row(language, text, trigger).factuality == factuality


@pytest.mark.parametrize(
    ("language", "text", "verb", "content"),
    [
        ("en", "Dow said the firm was sold, but two clerks said it was not.", "said", "the firm was sold"),
        (
            "it",
            "Rossi dice che la ditta è fallita, ma il sindaco dice che è aperta.",
            "dice",
            "che la ditta è fallita",
        ),
        (
            "it",
            "Il sindaco ha chiesto alle autorità locali di dare prova di calma.",
            "chiesto",
            "prova di calma",
        ),
        (
            "it",
            "Rossi segue il caso: il sindaco ha chiesto alla giunta di lasciare Roma.",
            "chiesto",
            "lasciare Roma",
        ),
        (
            "it",
            "Quattro operai sarebbero stati picchiati, denuncia l'avvocata Anna Rossi.",
            "denuncia",
            "picchiati",
        ),
        ("en", "Dow said that the firm was sold and that he had left.", "said", "he had left"),
    ],
)
def test_what_one_says_ends_where_another_speaks(language, text, verb, content):
    said = row(language, text, verb).content
    assert said is not None
    assert said.endswith(content)


def test_who_denies_what_was_said_does_not_deny_that_it_was_said():
    text = "El sindicato acusó a los guardias de haber robado dos barcas. Un portavoz lo negó."
    [(_, events)] = extract([Document("a", text, language="es")])
    found = {event.trigger: event for event in events}
    assert found["negó"].content == text.split(".", maxsplit=1)[0]
    assert (found["acusó"].factuality, found["haber robado"].factuality) == ("asserted", "denied")


@pytest.mark.parametrize("text", ["ha detto ", "che", "È quanto", "ma ha detto", "(ha detto", "«ha detto"])
def test_what_breaks_off_is_read(text):
    [(_, events)] = extract([Document("a", text, language="it")])
    assert all(text[e.trigger_start : e.trigger_end] == e.trigger for e in events)
