"""Sentences as spaCy's training examples, put together anew in each epoch."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from timeline.languages.train._entities import Named
from timeline.languages.train._strangers import Strangers
from timeline.languages.train._treebank import Tree
from timeline.languages.train._variety import vary_tree

TOGETHER = 2
"""Sentences in a document for training, on average; many short documents in a batch train quicker."""


def groups(sentences: Sequence[Any], rng: random.Random, together: int = TOGETHER) -> Iterator[Sequence[Any]]:
    """Cut `sentences` into runs of 1 to 2 x `together` - 1.

    Examples
    --------
    >>> [len(run) for run in groups(range(6), random.Random(1), together=2)]
    [1, 3, 1, 1]
    """
    start = 0
    while start < len(sentences):
        size = rng.randint(1, 2 * together - 1)
        yield sentences[start : start + size]
        start += size


def tree_doc(nlp: Any, trees: Sequence[Tree]) -> Any:
    """Give one spaCy document of some trees."""
    from spacy.tokens import Doc

    words = [(word, index, tree) for tree in trees for index, word in enumerate(tree.words)]
    starts = [position - index for position, (_, index, _) in enumerate(words)]
    return Doc(
        nlp.vocab,
        words=[w.form for w, _, _ in words],
        spaces=[w.space or index == len(tree.words) - 1 for w, index, tree in words],
        pos=[w.upos for w, _, _ in words],
        morphs=["|".join(f"{key}={value}" for key, value in w.feats) for w, _, _ in words],
        lemmas=[w.lemma for w, _, _ in words],
        heads=[start + w.head for start, (w, _, _) in zip(starts, words, strict=True)],
        deps=[w.relation for w, _, _ in words],
        sent_starts=[index == 0 for _, index, _ in words],
    )


def named_doc(nlp: Any, sentences: Sequence[Named]) -> Any:
    """Give one spaCy document of some sentences with their entities."""
    from spacy.util import filter_spans

    doc = nlp.make_doc(" ".join(named.text for named in sentences))
    offset, spans = 0, []
    for named in sentences:
        for start, end, kind in named.spans:
            span = doc.char_span(offset + start, offset + end, label=kind, alignment_mode="expand")
            spans += [span] if span is not None else []
        offset += len(named.text) + 1
    doc.ents = filter_spans(spans)
    return doc


def example(nlp: Any, reference: Any) -> Any:
    """Give the training example that leads from the raw text to `reference`."""
    from spacy.training import Example

    return Example(nlp.make_doc(reference.text), reference)


def tree_examples(
    nlp: Any,
    trees: Sequence[Tree],
    rng: random.Random | None,
    strangers: Strangers | None = None,
    together: int = TOGETHER,
) -> Iterator[Any]:
    """Give examples of `trees`; with `rng` varied and in random order, without as they are."""
    return (example(nlp, tree_doc(nlp, run)) for run in varied(trees, rng, strangers, together))


def varied(
    trees: Sequence[Tree],
    rng: random.Random | None,
    strangers: Strangers | None = None,
    together: int = TOGETHER,
) -> Iterator[Sequence[Tree]]:
    """Give runs of `trees`; with `rng` varied and in random order, without as they are."""
    runs = list(groups(trees, rng or random.Random(7), together))  # noqa: S311
    if rng is not None:
        rng.shuffle(runs)
        runs = [[vary_tree(tree, rng, strangers) for tree in run] for run in runs]
    return iter(runs)
