"""Gazetteer: what a place name stands for, where it is."""

from timeline.languages._fold import fold
from timeline.languages.places._gazetteer import Entry, Gazetteer, gazetteer

__all__ = ["Entry", "Gazetteer", "fold", "gazetteer"]
