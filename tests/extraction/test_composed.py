"""The object of a deed with what it is made of."""

import pytest

from timeline.documents import Document
from timeline.extraction import extract


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "it",
            "I ladri hanno preso un bottino costituito da gioielli e denaro e sono fuggiti.",
            "un bottino costituito da gioielli e denaro",
        ),
        (
            "it",
            "I ladri hanno portato via un gran numero di oggetti, composto da anelli, orologi e lingotti.",
            "un gran numero di oggetti, composto da anelli, orologi e lingotti",
        ),
        ("it", "L'uomo ha rubato una borsa contenente un telefono.", "una borsa contenente un telefono"),
        ("it", "L'uomo ha rubato una borsa che conteneva un telefono.", "una borsa"),
        (
            "en",
            "The man stole a bag containing three phones and a watch.",
            "a bag containing three phones and a watch",
        ),
    ],
)
def test_an_object_is_told_with_what_it_is_made_of(language, text, told):
    [(_, events)] = extract([Document("a", text, language=language)])
    assert told in {e.object for e in events}
