"""What is said: the stretch of text that a verb of saying or thinking governs.

Constructions, each read off the tree where it is right and off the order of words and marks where not: a
clause after the verb (*dice che ...*), an infinitive (*promette di ...*), a quotation before, after or around
the verb (*«...», ha detto X*, *«... - spiega X - ...»*), a parenthesis (*rende noto il Cremlino*), a noun
phrase (*announced the resignation*), a prepositional one (*parla di ...*), the sentence before
(*così sostiene X*).
"""

from __future__ import annotations

from timeline.extraction._clause import Group
from timeline.extraction._lexicon import ACTS_OF_MIND, Entry
from timeline.extraction._objects import TOLD, Objects
from timeline.extraction._sayings import NEAR, QUOTE_MARKS, Saying, Words, trim
from timeline.extraction._voices import AUXILIARY, SUBJECTS
from timeline.extraction._zones import SAYING

_COMPLEMENTS = frozenset(("obj", "iobj", "obl", "xcomp", "ccomp", "advmod", "advcl"))
_REPEATED = TOLD - {"accuse", "criticise"} | {"confirm", "retract"}
_JUDGING = frozenset(("criticise", "praise"))
_SHORT_ZONE = 4
_LONGEST_ZONE = 40


class Contents(Objects):
    """Finds the content of the verbs of one block."""

    def _remainder(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        """What else hangs on a finite verb of saying that has a subject: *said no to the war*."""
        tree = self.tree
        if entry.act in (*ACTS_OF_MIND, "report") or not grp.finite or grp.passive or tree.subject(i) is None:
            return None
        if (
            tree.lemmas[i] in tree.lexicon.words("phases", "verbs")
            or tree.lemmas[i] in tree.lexicon.verb_types
        ):
            return None
        kids = [
            k
            for k in tree.kids[i]
            if k > grp.last
            and (tree.deps[k].split(":")[0] in _COMPLEMENTS or tree.pos[k] == "INTJ")
            and not self._is_beside_point(k)
        ]
        if not kids or self._is_quoting(i) or self.is_what(grp):
            return None
        first, last = tree.edge(kids[0])[0], max(tree.edge(k)[1] for k in kids)
        if entry.act != "say" and not self._has_words(max(first, grp.last + 1), last):
            return None
        found = self._saying(i, entry, grp, [trim(tree, max(first, grp.last + 1), last)], None)
        found.frame = "remainder"
        return found

    def _has_words(self, first: int, last: int) -> bool:
        """Tell whether a stretch holds a finite verb or a mark of quotation."""
        tree = self.tree
        return any(tree.form(k) == "Fin" or tree.forms[k] in QUOTE_MARKS for k in range(first, last + 1))

    def _clause(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        first, _ = self.tree.bounds(i)
        if i <= first + 1 and entry.act == "ask" and self._is_question(first):
            return self._asked(i, entry, grp)
        root = self._clause_after(i, grp.last)
        if self._is_quoting(i) and self._goes_on(i, grp):
            return None
        unmarked = root is None or not self._is_marked(root, i)
        if self._is_quoting(i) and unmarked and self._between_dashes(i) is None:
            alone = not self.tree.kids_of(i, "obj") or self._quote_beside(i, self._zone(i, None))
            return self._around(i, entry, grp) if alone else None
        if root is not None:
            found = self._saying(i, entry, grp, [self._whole(root, i)], root)
            quote = self._quote_beside(i, found.zone)
            if (
                quote is not None
                and quote.last < i
                and grp.form != "Ger"  # *closed "all plants", saying that costs rose*
                and self.tree.sentence[quote.last] == self.tree.sentence[i]
            ):
                found.spans.insert(0, (quote.first, quote.last))
                found.quotes = [quote]
            opened = next((q for q in self.quotes if i < q.first <= found.spans[-1][0] <= q.first + 1), None)
            if opened is not None and opened not in found.quotes:
                found.spans[-1] = (opened.first, max(opened.last, found.spans[-1][1]))
                found.quotes.append(opened)
            return found
        return self._around(i, entry, grp) or self._rest(i, entry, grp) or self._before(i, entry, grp)

    def _rest(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        """Where the parser lost the clause: what follows the verb of saying, if there is a verb in it."""
        tree = self.tree
        first, end = tree.bounds(i)
        if tree.deps[i] == "acl:relcl" and tree.heads[i] < i:
            end = min(end, tree.edge(i)[1] + 1)
        start = grp.last + 1
        if (
            entry.act in ACTS_OF_MIND
            or self.is_what(grp)
            or (i <= first + 1 and self._is_question(first))
            or grp.form not in ("Fin", "Ger")
            or start >= end
            or tree.is_punct(start)
        ):
            return None
        if any(e.frame == "object" for e in tree.lexicon.entries[tree.lemmas[i]]) and self._has_thing(
            i, start
        ):
            return None
        that = tree.lexicon.words("clause", "that")
        near = range(start, min(start + NEAR, end))
        mark = next((k for k in near if tree.forms[k] in that and not self._stands_for_noun(k, i)), None)
        if mark is not None and not any(tree.pos[k] == "VERB" for k in range(start, mark)):
            start = mark
        else:
            after, start = start, self._after_addressee(i, start)
            if "," in tree.forms[after : start + 1]:
                return None
        while start < end - 1 and start in tree.timed:
            start += 1
        verb = next((k for k in range(start, end) if tree.pos[k] in ("VERB", "AUX")), None)
        if (
            verb is None
            or tree.form(verb) != "Fin"
            or (start != mark and self._goes_beside(i, start, verb))
            or (grp.passive and tree.deps[self._root(verb)].startswith("acl"))
            or any(tree.forms[k] == "," and tree.pos[k + 1] == "CCONJ" for k in range(start - 1, verb))
            or any(tree.forms[k] in QUOTE_MARKS or tree.forms[k] in (":", ";") for k in range(start, verb))
        ):
            return None
        return self._saying(i, entry, grp, [trim(tree, start, end - 1)], None)

    def _stands_for_noun(self, k: int, i: int) -> bool:
        """*Garantita a sei persone che hanno ...*: a relative pronoun is no conjunction."""
        tree, words = self.tree, self.tree.lexicon.words("clause", "addressee")
        noun = k - 1
        if self._is_relative(k, i) and tree.deps[k] != "mark":
            return True
        told = tree.heads[noun] == i and tree.deps[noun] in (
            ("obj", "iobj") if tree.lexicon.ambiguous_past else ()
        )
        told = told or any(tree.lemmas[c] in words for c in tree.kids_of(noun, "case"))
        named = tree.pos[noun] in ("NOUN", "PROPN") and noun not in tree.timed and not told
        return named and ((tree.pos[k] == "PRON" and tree.deps[k] != "mark") or self._is_of_doer(noun, i))

    def _is_of_doer(self, noun: int, i: int) -> bool:
        """*Chiariti dagli uomini in divisa che ...*: a noun of the agent of a passive."""
        tree, by = self.tree, self.tree.lexicon.words("clause", "agent")
        agents = [k for k in tree.kids_of(i, "obl:agent", "obl") if k > i and tree.case_of(k) in by]
        passive = bool(tree.kids_of(i, "aux:pass"))
        return passive and any(noun == k or noun in tree.below(k) for k in agents)

    def _root(self, verb: int) -> int:
        return self.tree.heads[verb] if self.tree.deps[verb] in AUXILIARY else verb

    def _goes_beside(self, i: int, start: int, verb: int) -> bool:
        """*Smentisce e promette di ...*, *riportate a casa quando è arrivato*: another clause of its own."""
        tree = self.tree
        when = tree.lexicon.words("clause", "simultaneous") | tree.lexicon.words("clause", "before_after")
        verb = self._root(verb)
        joined = any(k >= start for k in tree.kids_of(verb, "cc")) and tree.heads[verb] == i
        return (
            joined
            or tree.pos[start] == "CCONJ"
            or (tree.deps[verb] == "advcl" and any(tree.forms[k] in when for k in range(start, verb)))
        )

    def _takes_thing(self, i: int) -> bool:
        """*..., correcting the figure*: a gerund with an object tells of that, not of what stands before."""
        things = any(k > i and self.tree.pos[k] == "NOUN" for k in self.tree.kids_of(i, "obj"))
        return things and any(e.frame == "object" for e in self.tree.lexicon.entries[self.tree.lemmas[i]])

    def _has_thing(self, i: int, start: int) -> bool:
        """*Denunció el acuerdo que ...*: an object with an article right after the verb is what is told."""
        tree = self.tree
        things = (k for k in tree.kids_of(i, "obj") if k >= start and tree.pos[k] == "NOUN")
        return any(tree.edge(k)[0] <= start + 1 and not tree.kids_of(k, "case") for k in things)

    def _after_addressee(self, i: int, start: int) -> int:
        """Leave out the one spoken to: *told reporters the plan had failed*."""
        tree = self.tree
        things = any(e.frame == "object" for e in tree.lexicon.entries.get(tree.lemmas[i], ()))
        for k in sorted(tree.kids[i]):
            first, last = tree.edge(k)
            if things and tree.deps[k] == "obj":
                break
            if (
                k >= start
                and first <= start
                and tree.deps[k] in ("obj", "iobj", "obl", "advmod", "obl:unmarked")
            ):
                if any(tree.pos[j] in ("VERB", "AUX") for j in range(first, last + 1)):
                    break
                start = last + 1
        return start

    def _clause_after(self, i: int, last: int) -> int | None:
        """The clause that the verb governs to its right."""
        tree = self.tree
        for k in tree.kids[i]:
            if k <= last or not self._is_clause(k):
                continue
            dep = tree.deps[k]
            first = tree.edge(k)[0]
            comma = "," in tree.forms[max(first - 1, i + 1) : first + 1] and not self._has_mark(k, i)
            if comma and not QUOTE_MARKS.intersection(tree.forms[first : first + 2]):
                continue
            if self._is_relative(first, i):
                continue
            if dep == "ccomp" and (tree.form(k) != "Inf" or self._has_subject(k)):
                return k
            if dep in (
                "advcl",
                "obj",
                "acl",
                "acl:relcl",
                "csubj",
                "xcomp",
                "obl",
                "ccomp",
            ) and self._has_mark(k, i):
                return k
            colon = tree.forms[first - 1] == ":" and not self._has_told(i)
            if colon and self._is_told_by_another(first, i):
                continue
            if dep == "parataxis" and first > i and (colon or tree.forms[first - 1] in QUOTE_MARKS):
                return k
            if dep == "parataxis" and first == last + 1 and not tree.is_punct(first) and self._has_subject(k):
                return k
            if dep == "xcomp" and tree.form(k) == "Fin":
                return k
        return self._asked_of(i, last)

    def _has_told(self, i: int) -> bool:
        """*Sono stati segnalati due furti: ...*: what is told stands before the colon."""
        tree = self.tree
        late = any(k > i and tree.pos[k] == "NOUN" for k in tree.kids_of(i, "nsubj:pass", "nsubj"))
        passive = late and bool(tree.kids_of(i, "aux:pass"))
        return self._denies_thing(i) or (passive and tree.lemmas[i] in self._quoting)

    def _is_told_by_another(self, first: int, i: int) -> bool:
        """*Hanno avvisato la polizia: «Mi ha chiamato - spiega Rossi - ...»*: it has its own verb."""
        acts = {e.act for e in self.tree.lexicon.entries.get(self.tree.lemmas[i], ())}
        quote = next((q for q in self.quotes if first - 1 <= q.first <= first + 1), None)
        return quote is not None and not acts & SAYING and self._has_own(quote)

    def _asked_of(self, i: int, last: int) -> int | None:
        """*Ordenó a la policía que registrara la sede*: a clause in the subjunctive hung on the one asked."""
        tree, that = self.tree, self.tree.lexicon.words("clause", "that")
        for noun in (k for k in tree.kids_of(i, "obj", "iobj", "obl") if k > last):
            for k in tree.kids_of(noun, "acl"):
                mark = tree.edge(k)[0]
                if tree.feats[k].get("Mood") == "Sub" and tree.forms[mark] in that and mark > noun:
                    tree.rehang(k, i)
                    tree.deps[k], tree.deps[mark] = "ccomp", "mark"
                    return k
        return None

    def _is_relative(self, first: int, i: int) -> bool:
        """*ha dichiarato X, che dirige l'ufficio*: a clause on the speaker is none of the content."""
        tree = self.tree
        start = first + 1 if tree.forms[first] == "," else first
        comma = start - 1
        if (
            comma <= i
            or tree.forms[comma] != ","
            or tree.forms[start] not in tree.lexicon.words("clause", "relatives")
        ):
            return False
        return tree.pos[comma - 1] in ("PROPN", "NOUN") and comma - 1 > i

    def _has_subject(self, k: int) -> bool:
        return any(self.tree.deps[c] in (*SUBJECTS, "aux", "cop") for c in self.tree.kids[k])

    def _has_mark(self, k: int, i: int) -> bool:
        tree = self.tree
        marks = [c for c in tree.kids[k] if tree.deps[c] in ("mark", "advmod", "nsubj", "obj") and i < c < k]
        words = (
            self._that
            if tree.deps[k] in ("ccomp", "xcomp", "csubj")
            else tree.lexicon.words("clause", "that")
        )
        return any(tree.forms[c] in words for c in marks)

    def _goes_on(self, i: int, grp: Group) -> bool:
        """*New loans continue to slow*, *he was found guilty*: of such verbs only what they tell is said."""
        tree = self.tree
        inner = any(k > grp.last and self._is_infinitive(k) for k in tree.kids_of(i, "xcomp"))
        bare = self._quote_beside(i, (grp.first, grp.last)) is None
        return inner or (bare and grp.passive and self._clause_after(i, grp.last) is None)

    def _is_marked(self, root: int, i: int) -> bool:
        """Tell whether a clause begins with *that*, or with a quotation."""
        tree, first = self.tree, self.tree.edge(root)[0]
        words = tree.lexicon.words("clause", "that")
        begin = range(max(first - 1, i + 1), min(first + 2, tree.size))
        clause = tree.deps[root] == "ccomp" and tree.form(root) == "Fin" and self._has_subject(root)
        return (
            clause
            or self._has_mark(root, i)
            or any(tree.forms[k] in words or tree.forms[k] in QUOTE_MARKS for k in begin)
        )

    def _whole(self, root: int, i: int) -> Words:
        """The stretch of a clause after the verb, marks at its ends left off, a quotation taken whole."""
        first, last = self.tree.edge(root)
        first = max(first, i + 1)
        _, end = self.tree.bounds(i)
        return trim(self.tree, first, min(last, end - 1))

    def _around(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        """Content before, after or on both sides of a reporting clause that stands apart."""
        tree = self.tree
        zone = self._zone(i, None)
        quote = self._quote_beside(i, zone)
        first, end = tree.bounds(i)
        phrase = " ".join((tree.lemmas[i], *entry.rest))
        goes_on = bool(entry.rest) and phrase in self._quoting  # *the drought goes on*
        bare = (
            goes_on
            or entry.act in _JUDGING
            or self._is_subordinate(i)
            or (grp.form == "Ger" and self._takes_thing(i))
        )
        behind = quote is None or (quote.last < i and grp.form == "Ger")  # *described it "here", recalling X*
        if behind and bare:
            return None
        if quote is None and not self._may_stand_beside(i, entry, grp, zone):
            return None
        if grp.form != "Part":
            first, end = self._in_brackets(i, first, end)
        left = self._left_side(first, zone)
        if (quote is None or quote.first > i) and self._is_question(
            first
        ):  # *Asked whether he had left, Dow said no*
            if i <= first + 1:
                return None
            left = None
        right = self._right_side(zone, end)
        loose = quote is None and (tree.pos[(right or zone)[0]] == "CCONJ" or self._denies_thing(i))
        loose = loose or (quote is None and zone[0] == first and self._is_complete(i, entry))
        if right and (self._is_told_by(i, right) or loose):
            right = None
        if left and quote is None and self._is_no_content(left[0], i):
            left = None
        spans: list[Words] = []
        if left and (self._is_content(left) or (quote and quote.last < i and quote.last >= first)):
            spans.append(left)
            if right and (tree.deps[i] == "parataxis" or self._hangs_on(right, left)):
                spans.append(right)
        elif right and self._stands_apart(i, zone) and self._is_content(right):
            spans += [s for s in (left, right) if s]
        if not spans and quote is not None:
            spans = [(quote.first, quote.last)]
        if not spans or (quote is None and not self._stands_apart(i, zone)):
            return None
        found = self._saying(i, entry, grp, spans, None)
        found.zone = zone
        found.quotes = [quote] if quote else []
        return found

    def _may_stand_beside(self, i: int, entry: Entry, grp: Group, zone: Words) -> bool:
        """A finite verb, a gerund or *as reported by X*, short; of thoughts only a very short clause."""
        if entry.act in ACTS_OF_MIND and (grp.form != "Fin" or zone[1] - zone[0] > _SHORT_ZONE):
            return False
        told = grp.form in ("Fin", "Ger") or self._is_told_as(i, grp)
        return told and zone[1] - zone[0] <= _LONGEST_ZONE

    def _is_told_as(self, i: int, grp: Group) -> bool:
        """*As reported by the Herald*, *come riferito dal giornale*: a participle with who says it."""
        tree, words = self.tree, self.tree.lexicon.words("sources", "parenthetical")
        told = grp.form == "Part" and any(tree.forms[k] in words for k in tree.kids[i] if k < i)
        return told and bool(tree.kids_of(i, "obl:agent"))

    def _is_no_content(self, mark: int, i: int) -> bool:
        """*While exiles marched, they urged ...*, *according to X*: what goes with the saying."""
        tree = self.tree
        if self._names_source(mark):
            return True
        verb = tree.heads[mark]
        when = tree.lexicon.words("clause", "simultaneous") | tree.lexicon.words("clause", "before_after")
        return tree.forms[mark] in when and tree.deps[verb] == "advcl" and tree.heads[verb] == i

    def _asked(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        """*Asked on Monday whether he would leave, Dow ...*: the question, up to the comma."""
        tree = self.tree
        _, end = tree.bounds(i)
        near = [k for k in range(i + 1, min(i + NEAR, end)) if k not in tree.timed]
        lists = (self._that, tree.lexicon.words("clause", "about"))
        start = next((k for words in lists for k in near if tree.forms[k] in words), None)
        comma = next((k for k in range(i + 1, end) if tree.forms[k] == "," and (start or i) < k), None)
        if start is None or comma is None or comma <= start + 1:
            return None
        return self._saying(i, entry, grp, [trim(tree, start, comma - 1)], None)

    def _is_told_by(self, i: int, words: Words) -> bool:
        """*One of them has confessed, the service said*: the verb that tells this one is not told by it."""
        tree, above = self.tree, self.tree.heads[i]
        return (
            tree.deps[i] == "ccomp"
            and words[0] <= above <= words[1]
            and tree.lemmas[above] in tree.lexicon.entries
        )

    def _before(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        """*Così sostiene X*, *A renderlo noto, X*: the content is the sentence before."""
        tree = self.tree
        first, _ = tree.bounds(i)
        number = tree.sentence[i]
        if number == 0 or (not grp.finite and grp.form != "Inf"):
            return None
        clitic = tree.feats[i].get("Clitic") == "Yes" and tree.forms[i].endswith(tuple(self._anaphors))
        words = [k for k in tree.kids[i] if tree.forms[k] in self._anaphors and k < i]
        word = any(
            tree.deps[k] in ("obj", "expl") or (tree.deps[k] == "advmod" and self._opens(k, i, grp))
            for k in words
        )
        if (
            entry.act not in _REPEATED
            or not (clitic or word or self.is_what(grp))
            or any(self._is_clause(k) for k in range(first, i) if k != i and tree.pos[k] == "VERB")
        ):
            return None
        start, end = tree.block.sentences[number - 1]
        return self._saying(i, entry, grp, [trim(self.tree, start, end - 1)], None)

    def _opens(self, k: int, i: int, grp: Group) -> bool:
        """*Così sostiene X*: right before its verb, which has no object; *e così ha avvisato X* goes on."""
        return grp.first - 1 == k and not self.tree.kids_of(i, "obj", "ccomp", "xcomp")

    def _infinitive(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        tree = self.tree
        phrase = tree.kids[grp.last] if grp.last > i else ()  # *ha fatto sapere di sperare*
        for k in (*tree.kids[i], *phrase):
            if k > grp.last and tree.deps[k] in ("xcomp", "ccomp", "advcl", "obj") and self._is_infinitive(k):
                marked = bool(tree.kids_of(k, "mark", "case"))
                if tree.deps[k] == "advcl" and marked and not self._has_infinitive_mark(k):
                    continue
                if tree.deps[k] == "advcl" and tree.form(k) == "Ger" and not tree.lexicon.ambiguous_past:
                    continue  # *gliel'ha negata scatenando l'ira*
                return self._saying(i, entry, grp, [self._whole(k, i)], k)
        asked = self._asked_to(i, grp.last)
        return None if asked is None else self._saying(i, entry, grp, [self._whole(asked, i)], asked)

    def _asked_to(self, i: int, last: int) -> int | None:
        """*Ha chiesto alle autorità di dare prova di calma*: an infinitive hung on the one asked."""
        tree, to = self.tree, self.tree.lexicon.words("clause", "addressee")
        for noun in (k for k in tree.kids_of(i, "obl", "iobj") if k > last and tree.case_of(k) in to):
            for k in tree.below(noun):
                if (
                    k > noun
                    and tree.deps[k] == "acl"
                    and tree.form(k) == "Inf"
                    and self._has_infinitive_mark(k)
                ):
                    tree.rehang(k, i)
                    tree.deps[k] = "xcomp"
                    return k
        return None

    def _is_infinitive(self, k: int) -> bool:
        """Tell an infinitive or gerund, also of the passive or a predicate: *to be elected*."""
        tree = self.tree
        helpers = (c for c in tree.kids_of(k, "aux", "cop") if c < k)
        bare = (tree.form(c) in ("Inf", "Ger") or tree.feats[c].get("Tense") == "Pres" for c in helpers
                if tree.form(c) != "Fin")  # fmt: skip
        told = tree.form(k) in ("Inf", "Ger") or any(bare)
        marked = k - 1 in tree.kids[k] and self._is_mark_of_infinitive(k - 1)
        return told or (marked and tree.pos[k] == "VERB")

    def _is_mark_of_infinitive(self, c: int) -> bool:
        words = self.tree.lexicon.words("clause", "infinitive_marks")
        return self.tree.pos[c] == "PART" and self.tree.deps[c] == "mark" and self.tree.lemmas[c] in words

    def _has_infinitive_mark(self, k: int) -> bool:
        tree = self.tree
        words = tree.lexicon.words("clause", "infinitive_marks")
        return any(tree.lemmas[c] in words or tree.forms[c] in words for c in tree.kids_of(k, "mark"))

    def _about(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        tree = self.tree
        for k in tree.kids[i]:
            if k <= grp.last or tree.deps[k].split(":")[0] not in (
                "obl",
                "nmod",
                "advcl",
                "obj",
                "ccomp",
                "xcomp",
                "advmod",
            ):
                continue
            cases = [c for c in tree.kids[k] if tree.deps[c] in ("case", "mark") and c < k]
            if any(entry.preposition in (tree.lemmas[c], tree.forms[c]) for c in cases):
                if self._takes_another(i, entry):
                    return None
                first, last = tree.edge(k)
                return self._saying(i, entry, grp, [trim(self.tree, max(cases[-1] + 1, first), last)], k)
        return None
