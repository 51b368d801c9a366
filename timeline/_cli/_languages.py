"""The list of languages."""

from __future__ import annotations

from babel import Locale
from babel.core import UnknownLocaleError

from timeline import languages


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
    figures = ", ".join(f"{name} {value}" for name, value in sorted(pack.figures.items()))
    return code, _name(code), pack.version or "-", f"{pack.size / 1e6:.1f} MB", pack.licence, figures or "-"


def _name(code: str) -> str:
    try:
        return Locale(code).get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
