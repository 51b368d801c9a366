"""The pack format: int8 rows, same bytes, same answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from thinc.api import fix_random_seed

from timeline._errors import LanguageError
from timeline.languages._packs import load_pack, pack, quantise, read_header, restore, write_pack
from timeline.languages.train._model import Shape, tree_pipeline

TINY = Shape(width=8, depth=1, rows=(20, 20, 20, 20, 20), state=8)
FLOATS = st.floats(-1e3, 1e3, width=32)


@given(arrays("float32", array_shapes(min_dims=1, max_dims=3, max_side=6), elements=FLOATS))
def test_quantised_weights_are_within_half_a_step(weights: np.ndarray) -> None:
    rows = weights.reshape(weights.shape[0], -1) if weights.ndim > 1 else weights.reshape(1, -1)
    step = np.abs(rows).max(axis=1, keepdims=True) / 127
    back = restore(quantise(weights))
    assert back.shape == weights.shape
    assert back.dtype == np.float32
    assert (np.abs(back.reshape(rows.shape) - rows) <= step * 0.5001 + 1e-30).all()


@given(arrays("float32", array_shapes(min_dims=2, max_dims=2, max_side=6), elements=FLOATS))
def test_quantising_twice_changes_nothing(weights: np.ndarray) -> None:
    once = restore(quantise(weights))
    np.testing.assert_allclose(restore(quantise(once)), once, rtol=1e-5, atol=1e-30)


def _tiny() -> Any:
    fix_random_seed(0)
    nlp = tree_pipeline("it", TINY)
    words, heads = ["Il", "governo", "cade", "."], [1, 2, 2, 2]
    doc = spacy.tokens.Doc(
        nlp.vocab,
        words=words,
        heads=heads,
        deps=["det", "nsubj", "ROOT", "punct"],
        pos=["DET", "NOUN", "VERB", "PUNCT"],
        lemmas=["il", "governo", "cadere", "."],
        morphs=["Number=Sing"] * 2 + ["Mood=Ind", ""],
    )
    example = spacy.training.Example(nlp.make_doc(doc.text), doc)
    optimiser = nlp.initialize(lambda: [example] * 30)
    optimiser.learn_rate = 0.01
    for _ in range(60):
        nlp.update([example] * 4, sgd=optimiser)
    return nlp


@pytest.fixture(scope="module")
def tiny() -> Any:
    return _tiny()


def test_a_pack_answers_like_its_pipeline(tiny: Any, tmp_path: Path) -> None:
    path = tmp_path / "pipeline.pack"
    size = write_pack(tiny, path, {"code": "it", "version": "1.2", "licence": "CC0-1.0"})
    assert size == path.stat().st_size
    assert [p.name for p in tmp_path.iterdir()] == ["pipeline.pack"]
    text = "Il governo cade."
    wanted = [(t.text, t.pos_, t.lemma_, t.dep_, t.head.i, str(t.morph)) for t in tiny(text)]
    loaded = load_pack(path)
    assert [(t.text, t.pos_, t.lemma_, t.dep_, t.head.i, str(t.morph)) for t in loaded(text)] == wanted
    assert wanted[2][1:4] == ("VERB", "cadere", "ROOT"), wanted
    assert loaded.meta["version"] == "1.2"


def test_the_same_pipeline_gives_the_same_bytes(tiny: Any) -> None:
    about = {"version": "1", "code": "it"}
    assert pack(tiny, about) == pack(tiny, dict(reversed(about.items())))


def test_the_header_is_read_alone(tiny: Any, tmp_path: Path) -> None:
    path = tmp_path / "p.pack"
    write_pack(tiny, path, {"code": "it", "figures": {"las": 0.8}})
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    assert read_header(path)["figures"] == {"las": 0.8}


def test_another_file_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "no\npack"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(LanguageError, match="not a language pack") as caught:
        load_pack(path)
    assert "\n" not in str(caught.value)
