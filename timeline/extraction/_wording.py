"""From word numbers to the text of a line: spaces, marks in pairs, no small word left hanging."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from timeline.extraction._tree import Tree

_OPEN_QUOTES, _CLOSE_QUOTES = frozenset('«“"'), frozenset('»”"')
_HANGING = frozenset(("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX"))
_MARKS = 3


def small(tree: Tree, words: Iterable[int]) -> frozenset[str]:
    """Words that are left hanging at the end of a line that is cut."""
    clitics = tree.lexicon.words("clause", "clitics") | tree.lexicon.words("clause", "reflexives")
    hanging = (
        k for k in words if tree.pos[k] in _HANGING or (tree.pos[k] == "PRON" and tree.forms[k] in clitics)
    )
    return frozenset(tree.forms[k] for k in hanging)


def is_loose(tree: Tree, k: int) -> bool:
    """Tell what no line begins with: *e*, a mark, a relative pronoun, *dove*."""
    words = tree.lexicon.words("clause", "relatives") | tree.lexicon.words("clause", "complementisers")
    words -= tree.lexicon.words("clause", "free_relatives")
    if tree.forms[k] in tree.lexicon.words("clause", "conditional_marks"):
        return False  # *if the bridge opens*
    relative = tree.forms[k] in words and tree.pos[k] in ("PRON", "SCONJ", "ADV")
    relative = relative and not tree.kids_of(k, "acl")  # *chi non si arrende sarà eliminato*
    return tree.deps[k] == "cc" or (tree.is_punct(k) and tree.forms[k] not in _OPEN_QUOTES) or relative


def closed(text: str, tree: Tree, last: int) -> str:
    """Close a bracket that the text closes next; leave off one that is cut."""
    if text.count("(") <= text.count(")"):
        return text
    if last + 1 < tree.size and tree.forms[last + 1] == ")":
        return text + ")"
    return text[: text.rindex("(")].rstrip(" ,;:–—") or text


def begun_small(tree: Tree, first: int, text: str) -> str:
    """Write what opened a sentence small behind the name set before it."""
    opened = first == tree.bounds(first)[0] or tree.is_punct(first - 1)
    plain = tree.pos[first] != "PROPN" and text[:1].isupper() and not text[1:2].isupper()
    return text[:1].lower() + text[1:] if opened and plain else text


def length(tree: Tree, words: Iterable[int]) -> int:
    return sum(tree.ends[k] - tree.starts[k] + 1 for k in words) - 1


def join(tree: Tree, words: list[int]) -> str:
    """Put words together as they stand in the text, with a space where something was left out."""
    kept = set(words)
    if not kept:
        return ""
    for a, b in itertools.pairwise(words):
        between = range(a + 1, b)
        if 0 < len(between) <= _MARKS and all(tree.is_punct(k) for k in between):
            kept.update(between)
    _quote(tree, kept)
    parts, last, all_words = [], min(kept, default=0) - 1, tree.doc.words
    for k in sorted(kept):
        parts.append(all_words[k].text_with_ws if k == last + 1 else " " + all_words[k].text_with_ws)
        last = k
    return " ".join("".join(parts).split()).replace(" ,", ",")


def _quote(tree: Tree, kept: set[int]) -> None:
    """Keep quotation marks in pairs only."""
    opened: int | None = None
    for k in range(min(kept) - 1, max(kept) + 2):
        if not 0 <= k < tree.size:
            continue
        form = tree.forms[k]
        if form in _OPEN_QUOTES and opened is None:
            opened = k
        elif form in _CLOSE_QUOTES and opened is not None:
            whole = all(j in kept for j in range(opened + 1, k) if not tree.is_punct(j))
            for j in (opened, k):
                (kept.add if whole else kept.discard)(j)
            opened = None
    if opened is not None:
        kept.discard(opened)


def whole_times(tree: Tree, words: list[int], trigger: tuple[int, int], room: int) -> list[int]:
    """*Pochi giorni | dopo*: half of a time says something else; it is told whole, or not at all."""
    timed = tree.timed
    if timed.isdisjoint(words):
        return words
    kept = set(words)
    halves = [k for k in words if k in timed and any(_is_missing(tree, k, j, kept) for j in (k - 1, k + 1))]
    if not halves or any(trigger[0] <= k <= trigger[1] for k in halves):
        return words
    spans = [time_stretch(tree, k) for k in halves]
    more = sorted(kept.union(*spans))
    if length(tree, more) <= room:
        return more
    gone = {k for span in spans for k in span if words[-1] not in span}
    gone |= {k for k in words if tree.deps[k] == "case" and tree.heads[k] in gone}
    return [k for k in words if k not in gone]


def _is_missing(tree: Tree, k: int, j: int, kept: set[int]) -> bool:
    """Tell whether word `j` is left off a time; *lundi | une journée de deuil* are two things."""
    over = tree.heads[k]
    thing = tree.deps[k] == "obj" or (over in tree.timed and tree.deps[over] == "obj")
    alone = j < k and thing and tree.heads[j] not in tree.timed and tree.heads[k] not in tree.timed
    return j in tree.timed and j not in kept and not alone


def time_stretch(tree: Tree, k: int) -> range:
    """The words around a word that tell a time."""
    first = last = k
    while first - 1 in tree.timed:
        first -= 1
    while last + 1 in tree.timed:
        last += 1
    return range(first, last + 1)
