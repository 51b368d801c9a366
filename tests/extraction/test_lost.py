"""Subjects that a parser hung elsewhere, in a language whose finite verbs always have one."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def row(text: str, trigger: str, language: str = "en") -> Event:
    """Give the row of a trigger."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    return next(e for e in events if trigger in e.trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # an aside between the noun and its verb
        (
            "In a statement, Peter Lund, Arvo's finance director, said the plant would reopen.",
            "said",
            "Peter Lund",
        ),
        (
            "The airline, whose go-it-alone plan nearly proved fatal, now holds talks with two rivals.",
            "holds talks",
            "airline",
        ),
        ("Arvo, which holds 25% of Norsk Malm, would increase the stake.", "would increase", "Arvo"),
        # an object that is the subject of the clause behind it
        (
            "The figures showed the unemployment rate for young men declined to 3 percent.",
            "declined",
            "unemployment rate for young men",
        ),
        ("The panel has indicated the U.S. Navy will barricade the port.", "barricade", "U.S. Navy"),
        ('Ms Holm said her office "just responded to a question" on it.', "responded", "office"),
        # capitals behind a name, a gerund before a noun, a name that a parser took for an adverbial
        ("Norsk Holdings PLC said Michael Holm resigned as manager.", "said", "Norsk Holdings PLC"),
        ("The savings holding company said it expects to finish in May.", "said", "holding company"),
        ("First of Norland Bank Corp. said it completed its purchase.", "said", "Norland Bank Corp."),
        # what an adverbial clause begins with
        ("A farmer was treated for burns after a petrol bomb landed in his yard.", "landed", "petrol bomb"),
        # of verbs in the past joined, whose number no form tells
        ("The blasts in the port on Sunday killed twelve people and injured forty.", "injured", "blasts"),
        # the source at the end of its sentence
        (
            "The tram that derailed will be removed today at the earliest, the city police said.",
            "said",
            "city police",
        ),
        # who speaks behind a quotation
        ('"They have passed five plans and had a vote," said Victor Lund, a scholar.', "said", "Victor Lund"),
        ('"He will win," declared Senator Jan Lund, a friend of Arvo.', "declared", "Jan Lund"),
        # a name behind a year, an aside behind the auxiliary, a quantity alone
        (
            "In 2011 Douglas Lund, a former consultant for Mr. Holm, arranged three sales of land.",
            "arranged",
            "Douglas Lund",
        ),
        ("City officials have, in fact, praised the engineers.", "praised", "City officials"),
        ("Some say they hear the bells of the drowned church.", "say", "Some"),
        # the first word of a text, a newspaper before a day
        ("Bradley apologized for the columns after they came out.", "apologized", "Bradley"),
        ("The Times on Saturday wrote that the port had claimed a loss.", "wrote", "The Times"),
        # a verb joined over a participle, one more verb behind a comma, a predicate of two nouns
        ("Mr Lund met with workers hit by the layoffs and spoke briefly with the chief.", "spoke", "Lund"),
        (
            "Federal agents had a warrant, were enforcing the law, and entered the hall.",
            "entered",
            "Federal agents",
        ),
        ("Lund has been Arvo's top policy aide for years and sent the mayor a letter.", "sent", "Lund"),
        # a title that is no time
        ("The Harbour Times said in an editorial that the mayor should resign.", "said", "Harbour Times"),
        # a clause of place or ownership between the noun and its verb
        (
            "Residents of Alta Vila, where forty houses were swept away, accused the authorities.",
            "accused",
            "Residents of Alta Vila",
        ),
        ("Women of Alta, whose sons were killed, marched to the capital.", "marched", "Women of Alta"),
        # the name behind a noun inside the subject
        ("A dam on the river Tarn burst early on Tuesday, police said.", "burst", "dam"),
        # single quotation marks
        ("'It should never have been this close,' said Kari Holm.", "said", "Kari Holm"),
    ],
)
def test_a_subject_found(text, trigger, actor):
    assert row(text, trigger).actor == actor


def test_nobody_is_carried_over():
    assert row("Mr Brandt met the envoy in Oslo. Bought a boat and left.", "Bought").actor is None


def test_a_reduced_relative_is_done_to_its_noun():
    text = "The stock fell amid concerns over the flaws discovered by Arvo in May."
    found = row(text, "discovered")
    assert found.actor == "Arvo"


def test_an_apostrophe_opens_no_quotation():
    found = row("The firm's boss said the workers' strike had ended.", "said")
    assert found.content == "the workers' strike had ended"
    assert found.quote is None


def test_a_quotation_within_a_quotation():
    text = "''I hate the word 'cheap,' '' Ms Holm said. ''We say 'fair.' It sells,'' she added."
    assert row(text, "said").content == "''I hate the word 'cheap,' ''"
    assert row(text, "added").kind == "statement"


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # the one told, forced or accused acts
        ("The ministry ordered the owners to release the boat.", "release", "owners"),
        ("The army forced the settlers to sell the land.", "sell", "settlers"),
        ("The man accused of killing the mayor fled.", "fled", "man"),
        ("The man accused of killing the mayor fled.", "killing", "man"),
        # the subject over a noun
        ("Norsk Malm announced plans to sell its mill.", "sell", "Norsk Malm"),
        ("The mayor has allocated funds to help build a museum.", "help build", "mayor"),
        # a gerund beside its noun, or between commas
        ("Mr Scharf, ending a two-day visit, said the border was safe.", "ending", "Scharf"),
        (
            "The crowd cheered, with the vanguard of the convoy arriving at noon.",
            "arriving",
            "vanguard of the convoy",
        ),
        ("Mr Brandt somehow avoided a crash despite spinning his car.", "spinning", "Brandt"),
        # verbs in the past that look like participles
        ("Police searched five offices and detained two managers.", "detained", "Police"),
        ("The suspect, arrested on Friday, confessed.", "confessed", "suspect"),
        (
            "Mr Scharf, speaking in Oslo, denied the charge, saying inspectors had found no faults.",
            "had found",
            "inspectors",
        ),
        ("Union leaders urged the operator to suspend services.", "suspend", "operator"),
        # *it* takes up the subject just told
        ("The tram flipped as it hit the bend.", "hit", "tram"),
        # a relative clause behind a time
        (
            "A man was held over the bombing of two banks last year that killed nine people.",
            "killed",
            "bombing of two banks",
        ),
    ],
)
def test_who_is_meant(text, trigger, actor):
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The party rejected a plan to sell the mill.", "sell"),
        ("The minister, asked about the deal, refused to comment.", "asked"),
        ("Asked whether he would step down, Mr Scharf declined to comment.", "Asked"),
        ("Mr Scharf left after it closed the mill.", "closed"),
    ],
)
def test_nobody_is_meant(text, trigger):
    assert row(text, trigger).actor is None


def test_what_is_done_to_whoever_stands_before_a_relative_clause():
    text = "The boy, whose father was rescued from a roof, was taken to hospital."
    assert row(text, "was taken").recipient == "boy"
    assert row(text, "was rescued").recipient == "father"
