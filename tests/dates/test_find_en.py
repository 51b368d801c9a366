"""English constructions of time, in our own sentences. 8 January 2022 is a Saturday."""

from __future__ import annotations

import pytest

from tests.dates.cases import dates, summary
from timeline.temporal import Extent

CASES = [
    ("The harbour closed on March 1, 1999.", "March 1, 1999", "1999-03-01", "1999-03-01"),
    ("The harbour closed on 1 March 1999.", "1 March 1999", "1999-03-01", "1999-03-01"),
    ("The harbour closed on Sept. 30, 1999.", "Sept. 30, 1999", "1999-09-30", "1999-09-30"),
    ("The harbour closed in March 1999.", "March 1999", "1999-03", "1999-03"),
    ("It was built in the 1980s.", "the 1980s", "198", "198X"),
    ("It was built in the 19th century.", "the 19th century", "18", "18XX"),
    ("The order came yesterday.", "yesterday", "2022-01-07", "2022-01-07"),
    ("The order came two days ago.", "two days ago", "2022-01-06", "2022-01-06"),
    ("The order came last Friday.", "last Friday", "2022-01-07", "2022-01-07"),
    ("The order will come on Monday.", "Monday", "2022-01-10", "2022-01-10"),
    ("The order has come on Monday.", "Monday", "2022-01-03", "2022-01-03"),
    ("The order came last week.", "last week", "2021-W52", "[2021-12-27..2022-01-02]"),
    ("The bank had a loss in the third quarter of 1990.", "the third quarter of 1990", "1990-Q3", "1990-35"),
    ("They were open on Boxing Day.", "Boxing Day", "2021-12-26", "2021-12-26"),
    ("They were open on Thanksgiving 2021.", "Thanksgiving 2021", "2021-11-25", "2021-11-25"),
    ("The station opened in nineteen ninety-four.", "nineteen ninety-four", "1994", "1994"),
    ("He was shot at 5 p.m. yesterday.", "5 p.m. yesterday", "2022-01-07T17:00",
     "[2022-01-07T17:00:00..2022-01-07T17:59:59]"),
    ("She led the board until Wednesday.", "Wednesday", "2022-01-05", "/2022-01-05"),
    ("She left in the early hours of Friday.", "early hours of Friday", "2022-01-07TMO",
     "[2022-01-07T00:00:00..2022-01-07T05:59:59]"),
    ("The final ended at almost midnight on Friday.", "almost midnight on Friday", "2022-01-07T23:00",
     "[2022-01-07T23:00:00..2022-01-07T23:59:59]"),
    ("They must pay within a week.", "a week", "P1W", "[2022-01-08..2022-01-15]"),
    ("They fell overnight.", "overnight", "2022-01-07TNI", "[2022-01-07T20:00:00..2022-01-08T05:59:59]"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "value", "edtf"), CASES)
def test_one_date(sentence: str, words: str, value: str, edtf: str) -> None:
    assert summary(sentence, "en") == [(words, value, edtf)]


def test_a_range() -> None:
    first, last = dates("The strike lasted from January 2 to January 10.", "en")
    assert (first.value, last.value, first.when.edtf) == ("2022-01-02", "2022-01-10", "2022-01-02/2022-01-10")
    assert first.when.extent is Extent.THROUGHOUT


def test_a_year_earlier_is_the_same_quarter() -> None:
    _, earlier = dates("Profit rose in the third quarter from a year earlier.", "en")
    assert earlier.value == "2020-Q3"


def test_how_long_it_took_and_when_it_will_be() -> None:
    [took] = dates("The team was ready in two weeks.", "en")
    [ahead] = dates("The team will be ready in two weeks.", "en")
    assert (took.value, ahead.value) == ("P2W", "2022-01-22")


@pytest.mark.parametrize(
    ("sentence", "kind", "value"),
    [
        ("It rains every Tuesday.", "SET", "XXXX-WXX-2"),
        ("It is a daily paper.", "SET", "P1D"),
        ("He stayed for two and a half years.", "DURATION", "P2Y6M"),
        ("He stayed for a couple of hours.", "DURATION", "PT2H"),
        ("It is a ten-year plan.", "DURATION", "P10Y"),
        ("He stayed for nearly two decades.", "DURATION", "P20Y"),
        ("It is now closed.", "DATE", "PRESENT_REF"),
    ],
)
def test_kinds(sentence: str, kind: str, value: str) -> None:
    assert [(d.type, d.value) for d in dates(sentence, "en")] == [(kind, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They march through the town.",
        "It may rain.",
        "A boy aged 15 was there.",
        "A 15-year-old boy was there.",
        "Some 1985 people came.",
        "It cost $1990.",
        "A day of mourning was called.",
        "See page 1990.",
        "A second group came.",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert dates(sentence, "en") == []


def test_modifiers() -> None:
    [date] = dates("It closed in late March 2021.", "en")
    assert (date.mod, date.value, date.when.edtf) == ("END", "2021-03", "[2021-03-21..2021-03-31]")
