"""The line that tells an event on a chart, made of the text's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline.extraction._clause import Group, group, is_negation
from timeline.extraction._labels import LONGEST, shortened
from timeline.extraction._tree import Tree
from timeline.extraction._voices import SUBJECTS
from timeline.languages.places import fold

_LEFT_OUT = frozenset(
    ("mark", "cc", "discourse", "vocative", "parataxis", "acl:relcl", "dep", "csubj", "orphan")
)
_CLAUSES = frozenset(("advcl", "ccomp", "conj", "acl", "appos"))
_CORE = frozenset((*SUBJECTS, "obj", "iobj", "obl:agent", "xcomp"))
_MARKS = frozenset(',;:()[]«»“”"–—…')
_EDGES = frozenset(",;:)–—")
_DASHES = frozenset("-–—")
_BESIDE = frozenset(("det", "amod", "nummod", "compound", "flat"))
_OPEN_QUOTES, _CLOSE_QUOTES = frozenset('«“"'), frozenset('»”"')
_HANGING = frozenset(("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX"))
_NAMELESS = frozenset(("PRON", "DET"))
_GOVERNED = frozenset(("xcomp", "ccomp", "advcl", "obj", "acl", "obl", "conj", "csubj"))
_STEPS, _THIN, _NEAR, _FAR = 3, 40, 3, 12


Part = tuple[int, set[int]]


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


def clause_line(line: Line) -> str:
    """Give the clause of an event without what hangs loosely on it, in the order of the text.

    Negation always stays. Parts go from the least to the most needed until the line is short enough.
    """
    line, inner = _with_governor(line)
    parts, own = _parts(line), _own_words(line)
    if inner is not None:
        own |= _own_words(inner) | _path(line, inner)
        parts = [p for p in parts if inner.group.head not in p[1]] + _parts(inner)
    subject = _subject(line)
    prefix, own_words = "", False
    nameless = subject is None or line.tree.pos[subject] in _NAMELESS
    relative = _relative(line)
    given, condition = _given(line, relative), _condition(line)
    if nameless and line.name and not _tells(line, [*parts, (2, own), (2, set(given))]):
        prefix = line.name
        own_words = _is_own_word(line, subject)
        parts = parts if own_words else [p for p in parts if subject not in p[1]]
    if relative and not prefix:
        prefix = _antecedent(line, relative)
    if prefix and (own_words or _is_named_only(line)):
        prefix += ":"
    parts = [(weight, _close_by(line, subject, part)) for weight, part in parts]
    while True:
        words = sorted(own.union(*(p[1] for p in parts)) if parts else own)
        words = _without_dateline(line, [k for k in words if k not in relative])
        kept = _without_case(line, words)
        text = _told(line, kept, given)
        small = condition or (prefix and not own_words)
        text = _begun_small(line.tree, kept[0], text) if small else text
        text = " ".join(filter(None, (condition, prefix, text)))
        if len(text) <= LONGEST or not parts or min(parts)[0] >= 2:
            return shortened(text, small=_small(line.tree, words))
        least = min(parts, key=lambda p: (p[0], -max(p[1])))
        if _is_all(line, own, parts, least):
            return shortened(text, small=_small(line.tree, words))
        parts.remove(least)


def _is_own_word(line: Line, subject: int | None) -> bool:
    """*J'ai pris cette décision*: told in the words of the one who did it."""
    if line.tree.lexicon.ambiguous_past:
        return False  # *I signed it*: the verb suits the name as well
    first = subject is not None and line.tree.feats[subject].get("Person") == "1"
    return first or (subject is None and line.group.person == "1")


def _is_named_only(line: Line) -> bool:
    """Tell what is no clause with its doer: an infinitive, a noun, *aver girato*."""
    tree, form = line.tree, line.group.form
    perfect = any(tree.form(k) == "Inf" for k in tree.kids_of(line.group.head, "aux"))
    return form in ("Inf", "") or (perfect and not line.group.finite)


