"""Spanish constructions of time, in our own sentences. 8 January 2022 is a Saturday."""

from __future__ import annotations

import pytest

from tests.dates.cases import dates, summary

CALENDAR = [
    ("El puerto cerró el 1 de marzo de 1999.", "el 1 de marzo de 1999", "1999-03-01", "1999-03-01"),
    ("El viernes 7 de enero votó el pleno.", "El viernes 7 de enero", "2022-01-07", "2022-01-07"),
    ("Fundada el primero de mayo de 1985.", "el primero de mayo de 1985", "1985-05-01", "1985-05-01"),
    ("Un palacio del siglo XIX.", "siglo XIX", "18", "18XX"),
    ("Murieron en el año 44 a. C. en el norte.", "el año 44 a. C.", "-0043", "-0043"),
    ("En los años noventa había fábricas.", "los años noventa", "199", "199X"),
    ("En los noventa, la ciudad creció.", "los noventa", "199", "199X"),
    ("En los años 1900 no había luz.", "los años 1900", "190", "190X"),
    ("El segundo trimestre de 2021 fue malo.", "El segundo trimestre de 2021", "2021-Q2", "2021-34"),
    ("La obra acabó en el verano de 2021.", "el verano de 2021", "2021-SU", "2021-22"),
    (
        "El fin de semana pasado hubo nieve.",
        "El fin de semana pasado",
        "2021-W52-WE",
        "[2022-01-01..2022-01-02]",
    ),
    ("Entrega el 07/01/2022 en el almacén.", "el 07/01/2022", "2022-01-07", "2022-01-07"),
    (
        "A principios de febrero de 2021 nevó.",
        "principios de febrero de 2021",
        "2021-02",
        "[2021-02-01..2021-02-10]",
    ),
    ("A mediados de 2021 cerraron.", "mediados de 2021", "2021", "[2021-05-01..2021-08-31]"),
    ("A finales de enero de 2021 llovió.", "finales de enero de 2021", "2021-01", "[2021-01-21..2021-01-31]"),
    ("La víspera de Navidad todo estaba cerrado.", "La víspera de Navidad", "2021-12-24", "2021-12-24"),
    (
        "El 11 de septiembre de 2001 cayeron las torres.",
        "El 11 de septiembre de 2001",
        "2001-09-11",
        "2001-09-11",
    ),
    ("El 11-S cambió el mundo.", "El 11-S", "2001-09-11", "2001-09-11"),
    ("El Viernes Santo de 2022 no se trabaja.", "El Viernes Santo de 2022", "2022-04-15", "2022-04-15"),
    ("El Día de Todos los Santos hizo frío.", "El Día de Todos los Santos", "2021-11-01", "2021-11-01"),
    ("El lunes de Pascua de 2022 es festivo.", "El lunes de Pascua de 2022", "2022-04-18", "2022-04-18"),
    ("La Nochevieja de 2021 fue tranquila.", "La Nochevieja de 2021", "2021-12-31", "2021-12-31"),
    ("En mil novecientos treinta y seis empezó la guerra.", "mil novecientos treinta y seis", "1936", "1936"),
    ("En dos mil diez llegó la crisis.", "dos mil diez", "2010", "2010"),
    ("El año fiscal 2019 acabó mal.", "El año fiscal 2019", "2019", "2019"),
    (
        "El tercer domingo de mayo de 2022 votan.",
        "El tercer domingo de mayo de 2022",
        "2022-05-15",
        "2022-05-15",
    ),
    (
        "La primera semana de julio de 2021 fue seca.",
        "La primera semana de julio de 2021",
        "2021-W26",
        "[2021-06-28..2021-07-04]",
    ),
    (
        "La última semana de julio de 2021 fue seca.",
        "La última semana de julio de 2021",
        "2021-W30",
        "[2021-07-26..2021-08-01]",
    ),
    (
        "El Ramadán de 2021 fue difícil.",
        "El Ramadán de 2021",
        "2021-04-13/2021-05-12",
        "[2021-04-13..2021-05-12]",
    ),
]
RELATIVE = [
    ("El plazo acaba el día 15 de este mes.", "el día 15 de este mes", "2022-01-15", "2022-01-15"),
    ("Será en la Semana Santa de 2021.", "la Semana Santa de 2021", "2021-W13", "[2021-03-29..2021-04-04]"),
    ("El 1T 2020 fue malo.", "El 1T 2020", "2020-Q1", "2020-33"),
    ("Llegó a eso de las 5.", "las 5", "2022-01-08T05:00", "[2022-01-08T05:00:00..2022-01-08T05:59:59]"),
    (
        "El sábado noche hubo fiesta.",
        "El sábado noche",
        "2022-01-08TNI",
        "[2022-01-08T20:00:00..2022-01-09T05:59:59]",
    ),
    ("El año 800 fue coronado.", "El año 800", "0800", "0800"),
    (
        "La fiesta será a las doce de la noche.",
        "las doce de la noche",
        "2022-01-09T00:00",
        "[2022-01-09T00:00:00..2022-01-09T00:00:59]",
    ),
    ("A mediados de los 70 cerró.", "mediados de los 70", "197", "[1973-05-01..1976-08-31]"),
    ("La orden llegó ayer.", "ayer", "2022-01-07", "2022-01-07"),
    ("La orden llegó anteayer.", "anteayer", "2022-01-06", "2022-01-06"),
    ("La orden llegó hace tres días.", "hace tres días", "P3D", "2022-01-05"),
    ("La orden llegó hace año y medio.", "hace año y medio", "P1Y6M", "2020-07"),
    ("La orden llegó hace un año y medio.", "hace un año y medio", "P1Y6M", "2020-07"),
    ("La orden llegó dos semanas antes.", "dos semanas antes", "P2W", "[2021-12-20..2021-12-26]"),
    ("La orden llegó el lunes.", "el lunes", "2022-01-03", "2022-01-03"),
    ("La orden llegará el lunes.", "el lunes", "2022-01-10", "2022-01-10"),
    ("La orden llegó el domingo pasado.", "el domingo pasado", "2022-01-02", "2022-01-02"),
    ("La orden llegará la semana que viene.", "la semana que viene", "2022-W02", "[2022-01-10..2022-01-16]"),
    (
        "La orden llegó a las 23 horas de hoy.",
        "a las 23 horas de hoy",
        "2022-01-08T23:00",
        "[2022-01-08T23:00:00..2022-01-08T23:59:59]",
    ),
    (
        "La orden llegó anoche a las diez.",
        "anoche a las diez",
        "2022-01-07T22:00",
        "[2022-01-07T22:00:00..2022-01-07T22:59:59]",
    ),
    (
        "La orden llegó en la noche del 5 al 6 de enero.",
        "la noche del 5 al 6 de enero",
        "2022-01-05TNI",
        "[2022-01-05T20:00:00..2022-01-06T05:59:59]",
    ),
    ("La orden llegó al día siguiente.", "al día siguiente", "2022-01-09", "2022-01-09"),
    (
        "El tren sale a las ocho y media de la tarde.",
        "las ocho y media de la tarde",
        "2022-01-08T20:30",
        "[2022-01-08T20:30:00..2022-01-08T20:30:59]",
    ),
    ("En las últimas horas ha nevado.", "las últimas horas", "PTXH", "[..2022-01-08]"),
    ("La orden llegó hace poco.", "hace poco", "PAST_REF", "[..2022-01-08]"),
    ("Estará cerrado hasta el lunes.", "el lunes", "2022-01-10", "/2022-01-10"),
    ("Desde principios de año subió el pan.", "principios de año", "2022", "2022-01-01/"),
    ("Desde el inicio del año subió el pan.", "el inicio del año", "2022", "2022-01-01/"),
    ("La carta llegará dentro de dos meses y medio.", "dentro de dos meses y medio", "2022-03", "2022-03"),
    ("El accidente ocurrió el 25 de diciembre.", "el 25 de diciembre", "2021-12-25", "2021-12-25"),
    (
        "La cita será a las 16:00 GMT.",
        "las 16:00 GMT",
        "2022-01-08T16:00Z",
        "[2022-01-08T16:00:00..2022-01-08T16:00:59]",
    ),
    (
        "Eran las cinco menos cuarto.",
        "las cinco menos cuarto",
        "2022-01-08T04:45",
        "[2022-01-08T04:45:00..2022-01-08T04:45:59]",
    ),
    (
        "Faltan diez minutos para las ocho.",
        "diez minutos para las ocho",
        "2022-01-08T07:50",
        "[2022-01-08T07:50:00..2022-01-08T07:50:59]",
    ),
]


