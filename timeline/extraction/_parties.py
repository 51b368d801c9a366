"""Where the rows of the event table tell who or what an event is done to, as phrases of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._parts import Doing
from timeline.extraction._voices import SUBJECTS
from timeline.languages._names import names
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._actors import Actor
    from timeline.extraction._event import Event
    from timeline.extraction._story import Story
    from timeline.extraction._tree import Tree

_PARTIES = frozenset(("person", "organization", "country", "government", "group"))
_LISTED = frozenset(("NOUN", "PROPN", "NUM", "SYM"))
_LONGEST_NAME = 20
_NEAR = 7
_BREAKS = frozenset(',;:()[]«»“”"–—')


class Parties:
    """The phrases of those who take part, for the rows of one document."""

    def __init__(self, story: Story) -> None:
        self.story, self.document = story, story.document

    def _told_at(self, tree: Tree, word: int, actor: Actor | None) -> tuple[int, int]:
        """Where the name is told: in the phrase itself, for *he*, *the man* where they are brought in.

        For a last name where the full name stands near by.
        """
        start, end = self._phrase(tree, word)
        if (fuller := self.story.actors.fullest(tree.doc[word])) is not None:
            return fuller
        elsewhere = actor is not None and (actor.end <= start or end <= actor.start)
        return (actor.start, actor.end) if actor is not None and elsewhere else (start, end)

    def _recipient(
        self,
        event: Event,
        tree: Tree,
        word: int | None,
        *,
        only_party: bool = False,
        only_thing: bool = False,
    ) -> None:
        if word is None or self._is_in_time(tree, word):
            return
        actor = self.story.actors.of(tree.doc[word])
        if actor is None and tree.feats[word].get("PronType") == "Prs":
            return  # *gli ha promesso*, of whom nobody was told
        start, end = self._phrase(tree, word)
        party = actor is not None and actor.kind in _PARTIES and not only_thing
        party = party and not self._is_money(tree, word)
        if actor is not None and party and not self._is_one_of_many(tree, word):
            start, end = self._told_at(tree, word, actor)
            event.recipient, event.recipient_start, event.recipient_end = actor.name, start, end
        elif not only_party and not self._is_where(tree, word):
            start, end = self._thing(tree, word)
            event.object, event.object_start, event.object_end = self.document.text[start:end], start, end

    def _is_money(self, tree: Tree, word: int) -> bool:
        """*40 milhões de reais*: an amount of money is nobody."""
        currencies = names(tree.lexicon.code).counts.currencies
        return tree.pos[word] == "NUM" and any(fold(tree.forms[k]) in currencies for k in tree.kids[word])

    def _is_given(self, told: Doing) -> bool:
        """*France sent 20 doctors to Haiti*: what is given or sent is a thing, unless it is one person."""
        tree, word = told.tree, told.patient
        if word is not None and told.noun is None and self._is_stolen(told):
            return True
        if word is None or told.group.passive or told.lemma not in tree.lexicon.words("objects", "giving"):
            return False
        actor = self.story.actors.of(tree.doc[word])
        clitic = tree.feats[word].get("PronType") == "Prs"
        return actor is not None and not clitic and (told.dative is not None or actor.kind != "person")

    def _is_stolen(self, told: Doing) -> bool:
        """*Ha rubato un capo di abbigliamento*: what is stolen is a thing."""
        words = told.tree.lexicon
        taken = told.lemma in words.words("objects", "parting")
        return taken and fold(told.lemma) in names(words.code).offences

    def _thing(self, tree: Tree, word: int) -> tuple[int, int]:
        """The phrase of a thing with what is named beside it; of a relative pronoun, what it stands for."""
        if tree.pos[word] == "PRON" and (noun := self.story.actors.stands_for(tree.doc[word])) is not None:
            word = noun
        start, end = self._phrase(tree, word)
        listed = [
            k
            for k in tree.kids[word]
            if k > word and tree.deps[k] in ("conj", "appos") and tree.pos[k] in _LISTED
        ]
        for k in listed:
            last = self._phrase(tree, k)[1]
            if len(self.document.text[start:last].split()) > _LONGEST_NAME or tree.kids_of(k, *SUBJECTS):
                break
            end = max(end, last)
        for k in self._composing(tree, word):
            last = self._thing(tree, k)[1]
            if len(self.document.text[start:last].split()) <= _LONGEST_NAME:
                end = max(end, last)
        return start, end

    @staticmethod
    def _composing(tree: Tree, word: int) -> list[int]:
        """*Un bottino composto da anelli e orologi*, *a bag containing phones*: what the thing is made of."""
        words = tree.lexicon.words("objects", "composing")
        over = {word, tree.heads[word], *tree.kids_of(word, "nmod")}
        for k in range(word + 1, min(word + _NEAR, tree.size)):
            if tree.lemmas[k] in words and tree.form(k) in ("Part", "Ger") and tree.heads[k] in over:
                own = tree.kids_of(k, "obj", "obl", "obl:agent")
                return [] if tree.kids_of(k, "aux", "aux:pass") else [j for j in own if j > k][:1]
            if tree.pos[k] in ("VERB", "AUX", "PRON", "CCONJ", "SCONJ"):
                return []
        return []

    def _is_where(self, tree: Tree, word: int) -> bool:
        """*Llegó a Almaty*: a place with a preposition is where it was."""
        mention = self.story.mentions.at(tree.block.index, word)
        return mention is not None and mention.kind == "place" and bool(tree.kids_of(word, "case"))

    def _is_goal(self, event: Event, told: Doing) -> bool:
        """*Was diverted to Porto Nuovo*: a name not known, to which something is moved, is a place."""
        tree, word = told.tree, told.dative
        if word is None or told.lemma not in tree.lexicon.words("objects", "moving"):
            return False
        mention = self.story.mentions.at(tree.block.index, word)
        if mention is None or mention.kind != "person" or mention.certain:
            return False
        if event.place is None:
            event.place = mention.text
            event.place_start, event.place_end = tree.span(mention.first, mention.last)
        return True

    def _is_one_of_many(self, tree: Tree, word: int) -> bool:
        """*Una vecchia Audi*: a name with an indefinite article is a thing, not a party."""
        mention = self.story.mentions.at(tree.block.index, word)
        if mention is None or mention.kind != "organization" or mention.certain:
            return False
        return any(tree.feats[k].get("Definite") == "Ind" for k in tree.kids_of(word, "det"))

    @staticmethod
    def _is_in_time(tree: Tree, word: int) -> bool:
        return word in tree.timed

    @staticmethod
    def _is_when(tree: Tree, k: int, noun: int) -> bool:
        """*A medalha no domingo*: a time that a parser hung on the noun; *the talks of May* keep it."""
        if k not in tree.timed or noun in tree.timed or tree.lemmas[noun] in tree.lexicon.noun_types:
            return False
        return tree.lemmas[k] not in tree.lexicon.words("clause", "of")

    def _undergone(self, event: Event, tree: Tree, verb: int) -> None:
        """The subject that a passive leaves out: *è stato arrestato*."""
        actor = self.story.actors.left_out(tree.doc[verb])
        if actor is not None:
            event.recipient, event.recipient_start, event.recipient_end = actor.name, actor.start, actor.end

    def _text_of(self, tree: Tree, word: int) -> str | None:
        """A phrase that names nobody known is its own name; a pronoun is none but *somebody*, *the other*."""
        if tree.pos[word] == "SCONJ" or tree.forms[word] in names(tree.lexicon.code).relative:
            return None
        if tree.pos[word] in ("PRON", "DET") and tree.feats[word].get("PronType") not in (
            "Ind",
            "Neg",
            "Tot",
        ):
            return None
        start, end = self._phrase(tree, word)
        return self.document.text[start:end]

    def _phrase(self, tree: Tree, word: int) -> tuple[int, int]:
        """The noun phrase of a word: what hangs on it up to a comma or a relative clause."""
        first, end = tree.edge(word)
        for k in range(word, first - 1, -1):
            if tree.forms[k] in _BREAKS or word - k > _LONGEST_NAME:
                first = min(k + 1, word)
                break
        last = word
        clauses = [k for k in tree.kids[word] if k > word and (
            tree.deps[k].startswith(("acl", "appos", "conj", "parataxis", "advcl", "ccomp")))]  # fmt: skip
        behind = [k for k in tree.kids_of(word, "case") if k > word]  # *Orlov's*
        stop = min([end + 1, *behind, *(tree.edge(k)[0] for k in clauses)])
        for k in range(word + 1, stop):
            joined = tree.pos[k] == "CCONJ" and k + 1 < tree.size and tree.pos[k + 1] in ("VERB", "AUX")
            if (
                tree.forms[k] in _BREAKS
                or k - first > _LONGEST_NAME
                or joined
                or self._is_when(tree, k, word)
            ):
                break
            last = k
        while first < word and (tree.is_punct(first) or tree.deps[first] in ("case", "cc")):
            first += 1
        while last > word and (tree.is_punct(last) or tree.pos[last] in ("CCONJ", "ADP")):
            last -= 1
        return tree.span(first, last)
