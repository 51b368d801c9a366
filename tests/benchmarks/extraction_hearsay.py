"""Draw sentences with a conditional and print how sure extraction takes their events to be.

    python tests/benchmarks/extraction_hearsay.py [--seed 2022] [--count 100] [--show]

Reads ../shared/text/it-news.jsonl.gz. Prints one line a sentence: its number in the drawing, the conditional,
the factuality of the event it stands in, and the sentence. Whether a conditional is a reporting one is for a
reader to judge; `--show` prints the sentences, which are not to be kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

from timeline.documents import Document
from timeline.extraction import Event, extract

TEXTS = Path(__file__).parents[3] / "shared" / "text" / "it-news.jsonl.gz"
CONDITIONAL = re.compile(r"\b\w+rebber?o?\b", re.IGNORECASE)


def sentences(count: int, seed: int) -> list[str]:
    """Give `count` articles at random that hold a conditional of the third person."""
    with gzip.open(TEXTS, "rt", encoding="utf-8") as file:
        texts = [t for line in file if CONDITIONAL.search(t := json.loads(line)["text"])]
    return random.Random(seed).sample(texts, count)


def at(events: list[Event], offset: int) -> Event | None:
    """Give the event whose trigger holds an offset."""
    return next((e for e in events if e.trigger_start <= offset < e.trigger_end), None)


def main() -> None:
    """Draw, extract, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    if not TEXTS.exists():
        sys.exit(f"skipped: {TEXTS} is not there")
    drawn = sentences(args.count, args.seed)
    found: Counter[str] = Counter()
    documents = (Document(str(n), text, language="it") for n, text in enumerate(drawn))
    for document, events in extract(documents):
        matches = list(CONDITIONAL.finditer(document.text))
        match = random.Random(f"{args.seed} {document.id}").choice(matches)
        event = at(events, match.start())
        sure = event.factuality if event else "none"
        found[sure] += 1
        if args.show:
            around = document.text[max(0, match.start() - 130) : match.end() + 90].replace("\n", " ")
            attributed = bool(event and event.attribution)
            print(f"{document.id:>4} {match.group():16} {sure:9} {'said' if attributed else '    '} {around}")
    print(dict(found))


if __name__ == "__main__":
    main()
