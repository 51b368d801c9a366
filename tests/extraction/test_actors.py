"""Actors in parsed text: offices, descriptions, pronouns, what is left out."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from timeline import LanguageError
from timeline.documents import Document
from timeline.extraction import extract
from timeline.extraction._actors import Actor, Actors
from timeline.extraction._block import Block, blocks, pieces
from timeline.languages import pipeline
from timeline.languages._names import names
from timeline.languages.places import gazetteer
from timeline.temporal import UNKNOWN_WHEN

SUBJECTS = ("nsubj", "nsubj:pass", "obl:agent")


class Read:
    """A text read by the actor rules."""

    def __init__(self, text: str, code: str = "it") -> None:
        try:
            nlp = pipeline(code)
        except LanguageError:
            pytest.skip(f"no pipeline for {code} is installed")
        self.text = text
        cut = pieces(Document("x", text, language=code))
        self.blocks: list[Block] = blocks(zip(nlp.pipe([p.text for p in cut]), cut, strict=True))
        self.actors = Actors(self.blocks, names(code), gazetteer(code))

    def token(self, word: str, nth: int = 0) -> Token:
        found = [t for b in self.blocks for t in b.doc if t.text == word]
        return found[nth]

    def of(self, word: str, nth: int = 0) -> Actor:
        actor = self.actors.of(self.token(word, nth))
        assert actor is not None
        return actor

    def left_out(self, word: str) -> str | None:
        actor = self.actors.left_out(self.token(word))
        return actor.name if actor else None


def test_an_office_before_the_name_is_its_role() -> None:
    read = Read("Ieri il ministro dell'Interno Carla Bonfanti ha incontrato il prefetto Luigi Serra.")
    assert (read.of("ministro").name, read.of("ministro").role) == ("Carla Bonfanti", "ministro dell'Interno")
    assert read.of("Serra").role == "prefetto"
    assert read.of("Serra").kind == "person"


def test_two_offices_of_one_person_are_one_role() -> None:
    read = Read("Lo sostiene l’ex ministro ed ex banchiere Timur Abenov.")
    assert read.of("Abenov").role == "ex ministro ed ex banchiere"
    assert read.of("ministro").name == "Timur Abenov"


def test_an_office_between_commas_after_the_name() -> None:
    read = Read("Karim Sadykov, sindaco di Astana, ha lasciato l'incarico.")
    assert read.of("Sadykov").role == "sindaco di Astana"


def test_an_office_between_commas_before_the_name() -> None:
    read = Read("La portavoce del governo, Irina Sokolova, ha smentito le voci.")
    assert read.of("portavoce").name == "Irina Sokolova"


def test_english_offices_and_titles() -> None:
    read = Read("French President Lucien Martel called Secretary of State Ann Holt on Friday.", "en")
    assert (read.of("Martel").name, read.of("Martel").role) == ("Lucien Martel", "French President")
    assert (read.of("Holt").name, read.of("Holt").role) == ("Ann Holt", "Secretary of State")


def test_offsets_are_those_of_the_mention_as_it_stands() -> None:
    read = Read("Il presidente kazako Arman Bekov ha parlato. Bekov è tornato a casa.")
    first, second = read.of("Bekov"), read.of("Bekov", 1)
    assert read.text[first.start : first.end] == "presidente kazako Arman Bekov"
    assert read.text[second.start : second.end] == "Bekov"
    assert second.name == "Arman Bekov"


def test_a_description_means_the_one_who_has_the_office() -> None:
    read = Read("Il presidente kazako Arman Bekov è a Roma. Domenica il presidente kazako vedrà il premier.")
    assert read.of("presidente", 1).name == "Arman Bekov"


def test_a_description_that_fits_two_means_neither() -> None:
    read = Read("Il ministro Anna Rossi è a Roma. Il ministro Paolo Bassi è a Kiev. Il ministro ha firmato.")
    assert read.of("ministro", 2).name == "ministro"


def test_a_description_of_another_country_is_another() -> None:
    read = Read("Il presidente russo Igor Lanin è partito. Il presidente turco ha protestato.")
    assert read.of("presidente", 1).name == "presidente turco"


def test_two_presidents_are_the_two_persons_named() -> None:
    read = Read(
        "Il presidente russo Igor Lanin ha sentito Vladimir Bekov. I due presidenti hanno deciso di vedersi."
    )
    pair = read.of("presidenti")
    assert [m.name for m in pair.members] == ["Igor Lanin", "Vladimir Bekov"]
    assert pair.name == "Igor Lanin e Vladimir Bekov"


def test_two_of_three_persons_stay_unnamed() -> None:
    read = Read(
        "Il presidente Igor Lanin ha visto Vladimir Bekov e Otto Brandt. I due presidenti hanno firmato."
    )
    assert read.of("presidenti").members == ()


def test_two_of_more_persons_are_those_of_the_last_sentence() -> None:
    read = Read(
        "Otto Brandt è stato arrestato. Il presidente Igor Lanin ha sentito Vladimir Bekov. "
        "I due presidenti hanno deciso di vedersi."
    )
    assert [m.name for m in read.of("presidenti").members] == ["Igor Lanin", "Vladimir Bekov"]


def test_common_nouns_keep_their_words_without_article() -> None:
    read = Read("I poliziotti hanno fermato le forze di sicurezza.")
    assert (read.of("poliziotti").name, read.of("poliziotti").kind) == ("poliziotti", "group")
    assert read.of("forze").name == "forze di sicurezza"


@pytest.mark.parametrize(
    ("text", "word", "code", "role"),
    [
        ("Berlino ha sospeso gli aiuti.", "Berlino", "it", "governo tedesco"),
        ("Il Cremlino ha smentito la notizia.", "Cremlino", "it", "governo russo"),
        ("Washington declined to comment.", "Washington", "en", "American government"),
    ],
)
def test_a_seat_that_acts_is_said_to_be_a_government(text: str, word: str, code: str, role: str) -> None:
    actor = Read(text, code).of(word)
    assert (actor.name, actor.kind, actor.role) == (word, "government", role)


def test_a_capital_where_something_happens_is_a_place() -> None:
    assert Read("Il ministro è arrivato a Berlino.").of("Berlino").kind == "place"


def test_the_paper_speaks_for_its_author() -> None:
    assert Read("La nota del Cremlino sottolinea che la visita è rinviata.").of("nota").name == "Cremlino"


def test_a_relative_pronoun_is_its_noun() -> None:
    read = Read("La Nato, l'alleanza che ha inviato gli aerei, non commenta.")
    assert read.of("che").name == "Nato"


def test_pronouns_agree_in_person_and_thing() -> None:
    read = Read(
        "Mrs. Holt met Mr. Brandt in Paris. The company denied the report. He said the talks went well.", "en"
    )
    assert read.of("He").name == "Brandt"


def test_it_is_never_a_person() -> None:
    read = Read("The Kazakh Foreign Ministry said it had summoned the ambassador.", "en")
    assert read.of("it").name == "Kazakh Foreign Ministry"


def test_a_left_out_subject_is_the_last_one() -> None:
    read = Read("Il premier Marco Tosi ha convocato i ministri. In serata ha firmato il decreto.")
    assert read.left_out("firmato") == "Marco Tosi"


def test_a_plural_verb_does_not_take_a_singular_subject() -> None:
    read = Read("Il premier Marco Tosi ha convocato la riunione. Hanno protestato a lungo.")
    assert read.left_out("protestato") is None


def test_the_speaker_goes_on_across_a_quotation() -> None:
    read = Read(
        "La deputata Elisa Conte parla di errori. «La gente ha paura e i medici protestano. "
        "Ormai – ha concluso – è tardi»."
    )
    assert read.left_out("concluso") == "Elisa Conte"


def test_an_infinitive_takes_the_subject_of_its_verb_or_its_object() -> None:
    read = Read("La Germania ha deciso di ritirare le truppe.")
    assert read.left_out("ritirare") == "Germania"
    read = Read("Il governo ha autorizzato i soldati a lasciare la base.")
    assert read.left_out("lasciare") == "soldati"


def test_a_participle_is_not_done_by_its_noun() -> None:
    read = Read("Le persone arrestate ieri sono trenta.")
    assert read.left_out("arrestate") is None


def test_portuguese_offices() -> None:
    read = Read("O ministro da Defesa, Carlos Bonfim, reuniu-se com o prefeito Luís Serra em Lisboa.", "pt")
    assert (read.of("Bonfim").name, read.of("Bonfim").role) == ("Carlos Bonfim", "ministro da Defesa")
    assert read.of("Serra").role == "prefeito"


def test_acronyms_told_in_brackets() -> None:
    read = Read("The World Health Organization (WHO) met on Monday. The WHO issued a warning.", "en")
    assert read.of("WHO", 1).name == "World Health Organization"


def test_asking_twice_gives_the_same() -> None:
    read = Read("Lui ha detto che lei ha detto che lui mente.")
    assert [read.actors.of(t) for t in read.blocks[0].doc] == [read.actors.of(t) for t in read.blocks[0].doc]


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        (
            "it",
            "Il segretario provinciale della Cgil Paolo Neri ha visitato il cantiere.",
            "Paolo Neri",
            "segretario provinciale della Cgil",
        ),
        ("es", "El secretario de la CGT Paco Lara visitó la obra.", "Paco Lara", "secretario de la CGT"),
        (
            "fr",
            "Le secrétaire de la CGT Anne Roux a visité le chantier.",
            "Anne Roux",
            "secrétaire de la CGT",
        ),
        ("en", "CGT secretary Anne Roux visited the site.", "Anne Roux", "CGT secretary"),
    ],
)
def test_who_holds_an_office_of_a_body_is_not_the_body(language, text, name, role):
    [(_, [event, *_])] = extract([Document("a", text, UNKNOWN_WHEN, language)])
    assert (event.actor, event.actor_role) == (name, role)


@pytest.mark.parametrize(
    ("text", "word", "code", "name"),
    [
        (
            "Il presidente del parlamento, Amal Perera, ha parlato lunedì. Poi il parlamento ha votato.",
            "parlamento",
            "it",
            "parlamento",
        ),
        (
            "He met the head of the rail authority, Ivo Maric. The authority denied it.",
            "authority",
            "en",
            "authority",
        ),
        (
            "Le président du Parlement, Jean Morel, a parlé lundi. Le Parlement a voté.",
            "Parlement",
            "fr",
            "Parlement",
        ),
        (
            "El presidente del Congreso, Juan Ibarra, habló el lunes. El Congreso votó.",
            "Congreso",
            "es",
            "Congreso",
        ),
        (
            "O presidente do tribunal, João Reis, falou na segunda-feira. O tribunal votou.",
            "tribunal",
            "pt",
            "tribunal",
        ),
    ],
)
def test_a_body_is_not_the_person_at_its_head(text: str, word: str, code: str, name: str) -> None:
    assert Read(text, code).of(word, 1).name == name


@pytest.mark.parametrize(
    ("text", "code", "trigger", "actor"),
    [
        ("Marine Le Brun a annoncé sa candidature mardi.", "fr", "a annoncé", "Marine Le Brun"),
        ("Hier, Jean Le Goff a quitté le parti.", "fr", "a quitté", "Jean Le Goff"),
        ("A Roma La Torre ha incontrato i sindaci.", "it", "ha incontrato", "Torre"),  # no *Roma La Torre*
    ],
)
def test_an_article_with_a_capital_inside_a_name(text, code, trigger, actor):
    [(_, events)] = extract([Document("a", text, UNKNOWN_WHEN, code)])
    assert next(e for e in events if e.trigger == trigger).actor == actor
