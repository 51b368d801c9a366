"""Documents that state no language, or one that there is no pack or lexicon for."""

from __future__ import annotations

import warnings

import pytest

from timeline._errors import InputError, TimelineWarning
from timeline._jobs import extract_all
from timeline.documents import Document
from timeline.languages._data import PACK, having

pytestmark = pytest.mark.skipif("it" not in having(PACK), reason=f"no it/{PACK} here")

ITALIAN = "Il sindaco ha annunciato ieri nuove misure per il traffico in centro."
SWEDISH = "Borgmästaren meddelade i går nya åtgärder för trafiken i stadens centrum."


def test_the_language_of_a_document_that_states_none_is_detected() -> None:
    (document, events), = extract_all([Document("a.txt", ITALIAN)])  # fmt: skip
    assert document.language == "it"
    assert "annunciato" in {event.trigger.split()[-1] for event in events if event.trigger}


@pytest.mark.parametrize("language", ["sv", None])
def test_a_language_without_a_pack_is_told_and_costs_no_other_document(language: str | None) -> None:
    told: list[InputError] = []
    documents = [Document("s.txt", SWEDISH, language=language), Document("a.txt", ITALIAN, language="it")]
    found = list(extract_all(documents, report=told.append))
    assert [document.id for document, _ in found] == ["s.txt", "a.txt"]
    assert [bool(events) for _, events in found] == [False, True]
    assert len(told) == 1
    assert "s.txt" in str(told[0])
    assert "'sv'" in str(told[0])
    assert "\n" not in str(told[0])


def test_without_a_report_it_is_a_warning() -> None:
    documents = [Document("s.txt", SWEDISH, language="sv"), Document("a.txt", ITALIAN, language="it")]
    with pytest.warns(TimelineWarning, match=r"s\.txt: no .*'sv'"):
        found = list(extract_all(documents))
    assert [bool(events) for _, events in found] == [False, True]


def test_a_text_without_letters_has_no_language_and_no_events() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [events for _, events in extract_all([Document("n.txt", "2022 ... 44")])] == [[]]
