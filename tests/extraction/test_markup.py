"""Marks of HTML and Markdown in a text that is read as prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import LanguageError
from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.extraction._markup import evened, plain
from timeline.extraction._words import _dropped
from timeline.temporal import UNKNOWN_WHEN


def rows(text: str, language: str) -> list[Event]:
    try:
        [(_, events)] = extract([Document("x", text, UNKNOWN_WHEN, language)])
    except LanguageError:
        pytest.skip(f"no pipeline for {language} is installed")
    return events


@pytest.mark.parametrize(
    ("language", "text", "bare"),
    [
        (
            "en",
            "<p>Police arrested 12 people on Friday, the mayor said.</p>",
            "Police arrested 12 people on Friday, the mayor said.",
        ),
        (
            "en",
            "The minister [resigned](https://example.org/a) on Monday, the **mayor** said.",
            "The minister resigned on Monday, the mayor said.",
        ),
        (
            "it",
            'La polizia ha&nbsp;<b>fermato</b> due uomini, ha detto il <a href="x">sindaco Rossi</a>.',
            "La polizia ha fermato due uomini, ha detto il sindaco Rossi.",
        ),
        (
            "es",
            "El alcalde **dimitió** el lunes, dijo *su portavoz*.",
            "El alcalde dimitió el lunes, dijo su portavoz.",
        ),
    ],
)
def test_marked_text_is_read_as_the_bare_one(language, text, bare):
    def told(events):
        return [(e.kind, e.lemma, e.actor, e.recipient, e.factuality, e.summary) for e in events]

    found = rows(text, language)
    assert told(found) == told(rows(bare, language))
    for event in found:
        assert event.trigger == text[event.trigger_start : event.trigger_end]


def test_a_paragraph_ends_with_its_tag():
    text = "<p>ROME - Police arrested two men.</p><p>One soldier was killed.</p>"
    assert [e.trigger for e in rows(text, "en")] == ["arrested", "was killed"]


@pytest.mark.parametrize(
    "text",
    [
        "Profit was < 3 million and costs > 5 million.",
        "2 * 3 * 4, snake_case_name and 5 < x > 3",
        "AT&T; R&amp;D and caf&eacute;s",
        "a list [1] (see below), a[0](b)",
        "<person> is no tag",
    ],
)
def test_prose_with_such_signs_stays(text):
    assert plain(text) == text


@given(st.text(alphabet="ab <>/p*_[]()#&;\n:x"))
def test_nothing_moves(text):
    blanked = plain(text)
    assert len(blanked) == len(text)
    assert all(b in (a, " ", "\n", "&", "<", ">") for a, b in zip(text, blanked, strict=True))


@given(st.text(alphabet="ab  \n."))
def test_evened_text_is_found_again(text):
    short = evened(text)
    dropped = _dropped(short, text)
    places = [i + sum(d <= i for d in dropped) for i in range(len(short))]
    assert [text[p] for p in places if p < len(text)] == list(short)
