"""Forms that newspapers, minutes and posts write, in our own sentences; 8 January 2022 is a Saturday."""

from __future__ import annotations

import pytest

from tests.dates.cases import dates

ITALIAN = [
    ("Il decreto è del 07/01/2022.", "07/01/2022", "2022-01-07"),
    ("Il decreto è del 7-1-2022.", "7-1-2022", "2022-01-07"),
    ("Il decreto è del sette gennaio duemilaventidue.", "sette gennaio duemilaventidue", "2022-01-07"),
    ("La lapide porta la data 7 gennaio MCMXLV.", "7 gennaio MCMXLV", "1945-01-07"),
    ("Nel MMXXII il ponte chiuse.", "MMXXII", "2022"),
    ("Nel XIX secolo il borgo era vuoto.", "XIX secolo", "18XX"),
    ("Nel terzo millennio vivremo altrove.", "terzo millennio", "[2000-01-01..2999-12-31]"),
    ("Il tempio è del 264 a.C.", "264 a.C.", "-0263"),
    ("Nel II secolo a.C. sorse il porto.", "II secolo a.C.", "[-0199-01-01..-0100-12-31]"),
    ("Nel millesettecentottantanove il forno chiuse.", "millesettecentottantanove", "1789"),
    ("Alle 23 di oggi chiude il varco.", "23 di oggi", "[2022-01-08T23:00:00..2022-01-08T23:59:59]"),
    ("Alle 23.30 di ieri è scattato il blocco.", "23.30 di ieri",
     "[2022-01-07T23:30:00..2022-01-07T23:30:59]"),
    ("È successo nella notte tra il 5 e il 6 gennaio.", "notte tra il 5 e il 6 gennaio",
     "[2022-01-05T20:00:00..2022-01-06T05:59:59]"),
    ("I lavori cominciano ai primi di marzo.", "primi di marzo", "[2022-03-01..2022-03-10]"),
    ("I lavori cominciano a metà marzo.", "metà marzo", "[2022-03-11..2022-03-20]"),
    ("I lavori finiscono a fine marzo.", "fine marzo", "[2022-03-21..2022-03-31]"),
    ("Il voto è arrivato alla vigilia di Natale.", "vigilia di Natale", "2021-12-24"),
    ("Il forno resta chiuso dal 2 al 10 gennaio.", "2", "2022-01-02/2022-01-10"),
    ("È accaduto tra giovedì e venerdì.", "giovedì", "[2022-01-06..2022-01-07]"),
    ("Il mercato è il 12-13 gennaio.", "12", "2022-01-12/2022-01-13"),
    ("Nel Novecento il borgo si spopolò.", "Novecento", "19XX"),
    ("Negli anni '90 il borgo si spopolò.", "anni '90", "199X"),
    ("Il '68 cambiò tutto.", "Il '68", "1968"),
    ("Nel secondo trimestre le vendite calano.", "secondo trimestre", "2022-34"),
    ("Nella stagione 2021/22 la squadra ha perso.", "stagione 2021/22", "2021-07-01/2022-06-30"),
    ("L'anno scolastico 2021-2022 è finito.", "anno scolastico 2021-2022", "2021-09-01/2022-08-31"),
    ("L'anno fiscale 2021 è chiuso.", "L'anno fiscale 2021", "2021"),
    ("Nel fine settimana piove.", "fine settimana", "[2022-01-08..2022-01-09]"),
    ("Nelle ultime ore è salito il fiume.", "ultime ore", "[..2022-01-08]"),
    ("Il treno è partito poco fa.", "poco fa", "[..2022-01-08]"),
    ("La strada resta chiusa fino a lunedì.", "lunedì", "/2022-01-10"),
    ("I prezzi salgono dall'inizio dell'anno.", "inizio dell'anno", "2022-01-01/"),
    ("Dopo gli attentati dell'11 settembre cambiarono i controlli.", "11 settembre", "2001-09-11"),
    ("timestamp 1641537000", "1641537000", "2022-01-07T06:30:00"),
    ("Inviato: Fri, 07 Jan 2022 14:30:05 +0600", "Fri, 07 Jan 2022 14:30:05 +0600", "2022-01-07T14:30:05"),
    ("Registrato 2022-01-07T14:30:05Z", "2022-01-07T14:30:05Z", "2022-01-07T14:30:05"),
    ("Era avvenuto il 25 dicembre.", "il 25 dicembre", "2021-12-25"),
    ("Mercoledì prossimo apre il varco.", "Mercoledì prossimo", "2022-01-12"),
    ("Due venerdì fa era aperto.", "Due venerdì fa", "2021-12-31"),
    ("Il Ramadan 2021 fu mite.", "Il Ramadan 2021", "[2021-04-13..2021-05-12]"),
    ("Da novembre a febbraio 2021 ha piovuto.", "novembre", "2020-11-01/2021-02-28"),
]  # fmt: skip
ENGLISH = [
    ("The order is of 01/07/2022.", "01/07/2022", "2022-01-07"),
    ("The order is of the seventh of January, twenty twenty-two.",
     "the seventh of January, twenty twenty-two", "2022-01-07"),
    ("The order is of May twenty-first, 2021.", "May twenty-first, 2021", "2021-05-21"),
    ("The order is of 1-7-22.", "1-7-22", "2022-01-07"),
    ("The stone bears the date MCMXLV.", "MCMXLV", "1945"),
    ("In the XIX century the town was empty.", "the XIX century", "18XX"),
    ("The temple is of 264 BC.", "264 BC", "-0263"),
    ("The gate closes at 11 p.m. today.", "11 p.m. today", "[2022-01-08T23:00:00..2022-01-08T23:59:59]"),
    ("The gate closed at a quarter past noon.", "a quarter past noon",
     "[2022-01-08T12:15:00..2022-01-08T12:15:59]"),
    ("It fell in the night between 5 and 6 January.", "the night between 5 and 6 January",
     "[2022-01-05T20:00:00..2022-01-06T05:59:59]"),
    ("Work begins in early March.", "early March", "[2022-03-01..2022-03-10]"),
    ("Work begins in mid-March.", "mid-March", "[2022-03-11..2022-03-20]"),
    ("The vote came on the eve of Christmas.", "the eve of Christmas", "2021-12-24"),
    ("The bakery is closed from 2 to 10 January.", "2", "2022-01-02/2022-01-10"),
    ("It happened between Thursday and Friday.", "Thursday", "[2022-01-06..2022-01-07]"),
    ("In the '90s the town was emptied.", "the '90s", "199X"),
    ("It changed in '68.", "'68", "1968"),
    ("In the second quarter of 2021 sales fell.", "the second quarter of 2021", "2021-34"),
    ("In the 2021/22 season the team lost.", "the 2021/22 season", "2021-07-01/2022-06-30"),
    ("The school year 2021/22 is over.", "The school year 2021/22", "2021-09-01/2022-08-31"),
    ("Fiscal 2021 is over.", "Fiscal 2021", "2021"),
    ("The road is closed until Monday.", "Monday", "/2022-01-10"),
    ("The road was closed until Monday.", "Monday", "/2022-01-03"),
    ("Prices have risen since the start of the year.", "the start of the year", "2022-01-01/"),
    ("Controls changed after 9/11.", "9/11", "[2001-09-12..]"),
    ("timestamp 1641537000", "1641537000", "2022-01-07T06:30:00"),
    ("Sent: Fri, 07 Jan 2022 14:30:05 +0600", "Fri, 07 Jan 2022 14:30:05 +0600", "2022-01-07T14:30:05"),
    ("It had happened on 25 December.", "25 December", "2021-12-25"),
    ("Two Thursdays ago it was open.", "Two Thursdays ago", "2021-12-30"),
    ("The third last week of 2021 was mild.", "The third last week of 2021", "[2021-12-13..2021-12-19]"),
    ("A fortnight ago it was open.", "A fortnight ago", "[2021-12-22..2021-12-28]"),
    ("Eid al-Fitr 2021 was quiet.", "Eid al-Fitr 2021", "2021-05-13"),
    ("From November to February 2021 it rained.", "November", "2020-11-01/2021-02-28"),
    ("The class runs from 11 am to 3 today.", "11 am", "2022-01-08T11:00:00/2022-01-08T14:59:59"),
    ("They met at 2pm for two hours.", "2pm for two hours", "2022-01-08T14:00:00/2022-01-08T15:59:59"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "edtf"), ITALIAN)
