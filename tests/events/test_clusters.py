"""Reports of one event: clustered, merged, corrected, known at a day."""

import pandas as pd
import pytest

from timeline.events import as_known_at, before, frame_of, merge, validate

ORDER = {"kind": "statement", "speech_act": "order", "recipient": "security forces", "language": "en"}


def told(*rows):
    frame = frame_of([(number, row) for number, row in enumerate(rows, 1)], file="t")
    validate(frame)
    return frame


def together(frame):
    groups = frame.groupby("cluster")["event_id"].agg(sorted)
    return sorted(group for group in groups if len(group) > 1)


def arrest(document, **values):
    row = {"event_type": "COERCE", "lemma": "arrest", "language": "en", "recipient": "Karim Massimov"}
    return {**row, "document": document, "published": "2022-01-08", **values}


def test_languages_do_not_matter_where_type_and_name_agree():
    frame = told(
        arrest("a"), arrest("b", lemma="fermare", language="it", recipient="l'ex premier Karim Massimov")
    )
    assert together(frame) == [["t#1", "t#2"]]
    assert frame["sources"].tolist() == [2, 2]
    assert frame["cluster"].tolist() == ["t#1", "t#1"]


@pytest.mark.parametrize(
    "other",
    [
        {"recipient": "Nurlan Nogaev"},
        {"event_type": "AID", "lemma": "free"},
        {"start": "2022-01-02"},
        {"polarity": "negative"},
        {"count_best": 3},
        {"place": "Aktau"},
    ],
)
def test_what_rules_it_out_keeps_reports_apart(other):
    first = arrest("a", start="2022-01-06", count_best=1, place="Almaty")
    assert together(told(first, {**first, "document": "b", **other})) == []


def test_names_may_be_spelled_differently():
    rows = [arrest(d, recipient="Bachelet", actor=name) for d, name in (("a", "Tokayev"), ("b", "Tokayef"))]
    assert together(told(*rows)) == [["t#1", "t#2"]]


def test_two_statements_that_say_other_things_stay_apart():
    said = {"kind": "statement", "speech_act": "say", "lemma": "say", "actor": "Tokayev"}
    army, bread = "the army holds every bridge of the capital", "prices of bread will be lowered soon"
    first = {**said, "document": "a", "published": "2022-01-08", "content": army, "text": army}
    second = {**first, "document": "b", "content": bread, "text": bread}
    assert together(told(first, second)) == []
    assert together(told(first, {**first, "document": "b"})) == [["t#1", "t#2"]]


def test_numbers_of_the_dead_are_one_report_only_where_they_agree():
    dead = {"count_unit": "killed", "published": "2022-01-09"}
    frame = told(
        {**dead, "document": "a", "count_best": 164},
        {**dead, "document": "b", "count_best": 164},
        {**dead, "document": "c", "count_best": 225},
    )
    assert together(frame) == [["t#1", "t#2"]]


def test_a_dated_report_dates_another_and_its_publication():
    yesterday = {"from": "t#1", "to": "published", "min_days": 1, "max_days": 1, "text": "yesterday"}
    vague = {
        **ORDER,
        "actor": "Tokayev",
        "document": "vague",
        "published": "2022-01",
        "relations": [yesterday],
    }
    dated = {**ORDER, "actor": "Kassym-Jomart Tokayev", "document": "dated", "start": "2022-01-07"}
    other = {"document": "vague", "published": "2022-01", "event_type": "PROTEST", "relations": []}
    two_days_ago = {"from": "t#3", "to": "published", "min_days": 2, "max_days": 2, "text": "two days ago"}
    rows = told(vague, dated, {**other, "relations": [two_days_ago]}).set_index("event_id")
    assert rows["edtf"].to_dict() == {"t#3": "2022-01-06", "t#1": "2022-01-07", "t#2": "2022-01-07"}
    assert rows.loc["t#1", ["published", "published_basis"]].tolist() == ["2022-01", "inferred"]
    assert rows.loc["t#1", "published_start"] == pd.Timestamp("2022-01-08")
    assert rows.loc["t#1", "relations"][0]["text"] == "yesterday"
    assert before("t#3", "t#2", rows.reset_index()) is True


