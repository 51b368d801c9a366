"""Plain words tell what the tokens of spaCy tell."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from timeline.extraction._words import Words
from timeline.languages import available, pipeline

TEXTS = {
    "it": "Il ministro dell'Interno ha detto:  «Due agenti sono morti a Roma.» Tace il sindaco, 41 anni.",
    "en": "The mayor of Lima said on Monday that two officers hadn't died. Nobody else spoke (yet).",
    "es": "El presidente dijo el lunes que 12 agentes murieron en Lima. Nadie habló.",
}
SAME = """i idx text lower_ lemma_ pos_ dep_ ent_type_ ent_iob_ whitespace_ text_with_ws is_alpha is_digit
is_punct is_space is_title like_num is_sent_start""".split()  # noqa: SIM905 - read as prose


@pytest.fixture(params=sorted(set(TEXTS) & set(available())))
def parsed(request: pytest.FixtureRequest) -> Any:
    return pipeline(request.param)(TEXTS[request.param])


def _told(token: Any) -> dict[str, Any]:
    told = {name: getattr(token, name) for name in SAME}
    for name in ("children", "lefts", "rights", "ancestors"):
        told[name] = [other.i for other in getattr(token, name)]
    told["edges"] = token.head.i, token.left_edge.i, token.right_edge.i
    told["below"] = sorted(other.i for other in token.subtree)
    told["sentence"] = token.sent.start, token.sent.end
    told["features"] = [token.morph.get(name) for name in ("Number", "VerbForm", "Person")]
    return told


def test_words_tell_what_tokens_tell(parsed: Doc) -> None:
    words = Words(parsed)
    assert words.text == parsed.text
    assert len(words) == len(parsed)
    assert [_told(word) for word in words] == [_told(token) for token in parsed]
    assert [(s.start, s.end, s.text) for s in words.sents] == [(s.start, s.end, s.text) for s in parsed.sents]
    assert words.is_named == parsed.has_annotation("ENT_IOB")


def test_spans_tell_what_spans_tell(parsed: Doc) -> None:
    words = Words(parsed)
    for first in range(len(parsed)):
        for end in range(first + 1, len(parsed) + 1):
            span, wanted = words[first:end], parsed[first:end]
            assert (span.start, span.end, span.text) == (wanted.start, wanted.end, wanted.text)
            assert span.root.i == wanted.root.i
    assert words[2:2].text == ""
    assert words[-1] is words.words[-1]


def test_neighbours_end_with_the_text(parsed: Doc) -> None:
    words = Words(parsed)
    assert words[0].nbor().i == 1
    for word, steps in ((words[0], -1), (words[-1], 1)):
        with pytest.raises(IndexError):
            word.nbor(steps)
