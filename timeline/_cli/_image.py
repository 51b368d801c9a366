"""A chart as a static image."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from timeline._cli._output import replacing
from timeline._errors import MissingExtraError, TimelineError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def write_image(frame: Any, path: str, *, title: str | None = None) -> None:
    """Write the timeline of an event table as PNG, SVG or PDF, by what `path` ends in.

    Raises
    ------
    MissingExtraError
        Where kaleido is not installed.
    TimelineError
        Where there is no browser for it to draw with.
    """
    try:
        import kaleido  # noqa: F401
    except ImportError:
        raise MissingExtraError("images need kaleido: pip install 'cronaca[image]'") from None
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is not None:
        os.environ.setdefault("BROWSER_PATH", browser)
    from timeline import chart

    figure = chart.plot(frame, title=title)
    with replacing(path) as draft:
        _draw(figure, draft, Path(path).suffix[1:].lower())


def _draw(figure: Any, draft: Path, format: str) -> None:
    from choreographer.errors import ChromeNotFoundError

    try:
        figure.write_image(draft, format=format, width=1400, scale=2 if format == "png" else 1)
    except (ChromeNotFoundError, RuntimeError) as error:
        what = "images need a browser (Chrome or Chromium), and none was found"
        raise TimelineError(f"{what}: {str(error).splitlines()[0]}") from None
