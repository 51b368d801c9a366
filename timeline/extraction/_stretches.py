"""The stretches of a sentence that tell an event: subject, verb and what follows, each as it stands."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace

from timeline.extraction._clause import Group, is_negation
from timeline.extraction._tree import Tree
from timeline.extraction._voices import SUBJECTS

NEEDED, BESIDE, LOOSE, TIMED = 2, 1, 0, -1
_CORE = frozenset(
    (*SUBJECTS, "obj", "iobj", "obl:agent", "xcomp", "ccomp", "csubj", "fixed", "flat", "compound")
)
_HUNG = frozenset(("nmod", "obl", "advcl", "acl", "appos", "parataxis", "conj", "dep"))
_APART = frozenset(
    ("appos", "acl", "advcl", "parataxis", "discourse", "vocative", "nmod", "obl", "advmod", "dep")
)
_HELPERS = ("aux", "cop", "expl", "compound:prt")
_MODIFIERS = frozenset(("det", "amod", "nummod", "compound", "flat", "case", "advmod", "fixed"))
_COMMAS = frozenset(",;:()[]–—")
_NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "PRON", "SYM", "X"))
_HANGING = frozenset(("ADP", "CCONJ", "SCONJ", "DET", "ADV", "AUX", "PART"))
_NARROW, _WIDE, _FEW = 4, 9, 2

Words = list[int]


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is made of.

    `noun` is what a participle stands by, `name` the subject where the clause has none of its own, `is_time`
    tells the words of a time expression, which the axis shows already.
    """

    tree: Tree
    group: Group
    trigger: tuple[int, int]
    noun: int | None
    name: str | None
    is_time: Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """What follows a verb or noun: its words, how much it is needed, and its own head."""

    words: tuple[int, ...]
    weight: int
    head: int

    @property
    def first(self) -> int:
        """The first word."""
        return self.words[0]

    @property
    def last(self) -> int:
        """The last word."""
        return self.words[-1]


def run(tree: Tree, k: int, low: int, high: int) -> tuple[int, int]:
    """Give the unbroken stretch around word `k` that hangs on it, from `low` to `high`, no outer marks."""
    below = tree.under(k)
    first = last = k
    while first > low and (first - 1 in below or (tree.is_punct(first - 1) and first - 2 in below)):
        first -= 1
    while last < high and (last + 1 in below or (tree.is_punct(last + 1) and last + 2 in below)):
        last += 1
    while first < k and tree.is_punct(first):
        first += 1
    while last > k and tree.is_punct(last):
        last -= 1
    return first, last


def verb_words(tree: Tree, grp: Group, trigger: tuple[int, int]) -> Words:
    """Give the words of a verb group: trigger, auxiliaries, pronouns, negation, with small gaps filled."""
    head = grp.head
    words = {head, *range(trigger[0], trigger[1] + 1)}
    for k in tree.kids[head]:
        near = trigger[0] - _WIDE < k < trigger[1] + _NARROW
        if near and (tree.deps[k].startswith(_HELPERS) or is_negation(tree, k)):
            words.add(k)
    out = sorted(words)
    for a, b in itertools.pairwise(out):
        if b - a <= _NARROW + 1:
            words.update(range(a, b))
    first, start = min(words), tree.bounds(head)[0]
    while first > start and _goes_before(tree, first - 1, words):
        first -= 1
        words.add(first)
    return sorted(words)


def _goes_before(tree: Tree, k: int, words: set[int]) -> bool:
    """A pronoun, negation or auxiliary right before a verb, hung on it."""
    if tree.pos[k] not in ("PRON", "ADV", "AUX", "PART") or tree.heads[k] not in words:
        return False
    clitic = tree.feats[k].get("Clitic") == "Yes" or tree.deps[k].startswith("expl")
    weak = tree.forms[k] in tree.lexicon.words("clause", "clitics") and not tree.deps[k].startswith("nsubj")
    return clitic or weak or tree.pos[k] in ("AUX", "PART") or is_negation(tree, k)


def numbers_of(tree: Tree, verb: int) -> set[str]:
    """Give the numbers that a finite verb group may have: its finite form's, a participle's after *be*."""
    helpers = tree.kids_of(verb, "aux", "cop")
    finite = next((k for k in (*helpers, verb) if tree.form(k) == "Fin"), None)
    told = {tree.feats[finite].get("Number", "")} if finite is not None else set()
    if any(tree.lemmas[k] in tree.lexicon.words("auxiliaries", "passive") for k in helpers):
        told.add(tree.feats[verb].get("Number", ""))
    return told - {""}


