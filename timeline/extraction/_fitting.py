"""Whether the type of a verb fits what stands with it: a border is closed as a sanction, a door is not."""

from __future__ import annotations

from timeline.extraction._clause import Group
from timeline.extraction._happenings import UNTYPED, Happenings

_CONTENT = ("xcomp", "ccomp")
_ASIDE = ("obl", "nmod", "iobj")


class Fitting(Happenings):
    """Gives the PLOVER type of a verb only where who does it, and what it is done to, are of its class.

    A language says under `[fitting]` which verbs need somebody whom it is done to, which need somebody who
    does it, and under `[fitting.things]` which things a verb needs.
    """

    def _fitting(self, i: int, grp: Group, lemma: str, kind: str | None) -> str | None:
        """Give `kind` back where it fits, else none of the types."""
        if kind in (None, UNTYPED):
            return kind
        words, things = self.tree.lexicon.words, self.tree.lexicon.things.get(lemma, frozenset())
        if lemma in words("fitting", "by_somebody") and self._is_done_by_thing(i, grp):
            return UNTYPED
        if lemma in words("fitting", "reflexive") and not self.tree.is_reflexive(i):
            return UNTYPED
        if lemma in words("fitting", "alone") and self._object(i) is not None:
            return UNTYPED
        somebody = lemma in words("fitting", "somebody")
        if not somebody and not things:
            return kind
        return kind if self._is_done_to(i, grp, things, somebody=somebody) else UNTYPED

    def _is_done_by_thing(self, i: int, grp: Group) -> bool:
        tree = self.tree
        doer = self._agent(i) if grp.passive else tree.subject(i)
        if doer is not None and tree.pos[doer] in ("PRON", "DET"):
            doer = tree.heads[i] if tree.deps[i].startswith("acl") else None
        if doer is None or tree.pos[doer] not in ("NOUN", "SYM", "NUM"):
            return False
        return not self._is_somebody(doer) and doer not in tree.timed

    def _is_done_to(self, i: int, grp: Group, things: frozenset[str], *, somebody: bool) -> bool:
        tree = self.tree
        if things and (tree.kids_of(i, *_CONTENT) or any(tree.lemmas[k] in things for k in self._near(i))):
            return True
        taken = self._undergoing(i, grp)
        if taken is None:
            return grp.passive and grp.finite  # whoever it is done to is left out
        if tree.pos[taken] in ("PRON", "DET"):
            return True
        return tree.lemmas[taken] in things or (somebody and self._is_one(taken))

    def _near(self, i: int) -> list[int]:
        return [k for k in self.tree.kids[i] if self.tree.deps[k].split(":")[0] in _ASIDE]

    def _undergoing(self, i: int, grp: Group) -> int | None:
        tree = self.tree
        taken = tree.subject(i) if grp.passive else self._object(i)
        relative = taken is not None and self._is_relative(taken)
        beside = tree.deps[i].startswith(("acl", "amod")) and (relative or (taken is None and grp.passive))
        return tree.heads[i] if beside else taken

    def _is_one(self, k: int) -> bool:
        return self.tree.pos[k] == "PROPN" or self._counted(k) or self._is_somebody(k)
