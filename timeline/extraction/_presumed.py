"""What a content takes for a fact: *denied the report released on Monday*, *fear for a deal reached in May*.

A participle or a relative clause of the past on a noun tells what the noun is known by. Nobody denies, fears
or demands that, and where a noun alone is what is said, the text itself tells it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline.extraction._clause import PAST, group
from timeline.extraction._lexicon import ACTS_OF_MIND
from timeline.extraction._parts import Doing
from timeline.extraction._sayings import Saying
from timeline.extraction._voices import AUXILIARY, SUBJECTS

if TYPE_CHECKING:
    from timeline.extraction._event import Event
    from timeline.extraction._tree import Tree

_MODIFIERS = ("acl", "amod")
_PHRASES = frozenset(("object", "about", "remainder", "relative"))


def told_by(
    event: Event, over: Sequence[Event], told: Mapping[str, Saying | Doing]
) -> tuple[list[Event], set[str]]:
    """Give the statements that vouch for an event, and those of them that take it for a fact.

    `over` are the statements that have it in their content, `told` what each row was read from.
    """
    vouching, known = [], set()
    for one in over:
        saying = told[one.event_id]
        if _is_denied_words(event, one, saying):
            continue
        presumed = isinstance(saying, Saying) and _is_presumed(told[event.event_id], saying)
        if not presumed or not _is_texts_own(saying):
            vouching.append(one)
            granted = isinstance(saying, Saying) and _is_granted(told[event.event_id], saying)
            known |= {one.event_id} if presumed or granted else set()
    return vouching, known


def _is_denied_words(event: Event, one: Event, saying: Saying | Doing) -> bool:
    """*They accused him of lying. He denied it*: denied is what was said, not that it was said."""
    spoken = event.kind == "statement" and event.content_start is not None
    after = spoken and one.trigger_start > event.trigger_end and one.sentence > event.sentence
    return after and saying.tree.lexicon.statuses.get(one.speech_act or "") == "denied"


def is_narrator(told: Saying | Doing) -> bool:
    """Tell the text's own word: *come avevamo raccontato*, *as already said*, outside of any quotation."""
    tree, grp = told.tree, told.group
    if told.head in tree.quoted or not isinstance(told, Saying):
        return False
    needs = tree.lexicon.words("doubt", "needs")
    need = grp.modal == "necessity" and tree.form(told.head) == "Part"  # *va detto che*
    if told.speaker is None and (need or tree.lemmas[tree.heads[told.head]] in needs):
        return True  # *bisogna dire che*
    as_said = any(
        tree.forms[k] in tree.lexicon.words("sources", "parenthetical") for k in tree.kids[told.head]
    )
    unfinished = grp.form == "Part" or tree.lexicon.ambiguous_past
    bare = unfinished and not tree.kids_of(told.head, *AUXILIARY, "obl:agent", *SUBJECTS)
    return as_said and (grp.person == "1" or (bare and told.speaker is None))


def _is_presumed(told: Saying | Doing, saying: Saying) -> bool:
    """Tell whether the event stands in such a modifier inside the content."""
    tree = saying.tree
    if told.tree is not tree or told.head in tree.quoted:
        return False
    seen: set[int] = set()
    i = told.head
    while i not in seen and i not in (saying.head, saying.root):
        seen.add(i)
        if _is_known_by(tree, i):
            return any(a <= tree.heads[i] <= b for a, b in saying.spans)
        i = tree.heads[i]
    return False


def _is_granted(told: Saying | Doing, saying: Saying) -> bool:
    """*Did not say how they had voted*: what a question of how, why or who takes for granted.

    Also what is told *as* somebody thinks: *come ritiene la procura*.
    """
    tree, words = saying.tree, saying.tree.lexicon.words
    if any(tree.forms[k] in words("sources", "parenthetical") for k in tree.kids_of(saying.head, "mark")):
        return True
    if told.tree is not tree or not saying.spans or told.group.tense != PAST or told.group.subjunctive:
        return False
    asking = words("clause", "complementisers") - words("clause", "that") - words("clause", "whether")
    return tree.forms[saying.spans[0][0]] in asking


def _is_texts_own(saying: Saying | Doing) -> bool:
    """Tell a statement in whose content such a modifier is told by the text: a thought, a noun."""
    if not isinstance(saying, Saying) or saying.act in ACTS_OF_MIND:
        return True
    tree = saying.tree
    return saying.frame in _PHRASES and not saying.quotes and not _is_clause(tree, saying.root)


def _is_clause(tree: Tree, root: int | None) -> bool:
    return root is not None and tree.pos[root] in ("VERB", "AUX")


def _is_known_by(tree: Tree, i: int) -> bool:
    """A participle of the past or a relative clause in the past indicative, on a noun."""
    if not tree.deps[i].startswith(_MODIFIERS) or tree.pos[i] not in ("VERB", "ADJ"):
        return False
    grp = group(tree, i)
    if grp.modal or grp.conditional or grp.subjunctive or tree.pos[tree.heads[i]] not in ("NOUN", "PROPN"):
        return False
    return grp.tense == PAST
