"""Joined counts: the dead and the wounded of one sentence, each with their number."""

from __future__ import annotations

import pytest

from timeline import LanguageError
from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def rows(text: str, language: str) -> list[Event]:
    try:
        [(_, events)] = extract([Document("x", text, UNKNOWN_WHEN, language)])
    except LanguageError:
        pytest.skip(f"no pipeline for {language} is installed")
    return events


def tallies(text: str, language: str) -> list[tuple[str, float | None, str | None]]:
    return [(e.trigger, e.count_best, e.count_unit) for e in rows(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Four miners were killed and 17 wounded in the blast.",
            [("were killed", 4, "killed"), ("wounded", 17, "injured")],
        ),
        (
            "en",
            "The storm killed six people and injured eight on Friday.",
            [("killed", 6, "killed"), ("injured", 8, "injured")],
        ),
        (
            "en",
            "At least 9 people were killed and 30 injured when a wall fell.",
            [("were killed", 9, "killed"), ("injured", 30, "injured")],
        ),
        (
            "it",
            "Almeno quattro minatori sono morti e sette sono rimasti feriti.",
            [("sono morti", 4, "killed"), ("sono rimasti feriti", 7, "injured")],
        ),
        (
            "it",
            "Tre agenti sono stati uccisi e venti feriti nell'agguato.",
            [("sono stati uccisi", 3, "killed"), ("feriti", 20, "injured")],
        ),
        (
            "es",
            "Al menos 14 personas murieron y 32 resultaron heridas en el derrumbe.",
            [("murieron", 14, "killed"), ("resultaron heridas", 32, "injured")],
        ),
        (
            "fr",
            "Trois agents ont été tués et vingt blessés dans l'embuscade.",
            [("ont été tués", 3, "killed"), ("blessés", 20, "injured")],
        ),
        (
            "pt",
            "Três polícias foram mortos e vinte feridos na emboscada.",
            [("foram mortos", 3, "killed"), ("feridos", 20, "injured")],
        ),
    ],
)
def test_each_of_two_joined_deeds_has_its_own_count(language, text, expected):
    found = [t for t in tallies(text, language) if t[1] is not None]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "trigger", "actor"),
    [
        ("es", "El domingo el techo cayó y dos obreros murieron.", "murieron", "dos obreros"),
        ("it", "Il tetto è crollato e due operai sono morti.", "sono morti", "due operai"),
        ("en", "The court fined the firm and two directors resigned.", "resigned", "two directors"),
    ],
)
def test_what_is_counted_after_a_clause_is_the_subject_of_its_own_verb(language, text, trigger, actor):
    first, second = rows(text, language)
    assert (second.trigger, second.actor, second.count_best) == (trigger, actor, 2)
    assert first.count_best is None


def test_a_number_that_leaves_its_noun_out_is_a_recipient():
    _, second = rows("Three men were killed and 20 wounded in the attack.", "en")
    assert (second.actor, second.recipient) == (None, "20")
    _, second = rows("Cinque soldati sono morti e tre sono stati rapiti.", "it")
    assert (second.recipient, second.count_unit) == ("tre", "troops")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "France sent a team of 65 rescuers to Haiti."),
        ("it", "La Francia ha inviato ad Haiti una squadra di 65 soccorritori."),
        ("es", "Francia envió un equipo de 65 rescatistas a Haití."),
        ("fr", "La France a envoyé une équipe de 65 secouristes en Haïti."),
        ("pt", "A França enviou uma equipa de 65 socorristas para o Haiti."),
    ],
)
def test_the_people_of_whom_a_team_consists_are_counted(language, text):
    [event] = rows(text, language)
    assert event.count_best == 65


def test_a_bound_before_a_number_is_no_preposition():
    [event] = rows("Al menos nueve personas murieron en el derrumbe.", "es")
    assert (event.actor, event.count_low, event.count_unit) == ("nueve personas", 9, "killed")


def test_a_joined_object_stays_with_the_verb_before():
    [event] = rows("Rebels attacked the town and two villages nearby.", "en")
    assert event.object == "the town and two villages"
