"""What parsers are known to get wrong, put right in the words of a block before any rule reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._adverbs import mark_adverbs, mark_elided
from timeline.extraction._arguments import attach
from timeline.extraction._helped import mark_helped
from timeline.extraction._inserted import mark_inserted
from timeline.extraction._inverted import mark_inverted
from timeline.extraction._joined import mark_joined
from timeline.extraction._mistaken import mark_mistaken
from timeline.extraction._openers import mark_openers
from timeline.extraction._pieces import mark_pieces
from timeline.extraction._preterites import mark_preterites
from timeline.extraction._relatives import mark_relatives
from timeline.extraction._roots import mark_roots
from timeline.extraction._tallies import mark_tallies
from timeline.extraction._unknowns import mark_unknowns

if TYPE_CHECKING:
    from timeline.extraction._lexicon import Lexicon
    from timeline.extraction._words import Words


def mend(words: Words, lexicon: Lexicon) -> None:
    """Put the words of a block right; each step reads what the one before it has left."""
    mark_elided(words, lexicon)
    mark_adverbs(words, lexicon)
    mark_tallies(words, lexicon)
    attach(words, lexicon)
    mark_pieces(words)
    mark_preterites(words, lexicon)
    mark_openers(words, lexicon)
    mark_joined(words, lexicon)
    mark_roots(words, lexicon)
    mark_unknowns(words, lexicon)
    mark_helped(words, lexicon)
    mark_relatives(words, lexicon)
    mark_inserted(words, lexicon)
    mark_inverted(words, lexicon)
    mark_mistaken(words, lexicon)
