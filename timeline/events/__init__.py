"""The event table: schema, reading and writing, order."""

from timeline.events._combine import combine
from timeline.events._position import chain_lengths
from timeline.events._read import frame_of, read_table
from timeline.events._schema import COLUMNS, validate
from timeline.events._select import between, of
from timeline.events._table import table
from timeline.events._write import records, write

__all__ = [
    "COLUMNS",
    "between",
    "chain_lengths",
    "combine",
    "frame_of",
    "of",
    "read_table",
    "records",
    "table",
    "validate",
    "write",
]