@pytest.mark.parametrize(("sentence", "text", "value", "edtf"), CALENDAR + RELATIVE)
def test_one_date(sentence: str, text: str, value: str, edtf: str) -> None:
    assert summary(sentence, "es") == [(text, value, edtf)]


@pytest.mark.parametrize(
    ("sentence", "texts", "edtf"),
    [
        ("Cerrado del 2 al 10 de enero.", ["del 2", "al 10 de enero"], "2022-01-02/2022-01-10"),
        ("Ocurrió entre el jueves y el viernes.", ["el jueves", "el viernes"], "[2022-01-06..2022-01-07]"),
        ("Fiestas los días 12 y 13 de enero.", ["los días 12", "13 de enero"], "2022-01-12/2022-01-13"),
        ("12-13 de enero: fiestas.", ["12", "13 de enero"], "2022-01-12/2022-01-13"),
        ("Reinó de 1715 a 1774.", ["1715", "1774"], "1715-01-01/1774-12-31"),
        ("Abierto de 9 a 14 horas.", ["9", "14 horas"], "2022-01-08T09:00:00/2022-01-08T13:59:59"),
        ("Abierto el martes de 10 a 2.", ["el martes de 10", "2"], "2022-01-11T10:00:00/2022-01-11T13:59:59"),
        (
            "Del 28 de diciembre al 3 de enero no abrimos.",
            ["28 de diciembre", "3 de enero"],
            "2021-12-28/2022-01-03",
        ),
        ("De noviembre a febrero de 2021 nevó.", ["noviembre", "febrero de 2021"], "2020-11-01/2021-02-28"),
        ("El curso 2021/2022 empezó bien.", ["El curso 2021/2022"], "2021-09-01/2022-08-31"),
        ("La temporada 2021-22 empezó bien.", ["La temporada 2021-22"], "2021-07-01/2022-06-30"),
        ("Abierto de lunes a viernes.", ["lunes", "viernes"], "2022-01-10/2022-01-14"),
    ],
)
def test_ranges_are_two_expressions_with_one_stretch(sentence: str, texts: list[str], edtf: str) -> None:
    found = dates(sentence, "es")
    assert [d.text for d in found] == texts
    assert found[-1].when.edtf == edtf


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "value"),
    [
        ("La avería duró dos horas y media.", "dos horas y media", "DURATION", "PT2H30M"),
        ("Fue condenado a tres años de cárcel.", "tres años", "DURATION", "P3Y"),
        ("El pleno se reúne todos los martes.", "todos los martes", "SET", "XXXX-WXX-2"),
        ("El pleno se reúne cada martes.", "cada martes", "SET", "XXXX-WXX-2"),
        ("El pleno se reúne los martes a las nueve.", "los martes a las nueve", "SET", "XXXX-WXX-2T09"),
        ("La avería duró tres cuartos de hora.", "tres cuartos de hora", "DURATION", "PT45M"),
        ("Trabaja aquí desde hace veinte años.", "hace veinte años", "DURATION", "P20Y"),
    ],
)
def test_lengths_and_sets(sentence: str, text: str, kind: str, value: str) -> None:
    assert [(d.text, d.type, d.value) for d in dates(sentence, "es")] == [(text, kind, value)]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("El tren sale a las 14:30.", "14:30"),
        ("El tren sale a las 14.30 horas.", "14:30"),
        ("El tren sale a las 14h30.", "14:30"),
        ("El tren sale a las ocho de la tarde.", "20:00"),
        ("El tren sale a las cinco menos cuarto.", "04:45"),
        ("El tren sale a las siete y cuarto de la mañana.", "07:15"),
    ],
)
def test_hours(text: str, clock: str) -> None:
    assert [d.value for d in dates(text, "es")] == [f"2022-01-08T{clock}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Subió del 8 al 12 por ciento.",
        "Lo dice un sondeo de El Siglo.",
        "Marcó a los 20, 63 y 77.",
        "Su futuro es incierto.",
        "El futuro de la ciudad preocupa.",
        "Vive en la isla de Pascua.",
        "Viajó a Asunción.",
        "Plácido Domingo cantó.",
        "Teléfono: 2010 2015.",
        "El diario El Día lo cuenta.",
        "Un hombre de 45 años se cayó.",
        "María, de 34 años, vive aquí.",
        "Los niños de 6 a 8 años juegan.",
        "Vive en la calle 2 de Mayo.",
        "La ley 2005 es clara.",
        "La Ley 8/1972 es clara.",
        "El partido acabó 3-2.",
        "Ganaron por 3 a 1.",
        "Vendieron 1985 coches.",
        "Una bici por 1985 euros.",
        "Llame al 2010 2015 86.",
        "Por segunda vez ganó.",
        "Plaza de Mayo está llena.",
        "Marzo Gómez canta.",
        "El artículo 155 lo dice.",
        "Página 12 lo dice.",
        "Costó 2000 pesetas.",
        "Es mi hermano mayor.",
        "La mar está mala.",
        "Domingo Pérez llegó.",
        "Pidió hora al médico.",
        "Julio Iglesias cantó.",
        "El ex ministro habló.",
        "En mil batallas ganó.",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert dates(sentence, "es") == []


def test_a_vague_publication_stays_vague() -> None:
    assert summary("La orden llegó ayer.", "es", "2022-01") == [
        ("ayer", "XXXX-XX-XX", "[2021-12-31..2022-01-30]")
    ]
