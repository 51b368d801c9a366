"""What is looked at from a day in the past: what was said, promised or decided then."""

from __future__ import annotations

import pytest

from tests.extraction.test_times import event


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("en", "In 1999 the mayor said the bank had lost millions.", "lost", "[..1999-12-31]"),
        ("it", "Nel 1999 il sindaco disse che la banca aveva perso milioni.", "perso", "[..1999-12-31]"),
        ("es", "En 1999 el alcalde dijo que el banco había perdido millones.", "perdido", "[..1999-12-31]"),
        ("en", '"The tower is collapsing," the mayor said in 2012.', "collapsing", "2012"),
        ("en", "On Friday the mayor said he would close the port.", "close", "[2020-11-06..]"),
        ("it", "Venerdì il sindaco ha annunciato che chiuderà il porto.", "chiuderà", "[2020-11-06..]"),
        ("it", "Domenica i ladri hanno deciso di abbandonare l'auto.", "abbandonare", "[2020-11-08..]"),
        ("en", "The rebels threatened to overrun the town last month.", "overrun", "[2020-10-01..]"),
        ("en", "On Friday the mayor said the bank had lost millions.", "lost", "[..2020-11-10]"),
    ],
)  # fmt: skip
def test_what_was_told_or_planned_is_seen_from_then(
    language: str, text: str, trigger: str, edtf: str
) -> None:
    assert event(text, trigger, language).edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "trigger", "words"),
    [
        ("en", "The union endorsed her in March.", "endorsed", "March"),
        ("en", "The reporters asked about them in March.", "asked", "March"),
        ("it", "Il sindacato ha criticato Rossi venerdì.", "criticato", "venerdì"),
        ("en", 'On the radio Tuesday, she said, "I never knew him."', "said", "Tuesday"),
        ("en", 'The minister said on the programme "This Week" that he was innocent.', "said", None),
        ("it", "Rossi è accusato di una rapina, nel gennaio scorso.", "accusato", None),
    ],
)  # fmt: skip
def test_a_statement_keeps_the_day_that_it_was_made(
    language: str, text: str, trigger: str, words: str | None
) -> None:
    assert event(text, trigger, language).time_text == words


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("In 2000 the rebels attacked the ship, killing ten sailors.", "killing", "2000"),
        ("The mayor said goodbye on Sunday as the crowd roared.", "roared", "Sunday"),
    ],
)
def test_what_goes_along_with_a_saying_shares_its_day(text: str, trigger: str, words: str) -> None:
    assert event(text, trigger, "en").time_text == words


@pytest.mark.parametrize(
    ("language", "text", "trigger", "words"),
    [
        ("it", "La società aveva sede a Roma. Domani il consiglio comunale si riunirà.", "riunirà", "Domani"),
        ("en", "Police arrested ten men on 3 March. Two were released without charge the following morning.",
         "released", "the following morning"),
        ("es", "Dos vecinos continuaban desaparecidos este martes.", "continuaban", "este martes"),
        ("fr", "Le feu, parti d'un atelier vers 19 h 30, a été maîtrisé mardi.", "maîtrisé", "mardi"),
        ("fr", "Six personnes ont été blessées dans l'incendie qui a ravagé lundi soir l'usine.",
         "blessées", "lundi soir"),
        ("en", "The court left the 1977 precedent in place.", "left", None),
        ("en", "The bank reported a profit of 32 million, down from 52 million a year earlier.",
         "reported", None),
        ("en", "Third-quarter profit jumped to a record.", "jumped", "Third-quarter"),
    ],
)  # fmt: skip
def test_a_time_goes_to_what_it_is_the_time_of(
    language: str, text: str, trigger: str, words: str | None
) -> None:
    assert event(text, trigger, language).time_text == words


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("es", "El juez, que regresa el viernes, rechazó hablar.", "regresa", "2020-11-13"),
        ("pt", "A ministra, que regressa na sexta-feira, recusou comentar.", "regressa", "2020-11-13"),
        ("it", "La legge entra in vigore venerdì.", "entra", "2020-11-13"),
        ("en", "The minister, who returns on Friday, declined to comment.", "returns", "2020-11-13"),
        ("en", "The strike, which runs since Friday, has stopped the trains.", "runs", "2020-11-06/"),
        ("it", "Venerdì sera un ladro entra in una villa e ruba i gioielli.", "entra",
         "[2020-11-06T18:00:00..2020-11-06T23:59:59]"),
    ],
)  # fmt: skip
def test_a_day_on_a_plain_present_lies_ahead(language: str, text: str, trigger: str, edtf: str) -> None:
    assert event(text, trigger, language).edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "trigger", "words"),
    [
        ("en", "An earlier truce collapsed within a week in March.", "collapsed", "March"),
        ("en", "The talks collapsed within a week.", "collapsed", None),
        ("it", "La tregua è crollata entro una settimana.", "crollata", None),
        ("it", "I medici temono per gli stipendi di ottobre e hanno chiesto un incontro.", "temono", None),
        ("it", "I medici temono per gli stipendi di ottobre e hanno chiesto un incontro.", "chiesto", None),
        ("it", "La banca ha confermato gli utili nei bilanci 90.", "confermato", None),
        ("en", "The rebels freed 27 hostages they had seized in a raid in April.", "seized", "April"),
    ],
)  # fmt: skip
def test_lengths_and_times_of_things_date_no_deed(
    language: str, text: str, trigger: str, words: str | None
) -> None:
    assert event(text, trigger, language).time_text == words


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("en", "It was the first final there since 1997, when the visitors were beaten.", "beaten", "1997"),
        ("it", "La banca era in crisi dal 2011, quando due manager furono arrestati.", "arrestati", "2011"),
        ("it", "I ladri hanno colpito a marzo in una villa: hanno rubato i gioielli.", "rubato", "2020-03"),
        ("en", "A man has been arrested in connection with the bombings of hotels last year.", "arrested",
         "[..2020-11-10]"),
        ("en", "A man has been arrested in connection with the bombings of hotels last year.", "bombings",
         "2019"),
        ("it", "Fino ad ora sono già stati promessi aiuti.", "promessi", "[..2020-11-10]"),
        ("en", "Until now the rebels have freed ten hostages.", "freed", "[..2020-11-10]"),
        ("en", "Mr. Fabi wouldn't say who had paid. The bank could not be reached.", "say", "[..2020-11-10]"),
        ("it", "La giunta si è riunita ieri in vista della riunione di oggi. È stata decisa la sospensione "
         "di quattro consiglieri.", "decisa", "2020-11-09"),
    ],
)  # fmt: skip
def test_each_verb_has_its_own_time(language: str, text: str, trigger: str, edtf: str) -> None:
    assert event(text, trigger, language).edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("pt", "O banco foi multado segunda-feira por ter escondido perdas.", "escondido", "[..2020-11-09]"),
        ("fr", "La banque a été condamnée lundi pour avoir caché ses pertes.", "caché", "[..2020-11-09]"),
        ("en", "The bank was fined on Monday for hiding its losses.", "hiding", "[..2020-11-09]"),
        ("it", "Un uomo è stato arrestato ieri per aver rubato un'auto.", "rubato", "2020-11-09"),
    ],
)  # fmt: skip
def test_what_is_punished_was_done_before(language: str, text: str, trigger: str, edtf: str) -> None:
    assert event(text, trigger, language).edtf == edtf
