"""Verbs whose place, form or voice the parser got wrong, put right before the rules read the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extraction._tree import Tree

AUXILIARY = frozenset(("aux", "aux:pass", "cop"))
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")
_GAP, _FAR = 3, 12


def mark_finite(tree: Tree) -> None:
    """A finite verb hung on a noun like an adjective: *Un incendio mató ayer a diez personas*."""
    mark_imperfects(tree)
    for i in range(tree.size):
        noun = tree.heads[i]
        if tree.deps[i] != "amod" or tree.pos[i] != "VERB":
            continue
        if tree.form(i) != "Fin":
            if _is_told_past(tree, i, noun):
                _raise(tree, i, noun, "obj")
                for k in [k for k in tree.kids_of(noun, "conj") if tree.pos[k] == "VERB"]:
                    tree.rehang(k, i)
            continue
        subject = any(tree.deps[k] in SUBJECTS and k < i for k in tree.kids[i])
        if noun > i and subject:
            _raise(tree, i, noun, "obj")
        elif noun < i and not subject and tree.heads[noun] == noun:
            _raise(tree, i, noun, "nsubj")


def mark_imperfects(tree: Tree) -> None:
    """A form of the imperfect by its ending, which a tagger took for the present: *rovistavano*."""
    endings = tree.lexicon.imperfect_endings
    for i in range(tree.size) if endings else ():
        if not tree.forms[i].endswith(endings) or tree.pos[i] not in ("VERB", "AUX"):
            continue
        if tree.feats[i].get("Tense") == "Pres" and tree.forms[i] not in tree.lexicon.not_imperfect:
            tree.feats[i] = {**tree.feats[i], "Tense": "Imp", "Mood": "Ind"}


def mark_titles(tree: Tree) -> None:
    """Give a name that speaks the office before it: *..., regional governor | Oleh Marchenko said*."""
    for i in range(tree.size):
        if tree.pos[i] != "VERB" or tree.form(i) != "Fin" or tree.lemmas[i] not in tree.lexicon.entries:
            continue
        for name in [k for k in tree.kids_of(i, "nsubj") if tree.pos[k] == "PROPN" and k < i]:
            for k in [k for k in tree.below(name) if tree.pos[k] == "NUM"]:
                if "," in tree.forms[k + 1 : tree.heads[k]]:
                    _give_back(tree, k)
            _take_title(tree, name)


def _take_title(tree: Tree, name: int) -> None:
    """The words between a comma and a name, the last of them a noun that hangs elsewhere."""
    first = last = tree.edge(name)[0] - 1
    if last < 1 or tree.pos[last] != "NOUN" or tree.sentence[last] != tree.sentence[name]:
        return
    while first > 0 and tree.pos[first - 1] in ("ADJ", "NOUN", "PROPN") and first > last - _GAP:
        first -= 1
    if first == 0 or tree.forms[first - 1] != "," or name in tree.below(last):
        return
    for k in [k for k in tree.kids[last] if k < first and tree.pos[k] in ("NUM", "NOUN", "PROPN")]:
        _give_back(tree, k)
    for k in range(first, last + 1):
        if k == last or not first <= tree.heads[k] <= last:
            tree.rehang(k, name if k == last else last)
            tree.deps[k] = "compound"


def _give_back(tree: Tree, k: int) -> None:
    """*... and wounding eleven, regional governor ...*: the number is what the verb before it takes."""
    verb = next((j for j in range(k - 1, -1, -1) if tree.pos[j] == "VERB"), None)
    if verb is not None:
        tree.rehang(k, verb)
        tree.deps[k] = "obj"


def _is_told_past(tree: Tree, i: int, noun: int) -> bool:
    """*They allegedly photographed air defences*: a past form that the tagger took for a participle."""
    told = tree.lexicon.ambiguous_past and tree.feats[i].get("Tense") == "Past" and noun > i
    deps = {tree.deps[k] for k in tree.kids[noun] if k < i} if told else set()
    return "nsubj" in deps and not deps & AUXILIARY


def _raise(tree: Tree, verb: int, noun: int, dep: str) -> None:
    """Let a verb change places with the noun that it hangs on."""
    tree.change_places(verb, noun, dep)
    for k in [k for k in tree.kids[noun] if (k > verb) != (noun > verb)]:
        tree.rehang(k, verb)


def mark_perfects(tree: Tree) -> None:
    """A participle after an auxiliary that is no copula is a verb: *habrían muerto*."""
    for k in range(tree.size):
        verb = tree.heads[k]
        loose = tree.deps[k] == "cop" or (tree.deps[k] == "aux" and tree.pos[verb] == "ADJ")
        if not loose or tree.lemmas[k] not in tree.lexicon.perfect_only or k > verb:
            continue
        base = tree.lexicon.base_of(tree.forms[verb])
        if base is not None:
            tree.deps[k], tree.pos[verb], tree.lemmas[verb] = "aux", "VERB", base
            tree.feats[verb] = {**tree.feats[verb], "VerbForm": "Part"}


def mark_actives(tree: Tree) -> None:
    """Verbs whose perfect is made with *be* have no passive: *è arrivato*, *12 agenti sono morti*."""
    with_be, be = tree.lexicon.words("auxiliaries", "with_be"), tree.lexicon.words("clause", "copulas")
    for k in range(tree.size):
        i = tree.heads[k]
        if not k < i <= k + _GAP or tree.deps[k] not in AUXILIARY or tree.lemmas[k] not in be:
            continue
        known = tree.pos[i] == "VERB"
        base = tree.lemmas[i] if known else tree.lexicon.of_participle(tree.forms[i])
        if base is None or (not known and tree.kids_of(i, "det", "case", "amod", "nummod")):
            continue
        if sum(tree.lemmas[j] in be for j in tree.kids_of(i, "aux", "cop")) > 1:
            continue
        if base in with_be:
            _set_voice(tree, k, i, base, "aux", "nsubj")
            _right_subject(tree, k, i)
        elif (known or tree.deps[k] == "aux:pass") and _is_participle(tree, i) and _is_done_to(tree, i, base):
            _set_voice(tree, k, i, base, "aux:pass", "nsubj:pass")


def _is_participle(tree: Tree, i: int) -> bool:
    return tree.form(i) == "Part" or tree.pos[i] == "ADJ"


def _right_subject(tree: Tree, k: int, i: int) -> None:
    """*Sono emersi numerosi precedenti*: what such a verb seems to be done to is its subject.

    A subject that does not agree with the auxiliary `k` gives way.
    """
    marked = [j for j in tree.kids[i] if tree.deps[j] == "nsubj"]
    number = tree.feats[k].get("Number")
    fitting = [j for j in marked if number in (None, tree.feats[j].get("Number", number))]
    late = [j for j in tree.kids[i] if tree.deps[j] == "obj" and j > i and tree.pos[j] in ("NOUN", "PROPN")]
    if late and not fitting:
        for j in marked:
            tree.deps[j] = "dislocated"
        tree.deps[late[0]] = "nsubj"


def _is_done_to(tree: Tree, i: int, base: str) -> bool:
    """Tell a passive by its verb or its agent: *è monitorata dalla Russia*."""
    reflexive = any(tree.deps[j].startswith("expl") for j in tree.kids[i])
    agents = tree.lexicon.words("clause", "agent")
    agent = any(j > i and tree.case_of(j) in agents for j in tree.kids_of(i, "obl"))
    return not reflexive and (agent or base in tree.lexicon.verb_types)


def _set_voice(tree: Tree, k: int, i: int, base: str, auxiliary: str, subject: str) -> None:
    tree.deps[k], tree.pos[i], tree.lemmas[i] = auxiliary, "VERB", base
    tree.feats[i] = {**tree.feats[i], "VerbForm": "Part", "Tense": "Past"}
    for j in tree.kids[i]:
        if tree.deps[j] in ("nsubj", "nsubj:pass"):
            tree.deps[j] = subject


def mark_participles(tree: Tree) -> None:
    """A participle that the tagger took for an adjective: *le persone arrestate*."""
    known = tree.lexicon.verb_types.keys() | tree.lexicon.light | tree.lexicon.words("sources", "carriers")
    for i in range(tree.size):
        if tree.pos[i] != "ADJ" or tree.deps[i] not in ("amod", "acl", "conj"):
            continue
        noun = _noun_of(tree, i)
        far = _FAR if tree.kids_of(i, "obl", "advmod") else _GAP
        if noun is None or not noun < i <= noun + far:
            continue
        base = tree.lexicon.of_participle(tree.forms[i])
        if base in known:
            tree.rehang(i, noun)
            tree.pos[i], tree.deps[i], tree.lemmas[i] = "VERB", "acl", base
            tree.feats[i] = {**tree.feats[i], "VerbForm": "Part", "Tense": "Past"}


def _noun_of(tree: Tree, i: int) -> int | None:
    """The noun that a participle stands by; joined to its infinitive after a comma, the noun over that.

    *L'ordine di sparare, impartito ieri*.
    """
    noun = tree.heads[i]
    if tree.deps[i] == "conj":
        apart = i > 0 and tree.forms[i - 1] == "," and tree.form(noun) == "Inf"
        noun = tree.heads[noun] if apart and tree.deps[noun] == "acl" else i
    agree = all(
        tree.feats[i].get(name) == tree.feats[noun].get(name) or not tree.feats[noun].get(name)
        for name in ("Gender", "Number")
    )
    return noun if tree.pos[noun] == "NOUN" and agree else None


def mark_passives(tree: Tree) -> None:
    """Name the passive whose auxiliary the parser takes for any: *fue detenido por la policía*."""
    agents = tree.lexicon.words("clause", "agent")
    for k in range(tree.size):
        verb = tree.heads[k]
        told = tree.deps[k] == "aux" or (tree.deps[k] == "cop" and _is_deed(tree, verb))
        if (
            not told
            or tree.lemmas[k] not in tree.lexicon.passive_only
            or k > verb
            or tree.form(verb) != "Part"
            or tree.feats[verb].get("Tense") == "Pres"
        ):
            continue
        tree.deps[k], tree.pos[verb] = "aux:pass", "VERB"
        tree.lemmas[verb] = tree.lexicon.lemma(tree.forms[verb], tree.lemmas[verb], tree.lexicon.code)
        for j in tree.kids[verb]:
            if tree.deps[j] == "nsubj":
                tree.deps[j] = "nsubj:pass"
            elif j > verb and tree.deps[j].split(":")[0] in ("obj", "obl") and tree.case_of(j) in agents:
                tree.deps[j] = "obl:agent"


def _is_deed(tree: Tree, i: int) -> bool:
    """*3.000 han sido detenidas*: a participle of a verb that tells what is done."""
    return tree.pos[i] in ("VERB", "ADJ") and tree.lexicon.of_participle(tree.forms[i]) in (
        tree.lexicon.verb_types
    )
