"""Time expressions of documents as JSON records or TimeML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from timeline import dates
from timeline._errors import LanguageError, TimelineWarning, printable

if TYPE_CHECKING:
    from timeline._cli._messages import Messages
    from timeline.documents import Document


def lines(
    documents: Iterable[Document], messages: Messages, *, explain: bool = False
) -> Iterator[dict[str, Any]]:
    """Give `{"id", "dates": [...]}` for each document; `explain` adds the operator tree of each date."""
    for document in documents:
        found = [_record(d, explain=explain) for d in find(document, messages)]
        yield {"id": document.id, "dates": found}


def timeml(documents: Iterable[Document], messages: Messages) -> Iterator[str]:
    """Give a TimeML document for each document."""
    for document in documents:
        yield dates.timeml(document, find(document, messages))


def find(document: Document, messages: Messages) -> list[dates.DateExpression]:
    """Give the time expressions of a document; none, and a line, where its language has no data."""
    text, published, start = document.text, document.published, document.body_start
    if document.language is None:
        return dates.find_detected(text, published=published, start=start)
    try:
        return dates.find(text, language=document.language, published=published, start=start)
    except LanguageError as error:
        messages(TimelineWarning(f"{printable(document.id)}: {error}"))
        return []


def _record(expression: dates.DateExpression, *, explain: bool) -> dict[str, Any]:
    record = dates.as_record(expression)
    return {**record, "explain": str(expression.tree)} if explain else record
