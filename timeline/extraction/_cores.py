"""What a line never goes without: the verb with its helpers, or a noun with what it stands by."""

from __future__ import annotations

from timeline.extraction._clefts import CLEFT
from timeline.extraction._stretches import (
    Line,
    Words,
    noun_words,
    run,
    shared_auxiliary,
    short_noun,
    verb_words,
    without_case,
)
from timeline.extraction._tree import Tree
from timeline.extraction._voices import SUBJECTS
from timeline.extraction._wording import length

_NEAR, _LONG = 3, 66


def core_of(line: Line) -> Words:
    """The words that a line never goes without."""
    tree, grp = line.tree, line.group
    if line.noun is not None:
        first, last = min(line.noun, line.trigger[0]), max(line.noun, line.trigger[1])
        before = [k for k in noun_words(tree, line.noun, tree.bounds(first)[0], last) if k < first]
        words = sorted({*before, *range(first, last + 1)})
        if length(tree, words) > _LONG:
            until = max([line.noun, *before[-1:]])
            near = short_noun(tree, line.noun, [k for k in words if k <= until])
            words = list(range(line.trigger[0], line.trigger[1] + 1))
            words = sorted({*near, *words}) if suits(tree, line.noun, grp.head) else words
        return without_case(tree, words)
    if not grp.form:
        words = [k for k in noun_line(line) if k <= line.trigger[1]]
        return words or list(range(line.trigger[0], line.trigger[1] + 1))
    words = verb_words(tree, grp, line.trigger)
    subject = tree.subject(grp.head)
    if subject in words:
        first, _ = run(tree, subject, tree.bounds(subject)[0], words[-1])
        words = [*range(first, words[0]), *words]
    opening = min(tree.kids_of(grp.head, CLEFT), default=words[0])  # *A chiamare*, *è stata lei a chiamare*
    return sorted({*shared_auxiliary(tree, grp), *range(opening, words[0]), *words})


def noun_line(line: Line) -> Words:
    """The words of a nominal event, with the number or quantity over it: *centinaia di feriti*."""
    tree, head = line.tree, line.group.head
    low, high = tree.bounds(head)
    over = tree.heads[head]
    counted = tree.deps[head] == "nmod" and head - _NEAR <= over < head and tree.pos[over] in ("NUM", "PRON")
    top = over if counted or (over < head and _is_amount(tree, over, head)) else head
    words = noun_words(tree, top, low, high - 1)
    words = sorted({*words, *range(max(line.trigger[0], low), line.trigger[1] + 1)})
    while len(words) > 1 and tree.deps[words[0]] in ("case", "mark", "cc") and tree.pos[words[0]] != "DET":
        words = words[1:]
    return words


def _is_amount(tree: Tree, over: int, head: int) -> bool:
    amounts = tree.lexicon.words("clause", "amounts")
    return tree.deps[head] == "nmod" and tree.forms[over] in amounts and head - over <= _NEAR


def suits(tree: Tree, noun: int, participle: int) -> bool:
    """Tell whether nothing in gender and number parts a noun from the participle that stands by it."""
    pairs = ((tree.feats[noun].get(name), tree.feats[participle].get(name)) for name in ("Gender", "Number"))
    return all(a is None or b is None or a == b for a, b in pairs)


def subject_of(line: Line, core: Words) -> int | None:
    if line.noun is not None or not line.group.form:
        return None
    tree, head = line.tree, line.group.head
    subject = tree.subject(head)
    if subject is None:  # a parser may hang it on the auxiliary
        hung = (k for aux in tree.kids_of(head, "aux") for k in tree.kids[aux] if k < aux)
        subject = next((k for k in hung if tree.deps[k] in SUBJECTS), None)
    return None if subject in core else subject
