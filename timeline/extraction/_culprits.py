"""Offenders of one story: *i ladri* of one sentence are the *33enne denunciato* of another."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction import _phrases as phrases
from timeline.extraction._casts import OFFENDER, VICTIM, Casts
from timeline.extraction._charged import is_anyone, is_texts_own, take_doer
from timeline.extraction._clefts import CLEFT
from timeline.extraction._mentions import GROUP, ORGANIZATION, OTHER, PERSON
from timeline.extraction._parts import Doing
from timeline.extraction._voices import SUBJECTS
from timeline.languages._names import names
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._actors import Actor
    from timeline.extraction._narrative import Told
    from timeline.extraction._sayings import Saying
    from timeline.extraction._story import Story
    from timeline.extraction._tree import Tree
    from timeline.extraction._words import Word

_HEADS = frozenset(("NOUN", "NUM", "ADJ", "PROPN"))
_INSIDE = frozenset(("flat", "flat:name", "flat:foreign", "compound", "amod", "nummod", "det"))
_OBJECTS = frozenset(("obj", "nsubj:pass"))
_PEOPLE = frozenset((PERSON, GROUP))
_ACCUSING = frozenset(("ACCUSE", "COERCE"))
_TAKING = "taking"
_FARTHEST, _TELLING, _MORE = 8, 0.75, 0.8
_GAP, _MANY, _AGE = 3, 60, 8
_NO_COUNTRY = "XX"
_LONGEST = 16
_NAMED, _KNOWN, _COUNTED, _FULLER, _NOUN = 4.0, 2.0, 1.0, 0.75, 0.2
_FIGURE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Naming:
    """Offenders as one place of the text calls them.

    `weight` tells how much the words say of them, `apart` that they are one of several (*un complice*),
    `within` that they stand in another phrase (*l'auto dei ladri*), `empty` that they are called by the deed
    alone (*gli autori del furto*), `new` that they are one who was not told of before (*un uomo*); `alleged`
    that somebody accuses them, `accuser` who, `caught` that they are only stopped, `charged` of what families
    of deeds, an empty one where they are charged with something else.
    """

    block: int
    offset: int
    actor: Actor
    plural: bool
    count: int | None
    ages: frozenset[str]
    countries: frozenset[str]
    gender: str | None
    new: bool
    weight: float
    apart: bool
    within: bool
    empty: bool
    alleged: bool
    accuser: str | None
    caught: bool
    charged: frozenset[str]


class Culprits:
    """The offenders of one document, by every place that tells of them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._names = names(story.document.language or "")
        self._casts = Casts(self._names)
        self._epicene = story.lexicon.words("objects", "epicene")
        self._families = {
            words: name
            for name, verbs in story.lexicon.families.items()
            for words, rest in verbs.items()
            if () in rest
        }

    @functools.cached_property
    def _all(self) -> list[Naming]:
        return list(self._find())

    @functools.cached_property
    def _offsets(self) -> list[int]:
        return [n.offset for n in self._all]

    @functools.cached_property
    def _blocks(self) -> list[int]:
        return [n.block for n in self._all]

    def name(self, rows: Sequence[Told], unknown: frozenset[str], said: Sequence[Saying | Doing]) -> None:
        """Give deeds whose doer is left out or called by little the most telling words for the doer.

        `said` holds what `rows` were made of, `unknown` the words for those who are not known.
        """
        words = self._names.offences | self._names.policing
        if not any(t.family == _TAKING or fold(t.event.lemma or "") in words for t in rows):
            return
        for told, of in zip(rows, said, strict=True):
            if told.event.kind != "action":
                continue
            asked = self._at(told.event.actor_start, told.event.actor_end)
            nobody = told.event.actor is None or told.event.actor.lower() in unknown
            if nobody and is_anyone(of):
                continue
            deed = told.family == _TAKING or self._is_deed(of)
            if nobody and deed and _is_done(told):
                best = self._best(told, None, _is_plural(of) if told.event.actor is None else None)
                least = self._least(of)
            elif asked is None and deed and _is_left_out(of) and self._is_no_doer(told):
                best = self._best(told, None, _is_plural(of))
                least = _TELLING if self._is_someone(told.event.actor or "") else 0.0
            elif asked is not None and not nobody and not _has_figures(told.event.actor or ""):
                best = self._best(told, asked, asked.plural)
                least = max(_TELLING, asked.weight + _MORE)
            else:
                continue
            if best is not None and best.weight >= least and best.actor.name.lower() not in unknown:
                alleged = best.alleged and not (best.caught and is_texts_own(told, of, unknown))
                take_doer(told.event, best.actor, best.accuser, alleged=alleged)

    @staticmethod
    def _least(of: Saying | Doing) -> float:
        """How much words must tell to name the doer: more where a noun may speak of any deed, *un furto*."""
        if not isinstance(of, Doing) or of.noun is None:
            return 0.0
        articles = of.tree.kids_of(of.noun, "det")
        return _COUNTED if any(of.tree.feats[k].get("Definite") == "Ind" for k in articles) else _TELLING

    def _is_deed(self, of: Saying | Doing) -> bool:
        """*Provavano a rubare*, *hanno forzato la porta*: an active verb for what such people do, or try."""
        if not isinstance(of, Doing) or of.noun is not None or of.group.passive:
            return False
        words = {of.tree.lemmas[of.head], of.tree.lemmas[of.trigger[1]]}
        return any(fold(word) in self._names.offences for word in words)

    def _is_no_doer(self, told: Told) -> bool:
        """Not a plan, and not somebody whom the text itself calls by age or number."""
        return not _is_ahead(told) and not _has_figures(told.event.actor or "")

    def _is_someone(self, actor: str) -> bool:
        """Tell people by a word of what they are called."""
        people = self._names.people | self._names.anaphoric | self._names.roles | self._names.collective
        words = [fold(word) for word in actor.split()]
        return any(w in people or w.endswith(self._names.age_endings or ("?",)) for w in words)

    def _at(self, start: int | None, end: int | None) -> Naming | None:
        """Give the offenders whose noun stands first in a phrase."""
        if start is None or end is None:
            return None
        at = bisect_left(self._offsets, start)
        found = self._all[at] if at < len(self._all) and self._offsets[at] < end else None
        return None if found is None or found.within else found

    def _best(self, told: Told, asked: Naming | None, plural: bool | None) -> Naming | None:
        """Give the most telling words for offenders, where those of whom the text tells are the same."""
        near = self._near(told.block)
        near = [n for n in near if not n.charged or told.family is None or told.family in n.charged]
        fitting = [n for n in near if plural is None or n.plural == plural]
        if asked is not None:
            later = [n for n in fitting if n.offset > asked.offset or not asked.new]
            fitting = [] if asked.apart else [n for n in later if _may_be_one(n, asked)]
            if asked.weight >= _KNOWN:
                fitting = [n for n in fitting if n.ages and n.ages == asked.ages]
        telling = [n for n in fitting if n.weight >= _TELLING] or [n for n in fitting if n.weight > 0]
        apart = any(not _may_be_one(a, b) for a in telling for b in telling)
        return None if apart else max(telling or fitting, key=lambda n: n.weight, default=None)

    def _near(self, block: int) -> list[Naming]:
        """Give the offenders told of in the paragraphs around one, the nearest where they are many."""
        first = bisect_left(self._blocks, block - _FARTHEST)
        last = bisect_right(self._blocks, block + _FARTHEST)
        if last - first > _MANY:
            at = bisect_left(self._blocks, block)
            first, last = max(first, at - _MANY // 2), min(last, at + _MANY // 2)
        return [n for n in self._all[first:last] if not n.apart and not n.empty]

    # Who they are

    def _find(self) -> Iterator[Naming]:
        for number, tree in enumerate(self.story.trees):
            for i in range(tree.size):
                if tree.pos[i] in _HEADS and tree.deps[i] not in _INSIDE and self._is_offender(tree, i):
                    naming = self._naming(number, tree, i)
                    if naming is not None:
                        yield naming

    def _is_offender(self, tree: Tree, i: int) -> bool:
        part = self._casts.by_word(tree.doc[i])
        if part == OFFENDER:
            told = self._is_of_deed(tree, i)
        else:
            told = part is None and self._is_dealt_with(tree, i)
        if not told or tree.deps[i] != "nmod":
            return told
        return self._casts.by_word(tree.doc[tree.heads[i]]) != OFFENDER  # *una banda di ladri*

    def _is_dealt_with(self, tree: Tree, i: int) -> bool:
        """Somebody whom police or court deal with, or of whom an offence is told."""
        if self._kind(tree, i) not in _PEOPLE:
            told = self._is_found_out(tree, i) and self._is_years_old(tree, i)
            return told or (self._is_brought_in(tree, i) and self._answers(tree, i))
        if tree.deps[i] == "appos" and tree.heads[i] != i:
            return self._is_someone_policed(tree, tree.heads[i])
        told = self._is_someone_policed(tree, i) or self._does(tree, i)
        return told or self._is_presented(tree, i) or self._is_found_out(tree, i)

    def _is_presented(self, tree: Tree, i: int) -> bool:
        """*È stato trovato il ladro. Si tratta di un 35enne*: who is brought in right after an offender."""
        if not self._is_brought_in(tree, i):
            return False
        if self._answers(tree, i):
            return True
        start, _ = tree.bounds(i)
        first = tree.bounds(start - 1)[0] if start > 0 else start
        before = [tree.doc[k] for k in range(first, start) if tree.pos[k] in _HEADS]
        parts = {self._casts.by_word(token) for token in before}
        like = [t for t in before if phrases.is_plural(t) == phrases.is_plural(tree.doc[i])]
        return VICTIM not in parts and any(self._casts.by_word(t) == OFFENDER for t in like)

    def _is_brought_in(self, tree: Tree, i: int) -> bool:
        """*Si tratta di due studentesse*: who a verb of presenting brings in."""
        return tree.deps[i] in ("obl", "obj") and fold(tree.lemmas[tree.heads[i]]) in self._names.presenting

    def _answers(self, tree: Tree, i: int) -> bool:
        return any(tree.pos[k] == "VERB" and self._is_charged(tree, k) for k in tree.below(i))

    def _is_charged(self, tree: Tree, verb: int) -> bool:
        """*Che dovrà rispondere di furto*: a verb with the name of a deed behind it."""
        of = tree.lexicon.words("clause", "charges")
        told = (k for k in tree.kids_of(verb, "obl", "obl:arg") if k > verb)
        deeds = (k for k in told if tree.lemmas[k] in self._families)
        answers = tree.lemmas[verb] in tree.lexicon.words("objects", "answering")
        return answers and any(of & set(tree.case_of(k).split()) for k in deeds)

    def _is_found_out(self, tree: Tree, i: int) -> bool:
        """*A finire nei guai, denunciati per furto, sono due fratelli*: a cleft clause that tells who."""
        verb = tree.heads[i]
        told = tree.deps[i] == "nsubj" and bool(tree.kids_of(verb, CLEFT))
        return told and any(self._is_policing(tree, j) for j in (verb, *tree.below(verb)) if j < i)

    def _is_of_deed(self, tree: Tree, i: int) -> bool:
        """*Gli autori del furto*, not *l'autore del libro*."""
        if tree.lemmas[i] not in tree.lexicon.words("objects", "doers"):
            return True
        return any(tree.lemmas[k] in self._families for k in tree.kids_of(i, "nmod"))

    def _kind(self, tree: Tree, i: int) -> str:
        mention = self.story.mentions.at(tree.block.index, i)
        if phrases.is_aged_compatriot(tree.doc[i], self._names):
            return PERSON
        if mention is not None:
            return PERSON if mention.kind == PERSON and mention.first == i else OTHER
        return phrases.kind_of(tree.doc[i], self._names) if self._is_noun(tree, i) else OTHER

    def _is_years_old(self, tree: Tree, i: int) -> bool:
        """*Due pavullesi, di 60 e 70 anni*: whoever has an age is somebody."""
        years, of = tree.lexicon.words("objects", "years"), tree.lexicon.words("clause", "of")
        near = range(i + 1, min(i + _AGE, tree.size))
        at = next((k for k in near if tree.lemmas[k] in years or tree.forms[k] in years), i)
        numbers = any(tree.pos[k] == "NUM" for k in range(i + 1, at))
        return numbers and any(tree.forms[k] in of for k in range(i + 1, at))

    def _is_noun(self, tree: Tree, i: int) -> bool:
        if phrases.is_aged_compatriot(tree.doc[i], self._names):
            return True
        return tree.pos[i] != "PROPN" or not tree.doc[i].text[0].isupper()

    def _together(self, tree: Tree, i: int, last: int) -> list[Word]:
        """Those told with somebody: *un 20enne e un 30enne*, hung on the noun or beside it."""
        bare = [k for k in tree.kids_of(i, "conj") if not tree.kids_of(k, "case")]
        joined = [k for k in bare if self._kind(tree, k) in _PEOPLE]
        beside = [k for k in tree.kids_of(tree.heads[i], "conj") if last < k <= last + _GAP]
        for k in () if joined else beside:
            linked = any(tree.pos[j] == "CCONJ" for j in range(last + 1, k))
            if linked and tree.pos[k] in _HEADS and self._kind(tree, k) in _PEOPLE:
                joined.append(k)
        return [tree.doc[k] for k in joined]

    def _is_someone_policed(self, tree: Tree, i: int) -> bool:
        return self._accusing(tree, i) is not None

    def _accusing(self, tree: Tree, i: int) -> int | None:
        """The verb of police or court to which somebody is object, or whose participle stands beside."""
        verb = tree.heads[i]
        if tree.deps[i] in _OBJECTS and verb != i and self._is_policing(tree, verb):
            by = tree.subject(verb) if tree.deps[i] == "obj" else None
            if by is None or self._casts.by_word(tree.doc[by]) != OFFENDER:
                return verb
        if tree.deps[i] == "conj" and tree.heads[i] != i and tree.pos[tree.heads[i]] in _HEADS:
            return self._accusing(tree, tree.heads[i]) if tree.deps[tree.heads[i]] in _OBJECTS else None
        beside = (k for k in tree.kids_of(i, "acl", "amod") if k > i and tree.form(k) == "Part")
        bare = (k for k in beside if not tree.kids_of(k, "aux", *SUBJECTS))
        clauses = (k for k in tree.kids_of(i, "acl") if k > i and tree.kids_of(k, "aux:pass"))
        told = (k for k in clauses if any(tree.feats[c].get("PronType") == "Rel" for c in tree.kids[k]))
        return next((k for k in (*bare, *told) if self._is_policing(tree, k)), None)

    def _is_policing(self, tree: Tree, i: int) -> bool:
        return tree.pos[i] in ("VERB", "ADJ") and fold(tree.lemmas[i]) in self._names.policing

    def _does(self, tree: Tree, i: int) -> bool:
        """Somebody of whom the text itself tells an offence, as its subject or in a relative clause."""
        verb = tree.heads[i]
        if tree.deps[i] == "nsubj" and self._is_offence(tree, verb):
            return True
        clauses = (k for k in tree.kids[i] if tree.deps[k] == "acl:relcl" and self._is_offence(tree, k))
        return any(any(tree.deps[c] == "nsubj" and c < k for c in tree.kids[k]) for k in clauses)

    def _is_offence(self, tree: Tree, i: int) -> bool:
        lemma = tree.lemmas[i]
        active = not any(tree.deps[k] == "aux:pass" for k in tree.kids[i])
        return active and fold(lemma) in self._names.offences and lemma in self._families

    # What is told of them

    def _naming(self, number: int, tree: Tree, i: int) -> Naming | None:
        token, words = tree.doc[i], self._names
        actor = self.story.actors.of(token)
        mention = self.story.mentions.at(number, i)
        mention = None if phrases.is_aged_compatriot(token, words) else mention
        if actor is None or (mention is None and not self._is_noun(tree, i)):
            return None
        first, last = phrases.noun_phrase(token, words)
        together = self._together(tree, i, last)
        last = max([last, *(phrases.noun_phrase(c, words)[1] for c in together)])
        if mention is None and last - first < _LONGEST:
            actor = self.story.actors.phrase(number, token, first, last)
        inside = tree.forms[first : last + 1]
        ages = self._ages(tree, first, last)
        count = self._count(token, ages) or (1 + len(together) if together else 0)
        verb = self._accusing(tree, tree.heads[i] if tree.deps[i] == "appos" else i)
        countries = frozenset(c for w in inside if (c := words.demonyms.get(fold(w))))
        known = countries - {_NO_COUNTRY}
        alleged = verb is not None and not self._does(tree, i)
        charged = self._charged(tree, verb, i)
        return Naming(
            block=number,
            offset=tree.block.offset + tree.starts[i],
            actor=actor,
            plural=phrases.is_plural(token) or bool(together) or fold(token.text) in words.collective,
            count=count if count > 1 else None,
            ages=frozenset() if together else ages,
            countries=frozenset() if together else known,
            gender=self._gender(token, aged=bool(ages)),
            new=mention is None and self._is_new(token),
            weight=self._weight(token, last > i, mention is not None, ages, countries, count)
            + self._comes_from(tree, i) * _KNOWN,
            apart=self._is_apart(tree, i) or (self._is_one_more(tree, i) and not together),
            within=tree.deps[i] == "nmod",
            empty=tree.lemmas[i] in tree.lexicon.words("objects", "doers"),
            alleged=alleged,
            accuser=self._accuser(tree, verb),
            caught=not charged and tree.lexicon.verb_types.get(tree.lemmas[verb or 0]) == "COERCE",
            charged=charged,
        )

    def _ages(self, tree: Tree, first: int, last: int) -> frozenset[str]:
        """The ages that a phrase tells: *un 33enne*, *un ragazzo di diciotto anni*; `?` of a word for one."""
        found: set[str] = set()
        for t in tree.doc[first : last + 1]:
            word = fold(t.text)
            if phrases.is_aged(t, word, self._names):
                before = t.nbor(-1).text if t.i else ""
                age = phrases.age_of(word, self._names)
                found |= {age} if age else set(_FIGURE.findall(before) or ("?",))
            elif word in self._names.counts.time and t.i > first:
                number = self._names.counts.numbers.get(fold(t.nbor(-1).text))
                found |= {f"{number:.0f}"} if number else set(_FIGURE.findall(t.nbor(-1).text))
        return frozenset(found)

    def _count(self, token: Word, ages: frozenset[str]) -> int:
        """How many they are, *una banda di tre ladri* too; a figure with *enne* is an age."""
        inner = (c for c in token.children if c.dep_ == "nmod" and self._casts.by_word(c) == OFFENDER)
        counts = (phrases.number_of(t, self._names) for t in (token, *inner))
        count = next((n for n in counts if n), 0)
        return 0 if str(count) in ages else count

    def _weight(
        self, token: Word, more: bool, named: bool, ages: frozenset[str], native: frozenset[str], count: int
    ) -> float:
        """How much the words tell: a name, an age, an origin, a number, anything else."""
        little = fold(token.text) in self._names.anaphoric | self._names.offenders
        parts = (named * _NAMED, bool(ages) * _KNOWN, bool(native) * _KNOWN, (count > 1) * _COUNTED)
        return sum(parts) + more * _FULLER + (not little) * _NOUN

    def _comes_from(self, tree: Tree, i: int) -> bool:
        """*I predoni, originari del Marocco*: told with where they are from or live."""
        words = tree.lexicon.words("objects", "origins")
        return any(k > i and tree.lemmas[k] in words for k in tree.kids_of(i, "amod", "acl", "appos", "conj"))

    def _is_one_more(self, tree: Tree, i: int) -> bool:
        """Somebody joined to another; *l'autore, un 40enne, ...* is one, told again behind a comma."""
        head = tree.heads[i]
        linked = any(tree.pos[k] == "CCONJ" for k in (*tree.kids[i], *range(head + 1, i)))
        return tree.deps[i] == "conj" and (linked or self._casts.by_word(tree.doc[head]) != OFFENDER)

    def _gender(self, token: Word, *, aged: bool) -> str | None:
        """The gender of one person, where the article tells it."""
        little = fold(token.text) in self._names.anaphoric and token.text.casefold() not in self._epicene
        if not (aged or (little and token.pos_ == "NOUN" and not phrases.is_plural(token))):
            return None
        articles = (c for c in token.children if c.pos_ == "DET")
        return next((g for c in articles for g in c.morph.get("Gender", [])), None)

    def _is_new(self, token: Word) -> bool:
        """*Una donna*: one person with an indefinite article."""
        articles = (c for c in token.children if c.pos_ == "DET" and c.i < token.i)
        told = any("Ind" in c.morph.get("Definite", []) for c in articles)
        return told and not phrases.is_plural(token) and fold(token.text) not in self._names.collective

    def _is_apart(self, tree: Tree, i: int) -> bool:
        """*Un complice*, *l'altro ladro*, *un giovane del gruppo*: one of several."""
        if any(fold(tree.forms[k]) in self._names.apart for k in (i, *tree.kids_of(i, "amod", "det"))):
            return True
        if phrases.is_plural(tree.doc[i]) or fold(tree.forms[i]) in self._names.collective:
            return False
        several = (GROUP, ORGANIZATION)
        return any(self._kind(tree, k) in several for k in tree.kids_of(i, "nmod") if k > i)

    def _charged(self, tree: Tree, verb: int | None, i: int) -> frozenset[str]:
        """*Arrestato per truffa*: the families of the deeds that somebody is charged with."""
        marks, acts = tree.lexicon.words("clause", "charges"), tree.lexicon.act_nouns
        told = [k for j in (verb, i) if j is not None for k in tree.kids_of(j, "obl", "nmod")]
        if any(acts.get(tree.lemmas[k]) == "accuse" and tree.kids_of(k, "acl") for k in told):
            deeds = [j for k in told for j in tree.kids_of(k, "acl")]
            return frozenset(self._families.get(tree.lemmas[j], "") for j in deeds)
        of = tree.lexicon.words("clause", "of")
        told = [k for k in told if k > i and k not in tree.timed and marks & set(tree.case_of(k).split())]
        deeds = [k for k in told if tree.heads[k] != i or tree.case_of(k) not in of]  # not *ladri di rame*
        nouns = [j for k in deeds for j in (k, *tree.kids[k]) if tree.pos[j] == "NOUN"]
        known = (
            tree.lexicon.noun_types.keys() | tree.lexicon.words("objects", "deeds") | self._families.keys()
        )
        lemmas = [tree.lemmas[j] for j in nouns]
        return frozenset(self._families.get(lemma, "") for lemma in lemmas if lemma in known)

    def _accuser(self, tree: Tree, verb: int | None) -> str | None:
        if verb is None or tree.lexicon.verb_types.get(tree.lemmas[verb]) not in _ACCUSING:
            return None
        agents = tree.kids_of(verb, "obl:agent")
        passive = any(tree.deps[k] == "aux:pass" for k in tree.kids[verb]) or tree.deps[verb].startswith("a")
        by = next(iter(agents), None) if agents or passive else tree.subject(verb)
        actor = self.story.actors.of(tree.doc[by]) if by is not None else None
        return actor.name if actor else None


def _has_figures(actor: str) -> bool:
    """Tell people called by their own number or age: *20.000 banditi*."""
    return any(letter.isdigit() for letter in actor)


def _may_be_one(a: Naming, b: Naming) -> bool:
    """Nothing in number, age, origin or gender tells the two apart."""
    if a.plural != b.plural or (a.count and b.count and a.count != b.count):
        return False
    if a.ages and b.ages and "?" not in a.ages | b.ages and a.ages != b.ages:
        return False
    if a.gender and b.gender and a.gender != b.gender:
        return False
    both = bool(a.countries and b.countries)
    named = a.weight >= _NAMED and b.weight >= _NAMED and not (a.ages or b.ages or both)
    if named and a.actor.kind == b.actor.kind == PERSON:
        return a.actor.name == b.actor.name
    return not both or bool(a.countries & b.countries)


def _is_plural(told: Saying | Doing) -> bool | None:
    """The number of the subject as an active finite verb tells it."""
    if told.group.passive or not told.group.finite:
        return None
    return phrases.is_plural(told.tree.doc[told.head])


def _is_left_out(told: Saying | Doing) -> bool:
    """A verb whose doer no word beside it tells."""
    return isinstance(told, Doing) and told.noun is None and told.actor is None


def _is_ahead(told: Told) -> bool:
    return told.event.factuality in ("planned", "denied") or told.event.polarity == "negative"


def _is_done(told: Told) -> bool:
    event = told.event
    real = event.polarity == "positive" and event.factuality in ("asserted", "reported")
    return real and event.tense in ("past", "present")
