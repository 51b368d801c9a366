"""Which language a text is in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.languages import detect, detect_paragraphs

TEXTS = {
    "it": "Il consiglio comunale ha approvato ieri il bilancio, nonostante le proteste dell'opposizione.",
    "en": "The city council approved the budget last night in spite of protests by the opposition.",
    "es": "El ayuntamiento aprobó anoche el presupuesto a pesar de las protestas de la oposición.",
    "fr": "Le conseil municipal a adopté hier soir le budget malgré les protestations de l'opposition.",
    "pt": "A câmara municipal aprovou ontem à noite o orçamento apesar dos protestos da oposição.",
    "de": "Der Stadtrat hat gestern Abend trotz der Proteste der Opposition den Haushalt beschlossen.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_among_six(code: str) -> None:
    assert detect(TEXTS[code], among=TEXTS) == code


@pytest.mark.parametrize("text", ["", "   ", "2022-01-08", "12:30 ... 44", "a?"])
def test_too_few_letters(text: str) -> None:
    assert detect(text) is None
    assert detect(text, among=["it", "en"]) is None


def test_a_language_that_we_have_nothing_for() -> None:
    greek = "Η κυβέρνηση παραιτήθηκε χθες μετά από διαδηλώσεις σε όλη τη χώρα."
    assert detect(greek) == "el"
    assert detect(greek, among=["it", "en"]) in ("it", "en")


def test_a_code_that_the_detector_does_not_know_is_left_out() -> None:
    assert detect(TEXTS["it"], among=["it", "qqq"]) == "it"
    assert detect(TEXTS["it"], among=["qqq"]) is None


def test_paragraphs_in_two_languages() -> None:
    text = f"{TEXTS['it']}\n\n{TEXTS['en']}\nMore.\n\n{TEXTS['en']}\n \n{TEXTS['it']}\n"
    stretches = detect_paragraphs(text, among=["it", "en"])
    assert [s.language for s in stretches] == ["it", "en", "it"]
    assert text[stretches[1].start : stretches[1].end] == f"{TEXTS['en']}\nMore.\n\n{TEXTS['en']}"


def test_a_short_paragraph_goes_with_its_document() -> None:
    text = f"Breaking news\n\n{TEXTS['it']}"
    assert [s.language for s in detect_paragraphs(text, among=["it", "en"])] == ["it"]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_stretches_cover_every_word_in_order(text: str) -> None:
    stretches = detect_paragraphs(text, among=["it", "en"])
    covered = "".join(text[s.start : s.end] for s in stretches)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(stretches))
