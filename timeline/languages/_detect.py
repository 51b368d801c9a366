"""Which language a text is in, where the document does not say."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from timeline.languages._data import available

SURE = 0.9
"""From this probability on, a text may be in a language that we have nothing for."""
ENOUGH = 40
"""Letters that a paragraph must have to be in another language than its document."""
LONGEST = 20_000
"""Characters of a text that are looked at."""
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text, `text[start:end]`, in one language (None: not known)."""

    start: int
    end: int
    language: str | None


def detect(text: str, among: Iterable[str] | None = None) -> str | None:
    """Give the ISO 639-1 code of the language of `text`, None where it has too few letters to tell.

    Without `among` the answer is one of the languages that we have data for, unless the text is surely in
    another one; with `among` it is always one of those.

    Examples
    --------
    >>> detect("Il presidente ha ordinato di aprire il fuoco.", among=["it", "en"])
    'it'
    >>> detect("2022 ...") is None
    True
    """
    sample = text[:LONGEST]
    if sum(map(str.isalpha, sample[:200])) < 3 and sum(map(str.isalpha, sample)) < 3:
        return None
    if among is not None:
        return _best(sample, tuple(sorted(set(among))))
    best, sure = _ranked(sample)
    ours = available()
    return best if best in ours or sure >= SURE else _best(sample, ours)


def detect_paragraphs(text: str, among: Iterable[str] | None = None) -> list[Stretch]:
    """Give the stretches of `text` in one language each, in order; neighbours in one language are joined.

    A paragraph ends at a blank line. One of fewer than 40 letters, or one whose language is not clear, goes
    with the document.

    Examples
    --------
    >>> one = "Il governo si è dimesso ieri dopo le proteste di piazza."
    >>> two = "The government resigned after days of protests, the minister said."
    >>> [(s.language, s.start) for s in detect_paragraphs(f"{one}\\n\\n{two}", among=["it", "en"])]
    [('it', 0), ('en', 58)]
    """
    among = None if among is None else tuple(among)
    whole = detect(text, among)
    stretches: list[Stretch] = []
    for start, end in _paragraphs(text):
        language = _of_paragraph(text[start:end], whole, among)
        if stretches and stretches[-1].language == language:
            stretches[-1] = Stretch(stretches[-1].start, end, language)
        else:
            stretches.append(Stretch(start, end, language))
    return stretches


def detect_paragraph(paragraph: str, whole: str) -> str:
    """Give the language of a paragraph of a document that is in `whole` as a whole.

    One of fewer than 40 letters, or one whose language is not clear, goes with the document.

    Examples
    --------
    >>> detect_paragraph("The government resigned after days of protests, the minister said.", "it")
    'en'
    >>> detect_paragraph("Breaking news", "it")
    'it'
    """
    return _of_paragraph(paragraph, whole, None) or whole


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    return ((m.start(), m.end()) for m in _PARAGRAPH.finditer(text))


def _of_paragraph(paragraph: str, whole: str | None, among: tuple[str, ...] | None) -> str | None:
    if sum(map(str.isalpha, paragraph)) < ENOUGH:
        return whole
    language = detect(paragraph, among)
    if language == whole or whole is None or language is None:
        return language
    return language if _clearly(paragraph, language, whole) else whole


def _clearly(text: str, language: str, other: str) -> bool:
    sure: float = _among(tuple(sorted({language, other}))).classify(text[:LONGEST])[1]
    return sure >= SURE


def _best(text: str, among: tuple[str, ...]) -> str | None:
    known = tuple(code for code in among if code in _codes())
    if len(known) < 2:
        return known[0] if known else None
    language: str = _among(known).classify(text)[0]
    return language


def _ranked(text: str) -> tuple[str, float]:
    language, sure = _among(None).classify(text)
    return language, sure


@functools.cache
def _codes() -> frozenset[str]:
    return frozenset(_among(None).labels)


@functools.lru_cache(maxsize=64)
def _among(codes: tuple[str, ...] | None) -> Any:
    """Give an identifier that answers with one of `codes`; all share the tables of one model."""
    from py3langid.langid import LanguageIdentifier

    if codes is None:
        return LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=True)
    every = _among(None)
    table, prior, classes = every._full_model
    one = LanguageIdentifier(
        table, prior, classes, every.tk_nextmove, every.tk_output, norm_probs=True, tk_row=every.tk_row
    )
    one.set_languages(codes)
    return one
