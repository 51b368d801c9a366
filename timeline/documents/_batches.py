"""Documents taken together, a bounded amount of text at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.documents._document import Document


def batches(documents: Iterable[Document], characters: int) -> Iterator[list[Document]]:
    """Give documents in lists that end as soon as they hold so many characters.

    Examples
    --------
    >>> three = [Document(name, "some text") for name in "abc"]
    >>> [len(batch) for batch in batches(three, 12)]
    [2, 1]
    """
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= characters:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
