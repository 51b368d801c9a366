"""Finite pasts that a tagger took for another word or mood, by their ending: Spanish *mató*, *Trascendió*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_BESIDE = ("amod", "appos", "flat", "acl", "nmod", "compound")
_SUBJUNCTIVE = "Mood=Sub|Person=3|Tense=Imp|VerbForm=Fin"
_SHORT = 3
_FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"


def mark_preterites(words: Words, lexicon: Lexicon) -> None:
    """Make such a word the verb of its clause: *El ejército mató a tres civiles*.

    The noun that it hangs on is its subject where it stands before, and what is done to where behind.
    """
    for i, form in enumerate(words.forms if lexicon.only_conditional else ()):
        if "Mood=Cnd" in words.morphs[i] and not form.endswith(lexicon.only_conditional):
            if form in {words.lemmas[i][:-2] + ending for ending in lexicon.past_subjunctive}:
                words.retag(i, words.pos[i], words.lemmas[i], _SUBJUNCTIVE)  # *che lo portassero via*
            else:
                _set_past(words, i, words.lemmas[i], "o")  # *raggiunsero*
    for i in range(len(words.forms) if lexicon.ambiguous_past else 0):
        _mark_irregular(words, i)
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


def _mark_irregular(words: Words, i: int) -> None:
    """*Overran*, *withdrew*: a form that is not the present, which has the dictionary form or an -s."""
    form, lemma, morph = words.forms[i], words.lemmas[i], words.morphs[i]
    present = words.pos[i] == "VERB" and "Tense=Pres" in morph and "VerbForm=Fin" in morph
    alike = form.isalpha() and lemma.isalpha() and form[:1] == lemma[:1] and len(form) > _SHORT
    if present and alike and form[-1] != "s" and not form.startswith(lemma):
        words.retag(i, "VERB", lemma, morph.replace("Tense=Pres", "Tense=Past"))


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
