"""Clauses of languages with one present and one past that tell what is so as a rule, or never was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline.extraction._clause import PRESENT, Group
from timeline.extraction._voices import SUBJECTS

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_UNDER = frozenset(("acl", "acl:relcl", "advcl", "ccomp", "csubj"))
_PERFECT = frozenset(("aux", "aux:pass", "cop"))


def is_habit(tree: Tree, i: int, grp: Group, *, dated: bool, named: Callable[[int], bool]) -> bool:
    """Tell what a simple present says of a habit, a state or a general truth.

    *The loan carries interest*, *a law which makes strikes illegal*, *people who work there*, *she often
    plays*. *Ann Lee wins at Lisbon* tells of what happened: somebody named, in a clause of its own.
    """
    if grp.form != "Fin" or tree.block.heading:
        return False
    if grp.passive and grp.tense == PRESENT and not grp.modal and _is_repeated(tree, i):
        return True  # *are often used*
    if not _is_plain_present(tree, i, grp):
        return False
    if tree.deps[i] == "xcomp":
        return False  # *let them escape*: a bare infinitive
    if _is_repeated(tree, i):
        return True
    if dated:
        return False
    subject = tree.subject(i)
    if subject is None or _is_under(tree, i):
        return True
    if _is_condition(tree, i):
        return False
    if grp.negated:
        return True
    if tree.block.index == 0 or (tree.block.index == 1 and tree.kids_of(i, "obj")):
        return False  # the first lines of a report tell what it is about
    if tree.lemmas[i] in tree.lexicon.words("states", "habitual"):
        return True
    return tree.pos[subject] == "PRON" or not named(subject)


def is_unreal(tree: Tree, i: int, grp: Group) -> bool:
    """What never was, anybody may do, or is: *would have been rich*, *who can sue*, *was left angry*."""
    helpers = [k for k in tree.kids[i] if tree.deps[k] in _PERFECT and k < i]
    if grp.passive and any(tree.pos[k] == "ADJ" and k > i for k in tree.kids_of(i, "xcomp")):
        return True  # *was left furious*: how somebody is
    if _is_turned(tree, i, helpers):
        return True
    words = {tree.lemmas[k] for k in helpers} | {tree.forms[k] for k in helpers}
    if words & tree.lexicon.words("auxiliaries", "future_in_past"):
        return bool(words & tree.lexicon.words("auxiliaries", "perfect")) or _is_in_case(tree, i)
    able = bool(words & tree.lexicon.words("auxiliaries", "ability"))
    return able and grp.tense == PRESENT


def _is_in_case(tree: Tree, i: int) -> bool:
    """*Would take more if it had the room*: what would be if something were so."""
    told = tree.deps[i] in ("ccomp", "parataxis") or any(tree.deps[k] == "parataxis" for k in tree.kids[i])
    if told:
        return False
    states = tree.lexicon.states
    clauses = (k for k in tree.kids_of(i, "advcl") if _is_condition(tree, k))
    return any(tree.lemmas[k] in states and tree.feats[k].get("Tense") == "Past" for k in clauses)


def _is_turned(tree: Tree, i: int, helpers: list[int]) -> bool:
    """*Had the merger gone ahead, ...*: the auxiliary before the subject."""
    subject = tree.subject(i)
    perfect = tree.lexicon.words("auxiliaries", "perfect")
    before = (k for k in helpers if subject is not None and k < subject < i)
    return any(tree.lemmas[k] in perfect and tree.feats[k].get("Tense") == "Past" for k in before)


def _is_condition(tree: Tree, i: int) -> bool:
    marks = tree.lexicon.words("clause", "conditional_marks")
    return tree.deps[i] == "advcl" and any(tree.forms[k] in marks for k in tree.kids_of(i, "mark"))


def _is_plain_present(tree: Tree, i: int, grp: Group) -> bool:
    """The present of one word, or with *do*: no perfect, passive, progressive or modal verb."""
    lasting = grp.tense == PRESENT and not (grp.progressive or grp.modal or grp.conditional or grp.passive)
    if not lasting or grp.imperative:
        return False
    perfect = tree.lexicon.words("auxiliaries", "perfect")
    return not any(tree.lemmas[k] in perfect for k in tree.kids[i] if tree.deps[k] in _PERFECT)


def _is_repeated(tree: Tree, i: int) -> bool:
    words = tree.lexicon.words("states", "repeated")
    near = (j for k in tree.kids[i] for j in (k, *tree.kids_of(k, "det")))
    return any(tree.forms[j] in words for j in near)


def _is_under(tree: Tree, i: int) -> bool:
    """In a relative clause, a condition or what somebody says; so is what is joined to such a verb."""
    while tree.deps[i] == "conj" and tree.heads[i] < i:
        if tree.kids_of(i, *SUBJECTS) and tree.deps[tree.heads[i]] not in _UNDER:
            return False
        i = tree.heads[i]
    told = tree.lexicon.words("clause", "subordinators") | tree.lexicon.words("clause", "conditional_marks")
    if tree.deps[i] == "advcl" and any(tree.forms[k] in told for k in tree.kids_of(i, "mark")):
        return False
    return tree.deps[i] in _UNDER  # not *riots after the court frees him*, *if the army closes the port*
