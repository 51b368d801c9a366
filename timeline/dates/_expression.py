"""A time expression found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.temporal import When

if TYPE_CHECKING:
    from timeline.temporal import Operator


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A time expression: where it stands, its TIMEX3 form, and what it means.

    Offsets index the document's text. `type` is DATE, TIME, DURATION or SET, `value` and `mod` are as in
    TIMEX3 (`XXXX-XX-XX` where there is no single value), `when` the resolved time, `tree` the operators.
    """

    start_char: int
    end_char: int
    text: str
    type: str
    value: str
    mod: str | None
    when: When
    tree: Operator | None = None
