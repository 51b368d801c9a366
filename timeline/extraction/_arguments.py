"""What hangs on a noun though it belongs to the verb over it: the receiver of what is given, a bare weekday.

Put right in the words themselves, before any rule reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._voices import SUBJECTS
from timeline.languages._names import names
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Word, Words

_LOOSE = frozenset(("nmod", "appos", "compound", "flat", "nmod:unmarked", "flat:name"))
_ARGUMENTS = frozenset(("obj", "nsubj", "nsubj:pass", "obl", "obl:agent", "iobj", "conj", "nmod"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_ASKING = frozenset(("ask", "demand", "order", "propose"))
_STEPS = 3


def attach(words: Words, lexicon: Lexicon) -> None:
    """Hang receivers and bare times on their verbs; take no reflexive perfect for a passive."""
    times, giving = names(lexicon.code).counts.time, lexicon.words("objects", "giving")
    clitics, datives = lexicon.words("clause", "clitics"), lexicon.words("clause", "datives")
    for word in words:
        if word.dep_ == "nsubj" and word.pos_ == "PRON" and word.lower_ in clitics and word.i < word.head.i:
            words.rehang(word.i, word.head.i, "iobj" if word.lower_ in datives else "obj")
        if word.dep_.startswith("parataxis") and word.pos_ == "VERB":
            _mend_inverted(words, word, lexicon)
        if word.dep_ in _LOOSE and word.pos_ in _NOUNS and fold(word.lower_) in times:
            _free_time(words, word)
        elif word.dep_ == "nmod" and word.head.dep_ == "obj":
            verb = word.head.head
            lemma = lexicon.lemma(verb.lower_, verb.lemma_, lexicon.code)
            if lemma in giving or (_is_asked(word, lexicon) and _asks(lemma, lexicon)):
                _free_receiver(words, word, verb, lexicon)
        elif word.dep_ == "obl" and word.pos_ == "NOUN" and word.i < word.head.i:
            _mend_bounded(words, word, lexicon)
        elif word.dep_ in ("nmod", "appos") and word.pos_ == "NOUN" and word.head.i < word.i:
            _free_subject(words, word)
        elif lexicon.personal_infinitive and word.dep_.startswith("obl") and word.pos_ in _NOUNS:
            _give_infinitive(words, word)
        elif word.dep_.startswith("expl") and word.head.pos_ == "VERB":
            _mend_reflexive(words, word, lexicon)


def _free_time(words: Words, time: Word) -> None:
    """*Tué par une mine dimanche*, *arrested three men Monday*: a time without article or preposition."""
    if time.children or time.head.i > time.i:
        return
    above = time.head
    for _ in range(_STEPS):
        if above.pos_ == "VERB":
            words.rehang(time.i, above.i, "obl")
            return
        if above.dep_ not in _ARGUMENTS:
            return
        above = above.head


def _free_receiver(words: Words, receiver: Word, verb: Word, lexicon: Lexicon) -> None:
    """*A livré des chars à l'Ukraine*: the one whom something is given to is no part of the thing."""
    if verb.pos_ != "VERB" or receiver.i < receiver.head.i:
        return
    case = next((c for c in receiver.children if c.dep_ == "case" and c.i < receiver.i), None)
    if case is not None and {case.lemma_.lower(), case.lower_} & lexicon.words("objects", "receiving"):
        clause = _clause_behind(receiver)
        words.rehang(receiver.i, verb.i, "obl")
        if clause is not None:
            words.rehang(clause.i, receiver.i, "acl:relcl")


def _clause_behind(receiver: Word) -> Word | None:
    """*Un rapport à l'inspection, qui avait contrôlé l'usine*: an active clause that hangs on the thing."""
    behind = receiver.right_edge.i + 1
    clauses = (c for c in receiver.head.children if c.dep_ == "acl:relcl" and c.i > behind)
    clause = next((c for c in clauses if c.left_edge.i == behind), None)
    passive = clause is not None and any(c.dep_ in ("aux:pass", "nsubj:pass") for c in clause.children)
    return None if passive else clause


def _asks(lemma: str, lexicon: Lexicon) -> bool:
    return any(entry.act in _ASKING for entry in lexicon.entries.get(lemma, ()))


def _is_asked(noun: Word, lexicon: Lexicon) -> bool:
    """*A demandé un rapport à l'inspection*: somebody, or a body, whom something may be asked of."""
    known, words = names(lexicon.code), {fold(noun.lower_), fold(noun.lemma_)}
    somebody = bool(words & (known.roles | known.people | known.bodies))
    return noun.pos_ in _NOUNS and (somebody or _clause_behind(noun) is not None)


