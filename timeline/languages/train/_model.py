"""The networks that are trained: one for the trees, one for the names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timeline.languages._kinds import FEATURE

FEATURES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY")
NAME_FEATURES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", FEATURE)
ROWS = (10000, 2000, 5000, 2500, 50)
"""Rows of the table of each feature."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a network: vector width, layers, rows of each feature's table, width of the parser's state.

    With `wide` the parser looks at more words of its state.
    """

    width: int = 96
    depth: int = 4
    rows: tuple[int, ...] = ROWS
    state: int = 64
    wide: bool = False

    def fits(self, other: Shape) -> bool:
        """Tell whether the vectors of both have the same shape."""
        return (self.width, self.depth, self.rows) == (other.width, other.depth, other.rows)


def tree_pipeline(code: str, shape: Shape) -> Any:
    """Give an empty pipeline of morphologizer, lemmatizer and parser over shared vectors."""
    import spacy

    nlp = spacy.blank(code)
    nlp.add_pipe("tok2vec", config={"model": _vectors(shape)})
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(shape)}
    nlp.add_pipe("morphologizer", config={"model": tagger, "overwrite": True})
    nlp.add_pipe("trainable_lemmatizer", config={"model": tagger, "min_tree_freq": 2, "top_k": 3})
    nlp.add_pipe(
        "parser", config={"model": _transitions("parser", shape, _listener(shape)), "min_action_freq": 20}
    )
    return nlp


def related_pipeline(shape: Shape) -> Any:
    """Give an empty pipeline of morphologizer and parser for words of any language."""
    import spacy

    nlp = spacy.blank("xx")
    nlp.add_pipe("tok2vec", config={"model": _vectors(shape)})
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(shape)}
    nlp.add_pipe("morphologizer", config={"model": tagger, "overwrite": True})
    nlp.add_pipe(
        "parser", config={"model": _transitions("parser", shape, _listener(shape)), "min_action_freq": 20}
    )
    return nlp


def name_pipeline(code: str, shape: Shape) -> Any:
    """Give an empty pipeline of a named entity recogniser with vectors of its own."""
    import spacy

    nlp = spacy.blank(code)
    nlp.add_pipe("ner", config={"model": _transitions("ner", shape, _vectors(shape, NAME_FEATURES))})
    return nlp


def vector_layer(nlp: Any) -> Any:
    """Give the layer of `nlp` that makes the vectors: the one that pretraining fills."""
    if "tok2vec" in nlp.pipe_names:
        return nlp.get_pipe("tok2vec").model
    return nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]


def _vectors(shape: Shape, features: tuple[str, ...] = FEATURES) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": shape.width,
            "attrs": list(features),
            "rows": list(shape.rows),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": shape.width,
            "depth": shape.depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener(shape: Shape) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": shape.width, "upstream": "*"}


def _transitions(kind: str, shape: Shape, vectors: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": shape.wide,
        "hidden_width": shape.state,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": vectors,
    }
