"""French constructions of time, in our own sentences. 8 January 2022 is a Saturday."""

from __future__ import annotations

import pytest

from tests.dates.cases import dates, summary

CALENDAR = [
    ("La grève a commencé le 3 janvier 2022.", "le 3 janvier 2022", "2022-01-03", "2022-01-03"),
    ("Le vendredi 7 janvier, le conseil a voté.", "Le vendredi 7 janvier", "2022-01-07", "2022-01-07"),
    ("Le port a fermé le 1er mars 1999.", "le 1er mars 1999", "1999-03-01", "1999-03-01"),
    ("Le port a fermé en mars 1999.", "mars 1999", "1999-03", "1999-03"),
    ("La coopérative est née en 1985.", "1985", "1985", "1985"),
    ("L'usine a ouvert en octobre 98.", "octobre 98", "1998-10", "1998-10"),
    ("Livraison le 07/01/2022 au dépôt.", "le 07/01/2022", "2022-01-07", "2022-01-07"),
    ("Le vol a eu lieu le 25 décembre.", "le 25 décembre", "2021-12-25", "2021-12-25"),
    ("Ils ouvriront le 20 février.", "le 20 février", "2022-02-20", "2022-02-20"),
    ("Le premier trimestre 1994 fut mauvais.", "Le premier trimestre 1994", "1994-Q1", "1994-33"),
    ("La mode des années quatre-vingt.", "années quatre-vingt", "198", "198X"),
    ("Un palais du XIXe siècle.", "XIXe siècle", "18", "18XX"),
    ("La Toussaint 2021 fut froide.", "La Toussaint 2021", "2021-11-01", "2021-11-01"),
    ("Le lundi de Pâques 2022 approche.", "Le lundi de Pâques 2022", "2022-04-18", "2022-04-18"),
    ("Ils partirent en 44 av. J.-C. vers le nord.", "44 av. J.-C.", "-0043", "-0043"),
    ("Le rapport paraîtra courant février.", "courant février", "2022-02", "2022-02"),
    ("Le tunnel fermera à la rentrée 2022.", "la rentrée 2022", "2022-09", "2022-09"),
]
RELATIVE = [
    ("En l'an 800, il fut couronné.", "l'an 800", "0800", "0800"),
    ("La semaine 12 de 2021 fut froide.", "La semaine 12 de 2021", "2021-W12", "[2021-03-22..2021-03-28]"),
    ("Le bénéfice du T1 2020 a baissé.", "T1 2020", "2020-Q1", "2020-33"),
    ("L'offre vaudra jusqu'au 20.", "20", "2022-01-20", "/2022-01-20"),
    ("L'ordre est arrivé hier.", "hier", "2022-01-07", "2022-01-07"),
    ("L'ordre est arrivé avant-hier.", "avant-hier", "2022-01-06", "2022-01-06"),
    ("L'ordre est arrivé il y a trois jours.", "trois jours", "P3D", "2022-01-05"),
    ("L'ordre est arrivé il y a dix-huit mois.", "dix-huit mois", "P18M", "2020-07"),
    ("L'ordre est arrivé dimanche dernier.", "dimanche dernier", "2022-01-02", "2022-01-02"),
    ("L'ordre est arrivé le mois dernier.", "le mois dernier", "2021-12", "2021-12"),
    ("L'ordre arrivera lundi.", "lundi", "2022-01-10", "2022-01-10"),
    ("L'ordre est arrivé lundi.", "lundi", "2022-01-03", "2022-01-03"),
    (
        "L'ordre arrivera la semaine prochaine.",
        "la semaine prochaine",
        "2022-W02",
        "[2022-01-10..2022-01-16]",
    ),
    ("L'ordre arrivera d'ici à la fin du mois.", "la fin du mois", "2022-01", "[..2022-01-31]"),
    (
        "L'ordre est arrivé hier soir.",
        "hier soir",
        "2022-01-07TEV",
        "[2022-01-07T18:00:00..2022-01-07T23:59:59]",
    ),
    (
        "L'ordre est arrivé hier en fin de matinée.",
        "hier en fin de matinée",
        "2022-01-07TMO",
        "[2022-01-07T10:00:00..2022-01-07T11:59:59]",
    ),
    (
        "Dans la nuit du 5 au 6 janvier, on a tiré.",
        "la nuit du 5 au 6 janvier",
        "2022-01-05TNI",
        "[2022-01-05T20:00:00..2022-01-06T05:59:59]",
    ),
    ("Depuis le 1er janvier, le pain a augmenté.", "le 1er janvier", "2022-01-01", "2022-01-01/"),
    ("Le tarif vaudra à partir du 1er février.", "1er février", "2022-02-01", "2022-02-01/"),
    ("La veille de Noël, tout était fermé.", "La veille de Noël", "2021-12-24", "2021-12-24"),
]
CHECKLIST = [
    ("Le palais date du XIXe siècle.", "XIXe siècle", "18", "18XX"),
    ("Né au IIe siècle av. J.-C.", "IIe siècle av. J.-C.", "-01", "[-0199-01-01..-0100-12-31]"),
    ("Les années 1900 étaient belles.", "Les années 1900", "190", "190X"),
    ("Les années quatre-vingt-dix furent dures.", "Les années quatre-vingt-dix", "199", "199X"),
    ("Les années 90 furent dures.", "Les années 90", "199", "199X"),
    ("Le 11 septembre 2001, les tours sont tombées.", "Le 11 septembre 2001", "2001-09-11", "2001-09-11"),
    ("Le deuxième trimestre 2021 fut mauvais.", "Le deuxième trimestre 2021", "2021-Q2", "2021-34"),
    ("L'été 2021 fut sec.", "L'été 2021", "2021-SU", "2021-22"),
    ("Le week-end dernier il a neigé.", "Le week-end dernier", "2021-W52-WE", "[2022-01-01..2022-01-02]"),
    ("Début février 2021 il a neigé.", "Début février 2021", "2021-02", "[2021-02-01..2021-02-10]"),
    ("À la mi-mars 2021 il a neigé.", "la mi-mars 2021", "2021-03", "[2021-03-11..2021-03-20]"),
    ("Fin janvier 2021 il a plu.", "Fin janvier 2021", "2021-01", "[2021-01-21..2021-01-31]"),
    ("Le lendemain de Noël il a plu.", "Le lendemain de Noël", "2021-12-26", "2021-12-26"),
    (
        "L'année scolaire 2021/2022 a commencé.",
        "L'année scolaire 2021/2022",
        "2021-09",
        "2021-09-01/2022-08-31",
    ),
    ("L'exercice 2019 fut bon.", "L'exercice 2019", "2019", "2019"),
    (
        "Le troisième dimanche de mai 2022 on votera.",
        "Le troisième dimanche de mai 2022",
        "2022-05-15",
        "2022-05-15",
    ),
    ("Le Vendredi saint 2022 est férié.", "Le Vendredi saint 2022", "2022-04-15", "2022-04-15"),
    (
        "La première semaine de juillet 2021 fut sèche.",
        "La première semaine de juillet 2021",
        "2021-W26",
        "[2021-06-28..2021-07-04]",
    ),
    (
        "La dernière semaine de juillet 2021 fut sèche.",
        "La dernière semaine de juillet 2021",
        "2021-W30",
        "[2021-07-26..2021-08-01]",
    ),
    ("En mil neuf cent trente-six la guerre a commencé.", "mil neuf cent trente-six", "1936", "1936"),
    ("Le lundi de Pentecôte 2022 est férié.", "Le lundi de Pentecôte 2022", "2022-06-06", "2022-06-06"),
    (
        "Le ramadan 2021 fut difficile.",
        "Le ramadan 2021",
        "2021-04-13/2021-05-12",
        "[2021-04-13..2021-05-12]",
    ),
    (
        "L'ordre est arrivé deux semaines auparavant.",
        "deux semaines auparavant",
        "2021-W51",
        "[2021-12-20..2021-12-26]",
    ),
    (
        "L'ordre est arrivé deux semaines plus tôt.",
        "deux semaines plus tôt",
        "2021-W51",
        "[2021-12-20..2021-12-26]",
    ),
    (
        "L'ordre est arrivé à 23 heures.",
        "23 heures",
        "2022-01-08T23:00",
        "[2022-01-08T23:00:00..2022-01-08T23:59:59]",
    ),
    ("L'ordre est arrivé il y a un an et demi.", "un an et demi", "P1Y6M", "2020-07"),
    ("Depuis le début de l'année le pain a augmenté.", "le début de l'année", "2022", "2022-01-01/"),
    ("Ces dernières heures il a neigé.", "Ces dernières heures", "PTXH", "[..2022-01-08]"),
    ("L'ordre est arrivé il y a peu.", "il y a peu", "PAST_REF", "[..2022-01-08]"),
    (
        "L'ordre est arrivé dans la nuit de jeudi à vendredi.",
        "la nuit de jeudi à vendredi",
        "2022-01-06TNI",
        "[2022-01-06T20:00:00..2022-01-07T05:59:59]",
    ),
    ("L'ordre est arrivé le lendemain.", "le lendemain", "2022-01-09", "2022-01-09"),
    (
        "L'ordre est arrivé à 16 heures GMT.",
        "16 heures GMT",
        "2022-01-08T16:00Z",
        "[2022-01-08T16:00:00..2022-01-08T16:59:59]",
    ),
    (
        "Il est cinq heures et quart.",
        "cinq heures et quart",
        "2022-01-08T05:15",
        "[2022-01-08T05:15:00..2022-01-08T05:15:59]",
    ),
    (
        "Il est vingt heures.",
        "vingt heures",
        "2022-01-08T20:00",
        "[2022-01-08T20:00:00..2022-01-08T20:59:59]",
    ),
]


