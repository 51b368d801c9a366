"""Titles as their language writes them: capitals on every word, verbs that look like plurals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CAPITALISED, _FEWEST = 0.7, 4
_PRESENT = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
_BEFORE = frozenset(("compound", "flat", "nmod", "amod", "nsubj"))


def in_sentence_case(title: str, body: str) -> str:
    """Give a title whose words all have capitals as a sentence has them, character for character.

    A word keeps its capital where the text below writes it so inside a sentence, or nowhere in small letters.

    Examples
    --------
    >>> in_sentence_case("Tram Stops in Lisbon After Storm", "The tram from Lisbon stops after it.")
    'Tram stops in Lisbon after Storm'
    """
    words = list(_WORD.finditer(title))
    long = [w[0] for w in words[1:] if len(w[0]) > 3]
    if len(words) < _FEWEST or not long or sum(w[:1].isupper() for w in long) < _CAPITALISED * len(long):
        return title
    small = {w[0] for w in _WORD.finditer(body) if w[0].islower()}
    inside = set(re.findall(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][^\W\d_]+", body))
    for word in words[1:]:
        form = word[0]
        lower = form.lower()
        plain = form[:1].isupper() and form[1:].islower() and len(lower) == len(form)
        if plain and form not in inside and lower in small:
            title = title[: word.start()] + lower + title[word.end() :]
    return title


def mark_headline(tree: Tree) -> None:
    """A title whose only verb the parser took for a plural: *Minister lands in Lisbon*."""
    endings = tree.lexicon.words("clause", "present")
    if not tree.block.heading or not endings:
        return
    if any(tree.form(k) == "Fin" for k in range(tree.size)):
        return
    for i in range(tree.size):
        ending = next((e for e in endings if tree.forms[i].endswith(e)), None)
        if ending is None or tree.heads[i] != i or tree.pos[i] not in ("NOUN", "PROPN"):
            continue
        base = tree.forms[i][: -len(ending)]
        subject = next((k for k in tree.kids[i] if k < i and tree.deps[k] in _BEFORE), None)
        if base not in tree.lexicon.verb_types or subject is None or tree.kids_of(i, "det", "case"):
            continue
        _make_verb(tree, i, base, subject)


def _make_verb(tree: Tree, i: int, base: str, subject: int) -> None:
    tree.pos[i], tree.lemmas[i], tree.feats[i] = "VERB", base, _PRESENT
    tree.deps[subject] = "nsubj"
    for k in tree.kids[i]:
        if k > i and tree.deps[k].split(":")[0] == "nmod":
            tree.deps[k] = "obl"
        elif k > i and tree.deps[k] in ("compound", "appos"):
            tree.deps[k] = "obj"
