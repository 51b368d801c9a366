"""The event table packed for the page: gzipped blocks that the page inflates when it needs them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.chart._columns import DIMENSIONS, Columns
from timeline.chart._details import LIMIT, LIMITS, details, rows_named, strings
from timeline.chart._packing import pack, pack_json, planes
from timeline.chart._text import cap
from timeline.chart._words import SEPARATOR, clean, coder_of

CHUNK = 2048
PARAGRAPHS = 2048
TOP = 2000


def blocks(data: Columns) -> Iterator[tuple[str, str]]:
    """Give the page's data as (name, packed bytes) pairs; the same table gives the same bytes."""
    paragraphs, places = _paragraphs(data.table)
    yield "numbers", pack(_numbers(data) + _places(places))
    yield "names", pack_json({name: _capped(data.dimensions[name].values) for name in DIMENSIONS})
    yield "top", pack_json(_top(data))
    yield from _texts(data.table, paragraphs)
    table = data.table[[name for name in data.table.columns if data.table[name].notna().any()]]
    rows = rows_named(data.table)
    for k, first in enumerate(range(0, len(data), CHUNK)):
        part = table.iloc[first : first + CHUNK]
        yield f"d{k}", pack_json(details(part, rows, first))


def _texts(table: pd.DataFrame, paragraphs: list[str]) -> Iterator[tuple[str, str]]:
    """Give summaries and paragraphs in chunks: as numbers of words where that pays, else as they are."""
    chunks = _chunks("t", strings(table, "summary"), CHUNK) | _chunks("x", paragraphs, PARAGRAPHS)
    coder = coder_of(chunks.values())
    if not coder.pays:
        yield from ((name, _pack_text(SEPARATOR.join(map(clean, texts)))) for name, texts in chunks.items())
        return
    dictionary, coded = coder.coded()
    yield "words", _pack_text(dictionary)
    yield from ((name, pack(raw)) for name, raw in zip(chunks, coded, strict=True))


def _chunks(kind: str, texts: list[str], size: int) -> dict[str, list[str]]:
    return {f"{kind}{k}": texts[at : at + size] for k, at in enumerate(range(0, len(texts), size))}


def _pack_text(text: str) -> str:
    return pack(text.encode("utf-8", "replace"))


def _capped(values: list[str]) -> list[str]:
    return [cap(v, LIMIT) for v in values]


def _numbers(data: Columns) -> bytes:
    """Write the numeric columns one after the other, integers as byte planes, low byte first."""
    first = np.where(data.has_start, data.start, data.end)
    first = np.where(data.dated, first, first[data.dated][-1] if data.dated.any() else 0)
    base = int(first[0]) if len(first) else 0
    both = data.has_start & data.has_end
    flags = (
        data.has_start
        + 2 * data.has_end
        + 4 * data.throughout
        + 8 * data.superseded
        + 16 * data.by_hand
        + 32 * data.kind
    )
    written = [np.array([base], dtype="<i8").tobytes()]
    written.append(planes(np.maximum(np.diff(first, prepend=base), 0)))
    written.append(planes(np.where(both, np.maximum(data.end - data.start, 0), 0)))
    written.append(planes(flags) + planes(data.factuality))
    written.append(planes(np.round(data.importance * 10_000).astype(np.int64)))
    written.append(planes(_zigzag(np.arange(len(data)) - data.leader)))
    written.append(planes(np.maximum(data.later, -1) + 1))
    written.extend(planes(data.dimensions[name].codes) for name in DIMENSIONS)
    return b"".join(written)


def _zigzag(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Write small negative numbers as small positive ones: 0, -1, 1, -2, ..."""
    folded: NDArray[np.int64] = np.where(values < 0, -2 * values - 1, 2 * values)
    return folded


def _top(data: Columns) -> dict[str, str]:
    """Give the labels of the most important events, so that a first view of a crowd inflates no chunk."""
    if len(data) <= CHUNK:
        return {}
    order = np.sort(np.argsort(-data.importance, kind="stable")[:TOP])
    summaries = strings(data.table.iloc[order], "summary")
    return {str(row): summary for row, summary in zip(order.tolist(), summaries, strict=True)}


def _paragraphs(table: pd.DataFrame) -> tuple[list[str], NDArray[np.int64]]:
    """Give each paragraph once, in order of first use, and for every event (paragraph, offset, length).

    Offset and length are those of the event's sentence, in UTF-16 units, as JavaScript counts.
    """
    seen: dict[str, int] = {}
    places = []
    for context, text in zip(strings(table, "context"), strings(table, "text"), strict=True):
        whole, at = paragraph(context, text)
        number = seen.setdefault(whole, len(seen))
        places.append((number, _units(whole[:at]), _units(text)))
    return list(seen), np.array(places, dtype=np.int64).reshape(-1, 3)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _places(places: NDArray[np.int64]) -> bytes:
    """Write where the sentences are; most paragraphs follow each other."""
    steps = np.diff(places[:, 0], prepend=0)
    return planes(_zigzag(steps)) + planes(places[:, 1]) + planes(places[:, 2])


def paragraph(context: str, text: str) -> tuple[str, int]:
    """Give a paragraph that holds `text` and where; a very long one is cut around it."""
    at = context.find(text)
    if at < 0:
        return text, 0
    limit = LIMITS["context"]
    if len(context) <= limit:
        return context, at
    first = max(0, at - limit // 4)
    head, tail = "…" if first else "", "…" if first + limit < len(context) else ""
    return head + context[first : first + limit] + tail, at - first + len(head)
