"""What a language's `lexicon.toml` says, compiled for look-up by lemma."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.languages import lexicon

ACTS_OF_MIND = frozenset({"believe"})
STANCES = ("SUPPORT", "REJECT")
FRAMES = ("clause", "object", "infinitive")
_LISTS = (
    "clause",
    "auxiliaries",
    "sources",
    "rumours",
    "negation",
    "doubt",
    "truth",
    "plans",
    "phases",
    "states",
    "objects",
    "fitting",
    "families",
)
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """One speech act of a verb: what its content may be, and the words that must follow the verb.

    `frame` is clause, object, infinitive or about; an `about` entry has its content after `preposition`.
    """

    act: str
    frame: str
    rest: tuple[str, ...] = ()
    preposition: str = ""


_remembered = functools.lru_cache(maxsize=50_000)
"""For what is asked of the same word forms again and again; a lexicon lives as long as the program."""


class Lexicon:
    """The lexicon of one language; sets and tables keyed by lemma, all in small letters."""

    def __init__(self, code: str) -> None:
        data = lexicon(code)
        self.code = code
        self.data = data
        self._endings = _Endings(data.get("endings", {}))
        self._inflections = data.get("endings", {}).get("participle_inflections") or [""]
        self._words: dict[tuple[str, str], frozenset[str]] = {}
        self.entries: dict[str, list[Entry]] = self._entries(data["speech"])
        self.act_nouns = {n: act for act, e in data["speech"].items() for n in e.get("nouns", ())}
        self.errors = frozenset(data["speech"].get("retract", {}).get("errors", ()))
        self.deeds = frozenset(data.get("speech_deeds", {}).get("acts", ()))
        self.deed_verbs = frozenset(data.get("speech_deeds", {}).get("verbs", ()))
        self.act_types: Mapping[str, str] = data.get("speech_types", {})
        self.verb_types: dict[str, str] = {}
        for verb, kind in _typed(data["actions"], "verbs").items():
            self.verb_types.setdefault(self._plain(verb), kind)
        self.verb_phrases = _phrased(self.verb_types)
        self.noun_types = _typed(data["actions"], "nouns")
        self.stances = {v: t for v, t in self.verb_types.items() if t in STANCES}
        self.statuses = {a: s for s, acts in data.get("content_status", {}).items() for a in acts}
        self.weights: Mapping[str, float] = data.get("importance", {})
        for section in _LISTS:
            for name, words in data.get(section, {}).items():
                if isinstance(words, list):
                    self._words[section, name] = frozenset(self._plain(w) for w in words)
        self.passive_only = self.words("auxiliaries", "passive") - self.words("auxiliaries", "perfect")
        self.perfect_only = self.words("auxiliaries", "perfect") - self.words("auxiliaries", "passive")
        self.light = frozenset(map(self._plain, data["light"]["verbs"]))
        self.states = self.words("states", "verbs")
        self.happenings = self.words("states", "happenings")
        self.reporting_conditional = bool(data["auxiliaries"].get("reporting_conditional"))
        self.conditional_ahead = bool(data["auxiliaries"].get("conditional_ahead"))
        self.reporting_future = bool(data["auxiliaries"].get("reporting_future"))
        self.impersonal = self.words("states", "impersonal")
        self.ambiguous_past = bool(data["auxiliaries"].get("ambiguous_past"))
        self.drops_subjects = bool(data["auxiliaries"].get("drops_subjects"))
        self.conditional_endings = tuple(r["ending"] for r in data.get("endings", {}).get("conditional", ()))
        self.only_conditional = tuple(data.get("endings", {}).get("only_conditional", ()))
        self.past_subjunctive = tuple(data.get("endings", {}).get("past_subjunctive", ()))
        things = data.get("fitting", {}).get("things", {})
        self.things = {self._plain(verb): frozenset(nouns) for verb, nouns in things.items()}
        self.imperfect_endings = tuple(data.get("endings", {}).get("imperfect", ()))
        self.first_past = tuple(data.get("endings", {}).get("first_past", ()))
        self.not_imperfect = frozenset(data.get("endings", {}).get("not_imperfect", ()))
        self.infinitives = tuple(data.get("endings", {}).get("infinitives", ()))
        self.preterites = tuple(data.get("endings", {}).get("preterite", ()))
        clitics = data.get("endings", {}).get("clitics", ())
        self.personal_infinitive = bool(data["auxiliaries"].get("personal_infinitive"))
        self.enclitics = frozenset(c for c in clitics if c[0] == "-")
        self.past_endings = tuple(data.get("endings", {}).get("past", ()))
        self.families = {name: self.phrases("families", name) for name in data.get("families", {})}
        self.known = self._known_verbs()

    def words(self, section: str, name: str) -> frozenset[str]:
        """Give the words of a list of the lexicon; none where the language has no such list."""
        return self._words.get((section, name), _NONE)

    @functools.cache  # noqa: B019 - a lexicon lives as long as the program
    def phrases(self, section: str, name: str) -> dict[str, list[tuple[str, ...]]]:
        """Give the entries of a list by their first word, the longest first."""
        out: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in sorted(self.words(section, name), key=lambda w: (-len(w.split()), w)):
            first, *rest = words.split()
            out[first].append(tuple(rest))
        return dict(out)

    @functools.cache  # noqa: B019 - a lexicon lives as long as the program
    @_remembered
    def lemma(self, form: str, lemma: str, code: str) -> str:
        """Give the dictionary form of a verb form: the pipeline's where it is known, else one that is known.

        Where neither the pipeline's lemma nor that of the word list is a verb of the lexicon, endings are
        read (participles, the conditional, clitics at the end).
        """
        lemma = self._endings.presents.get(form) or lemma.lower()
        for candidate in (lemma, *self._endings.of(form)):
            base = self._endings.plain(candidate)
            if base in self.known:
                return base
        for base in (form, *self._endings.cut(form)):
            if (looked_up := self._endings.plain(_looked_up(base, code))) in self.known:
                return looked_up
        return self._endings.plain(lemma)

    @_remembered
    def of_participle(self, form: str) -> str | None:
        """Give the known verb of which `form` is a participle."""
        return next((v for v in self._endings.of(form) if v in self.known), None)

    def is_own_lemma(self, form: str) -> bool:
        """Tell a word that a dictionary has as it stands, and not as a verb: *acetilene*."""
        return _looked_up(form, self.code) == form and not form.endswith(self.infinitives)

    def is_irregular(self, form: str) -> bool:
        """Tell a participle that stands in the list of irregular ones: *accorsi*."""
        return self._endings.is_irregular(form)

    def cited(self, form: str) -> Iterator[str]:
        """Give the forms in which a participle may be cited: *disposto* of *disposta*."""
        first, *others = self._inflections
        return (form[: -len(end)] + first for end in others if end and form.endswith(end))

    @_remembered
    def of_gerund(self, form: str) -> str | None:
        """Give the verb of a gerund with a pronoun at its end: *strappandole*."""
        return next(self._endings.of_gerund(form), None)

    @_remembered
    def present(self, form: str) -> str | None:
        """Give the verb of speech or thought of which `form` may be the present, third person."""
        listed = self._endings.presents.get(form)
        if listed in self.entries:
            return listed
        return next((v for v in self._endings.of_present(form) if v in self.entries), None)

    def known_present(self, form: str) -> str | None:
        """Give the verb of which `form` may be the present, third person."""
        return next((v for v in self._endings.of_present(form) if v in self.known), None)

    def base_of(self, form: str) -> str | None:
        """Give a verb of which `form` has the shape of a participle, known or not."""
        return self.of_participle(form) or next(iter(self._endings.of(form)), None)

    def _known_verbs(self) -> frozenset[str]:
        verbs: set[str] = {v.split()[0] for v in (*self.entries, *self.verb_types, *self.light, *self.states)}
        lists = (("negation", "verbs"), ("doubt", "verbs"), ("sources", "carriers"), ("sources", "citing"))
        plans = (("plans", n) for n in ("planned", "hoped", "permitted", "implicative", "ahead"))
        phases = (("phases", n) for n in ("verbs", "attempts", "results"))
        for section, name in (*lists, *plans, *phases):
            verbs |= {v.split()[0] for v in self.words(section, name)}
        return frozenset(verbs)

    def _plain(self, words: str) -> str:
        """Give a verb of one or several words without the reflexive ending of its first."""
        first, *rest = words.split()
        return " ".join((self._endings.plain(first), *rest))

    def _entries(self, speech: Mapping[str, Any]) -> dict[str, list[Entry]]:
        out: dict[str, list[Entry]] = defaultdict(list)
        for act, table in speech.items():
            for frame, preposition, words in _frames(table):
                verb, *rest = self._plain(words).split()
                out[verb].append(Entry(act, frame, tuple(rest), preposition))
        return {verb: sorted(e, key=lambda x: -len(x.rest)) for verb, e in out.items()}


class _Endings:
    """Verb forms read by their endings."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._rules = [(r["ending"], r["infinitives"]) for r in data.get("conditional", ())]
        self._rules += [(r["ending"], r["infinitives"]) for r in data.get("infinitive_cut", ())]
        inflections = data.get("participle_inflections", [""])
        cut = len(inflections[0]) if inflections else 0
        for rule in data.get("participle", ()):
            stem = rule["ending"][: len(rule["ending"]) - cut]
            self._rules += [(stem + i, rule["infinitives"]) for i in inflections]
        self._participles = {
            (p[: len(p) - cut] if cut else p) + i: verb
            for p, verb in data.get("participles", {}).items()
            for i in inflections
        }
        self.presents: dict[str, str] = data.get("presents", {})
        self._clitics = tuple(data.get("clitics", ()))
        self._gerunds = tuple(data.get("gerunds", ()))
        self._present = [(r["ending"], r["infinitives"]) for r in data.get("present", ())]
        reflexive = data.get("reflexive", ())
        self._reflexive: list[tuple[str, str]] = [(r["ending"], r["infinitive"]) for r in reflexive]

    def plain(self, lemma: str) -> str:
        """Give an infinitive without its reflexive ending."""
        for ending, infinitive in self._reflexive:
            if lemma.endswith(ending) and len(lemma) > len(ending):
                return lemma[: -len(ending)] + infinitive
        return lemma

    def of(self, form: str) -> Iterable[str]:
        """Give the infinitives that `form` may belong to."""
        if form in self._participles:
            yield self._participles[form]
        for base in (form, *self._without_clitics(form)):
            for ending, infinitives in self._rules:
                if base.endswith(ending) and len(base) > len(ending):
                    yield from (base[: -len(ending)] + i for i in infinitives)

    def is_irregular(self, form: str) -> bool:
        """Tell an irregular participle."""
        return form in self._participles

    def of_present(self, form: str) -> Iterator[str]:
        """Give the infinitives of which `form` may be the present."""
        for ending, infinitives in self._present:
            if form.endswith(ending) and len(form) > len(ending) + 2:
                yield from (form[: -len(ending)] + i for i in infinitives)

    def of_gerund(self, form: str) -> Iterator[str]:
        """Give the infinitives of a gerund with a pronoun at its end."""
        for base in self._without_clitics(form) if self._gerunds else ():
            if base.endswith(self._gerunds):
                yield from self.of(base)

    def cut(self, form: str) -> Iterator[str]:
        """Give the verb form before a pronoun that a hyphen ties to it: pt *diz-se*."""
        return (form[: -len(c)] for c in self._clitics if c[0] == "-" and form.endswith(c))

    def _without_clitics(self, form: str) -> Iterable[str]:
        for clitic in self._clitics:
            if form.endswith(clitic) and len(form) > len(clitic) + 3:
                yield form[: -len(clitic)]


