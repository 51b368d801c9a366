"""Cleft sentences, told as plain ones: *a chiamare aiuto è stata una vicina*, *è stata lei a chiamare*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._mentions import OTHER
from timeline.extraction._phrases import kind_of
from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

CLEFT = "dep:cleft"
_PREDICATES = frozenset(("NOUN", "PROPN", "NUM", "PRON"))
_CLAUSES = ("csubj", "advcl", "xcomp", "acl")
_HELPERS = ("cop", "aux")
_FAR = 6


def mark_clefts(tree: Tree) -> None:
    """Make a finite verb of the infinitive, whose subject is whoever the sentence says it was."""
    marks = tree.lexicon.words("clause", "cleft")
    for cop in [k for k in range(tree.size) if marks and tree.deps[k] == "cop"]:
        noun = tree.heads[cop]
        if tree.pos[noun] not in _PREDICATES or cop > noun or tree.subject(noun) is not None:
            continue
        helpers = [k for k in tree.kids_of(noun, *_HELPERS) if k < noun]
        none = tree.lexicon.words("negation", "words")
        if any(tree.forms[k] in none for k in range(max(helpers[0] - 1, 0), noun)):
            continue  # *a chiamare non è stata lei*
        finite = next((k for k in helpers if tree.form(k) == "Fin"), None)
        verb = _deed(tree, noun, helpers[0], marks)
        if finite is None or verb is None or tree.feats[finite].get("Mood") != "Ind":
            continue
        _turn(tree, verb, noun, helpers, finite)


def _deed(tree: Tree, noun: int, first: int, marks: frozenset[str]) -> int | None:
    """The infinitive with its mark, at the front of the sentence or near behind the noun."""
    start = tree.bounds(noun)[0]
    for k in tree.kids_of(noun, *_CLAUSES):
        mark = next((m for m in tree.kids_of(k, "mark", "case") if tree.forms[m] in marks), None)
        if tree.form(k) != "Inf" or mark is None:
            continue
        opens = k < first and all(tree.pos[m] in ("ADV", "CCONJ", "SPACE") for m in range(start, mark))
        closes = first == start and noun < mark <= noun + _FAR and _is_somebody(tree, noun)
        if opens or (closes and not any(tree.is_punct(m) for m in range(noun, mark))):
            return k
    return None


def _is_somebody(tree: Tree, noun: int) -> bool:
    """*È stata una vicina a chiamare*, not *è stato un errore*."""
    known = names(tree.lexicon.code)
    people = tree.lexicon.words("objects", "people")
    called = kind_of(tree.doc[noun], known) != OTHER or {tree.forms[noun], tree.lemmas[noun]} & people
    return tree.pos[noun] == "PROPN" or bool(called)


def _turn(tree: Tree, verb: int, noun: int, helpers: list[int], finite: int) -> None:
    told = tree.feats[finite]
    past = len(helpers) > 1 or told.get("Tense") in ("Past", "Imp")
    tense = "Past" if past else told.get("Tense", "Pres")
    marks = [k for k in tree.kids_of(verb, "mark", "case") if k < verb]
    tree.change_places(verb, noun, "nsubj")
    for k in (*marks, *helpers):
        tree.rehang(k, verb)
        tree.deps[k] = CLEFT
    tree.feats[verb] = {**told, "VerbForm": "Fin", "Mood": "Ind", "Person": "3", "Tense": tense}
    tree.groups.clear()
    tree.subjects.clear()
