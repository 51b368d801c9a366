"""Who *I* and *we* are in what somebody says: whoever says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.extraction._parts import Doing

if TYPE_CHECKING:
    from timeline.extraction._event import Event
    from timeline.extraction._rows import Found
    from timeline.extraction._tree import Tree


def name_speakers(rows: Sequence[tuple[Event, Found]]) -> None:
    """Give the actor or recipient *I*, *we*, *us* of a quoted event the name of the speaker.

    *"We chose to change it," the firm said*: the firm chose.
    """
    sayings = {event.event_id: event for event, _ in rows if event.kind == "statement"}
    for event, found in rows:
        speaker = sayings.get(event.reported_by or "")
        if speaker is None or speaker.actor is None or speaker is event:
            continue
        told = found.told
        acts, undergoes = (told.actor, told.patient) if isinstance(told, Doing) else (told.speaker, None)
        agrees = told.group.person != "3"  # not *on nous a menti*
        if event.actor is None and agrees and _is_first(told.tree, acts):
            event.actor, event.actor_role = speaker.actor, speaker.actor_role
            event.actor_start, event.actor_end = speaker.actor_start, speaker.actor_end
        if event.recipient is None and _is_first(told.tree, undergoes):
            event.recipient = speaker.actor
            event.recipient_start, event.recipient_end = speaker.actor_start, speaker.actor_end
            event.object = event.object_start = event.object_end = None


def _is_first(tree: Tree, word: int | None) -> bool:
    """Tell a pronoun of the first person inside a quotation."""
    if word is None or tree.pos[word] != "PRON" or word not in tree.quoted:
        return False
    return tree.feats[word].get("Person") == "1" and tree.feats[word].get("Poss") != "Yes"
