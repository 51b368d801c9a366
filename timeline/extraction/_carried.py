"""Who goes on: verbs that leave their subject out, told right after a deed whose doer is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.extraction._casts import Casts
from timeline.extraction._clause import group
from timeline.extraction._mentions import OTHER, PLACE
from timeline.extraction._parts import Doing
from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._actors import Actor
    from timeline.extraction._event import Event
    from timeline.extraction._rows import Found
    from timeline.extraction._tree import Tree
    from timeline.extraction._words import Word

_MAIN = frozenset(("ROOT", "conj", "parataxis", "advcl", "ccomp"))
_BELOW = frozenset(("advcl", "xcomp", "conj", "ccomp"))
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_NOUNS = frozenset(("NOUN", "PROPN"))
_NEAR, _FAR = 3, 3


@dataclass(frozen=True, slots=True)
class _Step:
    """A deed that was told, and the word that tells it."""

    event: Event
    tree: Tree
    head: int
    sentence: int


class _Carrying:
    """Goes through the deeds of a document in their order."""

    def __init__(self, kinds: Mapping[str, str], actor_of: Callable[[Word], Actor | None]) -> None:
        self._kinds, self._actor_of = kinds, actor_of
        self._last: dict[tuple[int, bool, bool], _Step] = {}
        self._done: dict[tuple[int, int], Event] = {}

    def go_on(self, event: Event, told: Doing, number: int) -> None:
        """Take the next deed."""
        tree, i = told.tree, told.head
        left_out = event.actor is None and told.actor is None and told.understood is not None
        if left_out and not told.group.finite:
            self._go_with(event, tree, i, number)
        main = told.group.finite and told.group.person == "3" and tree.deps[i] in _MAIN
        key = (number, _is_many(tree, i), i in tree.quoted)
        if left_out and main and not _is_taken_up(tree, i):
            before = self._last.get(key)
            near = before is not None and event.sentence - before.sentence <= _NEAR
            if before is not None and near and _may_be_one(before, tree, i):
                self._take(event, before.event)
        self._done[number, i] = event
        if main and (event.actor is not None or not left_out):
            self._last[key] = _Step(event, tree, i, event.sentence)
        elif main and (before := self._last.get(key)) is not None:
            self._last[key] = replace(before, sentence=event.sentence)

    def _go_with(self, event: Event, tree: Tree, i: int, number: int) -> None:
        """A gerund or infinitive goes with the verb over it: *lo hanno rubato, usandolo come ariete*.

        It may stand behind whoever does it: *I militari, indagando sul furto, hanno fermato un uomo*.
        """
        for _ in range(_FAR):
            below, i = i, tree.heads[i]
            if tree.deps[below] == "acl" and tree.deps[i] == "obj" and tree.is_gerund(below):
                below, i = i, tree.heads[i]  # *finiscono la serata schiantandosi*
            if tree.deps[below] not in (*_BELOW, "obj") or below == i:
                return
            if (number, i) in self._done:
                self._take(event, self._done[number, i])
                return
            grp = group(tree, i)
            if tree.pos[i] in _NOUNS and not grp.finite:
                if tree.deps[below] == "advcl" and i < below and tree.forms[below - 1] == ",":
                    self._give(event, tree, i)
                return
            if grp.finite:
                before = self._last.get((number, _is_many(tree, i), i in tree.quoted))
                left = grp.person == "3" and not grp.passive and tree.subject(i) is None
                if before is not None and left and before.sentence == event.sentence:
                    self._take(event, before.event)
                return

    def _give(self, event: Event, tree: Tree, noun: int) -> None:
        actor = self._actor_of(tree.doc[noun])
        if actor is not None and actor.kind not in (OTHER, PLACE):
            event.actor, event.actor_role = actor.name, actor.role
            event.actor_start, event.actor_end = actor.start, actor.end

    def _take(self, event: Event, other: Event | None) -> None:
        if other is None or self._kinds.get(other.actor or "") in (OTHER, PLACE):
            return
        event.actor, event.actor_role = other.actor, other.actor_role
        event.actor_start, event.actor_end = other.actor_start, other.actor_end


def carry_doers(
    rows: Sequence[tuple[Event, Found]], kinds: Mapping[str, str], actor_of: Callable[[Word], Actor | None]
) -> None:
    """Give deeds whose subject is left out the doer of the verb over them, or of the deed before them.

    *Hanno agito in fretta. Hanno usato una scala*: the subject goes on from sentence to sentence, as long as
    verbs agree in number and no other subject comes between, inside and outside of quotations apart. `kinds`
    tells of what kind actors are: things do not go on; `actor_of` gives the actor of a noun.
    """
    carrying = _Carrying(kinds, actor_of)
    for event, found in rows:
        told = found.told
        deed = isinstance(told, Doing) and told.noun is None and event.kind == "action"
        if isinstance(told, Doing) and deed and told.tree.lexicon.drops_subjects and not told.group.passive:
            carrying.go_on(event, told, found.number)


def _is_taken_up(tree: Tree, i: int) -> bool:
    """A verb with a subject of its own that was read as none, or which others do: *mi hanno telefonato*."""
    loose = tree.deps[i] == "conj" and tree.pos[tree.heads[i]] not in ("VERB", "AUX")
    own = any(tree.agrees(i, k) and k < i for k in tree.kids_of(i, *_SUBJECTS))
    one = any(tree.feats[k].get("Number") == "Sing" for k in tree.kids_of(i, "aux"))
    nobody = one and tree.is_reflexive(i) and tree.feats[i].get("Number") == "Plur"  # *si è arrivati*
    to_me = any(tree.feats[k].get("Person") == "1" and tree.pos[k] == "PRON" for k in tree.kids[i])
    return loose or own or nobody or to_me or tree.lemmas[i] in tree.lexicon.entries


def _may_be_one(before: _Step, tree: Tree, i: int) -> bool:
    """Tell two verbs that the same people may do: no theft and its arrest, no *è andata* of a man."""
    casts = Casts(names(tree.lexicon.code))
    both = ((before.tree, before.head), (tree, i))
    parts = {casts.of_subject(t.doc[k]) for t, k in both} - {None}
    genders = {_gender(t, k) for t, k in both} - {None}
    return len(parts) <= 1 and len(genders) <= 1


def _gender(tree: Tree, i: int) -> str | None:
    """The gender that a participle behind *be* tells, or a noun that is the subject."""
    be = tree.lexicon.words("clause", "copulas")
    if any(tree.lemmas[k] in be for k in tree.kids_of(i, "aux", "aux:pass")):
        return tree.feats[i].get("Gender")
    epicene = tree.lexicon.words("objects", "epicene")
    nouns = [k for k in tree.kids_of(i, "nsubj") if tree.pos[k] == "NOUN" and tree.forms[k] not in epicene]
    return next((tree.feats[k].get("Gender") for k in nouns), None)


def _is_many(tree: Tree, i: int) -> bool:
    """The number that the finite word tells, or the participle behind *be*; *li ha svegliati* is of one."""
    be, helpers = tree.lexicon.words("clause", "copulas"), tree.kids_of(i, "aux", "aux:pass", "cop")
    finite = next((k for k in helpers if tree.form(k) == "Fin"), i)
    told = [finite, *(i for k in helpers if tree.lemmas[k] in be)]
    return any(tree.feats[k].get("Number") == "Plur" for k in told)
