"""What a header, a front matter or a file name says of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from timeline.documents._stated import match_stated

KEYS = {
    "date": "published",
    "published": "published",
    "title": "title",
    "source": "source",
    "url": "url",
    "lang": "language",
    "language": "language",
}
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_DATE_LINE = re.compile(r"\s*date(?:[ \t]*(:)[ \t]*|[ \t]+)(?=[+-]?[0-9])", re.IGNORECASE)
_PAIR = re.compile(r"([A-Za-z]+)[ \t]*:[ \t]*(.*)")
_FRONT_MATTER_LIMIT = 65_536


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in front of a text: fields by `Document` name, each with its 1-based line, and its end.

    `end` is the offset at which the text proper begins.
    """

    end: int = 0
    fields: Mapping[str, tuple[str, int]] = field(default_factory=dict)


def parse_header(text: str) -> Header:
    """Read the header of a text: YAML front matter, lines of `key: value`, or `date 2022-01 Text...`.

    Examples
    --------
    >>> parse_header(" date 2022-01 Ieri ...")
    Header(end=14, fields={'published': ('2022-01', 1)})
    >>> parse_header("---\\ndate: 2022-01-08\\nlang: it\\n---\\nIeri ...").fields["language"]
    ('it', 3)
    """
    return _front_matter(text) or _header_block(text) or _date_line(text) or Header()


def _front_matter(text: str) -> Header | None:
    match = _FRONT_MATTER.match(text[:_FRONT_MATTER_LIMIT])
    if match is None:
        return None
    first = text.count("\n", 0, match.start(1)) + 1
    fields = _yaml_fields(match[1], first) or dict(_line_fields(match[1], first))
    return Header(_skip_blank(text, match.end()), fields) if fields else None


def _yaml_fields(block: str, first: int) -> dict[str, tuple[str, int]]:
    import yaml

    try:
        node = yaml.compose(block, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(node, yaml.MappingNode):
        return {}
    fields = {}
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            name = KEYS.get(key.value.lower())
            if name and value.value.strip():
                fields[name] = (value.value.strip(), first + value.start_mark.line)
    return fields


def _line_fields(block: str, first: int) -> Iterator[tuple[str, tuple[str, int]]]:
    """Read `key: value` lines; also what YAML refuses, such as a title with a colon in it."""
    for number, line in enumerate(block.split("\n"), first):
        pair = _PAIR.fullmatch(line.strip())
        if pair and pair[1].lower() in KEYS and pair[2]:
            yield KEYS[pair[1].lower()], (pair[2].strip().strip("\"'"), number)


def _header_block(text: str) -> Header | None:
    """Read two or more `key: value` lines that end at a blank line and have a date among them."""
    start = len(text) - len(text.lstrip())
    end, count = start, 0
    while (stop := text.find("\n", end)) >= 0 or end < len(text):
        stop = len(text) if stop < 0 else stop
        pair = _PAIR.fullmatch(text[end:stop].strip()) if stop - end < 2000 else None
        if pair is None or pair[1].lower() not in KEYS:
            break
        end, count = stop + 1, count + 1
    if count < 2 or (text[end : text.find("\n", end) if "\n" in text[end:] else None]).strip():
        return None
    fields = dict(_line_fields(text[start : end - 1], text.count("\n", 0, start) + 1))
    return Header(min(_skip_blank(text, end), len(text)), fields) if "published" in fields else None


def _date_line(text: str) -> Header | None:
    """Read `date 2022-01 Text...` and `date: 2022-01-08`; the value may be a failed attempt at a date."""
    match = _DATE_LINE.match(text)
    if match is None:
        return None
    end, value = match_stated(text, match.end())
    if value is None:
        stop = _bad_value(text, match, end)
        if stop is None:
            return None
        end, value = stop, text[match.end() : stop]
    end += text[end : end + 1] in (",", ";", ":", ".")
    line = text.count("\n", 0, match.end()) + 1
    return Header(_skip_blank(text, end), {"published": (value.strip(), line)})


def _bad_value(text: str, match: re.Match[str], attempt: int) -> int | None:
    """Give the end of a value that was meant as a date: a whole line after a colon, else one word."""
    if attempt > match.end():
        return attempt
    if not match[1]:
        return None
    stop = text.find("\n", match.end())
    stop = len(text) if stop < 0 else stop
    return stop if stop - match.end() <= 40 else None


def _skip_blank(text: str, start: int) -> int:
    return start + len(text[start : start + 4096]) - len(text[start : start + 4096].lstrip())


_NAME_DATE = re.compile(
    r"(?<!\d)(?<!\d-)([12][0-9]{3}-[0-9]{2}(?:-[0-9]{2})?|[12][0-9]{3}[01][0-9][0-3][0-9])(?!\d|-\d)"
)
_NAME_YEAR = re.compile(r"([12][0-9]{3})(?=[-_. ]\D|$)")


def date_in_name(stem: str) -> str | None:
    """Give the date that a file name bears, as written; None where it has none or several.

    Examples
    --------
    >>> date_in_name("2022-01-08-title"), date_in_name("kazakhstan-2022-01"), date_in_name("agenda-2030")
    ('2022-01-08', '2022-01', None)

    A year alone counts only at the very front. A date in front wins over others in the name.
    """
    leading = _NAME_DATE.match(stem) or _NAME_YEAR.match(stem)
    if leading:
        return leading[1]
    found = {m[1] for m in _NAME_DATE.finditer(stem)}
    return found.pop() if len(found) == 1 else None


def language_in_name(name: str) -> str | None:
    """Give the language code that stands before the suffix of a file name.

    Examples
    --------
    >>> language_in_name("2022-01-08-title.it.txt"), language_in_name("notes.v2.txt")
    ('it', None)
    """
    parts = name.split(".")
    return language_code(parts[-2]) if len(parts) > 2 and parts[-2].islower() else None


def language_code(text: str) -> str | None:
    """Give the ISO 639-1 code of a language tag such as `it`, `it-IT` or `ita`; None where it is none.

    Examples
    --------
    >>> language_code("it_CH"), language_code("eng"), language_code("x1")
    ('it', 'en', None)
    """
    from babel import Locale
    from babel.core import get_global

    code = text.strip().replace("_", "-").split("-")[0].lower()
    code = get_global("language_aliases").get(code, code)
    return code if len(code) in (2, 3) and code in Locale("en").languages else None
