"""Who arrests: *L'uomo è stato arrestato* tells no doer, the sentences beside it tell which police came."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.extraction._charged import take_doer
from timeline.extraction._parts import Doing

if TYPE_CHECKING:
    from timeline.extraction._actors import Actor
    from timeline.extraction._narrative import Told
    from timeline.extraction._sayings import Saying
    from timeline.extraction._story import Story
    from timeline.extraction._tree import Tree

_NOUNS = frozenset(("NOUN", "PROPN"))
_INSIDE = frozenset(("flat", "flat:name", "flat:foreign", "compound", "amod", "det", "nmod:poss"))
_UNDERGOES = frozenset(("nsubj:pass", "obj"))
_FARTHEST = 1500
_BEHIND = 2  # what is told later stands that much farther away


class Officers:
    """The police of one document, by every place that tells of them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        words = functools.partial(story.lexicon.words, "objects")
        self._police = words("police")
        self._of_people, self._of_things = words("policing"), words("seizing")

    def name(self, rows: Sequence[Told], said: Sequence[Saying | Doing]) -> None:
        """Give arrests and seizures that nobody is said to have made the police who stand nearest.

        `said` holds what `rows` were made of.
        """
        if not self._police:
            return
        for told, of in zip(rows, said, strict=True):
            if self._is_open(told, of):
                found = self._nearest(told)
                if found is not None:
                    take_doer(told.event, found, None, alleged=False)

    def _is_open(self, told: Told, of: Saying | Doing) -> bool:
        """A passive without its doer: somebody arrested, something seized."""
        event = told.event
        if (
            not isinstance(of, Doing)
            or event.kind != "action"
            or event.actor is not None
            or of.noun is not None
        ):
            return False
        if not (of.group.passive or of.group.form == "Part") or event.factuality in ("planned", "possible"):
            return False
        whole = event.polarity == "positive"
        someone = event.recipient is not None and event.lemma in self._of_people
        return whole and (someone or (event.recipient is None and event.lemma in self._of_things))

    def _nearest(self, told: Told) -> Actor | None:
        """The police nearest to a deed, rather before it; not those it is done to."""
        event, best, least = told.event, None, _FARTHEST
        for first, end, actor in self._all:
            within = (event.recipient_start, event.recipient_end)
            if within[0] is not None and within[0] <= first < (within[1] or 0):
                continue
            behind = (first - event.trigger_end) * _BEHIND
            away = event.trigger_start - end if first < event.trigger_start else behind
            if away < least:
                best, least = actor, away
        return best

    @functools.cached_property
    def _all(self) -> list[tuple[int, int, Actor]]:
        return list(self._find())

    def _find(self) -> Iterator[tuple[int, int, Actor]]:
        for tree in self.story.trees:
            for i in range(tree.size):
                told = tree.forms[i] in self._police and tree.pos[i] in _NOUNS
                if told and self._is_somebody(tree, i):
                    actor = self.story.actors.of(tree.doc[i])
                    if actor is not None:
                        yield (*tree.span(i, i), actor)

    def _is_somebody(self, tree: Tree, i: int) -> bool:
        """Not *a police car*, *precedenti di polizia*, nor an officer whom somebody hit or arrested."""
        if tree.deps[i] in _INSIDE or tree.deps[i] in _UNDERGOES:
            return False
        cases = tree.kids_of(i, "case")
        bare = tree.lexicon.drops_subjects and not tree.kids_of(i, "det")
        kind = bare and bool(cases) and not any(tree.feats[k].get("Definite") for k in cases)
        return not (kind and tree.deps[i] == "nmod")
