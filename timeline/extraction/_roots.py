"""Verbs that a parser took for nouns, or hung on a noun outside their clause, put right before any rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._voices import AUXILIARY
from timeline.extraction._words import feats

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_NOUNS = ("NOUN", "PROPN")
_HANGING = ("acl", "acl:relcl", "amod", "appos", "parataxis", "conj", "nmod", "flat", "compound")
_NEAR = 3
_LOOSE = frozenset(("advmod", "amod", "xcomp"))
_PARTICIPLE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def mark_roots(words: Words, lexicon: Lexicon) -> None:
    """Put right what this module knows of."""
    if lexicon.perfect_only:
        mark_participles(words, lexicon)
    mark_presents(words, lexicon)
    mark_sourced(words, lexicon)
    if lexicon.ambiguous_past:
        mark_pasts_of_speech(words, lexicon)
        mark_joined_speech(words, lexicon)
    if lexicon.words("clause", "inverted"):
        mark_inverted(words, lexicon)


def mark_presents(words: Words, lexicon: Lexicon) -> None:
    """Find the verb in *La procura lo accusa di avere rubato*, *Il ministro nega di averlo visto*.

    A noun with a subject, or right behind the noun of a sentence without a verb, before what it tells.
    """
    for i, form in enumerate(words.forms):
        if words.pos[i] == "VERB":
            _name_verb(words, i, lexicon)
            _take_clauses(words, i, lexicon)
        if words.pos[i] not in ("NOUN", "ADJ") or i < 1:
            continue
        verb = lexicon.present(form)
        if verb is None:
            continue
        if _has_subject(words, i, lexicon):
            words.retag(i, "VERB", verb, _PRESENT)
            _take_parts(words, i, lexicon)
        elif (name := _name_before(words, i, lexicon)) is not None:
            words.retag(i, "VERB", verb, _PRESENT)
            words.retag(name, "NOUN", words.lemmas[name], words.morphs[name])
            for k in [k for k in words.kids(i) if k < name]:
                words.rehang(k, name, words.deps[k])
            words.rehang(name, i, "nsubj")
            _take_parts(words, i, lexicon)
        elif (participle := _perfect_after(words, i)) is not None:
            words.retag(i, "VERB", verb, _PRESENT)
            words.rehang(i, participle, "dep")
            words.change_places(i, participle, "xcomp")
        elif _stands_behind_noun(words, i, lexicon):
            noun = words.heads[i]
            words.retag(i, "VERB", verb, _PRESENT)
            words.change_places(i, noun, "nsubj")
            _take_parts(words, i, lexicon)


def _name_verb(words: Words, i: int, lexicon: Lexicon) -> None:
    """*L'esercito minaccia di attaccare*: a finite verb whose dictionary form is that of a noun."""
    form = words.forms[i]
    if words.lemmas[i] != form or "VerbForm=Fin" not in words.morphs[i] or form in lexicon.known:
        return
    verb = lexicon.known_present(form) if words.deps[i] not in ("obj", "obl", "nmod") else None
    if verb is not None:
        words.retag(i, "VERB", verb, words.morphs[i])


def mark_participles(words: Words, lexicon: Lexicon) -> None:
    """Find the verb in *ha promesso di venire*, *ha promesso aiuti*, a participle taken for an adverb.

    The parser hangs it on the auxiliary before it, both on the noun behind them, or the auxiliary on it.
    """
    for i in range(1, len(words)):
        k, over = i - 1, words.heads[i - 1]
        if words.lemmas[k] not in lexicon.perfect_only or words.pos[i] == "VERB":
            continue
        above = words.heads[i] == k and words.deps[k] not in AUXILIARY and words.deps[i] in _LOOSE
        beside = words.pos[i] == "ADV" and words.heads[i] == over > i and words.pos[over] in _NOUNS
        verb = lexicon.of_participle(words.forms[i])
        if verb is None or not (above or beside or (words.pos[i] == "ADV" and over == i)):
            continue
        if above:
            _take_over(words, i, k)
        elif beside:
            words.change_places(i, over, "obj")
        words.retag(i, "VERB", verb, _PARTICIPLE)


def _take_over(words: Words, i: int, k: int) -> None:
    """Let the participle stand where its auxiliary stands, and have all that hangs on that."""
    over = words.heads[k]
    words.rehang(i, i if over == k else over, words.deps[k])
    for j in [k, *words.kids(k)]:
        words.rehang(j, i, "aux" if j == k else words.deps[j])
    words.retag(k, "AUX", words.lemmas[k], words.morphs[k])