def test_italian(sentence: str, words: str, edtf: str) -> None:
    first, *_ = dates(sentence, "it")
    assert (first.text, first.when.edtf) == (words, edtf)


@pytest.mark.parametrize(("sentence", "words", "edtf"), ENGLISH)
def test_english(sentence: str, words: str, edtf: str) -> None:
    first, *_ = dates(sentence, "en")
    assert (first.text, first.when.edtf) == (words, edtf)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("it", "Lo scrive il Corriere della Sera."),
        ("it", "Va in onda Domenica In."),
        ("it", "La giovane ha 15 anni."),
        ("it", "Un ragazzo di 15 anni è ferito."),
        ("it", "Il bilancio: 40 i morti."),
        ("it", "L'ex premier ha parlato."),
        ("it", "Ci sono 2000 soldati."),
        ("it", "Il numero è 02 1234567."),
        ("it", "L'articolo 1990 del codice vale ancora."),
        ("it", "È finita 3 a 1 per gli ospiti."),
        ("it", "In via XX Settembre c'è traffico."),
        ("it", "In piazza 25 Aprile c'è traffico."),
        ("it", "Costa 1990 euro."),
        ("it", "Il Sole 24 Ore ne scrive."),
        ("en", "He reads the Sunday Times."),
        ("en", "He reads the Daily Mail."),
        ("en", "It was on 60 Minutes."),
        ("en", "The girl is 15 years old."),
        ("en", "The toll: 40 dead."),
        ("en", "There were 2000 soldiers."),
        ("en", "Call 555 1234."),
        ("en", "Call (206) 555-1212."),
        ("en", "Article 1990 of the code holds."),
        ("en", "They won 3-1."),
        ("en", "The forces march north."),
        ("en", "May I ask why?"),
        ("en", "Theresa May spoke."),
        ("en", "The second man ran."),
    ],
)
def test_what_is_no_date(language: str, sentence: str) -> None:
    assert dates(sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "zone"),
    [
        ("it", "È partito alle 14.30 (GMT) di ieri.", "GMT"),
        ("it", "Inviato: Fri, 07 Jan 2022 14:30:05 +0600", "+0600"),
        ("it", "Il varco chiude alle 18 GMT.", "GMT"),
        ("en", "It left at 9 a.m. EST on Tuesday.", "EST"),
        ("en", "Logged 2022-01-07T14:30:05+06:00", "+06:00"),
        ("en", "Logged 2022-01-07T14:30:05Z", "Z"),
        ("en", "It left at 9 a.m. on Tuesday.", None),
        ("en", "It left on Tuesday.", None),
    ],
)
def test_a_stated_zone_is_kept(language: str, sentence: str, zone: str | None) -> None:
    [date] = dates(sentence, language)
    assert date.when.zone == zone


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The bus will leave at 3 am.", "2022-01-09T03:00"),
        ("The bus left at 11 pm.", "2022-01-07T23:00"),
        ("The bus left at 3 am.", "2022-01-08T03:00"),
    ],
)
def test_the_day_of_a_bare_hour(sentence: str, value: str) -> None:
    [date] = dates(sentence, "en", "2022-01-08T16:12:00")
    assert date.value == value
    [date] = dates(sentence, "en", "2022-01-08")
    assert date.value.startswith("2022-01-08T")
