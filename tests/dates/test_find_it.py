"""Italian constructions of time, in our own sentences. 8 January 2022 is a Saturday."""

from __future__ import annotations

import pytest

from tests.dates.cases import dates, summary
from timeline.temporal import Basis, Extent, Precision

CALENDAR = [
    ("Partirono il 7 gennaio 2022.", "il 7 gennaio 2022", "2022-01-07", "2022-01-07"),
    ("Venerdì 7 gennaio il consiglio si è riunito.", "Venerdì 7 gennaio", "2022-01-07", "2022-01-07"),
    ("Il porto fu chiuso il 1° marzo 1999.", "il 1° marzo 1999", "1999-03-01", "1999-03-01"),
    ("Il porto fu chiuso nel marzo del 1999.", "marzo del 1999", "1999-03", "1999-03"),
    ("Nel 1985 nacque la cooperativa.", "1985", "1985", "1985"),
    ("Nell'85 nacque la cooperativa.", "85", "1985", "1985"),
    ("Consegna il 07/01/2022 in deposito.", "il 07/01/2022", "2022-01-07", "2022-01-07"),
    ("Era avvenuto il 25 dicembre.", "il 25 dicembre", "2021-12-25", "2021-12-25"),
    ("Apriranno il 20 febbraio.", "il 20 febbraio", "2022-02-20", "2022-02-20"),
    ("Chiuse il primo trimestre 1994.", "il primo trimestre 1994", "1994-Q1", "1994-33"),
    ("La moda degli anni Ottanta.", "anni Ottanta", "198", "198X"),
    ("Un palazzo del XIX secolo.", "XIX secolo", "18", "18XX"),
    ("Arte del Novecento.", "Novecento", "19", "19XX"),
    ("A Ferragosto 2021 era chiuso.", "Ferragosto 2021", "2021-08-15", "2021-08-15"),
    ("La Pasquetta 2022 è vicina.", "La Pasquetta 2022", "2022-04-18", "2022-04-18"),
    ("A fine marzo 2021 chiuse.", "fine marzo 2021", "2021-03", "[2021-03-21..2021-03-31]"),
]
STAMPS = [
    ("Voce: 2022-01-07T14:30:00Z.", "2022-01-07T14:30:00Z", "2022-01-07T14:30:00", "2022-01-07T14:30:00"),
    ("Fri, 07 Jan 2022, chiuso.", "Fri, 07 Jan 2022", "2022-01-07", "2022-01-07"),
    ("timestamp 1641566400", "1641566400", "2022-01-07T14:40:00", "2022-01-07T14:40:00"),
    ("Morì nel 44 a.C. a Roma.", "44 a.C.", "-0043", "-0043"),
    ("Morì il 15 marzo del 44 a.C. a Roma.", "il 15 marzo del 44 a.C.", "-0043-03-15", "-0043-03-15"),
    ("Un vaso del IV secolo a.C. e altro.", "IV secolo a.C.", "-03", "[-0399-01-01..-0300-12-31]"),
    ("I moti del '68.", "'68", "1968", "1968"),
    ("Chiuse la stagione 2020-2021.", "stagione 2020-2021", "2020-07", "2020-07-01/2021-06-30"),
]
NIGHT = "[2022-01-07T20:00:00..2022-01-08T05:59:59]"
RELATIVE = [
    ("L'ordine è arrivato ieri.", "ieri", "2022-01-07", "2022-01-07"),
    ("È arrivato l'altro ieri.", "l'altro ieri", "2022-01-06", "2022-01-06"),
    ("L'altra sera è arrivato.", "L'altra sera", "PXD", "[2021-12-08..2022-01-07]"),
    ("La notte scorsa è arrivato.", "La notte scorsa", "2022-01-07TNI", NIGHT),
    ("Tre giorni prima un uomo era arrivato.", "Tre giorni prima", "2022-01-05", "2022-01-05"),
    ("È arrivato tre giorni fa.", "tre giorni fa", "2022-01-05", "2022-01-05"),
    ("È arrivato due anni fa.", "due anni fa", "2020", "2020"),
    ("È arrivato domenica scorsa.", "domenica scorsa", "2022-01-02", "2022-01-02"),
    ("È arrivato il mese scorso.", "il mese scorso", "2021-12", "2021-12"),
    ("Arriverà lunedì.", "lunedì", "2022-01-10", "2022-01-10"),
    ("È arrivato lunedì.", "lunedì", "2022-01-03", "2022-01-03"),
    ("Arriverà la settimana prossima.", "la settimana prossima", "2022-W02", "[2022-01-10..2022-01-16]"),
    ("Arriverà entro fine mese.", "fine mese", "2022-01", "[..2022-01-31]"),
    ("È arrivato ieri sera.", "ieri sera", "2022-01-07TEV", "[2022-01-07T18:00:00..2022-01-07T23:59:59]"),
    (
        "Alle 23 di ieri è arrivato.",
        "23 di ieri",
        "2022-01-07T23:00",
        "[2022-01-07T23:00:00..2022-01-07T23:59:59]",
    ),
    ("È stato in carica fino a giovedì.", "giovedì", "2022-01-06", "/2022-01-06"),
    ("Dovrà finire entro febbraio.", "febbraio", "2022-02", "[..2022-02-28]"),
]


