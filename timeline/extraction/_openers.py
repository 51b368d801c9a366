"""Participles that open a report, taken for names or adjectives: *Spariti 300 euro*, *rotti i vetri*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_TAKEN_FOR = frozenset(("ADJ", "PROPN", "NOUN", "ADV", "X"))
_MARKS = frozenset((".", ":", ";", "!", "?", "—", "–", "-"))
_QUANTITIES = frozenset(("NUM", "DET", "ADV"))
_NEAR = 6
_PARTICIPLE = "Gender=Masc|Number={}|Tense=Past|VerbForm=Part"


def mark_openers(words: Words, lexicon: Lexicon) -> None:
    """Make such a word the verb of what follows it: a number or an article, then a noun that agrees."""
    if not lexicon.perfect_only:
        return
    starts = {*words.sentence_starts, *(i + 1 for i, form in enumerate(words.forms) if form in _MARKS)}
    for i in sorted(starts):
        if i + 2 >= len(words) or words.pos[i] not in _TAKEN_FOR or words.pos[i + 1] not in _QUANTITIES:
            continue
        verb = lexicon.of_participle(words.forms[i])
        noun = _noun_after(words, i) if verb in lexicon.verb_types else None
        if verb is None or noun is None:
            continue
        number = "Plur" if words.forms[i].endswith(("i", "e", "s")) else "Sing"
        words.retag(i, "VERB", verb, _PARTICIPLE.format(number))
        if words.heads[i] == noun:
            words.change_places(i, noun, "nsubj:pass")
        elif words.heads[noun] == i:
            words.rehang(noun, i, "nsubj:pass")


def _noun_after(words: Words, i: int) -> int | None:
    """The noun whose number or article stands right behind word `i`, where the two hang together."""
    for k in range(i + 2, min(i + _NEAR, len(words))):
        if words.pos[k] in ("PUNCT", "VERB", "AUX"):
            return None
        if words.pos[k] == "NOUN":
            return k if words.heads[k] == i or words.heads[i] == k else None
    return None
