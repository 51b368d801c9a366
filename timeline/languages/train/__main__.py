"""``python -m timeline.languages.train CODE --treebank FILE... [--entities FILE...] [--out DIR]``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from timeline._errors import TimelineError
from timeline.languages.train._loop import Run
from timeline.languages.train._model import ROWS, Shape
from timeline.languages.train._progress import with_progress
from timeline.languages.train._recipe import Recipe, train

_FILES = {
    "treebank": "Universal Dependencies, CoNLL-U",
    "entities": "named entities, token and label a line (PER, ORG, LOC)",
    "text": "unlabelled text to pretrain on: a text a line, or JSON Lines; may be .gz",
    "dev": "treebanks to choose the best step by (default: a part of --treebank)",
    "silver": "trees by other packs (timeline.languages.train.silver), trained on only",
    "test": "treebanks to report on; their sentences are kept out of training",
    "entities-test": "entities to report on; their sentences are kept out of training",
    "keep-out": "more texts whose sentences are kept out: .conllu, .txt or .jsonl",
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m timeline.languages.train", description=__doc__)
    parser.add_argument("code", help="ISO 639-1 code of the language, one that spaCy has a tokenizer for")
    for name, meaning in _FILES.items():
        needed = name == "treebank"
        parser.add_argument(
            f"--{name}", nargs="+", type=Path, default=[], metavar="FILE", required=needed, help=meaning
        )
    add = parser.add_argument
    add(
        "--far-entities",
        nargs="+",
        type=_far,
        default=[],
        metavar="CODE=FILE",
        help="more entities, of any language, learnt before --entities",
    )
    add("--out", type=Path, default=Path(), metavar="DIR", help="folder for the pack (default: here)")
    add("--licence", default="unknown", help="licence of the weights, as an SPDX identifier")
    add("--pack-version", default="0.1.0", metavar="VERSION")
    add("--seed", type=int, default=0)
    add("--pretrained", choices=("both", "trees", "names"), default="both", help="what --text is used for")
    add("--epochs", type=int, default=3, help="times over the unlabelled text")
    add("--steps", type=int, default=4000, help="steps for the trees, at most")
    add("--name-steps", type=int, default=3000, help="steps for the entities, at most")
    add("--far-steps", type=int, default=3600, help="steps for --far-entities, at most")
    add("--rate", type=float, default=0.001, help="learning rate of the trees where it is highest")
    add("--together", type=int, default=2, help="sentences in a document for training, on average")
    add("--begin", type=Path, metavar="PACK", help="a pack whose trees are trained further")
    add("--names", type=Path, metavar="PACK", help="a pack whose names are taken over, without --entities")
    add("--words", type=int, default=800, help="words in a batch")
    add("--evaluations", type=int, default=8, help="evaluations while the trees are trained")
    add("--dropout", type=float, default=0.15, help="share of the vectors left out in training the trees")
    add("--width", type=int, default=96, help="width of the vectors")
    add("--depth", type=int, default=4, help="layers of the vectors")
    add("--rows", type=int, nargs=5, default=ROWS, help="rows of the tables of features")
    add(
        "--vectors",
        type=Path,
        metavar="FILE",
        help="vectors to begin with (timeline.languages.train.vectors)",
    )
    add(
        "--late-subjects",
        type=int,
        default=1,
        help="times that a sentence with a subject after its verb counts",
    )
    add("--no-strangers", action="store_true", help="leave names and adjectives of countries as they are")
    add(
        "--coined",
        type=float,
        default=0.0,
        metavar="SHARE",
        help="share of the sentences in which words get stems that no language has",
    )
    add("--state", type=int, default=64, help="width of the parser's state")
    add("--wide", action="store_true", help="let the parser look at more words of its state")
    return parser


def _far(text: str) -> tuple[str, Path]:
    code, mark, file = text.partition("=")
    if not (code and mark and file):
        raise argparse.ArgumentTypeError(f"not CODE=FILE: {text!r}")
    return code, Path(file)


def main(arguments: list[str] | None = None) -> int:
    """Train as the command line says; give the exit code."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")  # read when numpy is first imported
    args = _parser().parse_args(arguments)
    shape = Shape(width=args.width, depth=args.depth, rows=tuple(args.rows), state=args.state, wide=args.wide)
    recipe = Recipe(
        code=args.code,
        treebanks=args.treebank,
        entities=args.entities,
        far_entities=args.far_entities,
        text=args.text,
        dev=args.dev,
        silver=args.silver,
        test=args.test,
        entities_test=args.entities_test,
        keep_out=args.keep_out,
        pretrained=args.pretrained,
        epochs=args.epochs,
        vectors=args.vectors,
        begin=args.begin,
        names=args.names,
        together=args.together,
        strangers=not args.no_strangers,
        coined=args.coined,
        late_subjects=args.late_subjects,
        seed=args.seed,
        version=args.pack_version,
        licence=args.licence,
        tree_shape=shape,
        name_shape=replace(shape, state=64, wide=False),
        tree_run=Run(
            steps=args.steps,
            evaluations=args.evaluations,
            rate=args.rate,
            largest=args.words,
            dropout=args.dropout,
        ),
        name_run=Run(steps=args.name_steps, evaluations=6),
        far_run=Run(steps=args.far_steps, evaluations=5, largest=1200),
    )
    try:
        figures = with_progress(lambda tick: train(recipe, args.out, tick))
    except (TimelineError, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    print(json.dumps(figures, indent=1, ensure_ascii=False))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
