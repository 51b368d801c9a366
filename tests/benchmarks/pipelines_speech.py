"""How often the subject of a speech verb is found.

``python tests/benchmarks/pipelines_speech.py [it en ...] [--shared ../shared] [--model PIPELINE]``: over the
test treebank of each language, raw text in, of the subjects of verbs that the lexicon lists as speech: how
many hang on the right verb, how many have the right label too, and the same with the extraction's repair (an
actor after a verb without subject), with its precision.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pipelines import TESTS

SUBJECTS = ("nsubj", "nsubj:pass")
THOUGHT = "believe"


def speech_verbs(entries: Mapping[str, Iterable[Any]]) -> frozenset[str]:
    """Give the verbs that alone tell of speech: *dire*, not *mettere* (*in guardia*) nor *sapere*."""
    alone = ((verb, e) for verb, some in entries.items() for e in some if not e.rest)
    return frozenset(verb for verb, entry in alone if entry.act != THOUGHT)


def count(code: str, model: str | None, path: Path) -> Counter[str]:
    """Count subjects of speech verbs in the gold trees, and what of them the pipeline finds."""
    import random

    from spacy.training import Example

    from timeline.extraction._lexicon import load
    from timeline.extraction._phrases import subjects
    from timeline.extraction._words import Words
    from timeline.languages import pipeline
    from timeline.languages._names import names
    from timeline.languages.train._corpus import groups, tree_doc
    from timeline.languages.train._treebank import read_trees

    nlp, known = pipeline(code, model), names(code)
    words = speech_verbs(load(code).entries)
    trees = list(read_trees(path, lambda form: [t.text for t in nlp.tokenizer(form)]))
    found: Counter[str] = Counter()
    for run in groups(trees, random.Random(7), 6):
        gold = tree_doc(nlp, run)
        doc = nlp(gold.text)
        example = Example(doc, gold)
        place = {i: int(to[0]) for i, to in enumerate(example.alignment.y2x) if len(to) == 1}
        back = {to: i for i, to in place.items()}
        given = set(subjects(Words(doc), known))
        for token in gold:
            if token.dep_ in SUBJECTS and token.head.pos_ == "VERB" and token.head.lemma_.lower() in words:
                _one(found, token, doc, place, given)
        for i in sorted(given):
            verb = doc[i].head
            if verb.pos_ == "VERB" and verb.lemma_.lower() in words and i in back and verb.i in back:
                mine, theirs = gold[back[i]], back[verb.i]
                found["given"] += 1
                found["given right"] += mine.dep_ in SUBJECTS and mine.head.i == theirs
    return found


def _one(found: Counter[str], token: Any, doc: Any, place: dict[int, int], repaired: set[int]) -> None:
    found["subjects"] += 1
    mine, verb = place.get(token.i), place.get(token.head.i)
    if mine is None or verb is None or doc[mine].head.i != verb:
        return
    found["on the right verb"] += 1
    found["labelled right"] += doc[mine].dep_ in SUBJECTS
    found["labelled right after repair"] += doc[mine].dep_ in SUBJECTS or mine in repaired


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("codes", nargs="*", default=["it", "en"])
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    parser.add_argument("--model")
    parser.add_argument("--treebank", type=Path)
    args = parser.parse_args()
    for code in args.codes:
        found = count(code, args.model, args.treebank or args.shared / "treebanks" / TESTS[code])
        print(code, f"{found['subjects']} subjects of speech verbs")
        for what in ("on the right verb", "labelled right", "labelled right after repair"):
            print(f"  {what}: {found[what]} = {found[what] / max(1, found['subjects']):.3f}")
        share = found["given right"] / max(1, found["given"])
        print(f"  precision: {found['given right']}/{found['given']} = {share:.3f}")


if __name__ == "__main__":
    main()
