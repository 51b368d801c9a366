"""A moment of wall time, to the second, in any year."""

from __future__ import annotations

import datetime as dt

DAY = 86_400
_EPOCH_DAYS = 719_468  # 0000-03-01 to 1970-01-01


def days_from_civil(year: int, month: int, day: int) -> int:
    """Count the days from 1970-01-01 to a proleptic Gregorian day.

    Examples
    --------
    >>> days_from_civil(1970, 1, 2)
    1

    Astronomical years (0 is 1 BC). After Howard Hinnant, "chrono-compatible low-level date algorithms".
    """
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _EPOCH_DAYS


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Give the (year, month, day) that lies `days` after 1970-01-01.

    Examples
    --------
    >>> civil_from_days(19_000)
    (2022, 1, 8)
    """
    days += _EPOCH_DAYS
    era = days // 146_097
    of_era = days - era * 146_097
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return year + era * 400 + (month <= 2), month, day


class Moment(int):
    """A point of wall time: whole seconds since 1970-01-01T00:00:00, no zone, any year.

    Examples
    --------
    >>> Moment.of(2022, 1, 7) + 86_400 == Moment.of(2022, 1, 8)
    True
    >>> Moment.of(-43, 3, 15).iso()
    '-0043-03-15T00:00:00'

    Proleptic Gregorian calendar, astronomical years (ISO 8601-1). Arithmetic gives plain integers of seconds.
    """

    __slots__ = ()

    @classmethod
    def of(
        cls, year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
    ) -> Moment:
        """Build a moment from its parts; parts are not range-checked (hour 24 is the next midnight)."""
        return cls(days_from_civil(year, month, day) * DAY + hour * 3600 + minute * 60 + second)

    @classmethod
    def from_datetime(cls, value: dt.datetime | dt.date) -> Moment:
        """Take the wall time of a `datetime` or the midnight of a `date`; a zone is ignored."""
        if isinstance(value, dt.datetime):
            return cls.of(value.year, value.month, value.day, value.hour, value.minute, value.second)
        return cls.of(value.year, value.month, value.day)

    @classmethod
    def fromiso(cls, text: str) -> Moment:
        """Read `YYYY-MM-DD[THH:MM[:SS]]`, the year with sign where it has one."""
        day, _, clock = text.partition("T")
        sign = -1 if day.startswith("-") else 1
        year, month, of_month = (int(p) for p in day.lstrip("-").split("-"))
        parts = [int(p) for p in clock.split(":")] if clock else []
        return cls.of(sign * year, month, of_month, *parts)

    def civil(self) -> tuple[int, int, int]:
        """Give (year, month, day)."""
        return civil_from_days(self // DAY)

    def clock(self) -> tuple[int, int, int]:
        """Give (hour, minute, second)."""
        rest = self % DAY
        return rest // 3600, rest % 3600 // 60, rest % 60

    def date_iso(self) -> str:
        """Give `YYYY-MM-DD`."""
        year, month, day = self.civil()
        return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"

    def iso(self) -> str:
        """Give `YYYY-MM-DDTHH:MM:SS`."""
        hour, minute, second = self.clock()
        return f"{self.date_iso()}T{hour:02d}:{minute:02d}:{second:02d}"

    def datetime(self) -> dt.datetime:
        """Give a naive `datetime`.

        Raises
        ------
        ValueError
            Outside the years 1 to 9999.
        """
        return dt.datetime(*self.civil(), *self.clock())

    def __repr__(self) -> str:
        return f"Moment('{self.iso()}')"

    __str__ = iso
