"""Who did it: subjects left out, gerunds, people called by little, those charged with a deed."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def row(text: str, trigger: str, language: str = "it") -> Event:
    """Give the row of a trigger."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    return next(e for e in events if e.trigger == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # who breaks in is none of those who shut the shop, or arrest
        (
            "La titolare ha chiuso il bar. La polizia ha fermato un ragazzo. Ha rubato un orologio.",
            "Ha rubato",
            "ragazzo",
        ),
        (
            "Un pittore ha colpito una commessa. Poi gli agenti hanno fermato il ladro. È fuggito nel parco.",
            "È fuggito",
            "ladro",
        ),
        # number and gender
        (
            "Ieri il titolare Aldo Verri ha chiuso il negozio alle 21. Hanno rubato il denaro.",
            "Hanno rubato",
            None,
        ),
        ("Il sindaco ha incontrato la ministra. È partita per Roma.", "È partita", "ministra"),
        # a place that somebody went to does nothing
        (
            "Due ladri hanno preso un'auto. Sono scappati a Borgonuovo dove hanno rubato una moto.",
            "hanno rubato",
            "Due ladri",
        ),
        # what is joined has the same subject
        (
            "Un giovane ha raggiunto una donna. L'ha seguita, ha aperto lo zaino e ha preso il telefono.",
            "ha preso",
            "giovane",
        ),
        (
            "La signora è uscita di casa alle otto. La strada era vuota. Il cielo era grigio. "
            "Ha chiamato i carabinieri.",
            "Ha chiamato",
            "signora",
        ),
        # whoever is from a town that the text names; what one does goes on
        (
            "Ieri a Lecco il mercato era aperto. Un lecchese ha lasciato la sua auto in strada. "
            "È sceso a comprare il pane.",
            "È sceso",
            "lecchese",
        ),
        # in a quotation, the offenders told of before it; a form for *I* and *they* with a participle of one
        (
            "I ladri sono entrati in un bar di Lecco. «Si sono mossi in fretta», racconta la barista.",
            "Si sono mossi",
            "ladri",
        ),
        ("Nel parco è arrivata una pattuglia. Che ha fermato due ladri.", "ha fermato", "pattuglia"),
        ("Il bar è stato derubato. Indagano i carabinieri.", "Indagano", "carabinieri"),
        # cleft sentences
        ("A chiamare i vigili è stata una vicina.", "chiamare", "vicina"),
        ("È stata una vicina a chiamare i vigili.", "chiamare", "vicina"),
        ("A raccontare la vicenda è il titolare, Ugo Neri.", "raccontare", "Ugo Neri"),
        ("La barista dice: «Sono corsa fuori e ho chiamato i vigili».", "ho chiamato", "barista"),
        # offenders of whom a report speaks right after it opens
        ("Hanno rubato anche i computer. I ladri sono passati dal cortile.", "Hanno rubato", "ladri"),
    ],
)
def test_subjects_left_out(text, trigger, actor):
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Due persone hanno fermato una donna, rubando la borsa che aveva con sé.", "rubando", "Due persone"),
        (
            "Due uomini hanno spinto una donna, prendendo la borsa che aveva con sé e scappando.",
            "scappando",
            "Due uomini",
        ),
        ("Gli agenti, indagando sul furto, hanno fermato un uomo.", "indagando", "agenti"),
        ("La barista dice: «Ho aiutato gli agenti dando le foto».", "dando", "barista"),
    ],
)
def test_a_gerund_has_the_subject_of_the_verb_over_it(text, trigger, actor):
    assert row(text, trigger).actor == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        (
            "Il giudice ha sentito un 38 enne di Lodi. L'uomo aveva rubato un'auto.",
            "aveva rubato",
            "38 enne di Lodi",
        ),
        (
            "Due giovani con il cappuccio sono entrati nel bar. I ladri hanno preso il denaro.",
            "hanno preso",
            "Due giovani",
        ),
        ("La polizia è arrivata subito. L'uomo ha rubato un'auto.", "ha rubato", "uomo"),
    ],
)
def test_people_called_by_little_are_those_told_before(text, trigger, actor):
    assert row(text, trigger).actor == actor


