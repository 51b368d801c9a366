"""One spelling for matching: case, accents, apostrophes and hyphens evened out."""

from __future__ import annotations

import functools
import re
import unicodedata

_APOSTROPHES = dict.fromkeys(map(ord, "’ʼʻ‘`´"), "'")
_BREAKS = re.compile(r"[\s'.\-‐‑–]+")


@functools.lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Give the form of `name` by which names are compared; never shown to a reader.

    Examples
    --------
    >>> fold("Nur-Sultán"), fold("Côte d’Ivoire")
    ('nur sultan', 'cote d ivoire')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES)).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _BREAKS.sub(" ", plain).strip()
