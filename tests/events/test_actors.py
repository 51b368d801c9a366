"""Actors across documents."""

from timeline.events import frame_of, of
from timeline.events._actors import full_names


def test_a_short_name_stands_for_the_only_full_one():
    names = ["Nursultan Nazarbayev", "Nazarbayev", "Dariga Nazarbayeva", "Karim Massimov", "K. Massimov"]
    found = full_names(names)
    assert found["Dariga Nazarbayeva"] == "Dariga Nazarbayeva"
    assert found["K. Massimov"] == "K. Massimov"
    assert full_names(["Anna Rossi", "Luca Rossi", "Rossi"])["Rossi"] == "Rossi"


def test_a_later_document_gives_a_short_name_its_owner():
    assert full_names(["Tokayev"])["Tokayev"] == "Tokayev"
    assert full_names(["Tokayev", "Kassym-Jomart Tokayev"])["Tokayev"] == "Kassym-Jomart Tokayev"


def test_of_finds_all_forms_in_order_of_time():
    rows = [
        {"actor": "Tokayev", "start": "2022-01-07"},
        {"actor": "Kassym-Jomart Tokayev", "start": "2022-01-05"},
        {"recipient": "Tokayef", "start": "2022-01-06"},
        {"actor": "Vladimir Putin", "start": "2022-01-06"},
    ]
    events = frame_of(enumerate(rows), file="t")
    for name in ("Tokayev", "kassym-jomart tokayev"):
        assert of(events, name)["event_id"].tolist() == ["t#1", "t#2", "t#0"]
    assert of(events, "Putin")["event_id"].tolist() == ["t#3"]
