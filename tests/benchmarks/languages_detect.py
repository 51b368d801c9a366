"""How often the language of a text is told right: single sentences, and paragraphs of three.

``python tests/benchmarks/languages_detect.py [--shared ../shared]``: over the test treebanks, without telling
which languages there may be; and milliseconds of one CPU for a thousand characters.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from pipelines import TESTS

from timeline.languages import detect

FILES = {**TESTS, "de": "de/de_gsd-ud-test.conllu"}
TOGETHER = 3


def sentences(path: Path) -> list[str]:
    """Give the sentences of a treebank as raw text."""
    lines = path.read_text("utf-8").split("\n")
    return [line[9:] for line in lines if line.startswith("# text = ")]


def share(code: str, texts: list[str]) -> float:
    """Give the share of `texts` that are told to be in language `code`."""
    return sum(detect(text) == code for text in texts) / len(texts)


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    shared = parser.parse_args().shared
    characters, start = 0, time.process_time()
    for code, name in FILES.items():
        single = sentences(shared / "treebanks" / name)
        joined = [" ".join(single[i : i + TOGETHER]) for i in range(0, len(single), TOGETHER)]
        characters += sum(map(len, single + joined))
        print(f"{code}: {share(code, single):.3f} of sentences, {share(code, joined):.3f} of paragraphs")
    print(f"{(time.process_time() - start) * 1e6 / characters:.1f} ms for a thousand characters")


if __name__ == "__main__":
    main()
