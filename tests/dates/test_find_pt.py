"""Portuguese constructions of time, in our own sentences. 8 January 2022 is a Saturday."""

from __future__ import annotations

import pytest

from tests.dates.cases import dates, summary

CALENDAR = [
    ("O porto fechou em 1 de março de 1999.", "1 de março de 1999", "1999-03-01", "1999-03-01"),
    ("Na sexta-feira, 7 de janeiro, votaram.", "Na sexta-feira, 7 de janeiro", "2022-01-07", "2022-01-07"),
    ("Fundada em primeiro de maio de 1985.", "primeiro de maio de 1985", "1985-05-01", "1985-05-01"),
    ("Um palácio do século XIX.", "século XIX", "18", "18XX"),
    ("Morreram no ano 44 a.C. no norte.", "no ano 44 a.C.", "-0043", "-0043"),
    ("Nos anos noventa havia fábricas.", "anos noventa", "199", "199X"),
    ("Nos anos 90 havia fábricas.", "anos 90", "199", "199X"),
    ("Nos anos 1900 não havia luz.", "anos 1900", "190", "190X"),
    ("O segundo trimestre de 2021 foi mau.", "O segundo trimestre de 2021", "2021-Q2", "2021-34"),
    ("A obra acabou no verão de 2021.", "verão de 2021", "2021-SU", "2021-22"),
    (
        "No fim de semana passado nevou.",
        "No fim de semana passado",
        "2021-W52-WE",
        "[2022-01-01..2022-01-02]",
    ),
    ("Entrega em 07/01/2022 no armazém.", "07/01/2022", "2022-01-07", "2022-01-07"),
    (
        "No início de fevereiro de 2021 nevou.",
        "No início de fevereiro de 2021",
        "2021-02",
        "[2021-02-01..2021-02-10]",
    ),
    ("Em meados de 2021 fecharam.", "meados de 2021", "2021", "[2021-05-01..2021-08-31]"),
    ("No fim de janeiro de 2021 choveu.", "No fim de janeiro de 2021", "2021-01", "[2021-01-21..2021-01-31]"),
    ("Na véspera de Natal tudo estava fechado.", "Na véspera de Natal", "2021-12-24", "2021-12-24"),
    (
        "No dia 11 de setembro de 2001 caíram as torres.",
        "No dia 11 de setembro de 2001",
        "2001-09-11",
        "2001-09-11",
    ),
    ("A Sexta-feira Santa de 2022 é feriado.", "A Sexta-feira Santa de 2022", "2022-04-15", "2022-04-15"),
    ("O dia de Todos os Santos foi frio.", "O dia de Todos os Santos", "2021-11-01", "2021-11-01"),
    ("Em mil novecentos e trinta e seis começou a guerra.", "mil novecentos e trinta e seis", "1936", "1936"),
    ("Em dois mil e dez chegou a crise.", "dois mil e dez", "2010", "2010"),
    ("O ano fiscal de 2019 acabou mal.", "O ano fiscal de 2019", "2019", "2019"),
    (
        "O terceiro domingo de maio de 2022 é de votação.",
        "O terceiro domingo de maio de 2022",
        "2022-05-15",
        "2022-05-15",
    ),
    (
        "A primeira semana de julho de 2021 foi seca.",
        "A primeira semana de julho de 2021",
        "2021-W26",
        "[2021-06-28..2021-07-04]",
    ),
    ("O 25 de Abril de 1974 mudou o país.", "O 25 de Abril de 1974", "1974-04-25", "1974-04-25"),
]
RELATIVE = [
    (
        "Na manhã desta sexta choveu.",
        "manhã desta sexta",
        "2022-01-07TMO",
        "[2022-01-07T06:00:00..2022-01-07T11:59:59]",
    ),
    ("O governo caiu nesta segunda-feira (3).", "nesta segunda-feira (3)", "2022-01-03", "2022-01-03"),
    (
        "O jogo será depois de amanhã às 10 horas.",
        "depois de amanhã às 10 horas",
        "2022-01-10T10:00",
        "[2022-01-10T10:00:00..2022-01-10T10:59:59]",
    ),
    (
        "O jogo será hoje ao meio-dia.",
        "hoje ao meio-dia",
        "2022-01-08TMI",
        "[2022-01-08T12:00:00..2022-01-08T12:59:59]",
    ),
    ("O prazo acaba no dia 15 deste mês.", "no dia 15 deste mês", "2022-01-15", "2022-01-15"),
    ("No ano 800 foi coroado.", "No ano 800", "0800", "0800"),
    ("O lucro do 1º trimestre de 2020 caiu.", "1º trimestre de 2020", "2020-Q1", "2020-33"),
    (
        "Às 15h30min o voo partiu.",
        "Às 15h30min",
        "2022-01-08T15:30",
        "[2022-01-08T15:30:00..2022-01-08T15:30:59]",
    ),
    (
        "O baile será às doze da noite.",
        "às doze da noite",
        "2022-01-09T00:00",
        "[2022-01-09T00:00:00..2022-01-09T00:00:59]",
    ),
    ("A ordem chegou ontem.", "ontem", "2022-01-07", "2022-01-07"),
    ("A ordem chegou anteontem.", "anteontem", "2022-01-06", "2022-01-06"),
    ("A ordem chegou há três dias.", "há três dias", "2022-01-05", "2022-01-05"),
    ("A ordem chegou há um ano e meio.", "há um ano e meio", "2020-07", "2020-07"),
    ("A ordem chegou duas semanas antes.", "duas semanas antes", "2021-W51", "[2021-12-20..2021-12-26]"),
    ("A ordem chegou na segunda-feira.", "na segunda-feira", "2022-01-03", "2022-01-03"),
    ("A ordem chegará na segunda-feira.", "na segunda-feira", "2022-01-10", "2022-01-10"),
    ("A ordem chegou no domingo passado.", "no domingo passado", "2022-01-02", "2022-01-02"),
    ("A ordem chegará na próxima semana.", "na próxima semana", "2022-W02", "[2022-01-10..2022-01-16]"),
    (
        "A ordem chegou às 23 horas de hoje.",
        "às 23 horas de hoje",
        "2022-01-08T23:00",
        "[2022-01-08T23:00:00..2022-01-08T23:59:59]",
    ),
    (
        "A ordem chegou ontem à noite.",
        "ontem à noite",
        "2022-01-07TNI",
        "[2022-01-07T20:00:00..2022-01-08T05:59:59]",
    ),
    (
        "A ordem chegou na noite de 5 para 6 de janeiro.",
        "noite de 5 para 6 de janeiro",
        "2022-01-05TNI",
        "[2022-01-05T20:00:00..2022-01-06T05:59:59]",
    ),
    ("A ordem chegou no dia seguinte.", "no dia seguinte", "2022-01-09", "2022-01-09"),
    (
        "O trem sai às oito e meia da noite.",
        "às oito e meia da noite",
        "2022-01-08T20:30",
        "[2022-01-08T20:30:00..2022-01-08T20:30:59]",
    ),
    ("Nas últimas horas nevou.", "últimas horas", "PTXH", "[..2022-01-08]"),
    ("A ordem chegou há pouco.", "há pouco", "PAST_REF", "[..2022-01-08]"),
    ("Estará fechado até segunda-feira.", "segunda-feira", "2022-01-10", "/2022-01-10"),
    ("Desde o início do ano subiu o pão.", "o início do ano", "2022", "2022-01-01/"),
    ("A carta chegará daqui a dois meses e meio.", "dois meses e meio", "2022-03", "2022-03"),
    ("O acidente ocorreu em 25 de dezembro.", "25 de dezembro", "2021-12-25", "2021-12-25"),
    ("O voo parte às 16h30.", "às 16h30", "2022-01-08T16:30", "[2022-01-08T16:30:00..2022-01-08T16:30:59]"),
    (
        "A reunião será às 16:00 GMT.",
        "às 16:00 GMT",
        "2022-01-08T16:00Z",
        "[2022-01-08T16:00:00..2022-01-08T16:00:59]",
    ),
    ("Depois de amanhã chove.", "Depois de amanhã", "2022-01-10", "2022-01-10"),
    (
        "O jogo começa ao meio-dia e meia.",
        "meio-dia e meia",
        "2022-01-08T12:30",
        "[2022-01-08T12:30:00..2022-01-08T12:30:59]",
    ),
    (
        "São dez para as oito.",
        "dez para as oito",
        "2022-01-08T07:50",
        "[2022-01-08T07:50:00..2022-01-08T07:50:59]",
    ),
]


