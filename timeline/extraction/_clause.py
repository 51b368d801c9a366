"""The verb group of a clause: its words, tense, mood, voice, negation and modality."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from timeline.extraction._pieces import first_piece
from timeline.extraction._tree import Tree
from timeline.extraction._voices import AUXILIARY, SUBJECTS
from timeline.extraction._words import Feats

_OPENING = frozenset(("«", "“", '"', "``"))
LONGEST_TRIGGER = 6
PAST, PRESENT, FUTURE = "past", "present", "future"
_FINITE_CLAUSES = frozenset(("ROOT", "ccomp", "parataxis", "conj", "advcl", "acl:relcl"))
_QUOTES = frozenset('»”"')
_DENYING = frozenset(("advmod", "det", "cc", "mark", "case", "obl"))
_PAST_TENSES = frozenset(("Past", "Imp", "Pqp"))


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries.

    `first` and `last` are the words of the trigger (at most six), `tense` is past, present, future or None
    (an infinitive or gerund has that of its governor), `modal` is possible, necessity or empty.
    """

    head: int
    first: int
    last: int
    tense: str | None
    form: str
    conditional: bool = False
    subjunctive: bool = False
    imperative: bool = False
    passive: bool = False
    progressive: bool = False
    negated: bool = False
    modal: str = ""
    person: str = ""
    anterior: bool = False
    imperfect: bool = False

    @property
    def finite(self) -> bool:
        """Tell a finite verb group from an infinitive, gerund or participle."""
        return self.form == "Fin"


def group(tree: Tree, i: int, *, last: int | None = None) -> Group:
    """Read the verb group of word `i`; `last` is the last word of a verb of several words."""
    key = (i, i if last is None else last)
    if key not in tree.groups:
        tree.groups[key] = _group(tree, i, last=last)
    return tree.groups[key]


def _group(tree: Tree, i: int, *, last: int | None) -> Group:
    helpers = _helpers(tree, i)
    if _is_ambiguous_past(tree, i, helpers):
        first, end = _trigger(tree, i, helpers, i if last is None else last)
        return Group(i, first, end, PAST, "Fin", negated=_is_negated(tree, i), person="3")
    finite = next((k for k in (*helpers, i) if tree.form(k) == "Fin" or _is_conditional(tree, k)), None)
    feats = tree.feats[finite] if finite is not None else {}
    first, end = _trigger(tree, i, helpers, i if last is None else last)
    return Group(
        head=i,
        first=first,
        last=end,
        tense=_tense(tree, i, helpers, finite),
        form="Fin" if finite is not None else _bare_form(tree, i),
        conditional=finite is not None and (feats.get("Mood") == "Cnd" or _is_conditional(tree, finite)),
        subjunctive=feats.get("Mood") == "Sub",
        imperative=feats.get("Mood") == "Imp",
        passive=_is_passive(tree, i, helpers),
        progressive=_is_progressive(tree, i, helpers),
        negated=_is_negated(tree, i),
        modal=_modal(tree, helpers),
        person=_person(tree, i, feats),
        anterior=_is_anterior(tree, i, helpers, finite),
        imperfect=feats.get("Tense") == "Imp",
    )


def _person(tree: Tree, i: int, feats: Feats) -> str:
    """The person of the verb: the third where a noun is its subject (*225 persone sono morte*).

    Also where a participle of many follows a form of one: *si sono presi un orologio*, not *li ho presi*.
    """
    marked = feats.get("Person", "")
    taken = any(
        tree.pos[k] == "PRON" and tree.feats[k].get("Number") == "Plur" for k in tree.kids_of(i, "obj")
    )
    many = feats.get("Number") == "Sing" and tree.feats[i].get("Number") == "Plur" and not taken
    if marked not in ("1", "2") or (many and tree.form(i) == "Part"):
        return "3" if marked else marked
    subject = tree.subject(i)
    return "3" if subject is not None and tree.pos[subject] in ("NOUN", "PROPN", "NUM") else marked


def _is_ambiguous_past(tree: Tree, i: int, helpers: list[int]) -> bool:
    """*The Union called for an inquiry*: a past form that the tagger took for a participle."""
    if not tree.lexicon.ambiguous_past or helpers or tree.form(i) != "Part" or tree.block.heading:
        return False
    if tree.feats[i].get("Tense") == "Pres" or tree.deps[i] not in _FINITE_CLAUSES:
        return False
    subjects = [k for k in tree.kids[i] if k < i and tree.deps[k] in SUBJECTS]
    return any(tree.pos[k] != "NUM" or tree.deps[k] != "nsubj:pass" for k in subjects)  # *and 20 wounded*


