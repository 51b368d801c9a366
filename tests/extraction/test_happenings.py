"""What is an event at all: no state, habit, description, manner or mere possibility."""

import pytest

from timeline.documents import Document, parse_stated
from timeline.extraction import extract


def triggers(text, language="it"):
    [(_, events)] = extract([Document("a", text, parse_stated("2024-05-07"), language)])
    return [e.trigger for e in events]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il custode apre ogni sera la sbarra del cortile."),
        ("it", "Il distributore, che accettava le monete, era vicino alla stazione."),
        ("it", "La cooperativa, che gestisce e pulisce il parco, ha sede a Lodi."),
        ("it", "La ditta ha in corso un aumento del capitale."),
        ("it", "Le pattuglie passano spesso in quella strada."),
        ("it", "Le nuove chiavi non aprono il cancello."),
        ("it", "Il gruppo guidato da Carla Neri ha sede a Lodi."),
        ("it", "C'è il rischio di perdere la gara."),
        ("it", "La possibilità di essere ripreso dalle telecamere era minima."),
        ("it", "Il bar è chiuso per ferie."),
        ("it", "La scuola è rimasta chiusa."),
        ("it", "La legna poteva finire sul mercato."),
        ("it", "Il gruppo non ha un fondo immobiliare."),
        ("es", "La cooperativa, que gestiona el parque, es de Lugo."),
        ("fr", "La coopérative, qui gère le parc, est de Nantes."),
        ("pt", "A cooperativa, que gere o parque, é de Braga."),
    ],
)
def test_what_is_so_or_done_as_a_rule_is_no_event(language, text):
    assert triggers(text, language) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I militari notavano due uomini e bloccavano l'auto.", "bloccavano"),
        ("Un uomo che stava forzando la porta è fuggito.", "stava forzando"),
        ("Dopo averla prelevata dallo scaffale, la donna è fuggita.", "averla prelevata"),
        ("L'uomo, arrestato per furto, è in carcere.", "arrestato"),
        ("I due sono scappati, venendo subito bloccati dagli agenti.", "venendo subito bloccati"),
        ("I ladri sono entrati rompendo il vetro.", "rompendo"),
        ("Si sono presi un orologio.", "Si sono presi"),
        ("È tornato a casa per chiamare un medico.", "È tornato"),
        ("Il custode ha finito per rompere la porta.", "ha finito per rompere"),
        ("Il bar viene chiuso dal questore.", "viene chiuso"),
        ("«La strada è vuota», chiude il sindaco Rossi.", "chiude"),
        ("L'uomo è comparso ieri davanti al giudice.", "è comparso"),
        ("Provavano a rubare alcune biciclette.", "Provavano a rubare"),
        ("I vicini hanno visto il ladro scappare con la cassa.", "scappare"),
        ("In casa hanno trovato qualche collana.", "hanno trovato"),
    ],
)
def test_what_happened_once_stays(text, told):
    assert told in triggers(text)


def test_a_bare_participle_beside_a_noun_is_a_quality():
    assert "chiusa" not in triggers("L'auto chiusa davanti alla casa è sparita ieri.")
    assert "abbandonati" not in triggers("I residenti si sentono abbandonati.")


@pytest.mark.parametrize(
    "text",
    [
        "Il magazzino era in vendita da marzo.",
        "L'uomo è andato in ufficio per la restituzione del furgone.",
        "La polizia cerca gli autori del furto.",
        "L'aver perso la chiave non è grave.",
    ],
)
def test_a_noun_that_names_no_happening_is_no_event(text):
    nouns = {"vendita", "la restituzione", "furto", "aver perso"}
    assert not nouns & set(triggers(text))


def test_who_makes_himself_guilty_did_it():
    text = "L'uomo si era reso responsabile di un furto di biciclette."
    [(_, events)] = extract([Document("a", text, parse_stated("2024-05-07"), "it")])
    assert [(e.trigger, e.actor) for e in events if "furto" in e.trigger] == [("un furto", "uomo")]


@pytest.mark.parametrize(
    ("language", "text", "told", "untold"),
    [
        (
            "it",
            "Il ragazzo è riuscito, con una scusa, a farsi portare in ospedale.",
            "a farsi portare",
            "è riuscito",
        ),
        ("it", "La signora lavorava da due anni come cuoca in un albergo.", None, "lavorava"),
        ("it", "Chi vende questi prodotti deve aver superato un esame.", None, "deve aver superato"),
        ("it", "Le guardie giurate della banca hanno fermato un ladro.", "hanno fermato", "giurate"),
        ("en", "The bomb left up to 12 people dead.", "left", "left up"),
        ("en", "She worked as a maid and broke a plate.", "broke", "worked"),
        ("en", "It is among the ten largest bank holding companies in town.", None, "holding"),
    ],
)
def test_a_deed_is_told_with_its_own_words(language, text, told, untold):
    found = triggers(text, language)
    assert untold not in found
    assert told is None or told in found


@pytest.mark.parametrize(
    "text",
    [
        'Alcuni agenti, presi di mira dai "tiratori", hanno risposto rilanciando i sassi.',
        "L'uomo è stato colpito riportando ferite che lo hanno fermato.",
    ],
)
def test_an_answer_by_deeds_and_what_is_suffered_are_no_statements(text):
    [(_, events)] = extract([Document("a", text, parse_stated("2024-05-07"), "it")])
    assert {e.kind for e in events} == {"action"}


def test_an_answer_in_words_is_a_statement():
    text = "Il ministro ha risposto dicendo: «Non lo so»."
    [(_, events)] = extract([Document("a", text, parse_stated("2024-05-07"), "it")])
    assert {e.kind for e in events} == {"statement"}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "Los bomberos hallaron ayer dos cuerpos en un camino rural.", "hallaron"),
        ("es", "La ministra, que canceló un viaje a Lima, habló en la radio.", "canceló"),
        ("fr", "Deux cadres devraient être entendus vendredi.", "être entendus"),
        ("fr", "La rivière où des poissons ont été trouvés est fermée.", "ont été trouvés"),
        ("pt", "Os bombeiros encontraram ontem dois corpos numa estrada.", "encontraram"),
    ],
)
def test_what_is_found_or_heard_is_an_event(language, text, told):
    assert told in triggers(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El pueblo se encuentra a diez kilómetros del mar."),
        ("fr", "L'usine se trouve au bord du fleuve."),
    ],
)
def test_where_something_is_found_is_a_state(language, text):
    assert triggers(text, language) == []