@pytest.mark.parametrize(("sentence", "text", "value", "edtf"), CALENDAR + RELATIVE)
def test_one_date(sentence: str, text: str, value: str, edtf: str) -> None:
    assert summary(sentence, "pt") == [(text, value, edtf)]


@pytest.mark.parametrize(
    ("sentence", "texts", "edtf"),
    [
        ("Fechado de 2 a 10 de janeiro.", ["2", "10 de janeiro"], "2022-01-02/2022-01-10"),
        ("Fechado do dia 2 ao dia 10 de janeiro.", ["dia 2", "dia 10 de janeiro"], "2022-01-02/2022-01-10"),
        ("Aconteceu entre quinta e sexta-feira.", ["quinta", "sexta-feira"], "[2022-01-06..2022-01-07]"),
        ("Festas nos dias 12 e 13 de janeiro.", ["nos dias 12", "13 de janeiro"], "2022-01-12/2022-01-13"),
        ("12-13 de janeiro: festas.", ["12", "13 de janeiro"], "2022-01-12/2022-01-13"),
        ("Reinou de 1715 a 1774.", ["1715", "1774"], "1715-01-01/1774-12-31"),
        ("Aberto das 9h às 14h.", ["9h", "14h"], "2022-01-08T09:00:00/2022-01-08T13:59:59"),
        (
            "De 28 de dezembro a 3 de janeiro não abrimos.",
            ["28 de dezembro", "3 de janeiro"],
            "2021-12-28/2022-01-03",
        ),
        (
            "De novembro a fevereiro de 2021 nevou.",
            ["novembro", "fevereiro de 2021"],
            "2020-11-01/2021-02-28",
        ),
        ("O ano letivo 2021/2022 começou bem.", ["O ano letivo 2021/2022"], "2021-09-01/2022-08-31"),
        ("Aberto de segunda a sexta-feira.", ["segunda", "sexta-feira"], "2022-01-10/2022-01-14"),
    ],
)
def test_ranges_are_two_expressions_with_one_stretch(sentence: str, texts: list[str], edtf: str) -> None:
    found = dates(sentence, "pt")
    assert [d.text for d in found] == texts
    assert found[-1].when.edtf == edtf


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "value"),
    [
        ("A avaria durou duas horas e meia.", "duas horas e meia", "DURATION", "PT2H30M"),
        ("Foi condenado a três anos de prisão.", "a três anos", "DURATION", "P3Y"),
        ("O conselho reúne-se todas as terças-feiras.", "todas as terças-feiras", "SET", "XXXX-WXX-2"),
        ("O conselho reúne-se às terças.", "às terças", "SET", "XXXX-WXX-2"),
        (
            "O conselho reúne-se toda terça-feira às nove horas.",
            "toda terça-feira às nove horas",
            "SET",
            "XXXX-WXX-2T09",
        ),
        ("A avaria durou três quartos de hora.", "três quartos de hora", "DURATION", "PT45M"),
        ("Trabalha aqui há vinte anos.", "há vinte anos", "DATE", "2002"),
    ],
)
def test_lengths_and_sets(sentence: str, text: str, kind: str, value: str) -> None:
    assert [(d.text, d.type, d.value) for d in dates(sentence, "pt")] == [(text, kind, value)]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("O trem sai às 14:30.", "14:30"),
        ("O trem sai às 14h30.", "14:30"),
        ("O trem sai às oito da noite.", "20:00"),
        ("O trem sai às cinco e meia.", "05:30"),
        ("O trem sai ao meio-dia e meia.", "12:30"),
        ("O trem sai às sete da manhã.", "07:00"),
    ],
)
def test_hours(text: str, clock: str) -> None:
    assert [d.value for d in dates(text, "pt")] == [f"2022-01-08T{clock}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "São três os problemas.",
        "A segunda fase terminou.",
        "Passaram pelas duas portas.",
        "As 16 melhores jogam.",
        "Tudo partiu de uma ideia.",
        "Ele mora em Natal.",
        "A corrida de São Silvestre encheu a cidade.",
        "Telefone: 2010 2015.",
        "Visitou São João da Madeira.",
        "O Diário de Notícias conta.",
        "Um homem de 45 anos caiu.",
        "Maria, de 34 anos, vive aqui.",
        "As crianças de 6 a 8 anos brincam.",
        "Mora na rua 25 de Março.",
        "A lei 2005 é clara.",
        "A Lei 8/1972 é clara.",
        "O jogo acabou 3-2.",
        "Ganharam por 6/2, 6/3.",
        "Venderam 1985 carros.",
        "Uma bicicleta por 1985 euros.",
        "É uma mistura.",
        "Pela segunda vez ganhou.",
        "O marco alemão caiu.",
        "O artigo 155 diz.",
        "Segunda parte do livro.",
        "Domingos Silva chegou.",
        "O ex-ministro falou.",
        "Em dez jogos ganhou.",
        "Já chegou.",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert dates(sentence, "pt") == []


def test_a_vague_publication_stays_vague() -> None:
    assert summary("A ordem chegou ontem.", "pt", "2022-01") == [
        ("ontem", "XXXX-XX-XX", "[2021-12-31..2022-01-30]")
    ]
