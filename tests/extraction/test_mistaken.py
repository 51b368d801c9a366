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
        ("Police detained Omar Reed as he left the bank.", "detained", "Police"),
        ("Ann Lund talks to reporters in Oslo on Tuesday.", "talks", "Ann Lund"),
        ("LUNDBERG FILMS INC. said it raised nine million dollars.", "raised", "LUNDBERG FILMS INC"),
        # no word of another kind, but who it is that the words before name
        ("The stage is set for Malaysians to seize the chance.", "seize", "Malaysians"),
        ("He needed to finish first in order to stop the German clinching the cup.", "clinching", "German"),
        ('"It is late," said Ann Lund of the charity Alba Nova, who visited the town in May.', "visited",
         "Ann Lund"),
        ("The members took part in the ballot, and 71 percent backed a deal that raises wages.", "backed",
         "71 percent"),
        ("Police arrested ten pickets on 3 March when they tried to block a convoy.", "tried to block",
         "ten pickets"),
        ("Police caught three boys when they climbed the fence.", "climbed", "three boys"),
        ("Police raided two houses as they searched for him.", "searched", "Police"),
        ("One view of the issue presented itself to the president as he arrived in Oslo.", "arrived",
         "president"),
        ("Ferro Corp., Boston, Mass., said it agreed to buy the mill.", "agreed", "Ferro Corp."),
        ("Ferro said it is continuing to try to sell itself.", "is continuing to try to sell", "Ferro"),
        ("He said that the price wars flaring up in parts of the trade will continue in May.",
         "will continue", "price wars"),
    ],
)  # fmt: skip
def test_who_acts_in_a_broken_clause(text: str, trigger: str, actor: str) -> None:
    assert rows(text)[trigger].actor == actor


def test_what_is_shelled_before_a_time_is_no_part_of_the_time() -> None:
    text = "Rebels accused the army of shelling two farms hours before the truce took effect at midnight."
    assert rows(text)["shelling"].object == "two farms"


def test_a_number_before_a_participle_is_done_to() -> None:
    found = rows("More than 4,000 people have been killed and some 300,000 displaced since then.")
    assert (found["displaced"].actor, found["displaced"].recipient) == (None, "300,000")


def test_a_government_does_nothing_to_its_own_country() -> None:
    text = "The United States said it would lift sanctions on two firms. Washington imposed them last year."
    assert rows(text)["imposed"].recipient is None


def test_what_a_deed_is_done_for_begins_nothing() -> None:
    text = "Per allontanare un inseguitore, il ladro ha iniziato a lanciargli contro delle pietre."
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "it")])
    assert [e.trigger for e in events] == ["ha iniziato a lanciargli"]
