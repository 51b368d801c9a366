"""Take the pictures of the page that are looked at: three widths, light and dark.

    python tests/browser/screenshots.py [PAGE [FOLDER]]

PAGE is charts/seeds.html by default. With no FOLDER only the README's pictures are taken: charts/seeds.png,
charts/seeds-dark.png and charts/seeds-phone.png, made small with pngquant or optipng where those are there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
SIZES = ((1400, 1000), (800, 1000), (390, 844))
README = (
    ("seeds", SIZES[0], "light"),
    ("seeds-dark", SIZES[0], "dark"),
    ("seeds-phone", SIZES[2], "light"),
)


def take(
    browser: Browser, page_path: Path, out: Path, size: tuple[int, int], scheme: str, chosen: bool
) -> None:
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(page_path.resolve().as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    if chosen:
        labels = [label.bounding_box() for label in page.locator("#plot .textpoint text").all()]
        box = next(box for box in labels if box is not None and 230 < box["y"] < 600)
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_selector("#panel-title")
        page.mouse.move(2, 2)
    page.wait_for_timeout(400)
    page.screenshot(path=out)
    context.close()


def smaller(path: Path) -> None:
    """Pack a picture tighter, where a tool for it is there; the picture stays as it is where none is."""
    commands = (
        ["pngquant", "--force", "--skip-if-larger", "--quality=80-100", "--output", str(path), str(path)],
        ["optipng", "-quiet", "-o2", str(path)],
    )
    for command in commands:
        if shutil.which(command[0]):
            subprocess.run(command, check=False)


def main() -> None:
    page = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "charts" / "seeds.html"
    path = next(p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        if len(sys.argv) < 3:
            for name, size, scheme in README:
                out = ROOT / "charts" / f"{name}.png"
                take(browser, page, out, size, scheme, chosen=name == "seeds")
                smaller(out)
        else:
            for size in SIZES:
                for scheme in ("light", "dark"):
                    out = Path(sys.argv[2]) / f"{size[0]}-{scheme}.png"
                    take(browser, page, out, size, scheme, chosen=size[0] == 1400)
        browser.close()


if __name__ == "__main__":
    main()
