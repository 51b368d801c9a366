"""Which words tell a statement and which an action; who says it."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.languages import info

HAVE = {pack.code for pack in info()}


def events_of(language: str, text: str) -> list[Event]:
    """Extract from one text, or skip where the language has no pack."""
    if language not in HAVE:
        pytest.skip(f"no language pack for {language!r} here")
    [(_, events)] = extract([Document("d.txt", text, language=language)])
    return events


def one(events: list[Event], word: str) -> Event:
    """Give the event whose trigger holds a word."""
    found = [e for e in events if word in e.trigger]
    assert len(found) == 1, [(e.kind, e.trigger) for e in events]
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "cue", "type_", "words"),
    [
        ("en", "The union demanded the release of two drivers.", "demanded", "DEMAND", "two drivers"),
        ("en", "The mayor proposed a new bridge.", "proposed", "CONSULT", "a new bridge"),
        ("es", "El sindicato exigió la liberación de dos obreros.", "exigió", "DEMAND", "liberación"),
        ("it", "Il sindacato ha chiesto la liberazione di due operai.", "chiesto", "DEMAND", "liberazione"),
        ("fr", "Le syndicat a exigé la libération de deux ouvriers.", "exigé", "DEMAND", "libération"),
    ],
)
def test_a_demand_for_a_thing_is_an_action(
    language: str, text: str, cue: str, type_: str, words: str
) -> None:
    event = one(events_of(language, text), cue)
    assert (event.kind, event.speech_act, event.event_type) == ("action", None, type_)
    assert event.content is None
    assert words in f"{event.recipient} {event.object}"


@pytest.mark.parametrize(
    "text",
    [
        "The union demanded that two drivers be released.",
        "The union demanded «the release of two drivers».",
    ],
)
def test_a_demand_that_tells_something_is_a_statement(text: str) -> None:
    event = one(events_of("en", text), "demanded")
    assert (event.kind, event.speech_act, event.event_type) == ("statement", "demand", "DEMAND")


def test_what_is_demanded_stays_planned() -> None:
    events = events_of("en", "The union demanded on Monday the resignation of Carla Neri.")
    assert all(e.factuality != "asserted" for e in events if "resignation" in e.trigger)


@pytest.mark.parametrize(
    ("text", "cue", "actor"),
    [
        ("The talks went on. “Why did it take so long?” Moretti asked. Nobody replied.", "asked", "Moretti"),
        ("The new port, Laura Bell vowed, would bring jobs to the town.", "vowed", "Laura Bell"),
        ("The deal, which Laura Bell denounced on Thursday, failed.", "denounced", "Laura Bell"),
        ("Bell went after the mayor, calling him “a total failure”.", "calling", "Bell"),
        ("But, according to the survey, 46 percent of voters remain undecided.", "according to", "survey"),
    ],
)
def test_statements_beside_their_words(text: str, cue: str, actor: str) -> None:
    event = one(events_of("en", text), cue)
    assert event.kind == "statement"
    assert event.actor is not None and actor in event.actor


def test_what_they_were_told_inside_a_statement() -> None:
    event = one(events_of("en", "Drivers said they were told that the road would be closed."), "told")
    assert (event.kind, event.content) == ("statement", "that the road would be closed")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("New loans continue to slow, and banks are worried.", "continue"),
        ("Her brother was found guilty in March.", "found"),
        ("The court released Marco Neri on Monday.", "released"),
        ("The company posted a loss of 4 million euros.", "posted"),
    ],
)
def test_verbs_that_say_only_with_words(text: str, word: str) -> None:
    assert not [e for e in events_of("en", text) if e.kind == "statement" and word in e.trigger]


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("it", "Il cane abbaiava. E così i vicini hanno avvisato la polizia.", "avvisato"),
        ("it", "Due uomini sono fuggiti. I carabinieri lo hanno denunciato.", "denunciato"),
    ],
)
def test_the_sentence_before_is_not_the_content(language: str, text: str, cue: str) -> None:
    told = [e for e in events_of(language, text) if cue in e.trigger]
    assert not any((e.content or "").startswith(("Il cane", "Due uomini")) for e in told)


@pytest.mark.parametrize(
    ("language", "text", "source", "words"),
    [
        ("it", "Secondo Neri, Conti si è dimesso; lui nega.", "Secondo", "si è dimesso"),
        (
            "pt",
            "Segundo a polícia, o grupo bloqueou a ponte; ontem o clube negou o bloqueio.",
            "Segundo",
            "bloqueou",
        ),
    ],
)
def test_a_denial_does_not_cross_a_semicolon(language: str, text: str, source: str, words: str) -> None:
    events = events_of(language, text)
    assert one(events, source).speech_act == "say"
    assert one(events, words).factuality == "reported"


def test_a_gerund_with_an_object_leaves_the_sentence_to_the_verb_of_saying() -> None:
    text = "Almeno sette persone sono disperse, ha detto il sindaco, correggendo un bilancio precedente."
    event = one(events_of("it", text), "correggendo")
    assert (event.speech_act, event.content) == ("retract", "un bilancio precedente")


def test_presents_that_look_like_another_word_are_read():
    [(_, events)] = extract([Document("a", "L'entreprise dément avoir reçu la lettre.", language="fr")])
    assert [(e.speech_act, e.factuality) for e in events] == [("deny", "asserted"), (None, "denied")]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "source"),
    [
        ("it", "Il caso nacque da un articolo del Corriere, secondo il quale il denaro era sparito.",
         "era sparito", ["Corriere"]),
        ("es", "El caso estalló tras un informe, según el cual el dinero pasó por Chipre.", "pasó", []),
        ("fr", "L'affaire a éclaté avec le site Médialyre, selon lequel l'argent a disparu.", "a disparu",
         ["Médialyre"]),
    ],
)  # fmt: skip
def test_a_relative_source_vouches_for_its_own_clause_only(language, text, trigger, source):
    [(_, events)] = extract([Document("a", text, language=language)])
    told = next(e for e in events if e.trigger == trigger)
    assert events[0].factuality == "asserted"
    assert (told.factuality, told.attribution) == ("reported", source)


@pytest.mark.parametrize(
    ("language", "text", "speaker", "content"),
    [
        ("en", "The port, said Anna Lee, has lost its trade.", "Anna Lee", "The port has lost its trade"),
        (
            "en",
            "The new bridge, said the mayor of Alta, will open on Monday.",
            "mayor of Alta",
            "The new bridge will open on Monday",
        ),
        ("en", "According to what the mayor said, two men stole a car.", "mayor", "two men stole a car"),
        ("en", 'The firm closed "all plants", saying that costs rose.', "firm", "that costs rose"),
        ("fr", "Le feu a détruit un bois, selon ce qu'a dit le maire.", "maire", "Le feu a détruit un bois"),
        ("it", "Secondo quanto riferisce la polizia, i due sono fuggiti.", "polizia", "i due sono fuggiti"),
        ("es", "«No nos avisó nadie», se quejó Marta Ruano.", "Marta Ruano", "«No nos avisó nadie»"),
    ],
)
def test_one_statement_of_who_speaks_between_or_behind(language, text, speaker, content):
    [(_, events)] = extract([Document("a", text, language=language)])
    told = [(e.actor, e.content) for e in events if e.kind == "statement"]
    assert told == [(speaker, content)]


def test_a_name_at_the_end_that_hangs_elsewhere_speaks():
    text = "The tram which tipped will be removed tomorrow at the earliest, British Transport Police said."
    [(_, events)] = extract([Document("a", text, language="en")])
    assert [(e.actor, e.trigger) for e in events if e.kind == "statement"] == [
        ("British Transport Police", "said")
    ]


def test_what_is_attributed_to_something_is_claimed():
    [(_, events)] = extract([Document("a", "The mill attributed the loss to higher costs.", language="en")])
    assert [(e.kind, e.trigger) for e in events] == [("statement", "attributed")]


def test_who_prepares_for_something_says_nothing():
    [(_, events)] = extract([Document("a", "The miners prepared to leave the camp.", language="en")])
    assert {e.kind for e in events} == {"action"}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The war in Alba has claimed 40 lives since May.", "claimed"),
        ("The report found that Mr Reed committed no crime.", "committed"),
        ("Soldiers clashed with the miners on Monday.", "clashed"),
    ],
)
def test_what_is_suffered_done_or_fought_over_is_not_said(text: str, trigger: str) -> None:
    assert one(events_of("en", text), trigger).kind == "action"
