"""Whose deed it is when the parser's subject cannot be: number, gender, clauses, relative pronouns."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def row(text: str, trigger: str, language: str = "it") -> Event:
    """Give the row of a trigger."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    return next(e for e in events if trigger in e.trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # of verbs joined, the subject told last
        (
            "La donna si volta un attimo ed ecco che un ragazzo apre la porta e ruba lo zaino.",
            "ruba",
            "ragazzo",
        ),
        # a noun of another number is no subject
        (
            "Due giovani sono entrati nel deposito. Forzando un lucchetto hanno rubato gli attrezzi.",
            "hanno rubato",
            "Due giovani",
        ),
        # the noun that agrees, further left
        (
            "La polizia cerca un gruppo di stranieri, che aveva rubato due camion.",
            "aveva rubato",
            "gruppo di stranieri",
        ),
        # a clause before a colon
        (
            "A farne le spese è stato il bar Aurora: i vicini hanno visto un uomo che ha rotto il vetro ed è "
            "fuggito.",
            "fuggito",
            "uomo",
        ),
    ],
)
def test_a_subject_that_agrees(text, trigger, actor):
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # a participle belongs to the noun that it agrees with
        ("La polizia indaga sul furto di una borsa. È accaduto ieri alle 12.", "È accaduto", None),
        # two who act together
        ("Un uomo e una donna hanno derubato un turista.", "hanno derubato", "uomo e donna"),
        ("Ada Bini e Ugo Neri hanno firmato un accordo.", "hanno firmato", "Ada Bini e Ugo Neri"),
        # whoever is called by an age is nobody of another age, and a bare noun behind a preposition nobody
        (
            "Un uomo è accusato di resistenza a pubblico ufficiale. Il 23enne ha forzato una finestra.",
            "ha forzato",
            "23enne",
        ),
        # "of" names the one who acts
        ("Ieri alle 12 c'è stato l'intervento dei carabinieri di Lodi.", "intervento", "carabinieri di Lodi"),
    ],
)
def test_who_acts(text, trigger, actor):
    assert row(text, trigger).actor == actor


def test_who_robs_is_one_of_the_offenders():
    text = (
        "La polizia cerca due ladri greci. Gli agenti hanno sentito i conducenti. Le avevano rubato la borsa."
    )
    assert row(text, "avevano rubato").actor == "due ladri greci"


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # a thing listed behind the object does nothing
        (
            "Il ladro è entrato nel negozio. Ha scelto una maglia, un profumo e dei sandali.",
            "Ha scelto",
            "ladro",
        ),
        # behind a verb without objects stands who does it
        ("Un uomo è fuggito. Sul furto indagano i carabinieri di Lodi.", "indagano", "carabinieri di Lodi"),
        # whom a clause brings in
        (
            "La pattuglia ha visto tutto. Si tratta di un 50enne greco: aveva rubato un'auto.",
            "aveva rubato",
            "50enne greco",
        ),
        # a deed of people, not of their watch
        (
            "Il colpo è fallito grazie all'attenzione di una pattuglia di Lodi, che ha arrestato un uomo.",
            "ha arrestato",
            "pattuglia di Lodi",
        ),
    ],
)
def test_who_is_told_elsewhere_in_the_sentence(text, trigger, actor):
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # the noun with which a clause opens, before an aside
        (
            "Ieri un furto è avvenuto in via Po: un uomo, forse un 40enne già noto, ha forzato la porta.",
            "ha forzato",
            "uomo",
        ),
        # the place of the report in capitals
        ("VAL DI NEVA Hanno forzato una porta.", "Hanno forzato", None),
        # behind a verb of going or beginning
        ("Nel mirino finisce il negozio Alba di Lodi.", "finisce", "negozio Alba di Lodi"),
    ],
)
def test_who_opens_the_clause(text, trigger, actor):
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # *I* leaves no room for a noun
        (
            "Nel momento in cui ha preso scatole e scatolette ho telefonato alla polizia.",
            "ho telefonato",
            None,
        ),
        # a charge is of whoever is held under it
        (
            "Si è dimesso Enzo Papi, arrestato il 7 maggio con l'accusa di aver pagato tangenti.",
            "aver pagato",
            "Enzo Papi",
        ),
        # a relative clause that does not agree with its noun
        (
            "I due ladri hanno preso il mezzo per il solo motivo che hanno rimosso il sistema.",
            "hanno rimosso",
            "due ladri",
        ),
        # seen doing it
        ("I proprietari hanno visto il ladro scappare con oro e gioielli.", "scappare", "ladro"),
    ],
)
def test_who_is_meant_by_the_verb(text, trigger, actor):
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        (
            "Ha scatenato l'ira dell'uomo il quale, dopo un attimo, ha preso a pugni la vetrina.",
            "ha preso",
            "uomo",
        ),
        (
            "Verso le 9 un coltivatore diretto, Ugo Dini di 24 anni, mentre lavorava nell'orto di fronte "
            "alla villa ha udito delle grida.",
            "ha udito",
            "coltivatore diretto",
        ),
    ],
)
def test_relatives_with_an_article_and_roots_that_are_nouns(text, trigger, actor):
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # the participle has the gender of the person inside the phrase
        ("La villa del sindaco Ugo Neri, che ieri si era dimesso, è bruciata.", "si era dimesso", "Ugo Neri"),
        # what seems the object of *arrive* begins to
        ("Nel porto hanno cominciato ad arrivare le navi.", "hanno cominciato ad arrivare", "navi"),
    ],
)
def test_by_gender_and_by_verbs_of_going(text, trigger, actor):
    assert row(text, trigger).actor == actor


