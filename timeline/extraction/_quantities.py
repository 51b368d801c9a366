"""Nouns that the parser hangs on the words before their number: *up to 30 hostages*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.languages._names import names
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
_BOUNDED = frozenset(("obl", "nsubj", "nsubj:pass"))
_LOOSE = frozenset(("obl", "nmod", "obj"))


def mark_quantities(tree: Tree) -> None:
    """Make the counted noun the subject of the verb after it, which has no other."""
    for noun in range(tree.size):
        if tree.deps[noun] in _BOUNDED and tree.pos[noun] == "NOUN" and tree.heads[noun] > noun:
            _mark_bounded(tree, noun, tree.heads[noun])
    for adverb in range(tree.size):
        if tree.deps[adverb] != "advmod" or tree.pos[adverb] not in ("ADV", "ADP") or not tree.kids[adverb]:
            continue
        found, verb = _counted(tree, adverb), tree.heads[adverb]
        if found is None or verb <= found or tree.pos[verb] != "VERB":
            continue
        if any(tree.deps[k] in _SUBJECTS for k in tree.kids[verb]):
            continue
        passive = any(tree.deps[k] == "aux:pass" for k in tree.kids[verb])
        tree.rehang(found, verb)
        tree.rehang(adverb, found)
        tree.deps[found] = "nsubj:pass" if passive else "nsubj"
        for k in tree.kids[found]:
            if tree.deps[k] == "case" and k < found:
                tree.deps[k] = "fixed"


def _mark_bounded(tree: Tree, noun: int, verb: int) -> None:
    """*Al menos doce personas resultaron heridas*: the words before a number are no preposition."""
    cases = [k for k in tree.kids[noun] if tree.deps[k] == "case" and k < noun]
    number = next((k for k in tree.kids[noun] if tree.pos[k] == "NUM"), None)
    if not cases or tree.pos[verb] != "VERB" or number is None:
        return
    words = names(tree.lexicon.code).counts
    phrase = " ".join(fold(form) for form in tree.forms[cases[0] : number])
    bounds = (words.least, words.more, words.nearly, words.most, words.about)
    others = (k for k in tree.kids[verb] if k != noun and tree.deps[k] in _SUBJECTS)
    if any(phrase in b for b in bounds) and next(others, None) is None:
        passive = any(tree.deps[k] == "aux:pass" for k in tree.kids[verb])
        tree.deps[noun], tree.deps[cases[0]] = "nsubj:pass" if passive else "nsubj", "fixed"


def _counted(tree: Tree, adverb: int) -> int | None:
    """The noun with a number that hangs on an adverb before it."""
    return next(
        (
            k
            for k in tree.kids[adverb]
            if k > adverb
            and tree.deps[k] in _LOOSE
            and tree.pos[k] == "NOUN"
            and any(tree.pos[j] == "NUM" for j in tree.kids[k])
        ),
        None,
    )
