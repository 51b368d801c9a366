"""How sure an event is: denied, planned, possible, reported or asserted, and who vouches for it."""

from __future__ import annotations

from timeline.extraction._clause import FUTURE, PAST, PRESENT, Group, group, is_negation
from timeline.extraction._conditional import Sense, has_condition, sense
from timeline.extraction._lexicon import ACTS_OF_MIND
from timeline.extraction._tree import Tree
from timeline.extraction._voices import AUXILIARY, SUBJECTS

ORDER = ("denied", "planned", "possible", "reported", "asserted")
_CLAUSES = ("xcomp", "ccomp", "csubj", "nsubj")
_FARTHEST = 3
_GERUNDS = ("xcomp", "advcl", "ccomp", "obj")
_STATUS = {
    "planned": "planned",
    "hoped": "planned",
    "permitted": "possible",
    "denied": "denied",
    "alleged": "reported",
}


def own_certainty(tree: Tree, grp: Group, status: str = "") -> set[str]:
    """Give what the clause itself says of its certainty, apart from who tells it.

    A reporting conditional (*sarebbe rimasta uccisa*) is hearsay; one with a condition, a modal or in the
    first or second person is a possibility.
    """
    found: set[str] = set()
    if status in _STATUS:
        found.add(_STATUS[status])
    if is_supposed(tree, grp):
        found.add("reported" if tree.lexicon.reporting_future else "possible")
    elif (
        grp.tense == FUTURE
        or grp.modal == "hoped"
        or _is_to_come(tree, grp)
        or _is_marked_ahead(tree, grp.head)
    ):
        found.add("planned")
    elif grp.modal == "possible" and not is_failure(tree, grp):
        found.add("possible")
    if grp.modal == "necessity" and grp.tense != FUTURE:
        found.add("planned" if is_duty(tree, grp) else "possible")
    if (grp.subjunctive or grp.form == "Ger") and (prevented := _is_prevented(tree, grp.head)):
        found.add(prevented)
    if has_doubt(tree, grp.head) or (grp.subjunctive and _is_supposition(tree, grp.head)):
        found.add("possible")
    if grp.conditional:
        found.add(sense(tree, grp).factuality)
    if is_conditional_clause(tree, _outermost(tree, grp.head)):
        found = found - {"planned"} | {"possible"}  # *se non pioverà entro giugno*
    hearsay = tree.lexicon.words("sources", "hearsay_adverbs")
    if _has_word(tree, grp.head, hearsay) or _is_rumour(tree, grp.head):
        found.add("reported")
    if is_called_false(tree, grp.head):
        found.add("denied")
    if _is_asked(tree, grp.head) or _is_open(tree, grp.head):
        found = found - {"planned"} | {"possible"}
    return found | _shared(tree, grp) | _passed_on(tree, grp)


def is_duty(tree: Tree, grp: Group) -> bool:
    """*Must pay*, *deve cambiare*: what has to be done is to come; *must have left* is a guess."""
    helpers = [k for k in tree.kids[grp.head] if tree.deps[k] in AUXILIARY]
    should = tree.lexicon.words("auxiliaries", "modal_weak")
    perfect = any(
        tree.lemmas[k] in tree.lexicon.perfect_only | tree.lexicon.words("auxiliaries", "perfect")
        and tree.deps[k] == "aux"
        and tree.form(k) in ("Inf", "Part")
        for k in helpers
    )
    weak = (
        grp.conditional
        or grp.subjunctive
        or grp.progressive
        or perfect
        or any(tree.forms[k] in should for k in helpers)
    )
    return not (weak or grp.negated or tree.copula(grp.head) is not None)


def _is_marked_ahead(tree: Tree, i: int) -> bool:
    """*Was due to begin*."""
    marks = tree.lexicon.words("plans", "marks")
    return tree.form(i) == "Inf" and any(tree.forms[k] in marks for k in tree.kids_of(i, "mark"))


def _is_to_come(tree: Tree, grp: Group) -> bool:
    return is_then_ahead(tree, grp) or _is_yet_to_come(tree, grp) or _is_awaited(tree, grp)


