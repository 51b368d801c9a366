"""The page's own files: modules of JavaScript, the style sheet, the template, plotly.js."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from timeline.chart._packing import pack

# In the order in which each needs only what stands before it.
MODULES = (
    "text",
    "time",
    "dom",
    "rows",
    "words",
    "hash",
    "data",
    "search",
    "select",
    "span",
    "geometry",
    "draw",
    "keydates",
    "strip",
    "panel",
    "table",
    "state",
    "gestures",
    "filters",
    "download",
    "picture",
    "scene",
    "surface",
    "main",
)
PLOTLY = "plotly-cartesian.min.js"
_IMPORT = re.compile(r"^import \{[^}]*\} from \"\./[\w-]+\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)


@cache
def asset(name: str) -> str:
    """Give the text of one of the page's files."""
    return (files("timeline.chart") / "assets" / name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Give all modules as one: what they import from each other stands in the same scope."""
    parts = (_EXPORT.sub("", _IMPORT.sub("", asset(f"{name}.js"))) for name in MODULES)
    return "\n".join(parts)


@cache
def plotly() -> str:
    """Give plotly.js: the cartesian bundle, which holds every trace the chart needs."""
    return asset(PLOTLY)


@cache
def packed_plotly() -> str:
    """Give plotly.js as the page holds it."""
    return pack(plotly().encode())


@cache
def plotly_license() -> str:
    """Give the line of plotly.js that names its version, its owner and its licence."""
    found = re.search(r"plotly\.js.*? v[\d.]+", plotly()[:300])
    return f"{found[0] if found else 'plotly.js'}, Copyright Plotly, Inc., MIT licence"
