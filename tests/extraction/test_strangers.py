"""Doers who are not known, told of late, or told again in other words."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import extract
from timeline.temporal import UNKNOWN_WHEN


def actor(text: str, trigger: str, language: str = "it") -> str | None:
    """Give the actor of the event with that trigger."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    [found] = [e for e in events if e.trigger == trigger]
    return found.actor


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        (
            "La vettura gli era stata sottratta da ignoti introdottisi di notte.",
            "era stata sottratta",
            "ignoti",
        ),
        (
            "Nella notte ignoti dopo aver tentato di rompere il vetro, hanno forzato la porta.",
            "hanno forzato",
            "ignoti",
        ),
        ("Un giovane è stato sorpreso da un condomino.", "è stato sorpreso", "condomino"),
        ("La donna è stata denunciata da parte dei carabinieri.", "è stata denunciata", "carabinieri"),
        (
            "La pattuglia ha rintracciato il 33enne di origini tunisine che ieri si è scatenato in stazione.",
            "si è scatenato",
            "33enne di origini tunisine",
        ),
        ("L’episodio ha visto il 18enne impossessarsi di una giacca.", "impossessarsi", "18enne"),
        ("La madre lo cercava da ore. Lo ha ritrovato il fratello.", "ha ritrovato", "fratello"),
        ("Appena si è accorto del furto, il derubato ha chiamato la polizia.", "si è accorto", "derubato"),
        (
            "La villa è stata svaligiata da una banda che, in pochi minuti, si è introdotta nel bar.",
            "si è introdotta",
            "banda",
        ),
        (
            "L’indagine ha portato alla denuncia del titolare per aver tagliato il bosco.",
            "aver tagliato",
            "titolare",
        ),
        ("L’auto è stata ritrovata dagli agenti poche ore dopo il furto.", "è stata ritrovata", "agenti"),
        ("Il trucco è andato a buon fine. Chi ha rubato la borsa è fuggito.", "ha rubato", None),
        (
            "L’auto è stata presa di mira da quella che con ogni probabilità era una banda specializzata.",
            "è stata presa di mira",
            "banda specializzata",
        ),
        (
            "La vittima ha visto il ragazzo, il quale avendo preso il coltello, è fuggito.",
            "avendo preso",
            "ragazzo",
        ),
        (
            "I ladri sono entrati: dopo aver manomesso l’impianto elettrico del cancello hanno rubato "
            "l’auto.",
            "hanno rubato",
            "ladri",
        ),
        ("Gli indagati sono stati traditi dalle tracce che hanno lasciato.", "hanno lasciato", "indagati"),
        (
            "I due avevano appena finito di prelevare un computer.",
            "avevano appena finito di prelevare",
            "I due",
        ),
        ("La legge è stata rinviata dal momento che manca il parere.", "è stata rinviata", None),
        ("Si è svegliata di colpo. Il ladro è fuggito.", "Si è svegliata", None),
        ("Il ministro è stato fermato all’aeroporto dai funzionari.", "è stato fermato", "funzionari"),
        ("Peraltro ha preso una bottiglia.", "ha preso", None),
        ("La donna si è resa conto che avevano rubato la borsa.", "avevano rubato", None),
    ],
)
def test_who_acts(text, trigger, who):
    assert actor(text, trigger) == who


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        (
            "Avevano rubato una borsa. I carabinieri hanno trovato gli autori. Si tratta di due fratelli.",
            "Avevano rubato",
            "due fratelli",
        ),
        (
            "Ha rubato due telefoni. La polizia ha rintracciato il 33enne di origini tunisine.",
            "Ha rubato",
            "33enne di origini tunisine",
        ),
        (
            "Avevano forzato il contatore. A finire nei guai, denunciati dai carabinieri, sono due romani, "
            "di 60 e 70 anni.",
            "Avevano forzato",
            "due romani",
        ),
        (
            "La polizia ha denunciato un marocchino di diciotto anni e un italiano di venti. I malviventi "
            "avevano saccheggiato un’officina.",
            "avevano saccheggiato",
            "marocchino di diciotto anni e un italiano di venti",
        ),
        (
            "La pattuglia ha sorpreso due ladri di rame. "
            "I predoni, originari del Marocco, hanno rubato i cavi.",
            "hanno rubato",
            "predoni",
        ),
        ("La polizia ha arrestato un 40enne. Una donna ha rapinato una farmacia.", "ha rapinato", "donna"),
    ],
)
def test_offenders_of_a_story(text, trigger, who):
    assert actor(text, trigger) == who


@pytest.mark.parametrize(
    ("text", "trigger", "language", "who"),
    [
        ("El hombre fue detenido por parte de la policía.", "fue detenido", "es", "policía"),
        ("La madre buscaba al niño. Lo encontró el vecino.", "encontró", "es", "vecino"),
    ],
)
def test_other_languages(text, trigger, language, who):
    assert actor(text, trigger, language) == who


def test_what_is_stolen_is_a_thing():
    text = "Il ragazzo ha rubato un capo di abbigliamento."
    [(_, [event])] = extract([Document("a", text, UNKNOWN_WHEN, "it")])
    assert (event.recipient, event.object) == (None, "un capo di abbigliamento")


def test_ages_in_letters():
    text = "Un cinquantacinquenne ha forzato la porta. Il 55enne ha rubato una borsa."
    assert actor(text, "ha rubato") == "cinquantacinquenne"


def test_a_title_that_stands_for_the_head_of_its_name_is_left_off():
    text = "Paul Lantier a été condamné. M. Lantier n'a pas réagi. Mme Duval a parlé."
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "fr")])
    assert [e.actor for e in events if e.actor] == ["Paul Lantier", "Duval"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The Bank of England fined the firm. The Bank raised its rate.", "Bank of England"),
        ("es", "El Banco de España multó a la empresa. El Banco subió los tipos.", "Banco de España"),
        ("pt", "O Banco de Portugal multou a empresa. O Banco subiu os juros.", "Banco de Portugal"),
    ],
)
def test_a_body_called_after_a_country_keeps_its_name(language, text, who):
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    assert [e.actor for e in events] == [who, who]


def test_a_short_name_of_two_bodies_stays_short():
    text = "The Bank of England fined the firm. The Bank of Japan reacted. The Bank raised its rate."
    assert actor(text, "raised", "en") == "Bank"


@pytest.mark.parametrize(
    ("language", "text", "trigger", "who"),
    [
        ("it", "Rossi ha raccontato ai carabinieri che era fuggito.", "era fuggito", "Rossi"),
        ("es", "Ruiz dijo al diario El País que va a recurrir.", "va a recurrir", "Ruiz"),
        ("pt", "Valadares disse ao jornal Público que vai recorrer.", "vai recorrer", "Valadares"),
        ("it", "La pattuglia ha chiamato il custode che era fuggito.", "era fuggito", "custode"),
    ],
)
def test_what_is_said_is_no_clause_of_the_one_it_is_said_to(language, text, trigger, who):
    assert actor(text, trigger, language) == who


def test_the_noun_before_a_personal_infinitive_is_its_subject():
    text = "O euro caiu após o governo ter anunciado novas taxas."
    assert actor(text, "ter anunciado", "pt") == "governo"


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Según el sindicato, 300 médicos han huido.", "han huido", "300 médicos"),
        (
            "Tres médicos han huido, y en el hospital de Lugo dos pacientes murieron.",
            "murieron",
            "dos pacientes",
        ),
    ],
)
def test_a_source_or_place_in_front_is_not_the_doer(text, trigger, who):
    assert actor(text, trigger, "es") == who
