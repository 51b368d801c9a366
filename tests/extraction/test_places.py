"""Places of events: in the clause, inside the object, from the dateline, told before."""

from __future__ import annotations

import pytest

from tests.extraction.test_times import event
from timeline import LanguageError
from timeline.documents import Document
from timeline.extraction._block import blocks, pieces
from timeline.extraction._mentions import Mentions
from timeline.extraction._places import Place, Places
from timeline.languages import pipeline
from timeline.languages._names import names
from timeline.languages.places import gazetteer


def place(text: str, word: str, code: str = "it") -> Place | None:
    try:
        nlp = pipeline(code)
    except LanguageError:
        pytest.skip(f"no pipeline for {code} is installed")
    cut = pieces(Document("x", text, language=code))
    found = blocks(zip(nlp.pipe([p.text for p in cut]), cut, strict=True))
    words, table = names(code), gazetteer(code)
    token = next(t for b in found for t in b.doc if t.text == word)
    return Places(found, words, table, mentions=Mentions(found, words, table)).of(token)


def told(text: str, word: str, code: str = "it") -> tuple[str, str | None, str]:
    found = place(text, word, code)
    assert found is not None
    return found.name, found.country, found.basis


@pytest.mark.parametrize(
    ("text", "word", "code", "expected"),
    [
        ("Trenta persone sono state arrestate a Omsk.", "arrestate", "it", ("Omsk", "RU", "clause")),
        (
            "La Svezia ha sospeso la vendita di aerei in Turchia.",
            "sospeso",
            "it",
            ("Turchia", "TR", "clause"),
        ),
        ("Police arrested 53 activists in Hong Kong.", "arrested", "en", ("Hong Kong", "HK", "clause")),
        ("The minister flew to Berlin on Monday.", "flew", "en", ("Berlin", "DE", "clause")),
        ("TORINO - Un uomo è stato ferito ieri.", "ferito", "it", ("TORINO", "IT", "dateline")),
        ("NAIROBI, Kenya (AP) - Gunmen killed 14 people.", "killed", "en", ("NAIROBI", "KE", "dateline")),
        (
            "La protesta a Zhanaozen continua: gli operai bloccano le strade.",
            "bloccano",
            "it",
            ("Zhanaozen", "KZ", "sentence"),
        ),
    ],
)
def test_where_it_happened(text: str, word: str, code: str, expected: tuple[str, str, str]) -> None:
    assert told(text, word, code) == expected


def test_coordinates_and_offsets() -> None:
    text = "Ieri la polizia ha arrestato due uomini a Torino."
    found = place(text, "arrestato")
    assert found is not None
    assert (found.lat, found.lon) == (pytest.approx(45.07, abs=0.05), pytest.approx(7.69, abs=0.05))
    assert text[found.start : found.end] == "Torino"


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("La Germania ha sospeso gli aiuti.", "sospeso", "it"),
        ("La centrale è controllata dalla Russia.", "controllata", "it"),
        ("Il ministro Paolo Ferrara ha firmato il decreto.", "firmato", "it"),
        ("Ora il presidente tace.", "tace", "it"),
        ("Come se niente fosse, il sindaco ha sorriso.", "sorriso", "it"),
        ("Germany suspended the export of weapons.", "suspended", "en"),
    ],
)
def test_who_acts_is_no_place_nor_is_a_common_word(text: str, word: str, code: str) -> None:
    assert place(text, word, code) is None


def test_a_street_is_not_the_city_of_its_name() -> None:
    found = place("TORINO - L'uomo è stato fermato in via Padova.", "fermato")
    assert found is not None
    assert found.name in ("via Padova", "TORINO")
    assert found.lat == pytest.approx(45.07, abs=0.05)


def test_a_surname_is_no_place_even_where_a_city_has_it() -> None:
    text = "L'attrice Anna Ferrara è arrivata ieri. I parenti di Ferrara hanno protestato."
    assert place(text, "protestato") is None


def test_the_place_of_another_paragraph_does_not_spread() -> None:
    text = (
        "Due uomini sono stati feriti a Bari ieri sera.\n\nIl governo ha approvato la riforma delle pensioni."
    )
    assert place(text, "approvato") is None


def test_where_a_speaker_sits_is_not_where_it_happens() -> None:
    text = "The ministry in Moscow said the mission had begun."
    found = place(text, "begun", "en")
    assert found is None


@pytest.mark.parametrize(
    ("text", "word", "code", "name", "whole"),
    [
        (
            "Un uomo è stato aggredito nel bar 520 di Modena.",
            "aggredito",
            "it",
            "Modena",
            "bar 520 di Modena",
        ),
        ("A man was found dead in a house in Leeds.", "found", "en", "Leeds", "house in Leeds"),
        ("Un homme a été tué dans un bar de Lyon.", "tué", "fr", "Lyon", "bar de Lyon"),
    ],
)
def test_the_span_of_a_place_is_its_whole_phrase(text, word, code, name, whole):
    found = place(text, word, code)
    assert found is not None
    assert (found.name, text[found.start : found.end]) == (name, whole)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The two leaders met at the White House on Monday.", "met", "White House"),
        ("Students protested outside the Metropole Hotel.", "protested", "Metropole Hotel"),
    ],
)
def test_a_name_of_another_kind_may_tell_where(text, word, expected):
    found = place(text, word, "en")
    assert found is not None
    assert found.name == expected


def test_a_gerund_happens_where_its_verb_does():
    text = "L'uomo si era introdotto in due case di Mirandola, riuscendo a rubare una bici."
    assert told(text, "riuscendo") == ("Mirandola", "IT", "sentence")


def test_a_large_city_abroad_comes_before_a_small_one_at_home():
    assert told("Peace talks opened in Geneva.", "opened", "en")[1] == "CH"
    assert told("Un uomo è stato ferito a Lugo.", "ferito", "it")[1] == "IT"


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Il regista, che vive in Francia, ha detto di aver venduto la casa.", "venduto", "it"),
        ("The director, who lives in France, said that he had sold the house.", "sold", "en"),
    ],
)
def test_where_somebody_lives_is_not_where_things_happen(text, word, code):
    assert place(text, word, code) is None


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Il presidente è partito per Singapore. Il premier ha imposto il coprifuoco.", "imposto", "it"),
        ("The president had come from Cairo. The cabinet imposed a curfew.", "imposed", "en"),
        (
            "The mayor, who cancelled a trip to Madrid, resigned. Police searched two offices.",
            "searched",
            "en",
        ),
        ("El presidente, que canceló un viaje a Bruselas, pidió calma. La policía actuó.", "actuó", "es"),
        (
            "La ditta ha pagato due viaggi in Egitto. I carabinieri hanno sequestrato i conti.",
            "sequestrato",
            "it",
        ),
        (
            "O ministro, que regressa de Bruxelas, recusou falar. A polícia deteve um homem.",
            "deteve",
            "pt",
        ),
        ("L'argent est passé par Chypre. Les enquêteurs ont saisi deux villas.", "saisi", "fr"),
    ],
)
def test_where_somebody_goes_is_no_scene_for_others(text, word, code):
    assert place(text, word, code) is None


def test_the_name_beside_a_noun_of_place_is_the_place():
    found = place("They were flown to the capital, Arvenna, where Mr Sand greeted them.", "flown", "en")
    assert found is not None and found.name == "Arvenna"


def test_a_name_that_something_is_moved_to_is_a_place():
    found = event("Two tankers were diverted to Porto Sant'Elia last week.", "diverted", "en")
    assert (found.recipient, found.place) == (None, "Porto Sant'Elia")
    assert found.text[found.place_start : found.place_end] == found.place
