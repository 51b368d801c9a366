"""The trained vectors, parser and entity recogniser, quicker: in little memory, all documents step by step.

A batch of 64 long documents needs hundreds of megabytes of sums at once, which cost more to get from the
system than to work out; so a batch is cut into portions of a few thousand words. And spaCy's parser asks
after each sum whether an error is waiting, for which it takes and leaves the interpreter's lock, over a
million times in 100,000 words. Here the steps are Python's, which holds the lock all the while; the decisions
are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer, Tok2Vec
from spacy.tokens import Doc

QUICK = {"tok2vec": "timeline_tok2vec", "parser": "timeline_parser", "ner": "timeline_ner"}
"""The factories of spaCy, and those that take their place."""
_PARTS = 4
"""spaCy cuts each batch into so many."""
PORTION = 3000
"""Tokens worked on at once, if they are not of one document."""


def portions(docs: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """Cut `docs` into runs of `size` tokens at most; a longer document is a run of its own.

    Examples
    --------
    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> docs = [Doc(Vocab(), words=["a"] * size) for size in (2, 3, 0, 9, 1)]
    >>> [[len(doc) for doc in some] for some in portions(docs, 5)]
    [[2, 3, 0], [9], [1]]
    """
    some: list[Doc] = []
    tokens = 0
    for doc in docs:
        if some and tokens + len(doc) > size:
            yield some
            some, tokens = [], 0
        some.append(doc)
        tokens += len(doc)
    if some:
        yield some


class QuickVectors(Tok2Vec):
    """spaCy's vectors, a portion at a time."""

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """Give the vectors of each document."""
        found: list[Any] = []
        for some in portions(docs, PORTION):
            found += super().predict(some)
        return found


class _Together:
    """What `predict` and `pipe` of both do in place of spaCy's."""

    cfg: dict[str, Any]
    model: Any
    moves: Any
    transition_states: Callable[[list[Any], Any], list[Any]]

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """Give the final state of each document."""
        docs = [docs] if isinstance(docs, Doc) else list(docs)
        if not any(map(len, docs)):
            found: list[Any] = self.moves.init_batch(docs)
        elif self._is_plain():
            found = [state for some in portions(docs, PORTION) for state in self._walk(some)]
        else:
            found = super().predict(docs)  # type: ignore[misc]
        return found

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Give the documents with what was found in them, `batch_size` at a time."""
        found: Iterator[Doc] = super().pipe(docs, batch_size=_PARTS * batch_size)  # type: ignore[misc]
        return found

    def _is_plain(self) -> bool:
        attributes = self.model.attrs
        return self.cfg["beam_width"] == 1 and attributes["has_upper"] and not attributes["unseen_classes"]

    def _walk(self, docs: list[Doc]) -> list[Any]:
        states = self.moves.init_batch(docs)
        steps = self.model.predict(docs)
        weights, bias = (steps.vec2scores.get_param(name) for name in ("W", "b"))
        words_of, vectors_of, move = steps.get_token_ids, steps.state2vec.predict, self.transition_states
        active = [state for state in states if not state.is_final()]
        while active:
            scores = vectors_of(words_of(active)) @ weights.T
            scores += bias
            active = move(active, scores)
        steps.clear_memory()
        return list(states)


class QuickParser(_Together, DependencyParser):  # type: ignore[misc]
    """spaCy's parser."""


class QuickRecognizer(_Together, EntityRecognizer):  # type: ignore[misc]
    """spaCy's entity recogniser."""


@Language.factory(QUICK["tok2vec"])
def _tok2vec(nlp: Any, name: str, model: Any) -> QuickVectors:
    return QuickVectors(nlp.vocab, model, name)


@Language.factory(QUICK["parser"])
def _parser(
    nlp: Any,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    learn_tokens: bool,
    min_action_freq: int,
    scorer: Any,
) -> QuickParser:
    return QuickParser(
        nlp.vocab,
        model,
        name,
        moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        learn_tokens=learn_tokens,
        min_action_freq=min_action_freq,
        scorer=scorer,
    )


@Language.factory(QUICK["ner"])
def _recognizer(
    nlp: Any,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Any,
) -> QuickRecognizer:
    return QuickRecognizer(
        nlp.vocab,
        model,
        name,
        moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )
