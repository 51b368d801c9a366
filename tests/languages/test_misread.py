"""Names and adjectives of countries that a parser has not seen."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from timeline.languages._misread import right_names

Row = tuple[str, str, str, int, str]
DEMONYMS = frozenset(("kazako",))
ROLES = frozenset(("presidente", "deputati"))


def parsed(*rows: Row) -> Any:
    """Build a document of (form, part of speech, relation, head, features)."""
    words, parts, relations, heads, feats = zip(*rows, strict=True)
    vocab = spacy.blank("it").vocab
    columns = {"pos": list(parts), "deps": list(relations), "heads": list(heads), "morphs": list(feats)}
    return Doc(vocab, list(words), **columns)


def righted(*rows: Row) -> list[tuple[str, str, int]]:
    step = right_names(lambda form: form in ("ieri", "presidente"), DEMONYMS, ROLES)
    return [(t.pos_, t.dep_, t.head.i) for t in step(parsed(*rows))]


PERFECT: tuple[Row, Row] = (("ha", "AUX", "aux", 2, ""), ("parlato", "VERB", "ROOT", 2, ""))


def test_a_new_name_before_a_verb_group_is_its_subject() -> None:
    assert righted(("Belek", "SCONJ", "mark", 2, ""), *PERFECT)[0] == ("PROPN", "nsubj", 2)


@pytest.mark.parametrize("first", ["Ieri", "QUI", "ad"])
def test_a_known_word_stays(first: str) -> None:
    assert righted((first, "ADV", "advmod", 2, ""), *PERFECT)[0] == ("ADV", "advmod", 2)


def test_a_verb_with_a_subject_gets_no_second_one() -> None:
    rows = righted(
        ("Lei", "PRON", "nsubj", 3, ""), ("Belek", "PROPN", "nmod", 0, ""), ("ha", "AUX", "aux", 3, ""),
        ("parlato", "VERB", "ROOT", 3, ""),
    )  # fmt: skip
    assert rows[1] == ("PROPN", "nmod", 0)


@pytest.mark.parametrize(("role", "feats", "relation"), [
    ("presidente", "Number=Sing", "nmod"), ("deputati", "Number=Plur", "nsubj")])  # fmt: skip
def test_a_name_with_its_office_is_no_subject_of_its_own(role: str, feats: str, relation: str) -> None:
    rows = righted(
        ("al", "ADP", "case", 1, ""), (role, "NOUN", "obl", 4, feats), ("Belek", "PROPN", "nmod", 1, ""),
        ("ha", "AUX", "aux", 4, ""), ("parlato", "VERB", "ROOT", 4, ""),
    )  # fmt: skip
    assert rows[2][1] == relation


def test_a_name_above_its_verb_changes_places_with_it() -> None:
    rows = righted(
        ("Belek", "ADV", "ROOT", 0, ""), ("ha", "AUX", "aux", 2, ""), ("parlato", "VERB", "acl", 0, ""),
    )  # fmt: skip
    assert rows == [("PROPN", "nsubj", 2), ("AUX", "aux", 2), ("VERB", "ROOT", 2)]


def test_an_adjective_of_a_country_gives_its_noun_the_place_in_the_tree() -> None:
    rows = righted(
        ("Il", "DET", "det", 1, ""), ("governo", "NOUN", "nsubj", 2, ""), ("kazako", "VERB", "nsubj", 4, ""),
        ("ha", "AUX", "aux", 4, ""), ("parlato", "VERB", "ROOT", 4, ""),
    )  # fmt: skip
    assert rows[1:3] == [("NOUN", "nsubj", 4), ("ADJ", "amod", 1)]
