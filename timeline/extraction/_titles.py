"""Names beside a title that no list holds: *la ingeniera Ana Lara*, *il suo predecessore, Ugo Manera*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._voices import SUBJECTS
from timeline.languages._names import names
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._actors import Actor, Actors
    from timeline.extraction._tree import Tree

_LOOSE = ("appos", "flat", "nmod", "dep", "compound")


def actor_of(actors: Actors, tree: Tree, word: int) -> Actor | None:
    """Give who a word stands for: whoever is named beside it where the word itself names nobody."""
    actor = actors.of(tree.doc[word])
    if actor is not None and not actor.name[:1].islower():
        return actor
    name = tree.heads[word] if _is_apposed(tree, word) else name_beside(tree, word)
    named = actors.of(tree.doc[name]) if name is not None else None
    return named if named is not None and named.kind == "person" else actor


def _is_apposed(tree: Tree, i: int) -> bool:
    """*Aiad, un chimico, ...*: what stands behind a name tells who that is."""
    first = tree.edge(i)[0]
    aside = first > 0 and tree.forms[first - 1] == ","
    return aside and tree.deps[i] == "appos" and tree.heads[i] < i and tree.pos[tree.heads[i]] == "PROPN"


def name_beside(tree: Tree, i: int) -> int | None:
    """Give the name right behind a noun, or behind a comma and before another mark, that is called so."""
    people = names(tree.lexicon.code)
    if tree.pos[i] != "NOUN" or {tree.lemmas[i], fold(tree.forms[i])} & (people.bodies | people.collective):
        return None
    _, end = tree.bounds(i)
    k = i + 1
    comma = k < end and tree.forms[k] == ","
    k += comma
    if k + 1 < end and fold(tree.forms[k]) in people.titles:
        k += 1
    if k >= end or tree.pos[k] != "PROPN" or tree.kids_of(k, "case"):
        return None
    if not comma:
        return k if tree.heads[k] == i and tree.deps[k].split(":")[0] in _LOOSE else None
    last = next((j for j in range(k, end) if tree.pos[j] != "PROPN"), end)
    closed = last >= end or tree.is_punct(last)
    return k if closed and _is_called(tree, i, k) else None


def _is_called(tree: Tree, i: int, k: int) -> bool:
    """The name hangs on the noun, or beside it as a second subject behind its verb."""
    top = k
    while tree.heads[top] != top and tree.pos[tree.heads[top]] in ("PROPN", "NOUN") and tree.heads[top] > i:
        top = tree.heads[top]
    head, dep = tree.heads[top], tree.deps[top].split(":")[0]
    if head == i:
        return dep in _LOOSE
    return head == tree.heads[i] and head < i and tree.deps[i] in SUBJECTS and dep in ("nsubj", *_LOOSE)
