"""Whom a pronoun stands for: the subject of the clause over it, whoever speaks, the last one that fits."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def rows(text: str, language: str = "en") -> list[Event]:
    """Give the rows of a text."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    return events


def actor_of(text: str, trigger: str, language: str = "en") -> str | None:
    """Give who does what a trigger tells."""
    return next(e.actor for e in rows(text, language) if e.trigger == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # whoever says it, also by a noun of unknown kind
        ("Marnewest, which has a stake in Olda, said it may buy more shares.", "may buy", "Marnewest"),
        ("The food brand said it was closing a plant.", "was closing", "food brand"),
        ("Air Force fliers say they bombed the bridge.", "bombed", "Air Force fliers"),
        # the subject of the main clause
        ("The tram fell over as it entered a bend.", "entered", "tram"),
        ("Rescuers used dogs, but they failed to find the boy.", "failed", "Rescuers"),
        ("Two Kandra soldiers died. Turks feel they have ties to the land, which they ruled for ages.",
         "ruled", "Turks"),
        # a body that speaks may be they
        ("The United States sent agents. Kenyan police said on Tuesday they had arrested ten men.",
         "had arrested", "Kenyan police"),
    ],
)  # fmt: skip
def test_the_subject_of_the_clause_over_it(text: str, trigger: str, actor: str) -> None:
    assert actor_of(text, trigger) == actor


def test_what_is_only_there_is_taken_up_by_nobody() -> None:
    text = "Agents of the court came on Monday. There will be hundreds here if they seize the boy."
    assert actor_of(text, "seize") != "hundreds"


def test_whose_thing_it_is_and_not_the_thing() -> None:
    assert actor_of("Their boat sank as they left the harbour.", "left") != "boat"


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # quotation marks of every kind part what is said from what is told
        (
            "Ann Dudley assailed the plan. ``I think that when groups and firms and officials plan it "
            "they are wrong,'' she said.",
            "said",
            "Ann Dudley",
        ),
        # the end of a quotation that an earlier paragraph begins opens none
        (
            'The cause is open." Pat Rooke described the scene as "chaos", adding: "They drive fast."',
            "adding",
            "Pat Rooke",
        ),
        # nor does the mark with which a paragraph goes on close one
        (
            'Ann Lee said: "He was kind. "We met in May." And Paul Marsh called it "fine", saying it ended.',
            "saying",
            "Paul Marsh",
        ),
    ],
)
def test_marks_of_quotations(text: str, trigger: str, actor: str) -> None:
    assert actor_of(text, trigger) == actor


def test_out_of_a_quotation_to_those_told_of_before_it() -> None:
    text = 'Cuban agents will arrive on Monday. "They are coming with everyone," said Armando Sanjurjo.'
    assert actor_of(text, "are coming") == "Cuban agents"
    text = 'Three guards said on Monday: "They shot the driver."'
    assert actor_of(text, "shot") is None


def test_a_name_with_an_article_is_nobody_with_a_gender() -> None:
    text = "Mike Brown left on Monday. The Norwick Relief Circle came. He told reporters that it was over."
    assert actor_of(text, "told") == "Mike Brown"


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # the only noun of the sentence that agrees
        ("Warships blockaded Ruvania until it withdrew its troops.", "withdrew", "Ruvania"),
        ("Marsh eluded detectives since they obtained a warrant.", "obtained", "detectives"),
        # more than one may be meant
        ("Guards took the lorry to the bridge before it fell into the river.", "fell", None),
        # what the sentence before is about, where nobody with a name fits better
        (
            "Rebels burned the palace. The rebellion killed hundreds of people. It also reignited the war.",
            "reignited",
            "rebellion",
        ),
    ],
)
def test_things_and_groups_just_told_of(text: str, trigger: str, actor: str | None) -> None:
    assert actor_of(text, trigger) == actor


def test_an_empty_pronoun_stands_for_nothing() -> None:
    text = "The report told of losses. It emerged that the firm had sold the plant."
    assert all(e.actor != "report" for e in rows(text) if e.trigger == "emerged")


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # whose plan it is: never a thing where the possessive tells a gender
        ("Anna Lee sold the firm. Critics attacked her decision to leave the country.", "leave", "Anna Lee"),
    ],
)
def test_whose_plan_it_is(text: str, trigger: str, actor: str) -> None:
    assert actor_of(text, trigger) == actor
