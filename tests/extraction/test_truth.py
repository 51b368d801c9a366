"""Clauses of which the sentence says that they are not so, and those that nobody vouches for."""

import pytest

import timeline
from timeline.documents import parse_stated


def factuality(language, text):
    document = timeline.Document("a", text, language=language)
    return timeline.extract([document])["factuality"].tolist()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is not true that the mayor sold the harbour."),
        ("en", "It is false that the army bombed the bridge."),
        ("it", "Non è vero che il sindaco ha venduto il porto."),
        ("it", "È falso che il ministro abbia firmato il decreto."),
        ("es", "No es cierto que el alcalde haya vendido el puerto."),
        ("fr", "Il est faux que le maire ait vendu le port."),
        ("pt", "Não é verdade que o ministro tenha mentido."),
    ],
)
def test_what_is_called_false_is_denied(language, text):
    assert factuality(language, text) == ["denied"]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "It is true that the mayor sold the harbour.", "asserted"),
        ("en", "The director is rumoured to have left the country.", "reported"),
        ("es", "Al parecer, el director dimitió.", "reported"),
        ("pt", "A empresa poderá ser multada no próximo mês.", "possible"),
    ],
)
def test_what_nobody_vouches_for_is_not_asserted(language, text, status):
    assert factuality(language, text) == [status]


def test_a_quotation_belongs_to_the_verb_of_its_own_sentence():
    text = "Il sindaco ha ordinato ieri lo sgombero del porto. «Non c'era altra scelta», ha detto il sindaco."
    document = timeline.Document("a", text, published=parse_stated("2031-03-04"), language="it")
    rows = timeline.extract([document]).set_index("speech_act")["content"].to_dict()
    assert rows == {"order": "lo sgombero del porto", "say": "«Non c'era altra scelta»"}