def mark_pasts_of_speech(words: Words, lexicon: Lexicon) -> None:
    """Find the verb in *Pike accused campaigners of lying*, taken for a participle between two nouns."""
    for i in range(1, len(words)):
        noun, name = words.heads[i], i - 1
        told = (
            words.pos[i] == "VERB" and words.lemmas[i] in lexicon.entries and "Tense=Past" in words.morphs[i]
        )
        if not told or words.deps[i] != "amod" or noun < i or words.pos[name] != "PROPN":
            continue
        opens = all(words.pos[k] == "PROPN" for k in range(max(name - 2, 0), i)) and name < _NEAR
        if opens and words.deps[name] == "compound" and words.heads[name] == noun:
            words.retag(i, "VERB", words.lemmas[i], "Mood=Ind|Tense=Past|VerbForm=Fin")
            words.change_places(i, noun, "obj")
            words.rehang(name, i, "nsubj")
            for k in [k for k in words.kids(noun) if k > noun and words.deps[k] == "acl"]:
                words.rehang(k, i, "advcl")


def mark_joined_speech(words: Words, lexicon: Lexicon) -> None:
    """Join *accused* to *said* in *said it would appeal and accused the firm*: no past follows *would*."""
    for i in range(1, len(words)):
        told, over = words.heads[i], words.heads[words.heads[i]]
        past = (
            words.pos[i] == "VERB" and words.lemmas[i] in lexicon.entries and "Tense=Past" in words.morphs[i]
        )
        if not past or words.deps[i] != "conj" or words.deps[told] != "ccomp" or over >= told:
            continue
        if "VerbForm=Fin" not in words.morphs[i] or "VerbForm=Inf" not in words.morphs[told]:
            continue
        kids = words.kids(i)
        if any(words.deps[k].startswith(("nsubj", "aux")) and k < i for k in kids):
            continue
        words.rehang(i, over, "conj")
        for k in [k for k in kids if words.deps[k] == "nsubj" and k > i]:
            words.rehang(k, i, "obj")


def mark_sourced(words: Words, lexicon: Lexicon) -> None:
    """Let the verb lead in *Según la policía, doce personas resultaron heridas*, where the source does."""
    sources = lexicon.phrases("sources", "prepositions")
    for i, form in enumerate(words.forms):
        if form not in sources or () not in sources[form] or words.deps[i] != "case":
            continue
        noun = words.heads[i]
        if words.pos[noun] not in _NOUNS or noun < i:
            continue
        if words.heads[noun] != noun:
            _part_source(words, noun)
            continue
        verb = next((k for k in words.kids(noun) if k > noun and _is_led(words, noun, k, lexicon)), None)
        if verb is not None:
            words.change_places(verb, noun, "obl")


def _part_source(words: Words, noun: int) -> None:
    """Let the noun between the comma of a source and the verb lead: *Según X, 26 hombres murieron*."""
    verb = words.heads[noun]
    if verb < noun or words.pos[verb] != "VERB":
        return
    words.rehang(noun, verb, "obl")
    if any(words.deps[k] == "nsubj" for k in words.kids(verb)):
        return
    beside = [k for k in words.kids(noun) if words.deps[k] == "appos" and words.pos[k] in _NOUNS]
    if beside and any(words.forms[k] == "," for k in words.kids(beside[-1]) if noun < k < beside[-1]):
        words.rehang(beside[-1], verb, "nsubj")


def mark_inverted(words: Words, lexicon: Lexicon) -> None:
    """Let the pronoun behind its verb be the subject: *a-t-il dit*; so too *s'est félicité* be no passive."""
    behind, between = lexicon.words("clause", "inverted"), lexicon.words("clause", "euphonic")
    reflexives = lexicon.words("clause", "reflexives")
    for i, form in enumerate(words.forms):
        verb = words.heads[i]
        if form in between:
            words.rehang(i, verb, "expl")
        elif form in behind and verb != i and words.pos[verb] in ("VERB", "AUX"):
            words.rehang(i, verb, "nsubj")
        elif form in reflexives and words.lemmas[verb] in lexicon.entries and i < verb <= i + _NEAR:
            _make_active(words, i, verb)


def _make_active(words: Words, i: int, verb: int) -> None:
    finite = "VerbForm=Fin" in words.morphs[verb]
    if words.deps[i].startswith("expl") and words.pos[verb] in ("NOUN", "ADJ", "VERB") and not finite:
        for k in words.kids(verb):
            if words.deps[k] in ("nsubj:pass", "aux:pass") and k < verb:
                words.rehang(k, verb, words.deps[k].split(":")[0])
        words.rehang(i, verb, "expl")
        words.retag(verb, "VERB", words.lemmas[verb], "Tense=Past|VerbForm=Part")


