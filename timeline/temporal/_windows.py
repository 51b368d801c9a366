"""Operators that give windows, lasting stretches, durations, sets and vague times."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.temporal._calendar import add, floor
from timeline.temporal._choices import Sometime, later
from timeline.temporal._interval import Extent
from timeline.temporal._moment import DAY
from timeline.temporal._operators import NOW, NOWHERE, Amounts, Env, In, Operator, Shift, Span, move
from timeline.temporal._repeating import Repeating
from timeline.temporal._timex import format_period


@dataclass(frozen=True, slots=True)
class _Wrapper(Operator):
    """An operator that keeps the TIMEX3 form of the one inside."""

    base: Operator

    def at(self, env: Env) -> Span | None:
        return self.base.at(env)

    @property
    def granule(self) -> str:
        return self.base.granule

    @property
    def kind(self) -> str:
        return self.base.kind

    @property
    def extent(self) -> Extent:
        return self.base.extent

    @property
    def mod(self) -> str | None:
        return self.base.mod

    @property
    def template(self) -> str:
        return self.base.template

    def timex(self, span: Span) -> str:
        return self.base.timex(span)


@dataclass(frozen=True, slots=True)
class _Window(_Wrapper):
    """A wrapper whose bounds are not those of the time that is named."""

    @property
    def named(self) -> Operator:
        return self.base.named


@dataclass(frozen=True, slots=True)
class Mod(_Wrapper):
    """`base`, about or bounded: a TIMEX3 modifier that does not move the bounds."""

    modifier: str = "APPROX"

    @property
    def mod(self) -> str | None:
        return self.modifier


@dataclass(frozen=True, slots=True)
class Zoned(_Wrapper):
    """A time of day in a zone that is named (`Z`, `+01`); the bounds stay those of the clock."""

    zone: str = "Z"

    @property
    def template(self) -> str:
        return self.base.template + self.zone

    def timex(self, span: Span) -> str:
        return self.base.timex(span) + self.zone


@dataclass(frozen=True, slots=True)
class Part(_Wrapper):
    """The START, MID or END of `base`: a third of it; a half with `parts` 2.

    The thirds of a month are its days 1 to 10, 11 to 20 and the rest, those of a week take three days each.
    """

    which: str = "START"
    parts: int = 3

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None or span[0] is None or span[1] is None:
            return span
        start, end = span[0], span[1]
        if self.parts == 2:
            middle = _middle(start, end)
            return (start, middle) if self.which == "START" else (middle, end)
        first, last = _thirds(start, end)
        return {"START": (start, first), "MID": (min(first, last), max(first, last))}.get(
            self.which, (last, end)
        )

    @property
    def mod(self) -> str | None:
        return self.which


def _thirds(start: int, end: int) -> tuple[int, int]:
    """Give where the first third ends and where the last one begins."""
    days = (end - start) // DAY
    if start == floor("month", start) and 28 <= days <= 31:
        return start + 10 * DAY, start + 20 * DAY
    if start == floor("year", start) and end == floor("year", end):
        months = round(days * 12 / 365.2425)
        return add("month", months // 3, start), add("month", -(months // 3), end)
    step = DAY if days > 5 else 3600 if end - start >= 6 * 3600 else 1
    third = -((end - start) // 3 // -step) * step if step > 1 else (end - start) // 3
    return start + third, end - third


def _middle(start: int, end: int) -> int:
    if start == floor("year", start) and end == floor("year", end):
        months = round((end - start) / DAY * 12 / 365.2425)
        return add("month", months // 2, start)
    half = (end - start) // 2
    return start + (half // DAY * DAY if half > 2 * DAY else half)


@dataclass(frozen=True, slots=True)
class Between(Operator):
    """From the start of one time to the end of another, all of it or some time in it."""

    first: Operator
    last: Operator
    once: bool = False
    open: bool = False

    def at(self, env: Env) -> Span | None:
        a, b = self.first.at(env), self.last.at(env)
        if (
            isinstance(self.first, Sometime)
            and isinstance(self.last, In)
            and b is not None
            and b[0] is not None
        ):
            day = floor("day", b[0])  # *tra il pomeriggio e la sera di lunedì*: of one day
            a = self.first.at(Env(None, (day, day + DAY), True))
        if a is None or b is None:
            return None
        if a[0] is not None and b[1] is not None and b[1] <= a[0] and self.granule not in _FINE:
            b = later(self.last).at(Env(a[0], (a[0], a[0] + DAY))) or b
        end = b[0] if self.open or (self.last.granule in _FINE and b[0] != a[0]) else b[1]
        if a[0] is not None and end is not None and end < a[0]:
            return (
                (a[0], end + DAY)
                if end + DAY > a[0] and self.granule in ("hour", "minute", "second")
                else None
            )
        return a[0], end

    @property
    def granule(self) -> str:
        return self.last.granule

    @property
    def extent(self) -> Extent:
        return Extent.WITHIN if self.once else Extent.THROUGHOUT

    def timex(self, span: Span) -> str:
        return self.first.timex(span)


@dataclass(frozen=True, slots=True)
class Since(_Window):
    """From `base` on, the end not known."""

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        return span and (span[0], None)

    @property
    def extent(self) -> Extent:
        return Extent.THROUGHOUT


@dataclass(frozen=True, slots=True)
class Until(_Window):
    """Up to and with `base`, the start not known."""

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        return span and (None, span[1])

    @property
    def extent(self) -> Extent:
        return Extent.THROUGHOUT


@dataclass(frozen=True, slots=True)
class By(_Window):
    """Some time up to and with `base`."""

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        return span and (None, span[1])


@dataclass(frozen=True, slots=True)
class Before(_Window):
    """Some time before `base`."""

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        return span and (None, span[0])


@dataclass(frozen=True, slots=True)
class After(_Window):
    """Some time after `base`."""

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        return span and (span[1], None)


@dataclass(frozen=True, slots=True)
class Measured(_Window):
    """A time named by its distance alone: in *vor drei Tagen* the words name three days, and mean a day."""

    @property
    def named(self) -> Operator:
        return Period(self.base.amounts) if isinstance(self.base, Shift) else self.base.named


@dataclass(frozen=True, slots=True)
class Period(Operator):
    """A length of time that is not tied to the calendar; an amount None is not known."""

    amounts: Amounts

    def at(self, env: Env) -> Span | None:
        return NOWHERE

    @property
    def granule(self) -> str:
        return self.amounts[-1][1]

    @property
    def kind(self) -> str:
        return "duration"

    @property
    def extent(self) -> Extent:
        return Extent.THROUGHOUT

    @property
    def template(self) -> str:
        return format_period(self.amounts)

    def timex(self, span: Span) -> str:
        return self.template


@dataclass(frozen=True, slots=True)
class Tied(Period):
    """A length of time that ends (`sign` -1) or begins (1) at `base`.

    `lasting` says that it is filled (*for four years*); else something fell in it (*in the last days*). Days
    and longer units to come begin when the day of `base` is over, or `at_once` (*within three days*). Where
    the amount is not known that side stays open.
    """

    base: Operator = NOW
    sign: int = -1
    lasting: bool = False
    at_once: bool = False

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None:
            return None
        unknown = any(n is None for n, _ in self.amounts)
        unit = self.amounts[-1][1]
        if self.sign < 0:
            end = _end(span, unit)
            start = (
                None if unknown or span[0] is None else floor(_grain(unit), move(span[0], self.amounts, -1))
            )
            return start, end
        start = span[0] if unit in _FINE or self.at_once else _end(span, unit)
        if self.at_once and start is not None and unit not in _FINE:
            start = floor("day", start)
        edge = None if unknown or span[0] is None else move(_end(span, unit) or 0, self.amounts, 1)
        return start, edge

    @property
    def extent(self) -> Extent:
        return Extent.THROUGHOUT if self.lasting else Extent.WITHIN


_FINE = ("hour", "minute", "second")


def _grain(unit: str) -> str:
    return unit if unit in _FINE else "day"


def _end(span: Span, unit: str) -> int | None:
    if span[0] is None:
        return None
    end = span[1] if span[1] is not None else span[0] + 1
    return end if unit in _FINE else floor("day", end - 1) + DAY


@dataclass(frozen=True, slots=True)
class Same(_Wrapper):
    """`base`, named from the anchor too: *yesterday, 6 January* pins the day of publication."""

    relative: Operator = NOW


@dataclass(frozen=True, slots=True)
class ByTense(_Wrapper):
    """`base`, or with a verb in the past `past`: *in two weeks* is ahead or took so long."""

    past: Operator = NOW


@dataclass(frozen=True, slots=True)
class Around(Operator):
    """Days or hours about `base` that are not said more closely."""

    unit: str = "day"
    base: Operator = NOW

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None or span[0] is None:
            return span and NOWHERE
        return floor("day", span[0]), floor("day", span[0]) + DAY

    @property
    def granule(self) -> str:
        return self.unit

    @property
    def kind(self) -> str:
        return "reference"

    @property
    def template(self) -> str:
        return "PRESENT_REF"

    def timex(self, span: Span) -> str:
        return self.template


@dataclass(frozen=True, slots=True)
class Reference(Operator):
    """PAST_REF, PRESENT_REF or FUTURE_REF: a time that is only placed before, at or after `base`."""

    value: str
    base: Operator = NOW

    def at(self, env: Env) -> Span | None:
        span = self.base.at(env)
        if span is None or span[0] is None:
            return span and NOWHERE
        day = floor("day", span[0])
        if self.value == "PAST_REF":
            return None, day + DAY
        return (day, None) if self.value == "FUTURE_REF" else (day, day + DAY)

    @property
    def granule(self) -> str:
        return ""

    @property
    def kind(self) -> str:
        return "reference"

    @property
    def template(self) -> str:
        return self.value

    def timex(self, span: Span) -> str:
        return self.template


@dataclass(frozen=True, slots=True)
class Every(Operator):
    """Something that comes again and again: each occurrence, or one in a length of time."""

    what: Repeating | None = None
    amounts: Amounts = ()

    def at(self, env: Env) -> Span | None:
        return NOWHERE

    @property
    def granule(self) -> str:
        return self.what.granule if self.what else self.amounts[-1][1]

    @property
    def kind(self) -> str:
        return "set"

    @property
    def template(self) -> str:
        if self.what is None:
            return format_period(self.amounts)
        value = self.what.template.removeprefix("XXXX-XX-XX") or self.what.template
        return value.removesuffix(":00") if self.what.granule == "hour" else value

    def timex(self, span: Span) -> str:
        return self.template


__all__ = [
    "After", "Around", "Before", "Between", "By", "ByTense", "Every", "Measured", "Mod", "Part",
    "Period", "Reference", "Same", "Since", "Tied", "Until", "Zoned",
]  # fmt: skip
