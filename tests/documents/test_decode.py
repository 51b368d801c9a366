"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import EncodingError
from timeline.documents._decode import SAMPLE, decode, sniff_encoding

ITALIAN = "Perché l’attività del governo è finita: «città», più 120 €.\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x01\x90\x08\x06" + bytes(range(256))


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("cp1252", b""),
    ],
)
def test_each_encoding(encoding, bom):
    assert decode(bom + ITALIAN.encode(encoding)) == (ITALIAN, None)


@pytest.mark.parametrize("short", ["è", "Perché?", "«Sì», ha detto.", "Straße", "¿Qué?", "naïve — “x”"])
def test_short_western_text_is_cp1252(short):
    assert decode(short.encode("cp1252")) == (short, None)


def test_cyrillic_is_not_taken_for_western():
    text = "Президент приказал открыть огонь без предупреждения, сообщили официальные лица. " * 5
    assert decode(text.encode("cp1251"))[0] == text


@pytest.mark.parametrize(
    "data", [PNG, bytes(range(256)) * 40, b"\0" * 100, b"PK\x03\x04\x14\x00\x06\x00\x08\x00"]
)
def test_binary_data_is_no_text(data):
    with pytest.raises(EncodingError):
        decode(data)


def test_damaged_utf8_keeps_all_that_can_be_read():
    data = ITALIAN.encode() * 3
    at = data.index("è".encode(), len(ITALIAN.encode()))
    text, line = decode(data[:at] + b"\xff" + data[at + 1 :])
    assert line == 2
    assert text.count("\ufffd") == 2
    assert text.replace("\ufffd\ufffd", "è") == ITALIAN * 3


def test_utf8_torn_at_the_end_of_the_sample():
    for shift in range(4):
        text = "x" * (SAMPLE - 2 + shift - 4) + "日本語" * 20
        assert decode(text.encode()) == (text, None)


def test_cp1252_after_a_long_ascii_start():
    text = "plain text, " * 10_000 + "perché"
    assert decode(text.encode("cp1252")) == (text, None)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\r\n\t")))
def test_utf8_reads_back_but_for_newlines(text):
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decode(text.encode()) == (expected, None)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_error(data):
    try:
        text, line = decode(data)
    except EncodingError:
        return
    text.encode()
    assert "\r" not in text
    assert line is None or line >= 1


def test_the_bom_is_measured():
    assert sniff_encoding(codecs.BOM_UTF8 + b"a") == ("utf-8", 3)
    assert sniff_encoding(b"") == ("utf-8", 0)
