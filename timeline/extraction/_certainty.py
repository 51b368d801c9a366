"""How sure an event is: denied, planned, possible, reported or asserted, and who vouches for it."""

from __future__ import annotations

from timeline.extraction._clause import FUTURE, Group
from timeline.extraction._conditional import sense
from timeline.extraction._tree import Tree

ORDER = ("denied", "planned", "possible", "reported", "asserted")
_CLAUSES = ("xcomp", "ccomp", "csubj", "nsubj")
_STATUS = {
    "planned": "planned",
    "hoped": "planned",
    "permitted": "possible",
    "denied": "denied",
    "alleged": "reported",
}


def own_certainty(tree: Tree, grp: Group, status: str = "") -> set[str]:
    """Give what the clause itself says of its certainty, apart from who tells it.

    A reporting conditional (*sarebbe rimasta uccisa*) is hearsay; one with a condition, a modal or in the
    first or second person is a possibility.
    """
    found: set[str] = set()
    if status in _STATUS:
        found.add(_STATUS[status])
    if grp.tense == FUTURE or grp.modal == "hoped":
        found.add("planned")
    if (
        grp.modal == "possible"
        or (grp.modal == "necessity" and grp.tense != FUTURE)
        or has_doubt(tree, grp.head)
    ):
        found.add("possible")
    if grp.conditional:
        found.add(sense(tree, grp).factuality)
    if is_conditional_clause(tree, grp.head):
        found.add("possible")
    if _has_word(tree, grp.head, tree.lexicon.words("sources", "hearsay_adverbs")):
        found.add("reported")
    if _is_rumour(tree, grp.head):
        found.add("reported")
    if is_called_false(tree, grp.head):
        found.add("denied")
    return found


def is_called_false(tree: Tree, i: int) -> bool:
    """Tell a clause of which the sentence says that it is not so: *it is not true that*, *è falso che*."""
    head = tree.heads[i]
    if head == i or tree.deps[i] not in _CLAUSES:
        return False
    words = {tree.forms[head], tree.lemmas[head]}
    denial = any(tree.forms[k] in tree.lexicon.words("negation", "words") for k in tree.kids[head])
    return bool(words & tree.lexicon.words("truth", "true" if denial else "false"))


def _is_rumour(tree: Tree, i: int) -> bool:
    """Tell a clause below a passive that nobody vouches for: *is rumoured to have left*."""
    head = tree.heads[i]
    told = head != i and tree.deps[i] in ("xcomp", "ccomp", "csubj")
    return (
        told
        and tree.lemmas[head] in tree.lexicon.words("sources", "hearsay_verbs")
        and any(tree.deps[k] == "aux:pass" for k in tree.kids[head])
    )


def is_conditional_clause(tree: Tree, i: int) -> bool:
    """Tell a clause that states a condition: *se venisse*."""
    marks = tree.lexicon.words("clause", "conditional_marks")
    even = tree.lexicon.words("clause", "concessives")
    return tree.deps[i] == "advcl" and any(
        tree.forms[k] in marks and (k == 0 or tree.forms[k - 1] not in even) for k in tree.kids_of(i, "mark")
    )


def has_doubt(tree: Tree, i: int) -> bool:
    """Tell whether an adverb or a verb above says that it may not be so."""
    if _has_word(tree, i, tree.lexicon.words("doubt", "adverbs")):
        return True
    head = tree.heads[i]
    return (
        head != i and tree.deps[i] in _CLAUSES and tree.lemmas[head] in tree.lexicon.words("doubt", "verbs")
    )


def has_doubtful_word(tree: Tree, noun: int | None) -> bool:
    """Tell whether an adjective says that a noun is so called only: *il presunto attacco*."""
    if noun is None:
        return False
    return any(tree.lemmas[k] in tree.lexicon.words("doubt", "adjectives") for k in tree.kids[noun])


def _has_word(tree: Tree, i: int, words: frozenset[str]) -> bool:
    return any(
        tree.forms[k] in words or tree.lemmas[k] in words or _whole(tree, k) in words
        for k in tree.kids[i]
        if tree.deps[k] == "advmod"
    )


def _whole(tree: Tree, k: int) -> str:
    """Give an adverb of several words: *al parecer*."""
    return " ".join(tree.forms[j] for j in (k, *tree.kids_of(k, "fixed")))


def first_of(found: set[str]) -> str:
    """Give the first that applies in the order of the event table."""
    return next((s for s in ORDER if s in found), "asserted")
