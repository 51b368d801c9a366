"""The reporting clause among the words of its sentence: where it stands, what lies on its sides."""

from __future__ import annotations

from timeline.extraction._lexicon import Entry
from timeline.extraction._quotes import Quote
from timeline.extraction._sayings import DASHES, NEAR, QUOTE_MARKS, SIDE_MARKS, Words, trim
from timeline.extraction._tree import Tree
from timeline.extraction._voices import SUBJECTS

SAYING = frozenset(("say", "report", "claim", "announce"))
_STOPS = frozenset((".", "!", "?", "…"))
_JUDGING = frozenset(("criticise", "praise", "accuse"))


class Zones:
    """Finds the reporting clause of a verb in one block, by the tree and by the marks around it."""

    def __init__(self, tree: Tree, quotes: list[Quote]) -> None:
        self.tree, self.quotes = tree, quotes

    def _is_clause(self, k: int) -> bool:
        tree = self.tree
        return tree.pos[k] in ("VERB", "AUX") or any(
            tree.deps[c] in ("cop", "aux", "nsubj") for c in tree.kids[k]
        )

    def _zone(self, i: int, root: int | None) -> Words:
        """The reporting clause: the words that hang on the verb, without the content."""
        tree = self.tree
        first, end = tree.bounds(i)
        dashes = self._between_dashes(i)
        if dashes is not None:
            return dashes
        own = {i}
        for k in tree.kids[i]:
            if k != root and not self._is_aside(k, i):
                own.update(tree.below(k))
        lo = hi = i
        while lo - 1 >= first and tree.forms[lo - 1] not in QUOTE_MARKS:
            if lo - 1 not in own and (tree.forms[lo - 1] != "," or lo - 2 not in own):
                break
            lo -= 1
        while hi + 1 < end and (hi + 1) in own and tree.forms[hi + 1] not in QUOTE_MARKS:
            hi += 1
        if lo == first:
            lo = self._after_comma(first, i)
        while lo < i and tree.is_punct(lo):
            lo += 1
        while hi > i and tree.is_punct(hi):
            hi -= 1
        return lo, hi

    def _between_dashes(self, i: int) -> Words | None:
        """*«... - spiega X - ...»*: inside a quotation the words between two dashes."""
        if not any(q.first < i < q.last for q in self.quotes):
            return None
        tree, (first, end) = self.tree, self.tree.bounds(i)
        left = next((k for k in range(i - 1, max(first, i - 5), -1) if tree.forms[k] in DASHES), None)
        right = next((k for k in range(i + 1, min(end, i + 20)) if tree.forms[k] in DASHES), None)
        if left is None or right is None or any(tree.pos[k] in ("NOUN", "VERB") for k in range(left + 1, i)):
            return None
        return left + 1, right - 1

    def _after_comma(self, first: int, i: int) -> int:
        """*..., federal officials said*: a subject right before the verb begins after the comma."""
        tree = self.tree
        comma = next((k for k in range(i - 1, first, -1) if tree.forms[k] in SIDE_MARKS), None)
        if comma is None or comma == i - 1 or any(tree.pos[k] == "VERB" for k in range(comma + 1, i)):
            return first
        if not any(tree.pos[k] in ("NOUN", "PROPN", "PRON") for k in range(comma + 1, i)):
            return first
        return comma + 1 if any(tree.pos[k] in ("VERB", "AUX") for k in range(first, comma)) else first

    def _is_aside(self, k: int, i: int) -> bool:
        """A dependent that is a clause of its own, or hangs on the far side of a mark."""
        tree = self.tree
        if tree.deps[k] in ("parataxis", "ccomp", "conj", "dep", "discourse"):
            return True
        if k < i and self._is_clause(k) and tree.deps[k] in ("advcl", "xcomp", "acl", "csubj", "dislocated"):
            return True
        last = tree.edge(k)[1]
        marked = tree.forms[last] in SIDE_MARKS or tree.forms[min(last + 1, i)] in SIDE_MARKS
        if k < i and tree.deps[k] not in SUBJECTS and marked:
            return True
        return any(tree.forms[j] in QUOTE_MARKS for j in range(min(k, i) + 1, max(k, i)))

    def _left_side(self, first: int, zone: Words) -> Words | None:
        mark = zone[0] - 1
        if mark <= first or not self._is_border(mark) or self.tree.forms[mark] in (";", ":"):
            return None
        semicolon = next((k for k in range(mark - 1, first, -1) if self.tree.forms[k] == ";"), None)
        first = first if semicolon is None else semicolon + 1
        return trim(self.tree, first, mark) if trim(self.tree, first, mark)[1] > first else None

    def _right_side(self, zone: Words, end: int) -> Words | None:
        mark = zone[1] + 1
        if mark >= end - 1 or not self._is_border(mark):
            return None
        start, last = trim(self.tree, mark, end - 1)
        return (start, last) if last >= start and not self.tree.is_punct(start) else None

    def _is_border(self, k: int) -> bool:
        form = self.tree.forms[k]
        return form in SIDE_MARKS or form in QUOTE_MARKS or form in ("?", "!")

    def _is_content(self, span: Words) -> bool:
        """A stretch that says something: it has a verb or is long enough to be a clause."""
        tree = self.tree
        return any(tree.pos[k] in ("VERB", "AUX") for k in range(span[0], span[1] + 1))

    def _hangs_on(self, right: Words, left: Words) -> bool:
        tree = self.tree
        return any(left[0] <= tree.heads[k] <= left[1] for k in range(right[0], right[1] + 1)) or any(
            right[0] <= tree.heads[k] <= right[1] for k in range(left[0], left[1] + 1)
        )

    def _stands_apart(self, i: int, zone: Words) -> bool:
        """The reporting clause is a parenthesis: marks or the sentence's ends on both sides, and finite."""
        tree = self.tree
        first, end = tree.bounds(i)
        left = zone[0] == first or self._is_border(zone[0] - 1)
        right = zone[1] >= end - 2 or self._is_border(zone[1] + 1)
        if not (left and right):
            return False
        if tree.deps[i] == "conj" and not tree.kids_of(i, "cc"):
            return True
        inner = tree.deps[i] in ("conj", "acl:relcl", "acl", "xcomp") and not self._is_thrown_in(i, zone)
        return not inner or self._quote_beside(i, zone) is not None

    def _is_thrown_in(self, i: int, zone: Words) -> bool:
        """*The plan, she vowed, would help*: subject and verb between commas are no relative clause."""
        tree = self.tree
        if tree.deps[i] != "acl:relcl" or zone[0] < 2 or tree.forms[zone[0] - 1] not in SIDE_MARKS:
            return False
        relatives = tree.lexicon.words("clause", "relatives")
        subject = any(tree.deps[k] in SUBJECTS and k < i for k in tree.kids[i])
        return subject and not any(tree.forms[k] in relatives for k in range(zone[0], i))

    def _quote_beside(self, i: int, zone: Words) -> Quote | None:
        """The quotation that ends before or begins after the reporting clause, or runs around it."""
        for quote in self.quotes:
            if quote.first < i < quote.last:
                if self.tree.feats[i].get("Mood") == "Sub":
                    continue  # *«È giusto che parlino, chiedano, capiscano»*
                if self._is_dash_or_comma(zone[0] - 1) and self._is_dash_or_comma(zone[1] + 1):
                    return quote
            elif (quote.last < i and i - quote.last <= NEAR and self._is_subject_only(quote.last + 1, i)) or (
                (
                    quote.first > i
                    and quote.first - zone[1] <= 3
                    and self._is_clear(zone[1] + 1, quote.first, i)
                    and not self._is_anothers(quote, i)
                )
                and (quote.last - quote.first > 4 or self._ends_with(quote, i))
            ):
                return quote
        return None

    def _ends_with(self, quote: Quote, i: int) -> bool:
        """*Dow replied, "No."*: a quotation of a word or two at the end of the sentence."""
        _, end = self.tree.bounds(i)
        return (
            quote.closed and i < quote.first and end - 2 <= quote.last < end and self.tree.forms[i + 1] == ","
        )

    def _is_anothers(self, quote: Quote, i: int) -> bool:
        """*X ordered it. «...», said Y*: a quotation of the next sentence has a verb of its own there."""
        tree = self.tree
        acts = {e.act for e in tree.lexicon.entries.get(tree.lemmas[i], ())}
        if tree.sentence[quote.first] == tree.sentence[i]:
            return not acts & SAYING and self._has_own(quote)
        if tree.forms[quote.first - 1] not in _STOPS:
            return False
        _, end = tree.bounds(quote.last)
        after = range(quote.last + 1, min(quote.last + 1 + NEAR, end))
        told = any(tree.pos[k] == "VERB" and tree.lemmas[k] in tree.lexicon.entries for k in after)
        return told or self._has_own(quote)

    def _has_own(self, quote: Quote) -> bool:
        """*«Alle 4 mi ha chiamato – spiega il proprietario – e ...»*: a verb of saying between dashes."""
        tree = self.tree
        inside = (k + 1 for k in range(quote.first, quote.last) if tree.forms[k] in DASHES)
        told = (k for k in inside if tree.pos[k] in ("VERB", "AUX"))
        return any(
            self._between_dashes(k) is not None
            and any(j in tree.lexicon.entries for j in (tree.lemmas[k], tree.lemmas[tree.heads[k]]))
            for k in told
        )

    def _is_dash_or_comma(self, k: int) -> bool:
        return 0 <= k < self.tree.size and self.tree.forms[k] in SIDE_MARKS

    def _is_clear(self, start: int, stop: int, i: int) -> bool:
        """Nothing but marks and small words stands between."""
        tree = self.tree
        return all(
            tree.is_punct(k) or tree.pos[k] in ("ADV", "CCONJ", "AUX", "PRON", "SCONJ") or k == i
            for k in range(start, stop)
        )

    def _is_subject_only(self, start: int, i: int) -> bool:
        """Between a quotation and the verb stands no other verb and no other quotation."""
        tree = self.tree
        words = range(start, i)
        if any(tree.pos[k] == "VERB" or tree.forms[k] in QUOTE_MARKS for k in words):
            return False
        if tree.deps[i] == "conj" and any(tree.pos[k] == "CCONJ" for k in words):
            return False  # *called it «a disgrace» and demanded a vote*
        if tree.sentence[start - 1] != tree.sentence[i] and not tree.doc[start].text[:1].islower():
            return self._is_tag(start, i)
        return tree.sentence[start] == tree.sentence[i] or all(tree.is_punct(k) for k in words)

    def _is_tag(self, start: int, i: int) -> bool:
        """*«Why?» Rossi asked.*: after a quotation a sentence of subject and verb alone belongs to it."""
        tree = self.tree
        first, end = tree.bounds(i)
        bare = first == start and not any(tree.pos[k] in ("VERB", "NUM") for k in range(i + 1, end))
        return bare and end - i <= NEAR // 2 and not tree.kids_of(i, "obj", "xcomp", "ccomp", "obl")

    def _is_subordinate(self, i: int) -> bool:
        """*..., though officials did not confirm it*: a clause with a conjunction is no parenthesis."""
        tree = self.tree
        words = tree.lexicon.words("sources", "parenthetical")
        marks = [k for k in tree.kids[i] if tree.deps[k] == "mark" and k < i]
        return bool(marks) and not any(tree.forms[k] in words for k in marks)

    def _is_question(self, k: int) -> bool:
        """A participle at the head of a sentence, which may look finite, by which somebody is asked."""
        tree = self.tree
        if tree.forms[k] in tree.lexicon.words("clause", "simultaneous") and k + 1 < tree.size:
            k += 1  # *When asked ...*
        acts = {e.act for e in tree.lexicon.entries.get(tree.lemmas[k], ())}
        past = tree.pos[k] == "VERB" and tree.feats[k].get("Tense") == "Past"
        return past and "ask" in acts and tree.subject(k) is None and not tree.kids_of(k, "aux", "cop")

    def _names_source(self, k: int) -> bool:
        """*According to two officials, ...*: a phrase that names who vouches."""
        tree = self.tree
        phrases = tree.lexicon.phrases("sources", "prepositions").get(tree.forms[k], ())
        return any(rest and tuple(tree.forms[k + 1 : k + 1 + len(rest)]) == rest for rest in phrases)

    def _denies_thing(self, i: int) -> bool:
        """*Nega ogni accusa: in una nota ha spiegato ...*: what follows the colon is not what is denied."""
        tree = self.tree
        acts = {e.act for e in tree.lexicon.entries.get(tree.lemmas[i], ())}
        if acts and acts <= _JUDGING and (tree.kids_of(i, "obj") or "-" in tree.forms[i]):
            return True  # *la criticaron: la calificaron de castigo*
        return "deny" in acts and any(k > i and tree.pos[k] == "NOUN" for k in tree.kids_of(i, "obj"))

    def _takes_another(self, i: int, entry: Entry) -> bool:
        """*Called him a liar for ...*: with an object the verb tells another act than *called for*."""
        tree = self.tree
        entries = tree.lexicon.entries.get(tree.lemmas[i], ())
        acts = {e.act for e in entries if e.frame == "object" and not e.rest}
        return bool(acts) and entry.act not in acts and bool(tree.kids_of(i, "obj", "iobj"))
