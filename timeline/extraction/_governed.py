"""What the verb or noun over an infinitive, a gerund or a deed makes of it: planned, charged, done."""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction._clause import FUTURE, LONGEST_TRIGGER, PAST, PRESENT, Group, group
from timeline.extraction._parts import Parts
from timeline.languages._names import names

CHARGES = frozenset(("ACCUSE", "COERCE"))
_FARTHEST = 3
_NEAR = 6
_ASIDE = 14


class Governed(Parts):
    """Reads how clauses without a finite verb are meant by the words over them."""

    def _as_verb(self, k: int) -> str:
        tree = self.tree
        return tree.lexicon.lemma(tree.forms[k], tree.lemmas[k], tree.lexicon.code)

    def _is_phase(self, i: int) -> bool:
        """A verb of beginning or trying whose infinitive is the event: that one is read instead."""
        tree = self.tree
        if self._ahead_of(i) is not None:
            return True
        phases = tree.lexicon.words("phases", "verbs")
        return tree.lemmas[i] in phases and any(
            k > i
            and tree.deps[k] in ("xcomp", "advcl", "ccomp")
            and tree.form(k) in ("Inf", "Ger")
            and self._is_close(i, k)
            and not self._is_purpose(i, k)
            for k in tree.kids[i]
        )

    def _is_close(self, i: int, k: int) -> bool:
        """*È riuscito, con una scusa, a entrare*: few words on, or more with an aside and no verb between."""
        tree = self.tree
        if k < i:
            return False
        if k - i < _NEAR:
            return True
        between = range(i + 1, k)
        aside = i + 1 < tree.size and tree.forms[i + 1] == "," and tree.form(k) == "Inf"
        return aside and k - i < _ASIDE and not any(tree.pos[j] in ("VERB", "AUX") for j in between)

    def _let(self, i: int, head: int, own: Group) -> tuple[str, Group] | None:
        """*È riuscito a farsi portare via*: an infinitive that another one lets be done."""
        tree = self.tree
        causes = tree.lemmas[head] in tree.lexicon.words("phases", "causatives")
        if not causes or head != i - 1 or tree.form(head) != "Inf" or own.form != "Inf":
            return None
        meant = self._governed(head)
        if meant is None:
            return None
        first = meant[1].first
        near = len(tree.text(first, i).split()) <= LONGEST_TRIGGER
        return meant[0], replace(meant[1], first=first if near else head, last=i)

    def _is_purpose(self, i: int, k: int) -> bool:
        """*È tornato per chiamare*, not *ha finito per ammettere*: what something is done for."""
        tree, phases = self.tree, self.tree.lexicon.words("phases", "verbs")
        purposes = tree.lexicon.words("clause", "purposes")
        marks = [tree.forms[m] for m in tree.kids_of(k, "mark", "case") if tree.forms[m] in purposes]
        return any(f"{tree.lemmas[i]} {mark}" not in phases for mark in marks)

    def _governed(self, i: int) -> tuple[str, Group] | None:
        """How an infinitive is meant by the verb or noun over it, with the verb group that has its tense."""
        tree = self.tree
        j = i
        while tree.deps[j] == "conj" and tree.form(tree.heads[j]) == tree.form(i):
            j = tree.heads[j]
        head = tree.heads[j]
        own = group(tree, i)
        told = self._told_after(i, j, head, own) if head != j else None
        if told is not None:
            return "", told
        let = self._let(i, head, own) if head != j else None
        if let is not None:
            return let
        if head == j or tree.deps[j] not in (
            "xcomp",
            "ccomp",
            "advcl",
            "acl",
            "obj",
            "obl",
            "csubj",
            "acl:relcl",
        ):
            return None
        if self._is_charge(j, head):
            return "" if self._is_proven(head) else "alleged", own
        if tree.pos[head] in ("NOUN", "PROPN"):
            return ("planned", own) if tree.lemmas[head] in tree.lexicon.words("plans", "nouns") else None
        meant = self._carried_out(i, head, own)
        if meant is not None:
            return meant
        wanted = self._wanted(head, own)
        if wanted:
            return self._as_wanted(head, own, wanted)
        if tree.is_in(head, self._prevented) and not self._ends(i, head):
            return self._as_prevented(head, own)
        if self._is_phase(head) and self._is_close(head, j):
            outer = group(tree, head, last=i)
            if j - head >= _NEAR:
                outer = replace(outer, first=min([own.first, *tree.kids_of(i, "mark")]), last=own.last)
            return self._begun(head, outer)
        return None

    def _as_wanted(self, head: int, own: Group, wanted: str) -> tuple[str, Group] | None:
        over = group(self.tree, head)
        if wanted == "permitted" and self._lets_anybody(head, over):
            return None
        ahead = wanted == "permitted" and (over.tense == FUTURE or over.conditional)
        if not over.negated or ahead:  # *we will not let them win*
            return wanted, own
        # *did not want to kill*, *rien ne laissait présager*
        return None if wanted == "permitted" else (wanted, replace(own, negated=True))

    def _as_prevented(self, head: int, own: Group) -> tuple[str, Group] | None:
        tree, over = self.tree, group(self.tree, head)
        avoided = over.form == "Inf" and tree.lemmas[head] not in tree.lexicon.entries
        if avoided and own.form == "Inf" and not over.negated:
            return None  # *uscì dal retro per evitare di incontrarlo*
        return ("" if over.negated else "permitted" if avoided else "denied"), own  # *to avoid losing it*

    def _lets_anybody(self, head: int, over: Group) -> bool:
        """*The rights allow holders to buy shares*, *let's go*: what a thing makes possible, an appeal."""
        tree = self.tree
        if over.imperative or (over.form == "Inf" and head == tree.bounds(head)[0]):
            return True
        if tree.lemmas[head] in tree.lexicon.words("auxiliaries", "modal_possible"):
            return over.conditional and over.tense == PAST  # fr *aurait pu causer un désastre*
        usual = over.form == "Fin" and not (over.progressive or over.modal or over.anterior)
        if not usual or tree.block.heading or self._dated(head):
            return False
        subject = tree.subject(head)
        if subject is None or self._is_somebody(subject) or tree.lemmas[subject] in tree.lexicon.noun_types:
            return False  # *the approval permits*
        return over.imperfect or (over.tense == PRESENT and not over.passive)

    def _is_somebody(self, noun: int) -> bool:
        tree = self.tree
        known = names(tree.lexicon.code)
        words = {tree.forms[noun], tree.lemmas[noun]}
        groups = (known.people, known.collective, known.bodies, known.roles)
        return self._named(noun) or any(words & some for some in groups)

    def _wanted(self, head: int, own: Group) -> str:
        """Planned, hoped or permitted, by the word over an infinitive or gerund; else empty."""
        lists = (
            ("planned", self._planned),
            ("planned", self._ahead_gerunds if own.form == "Ger" else {}),
            ("hoped", self._hoped),
            ("permitted", self._permitted),
        )
        return next((name for name, phrases in lists if self.tree.is_in(head, phrases)), "")

    def _begun(self, head: int, outer: Group) -> tuple[str, Group] | None:
        """How what is begun or tried is meant; None for *senza riuscire a rubare nulla*."""
        tree, without = self.tree, self.tree.lexicon.words("objects", "without")
        if outer.form != "Inf":
            return "", outer
        if any(tree.forms[k] in without for k in tree.kids_of(head, "mark", "case")):
            return None
        return (self._governed(head) or ("",))[0], outer

    def meant(self, i: int) -> str:
        """How an infinitive that tells a statement is meant: *urged them to deny it*."""
        bare = group(self.tree, i).form == "Inf"
        return (self._governed(i) or ("",))[0] if bare else ""

    def _told_after(self, i: int, j: int, head: int, own: Group) -> Group | None:
        """An infinitive that tells what came next, was seen, or was tried, in the past.

        *Ha rotto il vetro per poi entrare*, *hanno visto il ladro scappare*, *nel tentativo di rubare*.
        """
        tree = self.tree
        if tree.form(i) != "Inf":
            return None
        if tree.pos[head] == "NOUN" and tree.lemmas[head] in tree.lexicon.words("phases", "attempt_nouns"):
            return replace(own, first=head) if head < i < head + _NEAR else None
        seen = tree.heads[head] if tree.pos[head] in ("NOUN", "PROPN") and tree.deps[head] == "obj" else head
        outer = group(tree, seen)
        if outer.tense != PAST or outer.modal or outer.conditional or outer.negated:
            return None
        if tree.lemmas[seen] in tree.lexicon.words("phases", "perception"):
            return own if tree.deps[j] in ("xcomp", "ccomp", "acl", "amod") else None
        then = tree.lexicon.words("clause", "sequels")
        first = min(tree.kids_of(j, "mark"), default=None) if then and head == seen else None
        return own if first is not None and tree.text(first, first + 1).lower() in then else None

    def _carried_out(self, i: int, head: int, own: Group) -> tuple[str, Group] | None:
        """*Ha permesso di trovare i ladri*, *went on to lose*: in the past it came about."""
        tree = self.tree
        outer = group(tree, head)
        over = outer.tense == PAST and not (outer.imperfect or outer.modal or outer.conditional)
        if tree.is_in(head, tree.lexicon.phrases("plans", "ahead")):
            ahead = outer.progressive if tree.lexicon.ambiguous_past else not over
            return ("planned", own) if ahead else ("", group(tree, head, last=i) if i - head < 6 else own)
        if over and tree.is_in(head, tree.lexicon.phrases("plans", "implicative")):
            only = any(tree.forms[k] in tree.lexicon.words("clause", "that") for k in range(head + 1, i))
            return "denied" if outer.negated and not only else "", own  # *non ha potuto che tacere*
        return None

    def _ends(self, i: int, head: int) -> bool:
        """*Stopped playing*: what ends was done before."""
        phases = self.tree.lexicon.words("phases", "verbs")
        return self.tree.form(i) != "Inf" and self.tree.lemmas[head] in phases

    def _is_complement(self, i: int, grp: Group) -> bool:
        """A gerund or an infinitive of the perfect that completes a verb or noun: *denied stealing*."""
        tree = self.tree
        if grp.form not in ("Ger", "Part") or tree.deps[i] not in (
            "xcomp",
            "ccomp",
            "advcl",
            "acl",
            "obj",
            "obl",
        ):
            return False
        if grp.form == "Part" and not any(tree.form(k) == "Inf" for k in tree.kids_of(i, "aux")):
            return False
        marks = tree.lexicon.words("clause", "charges") | tree.lexicon.words("negation", "marks")
        marked = any(
            tree.forms[k] in marks or tree.lemmas[k] in marks for k in tree.kids_of(i, "mark", "case")
        )
        meant = marked or (tree.deps[i] == "advcl" and tree.is_in(tree.heads[i], self._ahead_gerunds))
        return tree.deps[i] in ("xcomp", "ccomp", "obj") or meant

    @property
    def _ahead_gerunds(self) -> dict[str, list[tuple[str, ...]]]:
        """*Was aimed at helping*: what has its plan in a gerund."""
        return self.tree.lexicon.phrases("plans", "gerunds")

    def _is_passive_infinitive(self, i: int) -> bool:
        """*La possibilità di essere ripreso*: no perfect, which would tell what was done before."""
        tree = self.tree
        helpers = [k for k in tree.kids_of(i, "aux", "aux:pass") if tree.form(k) == "Inf"]
        perfect = tree.lexicon.words("auxiliaries", "perfect")
        be = tree.lexicon.words("auxiliaries", "with_be")
        own = any(tree.lemmas[k] in perfect and tree.deps[k] != "aux:pass" for k in helpers)
        if tree.form(i) != "Part" or group(tree, i).finite:
            return False
        to = tree.lexicon.words("clause", "infinitive_marks")
        if tree.lexicon.ambiguous_past and not any(tree.forms[k] in to for k in tree.kids_of(i, "mark")):
            return False  # *insisted that he be returned*
        return len(helpers) == 1 and not own and tree.lemmas[i] not in be

    def _charge(self, i: int) -> int | None:
        """The verb of accusing or arresting over a deed: *denunciati per il furto di una borsa*."""
        tree, j = self.tree, i
        if tree.lemmas[i] not in tree.lexicon.words("objects", "deeds"):
            return None
        for _ in range(_FARTHEST):
            dep, up = tree.deps[j].split(":")[0], tree.heads[j]
            if up == j or dep not in ("obl", "nmod", "conj"):
                return None
            j = up
            if self._charges(j):
                return j
        return None

    def _accused(self, j: int) -> int | None:
        """Whoever is accused or arrested by the verb `j`."""
        tree, grp = self.tree, group(self.tree, j)
        found = tree.subject(j) if grp.passive else self._object(j)
        beside = tree.heads[j] if found is None and tree.deps[j].startswith(("acl", "amod")) else None
        return found if found is not None else beside

    def _charges(self, j: int) -> bool:
        """Tell a verb of accusing, arresting or sentencing."""
        known = self.tree.lexicon.verb_types.get(self._as_verb(j)) in CHARGES
        return known and self.tree.pos[j] in ("VERB", "ADJ")

    def _is_charge(self, j: int, head: int) -> bool:
        """*Accused of killing*, *arrestato per aver rubato*: what one is charged with."""
        tree = self.tree
        marks = tree.lexicon.words("clause", "charges")
        marked = any(
            tree.forms[k] in marks or tree.lemmas[k] in marks for k in tree.kids_of(j, "mark", "case")
        )
        if tree.pos[head] == "NOUN":
            # *l'ipotesi di aver rubato*, not *il rischio di perdere*
            helped = any(tree.form(k) == "Inf" for k in tree.kids_of(j, "aux", "aux:pass"))
            past = tree.form(j) == "Ger" or (helped and not self._is_passive_infinitive(j))
            doubted = past and tree.lemmas[head] in tree.lexicon.words("doubt", "nouns")
            return marked and (tree.lexicon.act_nouns.get(tree.lemmas[head]) == "accuse" or doubted)
        accuses = any(e.act == "accuse" for e in tree.lexicon.entries.get(tree.lemmas[head], ()))
        blames = accuses or self._charges(head) or self._is_suspicion(head)
        return marked and blames and not self._is_bare_purpose(j)

    def _is_suspicion(self, head: int) -> bool:
        """*Is suspected of looting*, *es sospechoso de haber robado*: nobody says that it was so."""
        tree = self.tree
        lists = (tree.lexicon.words("doubt", "verbs"), tree.lexicon.words("doubt", "adjectives"))
        return any(tree.lemmas[head] in words for words in lists) and bool(
            tree.kids_of(head, "aux:pass", "cop")
        )

    def _is_bare_purpose(self, j: int) -> bool:
        """*Fermati per identificarli*, not *fermati per aver rubato*: an infinitive of what is to be done."""
        tree = self.tree
        if tree.form(j) != "Inf" or tree.lexicon.ambiguous_past:
            return False
        purposes = tree.lexicon.words("clause", "purposes")
        return any(tree.forms[k] in purposes for k in tree.kids_of(j, "mark", "case"))

    def _ahead_of(self, i: int) -> int | None:
        """The infinitive or gerund that a verb of looking ahead stands before: *is going to attack*."""
        tree = self.tree
        if not tree.is_in(i, tree.lexicon.phrases("plans", "ahead")):
            return None
        return next(
            (k for k in tree.kids_of(i, "xcomp", "advcl") if i < k < i + _NEAR and tree.form(k) == "Inf"),
            None,
        )

    def _is_proven(self, i: int) -> bool:
        """*Condannato per il furto*: a court found that it was so."""
        return bool({self.tree.lemmas[i], self._as_verb(i)} & self.tree.lexicon.words("truth", "proven"))
