"""English: who does what, where parsers err, and what is no event at all."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def rows(text: str) -> list[Event]:
    """Give the rows of an English text."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "en")])
    return events


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "actor"),
    [
        # a past form that hangs on its subject like a participle
        (
            'The party called the vote "a disgrace" and urged the president to veto it.',
            "statement",
            "urged",
            "party",
        ),
        ("A passerby called police to report the body.", "statement", "called", "passerby"),
        (
            "The currency has fallen after voters backed leaving the trade bloc in a June referendum.",
            "statement",
            "backed",
            "voters",
        ),
        (
            "At least nine are dead after a coach overturned in Lisbon.",
            "action",
            "overturned",
            "coach",
        ),
        ("The scene after a coach overturned in Lisbon, trapping nine.", "action", "overturned", "coach"),
        (
            "However, the Kurdish exile community called for more strikes.",
            "action",
            "called",
            "Kurdish exile community",
        ),
        ("Both deputies requested anonymity.", "statement", "requested", "deputies"),
        # a verb that was taken for a noun
        ("Police shot three people in Memphis on Monday.", "action", "shot", "Police"),
        (
            "According to two officials who asked not to be named, the army shot three farmers.",
            "action",
            "shot",
            "army",
        ),
        # verbs one after another in a relative clause
        (
            "The envoy was hurt in the blast, which damaged the embassy, shattered the roof of the bank "
            "and toppled the town hall.",
            "action",
            "toppled",
            "blast",
        ),
    ],
)
def test_who_does_it(text: str, kind: str, trigger: str, actor: str) -> None:
    found = next(e for e in rows(text) if e.trigger == trigger)
    assert (found.kind, found.actor) == (kind, actor)


def test_a_participle_with_an_object_stays_one() -> None:
    events = rows("A man called Reed was arrested. The boy given a prize thanked her.")
    assert not {"called", "given"} & {e.trigger for e in events if e.actor in ("man", "boy")}


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("A spokeswoman for Prime Minister Tom Ashby denied the report.", "denied", "spokeswoman"),
        ("The boy's father, Ned Ortega, left the house.", "left", "Ned Ortega"),
        (
            'One organiser of the march, Hal Sutter, told us that it would go on. "We lost," he admitted.',
            "admitted",
            "Hal Sutter",
        ),
    ],
)
def test_the_name_beside_a_noun(text: str, trigger: str, actor: str) -> None:
    assert next(e.actor for e in rows(text) if e.trigger == trigger) == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Ann Lee met the boy. The boy's father left. She resigned.", "resigned", "Ann Lee"),
        ("Ann Lee met the boy. The boy's father left. He resigned.", "resigned", "father"),
        ('Omar Reed stood in the dock. "He killed my sister," she told the court.', "told", None),
        ("Mary Todd met the spokesman Al Grant. She left.", "left", "Mary Todd"),
    ],
)
def test_a_pronoun_stands_for_nobody_of_the_other_gender(text: str, trigger: str, actor: str | None) -> None:
    assert next(e.actor for e in rows(text) if e.trigger == trigger) == actor


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("A loan.\n\nIt is rainy.\n\nThe loan carries interest. Ann Lee wins at Lisbon.", {"wins"}),
        ("Rain fell on a firm which makes tyres.", {"fell"}),
        ("Police often arrest people there. Police arrested Ann Lee.", {"arrested"}),
        ("The deal would have made him rich. The deal collapsed.", {"collapsed"}),
        ("Only those who can petition the court are heard. She returns on May 24.", {"returns"}),
        ("The general said he would attack the town.", {"said", "would attack"}),
    ],
)
def test_a_habit_or_what_never_was_is_no_event(text: str, triggers: set[str]) -> None:
    assert {e.trigger for e in rows(text)} == triggers


@pytest.mark.parametrize(
    ("text", "trigger", "event_type"),
    [
        ("The rebels gunned down two men.", "gunned down", "ASSAULT"),
        ("The minister stepped down on Monday.", "stepped down", "CONCEDE"),
        ("The board turned him down.", "turned him down", "REJECT"),
        ("Police opened fire on the crowd.", "opened fire", "ASSAULT"),
        ("The girl had already shown off her skill.", "had already shown off", None),
        ("The crowd did not back down on Friday.", "did not back down", "CONCEDE"),
    ],
)
def test_a_verb_of_several_words_is_one(text: str, trigger: str, event_type: str | None) -> None:
    assert [(e.trigger, e.event_type) for e in rows(text)] == [(trigger, event_type)]


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ('"I attacked the man," Ann Lee said.', "attacked", "Ann Lee", "man"),
        ('"They attacked us in the street," said the mayor.', "attacked", None, "mayor"),
        ('The company said: "We chose to change the shape."', "change", "company", None),
        (
            'The mayor said: "They called us at six on Monday." We have sent a doctor to the camp.',
            "have sent",
            "mayor",
            None,
        ),
    ],
)
def test_the_first_person_is_who_speaks(
    text: str, trigger: str, actor: str | None, recipient: str | None
) -> None:
    [found] = [e for e in rows(text) if e.trigger == trigger]
    assert (found.actor, found.recipient) == (actor, recipient)


def test_a_topic_before_a_colon_says_nothing() -> None:
    assert not [e for e in rows("Trump election: Thousands protest in New York.") if e.kind == "statement"]
    assert [e.actor for e in rows("Putin: We will win the war.") if e.kind == "statement"] == ["Putin"]


def test_a_gerund_that_only_names_is_no_event() -> None:
    text = (
        "The firm used the money for many ends, including opening new shops. He was accused of stealing it."
    )
    assert [e.trigger for e in rows(text)] == ["used", "was accused", "stealing"]


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Ann Lee wept after Donald Hall defeated Bob Ray.", "defeated", "Donald Hall"),
        ("PA Martin Hale survived the crash. Martin Hale left.", "survived", "Martin Hale"),
        ("GETTY Hale will meet Paul Ryan. Martin Hale left.", "will meet", "Martin Hale"),
    ],
)
def test_small_words_before_a_name(text: str, trigger: str, actor: str) -> None:
    assert next(e.actor for e in rows(text) if e.trigger == trigger) == actor


@pytest.mark.parametrize(
    "text",
    [
        "The firm bought the bank for stock valued at about $18 million.",
        "The firm bought the bank. Ann Lee was left furious after the sale.",
        "The firm bought the bank, which has faced competition.",
    ],
)
def test_how_things_are_is_no_event(text: str) -> None:
    assert {e.trigger for e in rows(text)} - {"sale", "the sale"} == {"bought"}


def test_who_is_kept_from_it_did_not_do_it() -> None:
    found = next(
        e for e in rows("The police barred the crowd from reaching the park.") if "reach" in e.trigger
    )
    assert (found.actor, found.factuality) == ("crowd", "denied")
