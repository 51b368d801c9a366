"""Subjects that a parser hung elsewhere, in languages whose finite verbs always have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._astray import keep_first
from timeline.extraction._plain import opening
from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_NOUNS = frozenset(("NOUN", "PROPN"))
_HELPERS = frozenset(("aux", "aux:pass", "cop"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_VERBAL = frozenset(("nsubj", "nsubj:pass", "csubj", "expl", "cop", "aux", "aux:pass"))
_OWN = frozenset(("nsubj", "nsubj:pass", "csubj", "expl", "cop", "case"))
_BESIDE = frozenset(("conj", "acl", "appos"))
_BESIDE_ROOT = _BESIDE | {"parataxis", "ccomp", "advcl"}
_JOINED = frozenset(("conj", "parataxis"))
_WITHIN = frozenset(("ccomp", "xcomp", "advcl"))
_LEADING = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PUNCT", "SYM"))
_STOPS = frozenset((".", "!", "?", '"', "”", "''", ":"))
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
        keep_first(tree, i)
        if tree.lemmas[i] in tree.lexicon.entries:
            _set_aside(tree, i)
        _mark_past(tree, i)
        if tree.deps[i] == "acl" and tree.form(i) == "Fin":
            _reduce(tree, i)
        elif tree.heads[i] == i and tree.feats[i].get("Tense") == "Pres" and tree.form(i) == "Part":
            _change_root(tree, i)
            _join_before(tree, i)
        elif tree.heads[i] == i and tree.feats[i].get("Tense") == "Past":
            _under_noun(tree, i)
        elif tree.lemmas[i] in tree.lexicon.entries:
            _invert(tree, i)
            noun = _of_speech(tree, i)
            if noun is not None:
                _give_source(tree, i, noun)
        if tree.form(i) == "Fin" or any(tree.form(k) == "Fin" for k in tree.kids[i]):
            _give_subject(tree, i)


def _set_aside(tree: Tree, i: int) -> None:
    """*The port, said Ann Lee, has lost its trade*: the verb between commas is beside, the other leads."""
    end = tree.bounds(i)[1]
    comma = next((k for k in range(i + 1, min(i + _LONGEST_NAME, end)) if tree.is_punct(k)), end)
    opens = i + 1 < comma < end - 1 and tree.pos[i + 1] in ("PROPN", "DET") and tree.forms[i - 1] == ","
    inside = {tree.pos[k] for k in range(i + 1, comma)}
    if not opens or tree.forms[comma] != "," or not inside <= _LEADING | {"ADP"}:
        return
    told = any(entry.act == "say" for entry in tree.lexicon.entries.get(tree.lemmas[i], ()))
    verb = next((k for k in tree.kids_of(i, "ccomp", "xcomp", "parataxis") if k > comma), None)
    names = [k for k in range(i + 1, comma) if not i < tree.heads[k] < comma or tree.heads[k] == i]
    if not told or verb is None or len(names) != 1 or tree.form(i) != "Fin":
        return
    tree.change_places(verb, i, "parataxis")
    for k in [k for k in tree.kids[i] if k < i and tree.deps[k] != "aux"]:
        tree.rehang(k, verb)
    tree.rehang(names[0], i)
    tree.deps[names[0]] = "nsubj"
    tree.subjects.clear()


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


def _mark_past(tree: Tree, i: int) -> None:
    """*Searched five offices and detained two men*, *The suspect, held in May, confessed*: no participles.

    And a gerund on a noun is none of a clause: *Ms Holm, ending a visit, said*.
    """
    head, dep = tree.heads[i], tree.deps[i]
    beside = dep == "advcl" and tree.pos[head] in _NOUNS and head < i and tree.form(i) in ("Ger", "Part")
    if beside and not any(tree.deps[k] in _VERBAL for k in tree.kids[head]):
        tree.deps[i] = "acl"
    between = dep == "csubj" or (dep == "advcl" and not tree.kids_of(head, *_SUBJECTS))
    if between and tree.form(i) in ("Ger", "Part") and tree.forms[i - 1] == "," and head > i:
        _put_in(tree, i, head)
    if dep == "advcl" and head > i == tree.bounds(i)[0] and tree.feats[i].get("Tense") == "Past":
        asked = any(tree.forms[k] == "," for k in range(i, head))
        if asked and not any(tree.deps[k] in _VERBAL for k in tree.kids[i]):
            tree.feats[i] = _PARTICIPLE  # *Asked whether he would go, Mr Scharf declined*
            return
    past = tree.form(i) == "Part" and tree.feats[i].get("Tense") == "Past"
    if not past or any(tree.deps[k] in _VERBAL for k in tree.kids[i]) or tree.block.heading:
        return
    joined = dep == "conj" and head < i and tree.pos[head] == "VERB" and tree.form(head) == "Fin"
    simple = joined and tree.feats[head].get("Tense") == "Past" and not tree.kids_of(head, "aux", "obl:agent")
    loose = dep in ("advcl", "conj", "acl", "parataxis") and i > 0 and tree.forms[i - 1] == ","
    if (simple and not tree.kids_of(i, "obl:agent")) or (loose and _is_last(tree, i)):
        tree.feats[i] = _PAST


def _put_in(tree: Tree, i: int, verb: int) -> None:
    """*Mr Scharf, ending a visit, said*: the noun before the gerund is the subject of the verb behind it."""
    noun = next((k for k in tree.kids_of(i, "nsubj") if k < i < verb and tree.pos[k] in _NOUNS), None)
    if noun is not None and not tree.kids_of(i, "aux"):
        for k in [k for k in tree.kids_of(i, "mark") if k < noun]:
            tree.rehang(k, verb)
        tree.rehang(noun, verb)
        tree.rehang(i, noun)
        tree.deps[i] = "acl"
    told = next((k for k in tree.kids_of(i, "obj") if i < k < verb and tree.pos[k] in _NOUNS), None)
    if noun is None and told is not None and tree.lemmas[i] in tree.lexicon.entries:
        tree.change_places(i, verb, "ccomp")  # *..., saying inspectors had found nothing*
        tree.rehang(told, verb)
        tree.deps[told] = "nsubj"


def _is_last(tree: Tree, i: int) -> bool:
    """The last verb of a sentence of which a noun is the root, and no verb finite."""
    first, end = tree.bounds(i)
    verbs = [k for k in range(first, end) if tree.pos[k] in ("VERB", "AUX")]
    root = next((k for k in range(first, i) if tree.heads[k] == k), i)
    if verbs[-1] != i or len(verbs) == 1 or tree.pos[root] not in _NOUNS or tree.forms[end - 1] != ".":
        return False
    return all(tree.form(k) != "Fin" for k in verbs) and not tree.kids_of(i, "obl:agent")


def _under_noun(tree: Tree, i: int) -> None:
    """*The man accused of killing the mayor fled*: the finite verb is the root, the participle is not."""
    noun = next((k for k in tree.kids_of(i, "nsubj") if k < i and tree.pos[k] in _NOUNS), None)
    told = (*_HELPERS, "mark") if tree.form(i) == "Part" else (*_HELPERS, "mark", "obj", "ccomp")
    if noun is None or any(tree.deps[k] in told for k in tree.kids[i]):
        return
    marks = [k for k in range(noun + 1, i) if tree.is_punct(k)]
    apart = marks == [i - 1] and tree.forms[i - 1] == ","
    verb = next((k for k in range(i + 1, tree.bounds(i)[1]) if _is_alone(tree, k, apart=apart)), None)
    loose = apart or tree.form(i) == "Part" or (verb is not None and tree.deps[verb] == "parataxis")
    if verb is None or not loose or not tree.agrees(verb, noun) or (marks and not apart):
        return
    tree.rehang(verb, i)
    tree.kids[i].remove(verb)
    tree.heads[verb], tree.deps[verb] = verb, "root" if tree.deps[i] == "root" else "ROOT"
    tree.rehang(noun, verb)
    tree.rehang(i, noun)
    tree.deps[i], tree.feats[i] = "acl", _PARTICIPLE


def _is_alone(tree: Tree, k: int, *, apart: bool) -> bool:
    """A finite verb that nothing but its place makes a clause; `apart` with a comma before it."""
    if tree.pos[k] != "VERB" or tree.deps[k] not in ("xcomp", "ccomp", "advcl", "parataxis", "conj"):
        return False
    own = {tree.deps[c] for c in tree.kids[k]}
    finite = tree.form(k) == "Fin" or any(tree.form(c) == "Fin" for c in tree.kids_of(k, "aux"))
    return finite and not own & {*_SUBJECTS, "mark", "cc"} and apart == (tree.forms[k - 1] == ",")


def _reduce(tree: Tree, i: int) -> None:
    noun = tree.heads[i]
    past = tree.feats[i].get("Tense") == "Past" and noun < i and tree.pos[noun] in _NOUNS
    apart = any(tree.is_punct(k) for k in range(noun, i)) and not _is_put_in(tree, i)
    if not past or apart or tree.lemmas[i] in tree.lexicon.happenings:
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


def _is_put_in(tree: Tree, i: int) -> bool:
    """*The minister, asked about it, refused*: between commas, the noun's own verb behind them."""
    last = tree.edge(i)[1] + 1
    if tree.forms[i - 1] != "," or last >= tree.size or tree.forms[last] != ",":
        return False
    end = min(tree.bounds(i)[1], last + _NEAR + 3)
    return any(tree.form(k) == "Fin" and tree.pos[k] in ("VERB", "AUX") for k in range(last + 1, end))


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


