"""Words that were not said, and requests that are no news."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract


def rows(text: str, code: str) -> list[Event]:
    return next(extract([Document("x", text, language=code)]))[1]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The port authority declined to comment."),
        ("en", "The bank did not want to comment."),
        ("it", "Il ministro ha rifiutato di rispondere."),
        ("it", "La banca non ha voluto commentare la notizia."),
        ("es", "El Gobierno no quiso comentar el caso."),
        ("fr", "Le gouvernement a refusé de commenter l'affaire."),
        ("pt", "O Governo recusou comentar o caso."),
    ],
)
def test_a_refusal_to_speak_is_one_negative_statement(code, text):
    (row,) = rows(text, code)
    assert (row.kind, row.speech_act, row.polarity, row.factuality) == (
        "statement",
        "say",
        "negative",
        "asserted",
    )


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "Two engineers who asked not to be named said the dam was inspected.", "asked"),
        ("en", "Finance minister Anna Berg, asked whether the bank would close, said no.", "asked"),
        ("it", "Due ingegneri che hanno chiesto di non essere citati hanno parlato lunedì.", "chiesto"),
    ],
)
def test_how_somebody_came_to_speak_is_no_row(code, text, told):
    assert not [r for r in rows(text, code) if told in r.trigger]


def test_a_request_of_its_own_stays():
    assert [r.speech_act for r in rows("Anna Berg asked the bank for help.", "en")] == ["ask"]


def test_somebody_named_is_dismissed_from_office():
    (row,) = rows("The mayor dismissed the head of the port authority, Ivo Maric.", "en")
    assert (row.kind, row.recipient) == ("action", "Ivo Maric")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("it", "La procura ha aperto un'inchiesta sul crollo del ponte."),
        ("es", "El fiscal abrió una investigación por el delito de fraude."),
        ("fr", "Le parquet a ouvert une enquête pour homicide."),
        ("en", "The prosecutor opened an investigation into the collapse."),
    ],
)
def test_opening_an_inquiry_is_a_deed(code, text):
    first = rows(text, code)[0]
    assert (first.kind, first.event_type) == ("action", "ACCUSE")
