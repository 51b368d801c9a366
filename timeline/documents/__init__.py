"""Files, feeds and tables to documents."""

from timeline.documents._document import Document

__all__ = ["Document"]
