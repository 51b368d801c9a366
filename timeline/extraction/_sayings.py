"""A statement as found in a block, and what its parts share."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.extraction._clause import Group
from timeline.extraction._quotes import Quote
from timeline.extraction._tree import Tree

Words = tuple[int, int]
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM"))
SIDE_MARKS = frozenset((",", "-", "–", "—", "--", "―", "(", ")", ";", ":", "…"))
DASHES = frozenset(("-", "–", "—", "--", "―"))
QUOTE_MARKS = frozenset('«»“”„"‘’') | {"''", "``"}
NEAR = 14


@dataclass(slots=True)
class Saying:
    """A statement as found: all positions are word numbers of the tree, content as inclusive stretches."""

    tree: Tree
    group: Group
    act: str
    frame: str
    zone: Words
    spans: list[Words]
    speaker: int | None = None
    understood: int | None = None
    addressee: int | None = None
    quotes: list[Quote] = field(default_factory=list)
    root: int | None = None
    trigger: Words = (0, 0)
    status: str = ""
    silent: int | None = None  # the verb of what was not said: *declined to comment*

    @property
    def head(self) -> int:
        """The word of the verb or noun that tells the statement."""
        return self.group.head

    @property
    def is_deed(self) -> bool:
        """*Condemned the attack*, *proposed a truce*: done by words of which none are told."""
        tree, noun = self.tree, self.root is None and self.frame in ("object", "about")
        if noun or self.frame not in ("object", "about", "remainder", "relative"):
            return False
        done = self.act in tree.lexicon.deeds or tree.lemmas[self.head] in tree.lexicon.deed_verbs
        if self.quotes or not done:
            return False
        words = (k for a, b in self.spans for k in range(a, b + 1))
        return not any(tree.form(k) == "Fin" or tree.forms[k] in QUOTE_MARKS for k in words)


def trim(tree: Tree, first: int, last: int) -> Words:
    """Leave off marks at both ends, quotation marks kept."""
    while first < last and tree.is_punct(first) and tree.forms[first] not in QUOTE_MARKS:
        first += 1
    while last > first and tree.is_punct(last) and tree.forms[last] not in QUOTE_MARKS:
        last -= 1
    return first, last


def is_in(saying: Saying, other: Saying) -> bool:
    """Tell whether the verb of a statement stands in what another one says."""
    return any(a <= saying.head <= b for a, b in other.spans)
