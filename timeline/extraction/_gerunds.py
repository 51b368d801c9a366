"""Gerunds with a pronoun at their end, which a tagger takes for something else: *strappandole la borsa*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_TAKEN_FOR = frozenset(("ADJ", "NOUN", "ADV", "PROPN", "X"))
_FARTHEST = 4


def mark_gerunds(tree: Tree) -> None:
    """Make verbs of them, hung on the verb of their clause, and give them the thing that follows."""
    for i in range(tree.size):
        if tree.pos[i] not in _TAKEN_FOR and (tree.pos[i] != "VERB" or tree.form(i) != "Part"):
            continue
        verb = tree.lexicon.of_gerund(tree.forms[i])
        if verb is None:
            continue
        tree.pos[i], tree.lemmas[i] = "VERB", verb
        tree.feats[i] = {"VerbForm": "Ger", "Clitic": "Yes"}
        above = _verb_above(tree, i)
        if above is not None:
            if tree.heads[i] != above:
                tree.rehang(i, above)
            tree.deps[i] = "advcl"
        _take_object(tree, i)


def _verb_above(tree: Tree, i: int) -> int | None:
    j = tree.heads[i]
    for _ in range(_FARTHEST):
        if tree.pos[j] in ("VERB", "AUX"):
            return None if j == i else j
        j = tree.heads[j]
    return None


def _take_object(tree: Tree, i: int) -> None:
    """The noun phrase right behind it, which the parser gave to the verb above."""
    if tree.kids_of(i, "obj"):
        return
    above = tree.heads[i]
    for k in tree.kids[above]:
        thing = k > i and tree.deps[k] in ("obj", "obl", "nsubj") and not tree.kids_of(k, "case")
        if thing and tree.edge(k)[0] == i + 1:
            tree.rehang(k, i)
            tree.deps[k] = "obj"
            return


def join_participles(tree: Tree) -> None:
    """Hang a second participle on the first: *hanno rotto la porta e rubato il denaro*, not on *porta*."""
    for i in range(tree.size):
        noun = tree.heads[i]
        if tree.deps[i] != "conj" or tree.pos[i] != "VERB" or tree.form(i) != "Part" or noun > i:
            continue
        if tree.pos[noun] not in ("NOUN", "PROPN") or not tree.kids_of(i, "cc"):
            continue
        verb = tree.heads[noun]
        shares = tree.pos[verb] == "VERB" and tree.form(verb) == "Part" and tree.kids_of(verb, "aux")
        if shares and tree.deps[noun] in ("obj", "obl") and verb < noun:
            tree.rehang(i, verb)
