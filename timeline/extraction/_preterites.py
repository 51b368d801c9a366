"""Finite pasts that a tagger took for another word or mood, by their ending: Spanish *mató*, *Trascendió*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_BESIDE = ("amod", "appos", "flat", "acl", "nmod", "compound")
_FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"


def mark_preterites(words: Words, lexicon: Lexicon) -> None:
    """Make such a word the verb of its clause: *El ejército mató a tres civiles*.

    The noun that it hangs on is its subject where it stands before, and what is done to where behind.
    """
    for i, form in enumerate(words.forms if lexicon.only_conditional else ()):
        if "Mood=Cnd" in words.morphs[i] and not form.endswith(lexicon.only_conditional):
            _set_past(words, i, words.lemmas[i], "o")  # *raggiunsero*
    for i, form in enumerate(words.forms if lexicon.preterites else ()):
        if not form.endswith(lexicon.preterites):
            continue
        if words.pos[i] == "VERB" and "Tense=Pres" in words.morphs[i]:
            _set_past(words, i, words.lemmas[i])  # *canceló*, tagged as a present
        if words.pos[i] == "VERB" and words.deps[i] == "amod":
            _lead(words, i)
        if words.pos[i] not in ("ADJ", "NOUN", "PROPN"):
            continue
        opens = i == 0 or words.pos[i - 1] in ("PUNCT", "SPACE")
        if words.pos[i] == "PROPN" and words.words[i].text[:1].isupper() and not opens:
            continue
        verb = lexicon.lemma(form, form, lexicon.code)
        if verb in lexicon.known:
            _set_past(words, i, verb)
            _lead(words, i)


def _set_past(words: Words, i: int, verb: str, plural: str = "nm") -> None:
    if "Person=1" not in words.morphs[i]:  # not *vou*, *estou*
        many = "Number=Plur" if words.forms[i][-1] in plural else "Number=Sing"
        words.retag(i, "VERB", verb, _FINITE.replace("Number=Sing", many))


def _lead(words: Words, i: int) -> None:
    """Let the verb change places with the noun that it hangs on, and name what hangs on it."""
    noun, dep = words.heads[i], words.deps[i].split(":")[0]
    alone = not any(words.deps[k].startswith("nsubj") for k in words.kids(i))
    if noun != i and dep in _BESIDE and words.pos[noun] in _NOMINAL and (alone or dep != "acl"):
        words.change_places(i, noun, "nsubj" if noun < i and alone else "obj")
    for k in words.kids(i):
        if words.deps[k].split(":")[0] in _BESIDE and words.pos[k] in _NOMINAL:
            words.rehang(k, i, "obj" if k > i else "nsubj")