@pytest.mark.parametrize(("sentence", "words", "value", "edtf"), CALENDAR + STAMPS + RELATIVE)
def test_one_date(sentence: str, words: str, value: str, edtf: str) -> None:
    assert summary(sentence, "it") == [(words, value, edtf)]


def test_the_coming_days_have_no_end() -> None:
    [date] = dates("Parleranno nei prossimi giorni.", "it")
    assert (date.type, date.value) == ("DURATION", "PXD")
    assert (date.when.interval.start is not None, date.when.interval.end) == (True, None)


def test_a_length_of_time_up_to_now_fills_it() -> None:
    [date] = dates("Governa da quattro anni.", "it")
    assert (date.type, date.value, date.when.extent) == ("DURATION", "P4Y", Extent.THROUGHOUT)
    assert date.when.edtf == "2018-01-08/2022-01-08"


def test_a_range_is_two_expressions_with_one_time() -> None:
    first, last = dates("Lo sciopero durò dal 2 al 10 gennaio.", "it")
    assert (first.text, first.value, last.text, last.value) == ("2", "2022-01-02", "10 gennaio", "2022-01-10")
    assert first.when.interval == last.when.interval
    assert first.when.edtf == "2022-01-02/2022-01-10"


def test_a_night_between_two_days_is_that_of_the_first() -> None:
    [night] = dates("Nella notte tra il 5 e il 6 gennaio è caduto il ponte.", "it")
    assert (night.when.extent, night.value) == (Extent.WITHIN, "2022-01-05TNI")
    assert night.when.edtf == "[2022-01-05T20:00:00..2022-01-06T05:59:59]"


def test_the_day_after_is_that_of_the_date_told_last() -> None:
    _, after = dates("Il 5 gennaio il governo cadde. Il giorno dopo arrivarono le truppe.", "it")
    assert (after.text, after.value, after.when.basis) == ("Il giorno dopo", "2022-01-06", Basis.CONTEXT)


def test_what_lasted_is_no_context() -> None:
    *_, night = dates("Dal primo gennaio piove. Il ponte è crollato nella notte.", "it")
    assert night.when.edtf == "[2022-01-07T20:00:00..2022-01-08T05:59:59]"


