"""Joined counts of what befell whom: *three men were killed and 20 wounded*.

The second number often has no noun, and parsers hang it, or the verb beside it, on the clause before. Put
right in the words themselves, before any rule reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.languages._names import names
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_LEAVING = "RETREAT"  # what one does oneself: *two were arrested and a third fled*
_REACH, _LONGEST_GROUP = 4, 4
_BETWEEN = frozenset(("ADV", "ADP", "ADJ", "DET", "PRON"))
_VERBAL = frozenset(("amod", "acl", "acl:relcl", "obj", "appos"))
_HELPERS = frozenset(("aux", "aux:pass", "cop"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_CLAUSES = frozenset(("ccomp", "xcomp", "conj", "parataxis", "advcl", "ROOT"))
_ENDS = frozenset((".", ";", ":", "!", "?", "…"))


@dataclass(frozen=True, slots=True)
class _Tally:
    """A number joined to a clause: the conjunction, the number, the word that is counted, what comes next."""

    joiner: int
    number: int
    noun: int
    after: int


def mark_tallies(words: Words, lexicon: Lexicon) -> None:
    """Give every joined number the verb beside it, and the verb its place after the clause before."""
    for number, part in enumerate(words.pos):
        counts = part == "NUM" or (part == "ADJ" and "NumType=Ord" in words.morphs[number])
        if counts and number and (tally := _tally(words, number, lexicon)) is not None:
            before = _verb_before(words, tally.joiner, lexicon)
            if before is not None:
                _mend(words, tally, before, lexicon)


def _mend(words: Words, tally: _Tally, before: int, lexicon: Lexicon) -> None:
    if words.pos[tally.joiner] == "SCONJ":
        verb, _ = _group(words, tally.after, lexicon)
        if verb is not None and words.heads[tally.noun] == verb and words.deps[tally.noun] == "amod":
            words.rehang(tally.noun, verb, "nsubj")  # *mentre un sesto risulta disperso*
    elif not _mend_bare(words, tally, before, lexicon) and not _mend_finite(words, tally, before, lexicon):
        _mend_object(words, tally, before, lexicon)


def _tally(words: Words, number: int, lexicon: Lexicon) -> _Tally | None:
    """The number with the conjunction a few small words before it."""
    joiner = number - 1
    while joiner > 0 and number - joiner <= _REACH and _may_lead(words, joiner):
        joiner -= 1
    if words.pos[joiner] not in ("CCONJ", "SCONJ"):
        return None
    last = number
    while last + 1 < len(words) and words.pos[last + 1] == "NUM":
        last += 1
    noun = words.heads[number]
    if last < noun <= last + _REACH and _is_counted(words, noun, lexicon):
        return _Tally(joiner, number, noun, noun + 1)
    after = last + 1
    while after < len(words) and words.pos[after] in ("ADJ", "DET") and words.heads[after] in (number, noun):
        after += 1
    if noun != number and last < noun < after + 1 and words.pos[noun] == "PRON":
        return _Tally(joiner, number, noun, noun + 1)
    return _Tally(joiner, number, last, after)


def _is_counted(words: Words, noun: int, lexicon: Lexicon) -> bool:
    """A noun that is no time, and no participle with which the clause ends: *and 20 wounded*."""
    if words.pos[noun] != "NOUN" or fold(words.forms[noun]) in names(lexicon.code).counts.time:
        return False
    follows = noun + 1 < len(words) and words.pos[noun + 1] in ("VERB", "AUX")
    return follows or _deed(words, noun, lexicon) is None


def _may_lead(words: Words, k: int) -> bool:
    """Words of a bound or *other* before a number, or what a tagger makes of the verb that takes it."""
    return words.pos[k] in _BETWEEN or (words.pos[k] in ("VERB", "NOUN") and words.pos[k - 1] == "CCONJ")


def _verb_before(words: Words, joiner: int, lexicon: Lexicon) -> int | None:
    """The verb of the clause before the conjunction, in the same sentence."""
    for k in range(joiner - 1, -1, -1):
        if words.forms[k] in _ENDS:
            return None
        if words.pos[k] == "VERB":
            return k
        if words.pos[k] in ("ADJ", "NOUN") and _is_helped(words, k) and _deed(words, k, lexicon):
            words.retag(k, "VERB", _deed(words, k, lexicon) or "", _past(words, k, "VerbForm=Part"))
            return k
    return None


def _is_helped(words: Words, k: int) -> bool:
    """A participle that a tagger took for an adjective: an auxiliary hangs on it."""
    return k > 0 and words.pos[k - 1] == "AUX" and words.heads[k - 1] == k


def _deed(words: Words, k: int, lexicon: Lexicon) -> str | None:
    """The verb of which a word is a participle, where it is one that tells what is done or befalls."""
    base = lexicon.of_participle(words.forms[k]) or lexicon.lemma(
        words.forms[k], words.lemmas[k], lexicon.code
    )
    return base if base in lexicon.verb_types else None


def _mend_finite(words: Words, tally: _Tally, before: int, lexicon: Lexicon) -> bool:
    """*... and two drivers died*, *... and 30 were hurt*: what is counted is the subject of the verb."""
    if any(words.pos[k] in ("VERB", "NOUN") for k in range(tally.joiner + 1, tally.number)):
        return False
    verb, helpers = _group(words, tally.after, lexicon)
    if verb is None or (not helpers and _is_left_passive(words, verb, before, lexicon)):
        return False
    passive = any(words.deps[k] == "aux:pass" for k in helpers)
    _part(words, verb, before, tally.joiner, lexicon)
    for k in helpers:
        words.rehang(k, verb, words.deps[k] if words.deps[k] in _HELPERS else "aux")
    if not helpers and _is_past(words, verb, lexicon):
        base = _deed(words, verb, lexicon) or words.lemmas[verb]
        words.retag(verb, "VERB", base, _past(words, verb, "Mood=Ind", "VerbForm=Fin"))
    elif words.pos[verb] != "VERB":
        words.retag(verb, "VERB", _deed(words, verb, lexicon) or "", _past(words, verb, "VerbForm=Part"))
    _take(words, tally, verb, "nsubj:pass" if passive else "nsubj")
    return True


def _is_left_passive(words: Words, verb: int, before: int, lexicon: Lexicon) -> bool:
    """*Were killed and some 300,000 displaced*: a participle of the passive that the parser joined as one."""
    told = "Voice=Pass" in words.morphs[verb] and words.deps[verb] == "conj" and words.heads[verb] == before
    leaves = lexicon.verb_types.get(_deed(words, verb, lexicon) or "") == _LEAVING
    return told and not leaves and _is_passive(words, before, lexicon)


def _group(words: Words, first: int, lexicon: Lexicon) -> tuple[int | None, list[int]]:
    """The finite verb group that begins at a word: its main verb and its auxiliaries."""
    helpers: list[int] = []
    for k in range(first, min(first + _LONGEST_GROUP, len(words))):
        if words.pos[k] == "AUX":
            helpers.append(k)
        elif words.pos[k] != "ADV" or not helpers:
            fits = words.pos[k] == "VERB" or (
                (helpers or _is_past(words, k, lexicon)) and _deed(words, k, lexicon) is not None
            )
            finite = bool(helpers) or "VerbForm=Fin" in words.morphs[k] or _is_past(words, k, lexicon)
            return (k, helpers) if fits and finite else (None, [])
    return None, []


def _is_past(words: Words, k: int, lexicon: Lexicon) -> bool:
    """*And two managers resigned*: a past form that the tagger took for a participle, but no relative."""
    if not lexicon.ambiguous_past or words.deps[k] not in _CLAUSES:
        return False
    noun = words.pos[k] == "NOUN" and lexicon.verb_types.get(_deed(words, k, lexicon) or "") == _LEAVING
    return noun or "Tense=Past" in words.morphs[k]


def _part(words: Words, verb: int, before: int, joiner: int, lexicon: Lexicon) -> None:
    """Let a clause hang on the one before it; what stands before the conjunction belongs to that."""
    inside = before in _below(words, verb)
    if inside:
        head, dep = words.heads[verb], words.deps[verb]
        words.rehang(before, before if head == verb else head, dep)
    elif words.heads[verb] == verb or words.deps[verb] in _VERBAL:
        inside = True
    for k in [k for k, head in enumerate(words.heads[:joiner]) if head == verb and k not in (verb, before)]:
        if words.deps[k] not in _SUBJECTS:
            if inside:
                words.rehang(k, before, words.deps[k])
        elif not _has_subject(words, before):
            words.rehang(k, before, "nsubj:pass" if _is_passive(words, before, lexicon) else "nsubj")
        elif k > before and words.lemmas[before] not in lexicon.entries:
            words.rehang(k, before, "obj")  # *fined the firm and two directors resigned*
            inside = True
    if inside:
        words.rehang(verb, before, "conj")


def _has_subject(words: Words, verb: int) -> bool:
    return any(words.heads[k] == verb and words.deps[k] in _SUBJECTS for k in range(len(words)))


def _is_passive(words: Words, verb: int, lexicon: Lexicon) -> bool:
    helpers = [k for k in range(max(0, verb - _LONGEST_GROUP), verb) if words.heads[k] == verb]
    return any(words.deps[k] == "aux:pass" or words.lemmas[k] in lexicon.passive_only for k in helpers)


def _mend_bare(words: Words, tally: _Tally, before: int, lexicon: Lexicon) -> bool:
    """*Were killed and 20 wounded*: a participle after a number shares the auxiliary before."""
    verb = tally.after
    if verb >= len(words) or words.pos[verb] not in ("VERB", "ADJ", "NOUN"):
        return False
    if any(words.pos[k] in ("VERB", "NOUN") for k in range(tally.joiner + 1, tally.number)):
        return False
    base = None if "VerbForm=Fin" in words.morphs[verb] else _deed(words, verb, lexicon)
    if base is None or lexicon.verb_types[base] == _LEAVING or _goes_on(words, verb, lexicon):
        return False
    if not _is_passive(words, before, lexicon):
        return False
    words.retag(verb, "VERB", base, _past(words, verb, "VerbForm=Part", "Voice=Pass"))
    words.rehang(verb, before, "conj")
    _take(words, tally, verb, "nsubj:pass")
    return True


def _goes_on(words: Words, k: int, lexicon: Lexicon) -> bool:
    """A noun after the participle: *20 wounded soldiers*."""
    if k + 1 >= len(words) or fold(words.forms[k + 1]) in names(lexicon.code).counts.time:
        return False
    return words.pos[k + 1] in (*_NOUNS, "AUX", "VERB")


def _mend_object(words: Words, tally: _Tally, before: int, lexicon: Lexicon) -> None:
    """*Killed four and injured nine*: a verb taken for an adjective of the number after it."""
    verb = tally.joiner + 1
    if verb >= tally.number or words.pos[verb] not in ("ADJ", "NOUN", "VERB", "ADV"):
        return
    base = _deed(words, verb, lexicon)
    if base is None:
        return
    if words.pos[verb] == "VERB" and words.deps[verb] == "conj":
        if words.heads[tally.noun] == before:
            words.rehang(tally.noun, verb, "obj")
        return
    finite = ("Mood=Ind", "VerbForm=Fin") if lexicon.ambiguous_past else ("VerbForm=Part",)
    words.retag(verb, "VERB", base, _past(words, verb, *finite))
    words.rehang(verb, before, "conj")
    _take(words, tally, verb, "obj")


def _past(words: Words, k: int, *features: str) -> str:
    """The features of a past form, number and gender as they were."""
    kept = [part for part in words.morphs[k].split("|") if part.startswith(("Gender=", "Number="))]
    return "|".join(sorted([*kept, "Tense=Past", *features]))


def _take(words: Words, tally: _Tally, verb: int, dep: str) -> None:
    """Hang what is counted on its verb, and what belongs to it on it."""
    words.rehang(tally.joiner, verb, "cc")
    words.rehang(tally.noun, verb, dep)
    if tally.noun != tally.number and words.heads[tally.number] != tally.noun:
        words.rehang(tally.number, tally.noun, "nummod")
    for k in range(tally.joiner + 1, tally.after):
        inside = tally.joiner < words.heads[k] < tally.after and words.heads[k] != k
        if k not in (tally.noun, verb) and not inside:
            words.rehang(k, tally.number, "advmod")


def _below(words: Words, top: int) -> frozenset[int]:
    return frozenset(word.i for word in words[top].subtree)
