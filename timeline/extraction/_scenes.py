"""The times at which a document's story stands, and what they are the times of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline.extraction._adjoining import is_dayless, leans
from timeline.extraction._clause import PRESENT, group
from timeline.extraction._narrative import Scene
from timeline.languages import relation_data
from timeline.temporal import DAY, Interval

if TYPE_CHECKING:
    from timeline.dates import DateExpression
    from timeline.extraction._story import Story
    from timeline.extraction._tree import Tree

_WIDEST = 2 * DAY
_NEAR, _FAR = 1, 8
_DEEPEST = 8
_ASIDES = frozenset(("acl", "amod", "appos"))
_OWN = frozenset(("ccomp", "parataxis", "conj", "root"))


def scenes(story: Story, holders: Mapping[int, str | None]) -> list[Scene]:
    """Give the times of a story in the order of the text: named to the day or finer, not to come.

    When something was said is no time of what was done.

    `holders` tells for the offset of an expression the statement in whose words it stands.
    """
    published = story.document.published.interval
    found = [
        scene
        for number, word, expression in story.times.hung()
        if (number, word) not in story.times.said
        and (scene := _scene(story, number, word, expression, holders)) is not None
        and (_is_fine(expression, published) or (scene.backward and _is_past(expression, published)))
    ]
    return sorted(found, key=lambda s: s.start)


def coarse(story: Story) -> frozenset[int]:
    """Give the sentences that name a time, none of them to the day."""
    published = story.document.published.interval
    named: dict[int, bool] = {}
    for number, word, expression in story.times.hung():
        tree = story.trees[number]
        sentence = tree.block.first_sentence + tree.sentence[word]
        fine = _is_fine(expression, published) and not _is_before_or_after(tree, word)
        named[sentence] = named.get(sentence, False) or fine
    for number, word in story.times.idle:
        tree = story.trees[number]
        named.setdefault(tree.block.first_sentence + tree.sentence[word], False)
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
    story: Story, number: int, word: int, expression: DateExpression, holders: Mapping[int, str | None]
) -> Scene | None:
    tree = story.trees[number]
    sentence = tree.block.first_sentence + tree.sentence[word]
    if expression.value == "PRESENT_REF" or _is_before_or_after(tree, word):
        return None
    grp = group(tree, word)
    reach = _reach(tree, word)
    holder = holders.get(expression.start_char)
    if grp.tense not in ("past", None) and not reach:
        return None
    leaning = leans(expression)
    wide = not _is_short(expression) or _is_below(tree, word)
    return Scene(
        expression,
        number,
        sentence,
        grp.anterior and not _is_clock(tree, word),
        bool(reach),
        reach,
        holder,
        leaning,
        wide,
        is_aside(tree, word) or is_mentioned(story, number, word),
    )


def is_mentioned(story: Story, number: int, noun: int) -> bool:
    """*Met yesterday ahead of today's vote*: a deed that a verb with a day of its own names."""
    tree = story.trees[number]
    verb = tree.heads[noun]
    other = tree.pos[noun] == "NOUN" and tree.deps[noun] in ("nmod", "obl") and verb != noun
    if other and tree.pos[verb] == "NOUN":
        verb = tree.heads[verb]
    return other and story.times.is_dated(number, verb)


def is_aside(tree: Tree, word: int) -> bool:
    """Tell what is said of a thing or person by the way, in a relative clause, a participle, an apposition.

    *L'uomo, già arrestato a maggio, ha forzato la porta*: the story does not stand there. *Il furto, avvenuto
    lunedì* says when the story was.
    """
    lemma, noun = tree.lemmas[word], tree.heads[word]
    done = lemma in tree.lexicon.light and tree.lemmas[noun] in tree.lexicon.noun_types
    if done or lemma in tree.lexicon.happenings | tree.lexicon.words("states", "dating"):
        return tree.deps[word].startswith("acl") and _is_another(tree, noun)
    return _is_below(tree, word) or _is_before_or_after(tree, word)


def _is_another(tree: Tree, noun: int) -> bool:
    """A deed that is not the one told: *un altro furto, avvenuto a maggio*."""
    words = tree.lexicon.words("clause", "others")
    return any({tree.forms[k], tree.lemmas[k]} & words for k in tree.kids_of(noun, "det", "amod"))


def _is_clock(tree: Tree, word: int) -> bool:
    """*Erano passate le 20*, *it had gone nine*: the hour itself has come, nothing was before."""
    subject = tree.subject(word)
    return subject is not None and subject in tree.timed


