"""Statements without a verb of saying: *secondo X, ...*, *according to X*, *Rossi: «...»*."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.extraction._clause import PAST, PRESENT, Group, group
from timeline.extraction._quotes import Quote
from timeline.extraction._sayings import DASHES, QUOTE_MARKS, SIDE_MARKS, Saying, trim
from timeline.extraction._tree import Tree

_SAY = "say"
_LONGEST_NAME = 8


class Sources:
    """Finds the sources named in one block; `named` tells the words that stand for a party."""

    def __init__(self, tree: Tree, quotes: list[Quote], *, named: Callable[[int], bool]) -> None:
        self.tree, self.quotes, self._named = tree, quotes, named
        self._phrases = tree.lexicon.phrases("sources", "prepositions")
        self._weak = tree.lexicon.words("sources", "weak_prepositions")
        self._guarded = tree.lexicon.words("sources", "guarded_prepositions") | self._weak
        self._channels = tree.lexicon.words("sources", "channels")
        self._quoting = tree.lexicon.words("sources", "quoting_prepositions")
        self._apart = tree.lexicon.words("sources", "set_off_prepositions")
        self._guarded = self._guarded | self._quoting | self._apart
        self._own = tree.lexicon.words("sources", "own_prepositions")

        words = tree.lexicon.words
        self._empty = words("clause", "complementisers") - words("clause", "relatives")
        self._empty |= words("clause", "reflexives")

    def find(self) -> list[Saying]:
        """Give the statements in order."""
        found = [s for i in range(self.tree.size) if self.tree.forms[i] in self._phrases
                 if not self._is_ordinal(i) and (s := self._preposition(i)) is not None]  # fmt: skip
        return found + list(self._labels()) + list(self._opinions()) + list(self._signatures())

    # ------------------------------------------------------------ according to X

    def _preposition(self, i: int) -> Saying | None:
        tree = self.tree
        for rest in self._phrases[tree.forms[i]]:
            last = i + len(rest)
            if last + 1 >= tree.bounds(i)[1] or not self._matches(i, rest):
                continue
            told = self._told_in_clause(i, last)
            if told is not None:
                return told
            phrase = " ".join((tree.forms[i], *rest))
            speaker = last if phrase in self._own else self._speaker(i, last)
            if speaker is None or (phrase in self._weak and self._has_small(last + 1, speaker)):
                continue
            end = self._end_of(speaker)
            if phrase in self._guarded and not (self._may_speak(speaker) or self._are_his(i, speaker, end)):
                continue
            quote = self._quote_of(i, end) if phrase in self._weak | self._quoting else None
            spans = [(quote.first, quote.last)] if quote is not None else self._spans(i, end)
            loose = phrase in self._quoting or (
                phrase in self._weak | self._own and not self._is_set_off(i, end)
            )
            ends = end + 2 >= tree.bounds(i)[1] and tree.forms[i - 1] == ","  # *…, per two officials.*
            loose = loose or (phrase in self._apart and not ends and not self._is_set_off(i, end))
            loose = loose or (phrase in self._weak and tree.pos[speaker] == "PRON")  # *per lui, ...*
            if not spans or (quote is None and (loose or (phrase in self._weak and not self._judges(i)))):
                continue
            if quote is not None:
                end = max(end, quote.first - 1) if quote.first > i else end
                speaker = self._name_of(speaker, end)
            grp = Group(i, i, last, PRESENT, "")
            return Saying(tree, grp, _SAY, "source", (i, end), spans, speaker=speaker, trigger=(i, last),
                          quotes=[quote] if quote else [])  # fmt: skip
        return None

    def _judges(self, i: int) -> bool:
        """*Per il sindaco, la strada è sicura*; not *per il ladro, è scattata la denuncia*."""
        tree = self.tree
        top = next((k for k in range(*tree.bounds(i)) if tree.heads[k] == k), None)
        if top is None:
            return False
        grp = group(tree, top)
        return grp.finite and (grp.tense != PAST or tree.copula(top) is not None)

    def _has_small(self, first: int, speaker: int) -> bool:
        """*Per adesso unica in Italia*: what stands between is no title."""
        return any(self.tree.pos[k] in ("ADP", "ADV") for k in range(first, speaker))

    def _told_in_clause(self, i: int, last: int) -> Saying | None:
        """*According to what the mayor said, ...*, *selon ce qu'a dit le maire*."""
        tree, words = self.tree, self.tree.lexicon.words
        end, that = tree.bounds(i)[1], words("clause", "that") | words("clause", "relatives")
        if last + 2 >= end:
            return None
        free = tree.forms[last + 1] in words("clause", "complementisers") - words("clause", "that")
        if not free and (tree.pos[last + 1] not in ("PRON", "DET") or tree.forms[last + 2] not in that):
            return None
        comma = next((k for k in range(last + 2, end) if tree.is_punct(k)), end)
        verbs = [k for k in range(last + 2, min(comma, last + _LONGEST_NAME)) if tree.pos[k] == "VERB"]
        if len(verbs) != 1 or not any(
            e.frame == "clause" for e in tree.lexicon.entries.get(tree.lemmas[verbs[0]], ())
        ):
            return None
        names = (
            k for k in range(last + 2, comma) if tree.pos[k] in ("NOUN", "PROPN") and k not in tree.timed
        )
        speaker = next(
            (k for k in names if not last < tree.heads[k] < comma or tree.heads[k] == verbs[0]), None
        )
        spans = self._spans(i, comma - 1)
        if speaker is None or not spans:
            return None
        grp = group(tree, verbs[0])
        return Saying(tree, grp, _SAY, "source", (i, comma - 1), spans, speaker=speaker,
                      trigger=(grp.first, grp.last))  # fmt: skip

    def _is_ordinal(self, i: int) -> bool:
        """*Il secondo quotidiano del Paese*: no preposition stands behind an article."""
        tree, before = self.tree, i - 1
        article = before >= 0 and (tree.pos[before] == "DET" or bool(tree.feats[before].get("Definite")))
        return article and tree.bounds(before) == tree.bounds(i)

    def _quote_of(self, i: int, end: int) -> Quote | None:
        """*Per Rossi «...»*, *«...», per Rossi.*: a quotation right behind who says it or right before."""
        tree = self.tree
        first, stop = tree.bounds(i)
        opens = i == first or tree.forms[i - 1] in SIDE_MARKS or tree.pos[i - 1] == "CCONJ"
        closed = end + 1 >= stop or tree.is_punct(end + 1)
        for quote in self.quotes:
            if opens and end < quote.first <= end + _LONGEST_NAME and quote.first < stop:
                between = range(end + 1, quote.first)
                found = not any(tree.pos[k] in ("VERB", "AUX") for k in between)
            else:
                behind = first <= quote.last < i and closed and tree.pos[i] == "ADP"
                apart = "," in tree.forms[quote.last - 1 : i]  # *«Una vergogna», per Rossi*
                found = behind and apart and all(tree.pos[k] == "PUNCT" for k in range(quote.last + 1, i))
            if found:
                return quote
        return None

    def _name_of(self, speaker: int, end: int) -> int:
        """*Per il segretario, Matteo Bruni, «...»*: the name behind the title."""
        tree = self.tree
        if tree.pos[speaker] == "PROPN":
            return speaker
        behind = range(speaker + 1, end + 1)
        return next((k for k in behind if tree.pos[k] == "PROPN" and tree.forms[k - 1] == ","), speaker)

    def _matches(self, i: int, rest: tuple[str, ...]) -> bool:
        tree = self.tree
        return all(
            i + n < tree.size and word in (tree.forms[i + n], tree.lemmas[i + n])
            for n, word in enumerate(rest, 1)
        )

    def _speaker(self, i: int, last: int) -> int | None:
        """The noun that the preposition belongs to, where it can speak."""
        tree, passed = self.tree, None
        _, end = tree.bounds(i)
        for k in range(last + 1, min(last + 12, end)):
            if tree.is_punct(k) and tree.forms[k] not in QUOTE_MARKS and not self._joins(k):
                return passed
            if tree.pos[k] == "VERB" and tree.form(k) == "Inf" and passed is None:
                return None  # *para retirarse a su casa*
            if tree.pos[k] in ("NOUN", "PROPN", "PRON"):
                head = tree.heads[k]
                beyond = head > k and tree.deps[k] in ("compound", "amod", "nmod:poss", "flat", "det", "nmod")
                if beyond and head - k < 8 and tree.pos[head] in ("NOUN", "PROPN"):
                    passed = k
                    continue
                return k if tree.pos[k] != "PRON" or self._may_speak(k) else None
        return None

    def _joins(self, k: int) -> bool:
        """A dash between two words without a blank: *the Times-Herald poll*."""
        tree = self.tree
        return tree.forms[k] in DASHES and tree.ends[k - 1] == tree.starts[k]

    def _may_speak(self, k: int) -> bool:
        tree = self.tree
        if tree.pos[k] == "PRON":
            if tree.forms[k] in self._empty:
                return False  # *secondo quanto si apprende*
            meant = {"Prs", "Rel"} & set(tree.feats[k].get("PronType", "").split(","))
            return tree.feats[k].get("Person", "3") == "3" and bool(meant)
        return self._named(k) or tree.lemmas[k] in self._channels or tree.lemmas[k] in tree.lexicon.act_nouns

    def _are_his(self, i: int, k: int, end: int) -> bool:
        """*Secondo i suoi collaboratori, ...*: somebody's people, set off by marks."""
        return self._is_set_off(i, end) and any(i < j < k and self._is_owner(j) for j in self.tree.kids[k])

    def _end_of(self, k: int) -> int:
        """The last word of the phrase that names the source."""
        tree = self.tree
        last = tree.edge(k)[1]
        _, end = tree.bounds(k)
        told = {j for c in tree.kids[k] if self._is_relative(c) for j in tree.below(c)}
        verbs = [
            j for j in range(k + 1, min(last + 1, end)) if tree.pos[j] in ("VERB", "AUX") and j not in told
        ]
        if verbs and tree.deps[k] not in ("obl", "nmod"):
            last = verbs[0] - 1
        for j in range(k + 1, min(last + 1, end)):
            if tree.forms[j] in (",", ";", ":", *QUOTE_MARKS) and not self._goes_on(j, k):
                return self._after_clause(j, end) - 1
        return min(last, end - 1)

    def _is_relative(self, clause: int) -> bool:
        """*Un diplomate qui a requis l'anonymat*: a clause that belongs to the source."""
        tree = self.tree
        words = tree.lexicon.words("clause", "relatives")
        return tree.deps[clause].startswith("acl") and any(tree.forms[j] in words for j in tree.kids[clause])

    def _after_clause(self, j: int, end: int) -> int:
        """*..., who asked not to be named, ...*: the comma behind a relative clause that begins at one."""
        tree = self.tree
        who = j + 1 < end and tree.pos[j + 1] == "PRON"
        if not who or tree.forms[j + 1] not in tree.lexicon.words("clause", "relatives"):
            return j
        return next((k for k in range(j + 2, end) if tree.forms[k] == ","), j)

    def _goes_on(self, j: int, k: int) -> bool:
        """A comma before an apposition or relative clause does not end the phrase."""
        tree = self.tree
        return any(
            c > j and tree.edge(c)[0] in (j, j + 1) and tree.deps[c] in ("appos", "acl:relcl", "acl", "conj")
            for c in tree.kids[k]
        )

    def _spans(self, i: int, end: int) -> list[tuple[int, int]]:
        tree = self.tree
        first, stop = tree.bounds(i)
        left = trim(tree, first, i - 1) if i - 1 > first else None
        right = trim(tree, end + 1, stop - 1) if end + 2 < stop else None
        if tree.forms[end] in tree.lexicon.words("clause", "relatives"):
            left = None  # *le site Alfa, selon lequel ...*
        parts = [p for p in (left, right) if p and self._is_clause(p)]
        if left and right and parts == [right] and left[1] - left[0] > 2:
            return [left, right]
        return parts

    def _is_clause(self, part: tuple[int, int]) -> bool:
        tree = self.tree
        return part[1] >= part[0] and any(tree.pos[k] in ("VERB", "AUX") for k in range(part[0], part[1] + 1))

    def _is_set_off(self, i: int, end: int) -> bool:
        tree = self.tree
        first, stop = tree.bounds(i)
        left = i == first or tree.forms[i - 1] in SIDE_MARKS or tree.pos[i - 1] == "CCONJ"
        return left and end + 1 < stop and tree.forms[end + 1] in SIDE_MARKS

    # ------------------------------------------------------------ in X's view, a suo avviso, «...» — X

    def _opinions(self) -> Iterator[Saying]:
        """*In Smith's view*, *a suo avviso*: whose opinion it is stands before the noun."""
        tree = self.tree
        nouns, before = (tree.lexicon.words("sources", n) for n in ("opinions", "opinion_prepositions"))
        for i in range(tree.size):
            if tree.lemmas[i] not in nouns and tree.forms[i] not in nouns:
                continue
            first = trim(tree, tree.edge(i)[0], i)[0]
            whose = [k for k in tree.kids[i] if first < k < i and self._is_owner(k)]
            apart = self._is_set_off(first, i)
            if tree.forms[first] not in before or not whose or not apart:
                continue
            spans = self._spans(first, i)
            if spans:
                grp = Group(i, first, i, PRESENT, "")
                yield Saying(tree, grp, _SAY, "source", (first, i), spans, speaker=whose[0],
                             trigger=(first, i))  # fmt: skip

    def _is_owner(self, k: int) -> bool:
        tree = self.tree
        own = tree.deps[k] in ("nmod:poss", "det:poss") or tree.feats[k].get("Poss") == "Yes"
        own = own or (tree.deps[k] == "det" and tree.feats[k].get("PronType") == "Prs")
        return own and tree.feats[k].get("Person", "3") == "3"

    def _signatures(self) -> Iterator[Saying]:
        """*«...» — Anna Rossi*: the name behind a quotation and a dash, before a mark or the end."""
        tree = self.tree
        for quote in self.quotes:
            dash = quote.last + 1
            if not quote.closed or dash + 1 >= tree.size or tree.forms[dash] not in DASHES:
                continue
            names = [dash + 1]
            while names[-1] + 1 < tree.size and tree.pos[names[-1] + 1] == "PROPN":
                names.append(names[-1] + 1)
            end = names[-1] + 1
            bare = tree.pos[dash + 1] == "PROPN" and len(names) <= _LONGEST_NAME // 2
            if bare and (end >= tree.size or tree.is_punct(end)):
                grp = Group(dash, dash, dash, PRESENT, "")
                speaker = next((k for k in names if tree.heads[k] not in names), names[0])
                yield Saying(tree, grp, _SAY, "label", (dash, names[-1]), [(quote.first, quote.last)],
                             speaker=speaker, quotes=[quote], trigger=(dash, dash))  # fmt: skip

    # ------------------------------------------------------------ Rossi: «...»

    def _is_label(self, first: int, colon: int, end: int) -> bool:
        """A bare name before a colon and a clause after it."""
        tree = self.tree
        words = [k for k in range(first, colon) if not tree.is_punct(k)]
        bare = len(words) <= 4 and all(tree.pos[k] in ("PROPN", "ADJ", "NOUN") for k in words)
        topic = tree.pos[words[-1]] == "NOUN" and tree.lemmas[words[-1]] not in self._channels
        if topic and not self._named(words[-1]):
            return False  # *Trump election: thousands march*
        return bare and any(tree.pos[k] in ("VERB", "AUX") for k in range(colon + 1, end))

    def _labels(self) -> Iterator[Saying]:
        tree = self.tree
        for first, end in tree.block.sentences:
            colon = next((k for k in range(first, min(first + 14, end)) if tree.forms[k] == ":"), None)
            if colon is None or colon == first or colon + 3 > end or any(
                tree.pos[k] in ("VERB", "AUX") for k in range(first, colon)
            ):  # fmt: skip
                continue
            quote = next((q for q in self.quotes if q.first == colon + 1), None)
            names = [k for k in range(first, colon) if tree.pos[k] == "PROPN"]
            if not names and tree.lemmas[colon - 1] in self._channels:
                names = [colon - 1]
            if (
                not names
                or not (self._named(names[-1]) or tree.lemmas[names[-1]] in self._channels)
                or (quote is None and not self._is_label(first, colon, end))
            ):
                continue
            said = trim(tree, colon + 1, end - 1) if quote is None else (quote.first, quote.last)
            start = max(
                names[-1] - _LONGEST_NAME, next(k for k in range(first, colon) if not tree.is_punct(k))
            )
            speaker = names[-1]
            while tree.heads[speaker] in names and tree.deps[speaker].startswith(("flat", "compound")):
                speaker = tree.heads[speaker]
            grp = Group(colon, names[-1], colon, PRESENT, "")
            yield Saying(tree, grp, _SAY, "label", (start, colon), [said], speaker=speaker,
                         quotes=[quote] if quote else [], trigger=(names[-1], colon))  # fmt: skip
