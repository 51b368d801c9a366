"""Verbs of two pieces with a hyphen, which a tagger took for two verbs: *she re-established her lead*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._words import Words

_PIECE = "compound"


def mark_pieces(words: Words) -> None:
    """Make the second piece the verb, with the form of the first, which hangs on it as a part of its word."""
    for i in range(1, len(words) - 1):
        if words.forms[i] != "-" or words.pos[i - 1] != "VERB" or words.pos[i + 1] != "VERB":
            continue
        first, verb = i - 1, i + 1
        apart = words.words[first].whitespace_ or words.words[i].whitespace_
        if apart:
            continue
        noun = words.heads[verb]
        words.retag(verb, "VERB", words.lemmas[verb], words.morphs[first])
        words.retag(i, "PUNCT", "-", "")
        words.change_places(verb, first, _PIECE)
        words.rehang(i, verb, "punct")
        if noun > verb and words.deps[noun] in ("obl", "obj"):
            words.rehang(noun, verb, "obj")
        for k in [k for k in words.kids(first) if k < first]:
            words.rehang(k, verb, words.deps[k])


def first_piece(forms: list[str], deps: list[str], heads: list[int], i: int) -> int:
    """Give the first word of a verb: its own place, or that of the piece before its hyphen."""
    first = i - 2
    told = first >= 0 and forms[i - 1] == "-" and deps[first] == _PIECE and heads[first] == i
    return first if told else i