def genders_of(tree: Tree, verb: int) -> set[str]:
    """Give the gender that a participle after *be* tells of its subject: *è caduto*, *è stata chiusa*."""
    be = tree.lexicon.words("auxiliaries", "passive")
    if tree.form(verb) != "Part" or not any(tree.lemmas[k] in be for k in tree.kids_of(verb, "aux")):
        return set()
    return {tree.feats[verb].get("Gender", "")} - {""}


def shared_auxiliary(tree: Tree, grp: Group) -> Words:
    """*Hanno forzato la porta e rubato il denaro*: the auxiliary that the participle shares."""
    i = grp.head
    if tree.deps[i] != "conj" or grp.form != "Part" or tree.lexicon.ambiguous_past:
        return []
    if any(tree.deps[k] in SUBJECTS for k in tree.kids[i]):
        return []  # *e venti feriti*
    own = tree.feats[i]
    while tree.deps[i] == "conj" and tree.heads[i] != i:
        i = tree.heads[i]
        if tree.form(i) == "Part" and tree.kids_of(i, "aux"):
            break  # *ha tentato di entrare ma è stato fermato e poi arrestato*
    alike = all(tree.feats[i].get(name) == own.get(name) for name in ("Gender", "Number"))
    return tree.kids_of(i, "aux") if tree.form(i) == "Part" and alike else []


# ------------------------------------------------------------ before the verb


def without_asides(tree: Tree, words: Words, head: int) -> Words:
    """Leave off what marks set off from a noun: *il sindaco, eletto a maggio, ha*; what is joined stays."""
    kept = set(words)
    for k in words:
        base = tree.deps[k].split(":")[0]
        first, last = run(tree, k, words[0], words[-1])
        if k == head or base not in _APART or first <= head or tree.forms[first - 1] not in _COMMAS:
            continue
        last = _end_of_aside(tree, last, words) if tree.forms[first - 1] == "," else last
        kept -= set(range(first - 1, last + 1))
        if last + 1 in kept and tree.forms[last + 1] in _COMMAS:
            kept.discard(last + 1)
    return sorted(kept)


def _end_of_aside(tree: Tree, last: int, words: Words) -> int:
    """*I tre, di anni diversi | tra cui una donna, sono*: an aside goes on to the mark that closes it."""
    for k in range(last + 1, min(words[-1] + 2, tree.size)):
        if tree.deps[k] in ("conj", "cc"):
            return last
        if tree.forms[k] == ",":
            return k - 1
    return last


def noun_words(tree: Tree, noun: int, low: int, high: int) -> Words:
    """Give a noun with all that hangs on it beside it, without what marks set off."""
    first, last = run(tree, noun, low, high)
    words = without_asides(tree, list(range(first, last + 1)), noun)
    return within_commas(tree, words, noun)


def without_case(tree: Tree, words: Words) -> Words:
    small = ("case", "mark", "cc", "fixed")
    while len(words) > 1 and (tree.deps[words[0]] in small or tree.is_punct(words[0])):
        words = words[1:]
    return words


def within_commas(tree: Tree, words: Words, noun: int) -> Words:
    """Drop what stands behind an unpaired mark, unless it is joined to the noun."""
    joined = {k for k in words if tree.deps[k] == "conj"}
    for at, k in enumerate(words):
        if k > noun and tree.forms[k] in _COMMAS and not any(j > k for j in joined):
            return words[:at]
    return words


def short_noun(tree: Tree, noun: int, words: Words) -> Words:
    """Give a noun with its article, adjectives and number, and what is joined to it in the same way."""
    kept: set[int] = set()
    inside, amounts = set(words), tree.lexicon.words("clause", "amounts")
    stack = [noun]
    while stack:
        j = stack.pop()
        kept.add(j)
        for k in tree.kids[j]:
            base = tree.deps[k].split(":")[0]
            counted = base == "nmod" and tree.forms[j] in amounts  # *dozens of protesters*
            if k in inside and (base in _MODIFIERS or base == "conj" or counted) and abs(k - j) <= _WIDE:
                kept |= {k, *(c for c in tree.kids_of(k, "cc", "det", "case") if c in inside)}
                stack.append(k)
    for at in range(noun - 1, words[0] - 1, -1):
        if at not in inside:
            break
        kept.add(at)  # what stands before a noun belongs to it
    return sorted(kept)


# ------------------------------------------------------------ behind the verb


def is_source(tree: Tree, k: int) -> bool:
    """*Secondo la polizia*: who vouches is no part of what happened."""
    if not tree.deps[k].startswith("obl"):
        return False
    first = tree.edge(k)[0]
    weak = tree.lexicon.words("sources", "weak_prepositions")
    phrases = tree.lexicon.phrases("sources", "prepositions").get(tree.forms[first], ())
    for rest in phrases:
        words = (tree.forms[first], *rest)
        apart = rest or first < tree.heads[k] or tree.forms[first - 1] in _COMMAS  # *called for an inquiry*
        if apart and tuple(tree.forms[first : first + len(words)]) == words and " ".join(words) not in weak:
            return True
    return False


