"""Repeating intervals: the Mondays, the 7ths of January, the Easters, the evenings.

After the repeating intervals of SCATE (Bethard and Parker 2016). Each kind numbers its occurrences by the
cycle they fall in (day, week, month, year), so that the one before or after any moment is found by counting.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateutil.easter import easter

from timeline.temporal._calendar import add, month_length, weekday
from timeline.temporal._moment import DAY, civil_from_days, days_from_civil

Bounds = tuple[int, int]
_SEARCH = 60  # cycles looked at for an occurrence: a 29 February on a given weekday comes within 40 years

PARTS_OF_DAY = {
    "MO": (6, 12),
    "MI": (12, 13),
    "AF": (12, 18),
    "EV": (18, 24),
    "NI": (20, 30),
    "DT": (6, 20),
}
"""TIMEX3 parts of the day as hours; those beyond 24 lie in the next day."""

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""TIMEX3 seasons and the month in which they begin (meteorological, northern)."""


@dataclass(frozen=True, slots=True)
class Repeating:
    """Something that comes again; `granule` names how fine one occurrence is."""

    def cycle(self, t: int) -> int:
        """Give the number of the cycle that holds the moment `t`."""
        raise NotImplementedError

    def nth(self, k: int) -> Bounds | None:
        """Give the occurrence of cycle `k`, or None where it has none."""
        raise NotImplementedError

    @property
    def granule(self) -> str:
        """How fine one occurrence is."""
        return "day"

    @property
    def template(self) -> str:
        """The TIMEX3 value with `X` for what is not named."""
        raise NotImplementedError

    @property
    def yearly(self) -> bool:
        """Tell whether it is a day of the year: one soon to come is told of with a past verb too."""
        return False

    @property
    def lean(self) -> float:
        """As `leaning`, where a verb in the past stands near by."""
        return 8.0

    @property
    def leaning(self) -> float:
        """How many times farther than the next one the last one may lie and still be the one meant."""
        return 10.0

    def before(self, t: int) -> Bounds | None:
        """Give the last occurrence that has ended by `t`."""
        k = self.cycle(t)
        found = (self.nth(i) for i in range(k, k - _SEARCH, -1))
        return next((o for o in found if o is not None and o[1] <= t), None)

    def after(self, t: int) -> Bounds | None:
        """Give the first occurrence that begins at `t` or later."""
        k = self.cycle(t) - 1
        found = (self.nth(i) for i in range(k, k + _SEARCH))
        return next((o for o in found if o is not None and o[0] >= t), None)

    def starting_by(self, t: int) -> Bounds | None:
        """Give the last occurrence that has begun by `t`."""
        k = self.cycle(t)
        found = (self.nth(i) for i in range(k, k - _SEARCH, -1))
        return next((o for o in found if o is not None and o[0] <= t), None)

    def told_by(self, day: int) -> Bounds | None:
        """Give the last occurrence that can be told of on a day."""
        return self.starting_by(day + DAY - 1)

    def coming(self, day: int) -> Bounds | None:
        """Give the first occurrence that is not over on a day."""
        last = self.starting_by(day + DAY - 1)
        return last if last is not None and last[1] > day else self.after(day)

    def beside(self, day: int) -> Bounds | None:
        """Give the occurrence that is meant on a day whatever the tense, None where tense decides."""
        return None

    def within(self, start: int, end: int) -> Iterator[Bounds]:
        """Iterate over the occurrences that begin in `[start, end)`."""
        for k in range(self.cycle(start), min(self.cycle(end - 1), self.cycle(start) + 40_000) + 1):
            found = self.nth(k)
            if found is not None and start <= found[0] < end:
                yield found


