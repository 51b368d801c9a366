"""Other ways of writing the same sentence: quotation marks, apostrophes, dashes, capitals, headlines."""

from __future__ import annotations

import random
from dataclasses import replace

from timeline.languages.train._entities import Named
from timeline.languages.train._strangers import Strangers
from timeline.languages.train._treebank import Tree, Word

QUOTES = (("«", "»"), ("«", "»"), ("“", "”"), ("‘", "’"))
DASHES = ("-", "--", "–", "—")


def vary_tree(tree: Tree, rng: random.Random, strangers: Strangers | None = None) -> Tree:
    """Give `tree` written in another way; the tree itself stays as it is.

    With `strangers` names and adjectives of countries change places with ones never seen.
    """
    words = tree.words if strangers is None else strangers.renamed(tree.words, rng)
    words = _quoted(words, rng)
    if rng.random() < 0.3:
        words = tuple(replace(w, form=w.form.replace("'", "’")) for w in words)
    if rng.random() < 0.3:
        dash = rng.choice(DASHES)
        words = tuple(replace(w, form=dash) if w.form in DASHES and w.upos == "PUNCT" else w for w in words)
    return replace(tree, words=_as_headline(words, rng))


def vary_named(named: Named, rng: random.Random) -> Named:
    """Give `named` with other quotation marks and apostrophes; each is as long as what it replaces."""
    text = named.text.replace("'", "’") if rng.random() < 0.3 else named.text
    if rng.random() < 0.5 and text.count('"') % 2 == 0:
        pair, parts = rng.choice(QUOTES), text.split('"')
        text = parts[0] + "".join(pair[i % 2] + part for i, part in enumerate(parts[1:]))
    return replace(named, text=text)


def _quoted(words: tuple[Word, ...], rng: random.Random) -> tuple[Word, ...]:
    if not any(w.form == '"' for w in words) or rng.random() < 0.2:
        return words
    pair, seen, done = rng.choice(QUOTES), 0, []
    for word in words:
        if word.form == '"':
            done.append(replace(word, form=pair[seen % 2], lemma=pair[seen % 2]))
            seen += 1
        else:
            done.append(word)
    return tuple(done)


def _as_headline(words: tuple[Word, ...], rng: random.Random) -> tuple[Word, ...]:
    chance = rng.random()
    if chance < 0.015:
        return tuple(replace(w, form=w.form.upper()) for w in words)
    if chance < 0.03:
        return tuple(replace(w, form=w.form.lower()) for w in words)
    if chance < 0.06 and _ends_with_stop(words):
        return words[:-1]
    return words


def _ends_with_stop(words: tuple[Word, ...]) -> bool:
    last = len(words) - 1
    return last > 0 and words[-1].form == "." and all(w.head != last for w in words[:-1])
