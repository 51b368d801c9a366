"""Relations that contradict each other, with the texts of both."""

from __future__ import annotations

import pandas as pd

from timeline.events._problem import Problem, problem_of
from timeline.events._solver import Conflict, solve

_FIELDS = ("event_id", "document", "words", "text")


def conflicts(events: pd.DataFrame) -> pd.DataFrame:
    """Give one row for every contradiction: the relation set aside, and what it contradicts.

    Examples
    --------
    >>> from timeline.events import frame_of
    >>> after = {"from": "b", "to": "a", "min_days": 0, "max_days": None, "text": "after"}
    >>> first = {"event_id": "a", "start": "2022-01-05", "text": "They fired.", "relations": [after]}
    >>> second = {"event_id": "b", "start": "2022-01-07", "text": "On 7 January he gave the order."}
    >>> conflicts(frame_of([(1, first), (2, second)], file="t"))[["words", "against_text"]].values.tolist()
    [['after', 'On 7 January he gave the order.']]

    Columns: `event_id`, `document`, `words` and `text` (the sentence) of the relation that was set aside,
    being the least certain of those that cannot all hold, and the same with `against_` of the other side.
    """
    problem = problem_of(events)
    found = solve(problem.low, problem.high, problem.relations).conflicts
    rows = [_row(events, problem, conflict) for conflict in found]
    names = [*_FIELDS, *(f"against_{name}" for name in _FIELDS)]
    return pd.DataFrame(rows, columns=names, dtype="str")


def _row(events: pd.DataFrame, problem: Problem, conflict: Conflict) -> list[str | None]:
    aside = int(problem.owner[conflict.aside])
    return [
        *_told(events, aside, _words(events, problem, conflict.aside)),
        *_other(events, problem, conflict),
    ]


def _words(events: pd.DataFrame, problem: Problem, relation: int) -> str | None:
    listed = events["relations"].iloc[int(problem.owner[relation])]
    text: str | None = listed[int(problem.place[relation])]["text"]
    return text


def _other(events: pd.DataFrame, problem: Problem, conflict: Conflict) -> list[str | None]:
    """Give the other side: the most certain other relation of another sentence, else a dated variable."""
    certainty = problem.relations.certainty
    others = sorted(set(conflict.relations) - {conflict.aside}, key=lambda r: (-certainty[r], r))
    for relation in others:
        if problem.owner[relation] != problem.owner[conflict.aside]:
            return _told(events, int(problem.owner[relation]), _words(events, problem, relation))
    rows = [_variable(problem, v) for v in (conflict.earliest, conflict.latest) if v is not None]
    apart = [row for row in rows if row != problem.owner[conflict.aside]]
    row = (apart or rows or [int(problem.owner[conflict.aside])])[0]
    return _told(events, row, _text(events["time_text"].iloc[row]))


def _variable(problem: Problem, variable: int) -> int:
    if variable < len(problem.rows):
        return int(problem.rows[variable])
    code = problem.documents[variable - len(problem.rows)]
    return int((problem.document_of == code).argmax())


def _told(events: pd.DataFrame, row: int, words: str | None) -> list[str | None]:
    event = events.iloc[row]
    return [str(event["event_id"]), str(event["document"]), words, str(event["text"])]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
