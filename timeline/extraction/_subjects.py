"""Subjects that cannot be: number, gender or form say that what the parser took for one is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.languages._names import names
from timeline.languages.places import fold

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

_SUBJECT = frozenset(("nsubj", "nsubj:pass", "csubj"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_MODIFIERS = frozenset(("acl", "amod"))
_HELPERS = frozenset(("aux", "aux:pass"))
_LIGHT, _BEFORE_NOUN = frozenset(("PRON", "ADV")), frozenset(("DET", "ADJ", "NUM", "CCONJ", "SPACE"))
_LONGEST_ASIDE, _LONGEST_DATELINE = 20, 5
_PARTING = frozenset(("PUNCT", "CCONJ"))
_TWO = 2
_DASHES = frozenset("–—-")
_APART, _NOT_ONE = "dislocated", frozenset(("conj", "nummod", "appos"))


def mark_subjects(tree: Tree) -> None:
    """Take the relation of a subject from words that cannot be the subject of their verb.

    *A farne le spese è stato il bar: ... è riuscito* (a clause with a colon after it), *manomettendo il
    contatore usavano* (another number, in languages that leave subjects out), *si era introdotto nella
    canonica, la chiesa* (another gender behind a reflexive verb), *ha scelto una maglia, un profumo* (one of
    a list). And give it to what a verb without objects seems to be done to.
    """
    for k, dep in enumerate(tree.deps):
        i = tree.heads[k]
        if dep not in _SUBJECT or i == k:
            continue
        if tree.lexicon.drops_subjects and _is_finite_clause(tree, k):
            _name(tree, k, "ccomp")  # *non sa cosa stia accadendo, ma chiama*
        elif tree.lexicon.drops_subjects and _is_modifier(tree, k, i):
            _name(tree, k, "advmod")
        elif tree.pos[k] not in _NOUNS:
            continue
        elif is_dateline(tree, k) or is_of_other_person(tree, i) or _is_state(tree, k, i):
            _name(tree, k, _APART)
        elif _is_clause(tree, k, i):
            _name(tree, k, "parataxis")
        elif tree.lexicon.drops_subjects and _is_occasion(tree, k, i):
            _name(tree, k, "advcl")
        elif dep == "nsubj:pass" and k > i and _is_active(tree, i):
            _name(tree, k, "obj")  # *ha contestato l'accordo*
        elif _is_of_other_number(tree, k, i) or _is_of_other_gender(tree, k, i):
            _give_way(tree, k, i)
        elif (first := _listed_after(tree, k, i)) is not None:
            tree.rehang(k, first)
            _name(tree, k, "conj")
    if tree.lexicon.drops_subjects:
        _mark_late(tree)
        _mark_beyond_relatives(tree)


def _mark_late(tree: Tree) -> None:
    """Find subjects behind their verb that were taken for its object."""
    for k, dep in enumerate(tree.deps):
        if dep == "nmod" and tree.pos[k] == "PROPN" and _is_behind_object(tree, k):
            tree.rehang(k, tree.heads[tree.heads[k]])
            _name(tree, k, "nsubj")  # *ha lasciato l'incarico Ugo Conti*
        if dep not in ("obj", "obl"):
            continue
        beside = dep == "obj" and (_is_behind_clitic(tree, k, tree.heads[k]) or _is_second(tree, k))
        if beside or _is_of_be(tree, k) or (dep == "obj" and _is_officer(tree, k)):
            _name(tree, k, "nsubj")
    without = tree.lexicon.impersonal | tree.lexicon.words("auxiliaries", "with_be")
    for i, lemma in enumerate(tree.lemmas):
        if lemma in without and tree.form(i) == "Inf":
            _mark_begun(tree, i)
        if lemma in without and (late := _told_late(tree, i)) is not None:
            _name(tree, late, "nsubj")


def _is_behind_object(tree: Tree, k: int) -> bool:
    """A name of two words right behind the object, a thing, of a finite verb that has no subject."""
    thing = tree.heads[k]
    verb, known = tree.heads[thing], names(tree.lexicon.code)
    full = any(tree.deps[c].startswith("flat") for c in tree.kids[k] if c > k)
    if tree.deps[thing] != "obj" or thing != k - 1 or not full or tree.kids_of(k, "case"):
        return False
    people = (known.people, known.collective, known.bodies, known.roles)
    if tree.pos[thing] != "NOUN" or any({tree.forms[thing], tree.lemmas[thing]} & some for some in people):
        return False
    finite = tree.form(verb) == "Fin" or any(tree.form(c) == "Fin" for c in tree.kids_of(verb, *_HELPERS))
    return finite and bool(tree.kids_of(thing, "det")) and not tree.kids_of(verb, *_SUBJECT)


def _is_of_be(tree: Tree, k: int) -> bool:
    """*È rientrata anche una famiglia*: behind a verb whose perfect has *be*, which takes no object."""
    i, be = tree.heads[k], tree.lexicon.words("clause", "copulas")
    helpers = tree.kids_of(i, *_HELPERS)
    if tree.lemmas[i] not in tree.lexicon.words("auxiliaries", "with_be") or not _stands_late(tree, k):
        return False
    return bool(helpers) and all(tree.lemmas[c] in be for c in helpers) and not _is_of_other(tree, i, k)


def _is_officer(tree: Tree, k: int) -> bool:
    """*Indagano i carabinieri*: those behind a verb that tells what such people do."""
    words, i = names(tree.lexicon.code), tree.heads[k]
    told = tree.forms[k] in words.officers and fold(tree.lemmas[i]) in words.policing
    return told and _stands_late(tree, k) and not tree.kids_of(i, "iobj")


def _is_second(tree: Tree, k: int) -> bool:
    """*Persero la vita sei operai*, *ha dato il suo aiuto anche il gruppo*: no verb has two objects."""
    i = tree.heads[k]
    if not _stands_late(tree, k):
        return False
    first = next((c for c in tree.kids_of(i, "obj") if i < c < k and tree.pos[c] == "NOUN"), None)
    finite = any(tree.form(c) == "Fin" for c in (i, *tree.kids_of(i, *_HELPERS)))
    if first is None or not finite:
        return False
    own = {c for c in tree.kids_of(first, "conj") if not tree.kids_of(c, "case")}  # *paura e stupore*
    return all(tree.pos[c] not in _PARTING or tree.heads[c] in own for c in range(first, k))


def _stands_late(tree: Tree, k: int) -> bool:
    """Behind a verb that has no subject, with an article or number or as a name, and of its number."""
    i = tree.heads[k]
    noun = tree.pos[k] in _NOUNS or (tree.pos[k] == "NUM" and tree.forms[k][-1].isalpha())  # *un 40enne*
    if k < i or not noun or k in tree.timed or tree.forms[k] in tree.time_nouns:
        return False
    bare = tree.pos[k] == "PROPN" and tree.pos[k - 1] not in (*_NOUNS, "ADP")  # not *in via Roma*
    told = bare or bool(tree.kids_of(k, "det", "nummod"))
    alone = told and not tree.kids_of(k, "case") and tree.subject(i) is None
    return alone and not tree.kids_of(i, "aux:pass", "expl") and tree.agrees(i, k)


def _is_of_other(tree: Tree, i: int, k: int) -> bool:
    """Tell a participle of another gender than a noun."""
    genders = {tree.feats[c].get("Gender") for c in (i, k)} - {None}
    return len(genders) == _TWO


def _mark_begun(tree: Tree, i: int) -> None:
    """*Hanno cominciato ad arrivare le offerte*: what seems the object of *arrive* is who begins."""
    verb = tree.heads[i]
    begun = tree.deps[i] == "xcomp" and tree.lemmas[verb] in tree.lexicon.words("phases", "verbs")
    if (
        not begun
        or verb > i
        or tree.subject(verb) is not None
        or all(tree.form(k) != "Fin" for k in (verb, *tree.kids_of(verb, *_HELPERS)))
    ):
        return
    late = [k for k in tree.kids_of(i, "obj") if k > i and tree.pos[k] in _NOUNS and tree.kids_of(k, "det")]
    if len(late) == 1 and late[0] not in tree.timed and tree.agrees(verb, late[0]):
        tree.rehang(late[0], verb)
        _name(tree, late[0], "nsubj")


def mark_modifiers(tree: Tree) -> None:
    """Hang a participle on the noun that it agrees with: *il furto di una borsa avvenuto ieri*."""
    if not tree.lexicon.drops_subjects:
        return
    for i in [i for i, dep in enumerate(tree.deps) if dep in _MODIFIERS]:
        noun = tree.heads[i]
        if tree.deps[i] == "amod" and tree.form(i) == "Inf" and tree.deps[noun] == "obj" and noun < i:
            _name(tree, i, "acl")  # *ha visto il ladro scappare*
        if tree.pos[i] != "VERB" or tree.form(i) != "Part" or noun > i:
            continue
        if tree.kids_of(i, "aux", "mark") or tree.pos[noun] not in _NOUNS or _agree(tree, i, noun):
            continue
        while tree.deps[noun] == "nmod" and tree.pos[tree.heads[noun]] in _NOUNS:
            noun = tree.heads[noun]
            if _agree(tree, i, noun) and tree.feats[noun].get("Gender"):
                tree.rehang(i, noun)
                break


def mark_relatives(tree: Tree) -> None:
    """*La villa del sindaco Neri, che si era dimesso*: of another gender than the participle, it is no villa.

    The clause is hung on the person inside the phrase right before the relative pronoun.
    """
    people = names(tree.lexicon.code)
    if not tree.lexicon.drops_subjects:
        return
    for i in [i for i, dep in enumerate(tree.deps) if dep == "acl:relcl"]:
        noun = tree.heads[i]
        relative = next((k for k in tree.kids_of(i, "nsubj") if noun < k < i), None)
        if relative is not None and _is_of_owner(tree, i, noun, people.people | people.roles):
            tree.rehang(i, tree.heads[noun])
            tree.doc.rehang(i, tree.heads[noun], tree.deps[i])
            continue
        if relative is None or not _is_of_other_sex(tree, i, noun):
            continue
        inside = [k for k in tree.kids_of(noun, "nmod") if noun < k < relative]
        last = inside[-1] if inside else noun
        ages = people.age_endings or ("?",)
        somebody = tree.pos[last] == "PROPN" or tree.forms[last] in people.roles | people.people
        somebody = somebody or tree.forms[last].endswith(ages)
        if not inside and tree.deps[noun] == "nmod" and tree.pos[tree.heads[noun]] == "NOUN":
            last, somebody = tree.heads[noun], True  # *il contatore della luce che è stato staccato*
        if somebody and not _is_of_other_sex(tree, i, last) and tree.agrees(i, last):
            for k in [
                k for k in tree.kids_of(i, "conj") if tree.heads[noun] == noun and _is_main(tree, k, i)
            ]:
                tree.rehang(k, noun)
                tree.doc.rehang(k, noun, tree.deps[k])
            tree.rehang(i, last)
            tree.doc.rehang(i, last, tree.deps[i])


def _mark_beyond_relatives(tree: Tree) -> None:
    """*I vigili hanno visto un uomo che fuggiva e hanno chiamato*: joined to the verb of its own number."""
    for i in [i for i, dep in enumerate(tree.deps) if dep == "conj" and tree.pos[i] == "VERB"]:
        within = tree.heads[i]
        noun = tree.heads[within]
        main = tree.heads[noun]
        inside = tree.deps[within] == "acl:relcl" and tree.pos[within] == tree.pos[main] == "VERB"
        if (
            not inside
            or not main < noun < within < i
            or not tree.kids_of(i, "cc")
            or tree.subject(i) is not None
        ):
            continue
        over = tree.subject(main)
        one = not tree.kids_of(noun, "conj") and not tree.agrees(i, noun)
        if one and over is not None and over < main and tree.agrees(i, over):
            tree.rehang(i, main)
            tree.doc.rehang(i, main, "conj")


def _is_of_owner(tree: Tree, i: int, noun: int, people: frozenset[str]) -> bool:
    """*Un esercente della piazza che ha parcheggiato l'auto*: who does something to a thing is somebody."""
    over = tree.heads[noun]
    thing = tree.deps[noun] == "nmod" and tree.pos[noun] == "NOUN" and tree.forms[noun] not in people
    bodies = names(tree.lexicon.code)
    body = tree.forms[noun] in bodies.bodies | bodies.collective or tree.lemmas[noun] in bodies.bodies
    somebody = tree.pos[over] == "NOUN" and tree.forms[over] in people
    done = any(k > i and tree.pos[k] == "NOUN" for k in tree.kids_of(i, "obj"))
    return thing and not body and somebody and done and tree.agrees(i, over)


