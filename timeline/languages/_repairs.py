"""Steps beside the trained ones: sentence bounds, lemmas by dictionary, endings that settle the form.

What they do for a language stands in its `pipeline.toml`.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from timeline.languages._data import FOLDER, having, lexicon
from timeline.languages._misread import right_names
from timeline.languages._names import names
from timeline.languages._sentences import forbid_starts
from timeline.languages._subjects import SubjectWords, right_subjects, speech_verbs

Step = Callable[[Any], Any]


def add_repairs(nlp: Any, code: str) -> Any:
    """Add the steps of language `code` to the spaCy pipeline `nlp` and give it back."""
    from spacy.language import Language

    data = _data(code)
    Language.component("timeline_sentences", func=forbid_starts)
    nlp.add_pipe("timeline_sentences", first=True)
    for name, step in (
        ("timeline_names", _name_step(code, data.get("names", {}))),
        ("timeline_lemmas", _lemma_step(code, data.get("lemmas"))),
        ("timeline_endings", _ending_step(data.get("endings", ()))),
        ("timeline_subjects", _subject_step(code, data.get("subjects", {}))),
    ):
        if step is not None:
            Language.component(f"{name}_{code}", func=step)
            nlp.add_pipe(f"{name}_{code}", name=name)
    return nlp


def _name_step(code: str, rules: Mapping[str, Any]) -> Step | None:
    """Give the step that puts misread names right, where the language has names data."""
    if not (FOLDER / code / "names.toml").is_file():
        return None
    words = names(code)

    def known(form: str) -> bool:
        return _dictionary().get_lemma(form, code) is not None

    adjectives = frozenset(words.demonyms) | frozenset(words.adjectives)
    return right_names(known, adjectives, words.roles, tuple(rules.get("adverbs", ())))


def _subject_step(code: str, rules: Mapping[str, Any]) -> Step | None:
    """Give the step that puts misread subjects right, where the language says what verbs do."""
    if not rules:
        return None
    some = names(code) if (FOLDER / code / "names.toml").is_file() else None
    verbs: Mapping[str, Any] = lexicon(code) if code in having("lexicon.toml") else {}
    words = SubjectWords(
        speech=speech_verbs(verbs),
        quoting=frozenset(verbs.get("sources", {}).get("quoting", ())),
        intransitive=frozenset(rules.get("intransitive", ())),
        actors=some.roles | some.people | some.bodies if some else frozenset(),
        time=some.counts.time if some else frozenset(),
        relatives=some.relative if some else frozenset(),
        passive_reflexive=bool(rules.get("passive_reflexive")),
    )
    return right_subjects(words)


@functools.cache
def _data(code: str) -> Mapping[str, Any]:
    path = FOLDER / code / "pipeline.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def _lemma_step(code: str, rules: Mapping[str, Any] | None) -> Step | None:
    """Give the step that takes the dictionary's lemma where it does not know the trained one as a lemma.

    *conterebbero* trained as *contere* becomes *contare*; what neither knows stays as trained.
    """
    if rules is None:
        return None
    known, lower = _parts(rules["known"]), _parts(rules["lower"])

    def look_up(doc: Any) -> Any:
        for token in doc:
            part = token.pos
            if part in known:
                lemma = token.lemma_
                better = _known_lemma(code, token.lower_, lemma)
                if better != lemma:
                    token.lemma_ = better
            elif part in lower and not (lemma := token.lemma_).islower():
                token.lemma_ = lemma.lower()
        return doc

    return look_up


def _parts(names: Iterable[str]) -> frozenset[int]:
    from spacy.parts_of_speech import IDS

    return frozenset(IDS[name] for name in names)


@functools.lru_cache(maxsize=65536)
def _known_lemma(code: str, form: str, lemma: str) -> str:
    dictionary, lemma = _dictionary(), lemma.lower()
    if dictionary.get_lemma(lemma, code) == lemma:
        return lemma
    return dictionary.get_lemma(form, code) or lemma


@functools.cache
def _dictionary() -> Any:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy()


def _ending_step(rules: tuple[Mapping[str, Any], ...]) -> Step | None:
    """Give the step that sets the features which a verb's ending settles (*sarebbe*: conditional)."""
    if not rules:
        return None

    every = tuple(end for rule in rules for end in rule["ends"])
    settled = [(tuple(r["ends"]), tuple(r.get("except", ())), _parts(r["parts"]), r["feats"]) for r in rules]

    def settle(doc: Any) -> Any:
        for token in doc:
            if (form := token.lower_).endswith(every):
                for ends, keeps, parts, feats in settled:
                    if token.pos in parts and form.endswith(ends) and not form.endswith(keeps):
                        token.set_morph(_with(str(token.morph), feats))
        return doc

    return settle


def _with(morph: str, feats: str) -> str:
    """Give `morph` with `feats` set.

    Examples
    --------
    >>> _with("Mood=Ind|Number=Sing", "Mood=Cnd|VerbForm=Fin")
    'Mood=Cnd|Number=Sing|VerbForm=Fin'
    """
    pairs = dict(item.split("=", 1) for item in f"{morph}|{feats}".split("|") if "=" in item)
    return "|".join(f"{key}={value}" for key, value in sorted(pairs.items()))