def test_whoever_is_held_to_have_done_it_did_it_allegedly():
    text = "La coppia era nota. I due sono ritenuti responsabili del furto di una borsa."
    found = row(text, "furto")
    assert (found.actor, found.factuality) == ("I due", "reported")


def test_a_deed_without_a_doer_takes_the_two_charged_together():
    text = "La polizia ha arrestato un uomo e una donna per rapina. È stata rapinata una farmacia."
    assert row(text, "È stata rapinata").actor == "uomo e una donna"


def test_a_deed_without_a_doer_takes_the_only_one_charged_with_such_a_deed():
    text = "La polizia ha arrestato un 40enne tunisino per rapina. Ieri è stata rapinata una farmacia."
    found = row(text, "è stata rapinata")
    assert (found.actor, found.factuality) == ("40enne tunisino", "reported")
    assert found.attribution == ["polizia"]


@pytest.mark.parametrize(
    "text",
    [
        # with another deed
        "La polizia ha arrestato un 40enne per truffa. È stata rapinata una farmacia.",
        # somebody did it
        "La polizia ha arrestato un 40enne per rapina. Una donna ha rapinato una farmacia.",
    ],
)
def test_nobody_else_is_charged(text):
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "it")])
    [found] = [e for e in events if e.lemma == "rapinare"]
    assert found.actor in (None, "donna")


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Jane Novak lands in Lisbon to meet farmers\n\nShe came by train.", "lands", "Jane Novak"),
        (
            "Harbour vote: Novak leaves the council\n\nJane Novak left on Monday.",
            "leaves",
            "Jane Novak",
        ),
        (
            "Old Ferry Sinks Near the Harbour After Storm\n\nThe old ferry sinks near the harbour.",
            "Sinks",
            "Old ferry",
        ),
    ],
)
def test_titles(text, trigger, actor):
    found = row(text, trigger, "en")
    assert found.actor == actor


def test_the_span_of_an_actor_is_where_the_full_name_stands_near_by():
    text = "Novak leaves the council\n\nJane Novak left on Monday. Novak sold the house."
    for trigger in ("leaves", "sold"):
        found = row(text, trigger, "en")
        assert text[found.actor_start : found.actor_end] == "Jane Novak"


@pytest.mark.parametrize(
    "debris", ["https://news.example.org/a/due-ladri-tornano", "[[ge:x:y:Video:tornano gli studenti]]"]
)
def test_addresses_and_debris_tell_nothing(debris):
    text = f"Due ladri sono entrati nel bar. {debris} Hanno rubato il denaro."
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "it")])
    assert [e.actor for e in events] == ["Due ladri", "Due ladri"]
    assert not any(e.trigger_start in range(32, 32 + len(debris)) for e in events)
    assert all(text[e.trigger_start : e.trigger_end] == e.trigger for e in events)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # in a quotation, the offenders of whom the report speaks
        (
            "I ladri sono entrati di notte. «Hanno rubato tutto», ha detto la titolare.",
            "Hanno rubato",
            "ladri",
        ),
        # a pronoun takes up the one told of as an object
        (
            "Un ragazzo ha seguito una donna. L'ha colpita alla testa.",
            "ha colpita",
            "ragazzo",
        ),
        # what stands after a comma does not say which one
        (
            "Un 30enne di Parma è noto a tutti. L'uomo, vestito di bianco, ha rubato un'auto.",
            "ha rubato",
            "30enne di Parma",
        ),
        # le due are no men
        (
            "Due ragazze e due ragazzi erano al parco. Le due hanno rubato un estintore.",
            "hanno rubato",
            "Due ragazze",
        ),
        # whose plan it is
        (
            "Due uomini sono arrivati al bar con l'intento di rubare il denaro.",
            "rubare",
            "Due uomini",
        ),
    ],
)
def test_who_did_it(text, trigger, actor):
    found = row(text, trigger).actor
    assert found is not None and found.startswith(actor)


