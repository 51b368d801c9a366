"""Who does deeds of what kind: thieves break in and flee, officers arrest, and neither does the other's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._lexicon import load
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._words import Word
    from timeline.languages._names import Names

OFFENDER, OFFICER, VICTIM = "offender", "officer", "victim"
_UNDERGOES = frozenset(("obj", "nsubj:pass"))
_CHIEF = frozenset(("nsubj", "nsubj:pass", "csubj", "obl:agent", "conj", "appos", "ROOT", "iobj"))
_PASSIVE = frozenset(("aux:pass",))


class Casts:
    """The parts that people have in reports of crime, by their words and by what is done to them."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._nouns = (
            (OFFENDER, names.offenders),
            (OFFICER, names.officers),
            (VICTIM, names.victims),
        )
        self._known = names.offenders | names.officers | names.victims
        words = load(names.code)
        taking = {verb for verb, rest in words.families.get("taking", {}).items() if () in rest}
        self._taking = taking & words.words("objects", "parting")

    def is_taken(self, token: Word) -> bool:
        """*Ha rubato un capo di abbigliamento*: what is stolen is nobody."""
        return token.dep_ in _UNDERGOES and token.pos_ == "NOUN" and token.head.lemma_ in self._taking

    def is_body_beside(self, token: Word) -> bool:
        """*Per comperare il giornale*, *di fronte*: a noun for a body that does nothing in its clause."""
        form, lemma = fold(token.text), fold(token.lemma_)
        bodies, people = self._names.bodies, self._names.people
        body = form in bodies or (lemma in bodies and form not in people)
        officer = form in self._names.officers
        return body and not officer and token.pos_ == "NOUN" and token.dep_ not in _CHIEF

    def of_noun(self, token: Word) -> str | None:
        """Give the part of someone by the noun; by what is done to them, where the noun says none."""
        told = self.by_word(token)
        if told is None and token.dep_ in _UNDERGOES and fold(token.head.lemma_) in self._names.policing:
            return OFFENDER
        return told

    def by_word(self, token: Word) -> str | None:
        """Give the part of someone as the noun alone tells it, or None."""
        form, lemma = fold(token.text), fold(token.lemma_)
        if form not in self._known and lemma not in self._known:
            return None
        return next((part for part, nouns in self._nouns if form in nouns or lemma in nouns), None)

    def of_deed(self, verb: Word) -> tuple[str | None, str | None]:
        """Give the part of whoever does what a verb tells, and of the one whom it is done to."""
        lemma = fold(verb.lemma_)
        if lemma in self._names.offences:
            return OFFENDER, VICTIM
        return (OFFICER, OFFENDER) if lemma in self._names.policing else (None, None)

    def of_subject(self, verb: Word) -> str | None:
        """Give the part of whoever is the grammatical subject of a verb."""
        doer, undergoer = self.of_deed(verb)
        passive = any(c.dep_ in _PASSIVE for c in verb.children)
        return undergoer if passive else doer

    def _is_of_caught(self, verb: Word) -> bool:
        """*Fermato poco dopo, ha ammesso tutto*: what opens a clause tells that its subject was caught."""
        return any(
            c.i < verb.i
            and c.dep_ == "advcl"
            and "Part" in c.morph.get("VerbForm", [])
            and fold(c.lemma_) in self._names.policing
            and not any(k.dep_ in ("aux", "aux:pass", "nsubj", "nsubj:pass", "obj") for k in c.children)
            for c in verb.children
        )

    def fits(self, verb: Word, subject: Word) -> int:
        """Weigh a subject for a verb: 1 the part is that of the deed, -1 another, 0 nothing is known."""
        asked = self.of_subject(verb) or (OFFENDER if self._is_of_caught(verb) else None)
        told = self.of_noun(subject) if asked else None
        return 0 if asked is None or told is None else 1 if asked == told else -1
