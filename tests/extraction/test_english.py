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
