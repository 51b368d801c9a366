"""English clauses that a parser breaks at a word it takes for another part of speech."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def rows(text: str) -> dict[str, Event]:
    """Give the rows of a text by their triggers."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "en")])
    return {event.trigger: event for event in events}


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ('"People there have eaten grass," said Ann Lund.', "have eaten", "People"),
        ("Rita Ibarra is a baker. Ibarra denies assaulting a guard.", "denies", "Rita Ibarra"),
        ("Violent clashes broke out between farmers and police.", "broke out", "Violent clashes"),
        ('The harbour board met. "It lets us get boats moving again," its chief executive, Ann Lund,'
         " told reporters.", "told", "Ann Lund"),
        ('Max Hall won the cup. Equally delighted was Pia Lund, the coach. She said: "He was great."',
         "said", "Pia Lund"),
        ("The spokesman accused the army of shelling two farms hours before the truce took effect,"
         " killing six civilians.", "killing", "army"),
    ],
)  # fmt: skip
def test_who_acts_in_a_broken_clause(text: str, trigger: str, actor: str) -> None:
    assert rows(text)[trigger].actor == actor


def test_what_is_shelled_before_a_time_is_no_part_of_the_time() -> None:
    text = "Rebels accused the army of shelling two farms hours before the truce took effect at midnight."
    assert rows(text)["shelling"].object == "two farms"
