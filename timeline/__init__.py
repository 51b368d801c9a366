"""Dated documents in, a sourced timeline out.

>>> import timeline
>>> documents = timeline.read("seeds/")  # doctest: +SKIP
>>> events = timeline.extract(documents)  # doctest: +SKIP
>>> timeline.write_html(events, "charts/seeds.html")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from timeline._errors import (
    DateError,
    EncodingError,
    InputError,
    LanguageError,
    MissingExtraError,
    TableError,
    TimelineError,
    TimelineWarning,
)
from timeline._version import __version__

if TYPE_CHECKING:
    from timeline._api import (
        Document,
        as_known_at,
        before,
        conflicts,
        extract,
        find_dates,
        key_dates,
        merge,
        plot,
        read,
        read_table,
        write_html,
        write_table,
    )

__all__ = [
    "DateError",
    "Document",
    "EncodingError",
    "InputError",
    "LanguageError",
    "MissingExtraError",
    "TableError",
    "TimelineError",
    "TimelineWarning",
    "__version__",
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


def __getattr__(name: str) -> Any:
    """Load the engine on the first use of a public name, so that `import timeline` is quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("timeline._api"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
