"""Finds the places in a text where a language's constructions of time stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from timeline.dates._grammar import TOP, Entry, Grammar, Node
from timeline.dates._meanings import NOTHING
from timeline.temporal._windows import Between


class Found(NamedTuple):
    """A construction: the tokens it takes, what it means, and which tokens are reported with what meaning."""

    first: int
    last: int
    meaning: Any
    spans: tuple[tuple[int, int, Any], ...]


class _Parse:
    """A rule that matched: its meaning is made when it is asked for, by the first row that has one."""

    __slots__ = ("made", "rows")

    def __init__(self, rows: list[_Row]) -> None:
        self.rows = rows
        self.made: Any = None

    def meaning(self) -> Any:
        """Give the meaning; raises `ValueError` where no row has one."""
        if self.made is None:
            self.made = _first(self.rows)
        if self.made is _FAILED:
            raise ValueError("no meaning")
        return self.made


_FAILED = object()
_DEEPEST = 20  # rules within rules: "the first week of the first week of ..." goes on no farther
_Row = tuple[int, Any, Any]


def _first(rows: list[_Row]) -> Any:
    for _, meaning, caught in sorted(rows, key=_order) if len(rows) > 1 else rows:
        try:
            return meaning(_names(caught))
        except (ValueError, OverflowError, KeyError, TypeError):
            continue
    return _FAILED


def _order(row: _Row) -> int:
    return row[0]


class Matcher:
    """One text, cut into tokens, and the rules that may hold at each of them."""

    def __init__(self, grammar: Grammar, text: str, start: int = 0) -> None:
        self.grammar = grammar
        self.text = text
        matches = list(grammar.pattern.finditer(text, start))
        self.tokens = [m.group() for m in matches]
        self.starts = [m.start() for m in matches]
        known, entry = grammar.known.get, grammar.entry
        self.entries: list[Entry] = [known(t) or entry(t) for t in self.tokens]
        self.masks = [e.mask | 1 for e in self.entries]  # bit 1 is that of any token
        self.entries.append(Entry(values={"End": ""}))
        self.masks += [grammar.bits.get("<End", 0) | 1, 1]
        self._memo: dict[tuple[str, int], list[tuple[int, Any]]] = {}
        self._depth = 0

    def end_of(self, i: int) -> int:
        """Give the offset at which token `i` ends, without an apostrophe that is a closing quote."""
        token, end = self.tokens[i], self.starts[i] + len(self.tokens[i])
        if token[-1] in "'’" and len(token) > 1:
            bare = token[:-1].lower()
            if (
                bare not in self.grammar.accented
                and token.lower().replace("’", "'") not in self.grammar.entries
            ):
                return end - 1
        return end

    def __iter__(self) -> Iterator[Found]:
        first = self.grammar.firsts[TOP]
        root = self.grammar.rules[TOP]
        i, n, masks, seconds = 0, len(self.tokens), self.masks, self.grammar.seconds
        while i < n:
            mask = masks[i]
            if (
                mask & first
                and (seconds[mask] if mask in seconds else self.grammar.second(mask)) & masks[i + 1]
            ):
                found = self._best(root, i)
                if found is not None:
                    found = self._longer(root, found)
                    if found.meaning is not NOTHING:
                        yield found
                    i = found.last
                    self._memo.clear()
                    continue
                if len(self._memo) > 2000:
                    self._memo.clear()
            i += 1

    def _longer(self, root: Node, found: Found) -> Found:
        """Give the construction that begins at what `found` reports and goes on farther, where there is one.

        In *degli anni Ottanta* the reading *degli {anni}* yields to *{anni Ottanta}*.
        """
        at = found.spans[0][0]
        if at == found.first or found.meaning is NOTHING:
            return found
        other = self._best(root, at)
        return other if other is not None and other.last > found.last else found

    def _best(self, root: Node, i: int) -> Found | None:
        results: dict[int, list[_Row]] = {}
        self._walk(root, i, None, results)
        for end in sorted(results, reverse=True):
            for row in sorted(results[end], key=_order):
                made = _first([row])
                if made is not _FAILED and end > i:
                    return Found(i, end, made, self._spans(row[2], i, end, made))
        return None

    def _spans(self, caught: Any, i: int, end: int, whole: Any) -> tuple[tuple[int, int, Any], ...]:
        marks = []
        while caught is not None:
            kind, value, caught = caught
            if kind in ("open", "close"):
                marks.append(value)
        marks.reverse()
        if not marks:
            return ((i, end, whole),)
        ends = (whole.first, whole.last) if len(marks) == 4 and isinstance(whole, Between) else (whole, whole)
        return tuple((a, b, own) for a, b, own in zip(marks[::2], marks[1::2], ends, strict=False))

    def match(self, name: str, i: int) -> list[tuple[int, Any]]:
        """Give the ends and meanings of rule `name` at token `i`, the longest first."""
        key = (name, i)
        found = self._memo.get(key)
        if found is not None:
            return found
        if self._depth >= _DEEPEST:
            return []
        self._depth += 1
        if name == "number":
            result: list[tuple[int, Any]] = self.grammar.numbers.spans(self.tokens, i)
        else:
            results: dict[int, list[_Row]] = {}
            root = self.grammar.rules.get(name)
            if root is not None:
                self._walk(root, i, None, results)
            if name in self.grammar.phrases:
                self._walk(self.grammar.rules[name + "*"], i, None, results)
                value = self.entries[i].values.get(name)
                if value is not None:
                    results.setdefault(i + 1, []).append((0, lambda _, v=value: v, None))
            result = [(end, _Parse(results[end])) for end in sorted(results, reverse=True)]
        self._depth -= 1
        self._memo[key] = result
        return result

    def _walk(self, node: Node, i: int, caught: Any, results: dict[int, list[_Row]]) -> None:
        if node.accept is not None:
            results.setdefault(i, []).append((*node.accept, caught))
        mask = self.masks[i]
        steps = node.known[mask] if mask in node.known else node.steps(mask, self.grammar)
        if steps is not None:
            follow = self.masks[i + 1]
            for onward, key, name, after in steps[0]:
                if onward & follow:
                    kept = (key, self.entries[i].values[name], caught) if key else caught
                    self._walk(after, i + 1, kept, results)
            for second, key, name, after in steps[1]:
                if second & follow:
                    for end, value in self.match(name, i):
                        self._walk(after, end, (key, value, caught), results)
        for kind, after in node.marks:
            self._walk(after, i, (kind, i, caught), results)


def _names(caught: Any) -> dict[str, Any]:
    names: dict[str, Any] = {}
    while caught is not None:
        key, value, caught = caught
        if key not in ("open", "close"):
            names.setdefault(key, _value(value))
    return names


def _value(value: Any) -> Any:
    return value.meaning() if type(value) is _Parse else value
