"""What the parse says about a phrase: number, extent, what governs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.extraction._mentions import GROUP, ORGANIZATION, OTHER, PERSON
from timeline.extraction._quotes import quotes
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._words import Word, Words
    from timeline.languages._names import Names

LONGEST_PHRASE = 7
LONGEST_ASIDE = 14
FARTHEST_COUNTED = 20
_TEN, _HUNDRED = 10, 100
_DASHES = frozenset("–—-")
SUBJECT = frozenset(("nsubj", "nsubj:pass", "csubj"))
_BESIDE = frozenset(("amod", "compound", "flat", "flat:name", "flat:foreign", "nummod", "fixed", "goeswith"))
_CLAUSAL = frozenset(("ccomp", "xcomp", "advcl", "conj", "parataxis", "acl", "acl:relcl", "csubj", "ROOT"))


def is_plural(token: Word) -> bool:
    """Tell whether a noun, pronoun or verb is plural; a coordination of nouns is."""
    if ("Plur" in token.morph.get("Number", []) and not _is_one(token)) or _is_marked_plural(token):
        return True
    if token.pos_ in ("NOUN", "PROPN") and any(_is_joined(token, c) for c in token.children):
        return any(c.dep_ == "cc" for c in token.subtree)
    return any(
        "Plur" in c.morph.get("Number", []) for c in token.children if c.dep_ in ("aux", "aux:pass", "cop")
    )


def _is_one(token: Word) -> bool:
    """*Un diciottenne*: a noun in *-e* of which the article tells the number."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    articles = (c for c in token.children if c.pos_ == "DET" and c.i < token.i)
    return any("Ind" in c.morph.get("Definite", []) and "Sing" in c.morph.get("Number", []) for c in articles)


def _is_joined(noun: Word, other: Word) -> bool:
    """*Un uomo e una donna* are two, *un ladro esperto e soprattutto furbo*, *un medico e scrittore* one."""
    if other.dep_ != "conj" or other.pos_ not in ("NOUN", "PROPN"):
        return False
    one = any("Ind" in c.morph.get("Definite", []) for c in noun.children)
    return not one or other.pos_ == "PROPN" or any(c.pos_ in ("DET", "NUM") for c in other.children)


def _is_marked_plural(token: Word) -> bool:
    """*I carabinieri*: a name of which only the article tells the number."""
    if token.pos_ != "PROPN" or token.morph.get("Number", []):
        return False
    articles = (c for c in token.children if c.pos_ == "DET" and c.i < token.i)
    return any("Plur" in c.morph.get("Number", []) for c in articles)


def is_third_person(verb: Word) -> bool:
    """Tell whether a verb or its auxiliary is finite and in the third person."""
    finite = [t for t in (verb, *verb.children) if t.i == verb.i or t.dep_ in ("aux", "aux:pass", "cop")]
    if _has_misread_auxiliary(verb, finite):
        return True
    persons = [p for t in finite for p in t.morph.get("Person", [])]
    return bool(persons) and set(persons) == {"3"}


def _has_misread_auxiliary(verb: Word, finite: list[Word]) -> bool:
    """*Sono entrati*: beside a plural participle an auxiliary is no first person singular."""
    plural = "Plur" in verb.morph.get("Number", []) and "Part" in verb.morph.get("VerbForm", [])
    if any(c.dep_ == "obj" and c.pos_ == "PRON" for c in verb.children):
        return False  # *li ho presi*
    return plural and any(
        "1" in t.morph.get("Person", []) and "Sing" in t.morph.get("Number", []) for t in finite
    )


def is_first_person(verb: Word) -> bool:
    """Tell whether a verb or its auxiliary is in the first person."""
    return any("1" in t.morph.get("Person", []) for t in (verb, *verb.children) if t.pos_ in ("VERB", "AUX"))


def is_owner(token: Word) -> bool:
    """Tell a possessive pronoun of the third person: *his*, *their*."""
    third = token.pos_ == "PRON" and "3" in token.morph.get("Person", [])
    return third and "Yes" in token.morph.get("Poss", [])


