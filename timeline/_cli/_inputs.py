"""Documents and event tables among the inputs of a command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline._errors import InputError
from timeline.documents import Document, TableInput, scan

if TYPE_CHECKING:
    from argparse import Namespace

    from timeline._cli._messages import Messages


class Inputs:
    """The inputs of a command: documents as they are asked for, tables gathered on the way."""

    def __init__(self, arguments: Namespace, messages: Messages) -> None:
        self._messages = messages
        self.tables: list[TableInput] = []
        self.count = 0
        self._found = scan(
            *arguments.paths, published=arguments.published, language=arguments.language, report=messages
        )

    def documents(self) -> Iterator[Document]:
        """Give the documents, lazily; tables that stand among them are put aside."""
        for found in self._messages.counted(self._found, "documents read"):
            self.count += 1
            if isinstance(found, Document):
                yield found
            else:
                self.tables.append(found)

    def only_documents(self) -> Iterator[Document]:
        """Give the documents; a table among them is an error."""
        yield from self.documents()
        for table in self.tables:
            self._messages(InputError("a table of events, not documents", file=table.shown))

    def frames(self) -> list[Any]:
        """Read the tables that were found; what is wrong in them is reported, the rest is read."""
        frames = (self._frame(table) for table in self.tables)
        return [frame for frame in frames if frame is not None]

    def _frame(self, table: TableInput) -> Any:
        from timeline import events

        try:
            if table.rows is not None:
                return events.frame_of(iter(table.rows), file=table.shown, errors=self._messages)
            return events.read_table(table.path, errors=self._messages, name=table.shown)
        except OSError as error:
            self._messages(InputError(error.strerror or str(error), file=table.shown))
        except InputError as error:
            self._messages(error)
        return None