def parts_behind(tree: Tree, heads: Words, is_time: Callable[[int], bool]) -> list[Part]:
    """Give what hangs on the words `heads` behind the last of them, in order, up to the end of the clause."""
    last = max(heads)
    high = tree.bounds(last)[1] - 1
    own = set(heads)
    kids = sorted(
        k for c in heads for k in tree.kids[c] if k > last and k not in own and not tree.is_punct(k)
    )
    verbal = any(tree.pos[c] in ("VERB", "AUX") for c in heads)
    found: list[Part] = []
    end = last
    for k in kids:
        base = tree.deps[k].split(":")[0]
        if base in ("cc", "mark"):
            continue
        first, stop = run(tree, k, end + 1, high)
        if first <= end or _ends(tree, k, base, verbal, first) or _is_far(tree, end, first):
            break
        if found and tree.forms[first - 1] == ":" and base not in ("ccomp", "xcomp"):
            break  # *è stato risolto per decreto: un elemento in più*
        end = stop
        if base in ("discourse", "vocative") or is_source(tree, k):
            continue
        found.append(Part(tuple(range(first, stop + 1)), _weight(tree, k, is_time), k))
    return _with_object(tree, found)


def joined_behind(tree: Tree, core: Words, is_time: Callable[[int], bool]) -> list[Part]:
    """*Hanno identificato **e denunciato** un uomo*: the next verb, with the object that both may share."""
    last = core[-1]
    verbs = (k for c in core for k in tree.kids_of(c, "conj") if k > last and tree.pos[k] == "VERB")
    verb = next(verbs, None)
    if verb is None or verb - last > _NARROW or any(tree.deps[k] in SUBJECTS for k in tree.kids[verb]):
        return []
    between = range(last + 1, verb)
    if any(tree.is_punct(k) or tree.deps[k] == "mark" for k in between) or not tree.kids_of(verb, "cc"):
        return []
    parts = parts_behind(tree, [verb], is_time)
    if not parts or parts[0].weight < BESIDE or len({*_persons(tree, core), *_persons(tree, [verb])}) > 1:
        return []  # *si sono riuniti e abbiamo parlato*
    first = Part((*between, verb, *range(verb + 1, parts[0].first), *parts[0].words), NEEDED, verb)
    return [first, *parts[1:]]


def _persons(tree: Tree, verbs: Words) -> set[str]:
    """The persons that finite verbs and their auxiliaries tell."""
    words = {j for k in verbs for j in (k, *tree.kids_of(k, "aux"))}
    return {tree.feats[k].get("Person", "") for k in words if tree.form(k) == "Fin"} - {""}


def _with_object(tree: Tree, parts: list[Part]) -> list[Part]:
    """*Si è accorta della presenza*: what stands first behind a verb without an object is needed."""
    beside = next((n for n, p in enumerate(parts) if p.weight >= BESIDE), None)
    if beside is None or any(p.weight == NEEDED for p in parts):
        return parts
    part = parts[beside]
    if not tree.deps[part.head].startswith(("obl", "nmod", "advmod")):
        return parts
    return [*parts[:beside], replace(part, weight=NEEDED), *parts[beside + 1 :]]


def _ends(tree: Tree, k: int, base: str, verbal: bool, first: int) -> bool:
    """Tell what begins another clause: a joined verb, a remark, a clause behind a colon."""
    if base == "parataxis" or tree.forms[first - 1] == ";":
        return True
    if base == "conj":
        plain = tree.lexicon.words("clause", "conjunctions")
        joined = [c for c in tree.kids_of(k, "cc") if c < k]
        if tree.form(k) == "Inf" and joined and not any(tree.forms[c] in plain for c in joined):
            return False  # *tendría que celebrar un referéndum*
        return verbal or tree.pos[k] in ("VERB", "AUX")
    return False


def _is_far(tree: Tree, end: int, first: int) -> bool:
    """Words in between that hang elsewhere end the clause."""
    between = [
        j for j in range(end + 1, first) if not tree.is_punct(j) and tree.deps[j] not in ("cc", "mark")
    ]
    return len(between) > 2


def _weight(tree: Tree, k: int, is_time: Callable[[int], bool]) -> int:
    dep = "advcl" if _is_reason(tree, k) else tree.deps[k]
    words = [j for j in tree.below(k) if not tree.is_punct(j) and tree.deps[j] != "case"]
    if words and all(is_time(j) for j in words) and not dep.startswith("obj"):
        return TIMED
    if dep in _CORE or dep.split(":")[0] in _CORE:
        return NEEDED
    apart = tree.forms[tree.edge(k)[0] - 1] in _COMMAS if tree.edge(k)[0] else False
    if dep == "advcl" and is_conditional(tree, k):
        return BESIDE
    if dep.split(":")[0] in ("advcl", "appos", "conj") or apart:
        return LOOSE
    return BESIDE


