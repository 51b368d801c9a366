"""The figure and the page."""

from timeline.chart._figure import plot
from timeline.chart._page import page, write_html
from timeline.chart._wording import wordings

__all__ = ["page", "plot", "wordings", "write_html"]
