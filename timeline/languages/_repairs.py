"""What a language's `pipeline.toml` adds to its trained pipeline."""

from __future__ import annotations

from typing import Any


def add_repairs(nlp: Any, code: str) -> Any:
    """Add the steps of language `code` to the pipeline `nlp` and give it back."""
    return nlp
