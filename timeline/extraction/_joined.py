"""Verbs that a parser hung or tagged wrongly beside a conjunction or a pronoun, put right before any rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._voices import SUBJECTS

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
_CLAUSE, _DEPTH = frozenset(("nsubj", "nsubj:pass", "obl:agent", "mark", "expl")), 4
_NOUNS = frozenset(("NOUN", "PROPN"))
_WITHIN = ("xcomp", "ccomp")


def mark_joined(words: Words, lexicon: Lexicon) -> None:
    """Put right what this module knows of."""
    if lexicon.enclitics:
        mark_enclitics(words, lexicon)
    mark_shared_auxiliaries(words, lexicon)
    mark_dated_clauses(words, lexicon)
    mark_personal(words, lexicon)
    mark_clitics(words, lexicon)
    mark_source_phrases(words, lexicon)
    mark_over_participles(words)
    mark_own_nouns(words)


def mark_enclitics(words: Words, lexicon: Lexicon) -> None:
    """Find the verb in Portuguese *criticaram-na*, *pediu-lhes*, taken for a small word or a name."""
    for i, form in enumerate(words.forms):
        at = form.find("-", 2)
        if at < 0 or not form[:at].endswith(lexicon.past_endings) or form[at:] not in lexicon.enclitics:
            continue
        verb = lexicon.lemma(form, form, lexicon.code)
        if verb not in lexicon.known or (words.pos[i] == "VERB" and words.lemmas[i] == verb):
            continue
        number = "Plur" if form[at - 1] in "nm" else "Sing"
        words.retag(i, "VERB", verb, _PAST.format(number))
        for k in words.kids(i):
            if words.deps[k] in ("amod", "nmod") and k == i + 1 and words.pos[k] in ("ADJ", "NOUN"):
                words.retag(k, "NOUN", words.lemmas[k], words.morphs[k])
                words.rehang(k, i, "obj")


def mark_shared_auxiliaries(words: Words, lexicon: Lexicon) -> None:
    """Let a participle share the auxiliary before it: *a condamné l'attaque et exigé une trêve* is active.

    One of speech before a clause goes with the verb of speech, not with the infinitive that this one tells:
    *a démenti avoir visé des civils et affirmé que*.
    """
    that = lexicon.words("clause", "that")
    for i, dep in enumerate(words.deps):
        if dep != "conj" or words.pos[i] != "VERB" or "VerbForm=Part" not in words.morphs[i]:
            continue
        told, kids = words.heads[i], words.kids(i)
        if told > i or any(words.deps[k].startswith("aux") for k in kids):
            continue
        over = words.heads[told]
        leads = any(words.deps[k] == "ccomp" and _opens(words, k, that) for k in kids)
        within = words.deps[told] in _WITHIN and over < told and _has_infinitive(words, told)
        if leads and within and _is_told(words, i, over, lexicon):
            words.rehang(i, over, "conj")
            told = over
        if _is_active(words, told, lexicon) and "Voice=Pass" in words.morphs[i]:
            kept = [part for part in words.morphs[i].split("|") if part != "Voice=Pass"]
            words.retag(i, "VERB", words.lemmas[i], "|".join(kept))


def mark_dated_clauses(words: Words, lexicon: Lexicon) -> None:
    """Hang the day on the verb in *prometió en febrero que ...*, taken with *que* for one conjunction."""
    that = lexicon.words("clause", "that")
    for i in range(2, len(words)):
        noun, small = i - 1, i - 2
        if words.forms[i] not in that or words.deps[i] != "mark" or words.pos[noun] != "NOUN":
            continue
        verb = words.heads[i]
        above = words.heads[verb]
        fixed = words.deps[noun] == "fixed" and words.heads[noun] == small and words.heads[small] == verb
        if fixed and words.deps[verb] == "ccomp" and above < small:
            words.rehang(noun, above, "obl")
            words.rehang(small, noun, "case")


def mark_personal(words: Words, lexicon: Lexicon) -> None:
    """Take the pronoun of *il n'a pas exclu de signer* for somebody: to speak takes a speaker."""
    for i, dep in enumerate(words.deps):
        verb = words.heads[i]
        if dep != "csubj" or verb >= i or "VerbForm=Inf" not in words.morphs[i]:
            continue
        if words.lemmas[verb] not in lexicon.entries or not _is_active(words, verb, lexicon):
            continue
        pronoun = next((k for k in words.kids(verb) if words.deps[k] == "expl:subj"), None)
        if pronoun is not None:
            words.rehang(pronoun, verb, "nsubj")
            words.rehang(i, verb, "xcomp")


def mark_clitics(words: Words, lexicon: Lexicon) -> None:
    """Take *os* in Portuguese *os libertou*, tagged as an article, for a pronoun."""
    clitics = lexicon.words("clause", "clitics")
    for i, form in enumerate(words.forms):
        if words.pos[i] == "DET" and form in clitics and words.deps[i] in ("obj", "iobj"):
            words.retag(i, "PRON", words.lemmas[i], f"{words.morphs[i]}|Person=3|PronType=Prs".strip("|"))


