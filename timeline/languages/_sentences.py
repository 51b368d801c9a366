"""Where no sentence can begin: told to the parser before it cuts."""

from __future__ import annotations

from typing import Any

STOPS = frozenset(".!?…")
CLOSES = frozenset("»”›)]},.;:!?…%")
QUOTES = frozenset('«“„‹"')
INSIDE = {"«": "»", "“": "”", "„": "“", "‹": "›", "(": ")", "[": "]"}


def forbid_starts(doc: Any) -> Any:
    """Mark the tokens of `doc` that cannot begin a sentence.

    These are a closing mark; what follows a comma; a quotation after a colon (*ha detto: «Non cediamo»*); a
    word in lower case that follows no full stop; and, inside quotation marks and brackets, what follows no
    full stop (*«Mai. Noi Siamo qui» ha detto*).
    """
    waited: list[str] = []
    for token in doc:
        if token.i and not token.is_space and not _may_start(token, doc[token.i - 1], bool(waited)):
            token.is_sent_start = False
        _follow(token.text, waited)
    return doc


def _may_start(token: Any, before: Any, inside: bool) -> bool:
    mark = token.text[0]
    if mark in CLOSES or before.text == "," or (before.text == ":" and mark in QUOTES):
        return False
    stopped = before.text[-1] in STOPS or before.is_space
    if mark.islower():
        return stopped or before.text == ";"
    return stopped or not inside


def _follow(mark: str, waited: list[str]) -> None:
    if waited and mark == waited[-1]:
        waited.pop()
    elif mark in INSIDE:
        waited.append(INSIDE[mark])
