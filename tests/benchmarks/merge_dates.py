"""Key dates against the timelines of newspapers (Timeline17), from raw text.

    python tests/benchmarks/merge_dates.py [FOLDER]

Reads `date_selection.en` of the shared evaluation data, extracts all 2,271 documents (half an hour on one
core), ranks days by `key_dates` and scores them with `score_date_selection.py`. Nothing in `key_dates` is
tuned. With a folder, the tables are kept there as Parquet and read from there the next time.
"""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import timeline
from timeline.documents import Document, parse_stated
from timeline.events import key_dates

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"


def lines(name):
    return [json.loads(line) for line in (EVAL / "dev" / name).read_text(encoding="utf-8").splitlines()]


def tables(folder):
    topics = defaultdict(list)
    for d in lines("date_selection.en.docs.jsonl"):
        topics[d["topic"]].append(Document(d["id"], d["text"], parse_stated(d["published"]), "en"))
    for topic, documents in sorted(topics.items()):
        path = folder and folder / f"{topic}.parquet"
        if path and path.exists():
            yield topic, timeline.read_table(path)
            continue
        events = timeline.extract(documents)
        if path:
            timeline.write_table(events, path)
        yield topic, events


def main():
    if not EVAL.exists():
        sys.exit(f"{EVAL} is not here: nothing to measure against")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    ranked = {topic: key_dates(events, len(events)) for topic, events in tables(folder)}
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "predicted.jsonl")
        predicted = [{"topic": t, "dates": days["day"].tolist()} for t, days in ranked.items()]
        out.write_text("".join(json.dumps(line) + "\n" for line in predicted))
        command = [EVAL / "score_date_selection.py", EVAL / "dev" / "date_selection.en.jsonl", out]
        print(subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
