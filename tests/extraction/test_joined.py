"""Verbs hung or tagged wrongly beside a conjunction or a pronoun; verbs of several words."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract


def rows(language: str, text: str) -> dict[str, Event]:
    """Give the rows of a text by their triggers."""
    [(_, events)] = extract([Document("a", text, language=language)])
    return {event.trigger: event for event in events}


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("Os guardas prenderam-no na terça-feira.", "prenderam-no", "guardas"),
        ("O juiz pediu-lhes paciência.", "pediu-lhes", "juiz"),
    ],
)
def test_a_verb_with_its_pronoun_behind_a_hyphen_is_a_verb(text, trigger, speaker):
    assert rows("pt", text)[trigger].actor == speaker


def test_a_participle_shares_the_auxiliary_of_the_one_before_it():
    found = rows("fr", "La députée Jeanne Morel a condamné le blocus et exigé une trêve immédiate.")
    assert found["exigé"].actor == "Jeanne Morel"
    assert found["exigé"].recipient is None


def test_what_is_affirmed_after_a_denial_is_not_denied():
    found = rows(
        "fr", "L'état-major a démenti avoir visé une école et affirmé que ses avions avaient détruit un pont."
    )
    assert found["affirmé"].actor == "état-major"
    assert found["avaient détruit"].factuality == "reported"


def test_a_day_before_the_conjunction_is_that_of_the_saying():
    found = rows("es", "El ministerio prometió en febrero que las obras comenzarían antes del verano.")
    assert found["prometió"].time_text == "febrero"
    assert found["comenzarían"].time_text != "febrero"


def test_not_to_exclude_is_to_hold_for_possible():
    found = rows("fr", "Le président ira à Lyon. Il n'a pas exclu de signer une trêve.")
    assert found["a pas exclu"].speech_act == "deny"
    assert found["signer une trêve"].factuality == "possible"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [("La maire de Valbrun, Odile Castan, est partie lundi. Elle a nié avoir menti.", "Odile Castan")],
)
def test_an_article_tells_the_gender_of_an_office(text, speaker):
    assert rows("fr", text)["a nié"].actor == speaker


@pytest.mark.parametrize(
    ("language", "text", "trigger", "kind"),
    [
        ("es", "El concejal quedó en libertad el martes.", "quedó en libertad", "CONCEDE"),
        ("fr", "Le chauffeur a été placé en garde à vue mardi.", "a été placé en garde à vue", "COERCE"),
        ("fr", "Trois ouvriers ont trouvé la mort mardi.", "ont trouvé la mort", None),
        ("pt", "Três operários perderam a vida na terça-feira.", "perderam a vida", None),
    ],
)
def test_verbs_of_several_words(language, text, trigger, kind):
    assert rows(language, text)[trigger].event_type == kind


@pytest.mark.parametrize(
    ("language", "text", "verb", "source"),
    [
        ("es", "Norlandia rechazó la mediación, de acuerdo con un diplomático.", "rechazó", "diplomático"),
        ("pt", "A Norlândia recusou a mediação, de acordo com um diplomata.", "recusou", "diplomata"),
    ],
)
def test_a_source_phrase_of_several_words_names_no_recipient(language, text, verb, source):
    event = rows(language, text)[verb]
    assert (event.recipient, event.factuality, event.attribution) == (None, "reported", [source])


def test_what_comes_to_light_is_said_by_nobody():
    found = rows("es", "La empresa cerró la planta el lunes. Según trascendió, el taller está vacío.")
    assert found["trascendió"].actor is None


def test_what_follows_a_judgement_with_its_object_is_not_said_by_the_judges():
    found = rows("pt", "Os sindicatos criticaram-na duramente: convocaram uma greve geral em maio.")
    assert found["convocaram uma greve"].factuality == "asserted"


def test_a_pronoun_that_looks_like_an_article_is_no_thing():
    assert rows("pt", "A polícia prendeu dois jovens. Uma juíza os libertou.")["libertou"].object is None


@pytest.mark.parametrize(
    ("language", "text", "verb", "unit"),
    [
        ("fr", "Des milliers d'habitants ont fui la vallée.", "ont fui", "habitants"),
        ("pt", "Milhares de habitantes fugiram do vale.", "fugiram", "habitantes"),
    ],
)
def test_the_unit_of_thousands_is_who_they_are(language, text, verb, unit):
    assert rows(language, text)[verb].count_unit == unit


def test_money_is_no_recipient():
    event = rows("pt", "A empresa perdeu 40 milhões de reais em 2023.")["perdeu"]
    assert (event.recipient, event.object) == (None, "40 milhões de reais")


def test_who_is_quoted_as_a_source_does_no_deed():
    assert "citées" not in rows(
        "fr", "Dix ouvriers sont morts, selon des sources citées par l'agence Norpresse."
    )


def test_what_a_source_asked_for_is_no_part_of_what_it_said():
    found = rows(
        "fr", "La Norlandie aurait rejeté la trêve, à en croire un diplomate qui a requis l'anonymat."
    )
    assert found["à en croire"].content == "La Norlandie aurait rejeté la trêve"
    assert found["a requis"].factuality == "asserted"


@pytest.mark.parametrize(
    ("language", "text", "verb", "label"),
    [
        (
            "fr",
            "« J'ai signé l'accord », a déclaré Odile Castan.",
            "ai signé l'accord",
            "Odile Castan: « J'ai signé l'accord »",
        ),
        (
            "es",
            "«He firmado el acuerdo», dijo Rosa Calleja.",
            "He firmado el acuerdo",
            "Rosa Calleja: «He firmado el acuerdo»",
        ),
    ],
)
def test_a_deed_told_by_its_doer_is_labelled_in_own_words(language, text, verb, label):
    assert rows(language, text)[verb].summary == label
