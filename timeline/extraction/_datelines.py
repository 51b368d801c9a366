"""The place a report begins with: *MILANO - ...*, *ALMATY, Kazakhstan (Reuters) - ...*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.languages.places import Gazetteer

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree
    from timeline.extraction._words import Words

SHORTEST, LONGEST, REACH = 3, 5, 14
OPENING = 120
_DASHES = frozenset("-–—")
_SMALL = frozenset(("DET", "ADP", "ADV", "PRON", "SCONJ", "CCONJ"))
_JOINED = frozenset("'’")
_MARKS = frozenset(".:") | _DASHES


_CAPITALS = r"[^\W\d_a-zà-öø-ÿ]"
_AGENCY = r"\([^()\n]{2,40}\)"
_END = r"(?:\s+[-–—]{1,2}|\s?\.\s?[-–—]{1,2}|\s*--)\s+(?=[\"«“‘'(]?(?:[^\W\d_a-zà-öø-ÿ]|\d))"
_OPENING = re.compile(
    rf"(?:{_AGENCY}\s+[-–—]\s+)?"
    rf"(?:{_CAPITALS}{{3,}}(?:[ '’/-]{_CAPITALS}+){{0,4}}(?:\s*[,/(][^.!?\n–—]{{1,60}})?"
    rf"|{_CAPITALS}\w+(?:[ -]\w+){{0,3}}(?:,[^()\n–—.]{{1,40}})?\s*{_AGENCY})"
    rf"{_END}"
)


def opening(text: str) -> int:
    """Give the length of the dateline with which a paragraph opens: place, day, agency and dash; 0 for none.

    Examples
    --------
    >>> opening("KYIV, May 3 (Northwire) - Two men were arrested.")
    26
    >>> opening("Two men - both of them drivers - were arrested.")
    0
    """
    found = _OPENING.match(text[:OPENING])
    return found.end() if found else 0


def dateline(doc: Words, gazetteer: Gazetteer) -> tuple[int, int] | None:
    """Give the tokens (half-open) of the place name that opens a paragraph, or None.

    A name in capitals before a mark or before the first sentence, or any city before a dash.
    """
    first = next((t.i for t in doc if not t.is_space), len(doc))
    if opening(f"{doc.text}A") == len(doc.text):
        return _alone(doc, first)
    end = first
    while end < len(doc) and end - first < LONGEST and doc[end].text.isupper() and doc[end].is_alpha:
        end += 1
    if end == first or len(doc[first]) < SHORTEST:
        return _before_dash(doc, first, gazetteer)
    if end == len(doc):
        return None
    name, after = doc[first:end].text, doc[end]
    if after.text in _DASHES or (after.text in ",(/" and _dash_within(doc, end)):
        return first, end
    if end - first > 1 and after.text[0].islower() and len(doc[end - 1]) == 1:
        return _known(doc, first, end - 1, gazetteer)
    if after.text in _MARKS or after.text[0].isupper():
        return _known(doc, first, end, gazetteer)
    return (first, end) if gazetteer.city(name) and after.is_digit else None


def _alone(doc: Words, first: int) -> tuple[int, int] | None:
    """The place in a dateline that stands by itself: *ROMA* of *(ANSA) - ROMA, 6 MAG -*."""
    if doc[first].text == "(":
        first = next((t.i + 1 for t in doc if t.text in _DASHES), first)
    end = first
    while end < len(doc) and (doc[end].is_alpha or doc[end].text in _JOINED):
        end += 1
    return (first, end) if end > first else None


def _known(doc: Words, first: int, end: int, gazetteer: Gazetteer) -> tuple[int, int] | None:
    name = doc[first:end].text
    return (first, end) if gazetteer.city(name) or gazetteer.begins(name) else None


def _before_dash(doc: Words, first: int, gazetteer: Gazetteer) -> tuple[int, int] | None:
    """*Milano, 12 gennaio - ...*, *Almaty (Reuters) — ...*, *Milano. Un ...*: the first words are a city."""
    opening = doc.text[:OPENING]
    if not any(mark in opening for mark in (" - ", " – ", " — ", ". ")):
        return None
    for end in range(min(first + LONGEST, len(doc) - 1), first, -1):
        if not gazetteer.city(doc[first:end].text) or not doc[first].text[0].isupper():
            continue
        after = doc[end]
        spaced = after.text in _DASHES and bool(doc[end - 1].whitespace_)
        if after.text == "." and end + 1 < len(doc) and doc[end + 1].is_title:
            return first, end
        if spaced or (after.text in ",(" and _dash_within(doc, end)):
            return first, end
    return None


def _dash_within(doc: Words, start: int) -> bool:
    """Tell whether a dash between blanks follows soon, before any sentence ends."""
    for token in doc[start : start + REACH]:
        if token.text in _DASHES and token.whitespace_ and doc[token.i - 1].whitespace_:
            return True
        if token.text in ".!?" or token.pos_ in ("VERB", "AUX"):
            return False
    return False


def is_dateline(tree: Tree, i: int) -> bool:
    """Tell a word between the name that begins a paragraph and the dash after its dateline.

    *ROMA, 06 MAG - ...*, *LONDON, May 3 (AP) -- ...*: the day there is that of writing.
    """
    names = [k for k in range(min(i, REACH)) if tree.forms[k][0].isalpha()]
    if i >= REACH or not names or tree.pos[names[0]] in _SMALL:
        return False
    if any(tree.doc[k].text[0].islower() and tree.pos[k] != "ADP" for k in names):
        return False
    for k in range(i + 1, min(i + REACH, tree.size)):
        form = tree.forms[k]
        if form[0] in _DASHES:
            return _stands_free(tree, k)
        if form in "!?;:" or tree.pos[k] in ("VERB", "AUX") or (form == "." and not _goes_on(tree, k + 1)):
            return False
    return False


def _goes_on(tree: Tree, k: int) -> bool:
    """*Roma, 6 mag. (Agenzia) - ...*: the stop of a shortened month."""
    return k < tree.size and (tree.forms[k] == "(" or tree.forms[k][0] in _DASHES)


def _stands_free(tree: Tree, k: int) -> bool:
    """Tell a mark that blanks stand around."""
    return tree.starts[k] > tree.ends[k - 1] and (k + 1 == tree.size or tree.starts[k + 1] > tree.ends[k])


def cut_off(tree: Tree, first: int, last: int) -> None:
    """Take a dateline out of the sentence that a parser made it part of: *CARPI La notte scorsa ...*.

    What hung on its words, from `first` to `last`, hangs on the verb of the sentence.
    """
    words = range(first, last + 1)
    inside = {k: tree.heads[k] in words for k in words}
    outer = [k for w in words for k in tree.kids[w] if k not in words]
    above = next((tree.heads[w] for w in words if not inside[w]), None)
    root = above if above is not None else _main_verb(tree, outer)
    if root is None:
        return
    if above is None:
        _make_root(tree, root)
    for k in outer:
        if k != root:
            tree.rehang(k, root)
    for w in words:
        tree.rehang(w, root)
        tree.deps[w], tree.pos[w], tree.feats[w] = "dep", "PROPN", {}


def _main_verb(tree: Tree, words: list[int]) -> int | None:
    """The first finite verb among the words that hung on a dateline, else the first verb or noun."""
    verbs = [k for k in words if tree.pos[k] in ("VERB", "AUX")]
    finite = (k for k in verbs if tree.form(k) == "Fin" or tree.kids_of(k, "aux"))
    nouns = (k for k in words if tree.pos[k] in ("NOUN", "PROPN", "ADJ"))
    return next((k for found in (finite, verbs, nouns) for k in found), None)


def _make_root(tree: Tree, root: int) -> None:
    tree.kids[tree.heads[root]].remove(root)
    tree.heads[root], tree.deps[root] = root, "ROOT"
    tree.edges.clear()
