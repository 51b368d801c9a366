"""The page's modules, tested with node where node is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import timeline.chart
from timeline.chart._assets import MODULES, script

ASSETS = Path(timeline.chart.__file__).parent / "assets"
TESTS = sorted((Path(__file__).parent / "js").glob("*.test.mjs"))
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="no node on this machine")


@needs_node
@pytest.mark.parametrize("path", TESTS, ids=lambda p: p.name)
def test_with_node(path: Path) -> None:
    done = subprocess.run(["node", "--test", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@needs_node
def test_the_modules_are_one_script(tmp_path: Path) -> None:
    whole = tmp_path / "whole.mjs"
    whole.write_text(script(), encoding="utf-8")
    done = subprocess.run(["node", "--check", str(whole)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_module_is_in_the_page_after_what_it_needs() -> None:
    assert {path.stem for path in ASSETS.glob("*.js")} - {"plotly-cartesian.min"} == set(MODULES)
    for place, name in enumerate(MODULES):
        source = (ASSETS / f"{name}.js").read_text(encoding="utf-8")
        needed = re.findall(r'^import .* from "\./([\w-]+)\.js";$', source, re.MULTILINE)
        assert set(needed) <= set(MODULES[:place]), name
    assert not re.search(r"^(?:import|export)\b", script(), re.MULTILINE)


@pytest.mark.parametrize("name", MODULES)
def test_texts_are_never_markup(name: str) -> None:
    source = (ASSETS / f"{name}.js").read_text(encoding="utf-8")
    for door in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "srcdoc",
    ):
        assert door not in source


@pytest.mark.parametrize("name", MODULES)
def test_what_is_imported_is_used(name: str) -> None:
    source = (ASSETS / f"{name}.js").read_text(encoding="utf-8")
    body = re.sub(r"^import .*$", "", source, flags=re.MULTILINE)
    for names in re.findall(r"^import \{ ([^}]*) \} from", source, re.MULTILINE):
        for imported in names.split(", "):
            assert re.search(rf"\b{re.escape(imported)}\b", body), imported
