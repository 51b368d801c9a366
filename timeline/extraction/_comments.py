"""What is said of a statement apart from it: *..., a claim Kyiv dismissed*, *..., ce que Paris conteste*."""

from __future__ import annotations

from timeline.extraction._sayings import Saying, Words, trim
from timeline.extraction._tree import Tree

_ACTS = frozenset(("deny", "criticise", "confirm", "retract"))
_LEAD, _SUBJECT, _VERB = 3, 5, 4
_PHRASES = frozenset(("object", "about", "infinitive", "remainder"))
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")


class Comments:
    """Parts from a content what a third party says of it, or the text of somebody who is named in it."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        words = tree.lexicon.words
        self._relatives = words("clause", "relatives")
        self._pronouns = words("clause", "comments")

    def part(self, found: list[Saying]) -> list[Saying]:
        """Cut the contents; give the statements that are left."""
        called: set[int] = set()
        for saying in found:
            for n, span in enumerate(saying.spans):
                if span[0] < saying.head:
                    continue
                cut = self._cut(saying, span)
                if cut is not None:
                    comma, noun = cut
                    saying.spans[n] = trim(self.tree, span[0], comma - 1)
                    called |= {noun} if noun is not None else set()
        return [s for s in found if s.head not in called and not self._is_noun_of_comment(s.head)]

    def is_comment(self, span: Words) -> bool:
        """Tell a stretch that is a comment as a whole: *ce que Paris conteste*."""
        return self.tree.forms[span[0] - 1] == "," and self._comment(span[0] - 1, span[1]) is not None

    def _is_noun_of_comment(self, i: int) -> bool:
        """*..., accusa che Mosca respinge*: a noun that a tagger may take for a verb."""
        return (
            i > 0 and self.tree.forms[i - 1] == "," and self._comment(i - 1, self.tree.bounds(i)[1] - 1) == i
        )

    def _cut(self, saying: Saying, span: Words) -> tuple[int, int | None] | None:
        tree = self.tree
        for c in range(span[0] + 1, span[1]):
            if tree.forms[c] != "," or c in tree.quoted:
                continue
            noun = self._comment(c, span[1])
            if noun is not None:
                return c, noun
            if saying.frame in _PHRASES and self._is_told_of(c, span[1]):
                return c, None
        return None

    def _comment(self, c: int, last: int) -> int | None:
        """The noun or pronoun that stands for what was said, before a clause of what somebody says of it."""
        tree = self.tree
        noun = next((k for k in range(c + 1, min(c + 1 + _LEAD, last)) if self._stands_for_it(k)), None)
        if noun is None or any(tree.pos[k] not in ("DET", "ADJ") for k in range(c + 1, noun)):
            return None
        k = noun + 1
        if tree.forms[k] in self._relatives or tree.forms[k] in tree.lexicon.words("clause", "that"):
            k += 1
        nouns = [j for j in range(k, min(k + _SUBJECT, last)) if tree.pos[j] in _NOMINAL]
        if not nouns or any(tree.pos[j] not in ("DET", *_NOMINAL) for j in range(k, nouns[-1])):
            return None
        for j in range(nouns[0] + 1, min(nouns[-1] + 1 + _VERB, last + 1)):
            if self._is_comment(j):
                return noun
        return None

    def _stands_for_it(self, k: int) -> bool:
        tree = self.tree
        if tree.forms[k] in self._pronouns:
            return True
        return tree.lemmas[k] in tree.lexicon.act_nouns or tree.forms[k] in tree.lexicon.act_nouns

    def _is_comment(self, j: int) -> bool:
        """A finite verb of denying, rejecting, confirming, whatever the tagger takes it for."""
        tree, lexicon = self.tree, self.tree.lexicon
        if tree.pos[j] not in ("VERB", "NOUN", "ADJ") or tree.form(j) == "Inf":
            return False
        lemmas = {tree.lemmas[j], lexicon.lemma(tree.forms[j], tree.lemmas[j], lexicon.code)}
        acts = {entry.act for lemma in lemmas for entry in lexicon.entries.get(lemma, ())}
        return bool(acts & _ACTS) or any(lexicon.verb_types.get(lemma) == "REJECT" for lemma in lemmas)

    def _is_told_of(self, c: int, last: int) -> bool:
        """*Offered the job to Ann Lee, who turned it down*: a clause of the text on somebody named."""
        tree, k = self.tree, c + 1
        who = k < last and tree.forms[k] in self._relatives and tree.pos[k] == "PRON"
        noun = tree.pos[c - 1] in ("NOUN", "PROPN")
        return who and noun and any(tree.form(j) == "Fin" for j in range(k + 1, min(k + _SUBJECT, last + 1)))
