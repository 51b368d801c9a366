"""The tree of errors.

TimelineError
├── InputError (ValueError)         a document, line or value that cannot be read
│   ├── DateError                   a date that is not one
│   ├── EncodingError               bytes that are no text
│   └── TableError                  an event table that breaks its schema
├── LanguageError (LookupError)     a language or pipeline that is not there
└── MissingExtraError (ImportError) an optional package that is not installed

TimelineWarning (UserWarning)       something a user should know; nothing was lost
"""

from __future__ import annotations


class TimelineError(Exception):
    """Base of every error that this package raises on purpose."""


class InputError(TimelineError, ValueError):
    """Say in one line which file, line and value could not be read.

    Examples
    --------
    >>> print(InputError("not a date", file="a.txt", line=3, value="2022-13"))
    a.txt:3: not a date: '2022-13'
    """

    def __init__(
        self, message: str, *, file: str | None = None, line: int | None = None, value: object = None
    ) -> None:
        self.message, self.file, self.line, self.value = message, file, line, value
        super().__init__(str(self))

    def __str__(self) -> str:
        place = printable(self.file or "")
        if place and self.line is not None:
            place += f":{self.line}"
        head = f"{place}: {self.message}" if place else self.message
        return head if self.value is None else f"{head}: {_shown(self.value)}"


class DateError(InputError):
    """A date that is not one."""


class EncodingError(InputError):
    """Bytes that are no text."""


class TableError(InputError):
    """An event table that breaks its schema."""


class LanguageError(TimelineError, LookupError):
    """A language or pipeline that is not there."""


class MissingExtraError(TimelineError, ImportError):
    """An optional package that is not installed."""


class TimelineWarning(UserWarning):
    """Something a user should know; nothing was lost."""


def printable(text: str, *, limit: int = 200) -> str:
    """Give `text` on one line, control characters escaped, cut at `limit` characters.

    Examples
    --------
    >>> printable("a\\nb")
    'a\\\\nb'
    """
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text[:limit])
    return shown + "…" if len(text) > limit else shown


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    quoted = printable(text, limit=60)
    return f"'{quoted}'" if isinstance(value, str) else quoted
