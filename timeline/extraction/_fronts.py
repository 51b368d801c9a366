"""What a line has before its verb: the subject in longer and shorter forms, and what stands beside it."""

from __future__ import annotations

from timeline.extraction._antecedents import relative
from timeline.extraction._stretches import (
    Line,
    Words,
    boundaries,
    is_source,
    noun_words,
    run,
    short_noun,
    without_asides,
)
from timeline.extraction._wording import length

_NEAR, _PAIR = 3, 2
_SUBJECT, _SHORT, _LEAD = 45, 28, 40


def fronts(line: Line, subject: int | None, core: Words) -> list[Words]:
    """What stands before the verb, from the longest form to the shortest."""
    tree = line.tree
    if subject is None or subject > core[0] or subject in relative(line):
        return [[]]
    low = tree.bounds(subject)[0]
    full = [k for k in noun_words(tree, subject, low, core[0] - 1) if k not in core]
    of = tree.lexicon.words("clause", "of")
    while (
        len(full) > 1
        and tree.deps[full[0]] == "case"
        and tree.lemmas[full[0]] not in of
        and tree.pos[full[1]] in ("DET", "NOUN", "PROPN")
    ):
        full = full[1:]  # *due giorni | dopo la protesta ha raggiunto*
    beside = _beside(line, full, core)
    if not tree.agrees(line.group.head, subject):
        first, last = run(tree, subject, low, core[0] - 1)
        return [list(range(first, last + 1))]  # *il fucile, due pistole e un coltello erano spariti*
    forms = [full]
    if length(tree, full) > _SUBJECT:
        cuts = boundaries(tree, full, {subject}, joined=False)
        shorter = [full[:at] for at in cuts if full[at - 1] >= subject]
        forms = [w for w in reversed(shorter) if length(tree, w) <= _SUBJECT][:1]
        named = _name_in(line, full)
        forms = [
            *(w for w in forms if not named or set(named) <= set(w)),
            named or short_noun(tree, subject, full),
        ]
    elif length(tree, full) > _SHORT:
        cuts = boundaries(tree, full, {subject}, joined=False)
        less = [full[:at] for at in cuts if full[at - 1] > subject and length(tree, full[:at]) <= _SHORT]
        named = _name_in(line, full)
        forms += [named] if named else [*less[-1:], short_noun(tree, subject, full)]
    return [sorted({*w, *beside}) for w in forms]


def _name_in(line: Line, words: Words) -> Words:
    """*La presidente della Commissione **Anna Bell** ha chiesto*: a name that says who, without office."""
    tree, name = line.tree, (line.name or "").casefold().split()
    proper = [k for k in words if tree.pos[k] == "PROPN"]
    if not proper or any(tree.deps[k] in ("conj", "cc") for k in words):
        return []  # *Mr Ford and the deputy chairman Ann Bell are*
    last = first = proper[-1]
    known = len(name) >= _PAIR and tree.forms[last] == name[-1]
    while first - 1 in words and (tree.forms[first - 1] in name if known else first - 1 in proper):
        first -= 1
    if not known and any(tree.kids_of(k, "case") for k in range(first, last + 1)):
        return []  # *il sindaco di San Marino*
    return list(range(first, last + 1)) if first < last else []


def _beside(line: Line, subject: Words, core: Words) -> Words:
    """*I due **subito dopo** sono fuggiti*: words between subject and verb that no marks set off, if few."""
    tree = line.tree
    gap = list(range(subject[-1] + 1, core[0]))
    parted = line.is_time(subject[-1])  # *gli attacchi dell'11 settembre hanno*
    timed = not parted and any(line.is_time(k) for k in gap)
    if any(tree.is_punct(k) for k in gap) or len(gap) > _NEAR or timed:
        return [k for k in gap[-1:] if tree.pos[k] == "ADV" and not line.is_time(k)]
    return gap


def deed(line: Line, core: Words) -> Words:
    """*A rubare il quadro sarebbe stato uno sconosciuto*: what a cleft sentence says was done."""
    tree, head = line.tree, line.group.head
    if not tree.kids_of(head, "cop") or not line.group.conditional:
        return []
    done = (k for k in tree.kids_of(head, "csubj", "advcl") if tree.form(k) == "Inf" and k < core[0])
    for k in done:
        first, last = run(tree, k, tree.bounds(k)[0], core[0] - 1)
        return without_asides(tree, list(range(first, last + 1)), k)
    return []


def adjuncts_before(line: Line, core: Words, *, timed: bool) -> Words:
    """*Con il camper si fermano*: what stands right before a verb that has no subject."""
    tree, first = line.tree, core[0]
    kids = [k for k in tree.kids[line.group.head] if k < first and not tree.is_punct(k)]
    words: Words = []
    clause = [k for k in tree.kids_of(line.group.head, "csubj") if k < first]
    if clause:  # *chi non si arrende sarà eliminato*
        a, b = run(tree, clause[-1], tree.bounds(first)[0], first - 1)
        return list(range(a, b + 1))
    for k in reversed(kids):
        base = tree.deps[k].split(":")[0]
        a, b = run(tree, k, tree.bounds(k)[0], first - 1)
        if b != first - 1 or base not in ("obl", "obj", "iobj", "advmod") or is_source(tree, k):
            break
        if line.is_time(k) and not timed:
            break
        words, first = [*range(a, b + 1), *words], a
    if not words or length(tree, words) > _LEAD or (len(words) == 1 and tree.pos[words[0]] == "ADV"):
        return []
    return words