@functools.cache
def load(code: str) -> Lexicon:
    """Give the compiled lexicon of language `code`."""
    return Lexicon(code)


@functools.lru_cache(maxsize=100_000)
def _looked_up(form: str, code: str) -> str:
    import simplemma

    try:
        return str(simplemma.lemmatize(form, lang=code)).lower()
    except ValueError:
        return form


def _frames(table: Mapping[str, Any]) -> Iterable[tuple[str, str, str]]:
    """Give (frame, preposition, words) of each verb of a speech act."""
    for frame in FRAMES:
        yield from ((frame, "", words) for words in table.get(frame, ()))
    for preposition, verbs in table.get("about", {}).items():
        yield from (("about", preposition, words) for words in verbs)


def _phrased(types: Mapping[str, str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the verbs of several words by their first, with the words that follow it and their type."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, kind in types.items():
        first, *rest = words.split()
        if rest:
            out[first].append((tuple(rest), kind))
    return {first: sorted(found, key=lambda f: (-len(f[0]), f[0])) for first, found in out.items()}


def _typed(actions: Mapping[str, Any], kind: str) -> dict[str, str]:
    """Give word -> type; where a word stands under several types the first holds, OTHER last."""
    out: dict[str, str] = {}
    for type_ in sorted(actions, key=lambda t: t == "OTHER"):
        for word in actions[type_].get(kind, ()):
            out.setdefault(word, type_)
    return out
