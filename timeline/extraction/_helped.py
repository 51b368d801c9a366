"""Verbs that a tagger took for another form though their helper tells them: Spanish *fue absuelto*.

Put right in the words themselves, before any rule reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._voices import AUXILIARY

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_PARTICIPLE = "Tense=Past|VerbForm=Part"
_PASSIVE = _PARTICIPLE + "|Voice=Pass"
_HELPED, _TENSED = ("aux", "aux:pass", "cop"), ("aux", "aux:tense")
_CONTENTS = frozenset(("xcomp", "ccomp", "advcl", "acl"))
_NEAR = 3


def mark_helped(words: Words, lexicon: Lexicon) -> None:
    """Put right what this module knows of."""
    for i, dep in enumerate(words.deps):
        if dep in _HELPED and words.pos[i] in ("AUX", "VERB"):
            _mark_deed(words, i, lexicon)
        elif dep == "aux:tense":
            _mark_perfect(words, i, lexicon)
        elif dep == "conj" and words.pos[i] == "VERB":
            _join_finite(words, i)


def _mark_deed(words: Words, i: int, lexicon: Lexicon) -> None:
    """Make a verb of *absuelto* in *fue absuelto*, *suspensos* in *foram suspensos*: a deed, no quality."""
    verb = words.heads[i]
    if words.lemmas[i] not in lexicon.passive_only or not i < verb <= i + _NEAR or words.pos[verb] != "ADJ":
        return
    told = "Tense=Past" in words.morphs[i] or words.forms[i].endswith(lexicon.past_endings)
    base = lexicon.of_participle(words.forms[verb])
    if base is None or base not in lexicon.verb_types or not told or _is_graded(words, verb):
        return
    words.retag(verb, "VERB", base, _with(words.morphs[verb], _PASSIVE))
    words.rehang(i, verb, "aux:pass")
    for k in words.kids(verb):
        if words.deps[k] == "nsubj":
            words.rehang(k, verb, "nsubj:pass")


def _is_graded(words: Words, i: int) -> bool:
    """*Fue muy reñido*: what has degrees is a quality."""
    return any("Degree" in words.morphs[k] and k == i - 1 for k in words.kids(i))


def _mark_perfect(words: Words, i: int, lexicon: Lexicon) -> None:
    """Make a participle of *interdit* in *lui a également interdit de gérer*, taken for an infinitive."""
    verb = words.heads[i]
    mistaken = words.pos[verb] == "VERB" and "VerbForm=Inf" in words.morphs[verb]
    if not mistaken or not i < verb <= i + _NEAR or words.forms[verb].endswith(lexicon.infinitives):
        return
    if words.lemmas[i] in lexicon.perfect_only and lexicon.of_participle(words.forms[verb]) is not None:
        words.retag(verb, "VERB", words.lemmas[verb], _PARTICIPLE)


def _with(morph: str, other: str) -> str:
    """The gender and number of a form with other features."""
    kept = [part for part in morph.split("|") if part.startswith(("Gender", "Number"))]
    return "|".join((*kept, *other.split("|")))


def _join_finite(words: Words, i: int) -> None:
    """Join *a réclamé* to *a reproché* in *a reproché à l'État de ne pas avoir agi et a réclamé une enquête*.

    A finite verb with an auxiliary of its own goes with the finite verb over an infinitive, not with that.
    """
    told = words.heads[i]
    over = words.heads[told]
    if not over < told < i or words.deps[told].split(":")[0] not in _CONTENTS or words.pos[over] != "VERB":
        return
    if not _is_finite(words, i) or _is_finite(words, told) or not _is_finite(words, over):
        return
    infinitive = any("VerbForm=Inf" in words.morphs[k] for k in (told, *words.kids(told)))
    own = any(words.deps[k].startswith("nsubj") for k in words.kids(i))
    if infinitive and not own:
        words.rehang(i, over, "conj")


def _is_finite(words: Words, i: int) -> bool:
    helpers = (k for k in words.kids(i) if words.deps[k] in AUXILIARY or words.deps[k] in _TENSED)
    return any("VerbForm=Fin" in words.morphs[k] for k in (i, *helpers))
