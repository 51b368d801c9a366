"""Who a clause is about that does not say so itself: a noun before a relative, a name, a condition."""

from __future__ import annotations

import re

from timeline.extraction._stretches import (
    Line,
    Words,
    genders_of,
    noun_words,
    numbers_of,
    short_noun,
    without_case,
)
from timeline.extraction._tree import Tree
from timeline.extraction._wording import join, length
from timeline.languages.places import fold

_NAMELESS = frozenset(("Prs", "Rel", "Dem"))
_LONGEST, _BETWEEN = 45, 2


def relative(line: Line) -> set[int]:
    """The relative pronoun of a clause with its preposition: *su cui* viaggia il treno."""
    tree, head = line.tree, line.group.head
    if line.group.form != "Fin":
        return set()
    words = tree.lexicon.words("clause", "relatives")
    pronouns = (k for k in tree.kids[head] if k < head and tree.forms[k] in words)
    if not tree.deps[head].startswith("acl"):
        pronouns = (k for k in pronouns if tree.feats[k].get("PronType") == "Rel")
    return {j for k in pronouns for j in (k, *tree.kids_of(k, "case", "det"))}


def condition(line: Line) -> str:
    """*Se non pagano*, *fino a quando non sarà*: what makes a clause a condition or open is told with it."""
    tree, head = line.tree, line.group.head
    marks = tree.lexicon.words("clause", "conditional_marks")
    even = tree.lexicon.words("clause", "concessives")
    found = [k for k in tree.kids_of(head, "mark") if tree.forms[k] in marks and k < head]
    found = [k for k in found if k == 0 or tree.forms[k - 1] not in even]
    if not found and line.group.form == "Fin":
        return _until(line)
    return tree.text(found[0], found[0]).lower() if found and tree.deps[head] == "advcl" else ""


def _until(line: Line) -> str:
    """*Before the bridge opens*, *fino a quando non è aperto*: the clause does not say that it happened."""
    tree, head = line.tree, line.group.head
    words = tree.lexicon
    early = words.words("clause", "before_after") - words.words("clause", "after")
    late = words.words("clause", "simultaneous")
    for k in tree.kids_of(head, "mark"):
        last = max([k, *tree.kids_of(k, "fixed")])
        opened = tree.forms[k] in early or (last > k and tree.forms[last] in late)
        if k < head and opened and all(tree.heads[j] == k for j in range(k + 1, last + 1)):
            if last + 1 < head and tree.forms[last + 1] in words.words("clause", "that"):
                last += 1
            return tree.text(k, last).lower()
    return ""


def given(line: Line, relative: set[int]) -> list[int]:
    """*La merce che l'uomo ha rubato*: what a relative clause with a subject of its own does it to."""
    tree, head = line.tree, line.group.head
    noun, subject = tree.heads[head], tree.subject(head)
    clause = tree.deps[head].startswith("acl") and line.group.form == "Fin" and not line.group.passive
    clause = clause and not line.is_time(noun)
    if not clause or subject in relative or tree.pos[noun] not in ("NOUN", "PROPN"):
        return []
    forms = tree.lexicon.words("clause", "relatives")
    inside = range(max(noun + 1, tree.edge(head)[0]), head)
    if any(tree.forms[k] in forms and k not in relative and tree.pos[k] != "SCONJ" for k in inside):
        return []  # *a firm whose stock fell*
    opened = tree.lexicon.words("clause", "complementisers") | tree.lexicon.words("clause", "openers")
    opened -= tree.lexicon.words("clause", "that")
    if any(tree.forms[k] in opened and tree.pos[k] in ("ADV", "SCONJ") for k in tree.kids[head] if k < head):
        return []  # *il negozio dove l'uomo ha rubato*
    objects = tree.kids_of(head, "obj", "ccomp", "xcomp")
    pronoun = [k for k in objects if k in relative]
    be = tree.lexicon.words("auxiliaries", "passive")
    marked = tree.deps[head] == "acl:relcl" and not any(
        tree.lemmas[k] in be for k in tree.kids_of(head, "aux")
    )
    if (
        marked and subject is not None and not tree.lexicon.ambiguous_past
    ):  # *l'esposto che i consiglieri hanno firmato*: taken for a conjunction
        pronoun = pronoun or [k for k in relative if tree.deps[k] == "mark"]
    if any(k not in pronoun for k in objects) or (not pronoun and (relative or subject is None)):
        return []
    low = max([tree.bounds(noun)[0], *(k + 1 for k in tree.kids_of(noun, "cop") if k < noun)])
    words = noun_words(tree, noun, low, max(noun, tree.edge(head)[0] - 1))
    if length(tree, words) > _LONGEST or any(tree.forms[k] in forms for k in words):
        words = short_noun(tree, noun, [k for k in words if k == noun or tree.heads[k] in words])
        words = [k for k in words if k >= noun or tree.heads[k] == noun]
    while len(words) > 1 and tree.pos[words[0]] == "ADV":
        words = words[1:]
    return [k for k in words if tree.heads[k] != noun or tree.deps[k] != "case"]


