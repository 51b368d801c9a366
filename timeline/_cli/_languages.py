"""The list of languages."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale
from babel.core import UnknownLocaleError

from timeline import languages

_SHOWN = ("las", "upos", "lemma", "f")


def listing() -> str:
    """Give one line a language, for reading."""
    packs = {pack.code: pack for pack in languages.info()}
    rows = [("code", "language", "version", "size", "licence", "figures")]
    rows += [_row(code, packs.get(code)) for code in sorted({*languages.available(), *packs})]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join("  ".join(map(str.ljust, row, widths)).rstrip() + "\n" for row in rows)


def _row(code: str, pack: languages.PackInfo | None) -> tuple[str, str, str, str, str, str]:
    if pack is None:
        return code, _name(code), "-", "-", "-", "dates only"
    tested = sorted((name, values) for name, values in pack.figures.items() if isinstance(values, Mapping))
    figures = "; ".join(_figures(name, values) for name, values in tested)
    return code, _name(code), pack.version or "-", f"{pack.size / 1e6:.1f} MB", pack.licence, figures or "-"


def _figures(name: str, values: Mapping[str, float]) -> str:
    """Give the leading figures on one test file: *las 0.792, lemma 0.963 (it_isdt-ud-test)*."""
    shown = [f"{key} {values[key]:.3f}" for key in _SHOWN if key in values]
    return f"{', '.join(shown)} ({name.partition('.')[0]})"


def _name(code: str) -> str:
    try:
        return Locale(code).get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
