"""The noun with which a clause opens, for a finite verb that a parser left without a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_NOUNS = frozenset(("NOUN", "PROPN"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_CLAUSES = frozenset(("ROOT", "root", "conj", "ccomp", "parataxis", "advcl"))
_SMALL = frozenset(("ADV", "PART"))
_MARKS = frozenset(('"', "''", "``", "`", "“", "”", "'", "‘", "’"))
_PHRASE = frozenset(("NOUN", "PROPN", "ADP", "DET", "ADJ", "NUM", "SYM", "PART"))
_INSIDE = frozenset(("compound", "flat", "nmod", "appos", "amod", "nummod", "obl"))
_LONGEST = 20


def opening(tree: Tree, i: int, first: int) -> int | None:
    """Give the noun that opens the clause of verb `i`, whose first word is `first`.

    *When controllers could not reach it*, *the fire spread and police closed the road*, *said his office
    "answered a question"*, *Headlines about the probe swirled*.
    """
    start, end = tree.bounds(i)[0], first - 1
    if tree.deps[i] not in _CLAUSES or (tree.form(i) == "Part" and first == i):
        return None
    while end >= start and (tree.pos[end] in _SMALL or tree.forms[end] in _MARKS):
        end -= 1
    begin = end
    while begin >= start and first - begin < _LONGEST and _is_in_phrase(tree, begin):
        begin -= 1
    heads = [k for k in range(begin + 1, end + 1) if _may_open(tree, k, i)]
    noun = heads[0] if heads else _name_alone(tree, i, begin, end)
    if noun is None or tree.pos[end] not in (*_NOUNS, "NUM") or not _opens(tree, begin, noun, start):
        return None
    return noun


def _name_alone(tree: Tree, i: int, begin: int, end: int) -> int | None:
    """*First of Alta Bank Corp. said*: the name that is all that stands before a verb of saying."""
    start = tree.bounds(i)[0] + (begin >= 0 and tree.pos[begin] == "ADV")  # *First of ...*
    alone = begin < start and tree.pos[end] == "PROPN" and tree.lemmas[i] in tree.lexicon.entries
    return end if alone and end not in tree.timed and tree.heads[i] == i else None


def _is_in_phrase(tree: Tree, k: int) -> bool:
    """A word of a noun phrase, with what hangs on it: *page set up by the council*."""
    if tree.pos[k] == "PRON":
        return tree.feats[k].get("Poss") == "Yes"
    if tree.pos[k] == "VERB":
        return tree.form(k) in ("Ger", "Part") and tree.deps[k] in ("acl", "amod")
    return tree.pos[k] in _PHRASE and tree.forms[k] not in tree.lexicon.words("clause", "subordinators")


def _may_open(tree: Tree, k: int, i: int) -> bool:
    """A noun without a preposition that is the subject of no other verb, and no time."""
    if tree.pos[k] not in _NOUNS or k in tree.timed or tree.forms[k] in names(tree.lexicon.code).counts.time:
        return False
    taken = tree.deps[k] in _SUBJECTS and tree.heads[k] != i and tree.pos[tree.heads[k]] in ("VERB", "AUX")
    inside = tree.deps[k].split(":")[0] in _INSIDE and tree.heads[k] < i and tree.pos[tree.heads[k]] in _NOUNS
    return not taken and not inside and not tree.kids_of(k, "case", "cop")


def _opens(tree: Tree, begin: int, noun: int, start: int) -> bool:
    """Behind the start of the sentence, a comma or *and*, a subordinating word, or a verb of saying."""
    if begin < start:
        return True
    word, head = tree.forms[begin], tree.heads[noun]
    if tree.pos[begin] == "CCONJ":
        return tree.deps[noun] == "conj" or tree.heads[noun] > begin
    if word in tree.lexicon.words("clause", "subordinators") or tree.pos[begin] == "SCONJ":
        return True
    said = head == begin and tree.deps[noun] == "obj" and tree.lemmas[begin] in tree.lexicon.entries
    return said and tree.lemmas[begin] not in tree.lexicon.words("sources", "citing")
