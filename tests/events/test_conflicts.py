"""The command that shows contradictions."""

import json

from timeline.cli import main


def test_the_command_shows_both_texts(tmp_path, capsys):
    after = {"from": "b", "to": "a", "min_days": 0, "max_days": None, "text": "after"}
    rows = [
        {"event_id": "a", "start": "2022-01-05", "text": "Shots.", "relations": [after]},
        {"event_id": "b", "start": "2022-01-07", "text": "The order."},
    ]
    path = tmp_path / "t.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert main(["conflicts", str(path)]) in (0, None)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["words"], line["text"], line["against_text"]) for line in lines] == [
        ("after", "Shots.", "The order.")
    ]
    assert lines[0]["against_words"] is None
