"""Progress on the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from timeline.languages.train._loop import Tick

T = TypeVar("T")


def with_progress(work: Callable[[Tick], T]) -> T:
    """Do `work`, which is given what to call with its steps; they are shown where there is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        tasks: dict[str, TaskID] = {}

        def tick(what: str, step: int, steps: int) -> None:
            name = what.split(maxsplit=1)[0]
            if name not in tasks:
                tasks[name] = progress.add_task(name)
            progress.update(tasks[name], description=what, completed=step, total=steps)

        return work(tick)
