"""Phrases by which nobody vouches for a clause, taken out of its tree: *a quanto pare*, *it is claimed*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_SUBJECTS = ("nsubj", "nsubj:pass")


def mark_asides(tree: Tree) -> None:
    """Hang the phrases of hearsay of several words on the verb of their clause, as one adverb.

    What hangs on a word of the phrase, or stands over it, goes to that verb: *Il boss, a quanto pare, è
    fuggito*; *The army, it is claimed, shot three farmers*.
    """
    for first, last in _asides(tree):
        verb = _verb_of(tree, first, last)
        if verb is not None:
            _take_out(tree, first, last, verb)


def _asides(tree: Tree) -> Iterator[tuple[int, int]]:
    phrases = tree.lexicon.phrases("sources", "hearsay_adverbs")
    for i in range(tree.size):
        for rest in phrases.get(tree.forms[i], ()):
            last = i + len(rest)
            if rest and tuple(tree.forms[i + 1 : last + 1]) == rest and _stands_apart(tree, i, last):
                yield i, last
                break


def _stands_apart(tree: Tree, first: int, last: int) -> bool:
    """The phrase has a mark or the sentence's end on one side, *si dice* on both, no conjunction after it."""
    start, end = tree.bounds(first)
    if last >= end or tree.forms[min(last + 1, end - 1)] in tree.lexicon.words("clause", "that"):
        return False
    left = first == start or tree.is_punct(first - 1) or tree.pos[first - 1] in ("CCONJ", "SCONJ")
    right = last + 1 >= end or tree.is_punct(last + 1)
    bare = tree.forms[first] in tree.lexicon.words("clause", "reflexives")
    return (left and right) if bare else (left or right)


def _verb_of(tree: Tree, first: int, last: int) -> int | None:
    """The verb whose clause the phrase stands in: over it, else the first that hangs on a word of it."""
    top = next(k for k in range(first, last + 1) if not first <= tree.heads[k] <= last or tree.heads[k] == k)
    over = tree.heads[top]
    if over != top:
        if not _is_verb(tree, over):
            behind = (k for k in tree.kids[over] if k > last and _is_verb(tree, k))
            above = tree.heads[over]
            return next(behind, above if _is_verb(tree, above) else over)
        return over
    below = [k for j in range(first, last + 1) for k in tree.kids[j] if not first <= k <= last]
    return next((k for k in sorted(below, key=lambda k: (k < first, k)) if _is_verb(tree, k)), None)


def _is_verb(tree: Tree, k: int) -> bool:
    return tree.pos[k] in ("VERB", "AUX") or bool(tree.kids_of(k, "cop", "aux"))


def _take_out(tree: Tree, first: int, last: int, verb: int) -> None:
    phrase = range(first, last + 1)
    over = tree.heads[verb]
    if over in phrase:
        _let_lead(tree, verb, next(k for k in phrase if tree.heads[k] not in phrase or tree.heads[k] == k))
    elif over < first and tree.heads[over] == over and _is_lost_subject(tree, over, verb, first):
        _let_lead(tree, verb, over)
        tree.rehang(over, verb)
        tree.deps[over] = "nsubj"
        for k in [k for k in tree.kids_of(verb, *_SUBJECTS) if k > verb]:
            tree.deps[k] = "obj"
    for k in [k for j in phrase for k in tree.kids[j] if k not in phrase and k != verb]:
        tree.rehang(k, verb)
        if k < verb and tree.pos[k] in ("NOUN", "PROPN", "PRON") and tree.deps[k] in ("obj", *_SUBJECTS):
            tree.deps[k] = "nsubj:pass" if tree.kids_of(verb, "aux:pass") else "nsubj"
    for k in phrase:
        tree.rehang(k, verb if k == first else first)
        tree.deps[k], tree.pos[k], tree.feats[k] = "advmod" if k == first else "fixed", "ADV", {}


def _is_lost_subject(tree: Tree, noun: int, verb: int, first: int) -> bool:
    """*Il ministro, a quanto risulta, ha incontrato Putin*: the verb taken for a relative clause."""
    relatives = tree.lexicon.words("clause", "relatives")
    bare = not any(tree.forms[k] in relatives for k in range(first, verb) if tree.heads[k] == verb)
    return tree.pos[noun] in ("NOUN", "PROPN") and tree.deps[verb].startswith("acl") and bare


def _let_lead(tree: Tree, verb: int, top: int) -> None:
    """Put a verb in the place of the word `top`, which it hangs on or below."""
    over, dep = tree.heads[top], tree.deps[top]
    tree.kids[tree.heads[verb]].remove(verb)
    if over == top:
        tree.heads[verb] = verb
    else:
        tree.heads[verb] = over
        tree.kids[over] = sorted([*(k for k in tree.kids[over] if k != top), verb])
        tree.heads[top] = top
    tree.deps[verb] = dep
    tree.edges.clear()
