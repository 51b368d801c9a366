"""What the parse says about a phrase: number, extent, what governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._mentions import GROUP, ORGANIZATION, OTHER, PERSON
from timeline.languages.places import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from timeline.languages._names import Names

LONGEST_PHRASE = 7
_SUBJECT = frozenset(("nsubj", "nsubj:pass", "csubj"))
_OPEN, _CLOSE, _EITHER = "«“„‹", "»”›", '"'
_BESIDE = frozenset(("amod", "compound", "flat", "flat:name", "flat:foreign", "nummod", "fixed", "goeswith"))
_CLAUSAL = frozenset(("ccomp", "xcomp", "advcl", "conj", "parataxis", "acl", "acl:relcl", "csubj", "ROOT"))


def is_plural(token: Token) -> bool:
    """Tell whether a noun, pronoun or verb is plural; a coordination of nouns is."""
    if "Plur" in token.morph.get("Number"):
        return True
    if token.pos_ in ("NOUN", "PROPN") and any(
        c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in token.children
    ):
        return any(c.dep_ == "cc" for c in token.subtree)
    return any(
        "Plur" in c.morph.get("Number") for c in token.children if c.dep_ in ("aux", "aux:pass", "cop")
    )


def is_third_person(verb: Token) -> bool:
    """Tell whether a verb or its auxiliary is finite and in the third person."""
    finite = [t for t in (verb, *verb.children) if t.i == verb.i or t.dep_ in ("aux", "aux:pass", "cop")]
    persons = [p for t in finite for p in t.morph.get("Person")]
    return bool(persons) and set(persons) == {"3"}


def is_definite(token: Token, names: Names) -> bool:
    """Tell whether a noun has a definite article or a demonstrative, alone or inside its preposition."""
    before = (c for c in token.children if c.i < token.i and c.pos_ in ("DET", "ADP"))
    return any("Def" in c.morph.get("Definite") or fold(c.text) in names.demonstrative for c in before)


def noun_phrase(token: Token, names: Names) -> tuple[int, int]:
    """Give the tokens of the noun phrase of a head: its adjectives, one complement, no article."""
    first = last = token.i
    doc = token.doc
    while first > 0 and doc[first - 1].head.i in (token.i, first) and _leads(doc[first - 1], names):
        first -= 1
    for child in sorted(token.children, key=lambda c: c.i):
        if child.i == last + 1 and (child.dep_ in _BESIDE or fold(child.text) in names.demonyms):
            last = max(last, _edge(child))
        elif child.i > last and child.dep_ == "nmod" and child.left_edge.i == last + 1:
            edge = _edge(child)
            if edge - first < LONGEST_PHRASE and _is_tight(child, names):
                last = edge
                break
    return first, last


def kind_of(token: Token, names: Names) -> str:
    """Give the kind that a common noun names by its word: person, group, organization or other."""
    word, lemma = fold(token.text), fold(token.lemma_)
    if word in names.bodies or (lemma in names.bodies and word not in names.people):
        return ORGANIZATION
    callings = names.roles | names.people
    aged = bool(names.age_endings) and word.endswith(names.age_endings) and word[0].isdigit()
    if aged or word in callings or lemma in callings:
        return GROUP if is_plural(token) else PERSON
    return OTHER


def number_of(token: Token, names: Names) -> int | None:
    """Give the number word that counts a noun, or None."""
    for child in token.children:
        if child.dep_.startswith("nummod") or child.pos_ == "NUM":
            value = names.counts.numbers.get(fold(child.text))
            if value is None and child.text.isdigit():
                value = float(child.text)
            return None if value is None else int(value)
    return None


def relative_head(token: Token) -> Token | None:
    """Give the noun a relative pronoun stands for, or None."""
    verb = token.head
    for _ in range(4):
        if verb.dep_ in ("acl:relcl", "acl"):
            return verb.head
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def governing_subject(verb: Token, names: Names) -> Token | None:
    """Give the subject that a verb takes from the one above it: *ha deciso di tenere*."""
    here = verb
    finite = "Fin" in verb.morph.get("VerbForm") or any(
        "Fin" in c.morph.get("VerbForm") for c in verb.children
    )
    for _ in range(4):
        above = here.head
        if above.i == here.i or here.dep_ not in _CLAUSAL:
            return None
        if here.dep_ in ("acl", "acl:relcl") and above.pos_ in ("NOUN", "PROPN"):
            return above if here.dep_ == "acl" and kind_of(above, names) != OTHER else None
        if finite and here.dep_ in ("parataxis", "advcl"):
            return None
        if found := own_subject(above):
            return found
        here = above
    return None


def own_subject(verb: Token) -> Token | None:
    """Give the subject that hangs on a verb, or None."""
    return next((c for c in verb.children if c.dep_ in _SUBJECT and c.pos_ not in ("VERB", "AUX")), None)


def clause_of(token: Token) -> int:
    """Give the place of the verb or root that heads the clause of `token`."""
    here = token
    while here.head.i != here.i and here.pos_ not in ("VERB", "AUX") and here.dep_ not in _CLAUSAL - {"conj"}:
        here = here.head
    return int(here.i)


def subjects(doc: Doc, names: Names) -> list[int]:
    """Give the tokens that are subjects, in order; an actor after a verb of no subject counts too."""
    return [t.i for t in doc if _is_subject(t) or _is_repaired_subject(t, names)]


def _is_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECT and token.pos_ in ("NOUN", "PROPN", "PRON")


def _is_repaired_subject(token: Token, names: Names) -> bool:
    return token.dep_ == "obj" and token.i > token.head.i and _speaks(token, names)


def _speaks(token: Token, names: Names) -> bool:
    """An object after a finite verb of no subject that names a person or body is more likely its subject."""
    verb = token.head
    if own_subject(verb) is not None or (kind_of(token, names) == OTHER and token.pos_ != "PROPN"):
        return False
    return is_plural(verb) == is_plural(token)


def quoted(doc: Doc) -> list[bool]:
    """Tell for every token whether it stands between quotation marks."""
    inside, out = 0, []
    for token in doc:
        text = token.text
        if text in _OPEN:
            inside += 1
        elif text in _CLOSE:
            inside = max(0, inside - 1)
        elif text in _EITHER:
            inside = 0 if inside else 1
        out.append(inside > 0)
    return out


def _leads(token: Token, names: Names) -> bool:
    if token.pos_ in ("DET", "ADP", "PUNCT", "CCONJ", "SPACE", "AUX", "VERB", "PRON"):
        return token.text in ("-", "'") and False
    return token.dep_ in _BESIDE or fold(token.text) in names.former


def _edge(token: Token) -> int:
    """The last token of a complement: its adjectives and names, no clauses."""
    last = token.i
    for child in sorted(token.children, key=lambda c: c.i):
        if child.i == last + 1 and child.dep_ in _BESIDE:
            last = child.i
        elif (
            child.i > last
            and child.dep_ == "nmod"
            and child.left_edge.i == last + 1
            and child.pos_ == "PROPN"
        ):
            last = max(last, _edge(child))
    return last


def _is_tight(child: Token, names: Names) -> bool:
    """A complement with a preposition of belonging (*forze di sicurezza*) belongs to the name."""
    case = next((c for c in child.children if c.dep_ == "case"), None)
    return case is None or fold(case.text) in names.belonging or fold(case.text) in names.links


def in_place(doc: Doc, first: int, names: Names) -> bool:
    """Tell whether a preposition of place or a noun like *city of* stands before token `first`."""
    i = first - 1
    while i >= 0 and doc[i].pos_ in ("DET", "ADJ") and first - i < 3:
        i -= 1
    if i < 0:
        return False
    word = fold(doc[i].text)
    if word in names.place_heads:
        return True
    return word in names.prepositions and word not in names.belonging and doc[i].pos_ == "ADP"
