"""One folder a language: lexicon and trained pipeline; loading, detection, training."""

from timeline.languages._data import available, date_data, lexicon, relation_data
from timeline.languages._detect import Stretch, detect, detect_paragraph, detect_paragraphs
from timeline.languages._pipelines import PackInfo, info, pipeline
from timeline.languages._spelling import with_accents

__all__ = [
    "PackInfo",
    "Stretch",
    "available",
    "date_data",
    "detect",
    "detect_paragraph",
    "detect_paragraphs",
    "info",
    "lexicon",
    "pipeline",
    "relation_data",
    "with_accents",
]
