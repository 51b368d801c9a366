"""Counts: how many of what, with bounds; dates, ages and measures are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import LanguageError
from timeline.documents import Document
from timeline.extraction import extract
from timeline.extraction._block import blocks, pieces
from timeline.extraction._counts import Count, Counts
from timeline.extraction._numbers import figure, number_word
from timeline.languages import pipeline
from timeline.languages._names import names


def count(text: str, word: str, code: str = "it") -> Count | None:
    try:
        nlp = pipeline(code)
    except LanguageError:
        pytest.skip(f"no pipeline for {code} is installed")
    cut = pieces(Document("x", text, language=code))
    found = blocks(zip(nlp.pipe([p.text for p in cut]), cut, strict=True))
    token = next(t for b in found for t in b.doc if t.text == word)
    return Counts(found, names(code)).of(token)


def told(
    text: str, word: str, code: str = "it"
) -> tuple[float | None, float | None, float | None, str | None]:
    found = count(text, word, code)
    assert found is not None
    return found.best, found.low, found.high, found.unit


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Tre persone sono state arrestate a Bari.", "arrestate", (3, 3, 3, "arrested")),
        ("I feriti sono oltre mille.", "feriti", (1000, 1000, None, "injured")),
        ("Almeno 12 persone sono morte.", "morte", (12, 12, None, "killed")),
        ("Sono state arrestate circa 1.200 persone.", "arrestate", (1200, None, None, "arrested")),
        ("Tra 30 e 40 i feriti.", "feriti", (None, 30, 40, "injured")),
        ("Fino a 50 soldati sono partiti.", "soldati", (50, None, 50, "troops")),
        ("Quasi 300 operai sono in sciopero.", "operai", (300, None, 300, "operai")),
        ("Una quarantina di arresti a Milano.", "arresti", (40, None, None, "arrested")),
        (
            "Decine di migliaia di manifestanti sono in piazza.",
            "manifestanti",
            (None, 20000, 99999, "manifestanti"),
        ),
        ("Si parla di centinaia di morti.", "morti", (None, 200, 999, "killed")),
        ("Il numero delle vittime è salito a 225.", "salito", (225, 225, 225, "killed")),
        ("L'azienda ha perso 3,2 miliardi di dollari.", "perso", (3.2e9, 3.2e9, 3.2e9, "USD")),
        ("Un bottino da 300mila euro.", "euro", (300000, 300000, 300000, "EUR")),
        ("Trentacinque soldati sono tornati.", "soldati", (35, 35, 35, "troops")),
    ],
)
def test_italian_counts(text: str, word: str, expected: tuple[object, ...]) -> None:
    assert told(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gunmen killed at least 14 people on Monday.", "killed", (14, 14, None, "killed")),
        ("Police arrested between 30 and 40 people.", "arrested", (None, 30, 40, "arrested")),
        ("Dozens were injured in the blast.", "injured", (None, 24, 119, "injured")),
        ("Twenty-three people died in the fire.", "died", (23, 23, 23, "killed")),
        ("About half a million people fled their homes.", "fled", (500000, None, None, "people")),
        ("The firm lost $3.2 billion in 2020.", "lost", (3.2e9, 3.2e9, 3.2e9, "USD")),
        ("Up to 30 hostages were freed.", "freed", (30, None, 30, "hostages")),
        ("More than 1,500 soldiers left the base.", "soldiers", (1500, 1500, None, "troops")),
    ],
)
def test_english_counts(text: str, word: str, expected: tuple[object, ...]) -> None:
    assert told(text, word, "en") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Pelo menos 12 pessoas morreram no Recife.", "morreram", (12, 12, None, "killed")),
        ("A polícia prendeu entre 30 e 40 manifestantes.", "prendeu", (None, 30, 40, "arrested")),
    ],
)
def test_portuguese_counts(text: str, word: str, expected: tuple[object, ...]) -> None:
    assert told(text, word, "pt") == expected


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Una ragazza di 15 anni è stata uccisa.", "uccisa", "it"),
        ("La marcia del 25 aprile è stata annullata.", "annullata", "it"),
        ("Nel 2019 il sindaco ha lasciato l'incarico.", "lasciato", "it"),
        ("Uno dei canali ha ritirato la notizia.", "ritirato", "it"),
        ("Il ministro ha parlato per tre ore.", "parlato", "it"),
        ("A 15-year-old girl was killed.", "killed", "en"),
        ("In 1999, the mayor resigned.", "resigned", "en"),
        ("One of its channels withdrew the report.", "withdrew", "en"),
    ],
)
def test_dates_ages_and_measures_are_no_counts(text: str, word: str, code: str) -> None:
    assert count(text, word, code) is None


def test_two_counts_of_one_sentence_stay_apart() -> None:
    text = "Dodici agenti sono morti e 353 sono rimasti feriti."
    assert told(text, "agenti")[0] == 12
    assert told(text, "rimasti") == (353, 353, 353, "injured")


def test_the_offsets_hold_the_words_of_the_count() -> None:
    text = "\n\nSecondo fonti locali sono state fermate almeno 40 persone."
    found = count(text, "fermate")
    assert found is not None
    assert text[found.start : found.end] == "almeno 40"


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("4400", "it", 4400),
        ("4.400", "it", 4400),
        ("4.400", "en", 4.4),
        ("1,250.50", "en", 1250.5),
        ("1.250,50", "it", 1250.5),
        ("2,5", "it", 2.5),
        ("12.34", "it", None),
        ("1.2.3", "it", None),
        ("٤٤", "it", None),
        ("", "it", None),
        ("4,", "it", None),
    ],
)
def test_figures(text: str, code: str, value: float | None) -> None:
    assert figure(text, names(code).counts) == value


@given(st.text(max_size=20))
def test_any_text_is_a_figure_or_none(text: str) -> None:
    for code in ("it", "en"):
        value = figure(text, names(code).counts)
        assert value is None or value >= 0
        assert number_word(text, code) is None or number_word(text, code) >= 0  # type: ignore[operator]


@given(st.integers(0, 999_999_999))
def test_a_written_number_is_read_back(number: int) -> None:
    assert figure(f"{number:,}", names("en").counts) == number
    assert figure(f"{number:,}".replace(",", "."), names("it").counts) == number


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "The parliament voted 245 to 12 to remove the speaker.", "voted"),
        ("en", "The team won 8-3.", "won"),
        ("es", "El parlamento votó 245 a 12 contra la ley.", "votó"),
    ],
)
def test_votes_and_goals_are_no_counts(language, text, trigger):
    [(_, events)] = extract([Document("a", text, language=language)])
    assert [e.count_best for e in events if e.trigger == trigger] == [None]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "count"),
    [
        ("es", "Al menos doce personas resultaron heridas en el choque.", "resultaron heridas", 12),
        ("en", "Up to 30 hostages were freed.", "were freed", 30),
        ("fr", "Plus de mille blessés ont été soignés.", "ont été soignés", 1000),
    ],
)
def test_the_words_before_a_number_hide_no_subject(language, text, trigger, count):
    [(_, events)] = extract([Document("a", text, language=language)])
    found = next(e for e in events if e.trigger == trigger)
    assert count in (found.count_best, found.count_low, found.count_high)
    assert found.recipient is not None


def test_a_number_alone_counts_those_of_its_own_participle():
    text = "En las protestas han muerto 12 personas y 3.000 han sido detenidas."
    [(_, events)] = extract([Document("a", text, language="es")])
    assert [(e.trigger, e.count_best) for e in events] == [("han muerto", 12), ("han sido detenidas", 3000)]
