"""Verbs that for where they stand tell no deed: in questions, in names, of the hour, in place of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._clause import PAST, PRESENT, Group
from timeline.extraction._voices import SUBJECTS

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_QUESTION = 24
_NAME = 6
_STOPS = frozenset((".", ";", ":", "»", "”", "!"))
_OPENING, _CLOSING = frozenset("«“\"‘'"), frozenset("»”\"’'")
_LEADING = frozenset(("NOUN", "PROPN", "DET", "ADP"))
_OBJECTS = frozenset(("obj", "iobj", "xcomp", "ccomp", "csubj"))


def is_untold(tree: Tree, i: int, grp: Group) -> bool:
    """Tell any of these."""
    return (
        _is_asked(tree, i)
        or _is_of_anybody(tree, i)
        or _is_hour(tree, i)
        or _is_of_period(tree, i)
        or _is_proverb(tree, i, grp)
        or tree.lemmas[i] in tree.lexicon.words("sources", "wordless")  # *people like Scott, he said*
        or _is_in_name(tree, i, grp)
        or _was_possible(tree, i, grp)
        or _is_mark(tree, i)
    )


def _is_asked(tree: Tree, i: int) -> bool:
    """*How did they enter?*: what is asked, with all that is joined to it."""
    _, end = tree.bounds(i)
    mark = next((k for k in range(i + 1, min(end, i + _QUESTION)) if tree.forms[k] == "?"), None)
    if mark is None or any(tree.forms[k] in _STOPS for k in range(i + 1, mark)):
        return False
    while tree.deps[i] == "conj" and tree.heads[i] < i:
        i = tree.heads[i]
    return tree.heads[i] == i or tree.deps[i] in ("parataxis", "ccomp")


def _is_of_anybody(tree: Tree, i: int) -> bool:
    """*You could double the price*: the reader, or anybody."""
    return any(tree.feats[k].get("Person") == "2" for k in tree.kids_of(i, *SUBJECTS))


def _is_hour(tree: Tree, i: int) -> bool:
    """*Erano passate le 20*, *three weeks had gone by*: how late it was."""
    if not tree.is_in(i, tree.lexicon.phrases("states", "elapsing")):
        return False
    told = tree.kids_of(i, *SUBJECTS)
    return bool(told) and tree.subject(i) is None


def _is_of_period(tree: Tree, i: int) -> bool:
    """*For the quarter ended Sept. 30*: which one it was."""
    noun, behind = i - 1, i + 1
    if noun < 1 or behind >= tree.size or noun in tree.kids_of(i, *SUBJECTS):
        return False
    nouns = tree.time_nouns | tree.lexicon.words("clause", "terms")
    period = tree.forms[noun] in nouns and bool(tree.kids_of(noun, "case"))
    return period and behind in tree.timed and not tree.kids_of(i, "aux", *SUBJECTS)


def _is_proverb(tree: Tree, i: int, grp: Group) -> bool:
    """*As his brother did*, *come hanno fatto ieri i ministri*: it stands for another verb."""
    if tree.lemmas[i] not in tree.lexicon.words("clause", "proverbs") or grp.passive:
        return False
    return not any(tree.deps[k].split(":")[0] in _OBJECTS for k in tree.kids[i])


def _is_in_name(tree: Tree, i: int, grp: Group) -> bool:
    """*The app "Find my phone"*: a verb in a short name in quotation marks, behind a noun or article."""
    if i not in tree.quoted or grp.form != "Fin" or not (grp.imperative or grp.tense == PRESENT):
        return False
    first = next((k for k in range(i - 1, max(i - _NAME, 0), -1) if tree.forms[k] in _OPENING), None)
    if first is None or tree.pos[first - 1] not in _LEADING:
        return False
    last = next(
        (k for k in range(i + 1, min(first + _NAME + 2, tree.size)) if tree.forms[k] in _CLOSING), None
    )
    return last is not None and last > i + 1 and not tree.kids_of(i, *SUBJECTS)


def _was_possible(tree: Tree, i: int, grp: Group) -> bool:
    """*Avrebbe potuto causare un disastro*, *aurait pu tomber*: what might have come about, and did not."""
    if not (grp.conditional and grp.modal == "possible" and grp.tense == PAST):
        return False
    modals = tree.lexicon.words("auxiliaries", "modal_possible")
    return any(tree.lemmas[k] in modals and tree.form(k) == "Part" for k in tree.kids_of(i, "aux"))


def _is_mark(tree: Tree, i: int) -> bool:
    """*Hale Brothers PLC*: in capitals behind a name that is not."""
    word, before = tree.text(i, i), i - 1
    if not word.isupper() or before < 0 or tree.pos[before] not in ("NOUN", "PROPN"):
        return False
    named = tree.text(before, before).istitle()
    return named and len(word) > 1 and tree.lemmas[i] not in tree.lexicon.known
