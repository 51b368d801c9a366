"""From treebanks and entity files to a language pack: ``python -m timeline.languages.train``."""

from timeline.languages.train._recipe import Recipe, train

__all__ = ["Recipe", "train"]
