"""What relative pronouns stand for, and whether it acts or is what something is done to."""

from __future__ import annotations

from timeline.extraction._accused import NOMINAL, Accused
from timeline.extraction._clause import group
from timeline.languages._names import names

_OWN_PARTS = frozenset(("obj", "xcomp", "ccomp", "expl", "iobj"))


class Pronouns(Accused):
    """Reads the relative pronouns of one block."""

    def _is_relative_object(self, relative: int, i: int) -> bool:
        """*Le tracce che hanno lasciato*: a thing before a verb without object is what it is done to."""
        tree, noun = self.tree, self.tree.heads[i]
        that = tree.lexicon.words("clause", "that")
        if not tree.lexicon.drops_subjects or tree.forms[relative] not in that or relative > i:
            return False
        if not tree.deps[i].startswith("acl") or tree.pos[noun] != "NOUN" or self._named(noun):
            return False
        have = tree.lexicon.words("auxiliaries", "perfect") - tree.lexicon.words("clause", "copulas")
        if [tree.lemmas[k] in have for k in tree.kids_of(i, "aux")] != [True]:
            return False
        to = tree.lexicon.words("clause", "addressee")
        inner = any(tree.deps[k].split(":")[0] in _OWN_PARTS for k in tree.kids[i])
        whither = any(tree.case_of(k).split()[:1] and tree.case_of(k).split()[0] in to
                      for k in tree.kids_of(i, "obl"))  # fmt: skip
        intransitive = tree.lexicon.words("auxiliaries", "with_be") | tree.lexicon.states
        done = tree.lemmas[i] in tree.lexicon.verb_types and tree.lemmas[i] not in intransitive
        return done and not inner and not whither

    def _is_relative(self, k: int) -> bool:
        that = self.tree.forms[k] in self.tree.lexicon.words("clause", "that")
        marked = self.tree.feats[k].get("PronType")
        return self.tree.pos[k] in ("PRON", "DET") and (marked == "Rel" or (that and marked is None))

    def _stood_for(self, relative: int, i: int) -> int | None:
        """*I soldati del presidio che hanno soccorso*: a noun further left, where the nearest does not agree.

        The relative itself where the noun beside it agrees, None where none does.
        """
        tree = self.tree
        noun = tree.heads[i]
        if not tree.deps[i].startswith("acl") or tree.pos[noun] not in ("NOUN", "PROPN"):
            return relative
        if tree.deps[noun] == "conj" and not tree.agrees(i, noun) and tree.pos[tree.heads[noun]] in NOMINAL:
            return tree.heads[noun]  # *due commesse e un addetto, che hanno visto*
        if tree.lexicon.ambiguous_past or tree.deps[noun] == "conj":
            return relative
        if (marked := self._by_article(noun, relative)) is not None:
            return marked
        if tree.agrees(i, noun):
            return self._within(noun, relative, i) or relative
        if (inside := self._right_before(noun, relative)) is not None and tree.agrees(i, inside):
            return inside
        while tree.heads[noun] != noun and tree.pos[tree.heads[noun]] in NOMINAL:
            noun = tree.heads[noun]
            if tree.agrees(i, noun):
                return noun
        over = noun if tree.deps[noun] == "obl" else None
        verb = tree.heads[noun] if over is not None else noun
        near = [k for k in tree.kids[verb] if k < relative and tree.deps[k] in ("obj", "obl", "nsubj:pass")]
        return next((k for k in reversed(near) if tree.agrees(i, k) and self._named(k)), None)

    def _right_before(self, noun: int, relative: int) -> int | None:
        """*Al termine di tre giorni di scontri, che hanno distrutto*: the last noun of the phrase."""
        tree, k = self.tree, relative - 2
        if k <= noun or tree.forms[k + 1] != "," or tree.pos[k] != "NOUN" or k not in set(tree.below(noun)):
            return None
        return k if k not in tree.timed and tree.feats[k].get("Number") else None

    def _by_article(self, noun: int, relative: int) -> int | None:
        """*L'ira dell'uomo il quale*: the noun inside that has the gender and number of the article."""
        tree = self.tree
        article = next(iter(tree.kids_of(relative, "det")), None)
        if article is None or self._fits_article(article, noun):
            return None
        inside = [k for k in tree.below(noun) if noun < k < article and tree.pos[k] in ("NOUN", "PROPN")]
        return next((k for k in sorted(inside, reverse=True) if self._fits_article(article, k)), None)

    def _fits_article(self, article: int, noun: int) -> bool:
        tree = self.tree
        pairs = [(tree.feats[article].get(f), tree.feats[noun].get(f)) for f in ("Gender", "Number")]
        return not any(a and b and a != b for a, b in pairs)

    def _within(self, noun: int, relative: int, i: int) -> int | None:
        """*L'attenzione di una pattuglia, che ha sventato un furto*: people do it, not their watch."""
        tree, people = self.tree, names(self.tree.lexicon.code)
        if tree.lemmas[i] not in people.policing | people.offences or self._named(noun):
            return None
        inside = [k for k in tree.below(noun) if noun < k < relative and tree.deps[k] == "nmod"]
        return next((k for k in sorted(inside) if self._named(k) and tree.agrees(i, k)), None)

    def _leaves_relative(self, j: int, head: int) -> bool:
        """*La borsa che aveva con sé e scappando*: a gerund is not joined to a finite relative."""
        tree = self.tree
        relative = tree.deps[head] in ("acl", "acl:relcl") and tree.pos[tree.heads[head]] in NOMINAL
        return relative and tree.is_gerund(j) and tree.deps[j] == "conj" and group(tree, head).finite

    def _is_relative_subject(self, i: int, noun: int) -> bool:
        """*L'uomo che ha rubato la borsa* with a *che* that the parser took for a conjunction."""
        tree = self.tree
        that = tree.lexicon.words("clause", "that")
        marks = [k for k in tree.kids_of(i, "mark", "advmod") if k < i and tree.forms[k] in that]
        if not marks or not tree.agrees(i, noun):
            return False
        taken = any(tree.deps[k] == "obj" and k > i for k in tree.kids[i])
        return taken or tree.lemmas[i] in tree.lexicon.words("auxiliaries", "with_be")
