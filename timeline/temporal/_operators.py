"""The operator algebra: what a time expression says, free of any language, evaluable against an anchor.

After SCATE and timenorm (Bethard and Parker 2016, "A semantically compositional annotation scheme for time
normalization"). A tree of operators is evaluated at one instant of the anchor; every operator is monotone in
that instant (a later anchor never gives an earlier time), so a vague anchor needs its two ends only.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import NamedTuple

from timeline.temporal._calendar import add, floor, unit_span
from timeline.temporal._interval import Extent
from timeline.temporal._moment import DAY, civil_from_days, days_from_civil
from timeline.temporal._repeating import Repeating
from timeline.temporal._timex import format_period, format_timex, merge_timex

Span = tuple[int | None, int | None]
NOWHERE: Span = (None, None)
_FINE = ("hour", "minute", "second")


class Env(NamedTuple):
    """What an operator is evaluated against: an instant, and the time last told.

    Where the text told none (`known` is false), `told` is the day of the instant. `exact` says that the hour
    of the instant is known too.
    """

    now: int | None
    told: Span = NOWHERE
    known: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Operator:
    """Part of the meaning of a time expression.

    `granule` names how fine the result is, `kind` is `point`, `duration`, `set` or `reference`.
    """

    def at(self, env: Env) -> Span | None:
        """Give the bounds at one instant; None where there is no such time."""
        raise NotImplementedError

    @property
    def granule(self) -> str:
        return ""

    @property
    def kind(self) -> str:
        return "point"

    @property
    def extent(self) -> Extent:
        return Extent.WITHIN

    @property
    def mod(self) -> str | None:
        return None

    @property
    def named(self) -> Operator:
        """The operator whose time the words name: in *since Monday*, that of *Monday*."""
        return self

    @property
    def template(self) -> str:
        """The TIMEX3 value where nothing is known of the anchor."""
        return TEMPLATES.get(self.granule.partition(":")[0], "XXXX")

    def timex(self, span: Span) -> str:
        """Give the TIMEX3 value of a result."""
        return self.template if span[0] is None else format_timex(self.granule, span[0])

    def children(self) -> list[Operator]:
        """The operators directly below."""
        values = (getattr(self, name) for name in _names(type(self)))
        return [v for v in values if isinstance(v, Operator)]

    def __str__(self) -> str:
        return render(self)


_NAMES: dict[type[Operator], tuple[str, ...]] = {}


def _names(kind: type[Operator]) -> tuple[str, ...]:
    found = _NAMES.get(kind)
    if found is None:
        found = _NAMES[kind] = tuple(f.name for f in fields(kind))
    return found


TEMPLATES = {
    "day": "XXXX-XX-XX", "month": "XXXX-XX", "year": "XXXX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "bimester": "XXXX-BX", "trimester": "XXXX-TX",
    "season": "XXXX", "decade": "XXX", "century": "XX", "hour": "XXXX-XX-XXTXX",
    "minute": "XXXX-XX-XXTXX:XX", "second": "XXXX-XX-XXTXX:XX:XX", "daypart": "XXXX-XX-XXTXX",
}  # fmt: skip


def render(value: object) -> str:
    """Print an operator tree on one line."""
    if isinstance(value, (Operator, Repeating)):
        parts = (render(getattr(value, f.name)) for f in fields(value))
        return f"{type(value).__name__}({', '.join(p for p in parts if p)})"
    if isinstance(value, tuple):
        return " + ".join(f"{'X' if n is None else f'{n:g}'} {unit}" for n, unit in value)
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Now(Operator):
    """The instant of publication."""

    def at(self, env: Env) -> Span | None:
        return (env.now, None if env.now is None else env.now + 1)

    @property
    def granule(self) -> str:
        return "second"


NOW = Now()


@dataclass(frozen=True, slots=True)
class Told(Operator):
    """The time that the text told last."""

    unit: str = "day"

    def at(self, env: Env) -> Span | None:
        return env.told

    @property
    def granule(self) -> str:
        return self.unit


@dataclass(frozen=True, slots=True)
class Date(Operator):
    """A year, a month or a day that is wholly named; astronomical years."""

    year: int
    month: int | None = None
    day: int | None = None

    def at(self, env: Env) -> Span | None:
        start = days_from_civil(self.year, self.month or 1, self.day or 1)
        if civil_from_days(start) != (self.year, self.month or 1, self.day or 1):
            return None
        return unit_span(self.granule, start * DAY)

    @property
    def granule(self) -> str:
        return "day" if self.day is not None else "month" if self.month is not None else "year"


@dataclass(frozen=True, slots=True)
class Years(Operator):
    """The decade or century that begins with a year; `at` begins it, so 1990 and `decade` are the 1990s."""

    year: int
    unit: str

    def at(self, env: Env) -> Span | None:
        start = days_from_civil(self.year, 1, 1) * DAY
        if self.year > 0:
            return unit_span(self.unit, start)
        start = add("year", 1, start)  # the 1st century BC: the years -99 to 0, 100 BC to 1 BC
        return start, add(self.unit, 1, start)

    @property
    def granule(self) -> str:
        return self.unit


@dataclass(frozen=True, slots=True)
class YearOfCentury(Operator):
    """A year named by its last two digits, not more than 20 years ahead, or a decade that has begun."""

    year: int
    unit: str = "year"

    def at(self, env: Env) -> Span | None:
        if env.now is None:
            return NOWHERE
        latest = civil_from_days(env.now // DAY)[0] + (20 if self.unit == "year" else 0)
        year = latest - (latest - self.year) % 100
        return unit_span(self.unit, days_from_civil(year, 1, 1) * DAY)

    @property
    def granule(self) -> str:
        return self.unit

    @property
    def template(self) -> str:
        return f"XX{self.year:02d}" if self.unit == "year" else f"XX{self.year // 10}"


@dataclass(frozen=True, slots=True)
class This(Operator):
    """The unit of the calendar that holds the start of `base`."""

    unit: str
    base: Operator = NOW

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        return span if span is None else NOWHERE if span[0] is None else unit_span(self.unit, span[0])

    @property
    def granule(self) -> str:
        return self.unit


Amounts = tuple[tuple[float | None, str], ...]


VAGUE_REACH = {
    "second": 3600,
    "minute": 3600,
    "hour": DAY,
    "day": 31 * DAY,
    "week": 92 * DAY,
    "month": 731 * DAY,
}
"""How far *some hours*, *a few days* can reach: into the next coarser unit and no farther."""


@dataclass(frozen=True, slots=True)
class Shift(Operator):
    """`base` moved by an amount of time, cut to the finest unit of the amount or to `cut`.

    So many weeks from a day lead to that day of the week, give or take three days.
    """

    base: Operator
    amounts: Amounts
    sign: int = 1
    cut: str | None = None

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None:
            return None
        if any(n is None for n, _ in self.amounts):
            return self._vague(span)
        if span[0] is None:
            return NOWHERE
        if self._by_weeks:
            day = floor("day", move(span[0], self.amounts, self.sign))
            return day - 3 * DAY, day + 4 * DAY
        first = _cut(self.granule, move(span[0], self.amounts, self.sign))
        if span[1] is None or span[1] - span[0] <= 1:
            return first
        return first[0], _cut(self.granule, move(span[1] - 1, self.amounts, self.sign))[1]

    def _vague(self, span: Span) -> Span:
        start, end = span
        if start is None or end is None:
            return NOWHERE
        reach = VAGUE_REACH.get(self.amounts[-1][1])
        if reach is not None and self.amounts[-1][1] in _FINE:
            return (start - reach, end) if self.sign < 0 else (start, end + reach)
        first, last = floor("day", start), floor("day", end - 1) + DAY
        if self.sign < 0:
            return (None if reach is None else first - reach), first
        return last, (None if reach is None else last + reach)

    @property
    def _by_weeks(self) -> bool:
        return self.granule == "week" and self.base.granule in ("second", "day")

    @property
    def template(self) -> str:
        return TEMPLATES["day"] if self._by_weeks else Operator.template.fget(self)  # type: ignore[attr-defined]

    @property
    def vague(self) -> bool:
        """Tell whether it is not said how many hours or days it is."""
        return any(n is None for n, _ in self.amounts)

    @property
    def kind(self) -> str:
        return "duration" if self.vague else "point"

    @property
    def granule(self) -> str:
        if self.cut:
            return self.cut
        unit = self.amounts[-1][1]
        return (
            "month"
            if unit == "year" and self.amounts[-1][0] not in (None, int(self.amounts[-1][0] or 0))
            else unit
        )

    def timex(self, span: Span) -> str:
        if self.vague:
            return format_period(self.amounts)
        if self._by_weeks and span[0] is not None:
            return format_timex("day", span[0] + 3 * DAY)
        if span[0] is None or span[1] is None or self.granule not in _FINE:
            return Operator.timex(self, span)
        return merge_timex([format_timex(self.granule, t) for t in (span[0], span[1] - 1)])


def _cut(unit: str, t: int) -> tuple[int, int]:
    """Give the unit that holds `t`; hours and finer begin at `t` itself (in an hour, at 16:12, is 17:12)."""
    return (t, add(unit, 1, t)) if unit in _FINE else unit_span(unit, t)


def move(t: int, amounts: Amounts, sign: int) -> int:
    """Move a moment by an amount; fractions of a unit are taken in the next finer one."""
    for n, unit in amounts:
        whole, rest = divmod(n or 0.0, 1)
        t = add(unit, sign * int(whole), t)
        if rest:
            t = _move_part(t, rest * sign, unit)
    return t


def _move_part(t: int, part: float, unit: str) -> int:
    if unit in ("year", "decade", "century", "half", "quarter"):
        return add(
            "month",
            round(part * {"year": 12, "decade": 120, "century": 1200, "half": 6, "quarter": 3}[unit]),
            t,
        )
    seconds = {"month": 30 * DAY, "week": 7 * DAY, "day": DAY, "hour": 3600, "minute": 60}.get(unit, 0)
    return t + round(part * seconds)


@dataclass(frozen=True, slots=True)
class In(Operator):
    """The nth occurrence of something inside `base`, counted from its end where `n` is negative."""

    what: Repeating
    base: Operator
    n: int = 1

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None or span[0] is None or span[1] is None:
            return span and NOWHERE
        found = list(self.what.within(span[0], max(span[1], span[0] + 1)))
        index = self.n - 1 if self.n > 0 else self.n
        return found[index] if -len(found) <= index < len(found) else None

    @property
    def granule(self) -> str:
        return self.what.granule

    @property
    def template(self) -> str:
        return fill_template(self.what.template, self.base.template)


def fill_template(fine: str, coarse: str) -> str:
    """Put what `coarse` knows in place of the `X` of `fine`."""
    if len(coarse) > len(fine) or "W" in fine or "W" in coarse:
        return fine
    joined = coarse + fine[len(coarse) :]
    return "".join(c if c != "X" else f for c, f in zip(joined, fine, strict=True))


@dataclass(frozen=True, slots=True)
class Nth(Operator):
    """The nth unit of the calendar inside `base`, counted from its end where `n` is negative."""

    n: int
    unit: str
    base: Operator

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None or span[0] is None or span[1] is None:
            return span and NOWHERE
        if self.n > 0:
            first = span[0] + 3 * DAY if self.unit == "week" else span[0]  # as in ISO 8601: has the Thursday
            found = unit_span(self.unit, add(self.unit, self.n - 1, first))
        else:
            last = span[1] - 1 - (3 * DAY if self.unit == "week" else 0)
            found = unit_span(self.unit, add(self.unit, self.n + 1, last))
        return found if found[1] > span[0] and found[0] < span[1] else None

    @property
    def granule(self) -> str:
        return self.unit


@dataclass(frozen=True, slots=True)
class SamePeriod(Operator):
    """The period told last (a quarter, a month, a year) so much earlier or later, as fine as it was."""

    amounts: Amounts
    sign: int = -1
    unit: str = ""

    def at(self, env: Env) -> Span | None:
        start = env.told[0]
        return NOWHERE if start is None else unit_span(self.granule, move(start, self.amounts, self.sign))

    @property
    def granule(self) -> str:
        return self.unit or self.amounts[-1][1]


@dataclass(frozen=True, slots=True)
class Run(Operator):
    """The first (`n` > 0) or last (`n` < 0) so many units of `base`; how many is not known where None."""

    amounts: Amounts
    base: Operator
    sign: int = 1

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None or span[0] is None or span[1] is None:
            return span and NOWHERE
        if any(n is None for n, _ in self.amounts):
            return span
        edge = move(span[0] if self.sign > 0 else span[1], self.amounts, self.sign)
        return (span[0], min(edge, span[1])) if self.sign > 0 else (max(edge, span[0]), span[1])

    @property
    def kind(self) -> str:
        return "duration"

    @property
    def extent(self) -> Extent:
        return Extent.WITHIN if self.amounts[0][0] is None else Extent.THROUGHOUT

    @property
    def granule(self) -> str:
        return self.amounts[-1][1]

    @property
    def template(self) -> str:
        return format_period(self.amounts)

    def timex(self, span: Span) -> str:
        return self.template