def _close_by(line: Line, subject: int | None, part: set[int]) -> set[int]:
    """A long subject without what commas set off: *i vigili di Lodi, nella notte, a fine turno, hanno*.

    One that is still long keeps what stands right beside its noun.
    """
    tree = line.tree
    if subject not in part or len(_join(tree, sorted(part))) <= _THIN or max(part) > line.trigger[0]:
        return part
    near = {k for k in part if k < subject or not _comma_between(tree, subject, k)}
    if len(_join(tree, sorted(near))) <= LONGEST // 2:
        return near
    own = [k for k in tree.kids[subject] if tree.deps[k].split(":")[0] in _BESIDE]
    owner = [k for k in tree.kids_of(subject, "nmod") if k in near][:1]
    kept = {subject, *own, *(j for k in owner for j in (k, *tree.kids_of(k, "case", "det", "flat")))}
    return kept & near


def _without_dateline(line: Line, words: list[int]) -> list[int]:
    """Leave off the place that a report begins with: *LODI - Il sindaco ...*."""
    tree, first = line.tree, words[0]
    dashes = [k for k in range(first + 1, line.trigger[0]) if tree.forms[k][-1:] in _DASHES]
    opens = first == tree.bounds(first)[0] and tree.pos[first] in ("PROPN", "NOUN", "X")
    reach = _FAR if tree.doc[first].text.isupper() else _NEAR + 1
    if not opens or len(dashes) != 1 or dashes[0] > first + reach:
        return words
    return [k for k in words if k > dashes[0]] or words


def _begun_small(tree: Tree, first: int, text: str) -> str:
    """Write what opened a sentence small behind the name set before it."""
    opened = first == tree.bounds(first)[0] or tree.is_punct(first - 1)
    plain = tree.pos[first] != "PROPN" and text[:1].isupper() and not text[1:2].isupper()
    return text[:1].lower() + text[1:] if opened and plain else text


def _is_all(
    line: Line, own: set[int], parts: list[tuple[int, set[int]]], least: tuple[int, set[int]]
) -> bool:
    """Tell a part after the verb without which little would be told: it is cut short, not left off."""
    rest = own.union(*(p[1] for p in parts if p is not least))
    return min(least[1]) > line.trigger[1] and len(_join(line.tree, sorted(rest))) < _THIN


def _with_governor(line: Line) -> tuple[Line, Line | None]:
    """*Hanno deciso di abbandonare l'auto*: an infinitive is told with the verb or noun over it."""
    tree, i = line.tree, line.group.head
    infinitive = line.group.form == "Inf" or any(tree.form(k) == "Inf" for k in tree.kids_of(i, "aux"))
    if not infinitive or line.group.finite or line.noun is not None:
        return line, None
    for _ in range(_STEPS):
        over = tree.heads[i]
        if over == i or tree.deps[i].split(":")[0] not in _GOVERNED or over > line.group.head:
            return line, None
        i = over
        if tree.pos[i] in ("NOUN", "PROPN"):
            grp = Group(i, i, i, None, "")
            return Line(tree, grp, (i, i), None, line.name, line.is_time), line
        if tree.pos[i] in ("VERB", "AUX") and (outer := group(tree, i)).form != "Inf":
            return Line(tree, outer, (outer.first, outer.last), None, line.name, line.is_time), line
    return line, None


def _path(line: Line, inner: Line) -> set[int]:
    """The words that tie an infinitive to the verb over it: *di* abbandonare."""
    tree, i, found = line.tree, inner.group.head, set()
    while i != line.group.head:
        found |= (
            {i, *tree.kids_of(i, "mark", "case", "aux", "obj")}
            if i != inner.group.head
            else {i, *tree.kids_of(i, "mark", "case")}
        )
        i = tree.heads[i]
    return found


def _relative(line: Line) -> set[int]:
    """The relative pronoun of a clause with its preposition: *su cui* viaggia il treno."""
    tree, head = line.tree, line.group.head
    if not tree.deps[head].startswith("acl") or line.group.form != "Fin":
        return set()
    words = tree.lexicon.words("clause", "relatives")
    pronouns = (k for k in tree.kids[head] if k < head and tree.forms[k] in words)
    return {j for k in pronouns for j in (k, *tree.kids_of(k, "case", "det"))}


