"""Where it happened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.extraction._lexicon import load
from timeline.extraction._mentions import COUNTRY, OTHER, PERSON, PLACE, Mention, Mentions, stands_in_place
from timeline.extraction._phrases import kind_of, noun_phrase
from timeline.languages.places import Entry, Gazetteer, fold

if TYPE_CHECKING:
    from timeline.extraction._block import Block
    from timeline.extraction._words import Word
    from timeline.languages._names import Names

_FARTHEST = 3
_DEEPEST = 3
_GOVERNED = frozenset(("advcl", "xcomp", "conj"))
_HEADINGS = 4
_SUBJECT = frozenset(("nsubj", "nsubj:pass", "obl:agent", "csubj"))
_DOER = ("nsubj", "obl:agent")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened: the name as written, its ISO 3166-1 alpha-2 country, degrees, offsets.

    The offsets are those of the whole phrase: of *bar 520 di Modena* where the name is Modena.

    `basis` says how it is known: clause (said with the event), sentence, dateline or topic (told before).
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    start: int
    end: int
    basis: str = "clause"


class Places:
    """The places of one document; built once, asked by the token of an event."""

    def __init__(
        self, blocks: Sequence[Block], names: Names, gazetteer: Gazetteer, *, mentions: Mentions | None = None
    ) -> None:
        self._blocks, self._names, self._gazetteer = blocks, names, gazetteer
        self._mentions = mentions or Mentions(blocks, names, gazetteer)
        self._block_of = {id(block.doc): number for number, block in enumerate(blocks)}
        found = [m for m in self._mentions.all if self._is_told(m)]
        self._usable = {id(m) for m in found}
        self._told = frozenset(c for m in found if (c := self._country(m)) and m.kind == COUNTRY)
        self._with_places = {m.block for m in found}
        self._scenes = [m for m in found if self._is_scene(m)]
        self._scene_spots = [(m.block, m.first) for m in self._scenes]
        self._dated_blocks = sorted(self._mentions.datelines)

    def of(self, token: Word) -> Place | None:
        """Give the place of the event that `token` tells, or None."""
        number = self._block_of[id(token.doc)]
        if found := next(self._in_clause(number, token), None):
            return self._place(found, "clause")
        if site := self._site(token, 0):
            return self._at_site(number, site)
        if above := self._above(number, token):
            return above
        if scene := self._before(number, token):
            block = self._blocks[number]
            same = scene.block == number and block.of_token[scene.first] == block.of_token[token.i]
            return self._place(scene, "sentence" if same else "topic")
        dateline = self._governing_dateline(number)
        return self._place(dateline, "dateline") if dateline else None

    def _above(self, number: int, token: Word) -> Place | None:
        """*Si era introdotto in due case, riuscendo a rubare*: the place of the verb over it."""
        here = token
        for _ in range(_DEEPEST):
            above = here.head
            if here.dep_ not in _GOVERNED or above.pos_ != "VERB" or above.i >= here.i:
                return None
            if found := next(self._in_clause(number, above), None):
                return self._place(found, "sentence")
            if site := self._site(above, 0):
                return replace(self._at_site(number, site), basis="sentence")
            here = above
        return None

    def _site(self, token: Word, depth: int) -> Word | None:
        """A common noun of place that hangs on the event or its object: *in un supermercato*."""
        for child in token.children:
            if child.pos_ == "NOUN" and child.dep_ in ("obl", "nmod") and self._is_site(child):
                return child
        objects = (c for c in token.children if c.dep_ in ("obj", "nsubj:pass") and not depth)
        return next((site for c in objects if (site := self._site(c, depth + 1))), None)

    def _is_site(self, noun: Word) -> bool:
        """A noun of place with a preposition of place and an article: *in piazza* is no place."""
        if fold(noun.text) not in self._names.sites:
            return False
        cases = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i]
        words = [fold(c.text) for c in cases]
        if not words or words[0] not in self._names.prepositions or words[0] in self._names.belonging:
            return False
        if words[0] in self._names.origin and noun.head.pos_ == "VERB":
            return False
        return any(c.morph.get("Definite", []) for c in cases) or any(c.pos_ == "DET" for c in noun.children)

    def _at_site(self, number: int, noun: Word) -> Place:
        """A place by its noun; where a dateline or the sentence tells the town, with its position."""
        block = self._blocks[number]
        first, last = noun_phrase(self._named(number, noun) or noun, self._names)
        start, end = block.span_of(block.doc[first], block.doc[last])
        scene = self._before(number, noun) or self._governing_dateline(number)
        entry = self._entry(scene) if scene is not None else None
        where = (entry.country, entry.lat, entry.lon) if entry else (None, None, None)
        return Place(block.doc[first : last + 1].text, *where, start, end)

    def _named(self, number: int, noun: Word) -> Word | None:
        """*Flown to the capital, Arvika, where*: the name set beside a noun of place."""
        for child in noun.children:
            mention = self._mentions.at(number, child.i)
            person = mention is not None and mention.kind == PERSON
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > noun.i and not person:
                last = noun_phrase(child, self._names)[1]
                return child if last + 1 < len(noun.doc) and noun.doc[last + 1].is_punct else None
        return None

    def _in_clause(self, number: int, token: Word) -> Iterator[Mention]:
        """Places that hang on the event: with a preposition of place first, then inside its object."""
        if number not in self._with_places:
            return iter(())
        held = sorted(self._hanging(number, token, 0), key=lambda h: (h[0], abs(h[1].first - token.i)))
        return (mention for _, mention in held)

    def _hanging(self, number: int, token: Word, depth: int) -> Iterator[tuple[int, Mention]]:
        for child in token.children:
            if child.dep_ in _SUBJECT and depth == 0 and child.pos_ == "PROPN":
                continue
            if (child.pos_ in ("VERB", "AUX") and child.dep_ not in ("nmod", "obl", "xcomp")) or depth > 3:
                continue
            mention = self._mentions.at(number, child.i)
            if mention is self._mentions.datelines.get(number) and mention is not None:
                continue
            if mention and id(mention) in self._usable:
                if rank := self._rank(mention, child):
                    yield depth * 2 + rank, mention
            else:
                yield from self._hanging(number, child, depth + 1)

    def _rank(self, mention: Mention, token: Word) -> int:
        """1 with a preposition of place, 2 with another one, 0 for no place of an event."""
        doc = token.doc
        before = next(
            (t for t in reversed(doc[max(0, mention.first - 3) : mention.first]) if t.pos_ == "ADP"), None
        )
        if before is None:
            return 0 if token.dep_ in ("obj", "conj", *_SUBJECT) else 2
        word = fold(before.text)
        if word in self._names.origin and mention.kind == COUNTRY and token.head.pos_ in ("VERB", "ADJ"):
            return 0  # a country that something is done by
        if word in self._names.belonging or word in self._names.origin:
            return 2
        return 1 if word in self._names.prepositions else 0

    def _is_told(self, mention: Mention) -> bool:
        """A place of the gazetteer, or one that a preposition or noun of place tells.

        What is in no gazetteer and stands with *da, by, de* may as well be who did it.
        """
        if mention.kind not in (PLACE, COUNTRY):
            return mention.kind != PERSON and self._is_spot(mention)
        if mention.entry is not None or mention.certain:
            return True
        doc = self._blocks[mention.block].doc
        before = fold(doc[mention.first - 1].text) if mention.first else ""
        return before not in self._names.origin and stands_in_place(doc, mention.first, self._names)

    def _is_spot(self, mention: Mention) -> bool:
        """*At the White House*, *outside Trump Tower*: a name of another kind that tells where it was."""
        doc = self._blocks[mention.block].doc
        i = mention.first - 1
        while i >= 0 and doc[i].pos_ in ("DET", "ADJ"):
            i -= 1
        if i < 0 or fold(doc[i].text) not in self._names.spots:
            return False
        return doc[mention.first : mention.last + 1].root.dep_ in ("obl", "nmod")

    def _is_scene(self, mention: Mention) -> bool:
        """A place that stands in a place phrase sets the scene; one that acts does not."""
        doc = self._blocks[mention.block].doc
        root = doc[mention.first : mention.last + 1].root
        if mention.kind not in (PLACE, COUNTRY) or self._inside_actor(root) or _is_aside(root):
            return False
        if mention.first and fold(doc[mention.first - 1].text) in self._names.ways:
            return False
        if self._is_of_journey(mention, root):
            return False
        return stands_in_place(doc, mention.first, self._names) or self._is_in_site(mention)

    def _is_of_journey(self, mention: Mention, root: Word) -> bool:
        """*Canceló un viaje a Bruselas*, not *during a trip to Brussels*: where a journey told of goes to.

        So a place that something only passed through: *a transité par Chypre*.
        """
        doc, words, i = root.doc, load(self._names.code).words, mention.first - 1
        while i > 0 and doc[i].pos_ in ("DET", "ADJ"):
            i -= 1
        if i >= 0 and doc[i].lower_ in words("objects", "routes") and doc[i].pos_ == "ADP":
            return True
        noun = root.head if root.dep_ == "nmod" else doc[max(i - 1, 0)]
        journey = noun.pos_ == "NOUN" and noun.lemma_ in words("objects", "journeys")
        return journey and not noun.dep_.startswith("obl")

    def _is_in_site(self, mention: Mention) -> bool:
        """*In due abitazioni di Mirandola*: a town that tells where a place is."""
        first, doc = self._whole(mention), self._blocks[mention.block].doc
        return first < mention.first and stands_in_place(doc, first, self._names)

    def _whole(self, mention: Mention) -> int:
        """The first word of a phrase of place that ends with a name: *bar 520 di Modena*."""
        doc = self._blocks[mention.block].doc
        token, first = doc[mention.first : mention.last + 1].root, mention.first
        if first > 1 and doc[first - 1].pos_ == "ADP":
            before = self._mentions.at(mention.block, first - 2)
            if before is not None and self._is_street(before):
                return before.first - 1
        for _ in range(_DEEPEST):
            head = token.head
            if head.i >= first or not (head.pos_ == "NOUN" and fold(head.text) in self._names.sites):
                break
            if any(t.is_punct for t in doc[head.i : first]):
                break
            token, first = head, noun_phrase(head, self._names)[0]
        return first

    def _inside_actor(self, token: Word) -> bool:
        """Tell whether a word belongs to who acts (*il ministero a Mosca ha detto*), not to where."""
        for _ in range(3):
            if token.dep_ in _SUBJECT:
                return token.pos_ == "PROPN" or kind_of(token, self._names) != OTHER
            if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
                return False
            token = token.head
        return False

    def _before(self, number: int, token: Word) -> Mention | None:
        """The scene told last: in the sentence, the paragraph, else in the heading over it."""
        at = bisect_right(self._scene_spots, (number, token.i))
        last = self._scenes[at - 1] if at else None
        if last is None or not (last.block == number or self._is_over(last.block, number)):
            return None
        return last if self._is_near(last, number, token) else None

    def _is_near(self, mention: Mention, number: int, token: Word) -> bool:
        if mention.block != number:
            return True
        block = self._blocks[number]
        return block.of_token[token.i] - block.of_token[mention.first] <= _FARTHEST

    def _is_over(self, block: int, number: int) -> bool:
        """Tell whether only headings stand from `block` to the paragraph `number`."""
        return number - block <= _HEADINGS and all(b.heading for b in self._blocks[block:number])

    def _governing_dateline(self, number: int) -> Mention | None:
        """The dateline of the paragraph, else the last one before it."""
        at = bisect_right(self._dated_blocks, number)
        return self._mentions.datelines[self._dated_blocks[at - 1]] if at else None

    def _country(self, mention: Mention) -> str | None:
        return mention.entry.country if mention.entry else None

    def _place(self, mention: Mention, basis: str) -> Place:
        block = self._blocks[mention.block]
        first = mention.first - 1 if self._is_street(mention) else mention.first
        start, end = block.span_of(block.doc[min(first, self._whole(mention))], block.doc[mention.last])
        name = block.doc[first : mention.last + 1].text
        entry = (self._entry(mention) if first == mention.first else None) or self._town(mention)
        if entry is None:
            return Place(name, None, None, None, start, end, basis)
        return Place(name, entry.country, entry.lat, entry.lon, start, end, basis)

    def _is_street(self, mention: Mention) -> bool:
        """*via Padova* is no city; the city it is in may be told by the dateline."""
        doc = self._blocks[mention.block].doc
        return mention.first > 0 and fold(doc[mention.first - 1].text) in self._names.streets

    def _town(self, mention: Mention) -> Entry | None:
        """The city a street or square is in: told before it in the paragraph, or by the dateline."""
        if self._is_street(mention) or mention.words[-1] in self._names.streets:
            at = bisect_left(self._scene_spots, (mention.block, mention.first))
            before = self._scenes[at - 1] if at and self._scenes[at - 1].block == mention.block else None
            told = before or self._governing_dateline(mention.block)
            return None if told is None else self._entry(told)
        return None

    def _entry(self, mention: Mention) -> Entry | None:
        return self._gazetteer.find(mention.text, self._told)


def _is_aside(token: Word) -> bool:
    """*L'oppositore, che vive in esilio in Francia, ha detto*: where somebody lives, not what happens."""
    while token.head.i != token.i:
        if token.dep_ == "acl:relcl":
            return token.head.dep_.startswith(_DOER) and "Pres" in token.morph.get("Tense", [])
        token = token.head
    return False
