"""A parsed block as plain lists, which the rules read faster than tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from timeline.extraction._asides import mark_asides
from timeline.extraction._astray import mark_astray
from timeline.extraction._clefts import mark_clefts
from timeline.extraction._gerunds import join_participles, mark_gerunds
from timeline.extraction._headlines import mark_headline
from timeline.extraction._lost import mark_lost
from timeline.extraction._outside import mark_outside
from timeline.extraction._pasts import mark_pasts
from timeline.extraction._quantities import mark_quantities
from timeline.extraction._subjects import (
    is_dateline,
    is_of_other_person,
    mark_modifiers,
    mark_relatives,
    mark_subjects,
    opening_noun,
)
from timeline.extraction._voices import (
    AUXILIARY,
    SUBJECTS,
    mark_actives,
    mark_finite,
    mark_participles,
    mark_passives,
    mark_perfects,
    mark_titles,
)
from timeline.extraction._words import Feats, feats

if TYPE_CHECKING:
    from timeline.extraction._block import Block
    from timeline.extraction._clause import Group
    from timeline.extraction._lexicon import Lexicon

_PLAIN = {
    "aux:tense": "aux", "aux:caus": "aux", "nsubj:caus": "nsubj", "obj:agent": "obj", "obj:lvc": "obj",
    "iobj:agent": "obl:agent", "obl:arg": "obl", "obl:mod": "obl", "expl:subj": "expl", "expl:comp": "expl",
    "parataxis:insert": "parataxis",
}  # fmt: skip
"""Relations of single treebanks, by the one that the rules know."""
_MOVABLE = frozenset(("acl", "acl:relcl", "ccomp", "advcl"))
_GAP = 3
_SMALL = frozenset(("AUX", "ADV", "PART"))


class Tree:
    """The words of one block by number: form, lemma, part of speech, relation, head, kids, features."""

    __slots__ = (
        "block", "deps", "doc", "edges", "ends", "feats", "forms", "groups", "heads", "kids", "lemmas",
        "lexicon", "pos", "quoted", "sentence", "size", "source", "starts", "subjects", "time_nouns", "timed",
        "unders",
    )  # fmt: skip

    def __init__(self, block: Block, lexicon: Lexicon) -> None:
        doc = block.doc
        self.heads: list[int]
        self.pos: list[str]
        self.deps: list[str]
        self.forms: list[str]
        self.lemmas: list[str]
        self.feats: list[Feats]
        self.block, self.doc, self.lexicon, self.size = block, doc, lexicon, len(doc)
        self.forms, self.pos = list(doc.forms), list(doc.pos)
        self.deps = [_PLAIN.get(dep, dep) for dep in doc.deps]
        self.heads = list(doc.heads)
        self.feats = [feats(text) for text in doc.morphs]
        self.lemmas = [
            lexicon.lemma(form, lemma, lexicon.code) if pos in ("VERB", "AUX") else lemma.lower()
            for lemma, form, pos in zip(doc.lemmas, doc.forms, doc.pos, strict=True)
        ]
        self.kids: list[list[int]] = [[] for _ in range(self.size)]
        for i, head in enumerate(self.heads):
            if head != i:
                self.kids[head].append(i)
        self.sentence = block.of_token
        self.source: str = doc.text
        self.starts = doc.starts
        self.ends = [word.idx + len(word.text) for word in doc.words]
        self.edges: dict[int, tuple[int, int]] = {}
        self.unders: dict[int, frozenset[int]] = {}
        self.subjects: dict[int, int | None] = {}
        self.groups: dict[tuple[int, int], Group] = {}
        self.timed: frozenset[int] = frozenset()
        self.quoted: frozenset[int] = frozenset()
        self.time_nouns: frozenset[str] = frozenset()
        mark_asides(self)
        mark_finite(self)
        if lexicon.ambiguous_past:
            mark_pasts(self)
            mark_astray(self)
            mark_lost(self)
        mark_titles(self)
        if lexicon.passive_only:
            mark_passives(self)
        if lexicon.perfect_only:
            mark_perfects(self)
        if lexicon.words("auxiliaries", "with_be"):
            mark_actives(self)
        mark_participles(self)
        mark_gerunds(self)
        join_participles(self)
        mark_clefts(self)
        mark_outside(self)
        mark_headline(self)
        mark_quantities(self)
        mark_modifiers(self)
        mark_relatives(self)
        mark_subjects(self)

    def lift(self, verb: int, noun: int) -> None:
        """Put a verb where the noun that it hangs on hangs; the noun is left for the caller to place."""
        above = self.heads[noun]
        self.kids[noun].remove(verb)
        if above == noun:
            self.heads[verb] = verb
        else:
            self.kids[above] = sorted([*(k for k in self.kids[above] if k != noun), verb])
            self.heads[verb] = above

    def change_places(self, verb: int, noun: int, dep: str) -> None:
        """Put a verb where the word that it hangs on stands, and hang that word on it by a relation."""
        self.lift(verb, noun)
        self.heads[noun] = verb
        self.deps[verb], self.deps[noun] = self.deps[noun], dep
        self.kids[verb] = sorted([*self.kids[verb], noun])
        self.edges.clear()

    def rehang(self, i: int, head: int) -> None:
        """Hang word `i` on word `head`, unless `head` is itself or hangs on it: a tree has no circles."""
        if self._is_over(i, head):
            return
        if self.heads[i] != i:
            self.kids[self.heads[i]].remove(i)
        self.heads[i] = head
        self.kids[head] = sorted([*self.kids[head], i])
        self.edges.clear()

    def _is_over(self, i: int, j: int) -> bool:
        """Tell whether word `j` is word `i` or hangs on it, at any remove."""
        while j != i and self.heads[j] != j:
            j = self.heads[j]
        return j == i

    def edge(self, i: int) -> tuple[int, int]:
        """Give the first and last word of all that hangs on word `i`."""
        if i not in self.edges:
            stack, first, last = [i], i, i
            while stack:
                j = stack.pop()
                first, last = min(first, j), max(last, j)
                stack.extend(self.kids[j])
            self.edges[i] = (first, last)
        return self.edges[i]

    def below(self, i: int) -> Iterator[int]:
        """Give the words that hang on word `i`, itself among them, in no order."""
        stack = [i]
        while stack:
            j = stack.pop()
            yield j
            stack.extend(self.kids[j])

    def under(self, i: int) -> frozenset[int]:
        """Give the words of `below` once for all: to be asked where no word is hung elsewhere any more."""
        if i not in self.unders:
            self.unders[i] = frozenset(self.below(i))
        return self.unders[i]

    def kids_of(self, i: int, *deps: str) -> list[int]:
        """Give the dependents of word `i` by relation, subtypes included."""
        kids, own = self.kids[i], self.deps
        if not kids:
            return []
        return [k for k in kids if own[k] in deps or (":" in own[k] and own[k].split(":")[0] in deps)]

    def bounds(self, i: int) -> tuple[int, int]:
        """Give the half-open range of words of the sentence that holds word `i`."""
        return self.block.sentences[self.sentence[i]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give the document offsets from word `first` to the end of word `last`."""
        offset = self.block.offset
        return offset + self.starts[first], offset + self.ends[last]

    def text(self, first: int, last: int) -> str:
        """Give the words from `first` to `last` as they stand."""
        return self.source[self.starts[first] : self.ends[last]]

    def is_punct(self, i: int) -> bool:
        """Tell whether word `i` is a mark or a space."""
        return self.pos[i] in ("PUNCT", "SPACE")

    def followed(self, i: int, rest: tuple[str, ...]) -> bool:
        """Tell whether the words `rest` follow word `i` in order, a few words apart at most."""
        j = i + 1
        for word in rest:
            end = min(j + _GAP, self.size)
            while j < end and word not in (self.forms[j], self.lemmas[j]):
                j += 1
            if j >= end:
                return False
            j += 1
        return True

    def last_of(self, i: int, rest: tuple[str, ...]) -> int:
        """Give the number of the last word of the phrase that `followed` found."""
        j = i
        for word in rest:
            j = next((k for k in range(j + 1, min(j + 1 + _GAP, self.size))
                      if word in (self.forms[k], self.lemmas[k])), j)  # fmt: skip
        return j

    def copula(self, i: int) -> int | None:
        """Give the copula or passive auxiliary that word `i` has, or None."""
        for k in self.kids[i]:
            if self.deps[k] in ("cop", "aux:pass"):
                return k
        return None

    def is_in(self, i: int, phrases: Mapping[str, list[tuple[str, ...]]]) -> bool:
        """Tell whether the verb or predicate `i` is one of `phrases`, which stand by their first lemma.

        A phrase that begins with the copula is looked up from its predicate: *be sure*, *essere pronto*.
        """
        for rest in phrases.get(self.lemmas[i], ()):
            if self.followed(i, rest):
                return True
        copula = self.copula(i)
        if copula is None:
            return False
        words = (self.forms[i], self.lemmas[i])
        return any(bool(rest) and rest[0] in words for rest in phrases.get(self.lemmas[copula], ()))

    def form(self, i: int) -> str:
        """Give the VerbForm of word `i`: Fin, Inf, Part, Ger or an empty string."""
        return self.feats[i].get("VerbForm", "")

    def is_reflexive(self, i: int) -> bool:
        """Tell whether a verb has a reflexive pronoun that stands for nobody: *si dice*."""
        words = self.lexicon.words("clause", "reflexives")
        fused = any(w[0] == "-" and self.forms[i].endswith(w) for w in words)  # pt *diz-se*
        return fused or any(self.deps[k].startswith("expl") and self.forms[k] in words for k in self.kids[i])

    def is_behind_object(self, i: int) -> bool:
        """Tell a reflexive right behind the object of a verb, which stands for anybody: *lo si nota*."""
        words = self.lexicon.words("clause", "reflexives")
        si = (k for k in self.kids[i] if self.deps[k].startswith("expl") and self.forms[k] in words)
        return any(k and self.heads[k - 1] == i and self.deps[k - 1] == "obj" for k in si if k < i)

    def subject(self, i: int) -> int | None:
        """Give the subject of word `i`, or None.

        A noun phrase right before a finite verb is its subject, whatever the parser calls it; a time
        expression never is: *Poche ore dopo la folla ha occupato l'aeroporto*.
        """
        if i not in self.subjects:
            marked = [k for k in self.kids[i] if self.deps[k] in SUBJECTS and self._may_act(k, i)]
            found = max((k for k in marked if k < i), default=next(iter(marked), None))
            found = self._after_time(i) if found is None else found
            before = self._noun_before(i) if found is None or found > i else None
            found = found if before is None else before
            found = opening_noun(self, i) if found is None else found
            self.subjects[i] = found
        return self.subjects[i]

    def _may_act(self, k: int, i: int) -> bool:
        """No time is a subject, no noun with a preposition, and none before a gerund."""
        if self._is_time(k) or (k < i and self.is_gerund(i)):
            return False
        of = self.lexicon.words("clause", "of")
        cases = [c for c in self.kids[k] if self.deps[c] == "case" and c < k and self.pos[c] == "ADP"]
        return self.pos[k] not in ("NOUN", "PROPN") or all(self.lemmas[c] in of for c in cases)

    def is_gerund(self, i: int) -> bool:
        """Tell a gerund of a Romance language, alone: *scappando*, not *sta scappando*."""
        return self.form(i) == "Ger" and not any(self.deps[k] in AUXILIARY for k in self.kids[i])

    def agrees(self, verb: int, noun: int) -> bool:
        """Tell whether nothing in number keeps a finite verb and a noun apart."""
        helpers = [k for k in self.kids[verb] if self.deps[k] in AUXILIARY]
        finite = next((k for k in (*helpers, verb) if self.form(k) == "Fin"), None)
        if finite is None or self.pos[noun] not in ("NOUN", "PROPN") or self._tells_no_number(finite):
            return True
        marked = self._marked_number(noun) if self.lexicon.drops_subjects else None
        number = marked or self.feats[noun].get("Number")  # *un cinquantenne*
        told = self.feats[finite].get("Number")
        if self.feats[finite].get("Person") == "1" and self.feats[verb].get("Number") == "Plur":
            told = "Plur"  # *si sono presi*: an auxiliary misread
        many = any(self.deps[k] in ("conj", "nummod") for k in self.kids[noun])
        return number is None or told is None or number == told or (told == "Plur" and many)

    def _tells_no_number(self, finite: int) -> bool:
        """Where the past has one form for all persons, only *was* and *were* tell a number."""
        past = self.lexicon.ambiguous_past and self.feats[finite].get("Tense") == "Past"
        return past and self.lemmas[finite] not in self.lexicon.words("clause", "copulas")

    def _marked_number(self, noun: int) -> str | None:
        """The number that the article tells of a name: *i carabinieri*."""
        numbers = {self.feats[k].get("Number") for k in self.kids_of(noun, "det") if k < noun}
        return numbers.pop() if len(numbers) == 1 else None

    def _after_time(self, i: int) -> int | None:
        """*Lunedì due agenti sono intervenuti*: the noun that the parser hung on the day before it."""
        for k in self.kids[i]:
            if self.deps[k] in SUBJECTS and self._is_time(k) and k < i:
                bare = (
                    j
                    for j in self.kids_of(k, "nmod", "appos", "flat")
                    if all(c in self.timed for c in self.kids_of(j, "case"))
                )
                return next(
                    (j for j in bare if k < j < i and self._is_nominal(j) and not self._is_time(j)), None
                )
        return None

    def _is_time(self, k: int) -> bool:
        """A time expression, or a noun of time with a number or quantity before it."""
        return k in self.timed or (
            self.forms[k] in self.time_nouns
            and self.pos[k] != "PROPN"
            and self.forms[k] not in self.lexicon.words("objects", "shares")
            and bool(self.kids_of(k, "nummod", "det"))
        )

    def mark_time(self, first: int, last: int) -> None:
        """Mark the words of a time expression; one taken for a verb gives way to its "auxiliary" verb.

        *ha annunciato sabato l'arresto*: the day is no participle.
        """
        self.timed |= frozenset(range(first, last + 1))
        self.subjects.clear()
        self.groups.clear()
        for k in range(first, last + 1):
            verb = next((j for j in self.kids[k] if self.deps[j] == "aux" and self.pos[j] == "VERB"), None)
            if self.pos[k] == "VERB" and verb is not None:
                self._give_way(k, verb)
            self._hand_over(k, last)

    def _hand_over(self, k: int, last: int) -> None:
        """Give a clause that the parser hung on a time to the verb: *dijo el martes que se retiraría*."""
        verb, that = self.heads[k], self.lexicon.words("clause", "that")
        if self.lemmas[verb] not in self.lexicon.entries or verb > k or last + 1 >= self.size:
            return
        if self.forms[last + 1] not in that:
            return
        for j in [j for j in self.kids[k] if j > last and self.deps[j] in _MOVABLE]:
            self.kids[k].remove(j)
            self.kids[verb] = sorted([*self.kids[verb], j])
            self.heads[j], self.deps[j] = verb, "ccomp"
            for mark in self.kids[j]:
                if mark == last + 1:
                    self.deps[mark] = "mark"
            self.edges.clear()
            self.subjects.clear()

    def _give_way(self, k: int, verb: int) -> None:
        head, dep = self.heads[k], self.deps[k]
        moved = [j for j in self.kids[k] if j != verb]
        if head != k:
            self.kids[head] = sorted([*(j for j in self.kids[head] if j != k), verb])
        self.heads[verb], self.deps[verb] = (verb if head == k else head), dep
        self.heads[k], self.deps[k], self.pos[k], self.feats[k] = verb, "obl", "NOUN", {}
        self.kids[k] = []
        for j in moved:
            self.heads[j] = verb
        self.kids[verb] = sorted({*self.kids[verb], *moved, k})
        self.edges.clear()
        self.subjects.clear()
        self.groups.clear()

    def _noun_before(self, i: int) -> int | None:
        first, _ = self.bounds(i)
        helpers = [k for k in self.kids[i] if self.deps[k] in AUXILIARY]
        finite = next((k for k in (*helpers, i) if self.form(k) == "Fin"), None)
        if finite is None or is_of_other_person(self, i):
            return None
        j = i - 1
        while j >= first and (
            self.pos[j] in _SMALL or self.feats[j].get("Clitic") == "Yes" or j in self.timed
        ):
            if self.forms[j] in self.lexicon.words("clause", "anaphors") and self.pos[j] == "ADV":
                return None
            j -= 1
        j = self._before_aside(j, first)
        if j < first or not self._is_nominal(j) or j == i:
            return None
        while (
            first <= self.heads[j] < i and self.heads[j] != j and self.pos[self.heads[j]] in ("NOUN", "PROPN")
        ):
            if self.deps[j] == "conj" or self._is_time(self.heads[j]):
                break  # *tre giorni prima un gruppo*
            if any(self.is_punct(k) for k in range(min(j, self.heads[j]), max(j, self.heads[j]))):
                break
            j = self.heads[j]
        return j if self._may_be_subject(j, i, finite) and not is_dateline(self, j) else None

    def _before_aside(self, j: int, first: int) -> int:
        """Pass over an adverb between commas: *I due, infatti, avevano preso*."""
        aside = j - 2 >= first and self.forms[j] == self.forms[j - 2] == "," and self.pos[j - 1] == "ADV"
        return j - 3 if aside else j

    def _is_nominal(self, j: int) -> bool:
        """A noun, or a number with an article: *i due*."""
        if self.pos[j] == "NUM":
            opens = j == 0 or self.pos[j - 1] in ("CCONJ", "PUNCT", "SPACE")
            return opens or any(self.pos[k] == "DET" for k in self.kids[j])
        return self.pos[j] in ("NOUN", "PROPN")

    def _may_be_subject(self, j: int, i: int, finite: int) -> bool:
        if self.deps[j] == "advmod" and self.pos[j] == "PROPN" and self.lexicon.drops_subjects:
            return False  # *addirittura hanno rovistato*
        cases = (k for k in self.kids[j] if k < j and self.deps[k] == "case" and k not in self.timed)
        if any(not (k and self._is_time(k - 1)) for k in cases):
            return False
        head = self.heads[j]
        joined = self.pos[j] == "NUM" and self.deps[j] == "conj"
        if self._is_time(j) or (head != i and self.pos[head] in ("VERB", "AUX") and head < j and not joined):
            return False
        numbers = {self.feats[k].get("Number") for k in (j, finite)} - {None}
        return len(numbers) < 2 or self._tells_no_number(finite)

    def case_of(self, i: int) -> str:
        """Give the preposition of a noun in its dictionary form, joined words apart: *dal* is *da*."""
        cases = [k for k in self.kids[i] if self.deps[k] == "case" and k < i]
        return " ".join(self.lemmas[k] for k in cases)
