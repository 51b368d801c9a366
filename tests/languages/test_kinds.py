"""Kinds of words: a feature of the entity recogniser, there when its pack is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.attrs import LANG
from thinc.api import fix_random_seed

from timeline.languages._kinds import add_kinds, kinds
from timeline.languages._packs import load_pack, write_pack
from timeline.languages.places._gazetteer import _Lines
from timeline.languages.train._entities import Named
from timeline.languages.train._model import Shape, name_pipeline
from timeline.languages.train._strangers import Strangers

TINY = Shape(width=8, depth=1, rows=(20, 20, 20, 20, 20), state=8)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("ministro", "portavoce"), 1),
        (("russo", "russe"), 5),
        (("Russia", "Kazakistan"), 12),
        (("Almaty", "Napoli"), 22),
        (("bello", "1992", "«", ""), 0),
    ],
)
def test_words_of_a_kind(words: tuple[str, ...], kind: int) -> None:
    assert {kinds("it")(word) for word in words} == {kind}


def test_a_capital_tells_whether_the_dictionary_has_the_word() -> None:
    of = kinds("it")
    assert of("Ricotta") % 2 == 1
    assert of("Tokayev") % 2 == 0


@given(st.text(max_size=12))
def test_every_text_has_a_kind(text: str) -> None:
    assert 0 <= kinds("it")(text) <= 29


def test_a_loaded_recogniser_has_the_kinds_that_it_was_trained_with(tmp_path: Path) -> None:
    fix_random_seed(1)
    nlp = add_kinds(name_pipeline("it", TINY))
    nlp.get_pipe("ner").add_label("LOC")
    nlp.initialize()
    write_pack(nlp, tmp_path / "names.pack", {"code": "it"})
    text = "Ieri a Napoli il portavoce russo ha taciuto."
    told = load_pack(tmp_path / "names.pack")(text).to_array([LANG]).tolist()
    assert told == nlp(text).to_array([LANG]).tolist()
    assert told[2:6] == [22, 0, 1, 5]


def test_a_language_without_names_data_has_no_kinds() -> None:
    nlp = spacy.blank("nl")
    before = nlp.vocab.lex_attr_getters[LANG]
    assert add_kinds(nlp).vocab.lex_attr_getters[LANG] is before


@given(st.lists(st.binary(max_size=5).filter(lambda line: b"\n" not in line), min_size=1))
def test_lines_are_those_of_a_list(lines: list[bytes]) -> None:
    cut = _Lines(b"\n".join(lines))
    assert list(cut) == lines
    assert cut[-1] == lines[-1]
    assert cut[1:] == lines[1:]


@given(st.integers(0, 10_000))
def test_renaming_keeps_spans_on_their_names(seed: int) -> None:
    import random

    named = Named("Ieri Mario Rossi e la NATO a Torino.", ((5, 16, "PER"), (22, 26, "ORG"), (29, 35, "LOC")))
    other = Strangers(cities=("Almaty",), words=1).rename(named, random.Random(seed))
    (first, last, _), body, place = other.spans
    assert other.text[:first] == "Ieri "
    assert len(other.text[first:last].split()) == 2
    assert other.text[slice(*body[:2])] == "NATO"
    assert other.text[place[1] :] == "."
    assert "Rossi" not in other.text
