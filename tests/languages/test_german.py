"""German has dates and a lexicon but no trees of its own: a pipeline may be named."""

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import timeline
from timeline.documents import parse_stated
from timeline.extraction._lexicon import Lexicon

WORDS = [
    ("Der", "der", "DET", "det", 1),
    ("Minister", "Minister", "NOUN", "nsubj", 2),
    ("sagte", "sagen", "VERB", "ROOT", 2),
    (",", ",", "PUNCT", "punct", 9),
    ("dass", "dass", "SCONJ", "mark", 9),
    ("die", "der", "DET", "det", 6),
    ("Polizei", "Polizei", "NOUN", "nsubj", 9),
    ("drei", "drei", "NUM", "nummod", 8),
    ("Täter", "Täter", "NOUN", "obj", 9),
    ("festnahm", "festnehmen", "VERB", "ccomp", 2),
    (".", ".", "PUNCT", "punct", 2),
]
FEATURES = {"VERB": "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"}


class HandMadeTree:
    """Parses the one sentence of this test as a good parser would."""

    labels = tuple(sorted({deps for *_, deps, _ in WORDS}))

    def __call__(self, doc: Doc) -> Doc:
        for token, (word, lemma, pos, dep, head) in zip(doc, WORDS, strict=True):
            assert token.text == word
            token.lemma_, token.pos_, token.dep_, token.head = lemma, pos, dep, doc[head]
            token.set_morph(FEATURES.get(pos, ""))
        return doc


@Language.factory("hand_made_tree")
def hand_made_tree(nlp: Language, name: str) -> HandMadeTree:
    return HandMadeTree()


def test_a_named_pipeline_is_read_with_the_german_lexicon(tmp_path):
    nlp = spacy.blank("de")
    nlp.add_pipe("hand_made_tree", name="parser")
    nlp.to_disk(tmp_path / "de_hand_made")
    text = "Der Minister sagte, dass die Polizei drei Täter festnahm."
    document = timeline.Document("a", text, published=parse_stated("2031-03-04"), language="de")
    rows = timeline.extract([document], models={"de": str(tmp_path / "de_hand_made")})
    told = rows.set_index("lemma")[["kind", "speech_act", "event_type", "factuality"]].astype(object)
    assert told.loc["sagen", ["kind", "speech_act"]].tolist() == ["statement", "say"]
    assert told.loc["festnehmen", ["kind", "event_type", "factuality"]].tolist() == [
        "action",
        "COERCE",
        "reported",
    ]


def test_the_lexicon_has_all_kinds_of_speech_and_of_action():
    german, english = Lexicon("de"), Lexicon("en")
    assert set(german.data["speech"]) == set(english.data["speech"])
    assert set(german.data["actions"]) == set(english.data["actions"])
    assert german.noun_types["festnahme"] == german.verb_types["festnehmen"] == "COERCE"
    assert {entry.act for entry in german.entries["bestreiten"]} == {"deny"}
