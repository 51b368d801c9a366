"""Statements and actions, construction by construction, on sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.languages import available, info
from timeline.temporal import Interval, Moment, Precision, When

HAVE = {pack.code for pack in info()}
JANUARY = When(Interval(Moment.of(2022, 1), Moment.of(2022, 2)), Precision.MONTH)
needs_it = pytest.mark.skipif("it" not in HAVE, reason="no Italian language pack here")
needs_en = pytest.mark.skipif("en" not in HAVE, reason="no English language pack here")


def events_of(text: str, language: str = "it", published: When = JANUARY) -> list[Event]:
    """Extract from one text."""
    [(_, events)] = extract([Document("d.txt", text, published, language)])
    return events


def one(events: list[Event], word: str) -> Event:
    """Give the event whose trigger holds a word."""
    found = [e for e in events if word in e.trigger]
    assert len(found) == 1, [(e.kind, e.trigger) for e in events]
    return found[0]


@needs_it
@pytest.mark.parametrize(
    ("text", "cue", "actor", "content"),
    [
        ("Il sindaco ha detto che la scuola è chiusa.", "ha detto", "sindaco", "che la scuola è chiusa"),
        (
            "«La strada è chiusa», ha spiegato Marta Bianchi.",
            "ha spiegato",
            "Marta Bianchi",
            "«La strada è chiusa»",
        ),
        (
            "Secondo Marta Bianchi, il ponte è crollato ieri.",
            "Secondo",
            "Marta Bianchi",
            "il ponte è crollato ieri",
        ),
        (
            "Il ponte è crollato, riferisce la polizia, dopo la piena.",
            "riferisce",
            "polizia",
            "Il ponte è crollato",
        ),
    ],
)
def test_speaker_and_content(text: str, cue: str, actor: str, content: str) -> None:
    event = one(events_of(text), cue)
    assert event.kind == "statement"
    assert event.actor is not None and actor.lower() in event.actor.lower()
    assert event.content is not None and event.content.startswith(content)


@needs_it
def test_the_sentence_before_is_the_content() -> None:
    events = events_of("Due operai sono morti nel crollo. A renderlo noto, la prefettura di Modena.")
    told = one(events, "renderlo noto")
    assert told.content == "Due operai sono morti nel crollo"
    died = one(events, "morti")
    assert died.reported_by == told.event_id
    assert died.factuality == "reported"
    assert died.attribution == [told.actor]


@needs_it
def test_a_quotation_around_its_cues_is_shared_by_sentences() -> None:
    text = (
        "Ha aggiunto Anna Ferri: «La fabbrica riapre domani. Poi – ha concluso – assumeremo venti persone»."
    )
    events = events_of(text)
    told = one(events, "ha concluso")
    assert told.quote == "Poi assumeremo venti persone"
    assert one(events, "aggiunto").quote == "La fabbrica riapre domani."
    assert told.actor == "Anna Ferri"


@needs_it
def test_hearsay_is_not_asserted() -> None:
    event = one(events_of("Nella notte sarebbe stato ferito un agente."), "ferito")
    assert event.factuality == "reported"
    assert event.tense == "past"


@needs_it
def test_a_condition_is_no_hearsay() -> None:
    events = events_of("Se arrivassero i soldi, il comune aprirebbe la biblioteca.")
    assert all(e.factuality != "reported" for e in events)


@needs_it
def test_passive_agent_and_recipient() -> None:
    event = one(events_of("Due ladri sono stati arrestati ieri dalla polizia."), "arrestati")
    assert event.event_type == "COERCE"
    assert event.actor == "polizia"
    assert event.recipient in {"ladri", "Due ladri"}
    assert event.count_best == 2
    assert event.time_text == "ieri"


@needs_it
def test_plans_are_planned_and_open() -> None:
    event = one(events_of("I ministri hanno deciso di firmare un accordo."), "firmare")
    assert event.factuality == "planned"
    assert (event.start, event.end) == (JANUARY.interval.start, None)


@needs_it
@pytest.mark.parametrize("text", ["La capitale del paese è Astana.", "Il museo si trova in centro.", "Roma"])
def test_states_are_no_actions(text: str) -> None:
    assert [e for e in events_of(text) if e.kind == "action"] == []


@needs_it
def test_headings_inside_the_text_give_nothing() -> None:
    text = (
        "Il governo si è dimesso ieri.\n\nNuove proteste contro il governo\n\nLa piazza è stata sgomberata.\n"
    )
    assert all("proteste" not in e.trigger for e in events_of(text))


@needs_it
def test_publication_stands_in_by_tense() -> None:
    start, end = JANUARY.interval.start, JANUARY.interval.end
    past = one(events_of("La Germania ha sospeso gli aiuti."), "ha sospeso")
    present = one(events_of("La Germania sta aiutando il Mali."), "sta aiutando")
    future = one(events_of("La Germania sospenderà gli aiuti."), "sospenderà")
    assert [(e.start, e.end) for e in (past, present, future)] == [(None, end), (start, end), (start, None)]
    assert {e.time_basis for e in (past, present, future)} == {"publication"}


@needs_it
def test_a_date_goes_on_to_the_next_action() -> None:
    events = events_of("La banda ha forzato la porta lunedì 3 gennaio. Ha rubato due computer.")
    stolen = one(events, "rubato")
    assert stolen.time_basis == "context"
    assert stolen.edtf == "2022-01-03"


@needs_en
@pytest.mark.parametrize(
    ("text", "cue", "actor", "content"),
    [
        ("Soldiers fired at the crowd, witnesses said.", "said", "witnesses", "Soldiers fired at the crowd"),
        (
            "According to the ministry, two bridges collapsed.",
            "According to",
            "ministry",
            "two bridges collapsed",
        ),
        ('"We are leaving," Ann Lee said. "It is over."', "said", "Ann Lee", '"We are leaving,"'),
        ("The mayor denied that the school was closed.", "denied", "mayor", "that the school was closed"),
    ],
)
def test_english_statements(text: str, cue: str, actor: str, content: str) -> None:
    event = one(events_of(text, "en"), cue)
    assert event.kind == "statement"
    assert event.actor is not None and actor.lower() in event.actor.lower()
    assert event.content is not None and event.content.startswith(content)


@needs_en
def test_what_is_denied_is_denied() -> None:
    events = events_of("The mayor denied that the police had arrested the teacher.", "en")
    assert one(events, "arrested").factuality == "denied"


@needs_en
def test_a_negated_statement_vouches_for_nothing() -> None:
    events = events_of("The general was detained on Friday, though officials did not confirm it.", "en")
    assert one(events, "detained").factuality == "asserted"


def check(document: Document, events: list[Event]) -> None:
    """What holds for the rows of any text."""
    text = document.text
    assert len({e.event_id for e in events}) == len(events)
    for event in events:
        assert text[event.trigger_start : event.trigger_end] == event.trigger
        assert text[event.start_char : event.end_char] == event.text
        assert event.start_char <= event.trigger_start < event.trigger_end <= event.end_char
        assert len(event.trigger.split()) <= 6
        assert len(event.summary) < 80 and 0 <= event.importance <= 1
        assert event.kind in ("statement", "action")
        for name in ("actor", "recipient", "object", "time", "place", "content"):
            start, end = getattr(event, f"{name}_start"), getattr(event, f"{name}_end")
            assert (start is None) == (end is None)
            if start is not None:
                assert document.body_start <= start < end <= len(text)


PIECES = st.sampled_from(
    [
        "Il ministro ",
        "ha detto ",
        "che ",
        "«",
        "»",
        "“",
        "”",
        '"',
        "ieri ",
        "la polizia ",
        "ha arrestato ",
        "40 morti",
        ". ",
        ", ",
        ": ",
        "\n\n",
        "\n",
        " – ",
        "secondo ",
        "Khabar 24 ",
        "sarebbe stata uccisa ",
        "non ",
        "🙂",
        "\u200b",
        "(",
        ")",
        "A renderlo noto, ",
        "così sostiene ",
        "è ",
        "l’",
        "di ",
        "=1+1",
        "<b>",
        "\t",
        "\xa0",
    ]
)


@needs_it
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=40).map("".join))
@example("ha detto A renderlo noto, A renderlo noto, «. Il ministro Il ministro ")
def test_offsets_hold_on_any_text(text: str) -> None:
    document = Document("h.txt", text, JANUARY, "it")
    [(_, events)] = extract([document])
    check(document, events)


@needs_it
def test_rows_do_not_depend_on_the_batch() -> None:
    texts = [
        "Il governo ha chiuso la scuola.",
        "«Va bene», ha detto Marta Bianchi.",
        "La banda è fuggita ieri.",
    ]
    together = [
        e
        for _, events in extract(Document(str(n), t, JANUARY, "it") for n, t in enumerate(texts))
        for e in events
    ]
    alone = [
        e
        for n, t in enumerate(texts)
        for _, events in extract([Document(str(n), t, JANUARY, "it")])
        for e in events
    ]
    assert together == alone


def test_a_text_in_no_language_gives_nothing() -> None:
    assert next(extract([Document("x", "123 456")]))[1] == []


def test_every_language_with_a_lexicon_compiles() -> None:
    from timeline._errors import LanguageError
    from timeline.extraction._lexicon import load
    from timeline.languages import lexicon

    for code in available():
        try:
            lexicon(code)
        except LanguageError:
            continue
        assert load(code).entries


@pytest.mark.parametrize(
    ("heads", "mended"),
    [
        ([1, 0], [1, 1]),
        ([1, 2, 0, 3], [1, 2, 2, 3]),
        ([0, 0, 1], [0, 0, 1]),
        ([2, 2, 1], [2, 1, 1]),
        ([], []),
    ],
)
def test_a_parse_that_bites_its_tail_is_mended(heads: list[int], mended: list[int]) -> None:
    from timeline.extraction._words import _without_cycles

    assert _without_cycles(heads) == mended
