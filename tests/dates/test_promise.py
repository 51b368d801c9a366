"""No invented precision: a vague publication date gives the hull of all the exact answers."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType

import pytest

from tests.dates.cases import dates, summary
from timeline.temporal import Basis

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
DEV = Path(__file__).parents[3] / "shared" / "eval" / "dev"


def test_yesterday_in_a_text_of_a_month() -> None:
    assert summary("L'ordine è arrivato ieri.", "it", "2022-01") == [
        ("ieri", "XXXX-XX-XX", "[2021-12-31..2022-01-30]")
    ]


def test_a_day_of_the_month_of_publication_is_exact() -> None:
    text = "Il 5 gennaio il governo si è dimesso."
    assert summary(text, "it", "2022-01") == [("Il 5 gennaio", "2022-01-05", "2022-01-05")]


def test_nothing_is_known_of_a_text_without_a_date() -> None:
    assert summary("L'ordine è arrivato ieri.", "it", None) == [("ieri", "XXXX-XX-XX", "")]
    assert summary("È nato il 7 gennaio.", "it", None) == [("il 7 gennaio", "XXXX-01-07", "")]
    assert summary("È nato nel 1985.", "it", None) == [("1985", "1985", "1985")]


@pytest.mark.parametrize(
    ("anchor", "ieri", "basis"),
    [
        ("2022-01", "2022-01-06", Basis.CONTEXT),
        ("2022", "2022-01-06", Basis.CONTEXT),
        (None, "2022-01-06", Basis.CONTEXT),
        ("2022-01-07", "2022-01-06", Basis.PUBLICATION),
        ("2022-02", "[2022-01-31..2022-02-27]", Basis.PUBLICATION),  # the text contradicts what is stated
    ],
)
def test_a_day_that_the_text_pins_is_used_and_said(anchor: str | None, ieri: str, basis: Basis) -> None:
    text = "Oggi, venerdì 7 gennaio 2022, il ponte è chiuso. L'ordine è arrivato ieri."
    today, yesterday = dates(text, "it", anchor)
    assert (today.when.edtf, yesterday.when.edtf) == ("2022-01-07", ieri)
    assert yesterday.when.basis is basis


def test_a_weekday_pins_too() -> None:
    first, last = dates(
        "Oggi, venerdì, il ponte è chiuso. L'ordine è arrivato ieri.", "it", "2022-01-03/2022-01-09"
    )
    assert (first.when.edtf, last.when.edtf) == ("2022-01-07", "2022-01-06")


@pytest.mark.parametrize("anchor", ["2022-01", "2022", "[2022-01-05..2022-01-09]", "2022-01-01/..", None])
def test_the_exact_answer_lies_inside(anchor: str | None) -> None:
    text = "Lunedì è arrivato; tre giorni fa, a marzo, il 25 dicembre, ieri sera, nell'ultimo trimestre."
    exact = dates(text, "it", "2022-01-08")
    vague = dates(text, "it", anchor)
    assert [d.text for d in exact] == [d.text for d in vague]
    for date, other in zip(exact, vague, strict=True):
        assert other.when.interval.covers(date.when.interval), date.text


def hull_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dates_hull", BENCHMARKS / "dates_hull.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("unit", ["month", "year"])
@pytest.mark.parametrize("language", ["it", "en", "fr", "es", "de"])
def test_the_promise_on_a_sample_of_the_corpora(language: str, unit: str) -> None:
    path = DEV / f"dates.{language}.jsonl"
    if not path.is_file():
        pytest.skip(f"the corpus {path.name} is not here")
    documents = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    sample = random.Random(7).sample(documents, 6 if unit == "month" else 2)
    check = hull_module().failures
    broken = [f for d in sample for f in check(d["text"][:3000], language, d["published"][:10], unit)]
    assert broken == []


PORTUGUESE = (
    "Ontem o varco fechou. Na segunda-feira chega o camião; há três semanas, em março, no dia 25 de "
    "dezembro, à noite, no último trimestre, na véspera de Natal, até sexta-feira, no Ramadão."
)


@pytest.mark.parametrize("unit", ["month", "year"])
def test_the_promise_in_portuguese(unit: str) -> None:
    assert list(hull_module().failures(PORTUGUESE, "pt", "2022-01-08", unit)) == []