def _helpers(tree: Tree, i: int) -> list[int]:
    """The auxiliaries and copula of `i`, and those beside it that the parser hung elsewhere."""
    found = {k for k in tree.kids[i] if tree.deps[k] in AUXILIARY}
    words = tree.lexicon.words("auxiliaries", "perfect") | tree.lexicon.words("auxiliaries", "passive")
    first, _ = tree.bounds(i)
    j = i - 1
    while (
        j >= first
        and tree.form(i) in ("Part", "Ger")
        and (tree.pos[j] in ("AUX", "ADV", "PART") or j in found)
    ):
        if tree.pos[j] == "AUX" and tree.lemmas[j] in words:
            found.add(j)
        j -= 1
    if (
        j >= first
        and j == i - 1
        and tree.lemmas[j] in words
        and tree.form(i) == "Part"
        and tree.heads[i] != j
    ):
        found.add(j)
    return sorted(found)


def _is_conditional(tree: Tree, i: int) -> bool:
    """Tell a conditional by its ending where the parser took it for another form."""
    endings = tree.lexicon.conditional_endings
    return bool(endings) and tree.pos[i] in ("VERB", "AUX", "NOUN", "ADJ") and tree.forms[i].endswith(endings)


def _bare_form(tree: Tree, i: int) -> str:
    form = tree.form(i)
    if form == "Part" and tree.feats[i].get("Tense") == "Pres":
        return "Ger"
    return form


def _tense(tree: Tree, i: int, helpers: list[int], finite: int | None) -> str | None:
    if finite is None:
        to_be = any(tree.form(k) == "Inf" and tree.deps[k] == "aux:pass" for k in helpers)  # *être examinée*
        return PAST if _bare_form(tree, i) == "Part" and not to_be else None
    if any(tree.lemmas[k] in tree.lexicon.words("auxiliaries", "future") or
           tree.forms[k] in tree.lexicon.words("auxiliaries", "future") for k in helpers):  # fmt: skip
        return FUTURE
    feats = tree.feats[finite]
    if feats.get("Tense") == "Fut":
        told = tree.lexicon.reporting_future and finite != i and tree.form(i) == "Part"
        return PAST if told and _is_perfect(tree, i, helpers) else FUTURE  # pt *terá fugido*: hearsay
    if feats.get("Tense") == "Pres" and is_due(tree, i):
        return FUTURE
    if feats.get("Tense") in _PAST_TENSES and not _is_conditional(tree, finite):
        return PAST
    if finite != i and _is_perfect(tree, i, helpers):
        return PAST
    untold = feats.get("Mood") == "Ind" and "Tense" not in feats  # pt *ficaram*: two tenses of the past
    return PAST if untold and tree.forms[finite].endswith(tree.lexicon.past_endings) else PRESENT


def is_due(tree: Tree, i: int) -> bool:
    """*Is due to open*: an adjective that a parser took for a mark of the verb that is to come."""
    due = tree.lexicon.words("auxiliaries", "due")
    return bool(due) and any(k < i and tree.forms[k] in due for k in tree.kids_of(i, "mark"))


def _is_perfect(tree: Tree, i: int, helpers: list[int]) -> bool:
    """*Ha sospeso*, *è stato arrestato*: an auxiliary of the perfect before a participle."""
    perfect = tree.lexicon.words("auxiliaries", "perfect")
    chain = [*helpers, i]
    for a, b in itertools.pairwise(chain):
        participle = tree.form(b) == "Part" or (b == i and tree.form(b) == "Fin")
        if tree.lemmas[a] in perfect and tree.deps[a] != "cop" and participle:
            if tree.deps[a] == "aux:pass" and b == i and not _is_reflexive(tree, i):
                continue
            if tree.feats[b].get("Tense") != "Pres" or tree.form(b) == "Fin":
                return True
    return any(tree.deps[k] == "cop" and tree.form(k) == "Part" for k in helpers)


def _is_anterior(tree: Tree, i: int, helpers: list[int], finite: int | None) -> bool:
    """*aveva rubato*, *had fled*: a past auxiliary of the perfect before a participle."""
    if finite is None or finite == i or tree.feats[finite].get("Tense") not in _PAST_TENSES:
        return False
    return _is_perfect(tree, i, helpers) and tree.deps[finite] != "aux:pass"


