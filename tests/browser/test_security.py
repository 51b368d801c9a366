"""Hostile strings everywhere: nothing runs, nothing leaves the page, all is shown as text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from timeline.chart import write_html

pytestmark = pytest.mark.browser

SHARED = Path(__file__).parents[3] / "shared" / "tools" / "hostile_strings.json"
# The kinds of attack, in our own words, for a machine that has not the shared list.
OWN = {
    "own script": "</script><script>window.__pwn=1</script>",
    "own handler": '<img src=x onerror="window.__pwn=1">',
    "own css": '<span style="background:url(http://127.0.0.1:8799/x.png)">x</span>',
    "own template": "%{x} %{customdata[0]} {{7*7}} ${7*7} {n}",
    "own entity": "&lt;b&gt; &amp;amp;",
    "own bidi": "abc\u202egnp.exe\u202c",
    "own control": "a\x00b\x1bc\x1d\x1e\x1f",
    "own link": '<a href="javascript:window.__pwn=1">x</a>',
}
TEXTS = (
    "actor",
    "actor_role",
    "recipient",
    "object",
    "place",
    "country",
    "count_unit",
    "trigger",
    "lemma",
    "summary",
    "content",
    "quote",
    "document",
    "source",
    "language",
    "text",
    "context",
    "published",
    "time_text",
    "edtf",
    "event_type",
    "speech_act",
    "zone",
    "event_id",
    "factuality",
    "precision",
)


def hostile() -> dict[str, str]:
    if not SHARED.is_file():
        return OWN
    strings = json.loads(SHARED.read_text(encoding="utf-8"))["strings"]
    return OWN | {name: v if isinstance(v, str) else v["repeat"] * v["times"] for name, v in strings.items()}


def poisoned(made_up: ModuleType) -> pd.DataFrame:
    strings = list(hostile().values())
    df = made_up.table(len(strings))
    for name in TEXTS:
        df[name] = [f"{s} {k}" if name == "event_id" else s for k, s in enumerate(strings)]
    df["attribution"] = [[s] for s in strings]
    df["start_char"], df["end_char"] = 0, [len(s) for s in strings]
    df["trigger_start"], df["trigger_end"] = 0, 5
    df["superseded_by"] = None
    df["cluster"] = None
    return df


@pytest.fixture(scope="module")
def poison(tmp_path_factory: pytest.TempPathFactory, made_up: ModuleType) -> Path:
    path = tmp_path_factory.mktemp("poison") / "poison.html"
    write_html(
        poisoned(made_up), path, title=OWN["own script"] + OWN["own css"] + OWN["own bidi"], language="en"
    )
    return path


def untouched(page: Any) -> bool:
    return bool(page.evaluate("() => window.__pwn === undefined"))


def test_nothing_runs_and_nothing_leaves(visit: Callable[..., Any], poison: Path) -> None:
    page = visit(poison)
    assert untouched(page)
    if page.is_visible("#show-all"):
        page.click("#show-all")
    for lanes in ("place", "source", "type", "language", "actor"):
        page.select_option("#lanes", lanes)
        page.wait_for_timeout(120)
    page.click("#filters summary")
    page.wait_for_timeout(150)
    page.keyboard.press("Escape")
    assert untouched(page)
    for attack in ("img[src=x]", "iframe", "base", "link", "a[href^=javascript]", "meta[http-equiv=refresh]"):
        assert page.query_selector(attack) is None


def test_every_event_shows_its_strings_as_text(visit: Callable[..., Any], poison: Path) -> None:
    page = visit(poison)
    shown, seen = "", 0
    while True:
        rows = page.locator("#rows .row-title")
        shown += page.inner_text("#rows")
        for k in range(rows.count()):
            page.evaluate("k => document.querySelectorAll('#rows .row-title')[k].click()", k)
            page.wait_for_selector("#panel-title", state="attached")
        seen += rows.count()
        if page.is_disabled(".pager button:last-child"):
            break
        page.click(".pager button:last-child")
        page.wait_for_timeout(200)
    assert seen == len(hostile())
    assert untouched(page)
    for name in ("own script", "own handler", "own css", "own template", "own entity", "own link"):
        assert " ".join(OWN[name].split()) in shown
    assert "⟨202E⟩gnp.exe" in shown and "⟨0000⟩" in shown
    assert "\u202e" not in page.inner_text("body")


def test_labels_and_pictures_hold_text_only(visit: Callable[..., Any], poison: Path) -> None:
    page = visit(poison)
    tags = "() => [...document.querySelectorAll('#plot .textpoint text *')].map(n => n.tagName)"
    assert set(page.evaluate(tags)) <= {"tspan"}
    with page.expect_download() as saved:
        page.click("#downloads summary")
        page.click("#save-svg")
    picture = ElementTree.parse(saved.value.path())
    for node in picture.iter():
        assert node.tag.rpartition("}")[2] not in {"script", "image", "a", "foreignObject", "iframe", "use"}
        assert not any(name.startswith("on") or name.endswith("href") for name in node.attrib)
    assert untouched(page)


def test_downloaded_table_holds_no_formula(visit: Callable[..., Any], poison: Path) -> None:
    page = visit(poison)
    with page.expect_download() as saved:
        page.click("#downloads summary")
        page.click("#save-csv")
    frame = pd.read_csv(saved.value.path(), dtype=str, keep_default_na=False)
    for name in ("summary", "actor", "source"):
        assert not frame[name].str.match(r"[=+\-@\t\r]").any()


def test_policy_stops_a_script_that_gets_in(browser: Any, poison: Path) -> None:
    page = browser.new_page()
    page.goto(poison.as_uri())
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.__pwn = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.__pwn=1'>");
    }""")
    page.wait_for_timeout(200)
    assert untouched(page)
    assert (
        page.evaluate("() => fetch('http://127.0.0.1:8799/x').then(() => 'went', () => 'stopped')")
        == "stopped"
    )
    page.close()


def test_no_share_button(visit: Callable[..., Any], poison: Path) -> None:
    page = visit(poison)
    assert page.query_selector(".modebar") is None
    assert page.evaluate("() => document.getElementById('plot')._context.showSendToCloud") is False


def test_address_is_no_way_in(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    fragment = "#q=%3Cimg%20src=x%20onerror=alert(1)%3E&t=NaN~x&n=-4&lanes=__proto__"
    fragment += "&actor=constructor&e=%00&no=x&nof=99"
    page = visit(pages["40"], fragment=fragment)
    assert page.input_value("#search").startswith("<img")
    assert page.inner_text("#count-text") == "No event matches."
