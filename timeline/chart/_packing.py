"""Bytes as short text that can stand in a page: gzip, then base 85."""

from __future__ import annotations

import gzip
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

# The characters of RFC 1924 and git, with three that mean something to HTML replaced.
_DIGITS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%.()*+-;[=]?@^_`{|}~"
ALPHABET = np.frombuffer(_DIGITS, dtype=np.uint8)
_POWERS = np.array([85**4, 85**3, 85**2, 85, 1], dtype=np.uint32)


def base85(raw: bytes) -> str:
    """Write four bytes as five characters, none of them `<`, `>`, `&`, a quotation mark or a blank.

    Examples
    --------
    >>> base85(b"\\0\\0\\0\\0"), base85(b"\\xff" * 4), base85(b"\\0")
    ('00000', '|NsC0', '00')

    One to three bytes at the end give two to four characters, as in Python's `base64.b85encode`.
    """
    missing = -len(raw) % 4
    words = np.frombuffer(raw + b"\0" * missing, dtype=">u4").astype(np.uint32)
    digits = (words[:, None] // _POWERS) % 85
    text = ALPHABET[digits.astype(np.uint8)].tobytes().decode("ascii")
    return text[: len(text) - missing]


def pack(raw: bytes) -> str:
    """Compress bytes into text; the same bytes give the same text."""
    return base85(gzip.compress(raw, 9, mtime=0))


def pack_json(value: Any) -> str:
    """Compress a value as JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return pack(text.encode("utf-8", "replace"))


def planes(values: NDArray[np.int64]) -> bytes:
    """Write integers that are not negative as byte planes, the low byte first, after how many there are.

    Examples
    --------
    >>> planes(np.array([1, 258]))
    b'\\x02\\x01\\x02\\x00\\x01'
    """
    width = max(1, (int(values.max(initial=0)).bit_length() + 7) // 8)
    raw = np.ascontiguousarray(values, dtype="<i8").view(np.uint8).reshape(-1, 8)
    return bytes([width]) + np.ascontiguousarray(raw[:, :width].T).tobytes()