def is_definite(token: Word, names: Names) -> bool:
    """Tell whether a noun has a definite article or a demonstrative, alone or inside its preposition."""
    before = (c for c in token.children if c.i < token.i and c.pos_ in ("DET", "ADP"))
    return any("Def" in c.morph.get("Definite", []) or fold(c.text) in names.demonstrative for c in before)


def noun_phrase(token: Word, names: Names) -> tuple[int, int]:
    """Give the tokens of the noun phrase of a head: its adjectives, one complement, no article."""
    first = last = token.i
    doc = token.doc
    while first > 0 and (
        (doc[first - 1].head.i in (token.i, first) and _leads(doc[first - 1], names))
        or _is_hyphened(doc, first)
    ):
        first -= 1
    for child in sorted(token.children, key=lambda c: c.i):
        beside = child.dep_ in _BESIDE and not _is_finite(child)
        if child.left_edge.i == last + 1 and (beside or fold(child.text) in names.demonyms):
            last = max(last, _edge(child))
        elif child.i > last and child.dep_ == "nmod" and child.left_edge.i == last + 1:
            if fold(child.text) in names.counts.time and child.left_edge.pos_ != "ADP":
                break  # *dagli agenti poche ore dopo*
            edge = _edge(child)
            broken = fold(doc[edge].text) in names.former or child.left_edge.pos_ == "PUNCT"
            broken = broken or (child.pos_ == "NUM" and _is_first_number(doc, edge))
            if edge - first < LONGEST_PHRASE and _is_tight(child, names) and not broken:
                last = edge
                break
    while last + 1 < len(doc) and not doc[last].whitespace_ and "-" in (doc[last].text, doc[last + 1].text):
        last += 1  # *l'état-major*
    return first, last


def _is_first_number(doc: Words, last: int) -> bool:
    """*Due uomini di 60 | e 70 anni*."""
    return last + 2 < len(doc) and doc[last + 1].pos_ == "CCONJ" and doc[last + 2].pos_ == "NUM"


def kind_of(token: Word, names: Names) -> str:
    """Give the kind that a common noun names by its word: person, group, organization or other."""
    word, lemma = fold(token.text), fold(token.lemma_)
    if word in names.bodies or (lemma in names.bodies and word not in names.people):
        return ORGANIZATION
    if word in names.collective:
        return GROUP
    called = word in names.people or lemma in names.people or word in names.roles or lemma in names.roles
    if called or is_aged(token, word, names) or _is_compatriot(token, word, names):
        return GROUP if is_plural(token) else PERSON
    return OTHER


def is_aged(token: Word, word: str, names: Names) -> bool:
    """*Un 38enne*, *un 38 enne*: somebody called by their age."""
    if not names.age_endings or not word.endswith(names.age_endings):
        return False
    alone = word in names.age_endings and token.i > 0 and token.nbor(-1).like_num
    return alone or age_of(word, names) is not None


def age_of(word: str, names: Names) -> str | None:
    """Give the age that a noun for somebody tells: *38enne*, *ventenne*, *cinquantacinquenne*."""
    ending = next((e for e in names.age_endings if word.endswith(e)), None)
    if ending is None:
        return None
    stem, numbers = word[: -len(ending)], names.counts.numbers
    if stem[:1].isdigit():
        return stem
    tens = [n for n, value in numbers.items() if _TEN <= value < _HUNDRED and stem.startswith(n[:-1])]
    if not tens:
        return None
    ten = max(tens, key=len)
    rest = stem[len(ten) - 1 :].lstrip(ten[-1])
    if not rest:
        return f"{numbers[ten]:.0f}"
    near = (v for n, v in numbers.items() if v < _TEN and n.startswith(rest) and len(n) < len(rest) + 2)
    one = next(near, 0)
    return f"{numbers[ten] + one:.0f}" if one and numbers[ten] >= 2 * _TEN else None


