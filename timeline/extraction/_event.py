"""One row of the event table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from timeline.temporal import Moment


@dataclass(slots=True)
class Event:
    """A statement or an action with its evidence: one row of the event table, same names, same order.

    Times are wall times (`Moment`), half-open, None where open; offsets index the document's text.
    """

    event_id: str
    kind: str
    event_type: str | None = None
    speech_act: str | None = None
    start: Moment | None = None
    end: Moment | None = None
    zone: str | None = None
    precision: str = "unknown"
    extent: str = "within"
    edtf: str | None = None
    timex: str | None = None
    time_text: str | None = None
    time_basis: str | None = None
    tense: str | None = None
    position: int | None = None
    actor: str | None = None
    actor_role: str | None = None
    recipient: str | None = None
    object: str | None = None
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    count_best: float | None = None
    count_low: float | None = None
    count_high: float | None = None
    count_unit: str | None = None
    trigger: str = ""
    lemma: str | None = None
    summary: str = ""
    importance: float = 0.0
    content: str | None = None
    quote: str | None = None
    attribution: list[str] = field(default_factory=list)
    reported_by: str | None = None
    factuality: str = "asserted"
    polarity: str = "positive"
    document: str = ""
    source: str | None = None
    language: str | None = None
    sentence: int = 0
    text: str = ""
    context: str = ""
    published: str | None = None
    published_start: Moment | None = None
    published_end: Moment | None = None
    published_basis: str = "unknown"
    start_char: int = 0
    end_char: int = 0
    trigger_start: int = 0
    trigger_end: int = 0
    actor_start: int | None = None
    actor_end: int | None = None
    recipient_start: int | None = None
    recipient_end: int | None = None
    object_start: int | None = None
    object_end: int | None = None
    time_start: int | None = None
    time_end: int | None = None
    place_start: int | None = None
    place_end: int | None = None
    content_start: int | None = None
    content_end: int | None = None
    relations: list[dict[str, Any]] = field(default_factory=list)
    cluster: str | None = None
    sources: int | None = None
    superseded_by: str | None = None
    corrected: list[str] = field(default_factory=list)