def _is_reflexive(tree: Tree, i: int) -> bool:
    """*Si era introdotto*: the auxiliary of a reflexive verb is none of the passive."""
    words = tree.lexicon.words("clause", "reflexives")
    return any(tree.deps[k] == "expl" and tree.forms[k] in words for k in tree.kids[i])


def _is_turned(tree: Tree, i: int) -> bool:
    """*Si possono vendere le case*, *se ha aplicado el indulto*: a reflexive passive, its subject behind."""
    behind = any(tree.deps[k] == "nsubj:pass" and k > i for k in tree.kids[i])
    return behind and (_is_reflexive(tree, i) or any(tree.deps[k] == "expl:pass" for k in tree.kids[i]))


def _is_pronominal(tree: Tree, i: int) -> bool:
    """*Si dimette il sindaco*, *las partes se reunirán*: with a reflexive the subject of these verbs acts."""
    known = tree.lemmas[i] in tree.lexicon.words("auxiliaries", "pronominal")
    return known and tree.is_reflexive(i) and not tree.kids_of(i, "obl:agent")


def _is_passive(tree: Tree, i: int, helpers: list[int]) -> bool:
    if _is_pronominal(tree, i):
        return False
    if tree.lemmas[i] in tree.lexicon.words("auxiliaries", "with_be"):
        done = len(helpers) > 1 or bool(tree.kids_of(i, "obl:agent"))  # *è deragliato* is active
        return done and any(tree.deps[k] == "aux:pass" for k in helpers)
    if _is_turned(tree, i):
        return True
    if any(tree.deps[k] == "aux:pass" for k in helpers) and _is_reflexive(tree, i):
        return False
    if any(tree.deps[k] == "aux:pass" for k in helpers):
        return True
    if helpers and not any(tree.lemmas[k] in tree.lexicon.words("auxiliaries", "passive") for k in helpers):
        return False
    if (
        not helpers
        and tree.form(i) == "Part"
        and tree.deps[i] == "conj"
        and tree.pos[tree.heads[i]] == "VERB"
    ):
        head = tree.heads[i]
        if head < i and not tree.kids_of(i, "obl:agent"):
            return _is_passive(tree, head, _helpers(tree, head))
    if tree.feats[i].get("Voice") == "Pass":
        return True
    if tree.lexicon.ambiguous_past and not helpers and tree.form(i) == "Fin":
        return False
    marked = [k for k in tree.kids[i] if tree.deps[k] in ("nsubj:pass", "obl:agent", "expl:pass")]
    if marked:
        return not _is_reflexive(tree, i) or any(tree.deps[k] != "nsubj:pass" or k > i for k in marked)
    return (
        not helpers
        and _bare_form(tree, i) == "Part"
        and tree.deps[i] in ("acl", "amod", "acl:relcl", "advcl")
    )


def _is_progressive(tree: Tree, i: int, helpers: list[int]) -> bool:
    words = tree.lexicon.words("auxiliaries", "progressive")
    return _bare_form(tree, i) == "Ger" and any(tree.lemmas[k] in words for k in helpers)


def is_negation(tree: Tree, k: int) -> bool:
    """Tell a word of negation; *not only*, *no obstante* deny nothing."""
    if tree.feats[k].get("Polarity") != "Neg" and tree.forms[k] not in tree.lexicon.words(
        "negation", "words"
    ):
        return False
    if tree.kids_of(k, "det", "amod") and tree.pos[k] != "DET":
        return False  # *un premier pas*
    return k + 1 >= tree.size or tree.forms[k + 1] not in tree.lexicon.words("negation", "undone")


def _is_negated(tree: Tree, i: int) -> bool:
    words = tree.lexicon.words("negation", "words")
    until = tree.lexicon.words("negation", "until")
    if until and any(tree.forms[k] in until for k in tree.kids_of(i, "mark")):
        return False  # *finché non sono arrivati*
    if _is_approximate(tree, i):
        return True
    for k in tree.kids[i]:
        if _negates(tree, k, i, words) and not any(form in _QUOTES for form in tree.forms[k:i]):
            return True  # not *« C'est un premier pas », a-t-elle ajouté*
    return i > 0 and tree.pos[i - 1] in ("ADV", "PART") and is_negation(tree, i - 1)


