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


def two_subjects(first: Row, *others: Row, behind: str, lemma: str = "rivelare") -> list[str]:
    """Give the relations where the verb, right before the last word, has a subject on both sides."""
    verb = 1 + len(others)
    rows = [first, *others, ("rivelò", "VERB", "ROOT", verb, FINITE), (behind, "NOUN", "nsubj", verb, SING)]
    return righted(*rows, lemma=lemma)


SING = "Number=Sing"


def test_a_noun_behind_the_verb_gives_way_to_a_subject_before_it() -> None:
    plan: Row = ("piano", "NOUN", "nsubj", 1, SING)
    assert two_subjects(plan, behind="segreto") == ["nsubj", "ROOT", "obj"]
    assert two_subjects(plan, behind="gennaio") == ["nsubj", "ROOT", "obl"]
    plan = ("piano", "NOUN", "nsubj", 2, SING)
    itself: Row = ("si", "PRON", "expl", 2, "Person=3")
    assert two_subjects(plan, itself, behind="successo") == ["nsubj", "expl", "ROOT", "xcomp"]


@pytest.mark.parametrize(
    ("first", "between"),
    [
        # another number, a relative, a time; speech put in; an object before the verb
        (("piani", "NOUN", "nsubj", 1, "Number=Plur"), ()),
        (("che", "PRON", "nsubj", 1, "PronType=Rel"), ()),
        (("gennaio", "NOUN", "obl", 1, SING), ()),
        (("Ada", "PROPN", "nsubj", 2, ""), ((",", "PUNCT", "punct", 2, ""),)),
        (("gol", "NOUN", "nsubj", 2, ""), (("lo", "PRON", "obj", 2, "Person=3"),)),
    ],
)
def test_the_noun_behind_stays_the_subject(first: Row, between: tuple[Row, ...]) -> None:
    assert two_subjects(first, *between, behind="sindaco")[-1] == "nsubj"


def quoted(word: str, part: str, opened: bool = True, lemma: str = "avvisare") -> list[str]:
    rows: list[Row] = [("«", "PUNCT", "punct", 4, "")] if opened else [("Lei", "PRON", "dislocated", 4, "")]
    rows += [(word, part, "nsubj", 4, ""), ("»", "PUNCT", "punct", 4, ""), (",", "PUNCT", "punct", 4, "")]
    rows += [("avvisano", "VERB", "ROOT", 4, PLURAL), ("scritte", "NOUN", "obj", 4, "Number=Plur")]
    return righted(*rows, lemma=lemma)


def test_what_is_said_is_no_subject_of_the_verb_of_speech() -> None:
    assert quoted("Venite", "PROPN")[1::4] == ["ccomp", "nsubj"]
    assert quoted("Venite", "PROPN", opened=False)[1::4] == ["nsubj", "obj"]
    assert quoted("Venite", "PROPN", lemma="coprire")[1::4] == ["nsubj", "obj"]


def test_a_name_in_quotation_marks_right_before_its_verb_speaks() -> None:
    rows = righted(
        ("«", "PUNCT", "punct", 3, ""), ("Stampa", "PROPN", "nsubj", 3, ""), ("»", "PUNCT", "punct", 3, ""),
        ("avvisa", "VERB", "ROOT", 3, FINITE), ("lettori", "NOUN", "obj", 3, SING), lemma="avvisare",
    )  # fmt: skip
    assert rows[1::3] == ["nsubj", "obj"]


def test_only_a_reflexive_of_the_third_person_makes_a_passive() -> None:
    rows = righted(
        ("ci", "PRON", "expl", 1, "Person=1"), ("mostra", "VERB", "ROOT", 1, FINITE),
        ("casa", "NOUN", "obj", 1, SING), lemma="mostrare",
    )  # fmt: skip
    assert rows[2] == "obj"


@pytest.mark.parametrize(
    ("noun", "feats", "relation"),
    [
        ("orologio", SING, "obj"),
        ("orologi", "Number=Plur", "nsubj"),
        ("gennaio", SING, "obl"),
        ("zip", "", "nsubj"),
    ],
)
def test_a_noun_behind_that_does_not_agree_is_no_subject(noun: str, feats: str, relation: str) -> None:
    rows = righted(
        ("Prendono", "VERB", "ROOT", 0, PLURAL), (noun, "NOUN", "nsubj", 0, feats), lemma="prendere"
    )  # fmt: skip
    assert rows[1] == relation


def test_many_of_a_kind_may_agree() -> None:
    rows = righted(
        ("Votano", "VERB", "ROOT", 0, PLURAL), ("decina", "NOUN", "nsubj", 0, SING),
        ("soci", "NOUN", "nmod", 1, "Number=Plur"), lemma="votare",
    )  # fmt: skip
    assert rows[1] == "nsubj"


@pytest.mark.parametrize(
    ("feats", "relation"), [("Clitic=Yes|VerbForm=Inf", "nsubj"), ("VerbForm=Inf", "obj")]
)
def test_who_stands_behind_an_infinitive_with_its_object_does_it(feats: str, relation: str) -> None:
    rows = righted(
        ("dirlo", "VERB", "ROOT", 0, feats), (",", "PUNCT", "punct", 0, ""),
        ("sindaco", "NOUN", "obj", 0, SING), lemma="dire",
    )  # fmt: skip
    assert rows[2] == relation
