"""Universal Dependencies treebanks (CoNLL-U), with one word for each piece of the raw text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline._errors import InputError
from timeline.languages.train._spacing import is_spaced_out, spaces_after

Pieces = Callable[[str], list[str]]
"""Splits one written word the way that the tokenizer of the language does."""
WIDER = {"obl:tmod": "obl", "nsubj:outer": "nsubj", "csubj:outer": "csubj"}
"""Labels of single treebanks, merged into those that all have."""
_VERBS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the raw text; `head` is the index of its head in the sentence, its own at the root."""

    form: str
    lemma: str
    upos: str
    feats: tuple[tuple[str, str], ...]
    head: int
    relation: str
    space: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence: its text as the treebank gives it, and its words."""

    text: str
    words: tuple[Word, ...] = field(repr=False)


def read_trees(path: Path, pieces: Pieces) -> Iterator[Tree]:
    """Read the sentences of a CoNLL-U file, multiword tokens merged.

    A multiword token whose parts are the pieces that the tokenizer makes of it (*don't*) stays in parts. Any
    other (*della* = *di* + *la*, *renderlo* = *rendere* + *lo*) becomes one word with the lemma, part of
    speech and relation of the part that hangs outside; a verb with a clitic gets ``Clitic=Yes``. A sentence
    whose tree merging spoils is left out.

    Raises
    ------
    InputError
        A line has not ten columns, or a head is no number.
    """
    for text, rows in _blocks(path):
        words = _close(_merged(rows, pieces))
        if words and _is_tree(words):
            yield Tree(text or "".join(w.form + " " * w.space for w in words).strip(), words)


def _close(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Give `words` with ordinary spacing where the treebank has a space around each."""
    forms = [word.form for word in words]
    if not is_spaced_out(forms, [word.space for word in words]):
        return words
    return tuple(replace(w, space=space) for w, space in zip(words, spaces_after(forms), strict=True))


def _is_tree(words: tuple[Word, ...]) -> bool:
    """Tell whether every word leads up to a root; merging can close a circle."""
    sound: set[int] = set()
    for start in range(len(words)):
        seen, at = {start}, start
        while words[at].head != at and at not in sound:
            at = words[at].head
            if at in seen:
                return False
            seen.add(at)
        sound |= seen
    return True


def _blocks(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    text, rows = "", []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")  # noqa: PLW2901
            if line.startswith("# text ="):
                text = line[8:].strip()
            elif line and not line.startswith("#"):
                rows.append(_row(line, path, number))
            elif not line and rows:
                yield text, rows
                text, rows = "", []
    if rows:
        yield text, rows


def _row(line: str, path: Path, number: int) -> list[str]:
    row = line.split("\t")
    if len(row) != 10:
        raise InputError("not a line of CoNLL-U", file=str(path), line=number, value=line)
    if row[0].isdecimal() and not row[6].isdecimal():
        raise InputError("not a head", file=str(path), line=number, value=row[6])
    return row


def _merged(rows: list[list[str]], pieces: Pieces) -> tuple[Word, ...]:
    parts = {int(row[0]): row for row in rows if row[0].isdecimal()}
    units = list(_units(rows, parts, pieces))
    place = {number: index for index, (ids, _, _) in enumerate(units) for number in ids}
    return tuple(
        _word([parts[i] for i in ids], form, space, index, place)
        for index, (ids, form, space) in enumerate(units)
    )


def _units(
    rows: list[list[str]], parts: dict[int, list[str]], pieces: Pieces
) -> Iterator[tuple[tuple[int, ...], str, bool]]:
    """Give the words of the raw text: the ids of their parts, their form, whether a space follows."""
    done = 0
    for row in rows:
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = (int(number) for number in row[0].split("-"))
            ids, done = tuple(range(first, last + 1)), last
            forms = [parts[i][1] for i in ids]
            if "".join(forms) == row[1] and pieces(row[1]) == forms:
                yield from (((i,), parts[i][1], i == last and space) for i in ids)
            else:
                yield ids, row[1], space
        elif row[0].isdecimal() and int(row[0]) > done:
            yield (int(row[0]),), row[1], space


def _word(parts: list[list[str]], form: str, space: bool, index: int, place: dict[int, int]) -> Word:
    head = next((part for part in parts if place.get(int(part[6])) != index), parts[0])
    above = place.get(int(head[6]), index)
    relation = "ROOT" if above == index else WIDER.get(head[7], head[7])
    feats = _feats(head, [part for part in parts if part is not head])
    return Word(form.replace(" ", "\u00a0"), head[2], head[3], feats, above, relation, space)


def _feats(head: list[str], others: list[list[str]]) -> tuple[tuple[str, str], ...]:
    feats = _pairs(head[5])
    if head[3] in _VERBS:
        if any(other[3] == "PRON" for other in others):
            feats["Clitic"] = "Yes"
    else:
        for other in others:
            feats = {**_pairs(other[5]), **feats}
    return tuple(sorted(feats.items()))


def _pairs(feats: str) -> dict[str, str]:
    pairs = (item.split("=", 1) for item in feats.split("|") if "=" in item)
    return {key: value for key, value in pairs}  # noqa: C416


def has_late_subject(tree: Tree) -> bool:
    """Tell whether a subject follows its verb, other than a pronoun: *ha detto il sindaco*."""
    return any(
        word.relation.startswith("nsubj")
        and word.head < place
        and word.upos != "PRON"
        and tree.words[word.head].upos == "VERB"
        for place, word in enumerate(tree.words)
    )


def letters(text: str) -> str:
    """Give the letters and digits of `text`, lower-cased: two sentences that share them are the same.

    Examples
    --------
    >>> letters("L’altro ieri, disse.") == letters("l'altro ieri disse")
    True
    """
    return "".join(filter(str.isalnum, text.lower()))


def without(trees: Iterable[Tree], kept_out: frozenset[str]) -> list[Tree]:
    """Give `trees` without the sentences whose letters are in `kept_out`."""
    return [tree for tree in trees if letters(tree.text) not in kept_out]
