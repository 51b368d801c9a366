"""The functions that the meanings of a language's date data may call."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from timeline.temporal import Moment
from timeline.temporal import _choices as pick
from timeline.temporal import _feasts as lunar
from timeline.temporal import _operators as op
from timeline.temporal import _repeating as rep
from timeline.temporal import _windows as win


class _Nothing:
    """What a guard means: these words are no date."""

    def __repr__(self) -> str:
        return "NOTHING"


NOTHING: Final = _Nothing()
_DAWN: Final = 8


def nothing(_: Any) -> _Nothing:
    """Give the meaning of a guard."""
    return NOTHING


def _need(condition: bool) -> None:
    if not condition:
        raise ValueError("no such date")


def amounts(*parts: Any) -> tuple[tuple[float | None, str], ...]:
    """Build an amount of time: `amounts(3, "day")`, `amounts(1, "year", 6, "month")`; `"X"` is not known."""
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return tuple(piece for n, unit in pairs for piece in _amount(n, unit))


def _amount(n: Any, unit: str) -> list[tuple[float | None, str]]:
    if unit == "fortnight":
        return _amount(n if n == "X" else n * 2, "week")
    if n == "X":
        return [(None, unit)]
    if unit in ("decade", "century"):
        return _amount(n * (10 if unit == "decade" else 100), "year")
    whole, rest = divmod(n, 1)
    if not rest or unit not in _PARTS:
        return [(n, unit)]
    size, finer = _PARTS[unit]
    return [(whole, unit)] * bool(whole) + [(round(rest * size), finer)]


_PARTS = {"hour": (60, "minute"), "day": (24, "hour"), "year": (12, "month"), "minute": (60, "second")}


def more(first: Any, second: Any) -> Any:
    """Join two amounts of time."""
    return first + second


def clock(hour: int, minute: int | None = None, second: int | None = None, half: str = "") -> rep.Clock:
    """Give a time of day; `half` is `am`, `pm` or nothing."""
    _need(0 <= hour <= 24 and 0 <= (minute or 0) < 60 and 0 <= (second or 0) < 60)
    if half:
        _need(1 <= hour <= 12 or half == "pm")
        hour = hour % 12 + (12 if half == "pm" else 0) if hour <= 12 else hour
    return rep.Clock(hour, minute, second)


def clock_of(shape: dict[str, int], half: str = "") -> rep.Clock:
    """Give the time of day that a token such as `21:30` names."""
    return clock(shape["hour"], shape.get("minute"), shape.get("second"), half)


def date_of(shape: dict[str, int]) -> op.Operator:
    """Give the day, month or day of the year that a token such as `7/1/2022` names."""
    year, month, day = shape.get("year"), shape.get("month"), shape.get("day")
    if month is not None:
        _need(1 <= month <= 12)
    if year is None:
        return near(year_day(month or 1, day or 1))
    if year < 100:
        return op.In(year_day(month or 1, day or 1), op.YearOfCentury(year))
    return date(year, month, day)


def day_of(shape: dict[str, int]) -> rep.YearDay:
    """Give the day of the year that a token such as `7.1` names."""
    return year_day(shape["month"], shape["day"])


def date(year: int, month: int | None = None, day: int | None = None) -> op.Date:
    """Give a year, month or day that is wholly named."""
    found = op.Date(year, month, day)
    _need(found.at(op.Env(None)) is not None)
    return found


def year_month(shape: dict[str, int]) -> op.Operator:
    """Give the month that a token such as `2014/10` names."""
    return month_of(shape["year"], shape["month"])


def month_of(year: int, month: int) -> op.Operator:
    """Give a month written as `2014-10`; `2009-10` is two years."""
    _need((year + 1) % 100 != month)
    return date(year, month)


def year_day_of(shape: dict[str, int]) -> rep.YearDay:
    """Give the day of the year that a token such as `24/5` names."""
    return year_day(shape["month"], shape["day"])


def later_by(time: rep.Clock, minutes: int) -> rep.Clock:
    """Give the time of day so many minutes later."""
    _need(0 <= minutes < 60)
    whole = time.hour * 60 + (time.minute or 0) + minutes
    return clock(whole // 60 % 24, whole % 60)


def year_day(month: int, day: int) -> rep.YearDay:
    """Give a day of the year."""
    _need(1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31))
    return rep.YearDay(month, day)


def day_number(number: Any) -> int:
    """Give the day of the month that a number in words names; *one* and *a* name none."""
    _need(float(number).is_integer() and 2 <= number <= 31)
    return int(number)


def month_day(day: int) -> rep.MonthDay:
    """Give a day of the month."""
    _need(1 <= day <= 31)
    return rep.MonthDay(day)


def near(what: rep.Repeating) -> pick.Near:
    """Give an occurrence of something named without saying which."""
    return pick.Near(what)


def year(number: int) -> op.Operator:
    """Give a year in four or two figures."""
    _need(0 <= number < 3000)
    return op.YearOfCentury(number) if number < 100 else date(number)


def decade(number: int) -> op.Operator:
    """Give a decade in four or two figures."""
    _need(number % 10 == 0)
    return op.YearOfCentury(number, "decade") if number < 100 else op.Years(number, "decade")


def century(number: int, bc: bool = False) -> op.Operator:
    """Give a century by its ordinal: the 20th begins here with 1900."""
    _need(1 <= number <= 30)
    return op.Years(-100 * number if bc else 100 * (number - 1), "century")


_HOLIDAY = re.compile(
    r"(\d+)-(\d+)\Z|(?P<orthodox>orthodox )?easter([+-]\d+)?\Z|nth (\d+) (\d) (-?\d)(?: ([+-]\d+))?\Z"
    r"|from (\d+)-(\d+) (\d)(?: ([+-]\d+))?\Z|feast (?P<feast>[a-z -]*[a-z])([+-]\d+)?(?: x(\d+))?\Z"
)


def holiday(spec: str) -> rep.Repeating:
    """Give a holiday by its rule.

    `12-25`, `easter+1`, `nth MONTH WEEKDAY N [+DAYS]`, `from MONTH-DAY WEEKDAY [+DAYS]`, or a feast of the
    table `feasts.csv`: `feast passover-1 x9`, nine days from its eve on.

    Examples
    --------
    >>> str(holiday("nth 11 4 4"))
    'NthWeekday(month=11, weekday=4, n=4, offset=0)'
    """
    match = _HOLIDAY.match(spec)
    if match is None:
        raise ValueError(f"not a holiday: {spec!r}")
    if match[1]:
        return rep.YearDay(int(match[1]), int(match[2]))
    if match[5]:
        return rep.NthWeekday(int(match[5]), int(match[6]), int(match[7]), int(match[8] or 0))
    if match["feast"]:
        if match["feast"] not in lunar.feasts():
            raise ValueError(f"not a feast: {spec!r}")
        return lunar.Feast(match["feast"], int(match[14] or 0), int(match[15] or 1))
    if match[9]:
        return rep.WeekdayFrom(int(match[9]), int(match[10]), int(match[11]), int(match[12] or 0))
    return rep.Easter(int(match[4] or 0), "orthodox" if match["orthodox"] else "")


def on(what: rep.Repeating, base: op.Operator) -> op.Operator:
    """Give a repeating thing inside a named time: a month of a year, an hour of a day."""
    if isinstance(base, op.Told) and isinstance(what, rep.PartOfDay):
        return pick.Sometime(what)
    if isinstance(base, op.Told) and isinstance(what, rep.Clock):
        return pick.AtClock(what)
    inside: op.Operator = op.In(what, base)
    if isinstance(base, pick.Near) and base.granule == what.granule:
        return pick.Near(rep.Both(what, base.what), base.base, base.side)
    return inside


def weekday_on(weekday: int, base: op.Operator) -> op.Operator:
    """Give a day that is named with its weekday; where the year is open the weekday helps to find it."""
    if isinstance(base, pick.Near):
        return pick.Near(rep.Both(base.what, rep.Weekday(weekday)), base.base, base.side)
    return base


def repeating_on(finer: rep.Repeating, base: rep.Repeating) -> rep.Repeating:
    """Give the occurrences of `finer` that fall on `base`."""
    return rep.Both(finer, base)


def today(shift: int = 0) -> op.Operator:
    """Give the day of publication, moved by days."""
    return op.Shift(op.Now(), ((abs(shift), "day"),), -1 if shift < 0 else 1) if shift else op.This("day")


def ago(amount: Any) -> op.Operator:
    """Give the time that lies so long before publication."""
    return op.Shift(op.Now(), amount, -1)


def ahead(amount: Any) -> op.Operator:
    """Give the time that lies so long after publication."""
    return op.Shift(op.Now(), amount, 1)


def unit(name: str, shift: int = 0, base: op.Operator | None = None) -> op.Operator:
    """Give this (0), the last (-1) or the next (1) day, week, month, ..., counted from `base`."""
    if base is None:
        base = op.Now()
    if name == "weekend":
        return op.In(rep.Weekend(), unit("week", shift, base))
    if not shift:
        return op.This(name, base)
    return op.Shift(op.This(name, base), ((abs(shift), name),), -1 if shift < 0 else 1)


def bottom(shape: Any) -> Any:
    """Give the number behind an ordinal or cardinal as a whole number."""
    _need(float(shape).is_integer())
    return int(shape)


def two_digits(text: Any) -> int:
    """Give the number that a token of figures stands for."""
    return int(text)


def year_in_two(first: int, second: int) -> op.Operator:
    """Give a year read in two halves: nineteen, ninety-four."""
    _need(10 <= first <= 21 and 10 <= second <= 99)
    return date(first * 100 + second)


def year_in_words(number: int) -> op.Operator:
    """Give a year read as one number: two thousand four."""
    _need(1000 <= number < 2200)
    return date(number)


def same_half(bare: rep.Clock, told: rep.Clock) -> rep.Clock:
    """Give an hour without *am* or *pm* that of the other end of a range: from four to five pm."""
    if bare.hour < 12 <= told.hour and (bare.hour < told.hour - 12 or bare.hour + 12 > told.hour):
        return rep.Clock(bare.hour + 12, bare.minute, bare.second)
    return bare


def start_half(bare: rep.Clock, end: rep.Clock) -> rep.Clock:
    """Give the hour at which a range begins its half by the end: from 4 to 6 pm, from 11 to 3 pm."""
    first, last = _minute_of(bare), _minute_of(end)
    return bare if first < last <= first + 720 or first >= 720 else _half_later(bare)


def end_half(bare: rep.Clock, start: rep.Clock) -> rep.Clock:
    """Give the hour at which a range ends its half by the start: from 4 pm to 6, from 11 am to 3."""
    late = bare.hour < 12 and _minute_of(bare) <= _minute_of(start) < _minute_of(bare) + 720
    return _half_later(bare) if late else bare


def _minute_of(time: rep.Clock) -> int:
    return time.hour * 60 + (time.minute or 0)


def _half_later(time: rep.Clock) -> rep.Clock:
    return rep.Clock(time.hour + 12, time.minute, time.second)


def year_part(unit: str, n: int) -> rep.YearPart:
    """Give the nth part of the year, from its end where `n` is negative."""
    count = {"bimester": 6, "quarter": 4, "trimester": 3, "half": 2}[unit]
    n = n if n > 0 else count + 1 + n
    _need(1 <= n <= count)
    return rep.YearPart(unit, n)


def half_of(part: str, time: rep.Clock) -> rep.Clock:
    """Give a time of day its half by the part of the day it stands with."""
    late = part in ("AF", "EV") or (part == "NI" and time.hour >= _DAWN)
    return rep.Clock(time.hour + 12 if late and time.hour < 12 else time.hour, time.minute, time.second)


def on_part(part: str, time: rep.Clock, base: op.Operator) -> op.Operator:
    """Give a time of day in a part of a named day: three in Saturday's night is on Sunday."""
    found = half_of(part, time)
    over = part == "NI" and found.hour < _DAWN
    return on(found, unit("day", 1, base) if over else base)


