"""Strings made to do harm, as documents, file names and titles, through everything."""

import csv
import json
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

import timeline
from timeline.cli import main

LIST = Path(__file__).parents[2] / "shared" / "tools" / "hostile_strings.json"
OWN = {"script": "</script><script>window.__pwn=1</script>", "formula": "=1+1", "controls": "a\x00b\x1b[31mc"}
LONG = 20_000
NUMERIC = {"position", "lat", "lon", "importance", "sentence", "sources"}
TIMEOUT = 240

needs_list = pytest.mark.skipif(not LIST.exists(), reason=f"{LIST} is not there")


def hostile():
    """Give the strings by name; the very long ones as (unit, times)."""
    strings = json.loads(LIST.read_text())["strings"] if LIST.exists() else OWN
    short = {name: s for name, s in strings.items() if isinstance(s, str)}
    return short, {name: (s["repeat"], s["times"]) for name, s in strings.items() if not isinstance(s, str)}


SHORT, REPEATED = hostile()


class Tags(HTMLParser):
    """Counts the tags of a page with the names of their attributes."""

    def __init__(self, page):
        super().__init__()
        self.seen = Counter()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen[tag, tuple(sorted(name for name, _ in attrs))] += 1


def cut(text, size):
    """Cut to `size` bytes of UTF-8."""
    return text.encode()[:size].decode(errors="ignore")


def write_documents(folder, strings):
    """Write each string as a text, as a file name, and as every field of a JSON line."""
    (folder / "note.it.txt").write_text("date 2022-01-08 Ieri il governo si è dimesso.")
    with (folder / "lines.jsonl").open("w") as lines:
        for number, text in enumerate(strings):
            name = cut(text.replace("/", "_").replace("\0", "_"), 200)
            story = f"Ieri il ministro {text} ha detto: «{text}». Il governo ha arrestato {text} a {text}."
            (folder / f"{name}.it.txt").write_text(f"date 2022-01-08 {story}")
            (folder / f"{number}.it.txt").write_text(f"date 2022-01-08 {text}")
            (folder / f"{number}.it.md").write_text(
                f"---\ndate: 2022-01-08\ntitle: {text}\nsource: {text}\n---\n{story}"
            )
            fields = dict.fromkeys(("id", "title", "source", "url"), text)
            lines.write(json.dumps({**fields, "text": story, "published": "2022-01-08", "lang": "it"}) + "\n")


def build(folder, out, strings):
    """Build page and table of documents made of `strings`."""
    (folder / "in").mkdir()
    write_documents(folder / "in", strings)
    title = next(iter(strings))
    code = main(["build", str(folder / "in"), "-o", f"{out}.html", "--table", f"{out}.csv", "--title", title])
    assert code in (0, 1)
    return Path(f"{out}.html").read_text()


@pytest.mark.parametrize("name", SHORT)
def test_strings_do_no_harm(name, tmp_path, capsys):
    string = SHORT[name]
    page = build(tmp_path, tmp_path / "out", [string])
    for pwned in (string, string.lower()):
        assert "<" not in pwned or pwned not in page
    assert "could not be extracted" not in capsys.readouterr().err
    with (tmp_path / "out.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            formulas = [c for c, v in row.items() if v.startswith(("=", "+", "-", "@", "\t", "\r"))]
            assert set(formulas) <= NUMERIC
    assert "note.it.txt" in timeline.read_table(tmp_path / "out.csv")["document"].tolist()


def test_strings_add_no_markup(tmp_path_factory, capsys):
    pages = []
    for strings in (["innocuo"] * len(SHORT), list(SHORT.values())):
        folder = tmp_path_factory.mktemp("page")
        pages.append(Tags(build(folder, folder / "out", strings)).seen)
    harmless, hostile_page = pages
    assert set(hostile_page) <= set(harmless)
    for tag in ("script", "style", "meta", "link", "base", "iframe", "img"):
        counts = (sum(n for (t, _), n in page.items() if t == tag) for page in (hostile_page, harmless))
        assert len(set(counts)) == 1, tag


def finish(*words):
    """Run the command in a process of its own, which is ended when it hangs."""
    command = [sys.executable, "-m", "timeline", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)


@needs_list
@pytest.mark.parametrize("name", REPEATED)
def test_a_megabyte_of_one_thing_is_tagged(name, tmp_path):
    unit, times = REPEATED[name]
    (tmp_path / "a.it.txt").write_text("date 2022-01-08 " + unit * times)
    done = finish("dates", tmp_path, "-o", tmp_path / "out.jsonl")
    assert (done.returncode, done.stderr) == (0, "")


@needs_list
@pytest.mark.parametrize("name", REPEATED)
def test_much_of_one_thing_is_extracted_from(name, tmp_path):
    unit, times = REPEATED[name]
    size = min(times, LONG // len(unit) if unit.strip() != unit else times)
    (tmp_path / "a.it.txt").write_text("date 2022-01-08 Ieri il ministro ha detto: " + unit * size)
    (tmp_path / "b.it.txt").write_text("date 2022-01-08 Ieri il governo si è dimesso.")
    done = finish("build", tmp_path, "-o", tmp_path / "out.html", "--table", tmp_path / "out.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert "b.it.txt" in timeline.read_table(tmp_path / "out.csv")["document"].tolist()
