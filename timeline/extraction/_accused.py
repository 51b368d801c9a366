"""Whoever is accused of a deed did it, never the one who accuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline.extraction._clause import group
from timeline.extraction._lexicon import Entry

if TYPE_CHECKING:
    from timeline.extraction._parts import Doing
    from timeline.extraction._tree import Tree

_NEAR_NOUN = 6
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM"))
_CHARGING = frozenset(("ACCUSE", "COERCE"))


class Accused:
    """Finds who is said to have done what a gerund, an infinitive or a noun beside an accusation tells."""

    tree: Tree
    _named: Callable[[int], bool]

    def _but_accused(self, doing: Doing, i: int, found: int | None) -> int | None:
        """*Accused the firm on Friday of hiding it*: the one accused did it, never the one who accuses."""
        tree, verb = self.tree, self._accusing(i)
        if verb is None:
            return found
        if tree.lemmas[verb] not in tree.lexicon.words("truth", "proven"):
            doing.status = doing.status or "alleged"
        if group(tree, verb).passive or (found is not None and found != tree.subject(verb)):
            return found
        blamed = self._blamed(verb, i)
        personal = any(entry.frame == "object" for entry in self._blames(verb))
        if blamed is not None or personal:
            doing.understood = None
            return blamed
        return found

    def _accusing(self, i: int) -> int | None:
        """The verb of accusing over a gerund or infinitive that says of what."""
        tree, j, marked = self.tree, i, False
        marks = tree.lexicon.words("clause", "charges")
        bare = group(tree, i).form == "Part" and not tree.kids_of(i, "aux", "aux:pass")
        if bare and tree.pos[tree.heads[i]] in NOMINAL:
            return None  # *denunciati per l'inosservanza delle norme imposte dal decreto*
        for _ in range(_NEAR_NOUN):
            up = tree.heads[j]
            if up == j:
                break
            marked = marked or any(
                tree.forms[k] in marks or tree.lemmas[k] in marks for k in tree.kids_of(j, "mark", "case")
            )
            apart = group(tree, up).form != group(tree, i).form or bool(tree.kids_of(i, "aux", "aux:pass"))
            if tree.pos[up] in ("VERB", "AUX") and apart:
                return up if marked and self._blames(up) else None
            j = up
        return None

    def _blames(self, i: int) -> list[Entry]:
        """The senses of a verb in which somebody is accused of something."""
        tree = self.tree
        entries = tree.lexicon.entries.get(tree.lemmas[i], ())
        charged = tree.lexicon.verb_types.get(tree.lemmas[i]) == "ACCUSE"
        accused = [entry for entry in entries if entry.act == "accuse"]
        return accused or ([Entry("accuse", "object")] if charged else [])

    def _blamed(self, verb: int, i: int) -> int | None:
        """Whoever is accused: the object, or whom it is held against (*rimprovera a Kiev di*)."""
        tree = self.tree
        to = tree.lexicon.words("clause", "addressee")
        people = [k for k in tree.kids[verb] if tree.pos[k] in NOMINAL and k != i and k not in tree.timed]
        taken = (k for k in people if tree.deps[k] in ("obj", "iobj"))
        held = (k for k in people if k > verb and tree.deps[k].startswith("obl") and tree.case_of(k) in to)
        return next((k for found in (taken, held) for k in found), None)

    def _charged_with(self, noun: int) -> int | None:
        """*Arrestato con l'accusa di aver pagato*: whoever is held under the charge that a noun names."""
        tree, verb = self.tree, self.tree.heads[noun]
        if tree.lexicon.act_nouns.get(tree.lemmas[noun]) != "accuse" or tree.pos[verb] != "VERB":
            return None
        grp = group(tree, verb)
        if grp.finite and not grp.passive:
            return next((k for k in tree.kids_of(verb, "obj") if tree.pos[k] in NOMINAL), None)
        beside = tree.heads[verb] if tree.deps[verb].startswith("acl") else None
        return tree.subject(verb) if beside is None else beside

    def _charged_by_noun(self, i: int, head: int) -> int | None:
        """*La denuncia del titolare per aver tagliato il bosco*: whom a noun of charging names."""
        tree, lexicon = self.tree, self.tree.lexicon
        marks = lexicon.words("clause", "charges")
        if not any(tree.forms[k] in marks for k in tree.kids_of(i, "mark")) or not tree.kids_of(i, "aux"):
            return None
        first = head if head < i else tree.bounds(i)[0]
        nouns = [k for k in range(first, i) if lexicon.noun_types.get(tree.lemmas[k]) in _CHARGING]
        if not nouns:
            return None
        of = lexicon.words("clause", "of")
        held = (k for k in range(nouns[-1] + 1, i) if tree.deps[k] == "nmod" and tree.case_of(k) in of)
        return next((k for k in held if self._named(k)), None)
