"""Subjects hung elsewhere, in a language that leaves none out, put right in the words of a block."""

from __future__ import annotations

import functools
from collections.abc import Collection
from typing import TYPE_CHECKING

from timeline.extraction._lexicon import ACTS_OF_MIND
from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_NAME = _NOUNS | {"DET", "ADJ", "NUM", "VERB", "SYM"}
_CLOSING = frozenset(('"', "”", "''", "»", "’", "'", "“"))
_ENDS = frozenset((",", "?", "!", ".", "…", "...", "-", "–", "—"))
_HELPERS = ("aux", "aux:pass")
_PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
_PRESENT = "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"
_MAIN = frozenset(("ROOT", "root", "ccomp", "parataxis", "conj", "advcl", "iobj"))
_OF_NOUNS = frozenset(("case", "cop", "amod", "nmod:poss", "nummod"))
_YEAR, _LONGEST = 4, 12


def mark_inverted(words: Words, lexicon: Lexicon) -> None:
    """Hang on its verb who spoke behind a quotation, a quantity alone, a name behind a year or a helper's."""
    if lexicon.drops_subjects:
        return
    told, planned = _telling(lexicon), lexicon.words("plans", "planned")
    times = names(lexicon.code).counts.time
    for i, pos in enumerate(words.pos):
        if pos == "DET" and words.deps[i] == "det":
            _stand_alone(words, i)
        if words.deps[i] == "compound" and pos in _NOUNS:
            _hand_on_predicate(words, i)
        if pos == "NOUN" and words.lemmas[i] in planned and words.deps[i] in _MAIN:
            _plan(words, i)
        if pos not in ("VERB", "AUX"):
            continue
        if words.deps[i] in _HELPERS:
            _hand_on(words, i)
        elif pos == "VERB" and not any(words.deps[k] in _SUBJECTS for k in words.kids(i)):
            if words.deps[i] == "parataxis" and _goes_on(words, i):
                words.rehang(i, words.heads[i], "conj")
            elif words.lemmas[i] in told and _is_behind_quote(words, i):
                _speak(words, i)
            elif words.lemmas[i] in told and _is_at_end(words, i):
                _speak_at_end(words, i)
            else:
                _part_from_year(words, i)
                _take_bare(words, i, times)


