"""What `import timeline` offers: the steps from documents to a chart, each loading only what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import timeline._accessor  # noqa: F401 - registers `events.timeline`
from timeline.documents import Document, parse_stated, read
from timeline.events import as_known_at, before, conflicts, key_dates, merge
from timeline.temporal import UNKNOWN_WHEN, When

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from timeline.dates import DateExpression

__all__ = [
    "Document",
    "as_known_at",
    "before",
    "conflicts",
    "extract",
    "find_dates",
    "key_dates",
    "merge",
    "plot",
    "read",
    "read_table",
    "write_html",
    "write_table",
]


def extract(
    documents: Iterable[Document], *, models: Mapping[str, str] | None = None, jobs: int = 1
) -> pd.DataFrame:
    """Give the event table of `documents`: who said what and who did what, when, in order of time.

    Examples
    --------
    >>> text = "Ieri il presidente ha ordinato di aprire il fuoco."
    >>> note = Document("note", text, published=parse_stated("2022-01-08"), language="it")
    >>> extract([note])["edtf"][0]
    '2022-01-07'

    `models` names a spaCy pipeline for a language, in place of the one that comes with the package; `jobs`
    is a number of processes, which changes the time it takes and nothing else.

    Raises
    ------
    TypeError
        Where a path, a text or a single document is given.
    """
    from timeline import events
    from timeline._jobs import extract_all

    if isinstance(documents, str | Path | Document):
        raise TypeError("documents are needed, many of them: timeline.extract(timeline.read(path))")
    return events.table(event for _, found in extract_all(documents, models, jobs) for event in found)


def find_dates(
    text: str, *, language: str | None = None, published: str | When | None = None
) -> list[DateExpression]:
    """Give the time expressions of a text, resolved against its publication date, whatever its precision.

    Examples
    --------
    >>> import timeline
    >>> [(d.text, d.when.edtf) for d in timeline.find_dates("ieri", language="it", published="2022-01")]
    [('ieri', '[2021-12-31..2022-01-30]')]

    Where no language is given it is detected, paragraph by paragraph.

    Raises
    ------
    LanguageError
        Where there is no date data for the language.
    DateError
        Where `published` is no date.
    """
    from timeline import dates

    anchor = parse_stated(published) if isinstance(published, str) else published or UNKNOWN_WHEN
    if language is None:
        return dates.find_detected(text, published=anchor)
    return dates.find(text, language=language, published=anchor)


def plot(events: pd.DataFrame, **options: Any) -> go.Figure:
    """Give the timeline of an event table as a plotly figure, for the notebook.

    Examples
    --------
    >>> import timeline
    >>> plot(timeline.events.table([])).layout.xaxis.type
    'date'

    Options are those of `timeline.chart.plot`.

    Raises
    ------
    TypeError
        Where something else than a table is given.
    """
    from timeline import chart

    if not hasattr(events, "columns"):
        raise TypeError("an event table is needed: timeline.extract(...) or timeline.read_table(path)")
    return chart.plot(events, **options)


def write_html(events: pd.DataFrame, path: str | Path, *, title: str | None = None, **options: Any) -> None:
    """Write the timeline of an event table as one self-contained page, whole or not at all.

    Examples
    --------
    >>> import pathlib, tempfile, timeline
    >>> page = pathlib.Path(tempfile.mkdtemp(), "page.html")
    >>> write_html(timeline.events.table([]), page, title="Nothing yet")
    >>> "<title>Nothing yet</title>" in page.read_text()
    True

    Options are those of `timeline.chart.write_html`.
    """
    from timeline import chart

    chart.write_html(events, path, title=title, **options)


def read_table(path: str | Path, **options: Any) -> pd.DataFrame:
    """Read an event table from CSV, Parquet or JSON Lines, extracted or typed by hand.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp(), "mine.csv")
    >>> _ = path.write_text("start,summary\\n2022-01-07,The order is given\\n")
    >>> read_table(path)["edtf"].tolist()
    ['2022-01-07']

    Options are those of `timeline.events.read_table`.
    """
    from timeline import events

    return events.read_table(path, **options)


def write_table(events: pd.DataFrame, path: str | Path, *, format: str | None = None) -> None:
    """Write an event table as CSV, Parquet or JSON Lines, so that it reads back equal.

    Examples
    --------
    >>> import pathlib, tempfile, timeline
    >>> path = pathlib.Path(tempfile.mkdtemp(), "none.parquet")
    >>> write_table(timeline.events.table([]), path)
    >>> len(read_table(path))
    0

    `format` is csv, parquet or jsonl, by default what the path ends in.
    """
    from timeline import events as _events

    _events.write(events, path, format)
