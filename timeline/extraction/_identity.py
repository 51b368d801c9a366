"""Which names of one document stand for the same actor."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from timeline.extraction._mentions import ORGANIZATION, OTHER, PERSON, Mention

Words = tuple[str, ...]
Key = tuple[Words, str | None]
NO_ALIASES: Mapping[Words, Words] = MappingProxyType({})
SHORTEST_VARIANT = 6
SAME_SURNAME = 80
_FOREMOST = 3
# Spellings of one sound in romanised names (Tokayev, Tokayef, Tokaev); no words of any language.
_SOUNDS = (
    (re.compile(r"ff|f|w"), "v"),
    (re.compile(r"[sz]ch|sh|ts|tz|cz"), "s"),
    (re.compile(r"kh|ck|ch|[qcg]"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"z"), "s"),
    (re.compile(r"dj|dzh|j|y|ii"), "i"),
    (re.compile(r"(?<=[aeiou])i(?=[aeiou])|(?<=i)i|(?<=.)h"), ""),
    (re.compile(r"ou|oe"), "u"),
    (re.compile(r"(.)\1"), r"\1"),
)


@dataclass(slots=True, eq=False)
class Entity:
    """One actor of a document: its names as they stand, fullest first."""

    name: str
    kind: str
    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)

    @property
    def short(self) -> str:
        """The shortest name the document uses."""
        return min(self.mentions, key=lambda m: (len(m.text), m.block, m.first)).text


def resolve(mentions: Sequence[Mention], aliases: Mapping[Words, Words] = NO_ALIASES) -> dict[int, Entity]:
    """Give the entity of every mention, by the mention's place in the list.

    Full names first: same words are the same actor, another first name is another actor. Then lone
    surnames, where one actor alone, or one by far the foremost, bears the surname; then other spellings of
    one sound. What stays unclear stays apart. `aliases` gives the words of the full name for those of an
    acronym.
    """
    entities = [_entity(words, found) for (words, _), found in _grouped(mentions, aliases).items()]
    entities.sort(key=lambda e: (-len(e.words), _place(e)))
    kept = _Kept()
    for entity in entities:
        home = kept.home(entity)
        if home is None:
            kept.add(entity)
        else:
            home.mentions += entity.mentions
    _tell_apart(kept.all)
    number = {id(m): i for i, m in enumerate(mentions)}
    return {number[id(m)]: entity for entity in kept.all for m in entity.mentions}


def _grouped(mentions: Sequence[Mention], aliases: Mapping[Words, Words]) -> dict[Key, list[Mention]]:
    """Mentions of the same words; a surname with *Mr* and one with *Mrs* are two."""
    genders: dict[Words, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.gender and len(mention.words) == 1:
            genders[mention.words].add(mention.gender)
    groups: dict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        words = aliases.get(mention.words, mention.words)
        gender = mention.gender if len(genders[words]) > 1 else None
        groups[words, gender].append(mention)
    return groups


def _entity(words: Words, found: list[Mention]) -> Entity:
    full = [m for m in found if m.words == words] or found
    return Entity(_text(full), _kind(found), words, found)


def _tell_apart(kept: Sequence[Entity]) -> None:
    """Two of one surname, Mr and Mrs, keep their titles."""
    seen = Counter(e.name for e in kept)
    for entity in kept:
        title = entity.mentions[0].title
        if seen[entity.name] > 1 and title and len(entity.words) == 1:
            entity.name = f"{title} {entity.name}"


def _kind(found: Sequence[Mention]) -> str:
    """The kind of the mention that is surest."""
    return max(found, key=lambda m: (m.certain, m.kind != OTHER)).kind


def _text(found: Sequence[Mention]) -> str:
    """The spelling used first that is not all capitals."""
    return next((m.text for m in found if not m.text.isupper()), found[0].text)


def _place(entity: Entity) -> tuple[int, int]:
    return entity.mentions[0].block, entity.mentions[0].first


class _Kept:
    """The actors found so far, by last word, by sound of it and by first names."""

    def __init__(self) -> None:
        self.all: list[Entity] = []
        self._by_last: dict[str, list[Entity]] = defaultdict(list)
        self._by_sound: dict[str, list[Entity]] = defaultdict(list)
        self._by_first: dict[Words, list[Entity]] = defaultdict(list)
        self._bodies: dict[str, list[Entity]] = defaultdict(list)

    def add(self, entity: Entity) -> None:
        """Keep an actor of its own."""
        self.all.append(entity)
        self._by_last[entity.words[-1]].append(entity)
        self._by_sound[_sound(entity.words[-1])].append(entity)
        if entity.kind == ORGANIZATION:
            self._bodies[entity.words[0]].append(entity)
        if len(entity.words) > 1:
            self._by_first[entity.words[:-1]].append(entity)

    def home(self, entity: Entity) -> Entity | None:
        """Give the one fuller actor that `entity` is another name of, or None."""
        found = [other for other in self._by_last[entity.words[-1]] if _is_part(entity, other)]
        if not found and len(entity.words) == 1:
            bodies = self._bodies[entity.words[0]]
            found = bodies if all(_is_opening(entity, other) for other in bodies) else []
        if not found:
            near = self._by_first[entity.words[:-1]] if len(entity.words) > 1 else []
            near = near or self._by_sound[_sound(entity.words[-1])]
            found = [other for other in near if _is_variant(entity, other)]
        if len(found) > 1 and len(entity.words) == 1:
            return _foremost(entity, found)
        return found[0] if len(found) == 1 else None


def _foremost(entity: Entity, bearers: Sequence[Entity]) -> Entity | None:
    """Whom a lone surname means that several bear: the one told of by far the most, named before the others.

    Where nobody stands out it stays apart, and is a person as they all are.
    """
    if any(bearer.kind != PERSON for bearer in bearers):
        return None
    first, second = sorted(bearers, key=lambda e: (-len(e.mentions), _place(e)))[:2]
    far = len(first.mentions) >= _FOREMOST * len(second.mentions) and _place(first) <= _place(second)
    if far and _is_certain(first):
        return first
    entity.kind = PERSON
    return None


def _is_part(entity: Entity, other: Entity) -> bool:
    """*Tokayev* of *Kassym-Jomart Tokayev*."""
    if not _may_be_person(entity) or other.kind != PERSON or len(entity.words) >= len(other.words):
        return False
    if _is_someone_known(entity, other):
        return False
    return other.words[-len(entity.words) :] == entity.words


def _is_opening(entity: Entity, other: Entity) -> bool:
    """*The Bank* after *Bank of England*, the one body of the document that is called so."""
    long = len(other.words) > len((*entity.words, "of"))
    return entity.kind == ORGANIZATION and long and _place(other) < _place(entity)


def _is_someone_known(entity: Entity, other: Entity) -> bool:
    """*President Obama*, told before any full name and never of *Michelle Obama*, is not she."""
    offices = {m.office for m in entity.mentions if m.office}
    theirs = {m.office for m in other.mentions}
    return bool(offices - theirs) and _place(entity) < _place(other)


def _may_be_person(entity: Entity) -> bool:
    return entity.kind in (PERSON, OTHER) or (entity.kind == ORGANIZATION and not _is_certain(entity))


def _is_certain(entity: Entity) -> bool:
    return any(m.certain for m in entity.mentions)


def _is_variant(entity: Entity, other: Entity) -> bool:
    """Another spelling: the same first names or none, surnames that sound the same."""
    if not _may_be_person(entity) or other.kind not in (PERSON, OTHER):
        return False
    mine, theirs = entity.words[-1], other.words[-1]
    if min(len(mine), len(theirs)) < SHORTEST_VARIANT or mine == theirs or mine[0] != theirs[0]:
        return False
    if len(entity.words) == 1:
        return len(other.words) > 1 and OSA.distance(mine, theirs) <= 2 and _sound(mine) == _sound(theirs)
    same_first = entity.words[:-1] == other.words[:-1]
    return same_first and (_sound(mine) == _sound(theirs) or fuzz.ratio(mine, theirs) >= SAME_SURNAME)


@functools.lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
