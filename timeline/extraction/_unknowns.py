"""Words for those who are not known that a parser took for adjectives or verbs: *ignoti*, *sconosciuti*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._voices import AUXILIARY, SUBJECTS
from timeline.languages._names import names
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_NOUNS = frozenset(("NOUN", "PROPN", "NUM", "PRON"))
_TAGGED = frozenset(("ADJ", "VERB"))
_PHRASE = frozenset(("case", "det"))
_SHORT = 4
_MANY, _PLURAL = "Gender=Masc|Number=Plur", "Number=Plur"


def mark_unknowns(words: Words, lexicon: Lexicon) -> None:
    """Make nouns of them again: *sottratta da ignoti introdottisi di notte*, *Ignoti, ieri, hanno*.

    *Ignoti ladri*, *persone ignote* and *sono ignoti* stay as they are.
    """
    unknown = lexicon.words("objects", "unknown")
    for i, form in enumerate(words.forms):
        if form not in unknown or words.pos[i] not in _TAGGED:
            if words.pos[i] == "PROPN" and form in unknown and _is_of_many(words, i):
                words.retag(i, "NOUN", words.lemmas[i], _MANY)
            continue
        if words.pos[i] == "ADJ" and _PLURAL not in words.morphs[i]:
            continue
        if any(words.deps[k] in (*AUXILIARY, "cop") for k in words.kids(i)):
            continue
        head = words.heads[i]
        if words.deps[i] == "amod" and words.pos[head] in _NOUNS:
            if head == i + 1 and _is_no_noun(words, head, lexicon):
                _change(words, i, head)
            elif head == i - 1 and "Number=Sing" in words.morphs[head]:
                _hang(words, i)
        elif head != i:
            _hang(words, i)


def _is_of_many(words: Words, i: int) -> bool:
    """*Ignoti hanno*, taken for a name: the subject of a verb in the plural."""
    verb = words.heads[i]
    told = (verb, *(k for k in words.kids(verb) if words.deps[k] in AUXILIARY))
    return words.deps[i] in SUBJECTS and any(_PLURAL in words.morphs[k] for k in told)


def _is_no_noun(words: Words, k: int, lexicon: Lexicon) -> bool:
    """A participle with its pronoun behind it that was taken for a noun; *ladri*, *individui* are nouns."""
    people = names(lexicon.code)
    word, lemma = fold(words.forms[k]), fold(words.lemmas[k])
    known = people.offenders | people.people | people.roles | people.anaphoric
    endings = lexicon.words("clause", "reflexives")
    fused = any(word.endswith(r) and len(word) > len(r) + _SHORT for r in endings)
    return fused and not {word, lemma} & known


def _change(words: Words, i: int, head: int) -> None:
    """Let the two change places: what was called unknown is the noun, the other tells what they did."""
    dep, above = words.deps[head], words.heads[head]
    words.retag(i, "NOUN", words.lemmas[i], _MANY)
    words.rehang(i, above if above != head else i, dep)
    for k in list(words.kids(head)):
        if words.deps[k] in _PHRASE and k < i:
            words.rehang(k, i, words.deps[k])
    words.retag(head, "VERB", words.lemmas[head], "VerbForm=Part")
    words.rehang(head, i, "acl")


def _hang(words: Words, i: int) -> None:
    """Make it the subject of the verb of more than one that follows: *Nella notte ignoti hanno forzato*."""
    for verb in words.words[i].ancestors:
        if verb.i < i or verb.pos_ != "VERB":
            continue
        finite = (c for c in (verb, *verb.children) if c is verb or c.dep_ in AUXILIARY)
        morphs = [words.morphs[c.i] for c in finite]
        many = any("VerbForm=Fin" in morph and _PLURAL in morph for morph in morphs)
        if many and not any(c.dep_ in SUBJECTS for c in verb.children):
            words.retag(i, "NOUN", words.lemmas[i], _MANY)
            words.rehang(i, verb.i, "nsubj")
        return
