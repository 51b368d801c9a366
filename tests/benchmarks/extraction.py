"""Run extraction over a development corpus and score it.

    python tests/benchmarks/extraction.py statements.en [--limit 150] [--errors 20] [--keep DIR]
    python tests/benchmarks/extraction.py actions.it actions.en dates.en kazakhstan

Reads the corpora from ../shared/eval/dev, prints what the scorers there print.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import DAY, UNKNOWN_WHEN, Interval, Moment, Precision, When

SHARED = Path(__file__).parents[3] / "shared"
SCORERS = {"statements": "score_statements", "dates": "score_reporting", "actions": "score_actions"}
ASSERTIVE = ("say", "report", "claim", "deny", "confirm", "announce")
TIMES = ("start", "end", "published_start", "published_end")


def row(event: Event) -> dict[str, Any]:
    """Give an event as `timeline extract` prints it."""
    out = dataclasses.asdict(event)
    return out | {k: out[k].iso() if out[k] is not None else None for k in TIMES}


def published(text: str | None) -> When:
    """Read an ISO date to the month or day."""
    if not text:
        return UNKNOWN_WHEN
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        end = Moment.of(year + month // 12, month % 12 + 1)
        return When(Interval(Moment.of(year, month), end), Precision.MONTH)
    day = Moment.fromiso(text[:10])
    return When(Interval(day, Moment(day + DAY)), Precision.DAY)


def corpus(name: str, limit: int | None, seed: int) -> list[dict[str, Any]]:
    """Give the rows of a corpus, or a sample of them."""
    path = SHARED / "eval" / "dev" / f"{name}.jsonl"
    if not path.exists():
        sys.exit(f"skipped: {path} is not there")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return rows if limit is None else random.Random(seed).sample(rows, min(limit, len(rows)))


def documents(rows: list[dict[str, Any]]) -> Iterator[Document]:
    """Give the texts of a corpus as documents."""
    for r in rows:
        yield Document(r["id"], r["text"], published(r.get("published")), r["lang"], title=r.get("title"))


def run(name: str, args: argparse.Namespace) -> None:
    """Extract from one corpus and score it."""
    rows = corpus(name, args.limit, args.seed)
    folder = Path(args.keep)
    folder.mkdir(parents=True, exist_ok=True)
    gold, pred = folder / f"{name}.gold.jsonl", folder / f"{name}.pred.jsonl"
    gold.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    began = time.process_time()
    kind = name.split(".", maxsplit=1)[0]
    with pred.open("w", encoding="utf-8") as out:
        for document, events in extract(documents(rows)):
            kept = [e for e in events if kind != "dates" or e.speech_act != "believe"]
            out.write(json.dumps({"id": document.id, "events": [row(e) for e in kept]}) + "\n")
    print(f"== {name}: {len(rows)} documents, {time.process_time() - began:.0f} CPU seconds")
    scorer = SHARED / "eval" / f"{SCORERS[kind]}.py"
    subprocess.run([sys.executable, scorer, gold, pred, "--errors", str(args.errors)], check=True)
    if kind == "dates":
        assertive(gold, pred)


def assertive(gold: Path, pred: Path) -> None:
    """Score REPORTING again on acts that tell something only: TimeML calls requests and promises I_ACTION."""
    rows = [json.loads(line) for line in pred.read_text("utf-8").splitlines()]
    for r in rows:
        r["events"] = [e for e in r["events"] if e["kind"] == "action" or e["speech_act"] in ASSERTIVE]
    told = pred.with_suffix(".assertive.jsonl")
    told.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    scorer = SHARED / "eval" / f"{SCORERS['dates']}.py"
    done = subprocess.run([sys.executable, scorer, gold, told], check=True, capture_output=True, text=True)
    print("assertive acts only:", *(x for x in done.stdout.splitlines() if x.startswith("REPORTING    P")))


def kazakhstan(args: argparse.Namespace) -> None:
    """Score the example."""
    text = (SHARED / "seeds" / "kazakhstan-2022-01.it.txt").read_text("utf-8")
    document = Document("kazakhstan", text, published("2022-01"), "it", header_span=(0, 14))
    pred = Path(args.keep) / "kazakhstan.pred.jsonl"
    pred.parent.mkdir(parents=True, exist_ok=True)
    for _, events in extract([document]):
        pred.write_text(json.dumps({"id": document.id, "events": [row(e) for e in events]}) + "\n", "utf-8")
    gold = SHARED / "gold" / "kazakhstan-2022-01.it.json"
    subprocess.run([sys.executable, SHARED / "tools" / "score_events.py", gold, pred, "--errors"], check=True)


def main() -> None:
    """Read the arguments and run each corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--keep", default="/tmp/extraction")
    args = parser.parse_args()
    for name in args.corpora:
        if name == "kazakhstan":
            kazakhstan(args)
        else:
            run(name, args)


if __name__ == "__main__":
    main()