def part_clock(part: str, hour: int, minute: int | None = None) -> rep.Clock:
    """Give the hour that is meant in a part of the day: seven this evening is 19."""
    early = part == "MO" or hour > 12 or (part == "NI" and hour < _DAWN)
    return clock(hour, minute, None, "am" if early else "pm")


def school_year(shape: dict[str, int], month: int) -> win.Between:
    """Give a year that runs over two calendar years (2021/22) from a month on."""
    first = shape["year"]
    _need((first + 1) % 100 == shape["next"] % 100)
    return win.Between(date(first, month), date(first + 1, month - 1))


def epoch(text: str) -> op.Operator:
    """Give the second that a count of seconds since 1970 names."""
    moment = Moment(int(text))
    return op.In(clock(*moment.clock()), date(*moment.civil()))


def half_hour(shape: dict[str, int]) -> rep.Clock:
    """Give a time whose last figure is left out: `9.3` is half past nine."""
    return clock(shape["hour"], shape["minute"] * 10)


def with_day(base: op.Operator, day: int) -> op.Operator:
    """Give another day of the month of `base`, or where that would come later, of the month before."""
    if isinstance(base, pick.Near) and isinstance(base.what, rep.YearDay):
        return pick.Near(year_day(base.what.month, day), base.base, base.side)
    if isinstance(base, op.Date):
        return date(base.year, base.month, day)
    return op.In(month_day(day), op.This("month", base))


