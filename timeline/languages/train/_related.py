"""Vectors learnt from the treebanks of related languages together: they share word order and endings."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline._errors import InputError
from timeline.languages.train._corpus import groups, tree_doc, varied
from timeline.languages.train._loop import Run, Tick, fit
from timeline.languages.train._model import Shape, related_pipeline
from timeline.languages.train._split import held_back, kept_out, pieces_of
from timeline.languages.train._treebank import Tree, Word, read_trees, without

SHARED = frozenset(("Gender", "Number", "Person", "Tense", "Mood", "VerbForm", "PronType"))
"""Features that the languages are taught to tell; the others differ too much between treebanks."""


def related_vectors(
    treebanks: Sequence[Path], tests: Sequence[Path], *, shape: Shape, run: Run, seed: int, tick: Tick
) -> bytes:
    """Give the weights of vectors trained to tell parts of speech, features and trees in all `treebanks`.

    A file's language is its name up to the underscore (``pt_bosque-ud-train.conllu``). Sentences of `tests`
    are kept out. `tick` is called with what is done, the step and the number of steps.

    Raises
    ------
    InputError
        A file's name begins with no language, or it is no CoNLL-U.
    """
    out = kept_out(tests)
    trees = [_coarse(tree) for path in treebanks for tree in without(_read(path), out)]
    trees, dev = held_back(trees)
    nlp = related_pipeline(shape)

    def examples(rng: random.Random | None) -> Iterable[Any]:
        return (_example(nlp, tree_doc(nlp, group)) for group in varied(trees, rng))

    fit(nlp, examples, lambda nlp: _las(nlp, dev), run=run, seed=seed, weights=None, tick=tick)
    weights: bytes = nlp.get_pipe("tok2vec").model.to_bytes()
    return weights


def _read(path: Path) -> Iterator[Tree]:
    code, mark, _ = path.name.partition("_")
    try:
        return read_trees(path, pieces_of(code if mark else ""))
    except ImportError as error:
        raise InputError("no language that spaCy has before the underscore", value=path.name) from error


def _coarse(tree: Tree) -> Tree:
    """Give `tree` with the labels that the languages share."""
    return replace(tree, words=tuple(map(_coarse_word, tree.words)))


def _coarse_word(word: Word) -> Word:
    plain = word.relation if word.relation.endswith(":pass") else word.relation.split(":")[0]
    return replace(word, relation=plain, feats=tuple(pair for pair in word.feats if pair[0] in SHARED))


def _example(nlp: Any, reference: Any) -> Any:
    """Give the example that leads from the treebank's own words to `reference`."""
    from spacy.training import Example

    return Example(_blank(nlp, reference), reference)


def _blank(nlp: Any, reference: Any) -> Any:
    from spacy.tokens import Doc

    spaces = [bool(token.whitespace_) for token in reference]
    return Doc(nlp.vocab, words=[token.text for token in reference], spaces=spaces)


def _las(nlp: Any, trees: Sequence[Tree]) -> float:
    from spacy.scorer import Scorer
    from spacy.training import Example

    gold = [tree_doc(nlp, run) for run in groups(trees, random.Random(7), 6)]  # noqa: S311
    found = nlp.pipe([_blank(nlp, doc) for doc in gold], batch_size=64)
    pairs = [Example(doc, reference) for doc, reference in zip(found, gold, strict=True)]
    scores = Scorer.score_deps(pairs, "dep", head_attr="head", ignore_labels=("p", "punct"))
    return float(scores["dep_las"] or 0)
