"""One folder a language: lexicon and trained pipeline; loading, detection, training."""

from timeline.languages._data import available, date_data, lexicon

__all__ = ["available", "date_data", "lexicon"]
