"""Who is meant to act where an infinitive or gerund of a language that leaves no subject out has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline.extraction import _phrases as phrases
from timeline.extraction._accused import NOMINAL
from timeline.extraction._mentions import PERSON
from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_NOUNS = frozenset(("NOUN", "PROPN"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_OWN_WILL = frozenset(("promise", "say", "claim", "deny", "announce", "believe"))
_ASKING = frozenset(("ask", "demand", "order", "propose", "warn"))
_ORDERING = frozenset(("order", "demand"))
_HELD = frozenset(("Ger", "Part"))
_Named = Callable[[int], bool]


def controller(tree: Tree, head: int, j: int, named: _Named) -> int | None:
    """Whoever is told, allowed or blamed to do what `j` says: *ha autorizzato il personale a lasciare*.

    The object, whom it is asked (*ha ordinato ai soldati di sparare*, *called on the firms to act*), or whom
    *for* names (*called for the firms to act*).
    """
    taken = [k for k in tree.kids[head] if tree.deps[k] in ("obj", "iobj") and tree.pos[k] in NOMINAL]
    if not _asks(tree, head):
        taken = [k for k in taken if tree.feats[k].get("PronType") != "Rel"]  # *talk that it needs to sell*
    if _is_steered(tree, head, j):
        found = next((k for k in taken if controls(tree, j, head, k, named)), None)
        if found is not None:
            return found
    held = next((k for k in taken if head < k < j and (named(k) or tree.pos[k] == "PRON")), None)
    if held is not None and (_is_cited(tree, head, j) or _is_why(tree, j)):
        return held
    if tree.feats[head].get("Clitic") == "Yes" and _asks(tree, head) and tree.form(j) == "Inf":
        return _meant(tree, head, named)
    return _asked(tree, head, j, named)


def _meant(tree: Tree, head: int, named: _Named) -> int | None:
    """*Si è avvicinato al ragazzo, chiedendogli di aprire*: whom the pronoun at the end of a verb means."""
    over = tree.heads[head]
    others = [k for k in tree.kids[over] if k < head and tree.deps[k] in ("obj", "iobj", "obl", "obl:agent")]
    return next((k for k in reversed(others) if named(k) and k not in tree.timed), None)


def _is_steered(tree: Tree, head: int, j: int) -> bool:
    words = tree.lexicon
    if any(entry.act == "accuse" for entry in words.entries.get(tree.lemmas[head], ())):
        return True
    plans = (words.phrases("plans", "permitted"), words.phrases("plans", "hoped"))
    steered = any(tree.is_in(head, some) for some in (*plans, words.phrases("negation", "verbs")))
    seen = tree.lemmas[head] in words.words("phases", "perception")
    return steered or seen or is_told_to(tree, j, head)


def _is_cited(tree: Tree, head: int, j: int) -> bool:
    """*Quoted an officer as saying*: whoever is quoted says it."""
    marks = tree.lexicon.words("clause", "as")
    cites = tree.lemmas[head] in tree.lexicon.words("sources", "citing")
    return cites and any(tree.forms[k] in marks for k in tree.kids_of(j, "mark", "case"))


def _is_why(tree: Tree, j: int) -> bool:
    """*Assailed the ministry for holding a drill*, *criticato per aver lasciato*: for what somebody did."""
    done = tree.form(j) in _HELD or any(tree.form(k) == "Inf" for k in tree.kids_of(j, "aux"))
    words = tree.lexicon.words
    why = words("clause", "charges") - words("clause", "of")
    if not done:
        why -= words("clause", "purposes")  # *destituyó a Sanz por criticar los recortes*
    return any(tree.forms[k] in why or tree.lemmas[k] in why for k in tree.kids_of(j, "mark", "case"))


def _asked(tree: Tree, head: int, j: int, named: _Named) -> int | None:
    """Whom a preposition names as the one to do what an infinitive says, right before it."""
    if tree.form(j) != "Inf" or tree.kids_of(j, "aux", "aux:pass"):
        return None
    words = tree.lexicon
    first = min([j, *tree.kids_of(j, "mark", "case", "advmod", "obj", "iobj", "expl")])
    doers = words.words("clause", "infinitive_subjects")
    whom = words.words("clause", "addressee") | words.words("clause", "asked") if _asks(tree, head) else doers
    for k in sorted(set(_before(tree, first)), reverse=True):
        case = tree.case_of(k)
        party = named(k) or tree.pos[k] == "PRON"
        meant = case in doers and (party or tree.pos[k] == "PROPN")  # *for Malaysians to seize*
        if head < k < first and (meant or (party and case in whom and tree.heads[k] == head)):
            return k
    return None


def _before(tree: Tree, first: int) -> list[int]:
    """The nouns with a preposition whose phrase ends right before a word, the inmost first."""
    found, k = [], first - 1
    while k >= 0 and tree.pos[k] in NOMINAL:
        if tree.case_of(k):
            found.append(k)
        if tree.heads[k] >= k:
            break
        k = tree.heads[k]
    return found


def _asks(tree: Tree, head: int) -> bool:
    words = tree.lexicon
    able = words.words("plans", "implicative") | words.words("phases", "perception")
    if tree.lemmas[head] in able or tree.is_in(head, words.phrases("plans", "permitted")):
        return True
    entries = words.entries.get(tree.lemmas[head], ())
    return any(entry.act in _ASKING and entry.frame == "infinitive" for entry in entries)


def controls(tree: Tree, j: int, head: int, taken: int, named: _Named) -> bool:
    """Tell whether the object of a verb is the one to do what `j` says.

    *Ordered the uncle to release him*, *kept them from leaving*; not *called it unfair, accusing the firm*,
    *avoided a crash despite spinning*, *sought approval to buy*.
    """
    if tree.lexicon.drops_subjects:
        return True
    if tree.form(j) == "Inf":
        if tree.deps[j] == "xcomp" or named(taken) or tree.pos[taken] == "PRON":
            return True
        return is_told_to(tree, j, head) or tree.lemmas[taken] not in tree.lexicon.act_nouns
    marks = {tree.forms[k] for k in tree.kids_of(j, "mark", "case") if k < j}
    if marks:
        known = tree.lexicon.words("clause", "charges") | tree.lexicon.words("negation", "marks")
        return bool(marks & known)
    return tree.deps[j] == "xcomp" and j - tree.edge(taken)[1] == 1


def is_told_to(tree: Tree, j: int, head: int) -> bool:
    """*Ordered the uncle to release him*: a verb by which somebody is asked to do something."""
    if tree.lexicon.drops_subjects or tree.form(j) != "Inf":
        return False
    if tree.lemmas[head] in tree.lexicon.words("plans", "implicative"):
        return True
    entries = tree.lexicon.entries.get(tree.lemmas[head], ())
    asked = [e for e in entries if e.frame == "infinitive" and not e.rest]
    return bool(asked) and not any(e.act in _OWN_WILL for e in asked)


def of_plan(tree: Tree, noun: int, named: _Named) -> int | None:
    """*The minister's decision to leave*, *his bid to*, *had a right to say*: whose it is, who has it."""
    if named(noun) or tree.lexicon.act_nouns.get(tree.lemmas[noun]) in _ORDERING:
        return of_noun(tree, noun, named)
    of = tree.lexicon.words("clause", "of")
    owned = [k for k in tree.kids[noun] if tree.deps[k].startswith("nmod") and tree.pos[k] in NOMINAL]
    own = [k for k in owned if tree.deps[k] == "nmod:poss" or (tree.case_of(k) in of and named(k))]
    if own and tree.pos[own[0]] == "PRON":
        subject = whose(tree, own[0], noun)
        gendered = tree.feats[own[0]].get("Gender") in ("Masc", "Fem")
        nobody = subject is None or (gendered and tree.pos[subject] == "NOUN" and not named(subject))
        return own[0] if nobody else subject
    return own[0] if own else of_noun(tree, noun, named)


