"""A made-up language, written as one small data file, works: no code knows a language."""

from __future__ import annotations

import tomllib

import pytest

from timeline.dates._grammar import Grammar
from timeline.dates._matcher import Matcher
from timeline.dates._resolve import Resolver
from timeline.dates._tense import Tenses
from timeline.temporal import Interval, Moment, When

DATA = r"""
[numbers]
joins = ["ka"]
[numbers.atoms]
pik = 1
dua = 2
deka = 10
[numbers.multipliers]
hekto = 100

[words.month]
1 = ["unomo"]
2 = ["duomo"]
[words.weekday]
1 = ["lunda"]
[words.unit]
day = ["tago", "tagoi"]
year = ["jaro", "jaroi"]
[words.holiday]
"easter" = ["Pasko granda"]

[[shapes]]
class = "clocktime"
pattern = '(?P<hour>\d\d)h(?P<minute>\d\d)|(?P<hour2>x)'

[rules]
day = [
  ["<d:dd> <m:month>", "near(year_day(m, d))"],
  ["<d:dd> <m:month> <y:year4>", "date(y, m, d)"],
  ["<w:weekday>", "near(Weekday(w))"],
  ["heri", "today(-1)"],
  ["<h:holiday>", "near(holiday(h))"],
]
top = [
  ["sura { <d:day> }", "Before(d)"],
  ["{ <d:day> }", "d"],
  ["{ <n:number> <u:unit> gapasi }", "ago(amounts(n, u))"],
  ["<n:number> <u:unit> agxa", "none"],
  ["da { <a:day> } ghis { <b:day> }", "Between(a, b)"],
]

[tense.past]
endings = ["is"]
[tense.future]
endings = ["os"]
"""


def read(text: str) -> list[tuple[str, str, str]]:
    data = tomllib.loads(DATA)
    published = When(Interval(Moment.of(2022, 1, 8), Moment.of(2022, 1, 9)))
    matcher = Matcher(Grammar(data), text)
    resolver = Resolver(matcher, Tenses(data), published.interval, None)
    found = [e for construction in matcher for e in resolver.resolve(construction)]
    return [(e.text, e.value, e.when.edtf) for e in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heri venis", [("heri", "2022-01-07", "2022-01-07")]),
        ("venis 7 duomo 1999", [("7 duomo 1999", "1999-02-07", "1999-02-07")]),
        ("lunda ni venis tien", [("lunda", "2022-01-03", "2022-01-03")]),
        ("lunda ni venos tien", [("lunda", "2022-01-10", "2022-01-10")]),
        ("dua tagoi gapasi venis", [("dua tagoi gapasi", "2022-01-06", "2022-01-06")]),
        ("dua hekto ka deka jaroi gapasi venis", [("dua hekto ka deka jaroi gapasi", "1812", "1812")]),
        ("dua tagoi agxa", []),
        ("ili venis sura 3 unomo 2020", [("3 unomo 2020", "2020-01-03", "[..2020-01-02]")]),
        ("Pasko granda venos al ni", [("Pasko granda", "2022-04-17", "2022-04-17")]),
        (
            "da 2 unomo 2020 ghis 4 unomo 2020",
            [
                ("2 unomo 2020", "2020-01-02", "2020-01-02/2020-01-04"),
                ("4 unomo 2020", "2020-01-04", "2020-01-02/2020-01-04"),
            ],
        ),
    ],
)
def test_the_made_up_language(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ('["<d:nowhere>", "d"]', "unknown class or rule"),
        ('["[<d:dd>] <month>", "d"]', "does not catch"),
        ('["(heri", "today()"]', "unmatched bracket"),
        ('["heri", "open(1)"]', "not a meaning"),
        ('["{ heri", "today()"]', "braces do not match"),
    ],
)
def test_a_mistake_in_the_data_is_named(rule: str, message: str) -> None:
    data = tomllib.loads(DATA.replace("top = [", f"top = [\n  {rule},"))
    with pytest.raises(ValueError, match=message):
        Grammar(data)