def pronominal(line: Line, relative: set[int], subject: int | None, prefix: str) -> str:
    """*Those who died*, *quello che ha visto*: a relative clause that is about a pronoun, told with both."""
    tree, noun = line.tree, line.tree.heads[line.group.head]
    if not relative or tree.pos[noun] not in ("PRON", "DET") or not 0 < min(relative) - noun <= _BETWEEN:
        return ""
    if subject is not None and subject not in relative:
        return ""
    named = prefix and prefix.casefold() != tree.forms[noun]
    return "" if named or any(tree.kids_of(k, "case") for k in relative) else tree.text(noun, max(relative))


def antecedent(line: Line, relative: set[int]) -> str:
    """What a relative clause is about, in the words before it."""
    tree, noun = line.tree, line.tree.heads[line.group.head]
    if (
        tree.pos[noun] not in ("NOUN", "PROPN")
        or not tree.deps[line.group.head].startswith("acl")
        or line.is_time(noun)
        or fold(tree.forms[noun]) in tree.time_nouns
    ):
        return ""
    own = tree.subject(line.group.head)
    apart = any(tree.kids_of(k, "case") or tree.deps[k] == "obj" for k in relative)
    if apart or (own is not None and own not in relative):
        return ""  # *la merce che l'uomo ha rubato*: the clause has a subject of its own
    over, verb = tree.heads[noun], line.group.head
    joined = tree.deps[noun] == "conj" and tree.pos[over] == tree.pos[noun] and over < noun
    if joined and numbers_of(tree, verb) == {"Plur"} and tree.feats[noun].get("Number") == "Sing":
        noun = over  # *un uomo e una donna che hanno rubato*
    told = genders_of(tree, verb)
    while told and tree.feats[noun].get("Gender", *told) not in told and tree.deps[noun] == "nmod":
        noun = tree.heads[noun]  # *la guida del Consiglio, che era affidata*
    if told and tree.feats[noun].get("Gender", *told) not in told:
        return ""
    words = noun_words(tree, noun, tree.bounds(noun)[0], min([*relative, line.group.head]) - 1)
    words = without_case(tree, words if length(tree, words) <= _LONGEST else short_noun(tree, noun, words))
    while len(words) > 1 and tree.pos[words[0]] == "ADV" and tree.heads[words[0]] == noun:
        words = without_case(tree, words[1:])  # *anche per tanti clienti*
    return join(tree, words)


def is_nameless(tree: Tree, subject: int) -> bool:
    """A pronoun that stands for somebody named elsewhere; *molti*, *nobody* say who."""
    if tree.pos[subject] not in ("PRON", "DET") or tree.kids_of(subject, "det", "amod", "nmod", "acl"):
        return False
    kind = tree.feats[subject].get("PronType", "Prs")
    return kind in _NAMELESS or tree.forms[subject] in tree.lexicon.words("clause", "relatives")


def tells(tree: Tree, name: str, words: Words) -> bool:
    """Tell whether the line names its actor already."""
    last = re.split(r"[\s'’]+", name.casefold().strip())[-1]
    return bool(last) and last in {tree.forms[k] for k in words}


def is_own_word(line: Line, subject: int | None) -> bool:
    """*J'ai pris cette décision*: told in the words of the one who did it."""
    if line.tree.lexicon.ambiguous_past and line.group.tense != "present":
        return False  # *I signed it*: the verb suits the name as well
    first = subject is not None and line.tree.feats[subject].get("Person") == "1"
    return first or (subject is None and line.group.person == "1")


def is_named_only(line: Line) -> bool:
    """Tell what is no clause with its doer: an infinitive, a noun, *aver girato*."""
    tree, form = line.tree, line.group.form
    perfect = any(tree.form(k) == "Inf" for k in tree.kids_of(line.group.head, "aux"))
    return form in ("Inf", "") or (perfect and not line.group.finite)
