"""Verbs that a parser took for participles or nouns, in languages whose past looks like the participle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._phrasal import mark_particles

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
_PRESENT = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}
_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
_AUXILIARY = frozenset(("aux", "aux:pass", "cop"))
_SUBJECT = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_BESIDE = frozenset(("conj", "appos", "nmod"))
_CHARGES = frozenset(("ACCUSE",))
_QUOTES = frozenset("\"'“”‘’«»``''")


def mark_pasts(tree: Tree) -> None:
    """Put right past forms that hang on their subject, and verbs that were taken for nouns."""
    for i in range(tree.size):
        if tree.pos[i] == "VERB" and tree.deps[i] == "acl":
            _raise_past(tree, i)
        elif tree.pos[i] == "VERB" and tree.deps[i] == "amod":
            _take_over(tree, i)
        elif tree.pos[i] == "NOUN" and i and not tree.kids_of(i, "cop", "case"):
            _make_verb(tree, i)
        elif tree.pos[i] == "VERB" and tree.deps[i] == "advcl":
            _join(tree, i)
    mark_particles(tree)
    _mark_openers(tree)
    for i in range(tree.size):
        if tree.deps[i] == "acl" and tree.feats[i].get("VerbForm") == "Inf":
            _give_infinitive(tree, i)


def _mark_openers(tree: Tree) -> None:
    """*After Ann Lee beat him*: the small word opens the clause, and does not govern its subject."""
    words = tree.lexicon.words("clause", "subordinators")
    for i in range(tree.size):
        if tree.forms[i] not in words or tree.deps[i] != "case":
            continue
        noun = tree.heads[i]
        verb = tree.heads[noun]
        if i < noun < verb and tree.deps[noun] in _SUBJECT and tree.pos[verb] in ("VERB", "AUX"):
            tree.rehang(i, verb)
            tree.deps[i] = "mark"
        elif i < noun and tree.deps[noun] in ("obl", "nmod") and tree.pos[noun] in ("NOUN", "PROPN"):
            _open_clause(tree, i, noun)


def _open_clause(tree: Tree, i: int, noun: int) -> None:
    """*Was hurt after a bomb landed*, *after the court Friday refused*: the verb right behind the noun."""
    k = noun + 1
    while k < tree.size and tree.deps[k] == "flat" and tree.heads[k] == noun:
        k += 1
    day = k if k < tree.size and tree.pos[k] == "PROPN" and not tree.kids[k] else None
    k = k + 1 if day is not None else k
    while k < tree.size and tree.pos[k] in ("AUX", "ADV", "PART"):
        k += 1
    if k >= tree.size or tree.pos[k] != "VERB" or tree.sentence[k] != tree.sentence[noun]:
        return
    helpers = [j for j in tree.kids[k] if j < k and tree.deps[j] in _AUXILIARY]
    if all(tree.form(j) != "Fin" for j in (k, *helpers)) or tree.deps[k] == "acl:relcl":
        return
    own = [j for j in tree.kids[k] if tree.deps[j] in _SUBJECT]
    if own not in ([], [day]) or (day is not None and own == []):
        return
    for j in own:
        tree.deps[j] = "obl:unmarked"
    above = tree.heads[noun]
    tree.rehang(noun, k)
    if tree.heads[noun] != k:
        return
    tree.rehang(i, k)
    tree.deps[noun], tree.deps[i] = "nsubj", "mark"
    if tree.heads[k] == k and above != k:
        tree.rehang(k, above)
        tree.deps[k] = "advcl"


def _raise_past(tree: Tree, i: int) -> None:
    """*The party called the vote a disgrace*, *after a tram overturned*: no reduced relative clause."""
    noun = tree.heads[i]
    if tree.pos[noun] not in _NOUNS or noun > i or tree.feats[i].get("Tense") != "Past":
        return
    if any(tree.deps[k] in _AUXILIARY for k in tree.kids[i]):
        return
    times = tree.lexicon.words("clause", "subordinators")
    within = (k for k in tree.kids_of(noun, "nmod") if k < i and tree.case_of(k) in times)
    noun = next(within, noun)  # *the scene after a tram overturned*
    top = _first_of(tree, noun, times)
    commas = sum(map(tree.is_punct, range(noun, i)))
    if tree.form(i) != "Fin" and commas and (top == noun and commas == 1):
        return
    case = tree.kids_of(top, "case")
    clause = not commas and len(case) == 1 and tree.forms[case[0]] in times and tree.edge(top)[0] == case[0]
    alone = tree.heads[top] == top and not case and not tree.block.heading and _has_no_verb(tree, top)
    agents = tree.lexicon.words("clause", "agent")
    done = any(tree.case_of(k).split()[:1] == [by] for by in agents for k in tree.below(i) if k > i)
    told = not done and (tree.form(i) == "Fin" or _is_needed(tree, i, noun, case))
    near = top == noun and not commas
    if (clause or alone) and (told or (near and _takes(tree, i, gerund=clause))):
        tree.rehang(i, top)
        _over(tree, i, top, case)


def _first_of(tree: Tree, noun: int, openers: frozenset[str]) -> int:
    """The first of nouns joined or beside each other: *his mother and ten others drowned*."""
    while tree.deps[noun] in _BESIDE and tree.heads[noun] < noun and tree.pos[tree.heads[noun]] in _NOUNS:
        if tree.case_of(noun) in openers:
            break
        noun = tree.heads[noun]
    return noun


def _is_needed(tree: Tree, i: int, noun: int, case: list[int]) -> bool:
    """Tell a past form without which a sentence, or a clause behind *after*, tells nothing.

    Not behind a noun of an event or of a time, nor one that says what something is like.
    """
    lemma = tree.lemmas[i]
    phrases = [rest for rest, _ in tree.lexicon.verb_phrases.get(lemma, ())]
    phrases += [entry.rest for entry in tree.lexicon.entries.get(lemma, ())]
    idiom = any(tuple(rest[:1]) == tuple(tree.forms[i + 1 : i + 2]) for rest in phrases)  # *called for*
    described = lemma in tree.lexicon.words("states", "described") and not idiom
    if described or tree.lexicon.verb_types.get(lemma) in _CHARGES:
        return False
    if not case:
        return tree.forms[tree.bounds(i)[1] - 1] == "."
    if tree.forms[case[0]] in tree.lexicon.words("clause", "as") or _goes_on(tree, i):
        return False
    events = tree.lexicon.noun_types.keys() | tree.lexicon.act_nouns.keys()
    return not {tree.lemmas[noun], tree.forms[noun]} & (events | tree.time_nouns)


def _goes_on(tree: Tree, i: int) -> bool:
    """*After the car loaded with explosives rammed the gate*: one more past form behind is the verb."""
    own = ("mark", "cc", *_AUXILIARY, *_SUBJECT)
    behind = [
        k for k in tree.below(i) if k > i and tree.pos[k] == "VERB" and tree.feats[k].get("Tense") == "Past"
    ]
    return any(tree.forms[k - 1] != "," and not tree.kids_of(k, *own) for k in behind)


def _take_over(tree: Tree, i: int) -> None:
    """*The company reported net income*: a past form with a subject before it is the verb over its noun."""
    noun = tree.heads[i]
    subjects = [k for k in tree.kids[i] if k < i and tree.deps[k] in _SUBJECT]
    if not subjects or noun < i or tree.feats[i].get("Tense") != "Past" or tree.pos[noun] not in _NOUNS:
        return
    that = tree.forms[subjects[0]] in tree.lexicon.words("clause", "that")
    if not that and not any(
        tree.deps[k] in _SUBJECT | _AUXILIARY or k < subjects[0] for k in tree.kids[noun] if k != i
    ):
        tree.change_places(i, noun, "obj")
        tree.feats[i] = _PAST


def _has_no_verb(tree: Tree, noun: int) -> bool:
    """Tell a root that is no predicate: nothing but the clause in question makes it a sentence."""
    deps = {tree.deps[k] for k in tree.kids[noun]}
    return not deps & (_AUXILIARY | _SUBJECT | {"parataxis"})


def _takes(tree: Tree, i: int, *, gerund: bool) -> bool:
    """Tell a verb with an object, which a passive participle has not.

    One of naming or giving may have one in the passive too: *a man called Reed*, *the boy given a prize*.
    """
    two = tree.lexicon.words("clause", "two_objects")
    naming = tree.lexicon.words("clause", "naming")
    for k in tree.kids[i]:
        if k < i or tree.is_punct(k):
            continue
        dep = tree.deps[k]
        if dep == "xcomp" and gerund and tree.feats[k].get("VerbForm") in ("Ger", "Part"):
            return True
        if tree.lemmas[i] in two or dep not in ("obj", "iobj", "xcomp") or tree.pos[k] not in _NOUNS:
            continue
        if dep == "xcomp" and tree.lemmas[i] not in naming:
            continue
        if tree.lemmas[i] not in naming:
            return True
        quoted = tree.forms[tree.edge(k)[0]] in _QUOTES
        if not quoted and (tree.pos[k] == "NOUN" or tree.kids_of(k, "det")):
            return True
    return False


def _over(tree: Tree, verb: int, noun: int, case: list[int]) -> None:
    """Let the verb change places with its subject; what stood on the noun behind it goes along."""
    tree.change_places(verb, noun, "nsubj")
    tree.deps[verb] = "advcl" if case else tree.deps[verb]
    for k in [k for k in tree.kids[noun] if k > verb or k in case]:
        tree.rehang(k, verb)
        tree.deps[k] = "mark" if k in case else tree.deps[k]
    tree.feats[verb] = _PAST
    joined = verb + 2
    past = joined < tree.size and tree.pos[joined] == "VERB" and tree.feats[joined].get("Tense") == "Past"
    if past and tree.deps[joined] == "conj" and tree.kids_of(joined, "cc") == [verb + 1]:
        tree.rehang(joined, verb)  # *a tram derailed and overturned*


def _make_verb(tree: Tree, i: int) -> None:
    """*Police shot three people*, *The king visits Berlin*: a noun with a subject and an object is none."""
    objects = [k for k in tree.kids[i] if k > i and tree.deps[k] == "obj" and tree.pos[k] in _NOUNS]
    if not objects:
        return
    subject = next((k for k in tree.kids[i] if k < i and tree.deps[k] == "nsubj"), None)
    beside = i - 1 if i - 1 in tree.kids[i] and tree.deps[i - 1] == "compound" else None
    actor = subject if subject is not None else beside
    if actor is None or tree.pos[actor] not in _NOUNS:
        return
    base = tree.lexicon.lemma(tree.forms[i], tree.lemmas[i], tree.lexicon.code)
    if base not in tree.lexicon.known or (base == tree.forms[i] and subject is None):
        return
    tree.pos[i], tree.lemmas[i] = "VERB", base
    ending = tuple(tree.lexicon.words("clause", "present"))
    tree.feats[i] = _PRESENT if tree.forms[i] == base or tree.forms[i].endswith(ending) else _PAST
    tree.deps[actor] = "nsubj"
    for k in [
        k for k in tree.kids[i] if k < actor and tree.deps[k] in ("det", "amod", "nmod:poss", "compound")
    ]:
        tree.rehang(k, actor)
    tree.edges.clear()


def _join(tree: Tree, i: int) -> None:
    """*Which damaged the embassy, shattered the shell and toppled the hall*: one past form after another."""
    head = tree.heads[i]
    if head > i or tree.pos[head] != "VERB" or tree.feats[i].get("Tense") != "Past":
        return
    if _stands_by_noun(tree, i):
        tree.rehang(i, i - 1)
        tree.deps[i] = "acl"
        return
    if tree.feats[head].get("Tense") != "Past" or i < 2 or tree.forms[i - 1] != ",":
        return
    kids = {tree.deps[k] for k in tree.kids[i]}
    if not kids & {"mark", "obl:agent", *_AUXILIARY, *_SUBJECT} and "obj" in kids:
        tree.deps[i] = "conj"
        tree.feats[i] = _PAST


def _stands_by_noun(tree: Tree, i: int) -> bool:
    """*For stock valued at $18 million*: a participle right behind a noun that is no clause of its own."""
    bare = not {tree.deps[k] for k in tree.kids[i]} & {
        "mark",
        "obj",
        "ccomp",
        "xcomp",
        *_AUXILIARY,
        *_SUBJECT,
    }
    behind = tree.pos[i - 1] == "NOUN" and tree.heads[i] < i - 1 and i - 1 not in tree.timed
    return bare and behind and tree.form(i) == "Part" and not tree.block.heading


def _give_infinitive(tree: Tree, i: int) -> None:
    """*Urged the president to veto it*: what somebody is asked to do hangs on the verb of asking."""
    noun = tree.heads[i]
    verb = tree.heads[noun]
    asked = tree.deps[noun] in ("obj", "iobj") and verb < noun < i and tree.pos[verb] == "VERB"
    if not asked or tree.lemmas[noun] in tree.lexicon.act_nouns:
        return
    entries = tree.lexicon.entries.get(tree.lemmas[verb], ())
    if any(entry.frame == "infinitive" and not entry.rest for entry in entries):
        tree.rehang(i, verb)
        tree.deps[i] = "xcomp"
