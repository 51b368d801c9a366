"""Which pipeline is taken, which is refused, what the steps beside the trained ones do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import spacy

from timeline._errors import LanguageError
from timeline.languages import available, info, lexicon, pipeline
from timeline.languages._data import FOLDER, PACK, having
from timeline.languages._ops import NumpyBlasOps, use_numpy_blas
from timeline.languages._pipelines import _foreign
from timeline.languages._repairs import _with, add_repairs
from timeline.languages._sentences import forbid_starts


def _needs(code: str) -> Any:
    return pytest.mark.skipif(code not in having(PACK), reason=f"no {code}/{PACK} here")


def _saved(folder: Path, code: str, relation: str | None) -> str:
    nlp = spacy.blank(code)
    if relation:
        parser = nlp.add_pipe("parser")
        parser.add_label(relation)
        nlp.initialize()
    nlp.to_disk(folder)
    return str(folder)


@pytest.mark.parametrize("code", ["de", "xx", "../it", "", "it\n"])
def test_a_language_without_a_pack_is_one_line(code: str) -> None:
    with pytest.raises(LanguageError, match="no language pack for") as caught:
        pipeline(code)
    assert "\n" not in str(caught.value)


def test_a_pipeline_that_is_not_installed() -> None:
    with pytest.raises(LanguageError, match="no spaCy pipeline 'it_no_such' is installed"):
        pipeline("it", "it_no_such")


def test_labels_that_are_not_universal_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="does not use the labels of Universal Dependencies"):
        pipeline("en", _saved(tmp_path / "clear", "en", "dobj"))


def test_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="is for language 'en', not 'it'"):
        pipeline("it", _saved(tmp_path / "english", "en", "nsubj"))


def test_a_pipeline_without_parser_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="has no parser"):
        pipeline("it", _saved(tmp_path / "blank", "it", None))


def test_a_named_pipeline_with_universal_labels_is_taken(tmp_path: Path) -> None:
    nlp = pipeline("it", _saved(tmp_path / "universal", "it", "nsubj:pass"))
    assert nlp.pipe_names[:2] == ["timeline_sentences", "parser"]


def test_subtypes_and_nonprojective_labels_are_universal() -> None:
    assert _foreign(("ROOT", "dep", "obl:agent", "flat:name||nmod")) == []
    assert _foreign(("nk", "sb", "punct")) == ["nk", "sb"]


def test_missing_data_names_what_there_is() -> None:
    with pytest.raises(LanguageError, match=re.escape("no lexicon for language 'xx'")):
        lexicon("xx")
    with pytest.raises(LanguageError):
        lexicon("../it")


def test_every_folder_with_data_is_available() -> None:
    for code in available():
        assert (FOLDER / code).is_dir()
    assert "places" not in available()
    assert set(having(PACK)) <= set(available())


def test_info_tells_size_and_licence() -> None:
    for about in info():
        assert about.size == (FOLDER / about.code / PACK).stat().st_size
        assert 0 < about.size <= 6_000_000
        assert about.licence not in ("", "unknown")


def test_products_by_numpy_give_what_blis_gives() -> None:
    ops = NumpyBlasOps()
    left = ops.alloc2f(3, 4) + 2
    right = ops.alloc2f(5, 4) + 3
    assert (ops.gemm(left, right, trans2=True) == 24).all()


def test_ops_are_set_for_one_pipeline_only() -> None:
    nlp, other = spacy.blank("it"), spacy.blank("it")
    for one in (nlp, other):
        one.add_pipe("parser").add_label("nsubj")
        one.initialize()
    use_numpy_blas(nlp)
    assert all(isinstance(node.ops, NumpyBlasOps) for node in nlp.get_pipe("parser").model.walk())
    assert not any(isinstance(node.ops, NumpyBlasOps) for node in other.get_pipe("parser").model.walk())


def _forbidden(text: str) -> list[str]:
    doc = forbid_starts(spacy.blank("it")(text))
    return [token.text for token in doc if token.i and token.is_sent_start is False]


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Piove. Tutti escono.", ["Tutti"]),
        ("Il sindaco ha detto: «Restate a casa», poi tace.", []),
        ("«Restate. Tutti fermi», dice.", ["Tutti"]),
        ("«Viva Roma!» gridano.", []),
        ("Una nota (Lega Nord) arriva. Poi Torino.", ["Poi"]),
        ("Titolo: Nasce il governo.", ["Nasce"]),
    ],
)
def test_where_a_sentence_may_begin(text: str, free: list[str]) -> None:
    forbidden = _forbidden(text)
    capitals = [t.text for t in spacy.blank("it")(text) if t.i and t.text[0].isupper()]
    assert [word for word in free if word in forbidden] == []
    if not free:
        after_colon = [word for word in capitals if word in ("Restate", "Roma")]
        assert set(after_colon) <= set(forbidden)


def test_an_open_quotation_that_is_never_closed_does_not_hide_the_rest() -> None:
    forbidden = _forbidden("Il capo disse «mai. Poi uscì. Tutti seguirono. Fine.")
    assert not {"Poi", "Tutti", "Fine"} & set(forbidden)


def test_features_are_set_beside_the_others() -> None:
    assert _with("Number=Plur|Tense=Imp", "Tense=Pres") == "Number=Plur|Tense=Pres"
    assert _with("", "Mood=Cnd") == "Mood=Cnd"


def _tagged(words: list[str], parts: list[str], lemmas: list[str]) -> Any:
    nlp = add_repairs(spacy.blank("it"), "it")
    doc = spacy.tokens.Doc(nlp.vocab, words=words, pos=parts, lemmas=lemmas)
    for name in ("timeline_lemmas", "timeline_endings"):
        doc = nlp.get_pipe(name)(doc)
    return doc


def test_the_dictionary_corrects_a_lemma_that_it_does_not_know() -> None:
    doc = _tagged(["Conterebbero", "xyzzavano"], ["VERB", "VERB"], ["contere", "xyzzare"])
    assert [t.lemma_ for t in doc] == ["contare", "xyzzare"]


def test_the_dictionary_leaves_a_lemma_that_it_knows() -> None:
    assert _tagged(["porta"], ["VERB"], ["portare"])[0].lemma_ == "portare"


def test_names_keep_their_capitals() -> None:
    doc = _tagged(["Roma", "Sarebbe"], ["PROPN", "AUX"], ["Roma", "eSsere"])
    assert [t.lemma_ for t in doc] == ["Roma", "essere"]


@pytest.mark.parametrize(
    ("form", "mood"),
    [
        ("sarebbe", "Cnd"),
        ("avrebbero", "Cnd"),
        ("DOVREBBERO", "Cnd"),
        ("crebbe", "Ind"),
        ("accrebbero", "Ind"),
    ],
)
def test_the_conditional_is_read_off_the_ending(form: str, mood: str) -> None:
    doc = _tagged([form], ["VERB"], ["x"])
    assert doc[0].morph.get("Mood") == [mood]


def test_a_noun_with_such_an_ending_stays() -> None:
    assert _tagged(["Zarebbe"], ["PROPN"], ["Zarebbe"])[0].morph.get("Mood") == []


@_needs("it")
def test_the_italian_pack_parses_own_words() -> None:
    doc = pipeline("it")("Il sindaco ha annunciato ieri nuove misure.")
    verb = next(t for t in doc if t.text == "annunciato")
    assert (verb.dep_, verb.lemma_) == ("ROOT", "annunciare")
    assert [t.text for t in verb.children if t.dep_ == "nsubj"] == ["sindaco"]


@_needs("en")
def test_the_english_pack_parses_own_words() -> None:
    doc = pipeline("en")("The mayor announced new measures on Monday.")
    assert [t.text for t in doc if t.dep_ == "nsubj"] == ["mayor"]


@_needs("it")
def test_a_pipeline_is_loaded_once() -> None:
    assert pipeline("it") is pipeline("it")


@_needs("it")
@pytest.mark.parametrize("text", ["", " ", "\n\n", "«", "a" * 5000, "😀 ...", "\u202e\x00", "« « « ."])
def test_any_text_goes_through(text: str) -> None:
    doc = pipeline("it")(text)
    assert doc.text == text
