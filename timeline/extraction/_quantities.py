"""Nouns that the parser hangs on the words before their number: *up to 30 hostages*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
_LOOSE = frozenset(("obl", "nmod", "obj"))


def mark_quantities(tree: Tree) -> None:
    """Make the counted noun the subject of the verb after it, which has no other."""
    for adverb in range(tree.size):
        if tree.deps[adverb] != "advmod" or tree.pos[adverb] not in ("ADV", "ADP") or not tree.kids[adverb]:
            continue
        noun, verb = _counted(tree, adverb), tree.heads[adverb]
        if noun is None or verb <= noun or tree.pos[verb] != "VERB":
            continue
        if any(tree.deps[k] in _SUBJECTS for k in tree.kids[verb]):
            continue
        passive = any(tree.deps[k] == "aux:pass" for k in tree.kids[verb])
        tree.rehang(noun, verb)
        tree.rehang(adverb, noun)
        tree.deps[noun] = "nsubj:pass" if passive else "nsubj"
        for k in tree.kids[noun]:
            if tree.deps[k] == "case" and k < noun:
                tree.deps[k] = "fixed"


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
