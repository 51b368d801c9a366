"""HTML and Markdown marks in a text, blanked so that what stands between them can be read as prose.

Nothing moves: the copy has as many characters as the text, and line ends stay.
"""

from __future__ import annotations

import html
import re

_NAMES = (
    "a|abbr|article|aside|b|blockquote|body|br|caption|center|cite|code|del|div|dd|dl|dt|em|figcaption|figure|"
    "font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|ol|p|"
    "pre|q|s|section|small|source|span|strike|strong|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|"
    "u|ul|video"
)
_BLOCKS = re.compile(
    r"</?(?:article|aside|blockquote|br|dd|div|dt|figcaption|figure|h[1-6]|hr|li|ol|p|section|table|td|th|tr|ul)\b",
    re.IGNORECASE,
)
_TAG = re.compile(rf"<(?:!--[^>]{{0,1000}}-->|!doctype[^<>]*>|/?(?:{_NAMES})(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_LINK = re.compile(
    r"(!?\[)([^\[\]\n]{1,300})(\]\((?:https?:|mailto:|www\.|/|#|\.)[^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\))"
)
_STRONG = re.compile(r"(?<![\w*_])(\*\*\*?|__)(?=[^\s*_])([^*_\n]{1,600}?)(?<=[^\s*_])\1(?![\w*_])")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,600}?)(?<=[^\s*_])\1(?![\w*_])")
_OPENING = re.compile(r"(?m)^(?:#{1,6}|>)(?=[ \t]+\S)")


def plain(text: str) -> str:
    """Give `text` with its marks blanked, character for character.

    Examples
    --------
    >>> plain("She <b>left</b> and **he** [stayed](https://a.org).")
    'She    left     and   he    stayed                .'
    >>> plain("a < b and c > d, 2 * 3 * 4")
    'a < b and c > d, 2 * 3 * 4'
    """
    if "<" in text and ">" in text:
        text = _TAG.sub(_without_tag, text)
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if "](" in text:
        text = _LINK.sub(_linked, text)
    if "**" in text or "__" in text:
        text = _STRONG.sub(_inner, text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(_inner, text)
    return _OPENING.sub(lambda mark: " " * len(mark[0]), text) if "#" in text or ">" in text else text


def evened(text: str) -> str:
    """Give `text` without the blanks that follow a blank.

    Examples
    --------
    >>> evened("  She   left ")
    'She left '
    """
    return re.sub(" +", " ", text).removeprefix(" ")


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_tag(tag: re.Match[str]) -> str:
    """Blanks; a paragraph ends where a tag says so."""
    return "\n" + _blank(tag[0][1:]) if _BLOCKS.match(tag[0]) else _blank(tag[0])


def _character(entity: re.Match[str]) -> str:
    """The character that an entity stands for and blanks; inside a word it stays as it is."""
    told, text = html.unescape(entity[0]), entity.string
    inside = text[entity.end() : entity.end() + 1].isalnum() and not told.isspace()
    if len(told) != 1 or told.isalnum() or (inside and told in "'’&-"):
        return entity[0]
    return (told if told.isprintable() else " ") + " " * (len(entity[0]) - 1)


def _linked(link: re.Match[str]) -> str:
    told = " " * len(link[2]) if link[1].startswith("!") else link[2]
    return " " * len(link[1]) + told + " " * len(link[3])


def _inner(marked: re.Match[str]) -> str:
    mark = " " * len(marked[1])
    return f"{mark}{marked[2]}{mark}"
