"""Timelines of entities and merged mentions on SemEval-2015 Task 4 (trial), from raw text.

    python tests/benchmarks/merge_entities.py [TABLE.parquet]

Prints the official figures (`score_timelines.py`) for timelines of `of(target)`, each event on the day that
`days_of` files it under, and B-cubed over the gold mentions: a gold line of several events is a cluster. With
a file name, the table is kept there and read from there.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import timeline
from timeline.documents import Document, parse_stated
from timeline.events import days_of, of

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"


def lines(name):
    return [json.loads(line) for line in (EVAL / "dev" / name).read_text(encoding="utf-8").splitlines()]


def table_of(path):
    if path and path.exists():
        return timeline.read_table(path)
    documents = [
        Document(
            d["id"], d["text"], published=parse_stated(d["published"]), language="en", title=d.get("title")
        )
        for d in lines("entity_timelines.en.docs.jsonl")
    ]
    events = timeline.extract(documents)
    if path:
        timeline.write_table(events, path)
    return events


def entries(events):
    days = days_of(events)
    dated = events[days.notna()].assign(day=days[days.notna()])
    for order, (day, group) in enumerate(dated.groupby("day"), 1):
        for _, reports in group.groupby("cluster", sort=False):
            spans = zip(reports["document"], reports["trigger_start"], reports["trigger_end"], strict=True)
            told = [{"doc": doc, "start_char": int(a), "end_char": int(b)} for doc, a, b in spans]
            yield {"order": order, "date": day, "events": told}


def score_timelines(events, gold):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "predicted.jsonl")
        found = [{"id": g["id"], "timeline": list(entries(of(events, g["target"])))} for g in gold]
        out.write_text("".join(json.dumps(line) + "\n" for line in found))
        command = [EVAL / "score_timelines.py", EVAL / "dev" / "entity_timelines.en.jsonl", out]
        print(subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True).stdout)


def b_cubed(events, gold):
    keys, found = [], []
    by_document = dict(list(events.groupby("document")))
    told_in = [(g["id"], entry) for g in gold for entry in g["timeline"]]
    for target, entry in told_in:
        for told in entry["events"]:
            rows = by_document.get(told["doc"], events.head(0))
            hit = rows[
                (rows["trigger_start"] < told["end_char"]) & (rows["trigger_end"] > told["start_char"])
            ]
            keys.append((target, id(entry)))
            found.append(hit["cluster"].iloc[0] if len(hit) else (told["doc"], told["start_char"]))
    together = [at for at, key in enumerate(keys) if keys.count(key) > 1]
    for mentions, rows in (("all mentions", range(len(keys))), ("coreferent mentions", together)):
        gold_keys = [keys[at] for at in rows]
        for name, other in (("clusters", found), ("each by itself", list(range(len(keys))))):
            _print(f"B-cubed, {mentions}, {name}", gold_keys, [other[at] for at in rows])


def _print(name, keys, found):
    precision, recall = _part(keys, found), _part(found, keys)
    score = 2 * precision * recall / (precision + recall)
    print(f"{name:44} P {precision:.3f} R {recall:.3f} F1 {score:.3f} ({len(keys)} mentions)")


def _part(keys, found):
    both = [(k, f) for k, f in zip(keys, found, strict=True)]
    return sum(both.count(pair) / found.count(pair[1]) for pair in both) / len(both)


def main():
    if not EVAL.exists():
        sys.exit(f"{EVAL} is not here: nothing to measure against")
    gold = lines("entity_timelines.en.jsonl")
    events = table_of(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    score_timelines(events, gold)
    b_cubed(events, gold)


if __name__ == "__main__":
    main()
