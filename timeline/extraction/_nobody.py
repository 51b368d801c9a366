"""Rows that tell of nobody: what *we* or *you* are to do where the text names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._parts import Doing
from timeline.extraction._sayings import Saying

if TYPE_CHECKING:
    from timeline.extraction._event import Event
    from timeline.extraction._rows import Found


def of_somebody(rows: list[tuple[Event, Found]]) -> list[tuple[Event, Found]]:
    """Leave out what nobody told of is to do: *let's take care of it*, *we need to talk*, on no day."""
    return [(event, found) for event, found in rows if not _is_of_nobody(event, found.told)]


def _is_of_nobody(event: Event, told: Saying | Doing) -> bool:
    if event.actor is not None or event.time_basis == "expression" or not isinstance(told, Doing):
        return False
    if told.tree.lexicon.drops_subjects:
        return False
    meant = told.group.form == "Inf" and not told.group.passive and told.noun is None
    return meant and told.actor is not None and told.tree.feats[told.actor].get("Person") in ("1", "2")
