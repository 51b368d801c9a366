"""Who says it and to whom."""

from __future__ import annotations

from collections.abc import Callable

from timeline.extraction import _control as control
from timeline.extraction._clefts import CLEFT
from timeline.extraction._sayings import NOMINAL, Saying
from timeline.extraction._voices import SUBJECTS
from timeline.extraction._zones import Zones

_ASIDE = frozenset(",–—-")
_NEAR, _LONGEST = 2, 12


class Speakers(Zones):
    """Finds the speakers of the statements of one block; `_named` tells what stands for a party."""

    _named: Callable[[int], bool]

    def _speaker(self, i: int, found: Saying) -> tuple[int | None, int | None]:
        """Give the word of the speaker, and else the verb whose left-out subject speaks."""
        tree = self.tree
        if tree.lexicon.drops_subjects and found.group.person in ("1", "2") and i in tree.quoted:
            own = tree.subject(i)
            return (own, None) if own is not None and tree.pos[own] == "PRON" else (None, i)
        if (one := tree.subject(i)) is not None and tree.kids_of(i, CLEFT):
            return one, None  # *a confermarlo è il gestore*
        speaker, understood = self._speaking(i, found)
        times = tree.time_nouns - tree.lexicon.words("objects", "shares")
        if speaker is not None and tree.lemmas[speaker] in times and tree.pos[speaker] != "PROPN":
            return None, i  # *come abbiamo riferito l'altra mattina*
        return speaker, understood

    def _speaking(self, i: int, found: Saying) -> tuple[int | None, int | None]:
        tree = self.tree
        if (
            found.group.passive
            and found.group.form in ("Fin", "Part")
            and not self._speaks_of_itself(i, found)
        ):
            return self._agent(i) if (cited := self._cited(i)) is None else cited, None
        if self._is_impersonal(i) or not found.spans:
            return self._source_of(i, found), None
        taken = {k for a, b in found.spans for k in range(a, b + 1)}
        if self._between_dashes(i) is not None:
            lo, hi = found.zone
            words = [k for k in range(lo, hi + 1) if k != i and tree.pos[k] in ("NOUN", "PROPN", "PRON")]
            heads = [k for k in words if tree.heads[k] not in words and not tree.kids_of(k, "case")]
            return (heads[0], None) if heads else (None, i)
        subject = tree.subject(i)
        if (end := self._inserted(i, found)) is not None and (subject is None or not i - _NEAR < subject < i):
            return self._of_inserted(i, end), i
        if subject is not None and self._is_spoken_to(subject, i):
            subject = self._other_subject(i, subject)
        if subject is not None and subject not in taken and tree.pos[subject] in (*NOMINAL, "DET", "ADJ"):
            inside = found.root is not None or found.zone[0] <= subject <= found.zone[1] or not found.quotes
            aside = (
                found.frame == "clause"
                and found.root is None
                and found.spans[0][0] < i
                and subject < found.zone[0]
            )
            own = (found.group.form != "Ger" or subject > i) and not self._is_before_mark(subject, i)
            if own and inside and not aside:
                return subject, None
        for k in tree.kids[i]:
            if k in tree.timed or (tree.deps[k] == "obj" and not self._may_be_late(i, k, found)):
                continue
            if (
                (
                    tree.deps[k] in ("obj", "nsubj", "appos", "flat", "nmod", "dep", "obl")
                    and k > i
                    and k not in taken
                )
                and tree.pos[k] in NOMINAL
                and not tree.kids_of(k, "case")
            ):
                return k, None
        beside = self._beside(i, found, taken)
        if beside is not None:
            return beside, None
        if tree.lexicon.drops_subjects and found.group.person == "1" and i not in tree.quoted:
            return None, None  # *come avevamo raccontato*
        return self._governing(i)

    def _inserted(self, i: int, found: Saying) -> int | None:
        """*L'accordo, ha spiegato ieri il sindaco, vale da oggi*: the mark behind, and a finite verb."""
        tree, first = self.tree, found.group.first
        while first > 0 and self._is_small(first - 1):
            first -= 1
        aside = tree.forms[first - 1] if first > 1 else ""
        if not tree.lexicon.drops_subjects or aside not in _ASIDE or found.group.form != "Fin":
            return None
        near = range(i + 1, min(i + _LONGEST, tree.size - 1))
        end = next((k for k in near if tree.forms[k] == aside), None)
        if end is None or any(tree.form(k) == "Fin" for k in range(i + 1, end)):
            return None
        after = end + 1
        while after + 1 < tree.size and self._is_small(after):
            after += 1
        return end if tree.form(after) == "Fin" and tree.pos[after] in ("VERB", "AUX") else None

    def _is_small(self, k: int) -> bool:
        return self.tree.pos[k] == "ADV" or self.tree.feats[k].get("Clitic") == "Yes"

    def _of_inserted(self, i: int, end: int) -> int | None:
        """*Ha spiegato il sindaco*, *dicono dal Comune*: whoever stands behind the verb."""
        tree = self.tree
        late = [k for k in tree.kids[i] if i < k < end and tree.pos[k] in NOMINAL and k not in tree.timed]
        bare = [k for k in late if not tree.kids_of(k, "case") and not tree.deps[k].startswith("expl")]
        about = tree.lexicon.words("clause", "of") | tree.lexicon.words("clause", "about")
        told = (k for k in late if self._named(k) and not about & set(tree.case_of(k).split()))
        return bare[0] if bare else next(told, None)  # not *parla di dieci morti*

    def _speaks_of_itself(self, i: int, found: Saying) -> bool:
        """*«...», se quejó Marta Ruano*: a reflexive verb beside a quotation is no passive."""
        kids = {self.tree.deps[k] for k in self.tree.kids[i]}
        return bool(found.quotes) and {"expl:pass", "nsubj"} <= kids and "aux:pass" not in kids

    def _cited(self, i: int) -> int | None:
        """*The mayor was quoted by the radio as saying*: whoever is quoted said it."""
        tree = self.tree
        subject = tree.subject(i)
        if tree.lemmas[i] not in tree.lexicon.words("sources", "citing") or subject is None or subject > i:
            return None
        as_saying = (
            k for k in tree.kids_of(i, "advcl", "xcomp", "ccomp") if tree.lemmas[k] in tree.lexicon.entries
        )
        return subject if any(k > i and tree.form(k) != "Fin" for k in as_saying) else None

    def _may_be_late(self, i: int, k: int, found: Saying) -> bool:
        """*«...», ha detto il sindaco*: a seeming object speaks only where what is told stands before it."""
        before = found.spans[0][0] < i
        if not before and self.tree.lemmas[i] in self.tree.lexicon.words("clause", "two_objects"):
            return False  # *told the station*
        return (before or bool(found.quotes)) and (self.tree.pos[k] == "PROPN" or found.group.finite)

    def _is_spoken_to(self, k: int, i: int) -> bool:
        """*disse a Putin il ministro*: a noun after the verb with a preposition is whom it is told."""
        words = self.tree.lexicon.words("clause", "addressee")
        small = (c for c in self.tree.kids[k] if i < c < k and self.tree.pos[c] == "ADP")
        return k > i and any(self.tree.lemmas[c] in words for c in small)

    def _other_subject(self, i: int, k: int) -> int | None:
        """The noun without a preposition that the parser hung on the one spoken to, or on the verb."""
        tree = self.tree
        beside = [j for j in (*tree.kids[k], *tree.kids[i]) if j > k and tree.pos[j] in ("NOUN", "PROPN")]
        bare = (j for j in sorted(beside) if not tree.kids_of(j, "case") and j not in tree.timed)
        return next((j for j in bare if not tree.deps[j].startswith(("flat", "compound", "conj"))), None)

    def _is_before_mark(self, k: int, i: int) -> bool:
        """*La Russia, come si sa, ...*: a noun before the conjunction is not the subject of its clause."""
        return any(k < m < i and self.tree.pos[m] == "SCONJ" for m in self.tree.kids_of(i, "mark"))

    def _source_of(self, i: int, found: Saying) -> int | None:
        """*Si apprende da fonti della procura*, *a-t-on appris auprès du parquet*: where it is known from."""
        tree = self.tree
        if found.act not in ("report", "say", "claim", "believe"):
            return None
        words = tree.lexicon.words("sources", "origin")
        near = (k for k in tree.kids_of(i, "obl", "obj", "nmod") if tree.pos[k] in ("NOUN", "PROPN"))
        return next((k for k in near if k not in tree.timed and tree.case_of(k).split()[:1] and
                     tree.case_of(k).split()[0] in words), None)  # fmt: skip

    def _is_impersonal(self, i: int) -> bool:
        """*Si dice che ...*, *pare che ...*: nobody in particular says it, unless *mi pare*."""
        tree = self.tree
        subject = tree.subject(i)
        if subject is not None and tree.forms[subject] in tree.lexicon.words("clause", "indefinite"):
            return True  # *a-t-on appris*
        alone = subject is None or self._is_before_mark(subject, i)
        if subject is None and tree.lemmas[i] in tree.lexicon.words("sources", "surfacing"):
            return True  # *según trascendió*
        whose = any(tree.pos[k] == "PRON" and not tree.deps[k].startswith("expl") for k in tree.kids[i])
        seems = tree.lemmas[i] in tree.lexicon.words("doubt", "verbs") and not whose
        return (tree.is_reflexive(i) or seems) and alone and tree.feats[i].get("Number") == "Sing"

    def _agent(self, i: int) -> int | None:
        tree = self.tree
        words = tree.lexicon.words("clause", "agent")
        for k in tree.kids[i]:
            if tree.deps[k] == "obl:agent":
                return k
            if tree.deps[k].startswith("obl") and tree.case_of(k) in words and k > i:
                return k
        return None

    def _beside(self, i: int, found: Saying, taken: set[int]) -> int | None:
        """A noun right beside the verb that the parser hung elsewhere: *said John Smith*."""
        tree = self.tree
        _, end = tree.bounds(i)
        two = tree.lemmas[i] in tree.lexicon.words("clause", "two_objects")
        if found.frame != "clause" or not found.group.finite or two:
            return None
        j = found.group.last + 1
        while j < end and tree.pos[j] in ("DET", "ADJ", "NUM", "ADV") and j - i < 6:
            j += 1
        if j < end and tree.pos[j] in ("NOUN", "PROPN") and j not in taken:
            in_zone = found.zone[0] <= j <= found.zone[1] and not tree.kids_of(j, "case")
            if tree.heads[j] in taken or tree.heads[j] == i or in_zone:
                return j
        return None

    def _governing(self, i: int) -> tuple[int | None, int | None]:
        """The subject of the verb that governs this one, through coordination and participles."""
        tree, seen, j = self.tree, set(), i
        while j not in seen:
            seen.add(j)
            dep, head = tree.deps[j], tree.heads[j]
            if dep == "acl" and head in tree.timed and tree.heads[head] < head:
                dep, head = "advcl", tree.heads[head]  # *wrote last week, asking*
            noun = tree.pos[head] in NOMINAL
            if j == i and dep == "amod" and head > i and (beside := self._right_before(i)) is not None:
                return beside, None
            if noun and dep == "acl" and tree.form(i) == "Inf":
                return control.of_plan(tree, head, self._named), i
            if noun and (dep in ("acl", "acl:relcl") or (dep == "advcl" and tree.copula(head) is None)):
                return head, None  # *A renderlo noto, la prefettura*
            if (
                dep not in ("conj", "advcl", "xcomp", "ccomp", "parataxis")
                or head == j
                or self._is_quoted(head, i)
            ):
                break
            if dep in ("ccomp", "parataxis") or (dep == "advcl" and tree.form(i) == "Fin"):
                break
            own = tree.lexicon.drops_subjects and tree.is_gerund(j)
            held = dep in ("advcl", "xcomp") and j > head and not own
            if held and (told := control.controller(tree, head, j, self._named)) is not None:
                return told, None
            subject = tree.subject(head)
            if subject is not None and subject != i:
                return subject, None
            j = head
        return None, i

    def _right_before(self, i: int) -> int | None:
        """*Drivers, claiming conditions were fine*: the noun before a gerund that was hung behind it."""
        tree, k = self.tree, i - 1
        k -= k > 0 and tree.forms[k] == ","
        told = tree.form(i) == "Ger" and k >= tree.bounds(i)[0] and tree.pos[k] in NOMINAL
        return k if told and k not in tree.timed else None

    def _is_quoted(self, head: int, i: int) -> bool:
        return any((q.first < head < q.last) != (q.first < i < q.last) for q in self.quotes)

    def _addressee(self, i: int, found: Saying) -> int | None:
        tree = self.tree
        taken = {k for a, b in found.spans for k in range(a, b + 1)} | {found.speaker}
        if found.root is not None and found.root != i:
            taken.add(tree.subject(found.root))  # *said the rate fell*
        words = tree.lexicon.words("clause", "addressee")
        for k in tree.kids[i]:
            if k in taken or tree.pos[k] not in NOMINAL:
                continue
            if (
                tree.deps[k] == "iobj"
                or self._is_spoken_to(k, i)
                or (found.group.passive and tree.deps[k] in SUBJECTS)
            ):
                return k
            if tree.deps[k] == "obj" and found.frame in ("clause", "infinitive") and k > i:
                return k
            if tree.deps[k].startswith("obl") and tree.case_of(k) in words:
                return k
        return None
