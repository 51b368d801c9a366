"""Feasts that follow the moon, by a table of their days: Islamic, Hebrew, Hindu, Chinese, Buddhist."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from timeline.temporal._moment import DAY
from timeline.temporal._repeating import Bounds, Repeating

_EPOCH = dt.date(1970, 1, 1).toordinal()


@cache
def feasts() -> dict[str, tuple[int, ...]]:
    """Give the first days of the occurrences of each feast, in days since 1970-01-01."""
    table = (files("timeline.temporal") / "feasts.csv").read_text("utf-8")
    rows = (line.split(",") for line in table.splitlines())
    return {name: tuple(dt.date.fromisoformat(d).toordinal() - _EPOCH for d in days) for name, *days in rows}


@dataclass(frozen=True, slots=True)
class Feast(Repeating):
    """A feast of the table, or the day `offset` days after it, or `length` days from there on."""

    name: str
    offset: int = 0
    length: int = 1

    @property
    def leaning(self) -> float:
        return 1.0

    def cycle(self, t: int) -> int:
        return bisect_right(feasts()[self.name], t // DAY - self.offset) - 1

    def nth(self, k: int) -> Bounds | None:
        days = feasts()[self.name]
        if not 0 <= k < len(days):
            return None
        start = (days[k] + self.offset) * DAY
        return start, start + self.length * DAY

    @property
    def granule(self) -> str:
        return "day" if self.length == 1 else f"days:{self.length}"

    @property
    def template(self) -> str:
        return "XXXX-XX-XX"
