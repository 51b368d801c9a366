"""Files, folders, globs and standard input to documents."""

from timeline.documents._batches import batches
from timeline.documents._document import Document
from timeline.documents._read import TableInput, read, scan
from timeline.documents._stated import parse_stated

__all__ = ["Document", "TableInput", "batches", "parse_stated", "read", "scan"]
