"""Verbs behind a clause that are no part of it: *teme che la crisi duri e ha convocato un incontro*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_NOT_YET = frozenset(("believe", "ask", "demand", "propose"))
_OWN = frozenset(("nsubj", "nsubj:pass", "obl:agent", "mark", "expl"))
_CLAUSE, _INNER = frozenset(("ccomp", "acl", "acl:relcl")), frozenset(("xcomp", "advcl", "ccomp", "conj"))


def mark_outside(tree: Tree) -> None:
    """Join a verb of the indicative to the one over a subjunctive, or over what is feared, hoped or asked.

    What has been done is no part of what somebody hopes for in the present.
    """
    if tree.lexicon.ambiguous_past:
        return
    for i, dep in enumerate(tree.deps):
        if dep != "conj" or tree.pos[i] != "VERB" or not _has_no_subject(tree, i):
            continue
        told = tree.heads[i]
        while tree.form(told) != "Fin" and tree.deps[told] in _INNER and tree.heads[told] < told:
            told = tree.heads[told]
        over = tree.heads[told]
        if tree.deps[told] not in _CLAUSE or not over < told < i or tree.form(told) != "Fin":
            continue
        if tree.lemmas[over] in tree.lexicon.entries and _is_apart(tree, i, told, over):
            tree.rehang(i, over)


def _has_no_subject(tree: Tree, i: int) -> bool:
    own = {tree.deps[k] for k in tree.kids[i]}
    return "cc" in own and not own & _OWN


def _is_apart(tree: Tree, i: int, told: int, over: int) -> bool:
    """A finite verb of another mood than that of the clause, or in the perfect beside a present."""
    finite = next((k for k in (*tree.kids_of(i, "aux"), i) if tree.form(k) == "Fin"), None)
    if finite is None or tree.feats[finite].get("Mood") != "Ind" or tree.feats[finite].get("Person") != "3":
        return False
    if tree.feats[told].get("Mood") == "Sub":
        return True
    feared = any(e.act in _NOT_YET for e in tree.lexicon.entries[tree.lemmas[over]])
    return feared and finite != i and tree.feats[told].get("Tense") == "Pres"
