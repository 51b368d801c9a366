"""When something was: bounds, precision, extent, and what they were read from."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.temporal._interval import Basis, Extent, Interval, Precision


@dataclass(frozen=True, slots=True)
class When:
    """The time of something, with all that is known of it and no more.

    Examples
    --------
    >>> from timeline.temporal import Moment
    >>> day = Interval(Moment.of(2022, 1, 7), Moment.of(2022, 1, 8))
    >>> When(day, Precision.DAY, text="7 gennaio").edtf
    '2022-01-07'

    `text` holds the words it was read from ("" where there are none), `zone` the stated zone as written
    (`+06:00`, `Z`, `Asia/Almaty`), None where unknown.
    """

    interval: Interval
    precision: Precision = Precision.UNKNOWN
    extent: Extent = Extent.WITHIN
    text: str = ""
    basis: Basis = Basis.EXPRESSION
    zone: str | None = None

    @property
    def edtf(self) -> str:
        """The EDTF form (ISO 8601-2, level 2)."""
        from timeline.temporal._edtf import format_edtf

        return format_edtf(self)


UNKNOWN_WHEN = When(Interval(None, None))
