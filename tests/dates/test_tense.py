"""The side on which an open date lies: what the caller knows of tense comes first."""

from __future__ import annotations

from tests.dates.cases import published
from timeline.dates import find


def value(text: str, tense: str | None) -> str:
    [date] = find(text, language="it", published=published("2022-01-08"), tense=lambda _: tense)
    return date.value


def test_a_hint_decides() -> None:
    assert value("Lunedì la riunione del consiglio comunale.", "past") == "2022-01-03"
    assert value("Lunedì la riunione del consiglio comunale.", "future") == "2022-01-10"


def test_without_a_hint_the_verb_near_by_decides() -> None:
    assert value("Lunedì si riunirà il consiglio.", None) == "2022-01-10"
    assert value("Lunedì si era riunito il consiglio.", None) == "2022-01-03"


def test_a_hint_beats_the_words() -> None:
    assert value("Lunedì si riunirà il consiglio.", "past") == "2022-01-03"