def _condition(line: Line) -> str:
    """*Se non pagano*: the word that makes a clause a condition is told with it."""
    tree, head = line.tree, line.group.head
    marks = tree.lexicon.words("clause", "conditional_marks")
    even = tree.lexicon.words("clause", "concessives")
    found = [k for k in tree.kids_of(head, "mark") if tree.forms[k] in marks and k < head]
    found = [k for k in found if k == 0 or tree.forms[k - 1] not in even]
    return tree.text(found[0], found[0]).lower() if found and tree.deps[head] == "advcl" else ""


def _given(line: Line, relative: set[int]) -> list[int]:
    """*La merce che l'uomo ha rubato*: what a relative clause with a subject of its own does it to."""
    tree, head = line.tree, line.group.head
    noun, subject = tree.heads[head], tree.subject(head)
    clause = tree.deps[head].startswith("acl") and line.group.form == "Fin" and not line.group.passive
    if not clause or subject in relative or tree.pos[noun] != "NOUN":
        return []
    objects = tree.kids_of(head, "obj", "ccomp", "xcomp")
    pronoun = [k for k in objects if k in relative]
    if len(objects) > len(pronoun) or (not pronoun and (relative or subject is None)):
        return []
    words = _noun_phrase(line, noun, skip=head)
    return sorted(k for k in words if k < head and (tree.heads[k] != noun or tree.deps[k] != "case"))


def _told(line: Line, words: list[int], given: list[int]) -> str:
    """Put the words together, what is given right after the trigger."""
    last = line.trigger[1]
    before, after = [k for k in words if k <= last], [k for k in words if k > last]
    if not given or not before:
        return _join(line.tree, words)
    thing = _join(line.tree, given)
    if line.tree.pos[given[0]] in ("DET", "ADP"):
        thing = thing[:1].lower() + thing[1:]  # it may have opened the sentence
    rest = [_join(line.tree, after)] if after else []
    return " ".join([_join(line.tree, before), thing, *rest])


def _antecedent(line: Line, relative: set[int]) -> str:
    """What a relative clause is about, in the words before it."""
    tree, noun = line.tree, line.tree.heads[line.group.head]
    if (
        tree.pos[noun] not in ("NOUN", "PROPN")
        or line.is_time(noun)
        or fold(tree.forms[noun]) in tree.time_nouns
    ):
        return ""
    own = tree.subject(line.group.head)
    apart = any(tree.kids_of(k, "case") or tree.deps[k] == "obj" for k in relative)
    if apart or (own is not None and own not in relative):
        return ""  # *la merce che l'uomo ha rubato*: the clause has a subject of its own
    names = [j for k in tree.kids_of(noun, "flat", "appos") for j in (k, *tree.kids_of(k, "flat"))]
    words = sorted({noun, *names, *tree.kids_of(noun, "det", "amod", "compound", "nummod")})
    near = [k for k in words if abs(k - noun) <= _NEAR and not _comma_between(tree, k, noun)]
    return _join(tree, near)


def statement_line(actor: str, tree: Tree, words: list[int]) -> str:
    """Give *who: what was said*, the joining word (*che*, *that*) and outer commas left off."""
    that = tree.lexicon.words("clause", "that")
    while len(words) > 1 and (
        tree.deps[words[0]] in ("mark", "cc")
        or tree.forms[words[0]] in _EDGES
        or tree.forms[words[0]] in that
    ):
        words = words[1:]
    return shortened(f"{actor}: {_join(tree, words)}".rstrip(" ,;:"), small=_small(tree, words))


def _small(tree: Tree, words: Iterable[int]) -> frozenset[str]:
    """Words that are left hanging at the end of a line that is cut."""
    return frozenset(tree.forms[k] for k in words if tree.pos[k] in _HANGING)


def _without_case(line: Line, words: list[int]) -> list[int]:
    """Leave off the preposition with which a nominal event begins: *di 40 morti*."""
    tree = line.tree
    while len(words) > 1 and _is_loose(tree, words[0]):
        words = words[1:]
    first = words[0]
    governs = tree.heads[first] in (line.group.head, line.noun) and (
        not line.group.form or line.noun is not None
    )
    return words[1:] if len(words) > 1 and tree.deps[first] in ("case", "mark") and governs else words


