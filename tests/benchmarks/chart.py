"""Size, time and memory of the page, beside what else draws timelines, on the same events in one run.

    python tests/benchmarks/chart.py [--sizes 40 100000 1000000] [--peers 10000]

Needs a chromium and playwright. Sentences are stretches of 120 characters of the real texts in ../shared
where that exists, all different (at a million they overlap, far apart in the page), else made up.
vis-timeline is measured where $VIS_TIMELINE names its standalone script (`npm pack vis-timeline`,
`standalone/umd/vis-timeline-graph2d.min.js`). Wall times on a busy machine say little: the CPU seconds of the
page's own process stand beside them.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

ROOT = Path(__file__).parents[2]
TREEBANKS = ROOT.parent / "shared" / "treebanks"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--enable-precise-memory-info",
]
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 120  # seconds for a peer's first render


def table(n: int) -> tuple[pd.DataFrame, str]:
    """Make `n` events with sentences of 120 characters, ids and documents as the product gives them."""
    spec = importlib.util.spec_from_file_location("made_up", ROOT / "tests" / "chart" / "made_up.py")
    assert spec is not None and spec.loader is not None
    made_up = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made_up)
    df = made_up.table(n, days=max(18, n // 1400), long_text=True)
    real = sentences(n)
    text = real or df["text"].tolist()
    first = np.arange(n) % 12 * 121
    words = [line.split()[0] if line.split() else line for line in text]
    start = first + [line.find(word) for line, word in zip(text, words, strict=True)]
    days = df["start"].ffill().bfill()
    df = df.assign(
        text=text,
        context=text,
        document=[f"{day:%Y-%m-%d}-{k // 12:06d}.en.txt" for k, day in enumerate(days)],
        importance=df["importance"].round(3),
        start_char=first,
        end_char=first + [len(line) for line in text],
        trigger=words,
        trigger_start=start,
        trigger_end=start + [len(word) for word in words],
    )
    told = f"{len(set(text)):,} different sentences" if real else "made-up sentences"
    return identified(df), told


def identified(df: pd.DataFrame) -> pd.DataFrame:
    """Give the events ids as the product makes them, and clusters named by one of their events."""
    names = ("document", "trigger_start", "trigger_end", "trigger")
    rows = zip(*(df[name].astype(str) for name in names), strict=True)
    made = pd.Series([hashlib.sha256("\0".join(row).encode()).hexdigest()[:16] for row in rows])
    own = dict(zip(df["event_id"], made, strict=True))
    cluster = made.groupby(df["cluster"].fillna(made)).transform("first")
    return df.assign(event_id=made, superseded_by=df["superseded_by"].map(own), cluster=cluster)


def sentences(n: int) -> list[str]:
    """Give `n` different stretches of 120 characters of real text; those that overlap lie far apart."""
    whole = " ".join(lines())
    if len(whole) < 1_000_000:
        return []
    step = max(1, min(120, (len(whole) - 120) // n))
    places = np.arange(n) * step
    if step < 120:
        np.random.default_rng(1).shuffle(places)
    return [whole[at : at + 120] for at in places]


def lines() -> Iterator[str]:
    """Give the sentences of the treebanks and the articles that are there."""
    for path in sorted((ROOT.parent / "shared" / "text").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as articles:
            yield from (" ".join((json.loads(line).get("text") or "").split()) for line in articles)
    for path in sorted(TREEBANKS.rglob("*.conllu")):
        with path.open(encoding="utf-8") as treebank:
            yield from (line[9:].strip() for line in treebank if line.startswith("# text = "))


class Page:
    """A page in a fresh chromium, with the CPU time of the process that draws it."""

    def __init__(self, chromium: Any, path: Path) -> None:
        self.page = chromium.new_page(viewport={"width": 1400, "height": 1000})
        self.path = path

    def open(self, ready: str, timeout: float = 120) -> dict[str, float]:
        before, began = cpu(), time.perf_counter()
        self.page.goto(self.path.as_uri(), timeout=timeout * 1000)
        self.page.wait_for_selector(ready, state="attached", timeout=timeout * 1000)
        return {"wall": time.perf_counter() - began, "cpu": cpu() - before}

    def timed(self, script: str, *values: object) -> dict[str, float]:
        before = cpu()
        wall = self.page.evaluate(f"async (given) => {{ {script} }}", *values)
        return {"wall": wall / 1000, "cpu": cpu() - before}

    def heap(self) -> float:
        return float(self.page.evaluate("performance.memory.usedJSHeapSize")) / 1e6


def cpu() -> float:
    """CPU seconds of all chromium renderers started by this script."""
    total = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            words = (entry / "cmdline").read_bytes()
            if b"--type=renderer" not in words or not own(int(entry.name)):
                continue
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return total / TICKS


def own(pid: int) -> bool:
    """Whether this script is among the ancestors of a process."""
    while pid > 1:
        if pid == os.getpid():
            return True
        pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return False


WAIT = "const until = async (done) => { while (!done()) await new Promise((go) => setTimeout(go, 2)); };"
ZOOM = f"""{WAIT} const root = document.documentElement; root.dataset.settled = "0";
  const began = performance.now(); document.getElementById("zoom-in").click();
  await until(() => root.dataset.settled !== "0"); return performance.now() - began;"""
TEXT = f"""{WAIT} const old = document.getElementById("panel-title"); const began = performance.now();
  const press = new KeyboardEvent("keydown", {{key: "ArrowRight", bubbles: true}});
  document.getElementById("stage").dispatchEvent(press);
  await until(() => ![null, old].includes(document.getElementById("panel-title")));
  return performance.now() - began;"""
SEARCH = f"""{WAIT} const field = document.getElementById("search");
  const count = document.getElementById("count-text");
  field.value = given; count.textContent = ""; const began = performance.now();
  field.dispatchEvent(new Event("input", {{bubbles: true}}));
  await until(() => count.textContent && !count.textContent.includes("…"));
  return performance.now() - began;"""


def ours(chromium: Any, df: pd.DataFrame, folder: Path) -> None:
    from timeline.chart import write_html

    path, began = folder / "ours.html", time.process_time()
    write_html(df, path, language="en")
    written = time.process_time() - began
    page = Page(chromium, path)
    first = page.open("html[data-ready]")
    zooms = [page.timed(ZOOM) for _ in range(5)]
    texts = []
    for _ in range(5):
        texts.append(page.timed(TEXT))
        page.page.wait_for_timeout(400)
    searches = [page.timed(SEARCH, word) for word in ("warehouse", "città", "qqqq")]
    print(f"  page {path.stat().st_size / 1e6:8.2f} MB, written in {written:.1f} CPU s")
    report("first render", [first])
    report("zoom with redraw (0.12 s of waiting in it)", zooms)
    report("text of the next event", texts)
    report("search over all (0.18 s of waiting in it)", searches)
    print(f"  heap {page.heap():8.0f} MB")
    page.page.close()


def report(name: str, timings: list[dict[str, float]]) -> None:
    walls, cpus = (sorted(t[key] for t in timings) for key in ("wall", "cpu"))
    middle = len(timings) // 2
    print(f"  {name:44} wall {walls[middle]:7.3f} s (worst {walls[-1]:.3f}), CPU {cpus[middle]:6.2f} s")


def px_timeline(df: pd.DataFrame, path: Path) -> str:
    import plotly.express as px

    shown = df.dropna(subset=["start", "end"])
    figure = px.timeline(shown, x_start="start", x_end="end", y="actor", hover_name="summary", color="kind")
    figure.write_html(path)
    return ".js-plotly-plot .barlayer .point"


def scattergl(df: pd.DataFrame, path: Path) -> str:
    import plotly.graph_objects as go

    shown = df.dropna(subset=["start"])
    traces = [
        go.Scattergl(x=part["start"], y=part["actor"], mode="markers", text=part["text"], name=kind)
        for kind, part in shown.groupby("kind")
    ]
    go.Figure(traces).write_html(path)
    return ".js-plotly-plot .gl-container canvas, .js-plotly-plot .main-svg .xtick"


def vis_timeline(df: pd.DataFrame, path: Path) -> str:
    library = Path(os.environ.get("VIS_TIMELINE", ""))
    if not library.is_file():
        raise FileNotFoundError("$VIS_TIMELINE names no file")
    shown = df.dropna(subset=["start"])
    rows = pd.DataFrame(
        {
            "id": range(len(shown)),
            "content": shown["summary"].str.replace("<", "&lt;"),
            "start": shown["start"],
        }
    )
    items = rows.to_json(orient="records", date_format="iso").replace("</", "<\\/")
    path.write_text(
        f"<!doctype html><meta charset=utf-8><div id=v></div><script>{library.read_text('utf-8')}</script>"
        f"<script>new vis.Timeline(document.getElementById('v'), new vis.DataSet({items}), {{}});</script>",
        encoding="utf-8",
    )
    return ".vis-item"


PEERS: dict[str, Callable[[pd.DataFrame, Path], str]] = {
    "px.timeline": px_timeline,
    "go.Scattergl": scattergl,
    "vis-timeline": vis_timeline,
}


def peers(launch: Callable[[], Any], df: pd.DataFrame, folder: Path) -> None:
    """Measure what else draws timelines, each in a browser of its own."""
    for name, write in PEERS.items():
        path, chromium = folder / "peer.html", launch()
        try:
            began = time.process_time()
            ready = write(df, path)
            written = time.process_time() - began
            page = Page(chromium, path)
            first = page.open(ready, timeout=PATIENCE)
            size = path.stat().st_size / 1e6
            print(f"  {name:14} {size:7.2f} MB, written in {written:5.1f} CPU s, ", end="")
            print(f"first render {first['wall']:6.2f} s (CPU {first['cpu']:.2f}), ", end="")
            print(f"heap {page.heap():.0f} MB", flush=True)
        except Exception as error:
            print(f"  {name:14} not drawn: {str(error).splitlines()[0][:90]}", flush=True)
        chromium.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="*", default=[40, 100_000, 1_000_000])
    parser.add_argument("--peers", type=int, nargs="*", default=[40, 10_000])
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    path = next(
        (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
    )
    if path is None:
        sys.exit("no chromium on this machine")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        for size in sorted({*given.sizes, *given.peers}):
            df, origin = table(size)
            load = os.getloadavg()[0]
            print(f"{size:,} events ({origin}); load of the machine {load:.1f} on {os.cpu_count()} cores")
            launch = partial(playwright.chromium.launch, executable_path=path, args=ARGUMENTS)
            chromium = launch()
            ours(chromium, df, Path(name))
            chromium.close()
            if size in given.peers:
                peers(launch, df, Path(name))
    print(f"peak memory of this script {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB")


if __name__ == "__main__":
    main()
