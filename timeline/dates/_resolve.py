"""Gives each construction its place in time: against publication, the date last told, and tense."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import NamedTuple

from timeline.dates._expression import DateExpression
from timeline.dates._matcher import Found, Matcher
from timeline.dates._tense import Tenses
from timeline.temporal import Basis, Extent, Interval, Moment, Precision, When
from timeline.temporal._calendar import floor
from timeline.temporal._choices import AtClock, Near, Sometime
from timeline.temporal._moment import DAY
from timeline.temporal._operators import (
    NOWHERE,
    Env,
    In,
    Now,
    Operator,
    SamePeriod,
    Span,
    Told,
    YearOfCentury,
)
from timeline.temporal._repeating import Both, Clock, PartOfDay, Repeating, Weekday
from timeline.temporal._timex import merge_timex, precision_of
from timeline.temporal._windows import After, Before, Between, By, ByTense, Measured, Since, Until, Zoned

Tense = Callable[[int], str | None]
_OFFSET = re.compile(r"\d ?(Z|[+-]\d\d:?\d\d)\Z")
_TIMES = ("hour", "minute", "second", "daypart")
_FINE = ("hour", "minute", "second")
_SIZES = {"day": DAY, "week": 7 * DAY, "month": 31 * DAY, "quarter": 92 * DAY, "year": 366 * DAY}
_WINDOWS = (Since, Until, By, Before, After, Between, SamePeriod)
_PERIODS = ("quarter", "half", "trimester", "bimester")
_SIDES = {"past": "was", "future": "will", "past?": "lean", "present": "is", "arranged": "set"}


class _Told(NamedTuple):
    """A time that the text told: where, how wide, the days and the exact times at each instant."""

    offset: int
    width: int
    days: list[Span]
    spans: list[Span]
    granule: str


class Resolver:
    """Reads the constructions of one text in order, and keeps what it was told."""

    def __init__(
        self,
        matcher: Matcher,
        tenses: Tenses,
        published: Interval,
        tense: Tense | None,
        *,
        pinned: bool = False,
    ) -> None:
        self.matcher = matcher
        self.tenses = tenses
        self.tense = tense
        self.instants = instants(published)
        self.pinned = pinned
        first, end = published.start, published.end
        self.exact = first is not None and end is not None and end - first <= 3600
        self.told: list[_Told] = []

    def resolve(self, found: Found) -> Iterator[DateExpression]:
        """Give the expressions of one construction; the ends of a range that cannot be stand alone."""
        for first, last, part in found.spans:
            whole = self._sided(found.meaning, found)
            own = (whole if part is found.meaning else self._sided(part, found)).named
            expression = self._expression(first, last, own, whole)
            if expression is None and isinstance(whole, Between):
                expression = self._expression(first, last, own, own)
            if expression is not None:
                yield expression

    def _sided(self, tree: Operator, found: Found) -> Operator:
        if not any(map(is_open, walk(tree))):
            return tree
        side = self.tense(self.matcher.starts[found.first]) if self.tense else None
        side = side or self.tenses.around(self.matcher, found.first, found.last, found.spans[0][0])
        return put_side(tree, _SIDES.get(side or "", "near"))

    def _expression(self, first: int, last: int, own: Operator, whole: Operator) -> DateExpression | None:
        start, end = self.matcher.starts[first], self.matcher.end_of(last - 1)
        told = None
        if isinstance(whole, SamePeriod):
            whole, told = self._same_period(whole, start)
            own = whole
        nodes = list(walk(whole))
        unit = next((n.unit for n in nodes if isinstance(n, (Told, Sometime, AtClock))), None)
        if unit:
            told = self._last_told(unit, start, only=any(map(needs_day, nodes)))
        looked_at = self.instants if self.exact or any(map(fine, nodes)) else coarse(self.instants)
        bounds, points = _evaluated(whole, own, self._envs(looked_at, told, unit or "day"))
        if not points:
            return None
        when = self._when(whole, own, bounds, self.matcher.text[start:end], self._basis(nodes, told))
        if when.zone is None and type_of(own) == "TIME":
            when = replace(when, zone=self._zone(first, last))
        if isinstance(whole, Measured):
            self._remember(whole.base, start, bounds, len(looked_at))
        elif not isinstance(whole, _WINDOWS):
            self._remember(own, start, points, len(looked_at))
        value = merge_timex([own.timex(s) for s in points])
        return DateExpression(start, end, when.text, type_of(own), value, own.mod, when, whole)

    def _when(self, whole: Operator, own: Operator, bounds: list[Span], text: str, basis: Basis) -> When:
        precision = precision_of(own.granule) if own.kind != "reference" else Precision.UNKNOWN
        extent = whole.extent if own.kind != "set" else Extent.WITHIN
        zone = own.zone if isinstance(own, Zoned) else None
        return When(Interval(*hull_of(bounds)), precision, extent, text, basis, zone)

    def _zone(self, first: int, last: int) -> str | None:
        """Give the zone that a time is stated in, as it is written."""
        match = _OFFSET.search(self.matcher.text[self.matcher.starts[first] : self.matcher.end_of(last - 1)])
        if match:
            return match[1]
        tokens = range(first, last)
        return next(
            (self.matcher.tokens[i] for i in tokens if "zonename" in self.matcher.entries[i].values), None
        )

    def _basis(self, nodes: list[Operator], told: list[Span] | None) -> Basis:
        basis = basis_of(nodes, told is not None)
        return Basis.CONTEXT if basis is Basis.PUBLICATION and self.pinned else basis

    def _envs(self, instants: list[int | None], told: list[Span] | None, unit: str) -> list[Env]:
        if told is None and unit in _FINE:
            return [Env(t, (t, None if t is None else t + 1)) for t in instants]
        if told is None:
            days = [NOWHERE if t is None else (floor("day", t), floor("day", t) + DAY) for t in instants]
            return [Env(t, d, exact=self.exact) for t, d in zip(instants, days, strict=True)]
        picked = [told[round(k * (len(told) - 1) / max(1, len(instants) - 1))] for k in range(len(instants))]
        return [Env(t, s, True) for t, s in zip(instants, picked, strict=True)]

    def _same_period(self, tree: SamePeriod, offset: int) -> tuple[SamePeriod, list[Span] | None]:
        for told in reversed(self.told[-12:]):
            if offset - told.offset > 400:
                break
            if told.granule in _PERIODS:
                return replace(tree, unit=told.granule), told.spans
        return tree, None

    def _last_told(self, unit: str, offset: int, *, only: bool) -> list[Span] | None:
        """Give the time told last that is no coarser than `unit`; with `only`, nothing may stand between."""
        size = _SIZES.get(unit, DAY)
        for told in reversed(self.told[-1:] if only else self.told[-8:]):
            if offset - told.offset > 1500:
                break
            if told.width <= size:
                return told.spans if unit in _FINE else told.days
        return None

    def _remember(self, own: Operator, offset: int, spans: list[Span], count: int) -> None:
        if own.kind != "point" or len(spans) != count:
            return
        a, b = spans[0]
        if a is None or b is None or (isinstance(own, Operator) and b - a > 370 * DAY):
            return
        days = spans
        if own.granule.partition(":")[0] in _TIMES:
            days = [
                (None if s is None else floor("day", s), None if s is None else floor("day", s) + DAY)
                for s, _ in spans
            ]
            a, b = 0, DAY
        self.told.append(_Told(offset, b - a, days, spans, own.granule))


def _evaluated(whole: Operator, own: Operator, envs: list[Env]) -> tuple[list[Span], list[Span]]:
    """Give the bounds of a meaning and of what is named at each instant; nothing where one has none."""
    spans = [_at(whole, e) for e in envs]
    bounds = [s for s in spans if s is not None]
    if len(bounds) < len(spans) or any(a is not None and b is not None and b < a for a, b in bounds):
        return [], []
    return bounds, bounds if own is whole else [s for s in (_at(own, e) for e in envs) if s is not None]


def _at(tree: Operator, env: Env) -> Span | None:
    """Evaluate a tree; a time that no calendar reaches is none."""
    try:
        return tree.at(env)
    except OverflowError:
        return None


def instants(interval: Interval) -> list[int | None]:
    """Give the instants at which a vague anchor is looked at: its first, one more and its last."""
    first, end = interval.start, interval.end
    last = None if end is None else max(int(end) - 1, int(first) if first is not None else int(end) - 1)
    if first is None or last is None:
        return [first] if first == last else [None if first is None else int(first), last]
    between = min(int(first) + DAY, last)
    found = dict.fromkeys([int(first), between, last])
    return list(found)


def coarse(instants: list[int | None]) -> list[int | None]:
    """Cut instants to days."""
    return list(dict.fromkeys(None if t is None else floor("day", t) for t in instants))


def hull_of(spans: list[Span]) -> tuple[Moment | None, Moment | None]:
    """Give the bounds that hold all of `spans`."""
    starts, ends = [s for s, _ in spans], [e for _, e in spans]
    start = None if None in starts else min(s for s in starts if s is not None)
    end = None if None in ends else max(e for e in ends if e is not None)
    return (None if start is None else Moment(start)), (None if end is None else Moment(end))


def walk(tree: Operator | Repeating) -> Iterator[Operator]:
    """Iterate over the operators of a tree, the outer ones first."""
    if isinstance(tree, Operator):
        yield tree
        for child in tree.children():
            yield from walk(child)


def needs_day(node: Operator) -> bool:
    """Tell whether an operator is a time of day without its day."""
    return isinstance(node, (Sometime, AtClock)) or (isinstance(node, In) and isinstance(node.what, Clock))


def is_open(node: Operator) -> bool:
    """Tell whether tense has a say in an operator; a weekday beside a date tells enough without it."""
    if isinstance(node, Near):
        return node.side == "near" and not isinstance(node.what, Both)
    return isinstance(node, (ByTense, By, Until, Sometime, AtClock))


def put_side(tree: Operator, side: str) -> Operator:
    """Give a tree with its open choices taken to one side."""
    if isinstance(tree, ByTense):
        return put_side(tree.past if side in ("was", "lean") else tree.base, side)
    if side == "set" and (
        isinstance(tree, Since) or (isinstance(tree, In) and isinstance(tree.what, PartOfDay))
    ):
        side = "is"  # *runs since Monday*; *on Monday night a man walks in* tells a story
    if side == "is":
        side = "will" if isinstance(tree, Until) else "near"
    if isinstance(tree, By):
        side = "will"
    changes: dict[str, object] = {}
    for f in fields(tree):
        value = getattr(tree, f.name)
        if isinstance(value, Operator):
            changes[f.name] = put_side(value, side)
    if isinstance(tree, (Near, Sometime, AtClock)) and is_open(tree):
        ahead = isinstance(tree, Near) and isinstance(tree.what, Weekday)
        changes["side"] = side if side != "set" else "will" if ahead else "near"
    return replace(tree, **changes) if changes else tree


def fine(node: Operator) -> bool:
    """Tell whether an operator asks for the time of day of its anchor."""
    if isinstance(node, Now):
        return False
    amounts = getattr(node, "amounts", ())
    return any(unit in _FINE for _, unit in amounts) or getattr(node, "unit", "") in _FINE


def type_of(tree: Operator) -> str:
    """Give the TIMEX3 type of a meaning."""
    if tree.kind == "set":
        return "SET"
    if tree.kind == "duration":
        return "DURATION"
    return "TIME" if tree.granule.partition(":")[0] in _TIMES else "DATE"


def basis_of(nodes: list[Operator], told: bool) -> Basis:
    """Say what a date was read from."""
    kinds = {type(n) for n in nodes}
    if told:
        return Basis.CONTEXT
    if {Told, AtClock, SamePeriod} & kinds:
        return Basis.PUBLICATION
    if Near in kinds or Sometime in kinds or YearOfCentury in kinds:
        return Basis.INFERENCE
    return Basis.PUBLICATION if Now in kinds else Basis.EXPRESSION
