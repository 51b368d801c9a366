"""Texts as numbers of words: what is written can be read back, whatever it is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline.chart
from timeline.chart._columns import columns
from timeline.chart._payload import blocks
from timeline.chart._words import GLUE, ONE, SEPARATOR, Coder, clean, coder_of, codes


def read_back(dictionary: str, raw: bytes) -> list[str]:
    first, *words = dictionary.split(SEPARATOR)
    two = int(first)
    texts, word, i = [""], False, 0
    while i < len(raw):
        if raw[i] < ONE:
            number, i = raw[i], i + 1
        elif raw[i] < ONE + two:
            number, i = ONE + (raw[i] - ONE) * 256 + raw[i + 1], i + 2
        else:
            tail = (raw[i] - ONE - two) * 65_536 + raw[i + 1] * 256 + raw[i + 2]
            number, i = ONE + 256 * two + tail, i + 3
        if number == 0:
            texts, word = [*texts, ""], False
            continue
        entry = words[number - 1]
        texts[-1] += entry[1:] if entry.startswith(GLUE) else (" " if word else "") + entry
        word = not entry.startswith(GLUE)
    return texts


def coded(chunks: list[list[str]]) -> list[list[str]]:
    dictionary, written = coder_of(chunks).coded()
    return [read_back(dictionary, raw) for raw in written]


@given(st.lists(st.lists(st.text(max_size=40), min_size=1), min_size=1))
def test_texts_are_read_back(chunks: list[list[str]]) -> None:
    assert coded(chunks) == [[clean(text) for text in texts] for texts in chunks]


@given(st.lists(st.text("aà\u0301 ,.’1_\x1e\x1f\n\xa0", max_size=20), min_size=1))
def test_spaces_and_marks_are_read_back(texts: list[str]) -> None:
    assert coded([texts]) == [[clean(text) for text in texts]]


def test_rare_words_take_three_bytes() -> None:
    texts = [" ".join(f"w{k}" for k in range(first, first + 1000)) for first in range(0, 40_000, 1000)]
    assert coded([texts, texts[:3]]) == [texts, texts[:3]]
    _, written = coder_of([texts]).coded()
    assert {raw >= ONE + 90 for raw in next(iter(written))} == {True, False}


def test_room_for_millions_of_words() -> None:
    coder = Coder()
    coder.numbers = dict.fromkeys(range(2_000_000), 0)  # type: ignore[assignment]
    assert 0 <= coder.two < 90 and coder._room(coder.two) >= 2_000_000
    assert len(codes(np.array([1_999_999]), coder.two)) == 3


def test_a_dictionary_as_long_as_the_texts_does_not_pay(made_up: ModuleType) -> None:
    assert not coder_of([["one two three"]]).pays
    assert "words" not in dict(blocks(columns(made_up.table(40))))
    assert "words" in dict(blocks(columns(made_up.table(3000, long_text=True))))


@pytest.mark.skipif(shutil.which("node") is None, reason="no node on this machine")
def test_the_page_reads_what_was_written(made_up: ModuleType, tmp_path: Path) -> None:
    data = columns(made_up.table(3000, long_text=True))
    packed = dict(blocks(data))
    assets = Path(timeline.chart.__file__).parent / "assets"
    (tmp_path / "read.mjs").write_text(
        f"""import {{ bytesOf85 }} from "{assets}/data.js";
import {{ Dictionary, Records }} from "{assets}/words.js";
import {{ gunzipSync }} from "node:zlib"; import {{ readFileSync }} from "node:fs";
const block = (name) => gunzipSync(bytesOf85(readFileSync(name, "utf8")));
const words = new Dictionary(block("words").toString("utf8"));
const records = new Records(words, words.numbers(block("t1")));
process.stdout.write(Array.from({{ length: 952 }}, (_, k) => records.at(k)).join("\\n"));""",
        encoding="utf-8",
    )
    for name in ("words", "t1"):
        (tmp_path / name).write_text(packed[name], encoding="utf-8")
    done = subprocess.run(
        ["node", "read.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split("\n") == data.table["summary"].tolist()[2048:]
