"""Relations in time that texts tell, with the words that gave them."""

import pytest

from timeline.documents import Document, parse_stated
from timeline.extraction import extract
from timeline.languages import available, relation_data

SECTIONS = {
    "adverbs": ("after", "before", "meanwhile"),
    "links": ("after", "before", "next_day", "day_before"),
}


def relations(text, *, language="it", published="2022-01"):
    """Give (trigger of the earlier, trigger of the later, least and most days, words) for every relation."""
    document = Document("d", text, published=parse_stated(published), language=language)
    events = [event for _, found in extract([document]) for event in found]
    trigger = {event.event_id: event.trigger for event in events}
    return [
        (
            trigger.get(r["from"], r["from"]),
            trigger.get(r["to"], r["to"]),
            r["min_days"],
            r["max_days"],
            r["text"],
        )
        for event in events
        for r in event.relations
    ]


@pytest.mark.parametrize("code", ["it", "en", "es", "fr", "pt"])
def test_every_language_says_how_it_tells_order(code):
    words = relation_data(code)
    for section, names in SECTIONS.items():
        for name in names:
            assert words[section][name], f"{section}.{name}"
            assert all(word == word.lower().strip() for word in words[section][name])
    assert words["pluperfect"]["auxiliaries"]


def test_a_language_without_data_tells_no_order():
    assert relation_data("xx") == {}
    assert "it" in available()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Il sindaco ha chiuso ieri il ponte.", "it", ("ha chiuso", 1, 1, "ieri")),
        ("Il sindaco ha chiuso il ponte tre giorni fa.", "it", ("ha chiuso", 3, 3, "tre giorni fa")),
        ("The mayor closed the bridge yesterday.", "en", ("closed", 1, 1, "yesterday")),
    ],
)
def test_days_counted_from_a_vague_publication(text, language, expected):
    trigger, low, high, words = expected
    assert (trigger, "published", low, high, words) in relations(text, language=language)


def test_a_publication_known_to_the_day_needs_no_relation():
    assert relations("Il sindaco ha chiuso ieri il ponte.", published="2022-01-08") == []


def test_undated_past_is_not_after_and_plans_not_before_publication():
    past = relations("La polizia ha arrestato due uomini.")
    assert [(r[1], r[2], r[3]) for r in past] == [("published", 0, None)]
    plan = relations("Il governo costruirà un ponte.")
    assert [(r[0], r[2], r[3]) for r in plan] == [("published", 0, None)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "La polizia ha occupato la piazza. Il ministro ha poi incontrato i manifestanti.",
            "it",
            ("ha occupato", "incontrato", "poi"),
        ),
        (
            "The crowd stormed the town hall. Soldiers later cleared the square.",
            "en",
            ("stormed", "cleared", "later"),
        ),
        (
            "Soldiers cleared the square after the crowd had stormed the town hall.",
            "en",
            ("stormed", "cleared", "after"),
        ),
        (
            "Il governo ha liberato Mario Rossi. La polizia lo aveva arrestato in un albergo.",
            "it",
            ("arrestato", "liberato", "aveva arrestato"),
        ),
    ],
)
def test_words_of_order(text, language, expected):
    found = relations(text, language=language, published="2022-01-08")
    first, second, words = expected
    told = [(a, b) for a, b, low, high, given in found if (low, high, given) == (0, None, words)]
    assert any(first in a and second in b for a, b in told), found


def test_what_is_told_in_the_past_was_before_it_was_told():
    found = relations("Il ministro ha detto che la polizia ha arrestato due uomini.", published="2022-01-08")
    assert ("ha arrestato", "ha detto", 0, None, "ha detto") in found


def test_what_did_not_happen_has_no_place_in_time():
    text = "La polizia ha occupato la piazza. Il ministro non ha poi incontrato i manifestanti."
    assert relations(text, published="2022-01-08") == []


def test_what_was_ordered_is_not_before_the_order():
    told = relations("Ieri il presidente ha ordinato di sparare.")
    assert ("ha ordinato", "sparare", 0, None, "sparare") in told
