"""The whole way from files to a pack."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline._errors import InputError
from timeline.languages._data import PACK
from timeline.languages.train._corpus import TOGETHER, tree_examples
from timeline.languages.train._entities import read_entities
from timeline.languages.train._figures import name_figures, tree_figures
from timeline.languages.train._loop import Run, Tick, fit
from timeline.languages.train._model import Shape, tree_pipeline
from timeline.languages.train._naming import Naming
from timeline.languages.train._pretraining import pretrain, read_text
from timeline.languages.train._split import held_back, kept_out, pieces, pieces_of
from timeline.languages.train._strangers import strangers
from timeline.languages.train._treebank import Tree, has_late_subject, letters, read_trees, without


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a pack is made of; each field but `code` and `treebanks` may be left out.

    `pretrained` says what the unlabelled text is used for: trees, names or both. `late_subjects` says how
    often a sentence counts in which a subject follows its verb. `far_entities` (language and file) are learnt
    first, then `entities`; in `renamed` of their sentences persons and places get names never seen. `begin`
    is a pack whose trees are trained further; `together` is how many sentences a document has on average.
    In `coined` of the sentences words get stems that no language has. `silver` are trees of no treebank
    (``timeline.languages.train.silver``): trained on, never chosen by. `names` is a pack whose recogniser of
    names is taken over, where there are no `entities`.
    """

    code: str
    treebanks: Sequence[Path]
    entities: Sequence[Path] = ()
    far_entities: Sequence[tuple[str, Path]] = ()
    text: Sequence[Path] = ()
    dev: Sequence[Path] = ()
    silver: Sequence[Path] = ()
    test: Sequence[Path] = ()
    entities_test: Sequence[Path] = ()
    keep_out: Sequence[Path] = ()
    pretrained: str = "both"
    epochs: int = 3
    strangers: bool = True
    coined: float = 0.0
    late_subjects: int = 1
    renamed: float = 0.2
    vectors: Path | None = None
    begin: Path | None = None
    names: Path | None = None
    together: int = TOGETHER
    seed: int = 0
    version: str = "0.1.0"
    licence: str = "unknown"
    tree_shape: Shape = field(default_factory=Shape)
    name_shape: Shape = field(default_factory=Shape)
    tree_run: Run = field(default_factory=Run)
    name_run: Run = field(default_factory=lambda: Run(steps=3000, evaluations=6))
    far_run: Run = field(default_factory=lambda: Run(steps=3600, evaluations=5, largest=1200))


def train(recipe: Recipe, out: Path, tick: Tick = lambda what, step, steps: None) -> dict[str, Any]:
    """Train the pack of `recipe` into the folder `out` and give its figures.

    The same recipe and files give the same bytes on one machine with one thread.

    Raises
    ------
    InputError
        A file is not in its format, or nothing is left to train on.
    """
    from timeline.languages._ops import numpy_blas

    with numpy_blas():
        return _train(recipe, out, tick)


def _train(recipe: Recipe, out: Path, tick: Tick) -> dict[str, Any]:
    from timeline.languages import pipeline
    from timeline.languages._packs import write_pack

    nlp = _begun(recipe.begin) if recipe.begin else tree_pipeline(recipe.code, recipe.tree_shape)
    kept = kept_out((*recipe.test, *recipe.keep_out), recipe.entities_test)
    trees, tree_dev = _trees(recipe, kept)
    weights = _vectors(recipe, kept, tick)
    figures: dict[str, Any] = {"sentences trained on": len(trees)}
    trees += [tree for tree in trees for _ in range(1, recipe.late_subjects) if has_late_subject(tree)]
    figures["steps"] = _fit_trees(recipe, nlp, trees, tree_dev, weights, tick)
    if recipe.entities:
        figures["name steps"] = _add_names(recipe, nlp, weights, tick)
    elif recipe.names:
        nlp.add_pipe("ner", source=_names_of(recipe.names))
    out.mkdir(parents=True, exist_ok=True)
    about = {"code": recipe.code, "version": recipe.version, "licence": recipe.licence}
    write_pack(nlp, out / PACK, about)
    figures |= measure(pipeline.__wrapped__(recipe.code, str(out / PACK)), recipe)
    write_pack(nlp, out / PACK, {**about, "figures": figures})
    return figures