def test_whose_plan_it_is_in_english():
    text = "The minister's decision to leave the party surprised many."
    assert row(text, "leave", "en").actor == "minister"


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        (
            "Il prefetto ha visto i rettori. Tre giorni prima un gruppo di studenti aveva occupato la sala.",
            "aveva occupato",
            "gruppo di studenti",
        ),
        ("Poche ore dopo la folla ha occupato l'aeroporto.", "ha occupato", "folla"),
    ],
)
def test_a_time_before_a_subject_is_no_part_of_it(text, trigger, actor):
    assert row(text, trigger).actor == actor


def test_where_somebody_went_is_nobody():
    assert row("La premier è arrivata a Palazzo Chigi con i ministri.", "è arrivata").recipient is None


def test_a_thing_after_its_verb_does_nothing():
    found = row("I ladri sono entrati. Si sono presi un orologio.", "Si sono presi")
    assert (found.actor, found.object) == ("ladri", "un orologio")


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("The boy was rescued from a roof by volunteers.", "was rescued", "volunteers"),
        ("The lorry was stopped at the border by soldiers on Monday.", "was stopped", "soldiers"),
        ("The men were arrested on a ferry by police.", "were arrested", "police"),
        ("The mayor was quoted by local radio as saying that the bridge was safe.", "was quoted", "mayor"),
        ("Her story was told in a book by Kari Holm.", "was told", None),
        ("The men were identified in a study by police.", "were identified", None),
    ],
)
def test_who_did_it_behind_a_place(text, trigger, actor):
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "en")])
    assert next(e for e in events if trigger in e.trigger).actor == actor


@pytest.mark.parametrize(
    ("language", "text", "trigger", "actor"),
    [
        # the subject of a pronominal verb acts
        (
            "it",
            "Si dimette il sindaco di Borgonuovo, indagato per corruzione.",
            "Si dimette",
            "sindaco di Borgonuovo",
        ),
        ("es", "Las partes se reunirán de nuevo el martes.", "reunirán", "partes"),
        # an indicative behind a subjunctive belongs to the verb over it
        (
            "it",
            "L'opposizione teme che la crisi serva a rinviare il voto e ha convocato un corteo.",
            "ha convocato un corteo",
            "opposizione",
        ),
        (
            "es",
            "El sindicato teme que la crisis sirva para aplazar el voto y ha convocado una marcha.",
            "ha convocado una marcha",
            "sindicato",
        ),
        (
            "fr",
            "Le syndicat craint que la crise serve à repousser le vote et a convoqué une marche.",
            "a convoqué une marche",
            "syndicat",
        ),
        # a noun right before its own verb is its subject alone
        (
            "it",
            "Negli scontri sono rimaste ferite almeno trenta persone e un ragazzo sarebbe morto ieri.",
            "sarebbe morto",
            "ragazzo",
        ),
        # by whose hand
        (
            "it",
            "Il sindaco ha lasciato dopo la perquisizione del suo ufficio da parte della Guardia di finanza.",
            "la perquisizione",
            "Guardia di finanza",
        ),
        # an adverb before a participle is nobody
        (
            "it",
            "Due ladri sono stati scoperti. Prontamente fermati, non riuscivano a dare una spiegazione.",
            "riuscivano a dare",
            "Due ladri",
        ),
        # for what somebody else did
        ("es", "La dirección destituyó a Ana Sanz por criticar los recortes.", "criticar", "Ana Sanz"),
        ("pt", "A direção demitiu a médica Ana Reis por criticar os cortes.", "criticar", "Ana Reis"),
    ],
)
def test_whose_deed(language, text, trigger, actor):
    assert row(text, trigger, language).actor == actor