def _join_before(tree: Tree, i: int) -> None:
    """*... sent a letter | asking that*: a participle whose sentence was parted from the one before it."""
    first = tree.bounds(i)[0]
    if tree.heads[i] != i or i != first or first == 0 or tree.sentence[i] == 0:
        return
    before, last = tree.block.sentences[tree.sentence[i] - 1][0], first - 1
    if tree.forms[last] in _STOPS or tree.doc[i].text[:1].isupper():
        return
    root = next((k for k in range(before, first) if tree.heads[k] == k and tree.pos[k] == "VERB"), None)
    if root is not None and not any(tree.deps[k] in _HELPERS for k in tree.kids[i]):
        tree.rehang(i, root)
        tree.deps[i] = "advcl"


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
    for k in tree.kids[i]:
        if tree.deps[k] in _SUBJECTS:
            tree.deps[k] = "dislocated"
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
    for look in (_over_aside, _root_noun, _next_clause, opening):
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
        tree.change_places(above, i, "ccomp")  # *records show Ann Lee, 49, was found guilty*
    if tree.heads[i] != noun and i in set(tree.below(noun)):
        tree.rehang(i, noun)  # *the suspect, held in May, confessed*
    if tree.heads[i] == noun:
        own = tree.deps[i]
        tree.change_places(i, noun, "nsubj")
        tree.deps[i] = dep if above == noun else ("ccomp" if dep in _OBJECTS else own)
    else:
        tree.rehang(noun, i)
        if dep == "obj" and tree.deps[i] == "conj" and tree.lemmas[above] in tree.lexicon.entries:
            tree.rehang(i, above)  # *called and said the navy will go*
            tree.deps[i] = "ccomp"
    if tree.heads[noun] == i:
        tree.deps[noun] = "nsubj"
        tree.doc.rehang(noun, i, "nsubj")