def _is_approximate(tree: Tree, i: int) -> bool:
    """*Almost attacked*, *ha quasi attaccato*, *a failli*: what came near to be did not come about."""
    words, before = tree.lexicon.words, i - 1
    if tree.lemmas[i] in words("negation", "approximating"):
        return True
    near = before >= 0 and tree.heads[before] == i and tree.deps[before].startswith("advmod")
    if not near or tree.forms[before] not in words("negation", "approximators") or tree.pos[i] != "VERB":
        return False
    done = tree.feats[i].get("Tense") in _PAST_TENSES  # not *almost guarantees*
    return done and tree.lemmas[i] not in words("negation", "measured")


def _negates(tree: Tree, k: int, i: int, words: frozenset[str]) -> bool:
    """Tell whether word `k` that hangs on verb `i` denies it: *non*, *nessuno*, *no man*."""
    dep, negation = tree.deps[k], is_negation(tree, k)
    if negation and (tree.feats[k].get("Polarity") == "Neg" or dep in _DENYING):
        return True
    if dep not in SUBJECTS and dep != "obj":
        return False
    told = tree.lemmas[i] in tree.lexicon.entries and tree.pos[k] not in ("NOUN", "PRON")  # *said no*
    negative = negation or any(tree.forms[d] in words for d in tree.kids_of(k, "det"))
    return negative and (dep in SUBJECTS or not told)


def _modal(tree: Tree, helpers: list[int]) -> str:
    for k in helpers:
        if _is_carried_out(tree, k, helpers):
            continue
        for words in (tree.lemmas[k], tree.forms[k]):
            if words in tree.lexicon.words("auxiliaries", "modal_possible"):
                return "possible"
            if words in tree.lexicon.words("auxiliaries", "modal_necessity"):
                return "necessity"
            if words in tree.lexicon.words("plans", "hoped"):
                return "hoped"
    return ""


def _is_carried_out(tree: Tree, k: int, helpers: list[int]) -> bool:
    """*Ha dovuto evacuare*, *pudo escapar*: in the perfect what one had to do or could was done."""
    if tree.lexicon.ambiguous_past:
        return False
    perfect = tree.lexicon.words("auxiliaries", "perfect")
    if any(j > k and tree.deps[j] == "aux" and tree.lemmas[j] in perfect for j in helpers):
        return False  # *pudo haber muerto*
    if tree.form(k) == "Part":
        return any(j < k and _is_indicative(tree, j) for j in helpers)
    return tree.feats[k].get("Tense") == "Past" and _is_indicative(tree, k)


def _is_indicative(tree: Tree, k: int) -> bool:
    feats = tree.feats[k]
    return feats.get("Mood") == "Ind" and feats.get("Tense") != "Fut" and not _is_conditional(tree, k)


def _trigger(tree: Tree, i: int, helpers: list[int], last: int) -> tuple[int, int]:
    first = first_piece(tree.forms, tree.deps, tree.heads, i)
    own = tree.lexicon.words("clause", "reflexives")
    bound = [k for k in tree.kids[i] if tree.deps[k] == "expl" and k < i]
    reach = [*helpers, *(k for k in bound if tree.lexicon.drops_subjects or tree.forms[k] in own)]
    for k in sorted(reach, reverse=True):
        if k < i and _words(tree, k, last) <= LONGEST_TRIGGER and not _has_break(tree, k, i):
            first = k
    particle = [k for k in tree.kids[i] if tree.deps[k] == "compound:prt" and i < k <= i + 3]
    if last == i and not reach and not particle:
        return first, i
    for k in [last, *particle]:
        if k > last and _words(tree, first, k) <= LONGEST_TRIGGER:
            last = k
    if _words(tree, first, last) > LONGEST_TRIGGER:
        first = i
    return first, last if _words(tree, first, last) <= LONGEST_TRIGGER else i


def _words(tree: Tree, first: int, last: int) -> int:
    return len(tree.text(first, last).replace("’", " ").replace("'", " ").replace("-", " ").split())


def _has_break(tree: Tree, first: int, last: int) -> bool:
    """A subject or a mark between an auxiliary and its verb keeps them apart: not *avrebbe «nascosto»*."""
    between = (k for k in range(first, last) if tree.pos[k] in ("PUNCT", "NOUN", "PROPN"))
    return any(k != last - 1 or tree.forms[k] not in _OPENING for k in between)