def _year(t: int) -> int:
    return civil_from_days(t // DAY)[0]


def _month(t: int) -> int:
    year, month, _ = civil_from_days(t // DAY)
    return year * 12 + month - 1


@dataclass(frozen=True, slots=True)
class Month(Repeating):
    """A month of the year, 1 to 12."""

    month: int

    @property
    def lean(self) -> float:
        return 3.5

    @property
    def leaning(self) -> float:
        return 2.0

    def cycle(self, t: int) -> int:
        return _year(t)

    def nth(self, k: int) -> Bounds | None:
        start = days_from_civil(k, self.month, 1) * DAY
        return start, start + month_length(k, self.month) * DAY

    @property
    def granule(self) -> str:
        return "month"

    @property
    def template(self) -> str:
        return f"XXXX-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Weekday(Repeating):
    """A day of the week, Monday is 1."""

    weekday: int

    def cycle(self, t: int) -> int:
        return (t // DAY + 3) // 7

    def nth(self, k: int) -> Bounds | None:
        start = (k * 7 - 3 + self.weekday - 1) * DAY
        return start, start + DAY

    @property
    def template(self) -> str:
        return f"XXXX-WXX-{self.weekday}"


@dataclass(frozen=True, slots=True)
class Weekend(Repeating):
    """Saturday and Sunday."""

    def cycle(self, t: int) -> int:
        return (t // DAY + 3) // 7

    def nth(self, k: int) -> Bounds | None:
        start = (k * 7 - 3 + 5) * DAY
        return start, start + 2 * DAY

    @property
    def granule(self) -> str:
        return "weekend"

    @property
    def template(self) -> str:
        return "XXXX-WXX-WE"


@dataclass(frozen=True, slots=True)
class MonthDay(Repeating):
    """A day of the month, 1 to 31, on any month."""

    day: int

    def cycle(self, t: int) -> int:
        return _month(t)

    def nth(self, k: int) -> Bounds | None:
        year, month = k // 12, k % 12 + 1
        if self.day > month_length(year, month):
            return None
        start = days_from_civil(year, month, self.day) * DAY
        return start, start + DAY

    @property
    def template(self) -> str:
        return f"XXXX-XX-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class YearDay(Repeating):
    """A day of the year: month and day."""

    month: int
    day: int

    @property
    def yearly(self) -> bool:
        return True

    @property
    def lean(self) -> float:
        return 3.5

    @property
    def leaning(self) -> float:
        return 1.0

    def cycle(self, t: int) -> int:
        return _year(t)

    def nth(self, k: int) -> Bounds | None:
        if self.day > month_length(k, self.month):
            return None
        start = days_from_civil(k, self.month, self.day) * DAY
        return start, start + DAY

    def beside(self, day: int) -> Bounds | None:
        year, month, _ = civil_from_days(day // DAY)
        return self.nth(year) if month == self.month else None

    @property
    def template(self) -> str:
        return f"XXXX-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Easter(Repeating):
    """A feast that moves with Easter: `offset` days after it, western or by the `orthodox` reckoning."""

    offset: int = 0
    reckoning: str = ""

    @property
    def leaning(self) -> float:
        return 1.0

    def cycle(self, t: int) -> int:
        return _year(t)

    def nth(self, k: int) -> Bounds | None:
        if not 1583 <= k <= 4099:
            return None
        start = (_easter_day(k, bool(self.reckoning)) + self.offset) * DAY
        return start, start + DAY

    @property
    def template(self) -> str:
        return "XXXX-XX-XX"


@lru_cache(maxsize=512)
def _easter_day(year: int, orthodox: bool) -> int:
    return easter(year, 2 if orthodox else 3).toordinal() - dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class NthWeekday(Repeating):
    """The nth weekday of a month, counted from its end where `n` is negative.

    `offset` days are added: the Tuesday after the first Monday is `NthWeekday(11, 1, 1, 1)`.
    """

    month: int
    weekday: int
    n: int
    offset: int = 0

    @property
    def leaning(self) -> float:
        return 1.0

    def cycle(self, t: int) -> int:
        return _year(t)

    def nth(self, k: int) -> Bounds | None:
        first = days_from_civil(k, self.month, 1)
        length = month_length(k, self.month)
        if self.n > 0:
            day = (self.weekday - weekday(first * DAY)) % 7 + 7 * (self.n - 1)
        else:
            last = weekday((first + length - 1) * DAY)
            day = length - 1 - (last - self.weekday) % 7 + 7 * (self.n + 1)
        if not 0 <= day < length:
            return None
        start = (first + day + self.offset) * DAY
        return start, start + DAY

    @property
    def template(self) -> str:
        return f"XXXX-{self.month:02d}-XX"


@dataclass(frozen=True, slots=True)
class WeekdayFrom(Repeating):
    """The first such weekday on or after a day of the year, moved by `offset` days: the Sundays of Advent."""

    month: int
    day: int
    weekday: int
    offset: int = 0

    @property
    def leaning(self) -> float:
        return 1.0

    def cycle(self, t: int) -> int:
        return _year(t)

    def nth(self, k: int) -> Bounds | None:
        first = days_from_civil(k, self.month, self.day)
        start = (first + (self.weekday - weekday(first * DAY)) % 7 + self.offset) * DAY
        return start, start + DAY

    @property
    def template(self) -> str:
        return "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Season(Repeating):
    """A season: SP, SU, FA or WI."""

    code: str

    @property
    def leaning(self) -> float:
        return 2.0

    def cycle(self, t: int) -> int:
        return _year(t)

    def nth(self, k: int) -> Bounds | None:
        start = days_from_civil(k, SEASONS[self.code], 1) * DAY
        return start, add("month", 3, start)

    @property
    def granule(self) -> str:
        return "season:" + self.code

    @property
    def template(self) -> str:
        return "XXXX-" + self.code


@dataclass(frozen=True, slots=True)
class YearPart(Repeating):
    """The nth quarter, half, two or four months of the year."""

    unit: str
    n: int

    @property
    def leaning(self) -> float:
        return 2.0

    def cycle(self, t: int) -> int:
        return _year(t)

    def nth(self, k: int) -> Bounds | None:
        start = add(self.unit, self.n - 1, days_from_civil(k, 1, 1) * DAY)
        return start, add(self.unit, 1, start)

    @property
    def granule(self) -> str:
        return self.unit

    @property
    def template(self) -> str:
        letter = {"quarter": "Q", "half": "H", "bimester": "B", "trimester": "T"}[self.unit]
        return f"XXXX-{letter}{self.n}"


@dataclass(frozen=True, slots=True)
class Clock(Repeating):
    """A time of day; `minute` and `second` None where they are not named."""

    hour: int
    minute: int | None = None
    second: int | None = None

    def cycle(self, t: int) -> int:
        return t // DAY

    def nth(self, k: int) -> Bounds | None:
        start = k * DAY + self.hour * 3600 + (self.minute or 0) * 60 + (self.second or 0)
        return start, start + {"hour": 3600, "minute": 60, "second": 1}[self.granule]

    def within(self, start: int, end: int) -> Iterator[Bounds]:
        """Iterate over the days of `[start, end)`; hour 24 lies at the end of its day."""
        for k in range(start // DAY, min((end - 1) // DAY, start // DAY + 40_000) + 1):
            found = self.nth(k)
            if found is not None:
                yield found

    @property
    def granule(self) -> str:
        return "second" if self.second is not None else "minute" if self.minute is not None else "hour"

    @property
    def template(self) -> str:
        tail = "" if self.second is None else f":{self.second:02d}"
        return f"XXXX-XX-XXT{self.hour:02d}:{self.minute or 0:02d}{tail}"


@dataclass(frozen=True, slots=True)
class PartOfDay(Repeating):
    """A part of the day by its TIMEX3 code: MO, MI, AF, EV, NI, DT; of it the hours `first` to `last`."""

    code: str
    first: int | None = None
    last: int | None = None

    def cycle(self, t: int) -> int:
        return t // DAY

    def nth(self, k: int) -> Bounds | None:
        start, end = PARTS_OF_DAY[self.code]
        first = start if self.first is None else self.first
        last = end if self.last is None else self.last
        return k * DAY + first * 3600, k * DAY + last * 3600

    def told_by(self, day: int) -> Bounds | None:
        return self.before(day + DAY)

    def coming(self, day: int) -> Bounds | None:
        return self.after(day)

    @property
    def granule(self) -> str:
        return "daypart:" + self.code

    @property
    def template(self) -> str:
        return "XXXX-XX-XXT" + self.code


@dataclass(frozen=True, slots=True)
class Both(Repeating):
    """The occurrences of `finer` that fall on one of `other`: a Friday that is a 13th."""

    finer: Repeating
    other: Repeating

    @property
    def leaning(self) -> float:
        return 1.0

    def cycle(self, t: int) -> int:
        return self.finer.cycle(t)

    def nth(self, k: int) -> Bounds | None:
        found = self.finer.nth(k)
        if found is None:
            return None
        outer = self.other.starting_by(found[0])
        return found if outer is not None and found[0] < outer[1] else None

    @property
    def granule(self) -> str:
        return self.finer.granule

    @property
    def template(self) -> str:
        fine = self.finer.template
        return self.other.template + fine[fine.index("T") :] if "T" in fine else fine
