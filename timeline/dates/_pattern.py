"""Reads the patterns and the meanings that a language's date data is written in.

A pattern is a row of elements parted by blanks: a word (`fa`), words to choose from (`(il|lo|l')`, where
each choice may be several words or hold elements itself), something that may be missing (`[circa]`), the
name of a class of words or of a rule (`<month>`, `<n:number>` to call it `n`), and braces about what is
reported as the time expression; a backslash takes the next mark as it stands. A meaning is a call of
operators over those names: `Shift(Now(), n, -1)`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any, NamedTuple

_ELEMENT = re.compile(r"\\(.)|<(?:(\w+):)?(\w+)>|([\[\](){}|])|([^\s\[\](){}|<>\\]+)")
_MOST = 4000  # plain rows that one pattern may stand for


class Element(NamedTuple):
    """One step of a row: `kind` is `word`, `name`, `open` or `close`."""

    kind: str
    value: str
    key: str = ""


Row = tuple[Element, ...]
Meaning = Callable[[Mapping[str, Any]], Any]


def expand(pattern: str) -> list[Row]:
    """Give all the plain rows that a pattern stands for, the fullest first.

    Examples
    --------
    >>> [" ".join(e.value for e in row) for row in expand("[circa] <n:number> (anni|mesi)")]
    ['circa number anni', 'circa number mesi', 'number anni', 'number mesi']

    Raises
    ------
    ValueError
        Where brackets do not match or the pattern stands for too many rows.
    """
    tokens = list(_scan(pattern))
    rows, at = _choices(tokens, 0, pattern)
    if at != len(tokens):
        raise ValueError(f"unmatched bracket in pattern: {pattern!r}")
    if len(rows) > _MOST:
        raise ValueError(f"pattern stands for {len(rows)} rows: {pattern!r}")
    return list(dict.fromkeys(rows))


def _scan(pattern: str) -> Iterator[Element | str]:
    for match in _ELEMENT.finditer(pattern):
        escaped, key, name, mark, word = match.groups()
        if escaped:
            yield Element("word", escaped)
        elif name:
            yield Element("name", name, key or name)
        elif mark in ("{", "}"):
            yield Element("open" if mark == "{" else "close", mark)
        elif mark:
            yield mark
        else:
            yield Element("word", word)


def _choices(tokens: list[Element | str], at: int, pattern: str) -> tuple[list[Row], int]:
    rows, at = _sequence(tokens, at, pattern)
    while at < len(tokens) and tokens[at] == "|":
        more, at = _sequence(tokens, at + 1, pattern)
        rows = rows + more
    return rows, at


def _sequence(tokens: list[Element | str], at: int, pattern: str) -> tuple[list[Row], int]:
    parts: list[list[Row]] = []
    while at < len(tokens) and tokens[at] not in ("|", ")", "]"):
        item = tokens[at]
        if isinstance(item, Element):
            parts.append([(item,)])
            at += 1
            continue
        inner, at = _choices(tokens, at + 1, pattern)
        if at >= len(tokens) or tokens[at] != {"(": ")", "[": "]"}[item]:
            raise ValueError(f"unmatched bracket in pattern: {pattern!r}")
        parts.append([*inner, ()] if item == "[" else inner)
        at += 1
    return [sum(row, ()) for row in product(*parts)], at


def meaning(expression: str, functions: Mapping[str, Callable[..., Any]]) -> Meaning:
    """Compile a meaning: calls, names, numbers, texts, `+ - * //` and tuples, nothing else.

    Examples
    --------
    >>> meaning("double(n) + 1", {"double": lambda n: 2 * n})({"n": 4})
    9

    Raises
    ------
    ValueError
        Where the expression holds anything else, or calls what there is not.
    """
    try:
        tree = ast.parse(expression, mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"not a meaning: {expression!r}") from error
    return _compile(tree, functions, expression)


def names_in(expression: str) -> set[str]:
    """Give the names that a meaning needs."""
    nodes = list(ast.walk(ast.parse(expression, mode="eval")))
    called = {n.func.id for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    return {n.id for n in nodes if isinstance(n, ast.Name)} - called


_OPERATIONS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.FloorDiv: lambda a, b: a // b,
}


def _compile(node: ast.expr, functions: Mapping[str, Callable[..., Any]], source: str) -> Meaning:
    if isinstance(node, ast.Constant):
        return lambda _, value=node.value: value  # type: ignore[misc]
    if isinstance(node, ast.Name):
        return lambda names, key=node.id: names[key]  # type: ignore[misc]
    if isinstance(node, ast.Tuple):
        items = [_compile(e, functions, source) for e in node.elts]
        return lambda names: tuple(item(names) for item in items)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        operand = _compile(node.operand, functions, source)
        return lambda names: -operand(names)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _binary(node, functions, source)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
        return _call(node, functions, source)
    raise ValueError(f"not a meaning: {source!r}")


def _binary(node: ast.BinOp, functions: Mapping[str, Callable[..., Any]], source: str) -> Meaning:
    left, right = _compile(node.left, functions, source), _compile(node.right, functions, source)
    operation = _OPERATIONS[type(node.op)]
    return lambda names: operation(left(names), right(names))


def _call(node: ast.Call, functions: Mapping[str, Callable[..., Any]], source: str) -> Meaning:
    function = functions[node.func.id]  # type: ignore[attr-defined]
    args = [_compile(a, functions, source) for a in node.args]
    named = [(k.arg, _compile(k.value, functions, source)) for k in node.keywords if k.arg]
    return lambda names: function(*[a(names) for a in args], **{k: v(names) for k, v in named})
