"""Forms of verbs, and nouns, that say what something is like or what is spoken of."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import extract


def triggers(text, language="en"):
    [(_, events)] = extract([Document("a", text, language=language)])
    return [e.trigger for e in events]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The firm lost ground because of the higher selling prices.", "selling"),
        ("The army sent men to neighbouring countries.", "neighbouring"),
        ("He paid the price for hurting the farmers.", "hurting"),
        ("Officers have found evidence linking the two cases.", "linking"),
        ("The law protects witnesses from being murdered.", "being murdered"),
        ("The company grew in the quarter ended June 30.", "ended"),
        ("The firm reported a loss of $3 million, compared with a profit a year earlier.", "compared"),
        ("There may be a fortune to be made in wool.", "be made"),
    ],
)
def test_qualities(text, word):
    assert not any(word in t for t in triggers(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Lee criticised the mayor for reopening the road.", "reopening"),
        ("The ferry sank in the bay, killing nine people.", "killing"),
        ("Officers saw two men leaving the bank.", "leaving"),
        ("The court insisted that the boy be returned to him.", "be returned"),
    ],
)
def test_deeds(text, word):
    assert any(word in t for t in triggers(text))


def test_nouns_of_figures_and_of_people():
    assert "loss" not in " ".join(triggers("The company had a loss of $4 million last year."))
    assert "victims" not in " ".join(triggers("The police met the three victims of the crash."))
    assert "Two victims" in triggers("Two victims in the fire at Lee Mill.") or "victims" in triggers(
        "Two victims in the fire at Lee Mill."
    )


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("it", "La serata si è conclusa con un concerto.", "conclusa"),
        ("it", "I due ladri hanno atteso che il custode uscisse.", "atteso"),
        ("it", "Il testimone ha riconosciuto il ladro.", "riconosciuto"),
        ("it", "Il ladro è stato condannato a sei mesi.", "condannato"),
        ("it", "Il ragazzo ha appoggiato la bicicletta al muro.", "appoggiato"),
        ("it", "Cercano un investitore disposto a comprare le azioni.", "disposto"),
        ("en", "The drop underscores the risk of a strike.", "underscores"),
        ("es", "El testigo ha reconocido al ladrón.", "reconocido"),
    ],
)
def test_verbs_of_saying_that_say_nothing(language, text, word):
    [(_, events)] = extract([Document("a", text, language=language)])
    assert not [e.trigger for e in events if e.kind == "statement" and word in e.trigger]


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("it", "Il ministro ha appoggiato la proposta.", "appoggiato"),
        ("it", "Il sindaco ha concluso: «Il ponte riapre domani».", "concluso"),
        ("it", "La ministra si è detta disposta a trattare.", "detta"),
        ("it", "La ministra è disposta a trattare.", "disposta"),
        ("en", "Officials underscored the risk of a strike.", "underscored"),
    ],
)
def test_verbs_of_saying_that_say_something(language, text, word):
    [(_, events)] = extract([Document("a", text, language=language)])
    assert [e.trigger for e in events if e.kind == "statement" and word in e.trigger]


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("it", "Il padrone è arrabbiato con i vicini.", "arrabbiato"),
        ("en", "Fans were outraged by the price.", "outraged"),
        ("it", "Le norme che attualmente tutelano i cittadini sono tre.", "tutelano"),
        ("it", "Sommando i due mesi si arriva a cento furti.", "Sommando"),
    ],
)
def test_how_things_are(language, text, word):
    assert not any(word in t for t in triggers(text, language))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("I ladri hanno preso di mira una farmacia.", "hanno preso di mira"),
        ("La banda aveva messo a soqquadro la casa.", "aveva messo a soqquadro"),
        ("Le indagini sono state portate a termine ieri.", "sono state portate a termine"),
    ],
)
def test_the_whole_phrase_is_the_trigger(text, trigger):
    assert any(trigger in t for t in triggers(text, "it"))


def test_infinitives_of_what_is_meant_are_no_statements():
    [(_, events)] = extract([Document("a", "È vietato fumare, vale a dire che è un reato.", language="it")])
    assert not [e for e in events if e.kind == "statement"]
    text = "Il giudice ha disposto il divieto di comunicare con la donna."
    [(_, events)] = extract([Document("a", text, language="it")])
    assert not [e for e in events if e.trigger == "comunicare"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Spariti poco più di 300 euro e due anelli.", "Spariti"),
        ("Ritorna alla macchina e la trova devastata: rotti tutti i vetri.", "rotti"),
        ("I ladri sono entrati tentando di rubare una bicicletta.", "tentando di rubare"),
    ],
)
def test_participles_that_open_and_gerunds_of_trying(text, trigger):
    assert trigger in triggers(text, "it")


def test_what_is_often_done_is_no_event():
    assert triggers("The trays are often used by cooks.") == []


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "The ruling followed a strike by dockers.", "followed"),
        ("en", "Ann Lee in Lisbon contributed to this article.", "contributed"),
        ("it", "La risposta è stata immediata.", "immediata"),
    ],
)
def test_order_credits_and_adjectives(language, text, word):
    assert not any(word in t for t in triggers(text, language))


def test_the_trigger_of_a_noun_takes_the_whole_phrase():
    [told] = [t for t in triggers("Il furto messo a segno ieri è costato molto.", "it") if "furto" in t]
    assert told == "furto messo a segno"


def test_prepositions_inversions_and_votes():
    assert "was taken" in triggers("No decision was taken on job cuts.")
    assert triggers("Had the merger gone ahead, the bank would have closed.") == []
    assert triggers("The bill passed by 52 votes to 40.") == ["passed"]
    [(_, events)] = extract([Document("a", "The president dismissed the minister on Monday.", language="en")])
    assert [e.kind for e in events] == ["action"]


def test_a_phrase_tells_one_statement():
    [(_, events)] = extract(
        [Document("a", "La famiglia ha fatto sapere di sperare nella grazia.", language="it")]
    )
    assert [(e.trigger, e.speech_act) for e in events if e.kind == "statement"][:1] == [
        ("ha fatto sapere", "say")
    ]
    assert "sapere" not in [e.trigger for e in events]