def _mend_bounded(words: Words, noun: Word, lexicon: Lexicon) -> None:
    """*Al menos nueve personas murieron*: the words before a number are no preposition."""
    verb = noun.head
    case = next((c for c in noun.children if c.dep_ == "case" and c.i < noun.i), None)
    number = next((c for c in noun.children if c.pos_ == "NUM" and c.i < noun.i), None)
    if case is None or number is None or verb.pos_ != "VERB":
        return
    counts = names(lexicon.code).counts
    phrase = " ".join(fold(form) for form in words.forms[case.i : number.i])
    bounds = (counts.least, counts.more, counts.nearly, counts.most, counts.about)
    if not any(phrase in b for b in bounds) or any(c.dep_.startswith("nsubj") for c in verb.children):
        return
    passive = any(c.dep_ == "aux:pass" or c.lemma_ in lexicon.passive_only for c in verb.children)
    words.rehang(noun.i, verb.i, "nsubj:pass" if passive else "nsubj")
    words.rehang(case.i, number.i, "advmod")


def _free_subject(words: Words, noun: Word) -> None:
    """*En el hospital dos pacientes murieron*: a noun of its own between place and verb is the subject."""
    after = words[noun.i + 1] if noun.i + 1 < len(words) else noun
    verb = after.head if after.dep_.startswith("aux") else after
    first = min((c.i for c in noun.children), default=noun.i)
    if verb.pos_ != "VERB" or verb.i <= noun.i or "VerbForm=Fin" not in words.morphs[after.i]:
        return
    if any(c.dep_ == "case" for c in noun.children) or words.pos[first] not in ("DET", "NUM"):
        return
    place, apart = noun.head, words.pos[first - 1] == "PUNCT"
    cased = place.head.i == verb.i and any(c.dep_ == "case" and c.i < place.i for c in place.children)
    if cased and not apart and not any(c.dep_ in SUBJECTS and c.i != place.i for c in verb.children):
        words.rehang(noun.i, verb.i, "nsubj")
        words.rehang(place.i, verb.i, "obl")


def _give_infinitive(words: Words, noun: Word) -> None:
    """*Após o governo ter anunciado*: the noun before a personal infinitive is its subject."""
    case = next((c for c in noun.children if c.dep_ == "case" and c.i < noun.i), None)
    behind = max((c.i for c in noun.children), default=noun.i)
    helper = words[max(behind, noun.i) + 1] if max(behind, noun.i) + 1 < len(words) else noun
    verb = helper.head if helper.dep_ == "aux" else helper
    infinitive = "VerbForm=Inf" in words.morphs[helper.i] and verb.dep_ in ("xcomp", "advcl", "ccomp")
    if case is None or not infinitive or verb.head.i != noun.head.i:
        return
    if not any(c.dep_.startswith("nsubj") for c in verb.children):
        words.rehang(noun.i, verb.i, "nsubj")
        words.rehang(case.i, verb.i, "mark")
        words.rehang(verb.i, verb.head.i, "advcl")


def _mend_inverted(words: Words, verb: Word, lexicon: Lexicon) -> None:
    """*..., ont indiqué lundi des sources militaires*: an article taken for a preposition."""
    if any(c.dep_.startswith("nsubj") for c in verb.children) or verb.lemma_ not in lexicon.entries:
        return
    partitive = lexicon.words("clause", "partitive")
    for noun in verb.children:
        case = next((c for c in noun.children if c.dep_ == "case"), None)
        if noun.i > verb.i and noun.dep_.startswith("obl") and case is not None and case.lower_ in partitive:
            words.rehang(noun.i, verb.i, "nsubj")
            words.rehang(case.i, noun.i, "det")
            return


def _mend_reflexive(words: Words, pronoun: Word, lexicon: Lexicon) -> None:
    """*L'ONU s'en est félicitée*: a reflexive verb makes its perfect with *be*, and is no passive."""
    verb = pronoun.head
    if pronoun.lower_ not in lexicon.words("clause", "reflexives") or pronoun.i > verb.i:
        return
    helpers = [c for c in verb.children if c.dep_ == "aux:pass"]
    subjects = [c for c in verb.children if c.dep_ == "nsubj:pass" and c.i < pronoun.i]
    if not helpers or not subjects:
        return
    for word, dep in ((pronoun, "expl"), *((c, "aux") for c in helpers), *((c, "nsubj") for c in subjects)):
        words.rehang(word.i, verb.i, dep)
    features = [part for part in words.morphs[verb.i].split("|") if part != "Voice=Pass"]
    words.retag(verb.i, verb.pos_, verb.lemma_, "|".join(features))