def _is_awaited(tree: Tree, grp: Group) -> bool:
    """*Would end once they had disarmed*, *will be sold after a court has ruled*: before what is to come."""
    i, over = grp.head, tree.heads[grp.head]
    if tree.deps[i] != "advcl" or grp.form != "Fin" or grp.modal or tree.pos[over] != "VERB":
        return False
    marks = {tree.forms[k] for k in tree.kids_of(i, "mark", "advmod")}
    once = bool(marks & tree.lexicon.words("clause", "awaiting"))
    since = any(tree.feats[k].get("Tense") == "Pres" for k in tree.kids_of(i, "aux"))
    after = since and bool(marks & tree.lexicon.words("clause", "after"))
    if not (after or (once and (grp.anterior or grp.tense == PRESENT or since))):
        return False
    head = group(tree, over)
    return head.tense == FUTURE or is_then_ahead(tree, head) or head.form == "Inf" or _is_to_be(tree, over)


def _is_supposition(tree: Tree, i: int) -> bool:
    """*L'ipotesi è che abbia rubato*, *si presume che*: told in the subjunctive below what is no saying."""
    over = tree.heads[i]
    if over == i:
        return any(tree.lemmas[k] in tree.lexicon.words("doubt", "verbs") for k in tree.kids[i] if k < i)
    felt = tree.lexicon.words("doubt", "felt")
    if tree.deps[i] not in ("ccomp", "csubj") or tree.lemmas[over] in felt | tree.lexicon.happenings:
        return False
    told = (e.act for e in tree.lexicon.entries.get(tree.lemmas[over], ()) if not e.rest)
    return not any(act not in ACTS_OF_MIND and act not in tree.lexicon.statuses for act in told)


def _is_prevented(tree: Tree, i: int) -> str:
    """*Per evitare che lo rubassero* may have been; what somebody has prevented was not."""
    over = tree.heads[i]
    beside = tree.deps[i] == "acl" and tree.deps[over] == "obj"
    over = tree.heads[over] if beside else over  # *to avoid the miners occupying it*
    if (
        not (beside or tree.deps[i] == "ccomp")
        or tree.lemmas[over] in tree.lexicon.entries
        or tree.pos[over] != "VERB"
    ):
        return ""
    if not tree.is_in(over, tree.lexicon.phrases("negation", "verbs")) or group(tree, over).negated:
        return ""
    if group(tree, over).tense == PAST:
        return "" if beside else "denied"
    return "possible"


def _is_to_be(tree: Tree, i: int) -> bool:
    """*To be demolished*."""
    return any(tree.form(k) == "Inf" for k in tree.kids_of(i, "aux:pass"))


def _is_yet_to_come(tree: Tree, grp: Group) -> bool:
    """*Before a merger takes place*, *recommended that it be sold*, *will close, with all staff leaving*."""
    i, words = grp.head, tree.lexicon.words
    marks = tree.kids_of(i, "mark")
    if grp.form == "Ger":
        noun = tree.heads[i]
        with_noun = tree.deps[i] == "acl" and tree.case_of(noun) in words("clause", "absolute")
        return with_noun and tree.deps[noun] == "obl" and group(tree, tree.heads[noun]).tense == FUTURE
    if tree.deps[i] == "advcl" and grp.form == "Fin" and grp.tense == PRESENT:
        plain = not (grp.progressive or grp.modal or tree.kids_of(i, "aux"))
        return plain and any(tree.forms[k] in words("clause", "not_yet") for k in marks)
    helpers = tree.kids_of(i, "aux", "aux:pass")
    bare = bool(helpers) and all(tree.form(k) == "Inf" for k in helpers)
    to = any(tree.forms[k] in words("clause", "infinitive_marks") for k in marks)
    asked = tree.lexicon.ambiguous_past and tree.deps[i] == "ccomp" and tree.subject(i) is not None
    return asked and bare and not to and tree.form(i) == "Part"


def _is_asked(tree: Tree, i: int) -> bool:
    """*Did the army bomb the bridge?*: the main clause of a question."""
    _, end = tree.bounds(i)
    return tree.forms[end - 1] == "?" and tree.heads[i] == i


