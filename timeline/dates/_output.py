"""Dates as JSON records and as TimeML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from timeline.dates._expression import DateExpression
from timeline.documents import Document
from timeline.temporal import UNKNOWN_WHEN, Precision, When

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
"""


def as_record(expression: DateExpression) -> dict[str, Any]:
    """Give an expression as a record of `timeline dates`.

    Examples
    --------
    >>> from timeline.dates import find
    >>> as_record(find("Nel 2021.", language="it")[0])["end"]
    '2022-01-01T00:00:00'

    `start` and `end` are half-open bounds, `YYYY-MM-DDTHH:MM:SS`, None where open.
    """
    when = expression.when
    start, end = when.interval.start, when.interval.end
    return {
        "start_char": expression.start_char,
        "end_char": expression.end_char,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "mod": expression.mod,
        "start": None if start is None else start.iso(),
        "end": None if end is None else end.iso(),
        "precision": when.precision.value,
        "edtf": when.edtf,
    }


def timeml(document: Document, expressions: Iterable[DateExpression]) -> str:
    """Give a document as TimeML, its time expressions marked (ISO-TimeML 1.2.1, as TempEval reads it).

    Examples
    --------
    >>> from timeline.dates import find
    >>> text = "It fell in 2021."
    >>> timeml(Document("a", text), find(text, language="en")).splitlines()[-2]
    '<TEXT>It fell in <TIMEX3 tid="t1" type="DATE" value="2021">2021</TIMEX3>.</TEXT>'

    The text begins where the document's header ends. Characters that XML cannot hold become U+FFFD.
    """
    pieces, at = [], document.body_start
    for number, found in enumerate(sorted(expressions, key=lambda e: e.start_char), 1):
        if found.start_char < at:
            continue
        pieces.append(_clean(document.text[at : found.start_char]))
        pieces.append(_timex(f"t{number}", found))
        at = found.end_char
    pieces.append(_clean(document.text[at:]))
    body = "".join(pieces)
    head = f"{_HEAD}<DOCID>{_clean(document.id)}</DOCID>\n<DCT>{_creation(document.published)}</DCT>\n"
    return f"{head}<TEXT>{body}</TEXT>\n</TimeML>\n"


def _timex(tid: str, found: DateExpression) -> str:
    mod = "" if found.mod is None else f" mod={quoteattr(found.mod)}"
    kind = f'type="{found.type}" value={quoteattr(found.value)}{mod}'
    return f'<TIMEX3 tid="{tid}" {kind}>{_clean(found.text)}</TIMEX3>'


def _creation(published: When) -> str:
    if published == UNKNOWN_WHEN:
        return ""
    stamp = published.edtf
    value = stamp if re.fullmatch(r"[\dT:-]+", stamp) else "XXXX-XX-XX"
    fine = published.precision in (Precision.HOUR, Precision.MINUTE, Precision.SECOND)
    kind = f'type="{"TIME" if fine else "DATE"}" value="{value}"'
    tail = 'temporalFunction="false" functionInDocument="CREATION_TIME"'
    return f'<TIMEX3 tid="t0" {kind} {tail}>{_clean(stamp)}</TIMEX3>'


def _clean(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
