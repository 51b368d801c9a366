"""Trees that are put right stay trees."""

import pytest

from timeline.documents import Document
from timeline.extraction import extract
from timeline.extraction._block import blocks, pieces
from timeline.extraction._lexicon import load
from timeline.extraction._tree import Tree
from timeline.languages import pipeline


def _tree(text: str) -> Tree:
    document = Document("a", text, language="en")
    nlp = pipeline("en")
    [block] = blocks((nlp(piece.text), piece) for piece in pieces(document))
    return Tree(block, load("en"))


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_no_word_is_hung_on_what_hangs_on_it(depth: int) -> None:
    tree = _tree("The minister said that the army had left the old port.")
    low = next(i for i in range(tree.size) if tree.forms[i] == "old")
    above = low
    for _ in range(depth):
        above = tree.heads[above]
    before = list(tree.heads), [list(kids) for kids in tree.kids]
    tree.rehang(above, low)
    assert (tree.heads, tree.kids) == before


def test_a_noun_before_a_name_that_speaks_ends() -> None:
    text = "He killed two men, File Mipito said. He killed two men, mate Mipito said. It happened on Monday."
    [(_, events)] = extract([Document("a", text, language="en")])
    assert any(event.kind == "statement" for event in events)
