"""What a third party says of a statement is none of it; the preposition, title and name of who speaks."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract


def rows(language: str, text: str) -> list[Event]:
    """Give the rows of a text."""
    [(_, events)] = extract([Document("a", text, language=language)])
    return events


@pytest.mark.parametrize(
    ("language", "text", "speaker", "content", "other"),
    [
        (
            "en",
            "Bell said that the army had shelled the port, a claim Kyiv dismissed as propaganda.",
            "Bell",
            "that the army had shelled the port",
            "dismissed",
        ),
        (
            "en",
            "Bell said the army had bombed the school, a charge that Damascus denied.",
            "Bell",
            "the army had bombed the school",
            "denied",
        ),
        (
            "fr",
            "Bamako lui reproche d'avoir armé les rebelles, ce que Paris conteste.",
            "Bamako",
            "d'avoir armé les rebelles",
            "conteste",
        ),
        (
            "it",
            "Il sindaco ha detto che l'esercito ha ucciso tre civili, accusa che Mosca respinge.",
            "sindaco",
            "che l'esercito ha ucciso tre civili",
            "respinge",
        ),
        (
            "es",
            "El alcalde dijo que el ejército mató a tres civiles, lo que Lima desmintió.",
            "alcalde",
            "que el ejército mató a tres civiles",
            "desmintió",
        ),
        (
            "pt",
            "O autarca disse que o exército matou três civis, o que Lisboa nega.",
            "autarca",
            "que o exército matou três civis",
            "nega",
        ),
        (
            "es",
            "La fiscal Elena Prats ordenó a la policía que registrara la sede, pero el juez no lo autorizó.",
            "Elena Prats",
            "que registrara la sede",
            "autorizó",
        ),
    ],
)
def test_a_comment_of_a_third_party_is_no_part_of_what_is_said(language, text, speaker, content, other):
    found = rows(language, text)
    statement = next(e for e in found if e.kind == "statement")
    assert (statement.actor, statement.content) == (speaker, content)
    comment = next(e for e in found if e.trigger == other)
    assert comment.reported_by is None
    assert comment.attribution == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("it", 'Per Monti "il mercato ha già deciso".', "Monti"),
        ("it", "Per il sindaco Rossi «la giunta ha rubato tre milioni».", "Rossi"),
        ("it", "«Una vergogna», per il sindaco Rossi.", "Rossi"),
        ("fr", "Pour le maire Durand, « l'armée a tué douze civils ».", "Durand"),
        ("es", "Para Ana Ruiz, «el gobierno ha mentido».", "Ana Ruiz"),
        ("pt", "Para Rui Costa, «o governo mentiu».", "Rui Costa"),
        ("en", 'For Monti, "the market has already decided".', "Monti"),
    ],
)
def test_a_preposition_before_a_quotation_names_its_speaker(language, text, speaker):
    found = rows(language, text)
    statement = next(e for e in found if e.kind == "statement")
    assert (statement.actor, statement.speech_act) == (speaker, "say")
    assert all(e.factuality == "reported" for e in found if e.kind == "action")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Per il delitto la polizia ha arrestato tre uomini."),
        ("fr", "Pour Noël, la mairie a fermé la rue."),
        ("en", "For Christmas, the mayor closed the street."),
    ],
)
def test_without_a_quotation_the_preposition_names_none(language, text):
    assert [e.kind for e in rows(language, text)] == ["action"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("it", "«La sentenza è ingiusta», ha detto il suo predecessore, Ugo Manera.", "Ugo Manera"),
        ("fr", "« L'armée a tué mon frère », a dit son avocate, Me Sophie Lambert.", "Sophie Lambert"),
        ("fr", "« L'armée a tué mon frère », a dit l'ingénieure Anne Lai.", "Anne Lai"),
        ("es", "«El ejército mató a mi hermano», dijo la ingeniera Ana Lara.", "Ana Lara"),
        ("es", "El presidente Pérez viajó a Lima, dijo su portavoz, Ana Ruiz.", "Ana Ruiz"),
        ("pt", "«O exército matou o meu irmão», disse a engenheira Ana Lara.", "Ana Lara"),
    ],
)
def test_a_name_beside_a_title_speaks(language, text, speaker):
    statement = next(e for e in rows(language, text) if e.kind == "statement")
    assert statement.actor == speaker


@pytest.mark.parametrize(
    ("language", "text", "trigger", "speaker"),
    [
        ("en", "In Smith's view, the army killed three men.", "In Smith's view", "Smith"),
        ("en", "“He is a real disgrace.” — Anna Lee", "—", "Anna Lee"),
        ("it", "Anna Lai è una storica. A suo avviso, il piano è un errore.", "A suo avviso", None),
        ("es", "El plan, en su opinión, es malo.", "en su opinión", None),
        ("pt", "Na sua opinião, o plano é mau.", "Na sua opinião", None),
        ("fr", "À son avis, le plan est mauvais.", "À son avis", None),
    ],
)
def test_whose_opinion_it_is_and_whose_signature(language, text, trigger, speaker):
    statement = next(e for e in rows(language, text) if e.kind == "statement")
    assert (statement.trigger, statement.actor or None) == (trigger, speaker or statement.actor)
    assert statement.content


def test_a_source_at_the_end_is_no_part_of_what_others_said():
    found = rows("en", "Women said that the street does more harm than good, according to an exit poll.")
    said, source = found
    assert said.content == "that the street does more harm than good"
    assert (said.attribution, source.actor) == (["exit poll"], "exit poll")


def test_with_an_object_to_call_is_not_to_call_for():
    found = rows("en", "He called him a “liar” for telling the story.")
    assert [(e.kind, e.speech_act) for e in found if e.trigger == "called"] == [("statement", "say")]


def test_who_is_told_of_in_a_statement_does_not_go_on_speaking():
    found = rows("es", "Destacó que Panamá hace esfuerzos. Añadió que el presidente huyó.")
    assert [e.actor for e in found if e.kind == "statement"] == [None, None]


def test_a_finite_past_that_looks_like_an_adjective_is_a_verb():
    [found] = rows("es", "El ejército mató a tres civiles en Lima.")
    assert (found.trigger, found.actor, found.recipient) == ("mató", "ejército", "tres civiles")
