"""Draw sentences with a conditional and print how sure extraction takes their events to be.

    python tests/benchmarks/extraction_hearsay.py [--seed 2022] [--count 100] [--show]

Reads ../shared/text/it-news.jsonl.gz. Prints one line a sentence: its number in the drawing, the conditional,
the factuality of the event it stands in, and the sentence. Whether a conditional is a reporting one is for a
reader to judge; `--show` prints the sentences, which are not to be kept. VERDICTS holds the numbers of the
drawings judged to be reporting, by seed; from them come the recall (*reported* or *possible*, of the
reporting ones) and the false alarms (*reported* with nobody who says so, of the others).
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
VERDICTS = {
    2022: {1, 4, 5, 9, 10, 11, 13, 22, 27, 30, 34, 35, 42, 44, 49, 54, 62, 64, 68, 70, 73, 76, 93, 99}
}
CONDITIONAL = re.compile(r"\b\w+rebber?o?\b", re.IGNORECASE)


def sentences(count: int, seed: int) -> list[str]:
    """Give `count` articles at random that hold a conditional of the third person."""
    with gzip.open(TEXTS, "rt", encoding="utf-8") as file:
        texts = [t for line in file if CONDITIONAL.search(t := json.loads(line)["text"])]
    return random.Random(seed).sample(texts, count)


def at(events: list[Event], offset: int) -> Event | None:
    """Give the event whose trigger holds an offset."""
    return next((e for e in events if e.trigger_start <= offset < e.trigger_end), None)


def score(found: dict[str, tuple[str, bool]], reporting: set[int]) -> None:
    """Print recall on the reporting conditionals and false alarms on the others."""
    right = sum(found[str(n)][0] in ("reported", "possible") for n in reporting)
    others = [v for n, v in found.items() if int(n) not in reporting]
    wrong = sum(sure == "reported" and not said for sure, said in others)
    print(f"reporting: {right} of {len(reporting)} ({right / len(reporting):.3f})")
    print(f"false alarms: {wrong} of {len(others)} ({wrong / len(others):.3f})")


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
    verdicts: dict[str, tuple[str, bool]] = {}
    documents = (Document(str(n), text, language="it") for n, text in enumerate(drawn))
    for document, events in extract(documents):
        matches = list(CONDITIONAL.finditer(document.text))
        match = random.Random(f"{args.seed} {document.id}").choice(matches)
        event = at(events, match.start())
        sure = event.factuality if event else "none"
        found[sure] += 1
        verdicts[document.id] = (sure, bool(event and event.attribution))
        if args.show:
            around = document.text[max(0, match.start() - 130) : match.end() + 90].replace("\n", " ")
            attributed = bool(event and event.attribution)
            print(f"{document.id:>4} {match.group():16} {sure:9} {'said' if attributed else '    '} {around}")
    print(dict(found))
    if args.seed in VERDICTS and args.count == 100:
        score(verdicts, VERDICTS[args.seed])


if __name__ == "__main__":
    main()
