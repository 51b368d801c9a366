"""One function a subcommand; each loads what it needs and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline._cli._inputs import Inputs, table_frames
from timeline._cli._output import binary_output, check_target, replacing, text_output
from timeline._errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace

    from timeline._cli._messages import Messages
    from timeline.documents import Document

_IMAGES = (".png", ".svg", ".pdf")
_PAGES = (".html", ".htm")
_TABLES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet", ".pq": "parquet"}


def build(arguments: Namespace, messages: Messages) -> None:
    """Documents and event tables to a page, and a table where one is asked for."""
    _check_suffix(arguments.output, _PAGES, arguments)
    if arguments.table:
        _check_suffix(arguments.table, _TABLES, arguments)
    _check_targets(arguments, arguments.output, arguments.table)
    inputs = Inputs(arguments, messages)
    frame = _all_events(inputs, arguments)
    if not inputs.count:
        messages(InputError("nothing could be read; nothing was written"))
        return
    if arguments.table:
        _write_table(frame, arguments.table, _TABLES[Path(arguments.table).suffix.lower()])
    _write_page(frame, arguments)


def extract(arguments: Namespace, messages: Messages) -> None:
    """Documents to event rows, in order of time, or a line a document."""
    if arguments.by_document and arguments.format not in (None, "jsonl"):
        arguments.usage_error("--by-document gives JSON Lines only")
    _check_targets(arguments, arguments.output)
    inputs = Inputs(arguments, messages)
    if arguments.by_document:
        _write_lines(_by_document(inputs, arguments), arguments.output)
        return
    from timeline import events

    suffix = Path(arguments.output or "").suffix.lower()
    rows = (e for _, found in _extracted(inputs, arguments) for e in found)
    _write_table(events.table(rows), arguments.output, arguments.format or _TABLES.get(suffix, "jsonl"))


def dates(arguments: Namespace, messages: Messages) -> None:
    """Documents to their time expressions, a line a document, or a TimeML document each."""
    _check_targets(arguments, arguments.output)
    from timeline._cli._dates import lines, timeml

    documents = messages.counted(Inputs(arguments, messages).only_documents(), "documents done")
    if arguments.format == "timeml":
        with text_output(arguments.output) as out:
            out.writelines(timeml(documents, messages))
        return
    _write_lines(lines(documents, messages, explain=arguments.explain), arguments.output)


def plot(arguments: Namespace, messages: Messages) -> None:
    """An event table to a page or an image."""
    _check_suffix(arguments.output, (*_PAGES, *_IMAGES), arguments)
    _check_targets(arguments, arguments.output)
    frames = table_frames(arguments, messages)
    if not frames:
        messages(InputError("nothing could be read; nothing was written"))
    elif Path(arguments.output).suffix.lower() in _PAGES:
        _write_page(_combined(frames), arguments)
    else:
        from timeline._cli._image import write_image

        write_image(_combined(frames), arguments.output, title=arguments.title)


def conflicts(arguments: Namespace, messages: Messages) -> None:
    """What documents and tables tell of the order of events that cannot all be true, a line each."""
    _check_targets(arguments, arguments.output)
    from timeline import events

    found = events.conflicts(_all_events(Inputs(arguments, messages), arguments))
    if found.empty:
        messages.say("no contradictions in time were found")
    rows = found.astype(object).where(found.notna(), None).to_dict("records")
    _write_lines(({str(name): value for name, value in row.items()} for row in rows), arguments.output)


def languages(arguments: Namespace, messages: Messages) -> None:
    """List the languages there is data for."""
    from timeline._cli._languages import listing

    with text_output(None) as out:
        out.write(listing())


COMMANDS: dict[str, Callable[[Namespace, Messages], None]] = {
    "build": build,
    "extract": extract,
    "dates": dates,
    "plot": plot,
    "conflicts": conflicts,
    "languages": languages,
}


def _check_suffix(path: str, known: Any, arguments: Namespace) -> None:
    if Path(path).suffix.lower() not in known:
        arguments.usage_error(f"{path}: not one of {' '.join(known)}")


def _check_targets(arguments: Namespace, *paths: str | None) -> None:
    for path in paths:
        try:
            check_target(path)
        except InputError as error:
            arguments.usage_error(str(error))


def _extracted(inputs: Inputs, arguments: Namespace) -> Iterator[tuple[Document, list[Any]]]:
    return _extract_all(inputs, inputs.only_documents(), arguments)


def _extract_all(
    inputs: Inputs, documents: Iterator[Document], arguments: Namespace
) -> Iterator[tuple[Document, list[Any]]]:
    from timeline._cli._config import models
    from timeline._jobs import extract_all

    found = extract_all(documents, models(arguments), arguments.jobs, inputs.messages)
    return inputs.messages.counted(found, "documents done")


def _all_events(inputs: Inputs, arguments: Namespace) -> Any:
    from timeline import events

    found = _extract_all(inputs, inputs.documents(), arguments)
    extracted = events.table(event for _, rows in found for event in rows)
    return _combined([*inputs.frames(), extracted])


def _combined(frames: list[Any]) -> Any:
    """Join tables into one; of rows with one `event_id` the first is kept, so typed tables go in front."""
    if len(frames) == 1:
        return frames[0]
    from timeline import events

    return events.combine(frames)


def _by_document(inputs: Inputs, arguments: Namespace) -> Iterator[dict[str, Any]]:
    from timeline import events

    found = list(_extracted(inputs, arguments))
    rows: dict[str, list[dict[str, Any]]] = {document.id: [] for document, _ in found}
    for row in events.records(events.table(event for _, some in found for event in some)):
        rows[row["document"]].append(row)
    for document_id, of_document in rows.items():
        yield {"id": document_id, "events": of_document}


def _write_lines(lines: Iterator[dict[str, Any]], path: str | None) -> None:
    with text_output(path) as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")


def _write_table(frame: Any, path: str | None, format: str) -> None:
    from timeline import events

    output = binary_output if format == "parquet" else text_output
    with output(path) as out:
        events.write(frame, out, format)


def _write_page(frame: Any, arguments: Namespace) -> None:
    from timeline import chart

    with replacing(arguments.output) as draft:
        chart.write_html(frame, draft, title=arguments.title)
