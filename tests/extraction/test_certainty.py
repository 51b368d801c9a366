"""How sure an event is that stands below a modal, a charge, a denial, a verb of mind."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract


def rows(language: str, text: str) -> list[Event]:
    """Give the rows of a text."""
    [(_, events)] = extract([Document("a", text, language=language)])
    return events


def row(language: str, text: str, trigger: str) -> Event:
    """Give the row whose trigger ends with the words."""
    return next(e for e in rows(language, text) if e.trigger.endswith(trigger))


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "La polizia ha dovuto evacuare il palazzo.", "evacuare"),
        ("it", "I soldati dovettero lasciare la città.", "lasciare"),
        ("it", "Gli operai hanno potuto riaprire la scuola.", "riaprire"),
        ("es", "El preso pudo escapar.", "escapar"),
        ("pt", "O preso pôde fugir.", "fugir"),
        ("fr", "La police a dû évacuer l'immeuble.", "évacuer"),
        ("en", "The Cubs went on to lose the game.", "lose"),
        ("en", "The guards let the prisoners escape.", "escape"),
        ("it", "È stato condannato per il furto di una bici.", "furto"),
        ("en", "The man was convicted of killing his brother.", "killing"),
        ("it", "Due ladri sono entrati nel bar forse in cerca di denaro.", "entrati"),
        ("it", "I due sono denunciati per l'inosservanza dei divieti imposti dal sindaco.", "imposti"),
        ("it", "L'uomo ha rubato un casco. I vigili hanno fermato un 40enne albanese.", "ha rubato"),
        ("en", "The boy can be seen shouting and hitting the guard.", "hitting"),
        ("en", "The bank will close, after losing 3 million dollars in 2019.", "losing"),
        ("en", "The firm would not explain the delay, citing a rival.", "explain"),
    ],
)
def test_what_came_about_is_asserted(language, text, trigger):
    assert row(language, text, trigger).factuality == "asserted"


@pytest.mark.parametrize(
    ("language", "text", "trigger", "factuality"),
    [
        ("it", "Il prigioniero poteva fuggire in Francia.", "fuggire", "possible"),
        ("it", "Un passante avrà chiamato i soccorsi.", "chiamato", "possible"),
        ("pt", "O piloto terá fugido para o Brasil.", "fugido", "reported"),
        ("it", "È accusato di aver ucciso il fratello.", "ucciso", "reported"),
        ("it", "È stato denunciato per il furto di una bici.", "furto", "reported"),
        ("it", "È stato arrestato per aver rubato due bici.", "rubato", "reported"),
        ("en", "The man is accused of killing his brother.", "killing", "reported"),
        ("en", "The clerk was arrested for stealing 20 bottles.", "stealing", "reported"),
        ("en", "The driver was arrested on suspicion of killing a cyclist.", "killing", "reported"),
        ("en", "The man denied stealing the car.", "stealing", "denied"),
        ("en", "The guard prevented him from killing the dog.", "killing", "denied"),
        ("en", "The minister said he would resign on Monday.", "resign", "planned"),
        ("en", "He is going to leave the town.", "leave", "planned"),
        ("it", "Ci sarebbero due morti.", "morti", "reported"),
        ("it", "Potrebbero esserci 3 morti.", "morti", "possible"),
        ("fr", "D'après un médecin, plus de mille blessés auraient été soignés.", "soignés", "reported"),
        ("en", "They allegedly photographed the base and sent the films to a friend.", "sent", "reported"),
        ("en", "They allegedly photographed air defences abroad.", "photographed", "reported"),
        ("en", "The army may have shelled the port and killed three sailors.", "killed", "possible"),
        ("it", "I ladri avrebbero forzato la porta e rubato il denaro.", "rubato", "reported"),
        ("en", "This could include taxing some of their income.", "taxing", "possible"),
        ("en", "The firm will build a plant, using workers of its rival.", "using", "planned"),
        ("it", "La banca aprirà una filiale assumendo trenta persone.", "assumendo", "planned"),
        ("en", "She encouraged her fans to denounce the plan.", "denounce", "planned"),
        ("en", "The firm refused to confirm that the boat had sunk.", "confirm", "denied"),
        ("it", "Se non pioverà entro giugno, il grano seccherà.", "pioverà", "possible"),
        (
            "en",
            "Norland said it would lift the ban once the rebels had laid down their arms.",
            "had laid down",
            "planned",
        ),
        ("en", "The bank will be sold after the court has ruled on it.", "has ruled", "planned"),
        ("en", "Mr Lee will direct the work, helped by his brother.", "helped", "planned"),
    ],
)
def test_what_may_be_is_not_asserted(language, text, trigger, factuality):
    assert row(language, text, trigger).factuality == factuality


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The driver avoided a crash despite spinning his car.", "spinning"),
        ("The band stopped playing the song in May.", "playing"),
        ("The tram failed to halt while travelling to the depot.", "travelling"),
    ],
)
def test_a_gerund_beside_is_not_denied(text, trigger):
    assert {e.factuality for e in rows("en", text) if e.trigger.endswith(trigger)} <= {"asserted"}


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "Il sindaco non ha potuto riaprire la scuola.", "riaprire"),
        ("en", "The keeper could not save the penalty.", "save"),
    ],
)
def test_what_could_not_be_done_was_not_done(language, text, trigger):
    found = row(language, text, trigger)
    assert (found.factuality, found.polarity) == ("asserted", "negative")


def test_what_is_noticed_is_a_fact():
    found = row("it", "Il vigile si è accorto che i ladri avevano preso le stecche.", "preso")
    assert (found.factuality, found.attribution) == ("asserted", [])


def test_what_is_not_believed_is_never_asserted_and_what_follows_is():
    text = "Il custode non credeva che i ladri avevano rubato la merce. Due uomini hanno ferito un agente."
    told = [e.trigger for e in rows("it", text) if e.kind == "action" and e.factuality == "asserted"]
    assert told == ["hanno ferito"]


def test_what_is_asked_is_not_asserted():
    assert "asserted" not in {e.factuality for e in rows("en", "Did the army bomb the bridge?")}
    assert "asserted" not in {e.factuality for e in rows("it", "Hanno rubato l'auto?")}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The firm may be told of it before a merger takes place.", "takes"),
        (
            "Ariston will then be closed, with any remaining holders receiving a share of 3 dollars.",
            "receiving",
        ),
        ("The manager recommended that the dividend be restored.", "be restored"),
        ("The split was aimed at helping the shares.", "helping"),
    ],
)
def test_what_is_yet_to_come_is_planned(text, trigger):
    assert row("en", text, trigger).factuality == "planned"


def test_a_going_is_no_row():
    assert [e.trigger for e in rows("en", "He is going to leave the town.")] == ["leave"]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "factuality"),
    [
        (
            "it",
            "La donna andò in caserma per denunciare che due uomini avevano rubato la moto.",
            "rubato",
            "reported",
        ),
        ("it", "L'uomo ha chiamato la polizia per dire che il ponte era crollato.", "crollato", "reported"),
        ("en", "He closed the gate in order to avoid the miners occupying the pit.", "occupying", "possible"),
    ],
)
def test_what_a_deed_is_done_for(language, text, trigger, factuality):
    assert row(language, text, trigger).factuality == factuality


def test_what_one_takes_care_to_avoid_is_never_told():
    told = rows("it", "La donna ha chiuso la porta per evitare che i ladri portassero via la cassa.")
    assert [e.trigger for e in told] == ["ha chiuso"]
