"""The trained lemmatizer, quicker: each word and edit is put together once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import LEMMA, ORTH
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer

Trees = npt.NDArray[np.int64]
_REMEMBERED = 100_000


class QuickLemmatizer(EditTreeLemmatizer):
    """spaCy's lemmatizer with the best edit of each word; where it does not fit the word stays as it is."""

    def predict(self, docs: Iterable[Any]) -> Any:
        """Give the number of the best edit of each token, an array a document."""
        docs = list(docs)
        if not any(map(len, docs)):
            return [np.zeros(0, dtype="i8") for _ in docs]
        labels = np.asarray(self.cfg["labels"])
        return [labels[scores.argmax(axis=1)] for scores in self.model.predict(docs)]

    def set_annotations(self, docs: Iterable[Any], batch_tree_ids: Iterable[Trees]) -> None:
        """Write the lemmas."""
        known = self.__dict__.setdefault("_known_lemmas", {})
        if len(known) > _REMEMBERED:
            known.clear()
        for doc, trees in zip(docs, batch_tree_ids, strict=True):
            pairs = list(zip(doc.to_array(ORTH).tolist(), trees.tolist(), strict=True))
            for pair in pairs:
                if pair not in known:
                    known[pair] = self._lemma(*pair)
            doc.from_array([LEMMA], np.array([[known[pair]] for pair in pairs], dtype="u8").reshape(-1, 1))

    def _lemma(self, orth: int, tree: int) -> int:
        form = self.vocab.strings[orth]
        lemma = self.trees.apply(tree, form)
        return int(self.vocab.strings.add(form if lemma is None else lemma))


def quicken(nlp: Any) -> Any:
    """Let the trained lemmatizer of the spaCy pipeline `nlp`, where it has one, work this way."""
    for _, pipe in nlp.pipeline:
        if type(pipe) is EditTreeLemmatizer:
            pipe.__class__ = QuickLemmatizer
    return nlp