def _is_compatriot(token: Word, word: str, names: Names) -> bool:
    """*Un tunisino*, *due italiani*: an adjective of a country that stands as a noun."""
    if word not in names.demonyms:
        return False
    if is_aged_compatriot(token, names):
        return True
    if token.pos_ != "NOUN":
        return False
    return any(c.pos_ in ("DET", "NUM") and c.i < token.i for c in token.children)


def is_aged_compatriot(token: Word, names: Names) -> bool:
    """*Marocchino 60enne*, also where it opens a title."""
    told = token.pos_ in ("NOUN", "PROPN", "ADJ") and fold(token.text) in names.demonyms
    return told and any(is_aged(c, fold(c.text), names) for c in token.children)


def is_pair(token: Word, names: Names) -> bool:
    """Tell *i due*, *both*, *entrambi*: a number or pronoun for two that counts no noun."""
    word = fold(token.text)
    if word in names.pairs:
        return True
    told = f"{fold(token.nbor(-1).text)} {word}" if token.i else ""
    return told in names.pairs and not any(
        c.pos_ in ("NOUN", "PROPN") for c in (token.head,) if c.i == token.i + 1
    )


def with_article(token: Word) -> int:
    """Give the token with which a phrase begins, its article included."""
    return int(token.i - 1) if token.i and token.nbor(-1).pos_ == "DET" else int(token.i)


def number_of(token: Word, names: Names) -> int | None:
    """Give the number word that counts a noun, or None."""
    for child in token.children:
        if child.dep_.startswith("nummod") or child.pos_ == "NUM":
            value = names.counts.numbers.get(fold(child.text))
            if value is None and child.text.isdigit():
                value = float(child.text)
            return None if value is None else int(value)
    return None


def is_elliptic(token: Word) -> bool:
    """Tell a number, *others* with a number or *a third* that leave their noun out."""
    if token.pos_ == "ADJ":
        alone = token.dep_ in SUBJECT or token.dep_ in ("obj", "obl:agent")
        return alone and "Ord" in token.morph.get("NumType", [])
    return token.pos_ == "NUM" or (token.pos_ == "PRON" and any(c.pos_ == "NUM" for c in token.children))


def _is_numeral(token: Word) -> bool:
    return token.pos_ == "NUM" or "Ord" in token.morph.get("NumType", [])


def counted_before(number: Word) -> Word | None:
    """Give the noun counted before, which a number without one leaves out: *three men died, 20 were hurt*."""
    for i in range(number.i - 1, max(number.i - FARTHEST_COUNTED, -1), -1):
        noun = number.doc[i]
        if noun.pos_ == "NOUN" and any(_is_numeral(c) and c.i < i for c in noun.children):
            return noun
    return None


def relative_head(token: Word) -> Word | None:
    """Give the noun a relative pronoun stands for, or None: that of its clause, else the one before it."""
    return _clause_head(token) or noun_ahead(token)


def noun_ahead(token: Word) -> Word | None:
    """The noun right before a relative pronoun, a comma or bracket between them."""
    i = token.i - 1
    while i >= 0 and token.i - i < 4 and token.doc[i].pos_ in ("PUNCT", "ADP", "DET"):
        i -= 1
    article = token.doc[token.i - 1] if token.i else token
    like = article if article.pos_ == "DET" else _finite_of(token.head)  # *secondo il quale*
    before = token.doc[i] if i >= 0 else None
    if before is not None and before.pos_ == "ADJ" and before.dep_ == "amod":
        before = before.head
    if before is None or before.pos_ not in ("NOUN", "PROPN"):
        return None
    while not _agree(before, like) and before.dep_ == "nmod" and before.head.pos_ in ("NOUN", "PROPN"):
        before = before.head
    return before


def _finite_of(verb: Word) -> Word:
    """The auxiliary that tells the number where the participle does not: *hanno preso*."""
    helped = (c for c in verb.children if c.dep_ == "aux" and "Fin" in c.morph.get("VerbForm", []))
    free = not any(c.dep_ == "aux:pass" for c in verb.children)
    return next(helped, verb) if free else verb


