"""Where no sentence can begin: told to the parser before it cuts."""

from __future__ import annotations

from typing import Any

import numpy as np

STOPS = frozenset(".!?…")
CLOSES = frozenset("»”›)]},.;:!?…%")
QUOTES = frozenset('«“„‹"')
INSIDE = {"«": "»", "“": "”", "„": "“", "‹": "›", "(": ")", "[": "]"}
_NEVER = -1
_MARKS = frozenset((*INSIDE, *INSIDE.values()))


def forbid_starts(doc: Any) -> Any:
    """Mark the tokens of `doc` that cannot begin a sentence.

    These are a closing mark; what follows a comma; a quotation after a colon (*ha detto: «Non cediamo»*); a
    word in lower case that follows no full stop; and, inside quotation marks and brackets, what follows no
    full stop (*«Mai. Noi Siamo qui» ha detto*).
    """
    starts = np.zeros(len(doc), dtype="i8")
    starts[:1] = 1
    waited: list[str] = []
    before = ""
    for place, text in enumerate([token.text for token in doc]):
        if before and not _may_start(text, before, bool(waited)):
            starts[place] = _NEVER
        if text in _MARKS:
            _follow(text, waited)
        before = text
    return doc.from_array(["SENT_START"], starts.view("u8").reshape(-1, 1))


def _may_start(text: str, before: str, inside: bool) -> bool:
    mark = text[0]
    if mark in CLOSES or before == "," or (before == ":" and mark in QUOTES):
        return False
    stopped = before[-1] in STOPS or before.isspace() or text.isspace()
    if mark.islower():
        return stopped or before == ";"
    return stopped or not inside


def _follow(mark: str, waited: list[str]) -> None:
    if waited and mark == waited[-1]:
        waited.pop()
    elif mark in INSIDE:
        waited.append(INSIDE[mark])
