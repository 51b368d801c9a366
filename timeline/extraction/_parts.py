"""Who takes part in an action: the one who acts, whom or what it is done to, to whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.extraction import _control as control
from timeline.extraction._accused import NOMINAL
from timeline.extraction._clause import Group, group
from timeline.extraction._doers import is_by, is_parting
from timeline.extraction._pronouns import Pronouns
from timeline.extraction._tree import Tree
from timeline.languages._names import names

_NEAR_NOUN, _OPENING = 6, 4
_CLOSING = frozenset('»”"')
_VERBAL = frozenset(("nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "expl"))


@dataclass(slots=True)
class Doing:
    """An action as found, by word numbers: who acts, on whom or what, and what the trigger is."""

    tree: Tree
    group: Group
    event_type: str | None
    lemma: str
    trigger: tuple[int, int]
    actor: int | None = None
    understood: int | None = None
    undergone: int | None = None
    patient: int | None = None
    dative: int | None = None
    noun: int | None = None
    status: str = ""
    act: str | None = None
    content: tuple[int, int] | None = None

    @property
    def head(self) -> int:
        """The word that tells the event."""
        return self.group.head


class Parts(Pronouns):
    """Finds those who take part in the actions of one block.

    `dated` tells whether a word has a date of its own, `counted` whether it is counted, `named` whether it
    stands for a party; `spoken` holds the words that tell statements, `vouching` those of *according to*.
    """

    def __init__(
        self,
        tree: Tree,
        *,
        spoken: frozenset[int],
        vouching: frozenset[int] = frozenset(),
        dated: Callable[[int], bool],
        counted: Callable[[int], bool],
        named: Callable[[int], bool],
    ) -> None:
        self.tree, self._spoken, self._vouching = tree, spoken, vouching
        self._dated, self._counted, self._named = dated, counted, named
        self._used: set[int] = set()
        words = tree.lexicon
        self._planned = words.phrases("plans", "planned")
        self._hoped = words.phrases("plans", "hoped")
        self._permitted = words.phrases("plans", "permitted")
        self._prevented = words.phrases("negation", "verbs")

    def _take_part(self, doing: Doing, i: int, subject_of: int) -> None:
        tree, grp = self.tree, doing.group
        subject = tree.subject(subject_of)
        if subject is None and subject_of != grp.head:
            subject = tree.subject(grp.head)
        passive = grp.passive or i != subject_of or self._is_passive_reflexive(i, subject)
        thing: int | None = None
        if subject in self._vouching:
            subject = None
        if subject is not None and not passive and self._is_relative(subject):
            thing = subject if self._is_relative_object(subject, subject_of) else None
            stood = control.before_time(tree, subject_of) or self._stood_for(subject, subject_of)
            subject = stood if thing is None else None
        if subject is None and not self._is_impersonal(i) and not self._just_happens(i):
            over = self._over_relative(subject_of) if thing is not None else None
            subject, doing.understood = over or self._governing(subject_of, passive=passive)
            if subject is None and doing.understood is not None and grp.finite:
                subject = self._of_main_clause(subject_of)
            if not grp.finite:
                subject = self._but_accused(doing, subject_of, subject)
        if passive:
            doing.patient = self._object(i) if subject is None else subject
            doing.actor = self._agent(i)
            doing.undergone = doing.understood if doing.patient is None and grp.form == "Fin" else None
            doing.understood = None
        else:
            doing.actor, doing.patient = subject, self._object(i) if thing is None else thing
            if doing.patient is None and subject is not None and self._is_taken(i, subject):
                doing.actor, doing.patient, doing.understood = None, subject, i
        denied = doing.actor is not None and tree.pos[doing.actor] == "PRON"
        if denied and tree.forms[doing.actor or 0] in tree.lexicon.words("negation", "words"):
            doing.actor = None  # *non è emerso nulla*
        doing.dative = self._dative(i, doing)
        stolen = self._robbed_of(i)
        if stolen is not None and stolen != doing.patient:
            doing.dative, doing.patient = doing.patient or doing.dative, stolen

    def _of_main_clause(self, i: int) -> int | None:
        """*Appena si è accorto del furto, l'uomo ha chiamato*: the subject of the clause that comes after."""
        tree, openers = self.tree, self.tree.lexicon.words("clause", "before_main")
        start = tree.bounds(i)[0]
        if not openers or not any(tree.forms[k] in openers for k in range(start, min(i, start + _OPENING))):
            return None
        mains = [tree.heads[i]] if tree.heads[i] > i and tree.deps[i] == "advcl" else tree.kids_of(i, "conj")
        main = next((k for k in mains if k > i and tree.pos[k] == "VERB"), None)
        subject = tree.subject(main) if main is not None else None
        if main is None or subject is None or not i < subject < main:
            return None
        parted = any(tree.forms[k] == "," for k in range(i + 1, subject))
        joined = any(tree.pos[k] == "CCONJ" and k > i for k in tree.kids[main])
        return subject if parted and not joined and self._fits(i, subject) else None

    def _fits(self, i: int, subject: int) -> bool:
        """Somebody of the number of a verb, and of the gender of its participle behind *be*."""
        tree = self.tree
        be = tree.lexicon.words("clause", "copulas")
        helped = any(tree.lemmas[k] in be for k in tree.kids_of(i, "aux"))
        genders = {tree.feats[k].get("Gender") for k in (i, subject)} - {None}
        fits = not helped or len(genders) < len((i, subject))
        people = names(tree.lexicon.code)
        known = self._named(subject) or tree.forms[subject] in people.victims | people.offenders
        return fits and known and tree.pos[subject] in NOMINAL and tree.agrees(i, subject)

    def _robbed_of(self, i: int) -> int | None:
        """*Hanno derubato una donna della borsa*: what was taken, after a verb that takes the person."""
        tree = self.tree
        if tree.lemmas[i] not in tree.lexicon.words("objects", "robbing"):
            return None
        of = tree.lexicon.words("clause", "of")
        things = (k for k in tree.kids_of(i, "obl", "nmod") if k > i and tree.case_of(k) in of)
        return next((k for k in things if k not in tree.timed and not self._named(k)), None)

    def _is_taken(self, i: int, subject: int) -> bool:
        """*Ruba una bici*: a thing after a verb that does something to things is what it is done to."""
        tree = self.tree
        if subject < i or tree.pos[subject] != "NOUN" or self._named(subject):
            return False
        intransitive = (
            tree.lexicon.words("auxiliaries", "with_be") | tree.lexicon.states | tree.lexicon.happenings
        )
        if not tree.lexicon.words("auxiliaries", "with_be") or tree.lemmas[i] in intransitive:
            return False
        reflexive = any(tree.deps[k].startswith("expl") for k in tree.kids[i])
        apart = not tree.agrees(i, subject)  # *si sono presi un orologio*
        return tree.lemmas[i] in tree.lexicon.verb_types and (apart or not reflexive)

    def _is_impersonal(self, i: int) -> bool:
        """*Si è sparato per tutta la notte*, *lo si nota*: nobody in particular did it."""
        tree = self.tree
        if tree.is_behind_object(i):
            return True
        bare = not any(tree.deps[k] == "obj" for k in tree.kids[i])
        return tree.is_reflexive(i) and bare and tree.lemmas[i] in tree.lexicon.impersonal

    def _just_happens(self, i: int) -> bool:
        """*È accaduto ieri*: nobody does it."""
        words = self.tree.lexicon
        return words.drops_subjects and self.tree.lemmas[i] in words.happenings and self.tree.form(i) != "Inf"

    def _is_passive_reflexive(self, i: int, subject: int | None) -> bool:
        """*Si contano 18 morti*: a reflexive before a verb whose subject follows it."""
        tree = self.tree
        if subject is None or subject < i or not self._counted(subject):
            return False
        return tree.is_reflexive(i) and tree.agrees(i, subject)

    def _agent(self, i: int) -> int | None:
        tree = self.tree
        words = tree.lexicon.words("clause", "agent")
        parted = is_parting(tree, i)
        unknown = tree.lexicon.words("objects", "unknown")
        passive = tree.lexicon.drops_subjects and not parted and self._is_passive(i)
        for k in tree.kids[i]:
            if k > i + 1 and (hand := self._by_hand(k)) is not None:
                return hand
            somebody = tree.forms[k] in unknown or self._named(k)
            if tree.lemmas[k] in tree.lexicon.words("clause", "reasons"):
                continue  # *dal momento che*, *by mistake*
            if tree.pos[k] == "VERB" and tree.form(k) == "Inf":
                continue  # *si guarda dal rispondere*
            if tree.deps[k] == "obl:agent" and (not parted or somebody):
                return k
            by = is_by(tree, k, words)
            if by and k > i and tree.pos[k] == "PRON" and (being := self._is_told_to_be(k)) is not None:
                return being
            if by and tree.pos[k] != "NUM" and k > i and (somebody or (passive and self._is_doer(k))):
                return k
        free = not tree.lexicon.drops_subjects and not parted and self._is_passive(i)
        return self._agent_of_event(i, words, anywhere=passive) or (
            self._agent_beside(i, words) if free else None
        )

    def _by_hand(self, k: int) -> int | None:
        """*Da parte dei carabinieri*: whoever stands behind such a phrase."""
        hands = self.tree.lexicon.words("clause", "agent_nouns")
        if not hands or not k or self.tree.text(k - 1, k).casefold() not in hands:
            return None
        return next(iter(self.tree.kids_of(k, "nmod")), k)

    def _hand_behind(self, noun: int) -> int | None:
        """*Dopo la perquisizione della sede da parte della polizia*: in the phrase, or on an active verb."""
        tree, verb = self.tree, self.tree.heads[noun]
        active = tree.pos[verb] == "VERB" and not self._is_passive(verb)
        behind = sorted({*tree.below(noun), *(tree.kids[verb] if active else ())})
        return next((h for k in behind if k > noun and (h := self._by_hand(k)) is not None), None)

    def _agent_beside(self, i: int, words: frozenset[str]) -> int | None:
        """*Pulled from the rubble by volunteers*: people without a name, behind a thing that nobody wrote."""
        tree = self.tree
        written = tree.lexicon.words("sources", "carriers") | names(tree.lexicon.code).utterances
        for k in tree.kids_of(i, "obl"):
            if k < i or tree.lemmas[k] in tree.lexicon.act_nouns or tree.forms[k] in written:
                continue
            for j in (k, *tree.kids_of(k, "nmod")):
                by = j > i + 1 and bool(words.intersection(tree.case_of(j).split()[:1]))
                if by and tree.pos[j] == "NOUN" and self._named(j):
                    return j
        return None

    def _is_told_to_be(self, k: int) -> int | None:
        """*Presa di mira da quella che era una banda*: what a clause says that the agent is."""
        tree = self.tree
        clauses = (c for c in tree.kids_of(k, "acl:relcl", "acl") if tree.pos[c] == "NOUN")
        return next((c for c in clauses if tree.copula(c) is not None), None)

    def _is_passive(self, i: int) -> bool:
        grp = group(self.tree, i)
        return grp.passive or (grp.form == "Part" and not grp.finite)

    def _is_doer(self, k: int) -> bool:
        """A noun that is no time and no place: *sorpreso da un condomino*."""
        tree = self.tree
        return tree.pos[k] == "NOUN" and k not in tree.timed and tree.forms[k] not in tree.time_nouns

    def _agent_of_event(self, i: int, words: frozenset[str], *, anywhere: bool = False) -> int | None:
        """*Bombed in an attack by rebels*: who did the event in which it was done.

        Where `anywhere`, on any noun of the clause: *fermato all'aeroporto dai funzionari*.
        """
        tree = self.tree
        for k in tree.kids[i]:
            idiom = i < k <= i + 2 and not tree.kids_of(k, "det")  # *messo a segno da una banda*
            told = idiom or anywhere or tree.lemmas[k] in tree.lexicon.noun_types
            if tree.deps[k] != "obl" or k < i or not told:
                continue
            for j in tree.kids_of(k, "nmod"):
                by = j > k and bool(words.intersection(tree.case_of(j).split()[:1]))
                if by and self._named(j) and (not anywhere or self._is_told_apart(j)):
                    return j
        return None

    def _is_told_apart(self, k: int) -> bool:
        """Somebody with an article or a name, or offenders: not *un gioco da ragazzi*."""
        tree = self.tree
        marked = any(tree.feats[c].get("Definite") for c in tree.kids_of(k, "case"))
        known = tree.pos[k] == "PROPN" or tree.forms[k] in names(tree.lexicon.code).offenders
        return marked or known or bool(tree.kids_of(k, "det", "nummod"))

    def _object(self, i: int) -> int | None:
        tree = self.tree
        objects = (
            k for k in tree.kids[i] if tree.deps[k] == "obj" and self._is_thing(k) and k not in tree.timed
        )
        taken = min(objects, key=self._is_clitic, default=None)  # a noun before a pronoun
        if taken is not None:
            return (self._bare_oblique(i) or taken) if self._is_clitic(taken) else taken
        subject = tree.subject(i)
        late = (k for k in tree.kids[i] if k > i and tree.deps[k] == "nsubj" and k not in tree.timed)
        if subject is not None and subject < i and (found := next(late, None)) is not None:
            return found
        return self._of_object(i) or self._bare_oblique(i) or self._lost_object(i) or self._shared_object(i)

    def _is_clitic(self, k: int) -> bool:
        return self.tree.feats[k].get("Clitic") == "Yes"

    def _is_thing(self, k: int) -> bool:
        """A noun, or what was taken for something else and has an article or number: *un cellulare*."""
        tree = self.tree
        if tree.pos[k] in NOMINAL or tree.pos[k] == "DET":
            return True
        marked = any(tree.deps[c].split(":")[0] in ("det", "nummod") and c < k for c in tree.kids[k])
        return marked and not any(tree.deps[c] in _VERBAL for c in tree.kids[k])

    def _of_object(self, i: int) -> int | None:
        """*Si è impossessato di una bicicletta*, *è fuggito con la cassa*: verbs whose preposition says what.

        Whoever has a name, or is a person of a trade, is no thing that is carried off.
        """
        tree, words = self.tree, self.tree.lexicon
        partitive = tree.lemmas[i] in words.words("objects", "with_of")
        of = words.words("clause", "of") if partitive else frozenset()
        taken = tree.lemmas[i] in words.words("objects", "carrying")
        for k in tree.kids[i]:
            if k < i or not (tree.pos[k] in NOMINAL or (tree.pos[k] == "ADJ" and tree.deps[k] == "obl")):
                continue
            case = tree.case_of(k)
            if case in of:
                return k
            if taken and case in words.words("objects", "carried") and not self._named(k):
                return k
        return None

    def _shared_object(self, i: int) -> int | None:
        """*Ha sottratto senza pagare due maglie*: a thing behind an infinitive that both verbs have."""
        tree = self.tree
        without = tree.lexicon.words("objects", "without")
        for k in tree.kids[i]:
            marked = k > i and tree.form(k) == "Inf" and any(tree.forms[m] in without for m in tree.kids[k])
            if marked and tree.lemmas[i] in tree.lexicon.verb_types:
                return next((j for j in tree.kids_of(k, "obj") if j > k and self._is_thing(j)), None)
        return None

    def _bare_oblique(self, i: int) -> int | None:
        """A noun without preposition after a verb that the parser took for an adverbial or a predicate."""
        tree = self.tree
        small = tree.lexicon.words("objects", "particles")
        done = tree.lemmas[i] in tree.lexicon.verb_types
        predicative = tree.lexicon.states | tree.lexicon.words("auxiliaries", "with_be")
        for k in tree.kids[i]:
            loose = tree.deps[k] == "obl" or (
                tree.deps[k] == "xcomp" and done and tree.lemmas[i] not in predicative
            )
            if k < i or not loose or tree.pos[k] not in ("NOUN", "NUM") or k in tree.timed:
                continue
            bare = all(tree.forms[c] in small for c in tree.kids_of(k, "case"))
            if bare and tree.forms[k] not in tree.time_nouns:
                return k
        return None

    def _lost_object(self, i: int) -> int | None:
        """A name that the parser hung on a mark or a gerund: *ha aggiornato «nei dettagli» Putin*."""
        tree = self.tree
        for k in range(i + 1, min(i + 8, tree.bounds(i)[1])):
            if tree.pos[k] == "VERB" or tree.forms[k] in (",", ";", ":"):
                return None
            if tree.pos[k] != "PROPN" or tree.heads[k] == i or tree.kids_of(k, "case"):
                continue
            parted = any(tree.forms[j] in _CLOSING for j in range(tree.heads[k] + 1, k))
            loose = tree.deps[k] in ("punct", "dep") or parted
            if loose or (tree.deps[k] == "nsubj" and tree.form(tree.heads[k]) == "Ger"):
                return k
        return None

    def _dative(self, i: int, doing: Doing) -> int | None:
        tree = self.tree
        words = tree.lexicon.words("clause", "addressee")
        goes = tree.lemmas[i] in tree.lexicon.words("auxiliaries", "with_be")
        for k in tree.kids[i]:
            if goes and tree.deps[k].startswith("obl"):
                continue  # *è arrivata a Palazzo Chigi*: where to, not to whom
            if k in (doing.actor, doing.patient) or tree.pos[k] not in NOMINAL:
                continue
            if tree.deps[k] == "iobj" or (tree.deps[k].startswith("obl") and tree.case_of(k) in words):
                return k
        return None

    def _governing(self, i: int, *, passive: bool) -> tuple[int | None, int | None]:
        """The subject through coordination, participles and infinitives; else the verb that leaves it out."""
        tree, seen, j, finite, grp = self.tree, set(), i, i, group(self.tree, i)
        if (noun := control.beside(tree, i)) is not None:
            return noun, None
        while j not in seen:
            seen.add(j)
            finite = finite if group(tree, finite).finite or tree.pos[j] != "VERB" else j
            dep, head = tree.deps[j], tree.heads[j]
            if head in self._vouching:
                return None, i
            if dep in ("acl", "acl:relcl", "amod") and tree.pos[head] in NOMINAL:
                return self._beside_noun(i, j, head)
            if head == j or dep not in ("conj", "xcomp", "advcl"):
                break
            if self._leaves_relative(j, head):
                return self._beside_noun(i, j, tree.heads[head])
            own = tree.lexicon.drops_subjects and tree.is_gerund(j)
            beside = dep == "advcl" and grp.finite and (j == i or group(tree, j).finite)
            seen_by = beside and self._is_seen(head, j)
            own |= beside and not seen_by
            held = dep in ("xcomp", "advcl") and j > head and not own and (j == i or not grp.finite)
            if held and (obj := control.controller(tree, head, j, self._named)) is not None:
                return obj, None
            if j == i and (charged := self._charged_by_noun(i, head)) is not None:
                return charged, None
            subject = tree.subject(head)
            if dep == "conj":
                subject = self._joined_before(finite, j, head) or subject
            if beside and subject is not None and (seen_by or subject > i or not self._may_mean(subject)):
                break
            if subject is not None:
                return (subject, None) if self._may_share(finite, subject) else (None, finite)
            j = head
        return None, j if tree.form(i) == "Part" and tree.deps[i] == "conj" else i

    def _is_seen(self, head: int, j: int) -> bool:
        """*Ha visto l'auto mentre si allontanava*: what is seen does what is told of that time."""
        tree = self.tree
        marks = tree.lexicon.words("clause", "simultaneous")
        seen = tree.lemmas[head] in tree.lexicon.words("phases", "perception")
        return seen and any(tree.forms[k] in marks for k in tree.kids_of(j, "mark", "advmod"))

    def _may_mean(self, subject: int) -> bool:
        """*Il ladro è fuggito mentre arrivava*: somebody goes on into a clause of time, a thing does not."""
        return self._named(subject) or self.tree.pos[subject] != "NOUN"

    def _may_share(self, finite: int, subject: int) -> bool:
        """In number, and in gender with a participle behind *be*: not *si vedono le tracce, sono andati*."""
        tree = self.tree
        if not tree.agrees(finite, subject):
            return False
        be = tree.lexicon.words("clause", "copulas")
        helped = tree.lexicon.drops_subjects and any(
            tree.lemmas[k] in be for k in tree.kids_of(finite, "aux")
        )
        if not helped or tree.pos[subject] != "NOUN" or tree.kids_of(subject, "conj", "nmod", "nummod"):
            return True
        if tree.forms[subject] in tree.lexicon.words("objects", "epicene"):
            return True
        genders = {tree.feats[k].get("Gender") for k in (finite, subject)} - {None}
        return len(genders) < len((finite, subject))

    def _joined_before(self, i: int, j: int, head: int) -> int | None:
        """*Lei si volta, uno apre e prende la borsa*: of verbs joined, the last subject that agrees."""
        tree = self.tree
        joined = [k for k in tree.kids_of(head, "conj") if head < k < j and tree.pos[k] == "VERB"]
        for k in reversed(joined):
            subject = tree.subject(k)
            if subject is not None and tree.pos[subject] in NOMINAL and tree.agrees(i, subject):
                return subject
        return None

    def _beside_noun(self, i: int, j: int, noun: int) -> tuple[int | None, int | None]:
        """Who acts in a clause `j` that hangs on a noun: the noun, or the subject over it."""
        tree = self.tree
        if group(tree, i).form == "Inf" or any(tree.form(k) == "Inf" for k in tree.kids_of(i, "aux")):
            if i != j and tree.form(j) == "Part" and not group(tree, j).finite and self._named(noun):
                return noun, None  # *un uomo accusato di aver rubato*
            accused = self._charged_with(noun)
            return (accused, None) if accused is not None else self._of_plan(i, noun)
        if tree.is_gerund(i) or control.is_present(tree, i):
            modified = self._modifies(j, noun) or control.of_gerund(tree, j, noun) is not None
            return (noun, None) if modified else self._above(noun, i)
        if not group(tree, i).finite:
            return noun, None
        while i == j and tree.deps[noun] == "nmod" and not self._is_relative_subject(i, noun):
            if tree.pos[tree.heads[noun]] not in NOMINAL:
                break
            noun = tree.heads[noun]  # *un inseguimento per le strade che è finito*
        return (noun, None) if i == j and self._is_relative_subject(i, noun) else (None, i)

    def _of_plan(self, i: int, noun: int) -> tuple[int | None, int | None]:
        """*Allo scopo di rubare*, *the minister's decision to leave*: whose plan it is, or who acts above."""
        tree = self.tree
        if tree.lemmas[noun] not in tree.lexicon.words("plans", "nouns"):
            if tree.lexicon.drops_subjects:
                return None, i
            who = noun if self._named(noun) else control.of_plan(tree, noun, self._named)
            return (who, None) if who is not None else (None, i)
        owner = control.of_plan(tree, noun, self._named)
        if owner is not None:
            return owner, None
        if not tree.lexicon.drops_subjects:
            return None, i
        return self._above(noun, i) if tree.deps[noun].startswith("obl") else (None, i)

    def _modifies(self, j: int, noun: int) -> bool:
        """*Vio a un hombre huyendo*: right after somebody, without a comma."""
        tree = self.tree
        return j - tree.edge(noun)[0] < _NEAR_NOUN and tree.forms[j - 1] != "," and self._named(noun)

    def _above(self, noun: int, i: int) -> tuple[int | None, int | None]:
        """The subject of the finite verb over a noun, or that verb where it leaves it out."""
        tree, verb = self.tree, noun
        while tree.heads[verb] != verb and not (tree.pos[verb] == "VERB" and group(tree, verb).finite):
            verb = tree.heads[verb]
        if tree.pos[verb] not in ("VERB", "AUX"):
            return None, i
        subject = tree.subject(verb)
        return (subject, None) if subject is not None else (None, verb)

    def _over_relative(self, i: int) -> tuple[int | None, int | None] | None:
        """*L'altro è fuggito su una moto che aveva rubato*: who acts above does what is told of the thing."""
        noun = self.tree.heads[i]
        subject, _ = self._above(noun, i)
        if subject is None:
            return None
        fits = self.tree.agrees(i, subject) and self._may_mean(subject) and subject < i
        return (subject, None) if fits and subject != noun else None
