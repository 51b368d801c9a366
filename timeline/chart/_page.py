"""The page: one file that holds everything, asks nothing of any network and lets no text run."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd

from timeline._version import __version__
from timeline.chart._assets import asset, packed_plotly, plotly, plotly_license, script
from timeline.chart._columns import DIMENSIONS, Columns, columns
from timeline.chart._payload import CHUNK, PARAGRAPHS, blocks
from timeline.chart._text import one_line
from timeline.chart._wording import choose, number, wording

_SLOT = re.compile(r"\{\{(w:)?(\w+)\}\}")


def page(
    df: pd.DataFrame, *, title: str | None = None, language: str | None = None, lanes: str = "actor"
) -> str:
    """Give the event table as one self-contained HTML page; the same table gives the same bytes.

    Examples
    --------
    >>> import pandas as pd
    >>> never = pd.to_datetime([])
    >>> empty = pd.DataFrame({"event_id": [], "kind": [], "start": never, "end": never})
    >>> page(empty, title="<Nothing>").count("&lt;Nothing&gt;")
    3

    `language` is that of the interface (the events' commonest one where it has a wording, else English);
    `lanes` is one of actor, place, source, type, language. A content security policy (CSP level 3) forbids
    every request and every script but the page's own two, named by their hashes.

    Raises
    ------
    TableError
        Where `df` is no event table.
    LanguageError
        Where the interface has no wording in `language`.
    ValueError
        Where `lanes` is none of those named.
    """
    if lanes not in DIMENSIONS[:5]:
        raise ValueError(f"lanes must be one of {', '.join(DIMENSIONS[:5])}, not {lanes!r}")
    data = columns(df)
    spoken = choose(language, data.table["language"] if "language" in data.table.columns else ())
    words = wording(spoken)
    shown_title = one_line(title or words["title"], 200)
    meta = {
        "chunk": CHUNK,
        "paragraphs": PARAGRAPHS,
        "columns": list(map(str, df.columns)),
        "language": spoken,
        "lanes": lanes,
        "n": len(data),
        "title": shown_title,
        "words": words,
    }
    values = {
        "data": _data(meta, data),
        "language": spoken,
        "license": plotly_license(),
        "plotly": packed_plotly(),
        "policy": _policy(plotly(), script()),
        "script": script(),
        "style": asset("style.css"),
        "subtitle": html.escape(_subtitle(data, words)),
        "title": html.escape(shown_title),
        "version": __version__,
    }
    return _SLOT.sub(lambda m: html.escape(words[m[2]]) if m[1] else values[m[2]], asset("page.html"))


def write_html(
    df: pd.DataFrame,
    path: str | PathLike[str],
    *,
    title: str | None = None,
    language: str | None = None,
    lanes: str = "actor",
) -> None:
    """Write the event table as one self-contained page (see `page`)."""
    Path(path).write_bytes(page(df, title=title, language=language, lanes=lanes).encode("utf-8", "replace"))


def _data(meta: dict[str, Any], data: Columns) -> str:
    parts = [f'<script type="application/json" id="meta">{_json(meta)}</script>']
    for name, packed in blocks(data):
        parts.append(f'<script type="application/octet-stream" id="block-{name}">{packed}</script>')
    return "\n".join(parts)


def _json(value: Any) -> str:
    """Give JSON that can stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _policy(*scripts: str) -> str:
    hashes = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts)
    allowed = " ".join(f"'sha256-{h}'" for h in hashes)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _subtitle(data: Columns, words: Any) -> str:
    n, documents = len(set(data.leader.tolist())), len(data.dimensions["document"].values) - 1
    events = words["one_event"] if n == 1 else words["events"].format(n=number(n, words))
    if n != len(data):
        events = words["reports"].format(n=number(n, words), m=number(len(data), words))
    told = words["one_document"] if documents == 1 else words["documents"].format(n=number(documents, words))
    return " · ".join([events, *([told] if documents else []), _zones(data, words)])


def _zones(data: Columns, words: Any) -> str:
    zones = set(data.table["zone"].dropna()) if "zone" in data.table.columns else set()
    if len(zones) == 1:
        return str(words["times_zone"].format(zone=one_line(str(*zones), 40)))
    return str(words["zones"])
