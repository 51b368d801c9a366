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


@pytest.mark.parametrize(("sentence", "text", "value", "edtf"), CALENDAR + RELATIVE)
def test_one_date(sentence: str, text: str, value: str, edtf: str) -> None:
    assert summary(sentence, "de") == [(text, value, edtf)]


@pytest.mark.parametrize(
    ("sentence", "texts", "edtf"),
    [
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
