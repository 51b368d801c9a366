"""The line of a statement: *Rossi: «what he said»*, as far as what was said can be told by itself."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from timeline.extraction._clause import group
from timeline.extraction._labels import LONGEST, shortened
from timeline.extraction._marks import paired, quoted
from timeline.extraction._quotes import CLOSERS
from timeline.extraction._sayings import Saying
from timeline.extraction._stretches import noun_words, run, verb_words, without_case
from timeline.extraction._wording import closed, join, length, small

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_EDGES = frozenset(",;:)-–—")
_PLAIN = frozenset(("say", "report", "claim", "announce", "confirm", "warn", "predict"))
_SPEAKER, _FEW, _LEAD = 6, 2, 40


def as_it_stands(told: Saying, said: list[int]) -> str:
    """*Il parroco spera ancora di poter riaprire*: who says, the verb and all up to what is said."""
    tree, head = told.tree, told.group.head
    subject, core = tree.subject(head), verb_words(tree, told.group, told.trigger)
    if subject is None or subject > core[0] or told.root is None or told.root < core[-1]:
        return ""
    who = [k for k in noun_words(tree, subject, tree.bounds(subject)[0], core[0] - 1) if k not in core]
    words = [*who, *range(core[0], said[-1] + 1)]
    least = join(tree, [k for k in words if k <= told.root])
    return shortened(join(tree, words), small=small(tree, words)) if len(least) < LONGEST else ""


def of_relative(told: Saying, said: list[int]) -> list[int]:
    """*The bridge, which the mayor said was closed*: what a relative pronoun is about, and all behind it."""
    tree, head, noun = told.tree, told.head, told.tree.heads[told.head]
    subject = None if told.root is None else tree.subject(told.root)
    relatives = tree.lexicon.words("clause", "relatives")
    if subject is None or subject >= told.trigger[0] or tree.forms[subject] not in relatives:
        return []
    if not tree.deps[head].startswith("acl") or not noun < subject < said[0]:
        return []
    low = max([tree.bounds(noun)[0], *(k + 1 for k in tree.kids_of(noun, "cop") if k < noun)])
    who = without_case(tree, noun_words(tree, noun, low, subject - 1))
    words = [*who, *range(who[-1] + 1, said[-1] + 1)]
    least = join(tree, [k for k in words if k <= (told.root or 0)])
    return words if len(least) < LONGEST else [k for k in words if k >= subject]


def is_plain(told: Saying) -> bool:
    """Tell what is told as *Rossi: ...*: a quotation, a source, what stands before its verb."""
    tree, root = told.tree, told.root
    verb = root is not None and tree.pos[root] in ("VERB", "AUX") and not told.quotes
    if told.frame == "infinitive" or (verb and not group(tree, root or 0).finite):
        return False
    return told.frame == "source" or bool(told.quotes) or told.spans[0][0] < told.head


def may_stand_alone(told: Saying) -> bool:
    """Tell a clause that reads well without its verb of saying: *Rossi: il ponte è chiuso*."""
    tree, root = told.tree, told.root
    if root is None or told.frame != "clause" or told.act not in _PLAIN or not group(tree, root).finite:
        return False
    helpers = tree.kids_of(root, "aux", "cop", "aux:pass")
    return not any(tree.feats[k].get("Mood") == "Sub" for k in (root, *helpers))


def said_words(told: Saying) -> list[int]:
    """The words of a content that is a clause or a quotation; none where it is a mere object of the verb."""
    tree = told.tree
    words = [k for a, b in told.spans for k in range(a, b + 1) if not told.trigger[0] <= k <= told.trigger[1]]
    clause = any(tree.form(k) == "Fin" for k in words)
    plain = [k for k in words if not tree.is_punct(k)]
    whole = told.frame in ("source", "infinitive") or (told.frame == "clause" and bool(told.quotes))
    if len(plain) < _FEW or not (clause or whole):
        return []
    who = told.speaker
    words = _without_source(tree, who, words)
    if who in words and words.index(who) < _SPEAKER and tree.heads[who] == told.head:
        last = tree.edge(who)[1]
        words = [k for k in words if k > last] or words  # *l'oste - quando sono entrati*: not his words
    subject = None if told.root is None else tree.subject(told.root)
    if subject is None or subject >= words[0] or subject == who:
        return words
    first, last = run(tree, subject, tree.bounds(subject)[0], words[0] - 1)
    return [*range(first, last + 1), *words] if last == words[0] - 1 else words


def _without_source(tree: Tree, who: int | None, words: list[int]) -> list[int]:
    """*Secondo i dati | resi noti ieri, il saldo è salito*: what hangs on the source is none of its words."""
    if who is None or words[0] <= who:
        return words
    below = set(tree.below(who))
    at = next((n for n, k in enumerate(words) if k not in below), len(words))
    rest = words[at:]
    parted = at and at < len(words) and "," in (tree.forms[words[at - 1]], tree.forms[words[at]])
    return rest if parted and any(tree.form(k) == "Fin" for k in rest) else words


def statement_line(actor: str, told: Saying, words: list[int]) -> str:
    """Give *who: what was said*, the joining word (*che*, *that*) and outer commas left off.

    What was said word for word stands between the marks of the text. What stands before the subject of what
    is said is left off where the line would end before its verb.
    """
    tree, root, that = told.tree, told.root, told.tree.lexicon.words("clause", "that")
    while len(words) > 1 and (
        tree.deps[words[0]] == "cc"
        or (tree.deps[words[0]] == "mark" and tree.deps[tree.heads[words[0]]] != "advcl")
        or tree.forms[words[0]] in _EDGES
        or tree.forms[words[0]] in that
    ):
        words = words[1:]
    words = _within(told, words)
    said = closed(_joined(tree, words).rstrip(" ,;:"), tree, words[-1])
    who = shortened(actor, _LEAD) if len(actor) + len(said) > LONGEST else actor
    if root is not None and length(tree, [k for k in words if k <= root]) + len(who) > LONGEST - 3:
        subject = tree.subject(root)
        first = words[0] if subject is None else run(tree, subject, words[0], root)[0]
        finite = any(tree.form(k) == "Fin" and tree.subject(k) is not None for k in words if k < first)
        if words[0] < first < root and tree.forms[first - 1] == "," and not finite:
            return statement_line(actor, told, [k for k in words if k >= first])
    if mark := _mark(told, words):
        said = quoted(paired(said), mark)
    small_words = small(tree, words)
    return paired(shortened(f"{who}: {said}", small=small_words), small_words)


def _within(told: Saying, words: list[int]) -> list[int]:
    """*"We stay," its chief, Ann Lee, told us*: what is no clause behind a quotation is not said."""
    tree = told.tree
    quote = next((q for q in told.quotes if q.closed and q.first <= words[0] < q.last), None)
    if quote is None or words[-1] <= quote.last or any(q.first > quote.last for q in told.quotes):
        return words
    outside = [k for k in words if k > quote.last]
    clause = any(tree.form(k) == "Fin" for k in outside) or tree.forms[outside[0]] != ","
    return words if clause else [k for k in words if k <= quote.last]


def _mark(told: Saying, words: list[int]) -> str:
    """The mark that opens the quotation, where all the words stand in one."""
    tree = told.tree
    inside = all(any(q.first <= k <= q.last for q in told.quotes) for k in words if not tree.is_punct(k))
    if not inside or not told.quotes:
        return ""
    before = tree.source[: told.quotes[0].start]
    return before[-2:] if before[-2:] in CLOSERS else before[-1:]


def _joined(tree: Tree, words: list[int]) -> str:
    """*«Ho sentito un rumore – racconta – ho chiamato»*: a comma where one clause meets another."""
    gap = next((n for n, (a, b) in enumerate(itertools.pairwise(words), 1) if b - a > 1), 0)
    before, after = words[:gap], [k for k in words[gap:] if not tree.is_punct(k)]
    if not gap or not after or not any(tree.form(k) == "Fin" for k in after):
        return join(tree, words)
    first = after[0]
    big = tree.pos[first] != "PROPN" and tree.text(first, first)[:1].isupper()
    whole = _opens_clause(tree, before) and _opens_clause(tree, after)
    if not big and (not whole or tree.deps[first] in ("cc", "mark", "case")):
        return join(tree, words)
    parts = join(tree, before).rstrip(" ,;:-–—"), join(tree, words[gap:]).lstrip(" ,;:-–—")
    return (" " if parts[0][-1:] in ".!?…»”\"'" else ". " if big else ", ").join(parts)


def _opens_clause(tree: Tree, words: list[int]) -> bool:
    """Tell whether the first word that hangs on none of the others is a verb."""
    own = set(words)
    top = next((k for k in words if (tree.heads[k] == k or tree.heads[k] not in own) and tree.kids[k]), None)
    return top is not None and tree.pos[top] in ("VERB", "AUX")