def _is_going_on(tree: Tree, word: int) -> bool:
    """*A Carpi, dove lunedì sono entrati in un bar*: a relative clause in which the story goes on."""
    words = tree.lexicon.words("clause", "relative_adverbs")
    return tree.deps[word].startswith("acl") and any(
        k < word and tree.forms[k] in words for k in tree.kids_of(word, "advmod", "mark", "obl")
    )


def is_state(tree: Tree, word: int) -> bool:
    """What has come about by now, or not yet, and is no step of the story: *nobody has been identified*."""
    forms = tree.lexicon.words("auxiliaries", "of_now")
    if any(tree.forms[k] in forms for k in tree.kids_of(word, "aux")):
        return True
    yet = tree.lexicon.words("clause", "yet")
    return group(tree, word).negated and any(tree.forms[k] in yet for k in tree.kids_of(word, "advmod"))


def is_comment(tree: Tree, word: int) -> bool:
    """What is told under a verb in the present: *It is the house that was robbed*; not what somebody says.

    So under what has come about by now: *the rates have helped to create jobs*.
    """
    top = word
    for _ in range(_DEEPEST):
        if tree.heads[top] == top or tree.deps[top].split(":")[0] in _OWN:
            break
        top = tree.heads[top]
    verb = tree.pos[top] in ("VERB", "AUX") or tree.copula(top) is not None
    return top != word and verb and (group(tree, top).tense == PRESENT or is_state(tree, top))


def _is_before_or_after(tree: Tree, word: int) -> bool:
    """*Before his address on Sunday, he met them*: not the time of what the sentence tells."""
    links = relation_data(tree.lexicon.code).get("links", {})
    words = {phrase for name in ("after", "before") for phrase in links.get(name, ())}
    return tree.pos[word] in ("NOUN", "PROPN") and any(
        tree.forms[k] in words for k in tree.kids_of(word, "case")
    )


def _is_below(tree: Tree, word: int) -> bool:
    """Tell a word of a relative clause, a participle or an apposition."""
    if tree.form(word) == "Part" and not tree.kids_of(word, "aux", "mark") and tree.deps[word] == "advcl":
        return True  # *accusato di una rapina avvenuta a maggio*, hung on the verb
    for _ in range(_DEEPEST):
        if tree.deps[word].split(":")[0] in _ASIDES and not _is_going_on(tree, word):
            return True
        if tree.heads[word] == word:
            return False
        word = tree.heads[word]
    return False


def _reach(tree: Tree, word: int) -> int:
    """How many sentences back a verb says when it was: *È successo ieri*, *I fatti risalgono a lunedì*.

    *L'episodio, avvenuto lunedì*; *il furto è stato messo a segno lunedì*: the deed itself, named again.
    """
    lexicon = tree.lexicon
    happens = tree.lemmas[word] in lexicon.happenings | lexicon.words("states", "dating")
    if not happens and tree.lemmas[word] not in lexicon.light:
        return 0
    beside = tree.deps[word].startswith("acl") and tree.pos[tree.heads[word]] == "NOUN"
    if beside and (not happens or _is_another(tree, tree.heads[word])):
        return 0
    subject = tree.heads[word] if beside else tree.subject(word)
    if subject is None:
        return _NEAR if happens else 0
    if not happens:
        return _FAR if _is_deed_again(tree, subject) else 0
    named = tree.lemmas[subject] in lexicon.words("states", "episodes") or _is_deed_again(tree, subject)
    return _FAR if named else 0


def _is_deed_again(tree: Tree, noun: int) -> bool:
    """A deed with a definite article, which has been told: *il furto*, *the attack*."""
    if tree.lemmas[noun] not in tree.lexicon.noun_types:
        return False
    definite = tree.lexicon.words("clause", "definite")
    return any(tree.forms[k] in definite for k in tree.kids_of(noun, "det"))


def _is_fine(expression: DateExpression, published: Interval) -> bool:
    start = expression.when.interval.start
    return _is_short(expression) and (published.end is None or start is None or start < published.end)


def _is_short(expression: DateExpression) -> bool:
    start, end = expression.when.interval.start, expression.when.interval.end
    if start is None:
        return is_dayless(expression)
    return end is not None and end - start <= _WIDEST


def _is_past(expression: DateExpression, published: Interval) -> bool:
    """Tell a time of any width that does not lie ahead."""
    end = expression.when.interval.end
    return end is not None and (published.end is None or end <= published.end)
