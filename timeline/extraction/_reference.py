"""Whom a pronoun or a missing subject stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from timeline.extraction import _phrases as phrases
from timeline.extraction._above import Over, is_empty, nouns_before, subject_before, subjects_above
from timeline.extraction._casts import OFFENDER, OFFICER, Casts
from timeline.extraction._lexicon import load
from timeline.extraction._mentions import (
    COUNTRY,
    FEMININE,
    GOVERNMENT,
    GROUP,
    MASCULINE,
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    Mentions,
)
from timeline.extraction._standing import differ, has_clitic, persons_by_block, role
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._actors import Actor
    from timeline.extraction._block import Block
    from timeline.extraction._words import Word
    from timeline.languages._names import Names

LOOK_BACK = 4
_WIDE, _FAR = 10, 4
_SUBJECT = 3.0
_BACK, _PARAGRAPH, _PART, _LEAST, _ALONE, _APART = 1.2, 0.6, 3.0, 0.4, -1.5, 2.0
_TAKEN, _TAKEN_UP = 1.5, frozenset(("obj", "obl", "iobj"))
_UNDERGOES = _TAKEN_UP | {"nsubj:pass"}
_HEADS = frozenset(("NOUN", "NUM", "ADJ", "PROPN"))
_NO_HEADS = frozenset(("amod", "flat", "flat:name", "flat:foreign", "compound", "appos", "det"))

Spot = tuple[int, int]


class Reference:
    """Find the actor meant by a pronoun or left out: the last subject that agrees.

    Number, person and gender must agree, and the level of quotation be the same. Centering, simplified:
    a subject is taken up by the next subject (Grosz, Joshi and Weinstein 1995).
    """

    def __init__(
        self, blocks: Sequence[Block], names: Names, mentions: Mentions, of: Callable[[Word], Actor | None]
    ) -> None:
        self._blocks, self._names, self._mentions, self._of = blocks, names, mentions, of
        self.quoted = [phrases.quoted(block.doc) for block in blocks]
        self._subjects = [phrases.subjects(block.doc, names) for block in blocks]
        self._persons = persons_by_block(blocks, mentions)
        self._genders = {m.text: m.gender for m in mentions.all if m.gender}
        self.casts = Casts(names)
        self._lexicon = load(names.code)
        self._epicene = self._lexicon.words("objects", "epicene")
        self._reflexives = tuple(self._lexicon.words("clause", "reflexives"))
        self._someone: dict[int, list[int]] = {}

    def antecedent(self, number: int, token: Word) -> Actor | None:
        """Give the actor that a pronoun, or the subject left out of a verb, stands for."""
        gender = self._sex(token)
        own, plural = phrases.clause_of(token), phrases.is_plural(token)
        doer = self._doer(token)
        if (actor := self._from_above(number, token, doer)) is not None:
            return actor
        if token.dep_ in phrases.SUBJECT and not is_empty(token, self._lexicon):
            near = self._only_one(number, token, gender)
            if near is None and gender is None:
                near = self._told_just_before(number, token)
            if near is not None:
                return near
        speakers: set[str] = set()
        for block, i in self._candidates(number, token, persons=gender is not None):
            subject = self._blocks[block].doc[i]
            if subject is doer or differ(token, subject):
                continue  # *Germany backed Ukraine, lending it 900 million*
            if self.quoted[number][token.i] and self._speaks(block, subject, speakers):
                continue
            if phrases.is_plural(subject) != plural or (
                block == number and phrases.clause_of(subject) == own
            ):
                continue
            actor = self._of(subject)
            if (
                actor
                and self._may_be(actor, subject, token, gender)
                and not self._is_own(number, token, actor)
            ):
                self._genders.setdefault(actor.name, gender) if gender else None
                return actor
        return None

    def _is_own(self, number: int, token: Word, actor: Actor) -> bool:
        """*Washington imposed them*: what a government does it does not do to its own country."""
        subject = phrases.own_subject(token.head) if token.dep_ in _TAKEN_UP else None
        mention = None if subject is None else self._mentions.at(number, subject.i)
        if mention is None:
            return False
        seat = mention.entry.country if mention.entry and mention.entry.capital else None
        code = self._names.metonyms.get(" ".join(mention.words), seat)
        entry = self._mentions.gazetteer.country(actor.name) if code and actor.kind == COUNTRY else None
        return entry is not None and entry.country == code

    def _from_above(self, number: int, token: Word, doer: Word | None) -> Actor | None:
        """*Arvo said it would sell*, *the tram fell as it hit the bend*: a subject above it."""
        plural = phrases.is_plural(token)
        for over in subjects_above(token, self.quoted[number], self._lexicon):
            subject = over.subject
            if subject is doer or differ(token, subject):
                continue
            if (taken := self._taken_by(over, token)) is not None:
                return self._of(taken)
            actor = self._of(subject)
            if fold(subject.text) == fold(token.text):
                return actor
            if actor is None or not self._is_as_many(over, actor, plural=plural):
                continue
            if self._takes_up_above(number, token, over, actor):
                return actor
        return None

    def _taken_by(self, over: Over, token: Word) -> Word | None:
        """*Police arrested ten men when they tried to flee*: they are those whom the police took."""
        verb, marks = over.subject.head, self._lexicon.words("clause", "simultaneous")
        clause, plural = token.head, phrases.is_plural(token)
        told = clause.head.i == verb.i and token.dep_ == "nsubj" and clause.dep_ == "advcl"
        if not told or self.casts.by_word(over.subject) != OFFICER:
            return None
        if not any(fold(c.text) in marks for c in clause.children):
            return None
        polices = fold(verb.lemma_) in self._names.policing
        if not polices and self._lexicon.verb_types.get(verb.lemma_) != "COERCE":
            return None
        for c in verb.children:
            somebody = polices or phrases.kind_of(c, self._names) in (PERSON, GROUP)
            if c.dep_ == "obj" and verb.i < c.i < clause.i and somebody and phrases.is_plural(c) == plural:
                return c
        return None

    def _only_one(self, number: int, token: Word, gender: str | None = None) -> Actor | None:
        """*Strangled Iraq until it left*: the only one of the sentence before the clause that it may be."""
        thing, plural = self._is_thing(token), phrases.is_plural(token)
        found: dict[str, Actor] = {}
        parts = set()
        for noun in nouns_before(token, self.quoted[number]):
            if phrases.is_plural(noun) != plural or fold(noun.text) in self._names.counts.time:
                continue
            actor = self._of(noun)
            if gender is not None and not (
                actor is not None and actor.kind == PERSON and self._may_be(actor, noun, token, gender)
            ):
                continue  # *it came to the president as he arrived*
            if actor is not None and not (thing and actor.kind in (PERSON, GROUP)):
                found[actor.name] = actor
                parts.add(noun.dep_)
        named = [a for a in found.values() if a.kind in (ORGANIZATION, COUNTRY, GOVERNMENT)]
        meant = named if thing and named and not parts & phrases.SUBJECT else list(found.values())
        return meant[0] if len(meant) == 1 and meant[0].kind != PLACE else None

    def _told_just_before(self, number: int, token: Word) -> Actor | None:
        """*The tram fell. It had entered a bend*: what the sentence before is about, if it is a thing."""
        noun = subject_before(token, self.quoted[number])
        if noun is None or noun.pos_ != "NOUN" or token.head.lemma_ in self._lexicon.entries:
            return None
        if phrases.is_plural(noun) != phrases.is_plural(token):
            return None
        actor = self._of(noun)
        return actor if actor is not None and actor.kind == OTHER else None

    def _is_as_many(self, over: Over, actor: Actor, *, plural: bool) -> bool:
        """In number; a body that speaks may be *they*, a name in the plural *it*."""
        noun = over.subject
        if fold(noun.text) in self._names.relative:
            noun = phrases.relative_head(noun) or noun
        if phrases.is_plural(noun) == plural:
            return True
        body = actor.kind in (ORGANIZATION, GROUP, GOVERNMENT)
        return body if plural else over.says and noun.pos_ == "PROPN"

    def _takes_up_above(self, number: int, token: Word, over: Over, actor: Actor) -> bool:
        """Whether a pronoun may take up the subject above it; whoever speaks is somebody."""
        subject = over.subject
        gender, thing = self._sex(token), self._is_thing(token)
        if actor.kind == PLACE:
            return False
        if actor.kind == OTHER and subject.pos_ != "PROPN":
            return self._takes_up_noun(token, over, gender)
        if thing and actor.kind == PERSON:
            mention = self._mentions.at(number, subject.i)
            return over.says and mention is not None and not mention.certain
        return gender is None or self._may_be(actor, subject, token, gender)

    def _takes_up_noun(self, token: Word, over: Over, gender: str | None) -> bool:
        """A common noun of unknown kind: whoever says it, or a thing that does nothing to others."""
        noun, verb = over.subject, token.head
        if fold(noun.text) in self._names.utterances or self._is_named(noun):
            return False
        if gender is not None:
            return over.says and noun.lemma_ not in self._lexicon.act_nouns
        if over.says or over.acts or verb.lemma_ in self._lexicon.entries:
            return True
        done = any(c.dep_ == "obj" for c in verb.children) and verb.lemma_ in self._lexicon.verb_types
        return over.near and not (done and phrases.is_plural(token))

    def _is_named(self, noun: Word) -> bool:
        """*Commuter Andy Smith*: a name stands beside the noun."""
        return any(c.pos_ == "PROPN" and c.dep_ in _NO_HEADS and c.i > noun.i for c in noun.children)

    def _doer(self, token: Word) -> Word | None:
        """Whoever does what is done to the one a pronoun stands for: never the same."""
        verb = token.head
        if token.dep_ not in _TAKEN_UP or verb.pos_ != "VERB" or phrases.is_third_person(verb):
            return None
        return phrases.governing_subject(verb, self._names)

    def left_out(self, number: int, verb: Word) -> Actor | None:
        """Give the actor whom a finite verb without a subject leaves to be understood, or None.

        Of those told before, the one for whom most speaks: subjects before objects, near before far, who does
        deeds of this kind before others; number and gender must agree.
        """
        weighed: list[tuple[float, Spot]] = []
        for block, i in self._told_before(number, verb.i):
            weight = self._weight(number, verb, block, self._blocks[block].doc[i])
            if weight is not None:
                weighed.append((weight, (block, i)))
        if not weighed:
            return self._offender(number, verb)
        weight, (block, i) = max(weighed, key=lambda w: w[0])
        noun = self._blocks[block].doc[i]
        alone = len(weighed) == 1 and weight >= _ALONE
        within = verb.dep_ == "acl:relcl"
        if self.casts.is_taken(noun) or self.casts.is_body_beside(noun):
            return None
        if weight >= _LEAST or alone or (not within and self._stands_out(noun, weighed)):
            return self._of(noun)
        return self._offender(number, verb)

    def _stands_out(self, noun: Word, weighed: Sequence[tuple[float, Spot]]) -> bool:
        """A subject told of some sentences before, where nobody else comes near it in weight."""
        weight, actor = max(weighed)[0], self._of(noun)
        spots = ((w, self._of(self._blocks[block].doc[i])) for w, (block, i) in weighed)
        others = (w for w, other in spots if actor and other and other.name != actor.name)
        far = weight - max(others, default=-_APART) >= _APART
        return noun.dep_ in phrases.SUBJECT and weight >= -_APART and far

    def _offender(self, number: int, verb: Word) -> Actor | None:
        """*«Hanno rubato tutto»*: inside a quotation, the offenders of whom the report speaks before it."""
        if not self.quoted[number][verb.i] or not self._may_be_theirs(verb):
            return None
        plural = phrases.is_plural(verb)
        for block in (number, number - 1):
            people = self._people_of(block) if block >= 0 else []
            for i in reversed(people):
                noun = self._blocks[block].doc[i]
                told = (block, i) < (number, verb.i) and not self.quoted[block][i]
                many = fold(noun.text) in self._names.collective and not plural  # not *la banda*: one of them
                if told and self.casts.of_noun(noun) == OFFENDER and self.agrees(verb, noun) and not many:
                    return self._of(noun)
        return None

    def _may_be_theirs(self, verb: Word) -> bool:
        """A deed of offenders, or any that is done and not done to the speaker: *mi hanno telefonato*."""
        part = self.casts.of_subject(verb)
        if part is not None:
            return part == OFFENDER
        if verb.lemma_ in self._lexicon.entries or verb.lemma_ in self._lexicon.states:
            return False
        spoken = any("1" in c.morph.get("Person", []) for c in verb.children if c.pos_ == "PRON")
        return verb.pos_ == "VERB" and not spoken and "Fut" not in verb.morph.get("Tense", [])

    def speaks_of_someone(self, number: int, verb: Word) -> bool:
        """Tell whether anybody of the number of a verb was told of before it in its paragraph."""
        people = (self._blocks[number].doc[i] for i in self._people_of(number) if i < verb.i)
        return any(
            phrases.is_plural(p) == phrases.is_plural(verb) for p in people if self._casts_fit(verb, p)
        )

    def _casts_fit(self, verb: Word, noun: Word) -> bool:
        return self.casts.fits(verb, noun) >= 0 and phrases.kind_of(noun, self._names) != OTHER

    def _weight(self, number: int, verb: Word, block: int, noun: Word) -> float | None:
        """Weigh a noun as the subject left out of a verb; None where something speaks against it."""
        same = block == number and phrases.clause_of(noun) == phrases.clause_of(verb)
        if same or not self.agrees(verb, noun):
            return None
        actor = self._of(noun)
        if actor is None or actor.kind == PLACE or (actor.kind == OTHER and not self._may_act(number, noun)):
            return None
        part = self.casts.fits(verb, noun)
        if part < 0:
            return None
        apart = self._blocks[number].of_token[verb.i]
        if block == number:
            apart -= self._blocks[block].of_token[noun.i]
        else:
            own = self._blocks[block]
            apart += len(own.sentences) - own.of_token[noun.i]
        if apart > _FAR:
            return None
        taken = _TAKEN if noun.dep_ in _UNDERGOES and self._takes_up(verb) else 0
        part_told = _SUBJECT if self._is_presented(noun) else role(noun)
        return part_told - taken + _PART * part - _BACK * apart - (_PARAGRAPH if block != number else 0)

    def _takes_up(self, verb: Word) -> bool:
        """*L'ha spinta*, *spingendola*, not *girandosi*: a pronoun for somebody told of before."""
        fused = "Yes" in verb.morph.get("Clitic", []) and not verb.text.casefold().endswith(self._reflexives)
        return fused or has_clitic(verb)

    def _is_presented(self, noun: Word) -> bool:
        """*Si tratta di un 50enne*: the next clause is about whom it brings in."""
        verb = noun.head
        if noun.dep_ not in ("obl", "obj") or fold(verb.lemma_) not in self._names.presenting:
            return False
        return any(c.dep_.startswith("expl") or c.pos_ == "PRON" for c in verb.children)

    def _may_act(self, number: int, noun: Word) -> bool:
        """A name of unknown kind that is the subject of its clause, not the object of a preposition."""
        named = noun.pos_ == "PROPN" and noun.dep_ in phrases.SUBJECT
        return named and not any(c.dep_ == "case" for c in noun.children)

    def agrees(self, verb: Word, noun: Word) -> bool:
        """In number, and in gender with a participle after *be*: *sono entrate*."""
        plural, many = phrases.is_plural(verb), fold(noun.text) in self._names.collective
        if phrases.is_plural(noun) != plural and not (plural and many):
            return False
        participle = "Part" in verb.morph.get("VerbForm", []) and self._inflects(verb)
        article = next((c for c in noun.children if c.dep_ == "det" and c.morph.get("Gender", [])), noun)
        known = noun.morph.get("Gender", []) or article.morph.get("Gender", [])
        epicene = noun.text.casefold() in self._epicene  # *due persone sono stati visti*
        if not participle or not known or many or epicene or noun.pos_ == "PROPN":
            return True
        return bool(known == verb.morph.get("Gender", known))

    def differs(self, verb: Word, gender: str | None) -> bool:
        """Tell a participle behind *be* of another gender: *si è svegliata* is no man."""
        helped = any(
            c.dep_ in ("aux", "aux:pass") and fold(c.lemma_) in self._names.be for c in verb.children
        )
        return helped and gender is not None and gender not in verb.morph.get("Gender", [gender])

    def _inflects(self, verb: Word) -> bool:
        """The participle agrees with the subject after *be*, of a reflexive one without an object."""
        deps = {c.dep_.split(":")[0] for c in verb.children}
        return (
            any(
                c.dep_ == "aux:pass" or (c.dep_ == "aux" and fold(c.lemma_) in self._names.be)
                for c in verb.children
            )
            and not {"expl", "obj"} <= deps
        )

    def _told_before(self, number: int, token: int) -> Iterator[Spot]:
        """Those who were told of before a token, nearest first: of its paragraph, then of the one before."""
        level, quoted = self.quoted[number][token], self.quoted[number]
        here = [i for i in self._people_of(number) if i < token and quoted[i] == level][-_WIDE:]
        yield from ((number, i) for i in reversed(here))
        before = self._paragraph_before(number)
        if before is not None and len(here) < LOOK_BACK and not level:
            there = [i for i in self._people_of(before) if not self.quoted[before][i]][-LOOK_BACK:]
            yield from ((before, i) for i in reversed(there))

    def _people_of(self, number: int) -> list[int]:
        """The words of a block that may stand for someone: subjects and names, nouns for people."""
        if number not in self._someone:
            doc, subjects = self._blocks[number].doc, set(self._subjects[number])
            self._someone[number] = [t.i for t in doc if self._is_someone(number, t, t.i in subjects)]
        return self._someone[number]

    def _is_someone(self, number: int, token: Word, subject: bool) -> bool:
        if subject:
            return fold(token.text) not in self._names.relative
        if token.pos_ not in _HEADS or token.dep_ in _NO_HEADS:
            return False
        if any(c.dep_ == "cop" for c in token.children):
            return False  # what somebody is, is nobody else
        if self._is_bare(token):
            return False
        if token.pos_ == "PROPN":
            return self._is_person(number, token.i)
        return phrases.kind_of(token, self._names) != OTHER

    def _is_bare(self, token: Word) -> bool:
        """*Di fronte*, *in ospedale*: one noun right behind a preposition without article names nobody."""
        if token.pos_ != "NOUN" or phrases.is_plural(token) or token.i == 0:
            return False
        before = token.doc[token.i - 1]
        bare = before.pos_ == "ADP" and "Definite" not in str(before.morph)
        return bare and phrases.kind_of(token, self._names) == ORGANIZATION

    def _is_person(self, number: int, i: int) -> bool:
        mention = self._mentions.at(number, i)
        return mention is not None and mention.kind == PERSON and mention.certain

    def _may_be(self, actor: Actor, subject: Word, token: Word, gender: str | None) -> bool:
        if actor.kind == PLACE or (actor.kind == OTHER and subject.pos_ != "PROPN"):
            return False
        if self._is_thing(token):
            return actor.kind != PERSON
        if gender is None:  # *Anne Keller ..., affirme-t-il*
            told, known = token.morph.get("Gender", []), self._genders.get(actor.name)
            return actor.kind != PERSON or len(told) != 1 or known in (None, *told)
        if actor.kind == OTHER and self._has_article(subject):
            return False
        marked = next(iter(subject.morph.get("Gender", [])), None)
        known = self._genders.get(actor.name) or marked or self._gender_of(subject)
        return actor.kind in (PERSON, OTHER) and known in (None, gender)

    def _has_article(self, noun: Word) -> bool:
        """*The London Ambulance Service*: no person, where names of people have no article."""
        articles = any(c.dep_ == "det" and c.morph.get("Definite", []) for c in noun.children)
        return articles and not self._lexicon.drops_subjects

    def _gender_of(self, noun: Word) -> str | None:
        """What a noun tells that has no gender of its own: *the boy*, *the spokeswoman*."""
        words = {fold(noun.text), fold(noun.lemma_)}
        if noun.pos_ == "PROPN" or not words & (self._names.titles_masculine | self._names.titles_feminine):
            return None
        return MASCULINE if words & self._names.titles_masculine else FEMININE

    def suits(self, word: str, actor: Actor) -> bool | None:
        """Tell whether a pronoun suits somebody in gender; None where nothing tells."""
        gender, known = self._gender(fold(word)), self._genders.get(actor.name)
        return None if gender is None or known is None else gender == known

    def _sex(self, token: Word) -> str | None:
        """The gender that a pronoun tells; that of a possessive is the tagger's: *his*, *her*."""
        told = next(iter(token.morph.get("Gender", [])), None) if phrases.is_owner(token) else None
        return told if told in (MASCULINE, FEMININE) else self._gender(fold(token.text))

    def _is_thing(self, token: Word) -> bool:
        its = phrases.is_owner(token) and "Neut" in token.morph.get("Gender", [])
        return its or fold(token.text) in self._names.thing

    def _gender(self, word: str) -> str | None:
        if word in self._names.masculine:
            return MASCULINE
        return FEMININE if word in self._names.feminine else None

    def _speaks(self, block: int, subject: Word, speakers: set[str]) -> bool:
        """*The guard said: "He ran"*: for what stands in a quotation, whoever says something outside it."""
        if self.quoted[block][subject.i]:
            return False
        actor = self._of(subject)
        entries = self._lexicon.entries.get(subject.head.lemma_, ())
        if actor and subject.dep_ in phrases.SUBJECT and any(not entry.rest for entry in entries):
            speakers.add(actor.name)
        return actor is None or actor.name in speakers

    def _candidates(self, number: int, token: Word, *, persons: bool) -> Iterator[Spot]:
        """Subjects before a token, nearest first: of its paragraph, then of the one before; then names.

        Out of a quotation, in which none fits, to those before it.
        """
        level = self.quoted[number][token.i]
        levels = (level,) if not level or self._is_thing(token) else (True, False)
        for told in levels:
            here = list(islice(self._at_level(number, token.i, level=told), LOOK_BACK))
            yield from ((number, i) for i in here)
            if persons and told == level:
                named = self._persons[number]
                at = bisect_left(named, token.i)
                yield from ((number, i) for i in reversed(named[max(0, at - LOOK_BACK) : at]))
            before = self._paragraph_before(number)
            if before is not None and len(here) < LOOK_BACK and not told:
                end = len(self._blocks[before].doc)
                there = islice(self._at_level(before, end, level=False), LOOK_BACK - len(here))
                yield from ((before, i) for i in there)

    def _at_level(self, number: int, token: int, *, level: bool) -> Iterator[int]:
        """Subjects of a block before a token, nearest first, inside or outside of quotations."""
        subjects, quoted = self._subjects[number], self.quoted[number]
        at = bisect_left(subjects, token)
        return (subjects[k] for k in range(at - 1, -1, -1) if quoted[subjects[k]] == level)

    def _paragraph_before(self, number: int) -> int | None:
        return next((n for n in range(number - 1, -1, -1) if not self._blocks[n].heading), None)
