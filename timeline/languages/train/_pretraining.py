"""Vectors learnt from unlabelled text: from its vector a word's first and last letters are to be told."""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from timeline._errors import InputError
from timeline.languages.train._treebank import letters

BATCH = 3000
"""Words in a batch."""
LONGEST = 500
"""Words in a text; a longer one is cut."""
_SENTENCE = re.compile(r"(?<=[.!?»”])\s+|\n+")
_LONG = 40


def read_text(path: Path, kept_out: frozenset[str]) -> Iterator[str]:
    """Read texts from a file: lines of text, or of JSON with a ``text``; ``.gz`` is unpacked.

    A text that shares a long sentence with `kept_out` (their letters) is left out.

    Raises
    ------
    InputError
        A line is no JSON object with a text.
    """
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as file
    ):
        for number, line in enumerate(file, 1):
            text = _text(line, ".json" in path.name, path, number)
            if text and not any(
                len(s) >= _LONG and s in kept_out for s in map(letters, _SENTENCE.split(text))
            ):
                yield text


def _text(line: str, as_json: bool, path: Path, number: int) -> str:
    if not as_json:
        return line.strip()
    try:
        text = json.loads(line)["text"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError("not JSON with a text", file=str(path), line=number, value=line.strip()) from error
    return str(text)


def pretrain(
    nlp: Any, texts: Sequence[str], *, epochs: int, seed: int, tick: Callable[[str, int, int], None]
) -> bytes:
    """Train the vectors of the component "tok2vec" of `nlp` on `texts` and give their weights.

    Follows ``spacy pretrain`` with its character objective: two letters of each end of every word.
    `tick` is called with what is done, the step and the number of steps.
    """
    from spacy.ml.models.multi_task import create_pretrain_characters
    from spacy.training.pretrain import create_pretraining_model, make_update
    from thinc.api import Adam, fix_random_seed

    fix_random_seed(seed)
    objective = create_pretrain_characters(hidden_size=200, maxout_pieces=3, n_characters=4)
    settings = {"component": "tok2vec", "layer": "", "objective": objective, "dropout": 0.2}
    model: Any = create_pretraining_model(nlp, settings)  # type: ignore[no-untyped-call]
    optimiser = Adam(0.001, L2=0.01, grad_clip=1.0, use_averages=True)
    docs = [part for text in texts for part in _parts(nlp.make_doc(text))]
    rng = random.Random(seed)  # noqa: S311
    batches = [batch for _ in range(epochs) for batch in _batches(rng.sample(docs, len(docs)))]
    for step, batch in enumerate(batches, 1):
        make_update(model, batch, optimiser, model.attrs["loss"])
        tick("pretraining", step, len(batches))
    with model.use_params(optimiser.averages):
        weights: bytes = model.get_ref("tok2vec").to_bytes()
    return weights


def _parts(doc: Any) -> Iterator[Any]:
    if len(doc) <= LONGEST:
        return iter([doc])
    return (doc[start : start + LONGEST].as_doc() for start in range(0, len(doc), LONGEST))


def _batches(docs: Sequence[Any]) -> Iterator[list[Any]]:
    ends = itertools.accumulate(len(doc) for doc in docs)
    runs = itertools.groupby(zip(docs, ends, strict=True), key=lambda pair: pair[1] // BATCH)
    return ([doc for doc, _ in run] for _, run in runs)
