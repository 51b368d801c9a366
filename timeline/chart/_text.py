"""Strings from strangers, made safe to show."""

from __future__ import annotations

import html
import re

# Control characters, bidi overrides and isolates, zero-width marks, line and paragraph separators.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)


def visible(text: str) -> str:
    """Give `text` with control and direction-changing characters written out.

    Examples
    --------
    >>> visible("abc\\u202egnp.exe")
    'abc⟨202E⟩gnp.exe'
    """
    return _HIDDEN.sub(lambda m: f"⟨{ord(m.group()):04X}⟩", text)


def cap(text: str, limit: int) -> str:
    """Cut `text` at `limit` characters, the last of them an ellipsis.

    Examples
    --------
    >>> cap("abcdef", 4)
    'abc…'
    """
    return text if len(text) <= limit else text[: limit - 1] + "…"


def one_line(text: str, limit: int) -> str:
    """Give `text` on one line, hidden characters shown, cut at `limit` characters.

    Examples
    --------
    >>> one_line("a\\n b", 10)
    'a b'
    """
    return cap(visible(" ".join(text[: 4 * limit].split())), limit)


def plain(text: str, limit: int = 200) -> str:
    """Give `text` so that plotly shows it literally: one line, escaped for its pseudo-HTML.

    Examples
    --------
    >>> plain("<b>5 < 6</b>")
    '&lt;b&gt;5 &lt; 6&lt;/b&gt;'

    A dollar sign would start a formula.
    """
    return html.escape(one_line(text, limit), quote=False).replace("$", "&#36;")
