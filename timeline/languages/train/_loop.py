"""One training run: batches, a learning rate that falls to nothing, the best evaluation kept."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Examples = Callable[[random.Random | None], Iterable[Any]]
"""Gives the examples of an epoch: with a generator varied and in random order, without as they are."""
Tick = Callable[[str, int, int], None]
"""Told what is done, the step and the number of steps."""
WARM = 250
"""Steps in which the learning rate rises."""


@dataclass(frozen=True, slots=True)
class Run:
    """Settings of a run: steps at most, how often it is evaluated, evaluations without gain to the end."""

    steps: int = 4000
    evaluations: int = 8
    patience: int = 3
    rate: float = 0.001
    dropout: float = 0.15
    smallest: int = 300
    largest: int = 800

    @property
    def every(self) -> int:
        """Steps between two evaluations."""
        return max(1, self.steps // self.evaluations)


def fit(
    nlp: Any,
    examples: Examples,
    score: Callable[[Any], float],
    *,
    run: Run,
    seed: int,
    weights: bytes | None,
    tick: Tick,
    begun: bool = False,
) -> list[tuple[int, float]]:
    """Train `nlp` in place and give the score of each evaluation.

    `weights` are pretrained vectors; what is `begun` goes on from where it is.
    """
    from spacy.training.loop import train_while_improving
    from thinc.api import fix_random_seed

    from timeline.languages.train._model import vector_layer

    fix_random_seed(seed)
    optimiser = _optimiser(run)
    if not begun:
        nlp.initialize(lambda: examples(None), sgd=optimiser)
    if weights is not None:
        vector_layer(nlp).from_bytes(weights)
    best: bytes = b""
    what = nlp.pipe_names[-1]
    steps = train_while_improving(
        nlp,
        optimiser,
        _batches(examples, random.Random(seed), run),  # noqa: S311
        evaluate=lambda: (score(nlp), {}),
        dropout=run.dropout,
        eval_frequency=run.every,
        accumulate_gradient=1,
        patience=run.patience * run.every,
        max_steps=run.every * run.evaluations,
        exclude=[],
        annotating_components=[],
        before_update=None,
    )
    results: list[tuple[float, int]] = []
    for _, state, is_best in steps:
        tick(f"{what} {_shown(state['checkpoints'])}", state["step"], run.steps)
        results = state["checkpoints"]
        if is_best:
            with nlp.use_params(optimiser.averages):
                best = nlp.to_bytes(exclude=["vocab", "tokenizer"])
    nlp.from_bytes(best)
    return [(step, value) for value, step in results]


def _shown(results: list[tuple[float, int]]) -> str:
    return f"{results[-1][0]:.4f} (best {max(results)[0]:.4f})" if results else ""


def _optimiser(run: Run) -> Any:
    from thinc.api import Adam, warmup_linear

    rate: Any = warmup_linear(run.rate, WARM, run.steps + 1)
    return Adam(rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)


def _batches(examples: Examples, rng: random.Random, run: Run) -> Iterator[tuple[int, list[Any]]]:
    """Give `(epoch, batch)` without end; batches grow from `run.smallest` to `run.largest` words."""
    epoch, done, words, batch = 0, 0, 0, []
    while True:
        for item in examples(rng):
            batch.append(item)
            words += len(item.reference)
            if words >= min(run.largest, run.smallest + done):
                yield epoch, batch
                done, words, batch = done + 1, 0, []
        epoch += 1