def _agree(noun: Word, word: Word) -> bool:
    """Tell whether nothing in number and gender keeps a noun and a participle or article apart."""
    pairs = ((noun.morph.get(name, []), word.morph.get(name, [])) for name in ("Number", "Gender"))
    return not any(a and b and not set(a) & set(b) for a, b in pairs)


def _clause_head(token: Word) -> Word | None:
    """The noun of the clause, also where a second is joined to it: *una legge nata ieri, ma che divide*."""
    verb = token.head
    for _ in range(4):
        if verb.dep_ in ("acl:relcl", "acl"):
            return verb.head
        if verb.head.i == verb.i:
            return None
        if verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.head.pos_ in ("NOUN", "PROPN"):
            return None if any(c.dep_ == "cop" for c in verb.head.children) else verb.head
        verb = verb.head
    return None


def governing_subject(verb: Word, names: Names) -> Word | None:
    """Give the noun that a verb takes as its subject from above: *ha deciso di tenere*.

    The object where the verb above has one that can act (*ha autorizzato il personale a lasciare*).
    """
    here, finite = verb, _is_finite(verb)
    if not finite and verb.dep_ == "parataxis" and (nearest := _verb_before(verb)) is not None:
        return own_subject(nearest)
    for _ in range(4):
        above = here.head
        if above.i == here.i or here.dep_ not in _CLAUSAL or (finite and here.dep_ in ("parataxis", "advcl")):
            return None
        if above.pos_ in ("NOUN", "PROPN") and here.dep_ in ("acl", "acl:relcl"):
            return _acting_head(here, above, names)
        if not finite and (controller := _controller(here, above, names)):
            return controller
        if found := own_subject(above):
            return found
        here = above
    return None


def finite_above(verb: Word) -> Word | None:
    """Give the finite verb that an infinitive, gerund or participle hangs on, or None."""
    here = verb
    for _ in range(4):
        if here.head.i == here.i or here.dep_ not in _CLAUSAL:
            return None
        here = here.head
        if here.pos_ not in ("VERB", "AUX"):
            return None
        if _is_finite(here):
            return here
    return None


def first_joined(verb: Word) -> Word:
    """Give the first of the verbs joined to one that leave the same subject out: *entrò, prese e fuggì*."""
    here = verb
    for _ in range(4):
        above = here.head
        if here.dep_ != "conj" or above.i >= here.i or own_subject(above) is not None:
            break
        if not is_third_person(above) or is_plural(above) != is_plural(verb):
            break
        here = above
    return here


