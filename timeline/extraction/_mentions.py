"""The proper names of a document: where they stand, what kind of thing they name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extraction._datelines import dateline
from timeline.extraction._runs import is_common, role_before, runs
from timeline.languages.places import Entry, Gazetteer, fold

if TYPE_CHECKING:
    from timeline.extraction._block import Block
    from timeline.extraction._words import Word, Words
    from timeline.languages._names import Names

PERSON, ORGANIZATION, COUNTRY, PLACE = "person", "organization", "country", "place"
GOVERNMENT, GROUP, OTHER = "government", "group", "other"
BIG_CITY = 300
CERTAIN = 3
MASCULINE, FEMININE = "Masc", "Fem"
_LABELS = {"PER": PERSON, "PERSON": PERSON, "ORG": ORGANIZATION, "LOC": PLACE, "GPE": PLACE, "FAC": PLACE}


@dataclass(slots=True)
class Mention:
    """A proper name where it stands: tokens `first` to `last` (inclusive) of block number `block`.

    `words` are its folded words; `role` the tokens of the office before it; `certain` tells that its kind
    comes from the words around it and not from a guess; `entry` is its place in the gazetteer; `title` is
    as written, `gender` what it tells (UD's Masc, Fem).
    """

    block: int
    first: int
    last: int
    text: str
    words: tuple[str, ...]
    kind: str = OTHER
    entry: Entry | None = None
    role: tuple[int, int] | None = None
    title: str | None = None
    gender: str | None = None
    office: str | None = None
    certain: bool = False


class Mentions:
    """Find the names of a document once; `at(block, token)` gives the name a token belongs to."""

    def __init__(self, blocks: Sequence[Block], names: Names, gazetteer: Gazetteer) -> None:
        self.names, self.gazetteer = names, gazetteer
        self.all: list[Mention] = []
        self._by_block: dict[int, list[Mention]] = {}
        self.datelines: dict[int, Mention] = {}
        self._at: dict[tuple[int, int], Mention] = {}
        for number, block in enumerate(blocks):
            for mention in self._of_block(number, block.doc):
                self.all.append(mention)
                self._by_block.setdefault(number, []).append(mention)
                titled = mention.title is not None and block.doc[mention.first - 1].text == mention.title
                first = mention.first - titled
                self._at.update(((number, i), mention) for i in range(first, mention.last + 1))
        self._surnames_are_persons()
        self._agree()
        self._drop_credits(blocks)
        self.aliases = self._acronyms(blocks)

    def at(self, block: int, token: int) -> Mention | None:
        """Give the name that covers a token, or None."""
        return self._at.get((block, token))

    def of_block(self, block: int) -> Sequence[Mention]:
        """Give the names of one block in order."""
        return self._by_block.get(block, ())

    def _of_block(self, number: int, doc: Words) -> Iterator[Mention]:
        opening = dateline(doc, self.gazetteer)
        after = 0
        if opening:
            first, after = opening
            mention = self._dateline(number, doc, first, after)
            self.datelines[number] = mention
            yield mention
        for begin, first, end in runs(doc, self.names, self.gazetteer, after):
            start = begin - self._is_title_of(doc, begin, first)
            words = tuple(fold(t.text) for t in doc[first:end] if not t.is_punct)
            if not words or (end - first == 1 and is_common(doc[first], self.names, self.gazetteer)):
                continue
            mention = Mention(number, first, end - 1, doc[first:end].text, words)
            mention.role = role_before(doc, first, self.names)
            if first > start:
                mention.title = doc[start:first].text
            mention.gender = self._gender(doc, start, mention)
            self._say_kind(doc, mention)
            mention.office = self._office(doc, start, mention)
            yield mention

    def _is_title_of(self, doc: Words, begin: int, first: int) -> bool:
        """*M.* Lantier: a title in capitals right before a name, taken for a noun that it hangs on."""
        if begin != first or begin == 0 or doc[begin].head != doc[begin - 1]:
            return False
        title = doc[begin - 1]
        return title.text[:1].isupper() and fold(title.text) in self.names.titles

    def _office(self, doc: Words, start: int, mention: Mention) -> str | None:
        """The folded word of the office right before the name."""
        begin = mention.role[0] if mention.role else start
        words = (fold(t.text) for t in doc[begin : mention.first])
        return next((w for w in words if w in self.names.roles), None)

    def _gender(self, doc: Words, start: int, mention: Mention) -> str | None:
        """What the title, the office or a given name before a surname tells: *Mrs*, *spokesman*, *Laura*."""
        begin = mention.role[0] if mention.role else start
        given = mention.words[:1] if len(mention.words) > 1 else ()
        told = [*_folded(doc, begin, start), *given, *_folded(doc, start, mention.first)]
        for word in reversed(told):  # *the boy's mother Rita Hall*: the nearest tells
            if word in self.names.titles_masculine:
                return MASCULINE
            if word in self.names.titles_feminine:
                return FEMININE
        return self._beside(doc[mention.first])

    def _beside(self, name: Word) -> str | None:
        """*La directrice du site, Anne Keller*: an office of a woman that the name is set beside."""
        office = name.head
        beside = name.dep_ == "appos" and office.i < name.i and fold(office.text) in self.names.roles
        return FEMININE if beside and FEMININE in office.morph.get("Gender", []) else None

    def _dateline(self, number: int, doc: Words, first: int, end: int) -> Mention:
        words = tuple(fold(t.text) for t in doc[first:end])
        text = doc[first:end].text
        return Mention(number, first, end - 1, text, words, PLACE, self.gazetteer.city(text), certain=True)

    def _surnames_are_persons(self) -> None:
        """A lone word that is the surname of a person of the document is no place."""
        surnames = {m.words[-1:] for m in self.all if m.kind == PERSON and len(m.words) > 1}
        for mention in self.all:
            if mention.kind == PLACE and mention.words in surnames:
                mention.kind, mention.entry = PERSON, None

    def _drop_credits(self, blocks: Sequence[Block]) -> None:
        """*GETTY Ann Lee*: a word in capitals before somebody known without it says whose the picture is."""
        people = {m.words for m in self.all if m.kind == PERSON}
        known = people | {words[-1:] for words in people if len(words) > 1}
        written = {word for m in self.all for word in m.text.split()}
        for mention in self.all:
            doc, skip = blocks[mention.block].doc, 1
            while skip + 1 < len(mention.words) and mention.words[skip] in self.names.former:
                skip += 1  # *AFP Outgoing* President
            rest = mention.words[skip:]
            first = doc[mention.first].text
            loud = len(first) > 1 and first.isupper() and not doc[mention.last].text.isupper()
            if not loud or rest not in known or (len(first) == 2 and len(rest) == 1):
                continue  # *JK Rowling*
            if first.title() in written or fold(first) in self.names.roles | self.names.bodies:
                continue  # *HILLARY Clinton*
            for i in range(mention.first, mention.first + skip):
                del self._at[mention.block, i]
            mention.first, mention.words, mention.kind = mention.first + skip, rest, PERSON
            mention.text = doc[mention.first : mention.last + 1].text

    def _agree(self) -> None:
        """The same words name the same kind of thing: what is certain of one is taken for the others.

        A body that is called after a city (*il Napoli*) stays a body.
        """
        votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for mention in self.all:
            votes[mention.words][mention.kind] += CERTAIN if mention.certain else int(mention.kind != OTHER)
        for mention in self.all:
            if mention.certain:
                continue
            most = max(votes[mention.words].items(), key=lambda v: (v[1], v[0]))[0]
            if (mention.kind, most) == (ORGANIZATION, PLACE):
                continue
            mention.kind = most
            if mention.kind == PLACE:
                mention.entry = self.gazetteer.find(mention.text)

    def _acronyms(self, blocks: Sequence[Block]) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Short names told in brackets: *Organizzazione mondiale della sanità (Oms)*, or the other way."""
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for one, other in pairwise(self.all):
            if one.block != other.block or not _in_brackets(blocks[one.block].doc, one, other):
                continue
            short, full = sorted((one, other), key=lambda m: len(m.words))
            if _is_acronym(short, full):
                found[short.words] = full.words
        return found

    def _say_kind(self, doc: Words, mention: Mention) -> None:
        names = self.names
        body = any(w in names.bodies for w in mention.words)
        if mention.role and not body:
            self._by_role(doc, mention)
        elif mention.title and not body:
            mention.kind, mention.certain = PERSON, True
        elif " ".join(mention.words) in names.metonyms:
            mention.kind, mention.certain = GOVERNMENT, True
        elif entry := self.gazetteer.country(mention.text):
            mention.kind, mention.entry, mention.certain = COUNTRY, entry, True
        elif body:
            mention.kind, mention.certain = ORGANIZATION, True
        else:
            self._guess_kind(doc, mention)

    def _by_role(self, doc: Words, mention: Mention) -> None:
        """An office makes a person, a body's head noun a body: *l'emittente* Khabar 24.

        A body called after a person (*il governo Conte*) leaves the person a person.
        """
        first, last = mention.role or (0, -1)
        words = [fold(t.text) for t in doc[first : last + 1]]
        callings = (*words, *map(" ".join, pairwise(words)))
        mention.certain = True
        if any(w in self.names.roles or w in self.names.people for w in callings):
            mention.kind = PERSON
        elif label(doc, mention) == PERSON and mention.text.replace(" ", "").isalpha():
            mention.kind, mention.role = PERSON, None
        else:
            mention.kind = ORGANIZATION

    def _guess_kind(self, doc: Words, mention: Mention) -> None:
        told = label(doc, mention)
        trained = doc.is_named
        entry = self.gazetteer.find(mention.text)
        located = stands_in_place(doc, mention.first, self.names)
        if stands_after_head(doc, mention.first, self.names):
            mention.kind, mention.entry, mention.certain = PLACE, entry, True
            return
        if entry and self._is_likely(mention, entry, told, located=located):
            mention.kind, mention.entry, mention.certain = PLACE, entry, located
        elif mention.words[-1] in self.names.streets and len(mention.words) > 1:
            mention.kind = PLACE
        elif told:
            mention.kind = told
        elif trained:
            mention.kind = OTHER
        elif (mention.text.isupper() and mention.text.isalpha()) or self._has_article(doc, mention):
            mention.kind = ORGANIZATION
        elif len(mention.words) in (2, 3):
            mention.kind = PERSON

    def _has_article(self, doc: Words, mention: Mention) -> bool:
        before = doc[mention.first - 1] if mention.first else None
        return self.names.article_marks_thing and before is not None and before.pos_ == "DET"

    @staticmethod
    def _is_likely(mention: Mention, entry: Entry, told: str | None, *, located: bool) -> bool:
        """Tell a place from a person or a common word of its name."""
        if told == ORGANIZATION:
            large = entry.capital or (located and entry.population >= BIG_CITY)
            return len(mention.words) == 1 and large
        if told == PLACE or located:
            return True
        if told == PERSON:
            return False
        return entry.kind == "region" or entry.capital or entry.population >= BIG_CITY


def _folded(doc: Words, first: int, end: int) -> list[str]:
    return [fold(t.text) for t in doc[first:end]]


def _in_brackets(doc: Words, first: Mention, second: Mention) -> bool:
    if second.first != first.last + 2 or second.last + 1 >= len(doc):
        return False
    return doc[first.last + 1].text == "(" and doc[second.last + 1].text == ")"


def _is_acronym(short: Mention, full: Mention) -> bool:
    """Capitals, or the initials of the full name, and neither of them a person or place."""
    named = {short.kind, full.kind}
    if len(short.words) != 1 or len(full.words) < 2 or named & {PERSON, PLACE, COUNTRY}:
        return False
    word = short.words[0]
    return short.text.isupper() or word == "".join(w[0] for w in full.words)[: len(word)]


def label(doc: Words, mention: Mention) -> str | None:
    """Give the kind that the model's entity label says, or None."""
    tokens = doc[mention.first : mention.last + 1]
    return next((_LABELS[t.ent_type_] for t in tokens if t.ent_type_ in _LABELS), None)


def stands_after_head(doc: Words, first: int, names: Names) -> bool:
    """*la regione del* Mangystau, *the city of* Aktau: a noun for a place before the name."""
    i = first - 1
    while i > 0 and (doc[i].pos_ in ("DET", "ADP") or fold(doc[i].text) in names.links) and first - i < 3:
        i -= 1
    return i >= 0 and fold(doc[i].text) in names.place_heads and doc[i].pos_ == "NOUN"


def stands_in_place(doc: Words, first: int, names: Names) -> bool:
    """Tell whether a preposition of place or a noun like *city of* stands before token `first`."""
    i = first - 1
    while i >= 0 and doc[i].pos_ in ("DET", "ADJ") and first - i < 3:
        i -= 1
    if i < 0:
        return False
    word = fold(doc[i].text)
    if word in names.place_heads:
        return True
    return word in names.prepositions and word not in names.belonging and doc[i].pos_ == "ADP"
