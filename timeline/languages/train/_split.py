"""What is trained on, what is held back to choose the best step, what is kept out."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from timeline._errors import InputError
from timeline.languages.train._entities import read_entities
from timeline.languages.train._pretraining import read_text
from timeline.languages.train._treebank import letters, read_trees

HELD_BACK = 20
"""Of so many sentences one is held back to choose the best step, where no file for that is given."""


def held_back(sentences: list[Any]) -> tuple[list[Any], list[Any]]:
    """Take every twentieth run of six out of `sentences`, and whatever else is the same."""
    once = list({letters(sentence.text): sentence for sentence in sentences}.values())
    back = [s for i, s in enumerate(once) if (i // 6) % HELD_BACK == HELD_BACK - 1]
    names = {letters(sentence.text) for sentence in back}
    rest = [sentence for sentence in sentences if letters(sentence.text) not in names]
    if not back or not rest:
        raise InputError("too few sentences to train on", value=len(sentences))
    return rest, back


def kept_out(paths: Iterable[Path], entities: Iterable[Path] = ()) -> frozenset[str]:
    """Give the letters of every sentence that must not be trained on."""
    kept: set[str] = set()
    for path in paths:
        if path.suffix == ".conllu":
            kept |= {letters(tree.text) for tree in read_trees(path, list)}
        else:
            kept |= {letters(part) for text in read_text(path, frozenset()) for part in text.split("\n")}
    for path in entities:
        kept |= {letters(named.text) for named in read_entities(path)}
    return frozenset(kept - {""})


@functools.cache
def pieces_of(code: str) -> Callable[[str], list[str]]:
    """Give what splits a written word the way that the tokenizer of language `code` does."""
    import spacy

    return pieces(spacy.blank(code))


def pieces(nlp: Any) -> Callable[[str], list[str]]:
    """Give what splits a written word the way that the pipeline `nlp` does."""
    return lambda form: [token.text for token in nlp.tokenizer(form)]
