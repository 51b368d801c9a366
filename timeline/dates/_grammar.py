"""Compiles a language's date data into tables that the matcher walks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from timeline.dates._meanings import FUNCTIONS, nothing
from timeline.dates._numbers import Numbers
from timeline.dates._pattern import Element, Meaning, expand, meaning, names_in
from timeline.dates._tokens import fold, pattern_of, strip_accents
from timeline.languages import date_data

ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
ROMAN_YEAR = re.compile(r"(?=.{4})M{1,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


_Edge = tuple[int, str, str, "Node"]
_Pairs = dict[int, tuple[int, bool]]
_Steps = tuple[list[_Edge], list[_Edge]]


class Node:
    """A place in the rows of a rule: where one may go on, and what holds where a row ends."""

    __slots__ = ("accept", "known", "marks", "names", "words")

    def __init__(self) -> None:
        self.words: list[tuple[int, str, str, Node]] = []
        self.names: list[tuple[int, str, str, Node]] = []
        self.marks: list[tuple[str, Node]] = []
        self.accept: tuple[int, Meaning] | None = None
        self.known: dict[int, _Steps | None] = {}

    def steps(self, mask: int, grammar: Grammar) -> _Steps | None:
        """Give the edges that a token may take, None where there are none; kept in `known`.

        The first item of an edge becomes the mask of what may stand next, -1 for anything.
        """
        firsts, pairs = grammar.firsts, grammar.pairs
        words = [(_onward(e[3], firsts), *e[1:]) for e in self.words if e[0] & mask]
        names = [(_second(pairs[e[2]], mask), *e[1:]) for e in self.names if e[0] & mask]
        if len(self.known) > 5000:
            self.known.clear()
        found = self.known[mask] = (words, names) if words or names else None
        return found


@dataclass(slots=True)
class Entry:
    """What a token can be: a mask of terminals and its value in each class."""

    mask: int = 0
    values: dict[str, Any] = field(default_factory=dict)


NOTHING_ENTRY = Entry()
TOP = "top"


class Grammar:
    """The compiled date data of one language."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.pattern = pattern_of(data.get("tokens", {}))
        self.bits: dict[str, int] = {"#any": 1}
        self.entries: dict[str, Entry] = {}
        self._exact: dict[str, Entry] = {}
        self.known: dict[str, Entry] = {}
        self.accented: set[str] = set()
        self.numbers = Numbers(data.get("numbers", {}))
        self.shapes = [(re.compile(shape["pattern"]), shape["class"]) for shape in data.get("shapes", ())]
        self._read_words(data.get("words", {}))
        self.rules: dict[str, Node] = {}
        self.firsts: dict[str, int] = {}
        self._number_bit = self._bit("#number")
        self._number_next = self._number_bit
        for word in ("-", *self.numbers.joins):
            self._number_next |= self._word(word)
        self.seconds: dict[int, int] = {}
        self._compile(data.get("rules", {}))

    def _bit(self, terminal: str) -> int:
        return self.bits.setdefault(terminal, 1 << len(self.bits))

    def _read_words(self, words: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        self.phrases: dict[str, list[tuple[str, str, Any]]] = {}
        for name, values in words.items():
            self._bit("<" + name)
            for key, forms in values.items():
                value: Any = int(key) if re.fullmatch(r"-?\d+", key) else key
                for form in forms:
                    self._add_form(name, value, form)

    def _add_form(self, name: str, value: Any, form: str) -> None:
        if len(self.pattern.findall(form)) > 1:
            self.phrases.setdefault(name, []).append((form, name, value))
            return
        bare = strip_accents(form)
        table, key = (self._exact, bare) if bare[:1].isupper() else (self.entries, fold(form))
        entry = table.setdefault(key, Entry())
        entry.mask |= self.bits["<" + name]
        entry.values.setdefault(name, value)
        if not form[-1].isascii() and form[-1].isalpha():
            self.accented.add(fold(form))

    def _compile(self, rules: Mapping[str, Iterable[Iterable[str]]]) -> None:
        known = {**FUNCTIONS}
        for name, lines in rules.items():
            root = self.rules.setdefault(name, Node())
            for order, (pattern, expression) in enumerate(lines):
                found = nothing if expression == "none" else meaning(expression, known)
                needed = set() if expression == "none" else names_in(expression)
                for row in expand(pattern):
                    missing = needed - {e.key for e in row if e.kind == "name"}
                    braces = [e.kind for e in row if e.kind in ("open", "close")]
                    if braces != ["open", "close"] * (len(braces) // 2):
                        raise ValueError(f"{name}: braces do not match in {pattern!r}")
                    if missing:
                        raise ValueError(f"{name}: {pattern!r} does not catch {sorted(missing)}")
                    self._add_row(root, row, order, found, rules)
        for name, forms in self.phrases.items():
            root = self.rules.setdefault(name + "*", Node())
            for form, _, value in forms:
                row = tuple(Element("word", w) for w in self.pattern.findall(form))
                self._add_row(root, row, 0, lambda _, v=value: v, rules)  # type: ignore[misc]
        self._find_firsts()

    def _add_row(
        self, root: Node, row: tuple[Element, ...], order: int, found: Meaning, rules: Mapping[str, Any]
    ) -> None:
        node = root
        for element in row:
            if element.kind == "word":
                for word in self.pattern.findall(element.value):
                    node = _edge(node.words, (self._word(word), "", ""))
            else:
                node = self._step(node, element, rules)
        if node.accept is None or order < node.accept[0]:
            node.accept = (order, found)

    def _step(self, node: Node, element: Element, rules: Mapping[str, Any]) -> Node:
        if element.kind in ("open", "close"):
            return _edge(node.marks, (element.kind,))
        name = element.value
        if name in rules or name == "number" or name in self.phrases:
            return _edge(node.names, (0, element.key, name))
        if "<" + name not in self.bits and not any(name == c for _, c in self.shapes) and name not in NATIVE:
            raise ValueError(f"unknown class or rule: <{name}>")
        return _edge(node.words, (self._bit("<" + name), element.key, name))

    def _word(self, word: str) -> int:
        bit = self._bit(word)
        if strip_accents(word)[:1].isupper():
            self._exact.setdefault(strip_accents(word), Entry()).mask |= bit
        else:
            self.entries.setdefault(fold(word), Entry()).mask |= bit
        if not word[-1].isascii() and word[-1].isalpha():
            self.accented.add(fold(word))
        return bit

    def _find_firsts(self) -> None:
        names = [*self.rules, *self.phrases, "number"]
        self.firsts = dict.fromkeys(names, 0)
        self.firsts["number"] = self._number_bit
        changed = True
        while changed:
            changed = False
            for name in names:
                mask = self.firsts[name] | self._first(name)
                changed |= mask != self.firsts[name]
                self.firsts[name] = mask
        for root in self.rules.values():
            _fill(root, self.firsts)
        self.pairs = self._find_pairs(names)

    def _find_pairs(self, names: list[str]) -> dict[str, dict[int, int]]:
        """Give for each rule and first terminal those that may come second; -1 where it may stand alone."""
        known: dict[str, _Pairs] = {name: {} for name in names}
        known["number"] = {self._number_bit: (self._number_next, True)}
        for name, forms in self.phrases.items():
            if forms:
                known[name] = {self.bits["<" + name]: (0, True)}
        changed = True
        while changed:
            changed = False
            for name in (n for n in names if n != "number"):
                found = dict(known[name])
                for root in (self.rules.get(name), self.rules.get(name + "*")):
                    if root is not None:
                        _add_pairs(found, root, known, self.firsts)
                changed |= found != known[name]
                known[name] = found
        return {
            name: {bit: -1 if alone else second for bit, (second, alone) in pairs.items()}
            for name, pairs in known.items()
        }

    def second(self, mask: int) -> int:
        """Give the terminals that may follow a token at the start of a construction; -1 for any."""
        found = self.seconds.get(mask)
        if found is None:
            if len(self.seconds) > 5000:
                self.seconds.clear()
            found = self.seconds[mask] = _second(self.pairs[TOP], mask)
        return found

    def _first(self, name: str) -> int:
        if name == "number":
            return self._number_bit
        mask = _node_first(self.rules[name], self.firsts) if name in self.rules else 0
        if name in self.phrases:
            mask |= self.bits["<" + name] | _node_first(self.rules[name + "*"], self.firsts)
        return mask

    def entry(self, token: str) -> Entry:
        """Give what a token can be."""
        found = self.known.get(token)
        if found is None:
            if len(self.known) > 50_000:
                self.known.clear()
            found = self.known[token] = self._look_up(token) if len(token) < 60 else NOTHING_ENTRY
        return found

    def _look_up(self, token: str) -> Entry:
        if token[0].isdigit():
            return self._digits(token)
        low, bare = fold(token), strip_accents(token)
        parts = [self.entries.get(low), self._exact.get(bare)]
        if len(bare) > 3 and bare.isupper():
            parts.append(self._exact.get(bare.capitalize()))
        if low.endswith("'") and not any(parts):
            parts += [self.entries.get(low[:-1]), self._exact.get(bare[:-1])]
        entry = Entry()
        for part in parts:
            if part is not None:
                entry.mask |= part.mask
                entry.values.update(part.values)
        if self.numbers.value(low) is not None:
            entry.mask |= self._number_bit
        if not entry.mask and "<Name" in self.bits and bare[:1].isupper() and bare[1:].islower():
            entry.mask |= self.bits["<Name"]
            entry.values["Name"] = token
        if bare.isupper() and "<roman" in self.bits and ROMAN.match(bare):
            entry.mask |= self.bits["<roman"]
            entry.values["roman"] = roman(bare)
        if bare.isupper() and "<romanyear" in self.bits and ROMAN_YEAR.match(bare):
            entry.mask |= self.bits["<romanyear"]
            entry.values["romanyear"] = roman(bare)
        return entry

    def _digits(self, token: str) -> Entry:
        entry = Entry()
        if token in self.entries:
            entry.mask |= self.entries[token].mask
            entry.values.update(self.entries[token].values)
        if self.numbers.digits(token) is not None:
            entry.mask |= self._number_bit
        if token.isascii() and token.isdigit() and len(token) < 10:
            for name in _natives(token):
                if "<" + name in self.bits:
                    entry.mask |= self.bits["<" + name]
                    entry.values[name] = int(token)
        for shape, name in self.shapes:
            match = shape.fullmatch(token)
            if match and "<" + name in self.bits and name not in entry.values:
                entry.mask |= self.bits["<" + name]
                groups = match.groupdict()
                entry.values[name] = {k: int(v) for k, v in groups.items() if v} if groups else token
        return entry


NATIVE = ("digits", "dd", "year4", "roman", "romanyear", "Name", "End")


def _natives(token: str) -> list[str]:
    names = ["digits"]
    if len(token) <= 2 and 1 <= int(token) <= 31:
        names.append("dd")
    if len(token) == 4 and "1000" <= token < "2200":
        names.append("year4")
    return names


def roman(text: str) -> int:
    """Give the value of a Roman numeral.

    Examples
    --------
    >>> roman("XIX")
    19
    """
    digits = [_ROMAN_DIGITS[c] for c in text]
    after = [*digits[1:], 0]
    return sum(-d if d < n else d for d, n in zip(digits, after, strict=True))


def _edge(edges: list[Any], key: tuple[Any, ...]) -> Node:
    for edge in edges:
        if edge[:-1] == key:
            found: Node = edge[-1]
            return found
    node = Node()
    edges.append((*key, node))
    return node


def _node_first(node: Node, firsts: Mapping[str, int]) -> int:
    mask = 0
    for edge in node.words:
        mask |= edge[0]
    for edge in node.names:
        mask |= firsts.get(edge[2], 0)
    for _, after in node.marks:
        mask |= _node_first(after, firsts)
    return mask


def _add_pairs(found: _Pairs, node: Node, known: Mapping[str, _Pairs], firsts: Mapping[str, int]) -> None:
    for bit, _, _, after in node.words:
        _join(found, bit, _node_first(after, firsts), _accepts(after))
    for _, _, name, after in node.names:
        follow, done = _node_first(after, firsts), _accepts(after)
        for bit, (second, alone) in known[name].items():
            _join(found, bit, second | (follow if alone else 0), alone and done)
    for _, after in node.marks:
        _add_pairs(found, after, known, firsts)


def _join(found: _Pairs, bit: int, second: int, alone: bool) -> None:
    known, stands = found.get(bit, (0, False))
    found[bit] = (known | second, stands or alone)


def _onward(node: Node, firsts: Mapping[str, int]) -> int:
    return -1 if _accepts(node) else _node_first(node, firsts)


def _second(pairs: Mapping[int, int], mask: int) -> int:
    found = 0
    for bit, second in pairs.items():
        if bit & mask:
            found |= second
    return found


def _accepts(node: Node) -> bool:
    return node.accept is not None or any(_accepts(after) for _, after in node.marks)


def _fill(node: Node, firsts: Mapping[str, int]) -> None:
    node.names = [(firsts[name], key, name, after) for _, key, name, after in node.names]
    for after in (*(e[-1] for e in node.words), *(e[-1] for e in node.names), *(e[-1] for e in node.marks)):
        _fill(after, firsts)


@cache
def grammar(language: str) -> Grammar:
    """Give the compiled date data of a language.

    Raises
    ------
    LanguageError
        There is no date data for this language.
    """
    return Grammar(date_data(language))
