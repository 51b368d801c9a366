"""Bytes to text: which encoding, and whether they are text at all."""

from __future__ import annotations

import codecs
import re

from timeline._errors import EncodingError

SAMPLE = 65_536
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z]")
_HIGH_LETTER = re.compile(rb"[\xc0-\xff]")


def sniff_encoding(sample: bytes) -> tuple[str, int]:
    """Give the encoding that `sample`, the first bytes of an input, is in, and the length of its BOM.

    Examples
    --------
    >>> sniff_encoding("perché".encode("cp1252"))
    ('cp1252', 0)
    >>> sniff_encoding("\\ufeffperché".encode("utf-16-le"))
    ('utf-16-le', 2)

    A BOM decides; then NULs in every other byte (UTF-16), then UTF-8 (damaged UTF-8 included), then cp1252;
    only what is unlikely to be cp1252 is guessed by charset-normalizer.

    Raises
    ------
    EncodingError
        Where no encoding fits.
    """
    marked = marked_encoding(sample)
    if marked is not None:
        return marked
    plain = not _HIGH.search(sample) or _is_utf8(sample)
    return "utf-8" if plain else _single_byte(sample), 0


def marked_encoding(sample: bytes) -> tuple[str, int] | None:
    """Give the encoding that a BOM, or NULs in every other byte, speak for, and the length of the BOM."""
    for bom, name in _BOMS:
        if sample.startswith(bom):
            return name, len(bom)
    wide = _wide(sample) if b"\0" in sample else None
    return (wide, 0) if wide else None


def decode(data: bytes) -> tuple[str, int | None]:
    """Give the text of `data`, and where (as a line number) bytes were replaced by U+FFFD, else None.

    Examples
    --------
    >>> decode(b"\\xef\\xbb\\xbfuno\\r\\ndue\\rtre")
    ('uno\\ndue\\ntre', None)

    The BOM is dropped and every newline is `\\n`; nothing else is changed.

    Raises
    ------
    EncodingError
        Where the bytes are no text.
    """
    encoding, skip = sniff_encoding(data[:SAMPLE] if len(data) <= SAMPLE else _whole_characters(data))
    if encoding == "utf-8" and skip == 0 and not _is_utf8(data):
        encoding = _single_byte(data)
    body = data[skip:]
    try:
        text, damaged = body.decode(encoding), None
    except UnicodeDecodeError as error:
        text, damaged = body.decode(encoding, errors="replace"), body.count(b"\n", 0, error.start) + 1
    if _binary(text):
        raise EncodingError("no text (binary data)")
    return text.replace("\r\n", "\n").replace("\r", "\n"), damaged


def _whole_characters(data: bytes) -> bytes:
    """Cut the sample where no UTF-8 character is torn."""
    end = SAMPLE
    while end > SAMPLE - 4 and data[end] & 0xC0 == 0x80:
        end -= 1
    return data[:end]


def _wide(sample: bytes) -> str | None:
    """Give the UTF-16 that NULs in every other byte speak for."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_utf8(data: bytes) -> bool:
    """Tell whether `data` is UTF-8, perhaps with some damage: most of its high bytes form characters."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        whole = sum(len(m) for m in _MULTIBYTE.findall(data))
        return whole > 0.5 * len(_HIGH.findall(data))
    return True


def _single_byte(data: bytes) -> str:
    """Choose cp1252 where it fits: decodable, no more letters beyond ASCII than Western languages have."""
    plain, accented = len(_LETTER.findall(data)), len(_HIGH_LETTER.findall(data))
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        western = False
    else:
        western = accented <= max(2, 0.25 * plain)
    return "cp1252" if western else _guess(data)


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise EncodingError("no text (unknown encoding or binary data)")
    return best.encoding


def _binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > 0.01 * len(text) + 1