def test_one_name_alone_dates_nothing():
    yesterday = {"from": "t#1", "to": "published", "min_days": 1, "max_days": 1, "text": "yesterday"}
    vague = arrest("vague", published="2022-01", relations=[yesterday])
    frame = told(vague, arrest("dated", start="2022-01-06"))
    assert together(frame) == [["t#1", "t#2"]]
    assert frame.set_index("event_id").loc["t#1", "published_basis"] == "stated"


def test_merge_keeps_rivals_and_who_told_first():
    frame = told(
        arrest("late", published="2022-01-10", place="Almaty", actor="Tokayev"),
        arrest("first", published="2022-01-07", actor="Tokayev"),
        arrest("most", published="2022-01-09", actor="Tokayev", recipient="K. Massimov", start="2022-01-06"),
        {"document": "late", "event_type": "PROTEST"},
    )
    merged = merge(frame).set_index("event_id")
    assert len(merged) == 2
    row = merged.loc["t#3"]
    assert row["first_reported_by"] == "first"
    assert row["reports"] == ["t#2", "t#3", "t#1"]
    assert row["place"] == "Almaty"
    assert row["recipient"] == "Karim Massimov"
    rivals = [rival for rival in row["rivals"] if rival["column"] == "recipient"]
    assert rivals == [
        {"column": "recipient", "value": "K. Massimov", "document": "most", "published": "2022-01-09"}
    ]
    validate(merge(frame))


def test_a_denied_number_is_superseded_and_was_known_before():
    toll = {**TOLL, "country": "KZ"}
    denial = {
        "country": "KZ",
        "kind": "statement",
        "speech_act": "deny",
        "object": "the figure of 164 deaths",
        "document": "b",
    }
    frame = told(toll, {**denial, "published": "2022-01-10"}, {**toll, "document": "c", "count_best": 26})
    rows = frame.set_index("event_id")
    assert rows["superseded_by"].fillna("").to_dict() == {"t#1": "t#2", "t#2": "", "t#3": ""}
    then = as_known_at(frame, "2022-01-09")
    assert sorted(then["event_id"]) == ["t#1", "t#3"]
    assert then["superseded_by"].isna().all()
    validate(then)


TOLL = {"count_unit": "killed", "count_best": 164, "document": "a", "published": "2022-01-09"}
DENIAL = {
    "kind": "statement",
    "speech_act": "deny",
    "actor": "health ministry",
    "object": "the toll of 164 given in Almaty",
    "document": "b",
    "published": "2022-01-10",
}


@pytest.mark.parametrize(
    ("report", "corrected"),
    [
        ({"text": "Already 164 have died in Almaty."}, True),
        ({"text": "Already 164 have died in Almaty.", "attribution": ["the health ministry"]}, True),
        ({"text": "Already 164 have died in Almaty.", "attribution": ["the opposition"]}, False),
        ({"text": "Already 164 have died in Almaty.", "published": "2021-01-09"}, False),
        ({"text": "Already 163 have died in Almaty.", "count_best": 163}, False),
        ({"text": "The crane has lost 164 bolts."}, False),
    ],
)
def test_only_what_is_told_of_the_same_is_superseded(report, corrected):
    frame = told({**TOLL, **report}, DENIAL)
    assert frame.set_index("event_id")["superseded_by"].notna().to_dict() == {"t#1": corrected, "t#2": False}


def test_a_number_with_letters_is_no_number():
    told(TOLL, {**DENIAL, "object": "the loss of 20bn and 3,5x in Almaty"})


def test_known_at_counts_sources_anew():
    frame = told(arrest("a", published="2022-01-07"), arrest("b", published="2022-01-09"))
    assert as_known_at(frame, "2022-01-08")["sources"].tolist() == [1]
    assert as_known_at(frame, "2022-01")["sources"].tolist() == [2, 2]


def test_what_was_planned_does_not_date_what_was_done():
    plan = arrest("a", published="2022-01-08", start="2022-01-09", factuality="planned")
    frame = told(plan, arrest("b", published=None, start=None))
    assert together(frame) == []
    assert frame["start"].isna().sum() == 1


def test_clusters_do_not_depend_on_the_order_of_rows():
    rows = [arrest("a"), arrest("b", lemma="detain"), arrest("c", recipient="Ana Perez"), {"document": "d"}]
    rows = [{**row, "event_id": name} for row, name in zip(rows, "wxyz", strict=True)]
    pd.testing.assert_frame_equal(told(*rows), told(*rows[::-1]))
