"""Verbs of saying and thinking that in this place tell no statement: *the trial was concluded*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._clause import PAST, group
from timeline.extraction._lexicon import ACTS_OF_MIND
from timeline.languages._names import names

if TYPE_CHECKING:
    from timeline.extraction._sayings import Saying
    from timeline.extraction._tree import Tree

_BESIDE = ("acl", "amod")
_ASIDE = frozenset(("acl", "advcl", "ccomp"))
_BESIDE_DEED = 3
_HELD = frozenset(("accuse", "criticise", "ask"))


def is_unsaid(found: Saying) -> bool:
    """Tell whether a reading of a verb as one of saying or thinking is wrong for what stands beside it."""
    tree, i = found.tree, found.head
    if _is_answered_by_deed(found) or _is_suffered(tree, i):
        return True
    if found.quotes:
        return False
    if _is_other_verb(tree, i) or _is_quality(found) or _is_of_reader(found):
        return True
    if found.group.form == "Inf" and _is_meant(tree, i) and not _is_purpose_of_telling(found):
        return True
    if found.frame == "object" and _is_done_to_somebody(found):
        return True
    return _is_shown_by_thing(found)


def _is_of_reader(found: Saying) -> bool:
    """*You know*, *you must vote for her*: what the reader, or anybody, thinks."""
    tree, subject = found.tree, found.tree.subject(found.head)
    second = subject is not None and tree.feats[subject].get("Person") == "2"
    return found.act in ACTS_OF_MIND and (second or found.group.person == "2")


def silence(found: Saying) -> int | None:
    """Give the verb of saying in *declined to comment*, *no quiso responder*: words that were not said."""
    tree, i = found.tree, found.head
    if found.act not in ACTS_OF_MIND or found.frame != "infinitive":
        return None
    if not found.group.negated and tree.lemmas[i] not in tree.lexicon.words("negation", "verbs"):
        return None
    for k in tree.kids_of(i, "xcomp", "ccomp", "obj", "obl"):
        entries = tree.lexicon.entries.get(tree.lemmas[k], ()) if tree.form(k) == "Inf" and k > i else ()
        if any(e.act == "say" and not e.rest for e in entries):
            return k
    return None


def _is_other_verb(tree: Tree, i: int) -> bool:
    """*Si è concluso* is no end of a speech, *hanno atteso che uscisse* no belief."""
    lemma, words = tree.lemmas[i], tree.lexicon.words
    if ":" in tree.forms[i : tree.bounds(i)[1]]:
        return False
    itself = tree.is_reflexive(i) or tree.feats[i].get("Clitic") == "Yes"
    if lemma in words("sources", "reflexive_only"):
        return not itself
    return lemma in words("sources", "never_reflexive") and itself


def is_no_news(found: Saying) -> bool:
    """*Two engineers who asked not to be named*, *the minister, asked whether ..., said no*."""
    tree, root, i = found.tree, found.root, found.head
    if found.act != "ask":
        return False
    if root is not None and tree.lemmas[root] in tree.lexicon.words("sources", "unnamed"):
        return tree.deps[root] == "xcomp"
    if i == 0 or tree.forms[i - 1] != "," or found.group.first != i:
        return False
    joined = [k for k in tree.kids_of(i, "conj") if tree.forms[k - 1] == ","]
    over = [tree.heads[i]] if tree.deps[i] in _ASIDE and tree.heads[i] > i else joined
    return any(tree.lemmas[k] in tree.lexicon.entries for k in over)


def _is_answered_by_deed(found: Saying) -> bool:
    """*Hanno risposto lanciando sassi*, *responded by firing*: an answer without words."""
    tree, i = found.tree, found.head
    if tree.lemmas[i] not in tree.lexicon.words("sources", "answering"):
        return False
    subject = tree.subject(i)
    itself = subject is not None and any(a <= subject <= b for a, b in found.spans)
    if not itself and (found.quotes or found.frame != "remainder"):
        return False
    deeds = (k for k in tree.kids_of(i, "advcl") if i < k <= i + _BESIDE_DEED and _is_gerund(tree, k))
    return any(tree.lemmas[k] not in tree.lexicon.entries for k in deeds)


def _is_suffered(tree: Tree, i: int) -> bool:
    """*Riportando ferite che ...*: what somebody comes away with, nobody tells."""
    words = tree.lexicon.words("sources", "suffered")
    if tree.lemmas[i] not in tree.lexicon.words("sources", "suffering"):
        return False
    return any({tree.lemmas[k], tree.forms[k]} & words for k in tree.kids_of(i, "obj", "nsubj:pass"))


def _is_gerund(tree: Tree, k: int) -> bool:
    return group(tree, k).form == "Ger"


def _is_quality(found: Saying) -> bool:
    """*Gente disposta a tutto*, *il saldo previsto per maggio*: what a noun is like."""
    tree, i = found.tree, found.head
    if found.group.form != "Part" or found.act in _HELD:
        return False
    if tree.lexicon.ambiguous_past:
        return False
    kids = {tree.deps[k].split(":")[0] for k in tree.kids[i]}
    agent = any(tree.deps[k] == "obl:agent" for k in tree.kids[i])
    beside = tree.deps[i].startswith(_BESIDE) or (
        tree.deps[i] == "advcl" and tree.pos[tree.heads[i]] != "VERB"
    )
    return beside and not agent and not kids & {"aux", "nsubj"}


def _is_meant(tree: Tree, i: int) -> bool:
    """*Vale a dire*, *il divieto di parlare*, *per capire se è vero*: nobody has said or thought so."""
    if tree.lexicon.ambiguous_past:
        return False
    while tree.deps[i] == "conj" and tree.form(tree.heads[i]) == "Inf":
        i = tree.heads[i]
    head, purposes = tree.heads[i], tree.lexicon.words("clause", "purposes")
    if any(tree.forms[k] in tree.lexicon.words("clause", "as") for k in tree.kids_of(i, "mark")):
        return True  # *come dire che*
    if tree.deps[i] == "csubj":
        return True  # *spiace constatare che*
    if tree.deps[i] == "acl" and tree.pos[head] == "NOUN":
        return tree.lemmas[head] not in tree.lexicon.words("plans", "nouns") | tree.lexicon.act_nouns.keys()
    if tree.deps[i] == "advcl":
        marks = [tree.forms[k] for k in tree.kids_of(i, "mark", "case")]
        return any(mark in purposes for mark in marks) and i > head
    judged = tree.pos[head] == "ADJ" and tree.copula(head) is not None
    words = tree.lexicon.words
    needed = words("doubt", "needs") | words("doubt", "wishes") | words("clause", "copulas")
    judged = judged or tree.lemmas[head] in needed
    return judged and tree.deps[i] in ("csubj", "xcomp", "ccomp")


def _is_purpose_of_telling(found: Saying) -> bool:
    """*Si presentava per denunciare che lo avevano rubato*: what is told is told, not *per capire se*."""
    tree, root = found.tree, found.root
    if (
        found.act in ACTS_OF_MIND
        or found.frame != "clause"
        or root is None
        or tree.deps[found.head] != "advcl"
    ):
        return False
    that = tree.lexicon.words("clause", "that")
    return any(tree.forms[k] in that for k in tree.kids_of(root, "mark")) and group(tree, root).tense == PAST


def _is_done_to_somebody(found: Saying) -> bool:
    """*Hanno riconosciuto il ladro*, *è stato condannato a sei mesi*: of people these are no words."""
    tree, i = found.tree, found.head
    words = tree.lexicon.words
    lemma = tree.lemmas[i]
    if lemma in words("truth", "proven") and found.group.passive:
        return True
    patient = found.root
    if patient is not None and _is_he(tree, patient) and found.group.passive:
        return lemma in words("sources", "hunting")  # *he is wanted for murder*
    if lemma in words("truth", "proven"):
        return patient is None or tree.pos[patient] in ("PRON", "PROPN") or _is_person(tree, patient)
    if patient is None or tree.pos[patient] == "PRON" or tree.feats[i].get("Clitic") == "Yes":
        return False
    somebody = _is_person(tree, patient) or tree.pos[patient] == "PROPN"
    if lemma in words("sources", "backing"):
        return not (somebody or _is_told_of(tree, patient))
    return (somebody or _is_charged(found)) and lemma in words("sources", "of_people")


def _is_he(tree: Tree, i: int) -> bool:
    """A pronoun that by its case and gender is one of a person: *he*, *she*."""
    feats = tree.feats[i]
    return tree.pos[i] == "PRON" and feats.get("Case") == "Nom" and feats.get("Gender") in ("Masc", "Fem")


def _is_charged(found: Saying) -> bool:
    """*Two drivers were dismissed for refusing*: for what one has done, somebody is."""
    tree, charges = found.tree, found.tree.lexicon.words("clause", "charges")
    deeds = tree.kids_of(found.head, "advcl") if found.group.passive else ()
    return any(tree.forms[m] in charges for k in deeds for m in tree.kids_of(k, "mark", "case"))


def _is_told_of(tree: Tree, i: int) -> bool:
    """A body, or something said or done, for or against which one may be."""
    lemma, bodies = tree.lemmas[i], names(tree.lexicon.code).bodies
    deed = lemma in tree.lexicon.noun_types or lemma in tree.lexicon.act_nouns
    return deed or lemma in bodies or tree.forms[i] in bodies or lemma in tree.lexicon.words("plans", "nouns")


def _is_person(tree: Tree, i: int) -> bool:
    known, words = names(tree.lexicon.code), {tree.forms[i], tree.lemmas[i]}
    named = any(
        tree.pos[k] == "PROPN" for j in (i, *tree.kids_of(i, "nmod")) for k in tree.kids_of(j, "appos")
    )
    return named or bool(words & (known.people | known.roles | known.collective))


def _is_shown_by_thing(found: Saying) -> bool:
    """*The result underscores the risk*: what a thing shows, nobody says."""
    tree, speaker = found.tree, found.speaker
    if found.frame == "remainder" and tree.deps[found.head] == "ccomp":
        return True  # *she said he never wrote to her*
    if speaker is None or tree.pos[speaker] not in ("NOUN", "ADJ"):
        return False
    if {tree.lemmas[speaker], tree.forms[speaker]} & tree.lexicon.words("sources", "mute"):
        return True  # *l'andamento del mercato conferma che*
    if found.frame != "remainder" and tree.lemmas[found.head] not in tree.lexicon.words("sources", "showing"):
        return False
    lemma, known = tree.lemmas[speaker], names(tree.lexicon.code)
    told = lemma in tree.lexicon.words("sources", "channels") or lemma in tree.lexicon.act_nouns
    somebody = _is_person(tree, speaker) or {lemma, tree.forms[speaker]} & known.bodies
    return not told and not somebody and not any(tree.pos[k] == "PROPN" for k in tree.below(speaker))
