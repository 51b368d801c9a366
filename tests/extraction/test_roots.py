"""Clauses whose verb a parser took for a noun or hung on one: accusations, denials, named sources."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract


def rows(language: str, text: str) -> list[Event]:
    """Give the rows of a text."""
    [(_, events)] = extract([Document("a", text, language=language)])
    return events


@pytest.mark.parametrize(
    ("language", "text", "accuser", "deed"),
    [
        ("it", "La procura lo accusa di avere rubato due milioni.", "procura", "avere rubato"),
        ("it", "La procura gli contesta di avere rubato due milioni.", "procura", "avere rubato"),
        ("fr", "Le parquet l'accuse d'avoir volé deux millions.", "parquet", "avoir volé"),
        ("es", "La fiscalía lo acusa de haber robado dos millones.", "fiscalía", "haber robado"),
    ],
)
def test_who_accuses_somebody_by_a_pronoun_is_not_the_doer(language, text, accuser, deed):
    accusation, charged = rows(language, text)
    assert (accusation.speech_act, accusation.actor) == ("accuse", accuser)
    assert (charged.trigger, charged.actor) == (deed, None)
    assert (charged.factuality, charged.attribution) == ("reported", [accuser])


def test_to_contest_a_theft_to_somebody_is_to_accuse():
    accusation = rows("it", "Al 40enne sono stati contestati i furti di marzo.")[0]
    assert accusation.speech_act == "accuse"


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("it", "Il ministro nega di averlo ucciso.", "averlo ucciso"),
        ("it", "Il sindaco nega di avere mai ucciso un uomo.", "avere mai ucciso"),
        ("en", "The minister denied having shot the mayor.", "having shot"),
        ("en", "The firm denied hiding the deaths.", "hiding"),
    ],
)
def test_what_is_denied_is_denied_once(language, text, deed):
    denial, denied = rows(language, text)
    assert (denial.speech_act, denied.trigger) == ("deny", deed)
    assert (denied.factuality, denied.polarity) == ("denied", "positive")


def test_a_source_before_a_comma_leaves_the_clause_its_verb():
    found = rows("es", "Según la policía, al menos doce personas resultaron heridas el martes en Valencia.")
    hurt = next(e for e in found if e.kind == "action")
    assert (hurt.recipient, hurt.count_best, hurt.attribution) == ("doce personas", 12, ["policía"])
    found = rows("es", "Según testigos, la policía mató a tres hombres.")
    killed = next(e for e in found if e.kind == "action")
    assert (killed.actor, killed.recipient, killed.attribution) == ("policía", "tres hombres", ["testigos"])


def test_a_french_pronoun_behind_its_verb_is_the_subject():
    found = rows("fr", "L'ONU a signé l'accord. « C'est un premier pas », a-t-elle ajouté.")
    said = next(e for e in found if e.kind == "statement")
    assert (said.actor, said.recipient, said.polarity) == ("ONU", None, "positive")


def test_a_french_reflexive_perfect_is_no_passive():
    [found] = rows("fr", "L'armée s'est retirée du village.")
    assert (found.kind, found.actor) == ("action", "armée")


def test_a_name_before_a_verb_of_speech_is_its_subject():
    accusation, charged = rows("en", "Pike accused campaigners of misleading the court.")
    assert (accusation.speech_act, accusation.actor) == ("accuse", "Pike")
    assert (charged.actor, charged.attribution) == ("campaigners", ["Pike"])


def test_who_is_asked_says_what_comes_next():
    found = rows("en", "Asked whether he had killed the farmer, Dow said no.")
    assert [(e.trigger, e.actor, e.content) for e in found if e.kind == "statement"] == [
        ("Asked", None, "whether he had killed the farmer"),
        ("said", "Dow", "no"),
    ]
    assert next(e for e in found if e.kind == "action").factuality == "possible"
    said = next(e for e in rows("en", "Asked about the plan, Brandt said it failed.") if e.trigger == "said")
    assert (said.actor, said.content, said.attribution) == ("Brandt", "it failed", [])


def test_somebodys_people_vouch_between_commas():
    found = rows("it", "Il ministro, secondo i suoi collaboratori, è fuggito a Lima.")
    fled = next(e for e in found if e.kind == "action")
    assert (fled.actor, fled.factuality, fled.attribution) == ("ministro", "reported", ["collaboratori"])


@pytest.mark.parametrize(
    ("text", "asked", "content"),
    [
        ("When asked if the plan had failed, Brandt replied, “No.”", "asked", "if the plan had failed"),
        ("Asked on Monday whether the army would leave, Dow left.", "Asked", "whether the army would leave"),
    ],
)
def test_a_question_before_the_clause_of_who_is_asked_is_none_of_the_answer(text, asked, content):
    found = {e.trigger: e for e in rows("en", text) if e.kind == "statement"}
    assert found[asked].content == content
    assert all(e.content == "“No.”" for name, e in found.items() if name != asked)


def test_what_a_poll_found_is_a_statement_and_a_find_is_none():
    [poll] = rows("en", "A recent survey found considerable support for Brandt.")
    assert (poll.speech_act, poll.actor) == ("report", "recent survey")
    assert all(e.kind == "action" for e in rows("en", "Police found a body in the river."))


def test_to_condemn_an_attack_is_done_by_words():
    [done] = rows("en", "The council condemned the attack.")
    assert (done.kind, done.event_type) == ("action", "ACCUSE")


def test_a_past_of_speech_is_joined_to_said_not_to_would():
    text = "Baltic Trust said it would appeal and accused the ministry of hiding the report."
    found = {e.trigger: e for e in rows("en", text)}
    assert found["accused"].actor == "Baltic Trust"
    assert found["accused"].attribution == []
    assert found["hiding"].actor == "ministry"


def test_what_another_says_after_but_is_none_of_what_is_demanded():
    found = rows("en", "The opposition has called for her resignation, but Olav Dahl said she would stay.")
    said = next(e for e in found if e.trigger == "said")
    assert (said.actor, said.content, said.attribution) == ("Olav Dahl", "she would stay", [])


def test_what_a_relative_clause_tells_ends_with_it():
    text = "The regulator, which had criticised Norland in a report, is expected to send inspectors."
    criticised = next(e for e in rows("en", text) if e.trigger == "had criticised")
    assert criticised.content == "Norland in a report"


def test_what_follows_a_colon_is_not_what_is_denied():
    text = "La banca nega ogni accusa: in una nota ha spiegato che i controlli sono stati superati."
    denial, told = [e for e in rows("it", text) if e.kind == "statement"]
    assert (denial.content, told.content) == ("ogni accusa", "che i controlli sono stati superati")
    assert all(e.factuality == "reported" for e in rows("it", text) if e.kind == "action")


def test_a_source_ends_with_its_relative_clause():
    text = "According to two officials familiar with the audit, who asked not to be named, the firm lied."
    source = next(e for e in rows("en", text) if e.trigger == "According to")
    assert source.content == "the firm lied"


def test_a_second_verb_behind_a_quotation_has_its_own_object():
    found = {
        e.trigger: e for e in rows("en", "Karl Brandt called the speech “a disgrace” and demanded a vote.")
    }
    assert (found["called"].actor, found["called"].attribution) == ("Karl Brandt", [])
    assert (found["demanded"].actor, found["demanded"].object) == ("Karl Brandt", "a vote")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Holt said that Mary Lee had left. “We did not start this war,” she said.", "Anna Holt"),
        ("Carl Dow said that Mary Lee had left. “We did not start this war,” she said.", "Mary Lee"),
    ],
)
def test_who_spoke_goes_on_unless_the_pronoun_is_of_another_gender(text, speaker):
    assert [e.actor for e in rows("en", text) if e.kind == "statement"][-1] == speaker


def test_what_somebody_calls_a_thing_in_quotation_marks_is_part_of_what_is_said():
    [called] = rows("it", "Il ministro Carlo Neri ha definito «inaccettabile» la decisione del governo.")
    assert called.content == "«inaccettabile» la decisione del governo"


@pytest.mark.parametrize(
    ("language", "text", "trigger", "actor"),
    [
        ("it", "Il premier ha promesso aiuti.", "ha promesso", "premier"),
        ("it", "Il treno è deragliato.", "è deragliato", "treno"),
        ("es", "Según el Ministerio del Interior, 26 hombres armados murieron y 30 fueron detenidos.",
         "murieron", "26 hombres armados"),
        ("pt", "A aliança militar começou nesta quinta-feira a retirar as suas tropas.",
         "começou nesta quinta-feira a retirar", "aliança militar"),
    ],
)  # fmt: skip
def test_a_verb_taken_for_something_else_keeps_its_subject(
    language: str, text: str, trigger: str, actor: str
) -> None:
    assert [e.actor for e in rows(language, text) if e.trigger == trigger] == [actor]


def test_what_is_said_in_an_interview_is_said_once() -> None:
    text = "L'oppositore Mario Conti ha detto in un'intervista che le vittime sarebbero centinaia."
    assert [e.trigger for e in rows("it", text) if e.kind == "statement"] == ["ha detto"]
