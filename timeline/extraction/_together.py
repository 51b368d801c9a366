"""Two or three who act together: *Un uomo e una donna hanno rubato*, *Alfa e Beta hanno firmato*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.extraction._mentions import GROUP, OTHER, PLACE
from timeline.extraction._voices import SUBJECTS
from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._actors import Actor, Actors
    from timeline.extraction._tree import Tree

_NOUNS = frozenset(("NOUN", "PROPN", "NUM"))
_MOST, _LONGEST = 3, 14


def together(actors: Actors, tree: Tree, word: int) -> Actor | None:
    """Give all who act with the subject `word`, as one actor by their words; None where it acts alone."""
    told = _joined(tree, word)
    if not 1 < len(told) <= _MOST or not _is_linked(tree, told):
        return None
    found = [actors.of(tree.doc[k]) for k in told]
    known = [actor for actor in found if actor is not None and actor.kind not in (OTHER, PLACE)]
    if len(known) < len(told) or len({actor.name for actor in known}) < len(told):
        return None
    first, last = min(known, key=lambda a: a.start), max(known, key=lambda a: a.end)
    near = all(_is_here(tree, actor) for actor in known)
    if not near or last.end - first.start > sum(a.end - a.start for a in known) + _LONGEST:
        return None
    before = ", ".join(actor.name for actor in known[:-1])
    name = f"{before} {names(tree.lexicon.code).conjunction} {known[-1].name}"
    return replace(first, name=name, role=None, kind=GROUP, end=last.end, members=tuple(known))


def _joined(tree: Tree, word: int) -> list[int]:
    """The subject and what is joined to it, itself hung on another of them or beside it on the verb."""
    head = tree.heads[word]
    if tree.deps[word] == "conj" and tree.pos[head] in _NOUNS and tree.deps[head] in SUBJECTS:
        word = head
    beside = [k for k in tree.kids_of(tree.heads[word], "nsubj") if k != word and tree.pos[k] in _NOUNS]
    told = [word, *tree.kids_of(word, "conj"), *(k for k in beside if abs(k - word) <= _LONGEST)]
    return sorted({k for k in told if tree.pos[k] in _NOUNS})


def _is_linked(tree: Tree, told: list[int]) -> bool:
    """Only names, articles, commas and one *and* between them."""
    between = [k for k in range(told[0] + 1, told[-1]) if k not in told]
    links = [k for k in between if tree.pos[k] == "CCONJ" and k > told[-2]]
    words = names(tree.lexicon.code)
    clauses = any(tree.pos[k] in ("VERB", "AUX", "SCONJ") or _is_mark(tree, k) for k in between)
    return len(links) == 1 and tree.forms[links[0]] in words.conjunctions and not clauses


def _is_mark(tree: Tree, k: int) -> bool:
    return tree.is_punct(k) and tree.forms[k] not in (",", "'", "’", "-", ".")


def _is_here(tree: Tree, actor: Actor) -> bool:
    """Tell an actor who is named in the block itself, not one whom a word stands for."""
    return tree.block.offset <= actor.start and actor.end <= tree.block.end
