"""Who says it, set between a subject and its verb: *Les voleurs, a indiqué la police, ont pris l'argent*."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_NOUNS = frozenset(("NOUN", "PROPN"))
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_SPEAKS = frozenset(("nsubj", "obj", "obl"))
_GOES_ON = frozenset(("conj", "ccomp", "parataxis", "advcl"))


def mark_inserted(words: Words, lexicon: Lexicon) -> None:
    """Part what is told from who tells it, where the parser made one clause of both."""
    told = _plainly(lexicon)
    for i, lemma in enumerate(words.lemmas):
        if lemma in told and words.pos[i] == "VERB":
            _set_apart(words, i)


@functools.cache
def _plainly(lexicon: Lexicon) -> frozenset[str]:
    """Verbs that tell a clause by themselves, not *lasciare intendere*."""
    entries = lexicon.entries.items()
    return frozenset(verb for verb, told in entries if any(e.frame == "clause" and not e.rest for e in told))


def _set_apart(words: Words, i: int) -> None:
    """Let the verb behind the aside lead, with the subject before it."""
    first = min([i, *(k for k in words.kids(i) if words.deps[k].startswith("aux"))])
    before = [k for k in words.kids(i) if words.deps[k] == "nsubj" and k < first]
    if not before or first < 1 or words.forms[first - 1] != ",":
        return
    behind = [k for k in words.kids(i) if k > i and words.deps[k] in _SPEAKS and words.pos[k] in _NOUNS]
    verbs = [k for k in words.kids(i) if k > i and words.deps[k] in _GOES_ON and words.pos[k] == "VERB"]
    if not behind or not verbs or not i < behind[0] < verbs[0]:
        return
    noun, verb = behind[0], verbs[0]
    start = min([verb, *(k for k in words.kids(verb) if words.deps[k].startswith("aux"))])
    own = any(words.deps[k] in ("mark", "cc", *_SUBJECTS) for k in words.kids(verb))
    if own or words.forms[start - 1] != "," or "VerbForm=Fin" not in words.morphs[start]:
        return
    words.change_places(verb, i, "parataxis")
    words.rehang(before[-1], verb, "nsubj")
    words.rehang(noun, i, "nsubj")
