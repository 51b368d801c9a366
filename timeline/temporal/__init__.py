"""Time without words or documents: moments, intervals, precision, EDTF and the operator algebra."""

from timeline.temporal._edtf import format_edtf, parse_edtf
from timeline.temporal._interval import Basis, Extent, Interval, Precision, hull
from timeline.temporal._moment import DAY, Moment, civil_from_days, days_from_civil
from timeline.temporal._operators import Operator
from timeline.temporal._timex import format_timex, parse_timex
from timeline.temporal._when import UNKNOWN_WHEN, When

__all__ = [
    "DAY",
    "UNKNOWN_WHEN",
    "Basis",
    "Extent",
    "Interval",
    "Moment",
    "Operator",
    "Precision",
    "When",
    "civil_from_days",
    "days_from_civil",
    "format_edtf",
    "format_timex",
    "hull",
    "parse_edtf",
    "parse_timex",
]
