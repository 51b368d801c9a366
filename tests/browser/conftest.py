"""A real headless chromium, and pages to open in it."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from timeline.chart import write_html

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def made_up() -> ModuleType:
    spec = importlib.util.spec_from_file_location("made_up", HERE.parent / "chart" / "made_up.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no chromium on this machine")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@dataclass
class Seen:
    """What a page did that no page of ours may do."""

    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a file in a fresh page; whatever it logs or asks for is an error at the end of the test."""
    seen, contexts = Seen(), []

    def go(path: Path, *, width: int = 1400, height: int = 1000, fragment: str = "", **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: seen.problems.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda e: seen.problems.append(f"error: {e}"))
        page.on("request", lambda r: seen.requests.append(r.url) if not r.url.startswith("file:") else None)
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]", state="attached", timeout=30_000)
        return page

    yield go
    for context in contexts:
        context.close()
    assert seen.problems == []
    assert [url for url in seen.requests if not url.startswith("blob:")] == []


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, made_up: ModuleType) -> dict[str, Path]:
    """Pages of made-up events: forty, three hundred, and the seeds where their table can be built."""
    folder = tmp_path_factory.mktemp("pages")
    paths = {}
    for size in (40, 300):
        paths[str(size)] = folder / f"{size}.html"
        write_html(made_up.table(size), paths[str(size)], title=f"{size} made-up events", language="en")
    return paths


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the example."""
    import timeline

    folder = HERE.parents[1] / "seeds"
    if not any(folder.iterdir()):
        pytest.skip("no seeds in this tree")
    path = tmp_path_factory.mktemp("seeds") / "seeds.html"
    write_html(timeline.extract(timeline.read(folder)), path)
    return path


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core: `npm install --prefix tests/browser`, or the path in $AXE_CORE."""
    places = [os.environ.get("AXE_CORE", ""), str(HERE / "node_modules" / "axe-core" / "axe.min.js")]
    for place in places:
        if place and Path(place).is_file():
            return Path(place).read_text(encoding="utf-8")
    pytest.skip("axe-core is not installed (npm install --prefix tests/browser)")
