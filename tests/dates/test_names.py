"""What is called by a day, a month or a feast is no date."""

from __future__ import annotations

import pytest

from tests.dates.cases import summary


def dates(language: str, text: str) -> list[tuple[str, str]]:
    return [(words, edtf) for words, _, edtf in summary(text, language, "2020-08-29")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il fuoco è partito dalla farmacia dell'Assunta."),
        ("it", "Il ponte 2 Giugno è stato chiuso."),
        ("it", "A San Silvestro in Valle è mancata la luce."),
        ("it", "La Rivoluzione d'ottobre cambiò la Russia."),
        ("it", "La primavera araba arrivò fin qui."),
        ("it", "L'assessore Natale si è dimesso."),
        ("it", "Natale Ferri ha lasciato la giunta."),
        ("it", "Il quotidiano Domani ne ha scritto."),
        ("it", "La guerra dei sei giorni divise il paese."),
        ("en", "The Good Friday Agreement was praised."),
        ("en", "Thanksgiving Street was closed."),
        ("en", "A Christmas tree fell on a car."),
        ("en", "June Harlan sang for the crowd."),
        ("en", "Senator May and Mr. Friday left."),
        ("en", "USA Today reported the story."),
        ("en", "The Hundred Years' War was long."),
        ("en", "The Bloody Sunday inquiry was slow."),
        ("es", "La avenida 9 de Julio fue cortada."),
        ("es", "Santo Domingo fue evacuada."),
        ("es", "La Primavera Árabe llegó hasta aquí."),
        ("fr", "L'école de l'Assomption a fermé."),
        ("fr", "M. Janvier a parlé."),
        ("fr", "La guerre des Six Jours a divisé le pays."),
        ("pt", "A ponte 25 de Abril fechou."),
        ("pt", "A cidade de Natal ficou sem água."),
        ("pt", "O Correio da Manhã noticiou o caso."),
        ("de", "Herr Sonntag ist zurückgetreten."),
    ],
)
def test_names_are_no_dates(language: str, text: str) -> None:
    assert dates(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In June Carter said no.", ("June", "2020-06")),
        ("en", "Since June Carter has led.", ("June", "2020-06-01/")),
        ("en", "The June Supreme Court ruling stood.", ("June", "2020-06")),
        ("en", "The Boxing Day tsunami drowned thousands.", ("Boxing Day", "2004-12-26")),
        ("it", "Dopo Natale Ferri ha parlato.", ("Natale", "[2019-12-26..]")),
        ("it", "L'accordo di ottobre è saltato.", ("ottobre", "2020-10")),
        ("it", "Il partito domani voterà.", ("domani", "2020-08-30")),
        ("es", "En abril Ruiz dimitió.", ("abril", "2020-04")),
        ("fr", "En mai Morel a parlé.", ("mai", "2020-05")),
        ("pt", "Em agosto Costa falou.", ("agosto", "2020-08")),
    ],
)
def test_the_same_words_are_dates_beside_names(language: str, text: str, expected: tuple[str, str]) -> None:
    assert expected in dates(language, text)
