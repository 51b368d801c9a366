"""Relative pronouns that a parser left without their clause: *la banda che, di notte, si è introdotta*.

And conjunctions that it took for relative pronouns: *ha detto al giornale che farà ricorso*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._voices import AUXILIARY, SUBJECTS

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_NOUNS = frozenset(("NOUN", "PROPN", "NUM"))
_JOINED = frozenset(("conj", "parataxis", "advcl", "ROOT"))
_BESIDE = frozenset(("appos", "flat", "nmod"))
_TOLD = frozenset(("obl", "obj", "iobj", "obl:arg"))
_FULL = frozenset(("ccomp", "parataxis", "nsubj:pass"))
_MARKS = frozenset((":", '"', "«", "“"))
_PARTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "iobj", "ROOT"))
_CLOSING = frozenset((",", "-", "–", "—"))
_LONGEST = 16
_NAMED = 3


def mark_relatives(words: Words, lexicon: Lexicon) -> None:
    """Hang the next finite verb that has no subject on the noun right before such a pronoun."""
    _lift(words)
    if not lexicon.drops_subjects:
        return
    that = lexicon.words("clause", "that")
    for i, form in enumerate(words.forms):
        if form not in that or words.pos[i] != "PRON":
            continue
        _give_content(words, i, lexicon)
        _look_beyond(words, i)
        if words.deps[i] != "dep":
            continue
        noun = words.heads[i]
        if words.pos[noun] not in _NOUNS or noun >= i or i + 1 >= len(words) or words.forms[i + 1] != ",":
            continue
        verb = _verb_after(words, i)
        if verb is not None and not words.words[noun].is_ancestor(words.words[verb]):
            words.rehang(verb, noun, "acl:relcl")
            words.rehang(i, verb, "nsubj")


def _lift(words: Words) -> None:
    """*Due ragazze, una delle quali minorenne, che hanno rubato*: hung on the pronoun of an aside."""
    for i, dep in enumerate(words.deps):
        noun = words.heads[i]
        if dep != "acl:relcl" or words.pos[noun] != "PRON" or "PronType=Rel" not in words.morphs[noun]:
            continue
        while words.pos[noun] == "PRON" and words.heads[noun] < noun:
            noun = words.heads[noun]
        if words.pos[noun] in _NOUNS:
            words.rehang(i, noun, dep)


def _look_beyond(words: Words, i: int) -> None:
    """*Due uomini, noti alla polizia, che volevano*; *i ministri - Tesoro e Bilancio - che hanno*.

    A clause behind an aside that marks close is about the noun before the aside, where the number suits.
    """
    verb, mark = words.heads[i], words.forms[i - 1] if i else ""
    if words.deps[verb] != "advcl" or verb < i or mark not in _CLOSING:
        return
    opened = next((k for k in range(i - 3, max(i - _LONGEST, 0), -1) if words.forms[k] == mark), None)
    if opened is None or (mark == "," and not _describes(words, opened + 1)):
        return
    noun = opened - 1
    while words.deps[noun] not in _PARTS and words.heads[noun] < opened and words.heads[noun] != noun:
        noun = words.heads[noun]
    helpers = [k for k in (*words.kids(verb), verb) if "VerbForm=Fin" in words.morphs[k]]
    number = next((n for n in ("Number=Plur", "Number=Sing") if n in words.morphs[noun]), "")
    suits = bool(number) and any(number in words.morphs[k] for k in helpers)
    if words.pos[noun] in _NOUNS and suits and not words.words[verb].is_ancestor(words.words[noun]):
        words.rehang(verb, noun, "acl:relcl")


def _describes(words: Words, k: int) -> bool:
    """*Già noti a tutti*, *fermati ieri*: an adjective or participle begins the aside."""
    k = k + 1 if words.pos[k] == "ADV" else k
    return words.pos[k] == "ADJ" or (words.pos[k] == "VERB" and "VerbForm=Part" in words.morphs[k])


def _give_content(words: Words, i: int, lexicon: Lexicon) -> None:
    """Hang on the verb of saying, which tells nothing else, what hangs on whom it is said to."""
    verb = words.heads[i]
    if words.deps[verb].startswith("acl") and verb > i:
        said = _said_to(words, i, verb, lexicon)
        if said is None:
            return
        words.rehang(verb, said, "ccomp")
    if words.deps[verb] == "ccomp" and words.heads[verb] < i < verb and _may_tell(words, i, verb, lexicon):
        words.rehang(i, verb, "mark")
        words.retag(i, "SCONJ", words.forms[i], "")


def _may_tell(words: Words, i: int, verb: int, lexicon: Lexicon) -> bool:
    """Not *ha concordato un incontro che si è concluso*, *mettere fine al caos che era nato*."""
    said = words.heads[verb]
    if not any(entry.frame == "clause" for entry in lexicon.entries.get(words.lemmas[said], ())):
        return False
    things = [k for k in words.kids(said) if said < k < i and words.pos[k] == "NOUN"]
    bare = [k for k in things if not any(words.deps[c] == "case" for c in words.kids(k))]
    return not any(words.deps[k] in ("obj", "nsubj:pass") for k in bare)


def _said_to(words: Words, i: int, verb: int, lexicon: Lexicon) -> int | None:
    """The verb of saying whose receiver stands right before the pronoun."""
    whom = words.heads[verb]
    while words.deps[whom] in _BESIDE and words.heads[whom] < whom:
        whom = words.heads[whom]
    said = words.heads[whom]
    if words.deps[whom] not in _TOLD or not said < whom < i or words.forms[i - 1] == ",":
        return None
    to = lexicon.words("clause", "addressee")
    near = (k for k in words.kids(said) if whom - _NAMED <= k <= whom)  # *al diario El País*
    cased = any(words.deps[c] == "case" and words.lemmas[c] in to for k in near for c in words.kids(k))
    says = any(entry.frame == "clause" for entry in lexicon.entries.get(words.lemmas[said], ()))
    full = any(words.deps[k] in _FULL for k in words.kids(said))
    marked = any(form in _MARKS for form in words.forms[verb : words.words[verb].sent.end])
    return said if cased and says and not full and not marked else None


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
