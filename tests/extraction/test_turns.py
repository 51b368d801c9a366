"""Who said which of several quotations, and that no quoted deed is told as a fact."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import extract


def rows(language, text):
    [(_, events)] = extract([Document("a", text, language=language)])
    return events


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        ("it", "«Il fiume ha rotto l'argine», ha detto Lai. «Il comune ha chiuso la diga», ha risposto Re.",
         "Il fiume ha rotto l'argine", "Il comune ha chiuso la diga"),
        ("en", '"The firm closed the mill," Carl Dow said. "The bank sold the house," the mayor said.',
         "The firm closed the mill", "The bank sold the house"),
        ("es", '"El río rompió el dique", dijo Ana Ruiz. "La empresa cerró la mina", respondió el alcalde.',
         "El río rompió el dique", "La empresa cerró la mina"),
    ],
)  # fmt: skip
def test_a_quotation_with_a_verb_of_its_own_belongs_to_that_verb(language, text, first, second):
    told = [e for e in rows(language, text) if e.kind == "statement"]
    assert [e.quote for e in told] == [first, second]
    assert all(len(e.attribution) <= 1 for e in rows(language, text))


def test_a_quotation_without_a_verb_goes_on():
    [told] = [
        e
        for e in rows("it", "«Abbiamo sentito un tuono», ha detto Lai. «Poi il muro è crollato».")
        if e.kind == "statement"
    ]
    assert told.quote == "Abbiamo sentito un tuono Poi il muro è crollato"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"The army killed my cousin," she said.'),
        ("pt", '"O exército matou o meu primo", disse ela.'),
        ("es", "Se dice que el alcalde robó dos cuadros."),
        ("it", "Si dice che il direttore sia fuggito."),
        ("it", "Per Neri «la ditta ha rubato due quadri»."),
        ("en", '"They killed my cousin."'),
    ],
)
def test_what_somebody_unknown_tells_is_reported(language, text):
    deeds = [e for e in rows(language, text) if e.kind == "action"]
    assert deeds
    assert {e.factuality for e in deeds} == {"reported"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Police arrested two "traders" on Friday.'),
        ("it", "Il governo «è caduto» nella notte."),
    ],
)
def test_single_words_in_quotation_marks_are_the_text_s_own(language, text):
    deeds = [e for e in rows(language, text) if e.kind == "action"]
    assert {e.factuality for e in deeds} == {"asserted"}


def test_a_few_words_in_single_marks_end_where_the_mark_closes():
    text = (
        "The tram was going 'significantly' above the limit, she said. The crash killed two men.' It is over."
    )
    assert all("killed" not in (e.content or "") for e in rows("en", text))
