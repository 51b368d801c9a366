"""``python -m timeline.languages.train.vectors OUT --treebank FILE... [--test FILE...]``.

Vectors from the treebanks of several related languages, for ``python -m timeline.languages.train --vectors``.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from timeline._errors import TimelineError
from timeline.languages.train._loop import Run
from timeline.languages.train._model import ROWS, Shape
from timeline.languages.train._progress import with_progress


def main(arguments: list[str] | None = None) -> int:
    """Train as the command line says; give the exit code."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")  # read when numpy is first imported
    parser = argparse.ArgumentParser(prog="python -m timeline.languages.train.vectors", description=__doc__)
    add = parser.add_argument
    add("out", type=Path, metavar="OUT", help="the file of vectors to write")
    add("--treebank", nargs="+", type=Path, required=True, metavar="FILE", help="CODE_NAME.conllu")
    add("--test", nargs="+", type=Path, default=[], metavar="FILE", help="their sentences are kept out")
    add("--steps", type=int, default=5500)
    add("--width", type=int, default=96, help="width of the vectors")
    add("--depth", type=int, default=4, help="layers of the vectors")
    add("--rows", type=int, nargs=5, default=ROWS, help="rows of the tables of features")
    add("--seed", type=int, default=0)
    args = parser.parse_args(arguments)
    try:
        args.out.write_bytes(_trained(args))
    except (TimelineError, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    return 0


def _trained(args: argparse.Namespace) -> bytes:
    from timeline.languages._ops import numpy_blas
    from timeline.languages.train._related import related_vectors

    shape = Shape(width=args.width, depth=args.depth, rows=tuple(args.rows))
    run = Run(steps=args.steps, evaluations=5)
    with numpy_blas():
        return with_progress(
            lambda tick: related_vectors(
                args.treebank, args.test, shape=shape, run=run, seed=args.seed, tick=tick
            )
        )


if __name__ == "__main__":
    sys.exit(main())
