"""What a lexicon holds is told in LEXICON.md, so that a language can be added from it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import timeline.languages

HOME = Path(timeline.languages.__file__).parent
# Sections whose keys are words or types.
FREE = {"speech", "actions", "combinations", "families", "importance", "speech_types"}
TABLES = {("endings", "participles"), ("endings", "presents"), ("fitting", "things")}


@pytest.mark.parametrize("path", sorted(HOME.glob("*/lexicon.toml")), ids=lambda p: p.parent.name)
def test_every_key_is_told(path: Path) -> None:
    told = (HOME / "LEXICON.md").read_text(encoding="utf-8")
    with path.open("rb") as file:
        data = tomllib.load(file)
    keys = {(s, k) for s, entries in data.items() if s not in FREE for k in entries} - TABLES
    assert sorted(f"{s}.{k}" for s, k in keys if f"`{k}`" not in told) == []
