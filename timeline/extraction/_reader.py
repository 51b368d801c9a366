"""Finds the statements told by verbs: the cue, what is said, who says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from timeline.extraction._clause import Group, group
from timeline.extraction._comments import Comments
from timeline.extraction._contents import Contents
from timeline.extraction._lexicon import ACTS_OF_MIND, Entry
from timeline.extraction._quotes import Quote
from timeline.extraction._sayings import QUOTE_MARKS, Saying, is_in, trim
from timeline.extraction._shares import Shares
from timeline.extraction._speakers import Speakers
from timeline.extraction._tree import Tree
from timeline.extraction._turns import Turns
from timeline.extraction._unsaid import is_no_news, is_unsaid, silence

_TELLING = frozenset(("VERB", "AUX", "ADJ", "NOUN"))


class Reader(Contents, Speakers):
    """Finds the statements of one block."""

    def __init__(self, tree: Tree, quotes: list[Quote], *, named: Callable[[int], bool]) -> None:
        super().__init__(tree, quotes)
        self._comments, self._turns, self._named = Comments(tree), Turns(tree), named
        self.idle: frozenset[int] = frozenset()

    def find(self, others: list[Saying] | None = None) -> list[Saying]:
        """Give the statements told by verbs and, of `others`, those that stand beside them, in order."""
        words = (i for i, part in enumerate(self.tree.pos) if part in _TELLING)
        found = [s for i in words if (s := self._at(i)) is not None]
        taken = {k for s in found for k in range(s.trigger[0], s.trigger[1] + 1) if k != s.head}
        taken.update(s.silent for s in found if s.silent is not None)
        within = (s for s in others or () if s.frame == "source")
        taken.update(k for s in within for k in (*range(s.group.first + 1, s.group.last + 1), s.head))
        found = [s for s in found if s.head not in taken]  # *ha fatto sapere*
        self.idle = frozenset(s.head for s in found if is_no_news(s))
        found = [s for s in found if s.head not in self.idle]
        told = {s.head for s in found}
        found = sorted(found + [s for s in others or () if s.head not in told], key=lambda s: s.head)
        Shares(self.tree, self.quotes).share(found)
        self._part_participles(found)
        self._part_sources(found)
        self._turns.part(found)
        found = self._comments.part([s for s in found if s.spans])
        return [s for s in found if self._is_told(s, found)]

    def _part_sources(self, found: list[Saying]) -> None:
        """*Women said it does harm, according to a poll*: the source at the end is none of what they said."""
        tree, beside = self.tree, defaultdict(list)
        for saying in found:
            beside[tree.sentence[saying.head]].append(saying)
        for source in (s for s in found if s.frame == "source"):
            first, last = source.zone
            ends = first > 0 and tree.forms[first - 1] == "," and tree.bounds(last)[1] - last <= 2
            if not ends or first in tree.quoted:
                continue
            for other in beside[tree.sentence[first]]:
                if other is not source and is_in(other, source) and other.head < first:
                    cut = [(a, first - 2 if a < first <= b else b) for a, b in other.spans]
                    other.spans = [trim(tree, a, b) for a, b in cut if a <= b]

    def _is_told(self, saying: Saying, found: list[Saying]) -> bool:
        """Keep what the text tells; of what is inside another's words only what a third party said.

        Thoughts inside somebody's words belong to these.
        """
        mental = saying.act in ACTS_OF_MIND
        inside = any(s is not saying and is_in(saying, s) and not self._outranks(saying, s) for s in found)
        if not inside:
            return True
        if mental:
            return False
        if not saying.group.finite:
            return saying.frame == "clause" and saying.root is not None
        if saying.group.passive and saying.addressee is not None and saying.frame == "clause":
            return True  # *they were told that ...*
        quoted = any(q.first < saying.head < q.last for q in self.quotes)
        return saying.speaker is not None and (
            not quoted or self.tree.pos[saying.speaker] in ("NOUN", "PROPN")
        )

    @staticmethod
    def _outranks(saying: Saying, other: Saying) -> bool:
        """Of two that seem to lie in each other: saying before thinking, a quotation before a clause."""
        if not is_in(other, saying):
            return False
        rank = [
            (s.act not in ACTS_OF_MIND, bool(s.quotes), s.group.finite or s.frame == "source")
            for s in (saying, other)
        ]
        return rank[0] >= rank[1]

    def _part_participles(self, found: list[Saying]) -> None:
        """*He denied it, saying that ...*: the participle has the same speaker and ends what was said."""
        for saying in found:
            before = saying.zone[0] - 1
            if (
                saying.group.form != "Ger"
                or saying.act in ACTS_OF_MIND
                or self.tree.forms[max(before, 0)] != ","
            ):
                continue
            over = [s for s in found if s.head < saying.head and s.group.form != "Ger" and is_in(saying, s)]
            for other in over[-1:]:
                other.spans = [trim(self.tree, a, min(b, before)) for a, b in other.spans if a < before]
                if (other.speaker, other.understood) != (None, None):
                    saying.speaker, saying.understood = other.speaker, other.understood

    def _at(self, i: int) -> Saying | None:
        for entries, last in self._entries(i):
            grp = group(self.tree, i, last=last)
            found = self._read(i, entries, grp)
            if found is not None:
                self._keep_inside(i, found)
                found.speaker, found.understood = self._speaker(i, found)
                found.addressee = self._addressee(i, found)
                if is_unsaid(found):
                    continue
                found.silent = silence(found)
                if found.silent is not None:
                    found.act, found.group = "say", replace(found.group, negated=True)
                if self._calls_error(found):
                    found.act = "retract"
                return found
        return self._speaks_up(i)

    def _speaks_up(self, i: int) -> Saying | None:
        """*She groaned: "Not again"*: any verb before a colon and a quotation is one of saying."""
        tree, after = self.tree, i + 1
        if after + 1 >= tree.size or tree.forms[after] != ":" or tree.forms[after + 1] not in QUOTE_MARKS:
            return None
        grp = group(tree, i)
        known = tree.lemmas[i] in tree.lexicon.entries or tree.lemmas[i] in tree.lexicon.states
        if known or tree.pos[i] != "VERB" or not grp.finite or grp.passive or tree.subject(i) is None:
            return None
        found = self._around(i, Entry("say", "clause"), grp)
        if found is not None:
            found.speaker, found.understood = self._speaker(i, found)
        return found

    def _calls_error(self, found: Saying) -> bool:
        """*Said that the figure was an error*, *che si è trattato di un errore*: it takes back."""
        tree, root = self.tree, found.root
        if found.act in ACTS_OF_MIND or root is None or found.frame != "clause":
            return False
        states = tree.lemmas[root] in tree.lexicon.states
        words = [root] if not states else [root, *tree.kids_of(root, "obl", "obj", "xcomp")]
        return any(tree.lemmas[k] in tree.lexicon.errors for k in words)

    def _entries(self, i: int) -> Iterator[tuple[list[Entry], int]]:
        """The readings of word `i` as a verb of saying, phrases of several words first."""
        tree = self.tree
        copula = tree.copula(i)
        if copula is not None:
            words = {tree.forms[i], tree.lemmas[i], *tree.lexicon.cited(tree.forms[i])}
            found = [
                e for e in tree.lexicon.entries.get(tree.lemmas[copula], ()) if e.rest and e.rest[0] in words
            ]
            if found:
                yield found, i
        if tree.pos[i] != "VERB" and not self._is_hidden_verb(i):
            return
        plain = []
        for entry in tree.lexicon.entries.get(tree.lemmas[i], ()):
            if not entry.rest:
                plain.append(entry)
            elif tree.followed(i, entry.rest):
                yield [entry], tree.last_of(i, entry.rest)
        if plain and not self._is_parted(i):
            yield plain, i

    def _is_parted(self, i: int) -> bool:
        """*Will write off costs*, *touched off protests*: with its particle it is another verb."""
        tree, words = self.tree, self.tree.lexicon.words("clause", "verb_particles")
        return any(
            tree.deps[k] == "compound:prt" and i < k <= i + 2 and tree.forms[k] in words for k in tree.kids[i]
        )

    def _is_hidden_verb(self, i: int) -> bool:
        """A verb that the tagger took for a noun has a subject and complements, and no article."""
        deps = {self.tree.deps[k].split(":")[0] for k in self.tree.kids[i] if k > i}
        subject = any(self.tree.deps[k] == "nsubj" and k < i for k in self.tree.kids[i])
        bare = not self.tree.kids_of(i, "cop", "det", "case", "nummod")
        return (
            self.tree.pos[i] == "NOUN" and subject and bare and bool(deps & {"ccomp", "obj", "obl", "xcomp"})
        )

    def _read(self, i: int, entries: list[Entry], grp: Group) -> Saying | None:
        entries = self._against_somebody(i, entries)
        frames = {e.frame for e in entries}
        readers = [("clause", self._clause), ("infinitive", self._infinitive),
                   ("about", self._about), ("object", self._object)]  # fmt: skip
        if self._asks_to_do(i, grp):
            readers[0], readers[1] = readers[1], readers[0]
        for frame, reader in readers:
            if frame not in frames:
                continue
            for entry in (e for e in entries if e.frame == frame):
                found = reader(i, entry, grp)
                if found is not None and not self._comments.is_comment(found.spans[0]):
                    return found
        return self._relative(i, entries, grp) or self._remainder(i, entries[0], grp)

    def _against_somebody(self, i: int, entries: list[Entry]) -> list[Entry]:
        """*Gli contestano il furto* accuses, *contestano la sentenza* denies: to somebody it is held."""
        tree, acts = self.tree, {e.act for e in entries}
        if not {"accuse", "deny"} <= acts:
            return entries
        to = tree.lexicon.words("clause", "addressee")
        held = any(
            tree.deps[k] == "iobj" or (tree.deps[k].startswith("obl") and tree.case_of(k) in to)
            for k in tree.kids[i]
        )
        return [e for e in entries if e.act != ("deny" if held else "accuse")]

    def _asks_to_do(self, i: int, grp: Group) -> bool:
        """*Called the vote "a disgrace" and urged him to veto it*: the infinitive is told, no clause."""
        tree = self.tree
        asked = any(k > grp.last and tree.form(k) == "Inf" for k in tree.kids_of(i, "xcomp"))
        joined = tree.deps[i] == "conj" and bool(tree.kids_of(i, "obj", "iobj"))
        return asked and joined and not tree.kids_of(i, "ccomp")

    def _keep_inside(self, i: int, found: Saying) -> None:
        """What is said inside a quotation ends with it."""
        for quote in self.quotes:
            if quote.first < i < quote.last and quote not in found.quotes:
                first, last = quote.first + 1, quote.last - quote.closed
                clipped = [(max(a, first), min(b, last)) for a, b in found.spans]
                found.spans = [(a, b) for a, b in clipped if a <= b]