def _is_open(tree: Tree, i: int) -> bool:
    """*Whether he will resign*, *non si sa se verrà*: a question that somebody asks or leaves open."""
    words = tree.lexicon.words("clause", "whether")
    marks = tree.kids_of(i, "mark") if tree.deps[i] in ("ccomp", "csubj", "csubj:pass") else []
    return any(tree.forms[k] in words and tree.pos[k] == "SCONJ" for k in marks)


def _shared(tree: Tree, grp: Group) -> set[str]:
    """*Avrebbero forzato la porta e rubato*, *allegedly came and took*: the first speaks for both."""
    i, head = grp.head, tree.heads[grp.head]
    if tree.deps[i] != "conj" or tree.pos[head] not in ("VERB", "AUX") or tree.kids_of(i, *SUBJECTS):
        return set()
    alike = tree.lexicon.ambiguous_past and tree.form(head) == "Part"  # *may have shelled it and killed two*
    if not tree.kids_of(i, "aux", "cop") and (tree.form(i) != "Fin" or alike):
        return own_certainty(tree, group(tree, head))
    lists = {"possible": ("doubt", "adverbs"), "reported": ("sources", "hearsay_adverbs")}
    return {status for status, name in lists.items() if _has_word(tree, head, tree.lexicon.words(*name))}


def _passed_on(tree: Tree, grp: Group) -> set[str]:
    """*Could include taxing it*, *will expand, using its staff*: what may be or is to come beside a verb."""
    i, head = grp.head, tree.heads[grp.head]
    if tree.deps[i] not in _GERUNDS or tree.pos[head] not in ("VERB", "AUX"):
        return set()
    if grp.form == "Part" and tree.deps[i] == "advcl" and not tree.kids_of(i, "mark", "aux"):
        return {"planned"} if group(tree, head).tense == FUTURE else set()  # *will direct it, helped by X*
    if grp.form != "Ger":
        return set()
    words = tree.lexicon.words
    beside = tree.lemmas[i] in tree.lexicon.entries and tree.deps[i] == "advcl"
    apart = any(tree.forms[k] in words("clause", "before_after") for k in tree.kids_of(i, "mark", "case"))
    if beside or apart or tree.lemmas[head] in words("phases", "perception"):
        return set()  # *could be seen smiling*, *would not elaborate, citing the law*
    return own_certainty(tree, group(tree, head)) & {"planned", "possible"}


def clause_of(tree: Tree, grp: Group) -> Group | None:
    """Give the verb group of the clause whose subject, object or predicate a noun is that tells an event.

    *Ci sarebbero due morti*, *non si registrano feriti*: the clause says how sure the noun is.
    """
    i = grp.head
    if grp.form or tree.pos[i] not in ("NOUN", "ADJ", "NUM"):
        return None
    if tree.copula(i) is not None:
        return group(tree, i)
    head = tree.heads[i]
    if tree.pos[head] == "ADV" and tree.deps[head] == "advmod":
        i, head = head, tree.heads[head]  # *plus de mille blessés auraient été soignés*
    part = tree.deps[i] in (*SUBJECTS, "obj", "advmod")
    verbal = tree.pos[head] in ("VERB", "AUX") or tree.copula(head) is not None
    return group(tree, head) if head != i and part and verbal else None


def is_supposed(tree: Tree, grp: Group) -> bool:
    """*Avrà pensato*, *terá fugido*: the future of a perfect is a guess, in Portuguese hearsay."""
    helpers = tree.kids_of(grp.head, "aux")
    perfect = tree.lexicon.words("auxiliaries", "perfect")
    if not tree.lexicon.reporting_conditional or tree.form(grp.head) != "Part":
        return False
    return any(
        tree.feats[k].get("Tense") == "Fut" and tree.deps[k] == "aux" and tree.lemmas[k] in perfect
        for k in helpers
    )


