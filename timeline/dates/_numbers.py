"""Reads numbers in words by the atoms that a language's data lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from timeline.dates._tokens import fold

_DIGITS = re.compile(r"\d{1,9}(?:[.,]\d{1,3})?\Z", re.ASCII)


class Numbers:
    """The number words of a language: atoms (`venti`), multipliers (`mille`), words that join (`and`).

    Compounds (`quatre-vingts`) are numbers of several words that do not add up.

    Where the data says `glued`, a word made of atoms (`ventidue`, `dreiundzwanzig`) is read too.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.atoms = {fold(w): int(n) for w, n in data.get("atoms", {}).items()}
        self.multipliers = {fold(w): int(n) for w, n in data.get("multipliers", {}).items()}
        self.joins = {fold(w) for w in data.get("joins", ())}
        self.glued = bool(data.get("glued", False))
        self._all = {**self.atoms, **self.multipliers}
        self.compounds = _compounds(data.get("compounds", {}))
        self._all.update({" ".join(words): n for rows in self.compounds.values() for words, n in rows})
        parts = sorted(self._all, key=len, reverse=True)
        elided = [p[:-1] for p in parts if len(p) > 4 and p[-1] in "aeiou"] if self.glued else []
        for part in elided:
            whole = part + next(v for v in "aeiou" if part + v in self._all)
            self._all.setdefault(part, self._all[whole])
            if whole in self.multipliers:
                self.multipliers.setdefault(part, self.multipliers[whole])
        parts = sorted(self._all, key=len, reverse=True) + sorted(self.joins)
        self._pieces = re.compile("|".join(map(re.escape, parts))) if parts and self.glued else None
        self.value = lru_cache(maxsize=8192)(self._value)

    def _value(self, word: str) -> int | None:
        """Give the value of one word, None where it is no number."""
        if word in self.atoms:
            return self.atoms[word]
        if word in self.multipliers:
            return self.multipliers[word]
        if self._pieces is None or not 6 <= len(word) <= 50 or not self._pieces.match(word):
            return None
        pieces = self._pieces.findall(word)
        if "".join(pieces) != word:
            pieces = self._split(word) if len(pieces) > 1 and word.startswith(pieces[0]) else []
            if not pieces:
                return None
        return combine([p for p in pieces if p not in self.joins], self._all, self.multipliers)

    def _split(self, word: str) -> list[str]:
        """Cut a word into pieces where the longest first leads nowhere: *settecent ottanta*."""
        ways: dict[int, list[str]] = {0: []}
        for end in range(1, len(word) + 1):
            for start, before in list(ways.items()):
                if word[start:end] in self._all or (start and word[start:end] in self.joins):
                    ways.setdefault(end, [*before, word[start:end]])
        return ways.get(len(word), [])

    def digits(self, token: str) -> float | None:
        """Give the value of a number in figures, with a decimal mark where it has one."""
        if not _DIGITS.match(token):
            return None
        if token.isdigit():
            return int(token)
        whole, part = re.split("[.,]", token)
        return int(whole + part) if len(part) == 3 else float(f"{whole}.{part}")

    def spans(self, tokens: Sequence[str], i: int) -> list[tuple[int, float]]:
        """Give the ends and values of the number that begins at token `i`, the longest first."""
        token = tokens[i]
        if token[0].isdigit():
            value = self.digits(token)
            if value is None:
                return []
            follow = self.multipliers.get(fold(tokens[i + 1])) if i + 1 < len(tokens) else None
            return [(i + 1, value)] if follow is None else [(i + 2, value * follow), (i + 1, value)]
        return self._in_words(tokens, i)

    def _in_words(self, tokens: Sequence[str], i: int) -> list[tuple[int, float]]:
        words: list[str] = []
        found: list[tuple[int, float]] = []
        j = i
        while j < min(len(tokens), i + 9):
            word = fold(tokens[j])
            if word in self.compounds:
                word = self._compound(tokens, j) or word
            size = word.count(" ") + 1
            if size > 1 or self.value(word) is not None:
                value = combine([*words, word], self._all, self.multipliers, self.value)
                if value is None:
                    break
                words.append(word)
                found.append((j + size, value))
            elif not words or (word not in self.joins and word != "-"):
                break
            j += size
        return found[::-1]

    def _compound(self, tokens: Sequence[str], i: int) -> str | None:
        """Give the number of several words (`quatre - vingt`) that begins at token `i`."""
        for words, _ in self.compounds[fold(tokens[i])]:
            if tuple(map(fold, tokens[i : i + len(words)])) == words:
                return " ".join(words)
        return None


def _compounds(data: Mapping[str, Any]) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for form in sorted(data, key=len, reverse=True):
        words = tuple(re.findall(r"\w+|-", fold(form)))
        found.setdefault(words[0], []).append((words, int(data[form])))
    return found


def combine(
    words: Sequence[str], values: Mapping[str, int], multipliers: Mapping[str, int], read: Any = None
) -> int | None:
    """Add and multiply number words to one number; None where they do not make one.

    Examples
    --------
    >>> combine(["two", "hundred", "twenty", "one"], {"two": 2, "twenty": 20, "one": 1}, {"hundred": 100})
    221
    """
    total, part, room = 0, 0, 10**9
    for word in words:
        factor = multipliers.get(word)
        if factor is not None and (part or factor in (100, 1000)):
            part = max(part, 1) * factor
            room = factor
            if factor >= 1000:
                total, part = total + part, 0
            continue
        value = values.get(word) if word in values else read(word) if read else None
        if value is None or (part and not _fits(part, value, read is None)) or value >= room:
            return None
        part += value
    return total + part


def _fits(part: int, value: int, glued: bool) -> bool:
    """Tell whether `value` can be added: 20 and 1, 100 and 20, 3 and 20 (German), not 20 and 20."""
    if value < 10 and part % 10 == 0:
        return part % 100 >= 20 or part % 100 == 0
    if value < 100 and part % 100 == 0:
        return True
    return glued and part % 100 < 10 and 20 <= value < 100 and value % 10 == 0
