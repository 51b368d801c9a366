"""Measures how fast dates are found, in articles of 370 words a CPU-second.

    python tests/benchmarks/dates_speed.py LANGUAGE TEXTS.jsonl[.gz] [COUNT]

Each line holds a document with its `text`; every text is read as published on 8 January 2022. The grammar is
compiled before the clock starts. Printed too: a second pass over the same texts, and the share of the time
that a bare split into tokens takes.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from itertools import islice
from pathlib import Path

from timeline.dates import find
from timeline.dates._grammar import grammar
from timeline.temporal import parse_edtf

WORDS = 370


def texts(path: str, count: int) -> list[str]:
    """Read the texts of the first documents of a file."""
    if path.endswith(".gz"):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in islice(lines, count)]
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, count)]


def main(language: str, path: str, count: str = "1000") -> None:
    """Print the figures."""
    read = texts(path, int(count))
    words = sum(len(t.split()) for t in read)
    published = parse_edtf("2022-01-08")
    rules = grammar(language)
    for name in ("first pass", "second pass"):
        start = time.process_time()
        found = sum(len(find(t, language=language, published=published)) for t in read)
        seconds = time.process_time() - start
        print(f"{name}: {words / WORDS / seconds:.0f} articles a CPU-second ({found} dates, {words} words)")
    start = time.process_time()
    for text in read:
        rules.pattern.findall(text)
    print(f"tokens alone: {(time.process_time() - start) / seconds:.0%} of the time")


if __name__ == "__main__":
    main(*sys.argv[1:])
