"""What is done, happens or is planned: finite verbs, participles, verbs of little meaning with their noun,
infinitives that are planned, nouns that are dated or counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extraction._accused import NOMINAL
from timeline.extraction._clause import LONGEST_TRIGGER, PAST, Group, group, is_due
from timeline.extraction._doers import doer_of
from timeline.extraction._fitting import Fitting
from timeline.extraction._happenings import UNTYPED
from timeline.extraction._parts import Doing
from timeline.extraction._phrasal import phrase_of
from timeline.extraction._voices import SUBJECTS

_APART = frozenset(("NOUN", "PROPN", "VERB", "PUNCT"))
_RESULTS = frozenset(("xcomp", "obj", "advmod", "amod", "nsubj", "advcl", "acl"))
# nouns of these types are events where they say of what
_DONE = frozenset(("ASSAULT", "COERCE", "CONCEDE", "RETREAT", "SANCTION", "AID", "MOBILIZE", "AGREE"))
# what "of X" names after a noun: with these the one who acts, with the others the one it is done to
_BY_WHOM = frozenset(
    ("CONCEDE", "RETREAT", "PROTEST", "CONSULT", "SUPPORT", "REJECT", "THREATEN", "DEMAND", "AGREE")
)


# what is done to others
_TO_OTHERS = frozenset(("ASSAULT", "COERCE", "SANCTION"))


class Doer(Fitting):
    """Finds the actions of one block.

    `dated` tells whether a word has a date of its own, `counted` whether it is counted.
    """

    def find(self) -> list[Doing]:
        """Give the actions in order of their heads."""
        tree = self.tree
        nouns = [i for i in range(tree.size) if tree.pos[i] in ("NOUN", "ADJ") or self._is_hidden_noun(i)]
        found = [d for i in nouns for d in self._given_nouns(i)]
        found += [d for i in range(tree.size) if tree.pos[i] in ("VERB", "AUX") for d in self._verb(i)]
        if tree.lexicon.reporting_conditional:
            found += self._told_states()
        found += [d for i in nouns for d in self._noun(i)]
        return sorted(found, key=lambda d: (d.head, d.trigger))

    # ------------------------------------------------------------ verbs

    def _verb(self, i: int) -> Iterator[Doing]:
        tree = self.tree
        if (
            i in self._spoken
            or i in self._used
            or i in tree.timed
            or tree.deps[i] in ("aux", "aux:pass", "cop", "case", "fixed", "mark")
            or self._is_no_verb(i)
        ):
            return
        if tree.pos[i] == "AUX" and tree.lemmas[i] in tree.lexicon.states and not self._is_told_being(i):
            return
        if any(tree.deps[k] == "cop" for k in tree.kids[i]) and not is_due(tree, i):
            return
        caused, result = self._caused(i), self._result(i)
        if caused is not None:
            yield caused
        elif result is not None:
            self._used.add(result)
            yield from self._made(result, group(tree, i, last=result), i)
        elif not self._is_phase(i):
            yield from self._made(i, group(tree, i), i)

    def _caused(self, i: int) -> Doing | None:
        """*Hanno fatto sparire i computer*: the infinitive says what was done."""
        tree = self.tree
        if tree.lemmas[i] not in tree.lexicon.words("phases", "causatives"):
            return None
        inner = next((k for k in (i + 1, i + 2) if k < tree.size and tree.form(k) == "Inf"), None)
        grp = group(tree, i, last=inner) if inner is not None and tree.heads[inner] == i else None
        if grp is None or inner is None or not grp.finite or grp.passive:
            return None
        kind = tree.lexicon.verb_types.get(tree.lemmas[inner])
        if kind is None or not self._is_told(i, grp, kind):
            return None
        self._used.add(inner)
        lemma = tree.lemmas[inner]
        doing = Doing(tree, grp, None if kind == UNTYPED else kind, lemma, (grp.first, grp.last))
        self._take_part(doing, i, i)
        doing.patient = self._object(inner) or doing.patient
        return doing

    def _result(self, i: int) -> int | None:
        """The participle that says it: *è rimasta uccisa*, *got arrested*."""
        tree = self.tree
        if tree.lemmas[i] not in tree.lexicon.words("phases", "results"):
            return None
        for k in tree.kids[i]:
            near = i < k <= i + 3 and tree.deps[k] in _RESULTS and tree.pos[k] in ("VERB", "ADJ", "NOUN")
            near = near and tree.form(k) != "Inf"  # *aveva finito di prelevare*
            verb = self._as_verb(k) if near else ""
            like = verb in tree.lexicon.words("states", "described") and not tree.kids_of(k, "xcomp")
            if verb in tree.lexicon.verb_types and not like:
                return k  # *ficou proibido de exercer*
        return None

    def _made(self, i: int, grp: Group, subject_of: int) -> Iterator[Doing]:
        tree = self.tree
        lemma = self._as_verb(i) if i != subject_of else tree.lemmas[i]
        status = ""
        if grp.form == "Inf" or self._is_passive_infinitive(i):
            governed = self._governed(i)
            if governed is None:
                return
            status, grp = governed
        elif self._is_complement(i, grp):
            status = (self._governed(i) or ("", grp))[0]
        phrase = phrase_of(tree, i)
        kind = phrase[0] if phrase else self._fitting(i, grp, lemma, tree.lexicon.verb_types.get(lemma))
        trigger = (grp.first, grp.last if phrase is None else max(grp.last, phrase[1]))
        apart = phrase is not None and phrase[0] != UNTYPED  # *the return was put off*
        noun = None if apart else self._light_noun(i)
        if noun is not None:
            kind, trigger = self._with_noun(noun, trigger, kind)
        if not self._is_event(i, grp, lemma, kind, noun):
            return
        doing = Doing(tree, grp, None if kind == UNTYPED else kind, lemma, trigger, status=status)
        doing.noun = noun
        self._take_part(doing, i, subject_of)
        if (
            phrase
            and doing.patient is not None
            and tree.pos[doing.patient] == "NOUN"
            and (i < doing.patient <= phrase[1])
        ):
            doing.patient = None  # *opened fire*
        self._attempted(doing, i)
        if noun is not None:
            self._used.add(noun)
            if doing.dative == noun:
                doing.dative, doing.patient = None, noun
            if doing.patient == noun:
                doing.patient = next(
                    (k for k in tree.kids[noun] if tree.deps[k] == "nmod" and k > noun), noun
                )
            self._suffer(doing, noun)
        yield doing

    def _suffer(self, doing: Doing, noun: int) -> None:
        """*Ha subito un furto*, *ricevono la visita dei ladri*: done to the subject, by whom a noun names."""
        tree = self.tree
        words = tree.lexicon.words("objects", "deeds") | tree.lexicon.words("objects", "done_by")
        deed = doing.event_type in _TO_OTHERS or tree.lemmas[noun] in words
        if doing.group.passive or not deed or doing.lemma not in tree.lexicon.words("phases", "suffering"):
            return
        sufferer, doing.understood = doing.actor, None
        doing.actor = self._nominal(noun, doing.event_type or UNTYPED).actor
        doing.actor = None if doing.actor == sufferer else doing.actor
        doing.patient = sufferer

    def _attempted(self, doing: Doing, i: int) -> None:
        """*Tentava di rubare il computer*: the trigger takes the infinitive, and what it is done to."""
        tree = self.tree
        if tree.lemmas[i] not in tree.lexicon.words("phases", "attempts"):
            return
        for k in tree.kids[i]:
            if k > i and tree.deps[k] in ("xcomp", "ccomp", "advcl", "obj") and tree.form(k) == "Inf":
                kind = tree.lexicon.verb_types.get(tree.lemmas[k])
                kind = self._fitting(k, group(tree, k), tree.lemmas[k], kind)
                doing.event_type = kind if kind != UNTYPED else None
                doing.patient, doing.dative = self._object(k), self._dative(k, doing)
                if len(tree.text(doing.trigger[0], k).replace("’", " ").split()) <= LONGEST_TRIGGER:
                    doing.trigger = (doing.trigger[0], k)
                self._used.add(k)
                return

    def _light_noun(self, i: int) -> int | None:
        tree = self.tree
        steps = tree.lexicon.phrases("phases", "steps").get(tree.lemmas[i], ())
        if tree.lemmas[i] not in tree.lexicon.light and not steps:
            return None
        for k in tree.kids[i]:
            if tree.lemmas[k] not in tree.lexicon.noun_types:
                continue
            if tree.deps[k] in ("obj", "nsubj:pass") and tree.lemmas[i] in tree.lexicon.light:
                return k
            if k > i and tree.deps[k] == "obl" and (tree.case_of(k),) in steps and k not in tree.timed:
                return k  # *ha proceduto all'arresto*
        return None

    def _with_noun(
        self, noun: int, trigger: tuple[int, int], kind: str | None
    ) -> tuple[str | None, tuple[int, int]]:
        tree = self.tree
        of_noun = tree.lexicon.noun_types[tree.lemmas[noun]]
        first, last = min(trigger[0], noun), max(trigger[1], noun)
        short = len(tree.text(first, last).replace("’", " ").replace("'", " ").split()) <= LONGEST_TRIGGER
        if short and not any(tree.pos[k] in _APART or k in tree.timed for k in range(trigger[1] + 1, noun)):
            trigger = (first, last)  # not *ha ricevuto in cambio due viaggi*
        return (of_noun if of_noun != UNTYPED else kind), trigger

    def _is_told_being(self, i: int) -> bool:
        """*Non sarebbe stato in casa*: that one was somewhere, told by hearsay."""
        return self.tree.lexicon.reporting_conditional and self._is_hearsay(group(self.tree, i))

    def _told_states(self) -> Iterator[Doing]:
        """*I feriti non sarebbero gravi*, *sarebbe opera sua*: states told by hearsay."""
        tree = self.tree
        heads = {tree.heads[k] for k in range(tree.size) if tree.deps[k] == "cop" and k < tree.heads[k]}
        for i in sorted(heads - self._used - self._spoken):
            grp = group(tree, i)
            if self._is_hearsay(grp) and tree.form(i) != "Inf":
                yield self._told_state(i, grp)

    def _told_state(self, i: int, grp: Group) -> Doing:
        """A state, or the deed that a cleft sentence tells: *a ferirlo sarebbe stato il vicino*."""
        tree, noun = self.tree, None
        helpers = [k for k in tree.kids[i] if tree.deps[k] in ("aux", "cop") and k < i]
        deed = next((k for k in tree.kids_of(i, "csubj", "advcl") if tree.form(k) == "Inf"), None)
        kind, lemma = None, tree.lemmas[i]
        if deed is not None and deed not in self._used:
            lemma, kind = tree.lemmas[deed], tree.lexicon.verb_types.get(tree.lemmas[deed])
            self._used.add(deed)
        else:
            told = (k for k in (i, tree.subject(i)) if k is not None and tree.pos[k] == "NOUN")
            noun = next((k for k in told if self._noun_type(k) is not None), None)
        if noun is not None:
            kind, lemma = self._noun_type(noun), tree.lemmas[noun]
        self._used.update((i, i if noun is None else noun))
        trigger = (helpers[0], helpers[-1])
        doing = Doing(tree, grp, None if kind == UNTYPED else kind, lemma, trigger, noun=noun)
        doing.actor = i if deed is not None else tree.subject(i) if noun is None else None
        doing.patient = self._object(deed) if deed is not None else None
        return doing

    # ------------------------------------------------------------ nouns

    def _noun_type(self, i: int) -> str | None:
        types = self.tree.lexicon.noun_types
        return types.get(self.tree.lemmas[i]) or types.get(self.tree.forms[i])

    def _is_hidden_noun(self, i: int) -> bool:
        """*During the transition talks on Thursday*: a noun of an event that a tagger took for a verb."""
        return self.tree.pos[i] == "VERB" and self._is_described_as_noun(i) and self._noun_type(i) is not None

    def _given_nouns(self, i: int) -> Iterator[Doing]:
        kind, act = self._noun_type(i), self.tree.lexicon.act_nouns.get(self.tree.lemmas[i])
        given = self._given(i) if act or kind else None
        if given is None or given in self._used:
            return
        if act and kind in (None, UNTYPED) and not (self._has_agent(given) or self._dated(given)):
            return  # *criticised for comments made about her*
        yield self._given_noun(i, given, kind, act)

    def _noun(self, i: int) -> Iterator[Doing]:
        if i in self._used or i in self._spoken:
            return
        kind = self._noun_type(i)
        if kind is not None and self._stands_for_event(i, kind):
            yield self._nominal(i, kind)

    def _given(self, i: int) -> int | None:
        """The participle of a verb of little meaning: *l'ordine impartito ieri*."""
        tree = self.tree
        empty = tree.lexicon.light | tree.lexicon.words("sources", "carriers")
        for k in tree.kids[i]:
            beside = i < k <= i + 4 and tree.deps[k] in ("acl", "amod", "acl:relcl")
            if beside and not self._is_active(k) and tree.form(k) == "Part" and tree.lemmas[k] in empty:
                return k
        for k in sorted(tree.below(i)):
            far = i + 1 < k < i + 12 and tree.deps[k] == "acl" and tree.pos[tree.heads[k]] == "NOUN"
            if far and tree.form(k) == "Part" and tree.lemmas[k] in empty and not self._means(tree.heads[k]):
                return k
        return None

    def _is_active(self, k: int) -> bool:
        """*Una decisione che avrebbe portato*: the participle of a finite verb that is no passive."""
        grp = group(self.tree, k)
        return grp.finite and not grp.passive

    def _means(self, i: int) -> bool:
        """Tell a noun that names an act or an event."""
        return self._noun_type(i) is not None or self.tree.lemmas[i] in self.tree.lexicon.act_nouns

    def _given_noun(self, i: int, k: int, kind: str | None, act: str | None) -> Doing:
        tree = self.tree
        self._used.update((i, k))
        grp = Group(k, i, k, PAST, "Part", passive=True)
        phrase = phrase_of(tree, k)
        last = k if phrase is None else phrase[1]  # *un furto messo a segno*
        trigger = (
            (i, last) if len(tree.text(i, last).replace("’", " ").split()) <= LONGEST_TRIGGER else (i, i)
        )
        doing = Doing(tree, grp, None if kind == UNTYPED else kind, tree.lemmas[i], trigger, noun=i, act=act)
        self._take_part(doing, k, k)
        doing.patient = None
        content = next((c for c in tree.below(i) if c > k and tree.form(c) == "Inf"), None)
        if act not in tree.lexicon.deeds and content is None:
            doing.act = None  # *the letter published on Monday* says nothing by itself
        if act and content is not None:
            self._used.add(content)
            doing.content = tree.edge(content)
        return doing

    def _is_alike(self, noun: int, k: int) -> bool:
        """*Il furto e la caccia operata dagli agenti*: a participle of another gender is not the noun's."""
        genders = {self.tree.feats[j].get("Gender") for j in (noun, k)} - {None}
        return len(genders) < len((noun, k))

    def _stands_for_event(self, i: int, kind: str) -> bool:
        tree = self.tree
        if tree.deps[i] in ("compound", "flat", "flat:name", "amod", "vocative"):
            return False
        if tree.copula(i) is not None and tree.kids_of(i, "case"):
            return False  # *è in vendita da ieri*
        if self._is_known(i) or {tree.lemmas[i], tree.forms[i]} & tree.lexicon.words("objects", "figures"):
            return False
        if self._is_in_name(i):
            return False
        meant = tree.case_of(i) in tree.lexicon.words("clause", "purposes")
        if self._is_done_with_verb(i, kind):
            return False
        if self._is_counted_event(i):
            return not self._is_within_event(i) and not (meant and tree.deps[i] == "nmod")
        if self._dated(i):
            return True
        of = tree.lexicon.words("clause", "of")
        deed = tree.lemmas[i] in tree.lexicon.words("objects", "deeds")
        told = doer_of(tree, i) if deed else None
        if told is not None and tree.lemmas[told[0]] not in tree.lexicon.words("objects", "doers"):
            return True
        if deed and any(tree.case_of(k) in of and self._is_specific(k) for k in tree.kids[i]):
            return not self._is_within_event(i)
        past = tree.case_of(i) in tree.lexicon.words("clause", "after")  # *dopo la perquisizione della casa*
        if kind not in _DONE and not past:
            return False
        topics = tree.lexicon.words("clause", "about") - of  # *la legge sul finanziamento dei partiti*
        meant = meant or (tree.deps[i] in ("nmod", "obl") and tree.case_of(i) in topics)
        definite = any(
            tree.forms[k] in tree.lexicon.words("clause", "definite") for k in tree.kids_of(i, "det", "case")
        )
        taken = any(
            tree.deps[k].startswith("nmod")
            and (tree.deps[k] == "nmod:poss" or tree.case_of(k) in of)
            and self._is_specific(k)
            and (definite or self._named(k))
            for k in tree.kids[i]
        )
        return not meant and kind != UNTYPED and taken and not self._is_within_event(i)

    def _is_against(self, k: int, kind: str) -> bool:
        """*Assalto al bancomat*, *an attack on the consulate*: whom or what it was done to."""
        tree = self.tree
        near = kind in ("ASSAULT", "PROTEST") and tree.case_of(k) in tree.lexicon.words("objects", "against")
        return near and k not in tree.timed and self._is_specific(k) and not self._named(k)

    def _is_in_name(self, i: int) -> bool:
        """*Pronto soccorso*, *Pan Am flight 103*: behind a capital inside a sentence, or before a number."""
        tree, before = self.tree, i - 1
        numbered = i + 1 < tree.size and tree.pos[i + 1] == "NUM" and tree.heads[i + 1] == i
        capital = (
            before > tree.bounds(i)[0]
            and tree.pos[before] == "ADJ"
            and tree.heads[before] == i
            and tree.text(before, before)[0].isupper()
            and not tree.is_punct(before - 1)
            and tree.lexicon.drops_subjects
        )
        return numbered or capital

    def _is_specific(self, k: int) -> bool:
        """*Furto di una borsa*, *furto della borsa*, not *furto di borse*."""
        tree = self.tree
        own = tree.kids_of(k, "det", "nummod") or [
            c for c in tree.kids_of(k, "case") if tree.feats[c].get("Definite")
        ]
        return bool(own) or self._named(k)

    def _is_done_with_verb(self, i: int, kind: str) -> bool:
        """*Accepted a settlement in May*: a new deed of the kind that its verb tells is one with that."""
        tree, verb = self.tree, self.tree.heads[i]
        new = any(tree.feats[k].get("Definite") == "Ind" for k in tree.kids_of(i, "det"))
        return (
            new
            and tree.deps[i] == "obj"
            and tree.lexicon.verb_types.get(tree.lemmas[verb]) == kind != UNTYPED
        )

    def _is_within_event(self, i: int) -> bool:
        """A noun that is subject or object of a verb belongs to that verb's event."""
        tree = self.tree
        head = tree.heads[i]
        if tree.deps[i] not in (*SUBJECTS, "obj", "obl:agent") or head == i:
            return False
        return tree.pos[head] in ("VERB", "AUX") and tree.lemmas[head] not in tree.lexicon.states

    def _nominal(self, i: int, kind: str) -> Doing:
        tree = self.tree
        first = i
        articles = tree.lexicon.words("clause", "articles")
        if i > 0 and tree.forms[i - 1] in articles:
            first = i - 1
        grp = Group(i, first, i, PAST, "")
        doing = Doing(tree, grp, None if kind == UNTYPED else kind, tree.lemmas[i], (first, i), noun=i)
        words, of = tree.lexicon.words("clause", "agent"), tree.lexicon.words("clause", "of")
        undergone = tree.lemmas[i] in tree.lexicon.words("objects", "undergone")
        if undergone and not any(k > i and tree.case_of(k) in of for k in tree.kids[i]):
            owners = (k for k in tree.kids_of(i, "nmod:poss") if k not in tree.timed)
            doing.patient = next(owners, None)  # *Orlov's murder*
        for k in tree.kids[i]:
            if k == doing.patient or not tree.deps[k].startswith("nmod") or tree.pos[k] not in NOMINAL:
                continue
            if tree.case_of(k) in words or tree.deps[k] == "nmod:agent" or tree.deps[k] == "nmod:poss":
                doing.actor = doing.actor or self._by_hand(k) or k
            elif doing.patient is None and k > i and (tree.case_of(k) in of or self._is_against(k, kind)):
                doing.patient = k
        if doing.actor is None:
            own = tree.copula(i) is not None or tree.kids_of(i, "nsubj")  # *Ann Lee talks to him on Monday*
            doing.actor = tree.subject(i) if own else self._hand_behind(i)
        if doing.actor is None:
            given = (k for k in tree.kids_of(i, "acl") if tree.form(k) == "Part" and self._is_alike(i, k))
            doing.actor = next((a for k in given if (a := self._agent(k)) is not None), None)
        if doing.actor is None and (told := doer_of(tree, i)) is not None:
            doing.actor, doing.status = told
        charge = self._charge(i)
        if charge is not None:
            doing.status = "" if self._is_proven(charge) else "alleged"
            doing.actor = doing.actor if doing.actor is not None else self._accused(charge)
        by_whom = doing.event_type in _BY_WHOM or tree.lemmas[i] in tree.lexicon.words("objects", "done_by")
        if doing.actor is None and doing.event_type == "CONSULT":
            doing.actor = self._taking_part(i)
        of_whom = doing.patient if by_whom and not undergone and doing.actor is None else None
        if of_whom is not None and self._is_somebody(of_whom):
            doing.actor, doing.patient = of_whom, None
        return doing

    def _taking_part(self, i: int) -> int | None:
        """*In a call with donors on Monday, Ms Holm said*: whoever says or does something in a meeting."""
        tree, verb = self.tree, self.tree.heads[i]
        new = any(tree.feats[k].get("Definite") == "Ind" for k in tree.kids_of(i, "det"))
        heard = tree.deps[i] in ("obj", "iobj") and tree.lemmas[verb] in tree.lexicon.entries
        heard = heard and not tree.kids_of(i, "case")  # *told a news conference*
        held = tree.deps[i] == "obl" and tree.case_of(i) in tree.lexicon.words("clause", "occasion")
        who = tree.subject(verb)
        opens = who is not None and i < who and tree.pos[who] == "PROPN"  # *At the meeting, Ms Holm said*
        if tree.pos[verb] != "VERB" or not (new or opens) or not (held or heard):
            return None
        return None if tree.kids_of(verb, "aux:pass") else who
