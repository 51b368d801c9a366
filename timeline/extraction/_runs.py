"""Runs of tokens that make a proper name, and the office in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.extraction._lexicon import load
from timeline.languages.places import Gazetteer, fold

if TYPE_CHECKING:
    from timeline.extraction._words import Word, Words
    from timeline.languages._names import Names

LONGEST_NAME = 9
SHORTEST_SHOUT = 5
LONGEST_ACRONYM = 6
TITLE_CASE = 0.6
LONGEST_TITLE = 30
_OFFICE = 6
_PERSON_LABELS = frozenset(("PER", "PERSON"))
_PARTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl"))  # *giunte da Firenze la Borsa ha*
_ROMAN = frozenset("IVXLCDM")
_JOINTS = frozenset("-'’&/")
_NAMED = frozenset(("PROPN", "NOUN", "ADJ", "X", "NUM", "VERB", "SYM"))
_EXTENDS = frozenset(("NOUN", "ADJ", "X", "VERB", "INTJ"))


def runs(doc: Words, names: Names, gazetteer: Gazetteer, start: int = 0) -> Iterator[tuple[int, int, int]]:
    """Give the names of a parsed text from token `start` on, as token ranges `start, first, end`.

    The name stands at `first:end`; what stands at `start:first` is a capitalised office or title of it.
    """
    named = _named(doc, names, gazetteer)
    i = start
    while i < len(doc):
        if not named[i]:
            i += 1
            continue
        end = _run(doc, named, i, names, gazetteer)
        for part, stop in _split(doc, i, end, names):
            first = _without_office(doc, part, stop, names, gazetteer)
            last = _trimmed(doc, part, stop, names)
            if first < last:
                yield part, first, last
        i = end


def is_common(token: Word, names: Names, gazetteer: Gazetteer) -> bool:
    """Tell whether a capitalised word alone is no name: an office, an adjective of a country, *Ora*."""
    word = fold(token.text)
    if word in names.common or len(word) < 2 or word in names.roles or word in names.titles:
        return not (token.text.isupper() and len(word) > 1 and token.pos_ != "PROPN")
    if (
        word in names.people
        or word in names.counts.time
        or word in names.counts.plurals
        or word in names.counts.numbers
    ):
        return True
    if word in names.portfolios and token.i and fold(token.nbor(-1).text) in names.links:
        return True
    return word in names.demonyms and gazetteer.country(token.text) is None


def role_before(doc: Words, first: int, names: Names) -> tuple[int, int] | None:
    """Give the tokens (inclusive) of the office before a name: *presidente kazako* Kassym-Jomart Tokayev."""
    i = first - 1
    heads: list[int] = []
    officer = i >= 0 and fold(doc[i].text) in names.roles
    while i >= 0 and first - i <= LONGEST_NAME and _may_be_role(doc[i], names):
        if officer and fold(doc[i].text) in names.links:
            break  # *a spokeswoman for Prime Minister* Ashby
        if _calls(doc[i], names):
            heads.append(i)
        i -= 1
    if not heads or _is_open(doc[first - 1], names) or _is_many(doc[heads[-1]]):
        return None
    if first - 1 not in heads and fold(doc[first - 1].text) in names.sites:
        return None  # *il titolare del bar* San Pellegrino
    start = heads[-1]
    while start - 1 > i and _qualifies(doc[start - 1], names):
        start -= 1
    return start, first - 1


def _named(doc: Words, names: Names, gazetteer: Gazetteer) -> list[bool]:
    tokens = list(doc)
    named = [_is_named(t) for t in tokens]
    if _is_title_case(doc):
        return named
    capital = [t.text[0].isupper() for t in tokens]
    wanted = [i for i in range(1, len(tokens)) if capital[i] and not named[i] and tokens[i].pos_ in _EXTENDS]
    for i in wanted:
        if not tokens[i].is_sent_start:
            named[i] = gazetteer.country(tokens[i].text) is not None
    for i in range(len(tokens) - 2, -1, -1):
        if named[i + 1] and not named[i] and _leads(tokens[i], names):
            named[i] = True
    for i in wanted:
        if named[i - 1] and not named[i]:
            named[i] = not tokens[i].is_sent_start
    return named


def _leads(token: Word, names: Names) -> bool:
    """*New* Hampshire, *World* Series: a capitalised word before a name, not just by its place."""
    if not _is_capital(token) or token.pos_ not in _EXTENDS:
        return False
    opens = token.is_sent_start or token.i == 0 or token.nbor(-1).is_punct
    if not opens:
        return True
    if fold(token.text) in load(names.code).words("clause", "others"):
        return False  # *Other Alba officials*
    return token.dep_ in ("compound", "amod", "flat", "flat:name") and fold(token.text) not in names.former


def _is_capital(token: Word) -> bool:
    return bool(token.text[0].isupper())


def _is_title_case(doc: Words) -> bool:
    """Headings that capitalise every word say nothing by it."""
    if len(doc) >= LONGEST_TITLE:
        return False
    words = [w for w in doc.text.split() if w.isalpha() and len(w) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > TITLE_CASE * len(words)


def _is_named(token: Word) -> bool:
    text = token.text
    if text.islower():
        return False
    if token.pos_ == "PROPN":
        return text[0].isupper() or text[0].isdigit() or any(c.isupper() for c in text)
    if text.isupper() and 1 < len(text) <= LONGEST_ACRONYM and text.isalpha() and not token.is_sent_start:
        return not _among_capitals(token)
    if token.pos_ not in _NAMED or not text[0].isalnum():
        return False
    if text[0].isdigit():
        return token.dep_ in ("flat:name", "flat") and token.i > 0 and token.nbor(-1).pos_ == "PROPN"
    if not text[0].isupper() or _is_loud_verb(token):
        return False
    return bool(token.ent_type_)


def _among_capitals(token: Word) -> bool:
    """Tell whether the words beside are in capitals too, so that capitals say nothing."""
    beside = [t for t in token.doc[max(0, token.i - 2) : token.i + 3] if t.is_alpha and t.i != token.i]
    return bool(beside) and all(t.text.isupper() for t in beside)


def _run(doc: Words, named: list[bool], start: int, names: Names, gazetteer: Gazetteer) -> int:
    """Give the end of the run of name tokens that starts at `start`."""
    end = _entity_end(doc, start)
    while end < len(doc) and end - start < LONGEST_NAME:
        if named[end] and not _is_new_name(doc, end, names):
            end += 1
            continue
        step = _bridge(doc, named, start, end, names, gazetteer)
        if not step:
            break
        end += step
    return end


def _split(doc: Words, start: int, end: int, names: Names) -> Iterator[tuple[int, int]]:
    """Part a body from the person after it: Commissione europea | Ursula *von der* Leyen."""
    if _is_body_of_office(doc, start, end, names):
        yield start, start + 1
        start += 1
    small = next((i for i in range(start + 2, end - 1) if _is_particle(doc[i], names)), None)
    mixed = small is not None and any(not _is_capital(t) for t in doc[start : small - 1])
    cut = small - 1 if small is not None and mixed else start
    if start < cut:
        yield start, cut
    yield cut, end


def _is_body_of_office(doc: Words, start: int, end: int, names: Names) -> bool:
    """*Il segretario provinciale della* Cgil | *Paolo Neri*: a body by one word, then who is in office."""
    first = doc[start]
    known = fold(first.text) in names.acronyms or (first.text.isupper() and len(first.text) > 1)
    if end - start < 3 or not known or any(not _is_capital(t) for t in doc[start:end]):
        return False
    before = [t for t in doc[max(0, start - _OFFICE) : start] if t.pos_ != "DET"]
    linked = bool(before) and fold(before[-1].text) in names.links | names.belonging
    return linked and any(fold(t.text) in names.roles for t in before[:-1])


def _is_particle(token: Word, names: Names) -> bool:
    return (
        token.text.islower() and fold(token.text) in names.particles and fold(token.text) not in names.links
    )


def _entity_end(doc: Words, start: int) -> int:
    """The end of the model's entity that begins at `start`, else of the token."""
    end = start + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[start].ent_iob_ == "B":
        if _is_loud_verb(doc[end]):
            break
        end += 1
    return end


