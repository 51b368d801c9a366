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


def is_of_no_party(told: Saying | Doing) -> bool:
    """What nobody did (*nessuno ha sentito nulla*), and remarks of the author: *va detto*, *ne parlammo*.

    The author's are verbs of the first person outside of quotations, in languages that leave pronouns out,
    and infinitives that nobody says: *spiace constatare*, *comportamenti da correggere*.
    """
    tree, grp = told.tree, told.group
    if isinstance(told, Saying):
        own = (grp.person == "1" and grp.finite and told.head not in tree.quoted) or grp.form == "Inf"
        own &= not told.is_deed
        remark = (grp.passive and grp.modal == "necessity") or (own and tree.lexicon.drops_subjects)
    else:
        none = tree.lexicon.words("negation", "words")
        without = tree.lexicon.words("auxiliaries", "with_be")
        happens = tree.lemmas[told.head] in without  # *non è emerso nulla*
        remark = not (grp.passive or happens) and any(
            tree.pos[k] == "PRON" and tree.forms[k] in none for k in tree.kids_of(told.head, "nsubj")
        )
    return remark
