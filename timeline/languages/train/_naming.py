"""The entity recogniser: first on entities of many languages, then on those nearest to the texts."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from timeline._errors import InputError
from timeline.languages._kinds import add_kinds
from timeline.languages.train._corpus import example, groups, named_doc
from timeline.languages.train._entities import Named, read_entities
from timeline.languages.train._figures import name_figures
from timeline.languages.train._loop import Run, Tick, fit
from timeline.languages.train._model import Shape, name_pipeline
from timeline.languages.train._strangers import Strangers, strangers
from timeline.languages.train._treebank import letters
from timeline.languages.train._variety import vary_named

KEPT = 0.98
"""Share of the sentences that is trained on; the rest, the last ones, choose the best step."""
NEAR = 2
"""How often the nearest entities count among those of many languages."""
Items = list[tuple[str, Sequence[Named]]]


class Naming:
    """Train an entity recogniser for language `code`.

    `near` are files of entities in that language, `far` files of any language by its code; sentences of
    `tests` are kept out of both. In `renamed` of the sentences persons and places get names never seen.
    """

    def __init__(
        self,
        code: str,
        near: Sequence[Path],
        far: Sequence[tuple[str, Path]],
        tests: Sequence[Path],
        renamed: float,
    ) -> None:
        import spacy

        kept = {letters(named.text) for path in tests for named in read_entities(path)}
        read = [named for path in near for named in _read(path, kept)]
        cut = int(len(read) * KEPT)
        self.code, self.renamed = code, renamed
        self.near, self.dev = read[:cut], read[cut:]
        if not self.near or not self.dev:
            raise InputError("too few sentences to train on", value=len(read))
        self.far = [(language, list(_read(path, kept))) for language, path in far]
        self.makers: dict[str, Any] = {language: add_kinds(spacy.blank(language)) for language, _ in far}
        self.strangers: Strangers = strangers(code)

    def train(
        self, shape: Shape, far_run: Run, run: Run, *, seed: int, weights: bytes | None, tick: Tick
    ) -> tuple[Any, list[tuple[int, float]]]:
        """Give the pipeline and the score of each evaluation."""
        nlp = add_kinds(name_pipeline(self.code, shape))
        self.makers.setdefault(self.code, nlp)
        steps: list[tuple[int, float]] = []
        if self.far:
            steps += fit(nlp, self._all, self._score, run=far_run, seed=seed, weights=weights, tick=tick)
            weights = None
        begun = bool(self.far)
        steps += fit(
            nlp, self._nearest, self._score, run=run, seed=seed, weights=weights, tick=tick, begun=begun
        )
        return nlp, steps

    def _score(self, nlp: Any) -> float:
        return name_figures(nlp, self.dev)["f"]

    def _all(self, rng: random.Random | None) -> Iterator[Any]:
        cut = rng or random.Random(7)  # noqa: S311
        items: Items = [(code, run) for code, some in self.far for run in groups(some, cut)]
        items += [(self.code, run) for _ in range(NEAR) for run in groups(self.near, cut)]
        return self._examples(items, rng)

    def _nearest(self, rng: random.Random | None) -> Iterator[Any]:
        cut = rng or random.Random(7)  # noqa: S311
        return self._examples([(self.code, run) for run in groups(self.near, cut)], rng)

    def _examples(self, items: Items, rng: random.Random | None) -> Iterator[Any]:
        if rng is not None:
            rng.shuffle(items)
        for code, run in items:
            varied = run if rng is None else [self._vary(named, rng) for named in run]
            yield example(self.makers[code], named_doc(self.makers[code], varied))

    def _vary(self, named: Named, rng: random.Random) -> Named:
        named = vary_named(named, rng)
        return self.strangers.rename(named, rng) if rng.random() < self.renamed else named


def _read(path: Path, kept: Iterable[str]) -> Iterator[Named]:
    return (named for named in read_entities(path) if letters(named.text) not in kept)
