"""Which word a time expression dates, where the parse hangs it on another."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from timeline.dates import DateExpression
from timeline.extraction._clause import PAST, PRESENT, group
from timeline.extraction._sayings import DASHES
from timeline.extraction._tree import Tree
from timeline.extraction._voices import SUBJECTS
from timeline.temporal import DAY, Extent, Interval, parse_edtf

_AHEAD, _FARTHER = 12, 24
_BACK = 3
_THINGS = frozenset(("nsubj", "nsubj:pass", "obj", "nmod", "conj", "appos"))
_NAMED = frozenset(("nmod", "nummod", "amod", "flat", "appos", "compound"))
_MONTH = 27 * DAY
_BREAKS = frozenset((":", ";"))
_DATED = re.compile(r"\d{4}(-\d\d){0,2}")


def is_of_thing(tree: Tree, time: int, noun: int, expression: DateExpression) -> bool:
    """Tell a time that says which thing it is: *l'incasso di ieri*, *Sunday's paper*, *classe 1984*."""
    if tree.heads[time] != noun or tree.pos[noun] not in ("NOUN", "PROPN") or noun in tree.timed:
        return False
    if tree.lemmas[noun] in tree.lexicon.noun_types or tree.lemmas[noun] in tree.time_nouns:
        return False
    known = tree.lexicon.act_nouns.keys() | tree.lexicon.words("states", "episodes")
    if tree.lemmas[noun] in known:
        return False
    cases = tree.kids_of(time, "case")
    if not cases and tree.deps[time] in _NAMED and noun < time and _is_bare_year(expression):
        return True
    if tree.deps[noun] not in _THINGS and not _is_no_occasion(tree, noun, expression):
        return False
    if not cases and tree.deps[time] in _NAMED and _is_before_its_noun(tree, time, noun, expression):
        return True
    words = tree.lexicon.words("clause", "of")
    of = any({tree.forms[k], tree.lemmas[k]} & words for k in cases)
    return of or tree.deps[time] == "nmod:poss"


def _is_no_occasion(tree: Tree, noun: int, expression: DateExpression) -> bool:
    """*Temono per gli stipendi di ottobre*: a month of what the verb is about, not of when."""
    interval, words = expression.when.interval, tree.lexicon.words("clause", "occasion")
    if interval.start is None or interval.end is None or interval.end - interval.start < _MONTH:
        return False
    cases = tree.kids_of(noun, "case")
    return tree.deps[noun] == "obl" and bool(cases) and not any(tree.forms[k] in words for k in cases)


def _is_before_its_noun(tree: Tree, time: int, noun: int, expression: DateExpression) -> bool:
    """*The 1977 precedent*, *its March target*; not *third-quarter profit rose*, *a 2014 report found*."""
    verb = tree.heads[noun]
    if time > noun or (noun < verb and tree.lemmas[verb] in tree.lexicon.entries):
        return False
    return _is_bare_year(expression) or any(k < time for k in tree.kids_of(noun, "det", "nmod:poss"))


def is_compared(tree: Tree, verb: int, time: int, expression: DateExpression) -> bool:
    """*Fell to 32 million from 52 million a year earlier*: when it was so much as it is compared with."""
    interval, words = expression.when.interval, tree.lexicon.words("clause", "compared")
    if interval.start is None or interval.end is None or interval.end - interval.start < _MONTH:
        return False
    for k in range(time - 1, max(verb, time - _FARTHER), -1):
        if k in tree.timed:
            return False
        if tree.forms[k] in words:
            after = range(k + 1, min(k + _BACK, time))
            return any(tree.pos[j] in ("NUM", "SYM") or tree.forms[j][0].isdigit() for j in after)
    return False


def opens_clause(tree: Tree, words: list[int], governor: int) -> int | None:
    """The verb of a noun phrase that a time before it was hung in: *Domani il consiglio si riunirà*."""
    last, begin = words[-1], tree.bounds(words[0])[0]
    verb = tree.heads[governor]
    if words[0] != begin or governor <= last or tree.pos[governor] not in ("NOUN", "PROPN"):
        return None
    apart = any(last < k for k in tree.kids_of(governor, "det")) and not tree.kids_of(last, "case")
    bare = not any(k not in words for k in tree.kids_of(governor, "case"))
    under = tree.pos[verb] in ("VERB", "AUX") and tree.deps[governor] in (*SUBJECTS, "obj", "obl")
    return verb if apart and bare and under and verb > governor else None


def told_of(tree: Tree, time: int, noun: int, expression: DateExpression, published: Interval) -> int | None:
    """The verb whose object a past time that ends the clause was hung on: *confesó los pagos en marzo*.

    Not where the object is a deed that has a day of its own (*condemned Friday's attack*), unless the verb
    makes it known: *announced the deal in March*.
    """
    verb, lexicon, end = tree.heads[noun], tree.lexicon, expression.when.interval.end
    if tree.heads[time] != noun or tree.deps[noun] != "obj" or not (verb < noun < time):
        return None
    if end is None or (published.end is not None and end > published.end):
        return None
    cases = {tree.forms[k] for k in tree.kids_of(time, "case")}
    ends = time + 1 >= tree.size or tree.pos[time + 1] == "PUNCT"
    if not cases or cases & lexicon.words("clause", "of") or not ends:
        return None
    over = group(tree, verb)
    if not over.finite or over.tense != PAST or over.anterior:
        return None
    known = any(entry.act == "announce" for entry in lexicon.entries.get(tree.lemmas[verb], ()))
    return verb if known or tree.lemmas[noun] not in lexicon.noun_types else None


def is_name(tree: Tree, words: list[int]) -> bool:
    """*Said on "This Week"*: a time in capitals is the name of a programme."""
    capitals = len(words) > 1 and tree.pos[words[0]] == "DET" and not tree.block.heading
    return capitals and all(tree.doc[k].text[:1].isupper() for k in words)


def _is_bare_year(expression: DateExpression) -> bool:
    text, value = expression.text, expression.value
    return text.isdigit() and value.isdigit() and value.endswith(text)


def is_point(tree: Tree, verb: int, expression: DateExpression) -> bool:
    """*At this point the owner called*, *until now they have freed ten*: not the day of publication."""
    if expression.value != "PRESENT_REF" or group(tree, verb).tense != PAST:
        return False
    first = bisect_left(tree.starts, expression.start_char - tree.block.offset)
    return " " in expression.text or tree.pos[max(first - 1, 0)] == "ADP"


def at_which(tree: Tree, verb: int, words: list[int], expression: DateExpression) -> int | None:
    """The verb of what happened at a time that something lasts from: *since 1997, when they lost*."""
    door, adverbs = words[-1] + 2, tree.lexicon.words("clause", "relative_adverbs")
    if expression.when.extent is Extent.WITHIN or not _DATED.fullmatch(expression.value):
        return None
    if door >= tree.size or tree.forms[door - 1] != "," or tree.forms[door] not in adverbs:
        return None
    found = _main_verb(tree, verb, door, min(tree.bounds(door)[1], door + _AHEAD))
    return found if found != verb and group(tree, found).tense == PAST else None


def within(expression: DateExpression) -> DateExpression:
    """Give the time itself of one that something lasts from or to."""
    when = replace(parse_edtf(expression.value), text=expression.text, basis=expression.when.basis)
    return replace(expression, when=when, tree=None)


def is_now(tree: Tree, verb: int, expression: DateExpression, published: Interval) -> bool:
    """Tell a time that is over beside a perfect of now: *has been held over the bombings last year*."""
    forms, when = tree.lexicon.words("auxiliaries", "of_now"), expression.when
    if when.extent is not Extent.WITHIN or expression.type != "DATE" or when.interval.end is None:
        return False
    if published.start is None or when.interval.end > published.start:
        return False
    return any(tree.forms[k] in forms for k in tree.kids_of(verb, "aux"))


def named_before(tree: Tree, verb: int, time: int) -> int | None:
    """The noun of an event that stands last between a verb and a time."""
    nouns = (k for k in range(time - 1, verb, -1) if tree.pos[k] == "NOUN")
    return next((k for k in nouns if tree.lemmas[k] in tree.lexicon.noun_types), None)


def opened(tree: Tree, governor: int, words: list[int]) -> int:
    """The verb of the clause that opens right before a time which was hung on the verb before that clause.

    *Lo sanno in via Roma, dove ieri la polizia è stata chiamata*; *sono usciti per tornare a casa e ieri
    mattina sono andati in banca*.
    """
    first, last = words[0], words[-1]
    door = first - 1
    while door > first - 1 - _BACK and door >= 0 and tree.pos[door] in ("ADP", "DET"):
        door -= 1
    openers = tree.lexicon.words("clause", "openers")
    if governor >= door or door < 0:
        return governor
    begin, end = tree.bounds(first)
    if tree.forms[first - 1] in openers:
        return _main_verb(tree, governor, last, min(end, last + _AHEAD))
    joins = tree.forms[door] in tree.lexicon.words("clause", "conjunctions")
    if (
        joins
        and door > begin
        and door - 1 not in tree.timed
        and last + 1 < end
        and tree.forms[last + 1] != ","
    ):
        return _main_verb(tree, governor, last, min(end, last + _AHEAD))
    if tree.forms[door] in _BREAKS:
        return _main_verb(tree, governor, last, min(end, last + _FARTHER))
    return governor


def _main_verb(tree: Tree, governor: int, last: int, end: int) -> int:
    """The first finite verb behind the word `last`, not in a clause opened between; else `governor`."""
    openers = tree.lexicon.words("clause", "openers")
    for k in range(last + 1, end):
        if tree.forms[k] in openers or tree.forms[k] in _BREAKS:
            return governor
        if tree.pos[k] in ("VERB", "AUX") and (tree.form(k) == "Fin" or tree.kids_of(k, "aux")):
            return tree.heads[k] if tree.deps[k].startswith(("aux", "cop")) else k
    return governor


def verb_under(tree: Tree, words: list[int]) -> int | None:
    """The finite verb that a parser hung on a time: *Qualche giorno fa un uomo si è fermato*.

    *Erano le 4 quando i banditi sono entrati*: the verb of the clause, not the one that the hour is.
    """
    below = [k for w in words for k in tree.kids[w] if k not in words and tree.pos[k] in ("VERB", "AUX")]
    below.sort(key=lambda k: tree.deps[k].startswith(("aux", "cop")))
    return next((k for k in below if tree.form(k) == "Fin" or tree.kids_of(k, "aux", "aux:pass")), None)


def mentioned(
    tree: Tree, verb: int, time: int, expression: DateExpression, published: Interval
) -> int | None:
    """The event that a verb of saying in the present names, with a day in the past behind it.

    *Non si può non ricordare il furto di gomme nella notte del 3 maggio*.
    """
    end = expression.when.interval.end
    if end is None or published.start is None or end > published.start:
        return None
    if tree.lemmas[verb] not in tree.lexicon.entries or group(tree, verb).tense != PRESENT:
        return None
    nouns = (k for k in tree.kids[verb] if verb < k < time and tree.deps[k] in ("obj", "nsubj:pass", "obl"))
    return next((k for k in nouns if tree.lemmas[k] in tree.lexicon.noun_types), None)


def is_set_apart(tree: Tree, time: int, verb: int) -> bool:
    """*Nell'85 - si legge nella nota - i soci sono cresciuti*: a verb between dashes."""
    dashes = (k for k in range(time + 1, verb) if tree.forms[k] in DASHES)
    return any(tree.source[tree.starts[k] - 1].isspace() for k in dashes)


def is_within_range(tree: Tree, verb: int) -> bool:
    """*Nel periodo compreso tra maggio e novembre*: a participle that only joins a time to its noun."""
    if not tree.deps[verb].startswith("acl") or tree.form(verb) != "Part" or tree.kids_of(verb, "aux"):
        return False
    return tree.lemmas[tree.heads[verb]] in tree.lexicon.words("clause", "periods")


__all__ = [
    "at_which",
    "is_compared",
    "is_name",
    "is_now",
    "is_of_thing",
    "is_point",
    "is_set_apart",
    "is_within_range",
    "mentioned",
    "named_before",
    "opened",
    "opens_clause",
    "told_of",
    "verb_under",
    "within",
]
