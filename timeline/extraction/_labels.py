"""A line for the chart and a weight for choosing what to show first."""

from __future__ import annotations

import math
from collections.abc import Container

from timeline.extraction._event import Event

LONGEST = 79
_ARTICLE = 5
_STATEMENT, _ACTION = 0.42, 0.35  # few types of statement have a weight of their own


def shortened(text: str, limit: int = LONGEST, small: Container[str] = ()) -> str:
    """Cut a text between words, with an ellipsis where something is left off.

    The `small` words (articles, prepositions) never stand last.

    Examples
    --------
    >>> shortened("una lunga riga di testo", 12)
    'una lunga…'
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[:limit]
    space = cut.rfind(" ")
    kept = _trimmed(cut[:space] if space > limit // 3 else cut[: limit - 1])
    while " " in kept and kept[kept.rindex(" ") + 1 :].lower() in small:
        kept = _trimmed(kept[: kept.rindex(" ")])
    return kept + "…"


def with_article(name: str | None, text: str, start: int | None, articles: Container[str]) -> str | None:
    """Give a common noun at `start` of the text with the article that stands before it, names as they are.

    Examples
    --------
    >>> with_article("donna", "Una donna è fuggita.", 4, {"una"})
    'una donna'
    """
    if name is None or start is None or not _is_common(name):
        return name
    led = _led_by_article(text[start : start + len(name) + _ARTICLE], name, articles)
    if led is not None or not text.startswith(name, start):
        return led or name
    before = text[max(0, start - 12) : start]
    word = before.split()[-1].lower() if before.split() else ""
    apart = " " if before[-1:].isspace() else ""
    elided = word.endswith(("'", "’"))
    return f"{word}{apart}{name}" if word in articles and bool(apart) != elided else name


def _led_by_article(text: str, name: str, articles: Container[str]) -> str | None:
    """Give the name with its article where the text begins with both."""
    at = text.find(name)
    article = text[:at].strip().lower() if at > 0 else ""
    return article + text[len(article) : at] + name if article in articles else None


def _is_common(name: str) -> bool:
    return name[:1].islower() or name[:1].isdigit()  # *un 38enne*


def _trimmed(text: str) -> str:
    return text.rstrip(" ,;:.–—-«“\"'(’")


def importance(event: Event, weight: float, *, named: bool, depth: float) -> float:
    """Weigh an event in 0..1: its type, a named actor, how many, how sure, how early in the text.

    `weight` is that of the type in the lexicon, `depth` the part of the text that lies before it (0..1).
    """
    value = (_STATEMENT if event.kind == "statement" else _ACTION) + weight
    value += 0.1 if named else 0.0
    value += 0.05 if event.recipient or event.object else 0.0
    value += 0.05 if event.quote else 0.0
    value += 0.05 if event.time_basis == "expression" else 0.0
    if event.count_best:
        value += min(0.15, 0.03 * math.log10(1 + abs(event.count_best)) + 0.05)
    value += 0.1 * (1 - depth)
    value -= 0.1 if event.factuality in ("possible", "denied") else 0.0
    value -= 0.15 if event.speech_act == "believe" else 0.0
    return round(min(max(value, 0.0), 1.0), 3)
