"""Documents and event tables among the inputs of a command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline._errors import InputError
from timeline.documents import Document, TableInput, scan

if TYPE_CHECKING:
    from argparse import Namespace

    import pandas as pd

    from timeline._cli._messages import Messages


class Inputs:
    """The inputs of a command: documents as they are asked for, tables gathered on the way."""

    def __init__(self, arguments: Namespace, messages: Messages) -> None:
        self.messages = messages
        self.tables: list[TableInput] = []
        self.count = 0
        self._found = scan(
            *arguments.paths, published=arguments.published, language=arguments.language, report=messages
        )

    def documents(self) -> Iterator[Document]:
        """Give the documents, lazily; tables that stand among them are put aside."""
        for found in self._found:
            self.count += 1
            if isinstance(found, Document):
                yield found
            else:
                self.tables.append(found)

    def only_documents(self) -> Iterator[Document]:
        """Give the documents; a table among them is an error."""
        yield from self.documents()
        for table in self.tables:
            self.messages(InputError("a table of events, not documents", file=table.shown))

    def frames(self) -> list[pd.DataFrame]:
        """Read the tables that were found; what is wrong in them is reported, the rest is read."""
        return _frames(self.tables, self.messages)


def table_frames(arguments: Namespace, messages: Messages) -> list[pd.DataFrame]:
    """Read the event tables named on the command line; `-` is JSON Lines of event rows."""
    named = [TableInput(path, path) for path in arguments.paths if path != "-"]
    piped = scan("-", report=messages) if "-" in arguments.paths else iter(())
    for found in piped:
        if isinstance(found, TableInput):
            named.append(found)
        else:
            messages(InputError("a document, not a table of events", file=found.id))
    return _frames(named, messages)


def _frames(tables: list[TableInput], messages: Messages) -> list[pd.DataFrame]:
    frames = (_frame(table, messages) for table in tables)
    return [frame for frame in frames if frame is not None]


def _frame(table: TableInput, messages: Messages) -> pd.DataFrame | None:
    from timeline import events

    try:
        if table.rows is not None:
            return events.frame_of(table.rows, file=table.shown, errors=messages)
        return events.read_table(table.path, errors=messages, name=table.shown)
    except OSError as error:
        messages(InputError(error.strerror or str(error), file=table.shown))
    except InputError as error:
        messages(error)
    return None
