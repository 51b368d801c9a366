"""Which time an event has: times side by side, hours without a day, datelines."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import DAY, UNKNOWN_WHEN, Interval, Moment, Precision, When

Day = tuple[int, int, int] | None
TODAY = (2020, 11, 10)


def events(text: str, language: str = "it", day: Day = TODAY) -> list[Event]:
    """Extract from a text published on a day, or on none."""
    published = UNKNOWN_WHEN
    if day is not None:
        start = Moment.of(*day)
        published = When(Interval(start, Moment(start + DAY)), Precision.DAY)
    [(_, found)] = extract([Document("a", text, published, language)])
    return found


def event(
    text: str, trigger: str, language: str = "it", day: tuple[int, int, int] | None = (2020, 11, 10)
) -> Event:
    """Give the event whose trigger holds a word."""
    return next(e for e in events(text, language, day) if trigger in e.trigger)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "words", "edtf"),
    [
        ("it", "Ieri, poco prima delle 9, un uomo ha rapinato la banca.", "rapinato",
         "Ieri, poco prima delle 9", "[2020-11-09T00:00:00..2020-11-09T08:59:59]"),
        ("it", "I ladri hanno colpito nella notte tra sabato e domenica, intorno alle 3.", "colpito",
         "notte tra sabato e domenica, intorno alle 3", "[2020-11-08T03:00:00..2020-11-08T03:59:59]"),
        ("it", "Alle 3.30 tra venerdì 30 e sabato 31 ottobre la polizia ha fermato un'auto.", "fermato",
         "3.30 tra venerdì 30 e sabato 31 ottobre", "[2020-10-31T03:30:00..2020-10-31T03:30:59]"),
        ("en", "On Monday at about 3 p.m. two men robbed the bank.", "robbed",
         "Monday at about 3 p.m.", "[2020-11-09T15:00:00..2020-11-09T15:59:59]"),
    ],
)  # fmt: skip
def test_times_side_by_side_are_one(language: str, text: str, trigger: str, words: str, edtf: str) -> None:
    found = event(text, trigger, language)
    assert (found.time_text, found.edtf) == (words, edtf)
    assert found.time_start is not None and text[found.time_start : found.time_end] == words


def test_days_in_a_list_stay_apart() -> None:
    found = events("I colloqui di lunedì, martedì e mercoledì sono falliti.")
    assert all(e.time_text in (None, "lunedì", "martedì", "mercoledì") for e in found)


def test_an_hour_takes_the_day_that_its_verb_has_elsewhere() -> None:
    found = event("Sabato la banda ha forzato la porta alle 4 del mattino.", "forzato")
    assert found.edtf == "[2020-11-07T04:00:00..2020-11-07T04:59:59]"


def test_an_hour_without_a_day_has_no_day() -> None:
    found = event("Alle 20.40 la banda ha forzato la porta.", "forzato")
    assert (found.start, found.end) == (None, Moment.of(2020, 11, 11))
    assert (found.time_text, found.timex, found.precision) == ("20.40", "XXXX-XX-XXT20:40", "minute")


def test_what_is_reckoned_from_such_an_hour_has_no_day_either() -> None:
    text = "Alle 20.40 la banda ha forzato la porta. Poche ore dopo sono stati arrestati due uomini."
    assert event(text, "arrestati").start is None


@pytest.mark.parametrize("day", [TODAY, None])
def test_an_hour_without_a_day_goes_on_without_one(day: Day) -> None:
    for found in events("Alle 20.40 la banda ha forzato la porta. Ha rubato il denaro.", "it", day):
        assert found.start is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "LONDON, May 3 (AP) -- The minister resigned. Police arrested two men."),
        ("en", "Police arrested two men.\n\nKHARKIV, Oct 18 (Northwire) - Russian troops shelled the town."),
        ("it", "ROMA, 06 MAG - La polizia ha arrestato due uomini. Hanno rubato un'auto."),
        ("it", "(ANSA) - ROMA, 06 MAG - La polizia ha arrestato due uomini."),
        ("it", "Roma, 6 mag. (Agenzia) - La polizia ha arrestato due uomini."),
        ("es", "BOGOTÁ, 6 may (EFE) - El presidente destituyó al ministro."),
    ],
)
def test_the_day_of_a_dateline_dates_no_event(language: str, text: str) -> None:
    found = events(text, language)
    assert found and all(e.start is None and e.time_text is None for e in found)


def test_a_dash_later_in_the_sentence_makes_no_dateline() -> None:
    found = event("Lunedì 9 novembre la polizia ha arrestato due uomini - entrambi di Roma.", "arrestato")
    assert found.edtf == "2020-11-09"


def test_a_time_behind_the_word_that_opens_a_clause_is_of_that_clause() -> None:
    text = "Ne sanno qualcosa in via Verdi dove ieri mattina una pattuglia è stata chiamata sul posto."
    assert event(text, "chiamata").time_text == "ieri mattina"


def test_what_is_told_by_the_way_does_not_date_the_story() -> None:
    text = (
        "Ieri notte i ladri hanno forzato la porta di un bar. L'uomo, già arrestato il 3 marzo per spaccio, "
        "ha rubato il denaro. I due hanno rotto la vetrina."
    )
    assert {e.time_text for e in events(text) if e.trigger in ("ha rubato", "hanno rotto")} == {"Ieri notte"}


def test_whoever_was_arrested_before_is_charged_later() -> None:
    text = "A man arrested on Friday in Leeds has been charged with murder."
    assert event(text, "arrested", "en").edtf == "2020-11-06"
    assert event(text, "charged", "en").time_text is None


def test_a_deed_dated_by_the_way_dates_no_arrest() -> None:
    text = "La polizia ha arrestato un uomo accusato di una rapina avvenuta il 29 ottobre. " + (
        "Il ladro ha colpito una donna."
    )
    assert event(text, "ha arrestato").time_text is None
    assert event(text, "colpito").time_text == "il 29 ottobre"


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("en", "The firm said in a conference call on Saturday that it would close the plant.", "said",
         "2020-11-07"),
        ("en", "Ten people died in the attack on Monday.", "died", "2020-11-09"),
        ("en", "Officials from the ministry, meeting on Sunday in Rome, agreed to cut aid.", "agreed",
         "2020-11-08"),
        ("en", "Speaking on Sunday, the minister said he would resign.", "said", "2020-11-08"),
        ("it", "Dieci persone sono morte nell'attacco di lunedì.", "morte", "2020-11-09"),
        ("it", "Parlando sabato a Roma, il ministro ha detto che si dimetterà.", "ha detto", "2020-11-07"),
    ],
)  # fmt: skip
def test_an_occasion_dates_what_was_said_or_done_on_it(
    language: str, text: str, trigger: str, edtf: str
) -> None:
    found = event(text, trigger, language)
    assert (found.edtf, found.time_basis) == (edtf, "context")


def test_a_sentence_without_a_verb_has_the_tense_of_the_next() -> None:
    text = "Ladri in azione in via Verdi nella serata di lunedì. I malviventi hanno forzato la porta."
    assert event(text, "forzato").edtf == "[2020-11-09T18:00:00..2020-11-09T23:59:59]"


def test_both_ends_of_a_stretch_of_the_day_are_of_its_day() -> None:
    text = "I ladri hanno colpito tra il tardo pomeriggio e la serata di lunedì."
    assert event(text, "colpito").edtf == "[2020-11-09T12:00:00..2020-11-09T23:59:59]"


def test_a_title_takes_no_time_wider_than_a_day() -> None:
    text = "Protest outside the tower\n\nThe singer has led a protest outside the tower over the past year."
    assert all(e.time_text is None for e in events(text, "en") if e.sentence == 0)


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "Il ministro riceve domani i sindacati.", "riceve"),
        ("it", "Le elezioni di domani preoccupano il governo.", "elezioni"),
        ("es", "El presidente recibe mañana a los sindicatos.", "recibe"),
        ("fr", "Le président visite Berlin demain.", "visite"),
        ("pt", "O presidente visita Berlim amanhã.", "visita"),
        ("en", "The minister receives union leaders tomorrow.", "receives"),
    ],
)
def test_what_is_set_down_for_a_day_to_come_is_planned(language: str, text: str, trigger: str) -> None:
    found = event(text, trigger, language)
    assert (found.factuality, found.edtf) == ("planned", "2020-11-11")


def test_what_may_come_looks_ahead() -> None:
    found = event("The boy could arrive as early as Friday.", "arrive", "en")
    assert (found.factuality, found.edtf) == ("possible", "2020-11-13")
    assert event("Police could not reach him on Friday.", "reach", "en").edtf == "2020-11-06"


@pytest.mark.parametrize(
    "text",
    [
        "The rebels won the war. The king is now in exile. They burned the palace.",
        "Australia has been independent since 1901, and it keeps the king.",
    ],
)
def test_neither_now_nor_a_beginning_goes_over_to_what_stands_beside(text: str) -> None:
    assert all(e.time_basis != "context" for e in events(text, "en"))


def test_the_hour_of_a_night_is_on_its_side_of_midnight() -> None:
    text = (
        "Nella notte tra mercoledì e giovedì i ladri hanno colpito. Alle 23 hanno rotto la vetrina. "
        "Alle 3.08 la banda ha forzato la porta."
    )
    assert event(text, "rotto", day=(2020, 10, 23)).edtf == "[2020-10-21T23:00:00..2020-10-21T23:59:59]"
    assert event(text, "forzato", day=(2020, 10, 23)).edtf == "[2020-10-22T03:08:00..2020-10-22T03:08:59]"


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "L'uomo ha rubato l'incasso di lunedì.", "rubato"),
        ("en", "Police seized Monday's takings.", "seized"),
        ("en", "The firm reported a third-quarter loss.", "reported"),
        ("en", "Before his address on Sunday, the general arrested his aides.", "arrested"),
    ],
)
def test_the_time_of_a_thing_is_not_that_of_the_deed(language: str, text: str, trigger: str) -> None:
    assert event(text, trigger, language).time_text is None


def test_what_is_so_by_now_is_no_step_of_the_story() -> None:
    text = "The doctor was shot on Friday night in his kitchen. No suspects have been arrested."
    assert event(text, "arrested", "en").time_text is None


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("it", "Sabato i banditi gli hanno ordinato di consegnare il denaro.", "ordinato", "2020-11-07"),
        ("it", "Il ministro ha detto che sabato i soldati hanno ucciso due uomini.", "ucciso", "2020-11-07"),
        ("it", "Sabato, ha detto il ministro, i soldati hanno ucciso due uomini.", "ucciso", "2020-11-07"),
        (
            "es",
            "Ayer, la alcaldesa Elena Prats denunció que el banco había robado todo.",
            "denunció",
            "2020-11-09",
        ),
    ],
)
def test_a_time_before_a_verb_of_saying_is_its_own(language: str, text: str, trigger: str, edtf: str) -> None:
    found = event(text, trigger, language)
    assert (found.edtf, found.time_basis) == (edtf, "expression")


@pytest.mark.parametrize("whom", ["una donna", "un passante"])
def test_whoever_it_was_done_to_is_no_hour(whom: str) -> None:
    assert event(f"Ieri a {whom} è stata rubata la borsa.", "rubata").edtf == "2020-11-09"


def test_when_something_was_said_is_no_time_of_a_deed() -> None:
    text = "The minister, it was announced late on Monday, will resign. Police arrested 19 people."
    assert event(text, "arrested", "en").time_text is None


def test_what_is_past_is_not_reckoned_from_a_day_to_come() -> None:
    text = "Quiroga dimitirá el 3 de abril de 2024. El juez liberó a los detenidos horas después."
    for day in (None, (2024, 3, 20)):
        assert event(text, "liberó", "es", day).start is None


def test_a_deed_told_in_a_quotation_has_the_time_of_the_scene() -> None:
    text = "Ieri notte i ladri hanno colpito il bar. «Mi hanno rubato tutto», dice il titolare."
    assert event(text, "rubato").time_text == "Ieri notte"
    dated = "Ieri notte i ladri hanno colpito il bar. «Nel 2018 mi hanno rubato tutto», dice il titolare."
    assert event(dated, "rubato").edtf == "2018"


def test_a_story_in_the_present_goes_on_in_the_present() -> None:
    text = "Sabato sera un ladro entra in una villa di via Verdi. Poi aggredisce la padrona di casa."
    assert event(text, "aggredisce").time_text == "Sabato sera"


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "Il sindaco ha proclamato il lutto cittadino per giovedì.", "proclamato"),
        ("en", "The mayor proclaimed a day of mourning for Thursday.", "proclaimed"),
        ("es", "El alcalde decretó un día de luto para el jueves.", "decretó"),
    ],
)
def test_the_day_for_which_something_is_set_down_is_not_that_of_the_deed(
    language: str, text: str, trigger: str
) -> None:
    found = event(text, trigger, language)
    assert (found.start, found.end) == (None, Moment.of(2020, 11, 11))


def test_a_day_inside_a_quotation_does_not_say_when_it_was_told() -> None:
    text = (
        "«Avevamo segnalato le crepe già a febbraio, ma nessuno ci ha ascoltato», ha raccontato un operaio."
    )
    assert event(text, "ha raccontato").edtf == "[..2020-11-10]"


def test_an_hour_takes_no_day_that_lies_before_the_story_from_another_paragraph() -> None:
    text = (
        "La ditta ha spiegato che i controlli erano stati superati lo scorso 20 ottobre.\n\n"
        "Il sindaco, arrivato sul posto verso le 17, ha parlato con i parenti."
    )
    assert event(text, "arrivato").start is None


def test_a_spanish_imperfect_of_the_subjunctive_is_past() -> None:
    text = "El Gobierno destituyó al jefe después de que tres manifestantes murieran en Lima."
    assert event(text, "murieran", "es").tense == "past"


def test_nobody_in_particular_is_not_the_speaker() -> None:
    text = "« On nous a menti pendant des années », a dénoncé Jeanne Morel."
    assert event(text, "a menti", "fr").actor is None


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("it", "Il premier dovrebbe trattenersi a Mosca per due giorni.", "trattenersi"),
        ("it", "Il governo consentirebbe di riaprire il porto.", "consentirebbe"),
        ("en", "The court should free the man.", "free"),
        ("en", "The tests could enable police to identify the driver.", "identify"),
    ],
)
def test_what_may_be_is_not_bound_to_the_day_of_publication(language: str, text: str, trigger: str) -> None:
    assert event(text, trigger, language).edtf == "[2020-11-10..]"


def test_what_a_letter_says_is_said_when_it_is_sent() -> None:
    text = "On 28 October the director sent a letter informing them of the new files."
    assert event(text, "informing", "en").edtf == "2020-10-28"


def test_the_outcome_of_a_dated_deed_has_its_day() -> None:
    text = "The airstrikes on Friday that killed 12 people were condemned."
    assert event(text, "killed", "en").edtf == "2020-11-06"


def test_a_clause_of_what_was_before_keeps_the_day_it_names() -> None:
    text = "After the minister sent a letter on 4 November clearing her, the party took the lead again."
    assert event(text, "clearing", "en").edtf == "2020-11-04"


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("es", "El exministro confesó los pagos en marzo.", "confesó", "2020-03"),
        ("en", "The two firms announced the deal in March.", "announced", "2020-03"),
        ("en", "The company rejected the offer in June.", "rejected", "2020-06"),
        ("it", "La ditta ha annunciato l'accordo a marzo.", "annunciato", "2020-03"),
        ("en", "The group condemned the attack in June.", "condemned", "[..2020-11-10]"),
    ],
)
def test_a_past_time_behind_an_object_is_of_the_verb(
    language: str, text: str, trigger: str, edtf: str
) -> None:
    assert event(text, trigger, language).edtf == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("La réforme pourrait être examinée lundi.", "examinée", "2020-11-16"),
        ("Le ministre pourrait rencontrer les syndicats lundi.", "rencontrer", "2020-11-16"),
        ("La loi doit être votée vendredi par le Sénat.", "votée", "2020-11-13"),
        ("La loi a pu être votée vendredi.", "votée", "2020-11-06"),
        ("Il dit avoir été frappé lundi.", "frappé", "2020-11-09"),
    ],
)
def test_an_infinitive_under_a_modal_verb_looks_ahead(text: str, trigger: str, edtf: str) -> None:
    assert event(text, trigger, "fr").edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("it", "Venerdì la polizia ha sparato. Due giorni dopo la folla ha occupato il municipio.",
         "occupato", "2020-11-08"),
        ("it", "Lunedì la polizia ha sparato. Poche ore dopo la folla ha occupato il municipio.",
         "occupato", "[2020-11-09..2020-11-10]"),
        ("fr", "Vendredi la police a tiré. Deux jours après les manifestants ont brûlé la mairie.",
         "brûlé", "2020-11-08"),
        ("it", "Venerdì hanno fermato un uomo. Due giorni dopo l'arresto ha confessato il delitto.",
         "confessato", "[..2020-11-10]"),
        ("it", "Poche ore dopo la folla ha occupato il municipio.", "occupato", "[..2020-11-10]"),
    ],
)  # fmt: skip
def test_after_is_an_adverb_before_whoever_did_it(language: str, text: str, trigger: str, edtf: str) -> None:
    assert event(text, trigger, language).edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("pt", "83 pessoas morreram no incêndio, anunciou este domingo o governo. "
         "O presidente visitou a aldeia na manhã de sábado.", "morreram"),
        ("it", "Il governo ha annunciato domenica che 83 persone sono morte. "
         "Il presidente ha visitato il paese sabato mattina.", "sono morte"),
    ],
)  # fmt: skip
def test_what_was_said_on_a_day_takes_none_told_behind_it(language: str, text: str, trigger: str) -> None:
    assert event(text, trigger, language).edtf == "[..2020-11-10]"


def test_what_was_not_done_takes_no_hour() -> None:
    text = "Lunedì alle 3.30 la polizia ha fermato un'auto. I ladri non hanno rubato nulla."
    assert event(text, "rubato").edtf == "[..2020-11-10]"
    assert event(text, "fermato").edtf == "[2020-11-09T03:30:00..2020-11-09T03:30:59]"
