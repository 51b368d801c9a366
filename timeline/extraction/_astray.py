"""Finite verbs whose subject a parser lost in what stands between: phrases, participles and asides.

For languages whose finite verbs always have a subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_NOUNS = frozenset(("NOUN", "PROPN"))
_NOMINAL = _NOUNS | {"NUM"}
_HELPERS = frozenset(("aux", "aux:pass", "cop"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_PREDICATES = frozenset(("ADJ", "NOUN"))
_LOOSE = frozenset(("acl", "acl:relcl", "advcl", "ccomp", "xcomp", "conj", "parataxis"))
_OWN = frozenset(("mark", "cc", "nsubj", "nsubj:pass", "csubj", "expl"))
_FULL = frozenset(("obj", "ccomp", "xcomp", "aux", "aux:pass", "cop"))
_WITHIN = frozenset(("nmod", "obl", "obj", "compound", "flat", "amod", "advmod", "nummod", "appos"))
_PARTICIPLE = {"Tense": "Past", "VerbForm": "Part", "Voice": "Pass"}
_PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
_STOPS = frozenset(("PUNCT", "CCONJ", "SCONJ", "SPACE"))
_LONGEST_ASIDE, _TWO = 25, 2


def mark_astray(tree: Tree) -> None:
    """Hang on a finite verb the noun that must be its subject."""
    if tree.block.heading:
        return
    for i in range(tree.size):
        if tree.pos[i] != "VERB" and (tree.pos[i] not in _PREDICATES or tree.copula(i) is None):
            continue
        if tree.deps[i] not in _LOOSE or any(tree.deps[k] in _OWN for k in tree.kids[i]):
            continue
        first = min([i, *(k for k in tree.kids[i] if k < i and tree.deps[k] in _HELPERS)])
        if all(tree.form(k) != "Fin" for k in (i, first)) and not _is_joined_past(tree, i):
            continue
        _list_content(tree, i, first)
        while first > 1 and tree.pos[first - 1] == "ADV" and tree.heads[first - 1] in (i, first):
            first -= 1
        if tree.forms[first - 1] == ",":
            _resume(tree, i, first)
        elif tree.pos[first - 1] in _NOUNS:
            _take_before(tree, i, first)


def keep_first(tree: Tree, i: int) -> None:
    """*The talks during the night shift ended*, *the firm selling the dam won*: the second belongs inside."""
    subjects = [k for k in tree.kids_of(i, "nsubj", "nsubj:pass") if k < i and tree.pos[k] in _NOUNS]
    if len(subjects) != _TWO:
        return
    noun, second = subjects
    before = tree.edge(second)[0] - 1
    if before <= noun or any(tree.is_punct(k) and tree.forms[k] != "-" for k in range(noun, second)):
        return
    if not _is_over(tree, noun, before) or tree.kids_of(second, "case"):
        return
    bare = all(tree.pos[k] != "ADP" for k in range(before + 1, second))
    if bare and tree.pos[before] == "VERB" and tree.deps[before].split(":")[0] in ("acl", "xcomp", "advcl"):
        dep = "obj"
    elif tree.pos[before] in (*_NOUNS, "ADP") and _is_in_phrase(tree, noun, before):
        dep = "flat" if tree.pos[second] == "PROPN" else "nmod"  # *a dam on the river Alta burst*
    else:
        return
    tree.rehang(second, before)
    tree.deps[second] = dep
    tree.subjects.clear()


def _is_in_phrase(tree: Tree, noun: int, last: int) -> bool:
    """A preposition stands between, no verb; not in a word like *son-in-law*."""
    between = range(noun + 1, last + 1)
    if any(tree.pos[k] in ("VERB", "AUX") for k in between):
        return False
    return any(tree.pos[k] == "ADP" and tree.forms[k - 1] != "-" for k in between)


def _is_over(tree: Tree, over: int, i: int) -> bool:
    while i != over and tree.heads[i] != i:
        i = tree.heads[i]
    return i == over


def _is_joined_past(tree: Tree, i: int) -> bool:
    """*The boy, whose state is unknown, plunged into a well*: taken for a participle joined to *is*."""
    past = tree.form(i) == "Part" and tree.feats[i].get("Tense") == "Past" and tree.forms[i - 1] == ","
    return past and tree.deps[i] == "conj" and tree.feats[tree.heads[i]].get("Tense") == "Pres"


def _list_content(tree: Tree, i: int, first: int) -> None:
    """*Said the shot hit a door, crossed the hall and broke a lamp*: a list goes on in what is told."""
    verb, listed = tree.heads[i], any(tree.kids_of(k, "cc") for k in tree.kids_of(i, "conj") if k > i)
    comma = first - 1
    while comma > 0 and tree.pos[comma] == "ADV" and tree.heads[comma] == i:
        comma -= 1
    if tree.deps[i] != "conj" or not listed or tree.forms[comma] != ",":
        return
    told = verb
    while clause := [k for k in tree.kids_of(told, "ccomp") if told < k < i and tree.subject(k) is not None]:
        told = clause[-1]
    if told != verb and tree.lemmas[verb] in tree.lexicon.entries:
        tree.rehang(i, told)
        tree.subjects.clear()


def _take_before(tree: Tree, i: int, first: int) -> None:
    """*The car loaded with sand struck a wall*, *after one of the guards ran*: the noun that opens it."""
    top, opens = first - 1, tree.lexicon.words("clause", "subordinators")
    times = names(tree.lexicon.code).counts.time
    if tree.forms[top] in times:
        return
    while not (cases := [k for k in tree.kids_of(top, "case") if k < top and tree.forms[k] in opens]):
        over = _above(tree, top, i)
        if over is None:
            break
        top = over
    led = bool(cases)
    told = any(tree.deps[k] in _FULL and tree.pos[k] != "NUM" for k in tree.kids[i])
    full = led or told or tree.feats[i].get("Tense") == "Pres"
    if top == first - 1 or not full or not tree.agrees(i, top) or tree.forms[top] in times:
        return
    if tree.pos[top] == "VERB":
        _take_participle(tree, i, top)
    elif tree.pos[top] in _NOMINAL and (led or (not tree.kids_of(top, "case") and _opens_clause(tree, top))):
        taken = tree.deps[top] in _SUBJECTS and tree.heads[top] != top
        if not taken and not any(tree.deps[k] in (*_SUBJECTS, "cop") for k in tree.kids[top]):
            _give(tree, i, top)


def _above(tree: Tree, j: int, i: int) -> int | None:
    """The word that a word inside the phrase hangs on: a noun before it, or a participle beside a noun."""
    over = tree.heads[j]
    inside = tree.deps[j].split(":")[0] in _WITHIN
    if over >= j or any(tree.is_punct(k) and tree.forms[k] != "-" for k in range(over, j)):
        return None
    if tree.pos[j] == "VERB":
        beside = tree.deps[j] == "advcl" and tree.form(j) in ("Ger", "Part")  # *a boat carrying sand sank*
        over = j - 1 if beside and tree.kids_of(j - 1, "case") else over
        return over if (beside or tree.deps[j] == "acl") and tree.pos[over] in _NOMINAL else None
    if tree.kids_of(j, "nmod:poss") and not tree.kids_of(j, "case"):
        return None  # *after the chancellor Omar Reed's resignation*
    listed = tree.deps[j] == "conj" and bool(tree.kids_of(j, "cc")) and tree.pos[j] in _NOUNS
    if (inside or listed) and tree.pos[over] in (*_NOMINAL, "PRON", "ADJ"):
        return over
    plain = tree.pos[over] == "VERB" and not any(
        tree.deps[k] in ("mark", "cop", "cc") for k in tree.kids[over]
    )
    return over if inside and plain and over != i and not tree.kids_of(over, "aux", "aux:pass") else None


def _opens_clause(tree: Tree, noun: int) -> bool:
    """What stands before the phrase ends something else, or is a verb that tells."""
    start = tree.edge(noun)[0]
    before = start - 1
    if before < tree.bounds(noun)[0] or tree.pos[before] in _STOPS or tree.is_punct(start):
        return True
    return tree.pos[before] == "VERB" and tree.lemmas[before] in tree.lexicon.entries


def _take_participle(tree: Tree, i: int, verb: int) -> None:
    """*Officers assigned to a joint force searched a flat*: the first past is no verb of the clause."""
    noun = next((k for k in tree.kids_of(verb, "nsubj") if k < verb and tree.pos[k] in _NOMINAL), None)
    own = {tree.deps[k] for k in tree.kids[verb] if k != i}
    past = tree.feats[verb].get("Tense") == "Past"
    if noun is None or not past or own & {"obj", "ccomp", "aux", "aux:pass", "mark", "cop"}:
        return
    if any(tree.is_punct(k) and tree.forms[k] != "-" for k in range(noun, verb)) or not tree.agrees(i, noun):
        return
    if not _is_over(tree, verb, i) or tree.lemmas[verb] in tree.lexicon.happenings:
        return
    _promote(tree, i, verb)
    tree.feats[verb] = _PARTICIPLE
    _place(tree, i, noun, verb)


def _promote(tree: Tree, i: int, over: int) -> None:
    """Put verb `i` where `over` hangs, which lies somewhere above it."""
    above = tree.heads[over]
    tree.kids[tree.heads[i]].remove(i)
    tree.heads[i], tree.deps[i] = (i if above == over else above), tree.deps[over]
    if above != over:
        tree.kids[above] = sorted([*tree.kids[above], i])
    tree.edges.clear()
    tree.subjects.clear()


def _place(tree: Tree, i: int, noun: int, inner: int) -> None:
    """Make the noun the subject of verb `i`, and put the other verb under the noun."""
    for k, over in ((noun, i), (inner, noun)):
        if tree.heads[k] != k:
            tree.kids[tree.heads[k]].remove(k)
        tree.heads[k] = over
        tree.kids[over] = sorted([*tree.kids[over], k])
    tree.deps[noun], tree.deps[inner] = "nsubj", "acl"
    tree.edges.clear()
    tree.subjects.clear()


def _give(tree: Tree, i: int, noun: int) -> None:
    """Make the noun the subject; a verb that hangs below it takes its place first."""
    dep, root = tree.deps[noun], tree.heads[noun] == noun
    if _is_over(tree, noun, i):
        tree.rehang(i, noun)
        tree.change_places(i, noun, "nsubj")
        tree.deps[i] = dep if root else ("advcl" if dep.startswith("obl") else "ccomp")
    else:
        tree.rehang(noun, i)
        tree.deps[noun] = "nsubj"
    for k in tree.kids_of(noun, "case"):
        tree.rehang(k, i)
        tree.deps[k] = "mark"
    tree.subjects.clear()


def _resume(tree: Tree, i: int, first: int) -> None:
    """*The guards, asking how he got in, searched the flat*: the verb behind an aside goes with its noun."""
    head, begin = tree.heads[i], max(tree.bounds(i)[0] + 1, first - _LONGEST_ASIDE)
    if tree.kids_of(i, "obl:agent"):
        return
    opener = next((k for k in range(first - 2, begin, -1) if tree.forms[k - 1] == ","), None)
    if opener is None:
        return
    noun, inner = opener - 2, head
    if not _opens_aside(tree, opener):
        if _is_joined_name(tree, noun, opener, first - 1) and tree.deps[i] in ("conj", "parataxis"):
            _give(tree, i, noun)
        return
    described = tree.pos[noun] == "ADJ" and bool(tree.kids_of(noun, "det"))
    if not (tree.pos[noun] in _NOUNS or described) or tree.kids_of(noun, "case", "cop") or noun in tree.timed:
        return
    if not opener <= head < first or not tree.agrees(i, noun):
        return
    while opener <= tree.heads[inner] < first and tree.heads[inner] != inner:
        inner = tree.heads[inner]
    verb = tree.heads[noun]
    if tree.deps[noun] in _SUBJECTS and not opener <= verb < first:
        return
    if _is_over(tree, noun, i):
        _give(tree, i, noun)
    elif opener <= verb < first or _opens_clause(tree, noun):
        _promote(tree, i, inner)
        _place(tree, i, noun, inner)
    if tree.form(i) == "Part" and not tree.kids_of(i, *_HELPERS) and noun in tree.kids[i]:
        tree.feats[i] = _PAST


def _is_joined_name(tree: Tree, noun: int, opener: int, comma: int) -> bool:
    """*..., but Ann Lee, the chairman of Arvo, has*: joined to a noun, with an apposition that ends there."""
    joined = tree.deps[noun] == "conj" and bool(tree.kids_of(noun, "cc")) and tree.pos[noun] in _NOUNS
    beside = [k for k in tree.kids_of(noun, "appos") if k >= opener]
    return joined and any(tree.edge(k)[1] == comma - 1 for k in beside)


def _opens_aside(tree: Tree, k: int) -> bool:
    """A relative word or a participle right behind a comma."""
    relative = tree.feats[k].get("PronType") in ("Rel", "Int")
    return relative or (tree.pos[k] == "VERB" and tree.form(k) in ("Part", "Ger"))


__all__ = ["keep_first", "mark_astray"]
