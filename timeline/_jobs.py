"""Extraction in chunks of documents, in this process or in several, the order kept."""

from __future__ import annotations

import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING

from timeline._errors import InputError, LanguageError, TimelineError, TimelineWarning, printable
from timeline.documents import batches

if TYPE_CHECKING:
    from timeline.documents import Document
    from timeline.extraction import Event

    Extracted = list[tuple[Document, list[Event] | Exception]]
    Models = Mapping[str, str] | None

CHUNK = 250_000
"""Characters that are extracted from at a time: enough for full batches, little enough for memory."""


def extract_all(
    documents: Iterable[Document],
    models: Models = None,
    jobs: int = 1,
    report: Callable[[InputError], None] | None = None,
) -> Iterator[tuple[Document, list[Event]]]:
    """Give the events of each document, in the order of the documents.

    With `jobs` above 1 as many processes share the work. What a worker warns of is issued here, in order.
    A document on which extraction breaks goes to `report`, has no events, and costs no other; without
    `report` it raises.
    """
    chunks = batches(documents, CHUNK)
    results = _pooled(chunks, models, jobs) if jobs > 1 else (_extract(chunk, models) for chunk in chunks)
    for result in results:
        for document, found in result:
            if isinstance(found, LanguageError) and report is None:
                warnings.warn(f"{printable(document.id)}: {found}", TimelineWarning, stacklevel=2)
            elif isinstance(found, Exception) and report is None:
                raise found
            if isinstance(found, Exception) and report is not None:
                report(InputError(_broken(found), file=document.id))
            yield document, [] if isinstance(found, Exception) else found


def _broken(error: Exception) -> str:
    if isinstance(error, LanguageError):
        return str(error)
    return f"could not be extracted from ({type(error).__name__}: {printable(str(error))})"


def _extract(chunk: list[Document], models: Models) -> Extracted:
    from timeline.extraction import extract

    try:
        return list(extract(chunk, models=models))
    except LanguageError:
        if models:
            raise
        return [(document, _extract_one(document, models)) for document in chunk]
    except TimelineError:
        raise
    except Exception:
        return [(document, _extract_one(document, models)) for document in chunk]


def _extract_one(document: Document, models: Models) -> list[Event] | Exception:
    from timeline.extraction import extract

    try:
        return next(found for _, found in extract([document], models=models))
    except LanguageError as error:
        return error
    except TimelineError:
        raise
    except Exception as error:
        return error


def _pooled(chunks: Iterator[list[Document]], models: Models, jobs: int) -> Iterator[Extracted]:
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[tuple[Extracted, list[str]]]] = deque()
        try:
            for chunk in chunks:
                waiting.append(pool.submit(_recorded, chunk, models))
                if len(waiting) > 2 * jobs:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _recorded(chunk: list[Document], models: Models) -> tuple[Extracted, list[str]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = _extract(chunk, models)
    return found, [str(w.message) for w in caught if issubclass(w.category, TimelineWarning)]


def _result(future: Future[tuple[Extracted, list[str]]]) -> Extracted:
    found, messages = future.result()
    for message in messages:
        warnings.warn(message, TimelineWarning, stacklevel=2)
    return found