def mark_source_phrases(words: Words, lexicon: Lexicon) -> None:
    """Hang all of *de acuerdo con* on the source, whom nobody does anything with."""
    phrases = lexicon.phrases("sources", "prepositions")
    for i, form in enumerate(words.forms):
        for rest in phrases.get(form, ()):
            last = i + len(rest)
            if not rest or last >= len(words) or tuple(words.forms[i + 1 : last + 1]) != rest:
                continue
            noun = words.heads[last]
            if noun > last and words.deps[last] == "case" and words.heads[i] == words.heads[noun]:
                words.rehang(i, noun, "case")
            break
        if form in phrases and words.deps[i] == "case" and words.heads[i] > i:
            _free_subject(words, words.heads[i])


def _free_subject(words: Words, source: int) -> None:
    """*Según el sindicato, 300 médicos han dejado*: behind the comma nothing is joined to the source."""
    verb = words.heads[source]
    if verb <= source or any(words.deps[k] in SUBJECTS for k in words.kids(verb)):
        return
    for k in words.kids(source):
        first = min([k, *(c for c in words.kids(k) if words.pos[c] != "PUNCT")])
        joined = words.deps[k] != "conj" or any(words.deps[c] == "cc" for c in words.kids(k))
        if not joined and source < first <= k < verb and "," in words.forms[source:first]:
            words.rehang(k, verb, "nsubj")


def mark_over_participles(words: Words) -> None:
    """Join a finite verb to the one before a participle: *met workers hit by cuts and spoke with them*."""
    for i, dep in enumerate(words.deps):
        part = words.heads[i]
        if dep != "conj" or words.pos[i] != "VERB" or words.deps[part] not in ("acl", "amod") or part > i:
            continue
        own = {words.deps[k] for k in words.kids(i)}
        if _is_finite(words, part) or not _is_finite(words, i) or own & _CLAUSE or "cc" not in own:
            continue
        verb, left = words.heads[part], _DEPTH
        while left and not (words.pos[verb] == "VERB" and _is_finite(words, verb)):
            verb, left = words.heads[verb], left - 1
        if left and verb < part and words.pos[words.heads[part]] in ("NOUN", "PROPN"):
            words.rehang(i, verb, "conj")


def mark_own_nouns(words: Words) -> None:
    """Part what was taken for one subject: *sono rimaste ferite tre donne e un ragazzo sarebbe morto*."""
    for noun, dep in enumerate(words.deps):
        first = words.heads[noun]
        if dep != "conj" or words.pos[noun] not in _NOUNS or not _is_told_behind(words, first, noun):
            continue
        last = words.words[noun].right_edge.i
        if last + 1 >= len(words) or "VerbForm=Fin" not in words.morphs[last + 1]:
            continue
        verb = words.heads[last + 1] if words.deps[last + 1].startswith("aux") else last + 1
        joined = words.deps[verb] in ("conj", "parataxis") and words.heads[verb] == words.heads[first]
        if joined and not any(words.deps[k] in SUBJECTS for k in words.kids(verb)):
            words.rehang(noun, verb, "nsubj")


def _is_told_behind(words: Words, first: int, noun: int) -> bool:
    """A noun behind its verb, and one more with an article joined to it."""
    verb = words.heads[first]
    own = {words.deps[k] for k in words.kids(noun) if k < noun}
    bare = "cc" in own and bool(own & {"det", "nummod"}) and "case" not in own
    return bare and words.pos[first] in _NOUNS and words.pos[verb] == "VERB" and verb < first < noun


def _is_finite(words: Words, i: int) -> bool:
    group = (i, *(k for k in words.kids(i) if words.deps[k].startswith("aux")))
    return any("VerbForm=Fin" in words.morphs[k] for k in group)


def _is_told(words: Words, i: int, over: int, lexicon: Lexicon) -> bool:
    return words.lemmas[i] in lexicon.entries and words.lemmas[over] in lexicon.entries


def _has_infinitive(words: Words, i: int) -> bool:
    """*avoir visé*: an infinitive of the perfect."""
    helpers = [k for k in words.kids(i) if words.deps[k].startswith("aux")]
    return any("VerbForm=Inf" in words.morphs[k] for k in helpers)


def _is_active(words: Words, i: int, lexicon: Lexicon) -> bool:
    """A verb whose auxiliary is that of the perfect only: *a condamné*, never *est condamné*."""
    helpers = [k for k in words.kids(i) if words.deps[k].startswith("aux")]
    return bool(helpers) and all(words.lemmas[k] in lexicon.perfect_only for k in helpers)


def _opens(words: Words, clause: int, that: frozenset[str]) -> bool:
    return any(words.deps[k] == "mark" and words.forms[k] in that for k in words.kids(clause))