def _is_main(tree: Tree, k: int, i: int) -> bool:
    """A verb behind the comma that ends the clause of verb `i`, joined to it by no word."""
    first = min([k, *tree.kids_of(k, *_HELPERS)])
    return k > i and tree.forms[first - 1] == "," and not tree.kids_of(k, "cc")


def _is_of_other_sex(tree: Tree, i: int, noun: int) -> bool:
    """Tell whether a participle behind *be* has another gender than a noun in the singular."""
    be = tree.lexicon.words("clause", "copulas")
    helped = tree.form(i) == "Part" and any(tree.lemmas[k] in be for k in tree.kids_of(i, *_HELPERS))
    told = [tree.feats[k].get("Gender") for k in (i, noun)]
    return helped and None not in told and told[0] != told[1] and tree.feats[i].get("Number") == "Sing"


def _agree(tree: Tree, i: int, noun: int) -> bool:
    """Tell whether nothing in gender and number keeps a participle and a noun apart."""
    pairs = ((tree.feats[i].get(name), tree.feats[noun].get(name)) for name in ("Gender", "Number"))
    many = any(tree.deps[k] == "conj" for k in tree.kids[noun]) or tree.deps[noun] == "conj"
    return many or not any(a and b and a != b for a, b in pairs)


def is_dateline(tree: Tree, k: int) -> bool:
    """*LAMA MOCOGNO Avevano forzato la porta*: capitals before the capital with which a text begins."""
    first = tree.bounds(k)[0] if tree.doc[k].text.isupper() else 0
    end = next((j for j in range(first, tree.size) if not tree.doc[j].text.isupper()), tree.size)
    if first < end < tree.size and tree.forms[end] in _DASHES and k < end <= first + _LONGEST_DATELINE:
        return tree.lexicon.drops_subjects  # *GENOVA - L'assemblea ha approvato*
    if first or not tree.lexicon.drops_subjects or not k < end < min(tree.size, _LONGEST_DATELINE):
        return False
    return tree.pos[end] in ("VERB", "AUX", "DET", "ADP", "ADV", "PRON") and tree.doc[end].is_title


