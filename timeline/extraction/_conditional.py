"""What a conditional means: hearsay, what was then to come, what may be or what would be if."""

from __future__ import annotations

from enum import StrEnum

from timeline.extraction._clause import PAST, PRESENT, Group, group
from timeline.extraction._lexicon import ACTS_OF_MIND
from timeline.extraction._tree import Tree
from timeline.languages._names import names

_OF_VERBS = ("ccomp", "csubj", "xcomp")
_OF_NOUNS = ("acl", "acl:relcl")
_REPORTS = frozenset(("report",))
_FARTHEST = 4


class Sense(StrEnum):
    """How a conditional is meant, by the factuality that it gives."""

    HEARSAY = "reported"
    """*sarebbe rimasta uccisa*: somebody says so, the text does not vouch for it."""
    OPEN = "possible"
    """*credeva che sarebbe arrivato*, *«io l'avrei detto»*: nothing tells hearsay from a guess or a wish."""
    AHEAD = "planned"
    """*ha promesso che sarebbe tornato*: what was still to come."""
    UNREAL = "unreal"
    """*se avesse potuto, sarebbe fuggito*: what would be on a condition, a wish, a need."""

    @property
    def factuality(self) -> str:
        """The column of the event table that this sense gives."""
        return "possible" if self is Sense.UNREAL else str(self)


def sense(tree: Tree, grp: Group) -> Sense:
    """Tell how the conditional of a verb group is meant."""
    if not tree.lexicon.reporting_conditional or grp.modal or grp.person in ("1", "2"):
        return Sense.UNREAL
    if _is_question(tree, grp.head) or has_condition(tree, grp.head) or _is_wish(tree, grp):
        return Sense.UNREAL
    governed = _governed(tree, grp)
    if governed is not None:
        return governed
    if is_sourced(tree, grp.head):
        return Sense.HEARSAY
    i = grp.head
    if is_quoted(tree, i) or _is_later(tree, i) or _is_general(tree, grp) or _is_of_thing(tree, i):
        return Sense.OPEN
    if grp.tense == PAST and tree.pos[grp.head] == "ADJ" and tree.copula(grp.head) is not None:
        return Sense.OPEN  # *sarebbe stato diverso*
    return Sense.HEARSAY if grp.tense == PAST or _is_told_of(tree, grp) else Sense.OPEN


def is_quoted(tree: Tree, i: int) -> bool:
    """Tell whether the finite word of a clause stands inside a quotation: not *sarebbero «rivalità»*."""
    helpers = tree.kids_of(i, "aux", "cop")
    return (helpers[0] if helpers else i) in tree.quoted


def is_sourced(tree: Tree, i: int) -> bool:
    """Tell whether the sentence of a word names who vouches: *secondo l'accusa*, *da quanto emerso*."""
    weak = tree.lexicon.words("sources", "weak_prepositions")
    lists = (tree.lexicon.phrases("sources", n) for n in ("prepositions", "parenthetical"))
    phrases, asides = lists
    first, end = tree.bounds(i)
    for k in range(first, end):
        if any(_stands(tree, k, end, rest) for rest in phrases.get(tree.forms[k], ())
               if " ".join((tree.forms[k], *rest)) not in weak):  # fmt: skip
            return True
        if any(rest and _stands(tree, k, end, rest) for rest in asides.get(tree.forms[k], ())):
            return True
    return False


def _stands(tree: Tree, k: int, end: int, rest: tuple[str, ...]) -> bool:
    words = enumerate(rest, 1)
    return k + len(rest) < end and all(w in (tree.forms[k + n], tree.lemmas[k + n]) for n, w in words)


def has_condition(tree: Tree, i: int) -> bool:
    """Tell whether the sentence sets a condition: *se avesse*, *altrimenti*, *nel caso si fosse*."""
    marks = tree.lexicon.words("clause", "conditional_marks")
    otherwise = tree.lexicon.words("doubt", "otherwise")
    for k in range(*tree.bounds(i)):
        if tree.forms[k] in otherwise or (tree.forms[k] in marks and _sets_condition(tree, k)):
            return True
    return any(_is_unreal(tree, k) for k in tree.kids[i])


def _sets_condition(tree: Tree, k: int) -> bool:
    """Tell *se* of a condition from *anche se*, *non si sa se*, *se non in inverno*."""
    head = tree.heads[k]
    even = k > 0 and tree.forms[k - 1] in tree.lexicon.words("clause", "concessives")
    verbal = tree.pos[head] in ("VERB", "AUX") or tree.copula(head) is not None
    return tree.pos[k] == "SCONJ" and verbal and not even and tree.deps[head] != "ccomp"


def _is_unreal(tree: Tree, k: int) -> bool:
    """*nel caso si fosse schiantata*: a clause in the past subjunctive sets a condition."""
    if tree.deps[k] not in ("advcl", "acl", "obl"):
        return False
    near = (k, *tree.kids[k], *(j for c in tree.kids_of(k, "acl") for j in tree.kids[c]))
    return any(tree.feats[j].get("Mood") == "Sub" and tree.feats[j].get("Tense") == "Imp" for j in near)


