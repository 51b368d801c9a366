"""Labels: none meets another or a mark, whatever the zoom and the width; nearly all events have one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

BOXES = """() => {
  const box = (node) => {
    const b = node.getBoundingClientRect();
    return [b.left, b.top, b.right, b.bottom];
  };
  const stage = box(document.getElementById("stage"));
  const inside = ([l, t, r, b]) => r > stage[0] && l < stage[2];
  // A number in the middle of a mark is part of the mark.
  const label = (node) => getComputedStyle(node).textAnchor !== "middle";
  const boxes = (selector, held = () => true) =>
    [...document.querySelectorAll(selector)].filter(held).map(box).filter(inside);
  return {labels: boxes("#plot .textpoint text", label), marks: boxes("#plot .points path.point"), stage};
}"""
ZOOMS = (1.0, 1.6, 2.0, 2.5, 4.0)  # one after the other, up to 32 times


def meet(a: list[float], b: list[float], slack: float = 1.0) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > slack and min(a[3], b[3]) - max(a[1], b[1]) > slack


def zoom(page: Any, factor: float) -> None:
    if factor == 1.0:
        return
    page.evaluate("document.documentElement.dataset.settled = '0'")
    page.evaluate(
        """factor => {
      const stage = document.getElementById("stage"), box = stage.getBoundingClientRect();
      const at = {clientX: box.left + box.width * 0.55, clientY: box.top + 20, ctrlKey: true, bubbles: true};
      const turn = {...at, cancelable: true, deltaY: -Math.log(factor) / 0.004};
      stage.dispatchEvent(new WheelEvent("wheel", turn));
    }""",
        factor,
    )
    page.wait_for_selector("html[data-settled='1']", state="attached")


def check(page: Any) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(BOXES)
    labels, marks = found["labels"], found["marks"]
    overlaps = [(a, b) for k, a in enumerate(labels) for b in labels[k + 1 :] if meet(a, b)]
    covered = [(a, b) for a in labels for b in marks if meet(a, b)]
    assert overlaps == []
    assert covered == []
    left, _, right, _ = found["stage"]
    assert all(a[0] >= left - 2 and a[2] <= right + 2 for a in labels)
    return found


@pytest.mark.parametrize("width", [1400, 800, 390])
def test_made_up_events(visit: Callable[..., Any], pages: dict[str, Path], width: int) -> None:
    page = visit(pages["300"], width=width)
    for factor in ZOOMS:
        zoom(page, factor)
        check(page)


@pytest.mark.parametrize("width", [1400, 800, 390])
def test_seeds(visit: Callable[..., Any], seeds: Path, width: int) -> None:
    page = visit(seeds, width=width)
    for factor in ZOOMS:
        zoom(page, factor)
        check(page)


@pytest.mark.parametrize("width", [1400, 390])
def test_everything_at_once(visit: Callable[..., Any], pages: dict[str, Path], width: int) -> None:
    page = visit(pages["300"], width=width)
    page.click("#show-all")
    page.wait_for_timeout(300)
    found = check(page)
    assert len(found["marks"]) > 200


def test_nearly_all_events_of_the_seeds_are_labelled(visit: Callable[..., Any], seeds: Path) -> None:
    found = check(visit(seeds, width=1400))
    assert len(found["labels"]) >= 0.8 * len(found["marks"])


def test_zooming_in_shows_more_and_moves_no_mark(visit: Callable[..., Any], pages: dict[str, Path]) -> None:
    page = visit(pages["300"], width=1400)
    rows = """() => [...document.querySelectorAll("#plot .points path.point")].map(
      (node) => { const b = node.getBoundingClientRect(); return Math.round((b.top + b.bottom) / 2); })"""
    height = "() => document.getElementById('plot').offsetHeight"
    before, tall = set(page.evaluate(rows)), page.evaluate(height)
    first = int(page.inner_text("#count-text").split()[0])
    zoom(page, 1.6)
    assert page.evaluate(height) == tall
    assert set(page.evaluate(rows)) <= before
    assert "stretch" in page.inner_text("#count-text")
    assert int(page.inner_text("#count-text").split()[0]) > first
