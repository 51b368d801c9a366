"""Reporting clauses at the end of a sentence: who vouches for what stands before them."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.languages._data import PACK, having

pytestmark = pytest.mark.skipif(not {"en", "es"} <= set(having(PACK)), reason="no en and es packs here")


def read(text: str, language: str) -> dict[str, Event]:
    ((_, events),) = extract([Document("a", text, language=language)])
    return {e.lemma or "": e for e in events}


def test_an_office_before_the_name_that_speaks_ends_what_is_told() -> None:
    text = (
        "Rebel fighters attacked the village of Borovka overnight, killing at least four people "
        "and wounding nine, district governor Pavel Lisenko said on Monday."
    )
    found = read(text, "en")
    assert found["say"].actor == "Pavel Lisenko"
    assert "attacked" in (found["say"].content or "")
    assert {found[k].factuality for k in ("attack", "kill", "wound")} == {"reported"}
    assert found["kill"].attribution == ["Pavel Lisenko"]
    assert found["wound"].count_best == 9


def test_who_reports_a_confession_is_not_told_by_it() -> None:
    found = read("Three men were held. One of them has since confessed, the border guard said.", "en")
    assert found["say"].attribution == []
    assert found["confess"].attribution == ["border guard"]


def test_a_quotation_without_a_subject_goes_to_who_spoke_last() -> None:
    text = (
        "El alcalde de Soria, Luis Prado, anunció ayer su renuncia después de que el pleno rechazara "
        'las cuentas. "No hay otra salida", dijo a la prensa.'
    )
    assert read(text, "es")["decir"].actor == "Luis Prado"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebel fighters attacked the village of Borovka overnight.", "action"),
        ("Russia attacked Ukraine on Monday.", "action"),
        ("Senator John Reed attacked the decision on Tuesday.", "statement"),
    ],
)
def test_places_and_bodies_are_attacked_with_arms_and_decisions_with_words(text: str, kind: str) -> None:
    assert read(text, "en")["attack"].kind == kind
