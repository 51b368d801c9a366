"""The example's reports against what was labelled by hand before any merging was written."""

import csv
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

import timeline
from timeline.events import conflicts, merge, validate

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT.parent / "shared" / "seeds" / "kazakhstan-2022-01.it.txt"
VAGUE = "bilancio-provvisorio.it.txt"


@pytest.fixture(scope="module")
def events():
    return timeline.extract(timeline.read(ROOT / "seeds"))


@pytest.fixture(scope="module")
def labels():
    with (ROOT / "tests" / "events" / "seeds_clusters.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def found_clusters(events, labels):
    """Give the cluster of the row at every label; where there is none, one of its own."""
    rows = dict(iter(events.groupby("document")))
    found = []
    for number, label in enumerate(labels):
        of = rows[label["document"]]
        after, before = (
            of["trigger_end"] > int(label["start_char"]),
            of["trigger_start"] < int(label["end_char"]),
        )
        hit = of[after & before]
        found.append(hit["cluster"].iloc[0] if len(hit) else f"none {number}")
    return found


def b_cubed(gold, found):
    groups = defaultdict(set), defaultdict(set)
    for at, (g, f) in enumerate(zip(gold, found, strict=True)):
        groups[0][g].add(at)
        groups[1][f].add(at)
    both = [groups[0][g] & groups[1][f] for g, f in zip(gold, found, strict=True)]
    precision = sum(len(b) / len(groups[1][f]) for b, f in zip(both, found, strict=True)) / len(gold)
    recall = sum(len(b) / len(groups[0][g]) for b, g in zip(both, gold, strict=True)) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_reports_are_clustered_as_by_hand(events, labels):
    gold = [label["cluster"] for label in labels]
    precision, _, f1 = b_cubed(gold, found_clusters(events, labels))
    assert precision == 1, "a cluster joins what was labelled apart"
    assert f1 >= 0.85


def test_the_order_to_fire_dates_the_text_that_calls_it_yesterday(events):
    rows = events[events["document"] == VAGUE]
    assert rows["published"].unique().tolist() == ["2022-01"]
    assert rows["published_basis"].unique().tolist() == ["inferred"]
    assert rows["published_start"].unique().tolist() == [pd.Timestamp("2022-01-08")]
    assert rows["published_end"].unique().tolist() == [pd.Timestamp("2022-01-09")]
    order = rows[rows["time_text"] == "ieri"]
    assert order["edtf"].tolist() == ["2022-01-07"]
    assert any(r["text"] == "ieri" for r in order["relations"].iloc[0])


def test_reports_stay_and_merge_to_fewer(events):
    validate(events)
    merged = merge(events)
    validate(merged)
    assert len(merged) == events["cluster"].nunique() < len(events)
    assert sorted(name for names in merged["reports"] for name in names) == sorted(events["event_id"])
    assert conflicts(events).empty


@pytest.mark.skipif(not EXAMPLE.exists(), reason="the example text is not here")
def test_with_the_example_text_its_publication_is_inferred():
    events = timeline.extract(timeline.read(ROOT / "seeds", EXAMPLE))
    rows = events[events["document"].str.endswith(EXAMPLE.name)]
    assert rows["published_start"].unique().tolist() == [pd.Timestamp("2022-01-08")]
    assert rows["published_end"].unique().tolist() == [pd.Timestamp("2022-01-09")]
    assert rows["published"].unique().tolist() == ["2022-01"]
