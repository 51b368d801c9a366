"""Who says or thinks what: the cue, the speaker and the stretch of text that is said.

Constructions, each read off the tree where it is right and off the order of words and marks where it is not:
a clause after the verb (*dice che ...*), an infinitive (*promette di ...*), a quotation before, after or
around the verb (*«...», ha detto X*, *«... - spiega X - ...»*), a parenthesis (*rende noto il Cremlino*), a noun
phrase (*announced the resignation*), a prepositional one (*parla di ...*), the sentence before (*così sostiene X*).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.extraction._clause import Group, group
from timeline.extraction._lexicon import ACTS_OF_MIND, Entry
from timeline.extraction._quotes import Quote
from timeline.extraction._tree import SUBJECTS, Tree

Words = tuple[int, int]
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM"))
SIDE_MARKS = frozenset((",", "-", "–", "—", "--", "―", "(", ")", ";", ":", "…"))
QUOTE_MARKS = frozenset('«»“”„"‘’') | {"''", "``"}
_LIKE_OBJECTS = frozenset(("iobj", "ccomp", "xcomp", "obl:unmarked", "nsubj", "dep"))
_COMPLEMENTS = frozenset(("obj", "iobj", "obl", "xcomp", "ccomp", "advmod", "advcl"))
_LONGEST_ZONE = 40
DASHES = frozenset(("-", "–", "—", "--", "―"))
_NEAR = 14


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

    @property
    def head(self) -> int:
        """The word of the verb or noun that tells the statement."""
        return self.group.head


class Reader:
    """Finds the statements of one block."""

    def __init__(self, tree: Tree, quotes: list[Quote]) -> None:
        self.tree, self.quotes = tree, quotes
        self._that = tree.lexicon.words("clause", "complementisers")
        self._anaphors = tree.lexicon.words("clause", "anaphors")

    def find(self, others: list[Saying] | None = None) -> list[Saying]:
        """Give the statements told by verbs and, of `others`, those that stand beside them, in order."""
        found = [s for i in range(self.tree.size) if (s := self._at(i)) is not None]
        told = {s.head for s in found}
        found = sorted(found + [s for s in others or () if s.head not in told], key=lambda s: s.head)
        self._share_quotes(found)
        self._part_participles(found)
        found = [s for s in found if s.spans]
        return [s for s in found if self._is_told(s, found)]

    def _is_told(self, saying: Saying, found: list[Saying]) -> bool:
        """Keep what the text tells; of what is inside another's words only what a third party is said to have said.

        Thoughts inside somebody's words belong to these.
        """
        mental = saying.act in ACTS_OF_MIND
        inside = any(s is not saying and _is_in(saying, s) and not self._outranks(saying, s) for s in found)
        if not inside:
            return True
        if mental or saying.frame not in ("clause", "source") or not saying.group.finite:
            return False
        quoted = any(q.first < saying.head < q.last for q in self.quotes)
        return saying.speaker is not None and (
            not quoted or self.tree.pos[saying.speaker] in ("NOUN", "PROPN")
        )

    @staticmethod
    def _outranks(saying: Saying, other: Saying) -> bool:
        """Of two that seem to lie in each other, saying outranks thinking and a quotation outranks a clause."""
        if not _is_in(other, saying):
            return False
        rank = [(s.act not in ACTS_OF_MIND, bool(s.quotes), s.group.finite) for s in (saying, other)]
        return rank[0] >= rank[1]

    def _part_participles(self, found: list[Saying]) -> None:
        """*He denied it, saying that ...*: the participle goes on with the speaker and ends what was said before."""
        for saying in found:
            before = saying.zone[0] - 1
            if (
                saying.group.form != "Ger"
                or saying.act in ACTS_OF_MIND
                or self.tree.forms[max(before, 0)] != ","
            ):
                continue
            over = [s for s in found if s.head < saying.head and s.group.finite and _is_in(saying, s)]
            for other in over[-1:]:
                other.spans = [trim(self.tree, a, min(b, before)) for a, b in other.spans if a < before]
                saying.speaker, saying.understood = other.speaker, other.understood

    # ------------------------------------------------------------ the cue

    def _at(self, i: int) -> Saying | None:
        for entries, last in self._entries(i):
            grp = group(self.tree, i, last=last)
            found = self._read(i, entries, grp)
            if found is not None:
                self._keep_inside(i, found)
                found.speaker, found.understood = self._speaker(i, found)
                found.addressee = self._addressee(i, found)
                return found
        return None

    def _entries(self, i: int) -> Iterator[tuple[list[Entry], int]]:
        """The readings of word `i` as a verb of saying, phrases of several words first."""
        tree = self.tree
        if tree.pos[i] not in ("VERB", "AUX", "ADJ", "NOUN"):
            return
        copula = tree.copula(i)
        if copula is not None:
            words = (tree.forms[i], tree.lemmas[i])
            found = [
                e for e in tree.lexicon.entries.get(tree.lemmas[copula], ()) if e.rest and e.rest[0] in words
            ]
            if found:
                yield found, i
        if tree.pos[i] != "VERB" and not self._is_hidden_verb(i):
            return
        plain = []
        for entry in tree.lexicon.entries.get(tree.lemmas[i], ()):
            if not entry.rest:
                plain.append(entry)
            elif tree.followed(i, entry.rest):
                yield [entry], tree.last_of(i, entry.rest)
        if plain:
            yield plain, i

    def _is_hidden_verb(self, i: int) -> bool:
        """A verb that the tagger took for a noun has a subject and a clause."""
        deps = {self.tree.deps[k] for k in self.tree.kids[i]}
        return self.tree.pos[i] == "NOUN" and "ccomp" in deps and "nsubj" in deps

    def _read(self, i: int, entries: list[Entry], grp: Group) -> Saying | None:
        frames = {e.frame for e in entries}
        for frame, reader in (("clause", self._clause), ("infinitive", self._infinitive),
                              ("about", self._about), ("object", self._object)):  # fmt: skip
            if frame not in frames:
                continue
            for entry in (e for e in entries if e.frame == frame):
                found = reader(i, entry, grp)
                if found is not None:
                    return found
        return self._remainder(i, entries[0], grp)

    def _remainder(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        """What else hangs on a finite verb of saying that has a subject: *said no to the war*."""
        tree = self.tree
        if entry.act in (*ACTS_OF_MIND, "report") or not grp.finite or grp.passive or tree.subject(i) is None:
            return None
        if (
            tree.lemmas[i] in tree.lexicon.words("phases", "verbs")
            or tree.lemmas[i] in tree.lexicon.verb_types
        ):
            return None
        kids = [k for k in tree.kids[i] if k > grp.last and tree.deps[k].split(":")[0] in _COMPLEMENTS]
        if not kids:
            return None
        first, last = tree.edge(kids[0])[0], max(tree.edge(k)[1] for k in kids)
        return self._saying(i, entry, grp, [trim(tree, max(first, grp.last + 1), last)], None)

    def _saying(self, i: int, entry: Entry, grp: Group, spans: list[Words], root: int | None) -> Saying:
        trigger = (grp.first, grp.last)
        return Saying(
            self.tree, grp, entry.act, entry.frame, self._zone(i, root), spans, root=root, trigger=trigger
        )

    def _keep_inside(self, i: int, found: Saying) -> None:
        """What is said inside a quotation ends with it."""
        for quote in self.quotes:
            if quote.first < i < quote.last and quote not in found.quotes:
                first, last = quote.first + 1, quote.last - quote.closed
                clipped = [(max(a, first), min(b, last)) for a, b in found.spans]
                found.spans = [(a, b) for a, b in clipped if a <= b]

    # ------------------------------------------------------------ what is said

    def _clause(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        root = self._clause_after(i, grp.last)
        if root is not None:
            found = self._saying(i, entry, grp, [self._whole(root, i)], root)
            quote = self._quote_beside(i, found.zone)
            if (
                quote is not None
                and quote.last < i
                and self.tree.sentence[quote.last] == self.tree.sentence[i]
            ):
                found.spans.insert(0, (quote.first, quote.last))
                found.quotes = [quote]
            return found
        return self._around(i, entry, grp) or self._rest(i, entry, grp) or self._before(i, entry, grp)

    def _rest(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        """Where the parser lost the clause: what follows a finite verb of saying, if there is a verb in it."""
        tree = self.tree
        _, end = tree.bounds(i)
        start = grp.last + 1
        if (
            entry.act in ACTS_OF_MIND
            or grp.form not in ("Fin", "Ger")
            or start >= end
            or tree.is_punct(start)
        ):
            return None
        that = tree.lexicon.words("clause", "that")
        mark = next((k for k in range(start, min(start + _NEAR, end)) if tree.forms[k] in that), None)
        if mark is not None and not any(tree.pos[k] == "VERB" for k in range(start, mark)):
            start = mark
        else:
            start = self._after_addressee(i, start)
        verb = next((k for k in range(start, end) if tree.pos[k] in ("VERB", "AUX")), None)
        if (
            verb is None
            or tree.form(verb) != "Fin"
            or any(tree.forms[k] in QUOTE_MARKS or tree.forms[k] in (":", ";") for k in range(start, verb))
        ):
            return None
        return self._saying(i, entry, grp, [trim(tree, start, end - 1)], None)

    def _after_addressee(self, i: int, start: int) -> int:
        """Leave out the one spoken to: *told reporters the plan had failed*."""
        tree = self.tree
        for k in sorted(tree.kids[i]):
            first, last = tree.edge(k)
            if (
                k >= start
                and first <= start
                and tree.deps[k] in ("obj", "iobj", "obl", "advmod", "obl:unmarked")
            ):
                if any(tree.pos[j] in ("VERB", "AUX") for j in range(first, last + 1)):
                    break
                start = last + 1
        return start

    def _clause_after(self, i: int, last: int) -> int | None:
        """The clause that the verb governs to its right."""
        tree = self.tree
        for k in tree.kids[i]:
            if k <= last or not self._is_clause(k):
                continue
            dep = tree.deps[k]
            first = tree.edge(k)[0]
            if "," in tree.forms[max(first - 1, i + 1) : first + 1] and not self._has_mark(k, i):
                if not QUOTE_MARKS.intersection(tree.forms[first : first + 2]):
                    continue
            if self._is_relative(k, first, i):
                continue
            if dep == "ccomp" and (tree.form(k) != "Inf" or self._has_subject(k)):
                return k
            if dep in (
                "advcl",
                "obj",
                "acl",
                "acl:relcl",
                "csubj",
                "xcomp",
                "obl",
                "ccomp",
            ) and self._has_mark(k, i):
                return k
            if dep == "parataxis" and first > i and tree.forms[first - 1] in (":", *QUOTE_MARKS):
                return k
            if dep == "xcomp" and tree.form(k) == "Fin":
                return k
        return None

    def _is_relative(self, k: int, first: int, i: int) -> bool:
        """*ha dichiarato X, che dirige l'ufficio*: a clause on the speaker is none of the content."""
        tree = self.tree
        start = first + 1 if tree.forms[first] == "," else first
        comma = start - 1
        if (
            comma <= i
            or tree.forms[comma] != ","
            or tree.forms[start] not in tree.lexicon.words("clause", "relatives")
        ):
            return False
        return tree.pos[comma - 1] in ("PROPN", "NOUN") and comma - 1 > i

    def _is_clause(self, k: int) -> bool:
        tree = self.tree
        return tree.pos[k] in ("VERB", "AUX") or any(
            tree.deps[c] in ("cop", "aux", "nsubj") for c in tree.kids[k]
        )

    def _has_subject(self, k: int) -> bool:
        return any(self.tree.deps[c] in (*SUBJECTS, "aux", "cop") for c in self.tree.kids[k])

    def _has_mark(self, k: int, i: int) -> bool:
        tree = self.tree
        marks = [c for c in tree.kids[k] if tree.deps[c] in ("mark", "advmod", "nsubj", "obj") and i < c < k]
        words = (
            self._that
            if tree.deps[k] in ("ccomp", "xcomp", "csubj")
            else tree.lexicon.words("clause", "that")
        )
        return any(tree.forms[c] in words for c in marks)

    def _whole(self, root: int, i: int) -> Words:
        """The stretch of a clause after the verb, marks at its ends left off, a quotation taken whole."""
        first, last = self.tree.edge(root)
        first = max(first, i + 1)
        _, end = self.tree.bounds(i)
        return trim(self.tree, first, min(last, end - 1))

    def _around(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        """Content before, after or on both sides of a reporting clause that stands apart."""
        tree = self.tree
        zone = self._zone(i, None)
        quote = self._quote_beside(i, zone)
        first, end = tree.bounds(i)
        if quote is None and self._is_subordinate(i):
            return None
        if quote is None and (zone[1] - zone[0] > _LONGEST_ZONE or grp.form not in ("Fin", "Ger")):
            return None
        if quote is None and entry.act in ACTS_OF_MIND and (grp.form != "Fin" or zone[1] - zone[0] > 4):
            return None
        left = self._left_side(first, zone)
        right = self._right_side(zone, end)
        spans: list[Words] = []
        if left and (self._is_content(left) or (quote and quote.last < i and quote.last >= first)):
            spans.append(left)
            if right and (tree.deps[i] == "parataxis" or self._hangs_on(right, left)):
                spans.append(right)
        elif right and self._stands_apart(i, zone) and self._is_content(right):
            spans += [s for s in (left, right) if s]
        if not spans and quote is not None:
            spans = [(quote.first, quote.last)]
        if not spans or (quote is None and not self._stands_apart(i, zone)):
            return None
        found = self._saying(i, entry, grp, spans, None)
        found.zone = zone
        found.quotes = [quote] if quote else []
        return found

    def _is_subordinate(self, i: int) -> bool:
        """*..., though officials did not confirm it*: a clause with a conjunction is no parenthesis."""
        tree = self.tree
        words = tree.lexicon.words("sources", "parenthetical")
        marks = [k for k in tree.kids[i] if tree.deps[k] == "mark" and k < i]
        return bool(marks) and not any(tree.forms[k] in words for k in marks)

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
        while lo - 1 >= first and (lo - 1) in own and tree.forms[lo - 1] not in QUOTE_MARKS:
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
        if k < i and tree.deps[k] not in SUBJECTS:
            if tree.forms[last] in SIDE_MARKS or tree.forms[min(last + 1, i)] in SIDE_MARKS:
                return True
        return any(tree.forms[j] in QUOTE_MARKS for j in range(min(k, i) + 1, max(k, i)))

    def _left_side(self, first: int, zone: Words) -> Words | None:
        mark = zone[0] - 1
        if mark <= first or not self._is_border(mark):
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
        inner = tree.deps[i] in ("conj", "acl:relcl", "acl", "xcomp")
        return not inner or self._quote_beside(i, zone) is not None

    def _quote_beside(self, i: int, zone: Words) -> Quote | None:
        """The quotation that ends before or begins after the reporting clause, or runs around it."""
        tree = self.tree
        for quote in self.quotes:
            if quote.first < i < quote.last:
                if self._is_dash_or_comma(zone[0] - 1) and self._is_dash_or_comma(zone[1] + 1):
                    return quote
            elif quote.last < i and i - quote.last <= _NEAR and self._is_subject_only(quote.last + 1, i):
                return quote
            elif (
                quote.first > i and quote.first - zone[1] <= 3 and self._is_clear(zone[1] + 1, quote.first, i)
            ):
                if quote.last - quote.first > 4:
                    return quote
        return None

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
        """Between a quotation and the verb stands no other verb, and no mark but those of a name's additions."""
        tree = self.tree
        words = range(start, i)
        if any(tree.pos[k] == "VERB" or tree.forms[k] in QUOTE_MARKS for k in words):
            return False
        if tree.sentence[start - 1] != tree.sentence[i] and not tree.doc[start].text[:1].islower():
            return False
        return tree.sentence[start] == tree.sentence[i] or all(tree.is_punct(k) for k in words)

    def _before(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        """*Così sostiene X*, *A renderlo noto, X*: the content is the sentence before."""
        tree = self.tree
        first, _ = tree.bounds(i)
        number = tree.sentence[i]
        if number == 0 or (not grp.finite and grp.form != "Inf"):
            return None
        clitic = tree.feats[i].get("Clitic") == "Yes" and tree.forms[i].endswith(tuple(self._anaphors))
        word = any(
            tree.forms[k] in self._anaphors and tree.deps[k] in ("obj", "advmod", "expl")
            for k in tree.kids[i]
        )
        if not (clitic or word) or any(
            self._is_clause(k) for k in range(first, i) if k != i and tree.pos[k] == "VERB"
        ):
            return None
        start, end = tree.block.sentences[number - 1]
        return self._saying(i, entry, grp, [trim(self.tree, start, end - 1)], None)

    def _infinitive(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        tree = self.tree
        for k in tree.kids[i]:
            if (
                k > grp.last
                and tree.deps[k] in ("xcomp", "ccomp", "advcl", "obj")
                and tree.form(k) in ("Inf", "Ger")
            ):
                if tree.deps[k] == "advcl" and not self._has_infinitive_mark(k):
                    continue
                return self._saying(i, entry, grp, [self._whole(k, i)], k)
        return None

    def _has_infinitive_mark(self, k: int) -> bool:
        tree = self.tree
        words = tree.lexicon.words("clause", "infinitive_marks")
        return any(tree.lemmas[c] in words or tree.forms[c] in words for c in tree.kids_of(k, "mark"))

    def _about(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        tree = self.tree
        for k in tree.kids[i]:
            if k <= grp.last or tree.deps[k].split(":")[0] not in (
                "obl",
                "nmod",
                "advcl",
                "obj",
                "ccomp",
                "xcomp",
                "advmod",
            ):
                continue
            cases = [c for c in tree.kids[k] if tree.deps[c] in ("case", "mark") and c < k]
            if any(entry.preposition in (tree.lemmas[c], tree.forms[c]) for c in cases):
                first, last = tree.edge(k)
                return self._saying(i, entry, grp, [trim(self.tree, max(cases[-1] + 1, first), last)], k)
        return None

    def _object(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        tree = self.tree
        if any(
            tree.forms[k] in self._anaphors and k < i and tree.deps[k] in ("obj", "expl")
            for k in tree.kids[i]
        ):
            return None
        if grp.passive:
            subject = next((k for k in tree.kids[i] if tree.deps[k] in ("nsubj:pass", "nsubj")), None)
            if subject is None:
                return None
            return self._saying(i, entry, grp, [trim(self.tree, *tree.edge(subject))], subject)
        after = [k for k in tree.kids[i] if k > grp.last and tree.pos[k] in (*_NOMINAL, "ADJ", "DET")]
        k = next((k for k in after if tree.deps[k] == "obj"), None)
        if k is None:
            bare = [k for k in after if tree.deps[k] in _LIKE_OBJECTS and not tree.kids_of(k, "case")]
            k = next((k for k in bare if tree.edge(k)[0] <= grp.last + 2), None)
        if k is None or self._speaks(i, k):
            return None
        first, last = tree.edge(k)
        more = [c for c in tree.kids[i] if c > k and tree.deps[c] in ("xcomp", "obl", "advcl", "ccomp", "obj")
                and not any(tree.forms[j] == "," for j in range(last, tree.edge(c)[0]))]  # fmt: skip
        end = max([last, *(tree.edge(c)[1] for c in more[:2])])
        return self._saying(i, entry, grp, [trim(self.tree, max(first, grp.last + 1), end)], k)

    def _speaks(self, i: int, k: int) -> bool:
        """An object after a verb that has no subject and says something before it is its subject."""
        return self.tree.subject(i) is None and self._quote_beside(i, (i, i)) is not None

    # ------------------------------------------------------------ who says it

    def _speaker(self, i: int, found: Saying) -> tuple[int | None, int | None]:
        """Give the word of the speaker, and else the verb whose left-out subject speaks."""
        tree = self.tree
        if found.group.passive and found.group.form in ("Fin", "Part"):
            return self._agent(i), None
        if self._is_impersonal(i) or not found.spans:
            return None, None
        taken = {k for a, b in found.spans for k in range(a, b + 1)}
        if self._between_dashes(i) is not None:
            lo, hi = found.zone
            inside = [k for k in range(lo, hi + 1) if k != i and tree.pos[k] in ("NOUN", "PROPN", "PRON")]
            heads = [k for k in inside if tree.heads[k] not in inside and not tree.kids_of(k, "case")]
            return (heads[0], None) if heads else (None, i)
        subject = tree.subject(i)
        if subject is not None and subject not in taken and tree.pos[subject] in (*_NOMINAL, "DET", "ADJ"):
            inside = found.root is not None or found.zone[0] <= subject <= found.zone[1] or not found.quotes
            aside = (
                found.frame == "clause"
                and found.root is None
                and found.spans[0][0] < i
                and subject < found.zone[0]
            )
            if (found.group.form != "Ger" or subject > i) and not self._is_before_mark(subject, i):
                if inside and not aside:
                    return subject, None
        for k in tree.kids[i]:
            if k in tree.timed:
                continue
            if (
                tree.deps[k] in ("obj", "nsubj", "appos", "flat", "nmod", "dep", "obl")
                and k > i
                and k not in taken
            ):
                if tree.pos[k] in _NOMINAL and not tree.kids_of(k, "case"):
                    return k, None
        beside = self._beside(i, found, taken)
        if beside is not None:
            return beside, None
        return self._governing(i)

    def _is_before_mark(self, k: int, i: int) -> bool:
        """*La Russia, come si sa, ...*: a noun before the conjunction is not the subject of its clause."""
        return any(k < m < i and self.tree.pos[m] == "SCONJ" for m in self.tree.kids_of(i, "mark"))

    def _is_impersonal(self, i: int) -> bool:
        """*Si dice che ...*: nobody in particular says it."""
        tree = self.tree
        words = tree.lexicon.words("clause", "reflexives")
        reflexive = any(tree.deps[k].startswith("expl") and tree.forms[k] in words for k in tree.kids[i])
        subject = tree.subject(i)
        alone = subject is None or self._is_before_mark(subject, i)
        return reflexive and alone and tree.feats[i].get("Number") == "Sing"

    def _agent(self, i: int) -> int | None:
        tree = self.tree
        words = tree.lexicon.words("clause", "agent")
        for k in tree.kids[i]:
            if tree.deps[k] == "obl:agent":
                return k
            if tree.deps[k].startswith("obl") and tree.case_of(k) in words and k > i:
                return k
        return None

    def _beside(self, i: int, found: Saying, taken: set[int]) -> int | None:
        """A noun right beside the verb that the parser hung elsewhere: *said John Smith*."""
        tree = self.tree
        _, end = tree.bounds(i)
        if found.frame != "clause" or not found.group.finite:
            return None
        j = found.group.last + 1
        while j < end and tree.pos[j] in ("DET", "ADJ", "NUM", "ADV") and j - i < 6:
            j += 1
        if j < end and tree.pos[j] in ("NOUN", "PROPN") and j not in taken:
            in_zone = found.zone[0] <= j <= found.zone[1] and not tree.kids_of(j, "case")
            if tree.heads[j] in taken or tree.heads[j] == i or in_zone:
                return j
        return None

    def _governing(self, i: int) -> tuple[int | None, int | None]:
        """The subject of the verb that governs this one, through coordination and participles."""
        tree, seen, j = self.tree, set(), i
        while j not in seen:
            seen.add(j)
            dep, head = tree.deps[j], tree.heads[j]
            if dep in ("acl", "acl:relcl") and tree.pos[head] in _NOMINAL:
                return head, None
            if (
                dep not in ("conj", "advcl", "xcomp", "ccomp", "parataxis")
                or head == j
                or self._is_quoted(head, i)
            ):
                break
            if dep in ("ccomp", "parataxis") or (dep == "advcl" and tree.form(i) == "Fin"):
                break
            subject = tree.subject(head)
            if subject is not None and subject != i:
                return subject, None
            j = head
        return None, i

    def _is_quoted(self, head: int, i: int) -> bool:
        return any((q.first < head < q.last) != (q.first < i < q.last) for q in self.quotes)

    def _addressee(self, i: int, found: Saying) -> int | None:
        tree = self.tree
        taken = {k for a, b in found.spans for k in range(a, b + 1)} | {found.speaker}
        words = tree.lexicon.words("clause", "addressee")
        for k in tree.kids[i]:
            if k in taken or tree.pos[k] not in _NOMINAL:
                continue
            if tree.deps[k] == "iobj" or (found.group.passive and tree.deps[k] in SUBJECTS):
                return k
            if tree.deps[k] == "obj" and found.frame in ("clause", "infinitive") and k > i:
                return k
            if tree.deps[k].startswith("obl") and tree.case_of(k) in words:
                return k
        return None

    # ------------------------------------------------------------ quotations over sentences

    def _share_quotes(self, found: list[Saying]) -> None:
        """Give every quotation to the statements beside or inside it, cut at the sentences where they stand."""
        for quote in self.quotes:
            owners = [s for s in found if quote in s.quotes]
            if not owners:
                continue
            starts = [self._share_start(n, s, quote) for n, s in enumerate(owners)]
            for n, saying in enumerate(owners):
                stop = starts[n + 1] - 1 if n + 1 < len(owners) else quote.last
                self._give(saying, quote, starts[n], stop)
        for saying in found:
            self._complete(saying)

    def _share_start(self, n: int, saying: Saying, quote: Quote) -> int:
        if n == 0:
            return quote.first
        inside = quote.first < saying.head < quote.last
        number = self.tree.sentence[saying.head if inside else quote.last]
        return max(self.tree.block.sentences[number][0], quote.first)

    def _give(self, saying: Saying, quote: Quote, start: int, stop: int) -> None:
        lo, hi = saying.zone
        if start <= lo and hi <= stop:
            parts = [trim(self.tree, start, lo - 1), trim(self.tree, hi + 1, stop)]
            saying.spans = [(a, b) for a, b in parts if (b >= a and not self.tree.is_punct(a)) or b > a]
        else:
            before = [s for s in saying.spans if s[1] < start and s[0] >= self.tree.bounds(start)[0]]
            after = [s for s in saying.spans if s[0] > stop]
            overlapping = [s for s in saying.spans if s[0] <= stop and s[1] >= start]
            first = min([start, *(s[0] for s in overlapping if s[0] < quote.first)])
            last = max([stop, *(s[1] for s in overlapping if s[1] > quote.last)])
            saying.spans = sorted([*before, (first, last), *after])

    def _complete(self, saying: Saying) -> None:
        """Add the quotations that go on after the statement, and take whole those that its content enters."""
        tree = self.tree
        if not saying.spans:
            return
        _, end = tree.bounds(saying.head)
        followed = saying.quotes and saying.quotes[-1].last < saying.head
        for quote in self.quotes:
            if quote in saying.quotes:
                continue
            last = saying.spans[-1][1]
            if quote.first <= last < quote.last and quote.first >= saying.spans[-1][0] and quote.closed:
                saying.spans[-1] = (saying.spans[-1][0], quote.last)
                saying.quotes.append(quote)
            elif saying.spans[0][0] <= quote.first and quote.last <= last:
                saying.quotes.append(quote)
            elif (
                followed
                and quote.first in (end, saying.zone[1] + 1, saying.zone[1] + 2)
                and quote.first > saying.head
            ):
                saying.spans.append((quote.first, quote.last))
                saying.quotes.append(quote)


def trim(tree: Tree, first: int, last: int) -> Words:
    """Leave off marks at both ends, quotation marks kept."""
    while first < last and tree.is_punct(first) and tree.forms[first] not in QUOTE_MARKS:
        first += 1
    while last > first and tree.is_punct(last) and tree.forms[last] not in QUOTE_MARKS:
        last -= 1
    return first, last


def _is_in(saying: Saying, other: Saying) -> bool:
    return any(a <= saying.head <= b for a, b in other.spans)
