"""The words of a parsed text as plain objects, by the names that spaCy gives their attributes.

A spaCy token is made anew each time that it is asked for, and looks up what it tells; rules ask a million
times in 100,000 words. These are made once.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, overload

from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IDX,
    IS_ALPHA,
    IS_DIGIT,
    IS_PUNCT,
    IS_SPACE,
    IS_TITLE,
    LEMMA,
    LENGTH,
    LIKE_NUM,
    LOWER,
    MORPH,
    POS,
    SENT_START,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

Feats = Mapping[str, str]
_STRINGS = (LOWER, LEMMA, POS, DEP, MORPH, ENT_TYPE)
_FLAGS = (IS_ALPHA, IS_DIGIT, IS_PUNCT, IS_SPACE, IS_TITLE, LIKE_NUM)
_NUMBERS = (IDX, LENGTH, HEAD, ENT_IOB, SENT_START)
_IOB = ("", "I", "O", "B")
_NONE: list[Any] = []


@functools.lru_cache(maxsize=5_000)
def feats(text: str) -> Feats:
    """Give the features of a word by name.

    Examples
    --------
    >>> feats("Gender=Fem|Number=Plur")
    {'Gender': 'Fem', 'Number': 'Plur'}
    """
    return dict(part.split("=", 1) for part in text.split("|") if "=" in part)


def _without_cycles(heads: list[int]) -> list[int]:
    """Make a root of a word whose heads lead back to it, which a parser now and then gives.

    Examples
    --------
    >>> _without_cycles([1, 0, 1, 3])
    [1, 1, 1, 3]
    """
    seen = [-1] * len(heads)
    for start in range(len(heads)):
        i = last = start
        while seen[i] == -1:
            seen[i], last = start, i
            i = heads[i]
        if seen[i] == start and heads[i] != i:
            heads[last] = last
    return heads


class Morph:
    """The features of a word, each with its values."""

    __slots__ = ("_text", "_values")

    def __init__(self, text: str) -> None:
        self._text = text
        self._values = {name: value.split(",") for name, value in feats(text).items()}

    def get(self, name: str, default: list[str] | None = None) -> list[str]:
        """Give the values of a feature."""
        return self._values.get(name, [] if default is None else default)

    def __str__(self) -> str:
        return self._text


_morph = functools.lru_cache(maxsize=5_000)(Morph)


class Word:
    """One word, mark or space of a text; attributes as those of a spaCy token."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_digit",
        "is_punct", "is_sent_start", "is_space", "is_title", "lemma_", "like_num", "lower_", "morph", "pos_",
        "text", "whitespace_",
    )  # fmt: skip

    children: list[Word]
    dep_: str
    doc: Words
    ent_iob_: str
    ent_type_: str
    head: Word
    i: int
    idx: int
    is_alpha: bool
    is_digit: bool
    is_punct: bool
    is_sent_start: bool | None
    is_space: bool
    is_title: bool
    lemma_: str
    like_num: bool
    lower_: str
    morph: Morph
    pos_: str
    text: str
    whitespace_: str

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Word) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """The word and the space after it."""
        return self.text + self.whitespace_

    @property
    def lefts(self) -> list[Word]:
        """The words before it that hang on it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Word]:
        """The words after it that hang on it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> Iterator[Word]:
        """All that hangs on the word, itself among it, in no order."""
        stack = [self]
        while stack:
            word = stack.pop()
            yield word
            stack.extend(word.children)

    @property
    def ancestors(self) -> Iterator[Word]:
        """The words that it hangs on, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: Word) -> bool:
        """Tell whether `other` hangs on the word."""
        return any(word is self for word in other.ancestors)

    @property
    def left_edge(self) -> Word:
        """The first of all words that hang on it."""
        word = first = self
        stack = [word]
        while stack:
            for child in stack.pop().children:
                if child.i < first.i:
                    first = child
                stack.append(child)
        return first

    @property
    def right_edge(self) -> Word:
        """The last of all words that hang on it."""
        return max(self.subtree, key=lambda word: word.i)

    @property
    def sent(self) -> Span:
        """The sentence that holds the word, as the parser cut it."""
        return next(sent for sent in self.doc.sents if self.i < sent.end)

    def nbor(self, steps: int = 1) -> Word:
        """Give the word so many places after it; IndexError where there is none."""
        place = self.i + steps
        if place < 0:
            raise IndexError(place)
        return self.doc.words[place]


class Span(list[Word]):
    """Some words in a row: `start` is the first, `end` lies behind the last."""

    __slots__ = ("end", "start")

    def __init__(self, words: list[Word], start: int) -> None:
        super().__init__(words)
        self.start, self.end = start, start + len(words)

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self[0].doc.text[self[0].idx : self[-1].idx + len(self[-1].text)] if self else ""

    @property
    def root(self) -> Word:
        """The word that the others hang on; of several the highest, of these the first, a mark last."""
        top = next((word for word in self if word.head is word), None)
        if top is not None:
            return top
        outer = [word for word in self if not self.start <= word.head.i < self.end]
        words = [word for word in outer if word.children or not (word.is_punct or word.is_space)]
        return min(words, key=lambda word: sum(1 for _ in word.ancestors), default=outer[0])


class Words:
    """A parsed text as plain words, with its `text`, the `source` that was parsed, and where sentences start.

    `forms` (in small letters), `lemmas`, `pos`, `deps`, `heads`, `morphs` and `starts` (characters) tell the
    same by the number of the word.
    """

    __slots__ = (
        "deps", "forms", "heads", "is_named", "lemmas", "morphs", "pos", "sentence_starts", "source",
        "starts", "text", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc, text: str | None = None) -> None:
        self.source = doc
        self.text: str = doc.text if text is None else text
        columns = _columns(doc)
        self.forms: list[str] = columns[LOWER]
        self.lemmas: list[str] = columns[LEMMA]
        self.pos: list[str] = columns[POS]
        self.deps: list[str] = columns[DEP]
        self.morphs: list[str] = columns[MORPH]
        _move(columns, _dropped(doc.text, self.text))
        self.starts: list[int] = columns[IDX]
        self.heads = _without_cycles([i + offset for i, offset in enumerate(columns[HEAD])])
        self.sentence_starts = [i for i, start in enumerate(columns[SENT_START]) if start == 1 or not i]
        self.words = [Word() for _ in self.forms]
        self.is_named = any(columns[ENT_IOB])
        """Whether the pipeline looked for names."""
        self._fill(columns)

    def _fill(self, columns: Mapping[int, list[Any]]) -> None:
        text, words = self.text, self.words
        hung: dict[int, list[Word]] = {}
        ends = [*self.starts[1:], len(text)] if words else []
        names = (LOWER, LEMMA, POS, DEP, MORPH, ENT_TYPE, ENT_IOB, SENT_START, IDX, LENGTH)
        rows = zip(*(columns[name] for name in names), ends, *(columns[flag] for flag in _FLAGS), strict=True)
        for i, (word, head, row) in enumerate(zip(words, self.heads, rows, strict=True)):
            lower, lemma, pos, dep, morph, label, iob, start, idx, length, after, *flags = row
            word.doc, word.i, word.idx = self, i, idx
            word.head, word.children = words[head], _NONE
            word.lower_, word.lemma_, word.pos_, word.dep_ = lower, lemma, pos, dep
            word.morph, word.ent_type_, word.ent_iob_ = _morph(morph), label, _IOB[iob]
            word.is_sent_start = start == 1 if start else None
            word.text, word.whitespace_ = text[idx : idx + length], text[idx + length : after]
            word.is_alpha, word.is_digit, word.is_punct, word.is_space, word.is_title, word.like_num = flags
            if word.head is not word:
                hung.setdefault(head, []).append(word)
        for head, children in hung.items():
            words[head].children = children

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Word | Span:
        if isinstance(place, slice):
            first, end, _ = place.indices(len(self.words))
            return self.span(first, end)
        return self.words[place]

    @property
    def sents(self) -> Iterator[Span]:
        """The sentences as the parser cut them."""
        ends = [*self.sentence_starts[1:], len(self.words)]
        return (self.span(a, b) for a, b in zip(self.sentence_starts, ends, strict=True))

    def kids(self, i: int) -> list[int]:
        """Give the words that hang on word `i`."""
        return [child.i for child in self.words[i].children]

    def change_places(self, verb: int, noun: int, dep: str) -> None:
        """Hang a verb where the noun over it hangs, the noun on it by `dep`, and what lies across with it."""
        above, over = self.heads[noun], self.deps[noun]
        self.rehang(verb, verb if above == noun else above, over)
        self.rehang(noun, verb, dep)
        for k in [k for k in self.kids(noun) if (k > verb) != (noun > verb)]:
            self.rehang(k, verb, self.deps[k])

    def rehang(self, i: int, head: int, dep: str) -> None:
        """Hang word `i` on word `head` by a relation, unless `head` hangs on it: a tree has no circles."""
        word, above = self.words[i], self.words[head]
        if i != head and word.is_ancestor(above):
            return
        if word.head is not word:
            word.head.children = [child for child in word.head.children if child is not word]
        if i != head:
            above.children = sorted([*above.children, word])
        word.head, word.dep_ = above, dep
        self.heads[i], self.deps[i] = head, dep

    def retag(self, i: int, pos: str, lemma: str, morph: str) -> None:
        """Give word `i` another part of speech, with its dictionary form and features."""
        word = self.words[i]
        word.pos_, word.lemma_, word.morph = pos, lemma, _morph(morph)
        self.pos[i], self.lemmas[i], self.morphs[i] = pos, lemma, morph

    def span(self, first: int, end: int) -> Span:
        """Give the words from `first` to before `end`."""
        return Span(self.words[first:end], first)


def _dropped(parsed: str, text: str) -> list[int]:
    """Give the places in `parsed` at which `text` has a character more: a blank, or one behind a letter.

    Examples
    --------
    >>> _dropped("è già qui", "e' gia' qui")
    [1, 5]
    >>> _dropped("he left", "  he   left")
    [0, 0, 3, 3]
    """
    found: list[int] = []
    for i, character in enumerate(parsed) if len(parsed) < len(text) else ():
        while text[i + len(found)] == " " != character:
            found.append(i)
        if text[i + len(found)] != character:
            found.append(i + 1)
    return found


def _move(columns: dict[int, list[Any]], dropped: list[int]) -> None:
    """Let words that were parsed with fewer characters stand where the text has them."""
    if not dropped:
        return
    ends = [start + length for start, length in zip(columns[IDX], columns[LENGTH], strict=True)]
    columns[IDX] = [start + bisect_right(dropped, start) for start in columns[IDX]]
    ends = [end + bisect_right(dropped, end) for end in ends]
    columns[LENGTH] = [end - start for start, end in zip(columns[IDX], ends, strict=True)]


def _columns(doc: Doc) -> dict[int, list[Any]]:
    """Give the attributes of all tokens by number, strings as such."""
    wanted = (*_STRINGS, *_FLAGS, *_NUMBERS)
    rows = doc.to_array(list(wanted))
    strings = doc.vocab.strings
    columns: dict[int, list[Any]] = {}
    for number, name in enumerate(wanted):
        column = rows[:, number]
        values = column.astype("int64").tolist() if name in (HEAD, SENT_START) else column.tolist()
        if name in _STRINGS:
            texts = {value: strings[value] if value else "" for value in set(values)}
            values = [texts[value] for value in values]
        elif name in _FLAGS:
            values = [value != 0 for value in values]
        columns[name] = values
    return columns