def _is_loud_verb(token: Word) -> bool:
    """*LA CITY* RESPINGE *IL PIANO*: a finite verb among capitals is part of no name."""
    finite = token.pos_ == "VERB" and "Fin" in token.morph.get("VerbForm", [])
    return finite and token.text.isupper() and _among_capitals(token)


def _is_new_name(doc: Words, i: int, names: Names) -> bool:
    """Tell whether token `i`, next to a run, begins another name."""
    before, after = doc[i - 1], doc[i]
    word = fold(before.text)
    if word in names.portfolios and i > 1 and fold(doc[i - 2].text) in names.links:
        return word not in names.roles
    if after.ent_iob_ == "B":
        same = after.ent_type_ == before.ent_type_ or not before.ent_type_
        flat = after.dep_.startswith("flat") and after.head.i < i
        return word not in names.roles and word not in names.titles and not (same and flat)
    if before.ent_type_ and not after.ent_type_ and not after.dep_.startswith("flat"):
        return True
    loud = [_is_loud(before), _is_loud(after)]
    return loud[0] != loud[1] and (i == 1 or loud[1])


def _is_loud(token: Word) -> bool:
    text = token.text
    return text.isupper() and len(text) >= SHORTEST_SHOUT and not set(text) <= _ROMAN


def _bridge(doc: Words, named: list[bool], start: int, end: int, names: Names, gazetteer: Gazetteer) -> int:
    """Give how many tokens a small word inside a name takes with the name after it, 0 for none."""
    for width in (1, 2, 3):
        after = end + width
        if after < len(doc) and named[after] and _binds(doc, start, end, after, names, gazetteer):
            return width + 1
    return 0