def _begun(path: Path) -> Any:
    """Give the pipeline in a pack, without its names."""
    from timeline.languages._packs import load_pack

    return load_pack(path, without=("ner",), quick=False)


def _names_of(path: Path) -> Any:
    """Give the pipeline in a pack that has a recogniser of names."""
    from timeline.languages._packs import load_pack

    nlp = load_pack(path, quick=False)
    if "ner" not in nlp.pipe_names:
        raise InputError("no names in this pack", file=str(path))
    return nlp


def measure(nlp: Any, recipe: Recipe) -> dict[str, Any]:
    """Give the figures of the pipeline `nlp` on the recipe's test files."""
    figures: dict[str, Any] = {
        path.name: tree_figures(nlp, list(read_trees(path, pieces(nlp)))) for path in recipe.test
    }
    if "ner" in nlp.pipe_names:
        for path in recipe.entities_test:
            figures[path.name] = name_figures(nlp, list(read_entities(path)))
    return figures


def _trees(recipe: Recipe, kept: frozenset[str]) -> tuple[list[Tree], list[Tree]]:
    def read(paths: Iterable[Path], out: frozenset[str]) -> list[Tree]:
        return without((tree for path in paths for tree in read_trees(path, pieces_of(recipe.code))), out)

    dev = read(recipe.dev, kept)
    trees = read(recipe.treebanks, kept | {letters(tree.text) for tree in dev})
    trees, dev = (trees, dev) if dev else held_back(trees)
    return trees + read(recipe.silver, kept | {letters(tree.text) for tree in dev}), dev


def _vectors(recipe: Recipe, kept: frozenset[str], tick: Tick) -> bytes | None:
    if recipe.vectors is not None:
        return recipe.vectors.read_bytes()
    texts = [text for path in recipe.text for text in read_text(path, kept)]
    if not texts:
        return None
    nlp = tree_pipeline(recipe.code, recipe.tree_shape)
    return pretrain(nlp, texts, epochs=recipe.epochs, seed=recipe.seed, tick=tick)


def _fit_trees(
    recipe: Recipe, nlp: Any, trees: list[Tree], dev: list[Tree], weights: bytes | None, tick: Tick
) -> list[tuple[int, float]]:
    others = strangers(recipe.code, recipe.coined) if recipe.strangers else None

    def examples(rng: random.Random | None) -> Iterable[Any]:
        return tree_examples(nlp, trees, rng, others, recipe.together)

    def score(nlp: Any) -> float:
        figures = tree_figures(nlp, dev)
        return 0.6 * figures["las"] + 0.15 * (figures["upos"] + figures["lemma"]) + 0.1 * figures["feats"]

    weights = weights if recipe.pretrained in ("both", "trees") else None
    begun = recipe.begin is not None
    return fit(
        nlp, examples, score, run=recipe.tree_run, seed=recipe.seed, weights=weights, tick=tick, begun=begun
    )


def _add_names(recipe: Recipe, nlp: Any, weights: bytes | None, tick: Tick) -> list[tuple[int, float]]:
    wanted = recipe.pretrained == "names" or (recipe.pretrained == "both" and recipe.vectors is None)
    same = weights if wanted and recipe.name_shape.fits(recipe.tree_shape) else None
    naming = Naming(recipe.code, recipe.entities, recipe.far_entities, recipe.entities_test, recipe.renamed)
    names, steps = naming.train(
        recipe.name_shape, recipe.far_run, recipe.name_run, seed=recipe.seed, weights=same, tick=tick
    )
    nlp.add_pipe("ner", source=names)
    return steps
