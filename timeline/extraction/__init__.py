"""Parsed sentences to statements and actions."""
