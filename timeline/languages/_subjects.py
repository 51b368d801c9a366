"""Subjects after their verb that a parser takes for objects, and words of time that it takes for subjects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from timeline.languages._fold import fold
from timeline.languages._sentences import QUOTES

Words = frozenset[str]
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl:subj")
_NOUNS_AS_SUBJECTS = ("nsubj", "nsubj:pass")
_NOMINAL = ("NOUN", "PROPN", "PRON")
_AUXILIARIES = ("aux", "aux:pass", "aux:tense")
_GROUP = frozenset((*_AUXILIARIES, "expl", "expl:pv", "expl:pass", "expl:impers", "iobj", "advmod"))
_REFLEXIVES = frozenset(("expl", "expl:pv", "expl:pass"))
_CLOSES = frozenset('»”"’›')
_STRAIGHT = '"'
_ENDS = frozenset((",", ":", ";", ".", "»", "”"))


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """What a language must tell: verbs of speech, verbs without object, actors, nouns of time, relatives.

    `quoting`: verbs of several meanings, of speech after a quotation only.
    `passive_reflexive`: a reflexive before a verb that agrees with the noun after it makes it passive
    (*si vendono case*).
    """

    speech: Words = frozenset()
    quoting: Words = frozenset()
    intransitive: Words = frozenset()
    actors: Words = frozenset()
    time: Words = frozenset()
    relatives: Words = frozenset()
    passive_reflexive: bool = False


def speech_verbs(lexicon: Mapping[str, Any]) -> Words:
    """Give the single verbs by which a lexicon tells of speech, those of thought left out."""
    acts = (act for name, act in lexicon.get("speech", {}).items() if name != "believe")
    lists = (act.get(frame, ()) for act in acts for frame in ("clause", "object", "infinitive"))
    return frozenset(verb for some in lists for verb in some if " " not in verb)


def right_subjects(words: SubjectWords) -> Callable[[Any], Any]:
    """Give the step that puts misread subjects right in a parsed document.

    An object is the subject when its verb has none, and is passive (*è regolata l'attività*) or takes no
    object (*emergono dubbi*), or is of speech and follows a quotation or has an actor with a comma behind it
    (*«Mai», avvisano le scritte*), or is an infinitive that has one at its end (*a dirlo, il sindaco*).

    A noun of time is no subject where it does not agree with the verb, or where a relative pronoun can be it
    (*il congresso che il prossimo gennaio dovrà decidere*). What stands in the quotation before it is no
    subject of a verb of speech (*«Venite», dicono*). A noun behind a verb gives way to a subject before it
    (*il piano si rivelò un successo*), and is none where it does not agree (*si sono presi un orologio*).
    """
    return _Step(words)


@dataclass(frozen=True, slots=True)
class _Step:
    words: SubjectWords

    def __call__(self, doc: Any) -> Any:
        strings = doc.vocab.strings
        rows = doc.to_array(("DEP", "HEAD"))
        heads = np.arange(len(doc)) + rows[:, 1].astype("int64")
        wanted = np.array([strings[name] for name in _SUBJECTS], dtype="u8")
        subjects = np.isin(rows[:, 0], wanted)
        for place in np.flatnonzero(subjects).tolist():
            self._as_one_of_two(doc[place])
        deps = doc.to_array("DEP")
        subjects = np.isin(deps, wanted)
        has_subject = np.zeros(len(doc), dtype=bool)
        has_subject[heads[subjects]] = True
        late = (deps == strings["obj"]) & (heads < np.arange(len(doc))) & ~has_subject[heads]
        for place in np.flatnonzero(late).tolist():
            self._as_subject(doc[place])
        for place in np.flatnonzero(subjects).tolist():
            self._as_other(doc[place])
        return doc

    def _as_subject(self, noun: Any) -> None:
        verb = noun.head
        if noun.pos_ not in _NOMINAL or verb.pos_ != "VERB":
            return
        kids = list(verb.children)
        if any(k.dep_ in _SUBJECTS for k in kids) or any(k.dep_ == "case" for k in noun.children):
            return
        if not _is_third(verb, kids):
            noun.dep_ = "nsubj" if _is_cleft(noun, verb) else "obj"
            return
        name = self._relation(noun, verb, kids)
        if name is not None:
            noun.dep_ = name

    def _as_one_of_two(self, word: Any) -> None:
        """No subject: what a quotation holds, a noun behind a verb that has a subject before it."""
        verb = word.head
        if verb.pos_ != "VERB" or word.dep_ not in _NOUNS_AS_SUBJECTS:
            return
        kids = list(verb.children)
        if word.i < verb.i:
            closing = _closing(verb, kids) if verb.lemma_.lower() in self.words.speech else None
            if closing is not None and _opening(word.doc, closing) < word.i < closing:
                word.dep_ = "ccomp" if word.pos_ == "VERB" or word.doc[closing + 1].text == "," else word.dep_
        elif word.pos_ in ("NOUN", "PROPN") and any(self._is_before(k, verb, kids) for k in kids):
            reflexive = any(_is_reflexive(k) for k in kids)
            word.dep_ = "obl" if fold(word.text) in self.words.time else "xcomp" if reflexive else "obj"
        elif word.pos_ == "NOUN" and self._is_no_match(word, verb, kids):
            word.dep_ = "obj"

    def _is_no_match(self, noun: Any, verb: Any, kids: list[Any]) -> bool:
        """Tell a noun of another number than its verb, which takes objects; *una decina di case* may be."""
        passive = any(k.dep_ == "aux:pass" for k in kids)
        takes = verb.lemma_.lower() not in self.words.intransitive and not passive
        alone = not any(k.dep_ in ("nmod", "conj", "nummod", "appos") for k in noun.children)
        return takes and alone and fold(noun.text) not in self.words.time and not _agree(noun, verb, kids)

    def _is_before(self, token: Any, verb: Any, kids: list[Any]) -> bool:
        """Tell the subject before a verb that has no object before it and no comma: *ricorda Rossi, ...*."""
        if token.dep_ not in _NOUNS_AS_SUBJECTS or token.i > verb.i or fold(token.text) in self.words.time:
            return False
        group = [verb, *(k for k in kids if k.dep_ in _GROUP and k.i < verb.i)]
        start = min(k.i for k in group)
        personal = token.pos_ == "PRON" and token.morph.get("PronType") == ["Prs"]
        return (
            (personal or token.pos_ in ("NOUN", "PROPN"))
            and _agree(token, verb, kids)
            and verb.doc[start - 1].text != ","
            and not any(k.dep_ in ("obj", "iobj") and k.i < verb.i for k in kids)
        )

    def _relation(self, noun: Any, verb: Any, kids: list[Any]) -> str | None:
        words, lemma = self.words, verb.lemma_.lower()
        if any(k.dep_ == "aux:pass" for k in kids):
            return "nsubj:pass"
        turned = any(_is_reflexive(k) and k.i < verb.i for k in kids)
        named = noun.pos_ != "PRON"
        if lemma in words.intransitive:
            return "nsubj" if named and not turned else None
        if not _agree(noun, verb, kids):
            return None
        speaks = lemma in words.speech and lemma not in words.quoting and self._acts(noun) and _ends(noun)
        if speaks or (lemma in words.speech and _follows_quotation(verb, kids)):
            return "nsubj"
        return "nsubj:pass" if words.passive_reflexive and turned and named else None

    def _acts(self, noun: Any) -> bool:
        return noun.pos_ == "PROPN" or not self.words.actors.isdisjoint((fold(noun.text), fold(noun.lemma_)))

    def _as_other(self, noun: Any) -> None:
        """No subject: *Unos meses antes falleció*, *conoscenze formulate qualche anno dopo*."""
        verb = noun.head
        if noun.pos_ not in ("NOUN", "PROPN") or verb.pos_ != "VERB" or noun.dep_ not in _SUBJECTS:
            return
        kids = list(verb.children)
        if noun.dep_ == "nsubj:pass" and noun.i > verb.i and (other := _unpassive(verb, kids)):
            noun.dep_ = other
        elif fold(noun.text) in self.words.time:
            relative = self._relative(noun, kids) if verb.dep_ == "acl:relcl" else None
            if relative is not None:
                noun.dep_, relative.dep_ = "obl", noun.dep_
            elif not _agree(noun, verb, kids):
                noun.dep_ = "obl"

    def _relative(self, noun: Any, kids: Iterable[Any]) -> Any | None:
        """The relative pronoun before a noun that the parser took for a mere conjunction."""
        marks = (k for k in kids if k.dep_ == "mark" and k.i < noun.i)
        return next((k for k in marks if fold(k.text) in self.words.relatives), None)


def _is_reflexive(token: Any) -> bool:
    """Tell a reflexive of the third person: *si vendono case*, not *ci vendono case*."""
    return token.dep_ in _REFLEXIVES and token.morph.get("Person", ["3"]) == ["3"]


def _number(token: Any) -> str | None:
    return next(iter(token.morph.get("Number", [])), None)


def _finite(verb: Any, kids: Iterable[Any]) -> list[Any]:
    """The finite words of a verb group."""
    group = [verb, *(k for k in kids if k.dep_ in _AUXILIARIES and k.i < verb.i)]
    return [token for token in group if "Fin" in token.morph.get("VerbForm", [])]


def _is_third(verb: Any, kids: Iterable[Any]) -> bool:
    finite = _finite(verb, kids)
    persons = {person for token in finite for person in token.morph.get("Person", [])}
    return bool(finite) and (not persons or "3" in persons)


def _is_cleft(noun: Any, verb: Any) -> bool:
    """*A dirlo, il sindaco*: behind an infinitive with its object at its end, and a comma."""
    before = noun.left_edge.i - 1
    object_of_its_own = verb.morph.get("VerbForm") == ["Inf"] and verb.morph.get("Clitic") == ["Yes"]
    return bool(object_of_its_own and before > verb.i and noun.doc[before].text == ",")


def _agree(noun: Any, verb: Any, kids: Iterable[Any]) -> bool:
    """Tell whether a noun and a verb agree in number, as far as it is known."""
    before = (_number(k) for k in kids if k.dep_ in _AUXILIARIES and k.i < verb.i)
    of_verb = next(filter(None, before), None) or _number(verb)
    of_noun = _number(noun)
    many = any(k.dep_ == "conj" and k.pos_ in _NOMINAL for k in noun.children)
    return of_verb is None or of_noun is None or (of_verb == "Plur") == (of_noun == "Plur" or many)


def _unpassive(verb: Any, kids: list[Any]) -> str | None:
    """What a noun behind a verb is that has no passive: a participle by its noun, a gerund, an infinitive."""
    if _finite(verb, kids) or any(k.dep_ == "aux:pass" or k.dep_ in _REFLEXIVES for k in kids):
        return None
    form = next(iter(verb.morph.get("VerbForm", [])), None)
    if form == "Part":
        return "obl" if verb.dep_ == "acl" else None
    return "obj" if form in ("Ger", "Inf") else None


def _follows_quotation(verb: Any, kids: Iterable[Any]) -> bool:
    """*«Mai», ha detto ...*: the verb group stands right behind a closing mark, or a comma after one."""
    return _closing(verb, kids) is not None


def _closing(verb: Any, kids: Iterable[Any]) -> int | None:
    """Give the place of the closing mark before a verb group."""
    doc = verb.doc
    place = min([verb.i, *(k.i for k in kids if k.dep_ in _GROUP and k.i < verb.i)]) - 1
    if place > 0 and doc[place].text == ",":
        place -= 1
    elif not (place > 0 and doc[place].whitespace_):
        return None
    text = doc[place].text
    closes = text in _CLOSES or (text == _STRAIGHT and place > 0 and not doc[place - 1].whitespace_)
    return place if closes else None


def _opening(doc: Any, closing: int) -> int:
    """Give the place of the mark that opens the quotation closed at `closing`, or `closing` itself."""
    return next((place for place in range(closing - 1, -1, -1) if doc[place].text in QUOTES), closing)


def _ends(noun: Any) -> bool:
    """Tell whether a comma, colon or stop follows a noun with all that hangs on it."""
    following = noun.right_edge.i + 1
    return following >= len(noun.doc) or noun.doc[following].text in _ENDS
