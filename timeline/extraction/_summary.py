"""The line that tells an event on a chart, made of the text's own words.

A line is the subject of a clause, its verb and what follows, each stretch as it stands in the text. It ends
where a phrase ends; only what marks set off, a time (the axis shows it) and what is beside the verb before
its object are left out between. What is no finite clause is told with the verb or noun that it hangs on.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from timeline.extraction._antecedents import (
    antecedent,
    condition,
    given,
    is_named_only,
    is_nameless,
    is_own_word,
    pronominal,
    relative,
    tells,
)
from timeline.extraction._clause import Group, group
from timeline.extraction._cores import core_of, noun_line, subject_of
from timeline.extraction._fronts import adjuncts_before, deed, fronts
from timeline.extraction._labels import LONGEST, shortened
from timeline.extraction._stretches import (
    BESIDE,
    LOOSE,
    NEEDED,
    TIMED,
    Line,
    Part,
    Words,
    boundaries,
    is_conditional,
    joined_behind,
    noun_words,
    numbers_of,
    parts_behind,
    run,
    shared_auxiliary,
    short_noun,
)
from timeline.extraction._tree import Tree
from timeline.extraction._wording import (
    begun_small,
    closed,
    is_loose,
    join,
    length,
    small,
    time_stretch,
    whole_times,
)

_EDGES = frozenset(",;:)-–—")
_GOVERNED = frozenset(("xcomp", "ccomp", "advcl", "obj", "acl", "obl", "conj", "csubj", "nmod", "nsubj"))
_OBJECTS = frozenset(("obj", "xcomp", "ccomp"))
_STEPS, _NEAR, _REACH, _SLACK = 4, 3, 8, 12
_THIN, _ENOUGH, _LEAD = 26, 42, 40


@dataclass(frozen=True, slots=True)
class Told:
    """A line as put together: its words, the number of them that it needs, and whether it is complete."""

    text: str
    whole: bool


def clause_line(line: Line) -> str:
    """Give the clause of an event: who, the verb with its negation, what follows, as they stand."""
    best = _with_main(line)
    if best:
        return best
    for outer in _governors(line):
        if outer is line and line.group.form == "Inf" and best:
            return best  # *the court must not allow the bank to …*
        told = _line(outer, None if outer is line else line)
        if told.whole:
            return _on_condition(outer, told.text)
        best = best or told.text
    return best


def _with_main(line: Line) -> str:
    """*I ladri fuggono se arriva la polizia*: a condition is told with what hangs on it, where both fit."""
    if line.tree.deps[line.group.head] != "advcl" or not condition(line):
        return ""
    outer = next((o for o in _above(line) if o.group.finite), None)
    if outer is None or outer.group.head != line.tree.heads[line.group.head]:
        return ""
    first = line.tree.edge(line.group.head)[0]
    if line.tree.text(first, first).lower() != condition(line).split()[0]:
        return ""  # *three days before the vote*
    outer = replace(outer, name=None)
    if subject_of(outer, core_of(outer)) is None and not outer.tree.lexicon.drops_subjects:
        return ""
    told = _full_line(outer, line, short=False)
    return told.text if told.whole and not told.text.endswith("…") else ""


def _on_condition(line: Line, text: str) -> str:
    """*Se piove, la gara sarà rinviata*: with the condition before a clause, where both are short enough."""
    tree = line.tree
    clauses = [k for k in tree.kids_of(line.group.head, "advcl") if is_conditional(tree, k)]
    core = core_of(line) if clauses else []
    for k in clauses:
        first, last = run(tree, k, tree.bounds(k)[0], core[0] - 1)
        if k < core[0] and last - first >= _NEAR - 1:
            both = f"{join(tree, list(range(first, last + 1)))}, {text}"
            told = tree.text(first, last).casefold() in text.casefold()
            return text if told or len(both) > LONGEST else both
    return text


# ------------------------------------------------------------ what a clause hangs on


def _governors(line: Line) -> Iterator[Line]:
    """Give the clauses by which a line may be told, best first: that of its governor, where it needs one."""
    if line.group.finite or line.noun is not None or shared_auxiliary(line.tree, line.group):
        yield line
        return
    nominal = not line.group.form
    if nominal and length(line.tree, noun_line(line)) >= _THIN:
        yield line
        return
    over = list(_above(line))
    yield from (o for o in over if o.group.finite)
    if not nominal and line.tree.form(line.group.head) != "Ger":
        yield from (o for o in over if not o.group.finite)
    yield line


def _above(line: Line) -> Iterator[Line]:
    """The nouns and the first finite verb that a word hangs on, nearest first."""
    tree, i = line.tree, line.group.head
    for _ in range(_STEPS):
        over = tree.heads[i]
        if over == i or tree.deps[i].split(":")[0] not in _GOVERNED or tree.is_punct(over):
            return
        i = over
        if tree.pos[i] in ("NOUN", "PROPN") and not tree.kids_of(i, "cop"):
            yield replace(line, group=Group(i, i, i, None, ""), trigger=(i, i), noun=None)
        else:
            outer = group(tree, i)
            if outer.finite or tree.deps[i] == "ROOT":
                yield replace(line, group=outer, trigger=(outer.first, outer.last), noun=None)
                return


# ------------------------------------------------------------ the parts of a line


def _line(line: Line, inner: Line | None) -> Told:
    """Put a line together; `inner` is what it must tell besides its own verb."""
    told = _full_line(line, inner, short=False)
    if inner is not None and not told.whole and told.text and inner.group.form != "Part":
        return _full_line(line, inner, short=True)
    return told


def _full_line(line: Line, inner: Line | None, *, short: bool) -> Told:
    """Put a line together; a `short` one ties its inner clause to its verb with the least words."""
    tree = line.tree
    core = core_of(line)
    subject = subject_of(line, core)
    right = parts_behind(tree, core, line.is_time)
    if inner is None and line.noun is None and not any(p.weight != TIMED for p in right):
        right = joined_behind(tree, core, line.is_time) or right
    pronoun = relative(line)
    thing = given(line, pronoun)
    begin = tree.edge(line.group.head)[0]
    if thing and "," in (tree.forms[begin], tree.forms[max(0, begin - 1)]):
        right = list(itertools.takewhile(lambda p: tree.forms[p.first - 1] != ",", right))
    told = [*core, *thing, *(k for p in right for k in p.words)]
    prefix, own = _who(line, subject, told, pronoun)
    before = fronts(line, None if prefix and not own else subject, core)
    needed, lead = core[-1], None
    if inner is not None:
        chain = _chain(tree, inner.group.head, set(core))
        itself = subject is not None and subject == inner.group.head
        if not chain or (subject in chain and not itself):
            return Told("", whole=False)
        needed = _needed(inner)
        if itself:
            needed = core[-1]
        elif inner.group.head < core[0]:
            prefix = "" if own or subject is None else prefix
            shown = before if prefix else fronts(line, subject, core)
            before, needed = _led(line, inner, chain[-1], shown, core), core[-1]
            lead = chain[-1]
        else:
            right = _with_inner(line, inner, chain, right)
            if short:
                right = _shortest(line, inner, chain, right)
    if pronoun and not prefix:
        prefix = antecedent(line, pronoun)
    if lead is None and not prefix and (subject is None or subject > core[0]):
        before = [deed(line, core) or adjuncts_before(line, core, timed=not right)]
    at = core[0] if lead is not None and prefix else None
    made = _Made(line, prefix, own, thing, frozenset(pronoun), condition(line), at)
    return _fit(made, before, core, right, needed)


def _needed(inner: Line) -> int:
    """The last word that an inner clause needs: its verb, or the head of its object."""
    own = core_of(inner)
    parts = parts_behind(inner.tree, own, inner.is_time)
    objects = [p.head for p in parts if inner.tree.deps[p.head].split(":")[0] in _OBJECTS]
    return objects[0] if objects and objects[0] - own[-1] <= _REACH else own[-1]


def _chain(tree: Tree, i: int, heads: set[int]) -> Words:
    """The words from `i` up to one that hangs on `heads`."""
    out = [i]
    while out[-1] not in heads and len(out) <= _STEPS + 1:
        over = tree.heads[out[-1]]
        if over in heads:
            return out
        if over == out[-1]:
            return []
        out.append(over)
    return []


def _with_inner(line: Line, inner: Line, chain: Words, right: list[Part]) -> list[Part]:
    """Mark the part that holds the inner clause as needed; where none does, put it there."""
    at = inner.group.head
    for n, part in enumerate(right):
        if part.first <= at <= part.last:
            words = _until_time(inner, part.words)
            return [*right[:n], replace(part, words=words, weight=NEEDED + 1), *right[n + 1 :]]
    tree, top = line.tree, chain[-1]
    first, last = run(tree, top, core_of(line)[-1] + 1, tree.bounds(top)[1] - 1)
    words = _until_time(inner, tuple(range(first, last + 1)))
    return [*(p for p in right if p.last < first), Part(words, NEEDED + 1, top)]


def _until_time(inner: Line, words: tuple[int, ...]) -> tuple[int, ...]:
    """Leave off a time with which the inner clause ends."""
    parts = parts_behind(inner.tree, core_of(inner), inner.is_time)
    if parts and parts[-1].weight == TIMED and parts[-1].last >= words[-1]:
        return tuple(k for k in words if k < parts[-1].first) or words
    return words


def _shortest(line: Line, inner: Line, chain: Words, right: list[Part]) -> list[Part]:
    """An inner clause behind its verb, with no more between than the object of the verb in short."""
    tree, words = line.tree, _path(inner, chain)
    near = [
        p
        for p in right
        if p.last < words[0] and tree.deps[p.head].split(":")[0] in ("obj", "iobj", "xcomp", "ccomp")
    ]
    cut = [replace(p, words=tuple(short_noun(tree, p.head, list(p.words)))) for p in near]
    if words[0] and tree.forms[words[0] - 1] == ",":
        words = (words[0] - 1, *words)
    return [*cut, Part(words, NEEDED + 1, chain[-1])]


def _path(inner: Line, chain: Words) -> tuple[int, ...]:
    """An inner clause with the least that ties it to its governor: *di* abbandonare l'auto.

    Of joined verbs only the one that is told stays, with the mark that they share.
    """
    tree = inner.tree
    own = core_of(inner)
    parts = parts_behind(tree, own, inner.is_time)
    if tree.form(inner.group.head) == "Ger" and not tree.lexicon.ambiguous_past:
        chain = [chain[0], *(k for k in chain[1:] if tree.pos[k] not in ("NOUN", "PROPN"))]
    words = {*own, *_words(p for p in parts if p.weight != TIMED), *_ties(tree, chain[0])}
    subject = tree.subject(chain[0])
    if subject is not None and tree.heads[chain[-1]] < subject < own[0] and tree.heads[subject] == chain[0]:
        first, last = run(tree, subject, tree.heads[chain[-1]] + 1, own[0] - 1)
        words |= {*short_noun(tree, subject, list(range(first, last + 1)))}  # *lets the others go*
    for below, k in itertools.pairwise(chain):
        plain = below == chain[0] and not _ties(tree, below) and inner.group.form in ("Ger", "Part")
        if plain and tree.deps[below] == "advcl" and tree.deps[k] == "advcl":
            continue  # *prices fell, (pushing the index down,) leaving it below 50*
        if tree.deps[below] == "conj":
            words |= set(() if _ties(tree, chain[0]) else _ties(tree, k))
        else:
            words |= {k, *_ties(tree, k), *tree.kids_of(k, "aux", "obj", "det")}
    return tuple(sorted(k for k in words if k <= max(own[-1], *(p.last for p in parts), own[-1])))


def _ties(tree: Tree, k: int) -> Words:
    return [c for c in tree.kids_of(k, "mark", "case", "det") if c < k]


def _led(line: Line, inner: Line, top: int, fronts: list[Words], core: Words) -> list[Words]:
    """*Dopo aver scavalcato il cancello, i poliziotti hanno*: the clause before the verb, as it stands."""
    tree = line.tree
    first, last = run(tree, top, tree.bounds(top)[0], core[0] - 1)
    while first < top and tree.deps[first] == "cc":
        first += 1
    words = list(range(first, last + 1))
    cuts = boundaries(tree, words, set(core_of(inner)))
    short = [words[:at] for at in cuts if words[at - 1] >= core_of(inner)[-1]][:1]
    front = min([core[0], *fronts[-1]])
    comma = [front - 1] if tree.forms[front - 1] == "," else []
    forms = ((0, words), (-1, words), *((-1, s) for s in short))
    return [sorted({*w, *comma, *fronts[n]}) for n, w in forms]


# ------------------------------------------------------------ fitting


@dataclass(frozen=True, slots=True)
class _Made:
    """What a line has besides stretches of the text."""

    line: Line
    prefix: str
    own: bool
    given: list[int]
    relative: frozenset[int]
    condition: str
    led: int | None  # the verb behind a clause set before: the name stands between them

    def fits(self, words: Words) -> bool:
        """Tell roughly, and quickly, whether the words may be short enough."""
        return length(self.line.tree, words) <= LONGEST + _SLACK

    def text(self, words: Words) -> str:
        """Give the words as a line."""
        tree, line = self.line.tree, self.line
        room = LONGEST - len(self.prefix) - len(self.condition) - 2
        kept = whole_times(tree, [k for k in words if k not in self.relative], line.trigger, room)
        if tree.pos[kept[-1]] == "ADV" and kept[-1] + 1 in tree.timed:
            more = [*kept, *(k for k in time_stretch(tree, kept[-1] + 1) if k > kept[-1])]
            kept = more if length(tree, more) <= room else kept  # *già | in primavera*
        relatives = tree.lexicon.words("clause", "relatives")
        if len(kept) > 2 and tree.pos[kept[0]] == "DET" and tree.forms[kept[1]] in relatives:
            kept = kept[2:]  # *i cui complici hanno*
        while len(kept) > 2 and (is_loose(tree, kept[0]) or _opens_loose(tree, kept)):
            kept = kept[1:]
        while kept[0] > 1 and tree.forms[kept[0] - 1] == "-" and not tree.doc[kept[0] - 1].whitespace_:
            kept = [kept[0] - 2, kept[0] - 1, *kept]  # *celui-ci*
        if self.led is not None and kept[0] < self.led <= kept[-1]:
            front, rest = [k for k in kept if k < self.led], [k for k in kept if k >= self.led]
            return (
                f"{join(tree, front).rstrip(',')}, {self.prefix} {closed(join(tree, rest), tree, kept[-1])}"
            )
        text = closed(_told(line, kept, self.given), tree, kept[-1])
        prefix = "" if tells(tree, self.prefix, kept) else self.prefix
        if prefix and (self.own or is_named_only(line)):
            prefix += ":"
        if self.condition or (prefix and not self.own):
            text = begun_small(tree, kept[0], text)
        if prefix and text[:2] in ("'s", "’s") and tree.pos[kept[0]] == "AUX":
            prefix, text = "", prefix + text  # *he's leaving*
        return " ".join(filter(None, (self.condition, prefix, text)))


def _fit(made: _Made, fronts: list[Words], core: Words, right: list[Part], needed: int) -> Told:
    """Give the longest form of a line that is short enough."""
    tree = made.line.tree
    parts = [p for p in right if p.weight != TIMED]
    if len(made.prefix) + length(tree, [*fronts[0], *core, *made.given, *_words(parts)]) < _THIN:
        parts = right
    for front in fronts:
        before = sorted({*front, *core})
        for kept in _fewer(parts):
            words = [*before, *_words(kept)]
            if parts and not kept and (cut := _cut(made, before, parts, set(core), needed)):
                return Told(cut, whole=True)  # rather than *i due sono fuggiti* of *fuggiti a bordo di …*
            if made.fits(words) and len(text := made.text(words)) <= LONGEST:
                return Told(text, whole=True)
        cut = _cut(made, before, kept, set(core), needed)
        if cut is not None:
            return Told(cut, whole=True)
    near = [p for p in kept if p.weight > BESIDE] or kept
    words = [*before, *_words(near)]
    text = made.text(words)
    reach = len(made.prefix) + length(tree, [k for k in words if k <= needed])
    return Told(shortened(text, small=small(tree, words)), whole=reach <= LONGEST)


def _opens_loose(tree: Tree, words: Words) -> bool:
    """*In quanto sono state*: the preposition of a word that no line begins with."""
    a, b = words[:2]
    return tree.deps[a] == "case" and tree.heads[a] == b and is_loose(tree, b)


def _words(parts: Iterable[Part]) -> Words:
    return [k for p in parts for k in p.words]


def _fewer(parts: list[Part]) -> Iterator[list[Part]]:
    """Leave off what hangs loosely, the last first."""
    yield parts
    while any(p.weight <= LOOSE for p in parts):
        last = max(n for n, p in enumerate(parts) if p.weight <= LOOSE)
        parts = [*parts[:last], *parts[last + 1 :]]
        yield parts


def _cut(made: _Made, before: Words, parts: list[Part], core: set[int], needed: int) -> str | None:
    """End a line that is too long where a phrase ends, behind what it needs."""
    tree = made.line.tree
    behind = [p for p in parts if p.weight >= NEEDED and not _is_loose_object(tree, p)]
    bare = [p for p in parts if p in behind or (behind and p.first > behind[-1].last)]
    for chosen in (parts, bare):
        words = [*before, *_words(chosen)]
        least = max([needed, *(p.head for p in chosen[:1]), *(p.head for p in chosen if p in behind)])
        for at in reversed(boundaries(tree, words, core)):
            if at and words[at - 1] >= least and made.fits(words[:at]):
                text = made.text(words[:at]) + ("…" if at < len(words) else "")
                if len(text) <= LONGEST:
                    if len(text) >= _ENOUGH:
                        return text
                    break
    return None


def _is_loose_object(tree: Tree, part: Part) -> bool:
    """*Sono state vendute a 20 euro, un prezzo superiore*: what a mark sets off is no object."""
    return tree.deps[part.head].startswith("obj") and tree.forms[part.first - 1] == ","


# ------------------------------------------------------------ who


def _shared_subject(line: Line) -> str:
    """*La porta è stata chiusa e sorvegliata*: the subject of the verb that another is joined to."""
    tree, i = line.tree, line.group.head
    if tree.deps[i] != "conj" or tree.subject(i) is not None or tree.pos[i] not in ("VERB", "AUX"):
        return ""
    while tree.deps[i] == "conj" and tree.heads[i] < i:
        i = tree.heads[i]
    subject = tree.subject(i)
    if subject is None or subject > i or tree.pos[subject] not in ("NOUN", "PROPN"):
        return ""
    told, own = numbers_of(tree, i), numbers_of(tree, line.group.head)
    if (own and not told & own) or tree.lemmas[line.group.head] in tree.lexicon.happenings:
        return ""
    words = noun_words(tree, subject, tree.bounds(i)[0], i - 1)
    return join(tree, words if length(tree, words) <= _LEAD else short_noun(tree, subject, words))


def _who(line: Line, subject: int | None, words: Words, pronoun: set[int]) -> tuple[str, bool]:
    """Give what to set before a clause, for a relative one what it is about."""
    tree = line.tree
    prefix, own = _prefix(line, subject, words)
    if about := pronominal(line, pronoun, subject, prefix):
        return about, False
    known = tree.deps[tree.heads[line.group.head]] == "appos"  # *Ann Lee, a nurse who was hurt*
    both = " " in prefix and tree.deps[tree.heads[line.group.head]] == "conj"
    full = (
        antecedent(line, pronoun) if pronoun and prefix and not known and (line.group.passive or both) else ""
    )
    if not line.group.passive and full.casefold().split()[-1:] != prefix.casefold().split()[-1:]:
        return prefix, own
    return (prefix if full.casefold().endswith(prefix.casefold()) else full or prefix), own


def _prefix(line: Line, subject: int | None, words: Words) -> tuple[str, bool]:
    """Give the name to set before a clause that leaves out who acts, and whether it tells its own words."""
    tree, name = line.tree, line.name or _shared_subject(line)
    if not name or line.noun is not None or not (subject is None or is_nameless(tree, subject)):
        return "", False
    near = [k for k in words if tree.starts[k] - tree.starts[words[0]] <= LONGEST]
    if name.casefold() in tree.lexicon.words("clause", "relatives") or tells(tree, name, near):
        return "", False
    return name, is_own_word(line, subject)


# ------------------------------------------------------------ words


def _told(line: Line, words: list[int], given: list[int]) -> str:
    """Put the words together, what is given right after the trigger."""
    last = line.trigger[1]
    before, after = [k for k in words if k <= last], [k for k in words if k > last]
    if not given or not before:
        return join(line.tree, words)
    thing = join(line.tree, given)
    if line.tree.pos[given[0]] in ("DET", "ADP"):
        thing = thing[:1].lower() + thing[1:]  # it may have opened the sentence
    rest = [join(line.tree, after)] if after else []
    return " ".join([join(line.tree, before), thing, *rest])
