"""Who did a deed by a word beside it: *the perpetrators of*, *ritenuti responsabili del*, *by rebels*."""

from __future__ import annotations

from timeline.extraction._clause import group
from timeline.extraction._tree import Tree

_PREDICATES = frozenset(("xcomp", "obj", "obl", "advcl", "ccomp", "amod"))
_BESIDE = frozenset(("amod", "acl", "appos"))


def doer_of(tree: Tree, i: int) -> tuple[int, str] | None:
    """Give who is said to have done the deed named by noun `i`, and how sure that is, or None.

    *Gli autori del furto* are themselves the ones; *sono ritenuti responsabili del furto* says it of the
    subject, as an allegation.
    """
    noun = tree.heads[i]
    if noun == i or tree.lemmas[noun] not in tree.lexicon.words("objects", "doers") or not tree.case_of(i):
        return None
    over = tree.heads[noun]
    if tree.copula(noun) is not None:
        subject = tree.subject(noun)
        return (noun if subject is None else subject), ""
    if over != noun and tree.deps[noun] in _PREDICATES and tree.pos[over] == "VERB":
        return _held_to_be(tree, noun, over)
    if tree.deps[noun] in _BESIDE and tree.pos[over] in ("NOUN", "PROPN"):
        return over, "alleged"
    return noun, ""


def _held_to_be(tree: Tree, noun: int, verb: int) -> tuple[int, str]:
    """*I due sono ritenuti responsabili*, *la coppia ritenuta responsabile*; else the noun itself."""
    grp = group(tree, verb)
    subject = tree.subject(verb)
    if tree.lemmas[verb] in tree.lexicon.words("objects", "made") and subject is not None:
        return subject, ""  # *si è reso responsabile di*
    held = tree.lemmas[verb] in tree.lexicon.words("objects", "held")
    if not held:
        return noun, ""
    if subject is None and not grp.finite and tree.deps[verb].startswith(("acl", "amod")):
        subject = tree.heads[verb]
    return (noun, "alleged") if subject is None else (subject, "alleged")


def is_by(tree: Tree, k: int, words: frozenset[str]) -> bool:
    """*By guerrillas*, *by Khmer Rouge guerrillas*: the preposition may hang on an inner word."""
    dep = tree.deps[k]
    if dep.startswith(("obl", "nmod")) and words.intersection(tree.case_of(k).split()[:1]):
        return True
    first = tree.edge(k)[0]
    inner = not tree.lexicon.drops_subjects and dep in ("obl", "obj") and tree.deps[first] == "case"
    return inner and tree.forms[first] in words


def is_parting(tree: Tree, i: int) -> bool:
    """*Rubato dalla macchina*: a place from which; not *preso di mira dalla scorta*."""
    words = tree.lexicon.words
    behind = tree.forms[min(i + 1, tree.size - 1)]
    return tree.lemmas[i] in words("objects", "parting") and behind not in words("clause", "of")
