"""Verbs of several words: *back down*, *gun down*, *open fire*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_SMALL = frozenset(("ADV", "ADP", "PART"))


def phrase_of(tree: Tree, i: int) -> tuple[str, int] | None:
    """Give the type of a verb of several words by its first one, and its last word, or None.

    A pronoun may stand between: *turned him down*.
    """
    for rest, kind in tree.lexicon.verb_phrases.get(tree.lemmas[i], ()):
        for first in (i + 1, i + 2):
            if first == i + 2 and (first >= tree.size or tree.pos[i + 1] != "PRON"):
                break
            last = first + len(rest) - 1
            found = range(first, min(last + 1, tree.size))
            told = all(w in (tree.forms[k], tree.lemmas[k]) for w, k in zip(rest, found, strict=False))
            if told and last < tree.bounds(i)[1] and not (first == last and _leads_noun(tree, i, last)):
                return kind, last
    return None


def _leads_noun(tree: Tree, i: int, k: int) -> bool:
    """*No decision was taken on job cuts*: behind a passive, a preposition before its noun."""
    passive = any(tree.deps[j] in ("nsubj:pass", "aux:pass") for j in tree.kids[i])
    beside = tree.deps[i].startswith("acl") and tree.form(i) == "Part"
    return (passive or beside) and tree.deps[k] == "case" and tree.heads[k] != i


def mark_particles(tree: Tree) -> None:
    """Hang the particle of a verb on it: *doesn't back down*, *had shown off his skill*."""
    particles = tree.lexicon.words("clause", "verb_particles")
    for i in range(tree.size - 1):
        j = i + 1
        if tree.pos[i] != "VERB" or tree.forms[j] not in particles or tree.pos[j] not in _SMALL:
            continue
        head = tree.heads[j]
        amount = _amount(tree, j)
        if amount is not None:
            if tree.deps[j] == "compound:prt":
                tree.rehang(j, amount)
                tree.deps[j] = "advmod"
            continue
        if head == i and tree.deps[j] == "advmod" and not tree.kids[j]:
            tree.deps[j] = "compound:prt"
        elif tree.deps[j] == "case" and tree.heads[head] == i and tree.deps[head] == "obl":
            phrase = phrase_of(tree, i)
            if phrase is not None and phrase[1] == j and head not in tree.timed:
                tree.rehang(j, i)
                tree.deps[j], tree.deps[head] = "compound:prt", "obj"


def _amount(tree: Tree, j: int) -> int | None:
    """*Left up to 12 people dead*: the number that no particle but *up to* stands before."""
    to, number = j + 1, j + 2
    limits = tree.lexicon.phrases("clause", "up_to").get(tree.forms[j], ())
    if number >= tree.size or (tree.forms[to],) not in limits or tree.pos[number] != "NUM":
        return None
    return number
