"""The times at which a document's story stands, and what they are the times of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline.extraction._clause import group
from timeline.extraction._narrative import Scene
from timeline.temporal import DAY, Interval, Operator
from timeline.temporal._operators import Told

if TYPE_CHECKING:
    from timeline.dates import DateExpression
    from timeline.extraction._story import Story
    from timeline.extraction._tree import Tree

_WIDEST = 2 * DAY
_NEAR, _FAR = 1, 8


def scenes(story: Story, holders: Mapping[int, str | None]) -> list[Scene]:
    """Give the times of a story in the order of the text: named to the day or finer, not to come.

    `holders` tells for the offset of an expression the statement in whose words it stands.
    """
    found = [
        scene
        for number, word, expression in story.times.hung()
        if _is_fine(expression, story.document.published.interval)
        and (scene := _scene(story.trees[number], number, word, expression, holders)) is not None
    ]
    return sorted(found, key=lambda s: s.start)


def coarse(story: Story) -> frozenset[int]:
    """Give the sentences that name a time, none of them to the day."""
    published = story.document.published.interval
    named: dict[int, bool] = {}
    for number, word, expression in story.times.hung():
        tree = story.trees[number]
        sentence = tree.block.first_sentence + tree.sentence[word]
        named[sentence] = named.get(sentence, False) or _is_fine(expression, published)
    return frozenset(sentence for sentence, fine in named.items() if not fine) | _opened(story)


def _opened(story: Story) -> frozenset[int]:
    """Give the sentences that open with a time that could not be placed: *Tre giorni prima*."""
    unplaced = {e.start_char for e in story.dates if e.when.interval == Interval(None, None)}
    starts = (
        (tree.block.sentence_span(k)[0], tree.block.first_sentence + k)
        for tree in (story.trees if unplaced else ())
        for k in range(len(tree.block.sentences))
    )
    return frozenset(sentence for start, sentence in starts if start in unplaced)


def _scene(
    tree: Tree, number: int, word: int, expression: DateExpression, holders: Mapping[int, str | None]
) -> Scene | None:
    sentence = tree.block.first_sentence + tree.sentence[word]
    grp = group(tree, word)
    reach = _reach(tree, word)
    holder = holders.get(expression.start_char)
    if grp.tense not in ("past", None) and not reach:
        return None
    leaning = _leans(expression.tree)
    return Scene(expression, number, sentence, grp.anterior, bool(reach), reach, holder, leaning)


def _leans(operator: Operator | None) -> bool:
    """Tell an expression reckoned from a time told before it."""
    return operator is not None and (isinstance(operator, Told) or any(map(_leans, operator.children())))


def _reach(tree: Tree, word: int) -> int:
    """How many sentences back a verb says when it was: *È successo ieri*, *I fatti risalgono a lunedì*."""
    lexicon = tree.lexicon
    if tree.lemmas[word] not in lexicon.happenings | lexicon.words("states", "dating"):
        return 0
    subject = tree.subject(word)
    if subject is None:
        return _NEAR
    return _FAR if tree.lemmas[subject] in lexicon.words("states", "episodes") else 0


def _is_fine(expression: DateExpression, published: Interval) -> bool:
    start, end = expression.when.interval.start, expression.when.interval.end
    if start is None or end is None or end - start > _WIDEST:
        return False
    return published.end is None or start < published.end