def test_a_few_hours_later_has_bounds() -> None:
    _, later = dates("Questa mattina è partito. Poche ore dopo è tornato.", "it")
    assert (later.value, later.when.edtf) == ("PTXH", "[2022-01-08T06:00:00..2022-01-09T11:59:59]")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [("Esce ogni martedì.", "XXXX-WXX-2"), ("Esce tutti i giorni.", "P1D"), ("Esce ogni due mesi.", "P2M")],
)
def test_sets(sentence: str, value: str) -> None:
    [date] = dates(sentence, "it")
    assert (date.type, date.value) == ("SET", value)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Rimase un anno e mezzo.", "P1Y6M"),
        ("Attese due ore e mezza.", "PT2H30M"),
        ("Attese mezz'ora.", "PT30M"),
        ("Attese una decina di giorni.", "P10D"),
        ("Attese alcune settimane.", "PXW"),
        ("Attese ventidue mesi.", "P22M"),
    ],
)
def test_lengths(sentence: str, value: str) -> None:
    [date] = dates(sentence, "it")
    assert (date.type, date.value) == ("DURATION", value)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lo scrive il Corriere della Sera.",
        "Sono 40 i morti.",
        "Una ragazza di 15 anni è stata uccisa.",
        "L'ex premier è fuggito.",
        "Sono 2100 le case evacuate.",
        "Il programma Domenica In va in onda.",
        "Al momento della consegna ha trovato gli agenti.",
        "Torna a casa a tarda ora.",
        "Un pezzo da 1985 euro.",
        "Il caso è chiuso dall'articolo 12.",
        "Sono arrivate 1985 persone.",
        "Giovanna, 65 anni, vive qui.",
        "Una giornata di lutto è stata indetta.",
        "Abita in via XX Settembre.",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert dates(sentence, "it") == []


def test_a_number_word_beside_a_weekday_is_no_day_of_the_month() -> None:
    assert summary("Ha annunciato martedì un prezzo massimo.", "it") == [
        ("martedì", "2022-01-04", "2022-01-04")
    ]


def test_precision_is_what_the_words_name() -> None:
    [date] = dates("È arrivato ieri.", "it", "2022-01")
    assert (date.when.precision, date.when.basis) == (Precision.DAY, Basis.PUBLICATION)


@pytest.mark.parametrize("term", ["sei anni di reclusione", "3 anni", "due mesi"])
def test_a_term_beside_a_day_is_no_hour(term: str) -> None:
    assert summary(f"Il giudice lo ha condannato ieri a {term}.", "it") == [
        ("ieri", "2022-01-07", "2022-01-07")
    ]


def test_the_weekday_before_a_clause_or_noun_that_it_comes_after_is_not_the_following_one() -> None:
    for end in ("dopo che il voto era finito", "dopo un incontro", "dopo aver parlato"):
        assert summary(f"Si è dimesso lunedì {end}.", "it") == [("lunedì", "2022-01-03", "2022-01-03")]


def test_an_age_or_an_ordinal_in_figures_is_no_year() -> None:
    assert summary("Il 54enne fuggì con un 38enne. Il 54° anniversario. Il 43 dei presenti votò.", "it") == []
    assert [text for text, *_ in summary("Tra il 91 e il 92 calò.", "it")] == ["il 91", "il 92"]


def test_an_hour_of_the_night_of_a_day_lies_on_the_side_of_midnight_that_it_names() -> None:
    for words, value in {
        "mezzanotte e quaranta di ieri notte": "2022-01-08T00:40",
        "domenica notte alle 3": "2022-01-03T03:00",
        "domenica notte intorno alle 23": "2022-01-02T23:00",
        "4 di ieri notte": "2022-01-08T04:00",
        "lunedì sera alle 9": "2022-01-03T21:00",
    }.items():
        assert [v for _, v, _ in summary(f"È successo alle {words}.", "it")] == [value]


def test_a_sunday_before_a_place_and_nights_not_numbered_are_times() -> None:
    found = summary("Domenica in centro hanno rubato, nelle scorse notti anche altrove.", "it")
    assert [text for text, *_ in found] == ["Domenica", "scorse notti"]
