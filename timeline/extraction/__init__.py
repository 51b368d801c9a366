"""Parsed sentences to statements and actions."""

from timeline.extraction._event import Event
from timeline.extraction._extract import extract

__all__ = ["Event", "extract"]