def is_ahead(tree: Tree, grp: Group) -> bool:
    """Tell what was to come in the words of who spoke before: *promised that it would open*."""
    return is_then_ahead(tree, grp) or (grp.conditional and sense(tree, grp) is Sense.AHEAD)


def is_then_ahead(tree: Tree, grp: Group) -> bool:
    """*Said he would resign*: in the words of who spoke in the past it was what was to come."""
    words = tree.lexicon.words("auxiliaries", "future_in_past")
    helpers = tree.kids_of(grp.head, "aux")
    if not any(tree.forms[k] in words for k in helpers) or grp.tense == PAST or tree.copula(grp.head):
        return False
    over = tree.heads[grp.head]
    told = tree.deps[grp.head] == "ccomp" and tree.lemmas[over] in tree.lexicon.entries
    wish = tree.lemmas[grp.head] in tree.lexicon.words("doubt", "wishes")
    return told and not wish and group(tree, over).tense == PAST and not has_condition(tree, grp.head)


def is_failure(tree: Tree, grp: Group) -> bool:
    """*Could not close out the game*, *would not comment*: what could not be or nobody would say then."""
    words = tree.lexicon.words("auxiliaries", "ability_past")
    if tree.lemmas[grp.head] in tree.lexicon.entries and not has_condition(tree, grp.head):
        words |= tree.lexicon.words("auxiliaries", "future_in_past")
    helpers = tree.kids_of(grp.head, "aux")
    simple = len([k for k in helpers if tree.pos[k] == "AUX"]) == 1
    return grp.negated and simple and any(tree.forms[k] in words for k in helpers)


def is_called_false(tree: Tree, i: int) -> bool:
    """Tell a clause of which the sentence says that it is not so: *it is not true that*, *è falso che*."""
    head = tree.heads[i]
    claim = tree.deps[i].startswith("acl") and tree.deps[head] == "nsubj" and tree.pos[head] == "NOUN"
    head = tree.heads[head] if claim else head  # *the claim that he left is false*
    if head == i or not (claim or tree.deps[i] in _CLAUSES):
        return False
    words = {tree.forms[head], tree.lemmas[head]}
    denial = any(tree.forms[k] in tree.lexicon.words("negation", "words") for k in tree.kids[head])
    return bool(words & tree.lexicon.words("truth", "true" if denial else "false"))


def _is_rumour(tree: Tree, i: int) -> bool:
    """Tell a clause below a passive that nobody vouches for: *is rumoured to have left*."""
    head = tree.heads[i]
    told = head != i and tree.deps[i] in ("xcomp", "ccomp", "csubj")
    return (
        told
        and tree.lemmas[head] in tree.lexicon.words("sources", "hearsay_verbs")
        and tree.copula(head) is not None
        and not group(tree, head).modal
    )


def is_conditional_clause(tree: Tree, i: int) -> bool:
    """Tell a clause that states a condition: *se venisse*."""
    marks = tree.lexicon.words("clause", "conditional_marks")
    even = tree.lexicon.words("clause", "concessives")
    return (
        tree.deps[i] in ("advcl", "ROOT")
        and not _is_past_fact(tree, i)
        and any(
            tree.forms[k] in marks and (k == 0 or tree.forms[k - 1] not in even)
            for k in tree.kids_of(i, "mark")
        )
    )


def _outermost(tree: Tree, i: int) -> int:
    """*If it is confirmed that the dam burst*: the clause that others are the subject or object of."""
    for _ in range(_FARTHEST):
        if not tree.deps[i].startswith(("ccomp", "csubj")) or tree.pos[tree.heads[i]] not in ("VERB", "ADJ"):
            break
        i = tree.heads[i]
    return i


def _is_past_fact(tree: Tree, i: int) -> bool:
    """*Se a febbraio entrarono dal retro, stavolta hanno sfondato la porta*: two facts set side by side."""
    if tree.lexicon.ambiguous_past:
        return False
    return all(
        grp.tense == PAST and not (grp.imperfect or grp.subjunctive or grp.conditional or grp.anterior)
        for grp in (group(tree, i), group(tree, tree.heads[i]))
    )


