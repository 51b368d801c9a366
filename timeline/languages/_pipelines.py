"""The trained pipeline of a language: its pack, or any installed spaCy pipeline by name."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline._errors import LanguageError, printable
from timeline.languages._data import FOLDER, PACK, having

RELATIONS = frozenset(
    """acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated
    expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root
    vocative xcomp""".split()  # noqa: SIM905 - read as prose
)
"""The 37 relations of Universal Dependencies, version 2."""


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What is known of a language pack: `size` in bytes, `figures` as measured at training."""

    code: str
    version: str
    size: int
    licence: str
    figures: dict[str, Any] = field(default_factory=dict)
    path: Path | None = None


@functools.cache
def pipeline(code: str, model: str | None = None) -> Any:
    """Give the spaCy pipeline of language `code`, loaded once.

    Parameters
    ----------
    code
        ISO 639-1 code of the language.
    model
        An installed spaCy pipeline by name, or the path of a pack or of a spaCy pipeline; without it the pack
        of the language.

    Raises
    ------
    LanguageError
        There is no such pipeline; it is for another language; or its labels are not those of Universal
        Dependencies.

    Examples
    --------
    >>> [token.dep_ for token in pipeline("en")("Troops left.")]
    ['nsubj', 'ROOT', 'punct']
    """
    from timeline.languages._ops import use_numpy_blas
    from timeline.languages._repairs import add_repairs

    nlp = _own(code) if model is None else _named(code, model)
    return add_repairs(use_numpy_blas(nlp), code)


def info() -> list[PackInfo]:
    """Give what is known of each language pack, by code: version, size, licence, figures."""
    return [_info(code) for code in having(PACK)]


def _info(code: str) -> PackInfo:
    from timeline.languages._packs import read_header

    path = FOLDER / code / PACK
    about = read_header(path)
    version, licence = str(about.get("version", "")), str(about.get("licence", ""))
    return PackInfo(code, version, path.stat().st_size, licence, dict(about.get("figures", {})), path)


def _own(code: str) -> Any:
    from timeline.languages._packs import load_pack

    if code in having(PACK):
        return load_pack(FOLDER / code / PACK)
    there = ", ".join(having(PACK)) or "none"
    raise LanguageError(
        f"no language pack for '{printable(code, limit=20)}' (there is: {there}); "
        "name an installed spaCy pipeline, or train one with python -m timeline.languages.train"
    )


def _named(code: str, model: str) -> Any:
    nlp = _load(model)
    shown = printable(model, limit=80)
    if nlp.lang != code:
        raise LanguageError(
            f"pipeline '{shown}' is for language '{nlp.lang}', not '{printable(code, limit=20)}'"
        )
    if "parser" not in nlp.pipe_names:
        raise LanguageError(f"pipeline '{shown}' has no parser")
    foreign = _foreign(nlp.get_pipe("parser").labels)
    if foreign:
        some = ", ".join(foreign[:4])
        raise LanguageError(
            f"pipeline '{shown}' does not use the labels of Universal Dependencies ({some}, ...)"
        )
    return nlp


def _load(model: str) -> Any:
    from timeline.languages._packs import load_pack

    path = Path(model)
    pack = path / PACK if path.is_dir() else path
    if pack.is_file():
        return load_pack(pack)
    import spacy

    try:
        return spacy.load(model)
    except (OSError, ValueError) as error:
        raise LanguageError(f"no spaCy pipeline '{printable(model, limit=80)}' is installed") from error


def _foreign(labels: tuple[str, ...]) -> list[str]:
    """Give the labels of a parser that are none of Universal Dependencies.

    Examples
    --------
    >>> _foreign(("ROOT", "nsubj:pass", "dobj", "flat:name||nmod"))
    ['dobj']
    """
    plain = (label.split("||")[0].split(":")[0] for label in labels)
    return sorted({label for label in plain if label.lower() not in RELATIONS})
