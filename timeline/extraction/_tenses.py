"""The tense that governs a place in the text, from the parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from timeline.extraction._clause import FUTURE, PAST, PRESENT, Group, group
from timeline.extraction._tree import Tree

_STEPS = 8
_NEXT = 20
ARRANGED = "arranged"
_BESIDE = ("conj", "advcl", "parataxis")


class Tenses:
    """Answers for a document which tense governs a character offset."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._trees = trees
        self._starts = [tree.block.offset for tree in trees]
        self._known: dict[tuple[int, int], str | None] = {}

    def at(self, offset: int) -> str | None:
        """Give past, present or future for the verb over the word at `offset`, None where there is none.

        A plain present that a day hangs on is `arranged`: *El juez recibe el martes a los abogados*.
        """
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self._trees[number].block.end:
            return None
        tree = self._trees[number]
        inside = offset - tree.block.offset
        word = max(bisect_right(tree.starts, inside) - 1, 0)
        tense = FUTURE if is_destined(tree, word) else self._over(number, word)
        return ARRANGED if tense == PRESENT and _is_arranged(tree, word) else tense

    def _over(self, number: int, word: int) -> str | None:
        """Climb to the first verb that has a tense; an infinitive that is planned looks ahead."""
        tree, i = self._trees[number], word
        for _ in range(_STEPS):
            if tree.pos[i] in ("VERB", "AUX") or tree.copula(i) is not None:
                return self._tense(number, i)
            if tree.heads[i] == i:
                return self._after(tree, i)
            i = tree.heads[i]
        return None

    @staticmethod
    def _after(tree: Tree, i: int) -> str | None:
        """The tense of the sentence after one without a verb: *Furto lunedì. I ladri sono entrati ...*."""
        first, end = tree.bounds(i)
        if any(tree.pos[k] in ("VERB", "AUX") for k in range(first, end)):
            return None
        for k in range(end, min(end + _NEXT, tree.size)):
            if tree.pos[k] == "VERB" and (tense := group(tree, k).tense):
                return tense
        return None

    def _tense(self, number: int, i: int) -> str | None:
        if (number, i) not in self._known:
            self._known[number, i] = None
            self._known[number, i] = self._read(number, i)
        return self._known[number, i]

    def _read(self, number: int, i: int) -> str | None:
        tree = self._trees[number]
        own = group(tree, i)
        head = tree.heads[i]
        if own.conditional and tree.deps[i] == "ccomp" and self._is_told(tree, head):
            return FUTURE  # *prometió que visitaría a los heridos el viernes*
        if own.modal == "possible" and own.tense == PRESENT and not own.negated:
            seen = tree.lemmas[i] in tree.lexicon.words("phases", "perception")
            return PAST if seen else FUTURE  # *could come as early as Tuesday*
        if own.tense == PRESENT and _is_set_down(tree, i, own.subjunctive):
            return FUTURE
        if own.tense is not None:
            return own.tense
        if own.form == "Inf" and (tree.lemmas[head] in tree.lexicon.words("plans", "planned") or (
            tree.lemmas[head] in tree.lexicon.words("plans", "hoped"))):  # fmt: skip
            return FUTURE
        if tree.deps[i] == "xcomp" and _is_ahead(tree, head):
            return FUTURE  # *pourrait être examinée lundi*
        return None if head == i else self._over(number, head)

    @staticmethod
    def _is_told(tree: Tree, head: int) -> bool:
        """Tell a verb of saying in the past, in whose words the conditional is what was to come."""
        return tree.lemmas[head] in tree.lexicon.entries and group(tree, head).tense == PAST


def _is_ahead(tree: Tree, head: int) -> bool:
    """Tell a modal verb in the present that the parser took for the verb of the clause."""
    words, own = tree.lexicon.words, group(tree, head)
    modal = words("auxiliaries", "modal_possible") | words("auxiliaries", "modal_necessity")
    return bool({tree.lemmas[head], tree.forms[head]} & modal) and own.tense == PRESENT and not own.negated


def _is_set_down(tree: Tree, i: int, subjunctive: bool) -> bool:
    """*Está previsto que se reúnan el viernes*, *chiedono che si voti domenica*: planned, or wanted."""
    head, words = tree.heads[i], tree.lexicon.words
    if head == i or tree.deps[i].split(":")[0] not in ("ccomp", "csubj"):
        return False
    verb = tree.lemmas[head] if tree.pos[head] == "VERB" else tree.lexicon.of_participle(tree.forms[head])
    if verb not in words("plans", "planned") | words("plans", "hoped"):
        return False
    return subjunctive or tree.copula(head) is not None


def _is_arranged(tree: Tree, word: int) -> bool:
    """Tell a day that hangs right on a plain present, no past beside it: *the court rules on Tuesday*."""
    if tree.deps[word] in ("det", "case"):
        word = tree.heads[word]
    verb = tree.heads[word]
    plain = tree.form(verb) == "Fin" and not tree.kids_of(verb, "aux", "aux:pass", "cop", "aux:tense")
    if not plain or tree.block.heading or tree.lemmas[verb] in tree.lexicon.entries or word == verb:
        return False
    beside = [*tree.kids_of(verb, *_BESIDE), *([tree.heads[verb]] if tree.deps[verb] in _BESIDE else ())]
    own = group(tree, verb)
    return own.tense == PRESENT and not own.subjunctive and all(group(tree, k).tense != PAST for k in beside)


def is_declined(tree: Tree, verb: int, own: Group) -> bool:
    """*She would not comment*, *the firm could not be reached*: told of the past, where no *if* stands."""
    forms, head = tree.lexicon.words("auxiliaries", "declining"), tree.heads[verb]
    if not own.negated or not any(tree.forms[k] in forms for k in tree.kids_of(verb, "aux")):
        return False
    main = head == verb or (tree.deps[verb] in ("conj", "parataxis") and group(tree, head).tense != FUTURE)
    return main and verb not in tree.quoted and not tree.kids_of(verb, "advcl")


def is_destined(tree: Tree, word: int) -> bool:
    """Tell a day for which something is set down: *il lutto per giovedì*, not *for Friday's theft*."""
    before = word - 1
    if before > 0 and tree.pos[before] == "DET":
        before -= 1
    owner = tree.deps[word] == "nmod:poss" or any(k > word for k in tree.kids_of(word, "case"))
    return before >= 0 and tree.forms[before] in tree.lexicon.words("clause", "destined") and not owner
