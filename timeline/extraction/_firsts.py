"""Who *I* and *we* are in what somebody says: whoever says it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.extraction._parts import Doing
from timeline.extraction._sayings import Saying

if TYPE_CHECKING:
    from timeline.extraction._event import Event
    from timeline.extraction._rows import Found
    from timeline.extraction._tree import Tree

<<<<<<< HEAD
_Row = tuple["Event", "Found"]
_NEAR = 3
=======
_NOUNS = frozenset(("NOUN", "PROPN"))
_Quoting = tuple["Event", Saying, int]

>>>>>>> main


def name_speakers(rows: Sequence[_Row]) -> None:
    """Give the actor or recipient *I*, *we*, *us* of a quoted event the name of the speaker.

    *"We chose to change it," the firm said*: the firm chose. Where languages leave the pronoun out, the verb
    tells the person; nobody told of before does what *I* did.
    """
    sayings = {event.event_id: event for event, _ in rows if event.kind == "statement"}
<<<<<<< HEAD
    voices = _voices(rows)
    for event, found in rows:
        told = found.told
        acts, undergoes = (told.actor, told.patient) if isinstance(told, Doing) else (told.speaker, None)
        speaker = sayings.get(event.reported_by or "")
        left = isinstance(told, Doing) or event.actor is None
        if left and told.tree.lexicon.drops_subjects and _is_told_by_self(found, acts):
            _put(event, speaker if speaker is not event else None, voices.get(found.number, []), found)
        if speaker is None or speaker.actor is None or speaker is event:
            continue
        agrees = told.group.person != "3"  # not *on nous a menti*
        if event.actor is None and agrees and _is_first(told.tree, acts):
            _take(event, speaker)
        if event.recipient is None and _is_first(told.tree, undergoes):
=======
    quoting = [(e, f.told, f.number) for e, f in rows if isinstance(f.told, Saying) and f.told.quotes]
    for event, found in rows:
        told = found.told
        acts, undergoes = (told.actor, told.patient) if isinstance(told, Doing) else (told.speaker, None)
        agrees = event.actor is None and told.group.person != "3"  # not *on nous a menti*
        active = agrees and _is_first(told.tree, acts)
        passive = event.recipient is None and _is_first(told.tree, undergoes)
        if not active and not passive:
            continue
        speaker = sayings.get(event.reported_by or "") or _speaker(event, found, quoting)
        if speaker is None or speaker.actor is None or speaker is event:
            continue
        if active:
            event.actor, event.actor_role = speaker.actor, speaker.actor_role
            event.actor_start, event.actor_end = speaker.actor_start, speaker.actor_end
        if passive:
>>>>>>> main
            event.recipient = speaker.actor
            event.recipient_start, event.recipient_end = speaker.actor_start, speaker.actor_end
            event.object = event.object_start = event.object_end = None


def _take(event: Event, speaker: Event | None) -> None:
    event.actor, event.actor_role = (speaker.actor, speaker.actor_role) if speaker else (None, None)
    event.actor_start, event.actor_end = (speaker.actor_start, speaker.actor_end) if speaker else (None, None)


def _voices(rows: Sequence[_Row]) -> dict[int, list[_Row]]:
    """Whoever is quoted, by block: statements with a quotation and a speaker, outside of what is quoted."""
    found: dict[int, list[_Row]] = defaultdict(list)
    for event, row in rows:
        if event.kind == "statement" and event.quote and event.actor and event.reported_by is None:
            found[row.number].append((event, row))
    return found


def _put(event: Event, speaker: Event | None, voices: list[_Row], found: Found) -> None:
    """Let the speaker act: of the statement that holds the event, else of the one before, else after it."""
    if speaker is None or speaker.actor is None:
        at = bisect_left(voices, event.trigger_start, key=lambda row: row[0].trigger_start)
        reach = 0 if _is_led(found) else _NEAR
        near = [row[0] for row in voices[at - 1 : at] if event.sentence - row[0].sentence <= reach]
        told = near or [row[0] for row in voices[at : at + 1] if _is_in_one_quotation(found, row[1])]
        speaker = next(iter(told), None)
    _take(event, speaker)


def _is_led(found: Found) -> bool:
    """*Neri risponde: «Abbiamo aderito»*: another speaker may lead the quotation."""
    tree, k = found.told.tree, found.told.head
    while k > 0 and k - 1 in tree.quoted:
        k -= 1
    return k > 0 and tree.forms[k - 1] == ":"


def _is_in_one_quotation(found: Found, other: Found) -> bool:
    quoted, span = found.told.tree.quoted, sorted((found.told.head, other.told.head))
    return all(k in quoted for k in range(span[0], span[1]))


def _is_told_by_self(found: Found, acts: int | None) -> bool:
    """*Ho chiamato la polizia*, inside a quotation: a verb of the first person, its subject left out."""
    told = found.told
    tree, i = told.tree, told.head
    if told.group.person != "1" or not told.group.finite or i not in tree.quoted:
        return False
    return acts is None or tree.pos[acts] == "PRON" or tree.heads[acts] != i or acts > i


def _is_first(tree: Tree, word: int | None) -> bool:
    """Tell a pronoun of the first person inside a quotation."""
    if word is None or tree.pos[word] != "PRON" or word not in tree.quoted:
        return False
    return tree.feats[word].get("Person") == "1" and tree.feats[word].get("Poss") != "Yes"


def _speaker(event: Event, found: Found, quoting: Sequence[_Quoting]) -> Event | None:
    """Whoever says the quotation; where nobody is named beside it, whoever said the one right before it."""
    tree, head = found.told.tree, found.told.head
    own = [(e, s) for e, s, number in quoting if number == found.number and e is not event]
    for one, saying in own:
        if any(q.first < head < q.last for q in saying.quotes):
            return one
    first = head
    while first - 1 in tree.quoted:
        first -= 1
    before = [(e, s) for e, s in own if s.quotes[-1].last < head]
    if before:
        one, saying = max(before, key=lambda b: b[1].quotes[-1].last)
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
