from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from types import ModuleType

import pandas as pd
import plotly.offline
import pytest

from timeline.chart import page, wordings, write_html
from timeline.chart._assets import asset, script
from timeline.chart._assets import plotly as plotly_js
from timeline.chart._columns import columns
from timeline.chart._packing import _DIGITS
from timeline.chart._payload import _paragraphs
from timeline.chart._wording import wording


def unpack(text: str) -> bytes:
    usual = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
    return gzip.decompress(base64.b85decode(text.encode().translate(bytes.maketrans(_DIGITS, usual))))


def block(text: str, name: str) -> bytes:
    found = re.search(rf'id="block-{name}"[^>]*>([^<]*)</script>', text)
    assert found is not None
    return unpack(found[1])


def without_blocks(text: str) -> str:
    return re.sub(r'(<script type="application/octet-stream"[^>]*>)[^<]*', r"\1", text)


def test_same_table_gives_same_bytes(made_up: ModuleType) -> None:
    assert page(made_up.table(40)) == page(made_up.table(40))


def test_page_asks_nothing_of_a_network(made_up: ModuleType) -> None:
    text = without_blocks(page(made_up.table(40)))
    assert not re.findall(r"(?:src|href)\s*=\s*[\"']?(?:https?:)?//", text)
    assert "cdn" not in text.lower()


def test_policy_names_every_script_by_its_hash(made_up: ModuleType) -> None:
    text = page(made_up.table(5))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None and policy[1].startswith("default-src 'none';")
    for source in (plotly_js(), script()):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    assert "unsafe-inline" not in policy[1].split("script-src")[1].split(";")[0]


def test_no_button_uploads_the_data() -> None:
    assert "showSendToCloud: false" in script()
    assert "displayModeBar: false" in script()


def test_plotly_js_is_the_one_of_the_package() -> None:
    version = re.search(r"plotly\.js \(cartesian - minified\) v([\d.]+)", plotly_js()[:300])
    assert version is not None and version[1] == plotly.offline.get_plotlyjs_version()
    assert "MIT" in asset("plotly-cartesian.LICENSE.txt")


def test_page_holds_plotly_js_packed(made_up: ModuleType) -> None:
    text = page(made_up.table(3))
    assert block(text, "plotly").decode() == plotly_js()
    assert 'data-license="plotly.js' in text and "MIT" in text


def test_forty_events_stay_small(made_up: ModuleType) -> None:
    assert len(page(made_up.table(40)).encode()) <= 1_000_000


def test_every_event_is_in_the_page_with_its_sentence(made_up: ModuleType) -> None:
    df = made_up.table(300)
    text = page(df)
    summaries = block(text, "t0").decode().split("\x1e")
    ids = json.loads(block(text, "d0"))["event_id"]
    paragraphs, places = _paragraphs(columns(df).table)
    assert block(text, "x0").decode().split("\x1e") == paragraphs
    rows = df.set_index("event_id")
    assert len(summaries) == len(ids) == len(places) == 300
    for key, summary, (number, at, size) in zip(ids, summaries, places, strict=True):
        assert summary == rows.loc[key, "summary"]
        assert paragraphs[number] == rows.loc[key, "context"]
        assert paragraphs[number][at : at + size] == rows.loc[key, "text"]


def test_ids_that_the_page_can_make_are_left_out(made_up: ModuleType) -> None:
    df = made_up.table(300)
    parts = (df[name].astype(str) for name in ("document", "trigger_start", "trigger_end", "trigger"))
    made = [hashlib.sha256("\0".join(row).encode()).hexdigest()[:16] for row in zip(*parts, strict=True)]
    unique = ~pd.Series(made).duplicated().to_numpy()
    df = df.assign(event_id=made, cluster=made)[unique]
    given = json.loads(block(page(df), "d0"))
    assert "event_id" not in given and set(given["cluster"]) == {0}
    other = df.assign(event_id=[f"{key}-" for key in df["event_id"]])
    assert json.loads(block(page(other), "d0"))["event_id"] == columns(other).table["event_id"].tolist()


def test_hostile_title_is_text(made_up: ModuleType) -> None:
    text = page(made_up.table(3), title='</title><script>window.x=1</script>"\u202e')
    assert "<script>window" not in text
    assert "&lt;/title&gt;&lt;script&gt;" in text and "⟨202E⟩" in text


def test_hostile_cells_stay_in_their_blocks(made_up: ModuleType) -> None:
    df = made_up.table(4)
    df["summary"] = "</script><script>window.x=1</script>"
    df["source"] = "<!--<script>"
    text = without_blocks(page(df)).replace(script(), "")
    assert "window.x=1" not in text and text.count("<!--") == 0


@pytest.mark.parametrize("language", wordings())
def test_every_wording_has_every_word(language: str) -> None:
    english, words = wording("en"), wording(language)
    assert words.keys() == english.keys()
    for name, value in english.items():
        if isinstance(value, str):
            assert set(re.findall(r"{\w+}", words[name])) == set(re.findall(r"{\w+}", value)), name
        elif isinstance(value, dict):
            assert words[name].keys() == value.keys()


def test_language_of_the_page_follows_the_events(made_up: ModuleType) -> None:
    df = made_up.table(10).assign(language="it")
    assert '<html lang="it">' in page(df)
    assert '<html lang="en">' in page(df, language="en")


def test_empty_and_bare_tables(made_up: ModuleType, tmp_path) -> None:
    write_html(made_up.table(3).iloc[:0], tmp_path / "empty.html")
    bare = made_up.table(3)[["event_id", "kind", "start", "end"]]
    write_html(bare, tmp_path / "bare.html")
    assert (tmp_path / "bare.html").stat().st_size > 500_000
    with pytest.raises(ValueError, match="kind"):
        page(pd.DataFrame({"event_id": ["a"]}))
    with pytest.raises(ValueError, match="lanes"):
        page(bare, lanes="colour")
