"""Letters that a keyboard without accents writes with an apostrophe: *e' gia' partito* is *è già partito*."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.languages._data import FOLDER

_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]*[aeiouAEIOU])(['’`´])(?![^\W_])")
_OPENED = re.compile(r"(?:^|(?<=[\s(\[:]))['‘](?=[^\W\d_])")
_REACH = 80
_GRAVE, _ACUTE = "\u0300", "\u0301"


def with_accents(text: str, code: str) -> str:
    """Give `text` with the accents that apostrophes stand for, each a character shorter than what it was.

    A language says so under `[spelling]` of its `pipeline.toml`; the text of others stays as it is. An
    apostrophe that cuts a word short or closes a quotation stays one.

    Examples
    --------
    >>> with_accents("E' partito da un po', perche' la citta' e' chiusa.", "it")
    "È partito da un po', perché la città è chiusa."
    """
    rules = _rules(code)
    if not rules or not any(mark in text for mark in "'’`´"):
        return text
    return "".join(_respelled(text, code, rules))


def _respelled(text: str, code: str, rules: Mapping[str, Any]) -> Iterator[str]:
    done = 0
    for match in _WORD.finditer(text):
        word = _accented(match[1], rules)
        if word is not None and _is_meant(text, match, code):
            yield text[done : match.start()]
            yield word
            done = match.end()
    yield text[done:]


def _accented(plain: str, rules: Mapping[str, Any]) -> str | None:
    """Give a word with its last letter accented, None where an apostrophe shortens it."""
    low = plain.lower()
    if low in rules["cut"] or (len(low) == 1 and low not in rules["letters"]):
        return None
    acute = low in rules["acute"] or low.endswith(tuple(rules["acute_endings"]))
    return unicodedata.normalize("NFC", plain + (_ACUTE if acute else _GRAVE))


def _is_meant(text: str, match: re.Match[str], code: str) -> bool:
    """Tell an accent from the end of a quotation: behind an opening mark, the word is none without it."""
    if not _OPENED.search(text, max(0, match.start() - _REACH), match.start() + 1):
        return True
    return match[1].islower() and not _is_known(match[1], code)


@functools.lru_cache(maxsize=10_000)
def _is_known(form: str, code: str) -> bool:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy().get_lemma(form, code) is not None


@functools.cache
def _rules(code: str) -> Mapping[str, Any]:
    path = FOLDER / code / "pipeline.toml"
    data = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    rules: Mapping[str, Any] = data.get("spelling", {})
    return rules
