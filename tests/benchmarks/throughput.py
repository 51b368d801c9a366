"""Speed of `timeline extract` against the bare parse, memory, and the start of the command.

    python tests/benchmarks/throughput.py [ROUNDS]

200 Italian articles from `../shared` (news, TimeBank, crime news) are extracted from, and parsed by the
prototype pipeline in `../shared/models/it`, in turn, each in a process of its own on one thread. Tokens are
those of the prototype; seconds are CPU seconds, the best of the rounds. `ratio` leaves out what a process
does once (imports, loading), `ratio_whole` counts everything.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def articles() -> list[dict[str, Any]]:
    """Give 200 articles: 100 of local news, 50 of TimeBank, 50 of crime news, evenly drawn."""
    with gzip.open(SHARED / "text/it-news.jsonl.gz", "rt") as lines:
        news = [json.loads(line)["text"] for line in islice(lines, 0, 10_000, 100)]
    dates, crimes = (
        [json.loads(line)["text"] for line in (SHARED / f"eval/dev/{name}.it.jsonl").open()]
        for name in ("dates", "actions")
    )
    texts = [*news, *dates[:50], *crimes[:150:3]]
    return [
        {"id": str(i), "text": text, "published": "2021-06-15", "lang": "it"} for i, text in enumerate(texts)
    ]


def bare(path: str) -> dict[str, float]:
    """Parse the articles with the prototype and nothing else, in batches of the size that is fastest."""
    import spacy

    texts = [json.loads(line)["text"] for line in Path(path).read_text().split("\n") if line]
    pipeline = spacy.load(SHARED / "models/it")
    list(pipeline.pipe(texts[:2]))
    start = time.process_time()
    tokens = sum(len(document) for document in pipeline.pipe(texts, batch_size=32))
    return {"seconds": time.process_time() - start, "tokens": tokens}


def extraction(path: str) -> dict[str, float]:
    """Do what the command does, with the imports and the loading of the pipeline left out of the time."""
    import timeline
    from timeline.cli import main

    timeline.extract(islice(timeline.read(path), 2))
    start = time.process_time()
    code = main(["extract", path, "-o", os.devnull, "--format", "jsonl"])
    assert code == 0
    return {"seconds": time.process_time() - start}


def worker(task: str, path: str) -> dict[str, Any]:
    """Run one task in a process of its own; add its whole CPU time and its peak memory."""
    command = [sys.executable, __file__, "--worker", task, path]
    before = _children()
    out = subprocess.run(
        command, env={**os.environ, **ONE_THREAD}, check=True, capture_output=True, text=True
    )
    return {**json.loads(out.stdout.splitlines()[-1]), "whole": _children() - before}


def help_seconds() -> float:
    """Give the CPU seconds of `timeline --help`."""
    before = _children()
    subprocess.run([sys.executable, "-m", "timeline", "--help"], check=True, capture_output=True)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print one JSON line of figures."""
    if sys.argv[1:2] == ["--worker"]:
        figures = {"bare": bare, "extraction": extraction}[sys.argv[2]](sys.argv[3])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({**figures, "peak_mb": round(peak)}))
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        path.write_text("".join(json.dumps(article) + "\n" for article in articles()))
        runs = [(worker("bare", str(path)), worker("extraction", str(path))) for _ in range(rounds)]
    report(runs, min(help_seconds() for _ in range(5)))


def report(runs: list[tuple[dict[str, Any], dict[str, Any]]], help_cpu: float) -> None:
    """Print the best of each side and their ratios."""
    parsed, extracted = ({k: min(r[side][k] for r in runs) for k in runs[0][side]} for side in (0, 1))
    tokens = parsed["tokens"]
    figures = {
        "tokens": tokens,
        "bare_tokens_per_s": round(tokens / parsed["seconds"]),
        "extract_tokens_per_s": round(tokens / extracted["seconds"]),
        "ratio": round(parsed["seconds"] / extracted["seconds"], 3),
        "ratio_whole": round(parsed["whole"] / extracted["whole"], 3),
        "bare_peak_mb": parsed["peak_mb"],
        "extract_peak_mb": extracted["peak_mb"],
        "help_s": round(help_cpu, 3),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
