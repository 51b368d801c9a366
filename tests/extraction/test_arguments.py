"""What is given is the thing, who gets it the recipient; a weekday belongs to the verb."""

from __future__ import annotations

import pytest

from timeline import LanguageError
from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def row(text: str, trigger: str, language: str) -> Event:
    try:
        [(_, events)] = extract([Document("x", text, UNKNOWN_WHEN, language)])
    except LanguageError:
        pytest.skip(f"no pipeline for {language} is installed")
    return next(e for e in events if e.trigger == trigger)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "recipient", "thing"),
    [
        ("en", "Norway sent 20 nurses to Haiti on Monday.", "sent", "Haiti", "20 nurses"),
        ("it", "Il sindaco ha consegnato le chiavi a Rossi.", "ha consegnato", "Rossi", "le chiavi"),
        ("es", "El alcalde le ofreció un hospital de campaña.", "ofreció", None, "un hospital de campaña"),
        ("fr", "La France a livré des camions à l'Ukraine.", "a livré", "Ukraine", "des camions"),
        (
            "pt",
            "O presidente entregou a taça ao atleta no domingo.",
            "entregou",
            "atleta",
            "a taça ao atleta",
        ),
        ("it", "Il premier gli ha promesso due ospedali.", "ha promesso", None, "due ospedali"),
        ("es", "Duval no pidió tropas extranjeras.", "pidió", None, "tropas extranjeras"),
    ],
)
def test_what_is_given_is_no_recipient(language, text, trigger, recipient, thing):
    found = row(text, trigger, language)
    assert (found.recipient, found.object) == (recipient, thing)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "actor", "recipient"),
    [
        ("fr", "Le soldat a été tué par une mine dimanche.", "a été tué", "mine", "soldat"),
        ("fr", "La police a arrêté trois hommes lundi.", "a arrêté", "police", "trois hommes"),
        ("en", "Police arrested three men Monday.", "arrested", "Police", "three men"),
    ],
)
def test_a_weekday_is_no_part_of_the_noun_before_it(language, text, trigger, actor, recipient):
    found = row(text, trigger, language)
    assert (found.actor, found.recipient) == (actor, recipient)


def test_a_reflexive_perfect_is_active():
    assert row("L'ONU s'en est félicitée.", "s'en est félicitée", "fr").actor == "ONU"


def test_a_pronoun_is_not_the_one_who_does_it():
    found = row("Norway has backed Ukraine since 2022, lending it 900 million euros.", "lending", "en")
    assert (found.actor, found.recipient) == ("Norway", None)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "who"),
    [
        (
            "it",
            "Hanno salvato un quinto uomo, mentre un sesto risulta disperso.",
            "risulta disperso",
            "sesto",
        ),
        ("en", "Two men were arrested and a third fled.", "fled", "third"),
        ("es", "Dos hombres fueron detenidos y un tercero huyó.", "huyó", "tercero"),
        ("pt", "Dois homens foram detidos e um terceiro fugiu.", "fugiu", "terceiro"),
        ("fr", "Deux hommes ont été arrêtés, un troisième a pris la fuite.", "a pris la fuite", "troisième"),
    ],
)
def test_an_ordinal_without_a_noun_is_somebody_else(language, text, trigger, who):
    found = row(text, trigger, language)
    assert who in (found.actor, found.recipient)


def test_a_noun_in_a_quotation_negates_nothing_outside():
    found = row("« C'est un premier pas », a ajouté le maire.", "a ajouté", "fr")
    assert (found.actor, found.polarity) == ("maire", "positive")


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        (
            "Onze soldats ont été tués, ont indiqué lundi des sources militaires.",
            "ont indiqué",
            "sources militaires",
        ),
        ("Le Parti des Lacs, dont il est membre, l'a suspendu mercredi.", "a suspendu", "Parti des Lacs"),
        ("L'état-major a confirmé l'attaque lundi.", "a confirmé", "état-major"),
    ],
)
def test_french_subjects_that_parsers_miss(text, trigger, actor):
    assert row(text, trigger, "fr").actor == actor


def test_what_is_promised_stands_beside_whom():
    found = row("Le ministre a promis vendredi aux familles une indemnité.", "a promis", "fr")
    assert (found.recipient, found.object) == ("familles", "une indemnité")


def test_a_reflexive_future_stays_one():
    [(_, events)] = extract([Document("x", "Sa cheffe se rendra à Alger.", UNKNOWN_WHEN, "fr")])
    assert [e.tense for e in events] == ["future"]
