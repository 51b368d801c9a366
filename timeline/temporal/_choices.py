"""Operators that pick one occurrence of something that comes again: the last, the next, the one meant."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from timeline.temporal._calendar import floor
from timeline.temporal._moment import DAY
from timeline.temporal._operators import NOW, NOWHERE, Env, Operator, Span
from timeline.temporal._repeating import Repeating

_FINE = ("hour", "minute", "second")
_MOST = 200  # occurrences counted on from one


@dataclass(frozen=True, slots=True)
class Last(Operator):
    """The last occurrence that ended before `base` began, or the `n`th last."""

    what: Repeating
    base: Operator = NOW
    n: int = 1

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None or span[0] is None:
            return span and NOWHERE
        found = self.what.before(_edge(span[0], self.what))
        for _ in range(min(self.n, _MOST) - 1):
            found = found and self.what.before(found[0])
        return found

    @property
    def granule(self) -> str:
        return self.what.granule

    @property
    def template(self) -> str:
        return self.what.template


@dataclass(frozen=True, slots=True)
class Next(Operator):
    """The first occurrence that begins when `base` is over, or the `n`th."""

    what: Repeating
    base: Operator = NOW
    n: int = 1

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None or span[0] is None:
            return span and NOWHERE
        found = self.what.after(_edge(span[0], self.what) + DAY)
        for _ in range(min(self.n, _MOST) - 1):
            found = found and self.what.after(found[1])
        return found

    @property
    def granule(self) -> str:
        return self.what.granule

    @property
    def template(self) -> str:
        return self.what.template


def _edge(t: int, what: Repeating) -> int:
    return t if what.granule in _FINE else floor("day", t)


@dataclass(frozen=True, slots=True)
class Near(Operator):
    """An occurrence of something named without saying which: by `side`, the one that fits best.

    `past` (begun by the anchor's day) and `future` (not over on it) are what the words say; what tense says
    is `was`, `will` or `lean` (the past one unless the next is very near); `near` takes the nearer one, as
    far as the kind of thing leans to the past. But for `past` and `future`, a day of the anchor's own month
    is of its own year.
    """

    what: Repeating
    base: Operator = NOW
    side: str = "near"

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None or span[0] is None:
            return span and NOWHERE
        return choose(self.what, floor("day", span[0]), self.side)

    @property
    def granule(self) -> str:
        return self.what.granule

    @property
    def template(self) -> str:
        return self.what.template


def choose(what: Repeating, day: int, side: str) -> Span | None:
    """Give the occurrence that is meant on a day, see `Near`."""
    if side not in ("past", "future"):
        beside = what.beside(day)
        if beside is not None:
            return beside
    past = what.told_by(day)
    if past is None or side == "past" or (side == "was" and not what.yearly):
        return past
    future = what.coming(day)
    if side in ("future", "will") or future is None:
        return future
    leaning = max(what.leaning, what.lean) if side in ("lean", "was") else what.leaning
    return past if day - past[0] <= leaning * (future[0] - day) else future


def later(tree: Operator) -> Operator:
    """Give a tree whose open choices lie ahead of its anchor."""
    changes: dict[str, object] = {}
    for f in fields(tree):
        value = getattr(tree, f.name)
        if isinstance(value, Operator):
            changes[f.name] = later(value)
    if isinstance(tree, Near):
        changes["side"] = "future"
    return replace(tree, **changes) if changes else tree


@dataclass(frozen=True, slots=True)
class Sometime(Operator):
    """A part of the day without its day: that of the day told last, else the one that tense points to."""

    what: Repeating
    side: str = "near"
    unit: str = "day"

    def at(self, env: Env) -> Span | None:
        if env.now is None and not env.known:
            return NOWHERE
        day = None if env.now is None else floor("day", env.now)
        told = env.told[0]
        other = told is not None and (day is None or told < day or (told > day and self.side == "will"))
        if env.known and told is not None and other:
            return next(self.what.within(told, told + DAY), None)
        return NOWHERE if day is None else choose(self.what, day, self.side)

    @property
    def granule(self) -> str:
        return self.what.granule

    @property
    def template(self) -> str:
        return self.what.template


@dataclass(frozen=True, slots=True)
class AtClock(Operator):
    """A time of day without its day: on the day told last, else on that of publication.

    Where publication is known to the hour, a time still to come when the verb speaks of the past is of the
    day before, and one already over when it speaks of the future is of the day after.
    """

    what: Repeating
    side: str = "near"
    unit: str = "day"

    def at(self, env: Env) -> Span | None:
        day = env.told
        if day[0] is None or day[1] is None:
            return NOWHERE
        if env.exact and not env.known and env.now is not None:
            if self.side == "will":
                return self.what.after(env.now)
            if self.side == "was":
                return self.what.starting_by(env.now)
        return next(self.what.within(day[0], max(day[1], day[0] + 1)), None)

    @property
    def granule(self) -> str:
        return self.what.granule

    @property
    def template(self) -> str:
        return self.what.template
