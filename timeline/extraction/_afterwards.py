"""Lengths of time behind which *after* is an adverb: *Poche ore dopo la folla ha dato fuoco al municipio*."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from timeline.extraction._adjoining import leans
from timeline.languages.places import fold
from timeline.temporal._windows import Period

if TYPE_CHECKING:
    from timeline.dates import DateExpression
    from timeline.extraction._tree import Tree
    from timeline.languages._names import Names

_SMALL = frozenset(("DET", "ADJ", "NUM", "ADV"))


def afterwards(
    trees: Sequence[Tree],
    found: Sequence[DateExpression],
    people: Names,
    find_until: Callable[[int], Sequence[DateExpression]],
) -> list[DateExpression]:
    """Reckon a length of time from what was told before it, where nobody comes after anybody.

    The verb of the sentence follows the noun behind the adverb; where a subject may be left out, that noun
    calls people: *due giorni dopo l'arresto ha confessato*. `find_until` gives the expressions of the text
    that ends at an offset, where nothing stands behind the adverb.
    """
    starts = [tree.block.offset for tree in trees]
    out = []
    for expression in found:
        number = bisect_right(starts, expression.start_char) - 1
        end = _end_of_adverb(trees[number], expression, people) if number >= 0 else None
        again = find_until(end)[-1:] if end is not None else ()
        own = next((e for e in again if e.start_char == expression.start_char and leans(e)), None)
        out.append(own or expression)
    return out


def _end_of_adverb(tree: Tree, expression: DateExpression, people: Names) -> int | None:
    """The offset behind the adverb, None where the word is a preposition."""
    if not isinstance(expression.tree, Period) or expression.start_char >= tree.block.end:
        return None
    adverb = bisect_left(tree.starts, expression.end_char - tree.block.offset)
    first = bisect_left(tree.starts, expression.start_char - tree.block.offset)
    if adverb >= tree.size or tree.forms[adverb] not in tree.lexicon.words("clause", "after"):
        return None
    begin, end = tree.bounds(adverb)
    noun = adverb + 1
    while noun < end and tree.pos[noun] in _SMALL:
        noun += 1
    if first != begin or noun + 1 >= end or not _calls(tree, noun, people):
        return None
    helper = noun + 1
    verb = tree.heads[helper] if tree.deps[helper].startswith("aux") else helper
    finite = tree.form(helper) == "Fin" and tree.pos[helper] in ("VERB", "AUX")
    return tree.span(adverb, adverb)[1] if finite and tree.agrees(verb, noun) else None


def _calls(tree: Tree, noun: int, people: Names) -> bool:
    if tree.pos[noun] != "NOUN" or not tree.lexicon.drops_subjects:
        return tree.pos[noun] == "NOUN"
    words = {fold(tree.forms[noun]), fold(tree.lemmas[noun])}
    known = people.people | people.collective | people.bodies | people.roles
    return bool(words & known)


__all__ = ["afterwards"]
