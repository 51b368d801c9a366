"""The line that tells an event on the chart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents import Document
from timeline.extraction import extract
from timeline.extraction._labels import LONGEST, shortened
from timeline.extraction._marks import paired


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
            "I tre ladri, di età compresa tra i 25 e i 49 anni tra cui una donna, sono stati denunciati.",
            "denunciati",
            "I tre ladri sono stati denunciati",
        ),
        (
            "it",
            "La vertenza è stata risolta per decreto: una prova in più che il governo ha fretta.",
            "risolta",
            "La vertenza è stata risolta per decreto",
        ),
        (
            "en",
            "Ferro West declined to name the firm, but said the payment was for the foreign firm's use of"
            " certain tax benefits in connection with Ferro West aircraft purchases.",
            "said",
            "Ferro West said the payment was for the foreign firm's use…",
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
        (
            "it",
            "Se non pagano la multa, lasceranno la casa.",
            "pagano",
            "Se non pagano la multa, lasceranno la casa",
        ),
        (
            "en",
            "The singer will leave if the army closes the port.",
            "closes",
            "The singer will leave if the army closes the port",
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


@pytest.mark.parametrize(
    ("language", "text", "trigger", "line"),
    [
        (
            "it",
            "Dopo aver scavalcato il cancello, gli agenti hanno bloccato il ladro.",
            "scavalcato",
            "Dopo aver scavalcato il cancello, gli agenti hanno bloccato il ladro",
        ),
        (
            "it",
            "I ladri hanno rovistato in tutte le stanze, gettando a terra i mobili.",
            "gettando",
            "I ladri hanno rovistato in tutte le stanze, gettando a terra i mobili",
        ),
        (
            "en",
            "Two bombs exploded outside the town hall, killing nine people.",
            "killing",
            "Two bombs exploded outside the town hall, killing nine people",
        ),
        (
            "en",
            "The company stopped shipping the pump.",
            "shipping",
            "The company stopped shipping the pump",
        ),
    ],
)
def test_what_is_no_finite_clause_is_told_with_its_verb(language, text, trigger, line):
    assert label(language, text, trigger) == line


@pytest.mark.parametrize(
    ("language", "text", "trigger", "line"),
    [
        (
            "it",
            "La polizia cerca la borsa che era stata rubata da due uomini nel negozio.",
            "stata rubata",
            "la borsa era stata rubata da due uomini nel negozio",
        ),
        ("en", "The two men were armed. They robbed a bank.", "robbed", "the two men robbed a bank"),
        ("en", "At least nine people were killed.", "killed", "At least nine people were killed"),
        (
            "en",
            "The workers mended the corner where the carriages derailed.",
            "derailed",
            "the carriages derailed",
        ),
        (
            "it",
            "Gli abiti sono stati recuperati e riconsegnati al negozio.",
            "riconsegnati",
            "Gli abiti sono stati riconsegnati al negozio",
        ),
        (
            "it",
            "Il capo ha detto: «Chi non si arrende sarà eliminato».",
            "eliminato",
            "«Chi non si arrende sarà eliminato»",
        ),
    ],
)
def test_a_line_names_who_does_it_or_to_whom_it_is_done(language, text, trigger, line):
    assert label(language, text, trigger) == line


@pytest.mark.parametrize(
    ("language", "text", "trigger", "line"),
    [
        (
            "it",
            "Il ministro ritiene che la diga sia sicura.",
            "ritiene",
            "Il ministro ritiene che la diga sia sicura",
        ),
        (
            "en",
            "The mayor declined to say if the bridge was safe.",
            "declined",
            "The mayor declined to say if the bridge was safe",
        ),
        (
            "en",
            "Ann Lee said the bridge would be closed.",
            "said",
            "Ann Lee said the bridge would be closed",
        ),
        ("en", '"The bridge is safe," Ann Lee said.', "said", 'Ann Lee: "The bridge is safe"'),
        (
            "it",
            "Secondo il sindaco la diga è sicura.",
            "Secondo",
            "sindaco: la diga è sicura",
        ),
    ],
)
def test_a_statement_is_told_with_its_verb_where_the_text_has_it_in_order(language, text, trigger, line):
    assert label(language, text, trigger) == line


def test_a_long_line_ends_where_a_phrase_ends_behind_its_object():
    text = (
        "The council of the old harbour town has approved a plan for a new bridge over the river behind the "
        "station that was closed ten years ago."
    )
    line = label("en", text, "approved")
    assert line.startswith("The council of the old harbour town has approved a plan")
    assert line.rstrip("…") in text
    assert len(line) <= LONGEST


def test_a_verb_that_stands_alone_is_told_with_the_words_around_it():
    line = label("it", "Erano in piazza, sono scesi e hanno aspettato.", "scesi")
    assert line == "sono scesi e hanno aspettato"


def test_a_number_keeps_what_it_counts():
    line = label("it", "Nella città ci sono centinaia di feriti.", "feriti")
    assert "centinaia di feriti" in line


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


@pytest.mark.parametrize(
    ("code", "text", "trigger", "label"),
    [
        (
            "it",
            "Ieri l'alta commissaria Teresa Brandi ha ricordato ai governi riuniti a Ginevra che la forza "
            "si può usare solo come ultima risorsa.",
            "ha ricordato",
            "Teresa Brandi: la forza si può usare solo come ultima risorsa",
        ),
        (
            "en",
            "On Monday the regional commissioner Ann Holm reminded the ministers gathered in Geneva that "
            "force may be used only as a last resort.",
            "reminded",
            "Ann Holm: force may be used only as a last resort",
        ),
    ],
)
def test_what_is_said_is_told_whole_rather_than_with_its_verb(code, text, trigger, label):
    rows = next(extract([Document("x", text, language=code)]))[1]
    assert [r.summary for r in rows if r.trigger == trigger] == [label]


def test_a_line_that_ends_early_says_so():
    text = (
        "Il comitato per la sicurezza nazionale ha annunciato sabato l'arresto del suo ex direttore generale "
        "Carlo Manzi per alto tradimento."
    )
    rows = next(extract([Document("x", text, language="it")]))[1]
    told = next(r for r in rows if r.trigger == "ha annunciato").summary
    assert told.startswith("Il comitato per la sicurezza nazionale ha annunciato l'arresto")
    assert told.endswith("…")


@pytest.mark.parametrize(
    ("code", "text", "trigger", "line"),
    [
        (
            "it",
            "La strada resta chiusa fino a quando non è stato riparato il ponte sul torrente.",
            "riparato",
            "La strada resta chiusa fino a quando non è stato riparato il ponte sul torrente",
        ),
        (
            "en",
            "The council may sell the theatre before the new hall opens.",
            "opens",
            "The council may sell the theatre before the new hall opens",
        ),
        (
            "en",
            "If the dam breaks, the village will be flooded.",
            "flooded",
            "If the dam breaks, the village will be flooded",
        ),
        (
            "en",
            "Union leaders will strike if the talks on wages with the company that runs the railway in the "
            "north collapse.",
            "strike",
            "Union leaders will strike if the talks on wages with the company…",
        ),
    ],
)
def test_what_a_deed_depends_on_is_told_with_it(code, text, trigger, line):
    assert label(code, text, trigger) == line


def test_a_participle_shares_the_auxiliary_of_the_verb_it_is_joined_to():
    text = (
        "Il ladro ha provato a entrare nel garage ma è stato visto dai vicini e poi fermato dagli agenti "
        "della municipale."
    )
    assert label("it", text, "fermato") == "il ladro è stato fermato dagli agenti della municipale"


def test_whoever_acts_together_is_told_together():
    text = (
        "Mr Hale and Deputy Chairman Robert Lane are negotiating a loan before offering the shares to the "
        "public in June."
    )
    assert label("en", text, "negotiating").startswith(
        "Mr Hale and Deputy Chairman Robert Lane are negotiating"
    )


def test_a_clause_that_is_its_own_subject_keeps_its_pronoun():
    assert label("it", "Chi ha agito conosceva bene il magazzino.", "agito").startswith("Chi ha agito")


def test_an_infinitive_that_does_not_fit_is_told_by_its_verb():
    text = (
        "The court may allow the owners of the old harbour company to close the northern terminal to "
        "the ferries."
    )
    assert label("en", text, "close").startswith("The court may allow the owners to close")


def test_a_noun_keeps_what_its_bare_preposition_leads_to():
    text = (
        "La ditta dovrà rispondere in relazione ai danni causati dalla frana di marzo alle case del "
        "quartiere vecchio."
    )
    assert "in relazione ai danni" in label("it", text, "rispondere")


def test_a_relative_clause_of_what_was_said_keeps_its_noun():
    text = "The firm sold the Norwood branch, which the owners said had been a heavy burden."
    line = "the Norwood branch, which the owners said had been a heavy burden"
    assert label("en", text, "said") == line


def test_what_a_comma_sets_off_is_no_object():
    text = (
        "I quadri sono stati ceduti al prezzo di 300 euro, una somma superiore alle attese degli eredi "
        "della famiglia e dei soci."
    )
    assert label("it", text, "ceduti") == "I quadri sono stati ceduti al prezzo di 300 euro…"


def test_a_subject_hung_on_an_auxiliary_is_told():
    assert label("en", "Public pressure has so far failed to stop the sale.", "failed") == (
        "Public pressure has so far failed to stop the sale"
    )


@pytest.mark.parametrize(
    ("language", "text", "trigger", "line"),
    [
        (
            "it",
            "«Ho sentito un rumore forte – racconta Anna Rossi – ho chiamato i vigili».",
            "racconta",
            "Anna Rossi: «Ho sentito un rumore forte, ho chiamato i vigili»",
        ),
        (
            "it",
            "«Il ponte – dice Anna Rossi – è stato chiuso ieri».",
            "dice",
            "Anna Rossi: «Il ponte è stato chiuso ieri»",
        ),
        (
            "en",
            '"The bridge over the old river has been closed since the flood of last spring," Ann Lee said.',
            "said",
            'Ann Lee: "The bridge over the old river has been closed since the flood…"',
        ),
    ],
)
def test_what_was_said_as_it_stands_is_told_between_marks_that_are_closed(language, text, trigger, line):
    assert label(language, text, trigger) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Rossi has "no plan', "Rossi has no plan"),
        ("Rossi: «il ponte è stato…", "Rossi: «il ponte è stato…»"),
        ("Rossi: ``we did", "Rossi: we did"),
        ("Rossi: « nous partons »", "Rossi: « nous partons »"),
        ('" A friend said: "It is', "A friend said: It is"),
        ("Lee: the ‘plan’ of the workers’ side", "Lee: the ‘plan’ of the workers’ side"),
    ],
)
def test_marks_come_in_pairs(text, line):
    assert paired(text) == line


@given(st.text("ab «»“”\"'`‘’…,.", max_size=90))
def test_no_line_with_closed_marks_is_too_long(text):
    assert len(paired(shortened(text))) <= LONGEST


@pytest.mark.parametrize(
    ("language", "text", "trigger", "line"),
    [
        (
            "it",
            "I vigili hanno fermato e denunciato un uomo.",
            "fermato",
            "I vigili hanno fermato e denunciato un uomo",
        ),
        (
            "en",
            "The clerks checked and signed the form.",
            "checked",
            "The clerks checked and signed the form",
        ),
        ("en", "The town mourned those who died in the fire.", "died", "those who died in the fire"),
        (
            "it",
            "I vigili cercano quelli che hanno rubato l'auto.",
            "rubato",
            "quelli che hanno rubato l'auto",
        ),
        (
            "it",
            "Le guardie hanno potuto recuperare le bici pochi giorni dopo e non distante dal parco.",
            "recuperare",
            "Le guardie hanno potuto recuperare le bici pochi giorni dopo",
        ),
        (
            "en",
            "If the mayor signs the plan, the firm will build the bridge.",
            "signs",
            "If the mayor signs the plan, the firm will build the bridge",
        ),
    ],
)
def test_a_line_tells_what_its_verb_needs(language, text, trigger, line):
    assert label(language, text, trigger) == line


@pytest.mark.parametrize(
    ("language", "text", "trigger", "line"),
    [
        (
            "en",
            "Ann Lee said that if the bridge closes, the firm will leave.",
            "said",
            "if the bridge closes",
        ),
        (
            "it",
            "Se il ponte chiude, l'azienda andrà via, ha detto Anna Rossi.",
            "detto",
            "Se il ponte chiude",
        ),
    ],
)
def test_a_condition_of_what_was_said_stays(language, text, trigger, line):
    assert line in label(language, text, trigger)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "line"),
    [
        (
            "it",
            "Anna Rossi è in carcere. Il suo legale ha detto che presenterà ricorso.",
            "ricorso",
            "il suo legale",
        ),
        (
            "en",
            "The port authority, which had warned the union, paid the fine.",
            "warned",
            "the port authority",
        ),
        (
            "it",
            "L'inchiesta nasce da un esposto che due soci avevano firmato a gennaio.",
            "firmato",
            "due soci avevano",
        ),
    ],
)
def test_a_doer_set_before_a_clause_has_its_article(language, text, trigger, line):
    assert label(language, text, trigger).startswith(line)


def test_a_clause_that_hangs_loosely_is_cut_rather_than_left_off():
    text = (
        "Dockworkers at the port of Valmora voted on Thursday to end a strike that had stopped all trucks "
        "and containers of the region since February."
    )
    assert label("en", text, "voted").startswith("Dockworkers at the port of Valmora voted to end a strike")


def test_what_stands_behind_a_quotation_is_not_said():
    text = '"We sail tonight," its chief executive, Helen Marsh, told reporters.'
    assert label("en", text, "told").endswith(': "We sail tonight"')


@pytest.mark.parametrize(
    ("language", "text", "trigger", "line"),
    [
        (
            "en",
            "Ann Lee met the workers. By closing the plant, she angered the unions.",
            "closing",
            "By closing the plant, Ann Lee angered the unions",
        ),
        (
            "it",
            "Nell'auto c'erano un uomo e una donna che hanno rubato tre telefoni.",
            "rubato",
            "un uomo e una donna hanno rubato tre telefoni",
        ),
    ],
)
def test_a_line_names_all_who_did_it(language, text, trigger, line):
    assert label(language, text, trigger) == line
