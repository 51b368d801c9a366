"""Documents to events: parsing in coarse batches, then the rules, document by document."""

from __future__ import annotations

import itertools
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline._errors import LanguageError, TimelineWarning, printable
from timeline.documents import batches
from timeline.extraction._block import Piece, blocks, pieces
from timeline.extraction._event import Event
from timeline.extraction._markup import evened

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.documents import Document

    Told = tuple[Piece, str]
    """A paragraph and the language that it is in."""

BATCH_CHARACTERS = 200_000
_TOGETHER = 12_000
"""Characters that are parsed at a time: beyond that nothing gets quicker, and memory grows."""


def extract(
    documents: Iterable[Document], *, models: Mapping[str, str] | None = None
) -> Iterator[tuple[Document, list[Event]]]:
    """Give each document with the statements and actions that it tells, in the order of the text.

    Parameters
    ----------
    documents
        Any number, read lazily; the language of a document that states none is detected, paragraph by
        paragraph where they differ.
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
    for batch in batches(documents, BATCH_CHARACTERS):
        spoken = [_in_their_languages(document, models or {}) for document in batch]
        parsed = _parsed([told for _, told in spoken], models or {})
        for number, (document, _) in enumerate(spoken):
            yield document, _events(document, parsed.get(number, []))


def _in_their_languages(document: Document, models: Mapping[str, str]) -> tuple[Document, list[Told]]:
    """Give the document with its language, and its pieces, each with the language that it is in."""
    if document.language is not None:
        return document, [(piece, document.language) for piece in pieces(document)]
    from timeline.languages import detect, detect_paragraph

    whole = detect(document.text[document.body_start :])
    if whole is None:
        return document, []
    found = [(piece, detect_paragraph(piece.text, whole)) for piece in pieces(document)]
    return replace(document, language=whole), _readable(document, found, models)


def _readable(document: Document, found: list[Told], models: Mapping[str, str]) -> list[Told]:
    """Leave out the paragraphs in a language that there is no pipeline for, and say so in a line each.

    Where that is all of them, it is an error.
    """
    missing: dict[str, LanguageError] = {}
    for code in dict.fromkeys(code for _, code in found):
        try:
            _pipeline(code, models.get(code))
        except LanguageError as error:
            missing[code] = error
    kept = [told for told in found if told[1] not in missing]
    for code, reason in missing.items():
        if code in models or not kept:
            raise reason
        number = sum(spoken == code for _, spoken in found)
        told = f"{number} paragraph{'s' if number > 1 else ''} not read, {reason}"
        warnings.warn(f"{printable(document.id)}: {told}", TimelineWarning, stacklevel=2)
    return kept


def _parsed(batch: list[list[Told]], models: Mapping[str, str]) -> dict[int, list[tuple[Doc, Piece, str]]]:
    """Parse the pieces of a batch, all pieces of a language in one go; those of a document in order."""
    from timeline.languages import with_accents

    by_language: dict[str, list[tuple[str, tuple[int, Piece]]]] = defaultdict(list)
    for number, told in enumerate(batch):
        for piece, code in told:
            text = evened(piece.text) if piece.marked else piece.text
            by_language[code].append((with_accents(text, code), (number, piece)))
    out: dict[int, list[tuple[Doc, Piece, str]]] = defaultdict(list)
    for code, texts in by_language.items():
        nlp = _pipeline(code, models.get(code))
        for run in _runs(texts):
            for doc, (number, piece) in nlp.pipe(run, as_tuples=True, batch_size=len(run)):
                out[number].append((doc, piece, code))
    return {number: sorted(found, key=lambda f: f[1].index) for number, found in out.items()}


def _runs(texts: list[tuple[str, tuple[int, Piece]]]) -> Iterator[list[tuple[str, tuple[int, Piece]]]]:
    """Cut `texts` into runs of about `_TOGETHER` characters."""
    ends = itertools.accumulate(len(text) for text, _ in texts)
    pairs = zip(texts, ends, strict=True)
    for _, run in itertools.groupby(pairs, key=lambda pair: pair[1] // _TOGETHER):
        yield [text for text, _ in run]


def _pipeline(code: str, model: str | None) -> Any:
    from timeline.languages import pipeline

    return pipeline(code, model)


def _events(document: Document, parsed: list[tuple[Doc, Piece, str]]) -> list[Event]:
    """Give the events of a document, each paragraph read by the rules of its language."""
    from timeline.extraction._story import Story

    read = blocks((doc, piece) for doc, piece, _ in parsed)
    out: list[Event] = []
    for code in dict.fromkeys(code for _, _, code in parsed):
        own = [block for block, (_, _, spoken) in zip(read, parsed, strict=True) if spoken == code]
        numbered = [replace(block, index=number) for number, block in enumerate(own)]
        out += Story(replace(document, language=code), numbered).events()
    return sorted(out, key=lambda event: event.trigger_start)
