"""Who *I* and *we* are in what somebody says: whoever says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.extraction._clause import group
from timeline.extraction._parts import Doing
from timeline.extraction._sayings import QUOTE_MARKS, Saying

if TYPE_CHECKING:
    from timeline.extraction._event import Event
    from timeline.extraction._rows import Found
    from timeline.extraction._tree import Tree

_NOUNS = frozenset(("NOUN", "PROPN"))
_BELOW, _FAR = frozenset(("advcl", "xcomp", "conj")), 3
_Quoting = tuple["Event", Saying, int]


def name_speakers(rows: Sequence[tuple[Event, Found]]) -> None:
    """Give the actor or recipient *I*, *we*, *us* of a quoted event the name of the speaker.

    *"We chose to change it," the firm said*: the firm chose. Where languages leave the pronoun out, the verb
    tells the person; nobody told of before does what *I* did.
    """
    sayings = {event.event_id: event for event, _ in rows if event.kind == "statement"}
    quoting = [(e, f.told, f.number) for e, f in rows if isinstance(f.told, Saying) and f.told.quotes]
    for event, found in rows:
        told = found.told
        acts, undergoes = (told.actor, told.patient) if isinstance(told, Doing) else (told.speaker, None)
        agrees = event.actor is None and told.group.person != "3"  # not *on nous a menti*
        bare = (event.actor is None or isinstance(told, Doing)) and _is_told_by_self(found, acts)
        active = bare or (agrees and _is_first(told.tree, acts))
        passive = event.recipient is None and _is_first(told.tree, undergoes)
        if not active and not passive:
            continue
        speaker = sayings.get(event.reported_by or "") or _speaker(event, found, quoting)
        if speaker is None or speaker.actor is None or speaker is event:
            if bare:
                event.actor = event.actor_role = event.actor_start = event.actor_end = None
            continue
        if active:
            event.actor, event.actor_role = speaker.actor, speaker.actor_role
            event.actor_start, event.actor_end = speaker.actor_start, speaker.actor_end
        if passive:
            event.recipient = speaker.actor
            event.recipient_start, event.recipient_end = speaker.actor_start, speaker.actor_end
            event.object = event.object_start = event.object_end = None


def _is_told_by_self(found: Found, acts: int | None) -> bool:
    """*Ho chiamato la polizia*, inside a quotation: a verb of the first person, its subject left out."""
    told = found.told
    tree, i, grp = told.tree, told.head, told.group
    for _ in range(
        _FAR if isinstance(told, Doing) and told.understood is not None and told.noun is None else 0
    ):
        if not grp.finite and tree.deps[i] in _BELOW:
            i = tree.heads[i]  # *li ho aiutati dando loro le foto*
            grp = group(tree, i)
    first = grp.person == "1" and grp.finite and i in tree.quoted
    if not first or not tree.lexicon.drops_subjects:
        return False
    return acts is None or tree.pos[acts] == "PRON" or tree.heads[acts] != i or acts > i


def _is_first(tree: Tree, word: int | None) -> bool:
    """Tell a pronoun of the first person inside a quotation, or right behind one that ends too early."""
    if word is None or tree.pos[word] != "PRON" or tree.feats[word].get("Person") != "1":
        return False
    return (word in tree.quoted or _goes_behind(tree, word)) and tree.feats[word].get("Poss") != "Yes"


def _goes_behind(tree: Tree, word: int) -> bool:
    """*"They called us at six." We have sent a doctor*: the sentence right behind a quotation."""
    first = tree.bounds(word)[0]
    while first > 0 and tree.forms[first - 1] in QUOTE_MARKS | {'"', "."}:
        first -= 1
    return first > 0 and first - 1 in tree.quoted and tree.forms[first] != ","


def _speaker(event: Event, found: Found, quoting: Sequence[_Quoting]) -> Event | None:
    """Whoever says the quotation; where nobody is named beside it, whoever said the one right before it."""
    tree, head = found.told.tree, found.told.head
    own = [(e, s) for e, s, number in quoting if number == found.number and e is not event]
    for one, saying in own:
        if any(q.first < head < q.last for q in saying.quotes):
            return one
    first = head if head in tree.quoted else tree.bounds(head)[0]
    while first - 1 in tree.quoted:
        first -= 1
    before = [(e, s) for e, s in own if s.quotes[-1].last < head]
    if before:
        one, saying = max(before, key=lambda b: (b[1].quotes[-1].last, b[1].head))
        return one if _goes_on(tree, saying, saying.quotes[-1].last + 1, first) else None
    last = [(e, s) for e, s, number in quoting if number == found.number - 1]
    if not last or any(tree.pos[k] == "VERB" for k in range(first)):
        return None
    one, saying = max(last, key=lambda b: b[1].quotes[-1].last)
    return one if _goes_on(saying.tree, saying, saying.quotes[-1].last + 1, saying.tree.size) else None


def _goes_on(tree: Tree, saying: Saying, first: int, end: int) -> bool:
    """*"I bought it," Lee said in May. "I will sell it."*: between the two nothing else is told."""
    gap = [k for k in range(first, end) if k not in tree.quoted and k != saying.head]
    own = tree.sentence[saying.head]
    return not any(tree.pos[k] == "VERB" or (tree.pos[k] in _NOUNS and tree.sentence[k] != own) for k in gap)
