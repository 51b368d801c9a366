"""The offices and descriptions by which actors are called: *il presidente kazako*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction._identity import Entity
from timeline.extraction._mentions import COUNTRY, ORGANIZATION, OTHER, PERSON, Mention, Mentions
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._block import Block
    from timeline.extraction._words import Word, Words
    from timeline.languages._names import Names

LONGEST_ROLE = 10
_COMMAS = frozenset(",–—-(")
_ENDS = frozenset(',–—-();:.!?»”"')
_INSIDE = ("NOUN", "ADJ", "PROPN", "ADP", "DET", "CCONJ", "ADV", "X", "PART")


@dataclass(frozen=True, slots=True)
class Role:
    """An office as it is written, its head word, and the countries its adjectives and names tell."""

    text: str
    head: str
    words: frozenset[str]
    countries: frozenset[str]


class Roles:
    """Read the offices beside names, and find whom a description means."""

    def __init__(
        self,
        blocks: Sequence[Block],
        names: Names,
        mentions: Mentions,
        entity: Callable[[Mention], Entity],
    ) -> None:
        self._blocks, self._names, self._mentions, self._entity = blocks, names, mentions, entity
        self._own: dict[int, Role] = {}
        self._known: dict[Entity, list[tuple[Mention, Role]]] = defaultdict(list)
        self._by_head: dict[str, dict[tuple[int, frozenset[str]], tuple[Mention, Role]]] = defaultdict(dict)
        self._beside: dict[tuple[int, int], Mention] = {}
        for mention in mentions.all:
            self._read(mention)

    def of(self, mention: Mention) -> Role | None:
        """Give the office beside this mention, else the first one told of its actor."""
        own = self._own.get(id(mention))
        if own is not None:
            return own
        known = self._known.get(self._entity(mention), ())
        return next((role for _, role in known if role.head not in self._names.people), None)

    def name_beside(self, block: int, token: int) -> Mention | None:
        """Give the name whose office or apposition holds this token, or None."""
        return self._beside.get((block, token))

    def bears(self, entity: Entity, token: Word) -> bool:
        """Tell whether an actor is called by the noun `token` somewhere."""
        return any(_same(role.head, token) for _, role in self._known.get(entity, ()))

    def has_office(self, entity: Entity) -> bool:
        """Tell whether an actor's office is told somewhere."""
        return any(role.head in self._names.roles for _, role in self._known.get(entity, ()))

    def fitting(self, number: int, token: Word) -> Mention | None:
        """Give a mention of the one actor named before whom the description headed by `token` fits."""
        described = self._describe(token)
        found: dict[int, Mention] = {}
        for mention, role in self._by_head.get(described.head, {}).values():
            if (mention.block, mention.first) < (number, token.i) and _fits(described, role):
                found[id(self._entity(mention))] = mention
        return next(iter(found.values())) if len(found) == 1 else None

    def _read(self, mention: Mention) -> None:
        doc = self._blocks[mention.block].doc
        spans = [s for s in (mention.role, self._apposition(doc, mention), self._ahead(doc, mention)) if s]
        for first, last in spans:
            role = self._role(doc, first, last)
            if role is None:
                continue
            self._beside.update(((mention.block, i), mention) for i in range(first, last + 1))
            self._own.setdefault(id(mention), role)
            self._say_kind(mention, role)
            self._known[self._entity(mention)].append((mention, role))
            for head in self._heads(doc, first, last):
                if self._entity(mention).kind == PERSON and self._is_body(head):
                    continue  # *the army chief, X*: X is not the army
                key = (id(self._entity(mention)), role.words)
                self._by_head[head].setdefault(key, (mention, role))

    def _say_kind(self, mention: Mention, role: Role) -> None:
        """An office tells a person, a body's noun a body, where nothing else did."""
        entity = self._entity(mention)
        if entity.kind == OTHER:
            entity.kind = ORGANIZATION if self._is_body(role.head) else PERSON

    def _is_body(self, head: str) -> bool:
        return head in self._names.bodies and head not in self._names.roles

    def _role(self, doc: Words, first: int, last: int) -> Role | None:
        heads = self._heads(doc, first, last)
        if not heads:
            return None
        words = frozenset(fold(t.text) for t in doc[first : last + 1] if not t.is_punct)
        return Role(doc[first : last + 1].text, heads[0], words, self._countries(doc[first : last + 1]))

    def _heads(self, doc: Words, first: int, last: int) -> list[str]:
        """The words that call somebody: *capo* in *capo del parlamento*, *lawyer* in *the mayor's lawyer*."""
        callings = self._names.roles | self._names.people | self._names.bodies
        found: list[str] = []
        every: list[str] = []
        inside = False
        for token in doc[first : last + 1]:
            word = fold(token.text)
            if token.pos_ == "PART" and found:
                found = []
            inside = token.pos_ == "ADP" or (inside and token.pos_ not in ("CCONJ", "PUNCT"))
            if word in callings:
                every.append(word)
                found += [] if inside else [word]
        return found or every

    def _countries(self, tokens: Iterable[Word]) -> frozenset[str]:
        found = set()
        for token in tokens:
            entry = self._mentions.gazetteer.country(token.text) if token.text[0].isupper() else None
            code = self._names.demonyms.get(fold(token.text)) or (entry.country if entry else None)
            if code:
                found.add(code)
        return frozenset(found)

    def _describe(self, token: Word) -> Role:
        around = [token, *(t for t in token.children if t.dep_ not in ("det", "case", "punct", "acl:relcl"))]
        nested = [g for t in around for g in t.children if g.dep_ in ("nmod", "amod", "flat", "flat:name")]
        nearby = [t for t in token.doc[token.i : token.i + 2] if fold(t.text) in self._names.demonyms]
        before = [t for t in token.doc[max(0, token.i - 1) : token.i] if fold(t.text) in self._names.demonyms]
        everything = [*around, *nested, *nearby, *before]
        words = frozenset(fold(t.text) for t in everything)
        return Role(token.text, fold(token.text), words, self._countries(everything))

    def _apposition(self, doc: Words, mention: Mention) -> tuple[int, int] | None:
        """The description after a name, between commas: *Karim Massimov, ex capo del Knb, ...*."""
        start = mention.last + 1
        if mention.kind not in (PERSON, ORGANIZATION, OTHER) or start + 1 >= len(doc):
            return None
        if doc[start].text not in _COMMAS:
            return None
        first = self._skip_articles(doc, start + 1)
        last = first - 1
        while last + 1 < len(doc) and last - first < LONGEST_ROLE and self._goes_on(doc[last + 1]):
            last += 1
        while last >= first and doc[last].pos_ in ("ADP", "CCONJ", "DET", "ADV"):
            last -= 1
        return (first, last) if last >= first and self._calls(doc, mention, first, last) else None

    def _ahead(self, doc: Words, mention: Mention) -> tuple[int, int] | None:
        """The office told before a name between commas: *la portavoce del governo, Irina Sokolova, ...*."""
        comma, after = mention.first - 1, mention.last + 1
        if mention.kind not in (PERSON, OTHER) or comma < 2 or doc[comma].text != ",":
            return None
        if after < len(doc) and doc[after].text not in _ENDS:
            return None
        first = comma
        while first > 0 and comma - first < LONGEST_ROLE and self._goes_on(doc[first - 1]):
            first -= 1
        return self._office_in(doc, first, comma)

    def _office_in(self, doc: Words, first: int, end: int) -> tuple[int, int] | None:
        """The last office with an article in a stretch of nouns, up to its end."""
        for i in range(end - 1, first - 1, -1):
            if doc[i].pos_ in ("CCONJ", "VERB"):
                return None
            if doc[i].pos_ == "DET" and any(fold(t.text) in self._names.roles for t in doc[i + 1 : end]):
                return i + 1, end - 1
        return None

    def _goes_on(self, token: Word) -> bool:
        word = fold(token.text)
        if token.text in _ENDS or word in self._names.relative:
            return False
        if token.pos_ == "NUM":
            return False
        return token.pos_ in _INSIDE or word in self._names.demonyms or word in self._names.roles

    def _skip_articles(self, doc: Words, i: int) -> int:
        while i < len(doc) and doc[i].pos_ == "DET":
            i += 1
        return i

    def _calls(self, doc: Words, mention: Mention, first: int, last: int) -> bool:
        """A description names an office, within its first words, and no other actor goes before it."""
        callings = self._names.roles | self._names.people if mention.kind == PERSON else self._names.bodies
        if mention.kind == OTHER:
            callings = self._names.roles | self._names.people | self._names.bodies
        near = range(first, min(first + 4, last + 1))
        at = next((i for i in near if fold(doc[i].text) in callings), None)
        if at is None or (
            last + 1 < len(doc) and doc[last + 1].text not in _ENDS and not self._relative(doc, last)
        ):
            return False
        other = self._mentions.at(mention.block, last)
        told = any(doc[i].pos_ in ("ADP", "CCONJ") for i in range(first, at))
        return not told and (other is None or other.role is None)

    def _relative(self, doc: Words, last: int) -> bool:
        return fold(doc[last + 1].text) in self._names.relative


def _same(head: str, token: Word) -> bool:
    """Compare a noun in the singular with one in the plural: by their lemma or all but the ending."""
    word = fold(token.text)
    stem = max(len(word) - 1, 4)
    return head == word or fold(token.lemma_) == head or head[:stem] == word[:stem]


def _fits(described: Role, role: Role) -> bool:
    """A description may say less than the office told, not more and nothing else."""
    if described.countries:
        return bool(described.countries & role.countries)
    return described.words <= role.words


__all__ = ["COUNTRY", "Role", "Roles"]
