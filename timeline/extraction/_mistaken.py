"""English words that a tagger took for another part of speech, and the clauses that it broke with them.

Put right in the words of a block, before any rule reads them; only for a language that leaves no subject out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.languages._names import names
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words

_NOUNS = frozenset(("NOUN", "PROPN"))
_FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_CLOSING = frozenset(('"', "”", "''", "’", "'"))
_PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
_TAKEN = frozenset(("obl", "obj"))
_INSIDE = frozenset(("flat", "flat:name", "nmod:desc", "appos", "conj"))
_LONGEST = 8
_ROOT = ("ROOT", "root")
_VIOLENT = "ASSAULT"


def mark_mistaken(words: Words, lexicon: Lexicon) -> None:
    """Put right what this module knows of."""
    if lexicon.drops_subjects:
        return
    times = names(lexicon.code).counts.time
    for i, pos in enumerate(words.pos):
        dep = words.deps[i]
        if dep == "expl" and pos in ("PRON", "ADV"):
            _stand_before(words, i)
            _act(words, i, lexicon)
        elif pos == "AUX" and dep == "aux":
            _make_noun(words, i, lexicon)
        elif pos == "AUX" and words.words[i].text.isupper():
            _join_name(words, i)
        elif pos in _NOUNS and dep in _ROOT:
            _make_verb(words, i, lexicon)
        elif pos == "PROPN" and dep in _INSIDE and words.forms[i] in times:
            _take_day(words, i)
        elif pos in _NOUNS and dep == "compound":
            _part_from_time(words, i, times)
            _part_from_verb(words, i)
        elif pos == "NUM" and dep == "nummod":
            _undergo(words, i)
        elif pos == "ADJ":
            _name_quality(words, i)
        elif pos == "VERB":
            _mend_verb(words, i, lexicon, times)


def _mend_verb(words: Words, i: int, lexicon: Lexicon, times: frozenset[str]) -> None:
    dep = words.deps[i]
    if dep == "csubj":
        _stand_by_subject(words, i)
    if dep == "acl":
        _leave_time(words, i, times)
    elif dep == "advcl":
        _follow_deed(words, i, lexicon)
    elif dep in ("csubj", "nsubj"):
        _make_predicate(words, i)
        _describe(words, i)
    elif dep in _ROOT:
        _join_abbreviated(words, i)
    if words.lemmas[i] in lexicon.entries:
        _hear_office(words, i)


def _name_quality(words: Words, i: int) -> None:
    """*To stop the German winning*: an adjective alone behind an article is somebody; *glad was Ann Lee*."""
    if words.deps[i] == "obj" and any(words.deps[k] == "det" for k in words.kids(i)):
        words.retag(i, "NOUN", words.lemmas[i], "Number=Sing")
    elif words.deps[i] in ("csubj", "nsubj"):
        _make_predicate(words, i)


def _has_subject(words: Words, i: int) -> bool:
    return any(words.deps[k].startswith(("nsubj", "csubj")) for k in words.kids(i))


def _stand_before(words: Words, i: int) -> None:
    """*People there have eaten leaves*: behind a noun and before a verb with an object *there* is a place."""
    verb, noun = words.heads[i], i - 1
    if noun < 0 or words.heads[verb] != noun or words.pos[noun] not in _NOUNS or _has_subject(words, verb):
        return
    if words.pos[verb] != "VERB" or "PronType=Prs" in words.morphs[i] or words.deps[verb] != "acl:relcl":
        return
    words.change_places(verb, noun, "nsubj")
    words.rehang(i, noun, "advmod")
    words.retag(i, "ADV", words.lemmas[i], "")


def _act(words: Words, i: int, lexicon: Lexicon) -> None:
    """*It agreed to buy the mill*, *it said that*: *it* acts, where the verb tells a deed."""
    verb = words.heads[i]
    kids = {words.deps[k]: k for k in words.kids(verb)}
    if words.pos[verb] != "VERB" or i > verb or "PronType=Prs" not in words.morphs[i] or "nsubj" in kids:
        return
    begun = words.lemmas[verb] in lexicon.words("phases", "verbs")
    if begun and "VerbForm=Inf" in words.morphs[kids.get("csubj", i)]:
        words.deps[kids["csubj"]] = "xcomp"  # *it is continuing to sell*
    elif "csubj" in kids or "aux:pass" in kids:
        return
    tells = words.lemmas[verb] in lexicon.verb_types or begun or "obj" in kids
    said = words.lemmas[verb] in lexicon.entries and "ccomp" in kids and words.deps[verb] != "advcl"
    if said or (tells and ("xcomp" in kids or "obj" in kids)) or (begun and "csubj" in kids):
        words.deps[i] = "nsubj"


def _stand_by_subject(words: Words, i: int) -> None:
    """*The wars flaring up will continue*: the gerund is a word of the noun, which is what goes on."""
    verb = words.heads[i]
    noun = next((k for k in words.kids(i) if words.deps[k] == "nsubj" and k == i - 1), None)
    finite = any(words.deps[k] == "aux" for k in words.kids(verb)) or "VerbForm=Fin" in words.morphs[verb]
    if noun is None or "VerbForm=Ger" not in words.morphs[i] or not finite or words.pos[noun] not in _NOUNS:
        return
    words.change_places(noun, i, "acl")
    words.deps[noun] = "nsubj"
    for k in [k for k in words.kids(i) if words.deps[k] == "mark" and k < noun]:
        words.rehang(k, verb, "mark")


def _make_noun(words: Words, i: int, lexicon: Lexicon) -> None:
    """*Violent clashes broke out*: a word for an event between its adjective and a finite verb is a noun."""
    verb, before = words.heads[i], i - 1
    known = words.lemmas[i] in lexicon.noun_types and "VerbForm=Fin" in words.morphs[i]
    if not known or verb < i or "VerbForm=Fin" not in words.morphs[verb]:
        return
    words.retag(i, "NOUN", words.lemmas[i], "Number=Plur")
    words.rehang(i, verb, "nsubj")
    if before >= 0 and words.heads[before] == verb and words.deps[before] == "nsubj":
        words.retag(before, "ADJ", fold(words.forms[before]), "Degree=Pos")
        words.rehang(before, i, "amod")


def _make_verb(words: Words, i: int, lexicon: Lexicon) -> None:
    """*Ibarra denies assaulting him*: a verb between the name that opens the sentence and a gerund."""
    told = [k for k in words.kids(i) if words.deps[k] == "acl" and "VerbForm=Ger" in words.morphs[k]]
    if told[:1] != [i + 1] or words.lemmas[i] not in lexicon.entries or words.forms[i] == words.lemmas[i]:
        return
    name = i - 1
    capital = name >= 0 and words.pos[name] in _NOUNS and words.words[name].text[:1].isupper()
    bare = capital and words.heads[name] == i and words.deps[name] == "compound"
    if not bare or any(words.deps[k] == "case" for k in words.kids(i)):
        return
    words.retag(i, "VERB", words.lemmas[i], _FINITE)
    words.rehang(name, i, "nsubj")
    words.rehang(told[0], i, "xcomp")


def _part_from_verb(words: Words, i: int) -> None:
    """*Police detained Omar Reed as he left*: no noun is part of a name with a past form between them."""
    name, verb = words.heads[i], i + 1
    between = verb < name and words.pos[verb] == "VERB" and words.heads[verb] == i
    past = between and "Tense=Past" in words.morphs[verb] and words.deps[verb] == "acl"
    if not past or words.pos[name] != "PROPN" or words.deps[name] not in _ROOT:
        return
    words.rehang(verb, name, "acl")
    words.change_places(verb, name, "obj")
    words.rehang(i, verb, "nsubj")
    words.retag(verb, "VERB", words.lemmas[verb], _PAST)
    for k in words.kids(name):
        if words.deps[k].split(":")[0] in ("advcl", "obl", "punct"):
            words.rehang(k, verb, words.deps[k])


def _part_from_time(words: Words, i: int, times: frozenset[str]) -> None:
    """*Of shelling two villages hours before the truce*: the plural before a time is what it is done to."""
    time, verb = words.heads[i], i - 1
    counted = [k for k in words.kids(i) if words.deps[k] in ("nummod", "det", "amod")]
    while verb in counted:
        verb -= 1
    behind = time == i + 1 and fold(words.forms[time]) in times and "Number=Plur" in words.morphs[i]
    if not behind or verb < 0 or words.pos[verb] != "VERB" or words.deps[time].split(":")[0] not in _TAKEN:
        return
    if not any(words.deps[k] == "obj" and k != time for k in words.kids(verb)):
        words.rehang(i, verb, "obj")
        words.rehang(time, words.heads[time], "obl:unmarked")


def _undergo(words: Words, i: int) -> None:
    """*4,000 people were killed and some 300,000 displaced*: a number before a participle is done to."""
    verb = words.heads[i]
    before = words.heads[verb]
    part = words.pos[verb] == "VERB" and "VerbForm=Part" in words.morphs[verb] and verb == i + 1
    if not part or words.deps[verb] != "conj" or before > i or _has_subject(words, verb):
        return
    if any(words.deps[k] == "aux:pass" for k in words.kids(before)):
        words.rehang(i, verb, "nsubj:pass")


def _take_day(words: Words, i: int) -> None:
    """*Omar Reed Thursday condemned it*: a day right between a name and its verb is when, no part of it."""
    verb = i + 1
    while verb < len(words) and words.pos[verb] in ("AUX", "ADV") and verb < i + 3:
        verb += 1
    if verb >= len(words) or words.pos[verb] != "VERB" or words.pos[i - 1] != "PROPN" or words.kids(i):
        return
    name = words.heads[i]
    while name != verb and words.deps[name] in _INSIDE:
        name = words.heads[name]
    if words.heads[name] == verb and words.deps[name] == "nsubj" and name < i:
        words.rehang(i, verb, "obl:unmarked")


def _leave_time(words: Words, i: int, times: frozenset[str]) -> None:
    """*Closed it on Thursday night for violating its rules*: a gerund with a mark hangs on no time."""
    time = words.heads[i]
    verb = words.heads[time]
    timed = fold(words.forms[time]) in times and words.deps[time].startswith("obl") and verb < time < i
    if not timed or words.pos[verb] != "VERB" or "VerbForm=Ger" not in words.morphs[i]:
        return
    if any(words.deps[k] == "mark" and k < i for k in words.kids(i)):
        words.rehang(i, verb, "advcl")


def _follow_deed(words: Words, i: int, lexicon: Lexicon) -> None:
    """*Shelled it before the truce took effect, killing nine*: what kills is the deed before, no truce."""
    clause, kinds = words.heads[i], lexicon.verb_types
    result = "VerbForm=Fin" not in words.morphs[i]
    first = min([i, *words.kids(i)])
    apart = first == i - 1 and words.forms[first] == ","
    if not result or not apart or clause > i or kinds.get(words.lemmas[i]) != _VIOLENT:
        return
    if kinds.get(words.lemmas[clause]) == _VIOLENT or words.deps[clause] != "advcl" or _has_subject(words, i):
        return
    if not any(words.deps[k] == "mark" for k in words.kids(clause)):
        return
    start = words.words[i].sent.start
    for k in range(clause - 1, start - 1, -1):
        if words.pos[k] == "VERB" and kinds.get(words.lemmas[k]) == _VIOLENT:
            words.rehang(i, k, "advcl")
            return


def _join_name(words: Words, i: int) -> None:
    """*Arvo Holdings PLC said*: capitals behind a name are part of it."""
    name = i - 1
    if name < 0 or words.pos[name] not in _NOUNS or words.words[name].text.isupper():
        return
    while words.deps[name].startswith(("flat", "compound")):
        name = words.heads[name]
    if words.kids(i) or not name < i:
        return
    words.retag(i, "PROPN", words.lemmas[i], "Number=Sing")
    words.rehang(i, name, "flat")


def _describe(words: Words, i: int) -> None:
    """*The thrift holding company said*: between an article and its noun a gerund says what kind it is."""
    noun, verb, first = i + 1, words.heads[i], i - 1
    while first > 0 and words.pos[first] in _NOUNS and words.heads[first] in (i, noun, verb):
        first -= 1
    told = verb > noun and words.deps[noun] == "obj" and words.heads[noun] == i
    if not told or "VerbForm=Ger" not in words.morphs[i] or words.pos[first] != "DET":
        return
    words.rehang(noun, verb, "nsubj")
    for k in [k for k in words.kids(i) if k < i]:
        words.rehang(k, noun, words.deps[k])
    words.retag(i, "ADJ", words.lemmas[i], "Degree=Pos")
    words.rehang(i, noun, "amod")


def _make_predicate(words: Words, i: int) -> None:
    """*Equally delighted was Ann Lee*: the participle before *was* is what she was."""
    name, be = words.heads[i], i + 1
    if name != be + 1 or words.deps[be] != "cop" or words.heads[be] != name or words.pos[name] != "PROPN":
        return
    if any(words.deps[k] != "advmod" for k in words.kids(i)):
        return
    words.retag(i, "ADJ", words.lemmas[i], "Degree=Pos")
    words.change_places(i, name, "nsubj")
    words.rehang(be, i, "cop")


def _join_abbreviated(words: Words, i: int) -> None:
    """*ARVO FILMS CORP. said it*: no sentence ends before a small letter; the name is its subject."""
    dot, name = i - 1, i - 2
    small = name >= 0 and words.forms[dot] == "." and words.words[i].text[:1].islower()
    if not small or "VerbForm=Fin" not in words.morphs[i] or _has_subject(words, i):
        return
    while words.heads[name] > name and words.heads[name] < dot:
        name = words.heads[name]
    if words.pos[name] == "PROPN" and words.deps[name] in _ROOT:
        words.rehang(name, i, "nsubj")


def _hear_office(words: Words, i: int) -> None:
    """*"It works," its head, Ann Lee, told reporters*: the office with a name beside it says it."""
    if _has_subject(words, i) or i < _LONGEST - 3 or words.forms[i - 1] != ",":
        return
    last = i - 2
    name = last
    while name > i - _LONGEST and words.pos[name] == "PROPN":
        name -= 1
    if name == last or words.forms[name] != ",":
        return
    office = name - 1
    first = office
    while first > 0 and words.pos[first] in ("NOUN", "ADJ", "PROPN") and first > office - _LONGEST:
        first -= 1
    owned = words.pos[first] in ("DET", "PRON") and words.deps[first] in ("det", "nmod:poss")
    if words.pos[office] != "NOUN" or not owned or words.forms[max(first - 1, 0)] not in _CLOSING:
        return
    words.rehang(office, i, "nsubj")
    if words.deps[i] == "conj":
        words.rehang(i, words.heads[i], "parataxis")
