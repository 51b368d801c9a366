"""Who may be the subject left out or shared: in number and gender, of what country, caught, nobody."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.extraction import Event, extract
from timeline.temporal import UNKNOWN_WHEN


def row(text: str, trigger: str) -> Event:
    """Give the row of a trigger."""
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, "it")])
    return next(e for e in events if e.trigger == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # what is stolen or bought is nobody
        (
            "La donna ha rubato un capo di abbigliamento. La polizia ha fermato il giovane. Poi è fuggito.",
            "è fuggito",
            "giovane",
        ),
        ("Un pensionato era uscito per comprare il giornale. È caduto.", "È caduto", "pensionato"),
        # a clause behind an aside is about the noun before it
        (
            "Denunciati due uomini di 60 e 70 anni, già noti alla polizia, che volevano usare l'alloggio.",
            "volevano usare",
            "due uomini",
        ),
        (
            "Le norme sono dei tre ministri economici - Tesoro, Industria e Bilancio - che hanno introdotto"
            " due limiti.",
            "hanno introdotto",
            "tre ministri economici",
        ),
        (
            "Hanno lasciato l'incarico Ugo de Santis, capo di Ferro, e Pia Neri.",
            "Hanno lasciato",
            "Ugo de Santis",
        ),
        (
            "Il contingente, 30 soldati e due mezzi, lascerà il Paese, ha assicurato il leader.",
            "lascerà",
            "contingente",
        ),
        # the verb or the noun of its own number
        (
            "I vigili hanno visto un uomo che forzava una porta e hanno chiamato i carabinieri.",
            "hanno chiamato",
            "vigili",
        ),
        (
            "Il furto ha colpito i dirigenti del negozio, che hanno chiamato la polizia.",
            "hanno chiamato",
            "dirigenti del negozio",
        ),
        (
            "Il custode ha lasciato la borsa aperta, incustodita nel cortile, e si è allontanato.",
            "si è allontanato",
            "custode",
        ),
        ("Tutti lodano la prontezza del quindicenne, che si è spostato.", "si è spostato", "quindicenne"),
        # caught, and of another country
        (
            "I militari hanno visto due uomini in auto. Prontamente fermati, non davano una spiegazione.",
            "davano",
            "due uomini",
        ),
        (
            "La polizia ha arrestato un cittadino tunisino. Un uomo di nazionalità indiana ha chiamato. "
            "Il tunisino aveva spezzato la catena.",
            "aveva spezzato",
            "cittadino tunisino",
        ),
        ("Un ladro è arrivato in piazza. Si è aggirato un po' nel bar.", "Si è aggirato", "ladro"),
        ("L'episodio nato in casa propria ha prodotto una serie di denunce.", "ha prodotto", "episodio"),
        ("La donna era morta la notte prima ed è caduto in coma.", "è caduto", None),
        ("I ladri hanno ammesso tutto. «Ero ubriaco» ha detto al giudice.", "ha detto", None),
        # nobody in particular, or nobody named
        ("Infuriata, ha chiuso la porta.", "ha chiuso", None),
        ("Addirittura hanno rovistato nella dispensa.", "hanno rovistato", None),
        ("La polizia ha visto l'uomo nel parco. Lo si nota fuggire.", "si nota", None),
        (
            "La ditta ha chiamato i carabinieri. Si è proceduto al controllo del magazzino.",
            "Si è proceduto al controllo",
            None,
        ),
        (
            "Un uomo è entrato nel bar e quando è stato il momento di pagare ha iniziato a gridare.",
            "ha iniziato a gridare",
            "uomo",
        ),
    ],
)
def test_a_subject_agrees_and_can_act(text, trigger, actor):
    assert row(text, trigger).actor == actor