def opening_noun(tree: Tree, i: int) -> int | None:
    """*Un uomo, forse un 40enne già noto, ha forzato la porta*: the noun with which the clause opens.

    Commas hold an aside between it and the finite verb; a colon opens a clause too.
    """
    small = [k for k in tree.kids[i] if k < i and (tree.deps[k] in _HELPERS or tree.pos[k] in _LIGHT)]
    if not tree.lexicon.drops_subjects or all(tree.form(k) != "Fin" for k in (i, *small)):
        return None
    if _is_root_noun(tree, tree.heads[i], i):
        return tree.heads[i]
    comma, start = min([i, *small]) - 1, tree.bounds(i)[0]
    if comma > start and tree.forms[comma] in _DASHES:
        return _before_dashes(tree, i, comma, start)
    if comma <= start or tree.forms[comma] != ",":
        return None
    opened = max((k for k in range(start, comma) if tree.forms[k] in (":", ";")), default=start - 1)
    noun = next((k for k in range(opened + 1, comma) if tree.pos[k] not in _BEFORE_NOUN), comma)
    aside = next((k for k in range(noun, comma) if tree.forms[k] == ","), None)
    if aside is None or comma - aside > _LONGEST_ASIDE or not _may_open(tree, noun, aside, comma):
        return None
    return noun if tree.agrees(i, noun) else None


