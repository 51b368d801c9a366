"""Where another one begins to speak: *Lee said the firm was sold, but Dow said it was not*."""

from __future__ import annotations

from timeline.extraction._sayings import Saying, trim
from timeline.extraction._tree import Tree
from timeline.extraction._voices import SUBJECTS

_SUBJECT = 12


class Turns:
    """Ends what one says before a clause beside it in which the text lets another one speak."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._contrasts = tree.lexicon.words("clause", "contrasts")
        self._that = tree.lexicon.words("clause", "that")

    def part(self, found: list[Saying]) -> None:
        """Cut the contents."""
        by_sentence: dict[int, list[Saying]] = {}
        for saying in found:
            by_sentence.setdefault(self.tree.sentence[saying.head], []).append(saying)
        for sayings in by_sentence.values():
            for other in sayings if len(sayings) > 1 else ():
                comma = self._turn(other)
                for saying in sayings if comma is not None else ():
                    self._cut(saying, other, comma or 0)

    def _turn(self, other: Saying) -> int | None:
        """The comma before *but she said*: a contrast, a subject and a finite verb, in no quotation."""
        tree, i = self.tree, other.head
        if not other.group.finite or i in tree.quoted or tree.pos[i] != "VERB":
            return None
        subjects = [k for k in tree.kids_of(i, *SUBJECTS) if k < i]
        if not subjects:
            return None
        first = tree.edge(subjects[0])[0]
        begin = next(
            (k for k in range(first - 1, first - 4, -1) if k > 0 and tree.forms[k] in self._contrasts), None
        )
        if begin is None or tree.forms[begin - 1] != "," or i - begin > _SUBJECT:
            return None
        between = range(begin + 1, other.group.first)
        loose = any(tree.forms[k] in self._that for k in range(begin + 1, first))
        return None if loose or any(tree.pos[k] == "VERB" for k in between) else begin - 1

    def _cut(self, saying: Saying, other: Saying, comma: int) -> None:
        if saying is other or saying.head > comma or saying.frame == "source":
            return
        spans = [
            (a, b) for a, b in saying.spans if a > saying.head and a < comma - 1 and comma < other.head <= b
        ]
        if not spans or self.tree.sentence[spans[0][0]] != self.tree.sentence[comma]:
            return
        saying.spans = [trim(self.tree, a, comma - 1) if (a, b) in spans else (a, b) for a, b in saying.spans]