def _is_question(tree: Tree, i: int) -> bool:
    first, end = tree.bounds(i)
    return "?" in (tree.forms[end - 1], tree.forms[max(end - 2, first)])


def _is_wish(tree: Tree, grp: Group) -> bool:
    """*Ci vorrebbe*, *basterebbe*, *sarebbe meglio*: a need or a wish, not what is told."""
    i, lexicon = grp.head, tree.lexicon
    wishes = lexicon.words("doubt", "needs")
    if grp.tense == PRESENT or tree.kids_of(i, "xcomp", "ccomp"):  # not *sarebbe andato via*
        wishes |= lexicon.words("auxiliaries", "modal_possible")
        wishes |= lexicon.words("auxiliaries", "modal_necessity")
    if grp.tense == PRESENT:
        wishes |= lexicon.words("doubt", "wishes")
    if tree.lemmas[i] in wishes:
        return True
    judged = {tree.forms[i], tree.lemmas[i]} & lexicon.words("doubt", "judgements")
    return bool(judged) and tree.copula(i) is not None


def _governed(tree: Tree, grp: Group) -> Sense | None:
    """How the verb over a clause makes it meant; None where there is none or where it only reports.

    In the words of someone who spoke in the past the conditional is what was to come, or hearsay.
    """
    i = grp.head
    for _ in range(_FARTHEST):
        if tree.deps[i] != "conj" or tree.kids_of(i, "mark"):
            break
        i = tree.heads[i]
    over = tree.heads[i]
    if over == i or tree.deps[i] not in (*_OF_VERBS, *_OF_NOUNS):
        return None
    if tree.deps[i] in _OF_NOUNS:
        return _of_noun(tree, i, over)
    acts = {e.act for e in tree.lexicon.entries.get(tree.lemmas[over], ())}
    if acts & _REPORTS:
        return None
    if tree.is_in(over, tree.lexicon.phrases("plans", "planned")) or any(
        tree.lexicon.statuses.get(a) == "planned" for a in acts
    ):
        return Sense.AHEAD
    outer = group(tree, over)
    if tree.lexicon.conditional_ahead and acts and not acts & ACTS_OF_MIND and outer.tense == PAST:
        return Sense.AHEAD if grp.tense == PRESENT else None
    return None if outer.tense == PRESENT and grp.tense == PAST else Sense.OPEN


def _of_noun(tree: Tree, i: int, noun: int) -> Sense | None:
    """*La promessa che sarebbe tornato*: what a noun of saying holds."""
    that = tree.lexicon.words("clause", "that")
    if not any(tree.forms[k] in that for k in tree.kids_of(i, "mark")):
        return None
    act = tree.lexicon.act_nouns.get(tree.lemmas[noun])
    if act is None or act in _REPORTS:
        return None
    return Sense.AHEAD if tree.lexicon.statuses.get(act) == "planned" else Sense.OPEN


def _is_later(tree: Tree, i: int) -> bool:
    """*Pochi minuti dopo avrebbe chiuso*: what came after what is told."""
    words = tree.lexicon.words("doubt", "later")
    near = [j for k in tree.kids[i] if k < i for j in (k, *tree.kids[k])]
    soon = tree.lexicon.phrases("doubt", "soon")
    if any(_stands(tree, j, i, rest) for j in near for rest in soon.get(tree.forms[j], ())):
        return True  # *nel giro di pochi minuti sarebbe uscito*
    return any(tree.forms[j] in words and tree.pos[j] == "ADV" for j in near)


def _is_general(tree: Tree, grp: Group) -> bool:
    """*Nessuno se lo sarebbe aspettato*, *non l'avrebbe mai detto*: anybody, never."""
    never = tree.lexicon.words("doubt", "never")
    if any(tree.forms[k] in never for k in tree.kids[grp.head]):
        return True
    subject = tree.subject(grp.head)
    return (
        subject is not None
        and tree.pos[subject] == "PRON"
        and tree.feats[subject].get("PronType") in ("Ind", "Neg", "Tot")
    )


def _is_of_thing(tree: Tree, i: int) -> bool:
    """*Materiale che sarebbe servito*: of a thing a relative clause may tell what it was meant for."""
    noun = tree.heads[i]
    if noun == i or tree.deps[i] not in _OF_NOUNS:
        return False
    if tree.forms[noun] in tree.lexicon.words("clause", "anaphors"):
        return True  # *ciò che sarebbe accaduto*
    if tree.pos[noun] not in ("NOUN", "DET"):
        return False
    people = names(tree.lexicon.code)
    words = {tree.forms[noun], tree.lemmas[noun]}
    return not any(words & known for known in (people.people, people.collective, people.bodies))


def _is_told_of(tree: Tree, grp: Group) -> bool:
    """Tell what the present conditional tells by hearsay; of other verbs it may be a guess.

    A state, a figure, what comes to light: *si aggirerebbe sui 70mila euro*.
    """
    i = grp.head
    if tree.copula(i) is not None or tree.lemmas[i] in tree.lexicon.words("doubt", "evidence"):
        return True
    if tree.lemmas[i] in tree.lexicon.words("clause", "copulas"):
        return True
    return any(tree.pos[j] == "NUM" for k in tree.kids[i] if k > i for j in (k, *tree.kids[k]))