def _before_dashes(tree: Tree, i: int, last: int, start: int) -> int | None:
    """*I tre giovani – S. G., 25 anni, e altri – si sono divisi*: the noun before an aside between dashes."""
    first = next((k for k in range(last - 1, start, -1) if tree.forms[k] in _DASHES), start)
    noun = first - 1
    if first <= start or tree.pos[noun] not in _NOUNS or tree.kids_of(noun, "case") or noun in tree.timed:
        return None
    told = tree.pos[noun] == "PROPN" or any(tree.pos[k] == "DET" for k in tree.below(noun) if k < noun)
    return noun if told and tree.agrees(i, noun) else None


def _is_root_noun(tree: Tree, noun: int, i: int) -> bool:
    """A noun that the parser made the root, and joined the verb to it: *Un contadino, ..., ha udito*."""
    root = tree.heads[noun] == noun and noun < i and tree.deps[i] == "conj" and tree.pos[noun] in _NOUNS
    told = any(k < noun for k in tree.kids_of(noun, "det")) or bool(tree.kids_of(noun, "flat"))
    bare = root and told and not tree.kids_of(noun, "cop", "case", "nsubj")
    linked = any(tree.pos[k] == "CCONJ" and k < i for k in tree.kids[i])
    return bare and not linked and noun not in tree.timed and tree.agrees(i, noun)


