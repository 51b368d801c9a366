"""Scores the dates of the development corpora with the scorers beside them.

    python tests/benchmarks/dates_scores.py [LANGUAGE ...] [--errors N]

Prints for each language strict, relaxed and value F1 of `dates.LANGUAGE`, the share of `phrases.LANGUAGE`
whose meaning is right where gold has one, and articles of 370 words a CPU-second. With `--errors` up to N
cases of each kind of error are listed too. The corpora and scorers are read from `../shared/eval`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from timeline.dates import as_record, find
from timeline.temporal import UNKNOWN_WHEN, When, parse_timex

EVAL = Path(__file__).parents[3] / "shared" / "eval"
LANGUAGES = ("it", "en", "es", "fr", "de", "pt")
WORDS = 370


def stated(text: str | None) -> When:
    """Give the publication date of a corpus document."""
    read = parse_timex(text[:19]) if text else None
    return UNKNOWN_WHEN if read is None else When(*read)


def predict(gold: Path, out: Path, language: str) -> float:
    """Write the dates of each document of a corpus; give articles a CPU-second."""
    documents = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    find("", language=language)
    start = time.process_time()
    found = [find(d["text"], language=language, published=stated(d["published"])) for d in documents]
    seconds = time.process_time() - start
    with out.open("w", encoding="utf-8") as lines:
        for document, dates in zip(documents, found, strict=True):
            record = {"id": document["id"], "dates": [as_record(d) for d in dates]}
            lines.write(json.dumps(record) + "\n")
    return sum(len(d["text"].split()) for d in documents) / WORDS / seconds


def score(kind: str, gold: Path, predicted: Path, errors: int) -> dict[str, Any]:
    """Run the scorer of `../shared/eval`; give its figures, print the errors that it lists."""
    command = [sys.executable, str(EVAL / f"score_{kind}.py"), str(gold), str(predicted)]
    run = subprocess.run([*command, "--errors", str(errors)], capture_output=True, text=True, check=True)
    *listed, figures = run.stdout.splitlines()
    if errors:
        print("\n".join(line for line in listed if " | " in line))
    result: dict[str, Any] = json.loads(figures)
    return result


def line_of(kind: str, figures: dict[str, Any]) -> str:
    """Give the figures of one corpus on one line."""
    if kind == "phrases":
        whole = figures["all"]
        parts = {k: v["value_right"] for k, v in figures.items() if k.startswith("source")}
        said = ", ".join(f"{k.split()[-1]} {v:.3f}" for k, v in parts.items() if v is not None)
        return f"value_right {whole['value_right']:.3f} ({said}), found {whole['found']:.3f}"
    strict, relaxed = (100 * figures[k]["f1"] for k in ("strict", "relaxed"))
    value, lenient = 100 * figures["value_f1"], 100 * figures["value_lenient_f1"]
    return f"strict {strict:.1f}, relaxed {relaxed:.1f}, value {value:.1f} (lenient {lenient:.1f})"


def main() -> None:
    """Print the figures of the languages that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("language", nargs="*", default=LANGUAGES)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    if not EVAL.is_dir():
        parser.error(f"the corpora are not here: {EVAL}")
    for language in options.language:
        for kind in ("dates", "phrases"):
            gold = EVAL / "dev" / f"{kind}.{language}.jsonl"
            if not gold.is_file():
                continue
            with tempfile.TemporaryDirectory() as folder:
                predicted = Path(folder) / "predicted.jsonl"
                speed = predict(gold, predicted, language)
                figures = score(kind, gold, predicted, options.errors)
            print(f"{gold.stem:11} {line_of(kind, figures)}; {speed:.0f} articles a CPU-second", flush=True)


if __name__ == "__main__":
    main()
