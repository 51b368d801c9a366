"""Statements told by a noun: *the claim that ...*, *his threat to ...*, *raised questions about ...*."""

from __future__ import annotations

from timeline.extraction._clause import LONGEST_TRIGGER, PAST, Group, group
from timeline.extraction._control import whose
from timeline.extraction._sayings import Saying, trim
from timeline.extraction._tree import Tree
from timeline.extraction._voices import SUBJECTS

Words = tuple[int, int]


class Namings:
    """Finds the nouns of saying or thinking that come with a speaker and what is said."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        words = tree.lexicon.words
        self._that = words("clause", "that")
        self._infinitive = words("clause", "infinitive_marks")
        self._about = words("clause", "noun_about")
        self._carriers = words("sources", "carriers") | tree.lexicon.light

    def find(self) -> list[Saying]:
        """Give the statements in order."""
        tree = self.tree
        nouns = [
            i for i in range(tree.size) if tree.pos[i] == "NOUN" and tree.lemmas[i] in tree.lexicon.act_nouns
        ]
        return [s for i in nouns if (s := self._at(i)) is not None]

    def _at(self, i: int) -> Saying | None:
        tree = self.tree
        content = self._clause(i)
        clausal = content is not None
        if content is None:
            content = self._phrase(i)
        if content is None or self._is_given(i):
            return None
        carrier = self._carrier(i)
        speaker, understood = self._speaker(i, carrier)
        if not clausal and speaker is None and understood is None:
            return None
        act = tree.lexicon.act_nouns[tree.lemmas[i]]
        grp, trigger = self._group(i, carrier)
        frame = "clause" if clausal else "object"
        zone = (trigger[0], trigger[1])
        return Saying(tree, grp, act, frame, zone, [content], speaker, understood, trigger=trigger)

    def _group(self, i: int, carrier: int | None) -> tuple[Group, Words]:
        tree = self.tree
        if carrier is None:
            return Group(i, i, i, PAST, ""), (i, i)
        grp = group(tree, carrier)
        words = tree.text(grp.first, i).split()
        if carrier < i and len(words) <= LONGEST_TRIGGER:
            return grp, (grp.first, i)
        return grp, (grp.first, grp.last)

    def _is_given(self, i: int) -> bool:
        """*L'ordine di sparare, impartito ieri*: with its participle the noun is read as an event.

        In *ha detto in un'intervista che* the clause is what the verb tells.
        """
        tree = self.tree
        if tree.deps[i].startswith("obl") and tree.lemmas[tree.heads[i]] in tree.lexicon.entries:
            return True
        near = (k for k in tree.below(i) if i < k < i + 12 and tree.deps[k] in ("acl", "amod"))
        return any(tree.form(k) == "Part" and tree.lemmas[k] in self._carriers for k in near)

    def _clause(self, i: int) -> Words | None:
        """*the claim that ...*, *the decision to ...*."""
        tree = self.tree
        for k in tree.kids[i]:
            if k <= i or not tree.deps[k].startswith(("acl", "ccomp", "advcl", "xcomp")):
                continue
            marks = [tree.forms[c] for c in tree.kids[k] if c < k and tree.deps[c] == "mark"]
            if any(m in self._that for m in marks) or (
                tree.form(k) == "Inf"
                and any(tree.lemmas[c] in self._infinitive for c in tree.kids_of(k, "mark"))
            ):
                first, last = tree.edge(k)
                return trim(tree, max(first, i + 1), min(last, tree.bounds(i)[1] - 1))
        return None

    def _phrase(self, i: int) -> Words | None:
        """*questions about ...*, *criticism of ...*."""
        tree = self.tree
        for k in tree.kids[i]:
            if k > i and tree.deps[k].startswith(("nmod", "obl", "advcl", "acl")):
                cases = [c for c in tree.kids[k] if tree.deps[c] in ("case", "mark") and c < k]
                if cases and tree.lemmas[cases[0]] in self._about:
                    return trim(tree, cases[-1] + 1, tree.edge(k)[1])
        return None

    def _carrier(self, i: int) -> int | None:
        """The verb of little meaning whose object the noun is."""
        tree = self.tree
        head = tree.heads[i]
        if (
            tree.deps[i] in ("obj", "nsubj:pass")
            and tree.pos[head] == "VERB"
            and tree.lemmas[head] in self._carriers
        ):
            opened = tree.lemmas[head] not in tree.lexicon.words("sources", "carriers")
            return None if opened and self._is_inquiry(i) else head
        return None

    def _is_inquiry(self, i: int) -> bool:
        """*Ha aperto un'inchiesta*, *a ouvert une enquête*: a deed, where it tells nothing."""
        return self.tree.lexicon.noun_types.get(self.tree.lemmas[i]) == "ACCUSE"

    def _speaker(self, i: int, carrier: int | None) -> tuple[int | None, int | None]:
        tree = self.tree
        for k in tree.kids[i]:
            if tree.deps[k] in ("nmod:poss", "det:poss") and (
                tree.pos[k] in ("PROPN", "NOUN") or tree.feats[k].get("Person") == "3"
            ):
                own = whose(tree, k, i) if tree.pos[k] == "PRON" else None
                return (k if own is None else own), None
        if carrier is None or tree.deps[i] == "nsubj:pass":
            return None, None
        subject = next((k for k in tree.kids[carrier] if tree.deps[k] in SUBJECTS and k != i), None)
        return (subject, None) if subject is not None else (None, carrier)
