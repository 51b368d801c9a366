"""Quotations over several sentences, shared among the statements beside and inside them."""

from __future__ import annotations

from timeline.extraction._quotes import Quote
from timeline.extraction._sayings import Saying, trim
from timeline.extraction._tree import Tree


class Shares:
    """Gives the quotations of one block to its statements."""

    def __init__(self, tree: Tree, quotes: list[Quote]) -> None:
        self.tree, self.quotes = tree, quotes

    def share(self, found: list[Saying]) -> None:
        """Give every quotation to the statements beside or inside it, cut at their sentences."""
        for quote in self.quotes:
            owners = [s for s in found if quote in s.quotes]
            if not owners:
                continue
            starts = [self._share_start(n, s, quote) for n, s in enumerate(owners)]
            for n, saying in enumerate(owners):
                stop = starts[n + 1] - 1 if n + 1 < len(owners) else quote.last
                self._give(saying, quote, starts[n], stop)
        claimed = {quote for s in found for quote in s.quotes}
        for saying in found:
            self._complete(saying, claimed)

    def _share_start(self, n: int, saying: Saying, quote: Quote) -> int:
        if n == 0:
            return quote.first
        inside = quote.first < saying.head < quote.last
        number = self.tree.sentence[saying.head if inside else quote.last]
        return max(self.tree.block.sentences[number][0], quote.first)

    def _give(self, saying: Saying, quote: Quote, start: int, stop: int) -> None:
        lo, hi = saying.zone
        if stop < start:  # another statement of the same sentence has all of it
            saying.spans = [s for s in saying.spans if s[1] < quote.first] or saying.spans
        elif start <= lo and hi <= stop:
            parts = [trim(self.tree, start, lo - 1), trim(self.tree, hi + 1, stop)]
            saying.spans = [(a, b) for a, b in parts if (b >= a and not self.tree.is_punct(a)) or b > a]
        else:
            before = [s for s in saying.spans if s[1] < start and s[0] >= self.tree.bounds(start)[0]]
            after = [s for s in saying.spans if s[0] > stop]
            overlapping = [s for s in saying.spans if s[0] <= stop and s[1] >= start]
            first = min([start, *(s[0] for s in overlapping if s[0] < quote.first)])
            last = max([stop, *(s[1] for s in overlapping if s[1] > quote.last)])
            saying.spans = sorted([*before, (first, last), *after])

    def _complete(self, saying: Saying, claimed: set[Quote]) -> None:
        """Add the quotations that go on after the statement, and take whole those that its content enters.

        What goes on is no quotation with a verb of its own: *«...», ha detto X. «...», ha risposto Y*.
        """
        tree = self.tree
        if not saying.spans:
            return
        _, end = tree.bounds(saying.head)
        followed = saying.quotes and saying.quotes[-1].last < saying.head
        for quote in self.quotes:
            if quote in saying.quotes:
                continue
            last = saying.spans[-1][1]
            if quote.first <= last < quote.last and quote.first >= saying.spans[-1][0] and quote.closed:
                saying.spans[-1] = (saying.spans[-1][0], quote.last)
                saying.quotes.append(quote)
            elif saying.spans[0][0] <= quote.first and quote.last <= last:
                saying.quotes.append(quote)
            elif (
                followed
                and quote not in claimed
                and quote.first in (end, saying.zone[1] + 1, saying.zone[1] + 2)
                and quote.first > saying.head
            ):
                saying.spans.append((quote.first, quote.last))
                saying.quotes.append(quote)