def whose(tree: Tree, pronoun: int, noun: int) -> int | None:
    """*Clark spoke of his decision*: the subject above; not so in *Clark attacked his decision*."""
    while tree.pos[tree.heads[noun]] in _NOUNS and tree.deps[noun].split(":")[0] in ("nmod", "conj"):
        noun = tree.heads[noun]
        if tree.deps[noun] != "conj" and (over := tree.kids_of(noun, "nmod:poss")):
            return over[0]  # *Mr Lund's announcement of his decision*
    verb, words = tree.heads[noun], tree.lexicon
    if verb == noun or tree.pos[verb] != "VERB" or tree.deps[noun] in _SUBJECTS:
        return None
    acts = {entry.act for entry in words.entries.get(tree.lemmas[verb], ())}
    others = words.verb_types.get(tree.lemmas[verb], "OTHER") != "OTHER" if not acts else not acts & _OWN_WILL
    subject = None if others or tree.kids_of(verb, "aux:pass") else tree.subject(verb)
    if subject is None or tree.pos[subject] not in _NOUNS:
        return subject
    person = phrases.kind_of(tree.doc[subject], names(words.code)) == PERSON
    if tree.pos[subject] == "NOUN" and person == (tree.feats[pronoun].get("Gender") == "Neut"):
        return None  # *her push*, in *her judgment was*
    numbers = {tree.feats[k].get("Number") for k in (pronoun, subject)} - {None}
    return subject if len(numbers) < len((pronoun, subject)) or tree.kids_of(subject, "conj") else None


