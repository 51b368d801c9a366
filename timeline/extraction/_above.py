"""Whom a pronoun takes up from the clauses over its own: *Arvo said it would sell*, *fled as he spoke*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction import _phrases as phrases

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Word

_FARTHEST = 6
_BESIDE = frozenset(("ccomp", "advcl", "conj", "parataxis", "xcomp", "dep"))
_ON = frozenset(("xcomp", "conj"))
_PARTS = phrases.SUBJECT | {"ROOT", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss"}
_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ"))


@dataclass(frozen=True, slots=True)
class Over:
    """The subject of a clause over that of a pronoun.

    `says` tells whoever says what the pronoun's own clause tells, `acts` whoever does or says something in
    its own clause, `near` that no noun stands between the two clauses.
    """

    subject: Word
    says: bool
    acts: bool
    near: bool


def subjects_above(pronoun: Word, quoted: Sequence[bool], lexicon: Lexicon) -> Iterator[Over]:
    """Give the subjects of the clauses that the clause of a pronoun hangs on, the nearest first.

    A quotation ends the way up; a subject that the pronoun is part of, that only *there is*, or that belongs
    to whoever the pronoun stands for (*their boat sank as they ...*) is none.
    """
    here, inside, said, near = pronoun.head, True, False, True
    for _ in range(_FARTHEST):
        above, dep = here.head, here.dep_.split(":")[0]
        if above.i == here.i or quoted[above.i] != quoted[pronoun.i]:
            return
        tells = above.lemma_ in lexicon.entries and above.lemma_ not in lexicon.words("sources", "showing")
        said = (said and dep in _ON) or (inside and dep == "ccomp" and tells)
        inside = inside and dep in _ON
        near = near and dep in _BESIDE
        subject = above if dep == "acl" and _is_root(above) else phrases.own_subject(above)
        if subject is not None and _is_before(subject, pronoun) and not _is_there(above):
            acts = tells or (above.lemma_ in lexicon.verb_types and subject.dep_ == "nsubj")
            if said or not _is_owned(subject, pronoun):
                yield Over(subject, said, acts, near)
        here = above


def nouns_before(pronoun: Word, quoted: Sequence[bool]) -> list[Word]:
    """Give the nouns before the clause that a pronoun acts in, where it hangs on another one.

    *Strangled Iraq until it left*; of a clause that is told only those spoken to: *told Iraq it must leave*.
    """
    verb = pronoun.head
    if verb.dep_ not in ("advcl", "ccomp") or verb.head.i > pronoun.i or verb.pos_ != "VERB":
        return []
    first, end = pronoun.sent.start, min(pronoun.i, verb.left_edge.i)
    if any(pronoun.doc[i].dep_ in phrases.SUBJECT for i in range(end, pronoun.i)):
        return []
    near = (pronoun.doc[i] for i in range(first, end) if quoted[i] == quoted[pronoun.i])
    nouns = [t for t in near if t.pos_ in ("NOUN", "PROPN") and t.dep_ in _PARTS and not _is_there(t.head)]
    if verb.dep_ == "advcl":
        return nouns
    return [t for t in nouns if t.head.i == verb.head.i and t.dep_ not in phrases.SUBJECT]


def is_empty(pronoun: Word, lexicon: Lexicon) -> bool:
    """*It emerged that they had won*, *it was a pleasure*: a pronoun that stands for nothing."""
    verb = pronoun.head
    clause = any(c.dep_ in ("ccomp", "csubj") for c in verb.children) and verb.lemma_ not in lexicon.entries
    return clause or verb.pos_ != "VERB" or verb.lemma_ in lexicon.happenings


def subject_before(pronoun: Word, quoted: Sequence[bool]) -> Word | None:
    """Give the subject of the main clause of the sentence before, for a pronoun of a main clause."""
    start = pronoun.sent.start
    if pronoun.head.dep_ not in ("ROOT", "conj") or pronoun.head.pos_ != "VERB" or not start:
        return None
    root = pronoun.doc[start - 1]
    while root.head.i != root.i:
        root = root.head
    subject = phrases.own_subject(root)
    same = subject is not None and quoted[subject.i] == quoted[pronoun.i]
    return subject if same and not _is_there(root) else None


def _is_owned(subject: Word, pronoun: Word) -> bool:
    number = pronoun.morph.get("Number", [])
    owners = (c for c in subject.children if "Yes" in c.morph.get("Poss", []))
    return any("3" in c.morph.get("Person", []) and c.morph.get("Number", []) == number for c in owners)


def _is_root(noun: Word) -> bool:
    """*People spilled out as they hugged*: a noun that the parser made the root."""
    return noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN")


def _is_there(verb: Word) -> bool:
    return any(c.dep_ == "expl" for c in verb.children)


def _is_before(subject: Word, pronoun: Word) -> bool:
    """A noun that stands before the pronoun and does not hold it."""
    return subject.pos_ in _NOUNS and subject.right_edge.i < pronoun.i
