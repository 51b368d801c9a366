"""Several parsers' trees of one text made into one by vote, and how far the parsers agree on each word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.languages.train._treebank import Word

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one parser makes of a text: its words, heads counted from the first word of the text, and which
    of them begin a sentence."""

    words: tuple[Word, ...]
    starts: frozenset[int]


@dataclass(frozen=True, slots=True)
class Voted:
    """A sentence by vote: its words, heads counted from its own first word, and for each the share of the
    parsers that give it this head and relation; `bounds`: the share that has just this sentence."""

    words: tuple[Word, ...]
    shares: tuple[float, ...]
    bounds: float


def vote(readings: Sequence[Reading]) -> list[Voted]:
    """Give the sentences of a text by the vote of `readings`, which have the same words, the best first.

    Sentence bounds, head and relation, part of speech, features and lemma are what most say; where as many
    say one thing as another, what the first of them says. Heads that would close a circle or make a second
    root give way to those that fewer want, so that each sentence is a tree.

    Sagae and Lavie, *Parser combination by reparsing*, NAACL 2006; here the arcs are taken in the order of
    their votes.
    """
    size = len(readings[0].words)
    starts = [i for i in range(size) if i == 0 or 2 * sum(i in r.starts for r in readings) > len(readings)]
    ends = [*starts, size][1:]
    return [_sentence(readings, start, end) for start, end in zip(starts, ends, strict=True)]


def _sentence(readings: Sequence[Reading], start: int, end: int) -> Voted:
    columns = [[_within(r.words[i], i, start, end) for r in readings] for i in range(start, end)]
    heads = tree_of([Counter(word.head for word in column) for column in columns])
    pairs = [_word(column, head) for column, head in zip(columns, heads, strict=True)]
    alike = sum(_is_sentence(reading, start, end) for reading in readings)
    return Voted(tuple(w for w, _ in pairs), tuple(s for _, s in pairs), alike / len(readings))


def _is_sentence(reading: Reading, start: int, end: int) -> bool:
    ends = end == len(reading.words) or end in reading.starts
    return start in reading.starts and ends and reading.starts.isdisjoint(range(start + 1, end))


def _within(word: Word, place: int, start: int, end: int) -> Word:
    """Give `word` with its head counted from `start`; one whose head is elsewhere is the root."""
    head = word.head if start <= word.head < end else place
    return replace(word, head=head - start, relation="ROOT" if head == place else word.relation)


def tree_of(votes: Sequence[Counter[int]]) -> list[int]:
    """Give the head of each word of a sentence, its own place at the one root, by the `votes` for heads.

    Examples
    --------
    >>> tree_of([Counter({1: 2, 0: 1}), Counter({0: 2, 1: 1}), Counter({1: 3})])
    [1, 1, 1]
    """
    arcs = sorted(
        (-count, place, order, head)
        for place, some in enumerate(votes)
        for order, (head, count) in enumerate(some.most_common())
    )
    heads: dict[int, int] = {}
    root = None
    for _, place, _, head in arcs:
        if place in heads or (head == place and root is not None) or _leads(head, place, heads):
            continue
        heads[place] = head
        if head == place:
            root = place
    if root is None:
        root = next(place for place in range(len(votes)) if place not in heads)
    return [heads.get(place, root) if place != root else root for place in range(len(votes))]


def _leads(head: int, place: int, heads: dict[int, int]) -> bool:
    """Tell whether the way up from `head` comes to the other word `place`."""
    if head == place:
        return False
    while head in heads and heads[head] != head and head != place:
        head = heads[head]
    return head == place


def _word(column: Sequence[Word], head: int) -> tuple[Word, float]:
    """Give the word that most of `column` want, hung on `head`, and the share that hangs it so."""
    hung = [word.relation for word in column if word.head == head]
    relation = _most(hung or [word.relation for word in column if word.relation != "ROOT"] or ["dep"])
    upos = _most(word.upos for word in column)
    same = [word for word in column if word.upos == upos]
    feats, lemma = _most(word.feats for word in same), _most(word.lemma for word in same)
    chosen = replace(column[0], head=head, relation=relation, upos=upos, feats=feats, lemma=lemma)
    return chosen, hung.count(relation) / len(column)


def _most(values: Iterable[T]) -> T:
    """Give the most frequent of `values`, among equals the first."""
    return Counter(values).most_common(1)[0][0]
