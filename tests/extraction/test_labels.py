"""The line that tells an event on the chart."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import extract
from timeline.extraction._labels import LONGEST, shortened


def label(language: str, text: str, trigger: str) -> str:
    """Give the label of the row whose trigger ends with the words."""
    [(_, events)] = extract([Document("a", text, language=language)])
    return next(e.summary or "" for e in events if e.trigger.endswith(trigger))


@pytest.mark.parametrize(
    ("language", "text", "trigger", "line"),
    [
        (
            "it",
            "I ladri, una volta dentro, hanno rubato profumi, vasi e piante.",
            "rubato",
            "I ladri hanno rubato profumi, vasi e piante",
        ),
        (
            "it",
            "I malviventi hanno deciso di abbandonare i due veicoli.",
            "abbandonare",
            "I malviventi hanno deciso di abbandonare i due veicoli",
        ),
        (
            "it",
            "Due uomini hanno forzato la porta e rubato il denaro.",
            "rubato",
            "Due uomini hanno rubato il denaro",
        ),
        ("it", "Il giudice non ha firmato l'ordine.", "firmato", "Il giudice non ha firmato l'ordine"),
        ("en", "The officer wants to close the port.", "close", "The officer wants to close the port"),
        (
            "en",
            "The mayor called to congratulate the winner early Wednesday morning.",
            "called",
            "The mayor called to congratulate the winner early Wednesday morning",
        ),
        (
            "es",
            "El equipo, no obstante, ganó el partido.",
            "ganó",
            "El equipo ganó el partido",
        ),
        ("es", "3.000 han sido detenidas.", "detenidas", "3.000 han sido detenidas"),
        (
            "fr",
            "Le maire attendait et les deux chauffeurs ont été poursuivis.",
            "poursuivis",
            "les deux chauffeurs ont été poursuivis",
        ),
        (
            "it",
            "A rubare il quadro, secondo le prime voci, sarebbe stato uno sconosciuto.",
            "sarebbe stato",
            "A rubare il quadro sarebbe stato uno sconosciuto",
        ),
        (
            "fr",
            "Le courant devait être rétabli dans la nuit.",
            "rétabli",
            "Le courant devait être rétabli",
        ),
        (
            "it",
            "Il furto è fallito, anche se il ladro, sorpreso dalla polizia, è fuggito.",
            "è fuggito",
            "il ladro è fuggito",
        ),
        (
            "it",
            "L'assemblea ordinaria degli azionisti della Banca di Credito di Lodi ha approvato la spesa.",
            "approvato",
            "L'assemblea ordinaria degli azionisti ha approvato la spesa",
        ),
        (
            "es",
            "LUGO, 6 may (EFE).- El alcalde cerró el puerto.",
            "cerró",
            "El alcalde cerró el puerto",
        ),
        ("it", "LODI - Il sindaco ha chiuso la scuola.", "chiuso", "Il sindaco ha chiuso la scuola"),
        (
            "it",
            "Gli agenti hanno visto una donna. Entrata nel negozio la donna è fuggita. Ha preso la borsa.",
            "preso",
            "una donna ha preso la borsa",
        ),
        (
            "it",
            "I vigili della città di Lodi, nella serata di lunedì, dopo il turno, hanno multato due uomini.",
            "multato",
            "I vigili della città di Lodi hanno multato due uomini",
        ),
        (
            "it",
            "Due uomini, dopo aver girato a lungo, sono fuggiti.",
            "girato",
            "Due uomini, dopo aver girato a lungo, sono fuggiti",
        ),
        ("it", "Se non pagano la multa, lasceranno la casa.", "pagano", "se non pagano la multa"),
        (
            "en",
            "The singer will leave if the army closes the port.",
            "closes",
            "if the army closes the port",
        ),
        (
            "it",
            "La guardia ha recuperato quattro dei sei cartoni portati via dai ladri.",
            "via",
            "sei cartoni portati via dai ladri",
        ),
        (
            "en",
            "The court lifted the ban that the governor had declared.",
            "declared",
            "the governor had declared the ban",
        ),
        (
            "it",
            "La polizia ha trovato la merce che l'uomo aveva rubato nel negozio.",
            "rubato",
            "l'uomo aveva rubato la merce nel negozio",
        ),
    ],
)
def test_a_line_reads_by_itself(language, text, trigger, line):
    assert label(language, text, trigger) == line


def test_a_long_line_is_cut_between_words_and_ends_with_none_that_hangs():
    text = "una riga molto lunga di parole che va tagliata prima della fine di una riga"
    line = shortened(text, 50, small={"della", "prima", "di"})
    assert line == "una riga molto lunga di parole che va tagliata…"
    assert len(shortened("parola " * 40)) <= LONGEST


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Non solo ha rubato l'auto, ha anche colpito un agente."),
        ("es", "El ministro, no obstante, firmó el acuerdo."),
        ("en", "The minister not only signed the treaty, he praised it."),
        ("fr", "Il a non seulement volé la voiture, il a blessé un agent."),
    ],
)
def test_not_only_denies_nothing(language, text):
    [(_, events)] = extract([Document("a", text, language=language)])
    assert events
    assert {e.polarity for e in events} == {"positive"}


def test_what_opened_the_sentence_is_small_inside_the_line():
    text = "The bridge that the army had seized in March was reopened on Monday."
    assert label("en", text, "had seized") == "the army had seized the bridge"
