"""Who did it or said it: from a word of a sentence to a named actor of the document."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.extraction import _phrases as phrases
from timeline.extraction._casts import OFFENDER, OFFICER, Casts
from timeline.extraction._identity import Entity, resolve
from timeline.extraction._lexicon import load
from timeline.extraction._mentions import (
    COUNTRY,
    GOVERNMENT,
    GROUP,
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    Mention,
    Mentions,
)
from timeline.extraction._people import People, Person
from timeline.extraction._reference import Reference
from timeline.extraction._roles import Role, Roles
from timeline.languages.places import Gazetteer, fold

if TYPE_CHECKING:
    from timeline.extraction._block import Block
    from timeline.extraction._words import Word
    from timeline.languages._names import Names

_SUBJECT = ("nsubj", "nsubj:pass", "csubj")
_ASIDE = frozenset(",–—")
_STEM = 4
_INSIDE, _FARTHEST, _NEAR = frozenset(("flat", "flat:name", "compound", "appos")), 25, 6


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts or speaks.

    `name` is the fullest name in the document, `role` the office or description beside it; `start` and `end`
    are document offsets of the mention as it stands, whatever it is; `members` are the actors of a pair.
    """

    name: str
    role: str | None
    kind: str
    start: int
    end: int
    members: tuple[Actor, ...] = ()


