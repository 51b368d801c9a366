"""Time expressions in text: tagging and resolution."""

from timeline.dates._expression import DateExpression
from timeline.dates._find import find, find_detected
from timeline.dates._output import as_record, timeml

__all__ = ["DateExpression", "as_record", "find", "find_detected", "timeml"]
