"""Vectors, parser and entity recogniser that work on portions of a batch decide like spaCy's."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from timeline.languages import _transitions, available, pipeline
from timeline.languages._packs import load_pack
from timeline.languages._pipelines import FOLDER, PACK, having

TEXTS = {
    "it": (
        "Il ministro dell'Interno ha detto a Roma che due agenti sono morti lunedì. Tace il sindaco.",
        "Sì",
    ),
    "en": ("The mayor of Lima said on Monday that two officers had died. Nobody else spoke.", "Yes"),
}


@pytest.fixture(params=sorted(set(TEXTS) & set(available())))
def code(request: pytest.FixtureRequest) -> str:
    if request.param not in having(PACK):
        pytest.skip(f"no pack of {request.param}")
    return str(request.param)


def _read(nlp: Any, texts: list[str]) -> list[list[tuple[object, ...]]]:
    docs = nlp.pipe(texts, batch_size=3)
    return [[(t.text, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_) for t in d] for d in docs]


@pytest.mark.parametrize("portion", [1, 20, _transitions.PORTION])
def test_decisions_are_those_of_spacy(code: str, portion: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_transitions, "PORTION", portion)
    texts = ["", *TEXTS[code], " ".join(TEXTS[code] * 5), *TEXTS[code], "", " "]
    quick = load_pack(FOLDER / code / PACK)
    monkeypatch.setattr(_transitions, "QUICK", {})
    plain = load_pack(FOLDER / code / PACK)
    assert not isinstance(plain.get_pipe("parser"), _transitions.QuickParser)
    assert isinstance(quick.get_pipe("parser"), _transitions.QuickParser)
    assert isinstance(quick.get_pipe("tok2vec"), _transitions.QuickVectors)
    assert _read(quick, texts) == _read(plain, texts)


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(1, 12))
def test_portions_hold_all_documents_and_no_more_than_they_may(lengths: list[int], size: int) -> None:
    vocab = Vocab()
    docs = [Doc(vocab, words=["a"] * length) for length in lengths]
    cut = list(_transitions.portions(docs, size))
    assert [doc for some in cut for doc in some] == docs
    assert all(some for some in cut)
    assert all(len(some) == 1 or sum(map(len, some)) <= size for some in cut)


def test_little_is_held_at_once(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load_pack(FOLDER / code / PACK)
    seen: list[int] = []
    parser = nlp.get_pipe("parser")
    walk = parser._walk
    monkeypatch.setattr(parser, "_walk", lambda docs: seen.append(sum(map(len, docs))) or walk(docs))
    texts = [" ".join(TEXTS[code] * 20)] * 40
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
    assert sum(seen) == tokens > 2 * _transitions.PORTION
    assert max(seen) <= _transitions.PORTION


def test_one_document_is_read_like_many(code: str) -> None:
    nlp = pipeline(code)
    (doc,) = nlp.pipe([TEXTS[code][0]])
    assert nlp(TEXTS[code][0]).to_json() == doc.to_json()
    assert len(nlp("")) == 0


def test_beams_are_left_to_spacy(code: str) -> None:
    nlp = load_pack(FOLDER / code / PACK)
    parser = nlp.get_pipe("parser")
    greedy = [token.head.i for token in nlp(TEXTS[code][0])]
    parser.cfg["beam_width"] = 2
    assert len(nlp(TEXTS[code][0])) == len(greedy)