def _is_loose(tree: Tree, k: int) -> bool:
    """Tell what no line begins with: *e*, a mark, a relative pronoun, *dove*."""
    words = tree.lexicon.words("clause", "relatives") | tree.lexicon.words("clause", "complementisers")
    relative = tree.forms[k] in words and tree.pos[k] in ("PRON", "SCONJ", "ADV")
    return tree.deps[k] == "cc" or tree.is_punct(k) or relative


def _subject(line: Line) -> int | None:
    if line.noun is not None:
        return line.noun
    return line.tree.subject(line.group.head)


def _tells(line: Line, parts: Iterable[tuple[int, set[int]]]) -> bool:
    """Tell whether the line names its actor already."""
    name = (line.name or "").casefold().split()
    said = {line.tree.forms[k] for p in parts for k in p[1]}
    return bool(name) and name[-1] in said


def _own_words(line: Line) -> set[int]:
    """The trigger, its auxiliaries and negation, and the noun a participle stands by."""
    tree, head = line.tree, line.group.head
    own = set(range(line.trigger[0], line.trigger[1] + 1)) | {head}
    for k in tree.kids[head]:
        if tree.deps[k].startswith(("aux", "cop", "expl", "compound")) or is_negation(tree, k):
            own.add(k)
    if line.noun is not None:
        own |= _noun_phrase(line, line.noun, skip=head)
    return own | _shared_auxiliary(line)


def _shared_auxiliary(line: Line) -> set[int]:
    """*Hanno forzato la porta e rubato il denaro*: the auxiliary that the participle shares."""
    tree, i = line.tree, line.group.head
    if tree.deps[i] != "conj" or line.group.form != "Part" or tree.lexicon.ambiguous_past:
        return set()
    if any(tree.deps[k] in SUBJECTS for k in tree.kids[i]):
        return set()  # *e venti feriti*
    while tree.deps[i] == "conj" and tree.heads[i] != i:
        i = tree.heads[i]
    return set(tree.kids_of(i, "aux")) if tree.form(i) == "Part" else set()


def _parts(line: Line) -> list[tuple[int, set[int]]]:
    """The dependents of the head with their weights: 0 goes first, 2 stays."""
    tree, head = line.tree, line.group.head
    parts: list[tuple[int, set[int]]] = []
    verbal = tree.pos[head] in ("VERB", "AUX")
    subject = tree.subject(head)
    for k in tree.kids[head]:
        dep = tree.deps[k]
        if _is_deed(line, k):
            parts.append((2, _noun_phrase(line, k)))
            continue
        if not _kept(line, k, head) or _is_put_in(line, k):
            continue
        if dep == "advmod" and k < (subject if subject is not None else line.trigger[0]) and verbal:
            continue
        weight = 2 if dep in _CORE else 1 if dep.startswith(("obl", "nmod", "nummod", "amod", "det")) else 0
        words = _noun_phrase(line, k)
        if words and not (weight < 2 and verbal and _is_aside(line, subject, words)):
            parts.append((weight, words))
    return parts


def _is_aside(line: Line, subject: int | None, part: set[int]) -> bool:
    """*I ladri, una volta dentro, hanno rubato*: set off by commas between the subject and its verb."""
    tree, first, last = line.tree, min(part), max(part)
    inside = subject is not None and subject < first and last < line.trigger[0] and last + 1 < tree.size
    return inside and tree.forms[first - 1] == tree.forms[last + 1] == ","


def _is_put_in(line: Line, k: int) -> bool:
    """*I ladri, una volta dentro, hanno rubato*: a phrase without preposition between commas."""
    tree, (first, last) = line.tree, line.tree.edge(k)
    bare = tree.deps[k].startswith("obl") and not tree.kids_of(k, "case")
    while last > first and tree.is_punct(last):
        last -= 1
    return bare and last < line.trigger[0] and tree.forms[first - 1] == "," == tree.forms[last + 1]


