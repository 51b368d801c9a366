"""Inputs to documents, lazily."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from timeline._errors import InputError, TimelineWarning, printable
from timeline.documents._decode import decode
from timeline.documents._document import Document
from timeline.documents._lines import LIMIT, Record, read_records, starts_records
from timeline.documents._metadata import date_in_name, language_code, language_in_name, parse_header
from timeline.documents._sources import LINES, TABLES, Report, Source, find_sources, reason
from timeline.documents._stated import parse_stated
from timeline.temporal import UNKNOWN_WHEN, When

_NAMES = ("source", "title", "url")


@dataclass(frozen=True, slots=True)
class TableInput:
    """An event table among the inputs: the file at `path`, or `rows` of (line, members) that were read."""

    shown: str
    path: str
    rows: list[tuple[int, dict[str, Any]]] | None = None


def read(
    *paths: str | os.PathLike[str],
    published: str | When | None = None,
    language: str | None = None,
    errors: Callable[[InputError], None] | None = None,
) -> Iterator[Document]:
    """Read documents, one at a time, from files, folders, globs or standard input (`-`).

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "note.it.txt").write_text("date 2022-01 Ieri il governo ha parlato.")
    >>> [(d.id, d.published.edtf, d.language, d.text[d.body_start:][:4]) for d in read(folder)]
    [('note.it.txt', '2022-01', 'it', 'Ieri')]

    Texts (`.txt`, `.md`) state their date on the first line, in front matter or in the file's name; a JSON
    Lines input holds one document a line. `published` and `language` are for documents that state none.
    What cannot be read goes to `errors`, or is issued as a `TimelineWarning`, and the rest is read; a
    document whose date is missing or wrong is kept, its publication unknown.

    Raises
    ------
    InputError
        Where `published` or `language` itself is wrong.
    """
    report = _reporter(errors)
    return _documents(scan(*paths, published=published, language=language, report=report), report)


def scan(
    *paths: str | os.PathLike[str],
    published: str | When | None = None,
    language: str | None = None,
    report: Report,
) -> Iterator[Document | TableInput]:
    """Read documents as `read` does, and name the event tables among the inputs."""
    if isinstance(published, str):
        published = parse_stated(published)
    if language is not None and language_code(language) is None:
        raise InputError("not a language code", value=language)
    code = language_code(language) if language else None
    return _Scan(report, published or UNKNOWN_WHEN, code).run(paths)


def _documents(inputs: Iterator[Document | TableInput], report: Report) -> Iterator[Document]:
    for found in inputs:
        if isinstance(found, Document):
            yield found
        else:
            report(InputError("a table of events, not documents", file=found.shown))


def _reporter(errors: Callable[[InputError], None] | None) -> Report:
    def report(problem: InputError | TimelineWarning) -> None:
        if errors is not None and isinstance(problem, InputError):
            errors(problem)
        else:
            warnings.warn(str(problem), TimelineWarning, stacklevel=2)

    return report


@dataclass(slots=True)
class _Scan:
    report: Report
    published: When
    language: str | None
    seen: set[str] = field(default_factory=set)

    def run(self, paths: tuple[str | os.PathLike[str], ...]) -> Iterator[Document | TableInput]:
        sources = find_sources(paths, self.report)
        self.seen.update(s.id for s in sources)
        for source in sources:
            if source.suffix in TABLES:
                yield TableInput(source.shown, source.path)
                continue
            try:
                with source.open() as stream:
                    yield from self._input(source, stream)
            except (OSError, ValueError) as error:
                self.report(_named(error, source))

    def _input(self, source: Source, stream: BinaryIO) -> Iterator[Document | TableInput]:
        first = stream.readline(LIMIT + 1)
        if source.suffix in LINES or starts_records(first):
            yield from self._records(source, first, stream)
            return
        data = first + stream.read(max(0, LIMIT + 1 - len(first)))
        if len(data) > LIMIT:
            raise InputError(f"a text of more than {LIMIT // 1_000_000} MB: split it into documents")
        text, damaged = decode(data)
        if damaged is not None:
            self._fail("no valid UTF-8; bad bytes replaced by U+FFFD", source, damaged)
        if not text.strip():
            raise InputError("empty: no text")
        yield self._text(source, text)

    def _text(self, source: Source, text: str) -> Document:
        header = parse_header(text)
        found = {name: value for name, (value, _) in header.fields.items()}
        stem = source.id.rsplit("/", 1)[-1]
        stated, line = header.fields.get("published") or (date_in_name(stem.split(".")[0]), None)
        tag, tag_line = header.fields.get("language") or (None, None)
        return Document(
            source.id,
            text,
            published=self._published(stated, source, line),
            language=self._language(tag, source, tag_line) or language_in_name(stem) or self.language,
            source=found.get("source"),
            title=found.get("title"),
            url=found.get("url"),
            header_span=(0, header.end),
        )

    def _records(self, source: Source, first: bytes, stream: BinaryIO) -> Iterator[Document | TableInput]:
        rows: list[tuple[int, dict[str, Any]]] = []
        empty = True
        for record in read_records(source, first, stream, self.report):
            empty = False
            if record.members.get("event_id") is not None:
                rows.append((record.line, record.members))
            else:
                yield from self._record(source, record)
        if rows:
            yield TableInput(source.shown, source.path, rows)
        if empty and not first.strip():
            raise InputError("empty: no documents")

    def _record(self, source: Source, record: Record) -> Iterator[Document]:
        members = {k: _encodable(v) if isinstance(v, str) else v for k, v in record.members.items()}
        text = members.get("text")
        if not isinstance(text, str):
            self._fail("no text" if text is None else "text is not a string", source, record.line, text)
            return
        if members["text"] != record.members["text"]:
            self._warn("lone surrogates replaced by U+FFFD", source, record.line)
        tag = members.get("lang") or members.get("language")
        name, title, url = (v if isinstance(v := members.get(k), str) else None for k in _NAMES)
        yield Document(
            self._record_id(members.get("id"), source, record.line),
            text,
            published=self._published(members.get("published"), source, record.line),
            language=self._language(tag, source, record.line) or self.language,
            source=name,
            title=title,
            url=url,
        )

    def _record_id(self, given: Any, source: Source, line: int) -> str:
        own = f"{source.id}#{line}"
        if not isinstance(given, str | int) or isinstance(given, bool) or given == "":
            return own
        if str(given) in self.seen:
            self._warn(f"id given before, {printable(own)} used: '{printable(str(given))}'", source, line)
            return own
        self.seen.add(str(given))
        return str(given)

    def _published(self, stated: Any, source: Source, line: int | None) -> When:
        if stated is None or stated == "":
            if self.published is UNKNOWN_WHEN:
                self._warn("no date: publication unknown", source, line)
            return self.published
        try:
            plain = isinstance(stated, str | int) and not isinstance(stated, bool)
            return parse_stated(str(stated) if plain else "", file=source.shown, line=line)
        except InputError:
            self._fail("not a date: publication unknown", source, line, stated)
            return UNKNOWN_WHEN

    def _language(self, tag: Any, source: Source, line: int | None) -> str | None:
        if tag is None or tag == "":
            return None
        code = language_code(tag) if isinstance(tag, str) else None
        if code is None:
            self._fail("not a language code", source, line, tag)
        return code

    def _fail(self, message: str, source: Source, line: int | None, value: object = None) -> None:
        self.report(InputError(message, file=source.shown, line=line, value=value))

    def _warn(self, message: str, source: Source, line: int | None) -> None:
        place = printable(source.shown) + (f":{line}" if line is not None else "")
        self.report(TimelineWarning(f"{place}: {message}"))


def _named(error: OSError | ValueError, source: Source) -> InputError:
    """Give an error of one input with the input's name."""
    if isinstance(error, InputError):
        return type(error)(error.message, file=error.file or source.shown, line=error.line, value=error.value)
    return InputError(reason(error), file=source.shown)


def _encodable(text: str) -> str:
    """Replace lone surrogates, which no encoding can hold, one for one."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
