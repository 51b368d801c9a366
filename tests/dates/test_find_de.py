"""German constructions of time, in our own sentences. 8 January 2022 is a Saturday."""

from __future__ import annotations

import pytest

from tests.dates.cases import dates, summary

CALENDAR = [
    ("Am 7. Januar 2022 begann der Streik.", "7. Januar 2022", "2022-01-07", "2022-01-07"),
    ("Am Freitag, 7. Jänner, tagte der Rat.", "Freitag, 7. Jänner", "2022-01-07", "2022-01-07"),
    ("Im März 1999 schloss der Hafen.", "März 1999", "1999-03", "1999-03"),
    ("Die Genossenschaft entstand 1985.", "1985", "1985", "1985"),
    ("Lieferung am 07.01.2022 im Lager.", "07.01.2022", "2022-01-07", "2022-01-07"),
    ("Es geschah am 25. Dezember.", "25. Dezember", "2021-12-25", "2021-12-25"),
    ("Sie werden am 20. Februar öffnen.", "20. Februar", "2022-02-20", "2022-02-20"),
    ("Das erste Quartal 1994 war schwach.", "Das erste Quartal 1994", "1994-Q1", "1994-33"),
    ("Die Mode der Achtzigerjahre.", "der Achtzigerjahre", "198", "198X"),
    ("Die Mode der 1980er-Jahre.", "der 1980er-Jahre", "198", "198X"),
    ("Ein Palast des 19. Jahrhunderts.", "des 19. Jahrhunderts", "18", "18XX"),
    ("Allerheiligen 2021 war kalt.", "Allerheiligen 2021", "2021-11-01", "2021-11-01"),
    ("Der Ostermontag 2022 naht.", "Der Ostermontag 2022", "2022-04-18", "2022-04-18"),
    ("Am ersten Advent 2022 brennt ein Licht.", "ersten Advent 2022", "2022-11-27", "2022-11-27"),
    ("Im Jahr 44 v. Chr. zogen sie los.", "Jahr 44 v. Chr.", "-0043", "-0043"),
    ("Zum Jahresende 2021 trat er ab.", "Jahresende 2021", "2021", "[2021-09-01..2021-12-31]"),
    ("Mitte Februar 2021 schneite es.", "Mitte Februar 2021", "2021-02", "[2021-02-11..2021-02-20]"),
]
RELATIVE = [
    ("Im Jahr 800 wurde er gekrönt.", "Jahr 800", "0800", "0800"),
    ("Im Jahr zuvor war es kalt.", "Jahr zuvor", "2021", "2021"),
    ("Im Spätherbst 2021 schneite es.", "Spätherbst 2021", "2021-FA", "2021-23"),
    ("Der Gewinn im Q1 2020 sank.", "Q1 2020", "2020-Q1", "2020-33"),
    ("Der Befehl kam gestern.", "gestern", "2022-01-07", "2022-01-07"),
    ("Der Befehl kam vorgestern.", "vorgestern", "2022-01-06", "2022-01-06"),
    ("Der Befehl kam vor drei Tagen.", "drei Tagen", "P3D", "2022-01-05"),
    ("Der Befehl kam vor eineinhalb Jahren.", "eineinhalb Jahren", "P1Y6M", "2020-07"),
    ("Der Befehl kam letzten Sonntag.", "letzten Sonntag", "2022-01-02", "2022-01-02"),
    ("Der Befehl kam im vergangenen Monat.", "vergangenen Monat", "2021-12", "2021-12"),
    ("Der Befehl wird am Montag kommen.", "Montag", "2022-01-10", "2022-01-10"),
    ("Der Befehl kam am Montag.", "Montag", "2022-01-03", "2022-01-03"),
    ("Der Befehl wird nächste Woche kommen.", "nächste Woche", "2022-W02", "[2022-01-10..2022-01-16]"),
    (
        "Der Befehl kam am Montagabend.",
        "Montagabend",
        "2022-01-03TEV",
        "[2022-01-03T18:00:00..2022-01-03T23:59:59]",
    ),
    (
        "In der Nacht auf Mittwoch brannte es.",
        "Nacht auf Mittwoch",
        "2022-01-04TNI",
        "[2022-01-04T20:00:00..2022-01-05T05:59:59]",
    ),
    ("Seit Jahresbeginn ist das Brot teurer.", "Jahresbeginn", "2022", "2022-01-01/"),
    ("Ab dem 1. Februar 2022 gilt der Tarif.", "1. Februar 2022", "2022-02-01", "2022-02-01/"),
    ("Im Vorjahr war das Brot billiger.", "Vorjahr", "2021", "2021"),
    ("Der Befehl kam heuer.", "heuer", "2022", "2022"),
]
CHECKLIST = [
    ("Ein Palast aus dem XIX. Jahrhundert.", "dem XIX. Jahrhundert", "18", "18XX"),
    (
        "Im 2. Jahrhundert v. Chr. zogen sie los.",
        "2. Jahrhundert v. Chr.",
        "-01",
        "[-0199-01-01..-0100-12-31]",
    ),
    ("In den 1900er-Jahren war kein Licht.", "den 1900er-Jahren", "190", "190X"),
    ("In den Neunzigern war es hart.", "den Neunzigern", "199", "199X"),
    ("In den neunziger Jahren war es hart.", "den neunziger Jahren", "199", "199X"),
    ("Am 11. September 2001 fielen die Türme.", "11. September 2001", "2001-09-11", "2001-09-11"),
    ("Das zweite Quartal 2021 war schlecht.", "Das zweite Quartal 2021", "2021-Q2", "2021-34"),
    ("Der Sommer 2021 war trocken.", "Der Sommer 2021", "2021-SU", "2021-22"),
    (
        "Am vergangenen Wochenende schneite es.",
        "vergangenen Wochenende",
        "2021-W52-WE",
        "[2022-01-01..2022-01-02]",
    ),
    ("Anfang Februar 2021 schneite es.", "Anfang Februar 2021", "2021-02", "[2021-02-01..2021-02-10]"),
    ("Ende Januar 2021 regnete es.", "Ende Januar 2021", "2021-01", "[2021-01-21..2021-01-31]"),
    ("Am Tag nach Weihnachten regnete es.", "Tag nach Weihnachten", "2021-12-26", "2021-12-26"),
    ("Das Schuljahr 2021/22 begann.", "Das Schuljahr 2021/22", "2021-09", "2021-09-01/2022-08-31"),
    ("Im Geschäftsjahr 2019 ging es gut.", "Geschäftsjahr 2019", "2019", "2019"),
    (
        "Am dritten Sonntag im Mai 2022 wird gewählt.",
        "dritten Sonntag im Mai 2022",
        "2022-05-15",
        "2022-05-15",
    ),
    ("Der Karfreitag 2022 ist frei.", "Der Karfreitag 2022", "2022-04-15", "2022-04-15"),
    (
        "Die erste Woche im Juli 2021 war trocken.",
        "Die erste Woche im Juli 2021",
        "2021-W26",
        "[2021-06-28..2021-07-04]",
    ),
    (
        "Die letzte Woche im Juli 2021 war trocken.",
        "Die letzte Woche im Juli 2021",
        "2021-W30",
        "[2021-07-26..2021-08-01]",
    ),
    ("Pfingstmontag 2022 ist frei.", "Pfingstmontag 2022", "2022-06-06", "2022-06-06"),
    ("Der Ramadan 2021 war schwer.", "Der Ramadan 2021", "2021-04-13/2021-05-12", "[2021-04-13..2021-05-12]"),
    (
        "Im Jahr neunzehnhundertsechsunddreißig begann der Krieg.",
        "Jahr neunzehnhundertsechsunddreißig",
        "1936",
        "1936",
    ),
    ("Im Jahr 14 n. Chr. starb er.", "Jahr 14 n. Chr.", "0014", "0014"),
    ("Am Vorabend von Weihnachten war zu.", "Vorabend von Weihnachten", "2021-12-24", "2021-12-24"),
    ("Jom Kippur 2021 war ruhig.", "Jom Kippur 2021", "2021-09-15/2021-09-16", "[2021-09-15..2021-09-16]"),
    ("Der Befehl kam zwei Wochen zuvor.", "zwei Wochen zuvor", "P2W", "[2021-12-20..2021-12-26]"),
    ("Der Befehl kam um 23 Uhr.", "23 Uhr", "2022-01-08T23:00", "[2022-01-08T23:00:00..2022-01-08T23:59:59]"),
    ("Der Befehl kam vor anderthalb Jahren.", "anderthalb Jahren", "P1Y6M", "2020-07"),
    ("Bis Montag geschlossen.", "Montag", "2022-01-10", "/2022-01-10"),
    ("Seit Anfang des Jahres ist Brot teurer.", "Anfang des Jahres", "2022", "2022-01-01/"),
    ("In den letzten Stunden schneite es.", "den letzten Stunden", "PTXH", "[..2022-01-08]"),
    ("Der Befehl kam vor kurzem.", "vor kurzem", "PAST_REF", "[..2022-01-08]"),
    ("Der Befehl kam am nächsten Tag.", "nächsten Tag", "2022-01-09", "2022-01-09"),
    (
        "Der Befehl kam in der Nacht vom 5. auf den 6. Januar.",
        "Nacht vom 5. auf den 6. Januar",
        "2022-01-05TNI",
        "[2022-01-05T20:00:00..2022-01-06T05:59:59]",
    ),
    (
        "Der Flug geht um 16 Uhr GMT.",
        "16 Uhr GMT",
        "2022-01-08T16:00Z",
        "[2022-01-08T16:00:00..2022-01-08T16:59:59]",
    ),
    (
        "Der Flug geht um Viertel vor acht.",
        "Viertel vor acht",
        "2022-01-08T07:45",
        "[2022-01-08T07:45:00..2022-01-08T07:45:59]",
    ),
]