def of_noun(tree: Tree, noun: int, named: _Named) -> int | None:
    """*Announced plans to sell*, *gave him the right to stay*, *a lawyer to defend him*: who is to do it."""
    verb = tree.heads[noun]
    if named(noun):
        return noun
    if (
        tree.deps[noun].split(":")[0] not in ("obj", "obl", "xcomp")
        or tree.pos[verb] != "VERB"
        or verb > noun
    ):
        return None
    to = tree.lexicon.words("clause", "addressee")
    told = tree.kids_of(verb, "obl") if tree.deps[noun] == "obj" else []
    receivers = [*tree.kids_of(verb, "iobj"), *(k for k in told if tree.case_of(k) in to and named(k))]
    given = next(iter(receivers), None)
    if given is not None or tree.lexicon.act_nouns.get(tree.lemmas[noun]) in _ORDERING:
        return given  # *ha dato ai soldati l'ordine di sparare*
    against = tree.lexicon.verb_types.get(tree.lemmas[verb]) in ("REJECT", "COERCE", "SANCTION")
    hindered = tree.is_in(verb, tree.lexicon.phrases("negation", "verbs"))
    subject = None if against or hindered else tree.subject(verb)
    return subject if subject is not None and not tree.kids_of(verb, "aux:pass") else None


def of_gerund(tree: Tree, j: int, noun: int) -> int | None:
    """*Rescuers using diggers*, *Ms Holm, ending a visit, said*: the noun that a gerund stands by."""
    if tree.lexicon.drops_subjects or tree.kids_of(j, "mark", "case") or noun > j:
        return None
    last = max((k for k in tree.below(noun) if k < j and k not in tree.below(j)), default=noun)
    apart = any(tree.is_punct(k) for k in range(noun + 1, j))
    if not apart:
        return noun if j - last <= 2 else None
    verb = tree.heads[noun]
    return noun if tree.deps[noun] in _SUBJECTS and verb > j else None


def is_present(tree: Tree, i: int) -> bool:
    """Tell a present participle of such a language, alone: *ending a visit*."""
    told = tree.form(i) == "Part" and tree.feats[i].get("Tense") == "Pres"
    return told and not tree.lexicon.drops_subjects and not tree.kids_of(i, "aux", "cop")


def before_time(tree: Tree, i: int) -> int | None:
    """*The bombings of banks last year that killed nine*: the noun before the time a clause hangs on."""
    time = tree.heads[i]
    if tree.deps[i] != "acl:relcl" or not (time in tree.timed or tree.forms[time] in tree.time_nouns):
        return None
    k = tree.edge(time)[0] - 1
    while k >= 0 and (k in tree.timed or tree.pos[k] == "ADP"):
        k -= 1
    nearest = k
    while k >= 0 and tree.pos[k] in _NOUNS:
        if tree.lemmas[k] in tree.lexicon.noun_types:
            return k
        if tree.heads[k] >= k or tree.deps[k].split(":")[0] not in ("nmod", "flat", "conj", "compound"):
            break
        k = tree.heads[k]
    return nearest if nearest >= 0 and tree.pos[nearest] == "NOUN" else None


def beside(tree: Tree, j: int) -> int | None:
    """*With the vanguard arriving*: the noun right before a gerund, told with *with*."""
    absolute = tree.lexicon.words("clause", "absolute")
    gerund = tree.form(j) == "Ger" or is_present(tree, j)
    if not absolute or not gerund or tree.pos[j] != "VERB" or tree.kids_of(j, "mark", "case", "aux"):
        return None
    k = j - 1
    while k > 0 and tree.pos[k] == "ADV":
        k -= 1
    if k <= 0 or tree.pos[k] not in _NOUNS:
        return None
    while tree.heads[k] < j and tree.pos[tree.heads[k]] in _NOUNS and not _has(tree, k, absolute):
        if tree.heads[k] == k or any(
            tree.is_punct(m) for m in range(min(k, tree.heads[k]), max(k, tree.heads[k]))
        ):
            break
        k = tree.heads[k]
    return k if _has(tree, k, absolute) else None


def _has(tree: Tree, noun: int, words: frozenset[str]) -> bool:
    return any(tree.forms[c] in words for c in tree.kids_of(noun, "case") if c < noun)


__all__ = ["before_time", "beside", "controller", "is_present", "of_gerund", "of_noun", "of_plan", "whose"]
