"""How good a pipeline is: raw text in, against trees or names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.languages.train._corpus import groups, named_doc, tree_doc
from timeline.languages.train._entities import Named
from timeline.languages.train._treebank import Tree


def tree_figures(nlp: Any, trees: Sequence[Tree]) -> dict[str, float]:
    """Give UPOS, morphology, lemmas, UAS, LAS (punctuation left out, subtypes counted) and sentence F."""
    from spacy.scorer import Scorer

    pairs = _pairs(nlp, [tree_doc(nlp, run) for run in _runs(trees, 6)])
    scores = {
        **Scorer.score_token_attr(pairs, "pos"),
        **Scorer.score_token_attr(pairs, "morph", getter=lambda token, _: str(token.morph)),
        **Scorer.score_token_attr(pairs, "lemma"),
        **Scorer.score_deps(pairs, "dep", head_attr="head", ignore_labels=("p", "punct")),
        **Scorer.score_spans(pairs, "sents", getter=lambda doc, _: doc.sents),
    }
    names = {
        "upos": "pos_acc",
        "feats": "morph_acc",
        "lemma": "lemma_acc",
        "uas": "dep_uas",
        "las": "dep_las",
        "sentences": "sents_f",
    }
    return {ours: round(float(scores[theirs] or 0), 4) for ours, theirs in names.items()}


def name_figures(nlp: Any, sentences: Sequence[Named]) -> dict[str, float]:
    """Give precision, recall and F of the entities, span and kind right."""
    from spacy.scorer import Scorer

    pairs = _pairs(nlp, [named_doc(nlp, run) for run in _runs(sentences, 3)])
    scores = Scorer.score_spans(pairs, "ents")
    names = {"precision": "ents_p", "recall": "ents_r", "f": "ents_f"}
    return {ours: round(float(scores[theirs] or 0), 4) for ours, theirs in names.items()}


def _runs(sentences: Sequence[Any], together: int) -> Iterable[Sequence[Any]]:
    import random

    return groups(sentences, random.Random(7), together)  # noqa: S311


def _pairs(nlp: Any, references: list[Any]) -> list[Any]:
    from spacy.training import Example

    predicted = nlp.pipe([doc.text for doc in references], batch_size=64)
    return [Example(doc, gold) for doc, gold in zip(predicted, references, strict=True)]
