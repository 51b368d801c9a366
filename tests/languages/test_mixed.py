"""Documents whose paragraphs are in several languages."""

from __future__ import annotations

import warnings

import pytest

from timeline import find_dates
from timeline._errors import LanguageError, TimelineWarning
from timeline.documents import Document
from timeline.extraction import extract
from timeline.languages._data import PACK, having

pytestmark = pytest.mark.skipif(not {"it", "en"} <= set(having(PACK)), reason="no it and en packs here")

ITALIAN = "Il sindaco ha annunciato ieri nuove misure per il traffico in centro."
ENGLISH = "The minister said yesterday that ten people were injured in the blast near the station."
GERMAN = "Der Minister sagte gestern in Berlin, dass die Lage an der Grenze sehr ernst geworden sei."


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_each_paragraph_is_read_in_its_language(gap: str) -> None:
    text = gap.join((ITALIAN, ENGLISH, ITALIAN))
    ((document, events),) = extract([Document("m.txt", text)])
    assert document.language == "it"
    assert [(e.trigger, e.language, e.sentence) for e in events if e.kind == "statement"] == [
        ("ha annunciato", "it", 0),
        ("said", "en", 1),
        ("ha annunciato", "it", 2),
    ]
    assert all(text[e.trigger_start : e.trigger_end] == e.trigger for e in events)


def test_a_stated_language_is_taken_at_its_word() -> None:
    ((_, events),) = extract([Document("m.txt", f"{ITALIAN}\n\n{ENGLISH}", language="it")])
    assert {e.language for e in events} == {"it"}


def test_a_paragraph_that_cannot_be_read_is_told_once_and_costs_no_other() -> None:
    document = Document("m.txt", f"{ITALIAN}\n\n{GERMAN}\n\n{ITALIAN}\n\n{GERMAN}")
    with pytest.warns(TimelineWarning, match=r"m\.txt: 2 paragraphs not read, no .*'de'") as told:
        ((_, events),) = extract([document])
    assert len(told) == 1
    assert [e.sentence for e in events if e.kind == "statement"] == [0, 1]


def test_where_no_paragraph_can_be_read_it_is_an_error() -> None:
    with pytest.raises(LanguageError, match="'de'"):
        list(extract([Document("m.txt", GERMAN)]))


def test_dates_of_every_paragraph_are_found() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = find_dates(f"{ITALIAN}\n\n{GERMAN}\n\n{ENGLISH}", published="2022-01-08")
    assert [(d.text, d.value) for d in found] == [
        ("ieri", "2022-01-07"),
        ("gestern", "2022-01-07"),
        ("yesterday", "2022-01-07"),
    ]
