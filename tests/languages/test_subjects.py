"""Subjects behind their verb, and words of time that are none."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from timeline.languages import lexicon
from timeline.languages._subjects import SubjectWords, right_subjects, speech_verbs

Row = tuple[str, str, str, int, str]
WORDS = SubjectWords(
    speech=frozenset(("avvisare", "dire")),
    intransitive=frozenset(("emergere",)),
    actors=frozenset(("sindaco",)),
    time=frozenset(("gennaio", "mesi")),
    relatives=frozenset(("che",)),
    passive_reflexive=True,
)
FINITE, PLURAL = "Number=Sing|Person=3|VerbForm=Fin", "Number=Plur|Person=3|VerbForm=Fin"


def righted(*rows: Row, lemma: str = "", words: SubjectWords = WORDS, close: int = -1) -> list[str]:
    """Give the relations of (form, part of speech, relation, head, features) after the step.

    `lemma` is that of the verb; no blank stands after word `close`.
    """
    forms, parts, relations, heads, feats = zip(*rows, strict=True)
    lemmas = [lemma if part == "VERB" else form for form, part in zip(forms, parts, strict=True)]
    spaces = [place != close for place in range(len(rows))]
    columns: dict[str, Any] = {"pos": list(parts), "deps": list(relations), "heads": list(heads)}
    doc = Doc(
        spacy.blank("it").vocab, list(forms), spaces=spaces, morphs=list(feats), lemmas=lemmas, **columns
    )
    return [token.dep_ for token in right_subjects(words)(doc)]


def verb_and_object(form: str, lemma: str, noun: str, feats: str = FINITE, number: str = "Sing") -> list[str]:
    return righted(
        (form, "VERB", "ROOT", 0, feats), (noun, "NOUN", "obj", 0, f"Number={number}"), lemma=lemma
    )


def test_a_verb_without_object_has_its_subject_behind() -> None:
    assert verb_and_object("Emergono", "emergere", "dubbi", PLURAL, "Plur") == ["ROOT", "nsubj"]


@pytest.mark.parametrize("feats", ["VerbForm=Inf", "VerbForm=Ger", "Number=Sing|Person=1|VerbForm=Fin"])
def test_a_verb_that_is_not_in_the_third_person_keeps_its_object(feats: str) -> None:
    assert verb_and_object("emergere", "emergere", "dubbio", feats) == ["ROOT", "obj"]


def test_any_other_object_stays() -> None:
    assert verb_and_object("Dice", "dire", "verità") == ["ROOT", "obj"]
    assert verb_and_object("Vede", "vedere", "sindaco") == ["ROOT", "obj"]


def test_an_actor_with_a_stop_behind_speaks() -> None:
    assert verb_and_object("Dice", "dire", "sindaco") == ["ROOT", "nsubj"]
    assert verb_and_object("Dicono", "dire", "sindaco", PLURAL) == ["ROOT", "obj"]


def quotation(*marks: str, close: int = -1) -> list[str]:
    rows: list[Row] = [("Mai", "ADV", "ccomp", len(marks) + 1, "")]
    rows += [(mark, "PUNCT", "punct", len(marks) + 1, "") for mark in marks]
    verb = len(rows)
    rows += [("avvisa", "VERB", "ROOT", verb, FINITE), ("scritta", "NOUN", "obj", verb, "Number=Sing")]
    rows += [("rossa", "ADJ", "amod", verb + 1, "")]
    return righted(*rows, lemma="avvisare", close=close)[verb:]


def test_the_noun_after_a_quotation_and_its_verb_speaks() -> None:
    assert quotation("»", ",") == ["ROOT", "nsubj", "amod"]
    assert quotation(",", '"') == ["ROOT", "nsubj", "amod"]


def test_a_mark_that_opens_is_no_end_of_a_quotation() -> None:
    assert quotation('"', close=1) == ["ROOT", "obj", "amod"]


def test_a_passive_has_no_object() -> None:
    rows = righted(
        ("è", "AUX", "aux:pass", 1, FINITE), ("vista", "VERB", "ROOT", 1, "Number=Sing|VerbForm=Part"),
        ("casa", "NOUN", "obj", 1, "Number=Sing"),
    )  # fmt: skip
    assert rows[2] == "nsubj:pass"


@pytest.mark.parametrize(("feats", "relation"), [(PLURAL, "nsubj:pass"), (FINITE, "obj")])
def test_a_reflexive_makes_a_verb_passive_that_agrees(feats: str, relation: str) -> None:
    rows = righted(
        ("Si", "PRON", "expl", 1, ""), ("vendono", "VERB", "ROOT", 1, feats),
        ("case", "NOUN", "obj", 1, "Number=Plur"), lemma="vendere",
    )  # fmt: skip
    assert rows[2] == relation


def test_a_verb_with_a_subject_keeps_its_object() -> None:
    rows = righted(
        ("Lei", "PRON", "nsubj", 1, ""), ("dice", "VERB", "ROOT", 1, FINITE),
        ("sindaco", "NOUN", "obj", 1, "Number=Sing"), lemma="dire",
    )  # fmt: skip
    assert rows == ["nsubj", "ROOT", "obj"]


def test_a_time_before_its_verb_gives_way_to_the_relative() -> None:
    rows = righted(
        ("voto", "NOUN", "ROOT", 0, "Number=Sing"), ("che", "SCONJ", "mark", 3, ""),
        ("gennaio", "NOUN", "nsubj", 3, "Number=Sing"), ("dirà", "VERB", "acl:relcl", 0, FINITE),
    )  # fmt: skip
    assert rows == ["ROOT", "nsubj", "obl", "acl:relcl"]


def test_a_time_that_does_not_agree_is_no_subject() -> None:
    rows = righted(("mesi", "NOUN", "nsubj", 1, "Number=Plur"), ("dice", "VERB", "ROOT", 1, FINITE))
    assert rows == ["obl", "ROOT"]


def test_the_verbs_of_speech_are_those_of_the_lexicon() -> None:
    verbs = speech_verbs(lexicon("it"))
    assert "dire" in verbs
    assert "fare notare" not in verbs


def test_an_adverb_is_no_name() -> None:
    from timeline.languages import pipeline

    assert not [t for t in pipeline("it")("Onestamente vorremmo cose più serie.") if t.pos_ == "PROPN"]
