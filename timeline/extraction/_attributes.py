"""Forms of a verb that say what something is like, or what is spoken of, and tell no event."""

from __future__ import annotations

from timeline.extraction._clause import PRESENT, Group, group
from timeline.extraction._governed import Governed

_NOUNS = frozenset(("NOUN", "PROPN"))
_UNTYPED = (None, "OTHER")
_FARTHEST = 3
_TEMPORAL = ("after", "before_after", "simultaneous")
_ANSWERED = frozenset(
    ("accuse", "criticise", "praise", "apologise", "ACCUSE", "SANCTION", "COERCE", "ASSAULT", "SUPPORT")
)


class Attributes(Governed):
    """Tells qualities of nouns from deeds."""

    def _is_period(self, i: int) -> bool:
        """*The quarter ended Sept. 30*: how long a time was."""
        tree = self.tree
        spanned = i > 0 and (tree.forms[i - 1] in tree.time_nouns or i - 1 in tree.timed)
        if i > 0 and tree.pos[i - 1] == "NOUN" and tree.kids_of(i - 1, "case"):
            spanned = spanned or i + 1 in tree.timed  # *in the quarter ended July 31*
        return (
            spanned
            and tree.lemmas[i] in tree.lexicon.words("states", "spanning")
            and (tree.heads[i - 1] != i or i + 1 in tree.timed)
            and not tree.kids_of(i, "aux", "aux:pass")
        )

    def _is_quality(self, i: int, kind: str | None) -> bool:
        """A gerund that is an adjective, or says what a noun is about, or what a thing is like.

        *Higher selling prices*, *neighbouring countries*, *the cost of hurting them*, *evidence linking*.
        """
        tree, head = self.tree, self.tree.heads[i]
        if not tree.lexicon.words("clause", "linking") or tree.kids_of(i, "aux", "aux:pass"):
            return False
        if self._is_prenominal(i):
            return True
        mark = self._link_of(i)
        if mark is not None:
            return self._governed(i) is None and not self._is_answered_for(i, mark)
        if tree.deps[i] != "acl" or tree.pos[head] not in _NOUNS or self._dated(i) or tree.kids_of(i, "mark"):
            return False
        bare = not any(tree.deps[k] != "punct" for k in tree.kids[i])
        apart = tree.forms[tree.edge(i)[0]] == "," or tree.forms[tree.edge(i)[0] - 1] == ","
        return bare or not (apart or kind not in _UNTYPED or self._is_somebody(head))

    def _is_prenominal(self, i: int) -> bool:
        """*The retiring champion*, *continuing problems*, *a bank holding company*."""
        tree, after = self.tree, i + 1
        if after >= tree.size or tree.pos[after] not in ("NOUN", "PROPN", "ADJ") or i == 0:
            return False
        before = i - 1
        if tree.forms[i] in tree.lexicon.words("states", "qualities"):
            return True
        if tree.pos[before] == "DET" or (tree.pos[before] == "PART" and tree.deps[before] == "case"):
            return True
        if tree.deps[before] == "compound" and tree.heads[before] == i:
            return tree.pos[after] == "NOUN"
        near = tree.pos[before] == "ADJ" or (tree.pos[before] == "NOUN" and not self._is_somebody(before))
        return near and tree.pos[after] == "NOUN" and tree.sentence[before] == tree.sentence[i]

    def _link_of(self, i: int) -> int | None:
        """The preposition before a gerund, its own or that of the gerund it is joined to."""
        tree, words, j = self.tree, self.tree.lexicon.words("clause", "linking"), i
        while tree.deps[j] == "conj" and tree.heads[j] < j and tree.form(tree.heads[j]) == tree.form(i):
            j = tree.heads[j]
        return next((k for k in tree.kids_of(j, "mark", "case") if k < j and tree.forms[k] in words), None)

    def _is_answered_for(self, i: int, mark: int) -> bool:
        """*Criticised him for reopening it*, *under investigation for speeding*: the charge."""
        tree, head = self.tree, self.tree.heads[i]
        if tree.forms[mark] not in tree.lexicon.words("clause", "charges"):
            return False
        for _ in range(_FARTHEST):
            if self._answers(head):
                return True
            head = tree.heads[head]
        return False

    def _answers(self, j: int) -> bool:
        """A word of blame, thanks, punishment or suspicion."""
        tree, lexicon = self.tree, self.tree.lexicon
        lemma = tree.lemmas[j]
        if tree.pos[j] not in ("VERB", "ADJ"):
            return lexicon.act_nouns.get(lemma) in _ANSWERED or lexicon.noun_types.get(lemma) == "ACCUSE"
        acts = {entry.act for entry in lexicon.entries.get(lemma, ())}
        suspected = lemma in lexicon.words("doubt", "verbs")
        return suspected or lexicon.verb_types.get(lemma) in _ANSWERED or bool(acts & _ANSWERED)

    def _is_attributed(self, i: int, grp: Group, kind: str | None) -> bool:
        """Tell any of these."""
        credited = self.tree.is_in(i, self.tree.lexicon.phrases("states", "credits"))
        if credited or self._is_order(i) or self._is_period(i) or self._is_made_so(i):
            return True
        if self._is_feeling(i, grp) or self._is_condition(i, grp) or self._is_unknown(i, grp, kind):
            return True
        if grp.form == "Part" and self._is_being(i):
            mark = self._link_of(i)  # *protected from being murdered*
            return mark is not None and self._governed(i) is None and not self._is_answered_for(i, mark)
        if grp.form != "Ger":
            return False
        return self._is_quality(i, kind) or self._is_beside_state(i) or self._is_beside_nothing(i)

    def _is_beside_nothing(self, i: int) -> bool:
        """*May raise money by selling shares*, *a way to save by cutting jobs*: beside what nobody did."""
        tree, head = self.tree, self.tree.heads[i]
        if tree.deps[i] != "advcl" or tree.pos[head] != "VERB" or head > i:
            return False
        over, marks = group(tree, head), {tree.forms[k] for k in tree.kids_of(i, "mark", "case")}
        if any(marks & tree.lexicon.words("clause", name) for name in _TEMPORAL):
            return False
        if over.form == "Inf":
            meant = self._governed(head) if marks else ("", over)
            return meant is None or meant[0] in ("planned", "hoped", "permitted")
        return over.modal == "possible" and not over.negated and over.tense == PRESENT

    def _is_beside_state(self, i: int) -> bool:
        """*Sommando i due mesi si arriva a cento*, *vale molto, aprendo un mercato*: no event."""
        tree, head = self.tree, self.tree.heads[i]
        if not tree.lexicon.drops_subjects or tree.deps[i] != "advcl" or self._dated(i):
            return False
        if tree.pos[head] not in ("VERB", "AUX"):
            return tree.copula(head) is not None and group(tree, head).tense == PRESENT
        over = group(tree, head)
        if over.form != "Fin" or over.tense != PRESENT or over.progressive or over.conditional:
            return False
        opens = tree.edge(i)[0] == tree.bounds(i)[0]
        nobody = opens and tree.is_reflexive(head) and tree.subject(head) is None
        state = tree.lemmas[head] in tree.lexicon.states
        return nobody or state or bool(over.modal) or over.person in ("1", "2")

    def _is_order(self, i: int) -> bool:
        """*The ruling followed a strike*, *it marked the end*: what a thing comes after or stands for."""
        tree = self.tree
        if not tree.is_in(i, tree.lexicon.phrases("states", "ordering")) or tree.kids_of(i, "compound:prt"):
            return False
        subject = tree.subject(i)
        if subject is None or tree.pos[subject] not in ("NOUN", "PRON"):
            return False
        things = tree.lexicon.words("states", "episodes")
        return tree.forms[subject] in things or (
            tree.pos[subject] == "NOUN" and not self._is_somebody(subject)
        )

    def _is_made_so(self, i: int) -> bool:
        """*That made it easier to find him*, *he appeared ready*: what a thing made so, how one seemed."""
        tree, words = self.tree, self.tree.lexicon.words
        if tree.lemmas[i] in words("states", "seeming") and tree.kids_of(i, "xcomp"):
            return True  # *the gap appeared to be closing*
        if not any(
            tree.pos[k] == "ADJ" and i < k and not tree.kids_of(k, "det")
            for k in tree.kids_of(i, "xcomp", "obj")
        ):
            return False
        if tree.lemmas[i] in words("states", "seeming"):
            return True
        told = tree.subject(i) if tree.lemmas[i] in words("states", "rendering") else None
        if told is None:
            return False
        noun = tree.heads[i] if tree.deps[i] == "acl:relcl" and tree.pos[told] == "PRON" else told
        feats = tree.feats[noun]
        acts = feats.get("Person") in ("1", "2") or feats.get("Gender") in ("Masc", "Fem")
        if tree.pos[noun] == "PRON" and acts and feats.get("PronType") == "Prs":
            return False
        return tree.pos[noun] in ("NOUN", "PRON") and not self._is_somebody(noun)

    def _is_feeling(self, i: int, grp: Group) -> bool:
        """*È arrabbiato*, *was delighted*: how somebody is, not *si è arrabbiato*."""
        tree = self.tree
        if tree.lemmas[i] not in tree.lexicon.words("states", "feelings") or tree.is_reflexive(i):
            return False
        copulas = tree.lexicon.words("clause", "copulas")
        helped = any(tree.lemmas[k] in copulas for k in tree.kids_of(i, "aux", "cop"))
        alone = grp.form == "Part" and not any(tree.deps[k] == "obl:agent" for k in tree.kids[i])
        return (helped and grp.form == "Fin") or alone

    def _is_condition(self, i: int, grp: Group) -> bool:
        """*Was poised to intervene*, *was little changed*: a participle by which something is so."""
        tree = self.tree
        words = tree.lexicon.words
        if not grp.passive or grp.form != "Fin" or tree.kids_of(i, "obl:agent"):
            return False
        graded = tree.forms[i - 1] in words("states", "degrees") and tree.heads[i - 1] == i and i > 0
        return (graded or tree.lemmas[i] in words("states", "conditions")) and self._agent(i) is None

    def _is_unknown(self, i: int, grp: Group, kind: str | None) -> bool:
        """*Un giovane campano*, *il gas acetilene*: no form of any verb that a dictionary has."""
        tree, lexicon = self.tree, self.tree.lexicon
        if kind is not None or grp.form != "Fin" or not lexicon.infinitives:
            return False
        if not tree.lemmas[i].endswith(lexicon.infinitives):  # *è stata immediata*, *sono bersaglio*
            had = any(tree.lemmas[k] in lexicon.perfect_only for k in tree.kids_of(i, "aux"))
            return not (had or lexicon.is_irregular(tree.forms[i]))
        if grp.tense != PRESENT:
            return False
        bare = grp.head == i and not tree.kids_of(i, "aux", "aux:pass", "obj", "expl", "ccomp", "xcomp")
        beside = i > 0 and tree.pos[i - 1] in ("NOUN", "PROPN", "ADJ")
        return bare and beside and lexicon.is_own_lemma(tree.forms[i])

    def _is_being(self, i: int) -> bool:
        """*Being murdered*: a gerund in the passive."""
        tree = self.tree
        helpers = tree.kids_of(i, "aux:pass")
        return any(tree.form(k) == "Ger" or tree.feats[k].get("Tense") == "Pres" for k in helpers)

    def _is_counted_event(self, i: int) -> bool:
        """*Three arrests*, *the theft of 200 euros*; not *a call to 112*."""
        tree = self.tree
        if not self._counted(i):
            return False
        if any(k < i for k in tree.kids_of(i, "nummod")):
            return True
        bare = [k for k in tree.kids[i] if tree.pos[k] == "NUM" and k > i]
        return not bare

    def _is_known(self, i: int) -> bool:
        """*The two victims*: people that were told of before; not *40 i morti*."""
        tree = self.tree
        if tree.lemmas[i] not in tree.lexicon.words("objects", "persons"):
            return False
        definite = tree.lexicon.words("clause", "definite")
        marks = (k for k in tree.kids_of(i, "det", "case", "nmod:poss") if tree.forms[k] in definite)
        first = next(marks, None)
        return first is not None and (first == 0 or tree.pos[first - 1] != "NUM")
