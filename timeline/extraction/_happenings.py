"""Whether a verb tells something that happens: no state, habit, description, manner or question."""

from __future__ import annotations

from timeline.extraction._attributes import Attributes
from timeline.extraction._clause import FUTURE, PAST, PRESENT, Group, group
from timeline.extraction._conditional import Sense, has_condition, is_quoted, sense
from timeline.extraction._governed import CHARGES
from timeline.extraction._habits import is_habit, is_unreal
from timeline.extraction._phrasal import phrase_of
from timeline.extraction._untold import is_untold
from timeline.extraction._voices import SUBJECTS

UNTYPED = "OTHER"
_NOUNS = frozenset(("NOUN", "PROPN", "NUM"))
_ASIDES, _JOINED = frozenset(("obl", "advcl")), frozenset(("aux", "nsubj", "xcomp", "cc"))
_OF_NOUNS = frozenset(("det", "det:poss", "nmod:poss", "amod", "compound"))
_NAME = 5
_OF_VERBS = ("aux", "cop", "expl", "mark", "obj", "nsubj", "csubj", "xcomp", "ccomp")
_OF_PARTICIPLES = frozenset(("advcl", "conj", "parataxis", "xcomp", "acl", "ccomp", "dep"))


class Happenings(Attributes):
    """Tells events of verbs from all else that verbs tell."""

    def _is_event(self, i: int, grp: Group, lemma: str, kind: str | None, noun: int | None) -> bool:
        tree = self.tree
        if noun is not None:
            return not (self._is_supposed(grp) or self._is_holding(i, grp, lemma, noun))
        if self._is_hearsay(grp):
            return True
        if lemma in tree.lexicon.words("states", "counting"):
            told = any(self._counted(k) for k in tree.kids[i] if k > i or tree.deps[k] in SUBJECTS)
            return told and not grp.modal  # not *può contare su ordini per 800 milioni*
        if lemma in tree.lexicon.happenings:
            told = any(tree.lemmas[k] in tree.lexicon.noun_types for k in tree.kids[i]) or self._dated(i)
            return told and not is_untold(tree, i, grp)
        state = lemma in tree.lexicon.states and kind in (None, UNTYPED)
        state = (state and phrase_of(tree, i) is None) or self._is_post(i, grp, lemma)
        if state or (phrase_of(tree, i) is None and self._is_reflexive_state(i, lemma)):
            return False
        if (
            grp.imperative
            or (tree.deps[i] == "amod" and grp.form != "Inf")
            or grp.person == "2"
            or (grp.person == "1" and kind in (None, UNTYPED))
        ):
            return False
        if self._is_no_deed(i, grp, kind):
            return False
        if grp.form == "Fin":
            told = self._is_told(i, grp, kind) and not self._is_mistagged(i) and not self._is_described(i)
            return told and not self._is_usual(i, grp, kind)
        if grp.form == "Inf":
            return True
        if grp.form == "Part":
            return self._is_joined(i) or self._is_done(i, lemma, kind)
        if grp.form != "Ger" or tree.deps[grp.head] not in _OF_PARTICIPLES:
            return False
        if self._is_named_only(i):
            return False
        tried = lemma in tree.lexicon.words("phases", "attempts") and bool(tree.kids_of(i, "xcomp"))
        doing = tried or kind is not None or any(tree.deps[k] == "obj" for k in tree.kids[i])
        return doing and lemma not in tree.lexicon.words("states", "manner")

    def _is_post(self, i: int, grp: Group, lemma: str) -> bool:
        """*Lavorava come cuoca*, *worked as a maid*: what somebody was for a living."""
        tree = self.tree
        if lemma not in tree.lexicon.words("states", "working") or grp.tense == FUTURE:
            return False
        words = tree.lexicon.words("clause", "as")
        return any(k > i and tree.case_of(k) in words for k in tree.kids_of(i, "obl"))

    def _is_no_deed(self, i: int, grp: Group, kind: str | None) -> bool:
        """A quality, an introduction, a question or what opens a quotation."""
        described = self._is_attributed(i, grp, kind) or self._is_attribute(i, grp) or self._is_rule(grp)
        framed = self._is_frame(i) or self._is_asked(i) or self._is_opening(i, kind)
        return described or framed or self._is_supposed(grp) or is_untold(self.tree, i, grp)

    def _is_rule(self, grp: Group) -> bool:
        """*Chi vende farmaci deve aver superato un esame*: what whoever it is has to do, nobody has done."""
        tree, words = self.tree, self.tree.lexicon.words("clause", "free_relatives")
        if grp.modal != "necessity" or grp.tense == FUTURE or not words:
            return False
        start, _ = tree.bounds(grp.head)
        who = next((k for k in range(grp.first - 1, start - 1, -1) if tree.forms[k] in words), None)
        if who is None or (who > start and tree.pos[who - 1] != "PUNCT"):
            return False
        between = range(who + 1, grp.first)
        loose = any(tree.form(k) == "Part" or tree.feats[k].get("Tense") == "Past" for k in between)
        return not loose and not any(tree.forms[k] in ",;:" for k in between)

    def _is_holding(self, i: int, grp: Group, lemma: str, noun: int) -> bool:
        """*The charge carries a fine*, *it had sales of 3 million*: what something has."""
        tree = self.tree
        if {tree.lemmas[noun], tree.forms[noun]} & tree.lexicon.words("objects", "figures"):
            return lemma in tree.lexicon.states
        usual = lemma in tree.lexicon.states or tree.lexicon.ambiguous_past
        return usual and self._is_usual(i, grp, UNTYPED)

    def _is_done(self, i: int, lemma: str, kind: str | None) -> bool:
        """A participle that tells what was done, not what something is like: *un uomo arrestato ieri*."""
        tree = self.tree
        if lemma in tree.lexicon.words("states", "described"):
            return False
        untyped = kind in (None, UNTYPED)
        if self._dated(i) or (self._has_agent(i) and not (untyped and self._is_by_thing(i))):
            return True
        if self._is_left_so(i):
            return False
        if kind is not None and self._counted(i):
            return True
        if untyped:
            opens = tree.deps[i] in ("ROOT", "parataxis") and any(k > i for k in tree.kids_of(i, "nsubj"))
            return kind is not None and (opens or bool(tree.kids_of(i, "aux")))  # *dopo averla presa*
        own = {tree.deps[k].split(":")[0] for k in tree.kids[i]}
        if tree.deps[i] in ("acl", "amod", "acl:relcl") and "aux" not in own:
            first, noun = tree.edge(i)[0], tree.heads[i]
            apart = first > 0 and tree.forms[first - 1] == ","  # *l'uomo, arrestato per furto*
            held = kind != "COERCE" or tree.pos[noun] != "NOUN" or self._is_somebody(noun)
            charged = kind in CHARGES and bool(own & _ASIDES) and held  # not *i limiti imposti alla spesa*
            return apart or tree.heads[noun] == noun or charged
        return tree.deps[i] not in ("xcomp", "ccomp", "advcl") or bool(own & (_ASIDES | _JOINED))

    def _is_by_thing(self, i: int) -> bool:
        """*Il volto travisato dalla mascherina*: what a thing does to a noun says what that is like."""
        tree = self.tree
        agents = [k for k in tree.kids[i] if tree.deps[k] == "obl:agent"]
        beside = tree.deps[i] in ("acl", "amod") and not tree.kids_of(i, "aux", "aux:pass")
        parting = tree.lemmas[i] in tree.lexicon.words("objects", "parting")  # *rubato dalla macchina*
        return beside and not parting and all(self._is_mere_thing(k) for k in agents)

    def _is_mere_thing(self, k: int) -> bool:
        tree = self.tree
        if tree.pos[k] != "NOUN" or tree.lemmas[k] in tree.lexicon.noun_types:
            return False
        return not any(self._is_somebody(j) for j in (k, *tree.kids_of(k, "nmod")) if tree.pos[j] in _NOUNS)

    def _is_left_so(self, i: int) -> bool:
        """*Un'auto lasciata parcheggiata*: how it was left."""
        tree, after = self.tree, i + 1
        if after >= tree.size or tree.heads[after] != i or tree.pos[after] not in ("VERB", "ADJ"):
            return False
        return tree.pos[after] == "ADJ" or tree.lemmas[after] in tree.lexicon.words("states", "described")

    def _is_opening(self, i: int, kind: str | None) -> bool:
        """*Rizzo added: "It ...*: a verb that opens a quotation whose end is not found is no deed."""
        tree, after = self.tree, i + 1
        speaks = kind is None and tree.lemmas[i] in tree.lexicon.entries
        return speaks and after < tree.size and tree.forms[after] == ":"

    def _is_named_only(self, i: int) -> bool:
        """*Purposes including opening new shops*, *a choice between raising and cutting*: named, not done."""
        tree = self.tree
        words = tree.lexicon.words("clause", "naming_gerunds")
        j = i
        while tree.deps[j] == "conj" and tree.pos[tree.heads[j]] == "VERB" and tree.heads[j] < j:
            j = tree.heads[j]
        named = any(tree.forms[k] in words for k in tree.kids_of(j, "mark", "case") if k < j)
        meant = self._governed(i) if named else None
        return named and (meant is None or meant[0] not in ("alleged", "denied"))  # *accused of stealing*

    def _is_no_verb(self, i: int) -> bool:
        """*Il nordafricano*, *un fondo immobiliare*, *a seguito di chiamata*: no verb, as a tagger says."""
        tree = self.tree
        if not any(map(str.isalpha, tree.forms[i])):
            return True
        if group(tree, i).form in ("Inf", "Part") and self._has_article(i):
            return not self._counted(i)  # *l'aver perso*
        if not self._is_like_noun(i) or tree.kids_of(i, "aux", "aux:pass") or self._has_agent(i):
            return False
        return not self._counted(i)

    def _is_like_noun(self, i: int) -> bool:
        """No form of a verb by its lemma, or one that stands where nouns do."""
        tree = self.tree
        if tree.lexicon.infinitives and not tree.lemmas[i].endswith(tree.lexicon.infinitives):
            return True
        if self._is_described_as_noun(i) or self._is_behind_noun(i):
            return True
        if tree.form(i) == "Inf":
            beside = i > 0 and tree.pos[i - 1] == "NOUN" and tree.pos[tree.heads[i]] in ("NOUN", "PROPN")
            known = tree.lemmas[i] in tree.lexicon.known  # *ha visto il ladro scappare*
            return beside and not known and not tree.kids_of(i, "mark", "case", "obj", "obl")
        nominal = tree.deps[i].split(":")[0] in ("nmod", "obl", "obj", "nsubj", "appos")
        return tree.form(i) == "Part" and nominal and bool(tree.kids_of(i, "case", "det"))

    def _is_behind_noun(self, i: int) -> bool:
        """*Near the Alta stop*, *a court appeal*: behind one thing no verb has this form."""
        tree, k = self.tree, i - 1
        bare = tree.form(i) == "Fin" and tree.forms[i] == tree.lemmas[i] and tree.heads[i] != i
        if not bare or tree.lexicon.drops_subjects or tree.feats[i].get("Tense") != "Pres":
            return False
        if tree.kids_of(i, "obj", "mark", "cc", *_OF_VERBS):
            return False
        one = tree.feats[k].get("Number") == "Sing"
        while k > i - _NAME and tree.pos[k] in ("NOUN", "PROPN", "ADJ"):
            k -= 1
        seen = tree.lemmas[tree.heads[i]] in tree.lexicon.words("phases", "perception")
        one |= tree.pos[k] == "DET" and k > 0 and tree.pos[k - 1] == "ADP"  # *near the Falls stop*
        return one and k < i - 1 and tree.pos[k] in ("DET", "PART") and not seen

    def _is_described_as_noun(self, i: int) -> bool:
        """*A stock split*, *la prima paga*: what has an article or adjective, and nothing that a verb has."""
        tree = self.tree
        own = any(k < i and tree.deps[k] in _OF_NOUNS for k in tree.kids[i])
        named = {tree.forms[i], tree.lemmas[i]} & tree.lexicon.noun_types.keys()
        if i > 0 and tree.pos[i - 1] == "NOUN" and tree.lemmas[i] != tree.forms[i] and not named:
            return False  # *seconds before the bomb exploded*
        aside = tree.deps[i] in ("obl", "xcomp") and tree.lemmas[i] == tree.forms[i]  # *near the Hale stop*
        if i > 0 and tree.pos[i - 1] == "PROPN" and not aside:
            return False  # *Ann Lee protests*
        return own and tree.form(i) != "Inf" and not tree.kids_of(i, *_OF_VERBS)

    def _has_article(self, i: int) -> bool:
        tree = self.tree
        first = min([i, *tree.kids_of(i, "aux", "aux:pass")])
        before = first - 1
        return (
            before >= 0
            and tree.deps[before] != "mark"  # pt *começou a retirar*
            and tree.forms[before] in tree.lexicon.words("clause", "articles")
        )

    def _is_usual(self, i: int, grp: Group, kind: str | None) -> bool:
        """*La colonnina che accettava le monete*, *che presidiano il parco*: what is so as a rule."""
        tree, present = self.tree, grp.tense == PRESENT
        if tree.lexicon.ambiguous_past:
            dated = self._dated(i) and not self._is_lasting(i)
            return is_unreal(tree, i, grp) or is_habit(tree, i, grp, dated=dated, named=self._is_somebody)
        lasting = grp.form == "Fin" and (present or (grp.imperfect and not grp.anterior))
        if not lasting or tree.block.heading:
            return False
        if grp.modal == "possible" and kind in (None, UNTYPED) and not grp.conditional:
            return not self._dated(i)  # *la legna che poteva finire sul mercato*
        if present and kind in (None, UNTYPED) and not grp.progressive and self._is_of_nobody(i):
            return True
        noun = self._of_relative(i)
        if grp.progressive and noun is not None:
            return present and not (self._is_somebody(noun) or self._dated(i))
        if grp.progressive or grp.modal or grp.conditional or has_condition(tree, i):
            return False
        if self._dated(i) and not (noun is not None and present and self._is_lasting(i)):
            return self._is_repeated(i)
        lemma, untyped = tree.lemmas[i], kind in (None, UNTYPED)
        if self._is_repeated(i) or (lemma in tree.lexicon.words("states", "habitual") and not grp.passive):
            return True
        if present and untyped and (grp.negated or lemma in tree.lexicon.states):
            return True
        return noun is not None and (present or not self._is_somebody(noun))

    def _is_of_nobody(self, i: int) -> bool:
        """*Di notte si entra dalla porta*, *se ne parla da anni*: what people do, with a reflexive."""
        tree = self.tree
        alone = tree.lexicon.words("auxiliaries", "with_be") | tree.lexicon.impersonal
        if tree.lemmas[i] not in alone or not tree.is_reflexive(i) or tree.kids_of(i, "obj"):
            return False
        return not tree.kids_of(i, *SUBJECTS) and tree.subject(i) is None

    def _is_lasting(self, i: int) -> bool:
        """*Che attualmente tutelano*: dated by no more than that it is so now."""
        tree, words = self.tree, self.tree.lexicon.words("states", "lasting")
        timed = [k for k in tree.below(i) if k in tree.timed] if words else []
        return bool(timed) and all(tree.forms[k] in words for k in timed)

    def _is_repeated(self, i: int) -> bool:
        """*Passano spesso*, *chiude ogni sera*."""
        tree = self.tree
        words = tree.lexicon.words("states", "repeated")
        near = [j for k in tree.kids[i] if tree.deps[k] not in SUBJECTS for j in (k, *tree.kids_of(k, "det"))]
        everyone = [k for k in tree.kids_of(i, *SUBJECTS) if tree.pos[k] == "PRON"]
        return any(tree.forms[j] in words for j in (*near, *everyone))

    def _of_relative(self, i: int) -> int | None:
        """Whom the relative clause tells of whose verb a word is, alone or joined to the first one.

        Its own subject, else the noun that it hangs on.
        """
        tree, subject = self.tree, self._named_subject(i)
        while tree.deps[i] == "conj" and tree.heads[i] < i and tree.pos[tree.heads[i]] == "VERB":
            i = tree.heads[i]
        noun, words = tree.heads[i], tree.lexicon.words("clause", "relatives")
        begins = tree.deps[i] == "acl" and any(tree.forms[k] in words for k in tree.kids[i])
        relative = begins or tree.deps[i] == "acl:relcl"
        if not relative or tree.pos[noun] not in ("NOUN", "PROPN", "PRON"):
            return None
        return noun if subject is None else subject

    def _is_frame(self, i: int) -> bool:
        """*It emerged that they had left*: the clause is the event, not what introduces it."""
        tree = self.tree
        that = tree.lexicon.words("clause", "that")
        clause = (k for k in tree.kids_of(i, "ccomp", "csubj") if k > i)
        told = any(tree.forms[m] in that for k in clause for m in tree.kids_of(k, "mark"))
        subject = tree.subject(i)
        return told and (subject is None or tree.pos[subject] == "PRON")

    def _is_asked(self, i: int) -> bool:
        """*He did not say who gave the order*: a question inside what was not told tells nothing."""
        tree, head = self.tree, self.tree.heads[i]
        if tree.deps[i] != "ccomp" or head == i or tree.lemmas[head] not in tree.lexicon.entries:
            return False
        first = tree.edge(i)[0]
        asked = tree.forms[first] in tree.lexicon.words("clause", "relatives")
        return asked and group(tree, head).negated

    def _is_attribute(self, i: int, grp: Group) -> bool:
        """*A brewing company*, *una fabbrica occupata*, *prima che diventi*: a quality, a case."""
        tree = self.tree
        if grp.form == "Fin":
            simple = grp.subjunctive and grp.head == grp.first and not tree.kids_of(i, "aux")
            return simple and tree.lexicon.verb_types.get(tree.lemmas[i]) in (None, UNTYPED)
        if grp.form == "Ger":
            return tree.heads[i] > i and tree.pos[tree.heads[i]] in ("NOUN", "PROPN")
        bare = grp.form == "Part" and tree.deps[i] in ("acl", "amod") and not tree.kids[i]
        return bare and not self._counted(i) and not self._dated(i)

    def _is_hearsay(self, grp: Group) -> bool:
        """*Lo avrebbe visto al cimitero*: what is told by hearsay, or may be, is never left out."""
        told = grp.conditional and not grp.modal and grp.person == "3"
        meant = sense(self.tree, grp) if told else Sense.UNREAL
        if meant is Sense.OPEN and is_quoted(self.tree, grp.head):
            return False
        if meant is Sense.OPEN and grp.tense == PRESENT and not self._is_told_of_somebody(grp.head):
            return False  # *la pace consentirebbe di discutere*
        return meant in (Sense.HEARSAY, Sense.OPEN) or (meant is Sense.AHEAD and grp.tense == PAST)

    def _is_supposed(self, grp: Group) -> bool:
        """*Non ci avrei badato*, *la tregua renderebbe più facile il viaggio*: what would be so, if."""
        if not grp.conditional or grp.modal or not self.tree.lexicon.reporting_conditional:
            return False
        meant = sense(self.tree, grp)
        if meant not in (Sense.UNREAL, Sense.OPEN):
            return False
        sure = meant is Sense.UNREAL and (grp.tense == PAST or grp.person != "3")
        return sure or (grp.tense == PRESENT and not self._is_told_of_somebody(grp.head))

    def _is_told_of_somebody(self, i: int) -> bool:
        subject = self._named_subject(i)
        return subject is None or self._is_somebody(subject)

    def _is_joined(self, i: int) -> bool:
        """*Hanno forzato la porta e rubato il denaro*: a participle that shares the auxiliary before."""
        tree = self.tree
        if tree.deps[i] != "conj" or not tree.kids_of(i, "cc"):
            return False
        seen, j = set(), i
        while j not in seen and j not in (tree.heads[j],):
            seen.add(j)
            j = tree.heads[j]
            if tree.pos[j] == "VERB":
                return group(tree, j).finite and tree.form(j) == "Part"
            if tree.pos[j] not in ("NOUN", "PROPN"):
                return False
        return False

    def _is_told(self, i: int, grp: Group, kind: str | None) -> bool:
        """A finite verb tells an event in the past or future; in the present if it is no habit or state."""
        tree = self.tree
        if self._is_resulting_state(i, grp, kind):
            return False
        if grp.tense in (PAST, FUTURE) or grp.progressive or self._dated(i):
            return True
        in_title = tree.block.heading and tree.subject(i) is not None
        return grp.tense == PRESENT and (kind is not None or in_title)

    def _is_resulting_state(self, i: int, grp: Group, kind: str | None) -> bool:
        """*È chiuso*, *era chiuso*: a passive of the present or imperfect that nobody does at no time."""
        lasting = grp.passive and (grp.tense == PRESENT or grp.imperfect) and not grp.anterior
        words = self.tree.lexicon.words("auxiliaries", "resulting")
        helpers = self.tree.kids_of(i, "aux", "aux:pass")
        if (
            kind is not None
            and lasting
            and grp.tense == PRESENT
            and any(self.tree.lemmas[k] in words for k in helpers)
        ):
            return not self._has_agent(i) and not self.tree.block.heading
        typed = kind not in (None, UNTYPED) and not grp.imperfect
        told = grp.modal or len(helpers) > 1 or self.tree.lemmas[i] in self.tree.lexicon.entries
        dated = self._dated(i) and (told or not self._is_lasting(i))  # *are currently rationed*
        return lasting and not typed and not dated and not self._has_agent(i)

    def _is_mistagged(self, i: int) -> bool:
        """A finite verb that stands by a noun like an adjective is one."""
        return self.tree.deps[i] in ("acl", "compound", "amod", "flat", "nmod") and not self.tree.kids[i]

    def _is_described(self, i: int) -> bool:
        """*At $1.57, compared with $1.61*: a participle that a tagger took for a past."""
        tree = self.tree
        if not tree.lexicon.ambiguous_past or tree.lemmas[i] not in tree.lexicon.words("states", "described"):
            return False
        if tree.deps[i] == "conj" and tree.kids_of(i, "cc", "obj"):
            return False
        beside = tree.deps[i] in ("advcl", "acl", "dep", "conj")
        return beside and not tree.kids_of(i, "aux", "mark", *SUBJECTS)

    def _is_reflexive_state(self, i: int, lemma: str) -> bool:
        tree = self.tree
        if lemma not in tree.lexicon.words("states", "reflexive"):
            return False
        words = tree.lexicon.words("clause", "reflexives")
        return tree.feats[i].get("Clitic") == "Yes" or any(tree.forms[k] in words for k in tree.kids[i])

    def _has_agent(self, i: int) -> bool:
        return any(self.tree.deps[k] == "obl:agent" for k in self.tree.kids[i])

    def _named_subject(self, i: int) -> int | None:
        subject = self.tree.subject(i)
        return subject if subject is not None and self.tree.pos[subject] in _NOUNS else None
