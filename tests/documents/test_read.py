"""Files, folders, globs and standard input to documents."""

import io
import json
import os
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import DateError, InputError, TimelineWarning
from timeline.documents import Document, TableInput, read, scan


def gather(*paths, **options):
    """Read everything; give documents, errors and warnings."""
    errors: list[InputError] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        documents = list(read(*paths, errors=errors.append, **options))
    return documents, [str(e) for e in errors], [str(w.message) for w in caught]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_the_first_line_states_the_date(folder):
    text = " date 2022-01 È impressionante il bilancio.\r\nFine.\r\n"
    put(folder, "rivolta.it.txt", text)
    (document,), errors, warned = gather("rivolta.it.txt")
    assert document.text == text.replace("\r\n", "\n")
    assert document.text[document.body_start :].startswith("È impressionante")
    assert (document.id, document.language, document.published.edtf) == ("rivolta.it.txt", "it", "2022-01")
    assert not errors
    assert not warned


def test_front_matter_wins_over_the_name(folder):
    put(
        folder,
        "2021-05-01-a.en.md",
        "---\ndate: 2022-01-08\nlang: it\ntitle: Uno\nsource: S\nurl: http://e.org\n---\nIeri",
    )
    (document,), _, _ = gather(folder)
    assert (document.published.edtf, document.language) == ("2022-01-08", "it")
    assert (document.title, document.source, document.url) == ("Uno", "S", "http://e.org")


def test_the_name_states_date_and_language(folder):
    put(folder, "2022-01-08-title.it.txt", "Ieri")
    (document,), _, warned = gather(folder)
    assert (document.published.edtf, document.language, document.header_span) == ("2022-01-08", "it", (0, 0))
    assert not warned


def test_defaults_are_for_documents_that_state_none(folder):
    put(folder, "a.txt", "Ieri")
    put(folder, "b.en.txt", "date 2021 Yesterday")
    documents, _, warned = gather(folder, published="2022-01", language="it")
    assert [(d.published.edtf, d.language) for d in documents] == [("2022-01", "it"), ("2021", "en")]
    assert not warned


def test_a_wrong_default_is_refused_at_once():
    with pytest.raises(DateError):
        read("x", published="2022-13")
    with pytest.raises(InputError):
        read("x", language="italiano!")


def test_no_date_is_warned_of_and_the_document_kept(folder):
    put(folder, "a.txt", "Ieri")
    (document,), errors, (warned,) = gather("a.txt")
    assert document.published.edtf == ""
    assert not errors
    assert warned == "a.txt: no date: publication unknown"


def test_a_bad_date_is_one_line_and_the_document_kept(folder):
    put(folder, "a.txt", "\ndate 2022-13 Ieri")
    put(folder, "b.txt", "date 2022-12 Ieri")
    documents, errors, warned = gather(folder)
    assert [d.published.edtf for d in documents] == ["", "2022-12"]
    assert documents[0].text[documents[0].body_start :] == "Ieri"
    assert errors == [f"{folder}/a.txt:2: not a date: publication unknown: '2022-13'"]
    assert not warned


