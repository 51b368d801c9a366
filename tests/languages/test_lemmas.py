"""The quick lemmatizer gives what spaCy's gives with the best edit alone."""

from __future__ import annotations

import pytest
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer

from timeline.languages import pipeline
from timeline.languages._lemmas import QuickLemmatizer

TEXTS = [
    "I ministri hanno detto che le trattative riprenderanno domani.",
    "",
    "Qwrtz! Le città erano 164.",
    "Ieri il portavoce ha parlato; i portavoce tacciono.",
]


@pytest.mark.parametrize("code", ["it", "en", "pt"])
def test_lemmas_are_those_of_spacy(code: str) -> None:
    nlp = pipeline(code)
    quick = nlp.get_pipe("trainable_lemmatizer")
    assert type(quick) is QuickLemmatizer
    steps = [pipe for name, pipe in nlp.pipeline if name in ("tok2vec", "morphologizer")]

    def lemmas() -> list[list[str]]:
        docs = list(map(nlp.make_doc, TEXTS))
        for step in (*steps, quick):
            docs = list(step.pipe(docs, batch_size=8))
        return [[token.lemma_ for token in doc] for doc in docs]

    ours, before = lemmas(), quick.top_k
    try:
        quick.__class__, quick.top_k = EditTreeLemmatizer, 1
        assert lemmas() == ours
    finally:
        quick.__class__, quick.top_k = QuickLemmatizer, before
