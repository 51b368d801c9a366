"""Relative pronouns that a parser left without their clause: *la banda che, di notte, si è introdotta*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._voices import AUXILIARY, SUBJECTS

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_NOUNS = frozenset(("NOUN", "PROPN", "NUM"))
_JOINED = frozenset(("conj", "parataxis", "advcl", "ROOT"))
_LONGEST = 16


def mark_relatives(words: Words, lexicon: Lexicon) -> None:
    """Hang the next finite verb that has no subject on the noun right before such a pronoun."""
    if not lexicon.drops_subjects:
        return
    that = lexicon.words("clause", "that")
    for i, form in enumerate(words.forms):
        if form not in that or words.deps[i] != "dep" or words.pos[i] != "PRON":
            continue
        noun = words.heads[i]
        if words.pos[noun] not in _NOUNS or noun >= i or i + 1 >= len(words) or words.forms[i + 1] != ",":
            continue
        verb = _verb_after(words, i)
        if verb is not None and not words.words[noun].is_ancestor(words.words[verb]):
            words.rehang(verb, noun, "acl:relcl")
            words.rehang(i, verb, "nsubj")


def _verb_after(words: Words, i: int) -> int | None:
    """The first finite verb behind the aside, joined to a verb before it, that has no subject of its own."""
    end = words.words[i].sent.start + len(words.words[i].sent)
    for k in range(i + 1, min(i + _LONGEST, end)):
        if words.pos[k] not in ("VERB", "AUX"):
            continue
        finite = "VerbForm=Fin" in words.morphs[k]
        if not finite:
            continue
        verb = words.heads[k] if words.deps[k] in AUXILIARY else k
        own = any(words.deps[c] in SUBJECTS for c in words.kids(verb))
        return verb if words.deps[verb] in _JOINED and not own and verb > i else None
    return None