def finest(amount: Any) -> str:
    """Give the finest unit of an amount of time that a calendar is kept in."""
    name = amount[-1][1]
    return name if name in ("hour", "minute", "second", "week", "month", "quarter", "year") else "day"


OPERATORS = (
    op.Now, op.Told, op.Date, op.Years, op.YearOfCentury, op.This, op.Shift, op.In, pick.Last,
    pick.Next, pick.Near, op.Nth, op.Run, op.SamePeriod, rep.Month, rep.Weekday, rep.Weekend,
    rep.MonthDay, rep.YearDay, rep.Easter, rep.NthWeekday, rep.Season, rep.WeekdayFrom,
    rep.YearPart, rep.Clock, rep.PartOfDay, rep.Both, win.Mod, win.Part, win.Between, win.Since,
    win.Until, win.By, win.ByTense, win.Before, win.After, win.Period, win.Tied, win.Same,
    win.Around, win.Reference, win.Every, win.Measured, win.Zoned,
)  # fmt: skip
HELPERS = (
    ago, ahead, amounts, century, clock, clock_of, date, date_of, day_of, decade, end_half, finest, half_of,
    holiday, later_by, month_day, month_of, more, near, on, on_part, part_clock, repeating_on, same_half,
    start_half, today, unit, weekday_on, with_day, year, year_day, year_day_of, year_in_two,
    year_in_words, year_month,
)  # fmt: skip

FUNCTIONS: dict[str, Callable[..., Any]] = {f.__name__: f for f in (*OPERATORS, *HELPERS)}
FUNCTIONS["YearPart"] = year_part
FUNCTIONS["int"] = bottom
FUNCTIONS["school_year"] = school_year
FUNCTIONS["epoch"] = epoch
FUNCTIONS["dayno"] = day_number
FUNCTIONS["int2"] = two_digits
FUNCTIONS["halfhour"] = half_hour