def test_bad_things_among_good_ones(folder):
    put(folder, "a.txt", "date 2022 Uno")
    put(folder, "b.txt", b"")
    put(folder, "c.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    put(folder, "d.txt", "date 2022 perché è così, già".encode() + b"\xff")
    put(folder, "e.txt", b"x" * 20_000_000)
    put(folder, "f.png", b"\x89PNG")
    put(folder, "g/h.txt", "date 2022 Due")
    put(folder, ".hidden.txt", "no")
    os.mkfifo(folder / "i.txt")
    documents, errors, warned = gather(folder)
    assert [d.id for d in documents] == ["a.txt", "d.txt", "g/h.txt"]
    assert [e.removeprefix(f"{folder}/").split(" ")[0] for e in errors] == [
        "b.txt:",
        "c.txt:",
        "d.txt:1:",
        "e.txt:",
    ]
    assert [w.removeprefix(f"{folder}/")[:14] for w in warned] == ["f.png: skipped", "i.txt: skipped"]


def test_ids(folder):
    for name in ("one/a.txt", "two/a.txt", "two/sub/b.txt", "c.txt"):
        put(folder, name, "date 2022 x")
    assert [d.id for d in gather("one", "c.txt")[0]] == ["a.txt", "c.txt"]
    assert [d.id for d in gather("one", "two")[0]] == ["one/a.txt", "two/a.txt", "sub/b.txt"]
    assert [d.id for d in gather("two/sub/b.txt")[0]] == ["b.txt"]
    assert [d.id for d in gather("*/a.txt")[0]] == ["one/a.txt", "two/a.txt"]
    assert [d.id for d in gather("**/b.txt")[0]] == ["b.txt"]
    assert [d.id for d in gather("one", "one/a.txt", folder / "one" / "a.txt")[0]] == ["a.txt"]


def test_a_path_that_is_not_there(folder):
    put(folder, "[x].txt", "date 2022 x")
    documents, errors, _ = gather("no.txt", "no*.txt", "[x].txt", "a\0b")
    assert [d.id for d in documents] == ["[x].txt"]
    assert errors[:2] == ["no.txt: no such file or folder", "no*.txt: no file matches"]
    assert errors[2].startswith("a\\x00b: ")


def test_a_name_that_is_no_utf8(folder):
    path = os.fsencode(folder) + b"/b\xe8.txt"
    Path(os.fsdecode(path)).write_text("date 2022 x")
    (document,), _, _ = gather(folder)
    assert document.id == "b\ufffd.txt"
    assert gather(os.fsdecode(path))[0][0].id == "b\ufffd.txt"


def test_unreadable_file(folder):
    put(folder, "a.txt", "date 2022 x")
    (folder / "gone.txt").symlink_to(folder / "nothing")
    documents, errors, _ = gather("gone.txt", "a.txt")
    assert len(documents) == 1
    assert errors == ["gone.txt: No such file or directory"]


def test_reading_is_lazy(folder):
    put(folder, "a.txt", "date 2022 x")
    put(folder, "b.txt", "")
    errors: list[InputError] = []
    found = read(folder, errors=errors.append)
    assert next(found).id == "a.txt"
    assert not errors


def test_without_a_callback_errors_are_warnings(folder):
    put(folder, "b.txt", "")
    with pytest.warns(TimelineWarning, match=r"b\.txt: empty"):
        assert list(read("b.txt")) == []


LINES = [
    {"id": "a", "text": "Ieri\r\n", "published": "2022-01", "lang": "it", "more": [1], "title": "T"},
    {"id": 7, "text": "Oggi", "published": "2022-01-08T14:30:05+06:00", "language": "it-IT"},
    {"text": "Domani", "published": None},
    {"id": "", "text": "", "published": 2022, "source": "S", "url": "u"},
]


def test_json_lines(folder):
    put(folder, "d.jsonl", "\n".join(json.dumps(line) for line in LINES) + "\n\n")
    documents, errors, warned = gather("d.jsonl")
    assert [d.id for d in documents] == ["a", "7", "d.jsonl#3", "d.jsonl#4"]
    assert [d.text for d in documents] == ["Ieri\r\n", "Oggi", "Domani", ""]
    assert [d.published.edtf for d in documents][::3] == ["2022-01", "2022"]
    assert documents[1].published.zone == "+06:00"
    assert [d.language for d in documents] == ["it", "it", None, None]
    assert (documents[0].title, documents[3].source, documents[3].url) == ("T", "S", "u")
    assert not errors
    assert warned == ["d.jsonl:3: no date: publication unknown"]


def test_a_header_is_not_sought_in_a_json_line(folder):
    put(folder, "d.jsonl", json.dumps({"text": "date 2022-01 Ieri", "published": "2022-02"}))
    (document,), _, _ = gather("d.jsonl")
    assert (document.header_span, document.published.edtf) == ((0, 0), "2022-02")


BAD_LINES = {
    "{": "1: no JSON (",
    "[1]": "1: no JSON object: '[1]'",
    '{"text": 5}': "1: text is not a string: 5",
    '{"id": "x"}': "1: no text",
    "[" * 50_000: "1: no JSON (",
    '{"text": "x", "published": "2022-13"}': "1: not a date: publication unknown: '2022-13'",
    '{"text": "x", "published": "2022", "lang": "klingon!"}': "1: not a language code: 'klingon!'",
    '{"text": "x", "published": true}': "1: not a date: publication unknown: True",
    '{"n": ' + "9" * 5000 + "}": "1: no JSON (",
}


@pytest.mark.parametrize("line", BAD_LINES)
def test_a_bad_line_costs_only_itself(folder, line):
    put(folder, "d.jsonl", line + '\n{"id": "good", "text": "x", "published": "2022"}\n')
    documents, errors, _ = gather("d.jsonl")
    assert documents[-1].id == "good"
    assert len(errors) == 1
    assert errors[0].startswith("d.jsonl:" + BAD_LINES[line])


def test_lines_in_other_encodings(folder):
    line = json.dumps({"text": "perché", "published": "2022"}, ensure_ascii=False)
    for name, data in {
        "u16.jsonl": line.encode("utf-16"),
        "bom.jsonl": line.encode("utf-8-sig"),
        "cp.jsonl": line.encode() + b"\r\n" + line.encode("cp1252") + b"\r\n",
        "u16le.jsonl": line.encode("utf-16-le"),
    }.items():
        put(folder, name, data)
    documents, errors, _ = gather(folder)
    assert [d.text for d in documents] == ["perché"] * 5
    assert not errors


def test_lone_surrogates_are_replaced_one_for_one(folder):
    put(folder, "d.jsonl", '{"id": "\\ud800", "text": "a\\udc00b\\ud83d\\ude00", "published": "2022"}')
    (document,), _, warned = gather("d.jsonl")
    assert (document.id, document.text) == ("\ufffd", "a\ufffdb😀")
    assert len(warned) == 1


def test_an_id_given_twice(folder):
    line = '{"id": "a", "text": "x", "published": "2022"}\n'
    put(folder, "d.jsonl", line * 2)
    documents, _, warned = gather("d.jsonl")
    assert [d.id for d in documents] == ["a", "d.jsonl#2"]
    assert warned == ["d.jsonl:2: id given before, d.jsonl#2 used: 'a'"]


def test_a_file_that_is_no_json_lines_is_given_up(folder):
    put(folder, "d.jsonl", "text\n" * 10_000)
    documents, errors, _ = gather("d.jsonl")
    assert not documents
    assert len(errors) < 30


def test_standard_input_of_each_kind(monkeypatch):
    def stdin(data):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        return gather("-", published="2022")[0]

    assert [(d.id, d.text) for d in stdin("date 2021 perché".encode("cp1252"))] == [("-", "date 2021 perché")]
    assert [(d.id, d.text) for d in stdin(b'{"text": "a"}\n{"text": "b"}\n')] == [("-#1", "a"), ("-#2", "b")]
    assert [d.text for d in stdin(b"{a} is text\n")] == ["{a} is text\n"]
    assert stdin(b"") == []


def test_event_rows_are_named_not_read(folder):
    put(folder, "t.csv", "event_id,start\na,2022\n")
    put(folder, "mixed.jsonl", '{"text": "x", "published": "2022"}\n{"event_id": "e", "text": "y"}\n')
    found = list(scan(folder, report=pytest.fail))
    assert [type(f) for f in found] == [Document, TableInput, TableInput]
    assert found[1].rows == [(2, {"event_id": "e", "text": "y"})]
    documents, errors, _ = gather(folder)
    assert len(documents) == 1
    assert [e.split(": ")[1] for e in errors] == ["a table of events, not documents"] * 2


@given(data=st.binary(max_size=200), suffix=st.sampled_from(["txt", "jsonl", "md"]))
def test_any_bytes_are_read_or_named(tmp_path_factory, data, suffix):
    folder = tmp_path_factory.mktemp("any")
    (folder / f"a.{suffix}").write_bytes(data)
    documents, errors, warned = gather(folder)
    assert documents or errors or not data.strip()
    for document in documents:
        document.text.encode()
        assert 0 <= document.body_start <= len(document.text)
    assert all("\n" not in line for line in errors + warned)
