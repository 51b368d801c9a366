"""Which names are one actor: merging by words and sound, never by guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction._identity import Entity, resolve
from timeline.extraction._mentions import ORGANIZATION, OTHER, PERSON, Mention
from timeline.languages.places import fold


def mention(text: str, kind: str = PERSON, *, at: int = 0, gender: str | None = None) -> Mention:
    title = {"Masc": "Mr.", "Fem": "Mrs."}.get(gender or "")
    words = tuple(fold(text).split())
    return Mention(0, at, at + len(words) - 1, text, words, kind, gender=gender, title=title)


def resolved(*mentions: Mention) -> list[str]:
    for number, m in enumerate(mentions):
        m.first, m.last = number * 10, number * 10 + len(m.words) - 1
    found = resolve(mentions)
    return [found[i].name for i in range(len(mentions))]


def test_a_surname_goes_to_the_one_who_bears_it() -> None:
    assert resolved(mention("Ines Calder"), mention("Calder")) == ["Ines Calder", "Ines Calder"]


def test_a_surname_before_the_full_name_goes_to_it_too() -> None:
    assert resolved(mention("Calder", OTHER), mention("Ines Calder")) == ["Ines Calder", "Ines Calder"]


def test_a_surname_of_two_stays_apart() -> None:
    names = resolved(mention("Anna Rossi"), mention("Paolo Rossi"), mention("Rossi"))
    assert names == ["Anna Rossi", "Paolo Rossi", "Rossi"]


def test_a_surname_of_several_is_the_foremost_if_any_stands_out() -> None:
    anna = [mention("Anna Rossi") for _ in range(3)]
    for one in anna:
        one.certain = True
    assert resolved(*anna, mention("Paolo Rossi"), mention("Rossi"))[-1] == "Anna Rossi"
    assert resolved(mention("Paolo Rossi"), *anna, mention("Rossi"))[-1] == "Rossi"


def test_a_surname_of_two_people_is_a_person() -> None:
    told = [mention("Anna Rossi"), mention("Paolo Rossi"), mention("Rossi", OTHER)]
    assert resolve(told)[2].kind == PERSON


def test_different_first_names_never_merge() -> None:
    assert resolved(mention("Marta Bertolini"), mention("Marco Bertolini")) == [
        "Marta Bertolini",
        "Marco Bertolini",
    ]


@pytest.mark.parametrize(
    ("full", "variant"),
    [("Karim Sadykov", "Sadikov"), ("Arman Bekhterev", "Bekterev"), ("Oleg Vasilyeff", "Vasilyev")],
)
def test_another_spelling_of_one_sound_is_the_same(full: str, variant: str) -> None:
    assert resolved(mention(full), mention(variant)) == [full, full]


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Luca Martini", "Martino"),
        ("Luca Ferrari", "Ferraro"),
        ("Anna Conti", "Conte"),
        ("Peter Hansen", "Jansen"),
        ("John Carter", "Barter"),
        ("Mia Sanders", "Saunders"),
    ],
)
def test_another_surname_is_another_person(full: str, other: str) -> None:
    assert resolved(mention(full), mention(other)) == [full, other]


def test_mr_and_mrs_of_one_surname_are_two() -> None:
    people = [mention("Mary Jones"), mention("Peter Jones")]
    titled = [mention("Jones", gender="Masc"), mention("Jones", gender="Fem")]
    assert resolved(*people, *titled) == ["Mary Jones", "Peter Jones", "Mr. Jones", "Mrs. Jones"]


def test_a_ministry_is_no_part_of_another() -> None:
    ministry = mention("Ministry of Defence", ORGANIZATION)
    short = mention("Defence", ORGANIZATION)
    ministry.certain = short.certain = True
    assert resolved(ministry, short) == ["Ministry of Defence", "Defence"]


def test_an_acronym_told_in_brackets_is_the_full_name() -> None:
    full, short = mention("Lega dei Fari", ORGANIZATION), mention("LDF", ORGANIZATION, at=5)
    found = resolve([full, short], {short.words: full.words})
    assert found[0] is found[1]
    assert found[1].name == "Lega dei Fari"


def test_capitals_give_way_to_the_usual_spelling() -> None:
    assert resolved(mention("ELENA VIOTTI"), mention("Elena Viotti")) == ["Elena Viotti", "Elena Viotti"]


def test_the_short_name_is_the_first_of_the_shortest() -> None:
    entity = Entity("Ines Calder", PERSON, ("ines", "calder"), [mention("Calder"), mention("Kalder", at=9)])
    assert entity.short == "Calder"


@given(
    st.lists(st.sampled_from(["Ada Bruni", "Bruni", "Ugo Bruni", "Brunì", "Teo Varga", "Varga"]), max_size=8)
)
def test_two_full_names_are_never_one(texts: list[str]) -> None:
    found = resolve([mention(text, at=10 * i) for i, text in enumerate(texts)])
    for i, text in enumerate(texts):
        if " " in text:
            assert found[i].name == text