def _binds(doc: Words, start: int, end: int, after: int, names: Names, gazetteer: Gazetteer) -> bool:
    """Tell whether the small words from `end` to `after` are inside one name."""
    between = [fold(t.text) for t in doc[end:after]]
    if any(t.text in _JOINTS for t in doc[end:after]):
        return not any(t.whitespace_ for t in doc[end - 1 : after])  # Mazar-e-Sharif
    if all(t.ent_iob_ == "I" for t in doc[end : after + 1]):
        return True
    if gazetteer.country(doc[after].text) is not None:
        whole = gazetteer.country(doc[start : after + 1].text) is not None
        return whole or _is_body_of(doc, start, end, after, names)
    if all(w in names.particles for w in between) and doc[end].text.islower():
        return len(between) > 1 or doc[end].pos_ != "DET" or doc[after].dep_ not in _PARTS
    if len(between) == 1 and _is_inner_article(doc, start, end, names, gazetteer):
        return True
    if doc[after].ent_type_ in _PERSON_LABELS and doc[after].ent_iob_ == "B":
        return False
    return all(w in names.links for w in between) and _is_one_body(doc, start, end, after, names)


def _is_body_of(doc: Words, start: int, end: int, after: int, names: Names) -> bool:
    """*Bank of England*: one capitalised noun of a body, which hangs together with the country."""
    lone = end - start == 1 and after - end == 1 and fold(doc[end].text) in names.links
    return lone and doc[start].text.istitle() and fold(doc[start].text) in names.bodies


def _is_inner_article(doc: Words, start: int, i: int, names: Names, gazetteer: Gazetteer) -> bool:
    """*Jean* Le *Goff*: an article with a capital right behind words that are no place and no office."""
    small, before = doc[i], doc[start:i]
    word = fold(small.text)
    if small.pos_ != "DET" or not small.is_title or word not in names.particles | names.links:
        return False
    if not all(t.text.isalpha() and not t.text.isupper() for t in before):
        return False
    if start and doc[start - 1].pos_ in ("DET", "ADP"):
        return False
    known = {fold(t.text) for t in before} & (names.roles | names.titles | names.common)
    return not known and gazetteer.find(before.text) is None and gazetteer.country(before.text) is None


