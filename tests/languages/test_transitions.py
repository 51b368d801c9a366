"""The parser and the entity recogniser that walk all documents together decide like spaCy's."""

from __future__ import annotations

from typing import Any

import pytest

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


def test_decisions_are_those_of_spacy(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["", *TEXTS[code], " ".join(TEXTS[code] * 5), *TEXTS[code], "", " "]
    quick = load_pack(FOLDER / code / PACK)
    monkeypatch.setattr(_transitions, "QUICK", {})
    plain = load_pack(FOLDER / code / PACK)
    assert not isinstance(plain.get_pipe("parser"), _transitions.QuickParser)
    assert isinstance(quick.get_pipe("parser"), _transitions.QuickParser)
    assert _read(quick, texts) == _read(plain, texts)


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
