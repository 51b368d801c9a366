"""The notebook is paired with its script and carries no output; nbmake runs it (`testpaths`)."""

from __future__ import annotations

import json
from pathlib import Path

import jupytext

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def test_every_notebook_is_paired_and_stripped() -> None:
    notebooks = sorted(NOTEBOOKS.glob("*.ipynb"))
    assert notebooks
    for path in notebooks:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
        script = jupytext.read(path.with_suffix(".py"))
        assert [cell.source for cell in script.cells] == ["".join(cell["source"]) for cell in cells]