def _may_open(tree: Tree, noun: int, aside: int, comma: int) -> bool:
    """A noun of no time, no verb before the aside, none in it but in a relative clause."""
    if tree.pos[noun] not in _NOUNS or noun in tree.timed or tree.forms[noun] in tree.time_nouns:
        return False
    bare = noun == 0 or tree.pos[noun - 1] not in ("DET", "ADJ", "NUM")
    name = tree.pos[noun] == "PROPN" and any(tree.heads[k] == noun for k in range(noun + 1, aside))
    if any(tree.pos[k] in ("VERB", "AUX", "ADP") for k in range(noun, aside)) or (bare and not name):
        return False
    relative = next((k for k in range(aside, comma) if tree.feats[k].get("PronType") == "Rel"), comma)
    return all(tree.form(k) != "Fin" for k in range(aside, relative))


def _listed_after(tree: Tree, k: int, i: int) -> int | None:
    """*Ha scelto una maglia, un profumo*: the object with which a second thing behind a comma is listed."""
    if k < i or not tree.lexicon.drops_subjects or tree.deps[k] != "nsubj" or tree.pos[k] != "NOUN":
        return None
    first = next((c for c in tree.kids_of(i, "obj") if i < c < k and tree.pos[c] == "NOUN"), None)
    between = tree.forms[first:k] if first is not None else []
    return first if "," in between and tree.kids_of(k, "det") == tree.kids_of(k, "det")[:1] else None


def _is_behind_clitic(tree: Tree, k: int, i: int) -> bool:
    """*Lo accusava il pentito*: an object behind a verb that has its object before it acts."""
    if k < i or tree.pos[k] not in _NOUNS or len(tree.kids_of(i, "obj")) < _TWO:
        return False
    first = min([i, *(c for c in tree.kids_of(i, *_HELPERS))])
    if all(tree.form(c) != "Fin" for c in (i, first)):
        return False
    taken = (c for c in tree.kids_of(i, "obj") if c == first - 1 and tree.feats[c].get("Clitic") == "Yes")
    told = any(tree.feats[c].get("Definite") for c in tree.kids_of(k, "det")) or tree.pos[k] == "PROPN"
    if not told or all(tree.feats[c].get("PronType") == "Rel" for c in taken):
        return False
    return tree.subject(i) is None and tree.agrees(i, k)


def _told_late(tree: Tree, i: int) -> int | None:
    """*Sul furto indagano i carabinieri*: an object with an article behind a verb that has none."""
    goes = tree.lemmas[i] in tree.lexicon.words("auxiliaries", "with_be")
    placed = goes or any(k < i for k in tree.kids_of(i, "obl"))
    if not placed or tree.subject(i) is not None or tree.form(i) != "Fin":
        return None
    late = (k for k in tree.kids_of(i, "obj") if k > i and tree.pos[k] in _NOUNS and tree.agrees(i, k))
    definite = {
        c: tree.feats[c].get("Definite") == "Def" for k in tree.kids[i] for c in tree.kids_of(k, "det")
    }
    return next((k for k in late if any(definite.get(c) for c in tree.kids[k])), None)


def _is_finite_clause(tree: Tree, k: int) -> bool:
    """A finite verb, itself or by its auxiliary; no noun that the tagger took for one (*le urla*)."""
    of = tree.lexicon.words("clause", "of")
    noun = tree.kids_of(k, "det") or any(c == k + 2 and tree.case_of(c) in of for c in tree.kids[k])
    if tree.pos[k] != "VERB" or noun:
        return False
    return tree.form(k) == "Fin" or any(tree.form(c) == "Fin" for c in tree.kids_of(k, "aux"))


def _is_active(tree: Tree, i: int) -> bool:
    """A participle behind *avere* alone."""
    helpers = tree.kids_of(i, *_HELPERS)
    be = tree.lexicon.words("clause", "copulas")
    alone = bool(helpers) and all(tree.deps[c] == "aux" and tree.lemmas[c] not in be for c in helpers)
    return tree.lexicon.drops_subjects and alone and tree.form(i) == "Part"


def _is_modifier(tree: Tree, k: int, i: int) -> bool:
    """*Si è aggirato un po'*, *in casa propria ha prodotto*: an adverb, an adjective right behind a noun."""
    behind = k > 0 and tree.pos[k - 1] == "NOUN" and tree.pos[k] == "ADJ" and not tree.kids[k]
    return (behind and k < i) or (tree.pos[k] == "ADV" and k > i)


