"""The command, run as a user runs it."""

import csv
import gc
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import timeline
from timeline._cli._image import BROWSERS
from timeline._cli._memory import collected_rarely
from timeline._cli._messages import Messages
from timeline._cli._output import check_target, replacing
from timeline.cli import main
from timeline.events import COLUMNS

SEEDS = Path(__file__).parents[1] / "seeds"
NOTE = "date 2022-01-08 Ieri il presidente Tokayev ha ordinato di sparare, ha detto il ministro Rossi.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Give an empty folder with one good document, the working directory of the test."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.it.txt").write_text(NOTE)
    return tmp_path


@pytest.fixture
def run(capsysbinary):
    """Run the command in this process; give exit code, standard output and standard error."""

    def call(*words, stdin=None):
        old = sys.stdin, sys.stdout, sys.stderr
        if stdin is not None:
            sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()))
        try:
            code = main([str(w) for w in words])
        except SystemExit as done:
            code = done.code
        finally:
            sys.stdin = old[0]
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def shell(*words, **options):
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "timeline", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def test_version_and_help(run):
    assert run("--version") == (0, f"timeline {timeline.__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    assert "timeline build seeds/ -o charts/seeds.html" in out


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["extract"],
        ["extract", "x", "--format", "xml"],
        ["extract", "x", "--model", "it"],
        ["extract", "x", "--jobs", "0"],
        ["extract", "x", "--by-document", "--format", "csv"],
        ["extract", "x", "--published", "2022-13"],
        ["dates", "x", "--language", "italiano"],
        ["build", "x"],
        ["build", "x", "-o", "x.png"],
        ["build", "x", "-o", "x.html", "--table", "x.txt"],
        ["build", "x", "-o", "."],
        ["build", "x", "-o", "note.it.txt/x.html"],
        ["plot", "x", "-o", "x.doc"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_says_why(here, run, words):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "timeline" in err
    assert "Traceback" not in err


def test_a_command_leaves_the_collector_as_it_was(here, run):
    before = gc.get_threshold()
    with collected_rarely():
        assert gc.get_threshold()[0] > before[0]
    run("extract", "note.it.txt")
    assert gc.get_threshold() == before


def test_extract_gives_rows_in_order_of_time(here, run):
    code, out, err = run("extract", SEEDS)
    assert (code, err) == (0, "")
    found = rows(out)
    assert len(found) >= 80
    assert all(list(row) == list(COLUMNS) for row in found)
    starts = [row["start"] or row["end"] for row in found if row["start"] or row["end"]]
    assert starts == sorted(starts)
    assert all(len(s) == len("2022-01-08T00:00:00") for s in starts)


@pytest.mark.parametrize("name", ["out.csv", "out.parquet", "out.jsonl"])
def test_a_table_reads_back_equal_in_each_format(here, run, name):
    assert run("extract", "note.it.txt", "-o", name) == (0, "", "")
    written = timeline.read_table(name)
    _, out, _ = run("extract", "note.it.txt")
    assert [json.loads(json.dumps(r)) for r in timeline.events.records(written)] == rows(out)
    assert sorted(p.name for p in here.iterdir()) == sorted(["note.it.txt", name])


def test_the_format_can_be_named(here, run):
    code, out, _ = run("extract", "note.it.txt", "--format", "csv")
    assert next(csv.reader(io.StringIO(out))) == list(COLUMNS)
    assert code == 0


def test_by_document_gives_a_line_a_document_in_their_order(here, run):
    (here / "docs.jsonl").write_text(
        "\n".join(
            json.dumps({"id": name, "text": text, "published": "2022-01-08", "lang": "it"})
            for name, text in [
                ("z", "Ieri il governo si è dimesso."),
                ("a", ""),
                ("m", "Il presidente è partito."),
            ]
        )
    )
    code, out, _ = run("extract", "docs.jsonl", "--by-document")
    assert code == 0
    assert [line["id"] for line in rows(out)] == ["z", "a", "m"]
    assert rows(out)[1]["events"] == []
    everything = {row["event_id"] for line in rows(out) for row in line["events"]}
    assert everything == {row["event_id"] for row in rows(run("extract", "docs.jsonl")[1])}


def test_dates_gives_a_line_a_document(here, run):
    code, out, _ = run(
        "dates", "note.it.txt", "-", "--published", "2022-01", "--language", "it", stdin="Ieri."
    )
    assert code == 0
    first, second = rows(out)
    keys = ["start_char", "end_char", "text", "type", "value", "mod", "start", "end", "precision", "edtf"]
    assert list(first["dates"][0]) == keys
    assert first["dates"][0] == dict(
        zip(
            keys,
            [
                16,
                20,
                "Ieri",
                "DATE",
                "2022-01-07",
                None,
                "2022-01-07T00:00:00",
                "2022-01-08T00:00:00",
                "day",
                "2022-01-07",
            ],
            strict=True,
        )
    )
    assert second["id"] == "-"
    assert second["dates"][0]["edtf"] == "[2021-12-31..2022-01-30]"


def test_dates_explained_and_as_timeml(here, run):
    (line,) = rows(run("dates", "note.it.txt", "--explain")[1])
    assert line["dates"][0]["explain"]
    code, out, _ = run("dates", "note.it.txt", "--format", "timeml")
    assert code == 0
    assert "<TIMEX3" in out


def test_some_inputs_failed_is_1_and_each_is_named(here, run):
    (here / "bad.txt").write_text("date 2022-13 Ieri il governo si è dimesso.")
    (here / "empty.txt").write_text("")
    (here / "binary.txt").write_bytes(bytes(range(256)) * 9)
    code, out, err = run("extract", ".", "no-such-file")
    assert code == 1
    assert {row["document"] for row in rows(out)} >= {"note.it.txt"}
    assert len(err.splitlines()) == 4
    for name, why in [
        ("bad.txt:1", "'2022-13'"),
        ("empty.txt", "empty"),
        ("binary.txt", "binary"),
        ("no-such-file", "no such"),
    ]:
        (line,) = [line for line in err.splitlines() if name in line]
        assert why in line
        assert line.startswith("timeline: error: ")


def test_build_writes_page_and_table(here, run):
    code, out, err = run(
        "build", "note.it.txt", "-o", "new/page.html", "--table", "t.csv", "--title", "A & <b>"
    )
    assert (code, out, err) == (0, "", "")
    page = (here / "new" / "page.html").read_text()
    assert "<title>A &amp; &lt;b&gt;</title>" in page
    assert len(timeline.read_table("t.csv")) > 0


def test_build_mixes_documents_and_tables(here, run):
    (here / "typed.csv").write_text("event_id,start,summary\nmine,2022-01-03,Prices double\n")
    (here / "docs.jsonl").write_text(
        json.dumps(
            {
                "event_id": "row",
                "start": "2022-01-04T00:00:00",
                "end": "2022-01-05T00:00:00",
                "summary": "A row",
            }
        )
        + "\n"
        + json.dumps(
            {"id": "d", "text": "Ieri il governo si è dimesso.", "published": "2022-01-06", "lang": "it"}
        )
    )
    code, _, err = run("build", ".", "-o", "page.html", "--table", "out.jsonl")
    assert (code, err) == (0, "")
    found = rows((here / "out.jsonl").read_text())
    assert {"mine", "row"} <= {row["event_id"] for row in found}
    assert {"d", "note.it.txt"} <= {row["document"] for row in found}


def test_build_keeps_the_old_page_where_nothing_could_be_read(here, run):
    (here / "page.html").write_text("old")
    assert run("build", "nothing", "-o", "page.html")[0] == 1
    assert (here / "page.html").read_text() == "old"


def test_plot_draws_a_table_also_from_standard_input(here, run):
    _, out, _ = run("extract", "note.it.txt")
    assert run("plot", "-", "-o", "a.html", stdin=out) == (0, "", "")
    run("extract", "note.it.txt", "-o", "t.parquet")
    assert run("plot", "t.parquet", "-o", "b.html") == (0, "", "")
    assert (here / "a.html").read_bytes() == (here / "b.html").read_bytes()


def test_a_table_is_no_document_and_a_document_no_table(here, run):
    (here / "t.csv").write_text("event_id,start\na,2022\n")
    assert run("extract", "t.csv")[0] == 1
    assert run("plot", "note.it.txt", "-o", "x.html")[0] == 1
    code, _, err = run("plot", "-", "-o", "x.html", stdin="date 2022 Testo")
    assert code == 1
    assert "a document, not a table of events" in err


def test_images_need_a_browser(here, run, monkeypatch):
    monkeypatch.setenv("PATH", str(here))
    monkeypatch.setenv("BROWSER_PATH", str(here / "none"))
    run("extract", "note.it.txt", "-o", "t.csv")
    code, _, err = run("plot", "t.csv", "-o", "x.png")
    assert code == 2
    assert err.startswith("timeline: error: images need ")
    assert len(err.splitlines()) == 1


@pytest.mark.browser
@pytest.mark.skipif(not any(map(shutil.which, BROWSERS)), reason="no Chrome or Chromium is installed")
@pytest.mark.parametrize(("suffix", "start"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
def test_images_are_drawn(here, run, suffix, start):
    pytest.importorskip("kaleido")
    run("extract", "note.it.txt", "-o", "t.csv")
    done = shell("plot", "t.csv", "-o", f"x.{suffix}", "--title", "A title")
    assert (done.returncode, done.stderr) == (0, "")
    assert (here / f"x.{suffix}").read_bytes().startswith(start)


def test_languages_are_listed(run):
    code, out, _ = run("languages")
    assert code == 0
    assert out.splitlines()[0].split() == ["code", "language", "version", "size", "licence", "figures"]
    assert [line.split()[0] for line in out.splitlines()[1:]] == sorted(timeline.languages.available())


def test_a_model_that_is_not_there(here, run):
    code, _, err = run("extract", "note.it.txt", "--model", "it=no_such_pipeline")
    assert code in (1, 2)
    assert "no_such_pipeline" in err
    assert "Traceback" not in err


def test_a_document_that_breaks_extraction_costs_no_other(here, run, monkeypatch):
    from timeline import extraction

    extract = extraction.extract

    def breaking(documents, **options):
        documents = list(documents)
        if any("BREAK" in d.text for d in documents):
            raise ZeroDivisionError("by\nzero")
        return extract(documents, **options)

    monkeypatch.setattr(extraction, "extract", breaking)
    (here / "bad.it.txt").write_text("date 2022 BREAK")
    code, out, err = run("extract", ".")
    assert (code, {row["document"] for row in rows(out)}) == (1, {"note.it.txt"})
    assert err == "timeline: error: bad.it.txt: could not be extracted from (ZeroDivisionError: by\\nzero)\n"
    with pytest.raises(ZeroDivisionError):
        timeline.extract(timeline.read("."))


def test_the_number_of_processes_changes_nothing(here, run, monkeypatch):
    monkeypatch.setattr("timeline._jobs.CHUNK", 500)
    one, two = (run("extract", SEEDS, "--jobs", n) for n in (1, 2))
    assert one == two


@pytest.mark.parametrize("words", [["extract", str(SEEDS)], ["dates", str(SEEDS)]], ids=lambda w: w[0])
def test_the_hash_seed_changes_nothing(words):
    outputs = {shell(*words, env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in ("0", "1")}
    assert len(outputs) == 1
    assert outputs.pop()


def test_output_is_utf8_in_any_locale(here):
    done = shell(
        "dates",
        "note.it.txt",
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert "Ieri" in done.stdout


def test_a_closed_pipe_is_quiet(here):
    words = f"{sys.executable} -m timeline dates {SEEDS} {SEEDS}/../seeds/* | head -c 1"
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def interrupted(process):
    """Interrupt until it stops: a signal just before a blocking read is seen only by the next."""
    for _ in range(10):
        process.send_signal(signal.SIGINT)
        try:
            return process.communicate(timeout=6)[1]
        except subprocess.TimeoutExpired:
            continue
    pytest.fail("not interrupted in a minute")


def test_control_c_is_quiet(here):
    fifo = here / "slow.txt"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "timeline", "extract", "slow.txt", "-o", "out.csv"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    with process, fifo.open("w"):  # opens once the command reads it
        time.sleep(0.2)
        err = interrupted(process)
    assert process.returncode == 130
    assert err == "timeline: interrupted\n"
    assert not (here / "out.csv").exists()


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(target) as draft:
        draft.write_text("half")
        raise ZeroDivisionError
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_kept_and_devices_are_written_to(tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    with replacing(tmp_path / "link") as draft:
        draft.write_text("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
    with replacing("/dev/null") as draft:
        assert draft == Path("/dev/null")
    check_target("/dev/null")


def test_a_message_is_one_line_whatever_is_in_it(capsys):
    messages = Messages()
    messages(timeline.InputError("bad\nthing", file="a\x1b[31m\u202e", value="x\r\n"))
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert "\u202e" not in err
    assert messages.failed
