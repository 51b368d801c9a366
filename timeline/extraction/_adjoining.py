"""Time expressions that stand side by side and are one time: *ieri, poco prima delle 9*, *on Monday at 3*."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.dates import DateExpression
from timeline.temporal import DAY, Basis, Extent, Interval, Moment, Operator, When
from timeline.temporal._choices import AtClock, Sometime
from timeline.temporal._operators import Env, In, Told
from timeline.temporal._repeating import PartOfDay
from timeline.temporal._windows import Between, By, Since, Until

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_GAP = 5
_WIDEST = 3 * DAY
_EARLY, _LATE = 0.375, 0.75
_SMALL = frozenset(("ADP", "DET", "ADV"))
_LASTING = (Since, Until, By)
_DATE = len("2020-01-01")


def joined(trees: Sequence[Tree], found: Sequence[DateExpression]) -> list[DateExpression]:
    """Give the expressions of a document, each run of adjoining ones that name one time as one of them.

    The ends of a range are one expression with the bounds of the range; a day and an hour beside it are one
    with the bounds that both leave.
    """
    starts = [tree.block.offset for tree in trees]
    out: list[DateExpression] = []
    for merge in (_range, _run):
        out = []
        for expression in found:
            number = bisect_right(starts, expression.start_char) - 1
            one = merge(trees[number], out[-1], expression) if out and number >= 0 else None
            if one is None:
                out.append(expression)
            else:
                out[-1] = one
        found = out
    return _after_nights(out)


def _after_nights(found: list[DateExpression]) -> list[DateExpression]:
    """Put an hour told after a night (*nella notte tra sabato e domenica: alle 3*) on its own day."""
    night: DateExpression | None = None
    out = []
    for expression in found:
        if is_dayless(expression):
            own = pinned(expression, night) if night and expression.when.basis is Basis.CONTEXT else None
            out.append(own or expression)
            continue
        out.append(expression)
        if expression.type in ("DATE", "TIME"):
            night = expression if _is_overnight(expression) else None
    return out


def _is_overnight(expression: DateExpression) -> bool:
    start, end = expression.when.interval.start, expression.when.interval.end
    return start is not None and end is not None and DAY > end - start > DAY - start % DAY


def pinned(hour: DateExpression, day: DateExpression) -> DateExpression | None:
    """Give the time of an hour without a day (*alle 9*) on the day that another expression names, or None."""
    if hour.tree is None or not is_dayless(hour) or is_dayless(day) or not _is_short(day):
        return None
    found = list(_on_days(hour.tree, day.when.interval)) or list(_on_days(hour.tree, _whole(day)))
    if not found:
        return None
    if isinstance(day.tree, Between) and len(found) == 2:
        found = [one for one in found if _is_of_night(one, first=one is found[0])] or found
    bounds = Interval(found[0].start, found[-1].end)
    value = hour.value
    if len(found) == 1 and "T" in value and found[0].start is not None:
        value = found[0].start.iso()[:_DATE] + value[value.index("T") :]
    when = replace(hour.when, interval=bounds, basis=Basis.EXPRESSION)
    return replace(hour, value=value, when=when, tree=day.tree)


def _whole(day: DateExpression) -> Interval:
    """Give the day of a time that lies on one: *giovedì mattina intorno a mezzogiorno*."""
    start, end = day.when.interval.start, day.when.interval.end
    if start is None or end is None or start // DAY != (end - 1) // DAY or end - start >= DAY:
        return Interval(None, None)
    first = start - start % DAY
    return Interval(Moment(first), Moment(first + DAY))


def night_before(expression: DateExpression, published: Interval) -> DateExpression:
    """Put *the night of 19 October*, told of as past on that day, into the night before it."""
    start, end = expression.when.interval.start, expression.when.interval.end
    dated = any(mark.isdigit() for mark in expression.text) and _is_part(expression.tree)
    if start is None or end is None or published.end is None or end <= published.end or not dated:
        return expression
    early = published.end <= start and start % DAY < _EARLY * DAY
    if not (early or _is_overnight(expression)) or start - DAY >= published.end:
        return expression
    before = Interval(Moment(start - DAY), Moment(end - DAY))
    value = before.start.iso()[:_DATE] + expression.value[_DATE:] if before.start else expression.value
    return replace(expression, value=value, when=replace(expression.when, interval=before))


def _is_part(tree: Operator | None) -> bool:
    return isinstance(tree, In) and isinstance(tree.what, PartOfDay)


def is_dayless(expression: DateExpression) -> bool:
    """Tell a time of day that names no day: *alle 9*, *nel pomeriggio*."""
    return _has(expression, AtClock, Sometime)


def unmoored(found: Sequence[DateExpression]) -> frozenset[int]:
    """Give the offsets of the times of day, and of those reckoned from others, for which no day is told.

    What is reckoned from one of them has none either.
    """
    lost: set[int] = set()
    last = False
    for expression in found:
        if leans(expression) or _has(expression, AtClock):
            last = expression.when.basis is Basis.PUBLICATION or (
                last and expression.when.basis is Basis.CONTEXT
            )
            if last:
                lost.add(expression.start_char)
        elif expression.type in ("DATE", "TIME"):
            last = False
    return frozenset(lost)


def adrift(expression: DateExpression, when: When) -> DateExpression:
    """Give such an expression with its own words, and the bounds of `when`."""
    value = expression.value
    if "T" in value[_DATE:]:
        value = "XXXX-XX-XX" + value[value.index("T") :]
    placed = replace(expression.when, interval=when.interval, zone=when.zone)
    return replace(expression, value=value, when=placed)


def leans(expression: DateExpression) -> bool:
    """Tell an expression reckoned from a time told before it: *poche ore dopo*."""
    return _has(expression, Told)


def _has(expression: DateExpression, *kinds: type[Operator]) -> bool:
    return expression.tree is not None and any(isinstance(n, kinds) for n in _walk(expression.tree))


def _is_of_night(interval: Interval, *, first: bool) -> bool:
    """*Alle 3 tra sabato e domenica*: an early hour is of the second day, a late one of the first."""
    hour = (interval.start or 0) % DAY / DAY
    return hour >= _LATE if first else hour < _EARLY


def _walk(tree: Operator) -> Iterator[Operator]:
    yield tree
    for child in tree.children():
        yield from _walk(child)


def _range(tree: Tree, first: DateExpression, last: DateExpression) -> DateExpression | None:
    """The two ends of one range: *tra sabato e domenica*."""
    if not isinstance(first.tree, Between) or first.tree != last.tree:
        return None
    return _one(tree, first, last, first) if len(_between(tree, first, last) or ()) <= _GAP else None


def _run(tree: Tree, first: DateExpression, last: DateExpression) -> DateExpression | None:
    """A day and an hour, or two times of which one holds the other."""
    gap = _between(tree, first, last)
    if gap is None or len(gap) > _GAP or not all(_is_small(tree, k) for k in gap):
        return None
    if any(isinstance(e.tree, _LASTING) or e.type not in ("DATE", "TIME") for e in (first, last)):
        return None
    own = pinned(last, first) or pinned(first, last) or _inner(first, last)
    return None if own is None else _one(tree, first, last, own)


def _inner(a: DateExpression, b: DateExpression) -> DateExpression | None:
    """The narrower of two times of which one lies in the other."""
    if is_dayless(a) or is_dayless(b) or leans(a) or leans(b) or not (_is_short(a) and _is_short(b)):
        return None
    common = a.when.interval & b.when.interval
    return next((e for e in (b, a) if e.when.interval == common), None)


def _one(tree: Tree, first: DateExpression, last: DateExpression, own: DateExpression) -> DateExpression:
    offset = tree.block.offset
    text = tree.source[first.start_char - offset : last.end_char - offset]
    return replace(
        own, start_char=first.start_char, end_char=last.end_char, text=text, when=replace(own.when, text=text)
    )


def _between(tree: Tree, first: DateExpression, last: DateExpression) -> range | None:
    """The words between two expressions of one sentence of a block, None where they do not stand so."""
    offset = tree.block.offset
    if first.start_char < offset or last.start_char >= tree.block.end or first.end_char > last.start_char:
        return None
    a = bisect_left(tree.starts, first.end_char - offset)
    b = bisect_left(tree.starts, last.start_char - offset)
    here = 0 < a <= b < tree.size and tree.sentence[a - 1] == tree.sentence[b]
    return range(a, b) if here else None


def _is_small(tree: Tree, k: int) -> bool:
    return tree.pos[k] in _SMALL or tree.forms[k] == ","


def _is_short(expression: DateExpression) -> bool:
    interval = expression.when.interval
    if interval.start is None or interval.end is None or expression.when.extent is not Extent.WITHIN:
        return False
    return interval.end - interval.start <= _WIDEST


def _on_days(tree: Operator, bounds: Interval) -> Iterator[Interval]:
    """Give when within `bounds` a time of day falls, day by day."""
    if bounds.start is None or bounds.end is None:
        return
    for day in range(bounds.start - bounds.start % DAY, bounds.end, DAY):
        span = tree.at(Env(None, (day, day + DAY), True))
        if span is None or span == (None, None):
            continue
        a = Moment(max(bounds.start, day if span[0] is None else span[0]))
        b = Moment(min(bounds.end, day + DAY if span[1] is None else span[1]))
        if a < b:
            yield Interval(a, b)


__all__ = ["adrift", "is_dayless", "joined", "leans", "night_before", "pinned", "unmoored"]
