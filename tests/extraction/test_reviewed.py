"""Constructions that readers of the output found read wrongly."""

import pytest

import timeline
from timeline.documents import parse_stated


def rows(language, text, published="2024-05-07"):
    stated = parse_stated(published)
    document = timeline.Document("a", text, language=language, published=stated)
    return timeline.extract([document])


def row(table, word):
    found = table[table["trigger"].str.contains(word) & (table["kind"] == "action")]
    assert len(found) == 1, table["trigger"].tolist()
    return found.iloc[0]


@pytest.mark.parametrize(
    ("language", "text", "word", "doer"),
    [
        ("en", "The opposition accused the ministry on Friday of hiding the report.", "hiding", "ministry"),
        ("en", "The union charged the firm with hiding the deaths.", "hiding", "firm"),
        ("en", "The mayor accused him of stealing the money.", "stealing", None),
        ("it", "Mosca rimprovera a Kiev di avere bombardato il ponte.", "bombardato", "Kiev"),
        ("fr", "Le Mali reproche à la France d'avoir tué six civils.", "tué", "France"),
        ("pt", "O Ministério Público acusa-o de ter recebido subornos.", "recebido", None),
    ],
)
def test_the_accused_did_it_never_who_accuses(language, text, word, doer):
    told = row(rows(language, text), word)
    assert (told["actor"] if isinstance(told["actor"], str) else None) == doer
    assert told["factuality"] == "reported"


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "The general did not want to kill civilians.", "kill"),
        ("en", "The rebels never intended to attack the port.", "attack"),
        ("es", "El general no quería matar a los civiles.", "matar"),
        ("fr", "Le général n'a pas voulu tuer les civils.", "tuer"),
        ("pt", "O general não queria matar os civis.", "matar"),
    ],
)
def test_what_somebody_did_not_want_is_no_plan_of_his(language, text, word):
    assert row(rows(language, text), word)["polarity"] == "negative"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A polícia terá detido cinco homens no domingo.", "2024-05-05"),
        ("O general terá fugido ontem.", "2024-05-06"),
    ],
)
def test_hearsay_in_the_future_perfect_lies_in_the_past(text, day):
    told = row(rows("pt", text), "terá")
    assert (told["edtf"], told["factuality"], told["tense"]) == (day, "reported", "past")


@pytest.mark.parametrize("day", ["3 de abril de 2024", "12 de junio"])
def test_a_day_of_a_month_is_no_count(day):
    told = row(rows("es", f"El ministro dimitirá el {day}."), "dimitirá")
    assert told["count_best"] != told["count_best"] or told["count_best"] is None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The senator is due to be sworn in on January 7.", "sworn", "2025-01-07"),
        ("Turkey is due to hold elections on March 3.", "hold", "2025-03-03"),
    ],
)
def test_what_is_due_lies_ahead(text, word, day):
    told = row(rows("en", text), word)
    assert (told["edtf"], told["factuality"]) == (day, "planned")
