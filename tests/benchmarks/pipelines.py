"""How good, quick and large the language packs are.

``python tests/benchmarks/pipelines.py [CODE ...] [--shared ../shared]`` prints, for each pack: figures on its
test treebank (raw text in), speed in tokens a CPU-second of one thread, and for Italian and English the ratio
to the prototype in ``../shared/models`` (a plain spaCy pipeline) run beside it, CPU seconds of loading and
peak memory, each in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

TESTS = {
    "it": "it/it_isdt-ud-test.conllu",
    "en": "en/en_ewt-ud-test.conllu",
    "pt": "pt/pt_bosque-ud-test.conllu",
    "es": "es/es_ancora-ud-test.conllu",
    "fr": "fr/fr_gsd-ud-test.conllu",
}
NAMES = {"it": "it/dataset_wikinews_test.tsv"}
ROUNDS = 3


def figures(code: str, shared: Path) -> dict[str, object]:
    """Give the figures of the pack of `code` as it is used: with the steps beside the trained ones."""
    from timeline.languages import pipeline
    from timeline.languages.train._entities import read_entities
    from timeline.languages.train._figures import name_figures, tree_figures
    from timeline.languages.train._treebank import read_trees

    nlp = pipeline(code)
    trees = list(
        read_trees(shared / "treebanks" / TESTS[code], lambda form: [t.text for t in nlp.tokenizer(form)])
    )
    found: dict[str, object] = {"trees": tree_figures(nlp, trees)}
    if code in NAMES and "ner" in nlp.pipe_names:
        found["names"] = name_figures(nlp, list(read_entities(shared / "ner" / NAMES[code])))
    return found


def texts(code: str, shared: Path) -> list[str]:
    """Give the paragraphs that speed is measured on: about 40,000 tokens of development texts."""
    name = {"it": "dates.it", "en": "dates.en", "es": "dates.es", "fr": "dates.fr"}.get(code)
    if name is None:
        lines = (shared / "treebanks" / TESTS[code]).read_text("utf-8").split("\n")
        return [line[9:] for line in lines if line.startswith("# text = ")]
    documents = (json.loads(line) for line in (shared / f"eval/dev/{name}.jsonl").open(encoding="utf-8"))
    return [p for d in documents for p in d["text"].split("\n\n") if p.strip()][:1500]


def timed(what: str, code: str, shared: Path) -> None:
    """Load the pipeline, run it, and print loading, speed and memory as JSON."""
    import time

    sample = texts(code, shared)
    import spacy

    start = time.process_time()
    if what == "pack":
        from timeline.languages import pipeline

        nlp = pipeline(code)
    else:
        nlp = spacy.load(shared / "models" / code)
    loading = time.process_time() - start
    for text in sample[:50]:
        nlp(text)
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(sample, batch_size=64))
    speed = tokens / (time.process_time() - start)
    print(json.dumps({"loading": round(loading, 3), "speed": round(speed), "memory": round(peak())}))


def peak() -> float:
    """Give the most memory that this process held, in MB.

    `ru_maxrss` of a process counts what its parent held when it was started; Linux tells it without that.
    """
    import resource

    status = Path("/proc/self/status")
    lines = status.read_text("ascii").split("\n") if status.is_file() else []
    found = next((line for line in lines if line.startswith("VmHWM:")), None)
    kilobytes = int(found.split()[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / 1024


def beside(what: str, code: str, shared: Path) -> dict[str, float]:
    """Give what `timed` prints in a process of its own, on one thread."""
    arguments = [sys.executable, __file__, "--timed", what, code, "--shared", str(shared)]
    one = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(arguments, env=one, capture_output=True, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def compare(code: str, shared: Path) -> None:
    """Print the best of a few rounds of the pack, and of the prototype run in turn with it."""
    kinds = ["pack"] + (["prototype"] if (shared / "models" / code).is_dir() else [])
    rounds = [{kind: beside(kind, code, shared) for kind in kinds} for _ in range(ROUNDS)]
    for kind in kinds:
        best = max((r[kind] for r in rounds), key=lambda result: result["speed"])
        costs = f"loading {best['loading']} s, {best['memory']:.0f} MB"
        print(f"{code} {kind}: {best['speed']:.0f} tokens/CPU-s, {costs}")
    if len(kinds) == 2:
        ratios = sorted(r["pack"]["speed"] / r["prototype"]["speed"] for r in rounds)
        print(f"{code} speed against the prototype: {ratios[len(ratios) // 2]:.2f} x")


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("codes", nargs="*", default=[])
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    parser.add_argument("--timed", choices=["pack", "prototype"], help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.timed:
        timed(args.timed, args.codes[0], args.shared)
        return
    from timeline.languages import info

    for about in info():
        if not args.codes or about.code in args.codes:
            print(f"{about.code} {about.version}: {about.size / 1e6:.2f} MB, {about.licence}")
            print(json.dumps(figures(about.code, args.shared)))
            compare(about.code, args.shared)


if __name__ == "__main__":
    main()
