"""Ordinary spacing for tokens that are written with a space around each."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CLOSES = re.compile(r"[,.;:!?)\]»”…%]+|'s")
_OPENS = re.compile(r"[(\[«“]|.+['’]")


def spaces_after(forms: Sequence[str]) -> list[bool]:
    """Tell for each of `forms` whether a space follows it in ordinary typography.

    Examples
    --------
    >>> forms = ["L'", "uomo", "disse", ":", '"', "Vieni", '"', "."]
    >>> "".join(form + " " * space for form, space in zip(forms, spaces_after(forms)))
    'L\\'uomo disse: "Vieni". '
    """
    spaces, inside = [True] * len(forms), False
    for index, form in enumerate(forms):
        closes = bool(_CLOSES.fullmatch(form)) or (form == '"' and inside)
        inside ^= form == '"'
        if closes and index:
            spaces[index - 1] = False
        if _OPENS.fullmatch(form) or (form == '"' and inside):
            spaces[index] = False
    return spaces


def is_spaced_out(forms: Sequence[str], spaces: Sequence[bool]) -> bool:
    """Tell whether tokens that ordinarily stand close stand apart, everywhere in the sentence."""
    return all(spaces[:-1]) and any(_CLOSES.fullmatch(form) for form in forms[:-1])