def test_nothing_does_nothing():
    assert row("Non è emerso nulla sulle cause del rogo.", "è emerso").actor is None


def test_a_verb_behind_a_relative_clause_is_the_main_one():
    text = "La villa del sindaco Ugo Neri, che ieri si era dimesso, è stata incendiata."
    assert row(text, "è stata incendiata").object == "La villa del sindaco Ugo Neri"


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # behind a verb whose perfect has *be* there is no object
        (
            "Con i due medici è rientrata in Italia anche una famiglia di profughi.",
            "è rientrata",
            "famiglia di profughi",
        ),
        ("Nei guai è finito un 40enne residente a Parma.", "è finito", "40enne residente"),
        # of two objects behind a verb the second is who acts
        ("Nel crollo persero la vita sei operai.", "persero", "sei operai"),
        ("Ha dato il suo aiuto anche il gruppo di volontari.", "Ha dato", "gruppo di volontari"),
        # somebody goes on into a clause of time, a thing does not
        (
            "I due sono stati bloccati dagli agenti mentre stavano caricando le casse.",
            "stavano caricando",
            "I due",
        ),
        # a relative pronoun behind the pronoun of an aside, or two joined nouns
        (
            "Si tratta di due ragazze, una delle quali minorenne, che ora dovranno rispondere di furto.",
            "dovranno",
            "due ragazze",
        ),
        (
            "Non contavano su due commesse e un addetto alla vigilanza, che li hanno seguiti.",
            "hanno seguiti",
            "due commesse e addetto",
        ),
        # far from its noun, which the article tells
        (
            "Gli agenti hanno sentito la vittima, nota per i suoi trascorsi, la quale ha raccontato tutto.",
            "ha raccontato",
            "vittima",
        ),
        # of another number than the noun that the clause hangs on
        (
            "Ne è nato un inseguimento per le strade deserte che è terminato in via Roma.",
            "è terminato",
            "inseguimento per le strade",
        ),
        (
            "Al termine di tre giorni di scontri, che hanno distrutto alcuni quartieri, il bilancio è grave.",
            "hanno distrutto",
            "scontri",
        ),
        # a second clause joined to the first
        (
            "Una politica che ha creato ricchezza, ma che si è ripercossa sui lavoratori.",
            "si è ripercossa",
            "politica",
        ),
        # what something is done to in a relative clause: who acts above does it
        ("L'altro è fuggito a bordo di una moto che aveva lasciato in strada.", "aveva lasciato", "L'altro"),
    ],
)
def test_whoever_stands_behind_or_above_the_verb_does_it(text: str, trigger: str, actor: str) -> None:
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("«Ho chiamato la polizia – racconta Mario Neri – e sono uscito».", "Ho chiamato", "Mario Neri"),
        ("«È stato il rumore», dice Anna Rossi. «Ho chiamato i carabinieri».", "Ho chiamato", "Anna Rossi"),
        ("Anna Rossi è amareggiata: «Ho chiamato i carabinieri».", "Ho chiamato", "Anna Rossi"),
    ],
)
def test_what_i_did_whoever_says_it_did(text: str, trigger: str, actor: str) -> None:
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Questo risultato, precisa l'Istat, è dovuto ai consumi.", "precisa", "Istat"),
        ("Le violazioni contestate, spiegano in questura, sono tre.", "spiegano", "questura"),
    ],
)
def test_what_is_said_around_a_saying_does_not_speak(text: str, trigger: str, actor: str) -> None:
    assert row(text, trigger).actor == actor