def _is_state(tree: Tree, k: int, i: int) -> bool:
    """*Infuriata, ha perso la pazienza*: one word and a comma before the verb of a sentence."""
    first = min([i, *tree.kids_of(i, *_HELPERS)])
    opens = tree.lexicon.drops_subjects and k == tree.bounds(k)[0] == first - 2
    return opens and tree.forms[k + 1] == "," and tree.pos[k] == "PROPN"


def _is_occasion(tree: Tree, k: int, i: int) -> bool:
    """*Quando è stato il momento di pagare ha preso*: a noun behind a conjunction and a copula."""
    copula = next((c for c in tree.kids_of(k, "cop") if c < k < i), None)
    return copula is not None and any(c < copula for c in tree.kids_of(k, "mark"))


def _is_clause(tree: Tree, k: int, i: int) -> bool:
    """A noun with a copula, and a colon between it and the verb."""
    return k < i and any(tree.deps[c] == "cop" for c in tree.kids[k]) and ":" in tree.forms[k + 1 : i]


def is_of_other_person(tree: Tree, i: int) -> bool:
    """*... ho telefonato*: *I* and *we* leave no room for a noun; forms of *be* may be misread."""
    finite = next((k for k in (*tree.kids_of(i, "aux"), i) if tree.form(k) == "Fin"), None)
    if not tree.lexicon.drops_subjects or finite is None:
        return False
    feats, be = tree.feats[finite], tree.lexicon.words("clause", "copulas")
    told = feats.get("Person") in ("1", "2") and feats.get("Tense") == "Pres" and feats.get("Mood") == "Ind"
    return told and tree.lemmas[finite] not in be and finite != i


def _is_of_other_number(tree: Tree, k: int, i: int) -> bool:
    """A noun alone whose number, and that of its article, is not the verb's."""
    if not tree.lexicon.drops_subjects or tree.deps[k] != "nsubj" or tree.pos[k] != "NOUN":
        return False
    told = tree.feats[k].get("Number")
    if told is None or any(tree.deps[c].split(":")[0] in _NOT_ONE for c in tree.kids[k]):
        return False
    if any(tree.feats[c].get("Number") != "Sing" for c in tree.kids_of(k, "nmod")):
        return False  # *un gruppo di ladri hanno*
    articles = {tree.feats[c].get("Number", told) for c in tree.kids_of(k, "det")}
    return articles == {told} and not tree.agrees(i, k)


def _is_of_other_gender(tree: Tree, k: int, i: int) -> bool:
    """*Si era introdotto, la chiesa*: the participle of a reflexive verb agrees with its subject."""
    reflexive = any(tree.deps[c].startswith("expl") for c in tree.kids[i])
    be = tree.lexicon.words("clause", "copulas")
    helped = any(tree.deps[c] in _HELPERS and tree.lemmas[c] in be for c in tree.kids[i])
    if k < i or not reflexive or not helped or tree.pos[k] != "NOUN":
        return False
    genders = {tree.feats[j].get("Gender") for j in (k, i)}
    return None not in genders and len(genders) == 2 and "," in tree.forms[i:k]


def _give_way(tree: Tree, k: int, i: int) -> None:
    """Make an object of it: of the gerund right before it, or of its verb where it stands behind."""
    _name(tree, k, _APART)
    first = min([k, *(c for c in tree.kids[k] if c < k)])
    gerund = first - 1
    if k < i and gerund >= 0 and _is_bare_clause(tree, gerund) and not tree.kids_of(gerund, "obj"):
        tree.rehang(k, gerund)
        _name(tree, k, "obj")
    elif k > i and not tree.kids_of(i, "obj", "aux:pass") and "," not in tree.forms[i:k]:
        _name(tree, k, "obj")


def _is_bare_clause(tree: Tree, i: int) -> bool:
    """A gerund, an infinitive, *aver forzato*: what follows such a verb is its object."""
    aux = any(tree.form(k) in ("Inf", "Ger") for k in tree.kids_of(i, "aux"))
    return tree.is_gerund(i) or tree.form(i) == "Inf" or (tree.form(i) == "Part" and aux)


def _name(tree: Tree, k: int, dep: str) -> None:
    """Give a word another relation, also where names and people are looked up."""
    tree.deps[k] = tree.doc[k].dep_ = dep
    tree.subjects.clear()
