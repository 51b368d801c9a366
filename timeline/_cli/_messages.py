"""What the command says on standard error: one line a problem, progress only on a terminal."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from timeline._errors import InputError, TimelineWarning, printable

T = TypeVar("T")


class Messages:
    """Writes problems to standard error and remembers whether an input failed."""

    def __init__(self) -> None:
        self.failed = False
        self._progress: Any = None

    def __call__(self, problem: InputError | TimelineWarning) -> None:
        """Report one problem: an error makes the exit code 1, a warning does not."""
        if isinstance(problem, InputError):
            self.failed = True
            self.say(f"error: {problem}")
        else:
            self.say(f"warning: {problem}")

    def say(self, text: str) -> None:
        """Write one line, whatever is in it."""
        line = f"timeline: {printable(text, limit=1000)}\n"
        if self._progress is not None:
            self._progress.console.out(line, end="", highlight=False)
        else:
            sys.stderr.write(line)

    @contextmanager
    def warnings(self) -> Iterator[None]:
        """Turn each `TimelineWarning` into a line; every one is shown."""
        with warnings.catch_warnings():
            warnings.simplefilter("always", TimelineWarning)
            previous = warnings.showwarning

            def show(message: Warning | str, category: type[Warning], *rest: Any, **more: Any) -> None:
                if issubclass(category, TimelineWarning):
                    self(TimelineWarning(str(message)))
                else:
                    previous(message, category, *rest, **more)

            warnings.showwarning = show
            yield

    def counted(self, items: Iterable[T], what: str) -> Iterator[T]:
        """Give `items` as they are; on a terminal a line counts them."""
        if not sys.stderr.isatty():
            yield from items
            return
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = SpinnerColumn(), TextColumn("{task.completed} {task.description}"), TimeElapsedColumn()
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            self._progress = progress
            task = progress.add_task(what)
            try:
                for item in items:
                    yield item
                    progress.advance(task)
            finally:
                self._progress = None
