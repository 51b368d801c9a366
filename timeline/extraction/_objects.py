"""What is said by a noun phrase: *announced the resignation*, *the plan that she denounced*."""

from __future__ import annotations

from timeline.extraction._clause import Group, group
from timeline.extraction._lexicon import ACTS_OF_MIND, Entry
from timeline.extraction._quotes import Quote
from timeline.extraction._sayings import NOMINAL, Saying, Words, trim
from timeline.extraction._tree import Tree
from timeline.extraction._zones import Zones

TOLD = frozenset(("say", "report", "claim", "accuse", "criticise", "announce", "deny"))
_LIKE_OBJECTS = frozenset(("iobj", "ccomp", "xcomp", "obl:unmarked", "nsubj", "dep"))


class Objects(Zones):
    """Finds the noun phrases that verbs of one block say something by."""

    def __init__(self, tree: Tree, quotes: list[Quote]) -> None:
        super().__init__(tree, quotes)
        self._that = tree.lexicon.words("clause", "complementisers")
        self._anaphors = tree.lexicon.words("clause", "anaphors")
        self._channels = tree.lexicon.words("sources", "channels")
        self._quoting = tree.lexicon.words("sources", "quoting")

    def _saying(self, i: int, entry: Entry, grp: Group, spans: list[Words], root: int | None) -> Saying:
        trigger = (grp.first, grp.last)
        return Saying(
            self.tree, grp, entry.act, entry.frame, self._zone(i, root), spans, root=root, trigger=trigger
        )

    def _object(self, i: int, entry: Entry, grp: Group) -> Saying | None:
        tree = self.tree
        if any(
            tree.forms[k] in self._anaphors and k < i and tree.deps[k] in ("obj", "expl")
            for k in tree.kids[i]
        ):
            return None
        if grp.passive:
            subject = next((k for k in tree.kids[i] if tree.deps[k] in ("nsubj:pass", "nsubj")), None)
            if subject is None or (self._is_made(i) and not self._is_report(subject)):
                return None
            if self._is_done_to(i, subject) or self._is_found(i):
                return None
            return self._saying(i, entry, grp, [trim(self.tree, *tree.edge(subject))], subject)
        if self.is_what(grp):
            return None
        after = [k for k in tree.kids[i] if k > grp.last and tree.pos[k] in (*NOMINAL, "ADJ", "DET")]
        after = [k for k in after if k not in tree.timed]
        k = next((k for k in after if tree.deps[k] == "obj"), self._gerund_after(i, grp))
        if k is None:
            bare = [k for k in after if tree.deps[k] in _LIKE_OBJECTS and not tree.kids_of(k, "case")]
            k = next((k for k in bare if tree.edge(k)[0] <= grp.last + 2), None)
        if k is None or self._speaks(i, k) or self._is_done_to(i, k):
            return None
        if self._is_made(i) and not self._is_report(k):
            return None
        if self._is_found(i):
            return None
        if self._takes_words(i, entry) and not self._is_report(k):
            return None
        first, last = tree.edge(k)
        called = next((q for q in self.quotes if q.first == grp.last + 1 and q.last < k), None)
        if called is not None:
            first = called.first  # *ha definito «inaccettabile» la decisione*
        more = [c for c in tree.kids[i] if c > k and tree.deps[c] in ("xcomp", "obl", "advcl", "ccomp", "obj")
                and not self._is_beside_point(c)
                and not any(tree.forms[j] == "," for j in range(last, tree.edge(c)[0] + 1))]  # fmt: skip
        end = max([last, *(tree.edge(c)[1] for c in more[:2])])
        return self._saying(i, entry, grp, [trim(self.tree, max(first, grp.last + 1), end)], k)

    def is_what(self, grp: Group) -> bool:
        """*È quanto hanno accertato le indagini*: the noun behind the verb speaks."""
        tree = self.tree
        first = grp.first
        that = tree.forms[first + 1] in self._that if first < grp.head else False
        return that and tree.lemmas[first] in tree.lexicon.words("clause", "copulas")

    def _is_beside_point(self, k: int) -> bool:
        """*Gliel'ha negata scatenando l'ira*, *«...», ha detto quando è arrivata*: what went on besides."""
        tree = self.tree
        if tree.deps[k] != "advcl":
            return False
        when = tree.lexicon.words("clause", "simultaneous") | tree.lexicon.words("clause", "before_after")
        marks = [c for c in tree.kids_of(k, "mark", "advmod") if c < k]
        return group(tree, k).form == "Ger" or any(tree.forms[c] in when for c in marks)

    def _gerund_after(self, i: int, grp: Group) -> int | None:
        """*They oppose taxing food*: a gerund stands for what is done."""
        tree = self.tree
        deps = ("xcomp", "ccomp", "advcl") if tree.lexicon.ambiguous_past else ("xcomp", "ccomp")
        near = (k for k in tree.kids_of(i, *deps) if k == grp.last + 1)
        return next((k for k in near if group(tree, k).form == "Ger"), None)

    def _relative(self, i: int, entries: list[Entry], grp: Group) -> Saying | None:
        """*The plan that she denounced*, *a move that they hope will help*: what the clause hangs on."""
        tree, noun = self.tree, self.tree.heads[i]
        entry = next((e for e in entries if e.frame == "object"), None)
        subject = tree.subject(i)
        if tree.deps[i] != "acl:relcl" or entry is None or subject is None or subject > i or noun >= subject:
            return None
        gap = not any(tree.deps[k] == "obj" and k > i and k not in tree.timed for k in tree.kids[i])
        whose = tree.forms[subject] in tree.lexicon.words("clause", "relatives")
        if not gap or whose or not grp.finite or grp.passive or self._takes_words(i, entry):
            return None
        first, last = tree.edge(noun)[0], max([noun, *(k for k in range(noun, subject) if tree.is_punct(k))])
        found = self._saying(i, entry, grp, [trim(tree, first, min(last, subject - 1))], None)
        found.frame = "relative"
        return found

    def _is_made(self, i: int) -> bool:
        """*Released the figures* not *released the boy*: it says by an object only if that is said."""
        return self.tree.lemmas[i] in self.tree.lexicon.words("sources", "making")

    def _is_found(self, i: int) -> bool:
        """*Found a coat*, not *the poll found support*: only what is written or counted says so."""
        subject = self.tree.subject(i)
        found = self.tree.lemmas[i] in self.tree.lexicon.words("sources", "finding")
        return found and (subject is None or self.tree.lemmas[subject] not in self._channels)

    def _takes_words(self, i: int, entry: Entry) -> bool:
        """Tell whether the object must be a report: *withdrew the claim*, *rejected the accusations*."""
        mental = any(e.act in ACTS_OF_MIND for e in self.tree.lexicon.entries[self.tree.lemmas[i]])
        worded = self.tree.lemmas[i] in self.tree.lexicon.words("sources", "denying_words")
        return entry.act == "retract" or (entry.act == "deny" and (mental or worded))

    def _is_report(self, k: int) -> bool:
        """*Withdrew the claim*, *corrected the figure*: what is taken back was said; troops were not."""
        act = self.tree.lexicon.act_nouns.get(self.tree.lemmas[k])
        return self.tree.lemmas[k] in self._channels or act in TOLD

    def _is_done_to(self, i: int, k: int) -> bool:
        """*Dismissed the minister* is an action, *dismissed the claim* a statement."""
        tree = self.tree
        name = tree.pos[k] == "PROPN" or any(tree.pos[c] == "PROPN" and c > k for c in tree.kids[k])
        return name and tree.lexicon.verb_types.get(tree.lemmas[i]) in ("SANCTION", "REJECT")

    def _speaks(self, i: int, k: int) -> bool:
        """An object after a finite verb that has no subject and says something before it is its subject."""
        if group(self.tree, i).form == "Ger" or self.tree.subject(i) is not None:
            return False
        return self._quote_beside(i, (i, i)) is not None

    def _is_complete(self, i: int, entry: Entry) -> bool:
        """*Aveva scritto 164, poi ...*, *è proseguito al parco, l'ha preso*: what comes behind goes on."""
        tree = self.tree
        words = tree.lexicon.words("sources", "parenthetical")
        if any(tree.forms[k] in words for k in tree.kids[i] if k < i):
            return False  # *as Dow observed, ...*
        apart = i + 1 >= tree.size or tree.is_punct(i + 1)
        things = [] if apart else tree.kids_of(i, "obj", "xcomp")
        return entry.act in ACTS_OF_MIND or self._is_quoting(i) or any(k > i for k in things)

    def _in_brackets(self, i: int, first: int, end: int) -> Words:
        """*Bottiglie di vino («scadenti», ammettono le vittime)*: it stands between them too."""
        forms = self.tree.forms
        opened = next((k for k in range(i, first - 1, -1) if forms[k] in ("(", ")")), None)
        closed = next((k for k in range(i, end) if forms[k] in ("(", ")")), None)
        if opened is None or closed is None or forms[opened] != "(" or forms[closed] != ")":
            return first, end
        return opened + 1, closed

    def _is_quoting(self, i: int) -> bool:
        """A verb that speaks only with *that* or a quotation, but for a report: *the survey found ...*."""
        subject = self.tree.subject(i) if self.tree.lemmas[i] in self._quoting else i
        return subject is None or (subject != i and self.tree.lemmas[subject] not in self._channels)
