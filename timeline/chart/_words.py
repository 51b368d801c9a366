"""Texts as numbers of words: a dictionary of all words, and one to three bytes for each use of one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

SEPARATOR = "\x1e"
GLUE = "\x1f"
ONE = 160
_MOST_TWO = 90
_PAYS = 5
_LEAST = 200_000
# A word, the end of a text, or what stands between words; a single space between two words is understood.
_LETTER = "\\w\u0300-\u036f"
_TOKEN = re.compile(
    f"(?:(?<=[{_LETTER}]) (?=[{_LETTER}]))?([{_LETTER}]+|{SEPARATOR}|[^{_LETTER}{SEPARATOR}]+)"
)
_WORD = re.compile(f"[{_LETTER}]")


def clean(text: str) -> str:
    """Keep the separator out of a text."""
    return text.replace(SEPARATOR, "␞")


@dataclass(slots=True)
class Coder:
    """Codes chunks of texts: the commonest 160 words take one byte, some 20,000 more two, the others three.

    Frequent words first, then deflate: a word-replacing transform (Skibiński, Grabowski and Deorowicz 2005).
    """

    numbers: defaultdict[str, int] = field(init=False)
    chunks: list[NDArray[np.int32]] = field(default_factory=list)
    length: int = 0

    def __post_init__(self) -> None:
        self.numbers = defaultdict()
        self.numbers.default_factory = self.numbers.__len__
        self.numbers[SEPARATOR]

    def add(self, texts: Iterable[str]) -> None:
        """Take a chunk of texts."""
        whole = SEPARATOR.join(map(clean, texts))
        tokens = _TOKEN.findall(whole)
        self.length += len(whole)
        self.chunks.append(np.fromiter(map(self.numbers.__getitem__, tokens), np.int32, len(tokens)))

    @property
    def pays(self) -> bool:
        """Whether the texts are long and the dictionary is small beside them."""
        small = sum(map(len, self.numbers)) * _PAYS < self.length
        return self.length > _LEAST and small and self.two >= 0

    @property
    def two(self) -> int:
        """How many first bytes begin a code of two bytes; those above begin one of three."""
        fits = (t for t in range(_MOST_TWO, -1, -1) if self._room(t) >= len(self.numbers))
        return next(fits, -1)

    @staticmethod
    def _room(two: int) -> int:
        return ONE + two * 256 + (256 - ONE - two) * 65_536

    def _order(self) -> NDArray[np.int64]:
        """The words by how often they occur; those of three bytes by the alphabet, which packs better."""
        counts = np.bincount(np.concatenate(self.chunks), minlength=len(self.numbers))
        counts[0] = len(counts) * len(self.chunks) + counts.sum()  # the separator is 0, whatever its use
        order = np.argsort(-counts, kind="stable")
        edge = ONE + 256 * self.two
        words = list(self.numbers)
        tail = sorted(order[edge:].tolist(), key=words.__getitem__)
        return np.concatenate([order[:edge], np.array(tail, dtype=np.int64)])

    def coded(self) -> tuple[str, Iterator[bytes]]:
        """Give the dictionary as one text, after its `two`, and the bytes of each chunk in turn.

        What is no word has a mark before it: no space is understood beside it.
        """
        order, words = self._order(), list(self.numbers)
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        entries = (words[k] for k in order[1:].tolist())
        shown = (word if _WORD.match(word) else GLUE + word for word in entries)
        return SEPARATOR.join([str(self.two), *shown]), (
            codes(place[chunk], self.two) for chunk in self.chunks
        )


def codes(numbers: NDArray[np.int64], two: int) -> bytes:
    """Write word numbers with one to three bytes each.

    Examples
    --------
    >>> codes(np.array([0, 159, 160, 161 + 256]), 90).hex(" ")
    '00 9f a0 00 a1 01'
    """
    edge = ONE + 256 * two
    raw = np.zeros((len(numbers), 3), dtype=np.uint8)
    short, long = numbers < ONE, numbers >= edge
    middle = ~(short | long)
    raw[short, 0] = numbers[short]
    rest = numbers - ONE
    raw[middle, 0], raw[middle, 1] = ONE + rest[middle] // 256, rest[middle] % 256
    rest = numbers - edge
    raw[long, 0], raw[long, 1], raw[long, 2] = (
        ONE + two + rest[long] // 65_536,
        rest[long] // 256 % 256,
        rest[long] % 256,
    )
    used = np.column_stack([np.ones(len(numbers), dtype=bool), ~short, long])
    written: bytes = raw[used].tobytes()
    return written


def coder_of(chunks: Iterable[Iterable[str]]) -> Coder:
    """Give a coder that has taken all chunks."""
    coder = Coder()
    for texts in chunks:
        coder.add(texts)
    return coder
