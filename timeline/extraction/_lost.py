"""Subjects that a parser hung elsewhere, in languages whose finite verbs always have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_NOUNS = frozenset(("NOUN", "PROPN"))
_HELPERS = frozenset(("aux", "aux:pass", "cop"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_OWN = frozenset(("nsubj", "nsubj:pass", "csubj", "expl", "cop", "case"))
_BESIDE = frozenset(("conj", "acl", "appos"))
_BESIDE_ROOT = _BESIDE | {"parataxis", "ccomp", "advcl"}
_WITHIN = frozenset(("ccomp", "xcomp", "advcl"))
_LEADING = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PUNCT", "SYM"))
_ASIDE = frozenset((",", "--", "–", "—"))
_CLOSING = frozenset((",", '"', "”", "''", "»", "’", "'"))
_PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
_PARTICIPLE = {"Tense": "Past", "VerbForm": "Part", "Voice": "Pass"}
_INSIDE = frozenset(("nmod", "conj", "flat", "compound", "appos"))
_OBJECTS = frozenset(("obj", "obl", "iobj"))
_LONGEST_NAME, _LONGEST_ASIDE, _NEAR = 8, 25, 2


def mark_lost(tree: Tree) -> None:
    """Put right reduced relatives, sources at the end of a sentence, and roots that are participles.

    *The reward announced by the minister* (no finite verb), *..., the transport police said* (the phrase is
    no part of what was said), *The family applied for asylum, saying* (the first verb is the finite one).
    """
    for i in range(tree.size):
        if tree.pos[i] != "VERB":
            continue
        if tree.deps[i] == "acl" and tree.form(i) == "Fin":
            _reduce(tree, i)
        elif tree.heads[i] == i and tree.feats[i].get("Tense") == "Pres" and tree.form(i) == "Part":
            _change_root(tree, i)
        elif tree.lemmas[i] in tree.lexicon.entries:
            _invert(tree, i)
            noun = _of_speech(tree, i)
            if noun is not None:
                _give_source(tree, i, noun)
        if tree.form(i) == "Fin" or any(tree.form(k) == "Fin" for k in tree.kids[i]):
            _give_subject(tree, i)


def _invert(tree: Tree, i: int) -> None:
    """*The car was in the lot, said Ann Lee*: the name behind the verb says it, not what stands before."""
    told = any(entry.act == "say" for entry in tree.lexicon.entries.get(tree.lemmas[i], ()))
    if not told or i + 1 >= tree.size or i == 0 or tree.forms[i - 1] not in _CLOSING or tree.form(i) != "Fin":
        return
    subjects = [k for k in tree.kids[i] if tree.deps[k] in _SUBJECTS]
    late = [k for k in subjects if k > i and tree.pos[k] == "PROPN" and tree.edge(k)[0] == i + 1]
    for k in [k for k in subjects if late and k < i]:
        above = tree.heads[i]
        if tree.copula(k) is not None or any(tree.deps[c] in _SUBJECTS for c in tree.kids[k]):
            tree.deps[k] = "ccomp"
        elif above > i and tree.pos[above] == "VERB":
            tree.rehang(k, above)
            tree.deps[k] = "nsubj:pass" if tree.kids_of(above, "aux:pass") else "nsubj"


def _reduce(tree: Tree, i: int) -> None:
    noun = tree.heads[i]
    past = tree.feats[i].get("Tense") == "Past" and noun < i and tree.pos[noun] in _NOUNS
    if not past or any(tree.is_punct(k) for k in range(noun, i)) or tree.lemmas[i] in tree.lexicon.happenings:
        return
    opens = tree.lexicon.words("clause", "subordinators")
    told = tree.deps[noun] == "obj" and tree.lemmas[tree.heads[noun]] in tree.lexicon.entries
    clause = (
        told or tree.heads[noun] == noun or any(tree.forms[k] in opens for k in tree.kids_of(noun, "case"))
    )
    if clause and not any(
        tree.deps[k].startswith("obl") and tree.case_of(k) in tree.lexicon.words("clause", "agent")
        for k in tree.kids[i]
    ):
        return
    if not {tree.deps[k] for k in tree.kids[i]} & {*_OWN, *_HELPERS, "obj", "mark", "ccomp"}:
        tree.feats[i] = _PARTICIPLE


def _change_root(tree: Tree, i: int) -> None:
    """Let the participle of a subject and the gerund over it change places."""
    noun = next((k for k in tree.kids_of(i, "nsubj") if k < i and tree.pos[k] in _NOUNS), None)
    if noun is None or tree.kids_of(i, "aux", "cop", "mark") or tree.forms[i - 1] != ",":
        return
    told = [k for k in tree.kids_of(noun, "acl") if k > noun and tree.feats[k].get("Tense") == "Past"]
    verb = told[0] if len(told) == 1 else None
    if verb is None or any(tree.is_punct(k) for k in range(noun, verb)) or tree.kids_of(verb, "obl:agent"):
        return
    tree.rehang(verb, i)
    tree.kids[i].remove(verb)
    tree.heads[verb], tree.heads[i] = verb, verb
    tree.kids[verb] = sorted([*tree.kids[verb], i])
    tree.deps[verb], tree.deps[i] = tree.deps[i], "advcl"
    tree.feats[verb] = _PAST
    tree.rehang(noun, verb)


def _give_source(tree: Tree, i: int, noun: int) -> None:
    """Hang the phrase on the verb; what stands before its comma stays where the phrase was."""
    start = noun
    while start > 0 and tree.forms[start - 1] not in _CLOSING:
        start -= 1
    above = tree.heads[noun]
    if above == noun:
        return
    for k in [k for k in tree.kids[noun] if k < start]:
        tree.rehang(k, above)
    tree.rehang(noun, i)
    tree.deps[noun] = "nsubj"


def _give_subject(tree: Tree, i: int) -> None:
    """Hang the noun on a finite verb that must be its subject.

    *Liam Hale, from the ambulance service, described* (a root noun), *showed the rate for men declined*
    (an object that is the subject of the next clause), *the firm, whose plan failed, now sees*.
    """
    small = [k for k in tree.kids[i] if k < i and tree.deps[k] in _HELPERS]
    own = any(tree.deps[k] in _SUBJECTS for k in tree.kids[i])
    if own or tree.block.heading or all(tree.form(k) != "Fin" for k in (*small, i)):
        return
    first = min([i, *small])
    for look in (_over_aside, _root_noun, _next_clause):
        noun = look(tree, i, first)
        if noun is not None:
            if tree.agrees(i, noun):
                _hang(tree, noun, i)
            return


def _hang(tree: Tree, noun: int, i: int) -> None:
    """Make a noun the subject of verb `i`; a verb that hangs on it takes its place first."""
    above, dep = tree.heads[noun], tree.deps[noun]
    if (
        above != i
        and tree.heads[above] == i
        and tree.lemmas[above] in tree.lexicon.entries
        and dep in _OBJECTS
    ):
        tree.lift(above, i)  # *records show Ann Lee, 49, was found guilty*
        tree.heads[i], tree.deps[above] = above, tree.deps[i]
        tree.kids[above] = sorted([*tree.kids[above], i])
        tree.deps[i] = "ccomp"
        tree.edges.clear()
    if tree.heads[i] == noun:
        tree.lift(i, noun)
        tree.heads[noun] = i
        tree.kids[i] = sorted([*tree.kids[i], noun])
        tree.edges.clear()
        tree.deps[i] = dep if above == noun else ("ccomp" if dep in _OBJECTS else tree.deps[i])
    else:
        tree.rehang(noun, i)
    if tree.heads[noun] == i:
        tree.deps[noun] = "nsubj"


def _of_speech(tree: Tree, i: int) -> int | None:
    """The noun phrase alone between a comma or closing quotation mark and a verb of speech at the end."""
    start, k = tree.bounds(i)[0], i - 1
    if tree.form(i) != "Fin" or any(tree.deps[j] in _OWN for j in tree.kids[i]):
        return None
    while k > start and i - k < _LONGEST_NAME and tree.pos[k] in _LEADING and tree.forms[k] not in _CLOSING:
        k -= 1
    if k <= start or i - k < 2 or tree.forms[k] not in _CLOSING or tree.pos[i - 1] not in _NOUNS:
        return None
    if i + 1 < tree.size and not tree.is_punct(i + 1):
        return None
    heads = [j for j in range(k + 1, i) if tree.pos[j] in _NOUNS and not k < tree.heads[j] < i]
    return heads[0] if len(heads) == 1 else None


def _root_noun(tree: Tree, i: int, first: int) -> int | None:
    """*Liam Hale, from the ambulance service, described*: a root noun to which the verb was joined."""
    noun = tree.heads[i]
    beside = _BESIDE if tree.heads[noun] != noun else _BESIDE_ROOT
    root = noun < first and tree.deps[i] in beside
    if not root or tree.forms[first - 1] not in _ASIDE or not _is_free(tree, noun):
        return None
    return noun if not tree.kids_of(i, "cc") else None


def _next_clause(tree: Tree, i: int, first: int) -> int | None:
    """*Said profit from going lines fell*: what seems an object is the subject of the clause behind it."""
    verb = tree.heads[i]
    if tree.deps[i] == "acl" and tree.deps[verb] == "obj" and verb < i:
        told = tree.lemmas[tree.heads[verb]] in tree.lexicon.entries and tree.heads[verb] < verb
        return verb if told and _is_free(tree, verb) else None
    if (
        tree.deps[i] not in _WITHIN
        or verb > i
        or tree.pos[verb] != "VERB"
        or tree.lemmas[verb] not in tree.lexicon.entries
    ):
        return None
    if any(tree.is_punct(k) for k in range(verb + 1, first)) or tree.kids_of(i, "cc", "obl:agent"):
        return None
    between = [k for k in tree.kids[verb] if verb < k < first and tree.deps[k] in ("obj", "xcomp", "nsubj")]
    nouns = [
        k for k in between if tree.pos[k] in _NOUNS and k not in tree.timed and not tree.kids_of(k, "case")
    ]
    return nouns[0] if len(nouns) == 1 and len(between) == 1 else None


def _over_aside(tree: Tree, i: int, first: int) -> int | None:
    """*The company, whose plan failed, now sees*: the noun before what stands between commas or dashes."""
    start = tree.bounds(i)[0]
    while first > start and tree.pos[first - 1] == "ADV" and tree.heads[first - 1] in (i, first):
        first -= 1
    if first - start < 4 or tree.forms[first - 1] not in _ASIDE:
        return None
    if tree.deps[i] == "conj" and tree.pos[tree.heads[i]] in ("VERB", "AUX"):
        return None
    for k in range(first - 3, max(start, first - _LONGEST_ASIDE), -1):
        paired = (tree.forms[k] == ",") == (tree.forms[first - 1] == ",") and tree.forms[k] in _ASIDE
        if paired and tree.pos[k - 1] in _NOUNS and _is_aside(tree, k + 1, first - 1):
            noun = _top(tree, k - 1)
            if _is_free(tree, noun) and (tree.heads[i] == noun or not _is_taken(tree, noun)):
                return noun
    return _opening(tree, start, first)


def _opening(tree: Tree, start: int, first: int) -> int | None:
    """*Experts familiar with the flaws, found in May, say*: the noun that opens the sentence."""
    noun = next((k for k in range(start, first) if tree.pos[k] in _NOUNS), first)
    if any(tree.pos[k] not in _LEADING or tree.is_punct(k) for k in range(start, min(noun + 1, first))):
        return None
    while noun < tree.heads[noun] < first and tree.pos[tree.heads[noun]] in _NOUNS:
        noun = tree.heads[noun]
    aside = next((k for k in range(noun, first - 1) if tree.forms[k] in _ASIDE), None)
    if aside is None or first - aside > _LONGEST_ASIDE or not _is_aside(tree, noun + 1, first - 1):
        return None
    return noun if _is_free(tree, noun) and not _is_taken(tree, noun) else None


def _is_aside(tree: Tree, begin: int, end: int) -> bool:
    """No clause of its own but a relative one: *Ratners, which controls 25% of the market, would*."""
    relative = next((k for k in range(begin, end) if tree.feats[k].get("PronType") == "Rel"), end)
    verbs = (k for k in range(begin, relative) if tree.pos[k] in ("VERB", "AUX") and tree.form(k) == "Fin")
    return relative - begin <= _NEAR or all(tree.kids_of(k, "mark") for k in verbs)


def _top(tree: Tree, noun: int) -> int:
    """The noun that a phrase is about: *one* of *one of those computers*."""
    while tree.deps[noun].split(":")[0] in _INSIDE and tree.heads[noun] < noun:
        above = tree.heads[noun]
        beside = tree.deps[noun] == "appos" and bool(tree.kids_of(above, "case"))
        links = {tree.forms[k] for k in tree.kids_of(noun, "cc")}
        listed = tree.deps[noun] != "conj" or bool(links & names(tree.lexicon.code).conjunctions)
        if beside or not listed or tree.pos[above] not in (*_NOUNS, "NUM", "PRON"):
            break  # *in a statement, Ann Lee, the chairman, said*
        noun = above
    return noun


def _is_taken(tree: Tree, noun: int) -> bool:
    """Tell the subject of another verb, and an object or adverbial of one before it that tells nothing."""
    verb = tree.heads[noun]
    if tree.deps[noun] in _SUBJECTS and tree.pos[verb] in ("VERB", "AUX"):
        return True
    taken = verb < noun and tree.pos[verb] in ("VERB", "AUX") and tree.deps[noun].split(":")[0] in _OBJECTS
    return taken and tree.lemmas[verb] not in tree.lexicon.entries


def _is_free(tree: Tree, noun: int) -> bool:
    """A noun that is no predicate and has no preposition or verb of its own."""
    times = names(tree.lexicon.code).counts.time
    if tree.pos[noun] not in (*_NOUNS, "NUM", "PRON") or tree.forms[noun] in times:
        return False
    opens = tree.lexicon.words("clause", "subordinators")
    own = (k for k in tree.kids[noun] if tree.deps[k] in _OWN)
    return all(tree.deps[k] == "case" and (k > noun or tree.forms[k] in opens) for k in own)


__all__ = ["mark_lost"]
