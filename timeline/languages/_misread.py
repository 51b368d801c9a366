"""Words that a parser which has never seen them takes for something else: names, adjectives of countries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.languages._fold import fold

Known = Callable[[str], bool]
_NOUNS = frozenset(("NOUN", "PROPN", "NUM", "SYM", "PUNCT", "SPACE", "DET", "PRON"))
_LOOSE = frozenset(("advmod", "mark", "discourse", "dep", "nmod", "amod", "cc", "obl", "vocative", "ROOT"))
_NAMED = frozenset(("nmod", "appos", "flat", "flat:name", "dep", "obl"))


def right_names(
    known: Known, demonyms: frozenset[str], roles: frozenset[str], adverbs: tuple[str, ...] = ()
) -> Callable[[Any], Any]:
    """Give the step that puts misread names and adjectives of countries right in a parsed document.

    *Nogaev è arrivato* (taken for a conjunction) gets its subject, *il governo kazako ha annunciato* (taken
    for a verb) its adjective, *ai deputati Tokayev ha annunciato* (hung on the noun before) its subject.
    `known` tells whether the dictionary has a word; one tagged as an adverb that ends like `adverbs` is none.
    """

    def right(doc: Any) -> Any:
        for token in doc:
            form = token.text
            if token.pos_ == "VERB" and token.i and fold(form) in demonyms:
                _as_adjective(token)
            elif form[0].isupper():
                if token.pos_ not in _NOUNS and _is_new(token, known):
                    if token.pos_ == "ADV" and form.endswith(adverbs):
                        continue
                    token.pos_ = "PROPN"
                    token.lemma_ = form
                    token.set_morph("")
                    _as_subject(token, _LOOSE, roles)
                elif token.pos_ == "PROPN" and token.dep_ in _NAMED:
                    _as_subject(token, _NAMED, roles)
        return doc

    return right


def _is_new(token: Any, known: Known) -> bool:
    """Tell a capitalised word of letters that no dictionary has."""
    form = token.text
    return bool(len(form) > 2 and form.isalpha() and not form.isupper() and not known(form.lower()))


def _as_adjective(token: Any) -> None:
    """Hang an adjective of a country on the noun before it, which takes its place in the tree."""
    noun = token.nbor(-1)
    if noun.pos_ not in ("NOUN", "PROPN") or noun.head.i not in (token.i, token.head.i):
        return
    head, dep, root = token.head, token.dep_, token.dep_ == "ROOT"
    for child in list(token.children):
        if child.i != noun.i:
            child.head = noun if root else head
    if noun.head.i == token.i:
        noun.head, noun.dep_ = (noun, dep) if root else (head, dep)
    token.head, token.dep_, token.pos_ = noun, "amod", "ADJ"
    token.set_morph("")


def _as_subject(token: Any, loose: frozenset[str], roles: frozenset[str]) -> None:
    """Make a bare name right before a verb group without subject its subject."""
    if (
        token.dep_ not in loose
        or token.i + 1 >= len(token.doc)
        or any(c.dep_ == "case" for c in token.children)
    ):
        return
    title = fold(token.head.text) in roles and "Number=Plur" not in str(token.head.morph)
    if title and token.head.i < token.i:
        return
    verb = _verb_after(token)
    if verb is None or verb.i == token.head.i == token.i:
        return
    if any(c.dep_.startswith(("nsubj", "csubj")) and c.i != token.i for c in verb.children):
        return
    if token.is_ancestor(verb):
        if verb.head.i != token.i:
            return
        _take_place(token, verb)
    token.head, token.dep_ = verb, "nsubj"


def _take_place(token: Any, verb: Any) -> None:
    """Hang a verb where the name above it hangs, so that the name can hang on the verb."""
    if token.dep_ == "ROOT" or token.head.i == token.i:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = token.head, token.dep_


def _verb_after(token: Any) -> Any | None:
    """The verb of the group that begins right after a word: *ha annunciato*, *said*."""
    following = token.nbor(1)
    if following.pos_ == "AUX":
        verb = following.head
    elif following.pos_ == "VERB" and "VerbForm=Fin" in str(following.morph):
        verb = following
    else:
        return None
    return verb if verb.pos_ == "VERB" and verb.i > token.i and verb.sent == token.sent else None