def _is_reason(tree: Tree, k: int) -> bool:
    """*Non è riuscito poiché*: a clause with a conjunction of its own, taken for what a verb is about."""
    words = tree.lexicon
    plain = words.words("clause", "complementisers") | words.words("clause", "that")
    marks = [tree.forms[m] for m in tree.kids_of(k, "mark") if tree.pos[m] == "SCONJ"]
    return tree.deps[k] == "ccomp" and any(m not in plain for m in marks)


def is_conditional(tree: Tree, head: int) -> bool:
    """*Se non pagano*, not *anche se non pagano*."""
    marks = tree.lexicon.words("clause", "conditional_marks")
    even = tree.lexicon.words("clause", "concessives")
    found = [k for k in tree.kids_of(head, "mark") if tree.forms[k] in marks and k < head]
    return any(k == 0 or tree.forms[k - 1] not in even for k in found)


def boundaries(tree: Tree, words: Words, roots: set[int], *, joined: bool = True) -> list[int]:
    """Give the numbers of words of `words` after which a line may end: before what hangs on a whole phrase.

    `roots` are words that every line has; `joined` lets a line end before *e Putin*.
    """
    out = {len(words)}
    place = {k: at for at, k in enumerate(words)}
    for k in words:
        base = tree.deps[k].split(":")[0]
        apart = base == "obj" and k in place and tree.forms[tree.edge(k)[0] - 1] == ","
        if k in roots or not (apart or base in _HUNG) or (base == "conj" and not joined):
            continue
        at = _left_of(tree, k, place)
        if at and _is_whole(tree, k, words[at], roots) and not _is_counted(tree, k):
            out.add(at)
    return sorted(_trimmed(tree, words, at) for at in out)


def _left_of(tree: Tree, k: int, place: dict[int, int]) -> int:
    first = k
    below = tree.under(k)
    while first - 1 in place and (first - 1 in below):
        first -= 1
    return place[first]


def _is_whole(tree: Tree, k: int, first: int, roots: set[int]) -> bool:
    """Tell whether all that `k` hangs on stands before it, so that the line is whole without it."""
    i = k
    while i not in roots and tree.heads[i] != i:
        i = tree.heads[i]
        if i >= first:
            return False
    return True


def _is_counted(tree: Tree, k: int) -> bool:
    """*Centinaia di feriti*, *uno dei ladri*: a number needs what it counts, a name its other half."""
    over, base = tree.heads[k], tree.deps[k].split(":")[0]
    bare = not any(c < k for c in tree.kids_of(k, "case", "mark"))
    if bare and base in ("nmod", "appos", "flat") and tree.forms[tree.edge(k)[0] - 1] not in _COMMAS:
        return True  # *via | Virginia Woolf*
    if base == "acl" and tree.pos[over] in ("PRON", "DET"):
        return True  # *quanto | gli dicevano*
    if (base == "nmod" or (base == "acl" and tree.kids_of(k, "mark"))) and _is_bare(tree, over):
        return True  # *in relazione | ai fatti*
    if base not in ("nmod", "obl"):
        return False
    if tree.pos[over] in ("VERB", "AUX"):  # *the costs seen | over the last months*
        return tree.deps[over].split(":")[0] in ("acl", "advcl") and not tree.kids_of(over, "obj")
    amounts = tree.lexicon.words("clause", "amounts")
    return tree.pos[over] in ("NUM", "PRON", "DET", "ADJ", "ADV") or tree.forms[over] in amounts


def _is_bare(tree: Tree, noun: int) -> bool:
    """*A condizione*, *in connection*: a noun by a verb with nothing but its preposition before it."""
    alone = noun > 0 and tree.deps[noun - 1] == "case" and tree.heads[noun - 1] == noun
    alone = alone and tree.deps[noun].startswith("obl") and tree.feats[noun].get("Number") == "Sing"
    return alone and tree.forms[noun - 1] not in tree.lexicon.words("clause", "definite")


def _trimmed(tree: Tree, words: Words, at: int) -> int:
    """Leave off marks and small words that would hang at the end."""
    while at > 1 and (
        tree.is_punct(words[at - 1])
        or (tree.pos[words[at - 1]] in _HANGING and tree.heads[words[at - 1]] > words[at - 1])
    ):
        at -= 1
    if at > 2 and tree.forms[words[at - 2]] == ",":
        return at - 2  # *a un anno, pena | sospesa*
    return at