def _is_finite(verb: Word) -> bool:
    group = (verb, *(c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")))
    return any("Fin" in t.morph.get("VerbForm", []) for t in group)


def _acting_head(verb: Word, noun: Word, names: Names) -> Word | None:
    """*forze che sparano*, *ordine alle forze di sparare*; a participle is done to its noun, not by it."""
    if "Part" in verb.morph.get("VerbForm", []) and "Pres" not in verb.morph.get("Tense", []):
        return None
    bare = "Inf" in verb.morph.get("VerbForm", []) and not any(c.dep_ == "mark" for c in verb.children)
    if bare and noun.dep_ == "nmod":
        return None  # *è un gioco da ragazzi aprirla*
    return noun if verb.dep_ == "acl" and kind_of(noun, names) != OTHER else None


def _controller(verb: Word, above: Word, names: Names) -> Word | None:
    """The object or addressee of the verb above, where it is the one to act."""
    if "Inf" not in verb.morph.get("VerbForm", []) or fold(above.lemma_) in names.subject_control:
        return None
    for child in above.children:
        if above.i < child.i < verb.i and _can_act(child, names) and _is_addressed(child, names):
            return child
    return None


def _can_act(token: Word, names: Names) -> bool:
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and kind_of(token, names) != OTHER)


def _is_addressed(token: Word, names: Names) -> bool:
    if token.dep_ in ("obj", "iobj"):
        return True
    return token.dep_ == "obl" and any(
        c.dep_ == "case" and fold(c.text) in names.dative for c in token.children
    )


def _verb_before(verb: Word) -> Word | None:
    """The nearest finite verb before, in the same sentence."""
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        before = verb.doc[i]
        if before.pos_ == "VERB" and _is_finite(before) and own_subject(before) is not None:
            return before
    return None


def own_subject(verb: Word) -> Word | None:
    """Give the subject that hangs on a verb, the nearest before it where there are two, or None."""
    found = [c for c in verb.children if c.dep_ in SUBJECT and c.pos_ not in ("VERB", "AUX")]
    return max(found, key=lambda c: (c.i < verb.i, c.i), default=None)


def clause_of(token: Word) -> int:
    """Give the place of the verb or root that heads the clause of `token`."""
    here = token
    while here.head.i != here.i and here.pos_ not in ("VERB", "AUX") and here.dep_ not in _CLAUSAL - {"conj"}:
        here = here.head
    return int(here.i)


def subjects(doc: Words, names: Names) -> list[int]:
    """Give the tokens that are subjects, in order; an actor after a verb of no subject counts too."""
    wanted = {*SUBJECT, "obj"}
    marked = (i for i, dep in enumerate(doc.deps) if dep in wanted)
    return [i for i in marked if _is_subject(doc[i], names) or _is_repaired_subject(doc[i], names)]


def _is_subject(token: Word, names: Names) -> bool:
    if token.dep_ not in SUBJECT:
        return False
    return token.pos_ in ("NOUN", "PROPN", "PRON") or kind_of(token, names) != OTHER


def _is_repaired_subject(token: Word, names: Names) -> bool:
    return token.dep_ == "obj" and token.i > token.head.i and _speaks(token, names)


def _speaks(token: Word, names: Names) -> bool:
    """An object after a finite verb of no subject that names a person or body is more likely its subject."""
    verb = token.head
    if own_subject(verb) is not None or (kind_of(token, names) == OTHER and token.pos_ != "PROPN"):
        return False
    if not _is_finite(verb) or any(c.dep_ == "case" for c in token.children):
        return False
    return is_plural(verb) == is_plural(token)


def quoted(doc: Words) -> list[bool]:
    """Tell for every token whether it stands between quotation marks.

    What stands between dashes inside a quotation is the narrator's: *«Ormai – ha concluso – è tardi»*.
    """
    out = [False] * len(doc)
    for quote in quotes(doc):
        out[quote.first : quote.last + 1] = [True] * (quote.last + 1 - quote.first)
    texts = [token.text for token in doc] if True in out else []
    for first, last in _asides(texts, out):
        out[first:last] = [False] * (last - first)
    return out


def _asides(texts: list[str], inside: list[bool]) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for i, text in enumerate(texts):
        if not inside[i]:
            opened = None
        elif text in _DASHES:
            if opened is not None and i - opened <= LONGEST_ASIDE:
                yield opened, i + 1
                opened = None
            else:
                opened = i


def _is_hyphened(doc: Words, first: int) -> bool:
    """*A five-year-old boy*: what a hyphen ties to the word at `first`."""
    before = doc[first - 1]
    return not before.whitespace_ and (before.text == "-" or doc[first].text == "-")


def _leads(token: Word, names: Names) -> bool:
    if token.pos_ in ("DET", "ADP", "PUNCT", "CCONJ", "SPACE", "AUX", "VERB", "PRON"):
        return token.text in ("-", "'") and False
    return token.dep_ in _BESIDE or fold(token.text) in names.former


def _edge(token: Word) -> int:
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


def _is_tight(child: Word, names: Names) -> bool:
    """A complement with a preposition of belonging (*forze di sicurezza*) belongs to the name."""
    case = next((c for c in child.children if c.dep_ == "case"), None)
    if case is None or fold(case.text) in names.belonging:
        return True
    return fold(case.text) in names.links and kind_of(child.head, names) != PERSON
