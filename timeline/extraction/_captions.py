"""Chooses how an event is told on the chart: *Rossi: what he said*, or its clause with whoever does it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from timeline.extraction._antecedents import is_nameless
from timeline.extraction._cores import suits
from timeline.extraction._event import Event
from timeline.extraction._labels import shortened, with_article
from timeline.extraction._marks import paired
from timeline.extraction._sayings import Saying
from timeline.extraction._stretches import (
    Line,
    genders_of,
    numbers_of,
    shared_auxiliary,
)
from timeline.extraction._summary import clause_line
from timeline.extraction._utterances import (
    as_it_stands,
    is_plain,
    may_stand_alone,
    of_relative,
    said_words,
    statement_line,
)
from timeline.extraction._wording import is_loose, join, small

if TYPE_CHECKING:
    from timeline.extraction._parts import Doing
    from timeline.extraction._story import Story
    from timeline.extraction._tree import Tree

_BEFORE = 60
_BEFORE_NOUN = frozenset(("det", "amod", "compound", "nummod", "nmod:poss", "det:poss"))
_STOPS = frozenset(".;:!?")
_WORD = re.compile(r"\w+")


def caption(story: Story, event: Event, told: Saying | Doing, *, negated: bool) -> str:
    """Give the line that tells an event; `negated` tells that it was not done or said."""
    return paired(_line(story, event, told, negated=negated))


def _line(story: Story, event: Event, told: Saying | Doing, *, negated: bool) -> str:
    denied = story.lexicon.statuses.get(event.speech_act or "") == "denied"
    said = said_words(told) if isinstance(told, Saying) and event.actor and not denied else []
    if said and isinstance(told, Saying) and not negated and is_plain(told):
        return statement_line(event.actor or "", told, said)
    name, is_time = _named(story, event, told), told.tree.timed.__contains__
    line = clause_line(Line(told.tree, told.group, told.trigger, _stands_by(told), name, is_time))
    if said and isinstance(told, Saying) and not negated:
        root = said[0] if told.root is None else told.root
        if words := of_relative(told, said):
            return shortened(join(told.tree, words), small=small(told.tree, words))
        if told.tree.text(root, root) not in _WORD.findall(line):
            alone = statement_line(event.actor or "", told, said)
            return (as_it_stands(told, said) if told.frame == "infinitive" else "") or alone
        if line.endswith("…") and may_stand_alone(told):
            alone = statement_line(event.actor or "", told, said)
            return line if alone.endswith("…") else alone  # all that was said, where it is short enough
    bare = line.casefold() == event.trigger.casefold() or " " not in line
    return _around(told) if bare else line


def _around(told: Saying | Doing) -> str:
    """A verb or noun without a subject or object that could be told: the words around it as they stand."""
    tree, (first, last) = told.tree, told.trigger
    low, high = tree.bounds(told.head)
    begin = next((k + 1 for k in range(first - 1, low, -1) if tree.is_punct(k) and tree.forms[k] != "-"), low)
    if tree.starts[first] - tree.starts[begin] > _BEFORE:
        begin = first
    end = next((k for k in range(last + 1, high) if tree.forms[k] in _STOPS), high)
    words = [k for k in range(begin, end) if tree.pos[k] != "SPACE"]
    while len(words) > 1 and is_loose(tree, words[0]):
        words = words[1:]
    return shortened(join(tree, words).strip(' ,-–—.»”"'), small=small(tree, words))


def _stands_by(told: Saying | Doing) -> int | None:
    """The noun that a participle stands by: *l'ordine* of *l'ordine impartito ieri*."""
    tree, head = told.tree, told.head
    if told.group.form != "Part":
        return None
    if shared_auxiliary(tree, told.group):
        return None  # *l'uomo che ha visto e fermato il ladro*
    while tree.deps[head] == "conj" and tree.form(tree.heads[head]) == "Part" and tree.heads[head] < head:
        head = tree.heads[head]  # *un documento firmato dal sindaco e inviato al governo*
    if not tree.deps[head].startswith(("acl", "amod")):
        return None
    noun = over = tree.heads[head]
    while not suits(tree, over, head) and tree.deps[over].startswith("nmod") and tree.heads[over] < over:
        over = tree.heads[over]  # *gli abitanti del quartiere, evacuati*
    agrees = suits(tree, over, head) and "Number" in tree.feats[over]
    return over if agrees else noun


def _named(story: Story, event: Event, told: Saying | Doing) -> str | None:
    """Who acts, with the article; whom it is done to where the verb is passive."""
    articles, text = story.lexicon.words("clause", "articles"), story.document.text
    tree, taken = told.tree, event.recipient or event.object
    shared = shared_auxiliary(tree, told.group)
    active = bool(shared) and not any(tree.deps[k] == "aux:pass" for k in shared)
    bare = told.group.form == "Part" and not shared
    if (told.group.passive and not active) or (bare and (taken or event.actor is None)):
        start = event.recipient_start if event.recipient else event.object_start
        if start is not None and not _suits(story, start, told):
            return None  # *due uomini*, *erano state riposte*
        return _determined(story, with_article(taken, text, start, articles), start)
    if event.actor_start is not None and not _suits(story, event.actor_start, told):
        return None
    name = with_article(event.actor, text, event.actor_start, articles)
    return _determined(story, name, event.actor_start)


def _determined(story: Story, name: str | None, start: int | None) -> str | None:
    """*Il suo legale*, *some analysts*, *the mayor* for *she*: a common noun with what stands before it."""
    text = story.document.text
    if not name or start is None or not name[:1].islower() or name in text[start : start + len(name) + 1]:
        at = start
    else:
        at = text.rfind(name, 0, start)
    if not name or not name[:1].islower() or at is None or at < 0 or not text.startswith(name, at):
        return name
    tree, _ = _noun_at(story, at)
    k = bisect_right(tree.starts, at - tree.block.offset) - 1
    first, low = k, tree.bounds(k)[0]
    if k < 0 or tree.starts[k] != at - tree.block.offset:
        return name
    noun = bisect_right(tree.starts, at + len(name) - 1 - tree.block.offset) - 1
    while first > low and tree.heads[first - 1] == noun and tree.deps[first - 1] in _BEFORE_NOUN:
        first -= 1  # *the **old** mayor*
    if first < k and not _determines(tree, first):
        first = k
    while first > low and _determines(tree, first - 1):
        first -= 1
    before = tree.source[tree.starts[first] : tree.starts[k]]
    return before[:1].lower() + before[1:] + name


def _determines(tree: Tree, k: int) -> bool:
    """An article, a possessive or *some*, not *all* or *no*."""
    kind = tree.feats[k].get("PronType")
    return tree.feats[k].get("Poss") == "Yes" or (tree.pos[k] == "DET" and kind not in ("Tot", "Neg"))


def _suits(story: Story, start: int, told: Saying | Doing) -> bool:
    """Tell whether a verb without a subject agrees in number with the name found for it."""
    verb = told.group.head
    subject = told.tree.subject(verb)
    if not told.group.finite or told.group.person == "1":
        return True
    if subject is not None and not is_nameless(told.tree, subject):
        return True
    told_genders = genders_of(told.tree, verb)
    if told_genders and (_gender_at(story, start) or next(iter(told_genders))) not in told_genders:
        return False  # *la donna*, *è caduto*
    noun, told_numbers = _number_at(story, start), numbers_of(told.tree, verb)
    if noun == "Sing" and not told.tree.lexicon.drops_subjects:
        return True  # *the police said they are*
    return noun is None or not told_numbers or noun in told_numbers


def _noun_at(story: Story, start: int) -> tuple[Tree, int]:
    """The noun of the phrase at an offset of the document."""
    tree = story.trees[max(0, bisect_right(story.trees, start, key=lambda t: t.block.offset) - 1)]
    k = max(0, bisect_right(tree.starts, start - tree.block.offset) - 1)
    while k < tree.size - 1 and tree.pos[k] in ("DET", "ADP"):
        k += 1
    return tree, k


def _gender_at(story: Story, start: int) -> str | None:
    """The gender of the common noun at an offset of the document."""
    tree, k = _noun_at(story, start)
    return tree.feats[k].get("Gender") if tree.pos[k] == "NOUN" else None


def _number_at(story: Story, start: int) -> str | None:
    """The number of the noun phrase at an offset of the document: of its noun, its article, of a person."""
    tree, k = _noun_at(story, start)
    if tree.pos[k] == "PRON":
        return tree.feats[k].get("Number")
    if tree.pos[k] not in ("NOUN", "PROPN"):
        return None  # *il 38enne*
    if joined := tree.kids_of(k, "conj"):
        last = joined[-1]
        both = tree.lexicon.drops_subjects and tree.kids_of(last, "cc")
        return "Plur" if both and tree.pos[last] == tree.pos[k] else None
    actor = story.actors.of(tree.doc[k])
    person = actor is not None and actor.kind == "person" and not actor.members
    marked = (tree.feats[j].get("Number") for j in (k, *tree.kids_of(k, "det")))
    return next(filter(None, marked), "Sing" if person else None)