class Actors:
    """The actors of one document; built once, asked by token.

    `kind` is person, organization, country, government (called by its seat), group, place or other.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        names: Names,
        places: Gazetteer,
        *,
        mentions: Mentions | None = None,
        drops_subjects: bool = True,
    ) -> None:
        self._drops_subjects = drops_subjects
        self._blocks, self._names, self._places = blocks, names, places
        self.mentions = mentions or Mentions(blocks, names, places)
        self._entities = resolve(self.mentions.all, self.mentions.aliases)
        self._number = {id(m): i for i, m in enumerate(self.mentions.all)}
        self._block_of = {id(block.doc): number for number, block in enumerate(blocks)}
        self._roles = Roles(blocks, names, self.mentions, self.entity)
        self._memo: dict[tuple[int, int], Actor | None] = {}
        words = load(names.code).words
        self._free = words("clause", "free_relatives")
        self._of_persons, self._shares = words("clause", "personal_relatives"), words("objects", "shares")
        self._somebody, self._from = words("objects", "people"), tuple(words("objects", "people_endings"))
        self._reference = Reference(blocks, names, self.mentions, self.of)
        self._people = People(blocks, names, lambda n, i: self.mentions.at(n, i) is not None)

    def entity(self, mention: Mention) -> Entity:
        """Give the actor that a name stands for."""
        return self._entities[self._number[id(mention)]]

    def of(self, token: Word) -> Actor | None:
        """Give the actor that the noun phrase headed by `token` stands for, or None."""
        key = (self._block_of[id(token.doc)], token.i)
        if key not in self._memo:
            self._memo[key] = None  # a chain of pronouns that bites its tail ends here
            self._memo[key] = self._find(key[0], token)
        return self._memo[key]

    def suits(self, token: Word, actor: Actor) -> bool | None:
        """Tell whether a pronoun suits an actor in gender; None where nothing tells."""
        return self._reference.suits(token.text, actor)

    def may_be(self, token: Word, actor: Actor) -> bool:
        """Tell whether a personal pronoun may stand for whoever spoke before."""
        word = fold(token.text)
        if word not in self._names.personal or self.suits(token, actor) is False:
            return False
        if phrases.is_plural(token):
            return actor.kind == GROUP
        if word in self._names.thing:
            return actor.kind not in (PERSON, GROUP, PLACE)
        written = set(fold(actor.name).split()) & self._names.utterances
        return actor.kind in (PERSON, OTHER) and not written

    def left_out(self, verb: Word) -> Actor | None:
        """Give the actor that a verb without a subject leaves to be understood, or None."""
        number = self._block_of[id(verb.doc)]
        governed = phrases.governing_subject(verb, self._names)
        if governed is not None and self._fits(number, verb, governed):
            return self._understood(self.of(governed))
        if not self._drops_subjects:
            return None  # *said Ann Lee*, the subject not found
        finite = verb if phrases.is_third_person(verb) else phrases.finite_above(verb)
        if finite is None or not phrases.is_third_person(finite):
            return None
        if finite is not verb and phrases.own_subject(finite) is not None:
            return None
        finite = phrases.first_joined(finite)
        if found := self._understood(self._reference.left_out(number, finite)):
            return found
        if self._reference.speaks_of_someone(number, finite):
            return None
        plural = phrases.is_plural(finite)
        person = self._people.ahead(number, finite, plural=plural)
        if person is None and self._reference.casts.of_subject(finite) in (None, OFFENDER):
            person = self._people.culprits(number, finite, plural=plural)
        if person is None or self._reference.differs(finite, person.gender):
            return None
        return self._unnamed(person)

    def _fits(self, number: int, verb: Word, subject: Word) -> bool:
        """A subject of the same voice; a finite verb agrees with its own (*lo hanno visto mentre rubava*)."""
        if not self._same_voice(number, verb, subject):
            return False
        if not phrases.is_third_person(verb):
            return True
        alike = not self._drops_subjects or subject.pos_ != "NOUN" or self._reference.agrees(verb, subject)
        return alike and phrases.is_plural(verb) == phrases.is_plural(subject)

    def _same_voice(self, number: int, verb: Word, subject: Word) -> bool:
        """What is quoted has its own subjects; only *I* is the one who speaks."""
        quoted = self._reference.quoted[number]
        return quoted[verb.i] == quoted[subject.i] or phrases.is_first_person(verb)

    def stands_for(self, token: Word) -> int | None:
        """Give the noun that a relative pronoun stands for, by number, or None."""
        word = fold(token.text)
        bound = word in self._names.relative and word not in self._free
        head = phrases.relative_head(token) if bound else None
        return None if head is None or _is_mark(token, head) else head.i

    def fullest(self, token: Word) -> tuple[int, int] | None:
        """Give where the full name of someone called by a part of it stands near by, or None.

        Near by is the same paragraph, or the one before or after it.
        """
        number = self._block_of[id(token.doc)]
        mention = self.mentions.at(number, token.i)
        if mention is None or len(mention.words) >= len(self.entity(mention).words):
            return None
        entity = self.entity(mention)
        near = [m for m in entity.mentions if m.words == entity.words and abs(m.block - number) <= 1]
        if not near:
            return None
        best = min(near, key=lambda m: (m.block != number, abs(m.first - mention.first)))
        block = self._blocks[best.block]
        return block.span_of(block.doc[best.first], block.doc[best.last])

    @property
    def casts(self) -> Casts:
        """The parts that people have in reports of crime."""
        return self._reference.casts

    def is_officer(self, token: Word) -> bool:
        """Tell somebody who polices or judges, by the noun or the office: no culprit of what is charged."""
        actor = self.of(token)
        office = fold(actor.role).split() if actor and actor.role else []
        named = any(word in self._names.officers for word in office)
        return named or self._reference.casts.of_noun(token) == OFFICER

    def entity_kind(self, token: Word) -> str | None:
        """Give the kind of what a name or noun stands for, or None where nothing says it."""
        actor = self.of(token)
        return actor.kind if actor else None

    # How one phrase is read

    def _find(self, number: int, token: Word) -> Actor | None:
        word = fold(token.text)
        if phrases.is_aged(token, word, self._names) or phrases.is_aged_compatriot(token, self._names):
            return self._noun(number, token)
        if mention := self.mentions.at(number, token.i):
            return self._named(number, mention, token)
        if phrases.is_pair(token, self._names):
            return self._last_pair(number, token)
        if phrases.is_elliptic(token):
            return self._noun(number, token)  # *trente autres*
        relative = word in self._names.relative and token.dep_ in _SUBJECT
        if token.pos_ in ("PRON", "DET", "ADV") or word in self._names.personal or relative:
            return self._pronoun(number, token, word)
        if token.pos_ in ("VERB", "AUX", "PUNCT", "ADP", "SPACE", "CCONJ", "SCONJ", "INTJ") and not (
            word in self._names.roles or word in self._names.people
        ):
            return None
        return self._noun(number, token)

    def _named(self, number: int, mention: Mention, token: Word | None = None) -> Actor:
        entity, block = self.entity(mention), self._blocks[number]
        role = self._roles.of(mention)
        first = min(mention.first, mention.role[0] if mention.role else mention.first)
        start, end = block.span_of(block.doc[first], block.doc[mention.last])
        kind, text = entity.kind, role.text if role else None
        if token is not None and kind == PLACE and mention.entry and mention.entry.capital:
            kind, text = self._as_government(mention, token, text)
        elif kind == GOVERNMENT:
            text = text or self._government(self._names.metonyms.get(" ".join(mention.words)))
        return Actor(entity.name, text, kind, start, end)

    def _as_government(self, mention: Mention, token: Word, role: str | None) -> tuple[str, str | None]:
        """A capital that acts is its government: *Berlino ha sospeso*."""
        head = token.doc[mention.first : mention.last + 1].root
        if head.dep_ not in (*_SUBJECT, "obl:agent") or mention.entry is None:
            return PLACE, role
        return GOVERNMENT, role or self._government(mention.entry.country)

    def _government(self, country: str | None) -> str | None:
        adjective = self._names.adjectives.get(country or "")
        return self._names.government.format(adjective=adjective) if adjective else None

    def _noun(self, number: int, token: Word) -> Actor | None:
        """A common noun: with a name beside it, a description of a known actor, or itself."""
        if self._is_share(token):
            return self.phrase(number, token, token.i - 1, phrases.noun_phrase(token, self._names)[1])
        if fold(token.text) in self._names.counts.time or token.text.endswith("-"):
            return None  # *Solo uno comprava- dice il titolare*
        if counted := self._counted(token):
            return counted
        if mention := self._name_beside(number, token) or self._apposed(number, token):
            return self._named(number, mention)
        if fold(token.text) in self._names.utterances and (source := self._source(number, token)):
            return source
        block = self._blocks[number]
        first, last = phrases.noun_phrase(token, self._names)
        start, end = block.span_of(block.doc[first], block.doc[last])
        if phrases.is_definite(token, self._names) and (known := self._described(number, token)):
            return replace(known, start=start, end=end)
        if phrases.is_definite(token, self._names) and (meant := self._people.meant(number, token)):
            return self._unnamed(meant)
        text = block.doc[first : last + 1].text
        number_of = phrases.counted_before(token) if phrases.is_elliptic(token) else None
        return Actor(text, None, self._kind(number_of or token), start, end)

    def _kind(self, token: Word) -> str:
        """The kind of a common noun; somebody also by a trade, a tie or a town that the text names."""
        kind = phrases.kind_of(token, self._names)
        if kind != OTHER or token.pos_ not in ("NOUN", "ADJ"):
            return kind
        word = fold(token.text)
        if not ({word, fold(token.lemma_)} & self._somebody or self._is_of_town(word)):
            return kind
        return GROUP if phrases.is_plural(token) else PERSON

    def _is_of_town(self, word: str) -> bool:
        """*Il modenese*, in a text that names Modena."""
        return word.endswith(self._from) and any(word.startswith(stem) for stem in self._towns)

    @functools.cached_property
    def _towns(self) -> frozenset[str]:
        """The places of the document without their endings."""
        found = (fold(m.words[0]) for m in self.mentions.all if m.kind == PLACE)
        return frozenset(word[: max(_STEM, len(word) - 2)] for word in found if len(word) > _STEM)

    def _is_share(self, token: Word) -> bool:
        """*71 percent backed it*: a part of those told of."""
        told = token.dep_ in _SUBJECT and token.text.casefold() in self._shares and token.i > 0
        return told and token.doc[token.i - 1].pos_ == "NUM"

    def phrase(self, number: int, token: Word, first: int, last: int) -> Actor:
        """Give somebody without a name by the words from `first` to `last` of a block."""
        block = self._blocks[number]
        start, end = block.span_of(block.doc[first], block.doc[last])
        kind = phrases.kind_of(token, self._names)
        return Actor(block.doc[first : last + 1].text, None, kind, start, end)

    def _unnamed(self, person: Person) -> Actor:
        """People by the words that bring them in."""
        block = self._blocks[person.block]
        head = block.doc[person.head]
        first, last = phrases.noun_phrase(head, self._names)
        last = max([last, *(phrases.noun_phrase(c, self._names)[1] for c in self._people.joined(head))])
        start, end = block.span_of(block.doc[first], block.doc[last])
        kind = phrases.kind_of(head, self._names)
        return Actor(block.doc[first : last + 1].text, None, kind, start, end)

    def _counted(self, token: Word) -> Actor | None:
        """*centinaia di abitanti*: those who are counted."""
        word, counts = fold(token.text), self._names.counts
        if word not in counts.plurals and word not in counts.collectives:
            return None
        child = next((c for c in token.children if c.dep_ == "nmod" and c.i > token.i), None)
        return None if child is None else self.of(child)

    def _name_beside(self, number: int, token: Word) -> Mention | None:
        """The name that a noun is the office of: *il suo portavoce Aidos Ukibay*, *la Csto, l'alleanza*.

        A troop is not its general, a meeting of workers not the firm.
        """
        mention = self._roles.name_beside(number, token.i)
        if mention is None or mention.first < token.i:
            return mention
        between = token.doc[token.i + 1 : mention.first]
        many = mention.kind == PERSON and fold(token.text) in self._names.bodies | self._names.collective
        workers = any(phrases.kind_of(t, self._names) == GROUP for t in between)
        return None if many or (mention.kind == ORGANIZATION and workers) else mention

    def _apposed(self, number: int, token: Word) -> Mention | None:
        """The name set beside a noun for one person: *the boy's father, Juan Ortega, ...*."""
        if phrases.is_plural(token):
            return None
        things = (c for c in token.children if c.dep_ == "nmod" and c.i > token.i)
        beside = [token, *(c for c in things if phrases.kind_of(c, self._names) == OTHER)]
        for child in (c for noun in beside for c in noun.children if c.dep_ == "appos"):
            mention = self.mentions.at(number, child.i)
            if mention is None or mention.first <= token.i or self.entity(mention).kind != PERSON:
                continue
            after = mention.last + 1
            closed = after >= len(token.doc) or token.doc[after].is_punct
            if closed and token.doc[mention.first - 1].text in _ASIDE:
                return mention
        return None

    def _source(self, number: int, token: Word) -> Actor | None:
        """Whose paper it is: *la nota del Cremlino*."""
        for child in token.children:
            if child.i > token.i and child.dep_.startswith(("nmod", "compound")):
                actor = self.of(child)
                if actor and actor.kind in (PERSON, ORGANIZATION, COUNTRY, GOVERNMENT, PLACE):
                    return actor
        return None

    def _described(self, number: int, token: Word) -> Actor | None:
        """The one actor a description fits: *il presidente kazako*, *i due presidenti*."""
        if phrases.is_plural(token):
            return self._pair(number, token)
        mention = self._roles.fitting(number, token)
        return None if mention is None else self._named(mention.block, mention)

    def _pair(self, number: int, token: Word | None) -> Actor | None:
        """The last two persons named, where the paragraph names just two and one has the office."""
        if token is None or phrases.number_of(token, self._names) != 2:
            return None
        found = self._last_two(number, token)
        if len(found) != 2:
            return None
        called = any(self._roles.bears(e, token) for e in found)
        official = fold(token.text) in self._names.roles and all(self._roles.has_office(e) for e in found)
        return self._together(found) if called or official else None

    def _together(self, found: Sequence[Entity]) -> Actor:
        members = tuple(self._named(e.mentions[0].block, e.mentions[0]) for e in found)
        name = f" {self._names.conjunction} ".join(e.short for e in found)
        return Actor(name, None, GROUP, members[0].start, members[-1].end, members)

    def _last_two(self, number: int, token: Word) -> list[Entity]:
        """The persons of the paragraph, or where they are more, of the last sentence that names any."""
        found = self._persons_before(number, token.i)
        if len(found) <= 2:
            return found
        of_token = self._blocks[number].of_token
        told = [m for m in self.mentions.of_block(number) if m.last < token.i and self._is_person(m)]
        start = min(m.first for m in told if of_token[m.first] == of_token[told[-1].first])
        return self._persons_before(number, token.i, start)

    def _is_person(self, mention: Mention) -> bool:
        return self.entity(mention).kind == PERSON

    def _persons_before(self, number: int, token: int, start: int = 0) -> list[Entity]:
        found: list[Entity] = []
        for m in self.mentions.of_block(number):
            if m.first < start:
                continue
            if m.last >= token or len(found) > 2:
                break
            entity = self.entity(m)
            named = entity.kind == PERSON or (entity.kind == OTHER and len(entity.words) > 1)
            if named and entity not in found:
                found.append(entity)
        return found

    # Pronouns and what is left out

    def _pronoun(self, number: int, token: Word, word: str) -> Actor | None:
        free = word in self._free
        if word in self._names.relative and not free:
            head = phrases.relative_head(token)
            if head is None or not self._is_meant(token, head):
                head = self._by_article(token)
            if head is not None and word in self._of_persons:
                if somebody := self._member(number, head):
                    return somebody
                head = self._person_near(number, token, head)
            if head is not None:
                return None if _is_mark(token, head) else self.of(head)
        meant = word in self._names.personal or (not self._drops_subjects and phrases.is_owner(token))
        return self._reference.antecedent(number, token) if meant else None

    def _is_meant(self, token: Word, noun: Word) -> bool:
        """*Un cittadino residente nei paraggi, il quale*: the article says who it is not."""
        article = _article_of(token)
        if article is None or noun.pos_ == "PROPN":
            return True
        own = next((c for c in noun.children if c.pos_ == "DET" and c.morph.get("Gender", [])), noun)
        pairs = [(article.morph.get(name, []), own.morph.get(name, [])) for name in ("Number", "Gender")]
        fits = not any(a and b and not set(a) & set(b) for a, b in pairs)
        return fits and phrases.kind_of(noun, self._names) != OTHER

    def _member(self, number: int, noun: Word) -> Actor | None:
        """*Ann Lee of the charity Alba, who visited*: somebody does it, no body."""
        mention = self.mentions.at(number, noun.i)
        if mention is None or self.entity(mention).kind not in (ORGANIZATION, PLACE, COUNTRY):
            return None
        i = mention.first - 1
        while i > 0 and noun.doc[i].pos_ in ("DET", "NOUN", "ADJ") and mention.first - i < _NEAR:
            i -= 1
        over = self.mentions.at(number, i - 1) if i > 0 and noun.doc[i].pos_ == "ADP" else None
        return self._named(number, over) if over and self.entity(over).kind == PERSON else None

    def _person_near(self, number: int, token: Word, head: Word) -> Word:
        """*The arrest of Omar Reed, who fled*: no thing does what a pronoun of persons tells."""
        near = phrases.noun_ahead(token)
        if near is None or head.pos_ != "NOUN" or phrases.kind_of(head, self._names) != OTHER:
            return head
        mention = self.mentions.at(number, near.i)
        named = mention is not None and self.entity(mention).kind == PERSON
        named = named or (fold(near.text) in self._names.demonyms and phrases.is_plural(near))
        return near if named or phrases.kind_of(near, self._names) in (PERSON, GROUP) else head

    def _by_article(self, token: Word) -> Word | None:
        """*La vittima, nota per ..., la quale*: the last of the sentence whom the article may mean."""
        article = _article_of(token)
        if article is None:
            return None
        for i in range(token.i - 1, max(token.sent.start, token.i - _FARTHEST) - 1, -1):
            noun = token.doc[i]
            if noun.pos_ in ("NOUN", "PROPN") and noun.dep_ not in _INSIDE and self._is_meant(token, noun):
                return noun if phrases.kind_of(noun, self._names) != OTHER else None
        return None

    def _last_pair(self, number: int, token: Word) -> Actor:
        """*i due*: the two persons the paragraph names, else the words themselves."""
        block, first = self._blocks[number], phrases.with_article(token)
        start, end = block.span_of(block.doc[first], token)
        found = self._persons_before(number, token.i)
        if len(found) == 2:
            return replace(self._together(found), start=start, end=end)
        if meant := self._people.meant(number, token):
            return self._unnamed(meant)
        return Actor(block.doc[first : token.i + 1].text, None, GROUP, start, end)

    @staticmethod
    def _understood(actor: Actor | None) -> Actor | None:
        return actor if actor and actor.kind in _ACTING else None


def _article_of(token: Word) -> Word | None:
    """The article of *il quale*."""
    return next((c for c in token.children if c.pos_ == "DET" and c.i == token.i - 1), None)


def _is_mark(token: Word, noun: Word) -> bool:
    """*Si è reso conto che avevano rubato*: a conjunction taken for a subject of another number."""
    verb = token.head
    if token.pos_ != "SCONJ" or token.dep_ not in _SUBJECT or not phrases.is_third_person(verb):
        return False
    return phrases.is_plural(verb) != phrases.is_plural(noun)


_ACTING = frozenset((PERSON, ORGANIZATION, COUNTRY, GOVERNMENT, GROUP, OTHER))
__all__ = ["Actor", "Actors", "Role"]
