"""Documents to events: parsing in coarse batches, then the rules, document by document."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.documents import batches
from timeline.extraction._block import Piece, blocks, pieces
from timeline.extraction._event import Event

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.documents import Document

BATCH_CHARACTERS = 200_000
_TOGETHER = 6_000
"""Characters that are parsed at a time: beyond that nothing gets quicker, and memory grows."""


def extract(
    documents: Iterable[Document], *, models: Mapping[str, str] | None = None
) -> Iterator[tuple[Document, list[Event]]]:
    """Give each document with the statements and actions that it tells, in the order of the text.

    Parameters
    ----------
    documents
        Any number, read lazily; the language of a document that states none is detected.
    models
        spaCy pipelines to use instead of the language packs, by language code.

    Raises
    ------
    LanguageError
        A document's language has no pipeline or no lexicon.

    Examples
    --------
    >>> from timeline.documents import Document
    >>> document = Document("a", "Il ministro ha detto che la situazione è grave.", language="it")
    >>> [(_, events)] = extract([document])
    >>> [(e.kind, e.speech_act, e.trigger, e.content) for e in events]
    [('statement', 'say', 'ha detto', 'che la situazione è grave')]
    """
    for batch in batches(map(_in_its_language, documents), BATCH_CHARACTERS):
        parsed = _parsed(batch, models or {})
        for number, document in enumerate(batch):
            yield document, _events(document, parsed[number])


def _in_its_language(document: Document) -> Document:
    if document.language is not None:
        return document
    from timeline.languages import detect

    return replace(document, language=detect(document.text[document.body_start :]))


def _parsed(batch: list[Document], models: Mapping[str, str]) -> dict[int, list[tuple[Doc, Piece]]]:
    """Parse the pieces of a batch, all documents of a language in one go."""
    by_language: dict[str, list[tuple[str, tuple[int, Piece]]]] = defaultdict(list)
    for number, document in enumerate(batch):
        if document.language:
            by_language[document.language] += [(p.text, (number, p)) for p in pieces(document)]
    out: dict[int, list[tuple[Doc, Piece]]] = defaultdict(list)
    for code, texts in by_language.items():
        nlp = _pipeline(code, models.get(code))
        for run in _runs(texts):
            for doc, (number, piece) in nlp.pipe(run, as_tuples=True, batch_size=len(run)):
                out[number].append((doc, piece))
    return out


def _runs(texts: list[tuple[str, tuple[int, Piece]]]) -> Iterator[list[tuple[str, tuple[int, Piece]]]]:
    """Cut `texts` into runs of about `_TOGETHER` characters."""
    ends = itertools.accumulate(len(text) for text, _ in texts)
    pairs = zip(texts, ends, strict=True)
    for _, run in itertools.groupby(pairs, key=lambda pair: pair[1] // _TOGETHER):
        yield [text for text, _ in run]


def _pipeline(code: str, model: str | None) -> Any:
    from timeline.languages import pipeline

    return pipeline(code, model)


def _events(document: Document, parsed: list[tuple[Doc, Piece]]) -> list[Event]:
    if not parsed or document.language is None:
        return []
    from timeline.extraction._story import Story

    return Story(document, blocks(parsed)).events()
