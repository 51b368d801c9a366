"""Rumours: *corre voce che ...*, *rumours circulated that ...*, *des rumeurs selon lesquelles ...*."""

from __future__ import annotations

from timeline.extraction._clause import PRESENT, Group, group
from timeline.extraction._sayings import Saying, Words, trim
from timeline.extraction._tree import Tree

_NEAR, _BEFORE = 6, 4
_LONGEST, _SHORTEST = 6, 2


class Rumours:
    """Finds the rumours that one block tells of: statements without a speaker.

    `words` holds the words of their frames, which tell no event of their own.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.words: set[int] = set()
        lexicon = tree.lexicon
        self._nouns = lexicon.words("rumours", "nouns")
        self._loose = lexicon.words("rumours", "loose")
        self._spreading = lexicon.phrases("rumours", "spreading")
        self._that = lexicon.phrases("rumours", "that")

    def find(self) -> list[Saying]:
        """Give the rumours in order."""
        nouns = self._nouns | self._loose
        return [
            found
            for i in range(self.tree.size)
            if (self.tree.lemmas[i] in nouns or self.tree.forms[i] in nouns)
            and (found := self._rumour(i)) is not None
        ]

    def _rumour(self, i: int) -> Saying | None:
        tree = self.tree
        spread = self._spread_beside(i)
        start = self._content_after(max(i, *spread) if spread else i)
        if start is None:
            return None
        end = tree.bounds(i)[1] - 1
        if spread is None:
            late = self._spread_after(start, end)
            spread, end = (late, late[0] - 1) if late else (None, end)
        if spread is None and not self._is_strong(i):
            return None
        span = trim(tree, start, end)
        if span[1] - span[0] < _SHORTEST:
            return None
        self.words.update(range(max(i, *spread) if spread and spread[0] < start else i, start))
        return self._saying(i, spread, span)

    def _is_strong(self, i: int) -> bool:
        return self.tree.lemmas[i] in self._nouns or self.tree.forms[i] in self._nouns

    def _saying(self, i: int, spread: Words | None, span: Words) -> Saying:
        tree = self.tree
        first, last = (min(i, spread[0]), max(i, spread[1])) if spread else (i, i)
        if last - first >= _LONGEST:
            first = last = i
        verb = spread[0] if spread else tree.heads[i]
        tense = group(tree, verb).tense if tree.pos[verb] in ("VERB", "AUX") else PRESENT
        self.words |= {i, *(range(spread[0], spread[1] + 1) if spread else ())}
        told = Group(i, first, last, tense or PRESENT, "")
        return Saying(tree, told, "report", "rumour", (first, last), [span], trigger=(first, last))

    def _spread_beside(self, i: int) -> Words | None:
        """The verb by which a rumour goes about, close to its noun: *corre voce*, *rumours circulated*."""
        first, end = self.tree.bounds(i)
        after = range(i + 1, min(i + _NEAR, end))
        for k in (*after, *range(i - 1, max(first, i - _BEFORE) - 1, -1)):
            if k > i and (self.tree.is_punct(k) or self._opens(k)):
                after = range(0)
            if (k < i or k in after) and (found := self._spread_at(k, end)) is not None:
                return found
        return None

    def _spread_at(self, k: int, end: int) -> Words | None:
        for rest in self._spreading.get(self.tree.forms[k], ()):
            last = k + len(rest)
            if last < end and tuple(self.tree.forms[k + 1 : last + 1]) == rest:
                return k, last
        return None

    def _spread_after(self, start: int, end: int) -> Words | None:
        """*Rumours that X had left | circulated*: after what is said."""
        tree = self.tree
        verbs = (k for k in range(start, end + 1) if tree.pos[k] in ("VERB", "AUX"))
        inside = next(verbs, end)
        return next((s for k in range(inside + 1, end + 1) if (s := self._spread_at(k, end + 1))), None)

    def _opens(self, k: int) -> int | None:
        """The first word of the content, where the words at `k` lead to it: *that*, *secondo cui*."""
        for rest in self._that.get(self.tree.forms[k], ()):
            last = k + len(rest)
            if tuple(self.tree.forms[k + 1 : last + 1]) == rest:
                return last + 1
        return None

    def _content_after(self, k: int) -> int | None:
        tree = self.tree
        for j in range(k + 1, min(k + _BEFORE, tree.bounds(k)[1])):
            if (start := self._opens(j)) is not None:
                return start
            if tree.is_punct(j) or tree.pos[j] in ("VERB", "AUX"):
                return None
        return None
