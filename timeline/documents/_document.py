"""A document as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.temporal import UNKNOWN_WHEN, When


@dataclass(frozen=True, slots=True)
class Document:
    """One dated text; all offsets in the package index `text`.

    Examples
    --------
    >>> Document("a.txt", "date 2022-01 Ieri ...", language="it", header_span=(0, 13)).body_start
    13

    `text` is the decoded input as it is (BOM dropped, `\\r\\n` to `\\n`), its header included; `header_span`
    is the half-open span of header or front matter, which is never tagged and never extracted from.
    `published` is `UNKNOWN_WHEN` where no date is known. `language` is an ISO 639-1 code or None.
    """

    id: str
    text: str
    published: When = UNKNOWN_WHEN
    language: str | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    header_span: tuple[int, int] = (0, 0)

    @property
    def body_start(self) -> int:
        """The offset at which the text proper begins."""
        return self.header_span[1]
