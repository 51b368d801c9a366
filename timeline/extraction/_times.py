"""Which time expression governs which event, and what stands in where none does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.dates import DateExpression
from timeline.extraction._adjoining import adrift, is_dayless, leans, night_before, pinned, unmoored
from timeline.extraction._clause import FUTURE, PAST, PRESENT, group, is_negation
from timeline.extraction._datelines import is_dateline
from timeline.extraction._event import Event
from timeline.extraction._hanging import (
    at_which,
    is_compared,
    is_name,
    is_now,
    is_of_thing,
    is_point,
    is_set_apart,
    is_within_range,
    mentioned,
    named_before,
    opened,
    opens_clause,
    told_of,
    verb_under,
    within,
)
from timeline.extraction._tenses import is_destined
from timeline.extraction._tree import Tree
from timeline.temporal import Basis, Extent, Interval, Precision, When
from timeline.temporal._windows import Between

_STEPS = 6
_HOUR = 3600
_AFTERWARDS = frozenset(("ACCUSE", "COERCE", "SANCTION"))
_TAKEN = frozenset(("nsubj", "nsubj:pass", "obj"))


@dataclass(frozen=True, slots=True)
class Timed:
    """The time of an event: what it is, the expression it was read from, how it was found."""

    when: When
    expression: DateExpression | None
    basis: Basis


class Times:
    """The time expressions of one document, hung on the words that they govern."""

    def __init__(self, trees: Sequence[Tree], found: Sequence[DateExpression], published: When) -> None:
        self._trees, self._published = trees, published
        self._own: dict[tuple[int, int], list[DateExpression]] = defaultdict(list)
        self._heads: dict[int, tuple[int, int]] = {}
        self.idle: list[tuple[int, int]] = []
        """The blocks and words of the expressions that date nothing."""
        self.said: set[tuple[int, int]] = set()
        """The blocks and words of the verbs by which something is said."""
        self._adrift = set() if self._is_exact() else set(unmoored(found))
        self._coming = False
        self._before: int | None = None  # the block of a day before the story, where that was told last
        starts = [tree.block.offset for tree in trees]
        for expression in found:
            number = bisect_right(starts, expression.start_char) - 1
            if number >= 0 and expression.type != "SET":
                self._hang(number, expression)

    def _is_exact(self) -> bool:
        """Tell whether publication is known to the hour, which gives an hour its day."""
        first, end = self._published.interval.start, self._published.interval.end
        return first is not None and end is not None and end - first <= _HOUR

    def _hang(self, number: int, expression: DateExpression) -> None:
        tree = self._trees[number]
        words = _words(tree, expression)
        if not words or is_dateline(tree, words[0]) or is_name(tree, words):
            return
        head = next((k for k in words if tree.heads[k] not in words or tree.heads[k] == k), words[0])
        self._heads[expression.start_char] = (number, head)
        governor = told_of(tree, head, tree.heads[head], expression, self._published.interval)
        governor = self._governor(tree, head, words, expression) if governor is None else governor
        if governor is not None:
            governor = opens_clause(tree, words, governor) or governor
        verb = None if governor is None else opened(tree, governor, words)
        if verb is not None and is_compared(tree, verb, words[0], expression):
            verb = None
        if verb is None:
            self.idle.append((number, head))
        if verb is not None and (other := at_which(tree, verb, words, expression)) is not None:
            self._own[number, other].append(within(expression))
        if verb is not None and is_now(tree, verb, expression, self._published.interval):
            verb = named_before(tree, verb, words[0])
        if verb is None or is_point(tree, verb, expression):
            return
        named = mentioned(tree, verb, words[0], expression, self._published.interval)
        if named is not None:
            verb = named
        elif group(tree, verb).tense == PAST:
            expression = night_before(expression, self._published.interval)
        self._own[number, verb].append(expression)
        self._moor(tree, verb, expression)

    def _moor(self, tree: Tree, verb: int, expression: DateExpression) -> None:
        """Leave what is reckoned from a day to come without a day, where it tells of the past.

        *Quiroga dimitirá el 3 de abril. Los detenidos quedaron en libertad horas después*. So what a later
        paragraph reckons from a day that lies before the story: *i controlli erano stati superati il 20*.
        """
        over = group(tree, verb)
        if not leans(expression) and not is_dayless(expression):
            self._coming = over.tense == FUTURE
            self._before = tree.block.offset if over.anterior else None
        elif expression.when.basis is Basis.CONTEXT:
            apart = self._before is not None and self._before != tree.block.offset
            if (self._coming and over.tense == PAST) or (apart and not over.anterior):
                self._adrift.add(expression.start_char)

    @staticmethod
    def _governor(tree: Tree, head: int, words: list[int], expression: DateExpression) -> int | None:
        """The verb or noun of an event that an expression hangs on."""
        j = head
        for _ in range(_STEPS):
            up = tree.heads[j]
            if up == j:
                return j if j not in words else verb_under(tree, words)
            if is_of_thing(tree, head, up, expression):
                return None
            if j != head and tree.deps[j] == "appos" and tree.heads[j] < j and _is_aside(tree, words):
                return None
            j = up
            if any(is_negation(tree, k) for k in tree.kids_of(j, "mark")) and tree.pos[j] == "VERB":
                continue  # *was released without charge the next morning*
            if isinstance(expression.tree, Between) and is_within_range(tree, j):
                continue
            if tree.pos[j] in ("VERB", "AUX") or tree.lemmas[j] in tree.lexicon.noun_types:
                return j
            if tree.lemmas[j] in tree.lexicon.act_nouns or tree.copula(j) is not None:
                return j
        return None

    def hung(self) -> Iterator[tuple[int, int, DateExpression]]:
        """Give every expression with the block and word that it hangs on."""
        for (number, word), found in self._own.items():
            for expression in filter(_is_bounded, found):
                if self._is_adrift(expression):
                    yield number, word, adrift(expression, self._by_publication(PAST, planned=False))
                else:
                    yield number, word, expression

    def is_dated(self, number: int, i: int) -> bool:
        """Tell whether word `i` of block `number` has a time expression of its own."""
        known = self._published.interval != Interval(None, None)
        return any(_is_bounded(e) or not known for e in self._own.get((number, i), ()))

    def move(self, number: int, source: int, target: int, clause: tuple[int, int]) -> None:
        """Give the expressions of verb `source` of saying that stand outside its clause to `target`."""
        self.said.add((number, source))
        kept: list[DateExpression] = []
        moved: list[DateExpression] = []
        for expression in self._own.pop((number, source), []):
            where = self._heads[expression.start_char][1]
            apart = is_set_apart(self._trees[number], where, source)
            own = clause[0] <= where <= clause[1] or (target < 0 and _goes_over(expression))
            own = own and (where < source or self._may_date(number, source, where, expression))
            (kept if own and not apart else moved).append(expression)
        if kept:
            self._own[number, source] = kept
        if moved and target >= 0:
            self._own[number, target] = [*moved, *self._own.get((number, target), [])]

    def _may_date(self, number: int, verb: int, time: int, expression: DateExpression) -> bool:
        """Tell a time behind a verb that says which may be its own: not *is accused of a theft in May*."""
        tree, interval = self._trees[number], expression.when.interval
        if is_destined(tree, time) or expression.value == "FUTURE_REF":
            return False
        past = interval.end is not None and not self._fits(expression.when, FUTURE)
        between = any(tree.pos[k] in ("NOUN", "PROPN", "VERB") for k in range(verb + 1, time))
        return not (past and between) or group(tree, verb).tense != PRESENT

    def of(self, number: int, heads: Sequence[int], tense: str | None, *, planned: bool) -> Timed:
        """Give the time of the event whose words are `heads`, the first of them first."""
        for head in heads:
            own = self._best(number, head, tense) or self._ahead(number, head)
            if own is not None:
                return Timed(own.when, own, Basis.EXPRESSION)
        if planned or tense == FUTURE:
            past = next((e for head in heads if (e := self._best(number, head, PAST)) is not None), None)
            if past is not None and _goes_over(past) and past.when.interval.start is not None:
                return Timed(_from(past.when), past, Basis.EXPRESSION)
        by_publication = self._by_publication(tense, planned=planned)
        unplaced = self._unplaced(number, heads, by_publication)
        if unplaced is not None:
            return Timed(unplaced.when, unplaced, Basis.EXPRESSION)
        above = self._above(number, heads[0], tense)
        if above is not None:
            return Timed(above.when, above, Basis.CONTEXT)
        return Timed(by_publication, None, Basis.PUBLICATION)

    def _best(self, number: int, head: int, tense: str | None) -> DateExpression | None:
        own = [e for e in self._own.get((number, head), ()) if _is_bounded(e)]
        own = [next((p for d in own if (p := pinned(e, d))), e) for e in own]
        fitting = [e for e in own if not self._is_adrift(e) and self._fits(e.when, tense)]
        return min(fitting, key=_width, default=None)

    def _ahead(self, number: int, head: int) -> DateExpression | None:
        """The day to come of a noun, which has no tense: *le elezioni di domani*; no guess by weekday."""
        if self._trees[number].pos[head] != "NOUN":
            return None
        found = self._best(number, head, None)
        return None if found is None or found.when.basis is Basis.INFERENCE else found

    def _unplaced(self, number: int, heads: Sequence[int], open_when: When) -> DateExpression | None:
        """A day that nothing tells the year or week of, in a text without a date; an hour of no known day."""
        known = self._published.interval != Interval(None, None)
        own = [e for head in heads for e in self._own.get((number, head), ())]
        for expression in own:
            if self._is_adrift(expression):
                return adrift(expression, open_when)
            if not known and expression.type in ("DATE", "TIME") and not _is_bounded(expression):
                return expression
        return None

    def _is_adrift(self, expression: DateExpression) -> bool:
        """Tell an hour, or a time reckoned from another, for which the text has told no day."""
        return expression.start_char in self._adrift

    def _fits(self, when: When, tense: str | None) -> bool:
        """What is told in the past lies not after publication, what is to come not before it."""
        stated = self._published.interval
        if tense == PAST and stated.end is not None and when.interval.start is not None:
            return when.interval.start < stated.end
        if tense == FUTURE and stated.start is not None and when.interval.end is not None:
            return when.interval.end > stated.start
        return True

    def _above(self, number: int, head: int, tense: str | None) -> DateExpression | None:
        """The date of the clause that this one is joined to, hangs on, or is simultaneous with."""
        tree, seen, j = self._trees[number], set(), head
        while j not in seen:
            seen.add(j)
            up = tree.heads[j]
            if up == j or (up in tree.quoted and head not in tree.quoted):
                break
            if not (self._is_joined(tree, j) or _is_sent(tree, j) or _is_of_deed(tree, j)):
                break
            if tree.deps[j] == "xcomp" and tree.form(head) == "Inf" and tense != PAST:
                break
            if up < j and _is_said(tree, up) and not _is_said(tree, j) and not _is_of_same_time(tree, j):
                break  # *accused Russia on Tuesday of blowing it up*: the day is that of the accusation
            j = up
            best = self._best(number, j, tense) or self._beside(number, j, tense)
            if best is not None:
                return best if _goes_over(best) else None
        best = self._beside(number, head, tense)
        return best if best is not None and _goes_over(best) else None

    @staticmethod
    def _is_joined(tree: Tree, j: int) -> bool:
        dep = tree.deps[j]
        if dep in ("conj", "xcomp") or (dep == "parataxis" and _explains(tree, j)):
            return True
        if dep in ("advcl", "acl") and tree.form(j) in ("Ger", "Part"):
            return True
        return dep == "advcl" and _is_while(tree, j)

    def _beside(self, number: int, head: int, tense: str | None) -> DateExpression | None:
        """The date of what this clause is the time of, or of an event that it takes: `_is_beside`.

        *Era nel cortile quando ieri è stato sorpreso*.
        """
        tree = self._trees[number]
        subject = tree.subject(head)
        for k in (*tree.kids[head], *(tree.kids[subject] if subject is not None else ())):
            if _is_beside(tree, k, head):
                told = (c for c in tree.kids[k] if tree.deps[k] == "obl" and tree.deps[c].startswith("acl"))
                found = (self._best(number, c, tense) for c in (k, *told))
                best = next((e for e in found if e is not None), None)
                if best is not None:
                    return best
        return None

    def _by_publication(self, tense: str | None, *, planned: bool) -> When:
        """The window of publication for the present, its end for the past, its start for what is to come."""
        stated = self._published
        interval, zone = stated.interval, stated.zone
        if planned or tense == FUTURE:
            return When(Interval(interval.start, None), basis=Basis.PUBLICATION, zone=zone)
        if tense == PAST:
            return When(Interval(None, interval.end), basis=Basis.PUBLICATION, zone=zone)
        return When(interval, stated.precision, Extent.WITHIN, basis=Basis.PUBLICATION, zone=zone)


def _from(when: When) -> When:
    """What was to come from a time in the past on: *threatened to close it last year*."""
    return When(Interval(when.interval.start, None), zone=when.zone)


def look_ahead(event: Event) -> None:
    """Leave open behind what may be, and for which no time is told: *il premier dovrebbe restare a Mosca*."""
    if event.time_basis != "publication" or event.tense != "present" or event.kind != "action":
        return
    when = When(Interval(event.start, None), basis=Basis.PUBLICATION, zone=event.zone)
    event.end, event.precision, event.extent = None, str(when.precision), str(when.extent)
    event.edtf = when.edtf or None


def _explains(tree: Tree, j: int) -> bool:
    """*Hanno colpito a marzo: hanno rubato i gioielli*: what a clause behind a colon tells of the deed."""
    up = tree.heads[j]
    over, own = group(tree, up), group(tree, j)
    colon = up < j and any(tree.forms[k] == ":" for k in range(up + 1, j))
    return colon and over.tense == own.tense == PAST and over.anterior == own.anterior


def _is_said(tree: Tree, j: int) -> bool:
    return tree.lemmas[j] in tree.lexicon.entries


def _is_aside(tree: Tree, words: list[int]) -> bool:
    """*Le feu, parti vers 19 h 30, a été maîtrisé mardi*: a comma right behind, and a verb behind that."""
    after = words[-1] + 1
    return after + 1 < tree.size and tree.forms[after] == "," and tree.pos[after + 1] in ("VERB", "AUX")


def _is_of_same_time(tree: Tree, j: int) -> bool:
    """*Attacked the ship in 2000, killing ten*; *said on Sunday as they roared*; *criticised it and left*."""
    if tree.deps[j] == "conj":
        return tree.subject(j) is None and group(tree, j).tense == PAST
    return tree.deps[j] == "advcl" and (_is_going_on(tree, j) or _is_while(tree, j))


def _is_while(tree: Tree, j: int) -> bool:
    """A clause of the same time: *quando*, *mentre*, *as*."""
    words = tree.lexicon.words("clause", "simultaneous")
    return any(tree.forms[k] in words for k in tree.kids_of(j, "mark", "advmod"))


def _is_sent(tree: Tree, j: int) -> bool:
    """*On Friday he sent a letter informing them*: what is said by a thing that is sent or shown."""
    if tree.deps[j].startswith("acl"):
        return False
    under = (k for k in tree.kids[j] if k > j and tree.deps[k] == "acl" and tree.form(k) == "Ger")
    return tree.deps[j] == "obj" and any(_is_said(tree, k) for k in under)


def _is_of_deed(tree: Tree, j: int) -> bool:
    """*The airstrikes on Friday that killed ten*: a relative clause of what came of a deed."""
    deed = tree.heads[j]
    if tree.deps[j] != "acl:relcl" or deed > j or tree.lemmas[deed] not in tree.lexicon.noun_types:
        return False
    subject = tree.subject(j)
    return group(tree, j).tense == PAST and subject is not None and tree.pos[subject] == "PRON"


def _is_beside(tree: Tree, k: int, head: int) -> bool:
    """Tell an event of the time of `head`: its subject or object, its occasion, a clause of the same time.

    *Friday's attack killed three*, *said in a call on Saturday*, *ministers, meeting on Sunday, agreed*; but
    *reported Friday's attack* may have been said later.
    """
    if tree.deps[k] in ("obj", "xcomp") and tree.pos[k] == "ADJ":
        return k > head  # *continúan desaparecidas desde el martes*
    if tree.deps[k] in _TAKEN:
        return tree.lemmas[k] in tree.lexicon.noun_types and not _is_said(tree, head)
    if tree.deps[k] == "obl":
        return _is_occasion(tree, k, head)
    if tree.deps[k] == "advcl" and _is_while(tree, k):
        return True
    return tree.deps[k] in ("advcl", "acl") and _is_going_on(tree, k) and tree.pos[k] == "VERB"


def _is_going_on(tree: Tree, k: int) -> bool:
    """A bare gerund: *meeting on Sunday*."""
    going_on = tree.form(k) == "Ger" or tree.feats[k].get("Tense") == "Pres"
    return going_on and not tree.kids_of(k, "mark", "aux", "case") and tree.form(k) in ("Ger", "Part")


def _is_occasion(tree: Tree, k: int, head: int) -> bool:
    """*Ten died in the attack on Monday*, *seized in a raid*; not *charged in it*: the law comes later."""
    words, lexicon = tree.lexicon.words("clause", "occasion"), tree.lexicon
    if not any(tree.forms[c] in words for c in tree.kids_of(k, "case")):
        return False
    after = lexicon.verb_types.get(tree.lemmas[head]) in _AFTERWARDS
    if after and lexicon.verb_types[tree.lemmas[head]] == "COERCE" and not group(tree, head).passive:
        after = not any(tree.feats[c].get("Definite") == "Ind" for c in tree.kids_of(k, "det"))
    return tree.lemmas[k] in lexicon.act_nouns or (tree.lemmas[k] in lexicon.noun_types and not after)


def _is_bounded(expression: DateExpression) -> bool:
    return expression.when.interval != Interval(None, None)


def _goes_over(expression: DateExpression) -> bool:
    """Tell a time that another clause may share: not *since 1901*, nor *now*."""
    return expression.when.extent is Extent.WITHIN and expression.value != "PRESENT_REF"


def _words(tree: Tree, expression: DateExpression) -> list[int]:
    first, last = expression.start_char - tree.block.offset, expression.end_char - tree.block.offset
    a = max(bisect_right(tree.starts, first) - 1, 0)
    b = bisect_left(tree.starts, last, lo=a)
    return list(range(a, b)) if expression.start_char < tree.block.end else []


def _width(expression: DateExpression) -> tuple[float, int]:
    interval = expression.when.interval
    if interval.start is None or interval.end is None:
        return float("inf"), expression.start_char
    return float(interval.end - interval.start), expression.start_char


__all__ = ["Precision", "Timed", "Times", "look_ahead"]