@pytest.mark.parametrize(("sentence", "text", "value", "edtf"), CALENDAR + RELATIVE + CHECKLIST)
def test_one_date(sentence: str, text: str, value: str, edtf: str) -> None:
    assert summary(sentence, "fr") == [(text, value, edtf)]


@pytest.mark.parametrize(
    ("sentence", "texts", "edtf"),
    [
        ("Entre jeudi et vendredi, il a plu.", ["jeudi", "vendredi"], "2022-01-06/2022-01-07"),
        ("12-13 janvier : fête.", ["12", "13 janvier"], "2022-01-12/2022-01-13"),
        ("Ouvert de 9 h à 14 h.", ["9 h", "14 h"], "2022-01-08T09:00:00/2022-01-08T13:59:59"),
        ("Du lundi au vendredi, c'est ouvert.", ["lundi", "vendredi"], "2022-01-03/2022-01-07"),
        ("De novembre à février 2021, il a neigé.", ["novembre", "février 2021"], "2020-11-01/2021-02-28"),
        ("Fermé du 2 au 10 janvier.", ["2", "10 janvier"], "2022-01-02/2022-01-10"),
        ("Fermé du 28 décembre au 3 janvier.", ["28 décembre", "3 janvier"], "2021-12-28/2022-01-03"),
        ("Il a régné de 1715 à 1774.", ["1715", "1774"], "1715-01-01/1774-12-31"),
        ("Les 12 et 13 janvier, on fêtera.", ["12", "13 janvier"], "2022-01-12/2022-01-13"),
        (
            "Ouvert demain de 13 h 30 à 15 h 30.",
            ["demain", "13 h 30", "15 h 30"],
            "2022-01-09T13:30:00/2022-01-09T15:29:59",
        ),
    ],
)
def test_ranges_are_two_expressions_with_one_stretch(sentence: str, texts: list[str], edtf: str) -> None:
    found = dates(sentence, "fr")
    assert [d.text for d in found] == texts
    assert found[-1].when.edtf == edtf


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "value"),
    [
        ("Le conseil siège chaque mardi.", "chaque mardi", "SET", "XXXX-WXX-2"),
        ("La panne a duré trois quarts d'heure.", "trois quarts d'heure", "DURATION", "PT45M"),
        ("Il a été condamné à trois ans ferme.", "trois ans", "DURATION", "P3Y"),
        ("La panne a duré deux heures et demie.", "deux heures et demie", "DURATION", "PT2H30M"),
        ("Il travaille ici depuis quatre-vingt-dix jours.", "quatre-vingt-dix jours", "DURATION", "P90D"),
        ("Il fut condamné à trois ans de prison.", "trois ans", "DURATION", "P3Y"),
        ("Le conseil siège tous les mardis.", "tous les mardis", "SET", "XXXX-WXX-2"),
        ("Le conseil siège chaque année.", "chaque année", "SET", "P1Y"),
        ("Le prix est désormais fixe.", "désormais", "DATE", "PRESENT_REF"),
        ("La ville fut autrefois prospère.", "autrefois", "DATE", "PAST_REF"),
    ],
)
def test_lengths_sets_and_references(sentence: str, text: str, kind: str, value: str) -> None:
    assert [(d.text, d.type, d.value) for d in dates(sentence, "fr")] == [(text, kind, value)]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Le train part à 14h30.", "14:30"),
        ("Le train part à 14 h 30.", "14:30"),
        ("Le train part à vingt heures.", "20:00"),
        ("Le train part à 8 heures du soir.", "20:00"),
        ("Le train part à cinq heures moins le quart.", "04:45"),
        ("Le train part à midi.", "12:00"),
    ],
)
def test_hours(text: str, clock: str) -> None:
    assert [d.value for d in dates(text, "fr")] == [f"2022-01-08T{clock}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le 24e régiment défila.",
        "La porte n'a pas été fermée.",
        "On vit à Saint-Jean-de-Luz.",
        "Les articles 1645 et 1646 du code.",
        "Fax : 2010 2015.",
        "Le Monde du 8.",
        "Il mesure 1985 mm.",
        "Score final 3-2.",
        "Ils ont gagné 3 à 1.",
        "Appelez le 2010 2015.",
        "L'ex-ministre a parlé.",
        "Avril Lavigne chante.",
        "Tariq Ramadan parle.",
        "L'article 155 le dit.",
        "Il demande l'heure.",
        "Peine de vie.",
        "Un homme de 45 ans est tombé.",
        "Marie, 34 ans, vit ici.",
        "Les enfants de 6 à 8 ans jouent.",
        "Nice-Matin le raconte.",
        "Il habite 12, rue du 8 Mai 1945.",
        "La loi n° 2005 est claire.",
        "Il a été maire.",
        "Elle a gagné une seconde fois.",
        "On a vendu 1985 voitures.",
        "Il achète le quotidien.",
        "Un vélo à 1985 euros.",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert dates(sentence, "fr") == []


def test_accents_tell_the_auxiliary_from_the_preposition() -> None:
    assert summary("Elle a parlé mardi.", "fr") == [("mardi", "2022-01-04", "2022-01-04")]
    assert summary("Elle ira à Lyon mardi.", "fr") == [("mardi", "2022-01-11", "2022-01-11")]


def test_a_vague_publication_stays_vague() -> None:
    assert summary("L'ordre est arrivé hier.", "fr", "2022-01") == [
        ("hier", "XXXX-XX-XX", "[2021-12-31..2022-01-30]")
    ]


def test_a_distance_is_told_as_the_day_it_leads_to() -> None:
    found = dates("Il y a trois jours, le maire a parlé. Le lendemain, la police est venue.", "fr")
    assert [(d.value, d.when.edtf) for d in found] == [("P3D", "2022-01-05"), ("2022-01-06", "2022-01-06")]