def has_doubt(tree: Tree, i: int) -> bool:
    """Tell whether an adverb or a verb above says that it may not be so."""
    if _has_word(tree, i, tree.lexicon.words("doubt", "adverbs")):
        return True
    head = tree.heads[i]
    if head == i or tree.deps[i] not in _CLAUSES:
        return False
    if tree.pos[head] == "ADJ" and tree.lemmas[head] in tree.lexicon.words("doubt", "adjectives"):
        return True  # *it is unlikely that*
    return tree.lemmas[head] in tree.lexicon.words("doubt", "verbs") and not _is_over(tree, head)


def _is_over(tree: Tree, i: int) -> bool:
    """*Pôde fugir*: a verb that came about in the past with what follows it."""
    grp = group(tree, i)
    implicative = tree.lemmas[i] in tree.lexicon.words("plans", "implicative")
    return implicative and grp.tense == PAST and not grp.imperfect


def of_words(tree: Tree, i: int, noun: int | None) -> set[str]:
    """Give what the words around a deed say of it: its adjective, the quotation marks it stands in."""
    found = {"possible"} if has_doubtful_word(tree, noun) else set()
    return found | ({"reported"} if is_quoted(tree, i) else set())


def is_quoted(tree: Tree, i: int) -> bool:
    """Tell what a clause inside quotation marks tells, whoever speaks: *Per Rossi «la giunta ha rubato»*.

    Words that the text takes over are none: a verb whose subject stands outside, up to three words.
    """
    if i not in tree.quoted:
        return False
    seen: set[int] = set()
    while not is_finite(tree, i):
        seen.add(i)
        i = tree.heads[i]
        if i in seen or i not in tree.quoted:
            return False
    subject = tree.subject(i)
    if subject is None and tree.deps[i] == "conj":
        subject = tree.subject(tree.heads[i])
    if subject is not None:
        return _are_quoted(tree, min(subject, i), max(subject, i))
    return _are_quoted(tree, i - 2, i + 1) or _are_quoted(tree, i - 1, i + 2)


def is_finite(tree: Tree, i: int) -> bool:
    """Tell a finite verb, also by its auxiliary or copula: *ha rubato*, *è vuoto*."""
    return tree.form(i) == "Fin" or any(tree.form(k) == "Fin" for k in tree.kids_of(i, *AUXILIARY))


def _are_quoted(tree: Tree, first: int, last: int) -> bool:
    return all(k in tree.quoted for k in range(first, last + 1))


def is_never(tree: Tree, grp: Group) -> bool:
    """*Nega di averlo mai visto*: a clause that only *mai* negates, which below a denial negates nothing."""
    near = {*tree.kids[grp.head], *range(grp.first, grp.last + 1)}
    denying = {tree.forms[k] for k in near if is_negation(tree, k)}
    return grp.negated and bool(denying) and denying <= tree.lexicon.words("doubt", "never")


def has_doubtful_word(tree: Tree, noun: int | None) -> bool:
    """Tell whether an adjective says that a noun is so called only: *il presunto attacco*."""
    if noun is None:
        return False
    return any(tree.lemmas[k] in tree.lexicon.words("doubt", "adjectives") for k in tree.kids[noun])


def _has_word(tree: Tree, i: int, words: frozenset[str]) -> bool:
    return any(
        tree.forms[k] in words or tree.lemmas[k] in words or _whole(tree, k) in words
        for k in tree.kids[i]
        if tree.deps[k] == "advmod" and not _is_of_phrase(tree, i, k)
    )


def _is_of_phrase(tree: Tree, i: int, k: int) -> bool:
    """*Era ferma forse in attesa di qualcuno*: an adverb after the verb, before a phrase, is said of that."""
    return i < k < tree.size - 1 and tree.pos[k + 1] == "ADP"


def _whole(tree: Tree, k: int) -> str:
    """Give an adverb of several words: *al parecer*."""
    return " ".join(tree.forms[j] for j in (k, *tree.kids_of(k, "fixed")))


def first_of(found: set[str]) -> str:
    """Give the first that applies in the order of the event table."""
    return next((s for s in ORDER if s in found), "asserted")
