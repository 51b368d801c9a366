"""Judge rows by hand: draw them, and count the verdicts.

    python tests/benchmarks/extraction_sample.py [--draw [--seed 5] [--each 20] [--only it]]

Draws 100 rows from Italian and 100 from English articles of ../shared/eval/dev (50 of each corpus, seed 222),
at most one a document where there are enough. `--draw` prints them for judging; without it the verdicts in
`extraction_sample.csv` are counted: a row id, the language, and 1 or 0 for the right event (kind and
trigger), actor, time, certainty and a readable label, as a strict reader says. What the table holds is ids
only; rows judged that extraction no longer gives are counted apart.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import extraction as corpora

from timeline.documents import Document
from timeline.extraction import Event, extract

SEED = 222
CORPORA = {"it": ("actions.it", "dates.it"), "en": ("actions.en", "dates.en")}
EACH = 50
TABLE = Path(__file__).with_suffix(".csv")
COLUMNS = ("event", "actor", "time", "certainty", "label")


def rows(name: str) -> list[tuple[Document, list[Event]]]:
    """Give the documents of a corpus with their rows."""
    return [(d, found) for d, found in extract(corpora.documents(corpora.corpus(name, None, SEED))) if found]


def drawn(name: str, seed: int = SEED, each: int = EACH) -> Iterator[tuple[Document, Event]]:
    """Draw the rows of a corpus, one a document, then another round."""
    chance = random.Random(seed)
    told = rows(name)
    chance.shuffle(told)
    for document, events in (told * each)[:each]:
        yield document, chance.choice(events)


def show(document: Document, event: Event) -> str:
    """Give what a reader needs to judge a row."""
    before = document.text[max(0, event.start_char - 200) : event.start_char].replace("\n", " ")
    return "\n".join(
        (
            f"{event.event_id} {event.kind} {event.speech_act or event.event_type or '-'} [{event.trigger}]",
            f"  who {event.actor} | to {event.recipient} | what {event.object} | where {event.place}",
            f"  when {event.edtf} ({event.time_basis}: {event.time_text}), published {event.published}",
            f"  {event.factuality} {event.polarity} by {event.attribution} | count {event.count_best}",
            f"  label {event.summary}",
            f"  ...{before} >>> {event.text.replace(chr(10), ' ')}",
        )
    )


def count() -> None:
    """Print the shares of what was judged right."""
    verdicts = list(csv.DictReader(TABLE.open(encoding="utf-8")))
    for code, names in CORPORA.items():
        given = {e.event_id for name in names for _, found in rows(name) for e in found}
        mine = [v for v in verdicts if v["language"] == code]
        right: Counter[str] = Counter()
        for verdict in mine:
            right.update(column for column in COLUMNS if verdict[column] == "1")
            right["kind, actor and trigger"] += verdict["event"] == verdict["actor"] == "1"
            right["all"] += all(verdict[column] == "1" for column in COLUMNS)
            right["still given"] += verdict["event_id"] in given
        print(code, len(mine), {name: round(n / len(mine), 3) for name, n in right.items()})


def main() -> None:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--draw", action="store_true")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--each", type=int, default=EACH, metavar="ROWS")
    parser.add_argument("--only", choices=tuple(CORPORA), help="a language")
    options = parser.parse_args()
    if not options.draw:
        count()
        return
    for code, names in CORPORA.items():
        for name in names if options.only in (None, code) else ():
            for document, event in drawn(name, options.seed, options.each):
                print(code, show(document, event), sep=" ")


if __name__ == "__main__":
    main()
