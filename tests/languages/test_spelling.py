"""Accents that a keyboard without them writes as apostrophes."""

import pytest

import timeline
from timeline.languages import with_accents


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("E' tornato, ma non c'e' piu'.", "È tornato, ma non c'è più."),
        (
            "Ne' l'uno ne' l'altro, benche' la citta' sia vuota.",
            "Né l'uno né l'altro, benché la città sia vuota.",
        ),
        (
            "Un po' di pane: di' cosa fa' Lorenzo de' Medici.",
            "Un po' di pane: di' cosa fa' Lorenzo de' Medici.",
        ),
        ("Lo chiamano 'la casa' e 'il forno'.", "Lo chiamano 'la casa' e 'il forno'."),
        ("L'anno '94, sull'onda dell'entusiasmo.", "L'anno '94, sull'onda dell'entusiasmo."),
    ],
)
def test_an_apostrophe_after_a_vowel_is_its_accent(typed, meant):
    assert with_accents(typed, "it") == meant


def test_other_languages_keep_their_apostrophes():
    assert with_accents("The nurses' strike, the piu' e'", "en") == "The nurses' strike, the piu' e'"


def test_rows_point_at_the_text_as_it_is_written():
    text = "La societa' e' stata venduta ieri. La polizia ha gia' arrestato l'autista perche' era fuggito."
    table = timeline.extract([timeline.Document("a", text, language="it")])
    assert "e' stata venduta" in set(table["trigger"])
    for _, row in table.iterrows():
        assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
    arrest = table[table["trigger"] == "ha gia' arrestato"].iloc[0]
    assert (arrest["actor"], arrest["recipient"]) == ("polizia", "autista")
