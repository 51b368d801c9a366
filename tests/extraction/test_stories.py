"""What a report tells in several places: one actor, one time, one event."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import DAY, Interval, Moment, Precision, When

PUBLISHED = Moment.of(2022, 1, 12)


def told(text: str, language: str = "it") -> list[Event]:
    """Give the rows of a text published on Wednesday 12 January 2022."""
    when = When(Interval(PUBLISHED, Moment(PUBLISHED + DAY)), Precision.DAY)
    [(_, events)] = extract([Document("a", text, when, language)])
    return events


def row(text: str, trigger: str, language: str = "it") -> Event:
    """Give the row of a trigger."""
    return next(e for e in told(text, language) if e.trigger == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("I primi soldati sono arrivati lunedì.", "sono arrivati", "primi soldati"),
        ("12 agenti sono morti e 353 sono rimasti feriti.", "sono morti", "12 agenti"),
        ("Un uomo è entrato nel negozio. Poche ore dopo ha rubato un'auto.", "ha rubato", "uomo"),
        ("Ha rubato un'auto in centro. Un giovane è stato fermato.", "Ha rubato", "giovane"),
        ("Due ladri sono entrati nel bar. I due hanno preso il denaro.", "hanno preso", "Due ladri"),
        ("Two gunmen entered the bank. The pair took the money.", "took", "Two gunmen"),
    ],
)
def test_actors_are_found_where_they_are_brought_in(text, trigger, actor):
    language = "en" if text.startswith("Two") else "it"
    found = row(text, trigger, language)
    assert found.actor == actor
    assert actor in text[found.actor_start : found.actor_end]


def test_two_counts_are_two_events():
    rows = told("12 agenti sono morti e 353 sono rimasti feriti.")
    assert [(e.count_best, e.count_unit) for e in rows] == [(12, "killed"), (353, "injured")]


def test_a_count_after_a_colon_is_an_event():
    assert row("La procura ha diffuso i dati: 225 persone sono morte.", "sono morte").count_best == 225


@pytest.mark.parametrize(
    ("text", "trigger", "thing"),
    [
        ("I ladri hanno portato via due biciclette e un computer.", "hanno portato via", None),
        ("Un giovane si è impossessato di una bicicletta.", "si è impossessato", "una bicicletta"),
        ("Hanno fatto sparire anche il computer.", "Hanno fatto sparire", "il computer"),
        ("La borsa che un giovane ha rubato era vuota.", "ha rubato", "La borsa"),
    ],
)
def test_things_are_told_whole(text, trigger, thing):
    events = [e for e in told(text) if e.trigger == trigger or trigger.startswith(e.trigger)]
    assert thing is None or thing in (events[0].object or "")
    assert thing is not None or "computer" in (events[0].object or "")


def test_a_deed_has_what_was_taken_and_whoever_is_accused_of_it():
    found = row("Un trentenne è stato denunciato per il furto di una borsa.", "il furto")
    assert (found.actor, found.object, found.factuality) == ("trentenne", "una borsa", "reported")


def test_a_sentence_that_says_when_it_was_dates_what_was_told():
    found = row("Un giovane ha rubato un'auto. Il fatto è accaduto lunedì in via Roma.", "ha rubato")
    assert (found.edtf, found.time_basis, found.time_text) == ("2022-01-10", "context", "lunedì")


def test_what_happens_at_the_same_time_has_the_same_date():
    found = row("Martedì gli agenti sono intervenuti quando un uomo ha forzato la porta.", "ha forzato")
    assert found.time_basis != "publication"
    assert found.edtf == "2022-01-11"


def test_one_telling_of_an_event_completes_another():
    text = "Il furto di una moto. Un giovane, martedì, ha rubato una moto in centro."
    found = row(text, "Il furto")
    assert found.actor == "giovane"
    assert found.time_basis == "context"


def test_two_dates_tell_two_events():
    text = "Lunedì un uomo ha rubato una moto. Martedì una donna ha rubato una moto."
    assert [e.edtf for e in told(text)] == ["2022-01-10", "2022-01-11"]


def test_background_stays_without_a_date():
    text = "Il governo ha parlato con i sindacati.\n\nLunedì la polizia ha arrestato un uomo."
    assert row(text, "ha parlato").time_basis == "publication"


def test_who_vouches_takes_no_part():
    found = row(
        "Selon le ministère de l'Intérieur, 7 939 personnes ont été arrêtées.", "ont été arrêtées", "fr"
    )
    assert (found.recipient, found.count_best) == ("7 939 personnes", 7939)


def test_a_time_reckoned_from_what_was_told_is_not_the_time_of_that():
    assert (
        row("Un uomo è entrato nel negozio. Poche ore dopo ha rubato un'auto.", "è entrato").time_text is None
    )


def test_what_an_accusation_is_about_has_its_own_time_and_actor():
    found = row("The minister accused Russia on Tuesday of blowing up the dam.", "blowing up", "en")
    assert (found.actor, found.time_basis) == ("Russia", "publication")


def test_a_clause_that_introduces_is_no_event():
    assert [e.trigger for e in told("It emerged that the company had fired its chief.", "en")] == [
        "had fired"
    ]


def test_a_question_that_was_not_answered_is_no_event():
    events = told("The general did not say who gave the order to fire.", "en")
    assert [e.trigger for e in events if e.kind == "action"] == []


def test_a_finite_verb_hung_on_its_subject_is_an_event():
    found = row("Un incendio mató ayer a diez personas.", "mató", "es")
    assert (found.actor, found.edtf, found.count_best) == ("incendio", "2022-01-11", 10)


def test_a_finite_verb_hung_on_its_object_is_an_event():
    found = row("Baker rejected claims that Hill had stolen money.", "rejected", "en")
    assert found.actor == "Baker"


def test_the_conditional_of_a_promise_lies_ahead():
    found = row("El ministro prometió que visitaría a los heridos el viernes.", "visitaría", "es")
    assert found.edtf == "2022-01-14"


def test_a_sentence_with_a_time_of_its_own_takes_none_over():
    text = "Lunedì il ponte è crollato. Tre giorni prima la prefettura aveva chiuso la strada."
    assert row(text, "aveva chiuso").edtf != "2022-01-10"
