"""The proper names of a document: where they stand, what kind of thing they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.languages.places import Entry, Gazetteer, fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from timeline.extraction._block import Block
    from timeline.languages._names import Names

PERSON, ORGANIZATION, COUNTRY, PLACE = "person", "organization", "country", "place"
GOVERNMENT, GROUP, OTHER = "government", "group", "other"
LONGEST_NAME = 9
BIG_CITY = 300
_LABELS = {"PER": PERSON, "PERSON": PERSON, "ORG": ORGANIZATION, "LOC": PLACE, "GPE": PLACE, "FAC": PLACE}
_JOINTS = frozenset("-'’&")
_NAMED = frozenset(("PROPN", "NOUN", "ADJ", "X", "NUM", "VERB", "SYM"))


@dataclass(slots=True)
class Mention:
    """A proper name where it stands: tokens `first` to `last` (inclusive) of block number `block`."""

    block: int
    first: int
    last: int
    text: str
    kind: str
    entry: Entry | None = None
    role: tuple[int, int] | None = None
    certain: bool = False
    words: tuple[str, ...] = field(default=())


class Mentions:
    """Find the names of a document once; `at(block, token)` gives the name a token belongs to."""

    def __init__(self, blocks: Sequence[Block], names: Names, gazetteer: Gazetteer) -> None:
        self.names, self.gazetteer = names, gazetteer
        self.all: list[Mention] = []
        self._at: dict[tuple[int, int], Mention] = {}
        for number, block in enumerate(blocks):
            for mention in self._of_block(number, block.doc):
                self.all.append(mention)
                self._at.update(((number, i), mention) for i in range(mention.first, mention.last + 1))

    def at(self, block: int, token: int) -> Mention | None:
        """Give the name that covers a token, or None."""
        return self._at.get((block, token))

    def _of_block(self, number: int, doc: Doc) -> Iterator[Mention]:
        named = [_is_named(t, self.names) for t in doc]
        i = 0
        while i < len(doc):
            if not named[i]:
                i += 1
                continue
            end = self._run(doc, named, i)
            yield from self._typed(number, doc, i, end)
            i = end

    def _run(self, doc: Doc, named: list[bool], start: int) -> int:
        """Give the end of the run of name tokens that starts at `start`."""
        end = start + 1
        while end < len(doc) and end - start < LONGEST_NAME:
            if named[end] and not _is_new_name(doc, start, end, self.names):
                end += 1
                continue
            step = self._bridge(doc, named, start, end)
            if not step:
                break
            end += step
        return end

    def _bridge(self, doc: Doc, named: list[bool], start: int, end: int) -> int:
        """Give how many tokens a small word inside a name takes with the name that follows, 0 for none."""
        for width in (1, 2):
            after = end + width
            if after >= len(doc) or not named[after]:
                continue
            between = [fold(t.text) for t in doc[end:after]]
            if all(t.text in _JOINTS for t in doc[end:after]) and not doc[end - 1].whitespace_:
                return width + 1
            if all(w in self.names.particles for w in between) and not self._is_place(doc, after):
                return width + 1
            if all(w in self.names.links for w in between) and self._is_one_body(doc, start, end, after):
                return width + 1
        return 0

    def _is_one_body(self, doc: Doc, start: int, end: int, after: int) -> bool:
        if doc[start].ent_type_ and doc[after].ent_iob_ == "I" and doc[end].ent_iob_ == "I":
            return True
        heads = self.names.bodies | self.names.roles
        return any(fold(t.text) in heads for t in doc[start:end]) and not self._is_place(doc, after)

    def _is_place(self, doc: Doc, i: int) -> bool:
        return self.gazetteer.country(doc[i].text) is not None

    def _typed(self, number: int, doc: Doc, start: int, end: int) -> Iterator[Mention]:
        """Part a run into the role in front and the name, then say what it names."""
        first = self._after_roles(doc, start, end)
        if first >= end:
            return
        for a, b in self._parts(doc, first, end):
            text = doc[a:b].text
            words = tuple(fold(t.text) for t in doc[a:b] if not t.is_punct)
            if not words or (b - a == 1 and self._is_common(doc[a])):
                continue
            mention = Mention(number, a, b - 1, text, OTHER, words=words)
            mention.role = self._role_before(doc, a)
            self._say_kind(doc, mention, after_role=first > start and a == first)
            yield mention

    def _after_roles(self, doc: Doc, start: int, end: int) -> int:
        """Skip titles and offices: *Kazakh President* Kassym-Jomart Tokayev."""
        callings = self.names.roles | self.names.titles
        last = start
        for i in range(start, end):
            word = fold(doc[i].text)
            if word in callings and (i + 1 < end or i == start):
                last = i + 1
        if last == start and end - start > 1 and self.gazetteer.demonym(doc[start].text):
            return start if doc[start].pos_ == "PROPN" else start + 1
        return self._after_complement(doc, start, last, end)

    def _after_complement(self, doc: Doc, start: int, last: int, end: int) -> int:
        """Skip what an office is of: Secretary *of State* Antony Blinken."""
        if last > start and last < end and fold(doc[last].text) in self.names.links:
            return min(last + 2, end)
        return last

    def _parts(self, doc: Doc, first: int, end: int) -> Iterator[tuple[int, int]]:
        """Part a country from the name before it: Dipartimento di Stato | Usa stays, Putin | Russia not."""
        while end > first and (doc[end - 1].text in _JOINTS or fold(doc[end - 1].text) in self.names.links):
            end -= 1
        if end > first:
            yield first, end

    def _is_common(self, token: Token) -> bool:
        word = fold(token.text)
        if word in self.names.common or len(word) < 2:
            return True
        if word in self.names.roles or word in self.names.titles:
            return True
        return bool(self.gazetteer.demonym(token.text)) and not self.gazetteer.country(token.text)

    def _role_before(self, doc: Doc, first: int) -> tuple[int, int] | None:
        return role_before(doc, first, self.names)

    def _say_kind(self, doc: Doc, mention: Mention, *, after_role: bool) -> None:
        words, names = mention.words, self.names
        key = " ".join(words)
        if after_role or (mention.role and _is_person_role(doc, mention.role, names)):
            mention.kind, mention.certain = PERSON, True
        elif key in names.metonyms:
            mention.kind, mention.certain = GOVERNMENT, True
        elif entry := self.gazetteer.country(mention.text):
            mention.kind, mention.entry, mention.certain = COUNTRY, entry, True
        elif any(w in names.bodies for w in words):
            mention.kind, mention.certain = ORGANIZATION, True
        else:
            self._guess_kind(doc, mention)

    def _guess_kind(self, doc: Doc, mention: Mention) -> None:
        label = next(
            (_LABELS[t.ent_type_] for t in self._tokens(doc, mention) if t.ent_type_ in _LABELS), None
        )
        entry = self.gazetteer.find(mention.text)
        if entry and self._is_likely(doc, mention, entry, label):
            mention.kind, mention.entry = PLACE, entry
        elif label:
            mention.kind = label
        elif mention.text.isupper() and len(mention.text) > 1:
            mention.kind = ORGANIZATION
        elif len(mention.words) in (2, 3):
            mention.kind = PERSON

    def _is_likely(self, doc: Doc, mention: Mention, entry: Entry, label: str | None) -> bool:
        """Tell a place from a person or a common word of its name."""
        located = stands_in_place(doc, mention.first, self.names)
        if label == PLACE or (located and label != ORGANIZATION):
            return True
        if label in (PERSON, ORGANIZATION):
            return len(mention.words) == 1 and label == ORGANIZATION and entry.capital
        return entry.kind == "region" or entry.capital or entry.population >= BIG_CITY

    @staticmethod
    def _tokens(doc: Doc, mention: Mention) -> Iterator[Token]:
        return iter(doc[mention.first : mention.last + 1])


def stands_in_place(doc: Doc, first: int, names: Names) -> bool:
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


def role_before(doc: Doc, first: int, names: Names) -> tuple[int, int] | None:
    """Give the tokens of the office in front of a name: *presidente kazako* Kassym-Jomart Tokayev."""
    i = first - 1
    heads: list[int] = []
    while i >= 0 and first - i <= LONGEST_NAME and _may_be_role(doc[i], names):
        if fold(doc[i].text) in names.roles or fold(doc[i].text) in names.people:
            heads.append(i)
        i -= 1
    if not heads:
        return None
    start = heads[-1]
    while start - 1 > i and (_qualifies(doc[start - 1], names)):
        start -= 1
    last = _trimmed(doc, start, first, names)
    return (start, last) if last >= start else None


def _trimmed(doc: Doc, start: int, first: int, names: Names) -> int:
    """Drop a preposition in front of the name: it parts the office from it (*president of* Kazakhstan)."""
    last = first - 1
    if doc[last].pos_ == "ADP" or fold(doc[last].text) in names.links:
        return start - 1
    return last


def _qualifies(token: Token, names: Names) -> bool:
    word = fold(token.text)
    return (
        word in names.former or word in names.demonyms or word == "" or token.pos_ in ("ADJ", "PROPN", "NOUN")
    )


def _may_be_role(token: Token, names: Names) -> bool:
    word = fold(token.text)
    if word in names.roles or word in names.people or word in names.former or word in names.demonyms:
        return True
    if token.text in _JOINTS or word in names.links:
        return token.pos_ != "DET" or word in names.links
    return token.pos_ in ("NOUN", "ADJ", "PROPN")


def _is_person_role(doc: Doc, role: tuple[int, int], names: Names) -> bool:
    words = [fold(t.text) for t in doc[role[0] : role[1] + 1]]
    return any(w in names.roles or w in names.people for w in words)


def _is_named(token: Token, names: Names) -> bool:
    text = token.text
    if token.pos_ == "PROPN":
        return text[0].isupper() or text[0].isdigit() or any(c.isupper() for c in text)
    if token.pos_ not in _NAMED or not text[0].isalnum():
        return False
    if text[0].isdigit():
        return token.dep_ in ("flat:name", "flat") and token.i > 0 and token.nbor(-1).pos_ == "PROPN"
    if not text[0].isupper():
        return False
    return bool(token.ent_type_) or (
        not token.is_sent_start and token.pos_ in ("X", "NOUN", "ADJ") and text.isupper()
    )


def _is_new_name(doc: Doc, start: int, i: int, names: Names) -> bool:
    """Tell whether token `i`, next to the run from `start`, begins another name."""
    before, after = doc[i - 1], doc[i]
    if after.ent_iob_ == "B" and before.ent_type_ and before.ent_type_ != after.ent_type_:
        return fold(before.text) not in names.roles
    return False