@pytest.mark.parametrize(
    ("language", "text", "trigger", "actor"),
    [
        # whom the text calls unknown are several
        (
            "it",
            "Ignoti hanno tentato di rubare la cassa, per prelevare il denaro versato dai clienti. "
            "Per abbattere la colonnina hanno utilizzato un furgone.",
            "hanno utilizzato",
            "Ignoti",
        ),
        # a verb in capitals is part of no name
        ("it", "LA CITY RESPINGE IL PACCHETTO LIBICO.", "RESPINGE", "CITY"),
        # what stands behind a verb with a subject is no other subject of it
        (
            "it",
            "Benedetti, eletto nel 2021 con il 54 per cento dei voti, è accusato di aver favorito l'impresa "
            "edile Costruzioni Marini nell'appalto per la nuova scuola media, vinto nel marzo dell'anno "
            "scorso. Secondo la procura avrebbe ricevuto denaro.",
            "avrebbe ricevuto",
            "Benedetti",
        ),
        # whom something is asked of, and what is told of them
        (
            "fr",
            "Le ministre a demandé un rapport à l'inspection du travail, qui avait contrôlé l'usine en 2023.",
            "avait contrôlé",
            "inspection du travail",
        ),
        # an office of a woman beside a name tells whom the pronoun does not mean
        (
            "fr",
            "« C'est un drame », a déclaré la directrice du site, Anne Keller, qui s'est rendue "
            "auprès des familles. Selon un délégué syndical, la direction aurait été alertée. "
            "« Nous l'avons écrit », affirme-t-il.",
            "affirme",
            "délégué syndical",
        ),
    ],
)
def test_who_goes_on(language, text, trigger, actor):
    assert row(text, trigger, language).actor == actor


@pytest.mark.parametrize("mark", ["'", "’"])
@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        (
            "I carabinieri hanno proceduto all'arresto di un uomo.",
            "hanno proceduto all'arresto",
            "carabinieri",
        ),
        (
            "Due agenti si sono messi all'inseguimento dei ladri.",
            "si sono messi all'inseguimento",
            "Due agenti",
        ),
        ("Dopo l'approvazione del ministero il ponte è stato chiuso.", "l'approvazione", "ministero"),
    ],
)
def test_a_noun_behind_a_verb_of_going_on_is_done_by_its_subject(
    text: str, trigger: str, actor: str, mark: str
) -> None:
    [(_, events)] = extract([Document("a", text.replace("'", mark), UNKNOWN_WHEN, "it")])
    found = next(e for e in events if e.trigger == trigger.replace("'", mark))
    assert found.actor == actor


def test_things_that_are_kept_somewhere_tell_no_deed() -> None:
    [(_, events)] = extract([Document("a", "Ha rubato i quadri rinchiusi in cantina.", UNKNOWN_WHEN, "it")])
    assert [e.trigger for e in events] == ["Ha rubato"]


def test_whoever_is_accused_of_having_done_it_did_it() -> None:
    text = "La polizia ha arrestato un uomo accusato di aver rubato una bici."
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "it")])
    assert next(e.actor for e in events if e.trigger == "aver rubato") == "uomo"


def test_whoever_tells_a_news_conference_holds_it() -> None:
    text = "Lund told a news conference on Tuesday that the port would close."
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "en")])
    assert next(e.actor for e in events if e.trigger == "conference") == "Lund"


def test_whoever_suffers_a_deed_has_not_done_it() -> None:
    text = "Il negozio ha subito un furto. I vicini hanno ricevuto la visita dei ladri."
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "it")])
    assert not {"negozio", "vicini"} & {e.actor for e in events}


def test_whoever_speaks_at_a_meeting_takes_part_in_it() -> None:
    text = "On the phone call with donors on Saturday, Holm said the port would close."
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "en")])
    assert next(e.actor for e in events if e.trigger == "call") == "Holm"


def test_a_return_that_is_put_off_is_none() -> None:
    [(_, events)] = extract([Document("a", "Her return is put off.", UNKNOWN_WHEN, "en")])
    assert not any("return" in e.trigger for e in events)
