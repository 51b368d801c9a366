"""The body of a document cut into paragraphs and headings, each parsed, with offsets into the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from timeline.extraction._datelines import opening
from timeline.extraction._headlines import in_sentence_case
from timeline.extraction._markup import plain
from timeline.extraction._words import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.documents import Document
    from timeline.extraction._words import Word

LONGEST_PIECE = 8_000
LONGEST_HEADING = 16
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SPACES = dict.fromkeys(map(ord, "\n\t\r\v\f\xa0\u2002\u2003\u2009\u200a\u202f\u3000\u2028\u2029\x85"), " ")
_ENDLESS = re.compile(r"\S{400,}")
# addresses, and what a publishing system leaves between double brackets
_DEBRIS = re.compile(
    r"(?<=\s)(?:\[\[[^\[\]]{8,400}\]\]|(?:https?://|www\.)[^\s()<>\[\]]+(?<![.,;:!?]))(?=[\s.,;:]|$)"
)
_FINAL = re.compile(r"[.!?…:;,»”\"’)\]–—-]\s*$")
_CUT = re.compile(r"[.!?…][»”\")’]*\s+(?=[^\W\d_a-zà-ÿ«“\"])|\n+|\s+")
_CLOSING = "»”›"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or heading of a document before parsing: its text, spaces evened, and where it starts.

    `marked` tells one that marks of HTML or Markdown were blanked in.
    """

    text: str
    offset: int
    index: int
    heading: bool
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A parsed paragraph or heading.

    `doc` is the parsed text, whose character 0 stands at `offset` in the document; `index` counts the blocks
    of the document, `heading` tells a line that is no sentence, `sentences` are half-open token ranges
    (repaired across colons and quotation marks), `first_sentence` is the number of the first of them in the
    document.
    """

    doc: Words
    offset: int
    index: int
    heading: bool
    sentences: tuple[tuple[int, int], ...]
    first_sentence: int
    of_token: tuple[int, ...] = field(repr=False)

    @property
    def end(self) -> int:
        """The document offset at which the block ends."""
        return self.offset + len(self.doc.text)

    def start_of(self, token: Word) -> int:
        """Give the document offset at which `token` starts."""
        return self.offset + int(token.idx)

    def end_of(self, token: Word) -> int:
        """Give the document offset at which `token` ends."""
        return self.offset + int(token.idx) + len(token.text)

    def span_of(self, first: Word, last: Word) -> tuple[int, int]:
        """Give the document offsets from `first` to the end of `last`."""
        return self.start_of(first), self.end_of(last)

    def sentence_of(self, token: Word) -> int:
        """Give the number within `sentences` of the sentence that holds `token`."""
        return self.of_token[token.i]

    def sentence_span(self, number: int) -> tuple[int, int]:
        """Give the document offsets of a sentence, outer spaces left off."""
        first, last = self.sentences[number]
        tokens = [t for t in self.doc[first:last] if not t.is_space] or [self.doc[first]]
        return self.span_of(tokens[0], tokens[-1])


def pieces(document: Document) -> list[Piece]:
    """Cut the body of `document` into paragraphs and headings.

    Blank lines part paragraphs; where lines are not wrapped to a width, every line is a paragraph of its own.
    A heading is a short line without final punctuation that stands alone.
    """
    text = plain(document.text)
    found: list[Piece] = []
    wrapped = _is_wrapped(text[document.body_start :])
    for start, end in _stretches(text, document.body_start, wrapped=wrapped):
        heading = _is_heading(text[start:end])
        whole = [(a, b) for c, d in _between(_DEBRIS, text, start, end) for a, b in _short_enough(text, c, d)]
        cut = [(a, _parsable(text[a:b])) for a, b in whole]
        if heading and not found:
            cut = [(a, in_sentence_case(part, text[end:])) for a, part in cut]
        for a, part in cut:
            first = 0 if heading else opening(part)
            if first:
                found.append(Piece(part[:first], a, len(found), heading=True))
            found.append(Piece(part[first:], a + first, len(found), heading))
    if text == document.text:
        return found
    return [replace(p, marked=_differs(p, text, document.text)) for p in found]


def _differs(piece: Piece, text: str, whole: str) -> bool:
    span = slice(piece.offset, piece.offset + len(piece.text))
    return text[span] != whole[span]


def _parsable(text: str) -> str:
    """Give `text`, character for character, without line ends and without runs that no word is as long as."""
    return _ENDLESS.sub(lambda run: "x" * len(run[0]), text.translate(_SPACES))


def blocks(parsed: Iterable[tuple[Doc, Piece]]) -> list[Block]:
    """Put the parsed pieces of one document together, sentences numbered through."""
    out: list[Block] = []
    number = 0
    for source, piece in parsed:
        doc = Words(source, piece.text)
        sentences = tuple(_sentences(doc))
        of_token = tuple(n for n, (a, b) in enumerate(sentences) for _ in range(a, b))
        out.append(Block(doc, piece.offset, piece.index, piece.heading, sentences, number, of_token))
        number += len(sentences)
    return out


def _stretches(text: str, start: int, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    for a, b in _between(_BLANK, text, start, len(text)):
        if wrapped and not _is_heading(text[a:b].split("\n", 1)[0]):
            yield a, b
        else:
            yield from _between(re.compile(r"\n"), text, a, b)


def _between(mark: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in [*mark.finditer(text, start, end), None]:
        stop = end if match is None else match.start()
        stripped = text[start:stop].strip()
        if stripped:
            first = text.index(stripped, start)
            yield first, first + len(stripped)
        if match is not None:
            start = match.end()


def _is_wrapped(body: str) -> bool:
    """Tell text broken to a width from text with one paragraph a line."""
    lines = [line for line in body.split("\n") if line.strip()]
    followed = [a for a, b in zip(lines, body.split("\n")[1:], strict=False) if b.strip()]
    if len(followed) < 3:
        return False
    widest = max(map(len, lines))
    return widest <= 110 and sum(len(line) > 0.6 * widest for line in followed) >= 0.7 * len(followed)


def _is_heading(line: str) -> bool:
    return "\n" not in line and len(line.split()) <= LONGEST_HEADING and not _FINAL.search(line)


def _short_enough(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_PIECE:
        limit = start + LONGEST_PIECE
        cuts = list(_CUT.finditer(text, limit - 2000, limit))
        best = max(cuts, key=lambda m: (len(m.group().strip()), m.end()), default=None)
        stop = limit if best is None else best.end()
        yield start, start + len(text[start:stop].rstrip())
        start = stop
    if start < end:
        yield start, end


def _sentences(doc: Words) -> Iterator[tuple[int, int]]:
    """Join what the parser cut apart: after a colon, before a small letter, at a closing mark."""
    first = 0
    sents: list[Any] = list(doc.sents)
    for sent, following in zip(sents, [*sents[1:], None], strict=True):
        if following is None or not _is_cut_short(doc, sent, following):
            end = sent.end if following is None else _after_closing(doc, first, sent.end, following.end)
            if end > first:
                yield first, end
            first = end


def _after_closing(doc: Words, first: int, end: int, stop: int) -> int:
    """Leave a quotation mark that closes with the sentence that it closes."""
    if (
        end < stop
        and doc[end].text in ('"', "''")
        and sum(t.text == doc[end].text for t in doc[first:end]) % 2
    ):
        return end + 1
    return end


def _last_words(doc: Words, sent: Any) -> list[str]:
    """The last two words of a sentence, spaces left out."""
    words: list[str] = []
    for i in range(sent.end - 1, sent.start - 1, -1):
        if not doc[i].is_space:
            words.insert(0, doc[i].text)
        if len(words) == 2:
            break
    return words


def _is_cut_short(doc: Words, sent: Any, following: Any) -> bool:
    words = _last_words(doc, sent)
    after = next((t.text for t in following if not t.is_space), "")
    if not words or not after:
        return True
    if words[-1] in (":", ",") or after[0].islower() or after[0] in _CLOSING:
        return True
    return not any(word[-1] in ".!?…" for word in words[-2:])
