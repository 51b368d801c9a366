"""Headers and file names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents._metadata import date_in_name, language_code, language_in_name, parse_header

HEADERS = [
    (" date 2022-01 È impressionante", "2022-01", "È impressionante"),
    ("date 2022-01 Ieri", "2022-01", "Ieri"),
    ("date 2022 Ieri", "2022", "Ieri"),
    ("Date : 2022-01-08\n\nHier", "2022-01-08", "Hier"),
    ("Date:2022-01-08\n\nIeri", "2022-01-08", "Ieri"),
    ("date: 2022-01-08\nIeri", "2022-01-08", "Ieri"),
    ("Date: 2022-01-08\n\n\nIeri", "2022-01-08", "Ieri"),
    ("\n\n  date: 2022-01-08 Ieri", "2022-01-08", "Ieri"),
    ("date 2022-01-08 14:30 Ieri", "2022-01-08 14:30", "Ieri"),
    ("date 2022-01-08 14:30:05 Ieri", "2022-01-08 14:30:05", "Ieri"),
    ("date 2022-01-08T14:30:05+06:00 Ieri", "2022-01-08T14:30:05+06:00", "Ieri"),
    ("date 2022-01-08 14:30 Asia/Almaty Ieri", "2022-01-08 14:30 Asia/Almaty", "Ieri"),
    ("date 2022-01-08: Ieri", "2022-01-08", "Ieri"),
    ("date 2022-01-08. Ieri", "2022-01-08", "Ieri"),
    ("date: 2022-01-08", "2022-01-08", ""),
    ("date 2022-13 Ieri", "2022-13", "Ieri"),
    ("date: 32/13/2022\nIeri", "32/13/2022", "Ieri"),
    ("---\ndate: 2022-01-08\n---\nIeri", "2022-01-08", "Ieri"),
    ("---\ndate: '2022-01-08'\n...\n\nIeri", "2022-01-08", "Ieri"),
    ("---\ntitle: No: colon\ndate: 2022-01-08\n---\nIeri", "2022-01-08", "Ieri"),
    ("date: 2022-01-08\ntitle: Uno\n\nIeri", "2022-01-08", "Ieri"),
]
NO_HEADERS = [
    "Ieri il governo ha parlato.",
    "date night is on Friday",
    "date 5 of the tour",
    "date: domani\nIeri",
    "updated 2022-01-08 Ieri",
    "---\nnot a front matter\n---\nIeri",
    "--- 2022-01-08 ---",
    "title: one line only\nIeri",
    "{}",
    "",
]


@pytest.mark.parametrize(("text", "date", "body"), HEADERS)
def test_each_form_of_header(text, date, body):
    header = parse_header(text)
    assert header.fields["published"][0] == date
    assert text[header.end :] == body


@pytest.mark.parametrize("text", NO_HEADERS)
def test_what_is_no_header_is_text(text):
    assert parse_header(text).end == 0


def test_front_matter_gives_every_field_and_its_line():
    named = "title: 'Uno: due'\nsource: Khabar 24\nurl: https://e.org/?a#b\nlang: it\nx: [1]"
    text = f"---\ndate: 2022-01-08\n{named}\n---\n"
    assert parse_header(text).fields == {
        "published": ("2022-01-08", 2),
        "title": ("Uno: due", 3),
        "source": ("Khabar 24", 4),
        "url": ("https://e.org/?a#b", 5),
        "language": ("it", 6),
    }


def test_a_block_that_no_blank_line_ends_is_a_date_and_text():
    text = "date: 2022-01-08\nsource: the ministry said so\nand more"
    header = parse_header(text)
    assert set(header.fields) == {"published"}
    assert text[header.end :].startswith("source: the ministry")


@pytest.mark.parametrize(
    "block",
    [
        "&a [" * 3000,
        "a: " * 5000,
        "? " * 5000,
        "{" * 10_000,
        "x: &a [*a]\ndate: 2022",
        "\x00: 1",
        "a: !!python/x 1",
    ],
)
def test_hostile_front_matter_does_no_harm(block):
    text = f"---\n{block}\n---\nIeri"
    header = parse_header(text)
    assert text[header.end :] in (text, "Ieri")


@given(st.text(alphabet=st.sampled_from("date: 2022-01\n-title.'\"x[{&*\t"), max_size=80))
def test_any_text_has_a_header_inside_it(text):
    header = parse_header(text)
    assert 0 <= header.end <= len(text)
    for value, line in header.fields.values():
        assert value
        assert 1 <= line <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("stem", "date"),
    [
        ("2022-01-08-title", "2022-01-08"),
        ("2022-01-title", "2022-01"),
        ("2022-title", "2022"),
        ("2022", "2022"),
        ("20220108_title", "20220108"),
        ("kazakhstan-2022-01", "2022-01"),
        ("a_2022-01-08_b", "2022-01-08"),
        ("2022-01-08_2021-12-31", "2022-01-08"),
        ("a-2022-01-08-2021-12-31", None),
        ("agenda-2030", None),
        ("0039-06-1234", None),
        ("45678-12", None),
        ("title", None),
        ("2022abc", None),
    ],
)
def test_dates_in_names(stem, date):
    assert date_in_name(stem) == date


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a.it.txt", "it"),
        ("it.txt", None),
        ("a.txt", None),
        ("a.v2.txt", None),
        ("a.b.en.md", "en"),
        ("a.IT.txt", None),
    ],
)
def test_languages_in_names(name, code):
    assert language_in_name(name) == code


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("it", "it"),
        ("it-IT", "it"),
        ("EN_us", "en"),
        ("ita", "it"),
        ("", None),
        ("italiano", None),
        ("x" * 5000, None),
    ],
)
def test_language_tags(tag, code):
    assert language_code(tag) == code