def _is_deed(line: Line, k: int) -> bool:
    """*A rubare il quadro sarebbe stato uno sconosciuto*: what a cleft sentence says was done."""
    tree, head = line.tree, line.group.head
    cleft = tree.deps[k].split(":")[0] in ("csubj", "advcl") and tree.form(k) == "Inf" and k < head
    return cleft and bool(tree.kids_of(head, "cop")) and line.group.conditional


def _kept(line: Line, k: int, head: int) -> bool:
    tree, dep = line.tree, line.tree.deps[k]
    if tree.is_punct(k) or dep in _LEFT_OUT or dep.split(":")[0] in ("punct",):
        return False
    if dep.startswith("obl") and _is_source(tree, k):
        return False
    if dep.split(":")[0] in _CLAUSES:
        if dep.startswith("conj"):
            return tree.pos[k] in ("NOUN", "PROPN", "NUM") and tree.pos[head] in ("NOUN", "PROPN", "NUM")
        if dep == "ccomp":
            return k > head and not _comma_between(tree, k, head)
        return dep.startswith(("acl", "appos")) and not _comma_between(tree, k, head) and k > head
    return head not in (line.group.head, line.noun) or not _all_time(line, k)


def _is_source(tree: Tree, k: int) -> bool:
    """*Secondo la polizia*: who vouches is no part of what happened."""
    first = tree.edge(k)[0]
    weak = tree.lexicon.words("sources", "weak_prepositions")
    phrases = tree.lexicon.phrases("sources", "prepositions").get(tree.forms[first], ())
    for rest in phrases:
        words = (tree.forms[first], *rest)
        if tuple(tree.forms[first : first + len(words)]) == words and " ".join(words) not in weak:
            return True
    return False


def _comma_between(tree: Tree, a: int, b: int) -> bool:
    low, high = min(a, b), max(a, b)
    return any(tree.forms[k] in _MARKS for k in range(low + 1, high))


def _all_time(line: Line, k: int) -> bool:
    words = [j for j in line.tree.below(k) if not line.tree.is_punct(j) and line.tree.deps[j] != "case"]
    return bool(words) and all(line.is_time(j) for j in words)


def _noun_phrase(line: Line, head: int, skip: int = -1) -> set[int]:
    """A word with all that hangs closely on it."""
    tree, words, stack = line.tree, {head}, [head]
    while stack:
        j = stack.pop()
        for k in tree.kids[j]:
            if k != skip and k not in words and (_kept(line, k, j) or _joins(tree, k)):
                words.add(k)
                stack.append(k)
    return words


def _joins(tree: Tree, k: int) -> bool:
    """A conjunction or marker that belongs to what follows it: *e Putin*, *di restare*."""
    return tree.deps[k] in ("cc", "mark") and k < tree.heads[k]


def _join(tree: Tree, words: list[int]) -> str:
    """Put words together as they stand in the text, with a space where something was left out."""
    kept = set(words)
    for k in range(words[0], words[-1] + 1):
        if k not in kept and tree.is_punct(k) and k - 1 in kept and k + 1 in kept:
            kept.add(k)
    _quote(tree, kept)
    out, last = "", -2
    for k in sorted(kept):
        token = tree.doc[k]
        glue = "" if k == last + 1 else " "
        out += glue + token.text_with_ws if out else token.text_with_ws
        last = k
    return " ".join(out.replace(" ,", ",").split())


def _quote(tree: Tree, kept: set[int]) -> None:
    """Keep quotation marks in pairs only."""
    opened: int | None = None
    for k in range(min(kept) - 1, max(kept) + 2):
        if not 0 <= k < tree.size:
            continue
        form = tree.forms[k]
        if form in _OPEN_QUOTES and opened is None:
            opened = k
        elif form in _CLOSE_QUOTES and opened is not None:
            whole = all(j in kept for j in range(opened + 1, k) if not tree.is_punct(j))
            for j in (opened, k):
                (kept.add if whole else kept.discard)(j)
            opened = None
    if opened is not None:
        kept.discard(opened)
