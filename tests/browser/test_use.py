"""Using the page: choosing, searching, filtering, zooming, sharing, taking away; by mouse, keys and touch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

from timeline.chart import write_html

pytestmark = pytest.mark.browser
MARKS = "() => document.querySelectorAll('#plot .points path.point').length"


def test_click_shows_the_sentence_in_its_context(
    visit: Callable[..., Any], pages: dict[str, Path], made_up: ModuleType
) -> None:
    page = visit(pages["40"])
    mark = page.locator("#plot .points path.point").first.bounding_box()
    page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    page.wait_for_selector("#panel mark")
    sentence = page.inner_text("#panel mark")
    row = made_up.table(40).set_index("text", drop=False).loc[[sentence]].iloc[0]
    assert page.inner_text("#panel blockquote") == row["context"]
    assert page.inner_text("#panel-title") == row["summary"]
    assert page.inner_text("#panel mark strong") == row["trigger"]


def test_offsets_count_whole_characters(
    visit: Callable[..., Any], made_up: ModuleType, tmp_path: Path
) -> None:
    df = made_up.table(1)
    before, text = "\U0001f525\U0001f525 Fire. ", "\U0001f6a2 ships burn."
    df["context"], df["text"], df["trigger"], df["start_char"] = before + text + " End.", text, "burn", 10
    df["end_char"], df["trigger_start"], df["trigger_end"] = 10 + len(text), 18, 22
    df["time_start"] = df["time_end"] = None
    write_html(df, tmp_path / "astral.html")
    page = visit(tmp_path / "astral.html")
    page.fill("#search", "ships burn")
    page.wait_for_timeout(400)
    page.evaluate("() => document.querySelector('#rows .row-title').click()")
    page.wait_for_selector("#panel mark")
    assert page.inner_text("#panel mark") == text
    assert page.inner_text("#panel mark strong") == "burn"


def test_click_on_a_label_chooses_too(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["40"])
    box = page.locator("#plot .textpoint text").nth(3).bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2)
    page.wait_for_selector("#panel-title")
    assert page.locator("#plot .textpoint text").nth(3).text_content().rstrip("…") in page.inner_text(
        "#panel-title"
    )


def test_hover_says_what_and_when(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["40"])
    mark = page.locator("#plot .points path.point").nth(5).bounding_box()
    page.mouse.move(mark["x"] + 6, mark["y"] + 6)
    page.wait_for_selector("#tip:not([hidden])")
    assert "2031" in page.inner_text("#tip")


def test_keys(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["300"])
    page.focus("#stage")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#panel-title")
    first = page.inner_text("#panel .facts") + page.inner_text("#panel-title")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(250)
    second = page.inner_text("#panel .facts") + page.inner_text("#panel-title")
    assert first != second
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(250)
    assert page.inner_text("#panel .facts") + page.inner_text("#panel-title") == first
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel-title", state="detached")
    page.keyboard.press("+")
    page.wait_for_selector("html[data-settled]", state="attached")
    assert "t=" in page.evaluate("location.hash")
    page.keyboard.press("0")
    page.wait_for_timeout(300)
    assert "t=" not in page.evaluate("location.hash")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_everything_can_be_reached_by_tab(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["40"])
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("() => document.activeElement.id || document.activeElement.className?.baseVal")
        )
    wanted = "search show-statement show-action lanes how-many zoom-in zoom-out whole stage handle"
    assert set(wanted.split()) <= reached


@pytest.fixture(scope="module")
def accents(tmp_path_factory: pytest.TempPathFactory, made_up: ModuleType) -> Path:
    df = made_up.table(40)
    df.loc[3, ["text", "context", "summary"]] = (
        "Perché la città è in rivolta.",
        "Perché la città è in rivolta.",
        "Città",
    )
    df.loc[4, "actor"] = "Jürgen Čapek"
    path = tmp_path_factory.mktemp("accents") / "accents.html"
    write_html(df, path, language="it")
    return path


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("perche CITTA", 1),
        ("citta", 1),
        ("jurgen capek", 1),
        ('"la città"', 1),
        ("rivolta strike", 0),
        ("zzz", 0),
    ],
)
def test_search_folds_case_and_accents(
    visit: Callable[..., Any], accents: Path, query: str, count: int
) -> None:
    page = visit(accents)
    page.fill("#search", query)
    page.wait_for_timeout(500)
    assert page.inner_text("#count-text") == ("1 evento" if count else "Nessun evento corrisponde.")


def test_filters_count_and_narrow(
    visit: Callable[..., Any], pages: dict[str, Path], made_up: ModuleType
) -> None:
    df = made_up.table(300)
    page = visit(pages["300"])
    page.click("#filters summary")
    label = page.locator("#filter-lists label", has_text="Courts")
    given = int(label.locator("small").inner_text())
    assert 0 < given <= (df["actor"] == "Courts").sum()
    label.locator("input").check()
    page.wait_for_timeout(300)
    assert page.inner_text("#count-text") == (f"{given} events" if given > 1 else "1 event")
    assert "actor=Courts" in page.evaluate("location.hash")
    page.click("#clear")
    page.wait_for_timeout(300)
    assert "of" in page.inner_text("#count-text")


def test_kinds_can_be_hidden(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["40"])
    before = page.evaluate(MARKS)
    page.click("#show-action")
    page.wait_for_timeout(300)
    assert 0 < page.evaluate(MARKS) < before
    assert page.get_attribute("#show-action", "aria-pressed") == "false"


def test_address_restores_the_view(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["300"])
    page.select_option("#lanes", "place")
    page.fill("#search", "harbour")
    page.wait_for_timeout(500)
    page.focus("#stage")
    page.keyboard.press("+")
    page.wait_for_timeout(300)
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    fragment, title = page.evaluate("location.hash"), page.inner_text("#panel-title")
    count = page.inner_text("#count-text")
    again = visit(pages["300"], fragment=fragment)
    again.wait_for_selector("#panel-title")
    assert again.inner_text("#panel-title") == title
    assert again.input_value("#search") == "harbour" and again.input_value("#lanes") == "place"
    assert again.evaluate("location.hash") == fragment
    assert again.inner_text("#count-text").split(" of ")[1] == count.split(" of ")[1]


def test_strip_picks_a_stretch(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["300"], height=2000)
    box = page.locator("#strip").bounding_box()
    y = box["y"] + 20
    page.mouse.move(box["x"] + box["width"] * 0.3, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, y, steps=4)
    page.mouse.up()
    page.wait_for_selector("html[data-settled]", state="attached")
    first, last = (
        float(v) for v in page.evaluate("new URLSearchParams(location.hash.slice(1)).get('t')").split("~")
    )
    assert (last - first) / 86_400 == pytest.approx(1.9, abs=0.5)


def test_dragging_pans(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["300"])
    page.click("#zoom-in")
    page.wait_for_timeout(250)
    before = page.inner_text("#axis")
    box = page.locator("#stage").bounding_box()
    page.mouse.move(box["x"] + 600, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 200, steps=5)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert page.inner_text("#axis") != before
    assert page.query_selector("#panel-title") is None


def test_table_sorts(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["40"])
    page.click("th.who button")
    page.wait_for_timeout(200)
    names = [name for name in page.locator("td.who").all_inner_texts() if name]
    assert names == sorted(names)
    assert page.get_attribute("th.who", "aria-sort") == "ascending"
    page.click("th.who button")
    page.wait_for_timeout(200)
    assert page.get_attribute("th.who", "aria-sort") == "descending"


@pytest.mark.parametrize("size", [40, 3500])
def test_downloaded_table_is_the_table(
    visit: Callable[..., Any], made_up: ModuleType, tmp_path: Path, size: int
) -> None:
    df = made_up.table(size, long_text=size > 40)
    if size > 40:  # ids and texts that the page makes itself
        parts = (df[name].astype(str) for name in ("document", "trigger_start", "trigger_end", "trigger"))
        df["document"] += [str(k) for k in range(size)]
        made = [hashlib.sha256("\0".join(row).encode()).hexdigest()[:16] for row in zip(*parts, strict=True)]
        df = df.assign(event_id=made, cluster=[made[k - k % 2] for k in range(size)], superseded_by=None)
    write_html(df, tmp_path / "page.html", language="en")
    page = visit(tmp_path / "page.html")
    with page.expect_download() as saved:
        page.click("#downloads summary")
        page.click("#save-csv")
    frame = pd.read_csv(saved.value.path(), dtype=str, keep_default_na=False).set_index("event_id")
    assert list(frame.columns) == list(df.columns.drop("event_id"))
    rows = df.set_index("event_id")
    assert frame.index.isin(rows.index).all() and len(frame) == int(page.inner_text("#count-text").split()[0])
    for name in frame.columns:
        for key, text in frame[name].items():
            assert same(rows.loc[key, name], text), (key, name)


def same(value: Any, text: str) -> bool:
    if isinstance(value, list):
        return bool(json.loads(text or "[]") == value)
    if pd.isna(value):
        return text == ""
    if isinstance(value, pd.Timestamp):
        return text == value.isoformat()
    return float(text) == pytest.approx(value, abs=1e-4) if isinstance(value, float) else text == str(value)


@pytest.mark.parametrize("format", ["png", "svg"])
def test_pictures(visit: Callable[..., Any], pages: dict[str, Path], format: str) -> None:
    page = visit(pages["40"])
    with page.expect_download() as saved:
        page.click("#downloads summary")
        page.click(f"#save-{format}")
    data = Path(saved.value.path()).read_bytes()
    assert saved.value.suggested_filename == f"40-made-up-events.{format}"
    assert data.startswith(b"\x89PNG" if format == "png" else b"<svg") and len(data) > 20_000


def test_dark_mode_changes_the_colours(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["40"], color_scheme="dark")
    fills = """() => new Set([...document.querySelectorAll("#plot .points path.point")]
      .map((node) => node.style.stroke)).size"""
    colour = "() => document.querySelector('#plot .points path.point').style.stroke"
    assert page.evaluate(fills) == 2
    dark = page.evaluate(colour)
    page.emulate_media(color_scheme="light")
    page.wait_for_timeout(200)
    assert page.evaluate(colour) != dark


def test_phone(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["300"], width=390, height=844, has_touch=True, is_mobile=True)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.evaluate("() => document.getElementById('stage').scrollIntoView()")
    mark = page.locator("#plot .points path.point").nth(4).bounding_box()
    page.touchscreen.tap(mark["x"] + 6, mark["y"] + 6)
    page.wait_for_selector("#panel-title")
    box = page.locator("#panel").bounding_box()
    assert box["y"] > 200 and box["y"] + box["height"] <= 845


def test_pinch_zooms(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["300"], width=390, height=844, has_touch=True)
    page.evaluate("""() => {
      const stage = document.getElementById("stage"), box = stage.getBoundingClientRect();
      const touch = {pointerType: "touch", clientY: box.top + 50, bubbles: true};
      const send = (type, id, x) => stage.dispatchEvent(
        new PointerEvent(type, {...touch, pointerId: id, clientX: box.left + x, isPrimary: id === 1}));
      stage.setPointerCapture = () => {};
      stage.hasPointerCapture = () => true;
      send("pointerdown", 1, 150); send("pointerdown", 2, 200);
      for (let k = 10; k < 80; k += 10) {
        send("pointermove", 1, 150 - k);
        send("pointermove", 2, 200 + k);
      }
      send("pointerup", 1, 80); send("pointerup", 2, 270);
    }""")
    page.wait_for_selector("html[data-settled]", state="attached")
    first, last = (
        float(v) for v in page.evaluate("new URLSearchParams(location.hash.slice(1)).get('t')").split("~")
    )
    assert (last - first) / 86_400 < 9


def test_marks_tell_how_many_reports_there_are(
    visit: Callable[..., Any], made_up: ModuleType, tmp_path: Path
) -> None:
    df = made_up.table(12).assign(cluster=None)
    df.loc[[2, 4, 5], "cluster"] = "c"
    write_html(df, tmp_path / "told.html", language="en")
    page = visit(tmp_path / "told.html")
    numbers = "() => [...document.querySelectorAll('#plot .textpoint text')].filter("
    numbers += "n => getComputedStyle(n).textAnchor === 'middle').map(n => n.textContent)"
    assert page.evaluate(numbers) == ["3"]


def test_panel_of_a_phone_leaves_the_mark_in_sight(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["40"], width=390, height=844)
    page.focus("#stage")
    for key in ("Home", "End", "Home"):
        page.keyboard.press(key)
        page.wait_for_selector("#panel-title")
        page.wait_for_timeout(300)
        panel = page.locator("#panel").bounding_box()
        ring = page.locator("#plot .points path.point").last.bounding_box()
        assert ring["y"] > 0 and ring["y"] + ring["height"] < panel["y"]


def test_copy_a_citation(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["40"], permissions=["clipboard-read", "clipboard-write"])
    page.focus("#stage")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#panel mark")
    page.click("#panel .quiet")
    page.wait_for_timeout(150)
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert page.inner_text("#panel mark") in text and "2031-03" in text


def test_cluster_shows_every_report(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["300"])
    page.evaluate("() => document.querySelectorAll('#rows .row-title').length")
    page.click("#show-all")
    page.wait_for_timeout(300)
    page.focus("#stage")
    for _ in range(60):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(60)
        if page.query_selector("#panel .other"):
            break
    assert page.locator("#panel blockquote").count() == 3


def test_corrected_figure_leads_to_the_later_one(
    visit: Callable[..., Any], made_up: ModuleType, tmp_path: Path
) -> None:
    df = made_up.table(40)
    df["cluster"] = None
    later = df.loc[9, "event_id"]
    df["superseded_by"] = None
    df.loc[2, "superseded_by"] = later
    write_html(df, tmp_path / "chain.html", language="en")
    page = visit(tmp_path / "chain.html", fragment=f"#e={df.loc[2, 'event_id'].replace('#', '%23')}")
    page.wait_for_selector("#panel .links button")
    assert "Revised by" in page.inner_text("#panel .links")
    page.click("#panel .links button")
    page.wait_for_timeout(250)
    assert "Earlier version" in page.inner_text("#panel .links")
    assert page.inner_text("#panel-title") == df.loc[9, "summary"]


def test_undated_events_never_stand_in_1970(
    visit: Callable[..., Any], made_up: ModuleType, tmp_path: Path
) -> None:
    write_html(made_up.table(12).assign(start=pd.NaT, end=pd.NaT), tmp_path / "never.html", language="en")
    page = visit(tmp_path / "never.html")
    assert "1970" not in page.inner_text("body") and not page.is_visible("#axis")
    page.locator("#undated button").first.click()
    page.wait_for_selector("#panel mark")
    assert "Undated" in page.inner_text("#panel .facts")


def test_rows_typed_by_hand_stand_beside_the_others(
    visit: Callable[..., Any], made_up: ModuleType, tmp_path: Path
) -> None:
    df = made_up.table(12)
    day = pd.Timestamp("2031-03-05")
    hand = {
        "event_id": "hand-1",
        "kind": "action",
        "start": day,
        "end": day + pd.Timedelta(days=1),
        "summary": "Typed by hand",
    }
    df = pd.concat([df, pd.DataFrame([hand])], ignore_index=True)
    write_html(df, tmp_path / "hand.html", language="en")
    page = visit(tmp_path / "hand.html", fragment="#e=hand-1")
    page.wait_for_selector("#panel-title")
    assert page.inner_text("#panel-title") == "Typed by hand"
    assert page.query_selector("#panel mark") is None


def test_no_axe_faults(visit: Callable[..., Any], pages: dict[str, Path], axe: str) -> None:
    for width, scheme in ((1400, "light"), (1400, "dark"), (390, "light")):
        page = visit(pages["300"], width=width, color_scheme=scheme)
        page.focus("#stage")
        page.keyboard.press("ArrowRight")
        page.click("#filters summary")
        page.wait_for_timeout(300)
        page.evaluate(axe + ";undefined")
        found = page.evaluate("async () => (await axe.run()).violations")
        grave = [(f["id"], f["impact"], [n["html"][:160] for n in f["nodes"]][:3]) for f in found]
        assert grave == [], (width, scheme)