@functools.cache
def _telling(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of saying."""
    entries = lexicon.entries.items()
    return frozenset(verb for verb, told in entries if any(e.act not in ACTS_OF_MIND for e in told))


def _hand_on_predicate(words: Words, i: int) -> None:
    """*Lund has been the party's policy aide*: the subject and the verb belong to the noun at the end."""
    kids = words.kids(i)
    if any(words.deps[k] == "cop" for k in kids):
        for k in [k for k in kids if words.deps[k] in _SUBJECTS | {"cop", "aux"} and k < i]:
            words.rehang(k, words.heads[i], words.deps[k])


def _goes_on(words: Words, i: int) -> bool:
    """*They had a warrant, were enforcing the law, and entered*: one more verb of the same subject."""
    verb = words.heads[i]
    first = min([i, *(k for k in words.kids(i) if words.deps[k] in _HELPERS)])
    told = any(words.deps[k] in _SUBJECTS and k < verb for k in words.kids(verb))
    finite = "VerbForm=Fin" in words.morphs[first] and "Mood=Imp" not in words.morphs[first]
    return told and finite and verb < first and words.forms[first - 1] == ","


def _plan(words: Words, i: int) -> None:
    """*The firm plans to sell it*: a noun with a subject, or a bare noun before it, is a verb."""
    kids = words.kids(i)
    inner = [k for k in kids if words.deps[k] == "acl" and "VerbForm=Inf" in words.morphs[k]]
    if not inner or any(words.deps[k] in _OF_NOUNS for k in kids) or not _is_right_behind(words, i, inner[0]):
        return
    subjects = [
        k for k in kids if k < i and words.deps[k] in ("nsubj", "compound") and words.pos[k] in _NOUNS
    ]
    if not subjects or "Number=Sing" in words.morphs[i] == "Number=Sing" in words.morphs[subjects[-1]]:
        return
    if any(words.deps[k] == "det" for k in kids) and words.deps[subjects[-1]] == "nsubj":
        return
    words.retag(i, "VERB", words.lemmas[i], _PRESENT)
    words.rehang(subjects[-1], i, "nsubj")
    for k in [k for k in words.kids(i) if words.deps[k] == "det"]:
        words.rehang(k, subjects[-1], "det")
    if words.deps[i] == "iobj":
        words.rehang(i, words.heads[i], "ccomp")
    words.rehang(inner[0], i, "xcomp")


def _is_right_behind(words: Words, i: int, verb: int) -> bool:
    return all(words.heads[k] == verb and words.deps[k] in ("mark", "advmod") for k in range(i + 1, verb))


def _is_behind_quote(words: Words, i: int) -> bool:
    """*"It failed," said*: right behind a quotation that a mark ends."""
    before = set(words.forms[max(i - 2, 0) : i])
    return bool(before & _CLOSING) and bool(before & _ENDS)


def _stand_alone(words: Words, i: int) -> None:
    """*Some say that*: a quantity right before a finite verb is its subject."""
    verb = words.heads[i]
    if verb == i + 1 and words.pos[verb] == "VERB" and "VerbForm=Fin" in words.morphs[verb]:
        words.retag(i, "PRON", words.lemmas[i], words.morphs[i])
        words.rehang(i, verb, "nsubj")


def _hand_on(words: Words, i: int) -> None:
    """*The allies have, in fact, praised it*: the subject of the auxiliary is that of its verb."""
    for k in words.kids(i):
        if words.deps[k] in _SUBJECTS and k < i:
            words.rehang(k, words.heads[i], words.deps[k])


def _speak(words: Words, i: int) -> None:
    """*"It failed," said retired general Ann Lee*: the name behind the verb of a quotation speaks."""
    end = i + 1
    while (
        end < min(len(words), i + _LONGEST) and words.pos[end] in _NAME and end not in words.sentence_starts
    ):
        end += 1
    nouns = [k for k in range(i + 1, end) if words.pos[k] in _NOUNS]
    noun = nouns[-1] if nouns else i
    while i < words.heads[noun] < noun and words.pos[words.heads[noun]] in _NOUNS:
        noun = words.heads[noun]
    if noun == i or (nouns[-1] - i > 1 and all(words.heads[k] == i for k in nouns)):
        return
    words.rehang(noun, i, "nsubj")
    for k in range(i + 1, end):
        if words.pos[k] == "VERB":
            words.retag(k, "ADJ", words.lemmas[k], "")
            for j in [j for j in words.kids(k) if j != noun]:
                words.rehang(j, noun, words.deps[j])
    for k in range(i + 1, end):
        if k != noun and not i < words.heads[k] < end:
            words.rehang(k, noun, "compound" if words.pos[k] in _NOUNS else "amod")
    if "VerbForm=Part" in words.morphs[i] and not any(words.deps[k] in _HELPERS for k in words.kids(i)):
        words.retag(i, "VERB", words.lemmas[i], _PAST)


def _is_at_end(words: Words, i: int) -> bool:
    return i + 1 >= len(words) or i + 1 in words.sentence_starts or words.forms[i + 1] == "."


def _speak_at_end(words: Words, i: int) -> None:
    """*It will close on Monday, Ardo City Police said.*: the name before the verb speaks."""
    noun = i - 1
    if noun < 1 or words.pos[noun] not in _NOUNS or "VerbForm=Fin" not in words.morphs[i]:
        return
    verb = words.heads[noun]
    first = next((k + 1 for k in range(noun, max(noun - _LONGEST, 0), -1) if words.forms[k] == ","), 0)
    if verb >= first or words.pos[verb] not in ("VERB", "AUX"):
        return
    if any(words.pos[k] not in _NAME for k in range(first, noun)):
        return
    for k in words.kids(noun):
        if k < first - 2:  # *at the latest, Ardo City Police said*
            words.rehang(k, first - 2, words.deps[k])
        elif k == first - 2:
            words.rehang(k, verb, "obl")
    words.rehang(noun, i, "nsubj")
    if words.heads[i] == i and words.heads[verb] == verb:
        words.rehang(i, verb, "parataxis")


def _take_bare(words: Words, i: int, times: Collection[str]) -> None:
    """*The Times on Sunday wrote*, *ten percent now believe*: what has no preposition is the subject."""
    if "VerbForm=Fin" not in words.morphs[i] or "Mood=Imp" in words.morphs[i]:
        return
    for k in words.kids(i):
        bare = words.deps[k].startswith("obl") and k < i and words.pos[k] in _NOUNS
        called = words.pos[k] == "PROPN" and any(words.deps[c] == "det" for c in words.kids(k))
        if not bare or (words.forms[k] in times and not called):
            continue
        apart = any(words.forms[j] in (",", ":", ";", "-", "–", "—") for j in range(k, i))
        if not apart and not any(
            words.deps[c] in ("case", "mark", "nummod") and c < k for c in words.kids(k)
        ):
            words.rehang(k, i, "nsubj")
            return


def _part_from_year(words: Words, i: int) -> None:
    """*In 2011 Ann Lee, a lawyer, arranged it*: the year has the preposition, the name none."""
    for k in words.kids(i):
        if words.deps[k] != "obl" or k > i or words.pos[k] not in _NOUNS:
            continue
        cases = [c for c in words.kids(k) if words.deps[c] == "case" and c < k]
        year = cases[-1] + 1 if cases else k
        form = words.forms[year]
        if year < k and words.heads[year] == k and len(form) == _YEAR and form.isdigit():
            words.rehang(year, i, "obl")
            for c in cases:
                words.rehang(c, year, "case")
            words.rehang(k, i, "nsubj")
            return
