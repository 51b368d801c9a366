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
_TAKEN = frozenset(("obj", "iobj", "obl:arg", "obl"))
_NEAR = 3


def mark_helped(words: Words, lexicon: Lexicon) -> None:
    """Put right what this module knows of."""
    negative = lexicon.words("negation", "words")
    modals = lexicon.words("auxiliaries", "modal_possible") | lexicon.words("auxiliaries", "modal_necessity")
    one_or_many = lexicon.words("auxiliaries", "one_or_many")
    if lexicon.first_past:
        _mark_first_persons(words, lexicon)
    for i, dep in enumerate(words.deps):
        if dep in _HELPED and words.pos[i] in ("AUX", "VERB"):
            _mark_deed(words, i, lexicon)
            if words.forms[i] in one_or_many:
                _mark_speaker(words, i)
        elif dep == "aux:tense":
            _mark_perfect(words, i, lexicon)
        elif dep == "conj" and words.pos[i] == "VERB":
            _join_finite(words, i)
        elif dep == "amod" and words.lemmas[i] in modals:
            _help_infinitive(words, i)
        elif dep.startswith("acl") and words.pos[i] == "VERB":
            _give_accusation(words, i, lexicon)
        elif dep.startswith("nsubj") and words.forms[i] in negative and words.pos[i] == "PRON":
            _give_way(words, i)
        elif dep.startswith("flat") and words.pos[i] == "PROPN":
            _raise_speaker(words, i, lexicon)


def _mark_first_persons(words: Words, lexicon: Lexicon) -> None:
    """*Firmé*, *recebi* have the first person, which a tagger that met few of them takes for the third."""
    for i, form in enumerate(words.forms):
        if form.endswith(lexicon.first_past) and words.pos[i] == "VERB" and "Tense=Past" in words.morphs[i]:
            words.retag(i, "VERB", words.lemmas[i], words.morphs[i].replace("Person=3", "Person=1"))


def _mark_speaker(words: Words, i: int) -> None:
    """*Sono tornata*: with a participle of one, a form for *I* and for *they* means whoever speaks."""
    verb = words.heads[i]
    one = "Number=Sing" in words.morphs[verb] and "VerbForm=Part" in words.morphs[verb]
    if one and not any(words.deps[k].startswith("nsubj") for k in words.kids(verb)):
        morph = words.morphs[i].replace("Person=3", "Person=1").replace("Number=Plur", "Number=Sing")
        words.retag(i, words.pos[i], words.lemmas[i], morph)


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


def _help_infinitive(words: Words, i: int) -> None:
    """*Le procès pourrait s'ouvrir*: a modal verb hung on the noun before it belongs to the infinitive."""
    near = range(i + 1, min(i + _NEAR, len(words.forms)))
    verb = next((k for k in near if "VerbForm=Inf" in words.morphs[k]), None)
    if verb is not None and "VerbForm=Fin" in words.morphs[i] and words.heads[i] < i:
        words.retag(i, "AUX", words.lemmas[i], words.morphs[i])
        words.rehang(i, verb, "aux")


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


def _give_accusation(words: Words, i: int, lexicon: Lexicon) -> None:
    """Hang what somebody is accused of on the verb: *acusó a los agentes de haber cargado*."""
    noun = words.heads[i]
    verb = words.heads[noun]
    if not verb < noun < i or words.deps[noun] not in _TAKEN or words.pos[verb] != "VERB":
        return
    if not any(entry.act == "accuse" for entry in lexicon.entries.get(words.lemmas[verb], ())):
        return
    marks = lexicon.words("clause", "infinitive_marks")
    infinitive = any("VerbForm=Inf" in words.morphs[k] for k in (i, *words.kids(i)))
    if infinitive and any(words.deps[k] == "mark" and words.forms[k] in marks for k in words.kids(i)):
        words.rehang(i, verb, "xcomp")


def _give_way(words: Words, i: int) -> None:
    """*No firmé nada*: *nothing* behind a verb of the first person is what is not done."""
    verb = words.heads[i]
    first = any(f"Person={n}" in words.morphs[verb] for n in "12")
    if verb < i and first:
        words.rehang(i, verb, "obj")


def _raise_speaker(words: Words, i: int, lexicon: Lexicon) -> None:
    """*Declaró entre lágrimas Ana Lara*: a name that the parser hung on the noun before it speaks."""
    noun = words.heads[i]
    verb = words.heads[noun]
    if not verb < noun == i - 1 or words.pos[noun] != "NOUN" or not words.words[noun].text[:1].islower():
        return
    kids = words.kids(verb)
    bare = not any(words.deps[k] in ("det", "amod", "nummod") for k in words.kids(noun))
    if words.lemmas[verb] in lexicon.entries and bare and not any(_is_subject(words, k) for k in kids):
        words.rehang(i, verb, "nsubj")


def _is_subject(words: Words, k: int) -> bool:
    return words.deps[k].startswith("nsubj")


def _is_finite(words: Words, i: int) -> bool:
    helpers = (k for k in words.kids(i) if words.deps[k] in AUXILIARY or words.deps[k] in _TENSED)
    return any("VerbForm=Fin" in words.morphs[k] for k in (i, *helpers))
