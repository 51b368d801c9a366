"""How much a noun's part in its sentence speaks for it as the next subject, or against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.extraction import _phrases as phrases
from timeline.extraction._mentions import PERSON, Mentions

if TYPE_CHECKING:
    from timeline.extraction._block import Block
    from timeline.extraction._words import Word

_SUBJECT, _AGENT, _OBJECT, _OTHER_ROLE, _WITHIN = 3.0, 2.0, 2.0, 0.0, 1.0
_LESS = frozenset(("csubj", "advcl", "acl:relcl", "ccomp"))


def differ(pronoun: Word, noun: Word) -> bool:
    """Tell a noun of another gender than the pronoun: *l'aviation ..., a-t-il ajouté*; not *la maire*."""
    article = next((c for c in noun.children if c.dep_ == "det" and c.morph.get("Gender", [])), noun)
    one, other = pronoun.morph.get("Gender", []), article.morph.get("Gender", [])
    return noun.pos_ == "NOUN" and bool(one) and bool(other) and not set(one) & set(other)


def has_clitic(verb: Word) -> bool:
    """*L'ha spinta*, *le ha preso la borsa*: the pronoun takes up somebody told of before as an object."""
    return any(
        c.pos_ == "PRON"
        and c.i < verb.i
        and c.dep_ in ("obj", "iobj")
        and "Rel" not in c.morph.get("PronType", [])
        for c in verb.children
    )


def is_second(noun: Word) -> bool:
    """A noun behind a verb that has its subject before it."""
    verb = noun.head
    return noun.i > verb.i and any(c.dep_ in phrases.SUBJECT and c.i < verb.i for c in verb.children)


def role(noun: Word) -> float:
    """How much a noun's part in its sentence speaks for it as the next subject."""
    if noun.dep_ in phrases.SUBJECT:
        if is_second(noun):
            return _OBJECT
        return _SUBJECT - (0.5 if noun.head.dep_ in _LESS else 0.0)
    if noun.dep_ == "obl:agent":
        return _AGENT
    if noun.dep_ in ("obj", "ROOT"):
        return _OBJECT
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        return role(noun.head) - 0.5 if noun.head.i != noun.i else _OTHER_ROLE
    within = noun.dep_ == "nmod" and noun.head.dep_ in phrases.SUBJECT
    return _WITHIN if within else _OTHER_ROLE


def persons_by_block(blocks: Sequence[Block], mentions: Mentions) -> list[list[int]]:
    """The last tokens of the names of persons, by block; of guessed ones only those named again."""
    seen = Counter(m.words[-1:] for m in mentions.all)
    found: list[list[int]] = [[] for _ in blocks]
    for mention in mentions.all:
        if mention.kind == PERSON and (mention.certain or seen[mention.words[-1:]] > 1):
            found[mention.block].append(mention.last)
    return found
