"""What was taken, when and where: constructions of short reports."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import DAY, UNKNOWN_WHEN, Interval, Moment, Precision, When

PUBLISHED = Moment.of(2022, 1, 12)
STATED = When(Interval(PUBLISHED, Moment(PUBLISHED + DAY)), Precision.DAY)


def told(text: str, language: str = "it", published: When = STATED) -> list[Event]:
    """Give the rows of a text published on Wednesday 12 January 2022."""
    [(_, events)] = extract([Document("a", text, published, language)])
    return events


def row(text: str, trigger: str, language: str = "it") -> Event:
    """Give the row whose trigger begins so."""
    return next(e for e in told(text, language) if e.trigger.startswith(trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "thing"),
    [
        ("Due uomini hanno avvicinato una signora, strappandole la borsetta.", "strappandole", "la borsetta"),
        ("Hanno sfondato la porta, impossessandosi di vari scatoloni.", "impossessandosi", "vari scatoloni"),
        ("Il giovane aveva sottratto senza pagare due maglie.", "aveva sottratto", "due maglie"),
        ("I ladri sono fuggiti con la cassa del bar.", "sono fuggiti", "la cassa del bar"),
        ("I ladri le avevano portato via calzature per mille euro.", "avevano portato", "calzature"),
        ("Ha allungato il braccio ed ha afferrato un cellulare.", "ha afferrato", "un cellulare"),
    ],
)
def test_what_was_taken(text, trigger, thing):
    assert (row(text, trigger).object or "").startswith(thing)


def test_nobody_is_carried_off_with_who_flees():
    assert row("Il presidente è fuggito con Marco Bianchi.", "è fuggito").object is None


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        (
            "CARPI La notte del 3 gennaio ignoti hanno forzato la porta.",
            "hanno forzato",
            "notte del 3 gennaio",
        ),
        ("MIRANDOLA Ad inizio gennaio era riuscito a entrare in due case.", "era riuscito", "inizio gennaio"),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(text, trigger, time):
    rows = told(text)
    assert [e.trigger for e in rows if e.trigger.isupper()] == []
    assert time in (next(e for e in rows if e.trigger.startswith(trigger)).time_text or "")


def test_a_second_participle_shares_subject_and_time():
    second = row("Lunedì i ladri avevano rotto la porta e rubato varie bottiglie.", "rubato")
    assert (second.actor, second.time_text, second.time_basis) == ("ladri", "Lunedì", "context")


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        (
            "Due giovani hanno rubato il portafoglio a una donna. Ora sono stati denunciati. "
            "Il fatto era accaduto un mese fa in un supermercato.",
            "hanno rubato",
            "un mese fa",
        ),
        (
            "Hanno rubato una bicicletta in cortile. Il furto è stato messo a segno a dicembre.",
            "Hanno rubato",
            "dicembre",
        ),
        (
            "Due ladri hanno afferrato una borsa. L'episodio, avvenuto lunedì, è stato segnalato.",
            "hanno afferrato",
            "lunedì",
        ),
    ],
)
def test_a_sentence_that_names_the_deed_again_dates_it(text, trigger, time):
    found = row(text, trigger)
    assert (found.time_text, found.time_basis) == (time, "context")


def test_a_charge_is_not_dated_by_the_deed():
    text = "Due giovani sono stati denunciati. Il fatto era accaduto un mese fa in un supermercato."
    assert all(e.time_basis == "publication" for e in told(text) if "denunciati" in e.trigger)


def test_what_had_been_before_dates_no_other_telling():
    text = "Hanno rubato la cassa del bar. Il bar era già stato derubato a maggio."
    assert row(text, "Hanno rubato").time_basis == "publication"


def test_a_verb_hung_on_its_time_is_dated():
    assert row("Qualche giorno fa un ciclista si è fermato nel bosco.", "si è fermato").time_text == (
        "Qualche giorno fa"
    )


def test_a_day_without_a_year_keeps_its_words():
    unknown = told("The mayor resigned on Monday.", "en", UNKNOWN_WHEN)[0]
    assert (unknown.time_text, unknown.timex, unknown.precision) == ("Monday", "XXXX-WXX-1", "day")
    assert (unknown.start, unknown.end, unknown.time_basis) == (None, None, "expression")


@pytest.mark.parametrize(
    ("text", "trigger", "thing"),
    [
        ("Ieri hanno rotto il vetro per poi rubare la cassa.", "rubare", "la cassa"),
        (
            "Era stato sorpreso nel tentativo di rubare una bicicletta.",
            "tentativo di rubare",
            "una bicicletta",
        ),
        ("La notte di lunedì ha visto sparire mille euro di gomme.", "sparire", "mille euro di gomme"),
    ],
)
def test_infinitives_of_what_came_next_was_tried_or_seen(text, trigger, thing):
    found = row(text, trigger)
    assert (found.object, found.factuality) == (thing, "asserted")


def test_what_nobody_saw_is_no_event():
    assert [e.trigger for e in told("They did not see him steal a car.", "en") if "steal" in e.trigger] == []


def test_a_sentence_that_names_the_deed_again_places_it():
    text = "Hanno rubato una bicicletta. Il furto è avvenuto lunedì in via Garibaldi."
    assert row(text, "Hanno rubato").place == "via Garibaldi"


@pytest.mark.parametrize(
    ("language", "text", "main", "before"),
    [
        ("en", "The mayor fled on Monday after rebels shot two men.", "fled", "shot"),
        ("it", "Il sindaco fuggì lunedì dopo che i ribelli avevano ucciso due uomini.", "fuggì", "avevano"),
        ("es", "La policía detuvo el lunes al jefe después de que dos hombres murieran.", "detuvo", "muri"),
        ("fr", "Le maire a démissionné lundi après que la police a arrêté son fils.", "a dém", "a arr"),
        ("pt", "O ministro demitiu-se na segunda-feira depois de um relatório ter revelado que dez doentes "
         "morreram.", "demitiu", "morreram"),
    ],
)  # fmt: skip
def test_what_stands_in_an_after_clause_was_before_the_day_of_the_deed_beside_it(
    language, text, main, before
):
    assert row(text, main, language).edtf == "2022-01-10"
    found = row(text, before, language)
    assert (found.edtf, found.time_basis) == ("[..2022-01-10]", "context")


def test_an_after_clause_keeps_a_day_of_its_own():
    found = row("The mayor fled on Monday after rebels shot two men on Saturday.", "shot", "en")
    assert (found.edtf, found.time_basis) == ("2022-01-08", "expression")


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (
            "Nel periodo compreso tra marzo e maggio del 2021 i tre hanno comprato benzina.",
            "hanno comprato",
            "2021-03-01/2021-05-31",
        ),
        ("Si sono fermati per tornare a casa e ieri sono andati in banca.", "sono andati", "2022-01-11"),
        ("I tre, classe 1984, sono stati arrestati.", "sono stati arrestati", "[..2022-01-12]"),
        (
            "Giovedì mattina intorno a mezzogiorno un giovane è entrato in farmacia.",
            "è entrato",
            "[2022-01-06T12:00:00..2022-01-06T12:59:59]",
        ),
        (
            "La notte del 12 gennaio, intorno alle 4, ignoti hanno forzato la porta.",
            "hanno forzato",
            "[2022-01-12T04:00:00..2022-01-12T04:59:59]",
        ),
        (
            "Non si può non ricordare il furto di pneumatici nella notte del 3 gennaio.",
            "il furto",
            "[2022-01-03T20:00:00..2022-01-04T05:59:59]",
        ),
        ("Lunedì ha aperto la porta. A questo punto ha rotto il vetro.", "ha rotto", "2022-01-10"),
    ],
)
def test_the_word_that_a_time_dates(text, trigger, edtf):
    assert row(text, trigger).edtf == edtf


def test_a_date_before_a_verb_between_dashes_is_of_what_it_says():
    found = told("Nel 2019 - ha detto il sindaco - sono stati licenziati 30 operai.")
    assert [e.edtf for e in found if e.trigger.startswith("sono stati")] == ["2019"]
    assert all(e.edtf != "2019" for e in found if e.kind == "statement")


def test_the_story_goes_on_where_it_stood_before_it_went_back():
    text = (
        "Lunedì i vigili hanno fermato un'auto. Erano stati avvisati pochi minuti prima da un passante. "
        "Gli agenti lo hanno arrestato."
    )
    assert row(text, "hanno arrestato").edtf == "2022-01-10"


def test_what_is_not_yet_known_is_no_step_of_the_story():
    text = "Lunedì i ladri hanno svuotato la cassa. Il bottino non è ancora stato quantificato."
    assert all(e.time_basis == "publication" for e in told(text) if "quantificato" in e.trigger)


def test_a_charge_is_not_dated_by_the_episode_told_behind_it():
    text = "I carabinieri hanno denunciato un uomo per rapina. L'episodio si è svolto il 3 gennaio in un bar."
    assert row(text, "hanno denunciato").time_basis == "publication"


def test_what_hangs_on_nothing_takes_no_day_of_a_later_sentence_over_a_nearer_one():
    text = (
        "The last aircraft left the city on Wednesday, the ministry said, ending a mission that had begun on "
        "6 January. The former mayor appeared in a video on Tuesday."
    )
    assert row(text, "ending", "en").time_text != "Tuesday"


def test_a_day_told_far_before_dates_nothing():
    filler = "La casa sorge vicino al fiume e gode di una bella vista sulle colline intorno. " * 18
    near = row("Lunedì i ladri hanno rotto la porta. Hanno rubato la cassa.", "Hanno rubato")
    far = row(f"Lunedì i ladri hanno rotto la porta. {filler}Hanno rubato la cassa.", "Hanno rubato")
    assert (near.edtf, far.time_basis) == ("2022-01-10", "publication")


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        (
            "it",
            "Alle 15 di lunedì un uomo è entrato in banca. Ha svuotato la cassa.",
            "Ha svuotato",
            "[2022-01-10T15:00:00..2022-01-10T23:59:59]",
        ),
        (
            "it",
            "Alle 22 di lunedì un uomo è entrato in banca. La polizia lo ha arrestato.",
            "ha arrestato",
            "[2022-01-10T22:00:00..2022-01-11T05:59:59]",
        ),
        (
            "it",
            "Alle 15 di lunedì un uomo ha rubato un'auto. Il proprietario aveva lasciato le chiavi.",
            "aveva lasciato",
            "[2022-01-10T00:00:00..2022-01-10T15:59:59]",
        ),
        (
            "en",
            "The men broke into the bank at 3 p.m. on Monday. They emptied the safe.",
            "emptied",
            "[2022-01-10T15:00:00..2022-01-10T23:59:59]",
        ),
        (
            "it",
            "Alle 15 di lunedì un uomo ha rubato un'auto. Ha sottratto la macchina dal cortile.",
            "Ha sottratto",
            "[2022-01-10T15:00:00..2022-01-10T15:59:59]",
        ),
    ],
)
def test_an_hour_is_that_of_its_deed_and_what_is_told_on_comes_after_it(language, text, trigger, edtf):
    assert row(text, trigger, language).edtf == edtf


def test_a_later_day_dates_what_opens_the_report_and_no_deed_in_its_midst():
    opening = "I ladri hanno distrutto la porta. I malviventi sono entrati giovedì nel bar."
    assert row(opening, "hanno distrutto").edtf == "2022-01-06"
    midst = (
        "Il paese è tranquillo. La piazza è grande. Il sindaco è anziano. La giunta ha venduto una scuola. "
        "Giovedì il consiglio ha votato."
    )
    assert row(midst, "ha venduto").time_basis == "publication"


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        (
            "it",
            "Lunedì i ladri hanno svaligiato il bar. I carabinieri hanno identificato due uomini.",
            "hanno identificato",
            "[2022-01-10..2022-01-12]",
        ),
        (
            "en",
            "The thieves robbed the bar on Monday. The police identified two men.",
            "identified",
            "[2022-01-10..2022-01-12]",
        ),
    ],
)
def test_what_is_found_out_comes_some_time_after_the_deed(language, text, trigger, edtf):
    found = row(text, trigger, language)
    assert (found.edtf, found.time_basis) == (edtf, "context")


def test_a_verb_in_the_present_stands_outside_the_story():
    text = "Lunedì i ladri hanno rotto una finestra. La casa appartiene al notaio che ha venduto il mulino."
    assert row(text, "ha venduto").time_basis == "publication"


def test_a_month_named_between_leads_the_story_elsewhere():
    text = (
        "Ieri il giudice ha letto la sentenza. Nel luglio del 2018 l'uomo picchiò la donna. "
        "La donna ha chiamato un amico."
    )
    assert row(text, "ha chiamato").time_basis == "publication"


def test_the_day_of_an_arrest_told_by_the_way_dates_nothing_in_the_midst():
    text = (
        "Il paese è tranquillo. La piazza è grande. Il sindaco è anziano. "
        "Il custode, arrestato lunedì, abita qui. La giunta ha venduto una scuola."
    )
    assert row(text, "ha venduto").time_basis == "publication"


def test_experts_who_managed_to_trace_somebody_did_so_later():
    text = "Lunedì i ladri hanno svaligiato il bar. I carabinieri sono riusciti a identificare due uomini."
    assert row(text, "sono riusciti").edtf == "[2022-01-10..2022-01-12]"


def test_what_hangs_on_a_present_perfect_takes_no_day_of_the_story():
    text = "The bank cut its rates on Friday. Lower rates have helped the firms that built houses."
    assert row(text, "built", "en").time_basis == "publication"
