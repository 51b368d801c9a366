"""Deeds told without who did them, in a document that tells who is charged with such a deed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction._clause import group
from timeline.extraction._doers import doer_of
from timeline.extraction._narrative import Told
from timeline.extraction._parts import Doing

if TYPE_CHECKING:
    from timeline.extraction._actors import Actor
    from timeline.extraction._event import Event
    from timeline.extraction._sayings import Saying
    from timeline.extraction._story import Story
    from timeline.extraction._tree import Tree

_CHARGING = frozenset(("ACCUSE", "COERCE"))
_BELOW = frozenset(("obl", "nmod", "conj", "xcomp", "ccomp", "advcl"))
_NAMING = frozenset(("NOUN", "PROPN", "NUM"))
_SOMEONE = frozenset(("person", "group"))
_FARTHEST, _NEAR = 3, 2
_ACTOR = ("actor", "actor_role", "actor_start", "actor_end")


@dataclass(frozen=True, slots=True)
class Charge:
    """Somebody charged with deeds of one family, and on whose word."""

    family: str
    actor: Actor
    accuser: str | None
    proven: bool
    block: int


def charges(story: Story) -> list[Charge]:
    """Give who is charged with deeds of what family: *arrestato per rapina*, *accused of murder*.

    A deed that is charged stands after a preposition, below a verb of accusing, arresting or sentencing, or
    beside a noun for whoever did it.
    """
    families = {
        words: name
        for name, verbs in story.lexicon.families.items()
        for words, rest in verbs.items()
        if () in rest
    }
    return [
        charge
        for tree in story.trees
        for i in range(tree.size)
        if tree.lemmas[i] in families
        and (charge := _charge(story, tree, i, families[tree.lemmas[i]])) is not None
    ]


def _charge(story: Story, tree: Tree, i: int, family: str) -> Charge | None:
    if tree.pos[i] == "NOUN" and (told := doer_of(tree, i)) is not None:
        return _against(story, tree, told[0], None, family)
    verb, whom = _accusing(tree, i)
    if verb is None:
        return None
    grp = group(tree, verb)
    if whom is None:
        whom = tree.subject(verb) if grp.passive else _object(tree, verb)
    by = next(iter(tree.kids_of(verb, "obl:agent")), None) if grp.passive else tree.subject(verb)
    if whom is None and grp.passive and not grp.finite and tree.pos[tree.heads[verb]] in _NAMING:
        whom = tree.heads[verb]
    proven = tree.lemmas[verb] in tree.lexicon.words("truth", "proven")
    if whom is None:
        left = story.actors.left_out(tree.doc[verb]) if grp.passive and grp.finite else None
        return None if left is None else Charge(family, left, None, proven, tree.block.index)
    accuser = story.actors.of(tree.doc[by]) if by is not None else None
    return _against(story, tree, whom, accuser.name if accuser else None, family, proven=proven)


def _against(
    story: Story, tree: Tree, whom: int, accuser: str | None, family: str, *, proven: bool = False
) -> Charge | None:
    """Charge somebody; *the perpetrators* say nobody, and of two joined neither is the only one."""
    if tree.deps[whom] == "conj" or any(tree.pos[k] in _NAMING for k in tree.kids_of(whom, "conj")):
        return None
    actor = story.actors.of(tree.doc[whom])
    if (
        actor is None
        or actor.kind not in _SOMEONE
        or story.actors.is_officer(tree.doc[whom])
        or tree.lemmas[whom] in tree.lexicon.words("objects", "doers")
    ):
        return None
    return Charge(family, actor, accuser, proven, tree.block.index)


def _accusing(tree: Tree, i: int) -> tuple[int | None, int | None]:
    """The verb of accusing or arresting over a deed, a few words up, and whom the deed stands beside."""
    marks, j, charged = tree.lexicon.words("clause", "charges"), i, False
    whom: int | None = None
    for _ in range(_FARTHEST):
        dep, up = tree.deps[j].split(":")[0], tree.heads[j]
        beside = whom is not None and (dep == "obj" or tree.deps[j] == "nsubj:pass")
        if up == j or not (dep in _BELOW or beside):
            break
        cases = tree.kids_of(j, "case", "mark")
        charged = charged or any(tree.forms[k] in marks or tree.lemmas[k] in marks for k in cases)
        if not charged:
            break
        if tree.lexicon.verb_types.get(tree.lemmas[up]) in _CHARGING and tree.pos[up] in ("VERB", "ADJ"):
            return up, whom
        whom = up if whom is None and dep == "nmod" else whom
        j = up
    return None, None


def _object(tree: Tree, verb: int) -> int | None:
    return next((k for k in tree.kids_of(verb, "obj") if tree.pos[k] in _NAMING), None)


def take_over(rows: Sequence[Told], charges: Sequence[Charge], unknown: frozenset[str]) -> None:
    """Give deeds of which no doer is told the only one who is charged with a deed of that family.

    What is taken over is alleged: `factuality` is *reported*, the accuser vouches for it. `unknown` holds the
    words for those who are not known.
    """
    charged: dict[str, dict[str, Charge]] = defaultdict(dict)
    for one in charges:
        charged[one.family].setdefault(one.actor.name, one)
    only = {family: next(iter(c.values())) for family, c in charged.items() if len(c) == 1}
    for told in _open(rows, unknown):
        charge = only.get(told.family or "")
        if charge is not None and abs(charge.block - told.block) <= _NEAR:
            _take(told, charge)


def _open(rows: Sequence[Told], unknown: frozenset[str]) -> Iterator[Told]:
    for told in rows:
        event = told.event
        nobody = event.actor is None or event.actor.lower() in unknown
        real = event.polarity == "positive" and event.factuality in ("asserted", "reported")
        if nobody and real and event.kind == "action" and event.tense == "past":
            yield told


def _take(told: Told, charge: Charge) -> None:
    take_doer(told.event, charge.actor, charge.accuser, alleged=not charge.proven)


def take_doer(event: Event, actor: Actor, accuser: str | None, *, alleged: bool) -> None:
    """Give a deed a doer told elsewhere; what is alleged is *reported*, and the accuser vouches for it."""
    if event.recipient == actor.name:
        return
    values = (actor.name, actor.role, actor.start, actor.end)
    for name, value in zip(_ACTOR, values, strict=True):
        setattr(event, name, value)
    if not alleged:
        return
    if event.factuality == "asserted":
        event.factuality = "reported"
    if accuser and accuser not in event.attribution:
        event.attribution.append(accuser)


def is_texts_own(told: Told, of: Saying | Doing, unknown: frozenset[str]) -> bool:
    """*Il ladro ha rotto il vetro*, *ha rotto il vetro*: the text itself tells it of one it knows."""
    if told.event.actor is not None:
        return told.event.actor.lower() not in unknown
    return of.group.form in ("Fin", "Ger") and not of.group.passive


def is_anyone(told: Saying | Doing) -> bool:
    """*C'era chi rubava*: a verb whose subject is whoever does it."""
    subject = told.actor if isinstance(told, Doing) else None
    free = told.tree.lexicon.words("clause", "free_relatives")
    return subject is not None and told.tree.forms[subject] in free
