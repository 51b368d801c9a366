"""Checks on whole corpora that vague publication dates give the hull of all exact answers.

    python tests/benchmarks/dates_hull.py CORPUS.jsonl [year]

For each document, with `published` cut to its month (or year): each expression must cover exactly what it
covers over all days of that month (or year), and the answer for the stated day must lie inside.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.dates import DateExpression, find
from timeline.temporal import DAY, Interval, Moment, Precision, When, hull

Found = dict[tuple[int, int], DateExpression]


def window(day: str, unit: str) -> Interval:
    """Give the month or year that holds an ISO day."""
    year, month = int(day[:4]), int(day[5:7])
    if unit == "year":
        return Interval(Moment.of(year), Moment.of(year + 1))
    return Interval(Moment.of(year, month), Moment.of(year + month // 12, month % 12 + 1))


def found(text: str, language: str, interval: Interval) -> Found:
    """Give the expressions of a text by their spans."""
    dates = find(text, language=language, published=When(interval, Precision.DAY))
    return {(d.start_char, d.end_char): d for d in dates}


def failures(text: str, language: str, day: str, unit: str) -> Iterator[str]:
    """Give a line for each expression that breaks the promise."""
    bounds = window(day, unit)
    assert bounds.start is not None
    assert bounds.end is not None
    cut = found(text, language, bounds)
    starts = range(bounds.start, bounds.end, DAY)
    exact = {s: found(text, language, Interval(Moment(s), Moment(s + DAY))) for s in starts}
    stated = Moment.fromiso(day)
    for span, date in cut.items():
        answers = {s: e[span].when.interval for s, e in exact.items() if span in e}
        if not answers:
            yield f"{date.text!r}: on no day"
            continue
        whole = hull(answers.values())
        own = answers.get(int(stated))
        if whole != date.when.interval:
            yield f"{date.text!r} {date.tree}: {date.when.edtf} is not {When(whole).edtf}"
        elif own is not None and not date.when.interval.covers(own):
            yield f"{date.text!r}: {When(own).edtf} not in {date.when.edtf}"
    for span in set().union(*exact.values()) - set(cut):
        yield f"{text[slice(*span)]!r}: only on some exact days"


def main(path: str, unit: str = "month") -> None:
    """Print the failures and their share."""
    total = broken = 0
    for line in Path(path).read_text("utf-8").splitlines():
        document: dict[str, Any] = json.loads(line)
        if not document.get("published"):
            continue
        day = document["published"][:10]
        total += len(found(document["text"], document["lang"], window(day, unit)))
        for failure in failures(document["text"], document["lang"], day, unit):
            broken += 1
            print(document["id"], failure)
    print(f"{total} expressions, {broken} broken")


if __name__ == "__main__":
    main(*sys.argv[1:])
