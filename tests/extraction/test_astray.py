"""Subjects lost in what stands between them and their verb."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def row(text: str, trigger: str) -> Event:
    """Give the row of a trigger."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "en")])
    return next(e for e in events if trigger in e.trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # what stands right before the verb belongs to a phrase or participle
        (
            "The crowded ferry's collision during the morning rush hour occurred in heavy rain.",
            "occurred",
            "collision",
        ),
        (
            "The belief that the rebels want to destroy Arvo may increase support for Mr Lund.",
            "may increase",
            "belief",
        ),
        (
            "Rescue teams and Norsk Police officers assigned to a joint task force here searched the flat.",
            "searched",
            "Rescue teams and Norsk Police officers",
        ),
        # what follows a small word that opens a clause
        (
            "The gang released alarming footage after one of the gunmen drove a lorry into the base.",
            "drove",
            "one of the gunmen",
        ),
        (
            "He was found off the Danish coast on Monday after a boat carrying him from Norway sank.",
            "sank",
            "boat",
        ),
        # an aside between commas
        (
            "The five-year-old, whose name remains unknown, plunged into the river at around 9am local time "
            "on Monday in a remote village.",
            "plunged",
            "five-year-old",
        ),
        # a list inside what is said
        (
            "Mr Lund's lawyer, Peter Holm, said the stranger's bullet entered through a kitchen window, hit "
            "Lund in the back and exited through his chest.",
            "hit",
            "bullet",
        ),
    ],
)
def test_the_subject_of_a_verb_is_found_over_what_stands_between(text: str, trigger: str, actor: str) -> None:
    found = row(text, trigger).actor
    assert found is not None
    assert actor in found


def test_a_first_past_beside_a_finite_verb_is_a_participle() -> None:
    text = "Sales increased in the quarter ended Sept. 30 to $74 million from $62 million a year ago."
    assert row(text, "increased").actor == "Sales"


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("President Omar Reed Thursday condemned the attack at the port.", "condemned", "Omar Reed"),
        ("Other Reed administration officials said so. Later Mr Reed met the mayor.", "met", "Reed"),
        # a pronoun of persons stands for nobody's arrest
        ("Alba offered cash for the arrest of Omar Reed, who fled the country in May.", "fled", "Omar Reed"),
    ],
)
def test_days_quantities_and_things_are_no_part_of_who_acts(text: str, trigger: str, actor: str) -> None:
    assert row(text, trigger).actor == actor
