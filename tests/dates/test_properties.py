"""What holds for any text at all."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.cases import published
from timeline.dates import as_record, find, timeml
from timeline.documents import Document
from timeline.temporal import parse_edtf

HOSTILE = Path(__file__).parents[3] / "shared" / "tools" / "hostile_strings.json"
WORDS = {
    "it": ["il", "7", "gennaio", "2022", "ieri", "scorso", "tre", "anni", "fa", "da", "al", "alle", "15:30",
           "tra", "e", "lunedì", "notte", "mese", "prima", "dopo", "l'", "99", "31", "febbraio", ",", ".",
           "ogni", "metà"],
    "en": ["the", "7", "January", "2022", "yesterday", "last", "three", "years", "ago", "from", "to", "at",
           "3", "pm", "Monday", "night", "month", "before", "after", "'s", "99", "31", "Feb", ",", ".",
           "every", "mid"],
    "es": ["el", "7", "enero", "2022", "ayer", "pasado", "tres", "años", "hace", "del", "al", "a las",
           "15:30", "entre", "y", "lunes", "noche", "semana", "antes", "después", "99", "31", "cada", ","],
    "pt": ["o", "7", "janeiro", "2022", "ontem", "passado", "três", "anos", "há", "do", "ao", "às", "15h30",
           "entre", "e", "segunda", "noite", "semana", "antes", "depois", "de", "99", "31", "cada", ",", "."],
    "fr": ["le", "7", "janvier", "2022", "hier", "dernier", "trois", "ans", "il y a", "du", "au", "à",
           "15h30", "entre", "et", "lundi", "nuit", "semaine", "avant", "après", "l'", "99", "31", "chaque"],
    "de": ["der", "7.", "Januar", "2022", "gestern", "letzten", "drei", "Jahre", "vor", "vom", "bis", "um",
           "15.30", "zwischen", "und", "Montag", "Nacht", "Woche", "nach", "des", "99", "31", "jeden", ","],
}  # fmt: skip
LANGUAGES = st.sampled_from(sorted(WORDS))
BLANKS = st.sampled_from(["  ", "\n", " \n ", "\t", "\u00a0"])
ANCHORS = st.sampled_from(
    [None, "2022", "2022-01", "2022-01-08", "2022-01-08T14:30:05", "../2022", "0001-01-01"]
)


def texts(language: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS[language]), max_size=25).map(" ".join)


@given(LANGUAGES.flatmap(lambda code: st.tuples(st.just(code), texts(code))), ANCHORS)
def test_expressions_are_ordered_pieces_of_the_text(pair: tuple[str, str], anchor: str | None) -> None:
    language, text = pair
    found = find(text, language=language, published=published(anchor))
    end = 0
    for date in found:
        assert end <= date.start_char < date.end_char <= len(text)
        assert text[date.start_char : date.end_char] == date.text
        end = date.end_char
        assert parse_edtf(date.when.edtf).interval == date.when.interval
        json.dumps(as_record(date))


@given(st.text(max_size=200), LANGUAGES, ANCHORS)
def test_no_text_raises(text: str, language: str, anchor: str | None) -> None:
    find(text, language=language, published=published(anchor))


@given(
    LANGUAGES.flatmap(lambda c: st.tuples(st.just(c), texts(c))),
    st.sampled_from(["  ", "\n", " \n ", "\t", "\u00a0"]),
)
def test_white_space_changes_nothing(pair: tuple[str, str], blank: str) -> None:
    language, text = pair
    anchor = published("2022-01-08")
    before = find(text, language=language, published=anchor)
    after = find(text.replace(" ", blank), language=language, published=anchor)
    assert [(d.value, d.when.interval) for d in before] == [(d.value, d.when.interval) for d in after]


@given(LANGUAGES.flatmap(lambda c: st.tuples(st.just(c), texts(c))), st.integers(0, 60))
def test_nothing_is_found_before_the_start(pair: tuple[str, str], start: int) -> None:
    language, text = pair
    assert all(d.start_char >= start for d in find(text, language=language, start=start))


def hostile() -> dict[str, str]:
    if not HOSTILE.is_file():
        return {}
    given_ = json.loads(HOSTILE.read_text("utf-8"))["strings"]
    return {k: v if isinstance(v, str) else v["repeat"] * v["times"] for k, v in given_.items()}


@pytest.mark.parametrize("language", sorted(WORDS))
def test_hostile_strings(language: str) -> None:
    strings = hostile()
    if not strings:
        pytest.skip("the hostile strings are not here")
    for name, text in strings.items():
        found = find(text, language=language, published=published("2022-01-08"))
        assert all(text[d.start_char : d.end_char] == d.text for d in found), name


BOMBS = [
    "il 5 gennaio 2022 e ", "tra il 5 e il ", "dal ", "1", "1:", "l'", "il giorno dopo ", "from 3 to ",
    "the ", "twenty ", "ventiventi", "mille", "last ", "'", "2022-01-", "XIX", "a and a ", "\n", "é",
    "e\u0301", "first week of ", "prima settimana di ", "víspera de la semana de ", "primeira semana de ",
    "fin de la première semaine de ", "Ende der ersten Woche im ", "nuit du ", "entre as ",
]  # fmt: skip


@pytest.mark.parametrize("piece", BOMBS)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    def seconds(n: int) -> float:
        text = (piece * n)[: 40_000 * n // 4000]
        start = time.process_time()
        for language in WORDS:
            find(text, language=language, published=published("2022"))
        return time.process_time() - start

    seconds(100)
    small, large = max(seconds(500), 0.02), seconds(4000)
    assert large < 40 * small


def test_timeml_is_well_formed_and_keeps_the_text() -> None:
    import xml.etree.ElementTree as ET

    text = "date 2022-01-08 Ieri & <b>oggi</b>\x00 alle 15."
    document = Document("a<b", text, published("2022-01-08"), "it", header_span=(0, 16))
    found = find(text, language="it", published=document.published, start=document.body_start)
    root = ET.fromstring(timeml(document, found))
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == text[16:].replace("\x00", "\ufffd")
    assert [t.get("value") for t in body.iter("TIMEX3")] == ["2022-01-07", "2022-01-08", "2022-01-08T15:00"]
    stamp = root.find("DCT/TIMEX3")
    assert stamp is not None
    assert stamp.get("value") == "2022-01-08"