def _is_one_body(doc: Words, start: int, end: int, after: int, names: Names) -> bool:
    if doc[start].ent_type_ and doc[after].ent_iob_ == "I" and doc[end].ent_iob_ == "I":
        return True
    words = [fold(t.text) for t in doc[start:end]]
    return any(w in names.bodies or w in names.roles for w in words)


def _trimmed(doc: Words, start: int, end: int, names: Names) -> int:
    last = doc[end - 1]
    apart = last.dep_.startswith("obl") and last.head.i > last.i and not last.children
    if apart and end - start > 1 and fold(last.text) in names.counts.time:
        end -= 1  # *Omar Reed Thursday condemned it*
    while end > start and (doc[end - 1].text in _JOINTS or fold(doc[end - 1].text) in names.links):
        end -= 1
    return end


def _without_office(doc: Words, start: int, end: int, names: Names, gazetteer: Gazetteer) -> int:
    """Skip titles and offices: *Kazakh President* Kassym-Jomart Tokayev."""
    last = start
    for i in range(start, end):
        if _is_office(doc, start, i, end, names, gazetteer):
            last = i + 1
    if last > start and last < end and fold(doc[last].text) in names.links:
        last = min(last + 2, end)  # Secretary of State
    while last + 1 < end and (_is_left_over(doc, last, names) or doc[last].text in _JOINTS):
        last += 1
    return last


def _is_left_over(doc: Words, i: int, names: Names) -> bool:
    """A capitalised common word that belongs to what is before it: emittente di *Stato* Khabar 24."""
    return fold(doc[i].text) in names.common and i > 0 and fold(doc[i - 1].text) in names.belonging


def _is_office(doc: Words, start: int, i: int, end: int, names: Names, gazetteer: Gazetteer) -> bool:
    """An office opens the run, stands after a body or country, or leaves a full name (*King* Jr. is none)."""
    word = fold(doc[i].text)
    if word in names.titles:
        return i + 1 < end
    if word not in names.roles:
        return False
    if i == start or end - i > 2 or i + 1 == end == start + 1:
        return True
    return i + 1 < end and _may_have_office(doc[i - 1], names, gazetteer)


def _may_have_office(token: Word, names: Names, gazetteer: Gazetteer) -> bool:
    """*FBI* director, *Russian* president, *Kazakhstan* president."""
    word = fold(token.text)
    if token.text.isupper() or word in names.bodies or word in names.roles or word in names.former:
        return True
    return word in names.demonyms or gazetteer.country(token.text) is not None


def _is_many(token: Word) -> bool:
    """*ai deputati* Tokayev: several are not called by one name."""
    return "Plur" in token.morph.get("Number", [])


def _calls(token: Word, names: Names) -> bool:
    word = fold(token.text)
    if word in names.people:
        return token.pos_ in ("NOUN", "PROPN")
    return word in names.roles or word in names.bodies


def _is_open(token: Word, names: Names) -> bool:
    """A preposition in front of a name parts the office from it: *president of* Kazakhstan."""
    word = fold(token.text)
    return token.pos_ == "ADP" or word in names.links or word in names.former or word in names.conjunctions


def _qualifies(token: Word, names: Names) -> bool:
    word = fold(token.text)
    if word in names.former or word in names.demonyms or word == "" or token.pos_ == "ADJ":
        return True
    return token.dep_ == "compound" and token.pos_ in ("NOUN", "PROPN")


def _may_be_role(token: Word, names: Names) -> bool:
    word = fold(token.text)
    if word in names.roles or word in names.people or word in names.former or word in names.demonyms:
        return True
    if token.text in _JOINTS or word in names.links:
        return True
    if token.pos_ == "DET" and token.i and fold(token.nbor(-1).text) in names.links:
        return True  # *el presidente de la* ONU
    if word in names.conjunctions:
        after = fold(token.nbor(1).text)
        return after in names.former or after in names.roles
    return token.pos_ in ("NOUN", "ADJ", "PROPN")
