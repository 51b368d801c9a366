"""What the date tests share."""

from __future__ import annotations

from timeline.dates import DateExpression, find
from timeline.temporal import UNKNOWN_WHEN, When, parse_edtf


def published(text: str | None) -> When:
    """Give the publication date that a test states in EDTF, None for an unknown one."""
    return UNKNOWN_WHEN if text is None else parse_edtf(text)


def dates(text: str, language: str, anchor: str | None = "2022-01-08") -> list[DateExpression]:
    """Find the dates of a text."""
    return find(text, language=language, published=published(anchor))


def summary(text: str, language: str, anchor: str | None = "2022-01-08") -> list[tuple[str, str, str]]:
    """Give words, TIMEX3 value and EDTF of each date."""
    return [(d.text, d.value, d.when.edtf) for d in dates(text, language, anchor)]
