"""Guesses from the words about a date whether its verb speaks of the past or the future."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from timeline.dates._matcher import Matcher
from timeline.dates._tokens import fold

_REACH = 14
_ALONE = 2


class Tenses:
    """The auxiliaries and verb endings of a language, as its date data lists them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        tables = {name: t for name, t in data.get("tense", {}).items() if name != "accents"}
        self.form = spoken if data.get("tense", {}).get("accents") else fold
        self.words = {self.form(w): name for name, t in tables.items() for w in t.get("words", ())}
        endings = [(self.form(e), name) for name, t in tables.items() for e in t.get("endings", ())]
        self.endings = sorted(endings, key=lambda e: -len(e[0]))
        self.before: dict[str, str] = {
            fold(w): name for name, t in tables.items() for w in t.get("before", ())
        }
        self.stops = frozenset(".;!?")
        self._known: dict[str, str | None] = {}

    def of_word(self, word: str) -> str | None:
        """Give the tense that a word shows, None where it shows none."""
        found = self._known.get(word, "")
        if found == "":
            if len(self._known) > 20_000:
                self._known.clear()
            found = self._known[word] = self._look_up(self.form(word))
        return found

    def _look_up(self, word: str) -> str | None:
        name = self.words.get(word)
        if name is None and len(word) <= 40:
            name = next((n for e, n in self.endings if word.endswith(e) and len(word) > len(e) + 1), None)
            name = "past?" if name == "past" else name
        return None if name == "none" else name

    def around(self, matcher: Matcher, first: int, last: int, said: int) -> str | None:
        """Give the tense of the nearest verb form in the sentence about tokens `first` to `last`.

        Words that the data lists under `before` decide alone where they stand right before token `said`. A
        date that stands alone, as in a list of appointments, lies ahead. Gives `past?` where only an ending
        speaks for it, which many participles and adjectives share.
        """
        name = self.before.get(fold(matcher.tokens[said - 1])) if said else None
        if name:
            return name
        best: tuple[int, str] | None = None
        others = 0
        for step, at in ((-1, first - 1), (1, last)):
            for distance in range(_REACH):
                i = at + step * distance
                if not 0 <= i < len(matcher.tokens):
                    break
                token = matcher.tokens[i]
                if token in self.stops and not _abbreviates(matcher, i):
                    break
                others += 1
                name = self.of_word(token)
                if name == "past?" and i and self.of_word(matcher.tokens[i - 1]) == "present":
                    name = "present"
                if name and (best is None or distance < best[0]):
                    best = (distance, name)
                    break
        return best[1] if best else "future" if others <= _ALONE else None


def spoken(word: str) -> str:
    """Give a word in lower case, an apostrophe at its end as the accent that it stands for.

    Examples
    --------
    >>> spoken("RIPRENDERA'")
    'riprenderà'
    """
    low = word.lower().replace("’", "'")
    if len(low) > 2 and low[-1] == "'" and low[-2] in "aeiou":
        return unicodedata.normalize("NFC", low[:-1] + "\u0300")
    return low


def _abbreviates(matcher: Matcher, i: int) -> bool:
    return matcher.tokens[i] == "." and i > 0 and len(matcher.tokens[i - 1]) <= 3
