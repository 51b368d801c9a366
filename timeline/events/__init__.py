"""The event table: schema, reading and writing, order."""

from timeline.events._actors import full_names
from timeline.events._before import before
from timeline.events._combine import combine
from timeline.events._conflicts import conflicts
from timeline.events._days import days_of, key_dates
from timeline.events._order import order
from timeline.events._position import chain_lengths
from timeline.events._read import frame_of, read_table
from timeline.events._schema import COLUMNS, validate
from timeline.events._select import between, of
from timeline.events._story import as_known_at, merge
from timeline.events._table import table
from timeline.events._write import records, write

__all__ = [
    "COLUMNS",
    "as_known_at",
    "before",
    "between",
    "chain_lengths",
    "combine",
    "conflicts",
    "days_of",
    "frame_of",
    "full_names",
    "key_dates",
    "merge",
    "of",
    "order",
    "read_table",
    "records",
    "table",
    "validate",
    "write",
]
