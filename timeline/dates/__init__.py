"""Time expressions in text: tagging and resolution."""

from timeline.dates._expression import DateExpression
from timeline.dates._find import find

__all__ = ["DateExpression", "find"]