def _of_speech(tree: Tree, i: int) -> int | None:
    """The noun phrase alone between a comma or closing quotation mark and a verb of speech at the end."""
    start, k = tree.bounds(i)[0], i - 1
    if tree.form(i) != "Fin" or any(tree.deps[j] in ("cop", "case", "expl") for j in tree.kids[i]):
        return None
    while k > start and i - k < _LONGEST_NAME and tree.pos[k] in _LEADING and tree.forms[k] not in _CLOSING:
        k -= 1
    if k <= start or i - k < 2 or tree.forms[k] not in _CLOSING or tree.pos[i - 1] not in _NOUNS:
        return None
    if i + 1 < tree.size and not tree.is_punct(i + 1):
        return None
    heads = [j for j in range(k + 1, i) if tree.pos[j] in _NOUNS and not k < tree.heads[j] < i]
    own = any(tree.deps[j] in _SUBJECTS and j > k for j in tree.kids[i])
    return heads[0] if len(heads) == 1 and not own else None


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
    if tree.deps[i] in _JOINED and tree.pos[tree.heads[i]] in ("VERB", "AUX"):
        noun = _over_relative(tree, i, first, start)
        if noun is not None or tree.deps[i] == "conj":
            return noun
    for k in range(first - 3, max(start, first - _LONGEST_ASIDE), -1):
        paired = (tree.forms[k] == ",") == (tree.forms[first - 1] == ",") and tree.forms[k] in _ASIDE
        if paired and tree.pos[k - 1] in _NOUNS and _is_aside(tree, k + 1, first - 1):
            noun = _top(tree, k - 1)
            if _is_free(tree, noun) and (tree.heads[i] == noun or not _is_taken(tree, noun)):
                return noun
    return _opening(tree, start, first)


def _over_relative(tree: Tree, i: int, first: int, start: int) -> int | None:
    """*Residents of Alta, where forty houses burned, accused the firm*: the verb behind is not joined.

    The noun before the relative word is its subject; the verb in the clause is put under the noun.
    """
    verb, begin = tree.heads[i], max(start + 1, first - _LONGEST_ASIDE)
    relative = next((k for k in range(verb, begin, -1) if _opens_aside(tree, k)), None)
    own = tree.subject(verb)
    if relative is None or own is None or tree.forms[first - 1] != "," or tree.kids_of(i, "cc"):
        return None
    inner = any(tree.is_punct(k) for k in range(relative, first - 1))
    noun = _top(tree, relative - 2)
    if inner or not relative <= own < verb < first or not _is_free(tree, noun):
        return None
    if not tree.agrees(i, noun) or (tree.heads[noun] not in (verb, noun)):
        return None
    if tree.heads[noun] == verb:
        tree.lift(i, verb)
        tree.deps[i], tree.deps[verb] = tree.deps[verb], "acl:relcl"
        tree.rehang(noun, i)
        tree.heads[verb] = noun
        tree.kids[noun] = sorted([*tree.kids[noun], verb])
        tree.edges.clear()
    return noun


def _opens_aside(tree: Tree, k: int) -> bool:
    """A relative word right behind a comma and a noun: *Alta, where*, *the boy, whose*."""
    marked = tree.feats[k].get("PronType") in ("Rel", "Int")
    return marked and tree.forms[k - 1] == "," and tree.pos[k - 2] in _NOUNS


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
