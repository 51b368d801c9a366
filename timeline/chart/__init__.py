"""The figure and the page."""