@pytest.mark.parametrize(("sentence", "text", "value", "edtf"), CALENDAR + RELATIVE + CHECKLIST)
def test_one_date(sentence: str, text: str, value: str, edtf: str) -> None:
    assert summary(sentence, "de") == [(text, value, edtf)]


@pytest.mark.parametrize(
    ("sentence", "texts", "edtf"),
    [
        ("Zwischen Donnerstag und Freitag regnete es.", ["Donnerstag", "Freitag"], "2022-01-06/2022-01-07"),
        ("12.-13. Januar: Fest.", ["12.", "13. Januar"], "2022-01-12/2022-01-13"),
        ("Vom 14.10. bis 20.10.2018 gesperrt.", ["14.10.", "20.10.2018"], "2018-10-14/2018-10-20"),
        ("Offen von 9 bis 14 Uhr.", ["9", "14 Uhr"], "2022-01-08T09:00:00/2022-01-08T13:59:59"),
        ("Von November bis Februar schneite es.", ["November", "Februar"], "2021-11-01/2022-02-28"),
        ("Montag bis Freitag offen.", ["Montag", "Freitag"], "2022-01-10/2022-01-14"),
        ("Gesperrt vom 2. bis 10. Januar.", ["2.", "10. Januar"], "2022-01-02/2022-01-10"),
        ("Gesperrt vom 28. Dezember bis 3. Januar.", ["28. Dezember", "3. Januar"], "2021-12-28/2022-01-03"),
        ("Er regierte von 1715 bis 1774.", ["1715", "1774"], "1715-01-01/1774-12-31"),
        ("Offen von 14.30 bis 18 Uhr.", ["14.30", "18 Uhr"], "2022-01-08T14:30:00/2022-01-08T17:59:59"),
    ],
)
def test_ranges_are_two_expressions_with_one_stretch(sentence: str, texts: list[str], edtf: str) -> None:
    found = dates(sentence, "de")
    assert [d.text for d in found] == texts
    assert found[-1].when.edtf == edtf


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "value"),
    [
        ("Der Rat tagt dienstags.", "dienstags", "SET", "XXXX-WXX-2"),
        ("Der Rat tagt dienstags um neun Uhr.", "dienstags um neun Uhr", "SET", "XXXX-WXX-2T09"),
        ("Der Ausfall dauerte drei viertel Stunden.", "drei viertel Stunden", "DURATION", "PT45M"),
        ("Er bekam drei Jahre Haft.", "drei Jahre", "DURATION", "P3Y"),
        ("Der Ausfall dauerte zweieinhalb Stunden.", "zweieinhalb Stunden", "DURATION", "PT2H30M"),
        ("Er arbeitet dort seit dreiundzwanzig Jahren.", "dreiundzwanzig Jahren", "DURATION", "P23Y"),
        ("Er bekam drei Jahre und vier Monate Haft.", "drei Jahre und vier Monate", "DURATION", "P3Y4M"),
        ("Man stritt monatelang.", "monatelang", "DURATION", "PXM"),
        ("Der Rat tagt jeden Dienstag.", "jeden Dienstag", "SET", "XXXX-WXX-2"),
        ("Der Rat tagt alle zwei Jahre.", "alle zwei Jahre", "SET", "P2Y"),
        ("Der Preis ist derzeit fest.", "derzeit", "DATE", "PRESENT_REF"),
        ("Die Stadt war damals reich.", "damals", "DATE", "PAST_REF"),
    ],
)
def test_lengths_sets_and_references(sentence: str, text: str, kind: str, value: str) -> None:
    assert [(d.text, d.type, d.value) for d in dates(sentence, "de")] == [(text, kind, value)]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Der Zug fährt um 14.30 Uhr.", "14:30"),
        ("Der Zug fährt um acht Uhr abends.", "20:00"),
        ("Der Zug fährt um halb acht.", "07:30"),
        ("Der Zug fährt um viertel nach drei.", "03:15"),
    ],
)
def test_hours(text: str, clock: str) -> None:
    assert [d.value for d in dates(text, "de")] == [f"2022-01-08T{clock}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nikolaus Huber sprach.",
        "Telefon 2010 2015.",
        "Man fuhr auf die Auffahrt.",
        "Die Zeit berichtet.",
        "Kinder bis 15 Jahre zahlen nichts.",
        "Davon 2000 im Süden.",
        "Sie gewannen 3:2.",
        "Telefon 2010 2015.",
        "Frau März singt.",
        "Der Ex-Minister sprach.",
        "Artikel 155 sagt es.",
        "Zur Zeit der Kaiser war es so.",
        "Er fragte nach der Zeit.",
        "Man kam zu spät nach Hause.",
        "Ein 45-jähriger Mann ist gestürzt.",
        "Anna ist 34 Jahre alt.",
        "Paragraf 2005 gilt.",
        "Man verkaufte 1985 Autos.",
        "Rund 1500 Lehrlinge kamen.",
        "Das Spiel endete mit 3:2.",
        "Guten Morgen allerseits.",
        "Kaiser August kam.",
        "Der dritte Platz ging an Bozen.",
        "Ein Rad um 1985 Euro.",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert dates(sentence, "de") == []


def test_compounds_are_cut_only_at_their_joint() -> None:
    assert [d.text for d in dates("Der Montagnachmittag verging.", "de")] == ["Der Montagnachmittag"]
    assert dates("Die Montagehalle brannte.", "de") == []


def test_a_vague_publication_stays_vague() -> None:
    assert summary("Der Befehl kam gestern.", "de", "2022-01") == [
        ("gestern", "XXXX-XX-XX", "[2021-12-31..2022-01-30]")
    ]
