"""Verbs that tell no deed for where they stand: questions, anybody, the hour, other verbs."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import extract


def triggers(text, language="en"):
    [(_, events)] = extract([Document("a", text, language=language)])
    return [e.trigger for e in events]


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("it", "Fermato un uomo con il volto coperto dal cappuccio.", "coperto"),
        ("it", "In strada c'era una moto, lasciata parcheggiata davanti al bar.", "lasciata"),
        ("it", "Il gruppo può contare su fondi per 30 milioni di euro.", "contare"),
        ("it", "Un cartello che ha reso più facile trovare la casa.", "reso"),
        ("en", "For the quarter ended Sept. 30, Arvo had net income of $2 million.", "ended"),
        ("en", "She was on the tram when it overturned near the Sandilands stop.", "stop"),
        ("en", "You might also like the house on the hill.", "like"),
        ("en", "Let's take care of the old harbour.", "take"),
        ("en", "The fog made it easier to leave the camp.", "made"),
        ("en", "The keeper appeared ready to catch it.", "appeared"),
        ("en", "She is wanted for the murder of a judge.", "wanted"),
        ("en", "The school would take more pupils if it had the room.", "take"),
        ("es", "Murieron tres mujeres y dos continuaban desaparecidas este martes.", "continuaban"),
        ("it", "È un brutto segno, come dire che la nave affonda.", "dire"),
        ("it", "L'aumento dei prezzi conferma che la crisi non è finita.", "conferma"),
        ("en", "The other driver accepted a settlement in May.", "settlement"),
        ("en", "How did the thieves enter the bank?", "enter"),
        ("it", "Come sono entrati i ladri nella banca?", "entrati"),
        ("es", "¿Cómo entraron los ladrones en el banco?", "entraron"),
        ("en", "You could double the price of the bread.", "double"),
        ("it", "Erano da poco passate le 20 quando la donna cadde.", "passate"),
        ("en", "The mayor resigned in May, as his brother did in June.", "did"),
        ("it", "I ministri hanno firmato, come hanno fatto ieri i sindaci.", "fatto"),
        ("it", 'Con l\'applicazione "trova il mio telefono" gli agenti lo hanno rintracciato.', "trova"),
        ("en", "The firm may raise money by selling its shops.", "selling"),
        ("en", "The army can call up men without moving its bases.", "moving"),
        ("it", "Hanno violato la legge sul finanziamento dei partiti.", "finanziamento"),
        ("en", "Police searched the wreck of flight 103 of the line.", "flight"),
        ("it", "I ladri sono entrati senza riuscire a rubare nulla.", "rubare"),
        ("it", "Nessuno sa ancora chi abbia aperto il cancello.", "sa"),
        ("it", "La pace nel porto consentirebbe una ripresa.", "consentirebbe"),
        ("it", "Di notte si entra dalla porta di servizio.", "entra"),
        ("fr", "Rien ne laissait présager un tel drame.", "présager"),
        ("it", "È il secondo quotidiano del Paese.", "secondo"),
        ("en", "The firm declared a 2-for-1 stock split.", "split"),
        ("it", "Ha comprato lo scooter con la prima paga.", "paga"),
        ("en", "He was criticised for comments made about the judge.", "comments"),
        ("en", "Profit rose in the fourth quarter ended July 31.", "ended"),
        ("en", "For the year ended July 2, the mill had income of 2 million.", "ended"),
        ("en", "Let's all move to Lisbon on Monday.", "move"),
        ("en", "The rights allow holders to buy shares.", "buy"),
        ("it", "Lo studio permette di identificare i punti deboli.", "identificare"),
        ("it", "I ladri passarono dal retro per evitare di incrociare i testimoni.", "incrociare"),
        ("it", "Con la polvere avrebbero potuto causare un disastro.", "causare"),
        ("fr", "La bombe aurait pu causer un désastre.", "causer"),
        ("it", "La tregua renderebbe più facile il viaggio.", "renderebbe"),
        ("it", "Cosa è successo quella mattina?", "successo"),
        ("en", "Hale Brothers PLC which it owns closed a mill.", "PLC"),
        ("en", "The change came as a result of higher prices.", "came"),
        ("en", "Many of the marchers wore red.", "wore"),
        ("en", "Places are currently rationed through an office.", "rationed"),
        ("en", "The tram fell near the Hale stop.", "stop"),
        ("it", "Spiace constatare che la strada è chiusa.", "constatare"),
        ("it", "Per Carlo Neri, residente a Modena, è scattata la denuncia.", "Per"),
        ("en", "Some analysts say he appeared to be relying on his relatives.", "appeared"),
        ("en", "You know the road to the harbour was closed.", "know"),
        ("it", "Nella notte nessuno ha chiamato i vigili.", "chiamato"),
        ("it", "Spiace constatare che i ladri sono fuggiti.", "constatare"),
        ("it", "A chiamare i vigili non è stata una vicina.", "chiamare"),
        ("it", "Va detto che i ladri sono fuggiti.", "detto"),
        ("it", "Come abbiamo raccontato, i ladri sono fuggiti.", "raccontato"),
    ],
)
def test_untold(language, text, word):
    assert not any(word in t for t in triggers(text, language))


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "The firm raised money by selling its shops.", "selling"),
        ("it", "Il ladro ha tentato di scappare ferendo un agente.", "ferendo"),
        ("en", "The war ended on July 31.", "ended"),
        ("en", 'Ann Lee thundered: "The bridge is closed."', "thundered"),
        ("it", "Il sindaco si è dimesso dopo la perquisizione del suo ufficio.", "perquisizione"),
        ("pt", "A ponte não deverá reabrir antes de setembro.", "reabrir"),
        ("en", "Mr Lee met him during the transition talks on Thursday.", "talks"),
        ("en", "Lee fled seconds before the bomb exploded.", "exploded"),
        ("en", "The guards did the work in May.", "did"),
        ("en", "Lee fell in May and she re-established her lead.", "re-established"),
        ("en", "Fighting broke out when the rebels overran two towns.", "overran"),
        ("it", "I due ministri si sono sentiti al telefono lunedì.", "sentiti al telefono"),
        ("fr", "Le procès en appel pourrait s'ouvrir avant la fin de l'année.", "pourrait s'ouvrir"),
        ("fr", "Il a été condamné pour avoir perçu 3 000 euros.", "perçu"),
        ("pt", "O diretor ficou proibido de exercer funções.", "proibido"),
        ("en", "He made it clear to the miners.", "made"),
    ],
)
def test_told(language, text, word):
    assert any(word in t for t in triggers(text, language))


def test_whom_an_assault_was_done_to():
    [(_, events)] = extract([Document("a", "Ieri l'assalto al bancomat di via Roma.", language="it")])
    assert [e.object or e.recipient for e in events] == ["bancomat di via Roma"]


def test_who_is_dismissed_for_something_is_not_criticised():
    text = "Two drivers were dismissed for refusing to work on Sunday."
    [(_, events)] = extract([Document("a", text, language="en")])
    assert next(e.kind for e in events if e.trigger == "were dismissed") == "action"