def _is_led(words: Words, noun: int, k: int, lexicon: Lexicon) -> bool:
    """A finite verb behind a comma, with no relative pronoun."""
    if words.pos[k] != "VERB" or words.deps[k].split(":")[0] not in _HANGING or noun + 1 >= len(words):
        return False
    relatives = lexicon.words("clause", "relatives")
    comma = next((j for j in range(noun + 1, k) if words.forms[j] == ","), None)
    finite = any("VerbForm=Fin" in words.morphs[j] for j in (k, *words.kids(k)))
    return comma is not None and finite and words.forms[comma + 1] not in relatives


def _has_subject(words: Words, i: int, lexicon: Lexicon) -> bool:
    kids = words.kids(i)
    deps = {words.deps[k].split(":")[0] for k in kids}
    small = lexicon.words("clause", "clitics")
    dets = [k for k in kids if words.deps[k].split(":")[0] in ("det", "obj", "expl", "iobj") and k < i]
    subject = any(words.deps[k] == "nsubj" and k < i and words.pos[k] in _NOUNS for k in kids)
    clitic = any(k == i - 1 and words.forms[k] in small for k in dets)
    leads = lexicon.words("clause", "that") | lexicon.words("clause", "infinitive_marks")
    told = i + 1 < len(words) and words.forms[i + 1] in leads and not dets
    return (
        subject
        and (clitic or told)
        and all(words.forms[k] in small for k in dets)
        and not deps & {"cop", "case"}
    )


def _stands_behind_noun(words: Words, i: int, lexicon: Lexicon) -> bool:
    """*Il ministro nega di ...*: behind the bare noun of a sentence, before an infinitive or a clause."""
    noun = words.heads[i]
    beside = noun == i - 1 and words.heads[noun] == noun and words.deps[i].split(":")[0] in _HANGING
    if not beside or words.kids(i) or i + 1 >= len(words):
        return False
    leads = lexicon.words("clause", "that") | lexicon.words("clause", "infinitive_marks")
    below = [k for k in words.kids(noun) if k > i and words.pos[k] in ("VERB", "AUX")]
    return words.forms[i + 1] in leads and bool(below)


def _name_before(words: Words, i: int, lexicon: Lexicon) -> int | None:
    """*Il generale nega di ...*: the adjective between an article and the "noun" that it does not suit."""
    name, article = i - 1, i - 2
    if article < 0 or words.pos[name] != "ADJ" or words.heads[name] != i or words.deps[article] != "det":
        return None
    genders = [feats(words.morphs[k]).get("Gender") for k in (article, i)]
    leads = lexicon.words("clause", "that") | lexicon.words("clause", "infinitive_marks")
    told = i + 1 < len(words) and words.forms[i + 1] in leads
    return name if told and None not in genders and genders[0] != genders[1] else None


def _perfect_after(words: Words, i: int) -> int | None:
    """*L'armée nie avoir attaqué*: the participle of the infinitive whose subject stands before the word."""
    noun, have = words.heads[i], i + 1
    if noun != i - 1 or have >= len(words) or "VerbForm=Inf" not in words.morphs[have]:
        return None
    verb = words.heads[have]
    mine = words.deps[have].startswith("aux") and words.heads[noun] == verb > have
    return verb if mine and words.deps[noun].startswith("nsubj") else None


def _take_parts(words: Words, i: int, lexicon: Lexicon) -> None:
    """Name what hangs on the verb as what hangs on a verb is named."""
    for k in words.kids(i):
        dep = words.deps[k].split(":")[0]
        if k < i and words.forms[k] in lexicon.words("clause", "clitics") and dep in ("det", "obj", "iobj"):
            words.retag(k, "PRON", words.lemmas[k], "Clitic=Yes|Person=3|PronType=Prs")
            dative = words.forms[k] in lexicon.words("clause", "datives")
            words.rehang(k, i, "iobj" if dative else "obj")
        elif dep == "acl" and words.pos[k] == "VERB":
            words.rehang(k, i, "xcomp")
        elif dep == "nmod":
            words.rehang(k, i, "obl")


def _take_clauses(words: Words, i: int, lexicon: Lexicon) -> None:
    """*Accusa di avere rubato*: below a verb an infinitive with its mark is no clause on a noun."""
    marks = lexicon.words("clause", "infinitive_marks")
    for k in [k for k in words.kids(i) if k > i and words.deps[k] == "acl" and words.pos[k] == "VERB"]:
        if any(words.deps[j] == "mark" and words.forms[j] in marks for j in words.kids(k)):
            words.rehang(k, i, "xcomp")
