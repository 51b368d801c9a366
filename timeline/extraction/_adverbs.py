"""Adverbs that a parser took for names or nouns where they open a sentence: *Purtroppo hanno scelto*.

Also words cut short before a curved apostrophe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_TAGGED = frozenset(("PROPN", "NOUN", "ADJ", "PRON", "NUM", "X", "INTJ", "ADV"))
_NAMES = frozenset(("PROPN", "NOUN"))
_OF_NOUNS = frozenset(("det", "case", "amod", "nmod", "flat", "flat:name"))
_SHORT = 8


def mark_adverbs(words: Words, lexicon: Lexicon) -> None:
    """Make adverbs of them again, so that nobody is called so; a noun has an article or more beside it."""
    listed = lexicon.words("clause", "adverbs")
    endings = tuple(word[1:] for word in listed if word[0] == "-")
    unsure = lexicon.words("sources", "hearsay_adverbs") | lexicon.words("doubt", "adverbs")
    for i, form in enumerate(words.forms):
        if form in unsure and words.deps[i] != "advmod":
            _give_verb(words, i)
        if words.pos[i] not in _TAGGED:
            continue
        ending = words.pos[i] in _NAMES and bool(endings) and len(form) > _SHORT and form.endswith(endings)
        if not (ending or form in listed):
            continue
        if ending:
            _give_participle(words, i)
        if any(words.deps[k] in _OF_NOUNS for k in words.kids(i)):
            continue
        words.retag(i, "ADV", words.lemmas[i], "")
        if words.heads[i] != i and all(words.pos[k] == "PUNCT" for k in words.kids(i)):
            words.rehang(i, words.heads[i], "advmod")


def mark_elided(words: Words, lexicon: Lexicon) -> None:
    """Give *dell’* with a curved apostrophe the dictionary form that a pipeline knows with a straight one."""
    full = lexicon.phrases("clause", "elided")
    for i, lemma in enumerate(words.lemmas if full else ()):
        if lemma[-1:] == "’" and (known := full.get(lemma[:-1] + "'")):
            words.retag(i, words.pos[i], known[0][0], words.morphs[i])


def _give_verb(words: Words, i: int) -> None:
    """*El alcalde presuntamente robó*, taken for an adjective: it says how sure the verb behind it is."""
    behind = i + 1
    if behind >= len(words) or words.pos[behind] not in ("VERB", "AUX"):
        return
    verb = words.heads[behind] if words.deps[behind].startswith(("aux", "cop")) else behind
    if verb == i or any(True for _ in words.kids(i)):
        return
    words.retag(i, "ADV", words.lemmas[i], "")
    words.rehang(i, verb, "advmod")


def _give_participle(words: Words, i: int) -> None:
    """*Prontamente fermati, non parlavano*: the adverb belongs to the participle right behind it."""
    behind, verb = i + 1, words.heads[i]
    if verb <= behind or words.heads[behind] != i or words.pos[behind] != "VERB":
        return
    if "VerbForm=Part" in words.morphs[behind] and words.deps[behind] in ("amod", "acl"):
        words.rehang(behind, verb, "advcl")
        for k in [k for k in words.kids(i) if k != behind]:
            words.rehang(k, behind, words.deps[k])
        words.rehang(i, behind, "advmod")
